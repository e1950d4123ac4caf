"""The entries that tell what statements and figures of several articles add up to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec

from selon.dossier.contract import (
    ChangeEntry,
    ChangeSide,
    CheckEntry,
    ClaimEntry,
    CopyEntry,
    FigureEntry,
    OriginEntry,
    PositionEntry,
    QuotationEntry,
    RevisionEntry,
    SeriesEntry,
)
from selon.dossier.contract.findings import Difference
from selon.dossier.edges import Edges
from selon.dossier.material import Material, by_day
from selon.dossier.vouching import counts, independent, vouches
from selon.model import Change, Claim, Position

_EARLY = dt.date.min


def claims(material: Material) -> tuple[ClaimEntry, ...]:
    """Return the claims: most independent origins first, then most articles, then most recent."""
    edges = Edges(material)
    entries = [_claim(material, edges, c) for c in material.links.claims if material.in_order(c.statements)]

    def importance(claim: ClaimEntry) -> tuple[int, int, int, int, str]:
        homes = {material.home[s] for s in claim.statements}
        return (
            -claim.origins_low,
            -claim.origins_high,
            -len(homes),
            -_last_day(material, claim.statements).toordinal(),
            claim.id,
        )

    return tuple(sorted(entries, key=importance))


def _last_day(material: Material, ids: Iterable[str]) -> dt.date:
    days = [w.high or w.low for i in ids if (w := material.statements[i].when)]
    return max((d for d in days if d), default=_EARLY)


def _claim(material: Material, edges: Edges, claim: Claim) -> ClaimEntry:
    told = material.in_order(claim.statements)
    low, high = counts(material, claim.origins)
    return ClaimEntry(
        id=claim.id,
        label=material.passage(claim.label) or material.said(told[0]),
        status=claim.status,
        statements=told,
        positions=tuple(
            PositionEntry(
                actor=p.actor,
                body=p.body,
                stance=p.stance,
                certainty=p.certainty,
                when=p.when,
                statements=material.in_order(p.statements),
                course=p.course,
            )
            for p in sorted(claim.positions, key=lambda p: (by_day(p.when), p.body, p.actor, p.stance, p.statements))
            if material.in_order(p.statements)
        ),
        origins=_origins(material, edges, claim),
        origins_low=low,
        origins_high=high,
    )


def _origins(material: Material, edges: Edges, claim: Claim) -> tuple[OriginEntry, ...]:
    """Return the origins, those that vouch first, each independent one with all of its voices together."""
    ordered = sorted(claim.origins, key=lambda o: (o.reserve, -len(o.statements), o.actor, o.statements))
    groups = [(g, vouches(material, (s for o in g for s in o.statements))) for g in independent(material, ordered)]
    groups.sort(key=lambda item: not item[1])
    return tuple(
        OriginEntry(
            actor=origin.actor,
            statements=material.in_order(origin.statements),
            vouches=vouching,
            group=number,
            reserve=origin.reserve,
            reason=origin.reason,
            edges=edges.of(origin),
        )
        for number, (group, vouching) in enumerate(groups, 1)
        for origin in group
    )


def changes(material: Material, found: Sequence[ClaimEntry], counted: Sequence[FigureEntry]) -> tuple[ChangeEntry, ...]:
    """Return what moved, newest first."""
    positions = {c.id: c.positions for c in material.links.claims}
    figures = {f.id: f for f in counted}
    weight = {c.id: i for i, c in enumerate(found)}
    entries = []
    for change in material.links.changes:
        if change.claim is not None:
            own = [p for p in positions.get(change.claim, ()) if p.body == change.body]
            before, after = (_stance_side(material, own, ids) for ids in (change.before, change.after))
        else:
            before, after = (_figure_side(material, figures, ids) for ids in (change.before, change.after))
        if before and after:
            entries.append(_change(material, change, before, after))
    entries.sort(
        key=lambda c: (-_when_last(c.after).toordinal(), weight.get(c.claim or "", len(weight)), c.body, c.statements)
    )
    return tuple(entries)


def _change(material: Material, change: Change, before: ChangeSide, after: ChangeSide) -> ChangeEntry:
    return ChangeEntry(
        body=change.body,
        claim=change.claim,
        series=change.series,
        before=before,
        after=after,
        statements=material.in_order((*before.statements, *after.statements)),
        kind=change.kind,
    )


def _when_last(side: ChangeSide) -> dt.date:
    return (side.when.high or side.when.low or _EARLY) if side.when else _EARLY


def _stance_side(material: Material, own: Sequence[Position], ids: Sequence[str]) -> ChangeSide | None:
    """Return the latest of a body's `own` positions that rest on the statements `ids`; None when none is known."""
    told = material.in_order(ids)
    resting = [p for p in own if set(p.statements) & set(told)]
    if resting:
        latest = max(resting, key=lambda p: (by_day(p.when), p.statements))
        return ChangeSide(
            stance=latest.stance,
            certainty=latest.certainty,
            course=latest.course,
            when=latest.when,
            statements=told,
        )
    if told:
        last = material.statements[told[-1]]
        return ChangeSide(stance=last.stance, certainty=last.certainty, when=last.when, statements=told)
    return None


