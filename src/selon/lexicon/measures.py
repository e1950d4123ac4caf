"""Measures: words for what a body does about a tax, a law, an operation, or whatever else it decides."""

from __future__ import annotations

from collections.abc import Iterator

from selon.lexicon.parts import Part, repeated


class Measures(Part, frozen=True):
    """measures.toml: verbs and nouns in dictionary forms, accents kept; a phrase starts with one.

    `holds`, `adjusts`, `suspends`, `drops` and `weighs` are the courses that a body may take. `undoes` turns a course
    that follows into its contrary, `refuses` any. Words of `set_only` tell a course only beside one of `set`, which
    stands for a measure named before. `deciding` are the cues of who does what he says, `demanding` of who wants it of
    others; `needing` makes a demand or a supposition of a content. `more_or_less` is a measure itself, with its noun;
    `kinds` and `any_kind` do not tell which measure. `ending` ends the words for a measure, those `aiming` not before a
    noun; `among` opens more of them behind a mark, `passing_over` tells nothing of it. What comes behind a word `aside`
    or `opposing` is not what is said; `being` is what passives are made with.
    """

    holds: tuple[str, ...]
    adjusts: tuple[str, ...]
    suspends: tuple[str, ...]
    drops: tuple[str, ...]
    weighs: tuple[str, ...]
    undoes: tuple[str, ...]
    refuses: tuple[str, ...]
    set_only: tuple[str, ...]
    set: tuple[str, ...]
    deciding: tuple[str, ...]
    demanding: tuple[str, ...]
    needing: tuple[str, ...]
    more_or_less: tuple[str, ...]
    kinds: tuple[str, ...]
    any_kind: tuple[str, ...]
    ending: tuple[str, ...]
    aiming: tuple[str, ...]
    among: tuple[str, ...]
    passing_over: tuple[str, ...]
    aside: tuple[str, ...]
    opposing: tuple[str, ...]
    being: tuple[str, ...]

    def courses(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield each course with its words."""
        for name in ("holds", "adjusts", "suspends", "drops", "weighs"):
            yield name, getattr(self, name)

    def faults(self) -> Iterator[str]:
        """Yield words of two courses, and words that are to be one of them and are not."""
        words = [word for _, own in self.courses() for word in own]
        yield from repeated([*words, *self.undoes, *self.refuses], "courses")
        yield from (f"set_only: `{word}` tells no course" for word in self.set_only if word not in words)
