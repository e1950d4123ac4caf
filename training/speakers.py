"""Learn the weights by which speakers are ranked: `python -m training.speakers`.

For each statement whose source does not name its speaker, the candidates are those that the package itself finds,
and right are those whose name is that of the annotation. Weights maximise the likelihood of the right candidates
together (a softmax over the candidates of a statement), one table for each manner of source. For every other
statement who spoke before is told as annotated, for the rest as the package reads it, so that one mistake does not
lead to the next. Takes five minutes; the same articles give the same weights.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from selon.annotation import Draft, parse
from selon.annotation.actors import features, mentions, ranking, speakers
from selon.annotation.actors.features import Candidate
from selon.annotation.actors.sought import Manner, Sought
from selon.lexicon import load
from selon.model import Article, Statement
from selon.text.naming import name_key
from training.corpus import Annotated, annotated

OUTPUT = Path(ranking.__file__).with_name("weights.json")
DECAY = 3.0  # of the squared weights, per manner; from 1 to 6 held-out articles score the same
STEPS = 250
RATE = 0.1
RARE = 3  # a feature seen less often has no weight
LEAST = 0.02  # a smaller weight is none
ALONE = frozenset({"le", "la", "les", "l", "d", "de", "du", "des", "un", "une"})
PART = "n"  # ends the id of the later part of an article: whom it names may stand in the part before
MANNERS: tuple[Manner, ...] = ("pronoun", "latter", "impersonal", "floating", "description")


class Example(NamedTuple):
    """The features of each candidate of one statement, and which candidates are right."""

    manner: Manner
    features: list[list[str]]
    right: list[bool]


def alike(one: str, other: str) -> bool:
    """Say whether half of the words of the shorter name stand in the other one."""
    a, b = (set(name_key(n).split()) - ALONE for n in (one, other))
    return len(a & b) / min(len(a), len(b)) >= 0.5 if a and b else a == b


def examples_of(article: Annotated) -> Iterator[Example]:
    """Yield the examples of an article, in order of the text."""
    text, offsets = Article(id="a-training", text=article.text).reading()
    draft = Draft(Article(id="a-training", text=article.text), load(), text, offsets)
    fields = ("source", "cue", "content", "form", "stance")
    draft.statements = [
        msgspec.convert({k: s[k] for k in fields} | {"id": str(i)}, Statement) for i, s in enumerate(article.statements)
    ]
    parse.STAGE.run(draft)
    mentions.STAGE.run(draft)
    reader = _Watched(draft)
    order = sorted(range(len(draft.statements)), key=lambda i: speakers.place_of(draft.statements[i]))
    for i in order:
        yield from reader.examples(draft.statements[i], article.statements[i]["speaker"], told=i % 2 == 0)


class _Watched(speakers.Reader):
    """Reads speakers as the package does, and keeps what was weighed."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self.weighed: list[tuple[Sought, Sequence[Candidate], str]] = []

    def choose(self, sought: Sought, candidates: Sequence[Candidate], sense: str) -> Candidate | None:
        self.weighed.append((sought, candidates, sense))
        return super().choose(sought, candidates, sense)

    def examples(self, statement: Statement, speaker: str, *, told: bool) -> Iterator[Example]:
        self.weighed.clear()
        actor = self.speaking(statement)
        for sought, candidates, sense in self.weighed:
            right = [self._right(c, speaker) for c in candidates]
            yield Example(sought.manner, [list(features.features(sought, c, sense)) for c in candidates], right)
            named = [c.actor for c, r in zip(candidates, right, strict=True) if r and c.traits is not None]
            if told and named and actor not in named:
                actor = max(named, key=lambda a: (self.voices.actors[a].name[0].isupper(), -a))
        if actor is not None:
            self.casting.spoke(actor, speakers.place_of(statement))

    def _right(self, candidate: Candidate, speaker: str) -> bool:
        if candidate.traits is None or not speaker:
            return candidate.traits is None and not speaker
        return alike(speaker, self.voices.actors[candidate.actor].name)


def learn(examples: Sequence[Example]) -> dict[str, float]:
    """Return the weights of one manner's features, by Adam on all examples at once."""
    useful = [e for e in examples if any(e.right) and not all(e.right)]
    seen = Counter(f for e in useful for candidate in e.features for f in set(candidate))
    names = [f for f, count in sorted(seen.items()) if count >= RARE]
    index = {f: i for i, f in enumerate(names)}
    flat = [(g, c) for g, e in enumerate(useful) for c in zip(e.features, e.right, strict=True)]
    group = np.array([g for g, _ in flat])
    right = np.array([r for _, (_, r) in flat])
    pairs = np.array([(row, index[f]) for row, (_, (found, _)) in enumerate(flat) for f in found if f in index])
    weights, mean, square = (np.zeros(len(names)) for _ in range(3))
    starts = np.flatnonzero(np.r_[True, group[1:] != group[:-1]])
    for step in range(1, STEPS + 1):
        scores = np.bincount(pairs[:, 0], weights=weights[pairs[:, 1]], minlength=len(flat))
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        wanted = odds * right
        error = odds / np.bincount(group, odds)[group] - wanted / np.bincount(group, wanted)[group]
        slope = np.bincount(pairs[:, 1], weights=error[pairs[:, 0]], minlength=len(names)) + DECAY * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        rate = RATE if step < STEPS * 0.6 else RATE / 5
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return {f: round(float(w), 2) for f, w in zip(names, weights, strict=True) if abs(w) >= LEAST}


def main() -> None:
    """Read the articles, learn, write the weights into the package."""
    examples = [e for article in annotated() if not article.id.endswith(PART) for e in examples_of(article)]
    table = {manner: learn([e for e in examples if e.manner == manner]) for manner in MANNERS}
    OUTPUT.write_text(json.dumps(table, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
