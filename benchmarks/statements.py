"""Statements as readers marked them, and any number of articles recombined from them."""

from __future__ import annotations

import datetime as dt
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.texts import ROOT, SEED, SHARED

from selon.link.coverage import Told
from selon.model import Annotations, Article, Figure, Interval, Statement
from selon.text import Span

EACH = 15
"""Statements of a recombined article, as many as one of the corpora has."""

SWAPPED = 3
"""One word in so many of a recombined statement comes from another."""

Labelled = tuple[list[Article], dict[str, Annotations], dict[str, str]]
"""Articles, their annotations, and the topic of each statement by its id."""


def labelled(gold: Path, texts: Path) -> Labelled:
    """Return the statements of a folder of a reader's files; articles without such a file or a text are left out."""
    articles, annotations, topics = [], {}, {}
    for file in sorted(gold.glob("*.json")):
        text = texts / f"{file.stem}.txt"
        told = json.loads(file.read_text(encoding="utf-8"))
        if not text.is_file() or not isinstance(told["statements"], list):
            continue
        article = Article(id=file.stem, text=text.read_text(encoding="utf-8"), path=file.stem)
        statements = tuple(_statement(f"{file.stem}-{n:03}", s) for n, s in enumerate(told["statements"]))
        figures = tuple(_figure(f"{file.stem}-f{n:03}", f, statements) for n, f in enumerate(told["figures"]))
        articles.append(article)
        annotations[article.id] = _annotations(article, statements, figures)
        topics.update((s.id, t["topic"]) for s, t in zip(statements, told["statements"], strict=True) if t.get("topic"))
    return articles, annotations, topics


def folders() -> Iterator[tuple[str, Path, Path]]:
    """Yield the stories whose statements a reader parted into topics: name, folder of the reader's files, of texts."""
    yield "sample", ROOT / "samples" / "bac" / "gold", ROOT / "samples" / "bac"
    if (SHARED / "gold" / "seeds").is_dir():
        yield "seeds", SHARED / "gold" / "seeds", SHARED / "seeds"


def told_by(articles: Sequence[Article], annotations: Mapping[str, Annotations]) -> list[Told]:
    """Return the statements with their articles."""
    return [Told(a, s) for a in articles for s in annotations[a.id].statements]


def recombined(told: Sequence[Told], size: int) -> tuple[list[Article], dict[str, Annotations]]:
    """Return articles with `size` statements, each one of `told` with words of another. More change no other."""
    chance = random.Random(SEED)
    sayings = [(" ".join(s.of(t.article.text) for s in t.statement.content), t.statement) for t in told]
    articles, annotations = [], {}
    for first in range(0, size, EACH):
        text, statements = "", []
        for number in range(first, min(first + EACH, size)):
            words, like = _mixed(chance, sayings)
            content = (Span(len(text), len(text) + len(words)),)
            text += f"{words}.\n"
            name = f"s{number:06}"
            statements.append(
                Statement(id=name, source=None, cue=None, content=content, form="indirect", stance=like.stance)
            )
        article = Article(id=f"a{first:06}", text=text, path=f"a{first:06}")
        articles.append(article)
        annotations[article.id] = _annotations(article, tuple(statements), ())
    return articles, annotations


def _mixed(chance: random.Random, sayings: Sequence[tuple[str, Statement]]) -> tuple[str, Statement]:
    words, like = chance.choice(sayings)
    others = chance.choice(sayings)[0].split()
    own = words.split()
    for at in range(chance.randrange(SWAPPED), len(own), SWAPPED):
        own[at] = chance.choice(others)
    return " ".join(own), like


def _statement(name: str, told: Mapping[str, Any]) -> Statement:
    when = told.get("when") or ""
    low, _, high = when.partition("/")
    return Statement(
        id=name,
        source=Span(*told["source"]) if told["source"] else None,
        cue=Span(*told["cue"]) if told["cue"] else None,
        content=tuple(Span(*span) for span in told["content"]),
        form=told["form"],
        stance=told["stance"],
        speaker=told["speaker"],
        when=Interval(_day(low), _day(high or low)) if len(low) == len("2024-10-10") else None,
    )


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _figure(name: str, told: Mapping[str, Any], statements: Sequence[Statement]) -> Figure:
    span = Span(*told["span"])
    home = next((s.id for s in statements if any(part.contains(span) for part in s.content)), None)
    return Figure(
        id=name,
        span=span,
        low=told["low"],
        high=told["high"],
        approx=told["approx"],
        counted=told["counted"],
        statement=home,
    )


def _annotations(article: Article, statements: tuple[Statement, ...], figures: tuple[Figure, ...]) -> Annotations:
    return Annotations(
        path=article.path,
        article=article.id,
        language="fr",
        characters=len(article.text),
        statements=statements,
        figures=figures,
    )
