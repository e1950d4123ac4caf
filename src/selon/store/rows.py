"""Rows: what is written of an article, of its statements and figures, and of a story."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any, TypeVar

import msgspec

from selon.errors import FormatFault, StoreError
from selon.model import Annotations, Article, Correction, Interval, Number, Story, decode, encode
from selon.store.terms import indexed
from selon.text import Span, words_of

Row = dict[str, Any]
T = TypeVar("T")

_NEVER = Interval()


class Reader(msgspec.Struct, frozen=True, kw_only=True):
    """With what an article was annotated: the version of Selon, its words, its language model.

    Articles whose reader is not today's are those worth reading again.
    """

    selon: str
    lexicon: str = ""
    model: str = ""


def article_row(article: Article) -> Row:
    """Return the row of `article`. Raises StoreError for text that no file can hold (lone surrogates)."""
    published = article.published.interval if article.published else _NEVER
    title = article.title.of(article.text) if article.title else article.metadata.title
    return {
        "id": article.id,
        "address": article.url or article.path,
        "language": article.language,
        "title": title,
        "outlet": article.outlet,
        "published_low": published.low,
        "published_high": published.high,
        "json": written(article, article.label),
    }


def annotations_row(article: Article, annotations: Annotations, reader: Reader) -> Row:
    """Return the row of the annotations. Raises StoreError when they are another article's."""
    if annotations.article != article.id:
        msg = f"{article.label}: expected the annotations of {article.id}, got those of {annotations.article}"
        raise StoreError(msg)
    json = written(annotations, article.label)
    return {"article": article.id, **msgspec.structs.asdict(reader), "json": json}


def correction_row(correction: Correction) -> Row:
    """Return the row of a correction. Raises StoreError for text that no file can hold."""
    json = written(correction, correction.id)
    return {
        "id": correction.id,
        "made": correction.when.isoformat(),
        "who": correction.who,
        "json": json,
        "subject": correction.of,
        "article": correction.article or None,
    }


def withdrawn_row(correction: Correction, who: str, when: dt.datetime) -> Row:
    """Return the row of a correction that somebody took back. Raises StoreError for text that no file can hold."""
    json = written(correction, correction.id)
    return {"correction": correction.id, "undone": when.isoformat(), "who": who, "json": json}


def article_words_row(article: Article) -> Row:
    """Return the terms by which an article is found: those of its title, and of all but its furniture."""
    title = article.title.of(article.text) if article.title else article.metadata.title
    return {
        "article": article.id,
        "title": indexed(title or ""),
        "body": indexed(article.text, own_passages(article)),
    }


def own_passages(article: Article) -> list[Span]:
    """Return where an article's own words stand: all of its text until it has been cleaned."""
    if not article.blocks:
        return [Span(0, len(article.text))] if article.text else []
    return [block.span for block in article.blocks if block.kind != "furniture"]


def statement_words_rows(article: Article, annotations: Annotations) -> list[Row]:
    """Return the terms by which every statement is found, in order."""
    return [
        {
            "article": article.id,
            "position": position,
            "speaker": indexed(found.speaker),
            "content": indexed(article.text, found.content),
        }
        for position, found in enumerate(annotations.statements)
    ]


def statement_rows(article: Article, annotations: Annotations) -> list[Row]:
    """Return a row for every statement, in order."""
    return [
        {
            "article": article.id,
            "position": position,
            "id": found.id,
            "speaker": found.speaker,
            "stance": found.stance,
            "form": found.form,
            "certainty": found.certainty,
            "when_low": (found.when or _NEVER).low,
            "when_high": (found.when or _NEVER).high,
            "text": words_of(found.content, article.text),
        }
        for position, found in enumerate(annotations.statements)
    ]


def figure_rows(article: Article, annotations: Annotations) -> list[Row]:
    """Return a row for every figure, in order."""
    return [
        {
            "article": article.id,
            "position": position,
            "id": found.id,
            "speaker": found.speaker,
            "statement": found.statement,
            "counted": found.counted,
            "low": _real(found.low),
            "high": _real(found.high),
            "approx": found.approx,
            "as_of_low": (found.as_of or _NEVER).low,
            "as_of_high": (found.as_of or _NEVER).high,
            "text": found.span.of(article.text),
        }
        for position, found in enumerate(annotations.figures)
    ]


def story_row(story: Story, title: str | None) -> Row:
    """Return the row of `story`, of which `title` is the title in words."""
    return {"id": story.id, "title": title, "first": story.first, "last": story.last, "json": written(story, story.id)}


def moment(when: dt.datetime) -> str:
    """Return a moment as it is written: ISO 8601 in UTC to the microsecond, so that the later one sorts behind."""
    return when.astimezone(dt.UTC).isoformat(timespec="microseconds")


def written(value: object, place: str) -> str:
    """Return the JSON of `value`. Raises StoreError, naming `place`, for text that is no Unicode text."""
    try:
        return encode(value).decode()
    except UnicodeEncodeError as error:
        msg = f"{place}: expected Unicode text, got half a surrogate pair at character {error.start}"
        raise StoreError(msg) from error


def read_back(data: str, kind: type[T], place: str) -> T:
    """Return the value written as `data`. Raises StoreError when the row was damaged."""
    try:
        return decode(data, kind, place)
    except FormatFault as error:
        msg = (
            f"the ledger holds a damaged row: {error}. Restore the ledger from a copy, or add the articles to a new one"
        )
        raise StoreError(msg) from error


def _real(number: Number | None) -> float | None:
    """Return what a column can hold of a number: texts hold integers of any length."""
    if number is None:
        return None
    try:
        return float(number)
    except OverflowError:
        return math.inf if number > 0 else -math.inf
