"""Corrections: what persons said of who is who and what belongs together, as the ledger keeps it."""

from __future__ import annotations

from typing import Literal

from sqlalchemy import Engine, delete, insert, select

from selon.model import Correction
from selon.store import rows, schema
from selon.store.opening import reading, writing


class Corrections:
    """The part of a ledger that persons write."""

    _engine: Engine

    def correct(self, correction: Correction) -> None:
        """Keep what a person said. Said twice it is kept once. Raises StoreError."""
        with writing(self._engine) as connection:
            connection.execute(delete(schema.corrections).where(schema.corrections.c.id == correction.id))
            connection.execute(insert(schema.corrections), rows.correction_row(correction))

    def withdraw(self, correction: str) -> bool:
        """Take a correction back; say whether there was one of that id. Raises StoreError."""
        with writing(self._engine) as connection:
            done = connection.execute(delete(schema.corrections).where(schema.corrections.c.id == correction))
        return done.rowcount > 0

    def corrections(self, of: Literal["actors", "stories"] = "actors") -> list[Correction]:
        """Return all corrections of actors, or of stories, the oldest first."""
        table = schema.corrections
        with reading(self._engine) as connection:
            found = connection.execute(select(table.c.id, table.c.json)).all()
        read = (rows.read_back(json, Correction, id_) for id_, json in found)
        return sorted((c for c in read if c.of == of), key=lambda c: (c.when, c.id))
