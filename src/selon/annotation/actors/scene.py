"""The scene at a place of an article: who has been mentioned before it, and how prominently."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from selon.annotation.actors.agreement import Agreement, agreement_of
from selon.annotation.actors.pronouns import Candidate
from selon.annotation.actors.voices import Voices
from selon.annotation.draft import Draft
from selon.annotation.grammar import SUBJECTS
from selon.model import ActorKind, LocalActor
from selon.text import Span, quotations

_BACK = 60  # mentions looked at before a pronoun
_SILENT = frozenset({"document"})


class Scene:
    """Mentions with their sentences, their grammatical part and the speech already heard."""

    def __init__(self, draft: Draft, voices: Voices) -> None:
        doc = draft.tokens
        self.text = draft.text
        self.doc = doc
        self.voices = voices
        self.sentences = [sentence.start_char for sentence in doc.sents]
        self.tokens = [token.idx for token in doc]
        self.quotes = [q.span for q in quotations(draft.text)]
        self.last: tuple[int, int] | None = None
        self._agreements: dict[int, Agreement] = {}

    def spoke(self, actor: int, at: int) -> None:
        """Remember who spoke last, and where."""
        self.last = (actor, at)

    def candidates(self, at: int) -> Iterator[Candidate]:
        """Yield the mentions before `at`, nearest first, and the last speaker as he was when he spoke."""
        last = bisect_left(self.voices.mentions, at, key=lambda m: m[0].start)
        here = self._sentence(at)
        for mention, actor in reversed(self.voices.mentions[max(0, last - _BACK) : last]):
            if mention.end <= at and self.voices.actors[actor].kind not in _SILENT:
                yield self._candidate(mention, actor, here, at)
        if self.last is not None:
            actor, place = self.last
            if place < at:
                yield Candidate(
                    actor,
                    self.agreement(actor),
                    self.voices.actors[actor].kind,
                    here - self._sentence(place),
                    at - place,
                    subject=True,
                    spoke=True,
                    named=self.named(actor),
                )

    def _candidate(self, mention: Span, actor: int, here: int, at: int) -> Candidate:
        return Candidate(
            actor,
            self.agreement(actor),
            self._kind(actor),
            here - self._sentence(mention.start),
            at - mention.start,
            subject=self.subject(mention),
            quoted=self._quoted(mention.start),
            spoke=self.last is not None and self.last[0] == actor,
            named=self.named(actor),
        )

    def after(self, at: int, within: int) -> Iterator[tuple[Span, int]]:
        """Yield the mentions in the `within` characters behind `at`, in order."""
        first = bisect_left(self.voices.mentions, at, key=lambda m: m[0].start)
        for mention, actor in self.voices.mentions[first:]:
            if mention.start > at + within:
                return
            yield mention, actor

    def _kind(self, actor: int) -> ActorKind:
        """Return what an actor is; a run of capitals that nothing but its form makes a person may be anything."""
        found = self.voices.actors[actor]
        if found.kind != "person" or found.roles or not self.named(actor):
            return found.kind
        told = self.agreement(actor).gender or self._spoken == actor or len({len(m) for m in found.mentions}) > 1
        return "person" if told else "unknown"

    @property
    def _spoken(self) -> int | None:
        return self.last[0] if self.last is not None else None

    def named(self, actor: int) -> bool:
        """Say whether an actor has a name, not only a description."""
        return self.voices.actors[actor].name[0].isupper()

    def agreement(self, actor: int) -> Agreement:
        """Return the gender and number of an actor."""
        if actor not in self._agreements:
            found: LocalActor = self.voices.actors[actor]
            self._agreements[actor] = agreement_of(found, self.text, self.voices.naming)
        return self._agreements[actor]

    def _sentence(self, at: int) -> int:
        return bisect_right(self.sentences, at)

    def _quoted(self, at: int) -> bool:
        i = bisect_right(self.quotes, at, key=lambda q: q.start) - 1
        return i >= 0 and self.quotes[i].end > at

    def subject(self, mention: Span) -> bool:
        """Say whether a token of the mention is the subject of a verb outside it."""
        i = bisect_left(self.tokens, mention.start)
        while i < len(self.tokens) and self.tokens[i] < mention.end:
            token = self.doc[i]
            if token.dep_ in SUBJECTS and not mention.start <= token.head.idx < mention.end:
                return True
            i += 1
        return False
