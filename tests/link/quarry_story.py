"""A made-up story, the quarry of Valbrune, told by hand: articles with their statements and figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from selon.lexicon import load
from selon.link.coverage import Coverage, coverage
from selon.link.origins import Attribution
from selon.model import (
    Actor,
    Annotations,
    Article,
    Credit,
    DateMention,
    Dating,
    Figure,
    Interval,
    Statement,
    article_id,
    figure_id,
    statement_id,
)
from selon.text import Span


def day(number: int) -> Interval:
    return Interval(dt.date(2025, 4, number), dt.date(2025, 4, number))


def article(name: str, text: str, published: int | None = None, **more: object) -> Article:
    dating = Dating(dt.date(2025, 4, published), dt.date(2025, 4, published), "explicit") if published else None
    return Article(id=article_id(name, text), text=text, path=f"{name}.txt", published=dating, **more)


def credit(name: str) -> tuple[Credit, ...]:
    return (Credit(name),)


@dataclass
class Telling:
    """Articles as they are told, statement by statement: `say` finds the words in the article's text."""

    articles: list[Article] = field(default_factory=list)
    statements: dict[str, list[Statement]] = field(default_factory=dict)
    figures: dict[str, list[Figure]] = field(default_factory=dict)
    dates: dict[str, list[DateMention]] = field(default_factory=dict)
    speakers: dict[str, str] = field(default_factory=dict)
    relays: dict[str, tuple[str, ...]] = field(default_factory=dict)
    givers: dict[str, str] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)

    def tell(self, one: Article) -> Article:
        self.articles.append(one)
        return one

    def actor(self, name: str, speaks_for: str | None = None, kind: str = "person") -> str:
        self.actors[name] = Actor(id=name, name=name, kind=kind, speaks_for=speaks_for)
        return name

    def say(self, one: Article, actor: str | None, words: str, stance: str = "affirm", **more: object) -> str:
        at = one.text.index(words)
        content = (Span(at, at + len(words)),)
        cue = str(more.pop("cue", ""))
        source = str(more.pop("source", ""))
        before = one.text.rindex(cue, 0, at) if cue else 0
        who = one.text.index(source)
        told = Statement(
            id=statement_id(one.id, None, None, content),
            source=Span(who, who + len(source)) if source else None,
            cue=Span(before, before + len(cue)) if cue else None,
            content=content,
            form=more.pop("form", "indirect"),
            stance=stance,
            **more,
        )
        self.statements.setdefault(one.id, []).append(told)
        if actor is not None:
            self.speakers[told.id] = actor
        return told.id

    def count(self, one: Article, giver: str | None, words: str, low: float, counted: str, **more: object) -> str:
        at = one.text.index(words)
        span = Span(at, at + len(words))
        found = Figure(
            id=figure_id(one.id, span), span=span, low=low, high=low, approx="exact", counted=counted, **more
        )
        self.figures.setdefault(one.id, []).append(found)
        if giver is not None:
            self.givers[found.id] = giver
        return found.id

    def date(self, one: Article, mention: DateMention) -> None:
        self.dates.setdefault(one.id, []).append(mention)

    def annotations(self) -> dict[str, Annotations]:
        return {
            a.id: Annotations(
                path=a.path,
                article=a.id,
                language="fr",
                characters=len(a.text),
                statements=tuple(self.statements.get(a.id, ())),
                figures=tuple(self.figures.get(a.id, ())),
                dates=tuple(self.dates.get(a.id, ())),
            )
            for a in self.articles
        }

    def coverage(self) -> Coverage:
        return coverage(self.articles, self.annotations(), load("fr"))

    def attribution(self) -> Attribution:
        bodies: Mapping[str, str] = {n: a.speaks_for or n for n, a in self.actors.items()}
        return Attribution(self.actors, bodies, self.speakers, self.relays)
