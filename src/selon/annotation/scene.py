"""The scene at a place of an article: who has been mentioned before it, and how prominently."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from selon.annotation.agreement import Agreement, agreement_of, agreement_of_words
from selon.annotation.draft import Draft
from selon.annotation.grammar import SUBJECTS
from selon.annotation.pronouns import Candidate, antecedent
from selon.annotation.voices import Voices
from selon.model import LocalActor
from selon.text import Span, quotations
from selon.text.naming import name_key

_BACK = 60  # mentions looked at before a pronoun
_SHORT = 3  # words in a description that takes up somebody without saying more
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
                    self._agreement(actor),
                    self.voices.actors[actor].kind,
                    here - self._sentence(place),
                    at - place,
                    subject=True,
                    spoke=True,
                    named=self._named(actor),
                )

    def _candidate(self, mention: Span, actor: int, here: int, at: int) -> Candidate:
        return Candidate(
            actor,
            self._agreement(actor),
            self.voices.actors[actor].kind,
            here - self._sentence(mention.start),
            at - mention.start,
            subject=self._subject(mention),
            quoted=self._quoted(mention.start),
            spoke=self.last is not None and self.last[0] == actor,
            named=self._named(actor),
        )

    def taken_up(self, actor: int, words: str, at: int) -> int:
        """Return who is meant by a definite description that no name in the article goes with (`cette femme`)."""
        found = self.voices.actors[actor]
        key = name_key(words).split()
        if self.last is not None and key[1:2] in (["meme"], ["memes"]):
            return self.last[0]  # `la même source`
        if found.kind in {"body", "medium"} and len(key) <= _SHORT and found.name[0].islower():
            return self._same_body(actor, words, at)
        demonstrative = key[0] in self.voices.naming.small.demonstrative and found.kind in {"person", "anonymous"}
        if not demonstrative and (found.kind != "person" or not found.name[0].islower()):
            return actor
        noun = self._noun(found.name)
        if noun is None or (len(key) > _SHORT and not demonstrative):
            return actor
        agreement = Agreement(agreement_of_words(words, self.voices.naming).gender, "s")
        people = [c for c in self.candidates(at) if c.kind == "person" and c.named and self._may_be(c.actor, noun)]
        best = antecedent(agreement, people)
        return best if best is not None else actor

    def _same_body(self, actor: int, words: str, at: int) -> int:
        """Return the body named before that a noun alone takes up (`le groupe`), the noun itself if none is."""
        nouns = words.lower().replace("’", "'").replace("'", " ").split()
        if not any(n in self.voices.naming.taking_up for n in nouns) or nouns[0] not in {
            "le",
            "la",
            "l",
            "ce",
            "cet",
            "cette",
        }:
            return actor
        bodies = [c for c in self.candidates(at) if c.actor != actor and c.kind in {"body", "medium", "unknown"}]
        best = antecedent(Agreement("", "s"), [c for c in bodies if self._owned(c.actor)])
        return best if best is not None else actor

    def _owned(self, actor: int) -> bool:
        """Say whether a body has a name that is no seat's or state's."""
        name = self.voices.actors[actor].name
        known = self.voices.naming.find(name)
        return any(c.isupper() for c in name) and not (known and known.voice_of)

    def _noun(self, name: str) -> str | None:
        for word in name.replace("’", "'").replace("'", " ").split():
            noun = self.voices.naming.nouns.get(word.lower())
            if noun is not None and noun.kind in {"role", "person", "anonymous"}:
                return "" if noun.kind != "role" else noun.lemma
        return None

    def _may_be(self, actor: int, noun: str) -> bool:
        """Say whether a person can be meant by a noun: one without a known role, or by a noun that is no role."""
        naming = self.voices.naming
        return not noun or noun in naming.wide or noun not in naming.offices or not self.voices.actors[actor].roles

    def _named(self, actor: int) -> bool:
        return self.voices.actors[actor].name[0].isupper()

    def _agreement(self, actor: int) -> Agreement:
        if actor not in self._agreements:
            found: LocalActor = self.voices.actors[actor]
            self._agreements[actor] = agreement_of(found, self.text, self.voices.naming)
        return self._agreements[actor]

    def _sentence(self, at: int) -> int:
        return bisect_right(self.sentences, at)

    def _quoted(self, at: int) -> bool:
        i = bisect_right(self.quotes, at, key=lambda q: q.start) - 1
        return i >= 0 and self.quotes[i].end > at

    def _subject(self, mention: Span) -> bool:
        """Say whether a token of the mention is the subject of a verb outside it."""
        i = bisect_left(self.tokens, mention.start)
        while i < len(self.tokens) and self.tokens[i] < mention.end:
            token = self.doc[i]
            if token.dep_ in SUBJECTS and not mention.start <= token.head.idx < mention.end:
                return True
            i += 1
        return False
