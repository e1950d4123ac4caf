"""The desk makes the dossier of a story once for each state of it, whoever changes it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from selon.dossier import Dossier
from selon.ingest import Upload, add_copy, keeping, whole_story
from selon.store import Ledger
from selon.web.adding import take
from selon.web.correcting import correct, undo
from selon.web.desk import Desk
from selon.web.objects import NewCorrection
from selon.web.settings import Settings

WHEN = dt.datetime(2026, 6, 20, 9, tzinfo=dt.UTC)
MORE = "Le bac reste à quai\n\nLe bac de Castelauze reste à quai jeudi, a annoncé la compagnie. « Rien ne presse », dit-elle.\n"


@pytest.fixture
def other(ledger: Path) -> Iterator[Ledger]:
    """The desk's ledger as another program has it open."""
    with Ledger.open(ledger) as opened:
        yield opened


@pytest.fixture(autouse=True)
def worth_keeping(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "WORTH", 1)


def desk_of(place: Path, *, read_only: bool = False) -> Desk:
    return Desk(Settings(ledger=str(place), read_only=read_only), Ledger.open(place))


def test_it_is_made_once_whatever_else_is_written(ledger: Path, other: Ledger) -> None:
    desk = desk_of(ledger)
    held = desk.story("bac")
    other.assign([], "another")
    assert desk.story("bac") is held
    assert desk.story(held.story) is held
    desk.ledger.close()


def test_what_others_write_is_seen(ledger: Path, other: Ledger) -> None:
    desk = desk_of(ledger)
    one, two = desk.story("bac").dossier.articles[:2]
    add_copy(other, two.id, one.id, "translation", "Vera", WHEN)
    copied = {(c.article, c.of, c.kind) for c in desk.story("bac").dossier.copies}
    assert (two.id, one.id, "translation") in copied
    (read,) = other.articles_by_id([one.id])
    nothing = msgspec.structs.replace(other.annotations([one.id])[one.id], statements=(), figures=())
    other.read_again([(read, nothing)])
    assert one.id not in {s.article for s in desk.story("bac").dossier.statements}
    desk.ledger.close()


def test_it_outlives_the_desk_unless_nothing_may_be_written(ledger: Path, other: Ledger) -> None:
    for read_only in (True, False):
        desk = desk_of(ledger, read_only=read_only)
        held = desk.story("bac")
        desk.ledger.close()
        assert (whole_story(other, "bac").kept is None) == read_only
    kept = keeping.kept_dossier(whole_story(other, "bac"))
    assert kept == held.dossier


def test_what_changes_a_story_has_its_dossier_made_before_it_is_asked_for(ledger: Path, other: Ledger) -> None:
    desk = desk_of(ledger)
    one, two = desk.story("bac").dossier.articles[:2]
    take(desk, [Upload("more.txt", MORE.encode())], "bac")
    assert desk.renewal.wait(60)
    assert len(kept(other).articles) == 13
    asked = NewCorrection(kind="add", of="copies", who="Vera", articles=(two.id, one.id), copy="translation")
    made = correct(desk, asked)
    assert desk.renewal.wait(60)
    assert (two.id, one.id, "translation") in {(c.article, c.of, c.kind) for c in kept(other).copies}
    undo(desk, made.id, "Vera")
    assert desk.renewal.wait(60)
    assert (two.id, one.id, "translation") not in {(c.article, c.of, c.kind) for c in kept(other).copies}
    desk.ledger.close()


def test_that_of_a_small_story_is_made_when_it_is_asked_for(
    ledger: Path, other: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "WORTH", 40)
    desk = desk_of(ledger)
    monkeypatch.setattr(desk, "story", lambda wanted: pytest.fail(f"{wanted} was made"))
    take(desk, [Upload("more.txt", MORE.encode())], "bac")
    assert desk.renewal.wait(60)
    assert whole_story(other, "bac").kept is None
    desk.ledger.close()


def kept(ledger: Ledger) -> Dossier:
    """The dossier of the sample that is kept in its state."""
    found = keeping.kept_dossier(whole_story(ledger, "bac"))
    assert found is not None
    return found
