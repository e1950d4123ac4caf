"""Cleaning: what of an article's text is the article, and what the rest says about it."""

from __future__ import annotations

import msgspec

from selon.clean.credits import byline_of, credits_of, mark_last_outlet, outlet_of
from selon.clean.dating import published_in, updated_in
from selon.clean.layout import laid_out
from selon.clean.titles import title_span
from selon.clean.wording import wording_of
from selon.lexicon import Lexicon
from selon.model import Article, Block


def clean(article: Article, lexicon: Lexicon) -> Article:
    """Return the article with blocks, title, outlet, byline, credits and dates.

    The text stays as it is; blocks are in order, disjoint, and hold every character of it that is not white
    space. What the article had of these before is found anew, so that cleaning twice changes nothing. Pure:
    no clock, no network; what the text and the metadata don't tell stays None.
    """
    wording = wording_of(lexicon)
    lines = laid_out(article, lexicon, wording)
    mark_last_outlet(lines, wording)
    headline = next((line for line in lines if line.kind == "title"), None)
    title, outlet, evidence = None, None, None
    if headline is not None:
        title, outlet, evidence = title_span(article.text, headline, article.metadata, wording)
    if outlet is None:
        outlet, evidence = outlet_of(article, lines, wording)
    published = published_in(article, lines, lexicon)
    return msgspec.structs.replace(
        article,
        title=title,
        outlet=outlet,
        outlet_evidence=evidence,
        byline=byline_of(lines),
        credits=credits_of(article, lines, outlet, wording),
        published=published,
        updated=updated_in(article, lines, published, lexicon),
        blocks=tuple(Block(line.span, line.kind or "paragraph") for line in lines),
    )
