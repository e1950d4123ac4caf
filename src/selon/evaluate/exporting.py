"""Corrected articles as annotated cases: an article's text beside what persons made of its annotations.

A case has the form of every annotated corpus (`corpora`). A statement that a person had a word on says whose: `by`.
What persons rejected stands apart, in `rejected`; nothing reads it, but a learner may.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from selon.model import Amended, Article, Figure, Interval, Statement
from selon.text import Span, stripped

_UNWELCOME = re.compile(r"[^\w-]+")
_LONGEST_NAME = 80

Entry = dict[str, object]


class Case(NamedTuple):
    """An annotated article: the name of its two files without their endings, its text, and its annotations as JSON."""

    name: str
    text: str
    json: str


def cases(corrected: Iterable[tuple[Article, Amended]]) -> list[Case]:
    """Return a case for every article with statements that persons corrected, by name.

    The name is the article's label, with its id where two of them have the same.
    """
    found = [(article, made) for article, made in corrected if made.by]
    slugs = {article.id: _slug(article) for article, _ in found}
    times = Counter(slug.casefold() for slug in slugs.values())
    named = [
        (slug if slug and times[slug.casefold()] == 1 else f"{slug}-{article.id}".lstrip("-"), article, made)
        for article, made in found
        for slug in [slugs[article.id]]
    ]
    return [Case(name, article.text, _written(name, article, made)) for name, article, made in sorted(named)]


def _slug(article: Article) -> str:
    return _UNWELCOME.sub("-", article.label[:_LONGEST_NAME]).strip("-")


def _written(name: str, article: Article, made: Amended) -> str:
    """Return the JSON of a case, an entry a line."""
    text = article.text
    by = {id_: made.by[id_][-1].who for id_ in made.by}
    said = [_statement(text, s) | ({"by": by[s.id]} if s.id in by else {}) for s in made.annotations.statements]
    lists = {
        "statements": said,
        "figures": [_figure(text, figure) for figure in made.annotations.figures],
        "rejected": [_statement(text, s) | {"by": by[s.id]} for s in made.rejected],
    }
    return (
        f'{{\n "id": {_line(name)},\n' + ",\n".join(_listed(key, entries) for key, entries in lists.items()) + "\n}\n"
    )


def _listed(key: str, entries: Sequence[Entry]) -> str:
    lines = ",\n".join(f"  {_line(entry)}" for entry in entries)
    return f' "{key}": [\n{lines}\n ]' if entries else f' "{key}": []'


def _line(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _statement(text: str, said: Statement) -> Entry:
    return {
        "source": _bare(text, said.source),
        "cue": _bare(text, said.cue),
        "content": [_bare(text, span) for span in said.content],
        "form": said.form,
        "stance": said.stance,
        "certainty": said.certainty,
        "speaker": said.speaker,
        "relay": said.relay,
        "when": _days(said.when),
    }


def _figure(text: str, given: Figure) -> Entry:
    return {
        "span": _bare(text, given.span),
        "low": given.low,
        "high": given.high,
        "approx": given.approx,
        "counted": given.counted,
        "source": given.speaker,
    }


def _bare(text: str, span: Span | None) -> Span | None:
    """Return a span without the white space at its ends, which a person may have marked."""
    return stripped(text, span.start, span.end) if span else None


def _days(when: Interval | None) -> str | None:
    """Return a day, or the first and the last one as `2025-03-10/2025-03-12`, an open side as `..` (ISO 8601-2)."""
    if when is None:
        return None
    low, high = (day.isoformat() if day else ".." for day in (when.low, when.high))
    return low if low == high else f"{low}/{high}"
