"""Statements as the network reads them: an anchor with the tokens of its source, its cue and its content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from selon.annotation.statements.asides import without_asides, without_bare_pronoun
from selon.annotation.statements.decoding import likeliest, runs
from selon.annotation.statements.features import FLAGS, PARTS, Features, Integers
from selon.annotation.statements.network import CONTENT, CUE, SOURCE, Network
from selon.annotation.statements.rules import Proposal
from selon.annotation.statements.surroundings import AFTER, BEFORE, WINDOW, surroundings_of

LIKELY = 0.15
"""An anchor less likely than this is not looked at twice."""
SURE = 0.45
"""A statement is kept from this chance on, the geometric mean of both looks at its anchor.

Between 0.3 and 0.5 the F1 on gold/dev moves by one point.
"""
_AGREE = 0.6  # share of common tokens from which network and grammar mean the same content
_NOTHING = Proposal((), (), ())
_REPORTING = [number for number, flag in enumerate(FLAGS) if flag.startswith("cue ")]
_VERBS = {PARTS.index("VERB"), PARTS.index("AUX")}
_SAME = 0.7  # share of common tokens from which two contents are the same
_BLOCK = 4000  # tokens read at a time, to the end of their sentence: memory does not grow with the article
_WINDOWS = 256  # windows looked at together


class Found(NamedTuple):
    """A statement in token numbers, sorted; `chance` is how likely it is one."""

    anchor: int
    chance: float
    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]

    def shifted(self, by: int) -> Found:
        """Return the same with `by` added to all token numbers."""
        source, cue, content = (tuple(t + by for t in part) for part in (self.source, self.cue, self.content))
        return Found(self.anchor + by, self.chance, source, cue, content)


def read(network: Network, features: Features) -> list[Found]:
    """Return the statements of a document, in the order of their anchors."""
    out: list[Found] = []
    for start, end in _blocks(features.sentences):
        block = _block(features, start, end)
        found = [one for one in _read_block(network, block) if one.chance >= SURE]
        seen = {one.anchor for one in found}.union(*(one.content for one in found))
        found += [one for one in _certain(block) if one.anchor not in seen]
        out += [one.shifted(start) for one in _without_asides(_apart(_without_doubles(found), block), block)]
    return out


def _read_block(network: Network, features: Features) -> Iterator[Found]:
    """Yield what is found in a block, mended by what grammar proposes for the same anchor.

    Grammar's source and cue are taken when it has them, and its content when both mean the same: its borders are
    cleaner.
    """
    encoded = network.encode(features)
    likely = network.anchors(encoded)
    anchors = np.flatnonzero(likely >= LIKELY)
    proposed = _by_anchor(features.proposals)
    for at in range(0, len(anchors), _WINDOWS):
        some = anchors[at : at + _WINDOWS]
        around = surroundings_of(features, some)
        roles = network.roles(encoded, likely, around)
        sequences = likeliest(roles.scores, network.transitions)
        chances = np.sqrt(likely[some] * roles.valid)
        for row, anchor in enumerate(some.tolist()):
            content = _tokens(sequences[row], CONTENT, anchor, len(features.words))
            if content:
                source = _tokens(sequences[row], SOURCE, anchor, len(features.words))
                cue = _tokens(sequences[row], CUE, anchor, len(features.words))
                content = _beyond(content, anchor, features)
                grammar = proposed.get(anchor, _NOTHING)
                agree = _common(content, grammar.content) >= _AGREE
                content = grammar.content if agree else content
                yield Found(anchor, float(chances[row]), grammar.source or source, grammar.cue or cue, content)


def _tokens(sequence: Integers, role: int, anchor: int, count: int) -> tuple[int, ...]:
    found = np.flatnonzero(sequence == role) + anchor - BEFORE
    return tuple(found[(found >= 0) & (found < count)].tolist())


def _certain(features: Features) -> Iterator[Found]:
    """Yield proposals from a form that can be nothing but a verb that reports, whatever it was tagged as (`dément`).

    The network follows the tag and passes them by; so it does with those who give no answer (`ne confirme pas`).
    """
    for proposal in features.proposals:
        if proposal.sure and proposal.content:
            yield Found(proposal.sure[0], SURE, proposal.source, proposal.cue, proposal.content)
            continue
        if len(proposal.cue) == 1 and proposal.content:
            anchor = proposal.cue[0]
            if features.flags[anchor, _REPORTING].any() and features.parts[anchor] not in _VERBS:
                yield Found(anchor, SURE, proposal.source, proposal.cue, proposal.content)


def _beyond(content: tuple[int, ...], anchor: int, features: Features) -> tuple[int, ...]:
    """Return a content that the window cut with the rest of its quotation, or of its sentence where it is in none."""
    out = list(content)
    for edge, step in ((content[0], -1), (content[-1], 1)):
        if edge == anchor + (AFTER if step > 0 else -BEFORE):
            column = features.quotes if features.quotes[edge] >= 0 else features.sentences
            at = edge + step
            while 0 <= at < len(column) and column[at] == column[edge]:
                out.append(at)
                at += step
    return tuple(sorted(out))


def _by_anchor(proposals: Iterable[Proposal]) -> dict[int, Proposal]:
    out: dict[int, Proposal] = {}
    for proposal in proposals:
        for token in proposal.cue or proposal.content[:1]:
            out.setdefault(token, proposal)
    return out


def _common(one: Iterable[int], other: Iterable[int]) -> float:
    """Return the share of tokens that two contents have in common (Jaccard index)."""
    mine, theirs = set(one), set(other)
    return len(mine & theirs) / max(1, len(mine | theirs))


def _without_doubles(found: Iterable[Found]) -> list[Found]:
    """Drop a statement whose content a clearly likelier one has already, or the first of two as likely."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (-round(f.chance, 1), f.anchor)):
        near = (other for other in kept if abs(other.anchor - one.anchor) < 2 * WINDOW)
        if not any(_common(one.content, other.content) > _SAME for other in near):
            kept.append(one)
    return sorted(kept, key=lambda f: f.anchor)


