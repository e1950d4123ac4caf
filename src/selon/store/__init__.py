"""The ledger: articles, their annotations and their stories, kept in a database."""

from selon.store.browsing import ArticleLine, SaidLine, SpeakerLine, StoryLine
from selon.store.ledger import Added, Ledger
from selon.store.rows import Reader
from selon.store.schema import named_story_id

__all__ = ["Added", "ArticleLine", "Ledger", "Reader", "SaidLine", "SpeakerLine", "StoryLine", "named_story_id"]
