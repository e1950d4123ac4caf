"""Outlets and agencies: who publishes, and who supplies those who publish."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from selon.lexicon.parts import Part, repeated


class Outlet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A medium or an agency: its name, the other ways of writing it, the hosts of its pages."""

    name: str
    forms: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()


class Outlets(Part, frozen=True):
    """outlets.toml. `heads` are words of which newspapers' and stations' names are made (`Courrier`, `Radio`)."""

    agencies: tuple[Outlet, ...]
    media: tuple[Outlet, ...]
    heads: tuple[str, ...]

    def faults(self) -> Iterator[str]:
        """Yield names and forms that stand twice, and repeated heads."""
        known = [name for outlet in (*self.agencies, *self.media) for name in (outlet.name, *outlet.forms)]
        yield from repeated([name.casefold() for name in known], "agencies and media")
        yield from repeated(self.heads, "heads")
