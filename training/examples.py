"""What the network learns from: features of an article's tokens, its anchors, and the roles around each of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from selon.annotation.assembly import pipeline
from selon.annotation.draft import Draft
from selon.annotation.statements.features import Features, features_of
from selon.annotation.statements.network import CONTENT, CUE, NEITHER, SOURCE, numbered
from selon.annotation.statements.reading import reading_of
from selon.annotation.statements.surroundings import AFTER, BEFORE, WINDOW
from selon.annotation.statements.words import STANCES, Vocabulary, Words, dictionary_form, folded
from selon.clean import clean
from selon.lexicon import load
from selon.model import Stance
from selon.read import from_text
from training.corpus import Annotated

LANGUAGE = "fr"
_EARLIER = {"quotes", "dates", "parse", "mentions"}


class Example(NamedTuple):
    """One article: `anchors` token numbers, `roles` a row of WINDOW roles for each, `stances` a number for each."""

    article: Annotated
    draft: Draft
    words: list[str]
    features: Features
    anchors: list[int]
    roles: npt.NDArray[np.int64]
    stances: list[int]


def drafted(article: Annotated) -> Draft:
    """Return the draft of an article as far as the network needs it."""
    lexicon = load(LANGUAGE)
    cleaned = clean(from_text(article.text, path=f"{article.id}.txt"), lexicon)
    text, offsets = cleaned.reading()
    draft = Draft(article=cleaned, lexicon=lexicon, text=text, offsets=offsets)
    for stage in pipeline().stages:
        if stage.name in _EARLIER:
            stage.run(draft)
    return draft


class Marked(NamedTuple):
    """An annotated statement in token numbers of a draft, sorted; `anchor` is the token it is read from."""

    anchor: int
    source: list[int]
    cue: list[int]
    content: list[int]
    stance: Stance


def marked(article: Annotated, draft: Draft) -> Iterator[Marked]:
    """Yield the statements of an article. Those that were cleaned away with furniture are left out."""
    places = _received(draft)
    starts = [start for start, _ in places]
    for statement in article.statements:
        content = [t for span in statement["content"] for t in _tokens(span, places, starts)]
        cue, source = (_tokens(statement[part], places, starts) for part in ("cue", "source"))
        if content:
            anchor = _anchor(draft.tokens, cue) if cue else content[0]
            yield Marked(anchor, source, cue, content, statement["stance"])


def example(article: Annotated, draft: Draft, words: Words) -> Example:
    """Return what is learnt from an article; of two statements with one anchor the first."""
    anchors, roles, stances = [], [], []
    for one in marked(article, draft):
        if one.anchor not in anchors:
            anchors.append(one.anchor)
            roles.append(_roles(one))
            stances.append(STANCES.index(one.stance))
    features = features_of(reading_of(draft), draft.quotes, draft.actors, words)
    rows = np.array(roles, dtype=np.int64).reshape(len(anchors), WINDOW)
    return Example(article, draft, [t.text for t in draft.tokens], features, anchors, rows, stances)


def vocabulary_of(drafts: Iterable[Draft], least: int) -> Vocabulary:
    """Return the words and dictionary forms that stand at least so often in the articles, commonest first."""
    words: Counter[str] = Counter()
    lemmas: Counter[str] = Counter()
    for draft in drafts:
        words.update(folded(token.text) for token in draft.tokens)
        lemmas.update(dictionary_form(token.text, token.pos_, LANGUAGE) for token in draft.tokens)
    return Vocabulary(numbered(_kept(words, least)), numbered(_kept(lemmas, least)))


def _kept(counts: Counter[str], least: int) -> list[str]:
    kept = (word for word, count in counts.items() if count >= least and word.strip() and "\n" not in word)
    return sorted(kept, key=lambda word: (-counts[word], word))


def _received(draft: Draft) -> list[tuple[int, int]]:
    """Return where each token stands in the text as received; inserted ones have no width."""
    out = []
    last = 0
    for token in draft.tokens:
        piece = [p for p in draft.offsets.pieces if p.clean <= token.idx < p.clean + p.length]
        start = token.idx - piece[0].clean + piece[0].received if piece else last
        last = start + len(token) if piece else last
        out.append((start, last))
    return out


def _tokens(span: list[int] | None, places: list[tuple[int, int]], starts: list[int]) -> list[int]:
    if span is None:
        return []
    at = max(0, bisect_left(starts, span[0] + 1) - 1)
    out = []
    while at < len(places) and places[at][0] < span[1]:
        if places[at][1] > span[0] and places[at][1] > places[at][0]:
            out.append(at)
        at += 1
    return out


def _anchor(doc: Any, cue: list[int]) -> int:
    """Return the head of a cue: the last verb that hangs on nothing inside it, else its last word that does."""
    inside = set(cue)
    tops = [t for t in cue if doc[t].head.i not in inside or doc[t].head.i == t] or cue
    verbs = [t for t in tops if doc[t].pos_ in {"VERB", "AUX"}]
    words = [t for t in tops if doc[t].pos_ not in {"ADV", "PUNCT", "SPACE"}]
    return (verbs or words or tops)[-1]


def _roles(one: Marked) -> npt.NDArray[np.int64]:
    out = np.full(WINDOW, NEITHER, dtype=np.int64)
    for tokens, role in ((one.content, CONTENT), (one.source, SOURCE), (one.cue, CUE)):
        for token in tokens:
            inside = role == CUE and len(one.cue) > 2 and token in one.content
            if -BEFORE <= token - one.anchor <= AFTER and not inside:
                out[token - one.anchor + BEFORE] = role
    return out
