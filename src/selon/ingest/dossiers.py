"""From files, or from a story of the ledger, to a dossier."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from selon.errors import EmptyInput, InputError
from selon.ingest.annotating import LANGUAGE, Annotated, articles_with_annotations
from selon.ingest.choosing import Days, chosen
from selon.ingest.keeping import keep_dossier, kept_dossier, memory_of, whole_story
from selon.ingest.watching import Progress, Watch
from selon.model import Amended, Annotations, Article, Correction, Story

if TYPE_CHECKING:
    from selon.dossier import Dossier
    from selon.link.memory import Memory
    from selon.store import Ledger, Whole


def dossier_of_files(
    paths: Iterable[Path], progress: Progress | None = None, days: Days | None = None
) -> tuple[Dossier, list[InputError]]:
    """Return the dossier of the articles of `paths`, taken as one story, and the inputs that can't be read.

    Of the story, `days` chooses the articles that may have appeared on them. The language of the fixed wording is
    chosen when it is rendered. Nothing is stored. Raises EmptyInput when no article is left.
    """
    from selon.lexicon import load  # noqa: PLC0415
    from selon.link.grouping import one_story  # noqa: PLC0415

    faults: list[InputError] = []
    found: dict[str, Annotated] = {}
    for item in articles_with_annotations(paths, Watch(progress)):
        if isinstance(item, InputError):
            faults.append(item)
        else:
            found.setdefault(item[0].id, item)  # the same file given twice is one article
    if not found:
        raise _nothing_left(faults)
    articles = [article for article, _ in found.values()]
    annotations = {article.id: annotated for article, annotated in found.values()}
    story = one_story(articles, annotations, load(LANGUAGE))
    return _dossier(story, articles, annotations, days), faults


def dossier_of_story(ledger: Ledger, story: str, days: Days | None = None) -> Dossier:
    """Return the dossier of a story of the ledger, found by id, start of id, name or title; of some of its `days`.

    Raises StoryNotFound, StoreError; EmptyInput when no article may have appeared on `days`.
    """
    return dossier_of_whole(ledger, whole_story(ledger, story), days)


def dossier_of_whole(ledger: Ledger, whole: Whole, days: Days | None = None, *, keep: bool = True) -> Dossier:
    """Return the dossier of all that the ledger holds of a story; of some of its `days`.

    Where one was made of the same before, it is that one. With `keep`, a new one of a big story is kept in the ledger,
    unless that can't be written or only some days are wanted. Raises EmptyInput when no article may have appeared on
    `days`.
    """
    known = None if days else kept_dossier(whole)
    if known is not None:
        return known
    told = whole.told()
    parts = whole.story, told.articles, told.annotations, days, told.corrections, told.amended
    if days or not keep:
        return _dossier(*parts)
    with memory_of(ledger, whole.story.id, whole.story.articles) as memory:
        made = _dossier(*parts, memory)
    keep_dossier(ledger, whole, made)
    return made


def _dossier(
    story: Story,
    articles: Sequence[Article],
    annotations: Mapping[str, Annotations],
    days: Days | None,
    corrections: Sequence[Correction] = (),
    amended: Mapping[str, Amended] | None = None,
    memory: Memory | None = None,
) -> Dossier:
    from selon.dossier import build  # noqa: PLC0415
    from selon.lexicon import load  # noqa: PLC0415
    from selon.link import link_story  # noqa: PLC0415

    window = None
    if days:
        part = chosen(story, articles, annotations, days)
        story, articles, annotations, window = part.story, part.articles, part.annotations, part.window
    links = link_story(story, articles, annotations, load(LANGUAGE), corrections, memory)
    return build(story, articles, annotations, links, LANGUAGE, amended, window)


def _nothing_left(faults: Sequence[InputError]) -> EmptyInput:
    if len(faults) == 1:
        return EmptyInput(faults[0].place, faults[0].reason, faults[0].accepted)
    reasons = "; ".join(f"{fault.place}: {fault.reason}" for fault in faults) or "no file was given"
    return EmptyInput("the dossier", f"there is no article to make it of ({reasons})", "Expected at least one article")
