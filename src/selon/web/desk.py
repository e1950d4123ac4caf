"""What the desk keeps between two requests: the ledger, and the dossiers that were made from it."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import TypeVar

from selon.dossier import Dossier
from selon.dossier.contract import ActorEntry, ArticleEntry, ClaimEntry, StatementEntry
from selon.errors import ActorNotFound, EntryNotFound
from selon.ingest import dossier_of_whole, whole_story, worth_keeping
from selon.store import Ledger
from selon.web.progress import Uploads
from selon.web.renewal import Renewal
from selon.web.settings import Settings

T = TypeVar("T")
KEPT = 16
"""Dossiers in memory. One of a thousand articles takes some 30 MB."""


class Held:
    """The dossier of a story in a state of the ledger, with what was made from it.

    `version` is that of the ledger when the story was last seen to be in this state.
    """

    def __init__(self, dossier: Dossier, state: str, version: str) -> None:
        self.dossier = dossier
        self.state = state
        self.version = version
        self._made: dict[tuple[str, ...], object] = {}
        self._lock = threading.RLock()

    @property
    def story(self) -> str:
        """The id of the story."""
        return self.dossier.story.id

    def made(self, key: tuple[str, ...], make: Callable[[], T]) -> T:
        """Return what `make` made for `key`, made once."""
        with self._lock:
            if key not in self._made:
                self._made[key] = make()
            return self._made[key]  # type: ignore[return-value]

    def article(self, wanted: str) -> ArticleEntry:
        """Return the article of that id. Raises EntryNotFound."""
        return _one(wanted, {a.id: a for a in self.dossier.articles}, "article", self.story)

    def claim(self, wanted: str) -> ClaimEntry:
        """Return the claim of that id. Raises EntryNotFound."""
        return _one(wanted, {c.id: c for c in self.dossier.claims}, "claim", self.story)

    def statement(self, wanted: str) -> StatementEntry:
        """Return the statement of that id. Raises EntryNotFound."""
        return _one(wanted, {s.id: s for s in self.dossier.statements}, "statement", self.story)

    def actor(self, wanted: str) -> ActorEntry:
        """Return the actor of that id. Raises ActorNotFound."""
        for actor in self.dossier.actors:
            if actor.id == wanted:
                return actor
        msg = f"no actor `{wanted}` in the story {self.story}"
        raise ActorNotFound(msg)


class Desk:
    """The ledger and what was computed from it. Every method may be called by several threads at once."""

    def __init__(self, settings: Settings, ledger: Ledger) -> None:
        self.settings = settings
        self.ledger = ledger
        self.writing = threading.Lock()
        """Held by who adds articles or corrects: stories are grouped anew by one at a time."""
        self.uploads = Uploads()
        self._mark = secrets.token_hex(8)
        self._held: OrderedDict[str, Held] = OrderedDict()
        self._guard = threading.Lock()
        self._making: dict[str, threading.Lock] = {}
        self.renewal = Renewal(self._renew)

    def version(self) -> str:
        """Return a word that changes whenever the ledger does, and is no other desk's."""
        return f"{self._mark}-{self.ledger.version()}"

    def story(self, wanted: str) -> Held:
        """Return the dossier of a story, found by id, start of id, name or title; made once for a state of it.

        Raises StoryNotFound, StoreError.
        """
        version = self.ledger.version()  # before the ledger is read: what is written meanwhile is seen next time
        held = self._held.get(wanted)  # mostly asked for by its id
        if held is None or held.version != version:
            return self._seen(wanted, version)
        return self._hold(held)

    def _seen(self, wanted: str, version: str) -> Held:
        """Return the dossier of a story as the ledger has it now: that which is held if nothing of it has changed."""
        whole = whole_story(self.ledger, wanted)
        with self._guard:
            making = self._making.setdefault(whole.story.id, threading.Lock())
        with making:
            held = self._held.get(whole.story.id)
            if held is None or held.state != whole.state:
                dossier = dossier_of_whole(self.ledger, whole, keep=not self.settings.read_only)
                held = Held(dossier, whole.state, version)
            held.version = version
            return self._hold(held)

    def _hold(self, held: Held) -> Held:
        with self._guard:
            self._held[held.story] = held
            self._held.move_to_end(held.story)
            while len(self._held) > KEPT:
                self._held.popitem(last=False)
        return held

    def touched(self, articles: Iterable[str]) -> None:
        """Have the dossiers of the stories of these articles, given by their ids, made again before they are asked for.

        Those of small stories take no time, and are made when they are.
        """
        self.renewal.ask(dict.fromkeys(self.ledger.homes(articles).values()))

    def _renew(self, story: str) -> None:
        if worth_keeping(self.ledger.story(story)):
            self.story(story)

    def story_of(self, article: str) -> Held:
        """Return the dossier of the story of an article. Raises EntryNotFound."""
        return self.story(self.home_of(article))

    def home_of(self, article: str) -> str:
        """Return the id of the story of an article. Raises EntryNotFound."""
        found = self.ledger.story_of(article)
        if found is None:
            msg = f"no article `{article}` in a story of the ledger. List them: /api/v1/articles"
            raise EntryNotFound(msg)
        return found


def _one(wanted: str, known: dict[str, T], kind: str, story: str) -> T:
    if wanted in known:
        return known[wanted]
    msg = f"no {kind} `{wanted}` in the story {story}"
    raise EntryNotFound(msg)
