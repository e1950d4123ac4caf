"""Web pages saved as HTML: the article in them (trafilatura), what their head says, their dates (htmldate).

Nothing is fetched, and no date is guessed from the page's words: the words are the cleaning's business.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from selon.errors import EmptyInput, FormatFault, OversizeInput
from selon.model import Article, Metadata, article_id
from selon.read.plain import file_name, laid_out

if TYPE_CHECKING:
    from trafilatura.settings import Document

TAGS = 30_000  # the libraries' time grows faster than the page; real articles have a tenth of this
# `extensive_search` would guess from any number in the page; the fixed end keeps the clock out of the answer
_DATES: dict[str, Any] = {"extensive_search": False, "max_date": "2100-12-31"}
_LOOKS_LIKE_PAGE = re.compile(
    r"\s*(?:\ufeff)?\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)


def is_page(text: str) -> bool:
    """Say whether `text` opens the way an HTML page does."""
    return _LOOKS_LIKE_PAGE.match(text[:2000]) is not None


def from_page(source: str, path: str) -> Article:
    """Return the article in a page, not cleaned yet: title, blank line, one paragraph a line, blank lines between.

    Raises OversizeInput for more than TAGS tags, EmptyInput when no article is found, FormatFault when the
    page can't be taken apart at all.
    """
    if source.count("<") > TAGS:
        raise OversizeInput(path, f"the page has more than {TAGS:,} tags", "Save the article alone")
    document = _document(source, path)
    if document is None or not (document.text or "").strip():
        raise EmptyInput(path, "no article found in the page", "Save its text as a .txt file")
    published, updated = _dates(source, document.url)
    text = laid_out(document.title, document.text or "")
    metadata = Metadata(
        title=document.title,
        site=document.sitename,
        author=document.author,
        published=published,
        updated=updated if updated != published else None,
        url=document.url,
    )
    name = document.url or file_name(path)
    return Article(id=article_id(name, text), text=text, path=path, url=document.url, metadata=metadata, extracted=True)


def _document(source: str, path: str) -> Document | None:
    from trafilatura import bare_extraction  # noqa: PLC0415 loaded on use

    try:
        found = bare_extraction(
            source,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params=dict(_DATES),
        )
    except Exception as error:  # whatever a hostile page breaks in there, the other inputs go on
        reason = f"the page can't be taken apart ({type(error).__name__}: {error})"
        raise FormatFault(path, reason, "Expected HTML") from error
    return found if found is None or not isinstance(found, dict) else None


def _dates(source: str, url: str | None) -> tuple[str | None, str | None]:
    """Return the days (ISO) on which the page says it was published and last changed."""
    from htmldate import find_date  # noqa: PLC0415 loaded on use

    try:
        return tuple(find_date(source, url=url, original_date=first, **_DATES) for first in (True, False))  # type: ignore[return-value]
    except Exception:  # noqa: BLE001 a page whose head breaks the reader has no known date
        return None, None
