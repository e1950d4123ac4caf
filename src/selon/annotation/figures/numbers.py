"""Numbers in a text: digits with every separator, words, number nouns, fractions.

All patterns match folded text (`selon.text.folded`); every repetition is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal

from selon.dates.grammar import SPACE, any_of
from selon.lexicon import Numbers
from selon.model.figures import Number

Kind = Literal["digits", "words", "noun", "vague", "fraction"]

_DIGITS = (
    r"(?<![\w])(?<!\d[.,'/:])(?<!\w[-/])(?P<sign>(?<=[ (])[-+](?=\d)|(?<=\()[-+] )?(?P<digits>"
    r"[1-9]\d{0,2}(?:[ ']\d{3}(?!\d)){1,5}(?:,\d{1,6})?"
    r"|[1-9]\d{0,2}(?:\.\d{3}(?!\d)){1,5}(?:,\d{1,6})?"
    r"|[1-9]\d{0,2}(?:,\d{3}(?!\d)){1,5}(?:\.\d{1,6})?"
    r"|\d{1,15}(?:[.,]\d{1,6})?(?!\d))"
)
_ONE_GROUP = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")


@dataclass(frozen=True, slots=True)
class Found:
    """A number and where it stands. `scale` is the factor of its last word (`3 millions`: a million).

    `vague` numbers (`des milliers`) have no upper bound; a `noun` (`une centaine`) is an estimate.
    """

    start: int
    end: int
    value: Decimal
    kind: Kind
    scale: int = 1
    written_sign: bool = False


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
    names = any_of(words.fraction_names)
    return re.compile(
        rf"(?<!\w)(?P<fraction>{any_of(f for e in words.fractions for f in e.words)})(?!\w)(?! {names})"
        rf"|(?<!\w)(?:(?P<det>{determiners}|{word})(?:{SPACE}|(?<=')))?(?P<noun>{known})"
        rf"(?:{SPACE}de{SPACE}(?P<times>{times}))?(?!\w)(?!-\w)"
        rf"|(?<![\w-])(?P<words>{word}(?:(?:[ -]|[ -]{words.joint}[ -]){word}){{0,9}})(?!\w)(?!-[^\W\d])"
        rf"|{_DIGITS}(?:{SPACE}?(?P<scale>{scale})(?!\w))?"
    )


def find_numbers(folded: str, words: Numbers) -> list[Found]:
    """Return the numbers of a folded text, in order and disjoint. Articles (`un`) are numbers too."""
    out: list[Found] = []
    at = 0
    pattern = _pattern(words)
    while match := pattern.search(folded, at):
        if match["words"]:
            out.extend(_read_words(match.start("words"), match["words"], words))
        elif (found := _read(match, words)) is not None:
            out.append(found)
        at = max(match.end(), match.start() + 1)
    return out


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
    digits, scale_word = match["digits"], match["scale"]
    scale = next((int(s.value) for s in words.scales if scale_word in s.words), 1) if scale_word else 1
    sign = (match["sign"] or "").strip()
    value = number_in_digits(digits, scaled=scale > 1) * scale
    start = match.start("sign") if sign else match.start("digits")
    end = match.end() if scale_word else match.end("digits")
    return Found(start, end, -value if sign == "-" else value, "digits", scale, written_sign=bool(sign))


def number_in_digits(digits: str, *, scaled: bool = False) -> Decimal:
    """Return the value of digits with separators of thousands and a decimal mark.

    A comma or point before exactly three digits separates thousands (`10,000`), unless a scale word follows
    (`1,234 million`) or the number starts with 0.
    """
    bare = digits.replace(" ", "").replace("'", "")
    if scaled and _ONE_GROUP.fullmatch(bare):
        return Decimal(bare.replace(",", "."))
    for separator, mark in ((".", ","), (",", ".")):
        if re.fullmatch(rf"[1-9]\d{{0,2}}(?:\{separator}\d{{3}}){{1,5}}(?:\{mark}\d{{1,6}})?", bare):
            return Decimal(bare.replace(separator, "").replace(mark, "."))
    return Decimal(bare.replace(",", "."))


@lru_cache(maxsize=4096)
def number_in_words(said: str, language: str = "fr") -> int | None:
    """Return the value of a number in words, None when the words are no number."""
    from text_to_num import text2num  # noqa: PLC0415

    try:
        return int(text2num(said, language))
    except ValueError:
        return None
