"""A dossier that was kept is the one that would be made, whatever happened to the ledger in between."""

from __future__ import annotations

import dataclasses
import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from articles import BRIDGE, PEACH
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from selon.dossier import Dossier
from selon.errors import SelonError
from selon.ingest import (
    Edit,
    add,
    add_copy,
    add_statement,
    correct_statement,
    dossier_of_story,
    dossier_of_whole,
    dossiers,
    keeping,
    merge_actors,
    merge_claims,
    merge_stories,
    regroup,
    reject_copy,
    reject_statement,
    split_actor,
    split_story,
    whole_story,
)
from selon.model import Story
from selon.store import Ledger
from selon.text import Span

WHEN = dt.datetime(2031, 5, 3, 9, tzinfo=dt.UTC)
SIGNED = "Vera", WHEN


def biggest(ledger: Ledger) -> Story:
    return max(ledger.stories(), key=lambda s: (len(s.articles), s.id))


def from_nothing(ledger: Ledger, story: str) -> Dossier:
    return dossier_of_whole(ledger, dataclasses.replace(whole_story(ledger, story), kept=None), keep=False)


def first_two(ledger: Ledger) -> tuple[str, str]:
    return biggest(ledger).articles[0], biggest(ledger).articles[1]


def merge_two_actors(ledger: Ledger) -> None:
    merge_actors(ledger, biggest(ledger).id, ["Ivo Lastre", "Ada Ferré"], *SIGNED)


def split_the_mayor(ledger: Ledger) -> None:
    split_actor(ledger, biggest(ledger).id, "Ivo Lastre", first_two(ledger)[:1], *SIGNED)


def find_a_copy(ledger: Ledger) -> None:
    add_copy(ledger, *first_two(ledger), "translation", *SIGNED)


def deny_a_copy(ledger: Ledger) -> None:
    reject_copy(ledger, *first_two(ledger), *SIGNED)


def deny_a_statement(ledger: Ledger) -> None:
    (found,) = ledger.statements_like("Le pont est dangereux", 1)
    correct_statement(ledger, found.id, Edit(stance="deny"), *SIGNED)


def reject_the_cables(ledger: Ledger) -> None:
    (found,) = ledger.statements_like("les câbles du pont", 1)
    reject_statement(ledger, found.id, *SIGNED)


def add_the_title(ledger: Ledger) -> None:
    add_statement(ledger, first_two(ledger)[0], Edit(content=(Span(0, 29),), speaker="Le Fanal"), *SIGNED)


def merge_two_claims(ledger: Ledger) -> None:
    dossier = dossier_of_story(ledger, biggest(ledger).id)
    merge_claims(ledger, dossier, [claim.id for claim in dossier.claims[:2]], *SIGNED)


def put_one_elsewhere(ledger: Ledger) -> None:
    split_story(ledger, biggest(ledger).id, first_two(ledger)[1:], *SIGNED)


def make_all_one(ledger: Ledger) -> None:
    merge_stories(ledger, [s.id for s in ledger.stories()], *SIGNED)


def read_less(ledger: Ledger) -> None:
    (one,) = ledger.articles_by_id(first_two(ledger)[:1])
    read = ledger.annotations([one.id])[one.id]
    ledger.read_again([(one, msgspec.structs.replace(read, statements=read.statements[1:]))])
    regroup(ledger)


def lose_one(ledger: Ledger) -> None:
    ledger.remove(first_two(ledger)[1:])
    regroup(ledger)


def take_all_back(ledger: Ledger) -> None:
    for kept in ledger.history():
        if kept.undone is None:
            ledger.withdraw(kept.correction.id, *SIGNED)
    regroup(ledger, touched=ledger.ids())


