"""The verbs that find, correct and tell of statements, on articles made up for the tests of the ledger."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

from selon.cli import options
from selon.cli.main import main
from selon.evaluate import faults, load_gold
from selon.ingest import add
from selon.model import Certainty, Form, Stance
from selon.store import Ledger
from selon.text import Span

TEXT = (
    "Le pont de Varmelle est fermé\n\n"
    "Le maire de Varmelle, Ivo Lastre, a annoncé mardi la fermeture du pont. « Le pont est dangereux », a-t-il "
    "déclaré. Les commerçants y perdraient 3 000 clients.\n"
)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with one article."""
    folder = tmp_path_factory.mktemp("read")
    (folder / "pont.txt").write_text(TEXT, encoding="utf-8")
    with Ledger.open(folder / "l.db") as opened:
        add([folder / "pont.txt"], opened, story="Le pont")
    return folder / "l.db"


@pytest.fixture
def ledger(read: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "l.db"
    place.write_bytes(read.read_bytes())
    monkeypatch.setenv("SELON_LEDGER", str(place))
    return place


def run(*arguments: str) -> str:
    result = CliRunner().invoke(main, list(arguments))
    assert result.exit_code == 0, result.stderr
    return result.stdout


def refused(*arguments: str) -> str:
    result = CliRunner().invoke(main, list(arguments))
    assert result.exit_code == 3, result.output
    return result.stderr


def listed() -> list[dict[str, object]]:
    return [
        json.loads(line)["statement"] for line in run("statements", "list", "Le pont", "--format", "json").splitlines()
    ]


def test_the_choices_are_those_of_the_model() -> None:
    assert get_args(Stance) == options.STANCES
    assert get_args(Form) == options.FORMS
    assert get_args(Certainty) == options.CERTAINTIES


def test_a_statement_is_corrected_and_the_correction_undone(ledger: Path) -> None:
    before = listed()
    changes = ("--speaker", "Ada Ferré", "--stance", "judge", "--source", "il", "--said", "2031-05-01..2031-05-02")
    done = run("statements", "correct", "pont est dangereux", *changes, "--why", "lu trop vite", "--who", "Vera")
    assert "speaker: Ivo Lastre → Ada Ferré" in done
    assert "(lu trop vite)" in done
    (changed,) = [s for s in listed() if s["speaker"] == "Ada Ferré"]
    assert (changed["stance"], changed["when"]) == ("judge", {"low": "2031-05-01", "high": "2031-05-02"})
    (star,) = [line for line in run("statements", "list", "Le pont").splitlines() if line.startswith("*")]
    assert "Ada Ferré: « Le pont est dangereux »" in star
    (kept,) = run("corrections").splitlines()
    assert "  Vera  statements  change  " in kept
    run("statements", "undo", "last", "--who", "Omar")
    assert listed() == before
    (kept,) = run("corrections").splitlines()
    assert "[undone by Omar on " in kept


def test_the_dossier_says_what_was_corrected(ledger: Path) -> None:
    run("statements", "correct", "pont est dangereux", "--speaker", "Ada Ferré", "--who", "Vera")
    page = run("dossier", "Le pont", "--format", "markdown", "--language", "en")
    assert "Corrected by Vera on" in page
    assert "read before: who speaks « Ivo Lastre »" in page


def test_a_statement_is_rejected_and_found_no_more(ledger: Path) -> None:
    run("statements", "reject", "pont est dangereux")
    assert all("dangereux" not in line for line in run("statements", "list", "Le pont").splitlines())
    assert run("search", "dangereux", "--of", "statements") == ""
    assert "dangereux" in run("search", "dangereux")


def test_a_statement_is_added_where_its_words_stand(ledger: Path) -> None:
    content = "Les commerçants y perdraient 3 000 clients"
    run("statements", "add", "pont.txt", "--content", content, "--speaker", "Ivo Lastre", "--certainty", "conditional")
    (new,) = [s for s in listed() if s["certainty"] == "conditional" and s["source"] is None and s["cue"] is None]
    at = TEXT.index(content)
    assert (new["content"], new["form"], new["speaker"]) == ([[at, at + len(content)]], "indirect", "Ivo Lastre")
    again = refused("statements", "add", "pont.txt", "--content", content, "--speaker", "Ivo Lastre")
    assert "expected a statement that is not read yet" in again


def test_the_form_follows_a_new_content(ledger: Path) -> None:
    at = TEXT.index("Le pont est dangereux »")
    run("statements", "correct", "pont est dangereux", "--content", f"{at}:{at + 21}")
    (changed,) = [s for s in listed() if s["content"] == [[at, at + 21]]]
    assert changed["form"] == "direct"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("correct", "s-nowhere", "--stance", "deny"), "no statement `s-nowhere` in the ledger"),
        (("correct", "pont", "--stance", "deny"), "several that `pont` fits"),
        (("correct", "pont est dangereux"), "expected something else than what is read"),
        (("correct", "pont est dangereux", "--cue", "a murmuré"), "expected words of the article, got `a murmuré`"),
        (("correct", "pont est dangereux", "--said", "mardi"), "expected a day such as 2025-03-11"),
        (("correct", "pont est dangereux", "--said", "2031-05-02..2031-05-01"), "expected a day such as"),
        (("correct", "pont est dangereux", "--content", "1:99999"), "expected places in a text of"),
        (("correct", "pont est dangereux", "--source", "30:31"), "expected words, got white space at 30:31"),
        (("correct", "pont est dangereux", "--source", "31:60", "--cue", "40:50"), "apart from one another"),
        (("add", "pont.txt", "--content", "pont"), "expected words that stand once, got `pont` at"),
        (("add", "pont.txt", "--stance", "deny"), "expected the words of a statement's content, got none"),
        (("add", "port.txt", "--content", "pont"), "expected an article of the ledger, got `port.txt`"),
        (("undo", "k-0"), "no correction `k-0` of statements"),
    ],
)
def test_what_can_not_be_is_refused_and_changes_nothing(ledger: Path, arguments: tuple[str, ...], message: str) -> None:
    before = listed()
    assert message in refused("statements", *arguments)
    assert listed() == before
    assert run("corrections") == ""


