"""Where numbers count nothing: times of day, telephone numbers, addresses, ages, scores, designations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from selon.annotation.figures.numbers import Found
from selon.dates.grammar import SPACE, any_of
from selon.lexicon import Numbers, Units
from selon.text import Span

_NEAR = 40
"""How far before a number its context is looked at, in characters."""

_FIXED = re.compile(
    r"(?<!\d)\d{1,2}:\d{2}(?!\d)"  # 20:30
    r"|(?<!\d)(?:\+?\d{2,3} )?(?:\d{2}[ .-]){3,5}\d{2}(?!\d)"  # 06 12 34 56 78
    r"|(?<!\d)\(?\d{3}\)?[ .-]\d{3}-\d{4}(?!\d)"  # 514 555-1234
    r"|(?<![\d\w])\d{1,3} ?(?:ère|ème|eme|ième)s?(?!\w)"  # 644 ème
    r"|(?:https?://|www\.)\S{1,200}|[#@]\w{1,60}"
    r"|(?<![\d\w])24 ?(?:h(?:eures)?)? sur 24|(?<!\w)7 jours sur 7|(?<!\d)24/7"
)


@cache
def _clock(units: Units) -> re.Pattern[str]:
    hours = any_of(units.hours)
    return re.compile(rf"(?<![\w.,])(?P<hour>[01]?\d|2[0-4]) ?{hours}(?: ?(?P<minutes>[0-5]\d)(?!\d))?(?!\w)")


@cache
def _before(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[^\w]){any_of(words)}(?:(?<=['(])|{SPACE})$")


def is_behind(folded: str, place: int, words: tuple[str, ...]) -> bool:
    """Say whether one of `words` stands right before a place of a folded text."""
    return _before(words).search(folded[max(0, place - _NEAR) : place]) is not None


@cache
def _idiom(words: Numbers) -> re.Pattern[str]:
    times = any_of(words.time_units)
    return re.compile(rf"(?<!\w)(?:{any_of(words.idioms)}|tou(?:te)?s les deux(?!{SPACE}{times}(?!\w)))(?!\w)")


@cache
def _score(words: Numbers) -> re.Pattern[str]:
    """Return the pattern of a score behind a word of sport, with nothing counted behind it: `s'est imposé 12 à 3`."""
    behind = rf"{SPACE}?(?:[.,;:!?)»\"]|$|{any_of(words.score_followers)}(?!\w))"
    opened = rf"(?<!\w){any_of(words.score_words)}(?:{SPACE}[^\W\d]{{1,20}}){{0,4}}{SPACE}\(?"
    return re.compile(rf"{opened}\d{{1,3}}(?:{SPACE}(?:à|contre){SPACE}|-)\d{{1,3}}(?={behind})", re.MULTILINE)


@cache
def _address(words: Numbers) -> re.Pattern[str]:
    """Return the pattern of a house: a number above one and a street in the singular, `au 36, quai du Port`."""
    return re.compile(rf"(?<![\d.,])(?!1 )\d{{1,4}}(?: (?:bis|ter))?,?{SPACE}{any_of(words.streets)}(?!\w)")


def masks(folded: str, words: Numbers, units: Units) -> list[Span]:
    """Return the stretches of a folded text in which numbers count nothing, sorted."""
    patterns = (_FIXED, _idiom(words), _score(words), _address(words))
    fixed = [Span(m.start(), m.end()) for pattern in patterns for m in pattern.finditer(folded)]
    return sorted(fixed + list(_times_of_day(folded, units)))


def _times_of_day(folded: str, units: Units) -> Iterator[Span]:
    """Yield hours that are no durations: `à 18 h`, `18h04`, but not `a duré 6 h 30` or `pendant 48 heures`."""
    for match in _clock(units).finditer(folded):
        before = folded[max(0, match.start() - _NEAR) : match.start()]
        if _before(units.lasting).search(before):
            continue
        if match["minutes"] or _before(units.clock_openers).search(before):
            yield Span(match.start(), match.end())


@cache
def _age(words: Numbers) -> re.Pattern[str]:
    units, undone = any_of(words.age_units), any_of(words.age_undone)
    return re.compile(
        rf"(?:{SPACE}d')?{SPACE}?(?:et demi )?{units}(?!\w)(?!{SPACE}{undone})"
        rf"(?P<end>(?:{SPACE}{any_of(words.age_endings)})?{SPACE}?(?:[,;.)»]|$|et{SPACE}(?!\d|plus(?!\w))))?"
    )


@cache
def _of_somebody(words: Numbers) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    aged = rf"(?<!\w){any_of(words.aged)}s?(?:{SPACE}[^\W\d]{{2,20}}){{0,2}}{SPACE}d(?:e{SPACE}|')$"
    age_word = rf"(?<!\w){any_of(words.age_words)}(?!\w)[^.,;:()«»]{{0,30}}$"
    anything = rf"(?<!\w)(?P<noun>[^\W\d_]{{2,24}})(?:{SPACE}(?P<more>[^\W\d_]{{2,24}}))?(?: ?[»”\"])?{SPACE}de{SPACE}$"
    return re.compile(aged), re.compile(age_word), re.compile(anything)


@cache
def _has(words: Numbers) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[^\w])(?<!y ){any_of(words.age_verbs)}{SPACE}$")


_YOUNGEST = 13
"""Below it, `X de 5 ans` is as likely a plan or a sentence as a child; a child is found by the words for it."""
_OLDEST = 110


def is_age(folded: str, number: Found, words: Numbers, start: int | None = None) -> bool:
    """Say whether a number with `ans` behind it is somebody's age: `Marie, 28 ans,`, `un homme de 28 ans`.

    `start` is where the number's approximator or range starts, if it has one.
    """
    match = _age(words).match(folded, number.end)
    if match is None:
        return False
    place = number.start if start is None else start
    before = folded[max(0, place - _NEAR) : place]
    aged, age_word, anything = _of_somebody(words)
    if folded[place : number.start].strip() in words.group_words and _before(words.group_openers).search(before):
        return True
    if folded[place : number.start].endswith(("-", "–")):  # `les 18-25 ans`
        return True
    if _YOUNGEST <= number.value <= _OLDEST and _has(words).search(before):
        return True
    if _before(words.age_openers).search(before) or aged.search(before) or age_word.search(before):
        return True
    if match["end"] and before.rstrip().endswith((",", "(")):
        return True
    of = anything.search(before)
    if of is None or number.kind != "digits" or not _YOUNGEST <= number.value <= _OLDEST:
        return False
    return not {of["noun"], of["more"]} & set(words.lasting_things)


@cache
def _placing(words: Numbers) -> tuple[re.Pattern[str], re.Pattern[str]]:
    units = any_of(words.time_units)
    behind = rf"(?:{SPACE}d(?:e{SPACE}|'))?{SPACE}?{units}{SPACE}{any_of(words.placing)}(?!\w)"
    until = rf"(?:{SPACE}d(?:e{SPACE}|'))?{SPACE}?{units}{SPACE}{any_of(words.distance_ends)}(?:(?<=')|(?!\w))"
    return re.compile(behind), re.compile(until)


def is_placing(folded: str, number: Found, start: int, words: Numbers) -> bool:
    """Say whether a duration only places something in time: `trois jours après`, `à cinq jours du vote`."""
    behind, until = _placing(words)
    if behind.match(folded, number.end):
        return True
    return bool(until.match(folded, number.end)) and bool(
        _before(words.distance_words).search(folded[max(0, start - _NEAR) : start])
    )


@cache
def _designation(words: Numbers) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[^\w]){any_of(words.designations)}(?:{SPACE}|(?<=°))$")


def is_designation(folded: str, number: Found, words: Numbers) -> bool:
    """Say whether the word before a number makes it a name: `article 49`."""
    return bool(_designation(words).search(folded[max(0, number.start - _NEAR) : number.start]))
