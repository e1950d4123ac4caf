"""Positions: who stands where on a claim, when; and what moved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from selon.link.coverage import Told
from selon.link.moments import before, day_order
from selon.link.origins import Attribution
from selon.link.sides import Side
from selon.model import Certainty, Change, Course, Interval, Position, Stance

Sides = tuple[tuple[str, ...], tuple[str, ...]]
"""The ids of statements or figures before and after a move."""

REPEATED = 4
"""Stems that a wording has at least to be known again."""

SAME = 0.6
"""Share of stems (Jaccard) of two wordings of one thing, as for quotations."""

FACING = 1 / 3
"""Share of the concepts of the shorter of two statements that the other has, if it speaks of the same."""

LEAST = 2
"""Concepts that both have at least, where they have so many: by one in common two statements may meet by chance."""


def positions(
    statements: Sequence[Told], attribution: Attribution, courses: Mapping[str, Course] = MappingProxyType({})
) -> tuple[Position, ...]:
    """Return the positions of a claim's actors in order of their dates, unknown ones last.

    `courses` are those that statements tell of a measure, by their ids.
    """
    kept: dict[tuple[str, Interval | None, Stance, Certainty, Course | None], list[str]] = {}
    for told in statements:
        actor = attribution.speakers.get(told.statement.id)
        if actor is not None:
            s = told.statement
            kept.setdefault((actor, s.when, s.stance, s.certainty, courses.get(s.id)), []).append(s.id)
    found = [
        Position(
            actor=actor,
            body=attribution.body(actor),
            stance=stance,
            certainty=certainty,
            when=when,
            statements=tuple(sorted(ids)),
            course=course,
        )
        for (actor, when, stance, certainty, course), ids in kept.items()
    ]
    return tuple(sorted(found, key=lambda p: (day_order(p.when), p.actor, p.stance, p.certainty, p.course or "")))


class Wording(NamedTuple):
    """How a statement is put.

    `concepts` are those of its content, without the states; `stems` those of all its words; `takes_up` says whether it
    takes up what was said before it, `earlier` whether its cue looks back (`avait démenti`), `later` whether it
    tells what came in the end (`a finalement confirmé`), `quoted` whether all of it
    stands in quotation marks, `side` which one it takes, or which course on a measure, None for none.
    """

    concepts: frozenset[str]
    stems: frozenset[str]
    takes_up: bool
    earlier: bool = False
    later: bool = False
    quoted: bool = False
    side: Side | Course | None = None


def changes_of_position(
    claims: Mapping[str, str], statements: Sequence[Told], attribution: Attribution, words: Mapping[str, Wording]
) -> list[Change]:
    """Return the changes of each body on one matter, body by body, in order of time.

    `claims` and `words` give the claim and the wording of each of the statements, by its id. A change belongs to the
    claim of the later statement: who denied that soldiers left may come to say that he can't tell where they are.

    A body that takes two sides within one and the same time is passed over there, unless two of its voices do: what
    came first can't be told, but that they contradict each other can.
    """
    by_body: dict[str, list[Told]] = {}
    for told in statements:
        actor = attribution.speakers.get(told.statement.id)
        if actor is not None and words[told.statement.id].side is not None:
            by_body.setdefault(attribution.body(actor), []).append(told)
    found: list[Change] = []
    for body, everything in sorted(by_body.items()):
        own = _innermost(everything)
        since = first_said(own, words)
        side = {t.statement.id: words[t.statement.id].side or "" for t in own}
        dated = moved([(since[t.statement.id], side[t.statement.id], t.statement.id) for t in own])
        shown = [(earlier, facing) for earlier, later in dated if (facing := _facing(earlier, later, words))]
        for earlier, later in _told_as_moved(own, side, words):
            facing = _facing(earlier, later, words)
            if facing and {*earlier, *facing}.isdisjoint(name for both in shown for ids in both for name in ids):
                shown.append((earlier, facing))
        found.extend(
            Change(body=body, claim=claims[facing[0]], before=earlier, after=facing) for earlier, facing in shown
        )
        found.extend(_disagreements(body, own, side, claims, attribution))
    return found


def _innermost(own: Sequence[Told]) -> list[Told]:
    """Leave out statements that hold another of the same body: `X dit que la mine a nié …` says what the mine did."""
    inside: dict[str, list[Told]] = {}
    for told in own:
        inside.setdefault(told.article.id, []).append(told)

    def holds(told: Told, other: Told) -> bool:
        cue = other.statement.cue
        return cue is not None and any(s.start <= cue.start and cue.end <= s.end for s in told.statement.content)

    return [t for t in own if not any(holds(t, other) for other in inside[t.article.id] if other is not t)]


def first_said(own: Sequence[Told], words: Mapping[str, Wording]) -> dict[str, Interval | None]:
    """Return when each statement of a body was first said, by its id.

    An old quotation that a later article repeats keeps its old date, unless the article says that it was said anew.
    What an article looks back on was said at the latest when the rest was that it tells of the body.
    """
    first: dict[tuple[Side | Course | None, frozenset[str]], Interval | None] = {}
    said = {}
    for told in sorted(own, key=lambda t: (day_order(t.said), t.statement.id)):
        wording = words[told.statement.id]
        quoted = told.statement.form == "direct" and len(wording.stems) >= REPEATED
        known = first.setdefault((wording.side, wording.stems), told.said) if quoted else None
        anew = told.statement.when_basis in {"words", "person"}
        said[told.statement.id] = known if known is not None and not anew else _said(told)
    news: dict[str, list[dt.date]] = {}
    for told in own:
        when = told.statement.when
        if when is not None and when.low is not None and when.low == when.high and not words[told.statement.id].earlier:
            news.setdefault(told.article.id, []).append(when.low)
    for told in own:
        days, when = news.get(told.article.id), said[told.statement.id]
        vague = when is None or when.low is None or when.high is None or when.low != when.high
        if words[told.statement.id].earlier and days and vague:
            said[told.statement.id] = Interval(None, min(days))
    return said


def _said(told: Told) -> Interval | None:
    """Return when a statement was said, None where other articles tell the days of its own, but not which one."""
    dating, when = told.article.published, told.statement.when
    if dating is not None and dating.basis == "linked":
        return when if when is not None and when.low == when.high else None
    return told.said


def _told_as_moved(own: Sequence[Told], side: Mapping[str, str], words: Mapping[str, Wording]) -> list[Sides]:
    """Return the moves that an article tells itself.

    They are from what it looks back on to the next that it tells of the body, and from that to what came in the end.
    """
    found: list[Sides] = []
    by_article: dict[str, list[Told]] = {}
    for told in sorted(own, key=lambda t: (t.article.id, t.statement.content)):
        by_article.setdefault(told.article.id, []).append(told)
    for group in by_article.values():
        for told, after in pairwise(group):
            one, other = told.statement.id, after.statement.id
            looks_back = words[one].earlier or words[other].later
            if looks_back and not words[other].earlier and side[one] != side[other]:
                found.append(((one,), (other,)))
    return found


def _disagreements(
    body: str, own: Sequence[Told], side: Mapping[str, str], claims: Mapping[str, str], attribution: Attribution
) -> Iterator[Change]:
    """Yield the voices of a body of which one vouches on a day for what another denies on that day."""
    sides: dict[tuple[str, Interval], dict[str, list[Told]]] = {}
    for told in own:
        when, taken = told.statement.when, side[told.statement.id]
        if when is not None and when.low == when.high and taken in ("denies", "vouches"):
            sides.setdefault((claims[told.statement.id], when), {}).setdefault(taken, []).append(told)
    for (claim, _), both in sorted(sides.items(), key=lambda item: (day_order(item[0][1]), item[0][0])):
        voices = [{attribution.speakers[t.statement.id] for t in both.get(c, ())} for c in ("denies", "vouches")]
        named = [{v for v in of if v in attribution.actors and attribution.actors[v].kind == "person"} for of in voices]
        if all(named) and not voices[0] & voices[1]:
            before, after = (tuple(sorted(t.statement.id for t in both[c])) for c in ("denies", "vouches"))
            yield Change(body=body, claim=claim, before=before, after=after, kind="disagreement")


def _facing(earlier: Sequence[str], later: Sequence[str], words: Mapping[str, Wording]) -> tuple[str, ...]:
    """Return the later statements that speak of what the earlier ones spoke of, in words of their own.

    A matter holds statements that are alike in a chain, so that its ends may have nothing in common. Those that
    share enough are kept; where none does, all of them if one side takes up what was said before (`cette
    information`), else none: nobody moved. The same quotation is the same position, whatever it was taken for.
    """
    anew = [name for name in later if not any(_same(words[name], words[old]) for old in earlier)]
    sharing = tuple(name for name in anew if any(_faces(words[name], words[old]) for old in earlier))
    taken_up = any(words[name].takes_up for name in (*earlier, *anew))
    return sharing or (tuple(anew) if taken_up else ())


def _same(one: Wording, other: Wording) -> bool:
    if not (one.quoted and other.quoted) or min(len(one.stems), len(other.stems)) < REPEATED:
        return False
    return len(one.stems & other.stems) >= SAME * len(one.stems | other.stems)


def _faces(one: Wording, other: Wording) -> bool:
    fewer, shared = min(len(one.concepts), len(other.concepts)), len(one.concepts & other.concepts)
    return shared >= min(fewer, LEAST) and shared >= FACING * fewer > 0


def moved(items: Sequence[tuple[Interval | None, str, str]]) -> list[Sides]:
    """Return what moved among dated values: the ids before and after each move.

    `items` are (when, value, id). Values are compared only where their dates order them, and only at times for
    which there is one value.
    """
    times: dict[Interval, dict[str, list[str]]] = {}
    for when, value, name in items:
        if when is not None:
            times.setdefault(when, {}).setdefault(value, []).append(name)
    single = [(when, *next(iter(values.items()))) for when, values in times.items() if len(values) == 1]
    found = []
    current: tuple[Interval, str, list[str]] | None = None
    # By the last day: who said a thing in a week that began before came to say it before that week's end.
    for when, value, names in sorted(single, key=lambda item: (day_order(item[0])[::-1], item[1])):
        if current is None or before(current[0], when):
            if current is not None and current[1] != value:
                found.append((tuple(sorted(current[2])), tuple(sorted(names))))
            current = (when, value, names)
    return found
