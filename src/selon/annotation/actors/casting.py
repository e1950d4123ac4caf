"""Casting: who may be the one sought, from the mentions around a place, those who spoke, those of the same role."""

from __future__ import annotations

from itertools import islice

from selon.annotation.actors.features import FAR, Candidate, Spoken
from selon.annotation.actors.issuers import Issuers
from selon.annotation.actors.mentioned import Around, Mentioned
from selon.annotation.actors.sought import Sought
from selon.annotation.actors.standings import Standings
from selon.annotation.actors.traits import Cast
from selon.annotation.actors.voices import Voices
from selon.annotation.draft import Draft
from selon.model import Statement
from selon.text.naming import name_key

_REMEMBERED = 5  # speakers before
_BEARERS = 8  # of one function: an article that names more is a list
_BODIES = 2  # speakers before among whom a state's body is looked for
_TAKEN_UP = 2  # words of a description that only takes up a document: `le communiqué`
NOBODY = -1


class Casting:
    """Holds what is known at a place of the article: the mentions and the speech already heard."""

    def __init__(self, draft: Draft) -> None:
        self.voices = Voices(draft)
        self.around = Around(draft, self.voices)
        self._cast = Cast(draft.text, self.voices)
        self._standings = Standings(draft, self.voices)
        self._turns: dict[int, tuple[int, int]] = {}  # actor: its last statement's number and place, oldest first
        self._heard = 0
        self._bearers: dict[str, list[int]] = {}
        self._issuers = Issuers(self.voices, self.around)
        self._states: dict[str, int] = {}
        for i, actor in enumerate(self.voices.actors):
            if actor.kind == "state" and (known := self.voices.naming.find(actor.name)) is not None:
                self._states[known.name] = i
            if actor.kind == "person" and actor.name[0].isupper():
                for sense in self._cast.traits(i).senses:
                    self._bearers.setdefault(sense, []).append(i)

    def spoke(self, actor: int, at: int) -> None:
        """Remember that an actor spoke at a place."""
        self._heard += 1
        self._standings.spoke(actor)
        self._issuers.spoke(actor, at)
        self._turns.pop(actor, None)
        self._turns[actor] = (self._heard, at)

    def government(self, actor: int) -> int:
        """Return whom a capital stands for: the state's body that spoke just before, else the state if it is named."""
        known = self.voices.naming.find(self.voices.actors[actor].name)
        if known is None or known.kind != "capital":
            return actor
        for before in islice(reversed(self._turns), _BODIES):
            body = self.voices.actors[before]
            if body.kind == "body" and body.speaks_for == known.voice_of and before != actor:
                return before
        return self._states.get(known.voice_of, actor)

    def sense(self, sought: Sought) -> str:
        """Return the function that the noun of a source names, empty without one."""
        return self._cast.sense(sought.noun.lemma) if sought.noun else ""

    def bears(self, actor: int, sought: Sought) -> bool:
        """Say whether a description leads to somebody with a name who has the function that it names."""
        traits = self._cast.traits(actor)
        if traits.kind != "person" or not traits.named or traits.formal or sought.determiner != "definite":
            return False
        if not sought.wide and self.sense(sought) in traits.senses:
            return True
        same = self.voices.naming.same
        row = same.get(" ".join(sought.keys[1:]))
        return row is not None and any(same.get(name_key(role)) == row for role in self.voices.actors[actor].roles)

    def _holds_other_office(self, actor: int, sought: Sought) -> bool:
        """Say whether somebody is known for other functions than the office that a source names (`le procureur`)."""
        traits, sense = self._cast.traits(actor), self.sense(sought)
        office = sought.noun is not None and sought.noun.lemma in self.voices.naming.offices and not sought.wide
        return office and traits.kind == "person" and bool(traits.senses) and sense not in traits.senses

    def sender(self, sought: Sought) -> int | None:
        """Return who sent out the document that a source takes up (`le communiqué`), None when nobody is known."""
        known = sought.noun is not None and sought.noun.lemma in self.voices.naming.issued
        taken_up = sought.determiner in {"definite", "demonstrative"} and len(sought.keys) <= _TAKEN_UP
        return self._issuers.of(sought.noun) if known and taken_up else None

    def candidates(self, sought: Sought, statement: Statement, itself: int | None) -> list[Candidate]:
        """Return those who may be meant by a statement's source at its place."""
        at = min(sought.at, statement.content[0].start) if sought.behind else sought.at
        end = statement.source.end if statement.source else statement.content[0].end
        near: dict[int, Mentioned] = self.around.before(at)
        near = near | {i: m for i, m in self.around.behind(end).items() if i not in near}
        spoken = self._spoken(at, sought, near)
        issuer = self._issuers.of(sought.noun)
        actors = dict.fromkeys([*near, *spoken, *([issuer] if issuer is not None else [])])
        if itself is not None:
            actors[itself] = None
            actors.update(dict.fromkeys(self._bearers.get(self.sense(sought), ())[:_BEARERS]))
            actors = {i: None for i in actors if i == itself or not self._holds_other_office(i, sought)}
        lines, subject_lines = self._lines(sought, near)
        bodies = self._body_lines(near)
        found = [
            Candidate(
                i,
                self._cast.traits(i),
                near.get(i),
                spoken.get(i),
                itself=i == itself,
                line=lines.get(i, FAR),
                subject_line=subject_lines.get(i, FAR),
                body_line=bodies.get(i, FAR),
                issuer="" if issuer is None else "his own" if i == issuer else "another's",
                standing=self._standings.of(i, at, lines, sought.agreement, subject=subject_lines.get(i) == 0),
            )
            for i in actors
        ]
        if sought.manner == "impersonal":
            found.append(Candidate(NOBODY, None, None, None))
        if sought.manner in {"pronoun", "latter"}:
            agreeing = [c for c in found if c.traits and sought.agreement.fits(c.traits.agreement)]
            return agreeing or found
        return found

    def _lines(self, sought: Sought, near: dict[int, Mentioned]) -> tuple[dict[int, int], dict[int, int]]:
        """Return how many who agree stand nearer before the place than each one, of all and of the subjects."""
        lines: dict[int, int] = {}
        subjects: dict[int, int] = {}
        for i, mentioned in near.items():
            traits = self._cast.traits(i)
            if mentioned.ahead or traits.formal or not sought.agreement.fits(traits.agreement):
                continue
            if traits.kind not in {"person", "group", "anonymous", "body"}:
                continue
            lines[i] = min(len(lines), FAR)
            if mentioned.subject:
                subjects[i] = min(len(subjects), FAR)
        return lines, subjects

    def _body_lines(self, near: dict[int, Mentioned]) -> dict[int, int]:
        """Return how many bodies and media with a name stand nearer before the place than each one of them."""
        lines: dict[int, int] = {}
        for i, mentioned in near.items():
            traits = self._cast.traits(i)
            if not mentioned.ahead and traits.named and (traits.kind in {"body", "medium"} or traits.formal):
                lines[i] = min(len(lines), FAR)
        return lines

    def _spoken(self, at: int, sought: Sought, near: dict[int, Mentioned]) -> dict[int, Spoken]:
        """Return who spoke last, the last first."""
        found: dict[int, Spoken] = {}
        here = self.around.sentence(at)
        since = [
            i
            for i, m in near.items()
            if not m.ahead
            and m.subject
            and not m.said
            and self._cast.traits(i).kind == "person"
            and sought.agreement.fits(self._cast.traits(i).agreement)
        ]
        for turn, (actor, (number, place)) in enumerate(reversed(self._turns.items())):
            if turn == _REMEMBERED:
                break
            sentences = max(0, here - self.around.sentence(place))
            found[actor] = Spoken(
                turn,
                self._heard - number,
                sentences,
                self.around.breaks(place, at),
                interrupted=any(i != actor and near[i].sentences < sentences for i in since),
            )
        return found
