"""Furniture that shows by itself: a line's own words and shape, wherever it stands.

In doubt a line is left alone: a paragraph lost is worse than a button kept.
"""

from __future__ import annotations

import re

from selon.clean.lines import Line, Role, has_letters
from selon.clean.wording import Wording, opens
from selon.dates import find_dates
from selon.lexicon import Lexicon

_BUTTON = 25  # words of the longest invitation to subscribe or to share
_DATE = 22  # words of the longest line that says when something was published
_RIGHTS = 45
_TITLE = 40  # words of the longest title of another article
_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(r"(?<!\d)\d{1,2} ?[h:] ?(?:\d{2})?(?: ?min)?")
_DATED = 10  # words of the longest line that is a date and a time


def mark_furniture(line: Line, lexicon: Lexicon, wording: Wording) -> None:
    """Mark a line whose own words show that it is furniture, or when it was published."""
    if not has_letters(line.text):
        line.mark("furniture", "symbols")
    if line.free and line.key:
        role = _role(line, lexicon, wording)
        if role is not None:
            line.mark("furniture", role)


def _role(line: Line, lexicon: Lexicon, wording: Wording) -> Role | None:
    sentence = line.stops and line.is_paragraph
    if line.words <= _TITLE and line.text.startswith(tuple(f"{word} " for word in wording.siblings)):
        return "related"
    if not sentence and _is_date(line, lexicon, wording):
        return "date"
    if line.words <= _RIGHTS and wording.is_rights(line.key):
        return "rights"
    if line.key in wording.lines:
        return "words"
    if line.words > _BUTTON or line.text[0] in '«“"':
        return None
    if opens(line.key, wording.follow) is not None:
        return "follow"
    if not line.is_paragraph and wording.is_menu(line.key):
        return "navigation"
    asks = wording.invitations if sentence else wording.invitations + wording.openings
    return "words" if opens(line.key, asks) is not None else None


def mark_menu_word(line: Line, wording: Wording) -> None:
    """Mark a line that is one menu entry or rubric: for lines above and below the article only."""
    if line.free and line.key in wording.menu:
        line.mark("furniture", "navigation")


def introduces_others(line: Line, wording: Wording) -> bool:
    """Say whether a line is the heading of a list of other articles (`À lire aussi`)."""
    return line.key in wording.related


def names_other(line: Line, wording: Wording) -> bool:
    """Say whether a line is such a heading and a title in one (`À lire aussi : …`)."""
    opening = opens(line.key, wording.related)
    if opening is None or line.words > _TITLE or line.stops:
        return False
    return line.key[len(opening) :].lstrip().startswith((":", "|", "–", "-", "•", ">", "»"))


def _is_date(line: Line, lexicon: Lexicon, wording: Wording) -> bool:
    """Say whether a line tells when something was published: in so many words, or by holding a date alone."""
    if line.words <= _DATED and _DIGIT.search(line.text) is not None:
        rest = line.text
        for mention in reversed(find_dates(line.text, lexicon)):
            rest = rest[: mention.span.start] + rest[mention.span.end :]
        if len(rest) < len(line.text) and sum(map(str.isalnum, _CLOCK.sub("", rest))) <= 2:  # noqa: PLR2004 `le`, `à`
            return True
    if opens(line.key, wording.published) is None and opens(line.key, wording.updated) is None:
        return False
    return line.words <= _DATE and (_DIGIT.search(line.text) is not None or line.words <= 6)  # noqa: PLR2004
