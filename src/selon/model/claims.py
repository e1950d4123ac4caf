"""Claims, positions, origins, series and changes: what statements of several articles add up to."""

from __future__ import annotations

from typing import Literal

import msgspec

from selon.model.articles import Interval
from selon.model.statements import Certainty, Stance
from selon.model.stories import Passage

ClaimStatus = Literal["corroborated", "contested", "single_origin", "unconfirmed", "denied"]
ChangeKind = Literal["move", "disagreement", "silent"]
Course = Literal["holds", "adjusts", "suspends", "drops", "weighs"]
Reserve = Literal["", "alliance", "unnamed", "passing"]
CheckKind = Literal["sum", "ratio", "comparison", "part", "conflict"]


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """An actor's stance on a claim at a time. `body` is the actor for whom the speaker speaks (itself if none).

    On a measure that the body decides, `course` is what it then does about it: holds to it, adjusts, suspends or drops
    it (or refuses it), or weighs it. None for other claims.
    """

    actor: str
    body: str
    stance: Stance
    certainty: Certainty
    when: Interval | None
    statements: tuple[str, ...]
    course: Course | None = None


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """The actor at the end of a chain of relays and copies, with the statements that rest on it.

    `reserve` is True when it may rest on others' knowledge (an alliance that speaks for its members), so that
    it counts in the upper number of independent origins only. `reason` says why: it is an `alliance`, somebody
    `unnamed` who may be another one, or in `passing` on (a medium, a document) what somebody knows.
    """

    actor: str
    statements: tuple[str, ...]
    reserve: bool = False
    reason: Reserve = ""


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A proposition that statements are about, named by its most central passage."""

    id: str
    label: Passage
    status: ClaimStatus
    statements: tuple[str, ...]
    positions: tuple[Position, ...] = ()
    origins: tuple[Origin, ...] = ()


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """Figures that count the same thing, in order of when they were said. `label` is the counted noun."""

    id: str
    label: str
    figures: tuple[str, ...]


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A body's position on a claim, or its figure in a series, that moved.

    For a position `before` and `after` are positions' statements, of which those before may stand in a sister claim;
    for a figure they are figure ids. Exactly one of `claim` and `series` is set. `kind` is `disagreement` where two
    voices of one body contradict each other on one day (`before` denies, `after` vouches), `silent` where a figure
    for the same time comes back different with no word of it.
    """

    body: str
    claim: str | None = None
    series: str | None = None
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    kind: ChangeKind = "move"


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """Arithmetic or logic that the texts assert or imply, and whether it holds (None: can't be told).

    `words` are those of the figures, with signs between them. `passages` are compared words that are neither
    figures nor statements (a weekday with its date).
    """

    kind: CheckKind
    holds: bool | None
    figures: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    words: str = ""
    passages: tuple[Passage, ...] = ()


class Quotation(msgspec.Struct, frozen=True, kw_only=True):
    """The same utterance in different words. `difference` is one of a closed list of kinds.

    `apart` are the words that some variants have and others have not, in small letters without accents, in the
    order in which they stand.
    """

    variants: tuple[str, ...]
    difference: str
    apart: tuple[str, ...] = ()
