"""The whole pipeline, and its result given back in the article's text as received."""

from __future__ import annotations

from functools import cache

import msgspec

from selon.annotation import dates, parse, when
from selon.annotation.actors import mentions, speakers
from selon.annotation.draft import Draft
from selon.annotation.figures import finding, givers
from selon.annotation.pipeline import Pipeline
from selon.annotation.statements import attribution, quotes
from selon.lexicon import Lexicon
from selon.model import Annotations, Article, Figure, LocalActor, Statement, Title, figure_id, statement_id
from selon.text import OffsetMap, Span


@cache
def pipeline() -> Pipeline:
    """Return the stages in their order."""
    return Pipeline(
        [
            quotes.STAGE,
            dates.STAGE,
            parse.STAGE,
            mentions.STAGE,
            finding.STAGE,
            attribution.STAGE,
            speakers.STAGE,
            when.STAGE,
            givers.STAGE,
        ]
    )


def annotate(article: Article, lexicon: Lexicon) -> Annotations:
    """Return the annotations of a cleaned article. The same article always gives the same annotations."""
    text, offsets = article.reading()
    draft = pipeline().run(Draft(article=article, lexicon=lexicon, text=text, offsets=offsets))
    back = _Received(article.id, offsets)
    found = tuple(back.statement(s) for s in draft.statements)
    return Annotations(
        path=article.path,
        article=article.id,
        language=article.language,
        characters=len(article.text),
        title=_title(article),
        published=article.published,
        statements=found,
        figures=_figures(draft, found, back),
        dates=tuple(msgspec.structs.replace(d, span=offsets.to_received(d.span)) for d in draft.dates),
        actors=tuple(back.actor(a) for a in draft.actors),
        furniture=article.furniture,
        text=article.text if article.extracted else None,
    )


def _given_in(draft: Draft, found: tuple[Statement, ...]) -> list[str | None]:
    """Return the id of the statement that each figure stands in; `found` are the draft's statements with their ids."""
    contents = givers.Contents(draft.statements)
    indices = [contents.statement_of(figure.span) for figure in draft.figures]
    return [None if at is None else found[at].id for at in indices]


def _figures(draft: Draft, found: tuple[Statement, ...], back: _Received) -> tuple[Figure, ...]:
    """Return the draft's figures with their ids, which `part_of` then names."""
    given = zip(draft.figures, _given_in(draft, found), strict=True)
    figures = [back.figure(figure, statement) for figure, statement in given]
    ids = {old.id: new.id for old, new in zip(draft.figures, figures, strict=True)}
    return tuple(msgspec.structs.replace(f, part_of=ids[f.part_of]) if f.part_of else f for f in figures)


def _title(article: Article) -> Title | None:
    if article.title is None:
        return None
    return Title(article.title.start, article.title.end, article.title.of(article.text))


class _Received:
    """Gives what was found in the cleaned text back in the text as received, with its ids."""

    def __init__(self, article: str, offsets: OffsetMap) -> None:
        self._article = article
        self._offsets = offsets

    def statement(self, statement: Statement) -> Statement:
        source, cue = self._span(statement.source), self._span(statement.cue)
        # What was cut out of a content stays out of it: its pieces become spans of their own.
        content = tuple(part for span in statement.content for part in self._offsets.parts_in_received(span))
        id_ = statement_id(self._article, source, cue, content)
        evidence = self._span(statement.when_evidence)
        return msgspec.structs.replace(
            statement, id=id_, source=source, cue=cue, content=content, when_evidence=evidence
        )

    def figure(self, figure: Figure, statement: str | None) -> Figure:
        span = self._offsets.to_received(figure.span)
        modifiers = tuple(self._offsets.to_received(modifier) for modifier in figure.modifiers)
        id_ = figure_id(self._article, span)
        return msgspec.structs.replace(figure, id=id_, span=span, modifiers=modifiers, statement=statement)

    def actor(self, actor: LocalActor) -> LocalActor:
        mentions = tuple(self._offsets.to_received(span) for span in actor.mentions)
        return msgspec.structs.replace(actor, mentions=mentions)

    def _span(self, span: Span | None) -> Span | None:
        return None if span is None else self._offsets.to_received(span)
