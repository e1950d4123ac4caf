"""The list of articles for a reference manager: RIS, and CSL-JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from selon.dossier.contract import ArticleEntry, Dossier
from selon.dossier.visible import visible
from selon.model import Interval

# RIS is read line by line (and by some readers at every character that breaks a line anywhere): a value has one line.
_BREAKS = re.compile(r"\s+")


def to_ris(dossier: Dossier) -> str:
    """Return the articles as RIS records of newspaper articles, in order of the dossier, lines ended by CR LF.

    What an article says stands on the line of its tag, so that none of it starts a tag or ends a record.
    """
    return "".join(f"{tag}  - {value}\r\n" for article in dossier.articles for tag, value in _ris(article))


def _ris(article: ArticleEntry) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    yield "ID", _line(article.id)
    yield "TI", _line(article.title) or _line(article.label)
    if byline := _byline(article):
        yield "AU", byline.replace(",", " ")  # a comma would part a family name from given ones
    if article.outlet:
        yield "T2", _line(article.outlet)
    if day := _day(article.published):
        yield "PY", day[:4]
        yield "DA", day.replace("-", "/")
    if article.url:
        yield "UR", _line(article.url)
    yield "LA", _line(article.language)
    for credit in article.credits:
        yield "N1", _line(credit.name)
    yield "ER", ""


def to_csl(dossier: Dossier) -> str:
    """Return the articles as CSL-JSON, in order of the dossier: a list of items of the type `article-newspaper`."""
    return json.dumps([_csl(a) for a in dossier.articles], ensure_ascii=False, indent=2) + "\n"


def _csl(article: ArticleEntry) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": article.id,
        "type": "article-newspaper",
        "title": _line(article.title) or _line(article.label),
        "language": article.language,
    }
    if byline := _byline(article):
        item["author"] = [{"literal": byline}]
    if article.outlet:
        item["container-title"] = _line(article.outlet)
    if article.url:
        item["URL"] = _line(article.url)
    when = article.published
    if when and when.low and when.high:
        days = [when.low] if when.low == when.high else [when.low, when.high]
        item["issued"] = {"date-parts": [[d.year, d.month, d.day] for d in days]}
    return item


def _byline(article: ArticleEntry) -> str:
    return _line(article.byline.of(article.text)) if article.byline else ""


def _day(when: Interval | None) -> str:
    """Return the day of publication; empty when it is not one day for certain."""
    return when.low.isoformat() if when and when.low and when.low == when.high else ""


def _line(text: str) -> str:
    """Return text on one line, its hidden characters made visible."""
    return visible(_BREAKS.sub(" ", text)).strip()
