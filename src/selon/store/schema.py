"""The tables as they are now. The way here from an empty database is in `migrations/versions`.

Articles, annotations and stories are kept whole, as the JSON of the model; the other columns repeat what is
searched for. Statements and figures have rows of their own, keyed by article and place in the article's list.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Date, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

from selon.model import digest

HEAD = "0007"
"""The last migration. A test holds it against the files in `migrations/versions`."""

VERSION_TABLE = "selon_migrations"
"""Records the migrations applied. Its name tells a ledger from any other database."""

# Every constraint has a name, since a later migration can only drop what it can name.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

articles = Table(
    "articles",
    metadata,
    Column("id", Text, primary_key=True),
    Column("address", Text),  # the url, else the path
    Column("language", Text, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("published_low", Date),
    Column("published_high", Date),
    Column("json", Text, nullable=False),
    Column("added", Text),  # when it came, ISO 8601 in UTC, where that was said
)

annotated = Table(
    "annotations",
    metadata,
    Column("article", Text, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("selon", Text, nullable=False),  # the version of Selon that read the article,
    Column("lexicon", Text, nullable=False),  # with which words,
    Column("model", Text, nullable=False),  # and with which language model
    Column("json", Text, nullable=False),
)

statements = Table(
    "statements",
    metadata,
    Column("article", Text, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("speaker", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("certainty", Text, nullable=False),
    Column("when_low", Date),
    Column("when_high", Date),
    Column("text", Text, nullable=False),
)

figures = Table(
    "figures",
    metadata,
    Column("article", Text, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("speaker", Text, nullable=False),
    Column("statement", Text),
    Column("counted", Text, nullable=False),
    Column("low", Float),
    Column("high", Float),
    Column("approx", Text, nullable=False),
    Column("as_of_low", Date),
    Column("as_of_high", Date),
    Column("text", Text, nullable=False),
)

stories = Table(
    "stories",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Text),
    Column("first", Date),
    Column("last", Date),
    Column("json", Text, nullable=False),
)

story_articles = Table(
    "story_articles",
    metadata,
    Column("story", Text, ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True),
    Column("article", Text, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, nullable=False),
)

# Which story a person put an article into: kept apart from the grouping, which is made anew.
assignments = Table(
    "assignments",
    metadata,
    Column("article", Text, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("story", Text, nullable=False),
)

# What persons said: no key to articles, so that it outlives them and holds when they come back.
corrections = Table(
    "corrections",
    metadata,
    Column("id", Text, primary_key=True),
    Column("made", Text, nullable=False),  # ISO 8601 with its offset
    Column("who", Text, nullable=False),
    Column("json", Text, nullable=False),
    Column("subject", Text),  # actors, stories, statements, copies, claims
    Column("article", Text),  # of a correction of a statement
)

# Corrections that were taken back, for the history.
withdrawn = Table(
    "withdrawn",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("correction", Text, nullable=False),
    Column("undone", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("json", Text, nullable=False),
)

# What articles are found by. Rows of the tables of keys are many: they hold numbers, not ids, and no more than needed.
sketches = Table(
    "sketches",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("low", Date),
    Column("high", Date),
    Column("grouped", Text),  # the group that it is in before persons' corrections
    Column("json", Text, nullable=False),
)

article_sketches = Table(
    "article_sketches",
    metadata,
    Column("article", Text, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("sketch", Integer, ForeignKey("sketches.number", ondelete="CASCADE"), nullable=False),
)

sketch_keys = Table(
    "sketch_keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("sketch", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

likenesses = Table(  # each pair twice, so that it is found from either side
    "likenesses",
    metadata,
    Column("one", Integer, primary_key=True, autoincrement=False),
    Column("other", Integer, primary_key=True, autoincrement=False),
    Column("value", Float, nullable=False),
    sqlite_with_rowid=False,
)

wording_keys = Table(
    "wording_keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("article", Text, primary_key=True),
    sqlite_with_rowid=False,
)

# Articles that wait for their story: they came, or a person put them elsewhere, since the last grouping.
unplaced = Table(
    "unplaced",
    metadata,
    Column("article", Text, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
)

# The last grouping: its number, and what sketches are made with.
groupings = Table(
    "groupings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("made_with", Text, nullable=False),
)

# What was made of big stories, to be taken again while all that went in is as it was. It can always be made anew.
dossiers = Table(
    "dossiers",
    metadata,
    Column("story", Text, ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True),
    Column("state", Text, nullable=False),  # a digest of all that went in
    Column("data", LargeBinary, nullable=False),
)

# What linking worked out of the articles of big stories, by digests of what that was. No key to stories: it outlives
# their row, which a grouping writes anew, and goes when no story has its id any more.
remembered = Table(
    "remembered",
    metadata,
    Column("story", Text, primary_key=True),
    Column("made_with", Text, nullable=False),  # a digest of Selon and its words
    Column("data", LargeBinary, nullable=False),
)

Index(None, articles.c.added)
Index(None, articles.c.outlet)
Index(None, corrections.c.article)
Index(None, statements.c.id)
Index(None, statements.c.speaker)
Index(None, figures.c.id)
Index(None, figures.c.counted)
Index(None, story_articles.c.article)
Index(None, sketches.c.id, unique=True)
Index(None, sketches.c.grouped)
Index(None, article_sketches.c.sketch)


def named_story_id(name: str) -> str:
    """Return the id of a story that a person named: the same for the same name."""
    return digest("story", "named", name)
