"""What can be said of characters alone: spans, offset maps, quotation marks, sentences, language."""

from selon.text.folding import folded
from selon.text.offsets import OffsetMap, Piece, keep
from selon.text.quotes import Quoted, quotations
from selon.text.sentences import sentence_starts
from selon.text.spans import Span, covering, merged, stripped, words_of

__all__ = [
    "OffsetMap",
    "Piece",
    "Quoted",
    "Span",
    "covering",
    "folded",
    "keep",
    "merged",
    "quotations",
    "sentence_starts",
    "stripped",
    "words_of",
]
