"""Wording: the lexicon's words of pages, brought into the form in which lines are compared with them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from selon.clean.lines import key_of, spaced
from selon.lexicon import Furniture, Lexicon, Outlet, Outlets

_ITEMS = re.compile(r" ?[|·•>›»/–—,] ?")
_TRAIL = re.compile(r"[>›|]")
_SPLIT = re.compile(r"[/,&+–-]| et ")
_INITIALS = re.compile(r"[a-z]{1,3}(?:[./-][ ]?[a-z]{1,4}){0,4}\.?$")
_WHERE = r"(?: en ce moment)?(?: sur [^:.!?]{1,30}?)?"  # `à lire aussi sur Radio Fanal`
_LONGEST_LABEL = 5  # words
_ITEM = 4  # words of the longest entry of a trail of rubrics


@dataclass(frozen=True, slots=True)
class Wording:
    """Keys (see `key_of`) of the words of pages. Lists of openings are tuples, for `str.startswith`."""

    labels: frozenset[str]
    menu: frozenset[str]  # labels and rubrics
    lines: frozenset[str]
    openings: tuple[str, ...]
    invitations: tuple[str, ...]
    related: tuple[str, ...]
    siblings: tuple[str, ...]
    rights: tuple[str, ...]
    published: tuple[str, ...]
    updated: tuple[str, ...]
    follow: tuple[str, ...]
    networks: frozenset[str]
    bylines: tuple[str, ...]
    credits: tuple[str, ...]
    biographies: frozenset[str]
    drop_capitals: frozenset[str]
    particles: frozenset[str]
    agency_words: frozenset[str]
    owners: tuple[str, ...]
    partner: re.Pattern[str]  # in plain text: `avec `
    lead: re.Pattern[str]  # in plain text: `avec l'`, before a name
    pointer: re.Pattern[str]  # in plain text: `a lire aussi sur X:`, where a sentence may start
    tail: re.Pattern[str]  # in the text itself: who owns a picture, behind its caption
    agencies: dict[str, str]  # key of any form: name
    media: dict[str, str]
    heads: frozenset[str]
    hosts: dict[str, str]

    def is_agency(self, words: str) -> bool:
        """Say whether `words` name an agency, known or called one."""
        key = key_of(words)
        return key in self.agencies or self._called(key)

    def outlet_named(self, words: str) -> str | None:
        """Return the name of the outlet or agency that `words` are, None for others."""
        key = key_of(words)
        return self.media.get(key) or self.agencies.get(key)

    def outlet_at(self, url: str | None) -> str | None:
        """Return the name of the outlet whose host stands in an address."""
        host = (_host(url) or "").removeprefix("www.")
        while host:
            if host in self.hosts:
                return self.hosts[host]
            host = host.partition(".")[2]
        return None

    def is_menu(self, key: str) -> bool:
        """Say whether a line is a row of menu entries or a trail of rubrics."""
        items = [item.strip() for item in _ITEMS.split(key) if item.strip()]
        if len(items) > 1:
            known = sum(item in self.menu or item in self.lines for item in items)
            trail = _TRAIL.search(key) is not None and all(len(i.split()) <= _ITEM for i in items)
            return known >= len(items) / 2 and (known > 1 or trail)
        return self._row(key.split())

    def _row(self, words: list[str]) -> bool:
        """Say whether most words belong to labels, and two labels at least stand side by side."""
        at = labels = covered = 0
        while at < len(words):
            size = next((n for n in range(_LONGEST_LABEL, 0, -1) if " ".join(words[at : at + n]) in self.labels), 0)
            labels += size > 0
            covered += min(size, len(words) - at)
            at += max(1, size)
        return labels > 1 and covered >= 0.6 * len(words)

    def is_rights(self, key: str) -> bool:
        """Say whether a line begins by telling who owns something."""
        return key.startswith("©") or opens(key, self.rights) is not None

    def owns_pictures(self, words: str) -> bool:
        """Say whether `words` name the owner of a picture: an agency, `Archives Le Courrier`, `X/AFP`."""
        key = key_of(words)
        if len(key.split()) > 8:  # noqa: PLR2004
            return False
        if self.is_rights(key) or opens(key, self.owners):
            return True
        return self.all_agencies(key) or any(part.strip() in self.agencies for part in key.split("/"))

    def all_agencies(self, key: str) -> bool:
        """Say whether a line holds agencies only, perhaps with the initials of a journalist."""
        if self._bare(key) in self.agencies:
            return True
        parts = [self._bare(part.strip(" ()")) for part in _SPLIT.split(key) if part.strip(" ()")]
        named = sum(part in self.agencies or part in self.agency_words for part in parts)
        return named > 0 and all(part in self.agencies or self._called(part) or _INITIALS.match(part) for part in parts)

    def _bare(self, key: str) -> str:
        """Return a key without the words that lead to a name."""
        lead = self.lead.match(key)
        return key[lead.end() :] if lead is not None and lead.end() < len(key) else key

    def _called(self, key: str) -> bool:
        """Say whether a name calls itself an agency."""
        return self._bare(key).split(" ", 1)[0] in self.agency_words


def wording_of(lexicon: Lexicon) -> Wording:
    """Return a lexicon's wording, made once."""
    return _wording(lexicon.furniture, lexicon.outlets)


