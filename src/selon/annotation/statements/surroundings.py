"""What the network is told of the tokens around an anchor: how far, on which branch of the tree, past which marks.

An anchor is the token from which a statement is read: the head of its cue, or the first token of a quotation that
has none. Its window holds `BEFORE` tokens in front of it and `AFTER` behind.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from selon.annotation.statements.features import FLAGS, PROPOSED, RELATIONS, Features, Integers, Reals
from selon.annotation.statements.rules import Proposal
from selon.annotation.statements.words import MARKS

BEFORE, AFTER = 46, 46
WINDOW = BEFORE + AFTER + 1

ITSELF = 2 * len(RELATIONS)
ABOVE, ELSEWHERE, EARLIER, LATER, NOWHERE = range(ITSELF + 1, ITSELF + 6)
BRANCHES = NOWHERE + 1
DISTANCES = 15  # powers of two on both sides
SENTENCES = QUOTATIONS = 3  # as many are told apart on each side
NO_QUOTATION = 2 * (2 * QUOTATIONS + 1)
MEASURES = (
    "same quotation", "in the text", "marks between", "anchor", "distance", "source proposed", "cue proposed",
    "content proposed", "something proposed",
)  # fmt: skip
_BETWEEN = 5


class Surroundings(NamedTuple):
    """Windows around anchors, a row for each anchor and an item for each token of its window.

    `tokens` are token numbers; beyond the text's ends they are those of its first and last token, and `branches` is
    NOWHERE. `branches` tell by which relation a token hangs on the anchor, left or right of it, or where else it
    stands.
    """

    anchors: Integers
    tokens: Integers
    branches: Integers
    distances: Integers
    sentences: Integers
    quotations: Integers
    measures: Reals


def surroundings_of(features: Features, anchors: Integers) -> Surroundings:
    """Return the windows around `anchors`, token numbers."""
    count = len(features.words)
    offsets = np.arange(-BEFORE, AFTER + 1)
    wanted = anchors[:, None] + offsets
    there = (wanted >= 0) & (wanted < count)
    tokens = np.clip(wanted, 0, count - 1)
    apart = features.sentences[tokens] - features.sentences[anchors][:, None]
    distance = np.sign(offsets) * np.ceil(np.log2(np.abs(offsets) + 1)).astype(np.int64)
    return Surroundings(
        anchors=anchors,
        tokens=tokens,
        branches=_branches(features, anchors, apart, there),
        distances=np.broadcast_to(distance + DISTANCES // 2, tokens.shape),
        sentences=np.where(there, np.clip(apart, -SENTENCES, SENTENCES), 0) + SENTENCES,
        quotations=_quotations(features, anchors, tokens, there),
        measures=_measures(features, anchors, tokens, there, offsets),
    )


def _branches(features: Features, anchors: Integers, apart: Integers, there: npt.NDArray[np.bool_]) -> Integers:
    out = np.where(apart < 0, EARLIER, np.where(apart > 0, LATER, ELSEWHERE))
    heads, relations, sentences = features.heads.tolist(), features.relations.tolist(), features.sentences
    for row, anchor in enumerate(anchors.tolist()):
        start, end = np.searchsorted(sentences, (sentences[anchor], sentences[anchor] + 1)).tolist()
        first, last = max(start, anchor - BEFORE), min(end - 1, anchor + AFTER)
        known = _above(anchor, heads)
        known[anchor] = ITSELF
        for token in range(first, last + 1):
            _climb(token, anchor, heads, relations, known)
        out[row, first - anchor + BEFORE : last - anchor + BEFORE + 1] = [known[t] for t in range(first, last + 1)]
    out[~there] = NOWHERE
    return out


def _above(anchor: int, heads: list[int]) -> dict[int, int]:
    """Return the tokens that an anchor hangs on, up to the root."""
    found: dict[int, int] = {}
    token = anchor
    while heads[token] != token and heads[token] not in found:
        token = heads[token]
        found[token] = ABOVE
    return found


def _climb(token: int, anchor: int, heads: list[int], relations: list[int], known: dict[int, int]) -> None:
    """Find the branch of a token: the relation of the one it hangs on that hangs on the anchor itself."""
    path = []
    while token not in known:
        path.append(token)
        if heads[token] == anchor:
            known[token] = relations[token] + (len(RELATIONS) if token > anchor else 0)
        elif heads[token] == token or heads[token] in path[-1:]:
            known[token] = ELSEWHERE
        else:
            token = heads[token]
    branch = known[token]
    if branch == ABOVE and path:
        branch = ELSEWHERE
    for passed in path:
        known.setdefault(passed, branch)


def _quotations(features: Features, anchors: Integers, tokens: Integers, there: npt.NDArray[np.bool_]) -> Integers:
    """Return how many quotations on a token's stands, twice, and one more inside a quotation."""
    begun: Integers = np.cumsum(features.flags[:, FLAGS.index("quotation starts")] > 0, dtype=np.int64)
    apart = np.clip(begun[tokens] - begun[anchors][:, None], -QUOTATIONS, QUOTATIONS) + QUOTATIONS
    return np.where(there, 2 * apart + (features.quotes[tokens] >= 0), NO_QUOTATION)


def _measures(
    features: Features, anchors: Integers, tokens: Integers, there: npt.NDArray[np.bool_], offsets: Integers
) -> Reals:
    stops = [FLAGS.index(f"mark {m}") for m in MARKS if m in {",", ":", ";"}]
    passed = np.cumsum(features.flags[:, stops].sum(axis=1))
    between = np.minimum(np.abs(passed[tokens] - passed[anchors][:, None]), _BETWEEN) / _BETWEEN
    quotes = features.quotes
    same = there & (quotes[tokens] == quotes[anchors][:, None]) & (quotes[anchors][:, None] >= 0)
    far = np.broadcast_to(np.abs(offsets) / max(BEFORE, AFTER), tokens.shape)
    anchor = np.broadcast_to(offsets == 0, tokens.shape)
    columns = [same, there, between, anchor, far]
    return np.concatenate([np.stack(columns, axis=2), _proposed(features.proposals, anchors)], axis=2, dtype=np.float32)


def _proposed(proposals: tuple[Proposal, ...], anchors: Integers) -> Reals:
    """Return which tokens grammar proposes for an anchor: a proposal is an anchor's that has it in its cue.

    A proposal without a cue is that of the first token of its content.
    """
    out = np.zeros((len(anchors), WINDOW, len(PROPOSED)), np.float32)
    rows = {anchor: row for row, anchor in enumerate(anchors.tolist())}
    for proposal in proposals:
        for anchor in proposal.cue or proposal.content[:1]:
            if anchor in rows:
                row = rows[anchor]
                out[row, :, -1] = 1
                for column, tokens in enumerate((proposal.source, proposal.cue, proposal.content)):
                    inside = [t - anchor + BEFORE for t in tokens if -BEFORE <= t - anchor <= AFTER]
                    out[row, inside, column] = 1
    return out
