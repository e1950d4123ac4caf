"""Where things stand: all of a dossier on one page, or its parts and articles on pages of their own."""

from __future__ import annotations

import re
from typing import Literal, get_args

Part = Literal["changes", "claims", "figures", "positions", "timeline", "sources", "checks", "quotations", "reading"]
PARTS: tuple[Part, ...] = get_args(Part)
_SAFE = re.compile(r"[a-z]-\w{1,62}", re.ASCII)  # what Selon makes: a letter and a number; no part is called so


class Pages:
    """Addresses of the pages of a dossier; here one page shows all of it, so that every address is empty.

    A site says what is elsewhere by overriding methods: what it leaves is on the main page.
    """

    @property
    def story(self) -> str:
        """The address of the page that shows all of it but the articles."""
        return ""

    def article(self, ident: str) -> str:  # noqa: ARG002
        """Return the address of the page on which an article is read."""
        return ""

    def claim(self, ident: str) -> str:  # noqa: ARG002
        """Return the address of the page of a claim."""
        return ""

    def actor(self, ident: str) -> str:  # noqa: ARG002
        """Return the address of the page of an actor."""
        return ""

    def statement(self, article: str, ident: str) -> str:  # noqa: ARG002
        """Return the address of the page on which a statement is corrected, empty where none may be."""
        return ""

    def whole(self, part: Part, which: str = "") -> str:  # noqa: ARG002
        """Return the address of the page with all of a part, or of its group `which`; of it, others show a little."""
        return ""

    def name(self, letter: str, number: int, ident: str) -> str:  # noqa: ARG002
        """Return the id, in the pages, of the entry `ident`, the `number`-th of its kind."""
        return f"{letter}{number}"


class Folder(Pages):
    """A folder of pages: `index.html` opens on what matters, parts and articles have files of their own.

    Entries are named by their ids, so that an address still leads to the same words when the story has grown.
    Addresses hold letters, digits and `-_.#` only, whatever an id holds.
    """

    def __init__(self, articles: tuple[str, ...]) -> None:
        """Take the ids of the articles, in the order of the dossier."""
        self._articles = {ident: self.name("a", i, ident) for i, ident in enumerate(articles, 1)}

    @property
    def story(self) -> str:
        """The file to open."""
        return "index.html"

    def article(self, ident: str) -> str:
        """Return the file of an article."""
        return f"{self._articles[ident]}.html"

    def whole(self, part: Part, which: str = "") -> str:
        """Return the file of a part, or of a group of it."""
        return f"{part}-{which}.html" if which else f"{part}.html"

    def name(self, letter: str, number: int, ident: str) -> str:
        """Return the id where it can be one in a page and in an address, else a letter and the number."""
        return ident if _SAFE.fullmatch(ident) else f"{letter}{number}"