CHANGES = (
    merge_two_actors, split_the_mayor, find_a_copy, deny_a_copy, deny_a_statement, reject_the_cables, add_the_title,
    merge_two_claims, put_one_elsewhere, make_all_one, read_less, lose_one, take_all_back,
)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def every_story_is_worth_it() -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keeping, "WORTH", 1)
        yield


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of five articles on a bridge and one on peaches."""
    folder = tmp_path_factory.mktemp("articles")
    for months in range(2, 7):
        text = BRIDGE + f"Les travaux du pont dureront {months} mois, a affirmé le maire.\n"
        (folder / f"{months}.txt").write_text(text, encoding="utf-8")
    (folder / "peach.txt").write_text(PEACH, encoding="utf-8")
    place = tmp_path_factory.mktemp("ledger") / "l.db"
    with Ledger.open(place) as ledger:
        add(folder.glob("*.txt"), ledger)
    return place


@pytest.fixture
def ledger(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(filled, tmp_path / "l.db"))


def refuse_to_make(patch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    patch.setattr(dossiers, "_dossier", refuse)


def test_what_was_made_is_taken_again(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(ledger) as opened:
        made = dossier_of_story(opened, biggest(opened).id)
    refuse_to_make(monkeypatch)
    with Ledger.open(ledger) as opened:
        assert dossier_of_story(opened, biggest(opened).id) == made


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_is_in_the_next_dossier(ledger: Path, change: Callable[[Ledger], None]) -> None:
    with Ledger.open(ledger) as opened:
        before = {s.id: dossier_of_story(opened, s.id) for s in opened.stories()}
        change(opened)
        after = {s.id: dossier_of_story(opened, s.id) for s in opened.stories()}
        assert after == {s.id: from_nothing(opened, s.id) for s in opened.stories()}
        assert (after == before) == (change is take_all_back)  # there was nothing to take back


def test_an_article_more_is_in_the_next_dossier(ledger: Path, tmp_path: Path) -> None:
    more = tmp_path / "more.txt"
    more.write_text(BRIDGE + "Le pont rouvrira en mai, assure Ada Ferré.\n", encoding="utf-8")
    with Ledger.open(ledger) as opened:
        before = dossier_of_story(opened, biggest(opened).id)
        add([more], opened)
        after = dossier_of_story(opened, biggest(opened).id)
        assert len(after.articles) == len(before.articles) + 1
        assert after == from_nothing(opened, biggest(opened).id)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(st.sampled_from(CHANGES), unique=True, min_size=2, max_size=4))
def test_whatever_happens_in_whatever_order(
    filled: Path, tmp_path: Path, changes: list[Callable[[Ledger], None]]
) -> None:
    with Ledger.open(shutil.copy(filled, tmp_path / "l.db")) as opened:
        for change in changes:
            dossier_of_story(opened, biggest(opened).id)
            try:
                change(opened)
            except SelonError:
                continue
            for story in opened.stories():
                assert dossier_of_story(opened, story.id) == from_nothing(opened, story.id)


def test_a_ledger_that_cannot_be_written_is_read(ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        event.listen(opened._engine, "connect", lambda driver, _: driver.execute("PRAGMA query_only = ON"))
        opened._engine.dispose()
        story = biggest(opened).id
        made = dossier_of_story(opened, story)
        assert made == from_nothing(opened, story)
        assert whole_story(opened, story).kept is None


def test_a_damaged_one_is_made_again(ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        story = biggest(opened).id
        made = dossier_of_story(opened, story)
        for damaged in (b"", b"no zlib", keeping.zlib.compress(b"{}"), keeping.zlib.compress(b"\xff")):
            opened.keep(story, whole_story(opened, story).state, damaged)
            assert dossier_of_story(opened, story) == made
            assert whole_story(opened, story).kept != damaged


def test_a_small_story_is_not_kept(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "WORTH", 6)
    with Ledger.open(ledger) as opened:
        dossier_of_story(opened, biggest(opened).id)
        assert whole_story(opened, biggest(opened).id).kept is None


def test_what_linking_remembers_serves_the_next_time_and_damage_does_no_harm(ledger: Path, tmp_path: Path) -> None:
    with Ledger.open(ledger) as opened:
        dossier_of_story(opened, biggest(opened).id)
        kept = opened.remembered(biggest(opened).id, keeping._made_with())
        assert kept
        for damaged in (kept, b"no zlib", keeping.zlib.compress(b"\xff\xff")):
            opened.remember(biggest(opened).id, keeping._made_with(), damaged)
            more = tmp_path / "more.txt"
            more.write_text(BRIDGE + f"Le maire a déclaré que {len(damaged)} câbles sont neufs.\n", encoding="utf-8")
            add([more], opened)
            story = biggest(opened).id
            assert dossier_of_story(opened, story) == from_nothing(opened, story)
            assert keeping.zlib.decompress(opened.remembered(story, keeping._made_with()))


def test_a_story_that_gets_another_id_keeps_what_linking_remembers(ledger: Path, tmp_path: Path) -> None:
    with Ledger.open(ledger) as opened:
        before = biggest(opened)
        dossier_of_story(opened, before.id)
        number = 0
        while biggest(opened).id == before.id:  # until an article comes whose id is the smallest
            number += 1
            text = BRIDGE + f"Le pont compte {number} câbles, a dit le maire.\n"
            (tmp_path / "one.txt").write_text(text, encoding="utf-8")
            add([tmp_path / "one.txt"], opened)
        after = biggest(opened)
        assert set(before.articles) < set(after.articles)
        data = keeping.zlib.decompress(opened.remembered(after.id, keeping._made_with()))
        assert set(before.articles) <= set(msgspec.msgpack.decode(data)["subjects"])
