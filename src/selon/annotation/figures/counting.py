"""Whether a number counts something, by what stands around it."""

from __future__ import annotations

import re
from functools import cache

from selon.annotation.figures.masks import is_behind, is_designation, is_placing
from selon.annotation.figures.nouns import Counted
from selon.annotation.figures.numbers import Found
from selon.annotation.figures.scene import Scene
from selon.dates.grammar import SPACE, any_of
from selon.lexicon import Counts, Numbers

_YEARS = range(1500, 2101)
_RECENT = range(1900, 2101)


def is_article(scene: Scene, number: Found) -> bool:
    """Say whether a number is written like an article: `un`, `une`."""
    return scene.folded[number.start : number.end] in scene.lexicon.numbers.articles


def counts_something(scene: Scene, number: Found, counted: Counted | None, start: int, *, approximated: bool) -> bool:
    """Say whether a number counts something, by what stands around it."""
    words = scene.lexicon.numbers
    if (number.written_sign and counted is None) or is_placing(scene.folded, number, start, words):
        return False
    if number.unread:
        return counted is not None
    if is_article(scene, number):
        single = _single(words).match(scene.folded, number.start) is not None
        return single or (approximated and counted is not None and counted.name in words.time_units)
    if number.kind == "digits" and (_glued(scene, number, counted) or _is_year_of(scene, number)):
        return False
    if counted is not None:
        if number.kind == "digits" and _is_title(scene, number, counted):
            return False
        if number.kind == "words" and _is_name(scene, number, counted):
            return False
        return counted.unit or not is_designation(scene.folded, number, words) or number.scale > 1
    return number.kind in {"noun", "vague", "fraction"} or _counts_alone(scene, number, approximated=approximated)


@cache
def _single(words: Numbers) -> re.Pattern[str]:
    return re.compile(rf"{any_of(words.single_things)}(?!\w)")


def _is_name(scene: Scene, number: Found, counted: Counted) -> bool:
    """Say whether number and noun are both written with a capital inside a sentence: `le Mouvement Cinq Étoiles`."""
    words = scene.text[number.start : counted.end].split()
    before = scene.text[max(0, number.start - 2) : number.start].strip()[-1:]
    return len(words) > 1 and all(w.istitle() for w in (words[0], words[-1])) and before.isalpha()


def _is_title(scene: Scene, number: Found, counted: Counted) -> bool:
    """Say whether a stretch of time with a capital names something: `le site 20 Minutes`."""
    noun = scene.text[number.end : counted.end].strip()
    return noun.istitle() and counted.name in scene.lexicon.numbers.time_units


def _is_year_of(scene: Scene, number: Found) -> bool:
    """Say whether four bare digits right behind a noun or a name are its year: `le rapport 2019 indexe …`."""
    digits = scene.folded[number.start : number.end]
    previous = scene.tokens.before(number.start)
    return (
        digits.isdecimal()
        and number.value in _RECENT
        and scene.folded[number.start - 1 : number.start] == " "
        and previous is not None
        and previous.pos_ in {"NOUN", "PROPN"}
        and scene.folded[previous.idx : number.start - 1] not in scene.lexicon.numbers.articles
    )


def _glued(scene: Scene, number: Found, counted: Counted | None) -> bool:
    """Say whether letters, a hyphen or a slash cling to the digits (`5G`, `3-0`, `12/20`) and are no unit."""
    after = scene.folded[number.end : number.end + 2]
    if re.search(r"\d-$", scene.folded[max(0, number.start - 2) : number.start]):
        return True
    if counted is not None and counted.unit and counted.end > number.end:
        return False
    # Glued to a hyphen with a space behind it, it numbers a paragraph.
    return bool(re.match(r"\w|[-/:]\w|- ", after))


def _counts_alone(scene: Scene, number: Found, *, approximated: bool) -> bool:
    """Say whether a number with no noun behind it counts what was named before: `dont 5000 à Paris`."""
    words = scene.lexicon.numbers
    if is_designation(scene.folded, number, words):
        return False
    previous = scene.tokens.before(number.start)
    said = scene.folded[max(0, number.start - 12) : number.start].rstrip(" ('«").rsplit(" ", 1)[-1].rsplit("\n", 1)[-1]
    if number.kind == "words":
        told = approximated or number.scale > 1 or is_behind(scene.folded, number.start, words.bare_word_openers)
        return told or _is_subject(scene, number)
    digits = scene.folded[number.start : number.end]
    if said in words.day_openers and number.value <= 31:  # noqa: PLR2004
        return False
    if number.value >= 1000 and not digits.isdecimal():  # noqa: PLR2004  (with separators: nobody numbers a thing so)
        return True
    of = said in words.year_openers
    if not approximated and digits.isdecimal() and len(digits) == 4 and int(digits) in (_YEARS if of else _RECENT):  # noqa: PLR2004
        return False
    if _of_a_whole(scene, number) or _is_subject(scene, number):
        return True
    if approximated or said in words.bare_openers:
        return True
    return previous is not None and previous.pos_ not in {"NOUN", "PROPN", "X", "SYM", "NUM", "PUNCT", "SPACE", "ADJ"}


@cache
def _subject(words: Numbers) -> re.Pattern[str]:
    return re.compile(rf"{SPACE}(?:{any_of(words.others)}{SPACE})?{any_of(words.subject_followers)}(?!\w)")


def _is_subject(scene: Scene, number: Found) -> bool:
    """Say whether a bare number begins a clause of which it is the subject: `Parmi les dix, deux sont partis`."""
    before = scene.folded[: number.start][-3:].rstrip(' «"“')
    opens = not before or before[-1] in ",;:.!?…\n»)" or before.endswith(" et")
    return opens and _subject(scene.lexicon.numbers).match(scene.folded, number.end) is not None


@cache
def _whole_first(words: Counts) -> re.Pattern[str]:
    return re.compile(rf"[.;!?\n«»\"] ?{any_of(words.whole_openers)} [^.;!?\n]{{0,80}}\d[^.;!?\n]{{0,80}}, $")


def _of_a_whole(scene: Scene, number: Found) -> bool:
    """Say whether a number is a part of one that opens its sentence: `Sur les 130 marins, 40 ont témoigné`."""
    before = ("\n" + scene.folded[max(0, number.start - 160) : number.start])[-160:]
    return before.endswith(", ") and _whole_first(scene.lexicon.counts).search(before) is not None
