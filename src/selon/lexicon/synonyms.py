"""Synonyms: words that news uses for one and the same thing, and those that stand for what was said before."""

from __future__ import annotations

from collections.abc import Iterator

from selon.lexicon.parts import Part, repeated


class Places(Part, frozen=True):
    """Words, without accents, before a name or an adjective that say where something is."""

    before: tuple[str, ...]
    inside: tuple[str, ...]
    ground: tuple[str, ...]


class Synonyms(Part, frozen=True):
    """synonyms.toml: dictionary forms in small letters, accents kept.

    Each of `rows` holds the words for one thing, `count` those that ask how many; `weighing` are the
    first words of the rows that weigh a thing rather than tell it. `empty` are the words that say
    nothing by themselves of what a statement is about (`ces informations`, `ne peut confirmer`), `earlier` the words of
    a cue, as they stand in texts, that place it before what the article tells (`avait démenti`), `later` those that
    place it behind (`a finalement démenti`). `alleging` are cues
    of judgements that tell a deed, `dismissing` words that dismiss what was said, `taking_up` pronouns for all of it.
    `evading` are words, name keys, by which a speaker takes no side, `asking` those that take for granted what they ask
    about.
    """

    rows: tuple[tuple[str, ...], ...]
    weighing: tuple[str, ...]
    count: tuple[str, ...]
    empty: tuple[str, ...]
    earlier: tuple[str, ...]
    later: tuple[str, ...]
    alleging: tuple[str, ...]
    dismissing: tuple[str, ...]
    evading: tuple[str, ...]
    asking: tuple[str, ...]
    taking_up: tuple[str, ...]
    places: Places

    def faults(self) -> Iterator[str]:
        """Yield words in two rows, rows of one word, and words with capitals, which could never match."""
        words = [word for row in (*self.rows, self.count) for word in row]
        yield from repeated(words, "rows")
        yield from repeated((*self.empty, *self.dismissing), "empty and dismissing")
        heads = {row[0] for row in self.rows}
        yield from (f"weighing: `{word}` is no row's first word" for word in self.weighing if word not in heads)
        yield from (f"rows: `{row[0]}` stands alone in its row" for row in self.rows if len(row) == 1)
        yield from (f"`{word}` has a capital letter" for word in (*words, *self.empty) if word != word.lower())
