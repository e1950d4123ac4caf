"""Claims by status: who stands where, on how many independent origins, through which relays."""

from __future__ import annotations

from dataclasses import dataclass

from selon.dossier.contract import ClaimEntry
from selon.dossier.folds import fold
from selon.dossier.passages import Cited, Index, dates
from selon.dossier.views.header import STATUSES, about_truth
from selon.dossier.views.origins import Tree, tree
from selon.dossier.views.sides import SideView, sides
from selon.model import ClaimStatus

SHOWN, ROWS = 3, 8
_LABEL, _ROW = 240, 130


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim as a card.

    `counted` shows how many origins there are, `3` or `1–3`. `single`: several articles rest on one origin.
    `reserved`: who may rest on others. `dates`: when anybody took a position on it (ISO 8601). `href`
    is the address of its page, empty where it has none.
    """

    key: str
    href: str
    origins: int
    certain_origins: int
    counted: str
    label: Cited
    said_by: str
    days: str
    ref: str
    articles: int
    single: bool
    reserved: str
    sides: tuple[SideView, ...]
    tree: tuple[Tree, ...]
    dates: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim on one line: its card is `card`, folded below it, or stands at `href`."""

    origins: int
    counted: str
    label: Cited
    said_by: str
    days: str
    dates: str
    href: str
    card: ClaimView | None


@dataclass(frozen=True, slots=True)
class Group:
    """The claims of one status: a few as cards, others on one line each, `rest` of them on `page` only.

    Without a status they are demands and judgements.
    """

    status: ClaimStatus | None
    count: int
    cards: tuple[ClaimView, ...]
    rows: tuple[ClaimRow, ...]
    rest: int = 0
    page: str = ""


def groups(index: Index) -> tuple[Group, ...]:
    """Return the claims by status; claims that are demands or judgements only come last, on one line each."""
    return tuple(_group(index, status, claims) for status, claims in by_status(index))


def whole(index: Index, status: ClaimStatus | None) -> Group:
    """Return all claims of one status as cards: the page of their own."""
    claims = dict(by_status(index))[status]
    return Group(status, len(claims), tuple(card(index, c) for c in claims), (), 0, "")


def by_status(index: Index) -> list[tuple[ClaimStatus | None, list[ClaimEntry]]]:
    """Return the claims that are about what is so by status, then demands and judgements; no empty list."""
    claims = index.dossier.claims
    true = [c for c in claims if about_truth(c)]
    known = {c.id for c in true}
    made: list[tuple[ClaimStatus | None, list[ClaimEntry]]] = [
        (s, [c for c in true if c.status == s]) for s in STATUSES
    ]
    made.append((None, [c for c in claims if c.id not in known and c.positions]))
    return [(status, found) for status, found in made if found]


def _group(index: Index, status: ClaimStatus | None, claims: list[ClaimEntry]) -> Group:
    page = index.pages.whole("claims", status or "other")
    cards = claims[:SHOWN] if status else []
    others = fold(claims[len(cards) :], lambda c: _row(index, c, page), ROWS, 0, page)
    return Group(
        status,
        len(claims),
        tuple(card(index, c) for c in cards),
        (*others.shown, *others.folded),
        others.rest,
        page,
    )


def card(index: Index, claim: ClaimEntry) -> ClaimView:
    """Return a claim as a card."""
    told = index.statements[_labelled(index, claim)]
    resting = {index.statements[s].article for o in claim.origins if o.vouches for s in o.statements}
    trees = tree(index, claim)
    return ClaimView(
        key=index.claim_keys[claim.id],
        href=index.pages.claim(claim.id),
        origins=claim.origins_high,
        certain_origins=claim.origins_low,
        counted=_counted(claim),
        label=index.cite_label(claim.label, _LABEL),
        said_by=_said_by(index, told.id),
        days=index.say.dated(told.when),
        ref=index.ref(claim.label.article, claim.label.span.start),
        articles=len(resting),
        single=claim.origins_high == 1 and len(resting) > 1,
        reserved=", ".join(t.name for t in trees if t.reserve),
        sides=sides(index, claim),
        tree=trees,
        dates=_dates(claim),
    )


def _row(index: Index, claim: ClaimEntry, page: str) -> ClaimRow:
    href = index.pages.claim(claim.id) or (f"{page}#{index.claim_keys[claim.id]}" if page else "")
    told = index.statements[_labelled(index, claim)]
    return ClaimRow(
        origins=claim.origins_high,
        counted=_counted(claim),
        label=index.cite_label(claim.label, _ROW),
        said_by=_said_by(index, told.id),
        days=index.say.dated(told.when),
        dates=_dates(claim),
        href=href,
        card=None if href else card(index, claim),
    )


def _dates(claim: ClaimEntry) -> str:
    return dates(p.when for p in claim.positions)


def _counted(claim: ClaimEntry) -> str:
    """Return how many origins there are: a number, or from how many to how many where some have a reserve."""
    low, high = claim.origins_low, claim.origins_high
    return str(high) if low == high else f"{low}–{high}"


def _labelled(index: Index, claim: ClaimEntry) -> str:
    """Return the statement whose words name the claim."""
    near = [s for s in claim.statements if index.statements[s].article == claim.label.article]
    holding = [s for s in near if any(c.overlaps(claim.label.span) for c in index.statements[s].content)]
    return (holding or near or list(claim.statements))[0]


def _said_by(index: Index, statement: str) -> str:
    """Return the speaker, and for whom: `Mark Rutte, Otan`."""
    told = index.statements[statement]
    if told.actor is None:
        return told.speaker
    body = index.body(told.actor)
    names = [index.name(told.actor)]
    if body != told.actor:
        names.append(index.name(body))
    return ", ".join(names)
