"""Numbers in words, number nouns, fractions, and what looks like a number and counts nothing."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from selon.lexicon.parts import Part, repeated


class NumberWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for one value: a scale (`millions`) or a fraction (`la moitié`)."""

    words: tuple[str, ...]
    value: float


class NumberNoun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A noun that is a number: `une centaine de`, `des centaines de`."""

    singular: str
    plural: str
    value: int


class Numbers(Part, frozen=True):
    """numbers.toml. Words are in lower case, with plain spaces and apostrophes."""

    words: tuple[str, ...]
    articles: tuple[str, ...]
    joint: str
    scales: tuple[NumberWords, ...]
    scale_marks: tuple[NumberWords, ...]
    nouns: tuple[NumberNoun, ...]
    exact_nouns: tuple[NumberNoun, ...]
    vague_determiners: tuple[str, ...]
    one_determiners: tuple[str, ...]
    fractions: tuple[NumberWords, ...]
    fraction_names: tuple[str, ...]
    single_things: tuple[str, ...]
    range_openers: tuple[tuple[str, str], ...]
    range_joints: tuple[str, ...]
    change_words: tuple[str, ...]
    aged: tuple[str, ...]
    age_units: tuple[str, ...]
    age_openers: tuple[str, ...]
    age_words: tuple[str, ...]
    lasting_things: tuple[str, ...]
    age_undone: tuple[str, ...]
    time_units: tuple[str, ...]
    placing: tuple[str, ...]
    designations: tuple[str, ...]
    bare_openers: tuple[str, ...]
    bare_word_openers: tuple[str, ...]
    day_openers: tuple[str, ...]
    idioms: tuple[str, ...]
    loose_determiners: tuple[str, ...]
    links: tuple[str, ...]
    others: tuple[str, ...]
    selectors: tuple[str, ...]
    share_words: tuple[str, ...]
    halves: tuple[str, ...]
    streets: tuple[str, ...]
    distance_words: tuple[str, ...]
    distance_ends: tuple[str, ...]
    subject_followers: tuple[str, ...]
    age_joints: tuple[str, ...]
    age_endings: tuple[str, ...]
    group_openers: tuple[str, ...]
    group_words: tuple[str, ...]
    age_verbs: tuple[str, ...]
    level_words: tuple[str, ...]
    year_openers: tuple[str, ...]
    score_words: tuple[str, ...]
    score_followers: tuple[str, ...]

    def spelled(self) -> Iterator[str]:
        """Yield the words that are a number or a part of one: `soixante`, `dizaine`, `dizaines`."""
        yield from self.words
        for noun in (*self.nouns, *self.exact_nouns):
            yield from (noun.singular, noun.plural)

    def faults(self) -> Iterator[str]:
        """Yield words that stand twice and values that are not positive."""
        yield from repeated(self.words, "words")
        yield from repeated([w for s in self.scales for w in s.words], "scales")
        yield from repeated([w for s in self.scale_marks for w in s.words], "scale_marks")
        yield from repeated([n.singular for n in (*self.nouns, *self.exact_nouns)], "nouns")
        yield from repeated([w for f in self.fractions for w in f.words], "fractions")
        for entry in (*self.scales, *self.scale_marks, *self.fractions):
            if entry.value <= 0:
                yield f"`{entry.words[0]}`: expected a value above 0, got {entry.value}"
