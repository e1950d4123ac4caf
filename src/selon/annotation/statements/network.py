"""The network that reads statements: which tokens anchor one, and what each token around an anchor is to it.

Two steps, both small enough for a page in a tenth of a second. The first makes a vector of each token, from its
features, from its neighbours (convolutions that reach further layer by layer) and from what it hangs on in the
tree (a graph convolution), and says how likely the token anchors a statement. The second looks at the window around
each likely anchor as that anchor sees it, and weighs for each token whether it belongs to the source, to the cue, to
the content or to none; the likeliest sequence is found in `decoding`.

It was trained by the programs in `training/`, on articles annotated by reading. Only the forward pass is here: it
needs nothing but numpy. Sources: dilated convolutions, Strubell et al. 2017; graph convolutions over dependencies
for semantic roles, Marcheggiani and Titov 2017; conditional random field, Lafferty et al. 2001.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np

from selon.annotation.parse import load_model
from selon.annotation.statements.features import FLAGS, Features, Integers, Reals
from selon.annotation.statements.surroundings import BEFORE, Surroundings
from selon.annotation.statements.words import Vocabulary, Words
from selon.errors import ModelError
from selon.lexicon import Lexicon

_SMALL = 1e-5


class Roles(NamedTuple):
    """What the network says of the windows around anchors: an item for each anchor.

    `scores` are those of NEITHER, SOURCE, CUE and CONTENT for each token of the window, `valid` the probability that
    the anchor anchors anything, having looked around it.
    """

    scores: Reals
    valid: Reals


class Network:
    """The weights of one language, ready for use."""

    def __init__(self, weights: dict[str, Reals], words: Words, vectors: Reals) -> None:
        """Fold the layers that only see a word, a part of speech or a relation into tables of their own."""
        self.words = words
        self.transitions = weights["transitions"]
        self._weights = weights
        self._depth = sum(name.startswith("encode.convolution") for name in weights)
        self._windows = sum(name.startswith("roles.convolution") for name in weights)
        entry = weights["encode.entry"]
        sizes = [weights[f"encode.{table}"].shape[1] for table in ("words", "lemmas", "parts", "relations", "vectors")]
        forms, lemmas, parts, relations, rows, rest = np.split(entry, np.cumsum(sizes))
        self._tables = (
            weights["encode.words"] @ forms,
            weights["encode.lemmas"] @ lemmas,
            weights["encode.parts"] @ parts,
            weights["encode.relations"] @ relations,
            np.concatenate([vectors @ weights["encode.vectors"], np.zeros((1, sizes[-1]), np.float32)]) @ rows,
        )
        self._rest = rest

    def encode(self, features: Features) -> Reals:
        """Return a vector for each token."""
        weights = self._weights
        entered = np.concatenate([features.flags, features.shared], axis=1) @ self._rest
        columns = (features.words, features.lemmas, features.parts, features.relations, features.rows)
        for table, column in zip(self._tables, columns, strict=True):
            entered += table[column]
        own, above = np.split(entered, 2, axis=1)
        out = self._normed("encode.norm0", _positive(own + above[features.heads] + weights["encode.bias"]))
        for layer in range(self._depth):
            seen = _convolved(out[None], weights[f"encode.convolution{layer}"], 2**layer)[0]
            seen += out[features.heads] @ weights[f"encode.graph{layer}"] + weights[f"encode.bias{layer}"]
            seen += _gathered(out, features.heads) @ weights[f"encode.dependents{layer}"]
            out = self._normed(f"encode.norm{layer + 1}", out + _positive(seen))
        return out

    def anchors(self, encoded: Reals) -> Reals:
        """Return for each token the probability that it anchors a statement."""
        weights = self._weights
        inner = _positive(encoded @ weights["anchors.inner"] + weights["anchors.inner.bias"])
        return _chance(inner @ weights["anchors.out"] + weights["anchors.out.bias"])[:, 0]

    def roles(self, encoded: Reals, likely: Reals, around: Surroundings) -> Roles:
        """Return what the tokens in the windows are to their anchors. `likely` is the result of `anchors`."""
        weights = self._weights
        there = around.measures[:, :, 1:2]
        measures = np.concatenate([around.measures, likely[around.tokens][:, :, None]], axis=2)
        seen = (encoded @ weights["roles.token"])[around.tokens]
        seen += (encoded[around.anchors] @ weights["roles.anchor"] + weights["roles.bias"])[:, None]
        for table in ("branches", "distances", "sentences", "quotations"):
            seen += weights[f"roles.{table}"][getattr(around, table)]
        seen = self._normed("roles.norm0", _positive(seen + measures @ weights["roles.measures"])) * there
        for layer in range(self._windows):
            found = _convolved(seen, weights[f"roles.convolution{layer}"], 2**layer) + weights[f"roles.bias{layer}"]
            seen = self._normed(f"roles.norm{layer + 1}", seen + _positive(found)) * there
        seen = seen + (seen.mean(axis=1) @ weights["roles.pool"] + weights["roles.pool.bias"])[:, None]
        scores = seen @ weights["roles.out"] + weights["roles.out.bias"]
        return self._judged(encoded[around.anchors], seen, scores)

    def _judged(self, anchors: Reals, seen: Reals, scores: Reals) -> Roles:
        weights = self._weights
        share = np.exp(scores - scores.max(axis=2, keepdims=True))
        share /= share.sum(axis=2, keepdims=True)
        gathered = [
            np.einsum("awd,aw->ad", seen, share[:, :, role]) / (share[:, :, role].sum(axis=1, keepdims=True) + 1e-3)
            for role in (CONTENT, SOURCE)
        ]
        whole = np.concatenate([anchors, *gathered, seen[:, BEFORE]], axis=1)
        valid = _chance(whole @ weights["valid.out"] + weights["valid.out.bias"])[:, 0]
        return Roles(scores, valid)

    def _normed(self, name: str, values: Reals) -> Reals:
        centred = values - values.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + _SMALL)
        out: Reals = centred / spread * self._weights[f"{name}.scale"] + self._weights[f"{name}.shift"]
        return out


NEITHER, SOURCE, CUE, CONTENT = range(4)


def _positive(values: Reals) -> Reals:
    return np.maximum(values, 0.0, out=values)


def _chance(values: Reals) -> Reals:
    chances: Reals = 1.0 / (1.0 + np.exp(-np.clip(values, -30.0, 30.0)))
    return chances


def _gathered(values: Reals, heads: Integers) -> Reals:
    """Return for each token the mean of those that hang on it, zeros where none does."""
    own = np.flatnonzero(heads != np.arange(len(heads)))
    own = own[np.argsort(heads[own], kind="stable")]
    out = np.zeros_like(values)
    if len(own):
        present, first, counts = np.unique(heads[own], return_index=True, return_counts=True)
        out[present] = np.add.reduceat(values[own], first, axis=0) / counts[:, None]
    return out


def _convolved(values: Reals, kernel: Reals, reach: int) -> Reals:
    """Return a convolution over the middle axis: each item with those `reach` before it and behind it."""
    length = values.shape[1]
    before, after = np.zeros_like(values), np.zeros_like(values)
    if reach < length:
        before[:, reach:], after[:, :-reach] = values[:, :-reach], values[:, reach:]
    out: Reals = before @ kernel[0]
    out += values @ kernel[1]
    out += after @ kernel[2]
    return out


@cache
def load_network(lexicon: Lexicon) -> Network:
    """Return the network of a language, loaded once. Raises ModelError when its weights fit another version."""
    path = files("selon.annotation.statements").joinpath("weights", f"{lexicon.language}.npz")
    with path.open("rb") as file:
        held = dict(np.load(file, allow_pickle=False))
    names = "\n".join(FLAGS)
    if str(held.pop("flags")) != names:
        msg = f"the weights in {path} were trained on other features than this version of Selon reads: train them anew"
        raise ModelError(msg)
    known = Vocabulary(*(numbered(str(held.pop(name)).split("\n")) for name in Vocabulary._fields))
    vectors = load_model(lexicon.language).vocab.vectors.data.astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True).clip(1e-6)
    weights = {name: value.astype(np.float32) for name, value in held.items()}
    return Network(weights, Words(lexicon, known), vectors)


def numbered(words: Iterable[str]) -> dict[str, int]:
    """Return the words with their numbers, from 1."""
    return {word: number for number, word in enumerate(words, 1)}
