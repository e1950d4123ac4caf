"""Whose article it is and on whose material: the outlet, the byline, the agencies credited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selon.clean.lines import Line, key_of, plain
from selon.clean.titles import is_masthead
from selon.clean.wording import Wording, opens
from selon.model import Article, Credit
from selon.text import Span, stripped

_COPYRIGHT = re.compile(
    r"(?:©|copyright|\(c\))\s{0,3}(?:©\s{0,3})?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?)?[\s,:.–-]{0,4}",
    re.IGNORECASE,
)
_NAME_END = re.compile(r"\s[–—|•-]\s|[.,/|]|$")
_BRACKETS = re.compile(r"\(([^()]{2,60})\)")
_BETWEEN = re.compile(r"\s{0,3}(?:,|/|&|\+|•|;|\set\s|\sand\s|:|\(|\))\s{0,3}")
_LONGEST_NAME = 6  # words
_LAST_LINES = 6
_NEIGHBOURS = frozenset({"byline", "credit", "signature", "rights", "agency"})  # what an outlet's name stands beside


def outlet_of(article: Article, lines: list[Line], wording: Wording) -> tuple[str | None, Span | None]:
    """Return the outlet as far as the input tells, and where the text does.

    In this order: what the input said beside the text, a masthead, a copyright line, an invitation to follow,
    the byline's own medium, an agency's dateline or line at the top, the address.
    """
    masthead = next((line for line in lines if line.role == "masthead"), None)
    if article.metadata.site:
        return article.metadata.site, None
    if masthead is not None:
        return masthead.text, masthead.span
    for finder in (_in_rights, _in_invitation, _in_byline, _in_dateline, _alone):
        for line in lines:
            found = finder(article.text, line, wording)
            if found is not None:
                return found.of(article.text) if finder is not _alone else _proper(found, article, wording), found
    return wording.outlet_at(article.url), None


def byline_of(lines: list[Line]) -> Span | None:
    """Return where the author is named: above the body if it is there, else below."""
    for role in ("byline", "signature"):
        found = next((line.span for line in lines if line.role == role and line.kind == "byline"), None)
        if found is not None:
            return found
    return None


def credits_of(article: Article, lines: list[Line], outlet: str | None, wording: Wording) -> tuple[Credit, ...]:
    """Return the agencies and media that the text credits, each once, in order of the text."""
    found: dict[str, Credit] = {}
    for line in lines:
        for span in _credited(article.text, line, wording):
            name = wording.outlet_named(span.of(article.text)) or span.of(article.text)
            if outlet is None or key_of(name) != key_of(outlet) or line.role in {"dateline", "agency"}:
                found.setdefault(key_of(name), Credit(name, span))
    return tuple(found.values())


def mark_last_outlet(lines: list[Line], wording: Wording) -> None:
    """Mark an outlet's name that stands alone among the last lines (`The Fenwold Ledger`)."""
    if any(line.role == "masthead" for line in lines):
        return
    start = max(1, len(lines) - _LAST_LINES)
    for at in range(len(lines) - 1, start - 1, -1):
        line = lines[at]
        named = line.kind in {"heading", "paragraph"} or line.role == "signature"
        if not named or line.is_paragraph or not is_masthead(line, wording):
            continue
        around = {lines[at - 1].role, lines[at + 1].role if at + 1 < len(lines) else None}
        if wording.outlet_named(line.text) is not None or around & _NEIGHBOURS:
            line.kind, line.role = "furniture", "masthead"
            return


def _credited(text: str, line: Line, wording: Wording) -> Iterator[Span]:
    if line.role == "agency":
        yield from _names(text, line.span, wording, known_only=True)
    elif line.role == "credit":
        yield from _names(text, line.span, wording, known_only=False)
    elif line.role in {"byline", "masthead", "date"}:
        start = wording.partner.search(plain(line.text))
        if start is not None:
            part = stripped(text, line.span.start + start.end(), line.span.end, " ()")
            yield from _names(text, part, wording, known_only=False) if part else ()
    elif line.role == "rights":
        yield from _names(text, line.span, wording, known_only=True)
    elif line.role in {"dateline", "caption"} or line.kind in {"lead", "paragraph"}:
        for match in _BRACKETS.finditer(text, line.span.start, line.span.end):
            known = key_of(match.group(1)) in wording.agencies
            if known or (line.role == "dateline" and wording.is_agency(match.group(1))):
                yield Span(*match.span(1))


def _names(text: str, span: Span, wording: Wording, *, known_only: bool) -> Iterator[Span]:
    """Yield the names in a list of names: agencies and media, known or called so."""
    at = span.start
    ends = [*_BETWEEN.finditer(text, span.start, span.end)]
    for start, end in zip([at, *(m.end() for m in ends)], [*(m.start() for m in ends), span.end], strict=True):
        part = stripped(text, start, end, " \t\u00a0\u202f.()") if start < end else None
        if part is None:
            continue
        lead = wording.lead.match(plain(part.of(text)))
        if lead is not None and lead.end() < len(part) and wording.outlet_named(part.of(text)) is None:
            part = Span(part.start + lead.end(), part.end)
        words = part.of(text)
        if wording.outlet_named(words) is not None or (not known_only and wording.is_agency(words)):
            yield part


def _in_rights(text: str, line: Line, wording: Wording) -> Span | None:
    """Return the name after `© 2025`, in a line that is about the page and not about a picture."""
    sign = _COPYRIGHT.match(line.text) if line.role == "rights" else None
    if sign is None or sign.end() == 0 or not any(map(str.isdigit, sign.group())):
        return None
    ends = (_NAME_END.search(line.text, sign.end()), wording.tail.search(line.text, sign.end() + 1))
    end = min((match.start() for match in ends if match is not None), default=len(line.text))
    name = stripped(text, line.span.start + sign.end(), line.span.start + end)
    if name is None or len(name.of(text).split()) > _LONGEST_NAME or wording.all_agencies(key_of(name.of(text))):
        return None
    return name


def _in_invitation(text: str, line: Line, wording: Wording) -> Span | None:
    opening = opens(line.key, wording.follow) if line.role == "follow" else None
    if opening is None:
        return None
    name = " ".join(line.text.split()[len(opening.split()) :])
    at = line.text.find(name.split()[0], len(opening) - 1) if name else -1
    if at < 0 or key_of(name) in wording.networks or opens(key_of(name), tuple(wording.networks)):
        return None
    return stripped(text, line.span.start + at, line.span.end, " .!")


def _in_byline(text: str, line: Line, wording: Wording) -> Span | None:
    """Return the medium of `Le Courrier (avec Agence X)`."""
    at = line.text.find("(") if line.role == "byline" and opens(line.key, wording.bylines) is None else -1
    return stripped(text, line.span.start, line.span.start + at) if at > 0 else None


def _in_dateline(text: str, line: Line, wording: Wording) -> Span | None:
    if line.role != "dateline":
        return None
    found = [m for m in _BRACKETS.finditer(text, line.span.start, line.span.end) if wording.is_agency(m.group(1))]
    return Span(*found[-1].span(1)) if found else None


def _alone(text: str, line: Line, wording: Wording) -> Span | None:
    """Return an agency's name that stands alone on a line, before the body's end."""
    known = line.role == "agency" and line.key in wording.agencies and line.span.end < len(text) // 2
    return line.span if known else None


def _proper(span: Span, article: Article, wording: Wording) -> str:
    words = span.of(article.text)
    return wording.outlet_named(words) or words
