"""Addresses of the desk's pages."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from selon.dossier.pages import Pages, Part


@dataclass(frozen=True)
class StoryPages(Pages):
    """The pages of a story, by the ids of what they show. `read_only`: nothing is corrected here.

    `title` are the words of its title, cut where it is long. A `large` story has a page for each of its parts.
    """

    ident: str
    read_only: bool
    title: str = ""
    large: bool = False

    @property
    def story(self) -> str:
        """Return the page of the dossier."""
        return f"/stories/{quote(self.ident, safe='')}"

    @property
    def actors(self) -> str:
        """The list of the actors."""
        return f"{self.story}/actors"

    @property
    def sorting(self) -> str:
        """The page on which the story is merged with another, or split."""
        return f"{self.story}/sorting"

    def copies(self, ident: str) -> str:
        """Return the page on which is said of what an article is a copy."""
        return f"{self.article(ident)}/copies"

    def article(self, ident: str) -> str:
        """Return the page on which an article is read."""
        return f"{self.story}/articles/{quote(ident, safe='')}"

    def claim(self, ident: str) -> str:
        """Return the page of a claim."""
        return f"{self.story}/claims/{quote(ident, safe='')}"

    def actor(self, ident: str) -> str:
        """Return the page of an actor."""
        return f"{self.story}/actors/{quote(ident, safe='')}"

    def statement(self, article: str, ident: str) -> str:
        """Return the page on which a statement is corrected, a new one without an id; empty where none may be."""
        if self.read_only:
            return ""
        return f"{self.article(article)}/statements/{quote(ident or 'new', safe='')}"

    def whole(self, part: Part, which: str = "") -> str:
        """Return the page with all of a part of a large story; empty where the dossier's page has all of it."""
        if not self.large:
            return ""
        return f"{self.story}/parts/{part}-{which}" if which else f"{self.story}/parts/{part}"
