"""From files to articles: one module for each kind of input."""

from selon.read.files import DEFAULT_LIMIT, read, read_data
from selon.read.plain import from_text

__all__ = ["DEFAULT_LIMIT", "from_text", "read", "read_data"]
