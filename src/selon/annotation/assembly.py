"""The whole pipeline, and its result given back in the article's text as received."""

from __future__ import annotations

from functools import cache

import msgspec

from selon.annotation import parse, quotes, statements
from selon.annotation.draft import Draft
from selon.annotation.pipeline import Pipeline
from selon.lexicon import Lexicon
from selon.model import Annotations, Article, Statement, Title, statement_id
from selon.text import OffsetMap, Span


@cache
def pipeline() -> Pipeline:
    """Return the stages in their order."""
    return Pipeline([quotes.STAGE, parse.STAGE, statements.STAGE])


def annotate(article: Article, lexicon: Lexicon) -> Annotations:
    """Return the annotations of a cleaned article. The same article always gives the same annotations."""
    text, offsets = article.reading()
    draft = pipeline().run(Draft(article=article, lexicon=lexicon, text=text, offsets=offsets))
    return Annotations(
        path=article.path,
        article=article.id,
        language=article.language,
        characters=len(article.text),
        title=_title(article),
        published=article.published,
        statements=tuple(_received(s, article.id, offsets) for s in draft.statements),
        furniture=article.furniture,
    )


def _title(article: Article) -> Title | None:
    if article.title is None:
        return None
    return Title(article.title.start, article.title.end, article.title.of(article.text))


def _received(statement: Statement, article: str, offsets: OffsetMap) -> Statement:
    """Return a statement with its spans in the text as received, and its id."""

    def back(span: Span | None) -> Span | None:
        return None if span is None else offsets.to_received(span)

    source, cue = back(statement.source), back(statement.cue)
    content = tuple(part for span in statement.content for part in offsets.parts_in_received(span))
    return msgspec.structs.replace(
        statement,
        id=statement_id(article, source, cue, content),
        source=source,
        cue=cue,
        content=content,
    )
