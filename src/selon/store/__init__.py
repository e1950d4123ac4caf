"""The ledger: articles, their annotations and their stories, kept in a database."""

from selon.store.amending import as_read, as_stated, words_at
from selon.store.browsing import ArticleLine, SaidLine, SpeakerLine, StoryLine
from selon.store.keeping import Whole
from selon.store.ledger import Added, Ledger
from selon.store.placing import Placing
from selon.store.rows import Reader
from selon.store.schema import named_story_id
from selon.store.search import Filters, Found, Hit

__all__ = [
    "Added",
    "ArticleLine",
    "Filters",
    "Found",
    "Hit",
    "Ledger",
    "Placing",
    "Reader",
    "SaidLine",
    "SpeakerLine",
    "StoryLine",
    "Whole",
    "as_read",
    "as_stated",
    "named_story_id",
    "words_at",
]
