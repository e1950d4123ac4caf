"""Which articles belong together, on one stream: the seeds, the sample, gold/dev-texts and all of corpora.

    python -m benchmarks.stories

Needs $SELON_SHARED. Articles are read, cleaned and their expressions of time found; statements are not needed. The
story is held against `set` of the corpora (a keyword's match, `raw`) and against the judgements in
evaluation/stories, where articles that are partly about it count neither way; its episodes against the judgements in
evaluation/episodes: labels and episodes are assigned one to one, as well as can be, and an article is right when its
episode is that of one of its labels. `analysis`, `abroad` and `elsewhere` name no episode: an article so labelled is
right when it stands apart, in no episode with days, or outside of the story.
"""

from __future__ import annotations

import csv
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
from benchmarks.__main__ import SAMPLE, machine
from benchmarks.assigning import assigned
from benchmarks.texts import ROOT, SHARED

from selon.clean import clean
from selon.dates import find_dates
from selon.errors import InputError
from selon.lexicon import Lexicon, load
from selon.link import group
from selon.model import Annotations, Article, Story
from selon.read import from_text, read

BIG = ("gilets-jaunes-quebec.jsonl", "gilets-jaunes-algerie.jsonl")
APART = {"analysis", "abroad", "elsewhere"}
Key = tuple[str, int]


class Streamed(NamedTuple):
    """A cleaned article of the stream, and where it is from: a folder or a file, and its line."""

    corpus: str
    line: int
    article: Article


def stream(lexicon: Lexicon) -> Iterator[Streamed]:
    """Yield the articles of the stream, cleaned. Those without a text are left out."""
    for corpus, line, article in _read():
        if isinstance(article, Article):
            yield Streamed(corpus, line, clean(article, lexicon))


