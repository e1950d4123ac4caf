"""Numbers in a text: digits with every separator, words, number nouns, fractions.

All patterns match folded text (`selon.text.folded`); every repetition is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal

from selon.annotation.figures.digits import RUN, number_in_digits
from selon.dates.grammar import SPACE, any_of
from selon.lexicon import Numbers
from selon.model.figures import Number

Kind = Literal["digits", "words", "noun", "vague", "fraction", "multiple"]

_DIGITS = rf"(?<!\w)(?<!\d[.,'/:])(?<![^\W\d]-)(?<!\w/)(?P<sign>(?<=[ (])[-+](?=\d)|(?<=\()[-+] )?(?P<digits>{RUN})"
"""A hyphen behind a digit may stand in a range (`10-12 %`); what else it joins counts nothing."""


@dataclass(frozen=True, slots=True)
class Found:
    """A number and where it stands. `scale` is the factor of its last word (`3 millions`: a million).

    `vague` numbers (`des milliers`) have no upper bound; a `noun` (`une centaine`) is an estimate. An `unread`
    one (`10.000.00`) stands there and has no value.
    """

    start: int
    end: int
    value: Decimal
    kind: Kind
    scale: int = 1
    written_sign: bool = False
    unread: bool = False


def plain(value: Decimal) -> Number:
    """Return a whole number as int, any other as float."""
    return int(value) if value == value.to_integral_value() else float(value)


@cache
def _pattern(words: Numbers) -> re.Pattern[str]:
    """Return the pattern of all numbers; the longest readings are tried first."""
    nouns = [*words.nouns, *words.exact_nouns]
    known = any_of(n for noun in nouns for n in (noun.singular, noun.plural))
    times = any_of(n.plural for n in nouns if n.value >= 1000)  # noqa: PLR2004  (`dizaines de milliers`)
    word = any_of(words.words)
    determiners = any_of([*words.vague_determiners, *words.one_determiners])
    scale = any_of(w for s in words.scales for w in s.words)
    mark = any_of(w for s in words.scale_marks for w in s.words)
    names = any_of(words.fraction_names)
    return re.compile(
        rf"(?<!\w)(?P<fraction>{any_of(f for e in words.fractions for f in e.words)})(?!\w)(?! {names})"
        rf"|(?<!\w)(?:(?P<det>{determiners}|{word})(?:{SPACE}|(?<=')))?(?P<noun>{known})"
        rf"(?:{SPACE}de{SPACE}(?P<times>{times}))?(?!\w)(?!-\w)"
        rf"|(?<![\w-])(?P<words>{word}(?:(?:[ -]|[ -]{words.joint}[ -]){word}){{0,9}})(?!\w)(?!-[^\W\d])"
        rf"|{_DIGITS}(?:{SPACE}?(?:(?P<scale>{scale})(?!\w)|(?P<mark>{mark})(?= ?[€$£])))?"
    )


def find_numbers(folded: str, words: Numbers) -> list[Found]:
    """Return the numbers of a folded text, in order and disjoint. Articles (`un`) are numbers too."""
    out: list[Found] = []
    at = 0
    pattern = _pattern(words)
    while match := pattern.search(folded, at):
        if match["words"]:
            read = list(_read_words(match.start("words"), match["words"], words))
        else:
            found = _read(match, words)
            read = [found] if found else []
        if read:
            read[-1] = _with_half(folded, read[-1], words)
        out += read
        at = max(match.end(), match.start() + 1, read[-1].end if read else 0)
    return out


@cache
def _half(words: Numbers) -> re.Pattern[str]:
    return re.compile(rf"{SPACE}{any_of(words.halves)}(?!\w)")


def _with_half(folded: str, number: Found, words: Numbers) -> Found:
    """Return `trois milliards` with the half of a milliard that follows it: `trois milliards et demi`."""
    half = _half(words).match(folded, number.end) if number.scale > 1 and number.kind in {"digits", "words"} else None
    return replace(number, end=half.end(), value=number.value + Decimal(number.scale) / 2) if half else number


def _read(match: re.Match[str], words: Numbers) -> Found | None:
    if match["fraction"]:
        said = " ".join(match["fraction"].split())
        value = next(e.value for e in words.fractions if said in e.words)
        return Found(match.start("fraction"), match.end("fraction"), Decimal(str(value)), "fraction")
    if match["noun"]:
        return _read_noun(match, words)
    return _read_digits(match, words)


def _read_noun(match: re.Match[str], words: Numbers) -> Found | None:
    """Read `une centaine`, `deux dizaines`, `plusieurs dizaines de milliers`."""
    said, det = match["noun"], match["det"] or ""
    nouns = {n: noun for noun in (*words.nouns, *words.exact_nouns) for n in (noun.singular, noun.plural)}
    noun = nouns[said]
    unit = Decimal(noun.value) * (nouns[match["times"]].value if match["times"] else 1)
    start = match.start("det") if det and det not in words.loose_determiners else match.start("noun")
    exact = noun in words.exact_nouns and not match["times"]
    if det and det in words.one_determiners and said == noun.singular:
        return Found(start, match.end(), unit, "words" if exact else "noun", noun.value)
    count = number_in_words(det) if det in words.words and det not in words.articles else None
    if count is not None:
        return Found(start, match.end(), unit * count, "words" if exact else "noun", noun.value)
    if said == noun.plural:
        return Found(start, match.end(), unit, "vague", noun.value)
    return (
        Found(match.start("noun"), match.end(), unit, "words" if exact else "noun", noun.value)
        if match["times"]
        else None
    )


def _read_words(start: int, run: str, words: Numbers) -> Iterator[Found]:
    """Yield the numbers of a run of number words, each as long as it can be (`sept-huit` is two)."""
    parts = re.split(r"([ -])", run)
    at = 0
    while at < len(parts):
        for end in range(len(parts), at, -2):
            said = "".join(parts[at:end])
            value = None if parts[end - 1] == words.joint else number_in_words(said)
            if value is not None:
                scale = next((int(s.value) for s in words.scales if parts[end - 1] in s.words), 1)
                yield Found(start, start + len(said), Decimal(value), "words", scale)
                break
        else:
            end = at + 1
        start += len("".join(parts[at : end + 1]))
        at = end + 1


def _read_digits(match: re.Match[str], words: Numbers) -> Found:
    digits, said = match["digits"], match["scale"] or match["mark"]
    scales = words.scales if match["scale"] else words.scale_marks
    scale = next((int(s.value) for s in scales if said in s.words), 1) if said else 1
    sign = (match["sign"] or "").strip()
    read = number_in_digits(digits, scaled=scale > 1)
    value = Decimal(0) if read is None else read * scale
    start = match.start("sign") if sign else match.start("digits")
    end = match.end() if said else match.end("digits")
    return Found(start, end, -value if sign == "-" else value, "digits", scale, bool(sign), read is None)


@lru_cache(maxsize=4096)
def number_in_words(said: str, language: str = "fr") -> int | None:
    """Return the value of a number in words, None when the words are no number."""
    from text_to_num import text2num  # noqa: PLC0415

    try:
        return int(text2num(said, language))
    except ValueError:
        return None
