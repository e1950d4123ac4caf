"""Made-up articles with annotations, for the tests of the ledger and the processes that these start."""

from __future__ import annotations

import datetime as dt

from selon.model import (
    Annotations,
    Article,
    Dating,
    Episode,
    Figure,
    Interval,
    Passage,
    Statement,
    Story,
    article_id,
    figure_id,
    statement_id,
)
from selon.text import Span

TITLE = "Le pont de Varmelle rouvrira"
TEXT = TITLE + "\n\nLe maire, Ivo Lastre, a affirmé que 3 000 habitants attendaient le pont. « Lundi », a-t-il dit.\n"


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def article(number: int = 1, text: str = TEXT) -> Article:
    path = f"{number:04}.txt"
    return Article(
        id=article_id(path, text),
        text=text,
        path=path,
        title=Span(0, len(TITLE)),
        outlet="Le Fanal",
        published=Dating(dt.date(2031, 5, 1), dt.date(2031, 5, 2), "explicit"),
    )


def annotations(of: Article) -> Annotations:
    said = (
        (span("Ivo Lastre"), span("a affirmé"), (span("que 3 000 habitants attendaient le pont"),), "indirect"),
        (span("il dit").shifted(0), span("dit"), (span("« Lundi »"),), "direct"),
    )
    statements = tuple(
        Statement(
            id=statement_id(of.id, source, cue, content),
            source=source,
            cue=cue,
            content=content,
            form="direct" if form == "direct" else "indirect",
            stance="affirm",
            certainty="certain",
            speaker="Ivo Lastre",
            when=Interval(dt.date(2031, 5, 1), None),
        )
        for source, cue, content, form in said
    )
    number = span("3 000 habitants")
    figure = Figure(
        id=figure_id(of.id, number),
        span=number,
        low=3000,
        high=3000,
        approx="exact",
        counted="habitant",
        speaker="Ivo Lastre",
        statement=statements[0].id,
    )
    return Annotations(
        path=of.path,
        article=of.id,
        language="fr",
        characters=len(of.text),
        published=of.published,
        statements=statements,
        figures=(figure,),
    )


def pairs(*numbers: int) -> list[tuple[Article, Annotations]]:
    return [(a, annotations(a)) for a in map(article, numbers)]


def story(name: str, *articles: Article, first: dt.date | None = None) -> Story:
    title = Passage(articles[0].id, (Span(0, len(TITLE)),)) if articles else None
    ids = tuple(a.id for a in articles)
    return Story(
        id=name,
        title=title,
        articles=ids,
        episodes=(Episode(title=title, days=Interval(first, first), articles=ids),),
        first=first,
        last=first,
    )
