"""Stories and episodes measured against judgements made by reading, on one stream of articles.

The big story is held against `evaluation/stories`, where articles that are partly about it count neither way, else
against `set` of the corpora; those of gold/dev, which nobody judged, count neither way either. The seeds and the sample
each have to be one story without others. Episodes are held against `evaluation/episodes`: labels and episodes are
assigned one to one, as well as can be, and an article is right when its episode is that of one of its labels.
`analysis`, `abroad` and `elsewhere` name no episode: an article so labelled is right when it stands apart, in no
episode with days, or outside of the story.

Articles are read, cleaned and their expressions of time found; statements and figures are not needed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from selon.errors import FormatFault, MissingInput
from selon.evaluate.assigning import assigned
from selon.evaluate.copying import Place, Rate, is_judged
from selon.evaluate.stream import BIG, DEV, SAMPLE, SEEDS, Streamed, dated, stream
from selon.lexicon import load
from selon.link import group
from selon.model import Story, decode

APART = {"analysis", "abroad", "elsewhere"}
Key = tuple[str, int]
"""A file of the corpora and a line of it, counted from 0."""


class InStory(msgspec.Struct, frozen=True):
    """Whether an article belongs to the big story, as a reader judged it."""

    article: Place
    story: Literal["in", "part", "out"]


class InEpisode(msgspec.Struct, frozen=True, rename={"other": "or"}):
    """The episode that a reader put an article into, and another one that can be defended."""

    article: Place
    episode: str
    other: str | None = None

    @property
    def labels(self) -> list[str]:
        """The episodes that count as right, the better one first."""
        return [self.episode, *([self.other] if self.other else [])]


T = TypeVar("T", InStory, InEpisode)


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    """The rates of the big story, the seeds and the sample by name; the judged articles in a wrong episode, one a line.

    `judged` are those that were put into episodes.
    """

    articles: int
    stories: int
    rates: dict[str, Rate]
    wrong: tuple[str, ...]
    judged: int


def measure_stories(evaluation: Path, shared: Path, sample: Path) -> Measured:
    """Group the stream and hold it against the judgements in the folder `evaluation`.

    `shared` is the folder that holds `corpora`, `sample` that of the sample story. Raises FormatFault for judgements
    that are none, or of other texts than those that are there.
    """
    lexicon = load("fr")
    articles = list(stream(shared, sample, lexicon))
    raw = _sets(shared / "corpora")
    in_story = _judgements(evaluation / "stories", InStory, shared / "corpora")
    in_episodes = _judgements(evaluation / "episodes", InEpisode, shared / "corpora")
    annotations = {s.article.id: dated(s.article, lexicon) for s in articles}
    stories = group([s.article for s in articles], annotations, lexicon)
    verdict = {key: {"story": "in", "other": "out"}[set_] for key, set_ in raw.items()}
    verdict |= {key: judged.story for key, judged in in_story.items()}
    big, rate = _big(stories, articles, verdict)
    ids = {(s.corpus, s.line): s.article.id for s in articles}
    return Measured(
        articles=len(articles),
        stories=len(stories),
        rates={"story": rate} | {name: _alone(name, stories, articles) for name in (SEEDS, SAMPLE)},
        wrong=tuple(wrongly_placed(big, in_episodes, ids)),
        judged=len(in_episodes),
    )


def story_values(found: Measured) -> dict[str, float]:
    """Return what is held: precision and recall of stories, the share of articles in the right episode."""
    values = {
        f"{name}, {side}": rate.right / (of or 1)
        for name, rate in found.rates.items()
        for side, of in (("precision", rate.found), ("recall", rate.wanted))
    }
    return values | {"episodes, right": 1 - len(found.wrong) / (found.judged or 1)}


def story_report(found: Measured) -> str:
    """Return all that is measured as lines of text, the articles in a wrong episode last."""
    right = found.judged - len(found.wrong)
    lines = [f"{found.articles} articles, {found.stories} stories"]
    lines += [f"  {name}: {rate}" for name, rate in found.rates.items()]
    lines.append(f"  episodes: {right} of {found.judged} articles right ({right / (found.judged or 1):.3f}); not:")
    return "\n".join([*lines, *(f"  {line}" for line in found.wrong)])


def _big(stories: Sequence[Story], articles: Sequence[Streamed], verdict: Mapping[Key, str]) -> tuple[Story, Rate]:
    """Return the story that holds most of those that belong to the big one, and how well it holds them."""
    homes = {id_: story for story in stories for id_ in story.articles}
    keys = {s.article.id: (s.corpus, s.line) for s in articles if s.corpus in BIG}
    wanted = {id_ for id_, key in keys.items() if verdict[key] == "in"}
    (name, right), *_ = Counter(homes[id_].id for id_ in sorted(wanted)).most_common(1)
    story = next(s for s in stories if s.id == name)
    verdicts = {id_: verdict[key] for id_, key in keys.items()}
    verdicts.update({s.article.id: "part" for s in articles if s.corpus == DEV})
    return story, Rate(right, sum(verdicts.get(id_) != "part" for id_ in story.articles), len(wanted))


def _alone(corpus: str, stories: Sequence[Story], articles: Sequence[Streamed]) -> Rate:
    """Return how well the articles of a corpus are one story without others."""
    ids = {s.article.id for s in articles if s.corpus == corpus}
    best = max(stories, key=lambda story: (len(ids & set(story.articles)), -len(story.articles)))
    return Rate(len(ids & set(best.articles)), len(best.articles), len(ids))


def wrongly_placed(story: Story, judged: Mapping[Key, InEpisode], ids: Mapping[Key, str]) -> list[str]:
    """Return a line for each judged article that is in none of its episodes. `ids` are those of the articles there."""
    homes = {id_: n for n, e in enumerate(story.episodes) if e.days.low or e.days.high for id_ in e.articles}
    placed = {key: homes.get(ids.get(key, "")) for key in judged}
    owner = _owners({key: one.labels for key, one in judged.items()}, placed)
    wrong = []
    for key, one in sorted(judged.items()):
        home = placed[key]
        if not (APART & {*one.labels} if home is None else any(owner.get(label) == home for label in one.labels)):
            got = f"got {story.episodes[home].days.low}" if home is not None else "got no episode"
            wrong.append(f"{key[0]}:{key[1]} is {' or '.join(one.labels)}, {got}")
    return wrong


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


def _sets(corpora: Path) -> dict[Key, str]:
    """Return what the corpora say of each article (`story`, `other`)."""
    return {
        (name, line): str(decode(record, dict[str, object], f"{name}:{line + 1}")["set"])
        for name in BIG
        for line, record in enumerate(_lines(corpora / name))
    }


def _judgements(folder: Path, kind: type[T], corpora: Path) -> dict[Key, T]:
    """Return the judgements in a folder, by the file and the line of their articles."""
    path = folder / "judgements.jsonl"
    found = {}
    texts = {name: _lines(corpora / name) for name in BIG}
    for number, line in enumerate(_lines(path), 1):
        judged = decode(line, kind, f"{path}:{number}")
        place = judged.article
        if place.file not in texts or not is_judged(texts[place.file][place.line], place):
            at = f"{corpora / place.file}:{place.line + 1}"
            raise FormatFault(at, "not the text that was judged", "Take the corpora that were judged")
        found[place.file, place.line] = judged
    return found


def _lines(path: Path) -> list[str]:
    if not path.is_file():
        raise MissingInput(str(path), "no such file", "SELON_SHARED names the folder that holds `corpora`")
    return path.read_text(encoding="utf-8").splitlines()
