"""What statements and figures of several articles add up to, as a dossier says it."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from selon.dossier.contract.story import PassageEntry
from selon.model import Approx, Certainty, ClaimStatus, Course, Interval, Number, Stance
from selon.model.claims import ChangeKind, CheckKind, Reserve

Difference = Literal["negation", "number", "wording", "shortened", "inflection", "identical"]
EdgeKind = Literal["voice", "relay", "report", "copy"]
EdgeDoubt = Literal["", "order", "reworded", "conditional", "unnamed", "voice"]
_COURSE = (
    "What the body does about a measure that it decides: `holds` to it or brings it in, `adjusts`, `suspends` or"
    " `drops` it (or refuses it), or still `weighs` it; null for other claims."
)
StatementIds = Annotated[tuple[str, ...], Meta(description="Ids of the statements that it rests on.")]


class PositionEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An actor's stance on a claim at a time."""

    actor: Annotated[str, Meta(description="Id of the actor who speaks.")]
    body: Annotated[str, Meta(description="Id of the actor for whom it speaks; itself if for nobody else.")]
    stance: Annotated[Stance, Meta(description="What it does with the claim.")]
    certainty: Annotated[Certainty, Meta(description="How sure it is made.")]
    when: Annotated[Interval | None, Meta(description="When it was taken.")]
    statements: StatementIds
    course: Annotated[Course | None, Meta(description=_COURSE)] = None


class EdgeEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A step of a tree of origins: `source` passes on to `target`; only articles and actors of the dossier have one."""

    kind: Annotated[
        EdgeKind,
        Meta(
            description="`voice`: the target speaks for the source; `relay`: it quotes the source; `report`: the"
            " article reports the actor; `copy`: the article has it from the other article."
        ),
    ]
    source: Annotated[str, Meta(description="Id of an actor; for `copy`, of an article.")]
    target: Annotated[str, Meta(description="Id of an actor; for `report` and `copy`, of an article.")]
    passage: Annotated[PassageEntry | None, Meta(description="The words that show it; null when none do.")]
    certain: Annotated[bool, Meta(description="False when the texts do not settle it.")]
    reason: Annotated[
        EdgeDoubt,
        Meta(
            description="What is uncertain: `order` (nothing tells which article came first), `reworded` (told by names"
            " and figures, not by its words), `conditional` (the article withholds its guarantee), `unnamed` (nobody is"
            " named), `voice` (no passage says for whom it speaks). Empty when it is certain."
        ),
    ]


class OriginEntry(msgspec.Struct, frozen=True, kw_only=True):
    """The actor at the end of a chain of relays and copies, whatever it says of the claim."""

    actor: Annotated[str, Meta(description="Id of the actor.")]
    statements: StatementIds
    vouches: Annotated[bool, Meta(description="True when its body's last word affirms or confirms, without reserve.")]
    group: Annotated[int, Meta(description="Number of the independent origin that it is part of, from 1.", ge=1)]
    reserve: Annotated[bool, Meta(description="True when it may rest on others' knowledge; then not in the low count.")]
    reason: Annotated[
        Reserve,
        Meta(
            description="Why it has a reserve: `alliance` (it may know from its members), `unnamed` (it may be another"
            " one under a description), `passing` (a medium or a document, which has it from somebody). Else empty."
        ),
    ] = ""
    edges: Annotated[
        tuple[EdgeEntry, ...], Meta(description="The tree from its body to the articles, edge by edge.")
    ] = ()


class ClaimEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A proposition that statements are about."""

    id: Annotated[str, Meta(description="Id of the claim.")]
    label: Annotated[PassageEntry, Meta(description="Its most central passage, which names it.")]
    status: Annotated[
        ClaimStatus,
        Meta(
            description="Follows the last known position of each body: `corroborated` by two or more independent"
            " origins and denied by nobody any more; `contested`: affirmed by one, denied by another;"
            " `single_origin`; `unconfirmed`: nobody vouches for it; `denied`."
        ),
    ]
    statements: Annotated[tuple[str, ...], Meta(description="Ids of all statements about it.")]
    positions: Annotated[tuple[PositionEntry, ...], Meta(description="Positions taken on it, by time.")]
    origins: Annotated[tuple[OriginEntry, ...], Meta(description="Origins of all statements about it.")]
    origins_low: Annotated[int, Meta(description="Independent origins that vouch, without those with a reserve.", ge=0)]
    origins_high: Annotated[int, Meta(description="Independent origins that vouch, with those with a reserve.", ge=0)]


class ChangeSide(msgspec.Struct, frozen=True, kw_only=True):
    """A body's position or figure on one side of a change: `stance` for a position, bounds for a figure."""

    stance: Annotated[Stance | None, Meta(description="Stance, for a position.")] = None
    certainty: Annotated[Certainty | None, Meta(description="Certainty, for a position.")] = None
    course: Annotated[Course | None, Meta(description=_COURSE)] = None
    low: Annotated[Number | None, Meta(description="Lower bound, for a figure.")] = None
    high: Annotated[Number | None, Meta(description="Upper bound, for a figure.")] = None
    approx: Annotated[Approx | None, Meta(description="How the number is meant, for a figure.")] = None
    when: Annotated[Interval | None, Meta(description="When it was said.")] = None
    statements: StatementIds = ()
    figures: Annotated[tuple[str, ...], Meta(description="Ids of the figures, for a figure.")] = ()


class ChangeEntry(msgspec.Struct, frozen=True, kw_only=True, rename={"before": "from", "after": "to"}):
    """A body's position on a claim, or its figure in a series, that moved."""

    body: Annotated[str, Meta(description="Id of the actor whose position or figure moved.")]
    claim: Annotated[str | None, Meta(description="Id of the claim, for a position.")]
    series: Annotated[str | None, Meta(description="Id of the series, for a figure.")]
    before: Annotated[ChangeSide, Meta(description="What it was.")]
    after: Annotated[ChangeSide, Meta(description="What it became.")]
    statements: StatementIds
    kind: Annotated[
        ChangeKind,
        Meta(
            description="`move`; `disagreement` when two voices of the body contradict each other on one day; `silent` "
            "when a figure for the same time comes back different with no word of it."
        ),
    ] = "move"


class SeriesEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Figures that count the same thing."""

    id: Annotated[str, Meta(description="Id of the series.")]
    label: Annotated[str, Meta(description="What is counted, in an article's word.")]
    figures: Annotated[tuple[str, ...], Meta(description="Ids of its figures, in order of when they were said.")]


class CheckEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Arithmetic or logic that the texts assert or imply."""

    kind: Annotated[CheckKind, Meta(description="What was compared.")]
    holds: Annotated[bool | None, Meta(description="Whether it holds; null when that can't be told.")]
    figures: Annotated[tuple[str, ...], Meta(description="Ids of the figures compared.")]
    statements: Annotated[tuple[str, ...], Meta(description="Ids of the statements compared.")]
    words: Annotated[str, Meta(description="The calculation, in signs.")]
    passages: Annotated[
        tuple[PassageEntry, ...], Meta(description="Compared words that are neither: a weekday with its date.")
    ]


class QuotationEntry(msgspec.Struct, frozen=True, kw_only=True):
    """The same utterance in different words."""

    variants: Annotated[tuple[str, ...], Meta(description="Ids of its statements.")]
    difference: Annotated[Difference, Meta(description="The gravest way in which they differ.")]
    apart: Annotated[
        tuple[str, ...], Meta(description="Words that some have and others have not, small, without accents.")
    ] = ()
