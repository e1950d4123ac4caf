"""Mentioned: what an article shows of an actor around a place, put together from its mentions there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from selon.annotation.actors.voices import Voices
from selon.annotation.draft import Draft
from selon.annotation.grammar import SUBJECTS
from selon.text import Span, quotations

Part = Literal["subject", "inner subject", "object", "oblique", "complement", "apposition", "conjunct", "root", "other"]

_PARTS: dict[str, Part] = {
    "obj": "object",
    "iobj": "object",
    "obl:arg": "oblique",
    "obl:mod": "oblique",
    "obl:agent": "oblique",
    "obl": "oblique",
    "nmod": "complement",
    "appos": "apposition",
    "conj": "conjunct",
    "ROOT": "root",
}
_BACK = 60  # mentions looked at before a place
_AHEAD = 350  # characters looked at behind a place


class _Spans:
    """Spans that may overlap, asked whether one holds a place."""

    def __init__(self, spans: list[Span]) -> None:
        spans.sort()
        self._starts = [span.start for span in spans]
        self._furthest = list(accumulate((span.end for span in spans), max))

    def hold(self, at: int) -> bool:
        i = bisect_right(self._starts, at) - 1
        return i >= 0 and self._furthest[i] > at


@dataclass(slots=True)
class Mentioned:
    """An actor around a place. Sentences count from the place: 0 is its own, 1 the one before (or behind).

    `rank` is how many other actors stand nearer, `part` the grammatical part of the nearest mention, `quoted` whether
    it stands inside quotation marks; `subject` whether any mention of the last two sentences is a subject; `count`
    how many mentions stand near; `lines` how many line breaks are between; `said` whether it stands in what somebody
    says, `source` whether it is a source, `first` whether the actor was not mentioned before. `ahead` is True for an
    actor that only stands behind the place.
    """

    actor: int
    sentences: int
    rank: int
    part: Part
    quoted: bool
    subject: bool
    lines: int
    said: bool = False
    source: bool = False
    first: bool = False
    ahead: bool = False
    count: int = 1


class Around:
    """Finds who is mentioned around a place of an article."""

    def __init__(self, draft: Draft, voices: Voices) -> None:
        doc = draft.tokens
        self._doc = doc
        self._voices = voices
        self._starts = [m.start for m, _ in voices.mentions]
        self._sentences = [sentence.start_char for sentence in doc.sents]
        self._tokens = [token.idx for token in doc]
        self._quotes = [q.span for q in quotations(draft.text)]
        self._lines = [i for i, c in enumerate(draft.text) if c == "\n"]
        self._parts: dict[Span, Part] = {}
        self._said = _Spans([span for s in draft.statements for span in s.content])
        self._sources = _Spans([s.source for s in draft.statements if s.source])

    def before(self, at: int) -> dict[int, Mentioned]:
        """Return the actors with a mention that ends before `at`, nearest first."""
        found: dict[int, Mentioned] = {}
        last = bisect_left(self._starts, at)
        here = self.sentence(at)
        for mention, actor in reversed(self._voices.mentions[max(0, last - _BACK) : last]):
            if mention.end > at:
                continue
            sentences = here - self.sentence(mention.start)
            known = found.get(actor)
            if known is None:
                found[actor] = self._mentioned(mention, actor, sentences, len(found), self.breaks(mention.end, at))
            else:
                known.count += 1
                known.subject = known.subject or (sentences < 2 and self._is_subject(mention))  # noqa: PLR2004
        return found

    def behind(self, at: int) -> dict[int, Mentioned]:
        """Return the actors with a mention in the characters behind `at`, nearest first."""
        found: dict[int, Mentioned] = {}
        here = self.sentence(at)
        for mention, actor in self._voices.mentions[bisect_left(self._starts, at) :]:
            if mention.start > at + _AHEAD:
                break
            if actor not in found:
                sentences = self.sentence(mention.start) - here
                breaks = self.breaks(at, mention.start)
                found[actor] = self._mentioned(mention, actor, sentences, len(found), breaks)
                found[actor].ahead = True
        return found

    def _mentioned(self, mention: Span, actor: int, sentences: int, rank: int, lines: int) -> Mentioned:
        return Mentioned(
            actor,
            sentences,
            rank,
            self.part(mention),
            quoted=self.quoted(mention.start),
            subject=self._is_subject(mention),
            lines=lines,
            said=self._said.hold(mention.start),
            source=self._sources.hold(mention.start) or self._sources.hold(mention.end - 1),
            first=mention == self._voices.actors[actor].mentions[0],
        )

    def sentence(self, at: int) -> int:
        """Return the number of the sentence at a place."""
        return bisect_right(self._sentences, at)

    def said(self, at: int) -> bool:
        """Say whether a place is in what somebody says."""
        return self._said.hold(at)

    def opens_sentence(self, at: int) -> bool:
        """Say whether a sentence starts at a place."""
        i = bisect_right(self._sentences, at) - 1
        return i >= 0 and self._sentences[i] == at

    def quoted(self, at: int) -> bool:
        """Say whether a place is inside quotation marks."""
        i = bisect_right(self._quotes, at, key=lambda q: q.start) - 1
        return i >= 0 and self._quotes[i].end > at

    def breaks(self, start: int, end: int) -> int:
        """Return the number of line breaks between two places."""
        return bisect_left(self._lines, end) - bisect_left(self._lines, start)

    def _is_subject(self, mention: Span) -> bool:
        return self.part(mention) in {"subject", "inner subject"}

    def part(self, mention: Span) -> Part:
        """Return the grammatical part of a mention: that of its token that depends on one outside."""
        if mention not in self._parts:
            self._parts[mention] = self._part(mention)
        return self._parts[mention]

    def _part(self, mention: Span) -> Part:
        i = bisect_left(self._tokens, mention.start)
        found: Part = "other"
        while i < len(self._tokens) and self._tokens[i] < mention.end:
            token = self._doc[i]
            if token.dep_ == "ROOT" or not mention.start <= token.head.idx < mention.end:
                if token.dep_ in SUBJECTS:
                    return "subject" if token.head.dep_ in {"ROOT", "conj"} else "inner subject"
                if found == "other":
                    found = _PARTS.get(token.dep_, "other")
            i += 1
        return found
