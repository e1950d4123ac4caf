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
        """Yield names that two outlets share, forms that one outlet has twice, and repeated heads.

        Forms of one outlet may differ by their capitals alone (`ATS`, `ats`): texts are compared with them as
        they stand.
        """
        outlets = (*self.agencies, *self.media)
        written = [sorted({name.casefold() for name in (outlet.name, *outlet.forms)}) for outlet in outlets]
        yield from repeated([name for names in written for name in names], "agencies and media")
        for outlet in outlets:
            yield from repeated([outlet.name, *outlet.forms], outlet.name)
        yield from repeated(self.heads, "heads")
