"""Function words: the small words by which the grammar of a statement is read."""

from __future__ import annotations

from selon.lexicon.parts import Part


class Syntax(Part, frozen=True):
    """syntax.toml, all in lower case with straight apostrophes.

    `complementizers` open a clause that is said (`que`); `subject_relatives` stand for what was named before
    (`qui`); `not_sources` are pronouns that speak for nobody, or for the author; `persons` are pronouns that
    may follow an opinion preposition (`pour lui`); `never_subjects` are objects wherever they stand before a
    verb; `moments` are times that look like objects (`a dit lundi`);
    `connectives` open a sentence without being part of what is said; `purposes` mark an infinitive that is an
    aim and no content; `suppositions` open a condition; `reserves` are the conditional forms by which an
    article withholds its guarantee; `auxiliaries` are forms that a participle may hang on; `anonymous` is the
    noun of an unnamed source; `gerunds` introduce a participle; `telling` and `audiences` say to whom somebody
    spoke; `inverted` are the pronouns hung on a verb, `linking` the letters between (`a-t-il`).
    """

    complementizers: tuple[str, ...]
    subject_relatives: tuple[str, ...]
    not_sources: tuple[str, ...]
    persons: tuple[str, ...]
    never_subjects: tuple[str, ...]
    not_objects: tuple[str, ...]
    moments: tuple[str, ...]
    connectives: tuple[str, ...]
    purposes: tuple[str, ...]
    suppositions: tuple[str, ...]
    reserves: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    reflexives: tuple[str, ...]
    anonymous: tuple[str, ...]
    gerunds: tuple[str, ...]
    telling: tuple[str, ...]
    audiences: tuple[str, ...]
    inverted: tuple[str, ...]
    linking: tuple[str, ...]
