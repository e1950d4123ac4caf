"""How well weights do on annotated articles: the measures of `selon.evaluate` that need no more than spans."""

from __future__ import annotations

from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from selon.annotation.statements.decoding import runs, span_of_run
from selon.annotation.statements.network import Network
from selon.annotation.statements.reader import Found, read
from selon.annotation.statements.words import Words
from selon.evaluate.corpora import Attribution, Document
from selon.evaluate.scores import score
from selon.text import Span
from training.examples import Example

_SHOWN = ("statement", "found@.5", "found@.9")


def measured(weights: dict[str, Any], words: Words, vectors: npt.NDArray[np.float32], examples: list[Example]) -> str:
    """Return a line with the scores of some weights, in per cent."""
    network = Network({n: w.astype(np.float32) for n, w in weights.items()}, words, vectors)
    pairs = []
    for one in examples:
        found = [_attribution(one, f) for f in read(network, one.features)]
        gold = msgspec.convert({"statements": one.article.statements}, Document)
        pairs.append((gold, Document(statements=tuple(f for f in found if f.content))))
    scores = score(pairs)
    values = scores.values()
    sides = f"P {100 * scores.statement.precision:.0f} R {100 * scores.statement.recall:.0f}"
    return f"{sides}, " + ", ".join(f"{name} {100 * values[name]:.1f}" for name in _SHOWN)


def _attribution(one: Example, found: Found) -> Attribution:
    doc, text, offsets = one.draft.tokens, one.draft.text, one.draft.offsets

    def spans(tokens: tuple[int, ...]) -> list[Span]:
        cut = (span_of_run(doc, text, run) for run in runs(list(tokens)))
        return [offsets.to_received(span) for span in cut if span is not None]

    source = max(spans(found.source), key=len, default=None)
    return Attribution(source=source, content=tuple(spans(found.content)))
