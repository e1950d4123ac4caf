"""Events that are counted, so that two articles which give the same number speak of the same one."""

from __future__ import annotations

from collections.abc import Iterator

from selon.lexicon.parts import Part, repeated


class Events(Part, frozen=True):
    """events.toml: the words of what is `counted`, `ordinals` in words, and the endings of ordinals in figures."""

    counted: tuple[str, ...]
    ordinals: dict[str, int]
    ordinal_endings: tuple[str, ...]

    def faults(self) -> Iterator[str]:
        """Yield words that stand twice and ordinals that count nothing."""
        yield from repeated(self.counted, "counted")
        yield from repeated(self.ordinal_endings, "ordinal_endings")
        yield from (f"ordinals: `{word}` is {number}" for word, number in self.ordinals.items() if number < 1)
