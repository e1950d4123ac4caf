"""Train the weights by which stances are told: `python -m training.stances [--folds N] [--output WEIGHTS]`.

A multinomial logistic regression over what the wording of a statement shows, learnt from the statements of the
annotated articles as their readers marked them. The same articles give the same weights. With --folds the articles
are first cut into so many parts, each judged by weights that are learnt from the others. The last lines say how well
the weights do on gold/dev and gold/seeds, which were not trained on, when statements are found without a fault.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from selon.annotation.draft import Draft
from selon.annotation.grammar import span_of
from selon.annotation.statements.attitudes import shown_by
from selon.annotation.statements.decoding import runs
from selon.annotation.statements.reading import Said, reading_of
from selon.annotation.statements.stances import RARE, STANCES, UNIT
from selon.annotation.statements.wordings import wording_of
from training.corpus import Annotated, annotated, gold
from training.descent import Reals, regression
from training.examples import LANGUAGE, Marked, drafted, marked

OUTPUT = Path(__file__).parents[1] / f"src/selon/annotation/statements/weights/stances.{LANGUAGE}.json"
LEAST = 3
"""Features of fewer statements are left out."""
DECAY = 5.0
"""How much the squares of weights count against the likelihood of the statements. In folds, 1 to 12 do as well."""
SURE = ("rule ", "cue stance ", "cue turned round ", "attitude ", "form ")
SURE_DECAY = 1.2
"""The same for features that the lexicon gives: few, and known to mean something where examples are rare."""
ROUNDS = 60
LIGHTEST = 0.02
"""A feature none of whose weights is heavier is dropped."""


class Example(NamedTuple):
    """A statement: the article's id, what its wording shows, the lexicon's verdict and the reader's."""

    article: str
    shown: list[str]
    verdict: str
    stance: str


class Learnt(NamedTuple):
    """A row of `table` for each feature, a column for each stance; the first row counts for every statement."""

    rows: dict[str, int]
    table: Reals

    def told(self, example: Example) -> str:
        """Return the stance that is told: the lexicon's where that is a rare one, else by the weights."""
        if example.verdict in RARE:
            return example.verdict
        found = [self.rows[feature] for feature in example.shown if feature in self.rows]
        return STANCES[int(self.table[[0, *found]].sum(axis=0).argmax())]


def examples(articles: Iterable[Annotated]) -> Iterator[Example]:
    """Yield the statements of some articles. Those that were cleaned away with furniture are left out."""
    for article in articles:
        draft = drafted(article)
        reading = reading_of(draft)
        for one in marked(article, draft):
            wording = wording_of(_said(one, draft), reading)
            yield Example(article.id, shown_by(wording), wording.verdict, one.stance)


def _said(one: Marked, draft: Draft) -> Said:
    spans = tuple(span_of(draft.tokens, run) for run in runs(one.content))
    cue, source = ((part[0], part[-1]) if part else None for part in (one.cue, one.source))
    return Said(one.anchor, cue, source, spans)


def learnt(some: Sequence[Example]) -> Learnt:
    """Return the weights that some statements teach."""
    counts = Counter(feature for example in some for feature in example.shown)
    names = sorted(feature for feature, count in counts.items() if count >= LEAST)
    rows = {feature: row for row, feature in enumerate(names, 1)}
    decay = np.array([SURE_DECAY, *(SURE_DECAY if name.startswith(SURE) else DECAY for name in names)])
    shown = [[0, *(rows[feature] for feature in example.shown if feature in rows)] for example in some]
    return Learnt(rows, regression(shown, [STANCES.index(e.stance) for e in some], len(STANCES), decay, ROUNDS))


def rounded(weights: Learnt) -> Learnt:
    """Return weights in whole units, without the features that tell no stance from another."""
    table = np.rint((weights.table - weights.table.mean(axis=1, keepdims=True)) / UNIT)
    kept = [feature for feature, row in weights.rows.items() if np.abs(table[row]).max() * UNIT >= LIGHTEST]
    rows = {feature: row for row, feature in enumerate(kept, 1)}
    return Learnt(rows, table[[0, *(weights.rows[feature] for feature in kept)]])


def right(weights: Learnt, some: Sequence[Example]) -> str:
    """Return how many statements the weights, and the lexicon alone, tell right, in per cent, and of each stance."""
    told = [weights.told(example) for example in some]
    of_each = Counter(e.stance for e, t in zip(some, told, strict=True) if e.stance == t)
    wanted, given = Counter(e.stance for e in some), Counter(told)
    each = ", ".join(f"{s} {of_each[s]}/{wanted[s]} wanted, {given[s]} told" for s in STANCES)
    ruled = sum(e.verdict == e.stance for e in some)
    return f"{_share(of_each.total(), len(some))} (lexicon alone {_share(ruled, len(some))}); {each}"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / max(whole, 1):.1f} %"


def in_folds(some: Sequence[Example], folds: int) -> str:
    """Return how many statements are told right by weights that were learnt from other articles."""
    articles = {name: number % folds for number, name in enumerate(dict.fromkeys(e.article for e in some))}
    hits = 0
    for fold in range(folds):
        weights = learnt([e for e in some if articles[e.article] != fold])
        hits += sum(weights.told(e) == e.stance for e in some if articles[e.article] == fold)
    return _share(hits, len(some))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    parser.add_argument("--folds", type=int, help="first measure in so many folds of the articles")
    arguments = parser.parse_args()
    some = list(examples(annotated()))
    print(f"{len(some)} statements", file=sys.stderr, flush=True)
    if arguments.folds:
        print(f"{arguments.folds} folds:", in_folds(some, arguments.folds), flush=True)
    weights = rounded(learnt(some))
    for name in ("dev", "seeds"):
        print(f"{name}:", right(weights, list(examples(gold(name)))))
    table = weights.table.astype(int).tolist()
    lines = ",\n".join(f"{json.dumps(f, ensure_ascii=False)}:{_compact(table[r])}" for f, r in weights.rows.items())
    text = f'{{"stances":{json.dumps(STANCES)},\n"all":{_compact(table[0])},\n"features":{{\n{lines}\n}}}}\n'
    arguments.output.write_text(text, encoding="utf-8")


def _compact(numbers: list[int]) -> str:
    return json.dumps(numbers, separators=(",", ":"))


if __name__ == "__main__":
    main()