def _read() -> Iterator[tuple[str, int, Article | InputError]]:
    for name in ("seeds", "gold/dev-texts"):
        yield from ((name, 0, item) for item in read(sorted((SHARED / name).glob("*.txt"))))
    texts = [p for p in sorted(SAMPLE.iterdir()) if p.suffix in {".txt", ".html"}]
    yield from (("sample", 0, item) for item in read(texts))
    for name in BIG:
        for line, item in enumerate(read([SHARED / "corpora" / name])):
            yield name, line, item
    for path in sorted((SHARED / "corpora").glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as rows:
            for line, row in enumerate(csv.DictReader(rows, delimiter="\t")):
                yield path.name, line, from_text(f"{row['headline']}\n\n{row['text']}", f"{path.stem}-{line}.txt")


def dated(article: Article, lexicon: Lexicon) -> Annotations:
    """Return annotations that hold the expressions of time alone, as annotating finds them."""
    text, offsets = article.reading()
    found = find_dates(text, lexicon, article.published.interval if article.published else None)
    return Annotations(
        path=article.path,
        article=article.id,
        language=article.language,
        characters=len(article.text),
        dates=tuple(msgspec.structs.replace(m, span=offsets.to_received(m.span)) for m in found),
        published=article.published,
    )


def judgements(name: str) -> dict[Key, dict[str, Any]]:
    """Return the judgements of evaluation/`name`, by file and line."""
    lines = (ROOT / "evaluation" / name / "judgements.jsonl").read_text("utf-8").splitlines()
    found = map(json.loads, lines)
    return {(j["article"]["file"], j["article"]["line"]): j for j in found}


def sets() -> dict[Key, str]:
    """Return what the corpora say of each article (`story`, `other`)."""
    return {
        (name, line): json.loads(record)["set"]
        for name in BIG
        for line, record in enumerate((SHARED / "corpora" / name).read_text("utf-8").splitlines())
    }


def story_figures(stories: Sequence[Story], articles: Sequence[Streamed]) -> tuple[Story, list[str]]:
    """Return the story that holds most of the big one's articles, and lines that say how well they are grouped."""
    homes = {id_: story for story in stories for id_ in story.articles}
    raw, judged = sets(), judgements("stories")
    keys = {(s.corpus, s.line): s.article.id for s in articles if s.corpus in BIG}
    verdict = {k: judged[k]["story"] if k in judged else ("in" if raw[k] == "story" else "out") for k in keys}
    biggest = Counter(homes[keys[k]].id for k in sorted(keys) if verdict[k] == "in").most_common(1)[0][0]
    (story,) = (s for s in stories if s.id == biggest)
    inside = set(story.articles)
    strangers = len(inside & {s.article.id for s in articles if s.corpus in {"seeds", "sample"} or ".tsv" in s.corpus})
    lines = []
    for name, labels, wanted in (("judged by reading", verdict, "in"), ("raw set", raw, "story")):
        all_of_them = {keys[k] for k in keys if labels[k] == wanted}
        wrong = {keys[k] for k in keys if labels[k] not in {wanted, "part"}}
        right, strange = len(all_of_them & inside), len(wrong & inside) + strangers
        precision, recall = right / ((right + strange) or 1), right / (len(all_of_them) or 1)
        lines.append(f"big story, {name}: recall {recall:.1%} of {len(all_of_them)}, precision {precision:.1%}")
    for corpus in ("seeds", "sample"):
        ids = {s.article.id for s in articles if s.corpus == corpus}
        held = {homes[id_].id for id_ in ids}
        others = sum(len(s.articles) for s in stories if s.id in held) - len(ids)
        lines.append(f"{corpus}: {len(ids)} articles in {len(held)} story, {others} others with them")
    return story, lines


def episode_figures(story: Story, articles: Sequence[Streamed]) -> list[str]:
    """Return lines that say how many judged articles are in the right episode, and which are not."""
    ids = {(s.corpus, s.line): s.article.id for s in articles}
    homes = {id_: n for n, e in enumerate(story.episodes) if e.days.low or e.days.high for id_ in e.articles}
    labelled = {k: [j["episode"], *([j["or"]] if "or" in j else [])] for k, j in judgements("episodes").items()}
    owner = _owners(
        {k: v for k, v in labelled.items() if k in ids}, {k: homes.get(ids[k]) for k in labelled if k in ids}
    )
    wrong = []
    for key, labels in sorted(labelled.items()):
        home = homes.get(ids[key]) if key in ids else None
        right = bool(APART & set(labels)) if home is None else any(owner.get(label) == home for label in labels)
        if not right:
            days = story.episodes[home].days if home is not None else None
            wrong.append(f"  {key[0]}:{key[1]} is {' or '.join(labels)}, got {days.low if days else 'no episode'}")
    count = len(labelled) - len(wrong)
    return [f"episodes: {count} of {len(labelled)} articles right ({count / len(labelled):.1%}); not:", *wrong]


def _owners(labelled: Mapping[Key, Sequence[str]], homes: Mapping[Key, int | None]) -> dict[str, int]:
    """Return the episode that each label is assigned to: an alternative label counts half."""
    labels = sorted({label for found in labelled.values() for label in found} - APART)
    episodes = sorted({home for home in homes.values() if home is not None})
    size = max(len(labels), len(episodes))
    worth = [[0.0] * size for _ in range(size)]
    for key, found in labelled.items():
        home = homes[key]
        for rank, label in enumerate(found):
            if home is not None and label in labels:
                worth[labels.index(label)][episodes.index(home)] += 0.5 if rank else 1.0
    columns = assigned(worth)
    return {label: episodes[c] for label, c in zip(labels, columns, strict=False) if c < len(episodes)}


def main() -> int:
    """Print how well and how fast the stream is grouped."""
    if not (SHARED / "corpora").is_dir():
        print(f"{SHARED / 'corpora'}: no such folder; SELON_SHARED names the one that has it", file=sys.stderr)
        return 1
    lexicon = load("fr")
    articles = list(stream(lexicon))
    annotations = {s.article.id: dated(s.article, lexicon) for s in articles}
    start = time.perf_counter()
    stories = group([s.article for s in articles], annotations, lexicon)
    seconds = time.perf_counter() - start
    story, lines = story_figures(stories, articles)
    print(machine())
    print(f"{len(articles)} articles, {len(stories)} stories, grouped in {seconds:.1f} s")
    print(*lines, *episode_figures(story, articles), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
