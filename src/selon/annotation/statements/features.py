"""What the network is told of each token: its word, its part of speech, its place in the tree, in quotations, in names.

All of it is read off the parsed document in whole columns.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from selon.annotation.statements.reading import Reading
from selon.annotation.statements.rules import Proposal, propose
from selon.annotation.statements.words import SHAPES, WORD_FLAGS, Words
from selon.model import ActorKind, LocalActor
from selon.text import Quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc

Integers = npt.NDArray[np.int64]
Reals = npt.NDArray[np.floating[Any]]

KINDS: tuple[ActorKind, ...] = ("person", "body", "state", "medium", "document", "group", "anonymous", "unknown")
PARTS = ("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
         "SPACE", "SYM", "VERB", "X")  # fmt: skip
RELATIONS = (
    "ROOT", "acl", "acl:relcl", "advcl", "advcl:cleft", "advmod", "amod", "appos", "aux:caus", "aux:pass", "aux:tense",
    "case", "cc", "ccomp", "compound", "conj", "cop", "csubj", "dep", "det", "discourse", "dislocated", "expl:comp",
    "expl:pass", "expl:subj", "fixed", "flat:foreign", "flat:name", "goeswith", "iobj", "mark", "nmod", "nsubj",
    "nsubj:caus", "nsubj:pass", "nummod", "obj", "obl:agent", "obl:arg", "obl:mod", "orphan", "parataxis", "punct",
    "vocative", "xcomp", "",
)  # fmt: skip
TRAITS = (
    "VerbForm=Fin", "VerbForm=Inf", "VerbForm=Part", "Mood=Ind", "Mood=Cnd", "Mood=Sub", "Mood=Imp", "Tense=Pres",
    "Tense=Past", "Tense=Imp", "Tense=Fut", "Number=Sing", "Number=Plur", "Person=1", "Person=2", "Person=3",
    "PronType=Rel", "PronType=Prs", "PronType=Dem", "Gender=Masc", "Gender=Fem", "Voice=Pass", "Reflex=Yes",
    "Poss=Yes", "Definite=Def", "Definite=Ind", "Polarity=Neg",
)  # fmt: skip
PLACES = (
    "space before", "sentence starts", "line starts", "first line", "quoted", "quotation starts", "quotation ends",
    "closed",
)  # fmt: skip
PROPOSED = ("source", "cue", "content", "content starts")
FLAGS: tuple[str, ...] = (
    *WORD_FLAGS,
    *TRAITS,
    *PLACES,
    *(f"has {r}" for r in RELATIONS),
    *(f"proposed {part}" for part in PROPOSED),
    *(f"actor {k}" for k in KINDS),
)
_KNOWN = 20_000  # morphologies kept: there are some hundreds


class Features(NamedTuple):
    """Columns of a document, an item for each token.

    `words` and `lemmas` are the vocabulary's numbers (0 for none), `rows` those of the model's word vectors (-1 for
    none), `flags` a column for each of `FLAGS`, `shared` the vectors that the model's own layers give, `heads` token
    numbers, `sentences` and `quotes` running numbers (-1 outside quotations). `proposals` are those of the grammar.
    """

    words: Integers
    lemmas: Integers
    rows: Integers
    parts: Integers
    relations: Integers
    heads: Integers
    sentences: Integers
    quotes: Integers
    flags: Reals
    shared: Reals
    proposals: tuple[Proposal, ...]


def features_of(reading: Reading, quotes: Sequence[Quoted], actors: Iterable[LocalActor], words: Words) -> Features:
    """Return the features of a parsed document. `words` is the network's memory of words."""
    doc, proposals = reading.doc, tuple(propose(reading))
    names: list[int | str] = ["POS", "DEP", "MORPH", "HEAD", "SENT_START", "IDX", "LENGTH", "SPACY"]
    parts, relations, traits, heads, starts, place, lengths, spaces = doc.to_array(names).astype(np.int64).T
    count = len(doc)
    columns = words.of(doc)
    quoted = _quoted(place, place + lengths, quotes)
    above = np.clip(np.arange(count) + heads, 0, count - 1)
    hanging = _table(relations, lambda value: _number(RELATIONS, _symbol(doc, value), ""))
    flags = [
        columns.flags,
        _table(traits, lambda value: _traits(_symbol(doc, value))),
        _places(spaces > 0, starts == 1, columns.flags[:, SHAPES.index("blank")] > 0),
        _quotations(quoted, quotes),
        _dependents(above, hanging),
        _proposed(count, proposals),
        _actors(place, actors),
    ]
    return Features(
        words=columns.words,
        lemmas=columns.lemmas,
        rows=columns.rows,
        parts=_table(parts, lambda value: _number(PARTS, _symbol(doc, value), "X")),
        relations=hanging,
        heads=above,
        sentences=np.cumsum(starts == 1) - 1,
        quotes=quoted,
        flags=np.concatenate(flags, axis=1, dtype=np.float32),
        shared=doc.tensor.astype(np.float32) if len(doc.tensor) else np.zeros((count, 0), np.float32),
        proposals=proposals,
    )


