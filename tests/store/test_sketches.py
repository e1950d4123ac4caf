from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from ledger_samples import annotations, article, pairs, story
from sqlalchemy import create_engine, insert

from selon.model import Sketch, Sketched
from selon.store import Ledger, Placing, rows, schema, sqlite
from selon.store.migrating import configuration
from selon.store.opening import writing


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "l.db") as opened:
        opened.add(pairs(1, 2, 3))
        opened.grouping("now")
        yield opened


def sketch(name: str, *keys: int) -> Sketch:
    return Sketch(id=name, days=None, subject={"pont": 1.0}, keys=keys)


def compared(asked: list[tuple[str, str]]) -> object:
    def likeness(one: Sketch, other: Sketch) -> float:
        asked.append((one.id, other.id))
        return 0.5 if {one.id, other.id} == {"k-1", "k-2"} else 0.0

    return likeness


ONE, TWO, THREE = (article(n).id for n in (1, 2, 3))


def test_only_sketches_that_share_a_key_are_compared(ledger: Ledger) -> None:
    asked: list[tuple[str, str]] = []
    likeness = compared(asked)
    ledger.add_sketches([(ONE, sketch("k-1", 7, 8), (70,))], likeness)  # type: ignore[arg-type]
    ledger.add_sketches([(TWO, sketch("k-2", 8), (70, 71)), (THREE, sketch("k-3", 9), ())], likeness)  # type: ignore[arg-type]
    assert asked == [("k-2", "k-1")]
    assert ledger.likenesses(["k-1"]) == ledger.likenesses(["k-2"]) == {("k-1", "k-2"): 0.5}
    assert ledger.likenesses(["k-1"], within=True) == {}
    assert ledger.holders([70, 71, 72]) == dict(sorted({ONE: [70], TWO: [70, 71]}.items()))
    assert ledger.holders([70], most=1) == {min(ONE, TWO): [70]}


def test_articles_with_one_sketch_are_held_together_and_adding_twice_changes_nothing(ledger: Ledger) -> None:
    asked: list[tuple[str, str]] = []
    made = [(ONE, sketch("k-1", 7), ()), (TWO, sketch("k-1", 7), ())]
    for _ in range(2):
        ledger.add_sketches(made, compared(asked))  # type: ignore[arg-type]
    both = [Sketched(sketch="k-1", days=None, articles=tuple(sorted((ONE, TWO))))]
    assert ledger.sketched(articles=[ONE]) == ledger.sketched(sketches=["k-1"]) == both
    assert asked == []
    assert ledger.unsketched([ONE, THREE]) == [THREE]


def test_a_grouping_that_comes_late_changes_nothing(ledger: Ledger) -> None:
    ledger.add_sketches([(ONE, sketch("k-1", 7), ())], compared([]))  # type: ignore[arg-type]
    after = ledger.grouping("now")
    first = Placing(after=after, gone=(), groups={"k-1": "g"}, placed=(ONE,))
    assert ledger.set_stories([story("s-1", article(1))], first)
    assert not ledger.set_stories([story("s-2", article(1))], first)
    assert [s.id for s in ledger.stories()] == ["s-1"]
    assert [s.articles for s in ledger.sketched(groups=["g"])] == [(ONE,)]
    assert ledger.unplaced() == sorted([TWO, THREE])
    ledger.assign([ONE], "Pont")  # so is one worked out before a person's word
    assert not ledger.set_stories([], Placing(after=after + 1, gone=("s-1",), groups={}, placed=(ONE,)))
    assert ledger.unplaced() == sorted([ONE, TWO, THREE])


def test_sketches_made_otherwise_are_forgotten(ledger: Ledger) -> None:
    ledger.add_sketches([(ONE, sketch("k-1", 7), (70,))], compared([]))  # type: ignore[arg-type]
    number = ledger.grouping("now")
    ledger.set_stories([], Placing(after=number, gone=(), groups={}, placed=(ONE, TWO, THREE)))
    assert ledger.unplaced() == []
    assert ledger.grouping("later") > number
    assert (ledger.sketched(articles=[ONE]), ledger.holders([70])) == ([], {})
    assert ledger.unplaced() == sorted([ONE, TWO, THREE])


def test_a_ledger_without_sketches_is_upgraded_without_loss(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    engine = create_engine(f"sqlite:///{path}")
    sqlite.prepare(engine)
    for revision in ("0001", "0002", "0003"):
        with writing(engine) as connection:
            config = configuration()
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
    one = article(1)
    with writing(engine) as connection:
        connection.execute(insert(schema.articles), rows.article_row(one))
        connection.execute(
            insert(schema.annotated), rows.annotations_row(one, annotations(one), rows.Reader(selon="0"))
        )
        connection.execute(insert(schema.stories), rows.story_row(story("s-1", one), "Le pont"))
        connection.execute(insert(schema.story_articles), {"story": "s-1", "article": one.id, "position": 0})
    engine.dispose()
    with Ledger.open(path) as ledger:
        assert ledger.articles("s-1") == [one]
        assert ledger.annotations([one.id]) == {one.id: annotations(one)}
        assert ledger.unplaced() == [one.id]
