"""The tables by which articles and statements are found: their terms, and all that a search may be narrowed by.

Rows of terms are long. So what narrows a search, and orders what it finds, stands once more in short rows, under the
same numbers: half of all articles may have a word, and as many rows are then read. SQLite keeps the index over the
terms (`article_search`, `statement_search`) and the short rows by triggers; rows are inserted and deleted, never
changed.
"""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, Table, Text

from selon.store.schema import metadata

article_words = Table(
    "article_words",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("article", Text, ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
    Column("title", Text, nullable=False),
    Column("body", Text, nullable=False),
)

statement_words = Table(
    "statement_words",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("article", Text, ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("speaker", Text, nullable=False),
    Column("content", Text, nullable=False),
)

# `first` and `last` are the days of a statement when it was said, else those on which its article came out; as far as
# one is known, both are.
article_facets = Table(
    "article_facets",
    metadata,
    Column("number", Integer, ForeignKey("article_words.number", ondelete="CASCADE"), primary_key=True),
    Column("article", Text, nullable=False),
    Column("outlet", Text),
    Column("first", Date),
    Column("last", Date),
)

statement_facets = Table(
    "statement_facets",
    metadata,
    Column("number", Integer, ForeignKey("statement_words.number", ondelete="CASCADE"), primary_key=True),
    Column("article", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("stance", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("outlet", Text),
    Column("first", Date),
    Column("last", Date),
)

# What terms were made with, and the articles whose terms were made with something else.
worded = Table("worded", metadata, Column("made_with", Text, primary_key=True))

unworded = Table(
    "unworded",
    metadata,
    Column("article", Text, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
)

Index(None, article_words.c.article)
Index(None, statement_words.c.article)
Index("ix_article_facets_order", *(article_facets.c[name] for name in ("first", "article", "outlet", "last")))
Index(
    "ix_statement_facets_order",
    *(statement_facets.c[name] for name in ("first", "article", "position", "stance", "form", "outlet", "last")),
)
