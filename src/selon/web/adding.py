"""Articles as the desk takes them: files, a pasted text, the page at an address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from selon.errors import FormatFault
from selon.ingest import Taken, Upload, add_data
from selon.web.desk import Desk
from selon.web.fetching import fetched
from selon.web.objects import NewArticle


def take(desk: Desk, uploads: Sequence[Upload], story: str = "", word: str = "") -> list[Taken]:
    """Add the articles of files, and say of each what became of it; `word` is what asks how far it is.

    Raises StoreError.
    """

    def tell(stage: str, done: int, total: int | None) -> None:
        desk.uploads.tell(word, stage, done, total)

    tell("read", 0, None)
    with desk.writing:
        taken = add_data(uploads, desk.ledger, story or None, tell, dt.datetime.now(dt.UTC))
    desk.touched(one.article for one in taken if one.article is not None)
    return taken


def upload_of(desk: Desk, asked: NewArticle) -> Upload:
    """Return what was pasted, or what an address gives, as a file. Raises InputError."""
    if asked.url is not None:
        return fetched(asked.url, allowed=desk.settings.fetch)
    if asked.text is None:
        place, reason = "the body", "expected the article in `text`, found none"
        raise FormatFault(place, reason, "Send its text")
    return Upload(asked.name if "." in asked.name else f"{asked.name}.txt", asked.text.encode())
