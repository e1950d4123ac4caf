"""Search in a ledger of many articles: how long it takes to find words, frequent and rare, with and without filters.

    python -m benchmarks.search --size 100000

The articles are recombined from those of $SELON_SHARED/corpora, as in `benchmarks.planted`; what is said in them is
drawn at random, without reading them. The ledger is written to a temporary folder, or kept in --ledger, where the next
run finds it. Every question is asked once; the process that asks has opened the ledger and asked one question before.
Results are written to benchmarks/results/search.md. A size of 100 000 takes ten minutes and two gigabytes.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.__main__ import machine
from benchmarks.attribution import revision
from benchmarks.planted import Words
from benchmarks.texts import ROOT, SEED, articles

from selon.model import Annotations, Article, Dating, Interval, Statement, Story, article_id, statement_id
from selon.store import Filters, Ledger
from selon.store.search import Kind
from selon.store.terms import term
from selon.text import Span

RESULTS = ROOT / "benchmarks" / "results"
BATCH = 500
SENTENCES = 16
SAID = (3, 5, 6, 8, 10, 13)
"""Which sentences of an article somebody says."""

OUTLETS = tuple(f"Journal {number}" for number in range(40))
FIRST, DAYS = dt.date(2023, 1, 1), 730
IN_A_STORY = 50
STANCES = ("affirm",) * 6 + ("deny", "confirm", "call", "judge")


class Question(NamedTuple):
    """What is sought, and the family of questions that it belongs to."""

    family: str
    words: str
    filters: Filters
    of: Kind


class Answer(NamedTuple):
    """How long a question took, in seconds of the clock and of the processor, and how many hits its page has."""

    family: str
    seconds: float
    processor: float
    hits: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark, print it and write it down."""
    given = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        place = given.ledger or Path(folder) / "ledger.db"
        words = Words(articles())
        start = time.perf_counter()
        with Ledger.open(place) as ledger:
            filled = _fill(ledger, words, given.size)
            seconds = time.perf_counter() - start
            answers = asked(ledger, questions(words, given.each))
        shown = page(answers, given.size, f"written in {seconds:.0f} s" if filled else "written before", place)
    print(shown, end="")
    given.results.mkdir(parents=True, exist_ok=True)
    (given.results / "search.md").write_text(shown, encoding="utf-8")
    return 0


