"""What can be read off a dependency tree: verb groups, noun phrases, where a clause ends.

Ranges of tokens are pairs (first, last), both included.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.lexicon import Syntax
from selon.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Range = tuple[int, int]

AUXILIARIES = frozenset({"aux", "aux:tense", "aux:pass", "aux:caus", "cop"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:caus", "expl:subj"})
_STOPS = frozenset({",", ";", ":", "(", "[", "—", "–", "»", "”", '"', "«", "“", "…", "."})
_OPENING = frozenset({"«", "“", '"'})
_OUTSIDE_LEFT = frozenset({"punct", "case", "cc", "mark", "advmod", "cop", "nsubj", "aux:tense", "aux:pass", "advcl"})


def span_of(doc: Doc, tokens: Range) -> Span:
    """Return the characters of a range of tokens."""
    first, last = doc[tokens[0]], doc[tokens[1]]
    return Span(first.idx, last.idx + len(last))


def is_finite(token: Token) -> bool:
    """Say whether a verb is conjugated, by itself or through its auxiliary."""
    form = token.morph.get("VerbForm", [])
    if "Fin" in form:
        return True
    return any(child.dep_ in AUXILIARIES and "Fin" in child.morph.get("VerbForm", []) for child in token.lefts)


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

    Appositions behind a comma, relative clauses, participles and the preposition in front stay outside; an
    acronym in brackets (`le Service national de renseignement (NIS)`) stays inside.
    """
    first = head.i
    for child in head.lefts:
        if child.dep_ not in _OUTSIDE_LEFT and not any(t.text in _STOPS - _OPENING for t in head.doc[child.i : head.i]):
            first = min(first, child.left_edge.i)
    last = _last_of_phrase(head)
    first, last = _whole_words(head.doc, first, last)
    while last > head.i and head.doc[last].pos_ in {"PUNCT", "ADP", "CCONJ", "DET", "SPACE", "ADV"}:
        if head.doc[last].text in {")", "»", "”"}:
            break
        last -= 1
    return first, last


def _whole_words(doc: Doc, first: int, last: int) -> Range:
    """Return a range grown over what hyphens join to it (`Deux-Rives`), and over the name behind an abbreviation."""
    while last + 1 < len(doc) and not doc[last].whitespace_ and _joined(doc, last):
        last += 1
    while first > 0 and not doc[first - 1].whitespace_ and _joined(doc, first - 1):
        first -= 1
    if doc[last].text.endswith(".") and len(doc[last]) > 1:
        while last + 1 < len(doc) and doc[last + 1].is_title:
            last += 1
    return first, last


def _joined(doc: Doc, at: int) -> bool:
    """Say whether a hyphen joins a token to the next one, and no pronoun hangs on it (`dit-il`)."""
    one, other = doc[at], doc[at + 1]
    return (one.text[-1] == "-" or other.text[0] == "-") and other.pos_ != "PRON"


def _last_of_phrase(head: Token) -> int:
    doc = head.doc
    limit = min(head.right_edge.i, head.sent.end - 1)
    listed = max((c.i for c in head.rights if c.dep_ == "conj" and _coordinated(c)), default=-1)
    last = head.i
    while last < limit:
        token = doc[last + 1]
        if token.morph.get("PronType", []) == ["Rel"] or token.pos_ in {"VERB", "AUX", "SCONJ"} or token.is_space:
            break
        if token.text in {"(", "«", "“"} and last + 3 <= limit and doc[last + 3].text in {")", "»", "”"}:
            last += 3
            continue
        if token.text in {"«", "“"}:
            closing = next((t.i for t in doc[last + 2 : min(limit, last + 8) + 1] if t.text in {"»", "”"}), None)
            if closing is None:
                break
            last = closing
            continue
        if token.text in _STOPS and not (token.text == "," and token.i < listed):
            break
        if token.dep_ == "cc" and token.head.pos_ in {"VERB", "AUX"}:
            break
        last += 1
    return last


def _coordinated(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN", "PRON"} and any(c.dep_ == "cc" for c in token.lefts)


def subject(verb: Token, words: Syntax) -> Token | None:
    """Return the head of a verb's subject: its own, or the one that it shares or is controlled by."""
    seen = 0
    current = verb
    while seen < 6:  # noqa: PLR2004  (a chain of coordinated and embedded verbs is short; a cycle can't hang us)
        seen += 1
        own = _subjects(current, words) or [s for c in current.lefts if c.dep_ == "cop" for s in _subjects(c, words)]
        if own:
            return _antecedent(own[-1], words)
        named = _named_between(current)
        if named is not None:
            return named
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


def _subjects(verb: Token, words: Syntax) -> list[Token]:
    return [c for c in verb.children if c.dep_ in SUBJECTS and c.lower_.strip("-") not in words.linking]


def _named_between(verb: Token) -> Token | None:
    """Return the noun between a conjunction and its verb (`… et Pyongyang nie`), which the parser made a conjunct."""
    if verb.dep_ != "conj" or not is_finite(verb):
        return None
    first = next((t.i for t in reversed(verb.doc[verb.head.i + 1 : verb.i]) if t.dep_ == "cc"), None)
    if first is None:
        return None
    nouns = [t for t in verb.doc[first + 1 : verb.i] if t.pos_ in {"NOUN", "PROPN"} and t.head.i <= first]
    return nouns[0] if nouns and not any(c.dep_ == "case" for c in nouns[0].lefts) else None


def _antecedent(token: Token, words: Syntax) -> Token:
    """Return what a relative pronoun stands for."""
    if token.lower_ in words.subject_relatives:
        for ancestor in token.ancestors:
            if ancestor.dep_ in {"acl:relcl", "acl"}:
                return ancestor.head
    return token
