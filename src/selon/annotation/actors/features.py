"""Features: what speaks for or against an actor being the one sought, as words that the weights are kept under."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from selon.annotation.actors.mentioned import Mentioned
from selon.annotation.actors.sought import Sought
from selon.annotation.actors.traits import Traits

FAR = 6
"""Sentences, actors and statements are counted up to here."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """That an actor spoke before: how many others since (`turn`), how many statements, sentences, line breaks ago.

    `interrupted` says whether somebody who agrees with the source has been a subject since.
    """

    turn: int
    statements: int
    sentences: int
    lines: int
    interrupted: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """What part an actor has had in the article up to a place.

    `mentions` and `statements` count what was before; `rank` is how many of the other candidates who agree were
    mentioned more often; `alone` says that no other person or group agrees; `titled` that the first line names it;
    `going` that only pronouns that agree have been subjects since its last sentence.
    """

    mentions: int = 0
    statements: int = 0
    rank: int = FAR
    alone: bool = False
    titled: bool = False
    going: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor that may be the one sought; without traits, nobody.

    `itself` is the one that the source's own words describe. `line` is how many who agree stand nearer before the
    place, `subject_line` how many of them as subjects; `body_line` counts bodies and media with a name.
    `issuer` says whether a document that is the source is known to be the actor's own or another's, empty if it is
    no such document.
    """

    actor: int
    traits: Traits | None
    mentioned: Mentioned | None
    spoken: Spoken | None
    itself: bool = False
    line: int = FAR
    subject_line: int = FAR
    body_line: int = FAR
    issuer: str = ""
    standing: Standing = Standing()


def features(sought: Sought, candidate: Candidate, sense: str) -> Iterator[str]:
    """Yield the features of a candidate; `sense` is the function that the source's noun names."""
    traits = candidate.traits
    if traits is None:
        yield "nobody"
        return
    yield from _of_actor(sought, traits)
    yield from _of_place(sought, candidate.mentioned)
    yield from _of_line(candidate)
    yield from _of_standing(sought, candidate)
    yield from _of_speech(sought, candidate.spoken)
    if sought.manner == "description":
        yield from _of_words(sought, candidate, traits, sense)


def _of_actor(sought: Sought, traits: Traits) -> Iterator[str]:
    yield f"kind {traits.kind}"
    yield "named" if traits.named else "unnamed"
    yield f"gender {_agrees(sought.agreement.gender, traits.agreement.gender)}"
    number = _agrees(sought.agreement.number, traits.agreement.number)
    yield f"number {number}"
    yield f"number {number} {traits.kind}"
    yield f"mentions {min(traits.mentions, 4)}"
    if traits.formal:
        yield "person by form"
    elif traits.named and traits.kind == "person":
        yield "person named"


def _agrees(one: str, other: str) -> str:
    if not one or not other:
        return "open"
    return "same" if one == other else "other"


def _of_line(candidate: Candidate) -> Iterator[str]:
    yield f"line {candidate.line}"
    yield f"subject line {candidate.subject_line}"
    if candidate.mentioned and candidate.mentioned.sentences <= 1:
        yield f"sentence {candidate.mentioned.sentences} line {candidate.line}"
        yield f"sentence {candidate.mentioned.sentences} subject line {candidate.subject_line}"


def _of_place(sought: Sought, mentioned: Mentioned | None) -> Iterator[str]:
    if mentioned is None:
        yield "not near"
        return
    side = "behind" if mentioned.ahead else "before"
    far = min(mentioned.sentences, FAR)
    yield f"{side} sentence {far}"
    yield f"{side} rank {min(mentioned.rank, FAR)}"
    yield f"{side} {mentioned.part}"
    if far <= 1:
        yield f"{side} sentence {far} {mentioned.part}"
        yield f"{side} sentence {far} {'content first' if sought.behind else 'source first'}"
    for name in ("subject", "said", "source", "first", "quoted"):
        if getattr(mentioned, name):
            yield f"{side} {name}"
    if mentioned.first and far <= 1 and mentioned.part in {"subject", "inner subject"}:
        yield f"{side} first subject"
    if mentioned.lines:
        yield f"{side} lines {min(mentioned.lines, 3)}"
    if mentioned.count > 1:
        yield f"{side} count {min(mentioned.count, 4)}"


def _of_standing(sought: Sought, candidate: Candidate) -> Iterator[str]:
    standing = candidate.standing
    yield f"mentioned {min(standing.mentions, 4)} times"
    yield f"spoke {min(standing.statements, 4)} times"
    yield f"rank {min(standing.rank, 3)}"
    for name in ("alone", "titled", "going"):
        if getattr(standing, name):
            yield name
    if candidate.spoken:
        turn = min(candidate.spoken.turn, 2)
        yield f"turn {turn} line {min(candidate.line, 3)}"
        yield f"turn {turn} subject line {min(candidate.subject_line, 2)}"
        yield f"turn {turn} rank {min(standing.rank, 2)}"
        if sought.direct:
            yield f"turn {turn} line {min(candidate.line, 3)} direct"
    if standing.going:
        yield f"going {'spoke' if candidate.spoken else 'silent'}"


