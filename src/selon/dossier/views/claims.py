"""Claims by status: who stands where, on how many independent origins, through which relays."""

from __future__ import annotations

from dataclasses import dataclass

from selon.dossier.contract import ClaimEntry
from selon.dossier.passages import Cited, Index
from selon.dossier.views.header import STATUSES, about_truth
from selon.dossier.views.origins import Tree, tree
from selon.dossier.views.sides import SideView, sides
from selon.model import ClaimStatus

SHOWN = 3
_LABEL, _ROW = 240, 130


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim as a card.

    `counted` shows how many origins there are, `3` or `1–3`. `single`: several articles rest on one origin.
    `reserved`: who may rest on others. `href` is the address of its page, empty where it has none.
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


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim on one line; `href` is the address of its page, empty where it has none."""

    href: str
    origins: int
    counted: str
    label: Cited
    said_by: str
    days: str


@dataclass(frozen=True, slots=True)
class Group:
    """The claims of one status: a few as cards, the others on one line each. `others`: demands and judgements."""

    status: ClaimStatus | None
    count: int
    cards: tuple[ClaimView, ...]
    rows: tuple[ClaimRow, ...]


def groups(index: Index) -> tuple[Group, ...]:
    """Return the claims by status; claims that are demands or judgements only come last, on one line each."""
    claims = index.dossier.claims
    made = [_group(index, s, [c for c in claims if c.status == s and about_truth(c)]) for s in STATUSES]
    others = [c for c in claims if not about_truth(c) and c.positions]
    last = Group(None, len(others), (), tuple(_row(index, c) for c in others))
    return tuple(g for g in (*made, last) if g.count)


def _group(index: Index, status: ClaimStatus, claims: list[ClaimEntry]) -> Group:
    return Group(
        status,
        len(claims),
        tuple(card(index, c) for c in claims[:SHOWN]),
        tuple(_row(index, c) for c in claims[SHOWN:]),
    )


def card(index: Index, claim: ClaimEntry) -> ClaimView:
    """Return a claim as a card."""
    told = index.statements[_labelled(index, claim)]
    resting = {index.statements[s].article for o in claim.origins if o.vouches for s in o.statements}
    trees = tree(index, claim)
    return ClaimView(
        key=f"c{index.dossier.claims.index(claim) + 1}",
        href=_page(index, claim),
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
    )


def _row(index: Index, claim: ClaimEntry) -> ClaimRow:
    told = index.statements[_labelled(index, claim)]
    return ClaimRow(
        href=_page(index, claim),
        origins=claim.origins_high,
        counted=_counted(claim),
        label=index.cite_label(claim.label, _ROW),
        said_by=_said_by(index, told.id),
        days=index.say.dated(told.when),
    )


def _page(index: Index, claim: ClaimEntry) -> str:
    return index.pages.claim(claim.id) if index.pages else ""


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
