"""Bounds: what approximators and a second number make of a number."""

from __future__ import annotations

import re
from functools import cache

from selon.annotation.figures.numbers import Found, plain
from selon.dates.grammar import SPACE, any_of
from selon.lexicon import Approximators, ApproxWords, Numbers
from selon.model import Approx
from selon.model.figures import Number

_NEAR = 48
"""How far before a number its approximator is looked for, in characters."""
_AS_SAID: dict[str, Approx] = {"noun": "about", "vague": "at_least"}


@cache
def _before(words: Approximators) -> tuple[re.Pattern[str], dict[str, Approx]]:
    meanings = {form: entry.approx for entry in words.before for word in entry.words for form in _elided(word)}
    gap = rf"(?:{SPACE}|(?<='))"
    pattern = rf"(?:^|[^\w])(?P<words>{any_of(meanings)}){gap}(?:{any_of(words.between)}{gap})?$"
    return re.compile(pattern), meanings


def _elided(word: str) -> list[str]:
    """Return the forms before a vowel and before `les`: `près de`, `près d'`, `près des`."""
    if word.endswith(" de"):
        return [word, word[:-1] + "'", word + "s"]
    return [word, word[:-1] + "aux"] if word.endswith(" à") else [word]


@cache
def _after(entries: tuple[ApproxWords, ...]) -> tuple[re.Pattern[str], dict[str, Approx]]:
    meanings = {word: entry.approx for entry in entries for word in entry.words}
    # With `de` behind, the words belong to the next number: `182 pays et plus de 400 joueurs`.
    return re.compile(rf",?{SPACE}(?P<words>{any_of(meanings)})(?!\w)(?!{SPACE}d(?:e{SPACE}|'))"), meanings


def approximator_before(folded: str, start: int, words: Approximators) -> tuple[int, Approx] | None:
    """Return where the approximator in front of a number starts, and what it says."""
    pattern, meanings = _before(words)
    from_ = max(0, start - _NEAR)
    match = pattern.search(folded[from_:start])
    return (from_ + match.start("words"), meanings[" ".join(match["words"].split())]) if match else None


def approximator_after(folded: str, end: int, words: Approximators) -> tuple[int, Approx] | None:
    """Return where the approximator behind a number or its noun ends, and what it says."""
    pattern, meanings = _after(words.after)
    match = pattern.match(folded, end)
    return (match.end(), meanings[" ".join(match["words"].split())]) if match else None


def bounds(number: Found, approx: Approx | None) -> tuple[Number | None, Number | None, Approx]:
    """Return `low`, `high` and the approximation of a number with what its approximator says.

    `plus de N` has no upper bound, `moins de N` no lower one; `des milliers` never has an upper one.
    """
    value = plain(number.value)
    said = "at_least" if number.kind == "vague" else approx or _AS_SAID.get(number.kind, "exact")
    if said == "at_least":
        return value, None, said
    return (None if said == "at_most" else value), value, said


@cache
def _joint(words: Numbers) -> re.Pattern[str]:
    joints = any_of(w for w in words.range_joints if w.isalpha())
    marks = any_of(w for w in words.range_joints if not w.isalpha())
    return re.compile(rf"{SPACE}(?P<word>{joints}|et){SPACE}(?:les{SPACE})?|(?P<mark>{marks})")


@cache
def _opener(words: Numbers) -> dict[str, re.Pattern[str]]:
    pairs: dict[str, list[str]] = {}
    for opener, joint in words.range_openers:
        pairs.setdefault(joint, []).append(opener)
    gap = rf"(?:{SPACE}|(?<='))"
    return {
        j: re.compile(rf"(?:^|[^\w])(?P<opener>{any_of(o)}){gap}(?:ces{gap}|les{gap}|[«\"“] ?)?$")
        for j, o in pairs.items()
    }


@cache
def _change(words: Numbers) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words.change_words)}(?!\w)")


@cache
def _level(words: Numbers) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words.level_words)}{SPACE}$")


def range_start(folded: str, first: Found, gap: tuple[int, int], second: Found, words: Numbers) -> int | None:
    """Return where the range of two numbers starts, None when they are two figures.

    `gap` is the text between them without the first one's unit. `est passé de 3 à 5` is no range, nor are two
    numbers joined by `et` without `entre`.
    """
    match = _joint(words).fullmatch(folded, *gap)
    if match is None or _scaled(first, second).value >= second.value:
        return None
    before = folded[max(0, first.start - _NEAR) : first.start]
    if match["word"] == "à" and _change(words).search(before) and not _level(words).search(before):
        return None
    opener = _opener(words).get(match["word"] or "")
    opened = opener.search(before) if opener else None
    if match["word"] == "et" and not opened:
        return None
    if match["word"] == "ou" and second.value > 3 * _scaled(first, second).value:
        return None
    return (
        first.start
        if opened is None or opened["opener"] != "entre"
        else first.start - len(before) + opened.start("opener")
    )


def _scaled(first: Found, second: Found) -> Found:
    """Give the first number the scale of the second: `entre 2 et 3 millions`."""
    if second.scale > 1 and first.scale == 1 and first.value < second.value / second.scale:
        return Found(first.start, first.end, first.value * second.scale, first.kind, second.scale)
    return first


def range_bounds(first: Found, second: Found) -> tuple[Number, Number]:
    """Return the two ends of a range."""
    return plain(_scaled(first, second).value), plain(second.value)
