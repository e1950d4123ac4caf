"""The top of the page: title and four facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selon.dossier.contract import ClaimEntry
from selon.dossier.passages import Cited, Index
from selon.dossier.views.origins import Tree, tree
from selon.model import ClaimStatus, Interval

STATUSES: tuple[ClaimStatus, ...] = ("corroborated", "contested", "denied", "single_origin", "unconfirmed")
_NAMED_OUTLETS, _NAMED_ORIGINS = 4, 8


@dataclass(frozen=True, slots=True)
class Header:
    """The story's title (a passage), its days, what was read, the best supported claim, and claims by status."""

    title: Cited | None
    as_of: str
    chosen: str
    title_from: str
    days: int | None
    between: str
    articles: int
    outlets: str
    statements: int
    figures: int
    origins: int
    origin_names: str
    claims: int
    statuses: tuple[tuple[ClaimStatus, int], ...]


def about_truth(claim: ClaimEntry) -> bool:
    """Say whether anybody affirms, confirms, denies or leaves it open: more than demands and judgements."""
    return any(p.stance not in {"call", "judge"} for p in claim.positions)


def title(index: Index) -> str:
    """Return the story's title, in an article's words; empty when it has none."""
    passage = index.dossier.story.passage
    return index.cite(passage.article, passage.spans).words if passage else ""


def header(index: Index) -> Header:
    """Return the title and the four facts."""
    dossier, say = index.dossier, index.say
    story = dossier.story
    claims = [c for c in dossier.claims if about_truth(c)]
    best = max(
        claims,
        key=lambda c: (len({index.statements[s].article for s in c.statements}), len(c.statements)),
        default=None,
    )
    counts = {s: sum(c.status == s for c in claims) for s in STATUSES}
    first, last = story.first, story.last
    return Header(
        title=index.cite(story.passage.article, story.passage.spans) if story.passage else None,
        as_of=say.full(last) if last else "",
        chosen=_chosen(index),
        title_from=index.names[story.passage.article] if story.passage else "",
        days=(last - first).days + 1 if first and last else None,
        between=say.between(first, last, with_year=True) if first and last else say("days.none"),
        articles=len(dossier.articles),
        outlets=_outlets(index),
        statements=len(dossier.statements),
        figures=len(dossier.figures),
        origins=best.origins_low if best else 0,
        origin_names=", ".join(_certain(tree(index, best))[:_NAMED_ORIGINS]) if best else "",
        claims=len(claims),
        statuses=tuple((s, n) for s, n in counts.items() if n),
    )


def _chosen(index: Index) -> str:
    """Return which days were chosen and how many articles are left out; empty for the whole story."""
    window, say = index.dossier.story.window, index.say
    if window is None:
        return ""
    when = Interval(window.since, window.until)
    days = say.between(window.since, window.until, with_year=True) if window.since and window.until else say.days(when)
    parts = [say("window.days", days=days), say("window.left_out", window.left_out)]
    if window.undated:
        parts.append(say("window.undated", window.undated))
    return ", ".join(parts)


def _certain(trees: Sequence[Tree]) -> list[str]:
    """Return the names of the origins without a reserve, of all of them where there is no such one."""
    return [t.name for t in trees if not t.reserve] or [t.name for t in trees]


def _outlets(index: Index) -> str:
    """Return the outlets by name when there are few, else their number."""
    say = index.say
    named = list(dict.fromkeys(a.outlet for a in index.dossier.articles if a.outlet))
    unnamed = sum(not a.outlet for a in index.dossier.articles)
    parts = [", ".join(named)] if 0 < len(named) <= _NAMED_OUTLETS else []
    if len(named) > _NAMED_OUTLETS:
        parts.append(say("header.outlets", len(named)))
    if unnamed:
        parts.append(say("header.unnamed", unnamed))
    return " ; ".join(parts)
