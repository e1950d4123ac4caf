"""The benchmark of search: what it makes, what it asks, and the page it writes."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))  # `python -m benchmarks` is run from there

from benchmarks.planted import Words  # noqa: E402
from benchmarks.search import _fill, asked, made, page, questions  # noqa: E402

from selon.store import Ledger  # noqa: E402

TEXTS = [
    "Le préfet de Valbrune a annoncé lundi que la carrière fermerait bientôt. Les salariés de Hautmont seront payés.",
    "La carrière de Louvière fermerait lundi. Le maire Ernest Vautrin a annoncé que les salariés seront payés.",
    "Nadège Roussel a dit à Louvière que les pistes seront fermées. Le préfet de Hautmont a dit le reste.",
]


def test_an_article_of_a_number_is_always_the_same_and_what_is_said_in_it_stands_there() -> None:
    words = Words(TEXTS)
    article, found = made(words, 7)
    assert (article, found) == made(Words(TEXTS), 7)
    assert article.id != made(words, 8)[0].id
    assert [s.content[0].of(article.text) for s in found.statements] == [
        line for number, line in enumerate(article.text.split("\n")) if number in {3, 5, 6, 8, 10, 13}
    ]


def test_every_family_is_asked_as_often_and_has_a_row(tmp_path: Path) -> None:
    words = Words(TEXTS)
    with Ledger.open(tmp_path / "l.db") as ledger:
        assert _fill(ledger, words, 60)
        assert not _fill(ledger, words, 60)
        answers = asked(ledger, questions(words, 2))
    families = Counter(answer.family for answer in answers)
    assert set(families.values()) == {2}
    assert max(answer.hits for answer in answers if answer.family == "one frequent word") == 20
    shown = page(answers, 60, "written before", tmp_path / "l.db")
    assert all(f"\n| {family} | " in shown for family in (*families, "**all**"))