@cache
def _wording(furniture: Furniture, outlets: Outlets) -> Wording:
    lists = {
        field: tuple(dict.fromkeys(map(key_of, getattr(furniture, field)))) for field in Furniture.__struct_fields__
    }
    everyone = (*outlets.agencies, *outlets.media)
    return Wording(
        labels=frozenset(lists["labels"]),
        menu=frozenset(lists["labels"] + lists["rubrics"]),
        lines=frozenset(lists["lines"]),
        openings=tuple(map(spaced, furniture.openings)),
        invitations=tuple(map(spaced, furniture.invitations)),
        related=lists["related"],
        siblings=furniture.siblings,
        rights=lists["rights"],
        published=lists["published"],
        updated=lists["updated"],
        follow=lists["follow"],
        networks=frozenset(lists["networks"]),
        bylines=lists["bylines"],
        credits=lists["credits"],
        biographies=frozenset(lists["biographies"]),
        drop_capitals=frozenset(furniture.drop_capitals),
        particles=frozenset(furniture.particles),
        agency_words=frozenset(lists["agency_words"]),
        owners=lists["owners"],
        partner=re.compile(rf"(?:^|[\s(]){_any(furniture.partners)}\s{{1,3}}"),
        lead=re.compile(rf"(?:{_any(furniture.partners)} )?(?:{_any(map(_spoken, furniture.articles))})?"),
        pointer=re.compile(rf"(?:^|(?<=[.!?…»”\"'’)\]] )){_any(_longest_first(lists['related']))}{_WHERE} ?:"),
        tail=re.compile(rf"(?<=[\s.)])(?={_any(furniture.tails)})"),
        agencies=_forms(outlets.agencies),
        media=_forms(outlets.media),
        heads=frozenset(map(key_of, outlets.heads)),
        hosts={host: outlet.name for outlet in everyone for host in outlet.hosts},
    )


def _forms(outlets: tuple[Outlet, ...]) -> dict[str, str]:
    return {key_of(form): outlet.name for outlet in outlets for form in (outlet.name, *outlet.forms)}


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(map(re.escape, words)) + ")"


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=len, reverse=True)


def _spoken(article: str) -> str:
    """Return an article with the space after it, unless it is elided."""
    return article if article.endswith("'") else f"{article} "


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return None


def opens(key: str, openings: tuple[str, ...]) -> str | None:
    """Return the longest of `openings` with which a line's key begins as whole words, else None."""
    if not key.startswith(openings):
        return None
    found = [o for o in openings if key.startswith(o) and (len(key) == len(o) or not (o[-1] + key[len(o)]).isalnum())]
    return max(found, key=len, default=None)
