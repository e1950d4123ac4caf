"""The draft: what the stages of the pipeline read and fill, for one article.

All spans of a draft count in `text`, the article's own words without furniture. Only at the end are they
given back in the article's text as received.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from selon.lexicon import Lexicon
from selon.model import Article, DateMention, Figure, LocalActor, Statement
from selon.text import OffsetMap, Quoted

if TYPE_CHECKING:
    from spacy.tokens import Doc

Gift = Literal["doc", "quotes", "dates", "figures", "actors", "statements", "speakers", "when", "givers"]


@dataclass(slots=True)
class Draft:
    """One article on its way to being annotated.

    A stage fills the field that it says it gives: `doc` (tokens, parts of speech, dependencies; a sentence
    never runs over two blocks), `quotes` (what stands inside quotation marks, marks included), `dates`,
    `figures`, `actors` with all of their mentions, `statements`. Three gifts fill in fields of items that are
    there already: `speakers` (speaker of each statement), `when` (when each was said), `givers` (speaker and
    statement of each figure).
    """

    article: Article
    lexicon: Lexicon
    text: str
    offsets: OffsetMap
    doc: Doc | None = None
    quotes: list[Quoted] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    actors: list[LocalActor] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)

    @property
    def tokens(self) -> Doc:
        """The parsed tokens, for the stages that come after parsing."""
        assert self.doc is not None, "the pipeline runs the parser first"
        return self.doc
