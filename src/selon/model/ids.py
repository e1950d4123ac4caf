"""Deterministic ids: the same content gives the same id on any machine, in any order of arrival."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from selon.text import Span

_BYTES = 8  # 64 bits: one chance in a million of any collision at six million items of a kind


def digest(prefix: str, *parts: str) -> str:
    """Return `prefix` and a short hash of `parts` (BLAKE2b; the parts' borders count)."""
    hashed = hashlib.blake2b(digest_size=_BYTES)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        hashed.update(len(data).to_bytes(8, "big"))
        hashed.update(data)
    return f"{prefix}-{hashed.hexdigest()}"


def article_id(address: str, text: str) -> str:
    """Return the id of an article: its address (url, else file name without folders) and its text as received.

    The folder does not count, so that the same files give the same ids wherever they lie; the address does,
    so that two outlets that print one dispatch stay two articles.
    """
    return digest("a", address, text)


def statement_id(article: str, source: Span | None, cue: Span | None, content: Sequence[Span]) -> str:
    """Return the id of a statement: its article and its spans."""
    return digest("s", article, *(_written(s) for s in (source, cue, *content)))


def figure_id(article: str, span: Span) -> str:
    """Return the id of a figure: its article and its span."""
    return digest("f", article, _written(span))


def _written(span: Span | None) -> str:
    return f"{span.start}:{span.end}" if span else ""