def test_corrected_articles_are_written_as_annotated_cases(ledger: Path, tmp_path: Path) -> None:
    run("statements", "correct", "pont est dangereux", "--speaker", "Ada Ferré", "--who", "Vera")
    run("statements", "export", str(tmp_path / "new" / "cases"))
    folder = tmp_path / "new" / "cases"
    assert sorted(path.name for path in folder.iterdir()) == ["pont.json", "pont.txt"]
    assert (folder / "pont.txt").read_text(encoding="utf-8") == TEXT
    assert faults(folder) == []
    (gold,) = load_gold(folder).values()
    assert [(s.content, s.speaker) for s in gold.statements if s.speaker == "Ada Ferré"] == [
        ((Span(TEXT.index("« Le"), TEXT.index(", a-t-il")),), "Ada Ferré")
    ]
    scores = json.loads(run("evaluate", str(folder), "--resamples", "0", "--json"))
    assert scores["documents"] == 1


def test_cases_of_no_correction_or_of_another_story_are_none(ledger: Path, tmp_path: Path) -> None:
    run("statements", "export", str(tmp_path / "cases"))
    assert list((tmp_path / "cases").iterdir()) == []
    assert "no story `Le port`" in refused("statements", "export", str(tmp_path / "cases"), "Le port")
    (tmp_path / "file").write_text("")
    assert "the folder can't be made" in refused("statements", "export", str(tmp_path / "file" / "cases"))


def test_one_history_tells_of_all_corrections(ledger: Path) -> None:
    run("statements", "correct", "pont est dangereux", "--speaker", "Ada Ferré")
    run("actors", "merge", "Le pont", "Ada Ferré", "Ivo Lastre")
    kinds = [line.split("  ")[3:5] for line in run("corrections").splitlines()]
    assert kinds == [["statements", "change"], ["actors", "merge"]]
    assert len(run("corrections", "--of", "actors").splitlines()) == 1
    (_, first) = map(json.loads, run("corrections", "--format", "json").splitlines())
    assert dt.datetime.fromisoformat(first["correction"]["when"]).tzinfo is not None


def test_articles_are_added_with_the_moment_at_which_they_come(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "gare.txt").write_text(
        "La gare rouvre\n\nLe maire a annoncé la réouverture de la gare.\n", encoding="utf-8"
    )
    before = dt.datetime.now(dt.UTC)
    run("add", str(tmp_path / "gare.txt"), "--quiet")
    with Ledger.open(ledger) as opened:
        total, (line,) = opened.added_since(before, 9)
        assert (total, line.title, opened.article_lines(9)[0]) == (1, "La gare rouvre", 2)


def test_search_pages_and_says_when_there_is_nothing(ledger: Path) -> None:
    found = CliRunner().invoke(main, ["search", "pont", "--of", "statements", "--limit", "1"])
    assert "There are more: --page 2" in found.stderr
    nothing = CliRunner().invoke(main, ["search", "abracadabra"])
    assert (nothing.stdout, nothing.stderr) == ("", "Nothing found.\n")
    (hit,) = map(json.loads, run("search", "DANGEREUSES", "--format", "json").splitlines())
    assert [TEXT[start:end] for start, end in hit["words"]] == ["dangereux"]
