"""Stories: which articles belong together, as they were grouped and as persons put them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, Engine, delete, select

from selon.errors import StoreError
from selon.model import Article, Story
from selon.store import rows, schema
from selon.store.filling import insert_rows, json_of, known_of, portions
from selon.store.finding import find_story
from selon.store.opening import reading, writing
from selon.store.placing import Placing, advance, wait_again
from selon.text import words_of


class Stories:
    """The part of a ledger that groups its articles."""

    _engine: Engine

    def assign(self, ids: Iterable[str], story: str) -> None:
        """Put articles into the story named `story`, for a person. Raises StoreError for an unknown article."""
        with writing(self._engine) as connection:
            assign(connection, list(dict.fromkeys(ids)), story)

    def assignments(self) -> dict[str, str]:
        """Return the name of the story that a person put an article into, by article id, sorted."""
        table = schema.assignments
        with reading(self._engine) as connection:
            found = connection.execute(select(table.c.article, table.c.story).order_by(table.c.article))
            return {row.article: row.story for row in found}

    def stories(self) -> list[Story]:
        """Return all stories, the one that began first first; those without a date last."""
        table = schema.stories
        query = select(table.c.id, table.c.json).order_by(table.c.first.is_(None), table.c.first, table.c.id)
        with reading(self._engine) as connection:
            found = connection.execute(query).all()
        return [rows.read_back(json, Story, id_) for id_, json in found]

    def set_stories(self, stories: Sequence[Story], placing: Placing | None = None) -> bool:
        """Replace the whole grouping; with `placing`, what it says of it, and say whether that was still true.

        Nothing is changed when another grouping came first. Raises StoreError, and leaves the old one, for an unknown
        article.
        """
        with writing(self._engine) as connection:
            if placing is not None and not advance(connection, placing):
                return False
            _delete_stories(connection, placing.gone if placing else None)
            refuse_strangers(connection, [id_ for story in stories for id_ in story.articles])
            titles = _titles(connection, stories)
            _insert_stories(connection, stories, titles)
            table = schema.remembered
            connection.execute(delete(table).where(table.c.story.not_in(select(schema.stories.c.id))))
        return True

    def homes(self, articles: Iterable[str]) -> dict[str, str]:
        """Return the story that each of `articles` is in, by article id."""
        table = schema.story_articles
        with reading(self._engine) as connection:
            return {
                article: story
                for some in portions(articles)
                for article, story in connection.execute(
                    select(table.c.article, table.c.story).where(table.c.article.in_(some))
                )
            }

    def story(self, wanted: str) -> Story:
        """Return the story of that id, of an id that starts so, of that name or title.

        Raises StoryNotFound with the nearest names.
        """
        table = schema.stories
        with reading(self._engine) as connection:
            found = story_id(connection, wanted)
            json = connection.scalars(select(table.c.json).where(table.c.id == found)).one()
        return rows.read_back(json, Story, found)


def story_id(connection: Connection, wanted: str) -> str:
    """Return the id of the story meant. Raises StoryNotFound with the nearest names."""
    table = schema.stories
    listed = [(id_, title) for id_, title in connection.execute(select(table.c.id, table.c.title).order_by("id"))]
    names = list(connection.scalars(select(schema.assignments.c.story).distinct().order_by("story")))
    return find_story(wanted, listed, names)


def assign(connection: Connection, ids: Sequence[str], story: str) -> None:
    """Put articles into the story of a name. Raises StoreError for an unknown article."""
    refuse_strangers(connection, ids)
    table = schema.assignments
    for some in portions(ids):
        connection.execute(delete(table).where(table.c.article.in_(some)))
    insert_rows(connection, table, [{"article": id_, "story": story} for id_ in ids])
    wait_again(connection, ids)


def refuse_strangers(connection: Connection, ids: Iterable[str]) -> None:
    """Raise StoreError when one of `ids` is no article of the ledger."""
    unknown = sorted(set(ids) - known_of(connection, ids))
    if unknown:
        msg = f"expected articles of the ledger, got {', '.join(unknown[:5])}. Add these articles first"
        raise StoreError(msg)


def leave_stories(connection: Connection, gone: set[str]) -> None:
    """Take articles that are no longer there out of their stories. One that loses all of them is no story."""
    table = schema.stories
    for id_, data in connection.execute(select(table.c.id, table.c.json)).all():
        story = rows.read_back(data, Story, id_)
        if gone.isdisjoint(story.articles):
            continue
        left = _without(story, gone)
        titles = _titles(connection, [left])
        connection.execute(delete(table).where(table.c.id == id_))
        if left.articles:
            _insert_stories(connection, [left], titles)


def _delete_stories(connection: Connection, gone: Iterable[str] | None) -> None:
    if gone is None:
        connection.execute(delete(schema.story_articles))
        connection.execute(delete(schema.stories))
        return
    for some in portions(gone):
        connection.execute(delete(schema.story_articles).where(schema.story_articles.c.story.in_(some)))
        connection.execute(delete(schema.stories).where(schema.stories.c.id.in_(some)))


def _insert_stories(connection: Connection, stories: Sequence[Story], titles: dict[str, str]) -> None:
    insert_rows(connection, schema.stories, [rows.story_row(s, titles.get(s.id)) for s in stories])
    places = [
        {"story": story.id, "article": id_, "position": position}
        for story in stories
        for position, id_ in enumerate(story.articles)
    ]
    insert_rows(connection, schema.story_articles, places)


def _without(story: Story, gone: set[str]) -> Story:
    episodes = [
        msgspec.structs.replace(
            episode,
            title=None if episode.title and episode.title.article in gone else episode.title,
            articles=tuple(id_ for id_ in episode.articles if id_ not in gone),
        )
        for episode in story.episodes
    ]
    return msgspec.structs.replace(
        story,
        title=None if story.title and story.title.article in gone else story.title,
        articles=tuple(id_ for id_ in story.articles if id_ not in gone),
        episodes=tuple(episode for episode in episodes if episode.articles),
    )


def _titles(connection: Connection, stories: Sequence[Story]) -> dict[str, str]:
    """Return the words of each story's title, by story id."""
    titled = [(story.id, story.title) for story in stories if story.title is not None]
    table = schema.articles
    held = json_of(connection, table.c.id, table.c.json, [title.article for _, title in titled])
    texts = {id_: rows.read_back(data, Article, id_).text for id_, data in held.items()}
    return {id_: words_of(title.spans, texts[title.article]) for id_, title in titled if title.article in texts}
