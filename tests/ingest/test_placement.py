"""However articles come, the ledger's stories are those that all of them make at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import selon.link.sketching
from selon.ingest import regroup
from selon.ingest.annotating import LANGUAGE
from selon.lexicon import load
from selon.link.grouping import group, one_story
from selon.link.regrouped import named_after
from selon.link.sketching import likeness
from selon.model import Annotations, Article, Correction, Dating, Mark, Sketch, Story, article_id
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
    by_name: dict[str, list[Article]] = {name: [] for name in named}
    names = named_after({a.id: name for name, own in named.items() for a in own}, corrections)
    for one in articles:
        if one.id in names:
            by_name[names[one.id]].append(one)
    named = by_name
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
ledgers = settings(max_examples=25, deadline=None)


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


SLUICE = (
    "L’écluse est fermée. Les vannes fuient depuis le gel de "
    "février et le bief se vide chaque nuit. Les péniches chargées de grain attendent au garage à bateaux. Le batelier "
    "Sylvain Orcq perd {} euros par jour, son gazole brûle pour le chauffage. Les joints des portes, posés par une "
    "entreprise de Hollande, n’ont pas tenu. La réparation durera {} semaines et le chômage du canal autant. Les silos "
    "louent des camions, les minotiers comptent leurs sacs, l’éclusier relève le niveau toutes les heures. La ministre Irène "
    "Valmont et le préfet Hugo Trassard sont venus voir."
)
SCHOOL = (
    "La cantine du lycée est ouverte. Les élèves mangeaient froid "
    "depuis {} mois dans le gymnase. La cuisinière Odile Pasquet sert {} repas de légumes et de poisson à midi. Les fours "
    "viennent d’une caserne, les plateaux d’un hôpital. Les parents demandent un tarif selon le revenu des familles et "
    "moins de viande. La région paie les cuisines, la commune les surveillants. Un internat suivra, avec des chambres "
    "pour les apprentis boulangers et une salle de musique, ont promis la ministre Irène Valmont et "
    "le préfet Hugo Trassard."
)


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The pairs of sketches whose likeness was asked."""
    asked: list[tuple[str, str]] = []

    def counting(one: Sketch, other: Sketch) -> float:
        asked.append((one.id, other.id))
        return likeness(one, other)

    monkeypatch.setattr(selon.link.sketching, "likeness", counting)
    return asked


def reports(text: str, count: int, first: int) -> list[Article]:
    return [
        msgspec.structs.replace(
            article(first + n, ["bief"], n % 5), id=f"a-{first + n}", text=text.format(7 + n, 90 + 11 * n)
        )
        for n in range(count)
    ]


def test_a_thousand_copies_are_compared_with_nothing_and_make_one_story(compared: list[tuple[str, str]]) -> None:
    copies = [article(n, ["bief", "écluse", "péniche", "halage"], 3) for n in range(1000)]
    same = [msgspec.structs.replace(a, text=copies[0].text) for a in copies]
    with Ledger.open(":memory:") as ledger:
        put(ledger, same)
        put(ledger, [msgspec.structs.replace(same[0], id="a-last", path="last.txt")])
        assert [len(story.articles) for story in ledger.stories()] == [1001]
    assert compared == []


def test_two_stories_with_the_same_actors_in_one_week_stay_two(compared: list[tuple[str, str]]) -> None:
    sluice, school = reports(SLUICE, 6, 0), reports(SCHOOL, 6, 10)
    with Ledger.open(":memory:") as ledger:
        for pair in zip(sluice, school, strict=True):
            put(ledger, pair)
        found = {frozenset(story.articles) for story in ledger.stories()}
    assert found == {frozenset(a.id for a in group) for group in (sluice, school)}
    assert len(compared) <= 12 * 11 // 2  # each pair once, however they come


def test_one_sentence_and_nothing_but_quotations_have_their_place() -> None:
    texts = ["Il pleut.", "« Le bief est à sec. » « L’écluse attend. »", "« »", ""]
    odd = [msgspec.structs.replace(article(n, ["bief"], 1), id=f"a-{n}", text=text) for n, text in enumerate(texts)]
    with Ledger.open(":memory:") as ledger:
        put(ledger, odd)
        assert sorted(id_ for story in ledger.stories() for id_ in story.articles) == [a.id for a in odd]
        assert by_id(ledger.stories()) == at_once(odd, {})
