"""A reading: one text with its tokens, its quotations and its language's words, as the statement stages see it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from selon.annotation.draft import Draft
from selon.annotation.grammar import Range
from selon.annotation.statements.quotes import Quotes
from selon.lexicon import Lexicon, Syntax
from selon.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_HYPHENS = "-‐‑–"


@dataclass(frozen=True, slots=True)
class Reading:
    """What every rule about statements looks at. `text` is that of `doc`, which would put it together at every call."""

    text: str
    doc: Doc
    quotes: Quotes
    lexicon: Lexicon

    @property
    def words(self) -> Syntax:
        """The language's function words."""
        return self.lexicon.syntax

    def end_of(self, token: int) -> int:
        """Return the offset behind a token."""
        return int(self.doc[token].idx + len(self.doc[token]))

    def connective(self, start: int, end: int) -> int:
        """Return where a sentence goes on behind the connective that opens it; `start` when none does."""
        match = _connectives(self.lexicon).match(self.text, start, end)
        return match.end() if match else start

    def hung_pronoun(self, token: Token) -> tuple[int, int] | None:
        """Return the characters of the pronoun hung on a verb by a hyphen (`dit-il`, `a-t-elle`)."""
        match = _hung(self.lexicon).match(self.text, token.idx + len(token))
        return match.span("pronoun") if match else None

    def is_hung(self, token: int) -> bool:
        """Say whether a token hangs on a verb by a hyphen."""
        found = self.doc[token]
        return found.text[0] in _HYPHENS or (found.idx > 0 and self.text[found.idx - 1] in _HYPHENS)


def reading_of(draft: Draft) -> Reading:
    """Return the reading of a parsed draft."""
    return Reading(draft.text, draft.tokens, Quotes([q.span for q in draft.quotes]), draft.lexicon)


class Said(NamedTuple):
    """A statement as the rules about it see it: ranges of tokens for cue and source, characters for the content.

    The `anchor` is the token from which it was read: the head of its cue, or where a content without cue starts.
    """

    anchor: int
    cue: Range | None
    source: Range | None
    content: tuple[Span, ...]


def low(token: Token) -> str:
    """Return a token in lower case with straight apostrophes, as the lexicon writes it."""
    return str(token.lower_).replace("’", "'")


@cache
def _connectives(lexicon: Lexicon) -> re.Pattern[str]:
    words = sorted((re.escape(w) for w in lexicon.syntax.connectives), key=lambda w: (-len(w), w))
    return re.compile(r"(?:" + "|".join(words) + r"),? ", re.IGNORECASE)


@cache
def _hung(lexicon: Lexicon) -> re.Pattern[str]:
    linking = "|".join(map(re.escape, lexicon.syntax.linking))
    pronouns = "|".join(re.escape(w) for w in sorted(lexicon.syntax.inverted, key=lambda w: (-len(w), w)))
    return re.compile(
        rf"[ \u00a0]?[{_HYPHENS}](?:(?:{linking})[{_HYPHENS}’' ])?(?P<pronoun>{pronouns})\b", re.IGNORECASE
    )
