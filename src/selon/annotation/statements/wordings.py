"""A statement's words, looked up once, and what the lexicon says of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

from selon.annotation.statements.cues import cue_words, is_reflexive
from selon.annotation.statements.reading import Reading, Said
from selon.annotation.statements.words import dictionary_form, folded
from selon.lexicon import Lexicon
from selon.model import Stance

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_BEFORE = 5  # tokens in front of a cue in which its negation or its modal verb stands
_BEHIND = 3  # and behind it
_OPENING = 3  # tokens with which a content opens
_TOKENS = 200  # tokens of a content that are looked at: time doesn't grow with a speech of three pages
_COMMENT = "commenter"  # refusing to do it says no more than refusing to confirm


@dataclass(frozen=True, eq=False)
class Wording:
    """A statement with the tokens of its content, their dictionary forms and their numbers."""

    said: Said
    reading: Reading
    content: list[Span]
    lemmas: list[list[str]]
    inside: frozenset[int]

    @cached_property
    def verdict(self) -> Stance:
        """The stance by the lexicon alone.

        A cue that is turned round (`ne confirme pas`, `ne peut pas confirmer`, `sans confirmer`) is `uncertain`, and
        so is a doubt that is owned (`reconnaît ne pas savoir`). A cue that only says leaves the word to the content.
        """
        stance = self.cue_stance or "affirm"
        if (stance in {"confirm", "deny"} and self.is_turned_round) or self.refuses_to_tell:
            return "uncertain"
        if stance not in {"affirm", "confirm"}:
            return stance
        for attitude in self.attitudes:
            if stance == "affirm" or attitude == "uncertain":
                return attitude
        return stance

    @cached_property
    def cue_stance(self) -> Stance | None:
        """The lexicon's stance of the cue; None when there is no cue or the lexicon has it not."""
        cue, doc, lexicon = self.said.cue, self.reading.doc, self.reading.lexicon
        if cue is None:
            return None
        words = cue_words(lexicon)
        low = [folded(t.text) for t in doc[cue[0] : cue[1] + 1]]
        parts, phrase = words.phrases.get(low[-1], ((), None))
        if phrase and low[1 - len(parts) :] == list(parts[1:]):
            return phrase.stance
        verb = words.entry(folded(doc[self.said.anchor].text))
        if verb and verb.reflexive and not is_reflexive(doc[self.said.anchor], lexicon):
            return None  # who defends a measure denies nothing
        return verb.stance if verb else _nouns(lexicon).get(low[-1])

    @cached_property
    def is_turned_round(self) -> bool:
        """Whether the cue is negated (`ne confirme pas`) or refused (`sans confirmer`, `refuse de confirmer`)."""
        said, hedges = self.said, self.reading.lexicon.hedges
        if said.cue is None:
            return False
        before = self.around(self._in_sentence(said.cue[0] - _BEFORE), said.anchor)
        behind = self.around(said.anchor + 1, said.cue[1] + _BEHIND)
        words = [folded(t.text) for t in before]
        if any(w in hedges.refusals for w in (*words, *self.dictionary(before))):
            return True
        opening = (t for tokens in self.content[:1] for t in tokens[:_OPENING])  # `n'exclut « aucune hypothèse »`
        all_words = (*words, *(folded(t.text) for t in (*behind, *opening)))
        return any(w in hedges.negators for w in words) and any(w in hedges.negations for w in all_words)

    @cached_property
    def refuses_to_tell(self) -> bool:
        """Whether the speaker won't confirm, deny or comment (`refuse de commenter`, `ne souhaite pas confirmer`)."""
        if self.said.cue is None or not self._tells():
            return False
        (lemma,) = self.dictionary([self.reading.doc[self.said.anchor]])
        return lemma in self.reading.lexicon.hedges.refusals or self.is_turned_round

    @cached_property
    def attitudes(self) -> list[Stance]:
        """The stances of the wordings of `hedges.toml` that stand in the content, in the order of that file."""
        known = _attitudes(self.reading.lexicon)
        found = set()
        for tokens in self.content:
            words = [folded(t.text) for t in tokens]
            for at, word in enumerate(words):
                for phrase, stance in known.get(word, ()):
                    if words[at : at + len(phrase)] == phrase:
                        found.add(stance)
        return [stance for stance in self.reading.lexicon.hedges.attitudes if stance in found]

    def around(self, first: int, end: int) -> list[Token]:
        """Return the tokens from `first` to before `end` that are none of the content's."""
        doc = self.reading.doc
        return [doc[i] for i in range(max(0, first), min(end, len(doc))) if i not in self.inside]

    def dictionary(self, tokens: Iterable[Token]) -> list[str]:
        """Return the dictionary forms of some tokens."""
        return _dictionary(tokens, self.reading.lexicon.language)

    def _in_sentence(self, first: int) -> int:
        """Return the first token from `first` on that stands in the anchor's sentence."""
        doc, at = self.reading.doc, self.said.anchor
        while at > max(0, first) and not doc[at].is_sent_start:
            at -= 1
        return at

    def _tells(self) -> bool:
        """Say whether a content opens with confirming, denying or commenting."""
        entries = cue_words(self.reading.lexicon).by_lemma
        for verb in self.lemmas[0][:_OPENING] if self.lemmas else ():
            if verb == _COMMENT or (verb in entries and entries[verb].stance in {"confirm", "deny"}):
                return True
        return False


def wording_of(said: Said, reading: Reading) -> Wording:
    """Return a statement with its tokens."""
    doc, language = reading.doc, reading.lexicon.language
    cut = (doc.char_span(span.start, span.end, alignment_mode="expand") for span in said.content)
    content = [tokens[:_TOKENS] for tokens in cut if tokens is not None and len(tokens)]
    inside = frozenset(i for tokens in content for i in range(tokens.start, tokens.end))
    return Wording(said, reading, content, [_dictionary(tokens, language) for tokens in content], inside)


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
