"""The ledger: articles, their annotations and their stories, kept in a database."""

from selon.store.ledger import Added, Ledger
from selon.store.rows import Reader
from selon.store.schema import named_story_id

__all__ = ["Added", "Ledger", "Reader", "named_story_id"]
