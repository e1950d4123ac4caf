"""What no article may be: longer than a book, or no Unicode text."""

from __future__ import annotations

import re

from selon.errors import EncodingFault, OversizeInput
from selon.model import Article

LONGEST_TEXT = 1_000_000
"""Characters of one article, some 170 000 words: thirty times the longest of a thousand, and minutes of reading."""
_HALF = re.compile("[\ud800-\udfff]")


def refuse_unreadable(article: Article) -> None:
    """Raise OversizeInput for a text of over LONGEST_TEXT characters, EncodingFault for half a character in it."""
    place = article.path or article.url or "the text"
    if len(article.text) > LONGEST_TEXT:
        reason = f"expected at most {LONGEST_TEXT:,} characters, got {len(article.text):,}"
        raise OversizeInput(place, reason, "Split it into its articles")
    half = _HALF.search(article.text)
    if half is not None:
        reason = f"expected Unicode text, found a lone surrogate (U+{ord(half.group()):04X}) at position {half.start()}"
        raise EncodingFault(place, reason, 'Decode the text again, or drop it: text.encode("utf-8", "ignore").decode()')
