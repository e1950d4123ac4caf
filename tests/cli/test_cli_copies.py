"""`selon copies`, on articles that are stored and grouped, but not annotated."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from selon.cli.add import LONGEST, copy_lines
from selon.cli.main import main
from selon.ingest import Report, dossier_of_story, regroup
from selon.ingest.copying import copies_added
from selon.model import Annotations, Article, article_id
from selon.store import Ledger

FIRE = (
    "Le feu a pris vendredi soir dans la scierie de Montbrac, où travaillaient 37 personnes. Personne n’est blessé, a dit "
    "le capitaine Ludivine Astier, qui commandait 52 pompiers venus de Serres et de Valdoux. La toiture s’est effondrée "
    "vers 23 h 10. Le propriétaire, Marc Delorge, veut reconstruire avant l’automne et cherche un hangar à Serres."
)
OTHER = "La fanfare de Valdoux cherche un tambour et deux clarinettes pour la fête de la Saint-Jean, dit son président."
TEXTS = {
    "agence.txt": FIRE,
    "gazette.txt": "Un soir d’été à la scierie. " + FIRE.replace("avant l’automne", "au plus vite"),
    "fanfare.txt": OTHER,
}


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    path = str(tmp_path / "l.db")
    with Ledger.open(path) as opened:
        for name, text in TEXTS.items():
            one = Article(id=article_id(name, text), text=text, path=f"textes/{name}")
            found = Annotations(path=one.path, article=one.id, language="fr", characters=len(text))
            opened.add([(one, found)], story="Scierie" if name != "fanfare.txt" else None)
        regroup(opened)
    return path


def run(ledger: str, *arguments: str) -> list[str]:
    result = CliRunner().invoke(main, ["copies", *arguments, "--ledger", ledger], catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    return result.stdout.splitlines()


def test_the_copies_of_a_story_and_of_an_article_are_listed(ledger: str) -> None:
    (line,) = run(ledger, "list", "Scierie")
    assert line.split()[0] == "near_duplicate"
    assert set(line.split()[-3:]) == {"agence", "~", "gazette"}
    assert run(ledger, "of", "gazette.txt") == run(ledger, "of", "agence.txt") == [line]
    assert run(ledger, "of", "fanfare.txt") == []
    (found,) = run(ledger, "list", "Scierie", "--format", "json")
    assert msgspec.json.decode(found)["kind"] == "near_duplicate"


def test_a_persons_word_on_a_copy_wins_and_stays(ledger: str) -> None:
    (made,) = run(ledger, "reject", "gazette.txt", "agence.txt", "--who", "Vera")
    assert "Vera  reject" in made
    assert run(ledger, "list", "Scierie") == run(ledger, "of", "agence.txt") == []
    with Ledger.open(ledger) as opened:
        assert dossier_of_story(opened, "Scierie").copies == ()
    run(ledger, "add", "gazette.txt", "agence.txt", "--kind", "rewrite")
    (line,) = run(ledger, "list", "Scierie")
    assert line.split()[0] == "rewrite"
    assert line.endswith("agence < gazette")
    with Ledger.open(ledger) as opened:
        assert [c.kind for c in dossier_of_story(opened, "Scierie").copies] == ["rewrite"]
        assert len(opened.corrections("copies")) == 1  # the last word on a pair is the only one
        one, found = opened.articles("Scierie")[0], opened.annotations(opened.ids())
        opened.read_again([(one, found[one.id])])
    assert run(ledger, "list", "Scierie") == [line]
    run(ledger, "undo", "last")
    assert run(ledger, "list", "Scierie")[0].split()[0] == "near_duplicate"


def test_a_copy_across_stories_is_named_and_found(ledger: str) -> None:
    run(ledger, "add", "fanfare.txt", "agence.txt")
    assert [line.split()[-3:] for line in run(ledger, "of", "fanfare.txt")] == [["agence", "<", "fanfare"]]
    history = CliRunner().invoke(main, ["corrections", "--of", "copies", "--ledger", ledger]).stdout
    assert "add" in history


def test_add_names_each_copy_once_and_many_by_their_number(ledger: str) -> None:
    with Ledger.open(ledger) as opened:
        every = [article.id for article in opened.articles("Scierie")]
        both, (one,) = copies_added(opened, every), copies_added(opened, every[:1]).values()
        assert len(both) == 1  # of two that came together, the original is no copy
        assert [*copies_added(opened, every[1:]).values()] == [one]
    report = Report(copies=dict.fromkeys(every, one))
    assert [*copy_lines(report)] == run(ledger, "list", "Scierie")
    many = (msgspec.structs.replace(one.copy, article=f"a-{n}") for n in range(LONGEST + 3))
    report = Report(copies={copy.article: one._replace(copy=copy) for copy in many})
    assert [*copy_lines(report)][-1] == "and 3 copies more: selon copies list"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("add", "gazette.txt", "gazette.txt"), "expected two articles, got a-"),
        (("reject", "gazette.txt", "absent.txt"), "expected an article of the ledger, got `absent.txt`"),
        (("undo", "k-0"), "no correction `k-0` of copies in the ledger"),
    ],
)
def test_what_cannot_be_told_is_refused(ledger: str, arguments: tuple[str, ...], message: str) -> None:
    result = CliRunner().invoke(main, ["copies", *arguments, "--ledger", ledger])
    assert result.exit_code == 3
    assert message in result.stderr
