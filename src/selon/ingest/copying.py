"""Which articles of the ledger are copies of which, and what persons say of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from selon.errors import CorrectionRefused
from selon.ingest.restating import find_article
from selon.model import Article, Copy, CopyKind, Correction, Mark, digest

if TYPE_CHECKING:
    from selon.store import Ledger


class Copied(NamedTuple):
    """A copy with its two articles."""

    copy: Copy
    article: Article
    of: Article


def copies_in_story(ledger: Ledger, story: str) -> list[Copied]:
    """Return the copies among the articles of a story, in its order, as persons corrected them.

    Raises StoryNotFound, StoreError.
    """
    from selon.link.copies import copies  # noqa: PLC0415
    from selon.link.coverage import in_order  # noqa: PLC0415

    articles = in_order(ledger.articles(story))
    rank = {article.id: number for number, article in enumerate(articles)}
    found = _with_articles(copies(articles, ledger.corrections("copies")), articles)
    return sorted(found, key=lambda c: (rank[c.of.id], rank[c.article.id]))


def copies_of_article(ledger: Ledger, wanted: str) -> list[Copied]:
    """Return the copies that one article makes with any other of the ledger, the nearest first.

    It is given by id, start of id, address or name of its file. Others are found by the keys of their wording, which
    articles have from the first grouping on. Raises CorrectionRefused when the article can't be told.
    """
    found = _copies(ledger, find_article(ledger, wanted), ledger.corrections("copies"))
    return sorted(found, key=lambda c: (-c.copy.overlap, c.article.id, c.of.id))


def copies_added(ledger: Ledger, added: Sequence[str]) -> dict[str, Copied]:
    """Return, by the id of an article that was just added, the copy that tells where else its text stands.

    It is the nearest one in which the article is the copy; of an article that is none, the nearest one with another
    that was there before. Of equal ones it is the one with the first article.
    """
    from selon.link.coverage import published  # noqa: PLC0415
    from selon.link.moments import day_order  # noqa: PLC0415

    said, new = ledger.corrections("copies"), set(added)
    found: dict[str, Copied] = {}
    for id_ in added:
        (article,) = ledger.articles_by_id([id_])
        copies = [c for c in _copies(ledger, article, said) if c.article.id == id_ or c.article.id not in new]
        if copies:
            found[id_] = min(
                copies, key=lambda c: (c.article.id != id_, -c.copy.overlap, day_order(published(c.of)), c.of.id)
            )
    return found


def _copies(ledger: Ledger, article: Article, said: Sequence[Correction]) -> list[Copied]:
    """Return the copies that one article makes with any other of the ledger, as persons corrected them."""
    from selon.link.candidates import MOST_HOLDERS, keys, nearest  # noqa: PLC0415
    from selon.link.copies import copies_of  # noqa: PLC0415
    from selon.link.shingles import shingled  # noqa: PLC0415

    holders: dict[int, list[str]] = {}
    for id_, shared in ledger.holders(keys(shingled(article)), most=MOST_HOLDERS + 1).items():
        for key in shared if id_ != article.id else ():
            holders.setdefault(key, []).append(id_)
    named = [mark.article for made in said for mark in made.marks if _marks(made, article.id)]
    near = ledger.articles_by_id([*nearest(sorted(holders.items())), *named])
    return _with_articles(copies_of(article, near, said), [article, *near])


def add_copy(
    ledger: Ledger, article: str, of: str, kind: CopyKind, who: str, when: dt.datetime, why: str = ""
) -> Correction:
    """Keep that `article` is a copy of `of`. Raises CorrectionRefused when one can't be told, or both are one."""
    return _kept(ledger, "add", (article, of), (kind,), _Signed(who, when, why))


def reject_copy(ledger: Ledger, article: str, of: str, who: str, when: dt.datetime, why: str = "") -> Correction:
    """Keep that two articles are no copies of one another. Raises CorrectionRefused as `add_copy` does."""
    return _kept(ledger, "reject", (article, of), (), _Signed(who, when, why))


def undo_copy(ledger: Ledger, correction: str, who: str = "", when: dt.datetime | None = None) -> None:
    """Take a correction of copies back. Raises CorrectionRefused when there is none of that id."""
    if correction not in {made.id for made in ledger.corrections("copies")}:
        msg = f"no correction `{correction}` of copies in the ledger. List them: selon corrections --of copies"
        raise CorrectionRefused(msg)
    ledger.withdraw(correction, who, when)


class _Signed(NamedTuple):
    who: str
    when: dt.datetime
    why: str


def _kept(
    ledger: Ledger, kind: Literal["add", "reject"], pair: tuple[str, str], names: tuple[str, ...], signed: _Signed
) -> Correction:
    copy, original = (find_article(ledger, wanted).id for wanted in pair)
    if copy == original:
        msg = f"expected two articles, got {copy} twice"
        raise CorrectionRefused(msg)
    made = Correction(
        id=digest("k", "copies", *sorted((copy, original))),  # of one pair, the last word is the only one
        kind=kind,
        marks=(Mark(copy, ""), Mark(original, "")),
        names=names,
        who=signed.who,
        when=signed.when,
        of="copies",
        why=signed.why,
    )
    ledger.correct(made)
    return made


def _marks(made: Correction, article: str) -> bool:
    return any(mark.article == article for mark in made.marks)


def _with_articles(found: Sequence[Copy], articles: Sequence[Article]) -> list[Copied]:
    known = {article.id: article for article in articles}
    return [Copied(copy, known[copy.article], known[copy.of]) for copy in found]
