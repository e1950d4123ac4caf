"""Corrections: what persons said of who is who, what belongs together and how a statement is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import Connection, Engine, delete, insert, select

from selon.model import Amended, Annotations, Correctable, Correction, Kept, Mark, marked
from selon.store import filling, rows, schema
from selon.store.opening import reading, writing

_SIDES = 2  # a merge, or a word on a copy, says something as long as two of its articles are there
_NO_ARTICLE = "its article is not in the ledger"
_NO_ACTOR = "its articles no longer name these actors"
_NO_CLAIM = "its statements are no longer read in these words"


class Corrections:
    """The part of a ledger that persons write."""

    _engine: Engine

    def correct(self, correction: Correction) -> None:
        """Keep what a person said. Said twice it is kept once. Raises StoreError."""
        with writing(self._engine) as connection:
            connection.execute(delete(schema.corrections).where(schema.corrections.c.id == correction.id))
            connection.execute(insert(schema.corrections), rows.correction_row(correction))
            if correction.of == "statements":
                filling.derive_again(connection, correction.article)

    def withdraw(self, correction: str, who: str = "", when: dt.datetime | None = None) -> bool:
        """Take a correction back; say whether there was one of that id. Raises StoreError.

        With `when` it stays in the history, with who took it back.
        """
        table = schema.corrections
        with writing(self._engine) as connection:
            written = connection.scalar(select(table.c.json).where(table.c.id == correction))
            if written is None:
                return False
            connection.execute(delete(table).where(table.c.id == correction))
            made = rows.read_back(written, Correction, correction)
            if when is not None:
                connection.execute(insert(schema.withdrawn), rows.withdrawn_row(made, who, when))
            if made.of == "statements":
                filling.derive_again(connection, made.article)
        return True

    def corrections(self, of: Correctable = "actors") -> list[Correction]:
        """Return all corrections of actors, stories, statements, copies or claims, the oldest first."""
        with reading(self._engine) as connection:
            return [made for made in _all(connection) if made.of == of]

    def amended(self, ids: Iterable[str]) -> dict[str, Amended]:
        """Return what persons made of the annotations of those of `ids` whose statements they corrected, sorted."""
        with reading(self._engine) as connection:
            made = filling.corrections_of(connection, ids)
            read = filling.annotations_of(connection, made)
            found = filling.amended_of(connection, read)
        return {id_: found[id_] for id_ in sorted(found)}

    def history(self, since: dt.datetime | None = None) -> list[Kept]:
        """Return every correction that was ever made, or was made or taken back since a moment, the oldest first.

        Those that no longer apply say why, those that were taken back by whom.
        """
        with reading(self._engine) as connection:
            made = _all(connection)
            undone = connection.execute(select(schema.withdrawn).order_by(schema.withdrawn.c.number)).all()
            idle = _idle(connection, [c for c in made if since is None or c.when >= since])
        kept = [Kept(correction=c, idle=idle.get(c.id, "")) for c in made]
        for row in undone:
            taken = rows.read_back(row.json, Correction, row.correction)
            when = dt.datetime.fromisoformat(row.undone)
            kept.append(Kept(correction=taken, undone_by=row.who, undone=when))
        kept = [k for k in kept if since is None or (k.undone or k.correction.when) >= since]
        return sorted(kept, key=lambda k: (k.correction.when, k.correction.id, k.undone is None))


def _all(connection: Connection) -> list[Correction]:
    table = schema.corrections
    found = connection.execute(select(table.c.id, table.c.json)).all()
    made = (rows.read_back(json, Correction, id_) for id_, json in found)
    return sorted(made, key=lambda c: (c.when, c.id))


def _idle(connection: Connection, made: list[Correction]) -> dict[str, str]:
    """Return why corrections no longer apply, by their ids; those that do are left out."""
    marked = {mark.article for c in made for mark in c.marks} | {c.article for c in made if c.article}
    read = filling.annotations_of(connection, marked)
    idle: dict[str, str] = {}
    stated = {c.article: read[c.article] for c in made if c.article in read}
    for found in filling.amended_of(connection, stated).values():
        idle |= found.idle
    claimed = {mark.article for c in made if c.of == "claims" for mark in c.marks}
    amended = filling.amended_of(connection, {id_: read[id_] for id_ in claimed if id_ in read})
    now = read | {id_: found.annotations for id_, found in amended.items()}
    for correction in made:
        reason = _unmarked(correction, now) if correction.of != "statements" else ""
        if correction.of == "statements" and correction.article not in read:
            reason = _NO_ARTICLE
        if reason:
            idle[correction.id] = reason
    return idle


def _unmarked(correction: Correction, read: dict[str, Annotations]) -> str:
    there = [mark for mark in correction.marks if mark.article in read]
    needed = _SIDES if correction.kind == "merge" or correction.of == "copies" else 1
    if len({mark.article for mark in there}) < min(needed, len({mark.article for mark in correction.marks})):
        return _NO_ARTICLE
    if correction.of == "claims":
        return _unstated(there, read, needed)
    if correction.of == "actors" and sum(mark.name in _names(read[mark.article]) for mark in there) < needed:
        return _NO_ACTOR
    return ""


def _unstated(marks: list[Mark], read: dict[str, Annotations], needed: int) -> str:
    found = {id_ for mark in marks for id_ in marked(mark, read[mark.article].statements)}
    return _NO_CLAIM if len(found) < needed else ""


def _names(annotations: Annotations) -> set[str]:
    said = {name for s in annotations.statements for name in (s.speaker, *s.relay)}
    return {a.name for a in annotations.actors} | said | {f.speaker for f in annotations.figures}
