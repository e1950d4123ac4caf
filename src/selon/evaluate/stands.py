"""What a body held about a measure, and how that changed, against the positions that a reader made out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from selon.evaluate.groups import b_cubed, shown
from selon.evaluate.matching import characters, jaccard, same_name
from selon.evaluate.reference import LabelledPosition, Moved, Reference
from selon.model import Annotations, Links, Statement

LEAST = 0.5
"""Share of common characters (Jaccard index) from which a statement is the one that tells a position."""


class Stand(NamedTuple):
    """A reader's position, the statement of Selon that tells it (None for none), who says that, and its claim."""

    wanted: LabelledPosition
    found: Statement | None
    speakers: tuple[str, ...]
    claim: str

    @property
    def by(self) -> bool:
        """Whether the speaker is the reader's, or its body is."""
        return any(
            same_name(mine, theirs) for mine in (self.wanted.actor, self.wanted.body) for theirs in self.speakers
        )

    @property
    def day(self) -> bool:
        """Whether it was said in the days between which it must have been said."""
        when, said = self.found.when if self.found else None, self.wanted.said
        days = (when.low or when.high, when.high or when.low, said.low, said.high) if when else ()
        first, last, low, high = (day for day in days if day) if all(days) and days else (None, None, None, None)
        return bool(first and last and low and high and first <= high and low <= last)


def stands(
    reference: Reference,
    places: Mapping[str, tuple[str, Moved]],
    annotations: Mapping[str, Annotations],
    links: Links,
) -> list[Stand]:
    """Return a stand for every position of the reader in the articles that are there, as `places` gives them."""
    names = {actor.id: actor for actor in links.actors}
    claims = {statement: claim.id for claim in links.claims for statement in claim.statements}
    out = []
    for wanted in reference.positions:
        if wanted.article not in places:
            continue
        article, moved = places[wanted.article]
        said = characters([moved.span(span) for span in wanted.content])
        told = ((jaccard(said, characters(s.content)), s) for s in annotations[article].statements)
        likeness, found = max(((share, s) for share, s in told), key=lambda one: one[0], default=(0.0, None))
        found = found if likeness >= LEAST else None
        speaker = names.get(links.speakers.get(found.id, "")) if found else None
        body = names.get(speaker.speaks_for or "") if speaker else None
        speakers = tuple(one.name for one in (speaker, body) if one)
        out.append(Stand(wanted, found, speakers, claims.get(found.id, "") if found else ""))
    return out


def report_stands(reference: Reference, found: Sequence[Stand], links: Links) -> Iterator[str]:
    """Yield the lines that say how many of the reader's positions and changes were found."""
    told = [stand for stand in found if stand.found]
    yield f"positions {shown(len(told), len(found))} told by a statement"
    yield f"          of these: speaker {shown(sum(s.by for s in told), len(told))}"
    yield f"                    day {shown(sum(s.day for s in told), len(told))}"
    p, r, f = b_cubed([(stand.wanted.measure, stand.claim) for stand in told])
    yield f"          P {p:.1%}  R {r:.1%}  F1 {f:.1%}  (B-cubed of claims over measures)"
    yield _changes(reference, {stand.wanted.id: stand.found.id for stand in told if stand.found}, links)
    missed = Counter(stand.wanted.measure for stand in found if not stand.found)
    yield f"          not told by a statement: {', '.join(f'{m} {n}' for m, n in sorted(missed.items())) or 'none'}"


def _changes(reference: Reference, here: Mapping[str, str], links: Links) -> str:
    """Return the line on changes; `here` gives the statement of each position that one tells."""
    sides = [tuple({here[i] for i in ids if i in here} for ids in (c.before, c.after)) for c in reference.changes]
    wanted = [(before, after) for before, after in sides if before and after]
    moves = [(set(change.before), set(change.after)) for change in links.changes if change.claim]
    met = sum(any(b & before and a & after for b, a in moves) for before, after in wanted)
    return (
        f"changes   {shown(met, len(wanted))} of those with statements on both sides; {len(moves)} are reported in all"
    )
