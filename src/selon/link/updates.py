"""Revisions: what the later version of an article adds, removes and changes, sentence by sentence.

Sentences that stayed are aligned first, as a longest common subsequence of whole sentences; of those left over, the
ones with the most words in common are taken for one sentence, changed. A sentence that only moved is no revision.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import msgspec

from selon.link.coverage import Coverage
from selon.link.retelling import in_same_order
from selon.link.words import TOKEN, plain
from selon.model import Article, Copy, Revision
from selon.text import Span, sentence_starts, stripped

ALIKE = 0.4
"""Share of words (Jaccard) that two versions of one sentence have in common."""

MOST_SENTENCES = 200
"""Sentences left over on a side that are compared with one another; the work grows with their product."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    words: tuple[str, ...]

    @property
    def numbers(self) -> frozenset[str]:
        return frozenset(w for w in self.words if w[0].isdigit())


def revised(copies: Sequence[Copy], coverage: Coverage) -> tuple[Copy, ...]:
    """Return the copies, those that are updates with their revisions."""
    articles = {a.id: a for a in coverage.articles}
    statements: dict[str, list[Span]] = {}
    for told in coverage.statements:
        statements.setdefault(told.article.id, []).extend(told.statement.content)
    return tuple(
        msgspec.structs.replace(c, revisions=revisions(articles[c.of], articles[c.article], statements))
        if c.kind == "update"
        else c
        for c in copies
    )


def revisions(
    before: Article, after: Article, statements: Mapping[str, Sequence[Span]] | None = None
) -> tuple[Revision, ...]:
    """Return how `after` differs from `before`: changed figures first, then statements, each in order of the text.

    `statements` are the contents of the statements of either article, by its id.
    """
    old, new = _sentences(before), _sentences(after)
    same = in_same_order([" ".join(s.words) for s in old], [" ".join(s.words) for s in new])
    stayed, kept = {i for i, _ in same}, {j for _, j in same}
    left = [s for i, s in enumerate(old) if i not in stayed]
    come = [s for j, s in enumerate(new) if j not in kept]
    moved = {s.words for s in left} & {s.words for s in come}
    left, come = [s for s in left if s.words not in moved], [s for s in come if s.words not in moved]
    pairs = _changed(left, come)
    known = statements or {}
    told = _Told(tuple(known.get(before.id, ())), tuple(known.get(after.id, ())))
    gone, new_form = {i for i, _ in pairs}, {j for _, j in pairs}
    found = [told.revision(left[i], come[j]) for i, j in pairs]
    found += [told.revision(s, None) for i, s in enumerate(left) if i not in gone]
    found += [told.revision(None, s) for j, s in enumerate(come) if j not in new_form]
    return tuple(sorted(found, key=_rank))


@dataclass(frozen=True, slots=True)
class _Told:
    """The contents of the statements of the two versions."""

    before: Sequence[Span]
    after: Sequence[Span]

    def revision(self, old: _Sentence | None, new: _Sentence | None) -> Revision:
        numbers = (old.numbers if old else frozenset()) ^ (new.numbers if new else frozenset())
        held = old is not None and any(s.overlaps(old.span) for s in self.before)
        return Revision(
            kind="added" if old is None else "removed" if new is None else "changed",
            before=old.span if old else None,
            after=new.span if new else None,
            figures=bool(numbers),
            statements=held or (new is not None and any(s.overlaps(new.span) for s in self.after)),
        )


def _rank(revision: Revision) -> tuple[bool, bool, bool, int, int]:
    place = revision.after or revision.before
    start = place.start if place else 0
    return not revision.figures, not revision.statements, revision.kind != "changed", start, revision.after is None


def _sentences(article: Article) -> list[_Sentence]:
    """Return the sentences of an article, furniture left out."""
    kept = [b.span for b in article.blocks if b.kind != "furniture"]
    if not article.blocks and article.text:
        kept = [Span(0, len(article.text))]
    return [s for span in kept for s in _in_block(article.text, span)]


def _in_block(text: str, block: Span) -> Iterable[_Sentence]:
    words = block.of(text)
    starts = [*sentence_starts(words), len(words)]
    for start, end in pairwise(starts):
        span = stripped(text, block.start + start, block.start + end)
        if span is not None:
            said = tuple(plain(m.group()) for m in TOKEN.finditer(text, span.start, span.end))
            if said:
                yield _Sentence(span, said)


def _changed(left: Sequence[_Sentence], come: Sequence[_Sentence]) -> list[tuple[int, int]]:
    """Return which sentences are versions of one another, those most alike first, each in one pair at most."""
    old, new = ([frozenset(s.words) for s in side[:MOST_SENTENCES]] for side in (left, come))
    alike = [(len(a & b) / len(a | b), i, j) for i, a in enumerate(old) for j, b in enumerate(new)]
    pairs: list[tuple[int, int]] = []
    used_old, used_new = set[int](), set[int]()
    for share, i, j in sorted(alike, key=lambda one: (-one[0], one[1], one[2])):
        if share >= ALIKE and i not in used_old and j not in used_new:
            pairs.append((i, j))
            used_old.add(i)
            used_new.add(j)
    return sorted(pairs)
