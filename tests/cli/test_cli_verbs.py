"""What the verbs print, on the sample story."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

import selon
from running import run

TWO = ("samples/bac/01-agence-fanal.txt", "samples/bac/10-agence-fanal.txt")


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_annotate_prints_what_the_library_returns_one_article_a_line(checkout: Path) -> None:
    result = run("annotate", *TWO)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [selon.annotate(Path(p).read_text("utf-8"), p).to_json() for p in TWO]


def test_annotate_names_what_it_cannot_read_and_goes_on(checkout: Path) -> None:
    Path("image.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    result = run("annotate", "image.txt", TWO[0], "absent.txt")
    assert result.exit_code == 1
    assert [line["path"] for line in lines(result.stdout)] == [TWO[0]]
    faults = result.stderr.splitlines()
    assert [fault.split(":")[0] for fault in faults] == ["image.txt", "absent.txt"]
    assert faults[1] == "absent.txt: no such file. Expected a .txt, .html or .jsonl file, or a folder of them."


def test_add_says_what_it_did_and_adding_again_changes_nothing(checkout: Path) -> None:
    first = run("add", *TWO, "--ledger", "bac.db")
    assert first.exit_code == 0
    assert first.stderr.startswith("2 added, 0 unchanged, 0 faulty; ")
    stored = run("export", "statements", "--ledger", "bac.db").stdout
    again = run("add", *TWO, "absent.txt", "--ledger", "bac.db")
    assert again.exit_code == 1
    assert "0 added, 2 unchanged, 1 faulty" in again.stderr
    assert "absent.txt: no such file" in again.stderr
    assert run("export", "statements", "--ledger", "bac.db").stdout == stored


def test_quiet_is_quiet(checkout: Path) -> None:
    assert run("add", TWO[0], "--quiet").output == ""


def test_the_ledger_may_be_named_by_the_environment(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SELON_LEDGER", "other.db")
    assert run("add", TWO[0], "--quiet").exit_code == 0
    assert Path("other.db").is_file()
    assert not Path("selon.db").exists()


def test_a_story_that_a_person_named_is_found_by_its_name(checkout: Path) -> None:
    run("add", *TWO, "--story", "Le bac", "--quiet")
    (story,) = lines(run("stories", "--format", "json").stdout)
    assert len(story["articles"]) == 2
    dossier = json.loads(run("dossier", "Le bac", "--format", "json").stdout)
    assert dossier["story"]["id"] == story["id"]
    assert [Path(article["path"]).name for article in dossier["articles"]] == [Path(p).name for p in TWO]
    text = run("stories").stdout
    assert text.startswith(str(story["id"]))
    assert "2025-03-10 – 2025-03-16" in text


@pytest.mark.parametrize(
    ("name", "begins"),
    [("d.html", "<!doctype html>"), ("d.md", "# "), ("d.json", '{\n  "schema": "selon-dossier/1"'), ("d.jsonl", "{")],
)
def test_the_name_of_the_output_chooses_the_format(checkout: Path, name: str, begins: str) -> None:
    result = run("dossier", *TWO, "-o", name, "--quiet")
    assert (result.exit_code, result.output) == (0, "")
    assert Path(name).read_text("utf-8").lower().startswith(begins)


def test_a_name_that_ends_with_a_slash_is_a_folder_of_pages(checkout: Path) -> None:
    result = run("dossier", *TWO, "-o", "pages/")
    assert (result.exit_code, Path("pages/index.html").read_text("utf-8")[:15]) == (0, "<!doctype html>")
    assert str(Path("pages") / "index.html") in result.stderr
    assert len(list(Path("pages").glob("a-*.html"))) == len(TWO)
    again = run("dossier", *TWO, "-o", "pages", "--format", "json")
    assert (again.exit_code, "a folder holds pages or Parquet, not json" in again.stderr) == (2, True)


def test_days_choose_the_articles_of_a_dossier(checkout: Path) -> None:
    whole = json.loads(run("dossier", *TWO, "--format", "json", "-q").stdout)
    days = sorted(article["published"]["low"] for article in whole["articles"])
    assert days[0] < days[1]
    part = json.loads(run("dossier", *TWO, "--format", "json", "-q", "--since", days[1]).stdout)
    assert [article["published"]["low"] for article in part["articles"]] == [days[1]]
    assert part["story"]["window"] == {"since": days[1], "until": None, "left_out": 1, "undated": 0}
    assert "Jours choisis" in run("dossier", *TWO, "-q", "--until", days[0]).stdout


def test_a_dossier_is_the_same_in_whatever_order_its_articles_come(checkout: Path) -> None:
    one, other = (run("dossier", *order, "--format", "json").stdout for order in (TWO, TWO[::-1]))
    assert one == other


def test_a_dossier_and_exports_take_the_format_that_a_file_s_name_asks_for(checkout: Path) -> None:
    assert run("dossier", *TWO, "-q", "-o", "d.jsonld").exit_code == 0
    assert json.loads(Path("d.jsonld").read_text("utf-8"))["@graph"][0]["@type"] == "NewsArticle"
    assert run("dossier", *TWO, "-q", "--format", "parquet", "-o", "tables/").exit_code == 0
    assert len(list(Path("tables").glob("*.parquet"))) == 12
    refused = run("dossier", *TWO, "-q", "--format", "parquet", "-o", "tables.parquet")
    assert (refused.exit_code, "name a folder" in refused.stderr) == (2, True)
    run("add", *TWO, "--quiet", "--story", "Le bac")
    for name, begins in (("a.ris", b"TY  - NEWS\r\n"), ("a.parquet", b"PAR1"), ("a.jsonl", b"{")):
        assert run("export", "articles", "-o", name).exit_code == 0
        assert Path(name).read_bytes().startswith(begins)
    assert len(json.loads(run("export", "articles", "--format", "csl").stdout)) == len(TWO)
    assert run("export", "positions", "-o", "p.parquet").exit_code == 0
    for wrong in (
        ("statements", "--format", "ris"),
        ("articles", "--format", "csv"),
        ("figures", "--format", "parquet"),
    ):
        assert run("export", *wrong).exit_code == 2


@pytest.mark.parametrize("kind", ["statements", "figures", "positions"])
def test_every_exported_record_names_its_story_and_csv_holds_the_same_rows(checkout: Path, kind: str) -> None:
    run("add", "samples/bac", "--story", "Le bac", "--quiet")
    records = lines(run("export", kind, "Le bac").stdout)
    rows = list(csv.DictReader(io.StringIO(run("export", kind, "--format", "csv").stdout)))
    assert len(records) > 10
    assert {record["story"] for record in records} == {row["story"] for row in rows}
    if kind == "positions":  # a row for each statement that a position rests on
        rows = list({(row["claim"], row["actor"], row["when_low"], row["stance"]): row for row in rows}.values())
        records = list(
            {
                (r["claim"], r["actor_name"], (r["when"] or {}).get("low") or "", r["stance"]): r for r in records
            }.values()
        )
    assert len(records) == len(rows)
    assert [record["stance"] for record in records if "stance" in record] == [
        r["stance"] for r in rows if "stance" in r
    ]


def test_the_demo_says_where_the_dossier_is(checkout: Path) -> None:
    result = run("demo", "-o", "page.html")
    assert result.exit_code == 0
    assert str(checkout / "page.html") in result.stdout
    assert "Sainte-Odrile" in Path("page.html").read_text("utf-8")


def test_the_wording_of_the_demo_may_be_english(checkout: Path) -> None:
    assert run("demo", "--language", "en").exit_code == 0
    assert '<html lang="en"' in Path("dossier.html").read_text("utf-8")


def test_evaluate_prints_the_scores(checkout: Path) -> None:
    for path in Path("samples/bac/gold").glob("08*"):  # the page, which no text stands for
        path.unlink()
    result = run("evaluate", "samples/bac/gold", "samples/bac", "--worst", "1")
    assert result.exit_code == 0
    assert result.stdout.startswith("11 documents\n")
    assert "\n  missed    " in result.stdout
    whole = json.loads(run("evaluate", "samples/bac/gold", "--json", "--resamples", "0").stdout)
    assert whole["documents"] == 11
    assert whole["measures"]["statement"]["interval"] is None


def test_lexicon_check_names_all_faults_at_once(checkout: Path) -> None:
    Path("mots").mkdir()
    Path("mots/cues.toml").write_text('verbs = "dire"\nsurplus = 1\n', encoding="utf-8")
    result = run("lexicon", "check", "mots")
    assert result.exit_code == 1
    assert "cues.toml: unknown key `surplus`" in result.stderr
    assert "cues.toml: missing key `nouns`" in result.stderr
    assert run("lexicon", "check").stdout == "No faults.\n"
