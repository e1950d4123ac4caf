"""What somebody says in other stories: under a whole name, and not who was split off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from selon.ingest import said_elsewhere, split_actor
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


NAMES = ("Ivo Lastre", "Lastre")


def test_elsewhere_somebody_is_looked_for_under_a_whole_name(ledger: Ledger) -> None:
    total, lines = said_elsewhere(ledger, "g-quay", "person", NAMES, 9)
    assert (total, paths([*lines], ledger)) == (2, ["5.txt", "3.txt"])
    assert said_elsewhere(ledger, "g-quay", "body", NAMES, 9)[0] == 3
    assert said_elsewhere(ledger, "g-quay", "anonymous", NAMES, 9) == (0, [])


def test_it_comes_in_portions(ledger: Ledger) -> None:
    _, every = said_elsewhere(ledger, "g-quay", "person", NAMES, 9)
    portions = [said_elsewhere(ledger, "g-quay", "person", NAMES, 1, at) for at in range(3)]
    assert {total for total, _ in portions} == {2}
    assert [line for _, lines in portions for line in lines] == every


def test_who_was_split_off_is_somebody_else(ledger: Ledger) -> None:
    split_actor(ledger, "g-bank", "Ivo Lastre", [ELSEWHERE[0].id], "Vera", NOON)
    total, lines = said_elsewhere(ledger, "g-quay", "person", NAMES, 9)
    assert (total, paths([*lines], ledger)) == (1, ["5.txt"])