def _apart(found: list[Found], features: Features) -> list[Found]:
    """Take from a content of several pieces those that another cue has for itself (`A dit B, ajoutant que C`)."""
    out = []
    for one in found:
        pieces = [range(first, last + 1) for first, last in runs(list(one.content))]
        others = [f.content for f in found if f is not one and f.cue and abs(f.anchor - one.anchor) < 2 * WINDOW]
        own = [p for p in pieces if not any(_common(p, other) > _SAME for other in others)]
        kept = without_bare_pronoun(own or pieces, one.cue, features)
        out.append(one._replace(content=tuple(token for piece in kept for token in piece)))
    return out


def _without_asides(found: list[Found], features: Features) -> list[Found]:
    """Take from each content the clauses that are statements of their own."""
    out = []
    for one in found:
        near = (f for f in found if f is not one and abs(f.anchor - one.anchor) < 2 * WINDOW)
        out.append(one._replace(content=without_asides(one.content, near, features)))
    return out


def _blocks(sentences: Integers) -> Iterator[tuple[int, int]]:
    start, count = 0, len(sentences)
    while start < count:
        end = count
        if start + _BLOCK < count:
            end = int(np.searchsorted(sentences, sentences[start + _BLOCK], side="right"))
        yield start, end
        start = end


def _block(features: Features, start: int, end: int) -> Features:
    if start == 0 and end == len(features.words):
        return features
    columns = {name: column[start:end] for name, column in features._asdict().items() if name != "proposals"}
    columns["heads"] = np.clip(columns["heads"] - start, 0, end - start - 1)
    inside = (p for p in features.proposals if all(start <= t < end for part in p for t in part))
    moved = tuple(Proposal(*(tuple(t - start for t in part) for part in p)) for p in inside)
    return features._replace(**columns, proposals=moved)
