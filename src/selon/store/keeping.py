"""Keeping: what was made of a story, as long as all that it was made from is as it was.

Nothing kept here is the truth: it can be thrown away at any time and made again. It is found by a digest of what went
into it, so that nobody who writes has to know of it; and it goes with its story.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, Engine, delete, select

from selon.model import Amended, Annotations, Article, Correctable, Correction, Story
from selon.store import rows, schema
from selon.store.amending import amended
from selon.store.filling import corrections_of, insert_rows, json_of
from selon.store.opening import reading, writing
from selon.store.stories import story_id

_WITHIN: tuple[Correctable, ...] = ("stories", "statements")
"""Kinds of corrections that are in the story itself, or in what was read in one article. Others are about several."""


class Told:
    """The articles of a story with what was read in them, as persons corrected it."""

    def __init__(
        self,
        articles: Sequence[Article],
        read: Mapping[str, Annotations],
        stated: Mapping[str, Sequence[Correction]],
        corrections: Sequence[Correction],
    ) -> None:
        texts = {a.id: a.text for a in articles}
        self.articles = articles
        self.amended: dict[str, Amended] = {i: amended(texts[i], read[i], stated[i]) for i in sorted(stated)}
        self.annotations = {i: self.amended[i].annotations if i in self.amended else read[i] for i in sorted(read)}
        self.corrections = corrections


@dataclass(frozen=True, slots=True)
class Whole:
    """All that the ledger holds of a story at one moment.

    `state` is another one as soon as any of it is. `kept` is what was kept of the story in this very state.
    """

    story: Story
    state: str
    kept: bytes | None = field(repr=False)
    _articles: Mapping[str, str] = field(repr=False)
    _annotations: Mapping[str, str] = field(repr=False)
    _stated: Mapping[str, Sequence[Correction]] = field(repr=False)
    _across: Sequence[Correction] = field(repr=False)

    def told(self) -> Told:
        """Return its articles, in its order, and what was read in them."""
        articles = [rows.read_back(self._articles[id_], Article, id_) for id_ in self.story.articles]
        read = {id_: rows.read_back(json, Annotations, id_) for id_, json in self._annotations.items()}
        return Told(articles, read, self._stated, self._across)


class Keeping:
    """The part of a ledger that keeps what was made of its stories."""

    _engine: Engine

    def whole(self, wanted: str, made_with: str = "") -> Whole:
        """Return all that there is of a story, taken as `story()` takes it, and what is kept of it.

        `made_with` says what makes of it that which is kept: with something else it is another state. Raises
        StoryNotFound, StoreError.
        """
        with reading(self._engine) as connection:
            found = story_id(connection, wanted)
            told = connection.scalars(select(schema.stories.c.json).where(schema.stories.c.id == found)).one()
            story = rows.read_back(told, Story, found)
            articles = json_of(connection, schema.articles.c.id, schema.articles.c.json, story.articles)
            read = json_of(connection, schema.annotated.c.article, schema.annotated.c.json, story.articles)
            stated = {id_: made for id_, made in corrections_of(connection, story.articles).items() if id_ in read}
            across = _across(connection, frozenset(story.articles))
            said = [rows.written(c, c.id) for c in (*across, *(c for i in sorted(stated) for c in _ordered(stated[i])))]
            state = _state((made_with, told, *_listed(articles), *_listed(read), *said))
            table = schema.dossiers
            kept = select(table.c.data).where(table.c.story == found, table.c.state == state)
            return Whole(story, state, connection.scalar(kept), articles, read, stated, across)

    def keep(self, story: str, state: str, data: bytes) -> None:
        """Keep what was made of a story in a state, in the place of what was kept of it before.

        Nothing is kept of a story that is no longer there. Raises StoreError.
        """
        table = schema.dossiers
        with writing(self._engine) as connection:
            connection.execute(delete(table).where(table.c.story == story))
            if connection.scalar(select(schema.stories.c.id).where(schema.stories.c.id == story)) is not None:
                insert_rows(connection, table, [{"story": story, "state": state, "data": data}])

    def remembered(self, story: str, made_with: str) -> bytes:
        """Return what linking worked out of a story's articles, empty when nothing was kept that `made_with` made."""
        table = schema.remembered
        with reading(self._engine) as connection:
            kept = select(table.c.data).where(table.c.story == story, table.c.made_with == made_with)
            return connection.scalar(kept) or b""

    def remember(self, story: str, made_with: str, data: bytes) -> None:
        """Keep what linking worked out of a story's articles, in the place of what was kept before.

        The story may be about to be written: what is kept of none goes with the next grouping. Raises StoreError.
        """
        table = schema.remembered
        with writing(self._engine) as connection:
            connection.execute(delete(table).where(table.c.story == story))
            insert_rows(connection, table, [{"story": story, "made_with": made_with, "data": data}])


def _across(connection: Connection, articles: frozenset[str]) -> list[Correction]:
    """Return the corrections of actors, copies and the like that name some of `articles`, the oldest first."""
    table = schema.corrections
    query = select(table.c.id, table.c.json).where(table.c.subject.not_in(_WITHIN))
    made = [rows.read_back(json, Correction, id_) for id_, json in connection.execute(query)]
    return _ordered(c for c in made if any(mark.article in articles for mark in c.marks))


def _ordered(made: Iterable[Correction]) -> list[Correction]:
    return sorted(made, key=lambda c: (c.when, c.id))


def _listed(held: Mapping[str, str]) -> list[str]:
    return [part for id_ in sorted(held) for part in (id_, held[id_])]


def _state(parts: Iterable[str]) -> str:
    """Return a digest of `parts`, of which nobody can make two alike (BLAKE2b, 256 bits)."""
    hashed = hashlib.blake2b(digest_size=32)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        hashed.update(len(data).to_bytes(8, "big"))
        hashed.update(data)
    return hashed.hexdigest()
