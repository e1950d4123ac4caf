"""Publication: the words by which a text shows when it was written."""

from __future__ import annotations

from collections.abc import Iterator

from selon.lexicon.parts import Part, repeated


class Publication(Part, frozen=True):
    """publication.toml. Words are in lower case, with plain spaces and apostrophes.

    `today` before a weekday with its date makes it the day of writing. `past` are words of the past tenses,
    `conditional_endings` end verbs in the conditional, which tells nothing as done; behind a word of `done` it
    tells what may have happened already. `as_of` before a date says how things stood on it, `from_then` that
    something begins on it, and words of `either` in it leave the choice of two days.
    """

    today: tuple[str, ...]
    past: tuple[str, ...]
    conditional_endings: tuple[str, ...]
    done: tuple[str, ...]
    as_of: tuple[str, ...]
    from_then: tuple[str, ...]
    either: tuple[str, ...]

    def faults(self) -> Iterator[str]:
        """Yield words that stand twice in one list."""
        yield from repeated(self.today, "today")
        yield from repeated(self.past, "past")
        yield from repeated(self.conditional_endings, "conditional_endings")
        yield from repeated(self.done, "done")
