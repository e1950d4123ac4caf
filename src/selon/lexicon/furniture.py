"""Furniture: the words of a page that are not the article's."""

from __future__ import annotations

from collections.abc import Iterator

from selon.lexicon.parts import Part, repeated


class Furniture(Part, frozen=True):
    """furniture.toml. Words are compared without case, accents and final punctuation.

    `labels` are buttons and menu entries: a line made of them is a navigation row. `rubrics` are names of
    sections, which may stand above a title. `lines` are furniture when they are a whole line, `openings` when
    a line without the shape of a paragraph begins with them. `related` introduce other articles' titles,
    `siblings` (written in this case) one other title on the same line. `rights` mark who owns a picture or a
    text. `published` and `updated` open a line that gives a date. `follow` come before an outlet's own name,
    unless what follows is one of the `networks`. `bylines` open a line that names the author, `credits` one
    that names a source of the article, `biographies` are words of which one stands in a portrait of the
    author. `drop_capitals` are what machine translation makes of a single letter in front of a paragraph. `partners`
    come before those with whose material an author worked, `agency_words` call something an agency, `articles`
    come before its name, `particles` are the parts of people's names without a capital. `owners` open the name
    of a picture's owner after a caption, `tails` (written in this case) do so without a full stop before.
    """

    labels: tuple[str, ...]
    rubrics: tuple[str, ...]
    lines: tuple[str, ...]
    openings: tuple[str, ...]
    invitations: tuple[str, ...]
    related: tuple[str, ...]
    siblings: tuple[str, ...]
    rights: tuple[str, ...]
    published: tuple[str, ...]
    updated: tuple[str, ...]
    follow: tuple[str, ...]
    networks: tuple[str, ...]
    bylines: tuple[str, ...]
    credits: tuple[str, ...]
    biographies: tuple[str, ...]
    drop_capitals: tuple[str, ...]
    partners: tuple[str, ...]
    agency_words: tuple[str, ...]
    articles: tuple[str, ...]
    particles: tuple[str, ...]
    owners: tuple[str, ...]
    tails: tuple[str, ...]

    def faults(self) -> Iterator[str]:
        """Yield words that stand twice in one list."""
        for field in self.__struct_fields__:
            yield from repeated(getattr(self, field), field)