def _symbol(doc: Doc, value: int) -> str:
    return str(doc.vocab.strings[value]) if value else ""


def _number(names: tuple[str, ...], name: str, default: str) -> int:
    return names.index(name if name in names else default)


def _table(values: Integers, of: Any) -> Any:
    """Return `of` each value, called once for each different one."""
    different, inverse = np.unique(values, return_inverse=True)
    return np.array([of(int(v) if v >= 0 else int(v) + 2**64) for v in different])[inverse]


@lru_cache(maxsize=_KNOWN)
def _traits(morphology: str) -> tuple[float, ...]:
    have = set(morphology.split("|"))
    return tuple(float(t in have) for t in TRAITS)


def _quoted(place: Integers, ends: Integers, quotes: Sequence[Quoted]) -> Integers:
    """Return the number of the quotation that each token stands in, -1 for none."""
    out = np.full(len(place), -1, dtype=np.int64)
    for number, quote in enumerate(quotes):
        first = int(np.searchsorted(ends, quote.span.start, side="right"))
        out[first : int(np.searchsorted(place, quote.span.end))] = number
    return out


def _places(spaces: npt.NDArray[np.bool_], starts: npt.NDArray[np.bool_], blank: npt.NDArray[np.bool_]) -> Reals:
    spaced, behind = np.append(True, spaces)[:-1], np.append(False, blank)[:-1]
    return np.stack([spaced, starts, behind, np.cumsum(blank) == 0], axis=1).astype(np.float32)


def _quotations(quoted: Integers, quotes: Sequence[Quoted]) -> Reals:
    inside = quoted >= 0
    before, after = np.append(-1, quoted)[:-1], np.append(quoted, -1)[1:]
    closed = np.array([*(q.closed for q in quotes), False], dtype=bool)[quoted]
    columns = [inside, inside & (before != quoted), inside & (after != quoted), inside & closed]
    return np.stack(columns, axis=1).astype(np.float32)


def _dependents(heads: Integers, relations: Integers) -> Reals:
    """Return by which relations others hang on each token."""
    out = np.zeros((len(heads), len(RELATIONS)), np.float32)
    hung = heads != np.arange(len(heads))
    out[heads[hung], relations[hung]] = 1
    return out


def _proposed(count: int, proposals: Iterable[Proposal]) -> Reals:
    out = np.zeros((count, len(PROPOSED)), np.float32)
    for proposal in proposals:
        for column, tokens in enumerate((proposal.source, proposal.cue, proposal.content)):
            out[list(tokens), column] = 1
        out[list(proposal.content[:1]), -1] = 1
    return out


def _actors(place: Integers, actors: Iterable[LocalActor]) -> Reals:
    out = np.zeros((len(place), len(KINDS)), np.float32)
    for actor in actors:
        kind = KINDS.index(actor.kind)
        for mention in actor.mentions:
            first, last = np.searchsorted(place, (mention.start, mention.end))
            out[first:last, kind] = 1
    return out
