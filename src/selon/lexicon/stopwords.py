"""Stop words: too common to tell what a text is about."""

from __future__ import annotations

from collections.abc import Iterator

from selon.lexicon.parts import Part, repeated


class Stopwords(Part, frozen=True):
    """stopwords.toml: words in small letters, accents kept.

    `words` say nothing of a text's subject; `negations` are those that turn what is said into its opposite.
    """

    words: tuple[str, ...]
    negations: tuple[str, ...]

    def faults(self) -> Iterator[str]:
        """Yield repeated words and words with capitals, which could never match."""
        for name, words in (("words", self.words), ("negations", self.negations)):
            yield from repeated(words, name)
            yield from (f"{name}: `{word}` has a capital letter" for word in words if word != word.lower())
