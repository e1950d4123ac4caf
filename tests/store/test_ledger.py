from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_samples import annotations, article, pairs, story
from sqlalchemy import text

from selon.errors import StoreError, StoryNotFound
from selon.store import Added, Ledger, Reader, named_story_id


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.db") as opened:
        yield opened


def rows(ledger: Ledger, query: str) -> list[tuple[object, ...]]:
    with ledger._engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def test_what_was_added_comes_back_equal(ledger: Ledger) -> None:
    given = pairs(1, 2, 3)
    ids = [a.id for a, _ in given]
    assert ledger.add(given) == Added(added=tuple(ids), unchanged=())
    assert ledger.ids() == sorted(ids)
    assert ledger.articles() == sorted((a for a, _ in given), key=lambda a: a.id)
    assert ledger.annotations(ids) == {a.id: n for a, n in given}
    assert list(ledger.annotations(ids)) == sorted(ids)


def test_adding_again_changes_nothing(ledger: Ledger) -> None:
    first, second = pairs(1), pairs(1, 2)
    ledger.add(first)
    (old, _), (new, _) = second
    assert ledger.add(second) == Added(added=(new.id,), unchanged=(old.id,))
    assert rows(ledger, "SELECT count(*) FROM statements") == [(4,)]


def test_an_article_given_twice_in_one_batch_is_added_once(ledger: Ledger) -> None:
    assert ledger.add(pairs(1, 1)) == Added(added=(article(1).id,), unchanged=())


def test_adding_nothing_is_no_fault(ledger: Ledger) -> None:
    assert ledger.add([]) == Added()
    assert ledger.articles() == []


def test_known_ids_are_those_in_the_ledger(ledger: Ledger) -> None:
    ledger.add(pairs(*range(3)))
    asked = [article(n).id for n in range(1200)]  # more than one query holds
    assert ledger.known(asked) == set(asked[:3])


def test_statements_and_figures_have_rows_of_their_own(ledger: Ledger) -> None:
    ((one, found),) = pairs(1)
    ledger.add([(one, found)])
    columns = "article, position, id, speaker, stance, form, certainty, when_low, when_high, text"
    first, second = found.statements
    shared = ("Ivo Lastre", "affirm")
    assert rows(ledger, f"SELECT {columns} FROM statements ORDER BY position") == [
        (
            one.id,
            0,
            first.id,
            *shared,
            "indirect",
            "certain",
            "2031-05-01",
            None,
            "que 3 000 habitants attendaient le pont",
        ),
        (one.id, 1, second.id, *shared, "direct", "certain", "2031-05-01", None, "« Lundi »"),
    ]
    columns = "article, position, id, speaker, statement, counted, low, high, approx, text"
    assert rows(ledger, f"SELECT {columns} FROM figures") == [
        (one.id, 0, found.figures[0].id, "Ivo Lastre", first.id, "habitant", 3000.0, 3000.0, "exact", "3 000 habitants")
    ]
    assert rows(ledger, "SELECT address, title, outlet, published_low, published_high FROM articles") == [
        ("0001.txt", "Le pont de Varmelle rouvrira", "Le Fanal", "2031-05-01", "2031-05-02")
    ]


def test_each_article_says_what_read_it(ledger: Ledger) -> None:
    reader = Reader(selon="0.9", lexicon="fr-abc", model="m 1")
    ledger.add(pairs(1), reader=reader)
    ledger.add(pairs(1, 2))
    assert ledger.readers() == {article(1).id: reader, article(2).id: Reader(selon=version("selon"))}


def test_one_article_that_cannot_be_stored_keeps_its_whole_batch_out(ledger: Ledger) -> None:
    one, two = article(1), article(2)
    with pytest.raises(StoreError, match=f"0002: expected the annotations of {two.id}, got those of {one.id}"):
        ledger.add([(one, annotations(one)), (two, annotations(one))])
    broken = msgspec.structs.replace(two, outlet="\ud800")
    with pytest.raises(StoreError, match="0002: expected Unicode text, got half a surrogate pair"):
        ledger.add([(one, annotations(one)), (broken, annotations(two))])
    assert ledger.ids() == []