def _of_speech(sought: Sought, spoken: Spoken | None) -> Iterator[str]:
    if spoken is None:
        yield "silent"
        return
    order = "content first" if sought.behind else "opens" if sought.opens else "inside"
    yield f"turn {min(spoken.turn, 3)}"
    yield f"turn {min(spoken.turn, 3)} {order}"
    if spoken.turn == 0:
        yield f"last spoke {min(spoken.sentences, 5)} sentences ago"
        yield f"last spoke {min(spoken.lines, 2)} lines ago"
        interrupted = "interrupted" if spoken.interrupted else "alone"
        yield f"last spoke {interrupted}"
        yield f"last spoke {interrupted} {order}"
        if sought.going_on:
            yield "goes on"
            yield f"goes on {interrupted}"
        if sought.direct:
            yield "last spoke, direct"
    if spoken.statements > FAR:
        yield "long silent"


def _of_words(sought: Sought, candidate: Candidate, traits: Traits, sense: str) -> Iterator[str]:
    if candidate.issuer:
        own = f"document {candidate.issuer}{' itself' if candidate.itself else ''}"
        yield own
        yield f"{own} {sought.determiner}"
    if candidate.itself:
        yield from _of_itself(sought, candidate, traits)
        return
    yield from _of_kinds(sought, candidate, traits)
    yield from _of_sense(sought, traits, sense)
    if sought.same and candidate.spoken:
        yield f"same turn {min(candidate.spoken.turn, 2)}"
        yield f"same {_kind(sought)} {traits.kind} turn {min(candidate.spoken.turn, 1)}"


def _kind(sought: Sought) -> str:
    return sought.noun.kind if sought.noun else "none"


def _manner(sought: Sought) -> str:
    return "wide" if sought.wide else "taking up" if sought.taking_up else ""


def _of_itself(sought: Sought, candidate: Candidate, traits: Traits) -> Iterator[str]:
    kind, manner, size = _kind(sought), _manner(sought), min(len(sought.keys), 5)
    yield "itself"
    yield f"itself {sought.determiner}"
    yield f"itself {sought.determiner} {kind}"
    yield f"itself {sought.determiner} {size} words"
    yield f"itself {kind} {size} words"
    yield f"itself {'named' if traits.named else 'unnamed'}"
    if sought.same:
        yield "itself same"
    known = min(candidate.standing.mentions, 2)
    yield f"itself {sought.determiner} known {known}"
    yield f"itself {kind} known {known}"
    yield f"itself {sought.determiner} spoke {min(candidate.standing.statements, 1)}"
    if manner:
        yield f"itself {manner}"
        yield f"itself {manner} known {known}"
        yield f"itself {manner} {size} words"


def _of_kinds(sought: Sought, candidate: Candidate, traits: Traits) -> Iterator[str]:
    kind, manner = _kind(sought), _manner(sought)
    yield f"{kind} for {traits.kind}"
    yield f"{kind} for {'named' if traits.named else 'unnamed'} {traits.kind}"
    yield f"{sought.determiner} for {traits.kind}"
    if sought.determiner in {"possessive", "demonstrative"}:
        yield f"{sought.determiner} line {min(candidate.line, 2)}"
        yield f"{sought.determiner} turn {min(candidate.spoken.turn, 2) if candidate.spoken else 'none'}"
    if manner:
        yield f"{manner} for {'named' if traits.named else 'unnamed'} {traits.kind}"
        yield f"{manner} body line {candidate.body_line}"
        yield f"{manner} {_agrees(sought.agreement.gender, traits.agreement.gender)}"
    elif kind in {"none", "institution", "medium"}:
        yield f"{kind} body line {candidate.body_line}"


def _of_sense(sought: Sought, traits: Traits, sense: str) -> Iterator[str]:
    kind = _kind(sought)
    if sought.stems & traits.stems:
        yield "shares a stem"
        yield f"{kind} shares a stem"
    shared = len(sought.rest & traits.keys)
    known = "nothing more" if not sought.rest else "all" if shared == len(sought.rest) else "part" if shared else "none"
    yield f"shares {known}"
    if sense:
        fits = "its sense" if sense in traits.senses else "other senses" if traits.senses else "no sense"
        yield fits
        yield f"{kind} {fits}"
        yield f"shares {known} {fits}"
    if sought.states:
        yield "no place" if not traits.states else "same place" if traits.states & sought.states else "other place"
