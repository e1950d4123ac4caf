"""What the network is told of a word whatever its sentence: worked out once for each word, and kept.

A word counts apart for each part of speech that it is met as: its dictionary form hangs on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, get_args

import numpy as np
import numpy.typing as npt

from selon.annotation.lemmas import lemma, verb_lemmas
from selon.annotation.statements.cues import cue_words
from selon.lexicon import Frame, Lexicon
from selon.model import Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc

STANCES: tuple[Stance, ...] = get_args(Stance)
FRAMES: tuple[Frame, ...] = ("quote", "que", "inf", "np", "to", "of", "si")
MARKS = ("«“„", '"', "»”", "'", ",", ":", ";", "-–—‐‑", "([", ")]", ".", "?!", "…")
SHAPES = ("capital", "capitals", "digits", "break", "blank", "abbreviation")
WORD_FLAGS: tuple[str, ...] = (
    *SHAPES,
    *(f"mark {m}" for m in MARKS),
    *(f"cue {s}" for s in STANCES),
    *(f"frame {f}" for f in FRAMES),
    "reflexive",
)
_KNOWN = 100_000  # words kept; beyond, all are worked out anew
_GROWTH = 4096


class Vocabulary(NamedTuple):
    """Numbers, from 1, of the words and of the dictionary forms that the network knows."""

    words: dict[str, int]
    lemmas: dict[str, int]


class WordColumns(NamedTuple):
    """What is told of the words of a document, an item for each token.

    `words` and `lemmas` are the vocabulary's numbers (0: unknown), `rows` those of the model's vectors (-1: none),
    `flags` a column for each of `WORD_FLAGS`.
    """

    words: npt.NDArray[np.int64]
    lemmas: npt.NDArray[np.int64]
    rows: npt.NDArray[np.int64]
    flags: npt.NDArray[np.float32]


class Words:
    """The words met so far."""

    def __init__(self, lexicon: Lexicon, vocabulary: Vocabulary) -> None:
        """Start without any."""
        self.vocabulary = vocabulary
        self._lexicon = lexicon
        self._forget()

    def of(self, doc: Doc) -> WordColumns:
        """Return the columns of a document."""
        if len(self._places) > _KNOWN:
            self._forget()
        places, keys = self._places, [tuple(k) for k in doc.to_array(["ORTH", "POS"]).tolist()]
        for at, key in enumerate(keys):
            if key not in places:
                self._add(key, doc, at)
        found = np.array([places[key] for key in keys], dtype=np.int64)
        words, lemmas, rows = self._numbers[found].T
        return WordColumns(words, lemmas, rows, self._flags[found])

    def _forget(self) -> None:
        self._places: dict[tuple[int, ...], int] = {}
        self._numbers = np.zeros((0, 3), np.int64)
        self._flags = np.zeros((0, len(WORD_FLAGS)), np.float32)

    def _add(self, key: tuple[int, ...], doc: Doc, at: int) -> None:
        place, token = len(self._places), doc[at]
        if place == len(self._numbers):
            self._numbers = np.concatenate([self._numbers, np.zeros((_GROWTH, 3), np.int64)])
            self._flags = np.concatenate([self._flags, np.zeros((_GROWTH, len(WORD_FLAGS)), np.float32)])
        find = doc.vocab.vectors.key2row.get
        self._numbers[place] = (
            self.vocabulary.words.get(folded(token.text), 0),
            self.vocabulary.lemmas.get(dictionary_form(token.text, token.pos_, self._lexicon.language), 0),
            find(token.norm, find(token.lower, find(token.orth, -1))),
        )
        self._flags[place] = _flags(token.text, self._lexicon)
        self._places[key] = place


def folded(word: str) -> str:
    """Return a word as the vocabulary writes it: in lower case, with straight apostrophes."""
    return word.lower().replace("’", "'")


def dictionary_form(word: str, part: str, language: str) -> str:
    """Return the dictionary form of a word by its part of speech; of small words the word itself."""
    if part in {"VERB", "AUX"}:
        return verb_lemmas(folded(word), language)[0]
    return lemma(folded(word), language) if part in {"NOUN", "ADJ", "ADV"} else folded(word)


def _flags(word: str, lexicon: Lexicon) -> list[float]:
    shape = (
        word[:1].isupper(), word.isupper() and len(word) > 1, word[:1].isdigit(), "\n" in word, word.isspace(),
        len(word) > 1 and word.endswith("."),
    )  # fmt: skip
    marks = [word[:1] in m and not word[-1:].isalnum() for m in MARKS]
    cue = cue_words(lexicon).entry(folded(word))
    stances = [cue is not None and cue.stance == s for s in STANCES]
    frames = [cue is not None and f in cue.frames for f in FRAMES]
    return [float(flag) for flag in (*shape, *marks, *stances, *frames, cue is not None and cue.reflexive)]
