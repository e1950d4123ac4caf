"""What can be said of characters alone: spans, offset maps, quotation marks, sentences, language."""

from selon.text.offsets import OffsetMap, Piece, keep
from selon.text.spans import Span, covering, merged, stripped, words_of

__all__ = ["OffsetMap", "Piece", "Span", "covering", "keep", "merged", "stripped", "words_of"]
