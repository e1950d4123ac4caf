"""Words that change what a figure counts: `1 500 soldats supplémentaires`, `40 soldats ont été tués`, `en Russie`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from selon.annotation.figures.scene import Scene
from selon.text import Span, folded

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REACH = 12
"""How many tokens behind what is counted a modifier may stand, in its sentence."""
_JOINTS = frozenset({"et", "ou"})
_OF = frozenset({"de", "d'", "du", "des"})
_PARTICIPLE_OF = frozenset({"nsubj:pass", "nsubj"})


def modifiers(scene: Scene, head: int, end: int) -> tuple[Span, ...]:
    """Return the words that change what is counted, in order: `head` is its token's index, `end` the figure's end.

    They are the adjectives and participles behind the noun, the participle of the passive whose subject it is, and
    the first place named behind them: what a reader would have to add for two figures to be comparable.
    """
    doc = scene.tokens.doc
    noun = doc[head]
    last = min(noun.sent.end, head + 1 + _REACH)
    found = {t.i for t in _adjectives(doc, scene.tokens.at_or_after(end), last)}
    passive = _passive(noun)
    if passive is not None and passive.i < last:
        found |= {passive.i, *(t.i for t in passive.children if t.dep_ == "conj" and _is_participle(t) and t.i < last)}
    spans = [Span(doc[i].idx, doc[i].idx + len(doc[i])) for i in sorted(found)]
    place = _place(scene, max([head, *found]) + 1, last)
    return (*spans, place) if place else tuple(spans)


def _adjectives(doc: Doc, at: int, last: int) -> Iterator[Token]:
    """Yield the adjectives and participles that follow the noun without a break: `tués ou blessés`."""
    known: set[int] = set()
    for token in doc[at:last]:
        joined = token.dep_ == "conj" and token.head.i in known
        if token.pos_ == "ADJ" or joined or (_is_participle(token) and not _has_auxiliary(token)):
            known.add(token.i)
            yield token
        elif token.text not in _JOINTS and token.pos_ != "ADV":
            return


def _is_participle(token: Token) -> bool:
    return token.pos_ == "VERB" and "Part" in token.morph.get("VerbForm", []) and "Past" in token.morph.get("Tense", [])


def _has_auxiliary(token: Token) -> bool:
    return any(child.dep_.startswith("aux") for child in token.children)


def _passive(noun: Token) -> Token | None:
    """Return the participle of which a noun is the subject in the passive: `40 soldats ont été tués`."""
    verb = noun.head
    if noun.dep_ not in _PARTICIPLE_OF or not _is_participle(verb) or verb.i <= noun.i:
        return None
    return verb if any(child.dep_ == "aux:pass" for child in verb.children) else None


def _place(scene: Scene, at: int, last: int) -> Span | None:
    """Return the first place named between two tokens, its preposition first: `dans la région de Koursk`."""
    doc, words = scene.tokens.doc, scene.lexicon.counts
    for token in doc[at:last]:
        if token.is_punct or token.like_num:
            return None
        if folded(token.text) in words.places:
            end = _named(doc, token.i + 1, min(last, token.i + 6))
            if end is not None and not scene.is_hidden(token.idx, end):
                return Span(token.idx, end)
    return None


def _named(doc: Doc, at: int, last: int) -> int | None:
    """Return where the name at a token ends, with a common noun and `de` in front of it or not; None for none."""
    end = None
    for token in doc[at:last]:
        if token.pos_ == "PROPN" and token.text[:1].isupper():
            end = token.idx + len(token)
        elif end is not None or not (token.pos_ in {"DET", "NOUN", "ADJ"} or folded(token.text) in _OF):
            break
    return end
