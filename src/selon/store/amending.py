"""Amending: what was read of an article with what persons say of its statements. Pure.

A correction is about a statement that was read then. In what is read now it is found by its spans; else by its content
alone; else by its cue, if what is said overlaps. Where none or several fit, or the words are no longer there, the
correction does not apply, and that is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from selon.model import Amended, Annotations, Correction, Figure, Reading, Statement, Words, statement_id
from selon.text import Span, covering

_SHOWN = 60  # characters of a passage in a message


def amended(text: str, annotations: Annotations, corrections: Iterable[Correction]) -> Amended:
    """Return `annotations` of an article's `text` with the corrections of its statements, the oldest first.

    A corrected statement keeps its id; an added one has that of its spans. Figures follow their statement: they get
    its speaker, and come to it or leave it with its content.
    """
    held = _Held(text, annotations)
    for correction in sorted(corrections, key=lambda c: (c.when, c.id)):
        reason = held.apply(correction)
        if reason:
            held.idle[correction.id] = reason
    return held.result()


def as_read(text: str, statement: Statement) -> Reading:
    """Return how a statement of `text` is read, with its exact words."""
    return Reading(
        source=words_at(text, statement.source) if statement.source else None,
        cue=words_at(text, statement.cue) if statement.cue else None,
        content=tuple(words_at(text, span) for span in statement.content),
        form=statement.form,
        stance=statement.stance,
        certainty=statement.certainty,
        speaker=statement.speaker,
        relay=statement.relay,
        when=statement.when,
    )


def words_at(text: str, span: Span) -> Words:
    """Return a passage with its words. Raises SpanError when it leaves the text."""
    return Words(span, span.of(text))


def as_stated(article: str, reading: Reading) -> Statement:
    """Return the statement of an article that a reading is of."""
    source, cue = (found.span if found else None for found in (reading.source, reading.cue))
    content = tuple(words.span for words in reading.content)
    return Statement(
        id=statement_id(article, source, cue, content),
        source=source,
        cue=cue,
        content=content,
        form=reading.form,
        stance=reading.stance,
        certainty=reading.certainty,
        speaker=reading.speaker,
        relay=reading.relay,
        when=reading.when,
        when_basis="person" if reading.when else None,
    )


class _Held:
    def __init__(self, text: str, annotations: Annotations) -> None:
        self.text = text
        self.annotations = annotations
        self.read = {s.id: s for s in annotations.statements}
        self.current = dict(self.read)
        self.by: dict[str, list[Correction]] = {}
        self.idle: dict[str, str] = {}

    def apply(self, correction: Correction) -> str:
        """Apply a correction; return why it can't be."""
        for reading in (correction.read, correction.after):
            for words in _words(reading):
                if self.text[words.span.start : words.span.end] != words.text:
                    return f"the text no longer has `{_short(words.text)}` at {words.span.start}"
        if correction.kind == "add" and correction.after is not None and correction.after.content:
            made = as_stated(self.annotations.article, correction.after)
            self.read[made.id] = self.current[made.id] = made
            self.by.setdefault(made.id, []).append(correction)
            return ""
        if correction.read is None or not correction.read.content:
            return "it does not say which statement is meant"
        fitting = self._fitting(correction.read)
        if len(fitting) != 1:
            said = _short(" […] ".join(w.text for w in correction.read.content))
            return f"{'several statements are' if fitting else 'no statement is'} read at `{said}` now"
        (found,) = fitting
        if found not in self.current:
            return "the statement was rejected"
        self._change(found, correction)
        return ""

    def _fitting(self, reading: Reading) -> list[str]:
        """Return the ids of the statements that a reading may be of: mostly one."""
        wanted = as_stated(self.annotations.article, reading)
        tests: tuple[Callable[[Statement], bool], ...] = (
            lambda s: s.id == wanted.id,
            lambda s: s.content == wanted.content,
            lambda s: s.cue is not None and s.cue == wanted.cue and _overlap(s.content, wanted.content),
        )
        for test in tests:
            found = [s.id for s in self.read.values() if test(s)]
            if found:
                return found
        return []

    def _change(self, found: str, correction: Correction) -> None:
        self.by.setdefault(found, []).append(correction)
        if correction.kind == "reject" or correction.after is None:
            del self.current[found]
            return
        given = as_stated(self.annotations.article, correction.after)
        new: dict[str, object] = {field: getattr(given, field) for field in correction.fields}
        if "when" in new:
            new |= {"when_basis": given.when_basis, "when_evidence": None}
        self.current[found] = msgspec.structs.replace(self.current[found], **new)

    def result(self) -> Amended:
        """Return all of it. Statements stay in their order; where a person placed one, all are in order of the text."""
        if not self.by:
            return Amended(annotations=self.annotations, idle=self.idle)
        moved = any(s.content != self.current[i].content for i, s in self.read.items() if i in self.current)
        statements = list(self.current.values())
        if moved or len(self.read) > len({s.id for s in self.annotations.statements}):
            statements.sort(key=lambda s: (covering(s.content), s.id))
        changed = msgspec.structs.replace(
            self.annotations, statements=tuple(statements), figures=tuple(map(self._figure, self.annotations.figures))
        )
        return Amended(
            annotations=changed,
            by={id_: tuple(made) for id_, made in self.by.items()},
            read={id_: self.read[id_] for id_ in self.by},
            rejected=tuple(self.read[id_] for id_ in self.by if id_ not in self.current),
            idle=self.idle,
        )

    def _figure(self, figure: Figure) -> Figure:
        """Return a figure with the giver that its statement has now."""
        home = figure.statement
        if home in self.by:
            now, before = self.current.get(home), self.read[home]
            left = now is not None and now.content != before.content and not _inside(figure.span, now.content)
            if now is None or (left and figure.giver == "statement"):
                figure = msgspec.structs.replace(figure, statement=None, speaker="", giver="article")
            elif figure.giver != "relay" and figure.speaker == before.speaker:
                figure = msgspec.structs.replace(figure, speaker=now.speaker)
            elif figure.giver == "relay" and before.relay and figure.speaker == before.relay[-1]:
                figure = msgspec.structs.replace(figure, speaker=now.relay[-1] if now.relay else now.speaker)
        if figure.statement is None and figure.giver == "article":
            takers = [self.current[id_] for id_ in self.by if id_ in self.current]
            takers = [s for s in takers if self._placed(s) and _inside(figure.span, s.content)]
            if takers:
                taker = min(takers, key=lambda s: (len(covering(s.content)), s.id))
                return msgspec.structs.replace(figure, statement=taker.id, speaker=taker.speaker, giver="statement")
        return figure

    def _placed(self, statement: Statement) -> bool:
        """Say whether a person says where the statement's content is."""
        return any(c.kind == "add" or "content" in c.fields for c in self.by[statement.id])


def _words(reading: Reading | None) -> list[Words]:
    if reading is None:
        return []
    return [*reading.content, *(w for w in (reading.source, reading.cue) if w is not None)]


def _overlap(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(one.overlaps(other) for one in some for other in others)


def _inside(span: Span, content: Sequence[Span]) -> bool:
    return any(part.contains(span) for part in content)


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
