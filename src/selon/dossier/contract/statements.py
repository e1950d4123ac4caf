"""Who said what, and the figures given, as a dossier says them."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from selon.dossier.contract.story import ArticleId, PassageEntry
from selon.link.sides import Side
from selon.model import ActorKind, Approx, Certainty, Form, Interval, Number, ReadingField, Rule, Scope, Stance
from selon.model.figures import Giver, Hours, Move, Unread
from selon.text import Span


class BondEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A link between passages about one actor, or about an actor and whom it speaks for."""

    rule: Annotated[Rule, Meta(description="The rule by which they are linked.")]
    passages: Annotated[tuple[PassageEntry, ...], Meta(description="The passages that are linked.")]
    correction: Annotated[str | None, Meta(description="Id of the correction by a person that links them.")]


class ActorEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A person, body, state, medium, document or group that says something."""

    id: Annotated[str, Meta(description="Id of the actor.")]
    name: Annotated[str, Meta(description="Its fullest name in the articles.")]
    kind: Annotated[ActorKind, Meta(description="What sort of actor it is.")]
    aliases: Annotated[tuple[str, ...], Meta(description="Its other names in the articles.")]
    roles: Annotated[tuple[str, ...], Meta(description="Its titles and functions in the articles' words.")]
    speaks_for: Annotated[str | None, Meta(description="Id of the actor whose voice it is.")]
    bonds: Annotated[tuple[BondEntry, ...], Meta(description="Why the articles' actors are this one.")]
    voice: Annotated[BondEntry | None, Meta(description="Why it speaks for somebody.")]


class ReadingEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A statement as it was read before persons corrected it."""

    source: Annotated[Span | None, Meta(description="Who says it, in the article's words.")]
    cue: Annotated[Span | None, Meta(description="The words that attribute it.")]
    content: Annotated[tuple[Span, ...], Meta(description="What is said.")]
    text: Annotated[str, Meta(description="Exact words of the content; ` […] ` stands between its spans.")]
    form: Annotated[Form, Meta(description="Whether the content stands inside quotation marks.")]
    stance: Annotated[Stance, Meta(description="What the speaker does with the content.")]
    certainty: Annotated[Certainty, Meta(description="How sure it is made.")]
    speaker: Annotated[str, Meta(description="The speaker's fullest name in this article; empty if none can tell.")]
    relay: Annotated[tuple[str, ...], Meta(description="Names of those between speaker and article, outermost first.")]
    when: Annotated[Interval | None, Meta(description="When it was said.")]


class CorrectionEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What a person said of how a statement is read."""

    id: Annotated[str, Meta(description="Id of the correction.")]
    kind: Annotated[Literal["change", "add"], Meta(description="Whether it was changed, or read by the person only.")]
    who: Annotated[str, Meta(description="Who said so.")]
    when: Annotated[dt.datetime, Meta(description="When it was said, ISO 8601 with its offset.")]
    why: Annotated[str, Meta(description="Why, empty where nothing was said.")]
    fields: Annotated[tuple[ReadingField, ...], Meta(description="What was changed.")]


class StatementEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Something that an article attributes to somebody else."""

    id: Annotated[str, Meta(description="Id of the statement.")]
    article: ArticleId
    source: Annotated[Span | None, Meta(description="Who says it, in the article's words.")]
    cue: Annotated[Span | None, Meta(description="The words that attribute it.")]
    content: Annotated[tuple[Span, ...], Meta(description="What is said.")]
    text: Annotated[str, Meta(description="Exact words of the content; ` […] ` stands between its spans.")]
    form: Annotated[Form, Meta(description="Whether the content stands inside quotation marks.")]
    stance: Annotated[Stance, Meta(description="What the speaker does with the content.")]
    certainty: Annotated[
        Certainty, Meta(description="How sure it is made; `conditional`: the article withholds its guarantee.")
    ]
    side: Annotated[
        Side | None,
        Meta(
            description="Where it stands on what it is about, whatever its stance where its words evade; null for a"
            " demand, a judgement, what is told with reserve or beside the matter."
        ),
    ]
    speaker: Annotated[str, Meta(description="The speaker's fullest name in this article; empty if none can tell.")]
    actor: Annotated[str | None, Meta(description="Id of the actor whose statement it is.")]
    relays: Annotated[tuple[str, ...], Meta(description="Ids of actors between article and speaker, outermost first.")]
    when: Annotated[Interval | None, Meta(description="When it was said.")]
    claim: Annotated[str | None, Meta(description="Id of the claim it is about.")]
    corrections: Annotated[tuple[CorrectionEntry, ...], Meta(description="What persons corrected of it, oldest first.")]
    read_before: Annotated[
        ReadingEntry | None,
        Meta(description="How it was read before, null for one that nobody changed, or a person's."),
    ]


class FigureEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A quantity that an article gives."""

    id: Annotated[str, Meta(description="Id of the figure.")]
    article: ArticleId
    span: Annotated[Span, Meta(description="The number with its approximator and what it counts.")]
    text: Annotated[str, Meta(description="Exact words of the span.")]
    low: Annotated[Number | None, Meta(description="Lower bound, null for none.")]
    high: Annotated[Number | None, Meta(description="Upper bound, null for none; equals `low` for a single number.")]
    approx: Annotated[Approx, Meta(description="How the number is meant.")]
    counted: Annotated[str, Meta(description="The counted thing, or the unit, in the singular.")]
    unit: Annotated[
        str | None, Meta(description="The unit's code (ISO 4217 for money, UCUM for all else), null for none.")
    ]
    modifiers: Annotated[tuple[str, ...], Meta(description="Words that change what is counted: `tués`, `en Russie`.")]
    unread: Annotated[Unread | None, Meta(description="Why the number has no value, null where it has one.")]
    scope: Annotated[Scope | None, Meta(description="Whether reached, a total, planned or recalled.")]
    move: Annotated[Move | None, Meta(description="How it moves another number, null for a plain count.")]
    part_of: Annotated[str | None, Meta(description="Id of the figure that it is a part of.")]
    giver: Annotated[
        Giver,
        Meta(
            description="How it reaches the article: its own voice, a statement, words after it, who counted, a relay."
        ),
    ]
    speaker: Annotated[str, Meta(description="Who gives it, named as in the article; empty: the article itself.")]
    actor: Annotated[str | None, Meta(description="Id of the actor that gives it.")]
    statement: Annotated[str | None, Meta(description="Id of the statement that it stands in.")]
    said: Annotated[Interval | None, Meta(description="When it was given.")]
    as_of: Annotated[
        Interval | None,
        Meta(description="The time that it holds for: as the text says, else the day its article tells of."),
    ]
    hours: Annotated[Hours | None, Meta(description="The time of day that it holds for, where the text says one.")]
    series: Annotated[str | None, Meta(description="Id of the series that it belongs to.")]


class TimelineEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What one body said on one day about one thing."""

    when: Annotated[Interval | None, Meta(description="When it was said, null when nothing tells.")]
    text: Annotated[str, Meta(description="Exact words of the first of its statements.")]
    statements: Annotated[tuple[str, ...], Meta(description="Ids of its statements, of the earliest article first.")]
