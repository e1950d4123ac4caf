"""What the statements of the ledger's articles say, as persons read them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple, get_args

import msgspec
from msgspec import UNSET, UnsetType

from selon.errors import CorrectionRefused, StatementNotFound
from selon.ingest.locating import form_of, refuse_impossible
from selon.model import (
    Amended,
    Article,
    Certainty,
    Correction,
    CorrectionKind,
    Form,
    Interval,
    Reading,
    ReadingField,
    Stance,
    Statement,
    digest,
    encode,
)
from selon.text import Span

if TYPE_CHECKING:
    from selon.store import Ledger

_SHOWN = 5
_FIELDS: tuple[ReadingField, ...] = get_args(ReadingField)


class Edit(msgspec.Struct, frozen=True, kw_only=True):
    """What a person says of a statement; what is left unset stays as it was read.

    Spans count in the article's text. `source`, `cue` and `when` may be None: there is none.
    """

    source: Span | UnsetType | None = UNSET
    cue: Span | UnsetType | None = UNSET
    content: tuple[Span, ...] | UnsetType = UNSET
    form: Form | UnsetType = UNSET
    stance: Stance | UnsetType = UNSET
    certainty: Certainty | UnsetType = UNSET
    speaker: str | UnsetType = UNSET
    relay: tuple[str, ...] | UnsetType = UNSET
    when: Interval | UnsetType | None = UNSET


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """A statement of the ledger with its article, as it is shown now and as it was read (or first added)."""

    article: Article
    statement: Statement
    read: Statement
    corrections: tuple[Correction, ...] = ()


class _Signed(NamedTuple):
    who: str
    when: dt.datetime
    why: str


def find_statement(ledger: Ledger, wanted: str) -> Standing:
    """Return the statement of an id, of the start of an id, or that holds these words.

    Raises StatementNotFound for none and for several.
    """
    found = ledger.statements_like(wanted, _SHOWN + 1)
    if len(found) != 1:
        listed = ", ".join(f"{place.id} ({place.text[:40]})" for place in found[:_SHOWN])
        several = f"expected one statement, got several that `{wanted[:80]}` fits: {listed}. Give an id"
        none = f"no statement `{wanted[:80]}` in the ledger. List those of a story: selon statements list STORY"
        raise StatementNotFound(several if found else none)
    (place,) = found
    article, amended = _held(ledger, place.article)
    statement = next(s for s in amended.annotations.statements if s.id == place.id)
    read = amended.read.get(place.id, statement)
    return Standing(article=article, statement=statement, read=read, corrections=amended.by.get(place.id, ()))


def correct_statement(
    ledger: Ledger, statement: str, edit: Edit, who: str, when: dt.datetime, why: str = ""
) -> Correction:
    """Keep what a person says of a statement, given as `find_statement` takes it.

    Where the content changes and nothing is said of its form, the form follows from the quotation marks. Raises
    StatementNotFound, and CorrectionRefused for an edit that changes nothing or can't be.
    """
    standing = find_statement(ledger, statement)
    given = {name: value for name, value in msgspec.structs.asdict(edit).items() if value is not UNSET}
    if "content" in given and "form" not in given:
        given["form"] = form_of(standing.article.text, given["content"])
    edited = msgspec.structs.replace(standing.statement, **given)
    names = tuple(name for name in _FIELDS if getattr(edited, name) != getattr(standing.statement, name))
    if not names:
        msg = f"expected something else than what is read of {standing.statement.id}, got the same"
        raise CorrectionRefused(msg)
    refuse_impossible(standing.article, edited)
    return _kept(ledger, standing, edited, names, _Signed(who, when, why))


def reject_statement(ledger: Ledger, statement: str, who: str, when: dt.datetime, why: str = "") -> Correction:
    """Keep that what was read there is no statement. Raises StatementNotFound."""
    return _kept(ledger, find_statement(ledger, statement), None, (), _Signed(who, when, why))


def add_statement(ledger: Ledger, article: str, edit: Edit, who: str, when: dt.datetime, why: str = "") -> Correction:
    """Keep a statement that a person reads in an article, given as `find_article` takes it. `content` is needed.

    Raises CorrectionRefused for one that is there already or can't be, and for an unknown article.
    """
    from selon.store import as_stated  # noqa: PLC0415

    found, amended = _held(ledger, find_article(ledger, article).id)
    if edit.content is UNSET or not edit.content:
        msg = "expected the words of a statement's content, got none"
        raise CorrectionRefused(msg)
    given = {name: value for name, value in msgspec.structs.asdict(edit).items() if value is not UNSET}
    blank = Statement(id="", source=None, cue=None, content=(), form=form_of(found.text, edit.content), stance="affirm")
    edited = msgspec.structs.replace(blank, **given)
    refuse_impossible(found, edited)
    reading = _reading(found, edited)
    made = as_stated(found.id, reading)
    if any(s.id == made.id for s in amended.annotations.statements):
        msg = f"expected a statement that is not read yet, got {made.id}. Correct that one"
        raise CorrectionRefused(msg)
    correction = Correction(
        id=digest("k", "statements", "add", found.id, encode(reading).decode()),
        kind="add",
        who=who,
        when=when,
        of="statements",
        why=why,
        article=found.id,
        statement=made.id,
        after=reading,
    )
    ledger.correct(correction)
    return correction


def undo_statement(ledger: Ledger, correction: str, who: str, when: dt.datetime) -> None:
    """Take a correction of a statement back. Raises CorrectionRefused when there is none of that id."""
    if correction not in {made.id for made in ledger.corrections("statements")}:
        msg = f"no correction `{correction}` of statements in the ledger. List them: selon corrections"
        raise CorrectionRefused(msg)
    ledger.withdraw(correction, who, when)


def find_article(ledger: Ledger, wanted: str) -> Article:
    """Return the article of an id, of the start of one, of an address or of a file's name.

    Raises CorrectionRefused for none and for several.
    """
    found = ledger.articles_like(wanted, _SHOWN + 1)
    if len(found) != 1:
        listed = f", which fits {', '.join(found[:_SHOWN])}" if found else ""
        msg = f"expected an article of the ledger, got `{wanted[:80]}`{listed}"
        raise CorrectionRefused(msg)
    return ledger.articles_by_id(found)[0]


def _held(ledger: Ledger, article: str) -> tuple[Article, Amended]:
    (found,) = ledger.articles_by_id([article])
    made = ledger.amended([article]).get(article)
    return found, made or Amended(annotations=ledger.annotations([article])[article])


def _reading(article: Article, statement: Statement) -> Reading:
    from selon.store import as_read  # noqa: PLC0415

    return as_read(article.text, statement)


def _kept(
    ledger: Ledger,
    standing: Standing,
    edited: Statement | None,
    fields: tuple[ReadingField, ...],
    signed: _Signed,
) -> Correction:
    article, read = standing.article, _reading(standing.article, standing.read)
    kind: CorrectionKind = "reject" if edited is None else "change"
    after = _reading(article, edited) if edited is not None else None
    told = encode({name: getattr(after, name) for name in fields}).decode()
    made = Correction(
        id=digest("k", "statements", kind, article.id, encode((read.source, read.cue, read.content)).decode(), told),
        kind=kind,
        who=signed.who,
        when=signed.when,
        of="statements",
        why=signed.why,
        article=article.id,
        statement=standing.statement.id,
        read=read,
        before=_reading(article, standing.statement),
        after=after,
        fields=fields,
    )
    ledger.correct(made)
    return made
