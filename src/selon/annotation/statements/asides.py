"""What a content leaves out: statements of others that stand inside its sentence.

`Il appelle à la fermeté envers des élus [qu'il accuse de trahison]`, `Elle dit que A [et annonce B]`: where a relative
clause, a coordinated verb or a participle reports something for itself, it is another statement's. A clause that is
what is said (`dit que Y nie Z`) stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from selon.annotation.statements.features import FLAGS, PARTS, RELATIONS, Features

_RELATIVE = FLAGS.index("PronType=Rel")
_PARTICIPLE = FLAGS.index("VerbForm=Part")
_COMMA = FLAGS.index("mark ,")
_ADPOSITION = PARTS.index("ADP")
_JOINED = RELATIONS.index("cc")
_PASSED = {PARTS.index(part) for part in ("ADV", "AUX", "PRON", "DET", "NOUN", "PROPN", "ADJ")}
_BACK = 6  # tokens between the word that opens a clause and its verb


class Reported(Protocol):
    """What is looked at of a statement: token numbers, sorted."""

    @property
    def source(self) -> tuple[int, ...]:
        """Its source, empty for none."""

    @property
    def cue(self) -> tuple[int, ...]:
        """Its cue, empty for none."""

    @property
    def content(self) -> tuple[int, ...]:
        """Its content."""


def without_bare_pronoun(pieces: list[range], cue: tuple[int, ...], features: Features) -> list[range]:
    """Drop a piece that ends at the relative pronoun right before the cue: what is said goes on behind.

    In `qui, selon X, A` only A is what is said.
    """
    if len(pieces) < 2 or not cue:  # noqa: PLR2004
        return pieces
    pronoun = _before_commas(cue[0], features)
    if pronoun < 0 or not features.flags[pronoun, _RELATIVE]:
        return pieces
    ends = range(_before_commas(pronoun, features), cue[0])
    return [p for p in pieces if p[-1] not in ends] or pieces


def _before_commas(token: int, features: Features) -> int:
    """Return the last token before another that is no comma, -1 for none."""
    token -= 1
    while token >= 0 and features.flags[token, _COMMA]:
        token -= 1
    return token


def without_asides(content: tuple[int, ...], others: Iterable[Reported], features: Features) -> tuple[int, ...]:
    """Return a content without the clauses in it that are statements of their own; all of it when nothing is left."""
    kept = set(content)
    for other in others:
        if other.cue and other.cue[0] in kept and features.quotes[other.cue[0]] < 0:
            kept.difference_update(_aside(other, content, features))
    return tuple(t for t in content if t in kept) or content


def _aside(other: Reported, content: tuple[int, ...], features: Features) -> Iterator[int]:
    """Yield the tokens of the clause that reports `other`, none when it is what is said."""
    first = other.cue[0]
    opening = _opening(other, first, features)
    if opening is not None and opening > content[0]:
        yield from range(opening, max(other.cue[-1], *other.content, first) + 1)
    elif features.parts[first] == _ADPOSITION and other.content and other.content[0] < first:
        yield from (*other.source, *other.cue)  # it interrupts what both say; behind `que, selon X` it says it alone


def _opening(other: Reported, first: int, features: Features) -> int | None:
    """Return the relative pronoun, the conjunction or the comma that opens the clause of a cue."""
    own = set(other.source)
    for token in range(first - 1, max(-1, first - 1 - _BACK), -1):
        if features.flags[token, _RELATIVE]:
            return token
        if features.relations[token] == _JOINED and not own & set(range(token, first)):
            return token
        if features.flags[token, _COMMA]:
            if features.flags[first, _PARTICIPLE]:
                return token
            if features.parts[first] != _ADPOSITION:
                return None
        elif features.parts[token] not in _PASSED:
            return None
    return None
