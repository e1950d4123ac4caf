"""What persons say of claims wins, stays when articles are read otherwise, and can be taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from selon.errors import CorrectionRefused, EntryNotFound
from selon.ingest import dossier_of_story, merge_claims, regroup, split_claim, undo_claims
from selon.model import Annotations, Article, Statement, article_id, statement_id
from selon.store import Ledger
from selon.text import Span

NOW = dt.datetime(2031, 5, 1, 12, tzinfo=dt.UTC)
SAID = {
    "fanal.txt": "La digue de Varmelle a cédé dans la nuit.",
    "phare.txt": "La digue de Varmelle a cédé avant l’aube.",
    "vigie.txt": "Le barrage n’a pas tenu.",
    "orbe.txt": "La fanfare jouera dimanche à Serres.",
}


def read(name: str, cut: int = 0) -> tuple[Article, Annotations]:
    """An article of one statement; `cut` characters of its content are left out at the end by another reader."""
    text = f"Un titre\n\n{SAID[name]} C’est ce que dit le maire."
    one = Article(id=article_id(name, text), text=text, path=name)
    content = (Span(10, 10 + len(SAID[name]) - 1 - cut),)
    told = Statement(
        id=statement_id(one.id, None, None, content),
        source=None,
        cue=None,
        content=content,
        form="indirect",
        stance="affirm",
        speaker="le maire",
    )
    return one, Annotations(path=name, article=one.id, language="fr", characters=len(text), statements=(told,))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "l.db") as opened:
        opened.add([read(name) for name in SAID], story="digue")
        regroup(opened)
        yield opened


def claims(ledger: Ledger) -> set[frozenset[str]]:
    """The files behind each claim."""
    dossier = dossier_of_story(ledger, "digue")
    homes = {s.id: s.article for s in dossier.statements}
    names = {a.id: a.path or "" for a in dossier.articles}
    return {frozenset(names[homes[s]].removesuffix(".txt") for s in claim.statements) for claim in dossier.claims}


APART = {frozenset({"fanal", "phare"}), frozenset({"vigie"}), frozenset({"orbe"})}
MERGED = {frozenset({"fanal", "phare", "vigie"}), frozenset({"orbe"})}


def merge(ledger: Ledger) -> str:
    dossier = dossier_of_story(ledger, "digue")
    return merge_claims(ledger, dossier, ["barrage", "a cédé"], "Vera", NOW, "même rupture").id


def test_claims_are_merged_and_come_apart_again(ledger: Ledger) -> None:
    assert claims(ledger) == APART
    made = merge(ledger)
    assert claims(ledger) == MERGED
    label = {claim.label.text for claim in dossier_of_story(ledger, "digue").claims if len(claim.statements) == 3}
    assert label == {"Le barrage n’a pas tenu"}
    undo_claims(ledger, made, "Vera", NOW)
    assert claims(ledger) == APART
    (kept,) = ledger.history()
    assert (kept.correction.of, kept.correction.why, kept.undone_by) == ("claims", "même rupture", "Vera")


def test_some_statements_of_a_claim_are_about_something_else(ledger: Ledger) -> None:
    split_claim(ledger, dossier_of_story(ledger, "digue"), "a cédé", ["avant l’aube"], "Vera", NOW)
    assert claims(ledger) == {frozenset({name.removesuffix(".txt")}) for name in SAID}


def test_it_holds_when_the_articles_are_read_otherwise(ledger: Ledger) -> None:
    merge(ledger)
    ledger.read_again([read(name, cut=6) for name in SAID])
    assert claims(ledger) == MERGED
    assert [kept.idle for kept in ledger.history()] == [""]


def test_where_the_statements_are_gone_the_history_says_so(ledger: Ledger) -> None:
    merge(ledger)
    ledger.read_again([(a, Annotations(path=a.path, article=a.id, language="fr", characters=a_.characters))
                    for a, a_ in map(read, SAID)])  # fmt: skip
    assert [kept.idle for kept in ledger.history()] == ["its statements are no longer read in these words"]


def test_what_says_nothing_is_refused(ledger: Ledger) -> None:
    dossier = dossier_of_story(ledger, "digue")
    with pytest.raises(CorrectionRefused, match="expected claims to make one"):
        merge_claims(ledger, dossier, ["barrage", "barrage"], "Vera", NOW)
    for some in ([], ["fanfare"], ["digue"]):
        with pytest.raises(CorrectionRefused, match="expected some of the 2 statements"):
            split_claim(ledger, dossier, "a cédé", some, "Vera", NOW)
    with pytest.raises(EntryNotFound, match="no claim `rien` in the story"):
        merge_claims(ledger, dossier, ["rien", "barrage"], "Vera", NOW)
    with pytest.raises(EntryNotFound, match="expected one claim, got several"):
        merge_claims(ledger, dossier, ["c-", "barrage"], "Vera", NOW)
    with pytest.raises(CorrectionRefused, match="no correction `k-0` of claims"):
        undo_claims(ledger, "k-0")
    assert ledger.history() == []
