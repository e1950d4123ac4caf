"""Drafts of sentences written for the tests, parsed, with the statements that a test puts into them."""

from __future__ import annotations

from selon.annotation import parse
from selon.annotation.draft import Draft
from selon.lexicon import load
from selon.model import Article, LocalActor, Statement
from selon.text import Span


def drafted(text: str) -> Draft:
    """Return a parsed draft of `text`."""
    article = Article(id="a-test", text=text)
    reading, offsets = article.reading()
    draft = Draft(article, load(), reading, offsets)
    parse.STAGE.run(draft)
    return draft


def actors(draft: Draft) -> dict[str, LocalActor]:
    """Return the actors by name."""
    return {a.name: a for a in draft.actors}


def words(actor: LocalActor, draft: Draft) -> list[str]:
    """Return the words of an actor's mentions."""
    return [m.of(draft.text) for m in actor.mentions]


def statement(draft: Draft, source: str, content: str, nth: int = 0) -> Statement:
    """Return a statement whose source is the nth occurrence of `source` in the text (empty: it has none)."""
    at = -1
    for _ in range(nth + 1):
        at = draft.text.index(source, at + 1)
    start = draft.text.index(content)
    return Statement(
        id=f"s-{start}",
        source=Span(at, at + len(source)) if source else None,
        cue=None,
        content=(Span(start, start + len(content)),),
        form="indirect",
        stance="affirm",
    )
