"""What was made of a story is found again while the story is as it was, and at no other time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import msgspec
import pytest
from ledger_samples import annotations, article, pairs, story

from selon.errors import StoreError, StoryNotFound
from selon.model import Correction, CorrectionKind, Mark
from selon.store import Ledger, Reader

WHEN = dt.datetime(2031, 5, 3, 9, tzinfo=dt.UTC)
HOME = story("g-1", article(1), article(2))
AWAY = story("g-2", article(3))


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.open("sqlite://") as opened:
        opened.add(pairs(1, 2, 3))
        opened.set_stories([HOME, AWAY])
        yield opened


def across(kind: CorrectionKind, *marks: Mark, when: dt.datetime = WHEN) -> Correction:
    of = "copies" if kind == "reject" else "actors"
    return Correction(id=f"k-{kind}", kind=kind, marks=marks, names=("Ivo",), who="Vera", when=when, of=of)


def rejected() -> Correction:
    read = annotations(article(1)).statements[0]
    from selon.store import as_read  # noqa: PLC0415

    return Correction(
        id="k-s",
        kind="reject",
        who="Vera",
        when=WHEN,
        of="statements",
        article=article(1).id,
        statement=read.id,
        read=as_read(article(1).text, read),
    )


def test_what_was_kept_is_there_until_something_else_is_kept(ledger: Ledger) -> None:
    whole = ledger.whole("g-1", "me")
    assert whole.kept is None
    ledger.keep("g-1", whole.state, b"old")
    ledger.keep("g-1", whole.state, b"new")
    assert ledger.whole("g-1", "me").kept == b"new"
    assert ledger.whole("g-1", "another Selon").kept is None
    assert ledger.whole("g-2", "me").kept is None
    ledger.keep("g-1", "other", b"other")
    assert ledger.whole("g-1", "me").kept is None


def test_it_is_told_with_its_corrections(ledger: Ledger) -> None:
    ledger.correct(rejected())
    merged = across("merge", Mark(article(2).id, "Ivo Lastre"), Mark(article(3).id, "Ivo Lastre"))
    ledger.correct(merged)
    told = ledger.whole("g-1").told()
    assert told.articles == ledger.articles("g-1")
    assert told.annotations == ledger.annotations(HOME.articles)
    assert told.amended == ledger.amended(HOME.articles)
    assert list(told.amended) == [article(1).id]
    assert told.corrections == [merged]


@pytest.mark.parametrize(
    "change",
    [
        lambda ledger: ledger.correct(rejected()),
        lambda ledger: ledger.correct(across("merge", Mark(article(2).id, "a"), Mark(article(3).id, "b"))),
        lambda ledger: ledger.correct(across("reject", Mark(article(2).id, ""), Mark(article(1).id, ""))),
        lambda ledger: ledger.read_again([(article(1), msgspec.structs.replace(annotations(article(1)), figures=()))]),
        lambda ledger: ledger.set_stories([msgspec.structs.replace(HOME, articles=(article(1).id,))]),
        lambda ledger: ledger.set_stories([msgspec.structs.replace(HOME, first=dt.date(2031, 5, 1))]),
    ],
)
def test_nothing_is_found_once_anything_has_changed(ledger: Ledger, change: Callable[[Ledger], None]) -> None:
    ledger.keep("g-1", ledger.whole("g-1").state, b"old")
    assert ledger.whole("g-1").kept == b"old"
    change(ledger)
    assert ledger.whole("g-1").kept is None


def test_it_is_found_again_when_a_correction_was_taken_back(ledger: Ledger) -> None:
    ledger.keep("g-1", ledger.whole("g-1").state, b"old")
    ledger.correct(rejected())
    ledger.withdraw("k-s", "Vera", WHEN)
    assert ledger.whole("g-1").kept == b"old"


def test_what_is_said_of_other_stories_changes_nothing(ledger: Ledger) -> None:
    state = ledger.whole("g-1").state
    ledger.correct(across("split", Mark(article(3).id, "Ivo Lastre")))
    ledger.read_again([(article(3), annotations(article(3)))], Reader(selon="9"))
    assert ledger.whole("g-1").state == state


def test_it_goes_with_its_story(ledger: Ledger) -> None:
    whole = ledger.whole("g-1")
    ledger.keep("g-1", whole.state, b"old")
    ledger.set_stories([AWAY])
    ledger.keep("g-1", whole.state, b"late")  # made while the stories were grouped anew
    ledger.set_stories([HOME])
    assert ledger.whole("g-1").state == whole.state
    assert ledger.whole("g-1").kept is None


def test_a_story_that_is_not_there_and_a_closed_door_are_told(ledger: Ledger) -> None:
    with pytest.raises(StoryNotFound):
        ledger.whole("g-3")
    with ledger._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(StoreError, match="can't be written"):
        ledger.keep("g-1", "s", b"")


def test_what_linking_remembers_outlives_a_grouping_and_goes_when_no_story_has_its_id(ledger: Ledger) -> None:
    assert ledger.remembered("g-1", "me") == b""
    ledger.remember("g-1", "me", b"old")
    ledger.remember("g-1", "me", b"new")
    ledger.remember("g-2", "me", b"other")
    assert (ledger.remembered("g-1", "me"), ledger.remembered("g-2", "me")) == (b"new", b"other")
    assert ledger.remembered("g-1", "another Selon") == b""
    ledger.set_stories([HOME])
    assert (ledger.remembered("g-1", "me"), ledger.remembered("g-2", "me")) == (b"new", b"")