def _figure_side(material: Material, figures: dict[str, FigureEntry], ids: Sequence[str]) -> ChangeSide | None:
    given = [figures[i] for i in material.in_order(ids)]
    if not given:
        return None
    last = given[-1]
    return ChangeSide(
        low=last.low,
        high=last.high,
        approx=last.approx,
        when=last.said,
        statements=material.in_order(f.statement for f in given if f.statement),
        figures=tuple(f.id for f in given),
    )


def series(material: Material) -> tuple[SeriesEntry, ...]:
    """Return the series, most figures first; inside one the order of when they were said, as linked."""
    entries = [
        SeriesEntry(id=s.id, label=s.label, figures=tuple(f for f in s.figures if f in material.figures))
        for s in material.links.series
    ]
    return tuple(sorted((s for s in entries if s.figures), key=lambda s: (-len(s.figures), s.label, s.id)))


def checks(material: Material) -> tuple[CheckEntry, ...]:
    """Return the checks: those that fail, then those that can't be decided, then those that hold."""
    entries = [
        CheckEntry(
            kind=c.kind,
            holds=c.holds,
            figures=material.in_order(c.figures),
            statements=material.in_order(c.statements),
            words=c.words,
            passages=tuple(entry for entry in map(material.passage, c.passages) if entry is not None),
        )
        for c in material.links.checks
    ]
    order = (False, None, True)
    return tuple(sorted(entries, key=lambda c: (order.index(c.holds), c.kind, c.words, c.figures, c.statements)))


def quotations(material: Material) -> tuple[QuotationEntry, ...]:
    """Return the utterances with at least two versions, in order of the first."""
    entries = [
        QuotationEntry(
            variants=material.in_order(q.variants),
            difference=msgspec.convert(q.difference, Difference),
            apart=q.apart,
        )
        for q in material.links.quotations
    ]
    several = [q for q in entries if len(q.variants) > 1]
    return tuple(sorted(several, key=lambda q: [material.rank[v] for v in q.variants]))


def copies(material: Material) -> tuple[CopyEntry, ...]:
    """Return which articles repeat one another, in order of the repeating article."""
    rank = {a.id: i for i, a in enumerate(material.articles)}
    known = [c for c in material.links.copies if c.article in rank and c.of in rank]
    return tuple(
        CopyEntry(
            article=c.article,
            of=c.of,
            kind=c.kind,
            overlap=c.overlap,
            directed=c.directed,
            agency=c.agency,
            evidence=c.evidence,
            revisions=tuple(RevisionEntry(**msgspec.structs.asdict(r)) for r in c.revisions),
        )
        for c in sorted(known, key=lambda c: (rank[c.article], -c.overlap, rank[c.of]))
    )
