"""Corrected articles as annotated cases: whose word it was, what was rejected, under which name."""

from __future__ import annotations

import datetime as dt
import json

from selon.evaluate import Document, cases
from selon.model import Amended, Annotations, Article, Correction, Figure, Interval, Statement, decode
from selon.text import Span

TEXT = "Le quai est fermé, selon Ivo Lastre. « Trois jours », dit-il.\n"
NOON = dt.datetime(2031, 5, 2, 12, tzinfo=dt.UTC)


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def said(name: str, words: str, when: Interval | None = None) -> Statement:
    return Statement(id=name, source=None, cue=None, content=(span(words),), form="direct", stance="affirm", when=when)


def corrected(path: str, ident: str) -> tuple[Article, Amended]:
    """An article with a changed statement whose span has white space at its end, an untouched one, a rejected one."""
    changed, same, rejected = said("s-1", "Le quai est fermé, "), said("s-2", "Trois jours"), said("s-3", "jours »")
    figure = Figure(id="f-1", span=span("Trois jours"), low=3, high=3, approx="exact", counted="jour", speaker="Ada")
    made = {
        id_: (Correction(id=f"k-{id_}", kind="change", who=who, when=NOON, of="statements"),)
        for id_, who in (("s-1", "Vera"), ("s-3", "Omar"))
    }
    found = Annotations(
        path=path,
        article=ident,
        language="fr",
        characters=len(TEXT),
        statements=(changed, same),
        figures=(figure,),
    )
    return Article(id=ident, text=TEXT, path=path), Amended(annotations=found, by=made, rejected=(rejected,))


def test_a_case_has_all_statements_and_says_whose_word_some_are() -> None:
    (case,) = cases([corrected("dossier/quai.txt", "a-1")])
    assert (case.name, case.text) == ("quai", TEXT)
    written = json.loads(case.json)
    assert [(s["content"], s.get("by")) for s in written["statements"]] == [([[0, 18]], "Vera"), ([[39, 50]], None)]
    assert [(s["content"], s["by"]) for s in written["rejected"]] == [([[45, 52]], "Omar")]
    assert [(f["span"], f["low"], f["source"]) for f in written["figures"]] == [([39, 50], 3, "Ada")]
    read = decode(case.json, Document, "quai.json")
    assert [s.content for s in read.statements] == [(Span(0, 18),), (Span(39, 50),)]


def test_names_are_file_names_and_no_two_cases_have_one() -> None:
    pairs = [
        corrected(*names) for names in (("a/quai.txt", "a-1"), ("b/Quai.txt", "a-2"), ("r: x/../é 1.jsonl:4", "a-3"))
    ]
    assert [case.name for case in cases(pairs)] == ["Quai-a-2", "quai-a-1", "é-1-4"]
    assert cases(pairs) == cases(reversed(pairs))


def test_articles_that_nobody_corrected_make_no_case() -> None:
    article, made = corrected("quai.txt", "a-1")
    assert cases([(article, Amended(annotations=made.annotations))]) == []


def test_days_are_written_as_in_other_annotations() -> None:
    day = dt.date(2031, 5, 1)
    for when, words in (
        (Interval(day, day), "2031-05-01"),
        (Interval(day, None), "2031-05-01/.."),
        (Interval(None, day), "../2031-05-01"),
        (None, None),
    ):
        article, made = corrected("quai.txt", "a-1")
        made = Amended(
            annotations=Annotations(
                path=None,
                article="a-1",
                language="fr",
                characters=len(TEXT),
                statements=(said("s-1", "Trois jours", when),),
            ),
            by=made.by,
        )
        (case,) = cases([(article, made)])
        assert json.loads(case.json)["statements"][0]["when"] == words
