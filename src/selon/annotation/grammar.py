"""What can be read off a dependency tree: verb groups, noun phrases, where a clause ends.

Ranges of tokens are pairs (first, last), both included.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Range = tuple[int, int]

AUXILIARIES = frozenset({"aux", "aux:tense", "aux:pass", "aux:caus", "cop"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:caus", "expl:subj"})
_OUTSIDE_NAME = frozenset({"acl:relcl", "parataxis", "advcl", "punct", "case", "cc", "mark", "ccomp", "advmod", "cop"})
_CLOSING = frozenset(")]»”")
_STOPS = frozenset({",", ";", ":", "(", "[", "—", "–", "»", "”"})


def span_of(doc: Doc, tokens: Range) -> Span:
    """Return the characters of a range of tokens."""
    first, last = doc[tokens[0]], doc[tokens[1]]
    return Span(first.idx, last.idx + len(last))


def is_finite(token: Token) -> bool:
    """Say whether a verb is conjugated, by itself or through its auxiliary."""
    form = token.morph.get("VerbForm")
    if "Fin" in form:
        return True
    return any(child.dep_ in AUXILIARIES and "Fin" in child.morph.get("VerbForm") for child in token.lefts)


def verb_group(token: Token) -> Range:
    """Return the verb with its auxiliaries and what stands between them, without pronouns at either end.

    An inverted auxiliary (`a-t-il ajouté`) leaves the participle alone, since the pronoun stands between.
    """
    first = token.i
    for child in token.lefts:
        if child.dep_ in AUXILIARIES and child.i < first:
            first = child.i
    between = token.doc[first : token.i]
    if any(t.pos_ == "PRON" or t.is_punct for t in between):
        first = token.i
    return first, token.i


def noun_phrase(head: Token) -> Range:
    """Return the shortest complete noun phrase around a head: determiner, adjectives, complements, a name behind.

    Appositions behind a comma, relative clauses and the preposition in front stay outside.
    """
    first = last = head.i
    for child in head.lefts:
        if child.dep_ not in _OUTSIDE_NAME and not child.is_punct:
            first = min(first, child.left_edge.i)
    for child in head.rights:
        if child.i != last + 1 and _breaks(head.doc, last + 1, child.left_edge.i, child):
            break
        if child.dep_ in _OUTSIDE_NAME or (child.dep_ == "acl" and child.morph.get("VerbForm") == ["Part"]):
            if child.is_punct and _opens_bracket(child):
                continue
            if child.dep_ in {"cc", "case", "advmod", "punct"}:
                continue
            break
        last = max(last, _right_edge(child))
    return first, _without_tail(head.doc, first, last)


def _breaks(doc: Doc, start: int, end: int, child: Token) -> bool:
    """Say whether a stop stands between what is kept and `child`; a comma before a coordinated name is none."""
    stops = [t.text for t in doc[start:end] if t.text in _STOPS]
    if not stops:
        return False
    return not (child.dep_ == "conj" and set(stops) <= {","} and any(t.dep_ == "cc" for t in child.subtree))


def _opens_bracket(token: Token) -> bool:
    return token.text in {"(", "["}


def _right_edge(token: Token) -> int:
    """Return the last token of a complement, cut before its own relative clauses and asides."""
    return noun_phrase(token)[1] if token.pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "PRON"} else token.right_edge.i


def _without_tail(doc: Doc, first: int, last: int) -> int:
    while (
        last > first
        and (doc[last].pos_ in {"PUNCT", "ADP", "CCONJ", "DET", "SPACE"})
        and doc[last].text not in _CLOSING
    ):
        last -= 1
    return last


def subject(verb: Token) -> Token | None:
    """Return the head of a verb's subject: its own, or the one that it shares or is controlled by."""
    seen = 0
    current = verb
    while seen < 6:  # noqa: PLR2004  (a chain of coordinated and embedded verbs is short; a cycle can't hang us)
        seen += 1
        own = [c for c in current.children if c.dep_ in SUBJECTS and c.text.lower() not in {"-t", "t", "-t-"}]
        if own:
            return _antecedent(own[-1])
        if current.dep_ in {"acl", "acl:relcl", "amod"}:
            return current.head
        if current.dep_ in {"conj", "xcomp", "advcl", "parataxis", "ccomp", "aux:tense", "obl:mod", "dep"}:
            if current.head.i == current.i:
                return None
            if current.dep_ in {"ccomp", "parataxis"} and is_finite(verb) and current is verb:
                return None
            current = current.head
            continue
        return None
    return None


def _antecedent(token: Token) -> Token:
    """Return what a relative pronoun stands for."""
    if token.text.lower() == "qui":
        for ancestor in token.ancestors:
            if ancestor.dep_ in {"acl:relcl", "acl"}:
                return ancestor.head
    return token
