"""What a number counts: the unit or the noun behind it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from selon.annotation.figures.currencies import currencies
from selon.annotation.lemmas import lemma
from selon.dates.grammar import SPACE, any_of
from selon.lexicon import Lexicon, Numbers, Unit, Units
from selon.text import folded

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_REACH = 7
"""How many tokens behind a number its noun may stand: `deux autres de ses anciens collègues`."""
_OPENING, _CLOSING = frozenset('«“"‘'), frozenset('»”"’')
_MINUTES = re.compile(r" ?([0-5]\d)(?!\w)")
_COMPOUND = re.compile(r"(?:-[^\W\d_]{2,20}){1,3}(?!\w)")
"""What the tokenizer takes off a noun: `ronds-points`, `week-ends`."""
_NOMINAL = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Counted:
    """The name of what is counted and where the words for it end. `unit` tells a measure from a noun.

    `more` is what the unit's own parts add to the number: the minutes of `6 h 30`. `code` is the unit's code,
    `signed` whether words can put it below zero, `head` the index of the noun's token.
    """

    name: str
    end: int
    unit: bool
    more: Decimal = Decimal(0)
    code: str | None = None
    signed: bool = False
    head: int | None = None


@cache
def _units(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, Unit]]:
    units = lexicon.units
    known = {name: Unit(noun, (), code) for name, (noun, code) in currencies(lexicon.language).items()}
    known |= {word: unit for unit in units.units for word in unit.words}
    known |= dict.fromkeys(units.hours, Unit(units.hour_name, (), _codes(units).get(units.hour_name)))
    return re.compile(rf"(?:{SPACE}?(?:de{SPACE}|d'))?{SPACE}?(?P<unit>{any_of(known)})(?![\w'])"), known


@cache
def _prefixes(units: Units) -> tuple[re.Pattern[str], dict[str, Unit]]:
    known = {word: unit for unit in units.prefixes for word in unit.words}
    return re.compile(rf"(?P<unit>{any_of(known)}) ?$"), known


@cache
def _codes(units: Units) -> dict[str, str | None]:
    return {word: unit.code for unit in units.measures for word in unit.words}


def unit_after(folded: str, end: int, lexicon: Lexicon) -> Counted | None:
    """Return the unit written right behind a number: `40 %`, `10 milliards d'euros`, `1000 $CAN`."""
    pattern, known = _units(lexicon)
    match = pattern.match(folded, end)
    if match is None:
        return None
    unit = known[" ".join(match["unit"].split())]
    minutes = _MINUTES.match(folded, match.end()) if unit.name == lexicon.units.hour_name else None
    more = round(Decimal(minutes[1]) / 60, 2) if minutes else Decimal(0)
    stop = minutes.end() if minutes else match.end()
    return Counted(unit.name, stop, unit=True, more=more, code=unit.code, signed=unit.signed)


def unit_before(folded: str, start: int, units: Units) -> tuple[Unit, int] | None:
    """Return the unit written right before a number, and where it starts: `$10`."""
    pattern, known = _prefixes(units)
    from_ = max(0, start - 5)
    match = pattern.search(folded[from_:start])
    return (known[match["unit"]], from_ + match.start("unit")) if match else None


class Tokens:
    """The tokens of a text, found by place."""

    def __init__(self, doc: Doc) -> None:
        """Keep where each token starts, and the text, which a document puts together at every call."""
        self.doc, self.text = doc, doc.text
        self.starts = [token.idx for token in doc]

    def at_or_after(self, place: int) -> int:
        """Return the index of the first token that starts at `place` or later; the number of tokens if none does."""
        return bisect_left(self.starts, place)

    def between(self, start: int, end: int) -> Span:
        """Return the tokens that start in a stretch of the text."""
        return self.doc[self.at_or_after(start) : self.at_or_after(end)]

    def before(self, place: int) -> Token | None:
        """Return the last token that starts before `place`."""
        at = bisect_left(self.starts, place) - 1
        return self.doc[at] if at >= 0 else None


def noun_after(tokens: Tokens, end: int, lexicon: Lexicon, *, linked: bool) -> Counted | None:
    """Return the noun that a number ending at `end` counts, None when none stands there.

    `linked` numbers are nouns themselves and join theirs with `de`: `une centaine de soldats`. Adjectives in
    front of the noun are passed over; a participle or adjective alone counts as a noun: `552 blessés`.
    """
    doc, words = tokens.doc, lexicon.numbers
    at = tokens.at_or_after(end)
    quoted: int | None = None
    alone: Token | None = None
    for token in doc[at : at + _REACH]:
        low = folded(token.text)
        if token.text in _OPENING and quoted is None and alone is None:
            quoted = token.i
        elif low in words.others:
            linked = True
        elif low in words.selectors or _may_be_skipped(token, low, words, linked=linked and alone is None):
            continue
        elif token.pos_ in _NOMINAL and low[:1].isalnum():
            return _counted(tokens, token, quoted, lexicon)
        elif _may_count(token) and (alone is None or token.pos_ == "ADJ"):
            alone = alone or token
        else:
            break
    return _counted(tokens, alone, quoted, lexicon) if alone is not None else None


def _may_be_skipped(token: Token, low: str, words: Numbers, *, linked: bool) -> bool:
    if token.is_space:
        return "\n" not in token.text
    return linked and (low in words.links or token.pos_ == "DET")


def _may_count(token: Token) -> bool:
    """Say whether an adjective or participle can stand for a noun: `40 blessés`, `deux jeunes`."""
    return token.is_alpha and (token.pos_ == "ADJ" or token.morph.get("VerbForm", []) == ["Part"])


def _counted(tokens: Tokens, head: Token, quoted: int | None, lexicon: Lexicon) -> Counted:
    """Name what is counted; inside quotation marks the whole name: `« gilets jaunes »`."""
    doc, text, end = tokens.doc, tokens.text, head.idx + len(head)
    rest = _COMPOUND.match(text, end) if head.i + 1 < len(doc) else None
    end = rest.end() if rest else end
    name = lemma(text[head.idx : end])
    if quoted is not None:
        for token in doc[head.i + 1 : head.i + 4]:
            if token.text in _CLOSING:
                inside = [t for t in doc[quoted + 1 : token.i] if not t.is_space]
                name, end = " ".join(lemma(t.text) for t in inside), token.idx + 1
                break
    return Counted(name, end, unit=False, code=_codes(lexicon.units).get(name), head=head.i)
