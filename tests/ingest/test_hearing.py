"""Everything that somebody said: in a story whatever the articles call them, elsewhere under a whole name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from selon.errors import ActorNotFound
from selon.ingest import actor_statements, split_actor
from selon.model import Annotations, Article, Interval, LocalActor, Statement, Story, article_id, statement_id
from selon.store import Ledger
from selon.text import Span

NOON = dt.datetime(2031, 5, 9, 12, tzinfo=dt.UTC)


def told(name: str, day: int, *speakers: str) -> tuple[Article, Annotations]:
    """An article in which each speaker says one thing."""
    text = "\n".join(f"Selon {speaker}, le quai {number} est sûr." for number, speaker in enumerate(speakers))
    article = Article(id=article_id(name, text), text=text, path=name)
    said, actors = [], []
    for number, speaker in enumerate(speakers):
        at = text.index(f"le quai {number}")
        source, content = Span(at - 2 - len(speaker), at - 2), (Span(at, at + 9),)
        when = Interval(dt.date(2031, 5, day), dt.date(2031, 5, day))
        said.append(
            Statement(
                id=statement_id(article.id, source, None, content),
                source=source,
                cue=None,
                content=content,
                form="indirect",
                stance="affirm",
                speaker=speaker,
                when=when,
            )
        )
        actors.append(LocalActor(name=speaker, kind="person", mentions=(source,)))
    return article, Annotations(
        path=name, article=article.id, language="fr", characters=len(text), statements=tuple(said), actors=tuple(actors)
    )


QUAY = told("1.txt", 1, "Ivo Lastre", "Ada Ferré")
AGAIN = told("2.txt", 2, "Lastre")
ELSEWHERE = told("3.txt", 3, "Ivo Lastre")
SURNAME = told("4.txt", 4, "Lastre")
LATER = told("5.txt", 5, "Ivo Lastre")


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.open("sqlite://") as opened:
        opened.add([QUAY, AGAIN, ELSEWHERE, SURNAME, LATER])
        homes = {"g-quay": (QUAY, AGAIN), "g-bank": (ELSEWHERE, SURNAME), "g-mill": (LATER,)}
        opened.set_stories(
            [Story(id=id_, title=None, articles=tuple(a.id for a, _ in pairs)) for id_, pairs in homes.items()]
        )
        yield opened


def paths(lines: list[object], ledger: Ledger) -> list[str | None]:
    by_id = {a.id: a.path for a in ledger.articles()}
    return [by_id[line.article] for line in lines]  # type: ignore[attr-defined]


def test_in_the_story_by_any_name_elsewhere_by_a_whole_one(ledger: Ledger) -> None:
    total, lines = actor_statements(ledger, "g-quay", "Ivo Lastre", 9)
    assert (total, paths([*lines], ledger)) == (4, ["2.txt", "1.txt", "5.txt", "3.txt"])


def test_it_comes_in_portions(ledger: Ledger) -> None:
    _, every = actor_statements(ledger, "g-quay", "Ivo Lastre", 9)
    for size in (1, 2, 3):
        portions = [actor_statements(ledger, "g-quay", "Ivo Lastre", size, at) for at in range(0, 5, size)]
        assert {total for total, _ in portions} == {4}
        assert [line for _, lines in portions for line in lines] == every


def test_who_was_split_off_is_somebody_else(ledger: Ledger) -> None:
    split_actor(ledger, "g-bank", "Ivo Lastre", [ELSEWHERE[0].id], "Vera", NOON)
    total, lines = actor_statements(ledger, "g-quay", "Ivo Lastre", 9)
    assert (total, paths([*lines], ledger)) == (3, ["2.txt", "1.txt", "5.txt"])


def test_somebody_whom_the_story_does_not_have_is_not_found(ledger: Ledger) -> None:
    with pytest.raises(ActorNotFound):
        actor_statements(ledger, "g-mill", "Ada Ferré", 9)
