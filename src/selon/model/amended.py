"""What persons made of an article's annotations."""

from __future__ import annotations

import msgspec

from selon.model.annotations import Annotations
from selon.model.corrections import Correction
from selon.model.statements import Statement


class Amended(msgspec.Struct, frozen=True, kw_only=True):
    """Annotations as persons corrected them.

    `by` leads from the id of a statement to the corrections that hold for it, the oldest first; also from those of
    `rejected` statements, which the annotations no longer hold. `read` has every corrected statement as it was read
    or first added. `idle` says of each correction that does not apply why not.
    """

    annotations: Annotations
    by: dict[str, tuple[Correction, ...]] = {}  # msgspec copies the default
    read: dict[str, Statement] = {}
    rejected: tuple[Statement, ...] = ()
    idle: dict[str, str] = {}