def _fill(ledger: Ledger, words: Words, size: int) -> bool:
    """Bring an empty ledger to `size` articles; say whether it was empty."""
    if ledger.article_lines(1)[0]:
        return False
    stories: dict[int, list[str]] = {}
    for start in range(0, size, BATCH):
        pairs = [made(words, number) for number in range(start, min(start + BATCH, size))]
        ledger.add(pairs)
        for number, (article, _) in enumerate(pairs, start):
            stories.setdefault(number // IN_A_STORY, []).append(article.id)
        print(f"\r{start + len(pairs)} articles", end="", file=sys.stderr)
    print(file=sys.stderr)
    ledger.set_stories([Story(id=f"g-{n}", title=None, articles=tuple(ids)) for n, ids in stories.items()])
    return True


def made(words: Words, number: int) -> tuple[Article, Annotations]:
    """Return the article of a number, and what is said in it."""
    chance = random.Random(f"{SEED} search {number}")
    sentences = words.sentences(chance, SENTENCES)
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    text, path = "\n".join(sentences), f"{number:06}.txt"
    day = FIRST + dt.timedelta(chance.randrange(DAYS))
    article = Article(
        id=article_id(path, text),
        text=text,
        path=path,
        title=spans[0],
        outlet=chance.choice(OUTLETS),
        published=Dating(day, day, "explicit"),
    )
    said = tuple(_statement(words, chance, article, spans[place], day) for place in SAID)
    return article, Annotations(path=path, article=article.id, language="fr", characters=len(text), statements=said)


def _statement(words: Words, chance: random.Random, article: Article, content: Span, day: dt.date) -> Statement:
    return Statement(
        id=statement_id(article.id, None, None, (content,)),
        source=None,
        cue=None,
        content=(content,),
        form=chance.choice(("direct", "indirect", "indirect", "mixed")),
        stance=chance.choice(STANCES),
        speaker=f"{chance.choice(words.small)} {chance.choice(words.small)}".title(),
        when=Interval(day, day),
    )


def questions(words: Words, each: int) -> Iterator[Question]:
    """Yield `each` questions of every family, in turns; always the same."""
    chance = random.Random(f"{SEED} questions")
    counts = Counter(w for follower in words.after.values() for w in follower if w.isalpha() and len(w) > 3)
    ranked = list({term(word): word for word, _ in reversed(counts.most_common())}.values())[::-1]
    often, some = ranked[: max(3, len(ranked) // 500)], ranked[len(ranked) // 150 : len(ranked) // 20 + 1]
    seldom = ranked[len(ranked) // 2 :]
    month = Filters(since=FIRST + dt.timedelta(300), until=FIRST + dt.timedelta(330))
    for _ in range(each):
        one, other, third = (chance.choice(band) for band in (often, some, seldom))
        name = chance.choice(words.small)
        yield Question("one frequent word", one, Filters(), "articles")
        yield Question("one word of the middle", other, Filters(), "articles")
        yield Question("one rare word", third, Filters(), "articles")
        yield Question("three frequent words", " ".join(chance.sample(often, 3)), Filters(), "articles")
        yield Question("frequent, middle and rare", f"{one} {other} {third}", Filters(), "articles")
        yield Question("three words in a row", f'"{_row(words, chance)}"', Filters(), "articles")
        yield Question("frequent, one outlet", one, Filters(outlet=chance.choice(OUTLETS)), "articles")
        yield Question("frequent, one month", one, month, "articles")
        yield Question("frequent, one story", one, Filters(story=f"g-{chance.randrange(2)}"), "articles")
        yield Question("one month, no words", "", month, "articles")
        yield Question("frequent, statements", one, Filters(), "statements")
        yield Question("middle, statements", other, Filters(), "statements")
        yield Question("frequent, denied", one, Filters(stance="deny"), "statements")
        yield Question("everything a speaker said", "", Filters(actor=name), "statements")
        yield Question("frequent, one speaker", one, Filters(actor=name), "statements")
        yield Question("denied, no words", "", Filters(stance="deny"), "statements")


def _row(words: Words, chance: random.Random) -> str:
    while True:
        row = words.sentence(chance).split()[2:5]
        if len(row) == 3 and all(word.isalpha() and len(word) > 1 for word in row):
            return " ".join(row)


def asked(ledger: Ledger, wanted: Iterator[Question]) -> list[Answer]:
    """Ask every question once, after one that does not count."""
    ledger.search("premier")
    answers = []
    for question in wanted:
        start, used = time.perf_counter(), time.process_time()
        found = ledger.search(question.words, question.filters, question.of)
        seconds, processor = time.perf_counter() - start, time.process_time() - used
        answers.append(Answer(question.family, seconds, processor, len(found.hits)))
    return answers


def page(answers: Sequence[Answer], size: int, written: str, place: Path) -> str:
    """Return the results as a page."""
    families = dict.fromkeys(answer.family for answer in answers)
    each = len(answers) // len(families)
    megabytes = place.stat().st_size / 2**20 if place.exists() else 0
    command = f"python -m benchmarks.search --size {size} --each {each}"
    lines = [
        f"# Search in a ledger of {size:,} articles",
        "",
        f"Taken on {dt.datetime.now(dt.UTC).date().isoformat()} on {machine()}; Selon at {revision(ROOT)}.",
        f"Command: `{command}`; load average when it ended: {os.getloadavg()[0]:.1f}.",
        f"The ledger has {megabytes:,.0f} MB, {written}. Milliseconds for a page of 20 hits with its passages.",
        "",
        "| questions | median | 95 % under | slowest | processor, median | hits of a page |",
        "|---|---|---|---|---|---|",
        *(_line(family, [answer for answer in answers if answer.family == family]) for family in families),
        _line("**all**", answers),
    ]
    return "\n".join(lines) + "\n"


def _line(name: str, answers: Sequence[Answer]) -> str:
    times = sorted(1000 * answer.seconds for answer in answers)
    most = times[min(len(times) - 1, len(times) * 95 // 100)]
    hits = statistics.mean(answer.hits for answer in answers)
    processor = 1000 * statistics.median(answer.processor for answer in answers)
    return f"| {name} | {statistics.median(times):.0f} | {most:.0f} | {times[-1]:.0f} | {processor:.0f} | {hits:.1f} |"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.search", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=int, default=100_000, help="how many articles (default: 100000)")
    parser.add_argument("--each", type=int, default=20, help="questions of every family (default: 20)")
    parser.add_argument("--ledger", type=Path, metavar="FILE", help="keep the ledger here, or take the one that is")
    parser.add_argument("--results", type=Path, default=RESULTS, help="the folder for the results")
    return parser


if __name__ == "__main__":
    sys.exit(main())
