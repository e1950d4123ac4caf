"""The title: the first plausible line above the body; its repetitions; the outlet named after it."""

from __future__ import annotations

import re

from selon.clean.lines import Line, key_of
from selon.clean.wording import Wording
from selon.model import Metadata
from selon.text import Span, stripped

_LONGEST = 36  # words
_LONGEST_MASTHEAD = 6
_LONGEST_SUFFIX = 6
_SUFFIX = re.compile(r"\s{1,4}[–—|•-]\s{1,4}(?=[^–—|•]{2,60}$)")


def mark_title(lines: list[Line], first: int, metadata: Metadata, wording: Wording) -> None:
    """Mark the title, what stands above it, and its repetitions. `first` is where the first paragraph stands."""
    at = _title_at(lines, first, metadata, wording)
    if at is None:
        return
    title = lines[at]
    title.kind, title.role = "title", None
    named = _without_suffix(title.key, wording)
    for line in lines[at + 1 :]:
        if line.free and line.key and _without_suffix(line.key, wording) == named:
            line.mark("furniture", "repeat")


def title_span(text: str, line: Line, metadata: Metadata, wording: Wording) -> tuple[Span, str | None, Span | None]:
    """Return where the title stands without the outlet after it, that outlet, and where it is named."""
    suffix = _SUFFIX.search(line.text)
    if suffix is None:
        return line.span, None, None
    name = line.text[suffix.end() :].strip()
    outlet = _outlet(name, metadata, wording)
    head = stripped(text, line.span.start, line.span.start + suffix.start())
    place = stripped(text, line.span.start + suffix.end(), line.span.end)
    if outlet is None or head is None:
        return line.span, None, None
    return head, outlet, place


def is_masthead(line: Line, wording: Wording) -> bool:
    """Say whether a short line can be an outlet's name by its words."""
    if line.words > _LONGEST_MASTHEAD or line.stops or not line.text[0].isupper():
        return False
    return wording.outlet_named(line.text) is not None or not wording.heads.isdisjoint(_words(line.key))


def _title_at(lines: list[Line], first: int, metadata: Metadata, wording: Wording) -> int | None:
    stated = key_of(metadata.title or "")
    if stated:
        for at, line in enumerate(lines[: first + 1]):
            if line.key == stated:
                return at
    if first >= len(lines):
        return _alone(lines)
    candidates = [at for at in range(first) if _is_plausible(lines[at])]
    for position, at in enumerate(candidates):
        follower = lines[at + 1]
        menu_next = not follower.gap and follower.kind == "furniture" and follower.role in {"navigation", "words"}
        later = position + 1 < len(candidates)
        if later and at < 3 and lines[at].words <= _LONGEST_MASTHEAD and (menu_next or is_masthead(lines[at], wording)):  # noqa: PLR2004
            lines[at].mark("furniture", "masthead")
            continue
        return at
    return None


def _alone(lines: list[Line]) -> int | None:
    """Return the title of a text that has no paragraph: its only line, if that is no sentence."""
    free = [at for at, line in enumerate(lines) if line.free]
    return free[0] if len(free) == 1 and _is_plausible(lines[free[0]]) else None


def _is_plausible(line: Line) -> bool:
    if not line.free or line.words > _LONGEST or line.is_paragraph:
        return False
    return (
        not (line.text.endswith((".", ",", ";", ":")) and not line.text.endswith("...")) and line.text[0] not in "-•*"
    )


def _outlet(name: str, metadata: Metadata, wording: Wording) -> str | None:
    """Return the outlet that the end of a title names, when something else than its place says so."""
    if len(name.split()) > _LONGEST_SUFFIX:
        return None
    known = wording.outlet_named(name)
    if known is not None:
        return known
    key = key_of(name)
    site = key_of(metadata.site or "")
    host = re.sub(r"[^a-z0-9]", "", key_of((metadata.url or "").split("//")[-1].split("/")[0]))
    compact = re.sub(r"[^a-z0-9]", "", key)
    if (site and site == key) or (len(compact) > 3 and compact in host):  # noqa: PLR2004
        return name
    return name if name[:1].isupper() and not wording.heads.isdisjoint(_words(key)) else None


def _without_suffix(key: str, wording: Wording) -> str:
    suffix = _SUFFIX.search(key)
    if suffix is not None and _outlet(key[suffix.end() :].capitalize(), Metadata(), wording) is not None:
        return key[: suffix.start()].rstrip()
    return key


def _words(key: str) -> set[str]:
    return set(re.split(r"[ '-]+", key))
