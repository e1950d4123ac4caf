"""A statement's words, looked up once, and what the lexicon says of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from selon.annotation.statements.cues import cue_words
from selon.annotation.statements.reading import Reading, Said
from selon.annotation.statements.words import dictionary_form, folded
from selon.lexicon import Lexicon
from selon.model import Stance

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_BEFORE = 5  # tokens in front of a cue in which its negation or its modal verb stands
_BEHIND = 3  # and behind it
_TOKENS = 200  # tokens of a content that are looked at: time doesn't grow with a speech of three pages
_COMMENT = "commenter"  # refusing to do it says no more than refusing to confirm


class Wording(NamedTuple):
    """A statement with the tokens of its content, their dictionary forms and their numbers."""

    said: Said
    reading: Reading
    content: list[Span]
    lemmas: list[list[str]]
    inside: frozenset[int]

    def around(self, first: int, end: int) -> list[Token]:
        """Return the tokens from `first` to before `end` that are none of the content's."""
        doc = self.reading.doc
        return [doc[i] for i in range(max(0, first), min(end, len(doc))) if i not in self.inside]

    def dictionary(self, tokens: Iterable[Token]) -> list[str]:
        """Return the dictionary forms of some tokens."""
        return _dictionary(tokens, self.reading.lexicon.language)


def wording_of(said: Said, reading: Reading) -> Wording:
    """Return a statement with its tokens."""
    doc, language = reading.doc, reading.lexicon.language
    cut = (doc.char_span(span.start, span.end, alignment_mode="expand") for span in said.content)
    content = [tokens[:_TOKENS] for tokens in cut if tokens is not None and len(tokens)]
    inside = frozenset(i for tokens in content for i in range(tokens.start, tokens.end))
    return Wording(said, reading, content, [_dictionary(tokens, language) for tokens in content], inside)


def verdict_of(wording: Wording) -> Stance:
    """Return the stance by the lexicon alone.

    A cue that is turned round (`ne confirme pas`, `ne peut pas confirmer`, `sans confirmer`) is `uncertain`, and
    so is a doubt that is owned (`reconnaît ne pas savoir`). A cue that only says leaves the word to the content.
    """
    stance = cue_stance(wording) or "affirm"
    if (stance in {"confirm", "deny"} and is_turned_round(wording)) or refuses_to_tell(wording):
        return "uncertain"
    if stance not in {"affirm", "confirm"}:
        return stance
    for attitude in attitudes_of(wording):
        if stance == "affirm" or attitude == "uncertain":
            return attitude
    return stance


def cue_stance(wording: Wording) -> Stance | None:
    """Return the lexicon's stance of the cue; None when there is no cue or the lexicon has it not."""
    cue, doc, lexicon = wording.said.cue, wording.reading.doc, wording.reading.lexicon
    if cue is None:
        return None
    words = cue_words(lexicon)
    low = [folded(t.text) for t in doc[cue[0] : cue[1] + 1]]
    parts, phrase = words.phrases.get(low[-1], ((), None))
    if phrase and low[1 - len(parts) :] == list(parts[1:]):
        return phrase.stance
    verb = words.entry(folded(doc[wording.said.anchor].text))
    return verb.stance if verb else _nouns(lexicon).get(low[-1])


def is_turned_round(wording: Wording) -> bool:
    """Say whether the cue is negated (`ne confirme pas`) or refused (`sans confirmer`, `refuse de confirmer`)."""
    said, hedges = wording.said, wording.reading.lexicon.hedges
    if said.cue is None:
        return False
    first = max(wording.reading.doc[said.anchor].sent.start, said.cue[0] - _BEFORE)
    before, behind = wording.around(first, said.anchor), wording.around(said.anchor + 1, said.cue[1] + _BEHIND)
    words = [folded(t.text) for t in before]
    negated = any(w in hedges.negators for w in words) and any(
        w in hedges.negations for w in (*words, *(folded(t.text) for t in behind))
    )
    return negated or any(w in hedges.refusals for w in (*words, *wording.dictionary(before)))


def attitudes_of(wording: Wording) -> list[Stance]:
    """Return the stances of the wordings of `hedges.toml` that stand in the content, in the order of that file."""
    known = _attitudes(wording.reading.lexicon)
    found = set()
    for tokens in wording.content:
        words = [folded(t.text) for t in tokens]
        for at, word in enumerate(words):
            for phrase, stance in known.get(word, ()):
                if words[at : at + len(phrase)] == phrase:
                    found.add(stance)
    return [stance for stance in wording.reading.lexicon.hedges.attitudes if stance in found]


def refuses_to_tell(wording: Wording) -> bool:
    """Say whether the speaker won't confirm, deny or comment (`refuse de commenter`, `ne souhaite pas confirmer`)."""
    said, lexicon = wording.said, wording.reading.lexicon
    if said.cue is None:
        return False
    (lemma,) = wording.dictionary([wording.reading.doc[said.anchor]])
    return (lemma in lexicon.hedges.refusals or is_turned_round(wording)) and _tells(wording)


def _tells(wording: Wording) -> bool:
    """Say whether a content opens with confirming, denying or commenting."""
    words = cue_words(wording.reading.lexicon)
    for verb in wording.lemmas[0][:3] if wording.lemmas else ():
        entry = words.by_lemma.get(verb)
        if verb == _COMMENT or (entry and entry.stance in {"confirm", "deny"}):
            return True
    return False


def _dictionary(tokens: Iterable[Token], language: str) -> list[str]:
    return [_form(token.text, token.pos_, language) for token in tokens]


_form = lru_cache(maxsize=50_000)(dictionary_form)


@cache
def _nouns(lexicon: Lexicon) -> dict[str, Stance]:
    return {noun.lemma: noun.stance for noun in lexicon.cues.nouns}


@cache
def _attitudes(lexicon: Lexicon) -> dict[str, list[tuple[list[str], Stance]]]:
    out: dict[str, list[tuple[list[str], Stance]]] = {}
    for stance, phrases in lexicon.hedges.attitudes.items():
        for phrase in phrases:
            words = phrase.replace("'", "' ").split()
            out.setdefault(words[0], []).append((words, stance))
    return out
