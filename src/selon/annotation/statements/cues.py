"""Cues: where a text attributes, and by what word."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from selon.annotation.grammar import AUXILIARIES, SUBJECTS, Range, is_finite, verb_group
from selon.annotation.lemmas import verb_lemmas
from selon.lexicon import CueVerb, Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CueKind = Literal["verb", "participle", "preposition", "opinion"]


_CROWDED = 25  # cues in a sentence
_GROUP = 4  # auxiliaries, pronouns and adverbs in front of a verb
_NEGATED = 8  # tokens from a negation to its verb: `n'est toujours pas en mesure de confirmer`


class Cue(NamedTuple):
    """A cue in a text: the range of its tokens, its head, and for a verb its entry in the lexicon.

    A `participle` (`estimant que`, `accusé par X de`) has no subject of its own. `passive` tells that the
    speaker is the agent; `mistaken` that the parser took a verb for something else, so that its tree says nothing.
    A preposition's head is its last token.
    """

    kind: CueKind
    tokens: Range
    head: int
    verb: CueVerb | None = None
    passive: bool = False
    mistaken: bool = False


class CueWords(NamedTuple):
    """The lexicon's cues in the shape in which they are looked up."""

    by_form: dict[str, CueVerb]
    by_lemma: dict[str, CueVerb]
    phrases: dict[str, tuple[tuple[str, ...], CueVerb]]
    prepositions: dict[str, list[tuple[tuple[str, ...], CueKind]]]
    not_sources: frozenset[str]
    lexicon: Lexicon

    def entry(self, form: str) -> CueVerb | None:
        """Return the verb that a word in lower case is a form of, if it is one that reports."""
        return _entry(form, self.lexicon)


@lru_cache(maxsize=8)
def cue_words(lexicon: Lexicon) -> CueWords:
    """Return the lexicon's cues by form, by lemma, by the first word of a phrase."""
    cues = lexicon.cues
    by_form = {form: verb for verb in cues.verbs for form in (*verb.forms, *verb.sure)}
    by_lemma = {verb.lemma: verb for verb in cues.verbs if " " not in verb.lemma}
    phrases = {}
    for verb in cues.verbs:
        first, *rest = verb.lemma.split()
        if rest:
            phrases[rest[-1]] = ((first, *rest), verb)
    prepositions: dict[str, list[tuple[tuple[str, ...], CueKind]]] = {}
    kinds: list[tuple[tuple[str, ...], CueKind]] = [
        (cues.prepositions, "preposition"),
        (cues.opinion_prepositions, "opinion"),
    ]
    for words, kind in kinds:
        for phrase in words:
            parts = tuple(phrase.replace("'", "' ").split())
            prepositions.setdefault(parts[0], []).append((parts, kind))
    for entries in prepositions.values():
        entries.sort(key=lambda e: -len(e[0]))
    return CueWords(by_form, by_lemma, phrases, prepositions, frozenset(cues.not_sources), lexicon)


@lru_cache(maxsize=100_000)
def _entry(form: str, lexicon: Lexicon) -> CueVerb | None:
    words = cue_words(lexicon)
    known = words.by_form.get(form)
    return known or next((words.by_lemma[v] for v in verb_lemmas(form, lexicon.language) if v in words.by_lemma), None)


def find_cues(doc: Doc, lexicon: Lexicon) -> list[Cue]:
    """Return every cue of a text, in order: verbs that may report, prepositions that introduce a source."""
    words = cue_words(lexicon)
    out: list[Cue] = []
    for token in doc:
        if token.is_punct or token.is_space:
            continue
        cue = _preposition(doc, token, words) or _phrase(token, words) or _verb(token, words)
        if cue:
            out.append(cue)
    return out


def uncrowded(cues: list[Cue], doc: Doc) -> list[Cue]:
    """Leave out sentences of more cues than anybody writes: each cue looks at all those behind it."""
    sentences = [doc[cue.head].sent.start for cue in cues]
    counts = Counter(sentences)
    return [cue for cue, sentence in zip(cues, sentences, strict=True) if counts[sentence] <= _CROWDED]


def _low(token: Token) -> str:
    return token.lower_.replace("’", "'")


def _preposition(doc: Doc, token: Token, words: CueWords) -> Cue | None:
    for parts, kind in words.prepositions.get(_low(token), ()):
        last = token.i + len(parts) - 1
        if last >= len(doc) - 1 or any(_low(doc[token.i + k]) != part for k, part in enumerate(parts)):
            continue
        if any(t.lower_ in words.not_sources for t in doc[last + 1 : last + 3]):
            return None
        return Cue(kind, (token.i, last), last)
    return None


def _phrase(token: Token, words: CueWords) -> Cue | None:
    """Find a verb of several words (`mettre en garde`, `faire savoir`) by its last word."""
    entry = words.phrases.get(_low(token))
    if entry is None:
        return None
    parts, verb = entry
    first = token.i - len(parts) + 1
    at = first
    while at >= max(0, first - 3):
        head = token.doc[at]
        if parts[0] in verb_lemmas(head.lower_, words.lexicon.language) and head.pos_ in {"VERB", "AUX"}:
            middle = [t.lower_ for t in token.doc[at + 1 : token.i] if t.pos_ not in {"ADV", "PRON", "PUNCT"}]
            if middle == list(parts[1:-1]):
                cue = _as_verb(head, verb, words)
                return cue and cue._replace(tokens=(cue.tokens[0], token.i))
        at -= 1
    return None


