"""However articles come, the ledger's stories are those that all of them make at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.ingest import regroup
from selon.ingest.annotating import LANGUAGE
from selon.lexicon import load
from selon.link.grouping import group, one_story
from selon.model import Annotations, Article, Correction, Dating, Mark, Story, article_id
from selon.store import Ledger, named_story_id

WORDS = (
    "digue",
    "vanne",
    "bief",
    "écluse",
    "canal",
    "péniche",
    "batelier",
    "chômage",
    "affrètement",
    "silo",
    "minotier",
    "gréement",
    "halage",
)
FIRST = dt.date(2031, 3, 1)
NOON = dt.datetime(2031, 6, 1, 12, tzinfo=dt.UTC)


def article(number: int, words: Sequence[str], day: int | None) -> Article:
    text = f"Le {' et le '.join(words)}."
    on = FIRST + dt.timedelta(days=day) if day is not None else None
    dating = Dating(on, on, "explicit") if on else None
    return Article(id=article_id(f"{number}.txt", text), text=text, path=f"{number}.txt", published=dating)


def annotations(of: Article) -> Annotations:
    return Annotations(path=of.path, article=of.id, language="fr", characters=len(of.text), published=of.published)


def correction(kind: str, articles: Sequence[Article], number: int) -> Correction:
    marks = tuple(Mark(a.id, "") for a in articles)
    when = NOON + dt.timedelta(hours=number)
    return Correction(  # type: ignore[arg-type]
        id=f"k-{number}", kind=kind, marks=marks, names=("",), who="desk", when=when, of="stories"
    )


def put(ledger: Ledger, articles: Sequence[Article], story: str | None = None) -> None:
    ledger.add([(a, annotations(a)) for a in articles], story=story)
    regroup(ledger)


def at_once(
    articles: Sequence[Article], named: dict[str, Sequence[Article]], corrections: Sequence[Correction] = ()
) -> list[Story]:
    """What a ledger should hold, from all articles together."""
    known, lexicon = {a.id: annotations(a) for a in articles}, load(LANGUAGE)
    placed = {a.id for own in named.values() for a in own}
    stories = list(group([a for a in articles if a.id not in placed], known, lexicon, corrections))
    for name, own in named.items():
        if own:
            stories.append(msgspec.structs.replace(one_story(own, known, lexicon), id=named_story_id(name)))
    return by_id(stories)


def by_id(stories: Sequence[Story]) -> list[Story]:
    return sorted(stories, key=lambda s: s.id)


bodies = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7)
days = st.none() | st.integers(0, 150)
collections = st.lists(st.tuples(bodies, days), min_size=1, max_size=14).map(
    lambda given: [article(n, words, day) for n, (words, day) in enumerate(given)]
)
ledgers = settings(max_examples=60, deadline=None)


@ledgers
@given(st.data(), collections)
def test_stories_do_not_depend_on_the_order_of_arrival_nor_on_its_portions(
    data: st.DataObject, articles: list[Article]
) -> None:
    came = data.draw(st.permutations(articles))
    with Ledger.open(":memory:") as ledger:
        while came:
            size = data.draw(st.integers(1, len(came)))
            put(ledger, came[:size])
            if data.draw(st.booleans()):
                put(ledger, came[:size])
            came = came[size:]
        assert by_id(ledger.stories()) == at_once(articles, {})


@ledgers
@given(st.data(), collections)
def test_stories_do_not_depend_on_when_persons_named_and_corrected_them(
    data: st.DataObject, articles: list[Article]
) -> None:
    marks = [data.draw(st.lists(st.sampled_from(articles), min_size=1, max_size=3, unique=True)) for _ in range(3)]
    said = [correction(data.draw(st.sampled_from(["merge", "split"])), m, n) for n, m in enumerate(marks[:2])]
    todo: list[object] = data.draw(st.permutations([*articles, *said, "named"]))
    with Ledger.open(":memory:") as ledger:
        for one in todo:
            if isinstance(one, Article):
                put(ledger, [one])
            elif isinstance(one, Correction):
                ledger.correct(one)
                regroup(ledger, touched=[mark.article for mark in one.marks])
            else:
                put(ledger, marks[2], story="Crue")
        assert by_id(ledger.stories()) == at_once(articles, {"Crue": marks[2]}, said)
        ledger.withdraw(said[0].id)
        regroup(ledger, touched=[mark.article for mark in said[0].marks])
        assert by_id(ledger.stories()) == at_once(articles, {"Crue": marks[2]}, said[1:])


@ledgers
@given(st.data(), collections)
def test_articles_that_were_removed_leave_no_trace_in_the_stories(data: st.DataObject, articles: list[Article]) -> None:
    gone = data.draw(st.lists(st.sampled_from(articles), unique=True))
    left = [a for a in articles if a not in gone]
    with Ledger.open(":memory:") as ledger:
        put(ledger, articles)
        ledger.remove([a.id for a in gone])
        regroup(ledger)
        assert by_id(ledger.stories()) == at_once(left, {})
        put(ledger, gone)
        assert by_id(ledger.stories()) == at_once(articles, {})