def test_an_error_of_whoever_gives_the_articles_adds_none(ledger: Ledger) -> None:
    def given() -> Iterator[object]:
        yield pairs(1)[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ledger.add(given())  # type: ignore[arg-type]
    assert ledger.ids() == []


@pytest.mark.parametrize("number", [10**400, -(10**400), 2**80, 0.5])
def test_figures_of_any_size_are_kept(ledger: Ledger, number: float) -> None:
    one = article(1)
    found = annotations(one)
    found = msgspec.structs.replace(found, figures=(msgspec.structs.replace(found.figures[0], low=number, high=None),))
    ledger.add([(one, found)])
    assert ledger.annotations([one.id]) == {one.id: found}


def test_an_annotator_that_repeats_itself_is_stored_as_it_is(ledger: Ledger) -> None:
    one = article(1)
    found = annotations(one)
    found = msgspec.structs.replace(found, figures=found.figures * 2, statements=found.statements * 2)
    ledger.add([(one, found)])
    assert ledger.annotations([one.id]) == {one.id: found}


def test_stories_come_back_by_their_beginning_those_without_date_last(ledger: Ledger) -> None:
    ledger.add(pairs(1, 2, 3))
    undated = story("g-a", article(3))
    late, early = (
        story("g-b", article(1), first=dt.date(2031, 5, 9)),
        story("g-c", article(2), first=dt.date(2031, 5, 1)),
    )
    ledger.set_stories([undated, late, early])
    assert ledger.stories() == [early, late, undated]


def test_set_stories_replaces_the_whole_grouping(ledger: Ledger) -> None:
    ledger.add(pairs(1, 2))
    ledger.set_stories([story("g-1", article(1)), story("g-2", article(2))])
    together = story("g-3", article(2), article(1))
    ledger.set_stories([together])
    assert ledger.stories() == [together]
    assert ledger.articles("g-3") == [article(2), article(1)]  # in the story's order


def test_a_story_of_an_unknown_article_leaves_the_old_grouping(ledger: Ledger) -> None:
    ledger.add(pairs(1))
    old = story("g-1", article(1))
    ledger.set_stories([old])
    with pytest.raises(StoreError, match=f"expected articles of the ledger, got {article(2).id}. Add these articles"):
        ledger.set_stories([story("g-2", article(2))])
    assert ledger.stories() == [old]


def test_a_story_is_found_by_id_start_of_id_name_and_title(ledger: Ledger) -> None:
    ledger.add(pairs(1, 2))
    bridge, ferry = story("g-12ab", article(1)), story(named_story_id("Le bac"))
    ledger.set_stories([bridge, ferry])
    for wanted in ("g-12ab", "g-12", "le pont de VARMELLE rouvrira "):
        assert ledger.story(wanted) == bridge
    assert ledger.story("Le bac") == ferry


def test_a_story_not_found_names_the_nearest(ledger: Ledger) -> None:
    with pytest.raises(StoryNotFound, match="the ledger has no story yet"):
        ledger.story("le pont")
    ledger.add(pairs(1, 2))
    ledger.set_stories([story("g-12ab", article(1)), story("g-12cd", article(2))])
    with pytest.raises(StoryNotFound, match=r"Nearest: g-12.. \(Le pont de Varmelle rouvrira\)"):
        ledger.story("Le pont de Varmele rouvrir")
    with pytest.raises(StoryNotFound, match=r"several that `g-12` fits: g-12ab \(.*\), g-12cd \(.*\)"):
        ledger.story("g-12")
    with pytest.raises(StoryNotFound, match="There are: g-12ab"):
        ledger.articles("???")


def test_what_a_person_put_into_a_story_outlives_grouping_and_adding_again(ledger: Ledger) -> None:
    ledger.add(pairs(1))
    ledger.add(pairs(1, 2), story="Le pont")
    ledger.set_stories([])
    ledger.add(pairs(1, 2))
    both = dict.fromkeys(sorted([article(1).id, article(2).id]), "Le pont")
    assert ledger.assignments() == both
    ledger.assign([article(2).id], "Le bac")
    assert ledger.assignments() == both | {article(2).id: "Le bac"}
    with pytest.raises(StoreError, match="expected articles of the ledger"):
        ledger.assign([article(1).id, "a-0"], "Le bac")
    assert ledger.assignments() == both | {article(2).id: "Le bac"}


def test_a_damaged_row_says_so(ledger: Ledger) -> None:
    ledger.add(pairs(1))
    with ledger._engine.begin() as connection:
        connection.execute(text("UPDATE articles SET json = '{}'"))
    with pytest.raises(StoreError, match=f"damaged row: {article(1).id}: .*Restore the ledger"):
        ledger.articles()


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(st.integers(0, 6), max_size=4), max_size=5))
def test_neither_batches_nor_order_nor_repetition_show_in_the_ledger(batches: list[list[int]]) -> None:
    with Ledger.open("sqlite://") as ledger:
        for batch in batches:
            done = ledger.add(pairs(*batch))
            assert set(done.added + done.unchanged) == {article(n).id for n in batch}
        numbers = {n for batch in batches for n in batch}
        assert ledger.articles() == sorted((article(n) for n in numbers), key=lambda a: a.id)
        assert ledger.annotations(ledger.ids()) == {a.id: n for a, n in pairs(*numbers)}