def _verb(token: Token, words: CueWords) -> Cue | None:
    verb = words.entry(token.lower_)
    if verb is None:
        return None
    if token.pos_ not in {"VERB", "AUX"} and token.lower_ in verb.sure:
        return Cue("verb", (token.i, token.i), token.i, verb, mistaken=True)
    if token.pos_ not in {"VERB", "AUX"} and not (_has_auxiliary(token) or _follows_quotation(token)):
        return None
    return _as_verb(token, verb, words)


def _has_auxiliary(token: Token) -> bool:
    return any(c.dep_ in AUXILIARIES - {"cop"} for c in token.lefts)


def _follows_quotation(token: Token) -> bool:
    """Say whether a closing mark and a comma stand before, auxiliaries between: there a word is a verb by any tag."""
    first = token.i
    while first > max(0, token.i - _GROUP) and token.doc[first - 1].pos_ in {"AUX", "ADV", "PRON"}:
        first -= 1
    before = token.doc[max(0, first - 2) : first].text.strip()
    return before.endswith(("»,", "”,", '",', "» ,", "»", "”"))


def _as_verb(token: Token, verb: CueVerb, words: CueWords) -> Cue | None:
    """Return the cue of a verb in a form that can report; None for one that can't."""
    if verb.reflexive and not is_reflexive(token, words.lexicon):
        return None
    form = token.morph.get("VerbForm", [])
    group = _turned(token, words.lexicon)
    if is_finite(token):
        passive = any(c.dep_ == "aux:pass" for c in token.lefts) and not is_reflexive(token, words.lexicon)
        if passive and not any(c.dep_ == "obl:agent" for c in token.children):
            return None
        return Cue("verb", group, token.i, verb, passive)
    if "Inf" in form:
        if verb.stance in {"confirm", "deny"} and _without(token, words.lexicon):
            return Cue("participle", group, token.i, verb)
        return Cue("verb", group, token.i, verb) if _is_governed(token, words) else None
    if token.morph.get("Tense", []) == ["Pres"]:
        return Cue("participle", group, token.i, verb)
    if any(c.dep_ == "obl:agent" for c in token.children):
        return Cue("participle", group, token.i, verb, passive=True)
    shares = token.dep_ == "conj" and token.head.pos_ in {"VERB", "AUX"} and is_finite(token.head)
    inverted = token.i + 1 < len(token.doc) and _auxiliary_before(token, words.lexicon)
    return Cue("verb", group, token.i, verb) if shares or inverted else None


def _turned(token: Token, lexicon: Lexicon) -> Range:
    """Return the group of a verb from its negation on, that of the verb it hangs on included (`ne peut pas nier`)."""
    first, last = verb_group(token)
    hangs = "Inf" in token.morph.get("VerbForm", []) and token.dep_ in {"xcomp", "dep", "acl"}
    verbs = [token, *([token.head] if hangs else [])]
    verbs += [c for verb in verbs for c in verb.lefts if c.dep_ in AUXILIARIES]
    negators = [c.i for verb in verbs for c in verb.lefts if c.lower_.replace("’", "'") in lexicon.hedges.negators]
    near = [i for i in negators if i >= first - _NEGATED]
    behind = token.doc[last + 1 : last + 2].text.lower() if near else ""
    return min([first, *near]), last + (behind in lexicon.hedges.negations)


def _is_governed(token: Token, words: CueWords) -> bool:
    """Say whether an infinitive hangs on a verb with a subject (`ne peut pas confirmer`) that is no cue itself."""
    being = [c for c in token.head.lefts if c.dep_ == "cop"]  # `n'est pas en mesure de confirmer`
    told = any(c.dep_ in SUBJECTS for t in (token.head, *being) for c in t.children)
    if not told or not (token.dep_ == "xcomp" or (being and token.dep_ in {"dep", "acl"})):
        return False
    governor = words.entry(token.head.lower_)
    return governor is None or "inf" not in governor.frames


def _without(token: Token, lexicon: Lexicon) -> bool:
    """Say whether an infinitive is refused by what marks it (`sans confirmer`), or goes with one that is."""
    marked = [token, token.head] if token.dep_ == "conj" else [token]
    return any(c.lower_ in lexicon.hedges.refusals for t in marked for c in t.lefts)


def is_reflexive(token: Token, lexicon: Lexicon) -> bool:
    """Say whether a reflexive pronoun stands before a verb."""
    before = token.doc[max(0, token.i - 5) : token.i]
    return any(t.lower_.replace("’", "'") in lexicon.syntax.reflexives for t in before)


def _auxiliary_before(token: Token, lexicon: Lexicon) -> bool:
    """Say whether an auxiliary stands close before a participle, pronouns and adverbs between."""
    for other in reversed(token.doc[max(0, token.i - 4) : token.i]):
        if other.pos_ == "AUX" or other.lower_ in lexicon.syntax.auxiliaries:
            return True
        if other.pos_ not in {"PRON", "ADV", "PUNCT"}:
            return False
    return False
