"""What the wording of a statement shows of its speaker's attitude: features with names that can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from selon.annotation.grammar import SUBJECTS
from selon.annotation.statements.forms import form_of
from selon.annotation.statements.wordings import Wording
from selon.annotation.statements.words import folded

_NEAR = 3  # tokens on each side of a cue that are looked at one by one
_OPENING = 3  # words with which a content opens
_SOURCE = 6  # words of a source that are looked at
_LONGEST = 6  # a power of two, from which all contents count as equally long
_VERBS = frozenset({"VERB", "AUX"})
_MARKS = "?!…"
_DIGIT = re.compile(r"\d")


def shown_by(wording: Wording) -> list[str]:
    """Return the features of a statement, each once, in the same order each time."""
    found = [f"rule {wording.verdict}"]
    found += (*_by_cue(wording), *_by_source(wording), *_by_content(wording), *_by_main_word(wording))
    return list(dict.fromkeys(found))


def _by_cue(wording: Wording) -> Iterator[str]:
    said, reading = wording.said, wording.reading
    if said.cue is None:
        yield "cue none"
        return
    first, last = said.cue
    anchor = reading.doc[said.anchor]
    group = wording.dictionary(reading.doc[first : last + 1])
    (lemma,) = wording.dictionary([anchor])
    before = wording.dictionary(wording.around(first - _NEAR, first))
    reflexive = anchor.pos_ in _VERBS and any(w in reading.words.reflexives for w in before)
    yield f"cue {'se ' if reflexive else ''}{lemma}"
    yield f"cue part {anchor.pos_}"
    if anchor.pos_ in _VERBS:
        yield from (f"cue {trait}" for trait in _traits(str(anchor.morph)))
    if last > first:
        yield f"cue {' '.join(group)}"
        yield from (f"in cue {word}" for word in group)
    yield from (f"before cue {word}" for word in before)
    yield from (f"behind cue {word}" for word in wording.dictionary(wording.around(last + 1, last + 1 + _NEAR)))
    stance = wording.cue_stance
    yield f"cue stance {stance}"
    if wording.is_turned_round:
        yield f"cue turned round {stance}"
    if wording.refuses_to_tell:
        yield "cue refuses to tell"
    if wording.content:
        yield "content behind" if wording.content[0].start > last else "content before"


def _by_source(wording: Wording) -> Iterator[str]:
    if wording.said.source is None:
        yield "source none"
        return
    first, last = wording.said.source
    yield f"source part {wording.reading.doc[first].pos_}"
    words = wording.dictionary(wording.reading.doc[first : min(last + 1, first + _SOURCE)])
    yield from (f"source {word}" for word in words)


def _by_content(wording: Wording) -> Iterator[str]:
    said, reading = wording.said, wording.reading
    yield f"form {form_of(reading.text, said.content, reading.quotes)}"
    yield f"length {min(_LONGEST, sum(map(len, wording.lemmas)).bit_length())}"
    yield from (f"attitude {stance}" for stance in wording.attitudes)
    for tokens, lemmas in zip(wording.content, wording.lemmas, strict=True):
        yield from (f"says {word}" for word in lemmas)
        yield from (f"says {one} {other}" for one, other in pairwise(lemmas))
        for token in tokens:
            if token.pos_ in _VERBS:
                yield from (f"says {trait}" for trait in _traits(str(token.morph)))
    texts = [reading.text[span.start : span.end + 2] for span in said.content]
    yield from (f"mark {mark}" for mark in _MARKS if any(mark in text for text in texts))
    if any(_DIGIT.search(text) for text in texts):
        yield "digits"


def _by_main_word(wording: Wording) -> Iterator[str]:
    """Yield how a content opens and what its main verb or noun is."""
    if not wording.content:
        return
    tokens = wording.content[0]
    opening = [(w, t.pos_) for w, t in zip(wording.lemmas[0], tokens, strict=True) if t.pos_ not in {"PUNCT", "SPACE"}]
    words = [word for word, _ in opening[:_OPENING]]
    yield from (f"opens {' '.join(words[: n + 1])}" for n in range(len(words)))
    yield f"opens {' '.join(part for _, part in opening[:2])}"
    root = tokens.root
    yield f"main {wording.lemmas[0][root.i - tokens.start]}"
    yield f"main {root.pos_} {root.dep_}"
    finite = [t for t in (root, *root.lefts) if "Mood=" in str(t.morph)]
    yield from (f"main {trait}" for trait in (_traits(str(finite[0].morph)) if finite else ("not finite",)))
    for child in root.lefts:
        if child.dep_ in SUBJECTS:
            yield f"main subject {folded(child.text)}"
        elif folded(child.text) in wording.reading.lexicon.hedges.negators:
            yield "main negated"


@lru_cache(maxsize=10_000)
def _traits(morphology: str) -> tuple[str, ...]:
    """Return mood and tense of a verb, with its person and without: `IndFut`, `IndFut 1`."""
    traits = dict(trait.split("=", 1) for trait in morphology.split("|") if "=" in trait)
    if "Mood" not in traits:
        return (f"{traits.get('VerbForm', '')}{traits.get('Tense', '')}",)
    mood = traits["Mood"] + (traits.get("Tense", "") if traits["Mood"] == "Ind" else "")
    return mood, f"{mood} {traits.get('Person', '')}"
