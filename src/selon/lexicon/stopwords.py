"""Stop words: too common to tell what a text is about."""

from __future__ import annotations

from collections.abc import Iterator

from selon.lexicon.parts import Part, repeated


class Stopwords(Part, frozen=True):
    """stopwords.toml: `words` in small letters, accents kept."""

    words: tuple[str, ...]

    def faults(self) -> Iterator[str]:
        """Yield repeated words and words with capitals, which could never match."""
        yield from repeated(self.words, "words")
        yield from (f"words: `{word}` has a capital letter" for word in self.words if word != word.lower())
