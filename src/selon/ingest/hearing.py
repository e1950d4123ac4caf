"""What somebody who speaks in one story says in the others of the ledger."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from selon.model import ActorKind

if TYPE_CHECKING:
    from selon.store import Ledger, SaidLine

_NOBODY = frozenset({"anonymous", "unknown"})


def said_elsewhere(
    ledger: Ledger, story: str, kind: ActorKind, names: Collection[str], limit: int, offset: int = 0
) -> tuple[int, list[SaidLine]]:
    """Return how many statements an actor of a story makes in other stories, and a portion, the last said first.

    `names` are all by which the articles of the story call it. Elsewhere it is looked for under the whole ones: a
    surname alone, or somebody unnamed, may be anybody there. Whom a person split off is somebody else. Raises
    StoreError.
    """
    if kind in _NOBODY:
        return 0, []
    whole = sorted(name for name in names if name and (kind != "person" or len(name.split()) > 1))
    apart = [mark for made in ledger.corrections("actors") if made.kind == "split" for mark in made.marks]
    return ledger.said_elsewhere(whole, limit, offset, outside=story, but=apart)
