"""Plain text: the article's text is the file as decoded, and nothing is taken out of it."""

from __future__ import annotations

from selon.model import Article, article_id


def from_text(text: str, path: str | None = None) -> Article:
    """Return an article of `text`, not cleaned yet.

    All spans will count in `text`, unchanged. The id is made of the file's name without folders and the text.
    """
    return Article(id=article_id(file_name(path), text), text=text, path=path)


def file_name(path: str | None) -> str:
    """Return the last part of a path written with either kind of slash; empty for none."""
    return (path or "").replace("\\", "/").rsplit("/", 1)[-1]


def laid_out(title: str | None, text: str) -> str:
    """Return the text of an article that came without a file of its own: title, blank line, paragraphs.

    `text` has one paragraph a line. The title is not written twice when the text opens with it.
    """
    lines = [line for line in (raw.strip() for raw in text.splitlines()) if line]
    head = " ".join((title or "").split())
    if head and not (lines and _same(lines[0], head)):
        lines.insert(0, head)
    return "\n\n".join(lines)


def _same(line: str, title: str) -> bool:
    return " ".join(line.split()).casefold() == title.casefold()
