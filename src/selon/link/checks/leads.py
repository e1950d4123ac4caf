"""A lead against its text: the title or the first lines say that a body vouches for what it does not in the text.

A lead is shortened, and often by somebody else. What a body had said before, or says on another day, is no
contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from selon.lexicon import Lexicon
from selon.link.concepts import COUNT, NUMBER, STATE, concepts
from selon.link.coverage import Coverage, Told
from selon.link.origins import Attribution
from selon.link.sides import Side
from selon.model import Article, Check

SAME = 0.6
"""Share of the concepts of the shorter of the two that the other has, at least."""

OWN = 2
"""Concepts, states and numbers left out, that the two have in common, at least."""

MOST = 60
"""Statements below a lead that are compared with it."""


def leads_apart(coverage: Coverage, attribution: Attribution, sides: Mapping[str, Side | None]) -> Iterator[Check]:
    """Yield what a lead says that a body vouches for, with the first place below where it denies or can't tell that.

    Which of the two is a mistake, or whether the body said both, can't be told.
    """
    by_article: dict[str, list[Told]] = {}
    for told in coverage.statements:
        by_article.setdefault(told.article.id, []).append(told)
    known = concepts(coverage.lexicon)
    for own in by_article.values():
        article = own[0].article
        end = _lead(article)
        above = [t for t in own if t.statement.content[-1].end <= end and sides.get(t.statement.id) == "vouches"]
        below = [t for t in own if t.statement.content[0].start >= end][:MOST]
        below = [t for t in below if sides.get(t.statement.id) in ("denies", "can't tell")]
        for one in above:
            about = frozenset(known.of(article.text, one.statement.content))
            for other in below:
                theirs = frozenset(known.of(article.text, other.statement.content))
                if _of_one(one, other, attribution, coverage.lexicon) and _shared(about, theirs):
                    yield Check(kind="conflict", holds=None, statements=(one.statement.id, other.statement.id))
                    break


def _lead(article: Article) -> int:
    """Return where the lead of an article ends: its title and the first paragraph of its text."""
    blocks = [b.span for b in article.blocks if b.kind != "furniture"]
    title = article.title.end if article.title else 0
    return next((span.end for span in blocks if span.start >= title), title)


def _of_one(one: Told, other: Told, attribution: Attribution, lexicon: Lexicon) -> bool:
    """Say whether one body says both, at one time."""
    speakers = [attribution.speakers.get(t.statement.id) for t in (one, other)]
    bodies = {attribution.body(s) for s in speakers if s}
    times = {t.statement.when for t in (one, other) if t.statement.when is not None}
    looking = {w for t in (one, other) if t.statement.cue for w in t.statement.cue.of(t.article.text).lower().split()}
    moved = looking & {*lexicon.synonyms.earlier, *lexicon.synonyms.later}
    return None not in speakers and len(bodies) == 1 and len(times) <= 1 and not moved


def _shared(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = one & other
    own = sum(concept[0] not in (STATE, NUMBER, COUNT) for concept in shared)
    return own >= OWN and len(shared) >= SAME * min(len(one), len(other))
