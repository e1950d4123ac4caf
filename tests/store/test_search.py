"""Search: any form of a word, accents or not, finds it; what is marked are exactly the words."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_samples import annotations, article, pairs, story
from sqlalchemy import event, text

from selon.errors import StoryNotFound
from selon.model import Annotations, Article, Block, Dating, Statement, article_id, statement_id
from selon.store import Filters, Hit, Ledger
from selon.store.asking import phrases
from selon.store.terms import terms
from selon.text import Span

MINE = "La mine de Quervois\n\nLes déploiements de pompiers à la mine inquiètent. Il y a 12\u202f000 mineurs, dit-on.\n"
PORT = "Le port de Sablonne\n\nLe syndicat nie l’accord. « Nous n'avons pas signé », a répété Agnès Dulac hier soir.\n"


def made(name: str, words: str, day: int | None = None, outlet: str | None = None) -> Article:
    published = Dating(dt.date(2031, 5, day), dt.date(2031, 5, day), "explicit") if day else None
    title = Span(0, words.index("\n"))
    return Article(id=article_id(name, words), text=words, path=name, title=title, published=published, outlet=outlet)


def said(of: Article, content: str, speaker: str, **fields: object) -> Statement:
    at = of.text.index(content)
    spans = (Span(at, at + len(content)),)
    known = {"form": "indirect", "stance": "affirm", **fields}
    return Statement(
        id=statement_id(of.id, None, None, spans), source=None, cue=None, content=spans, speaker=speaker, **known
    )


def read(of: Article, *statements: Statement) -> Annotations:
    return Annotations(path=of.path, article=of.id, language="fr", characters=len(of.text), statements=statements)


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    mine, port = made("mine.txt", MINE, 3, "La Gazette de Quervois"), made("port.txt", PORT, 9, "L’Écho")
    told = (
        said(port, "l’accord", "Syndicat des dockers", stance="deny"),
        said(port, "« Nous n'avons pas signé »", "Agnès Dulac", form="direct"),
    )
    with Ledger.open("sqlite://") as opened:
        opened.add([(mine, read(mine, said(mine, "Il y a 12\u202f000 mineurs", ""))), (port, read(port, *told))])
        opened.set_stories([story("g-mine", mine), story("g-port", port)])
        yield opened


def labels(ledger: Ledger, words: str, filters: Filters | None = None) -> list[str]:
    return [hit.label for hit in ledger.search(words, filters).hits]


def marked(hit: Hit, text: str) -> list[str]:
    return [span.of(text) for span in hit.words]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("deploiement", ["déploiements"]),
        ("DÉPLOYER", ["déploiements"]),
        ("12000 mineur", ["12\u202f000", "mineurs"]),
        ("12.000", ["12\u202f000"]),
        ("la mine", ["La", "mine", "la", "mine"]),
    ],
)
def test_a_word_is_found_in_any_form_and_its_words_are_marked(ledger: Ledger, words: str, found: list[str]) -> None:
    (hit,) = [hit for hit in ledger.search(words).hits if hit.label == "mine"]
    assert marked(hit, MINE) == found
    assert hit.passage is not None
    assert hit.text == hit.passage.of(MINE)
    assert all(hit.passage.contains(span) for span in hit.words)


def test_all_words_have_to_be_there(ledger: Ledger) -> None:
    assert labels(ledger, "mine pompiers") == ["mine"]
    assert labels(ledger, "mine accord") == []


def test_an_elided_article_counts_for_nothing(ledger: Ledger) -> None:
    assert labels(ledger, "d'accord") == labels(ledger, "accords") == ["port"]


def test_words_between_quotation_marks_or_joined_have_to_follow_one_another(ledger: Ledger) -> None:
    assert labels(ledger, "pompiers mine") == ["mine"]
    assert labels(ledger, '"pompiers mine"') == []
    assert labels(ledger, "« port de Sablonne »") == ["port"]
    assert labels(ledger, "Sablonne-port") == []


def test_a_title_counts_more_than_the_text() -> None:
    titled, other = (
        made("a.txt", "Le barrage cède\n\nRien de plus, tout est dit ici.\n"),
        made("b.txt", MINE + " barrage"),
    )
    with Ledger.open("sqlite://") as ledger:
        ledger.add([(a, read(a)) for a in (other, titled)])
        assert labels(ledger, "barrage") == ["a", "b"]


def test_furniture_is_not_found() -> None:
    one = made("a.txt", MINE)
    blocks = (Block(Span(0, 19), "title"), Block(Span(21, len(MINE)), "furniture"))
    one = msgspec.structs.replace(one, blocks=blocks)
    with Ledger.open("sqlite://") as ledger:
        ledger.add([(one, read(one))])
        assert labels(ledger, "pompiers") == []
        assert labels(ledger, "mine") == ["a"]


def test_statements_are_found_by_their_words_and_by_who_speaks(ledger: Ledger) -> None:
    (hit,) = ledger.search("signer", of="statements").hits
    assert hit.statement is not None
    assert (hit.statement.speaker, marked(hit, PORT)) == ("Agnès Dulac", ["signé"])
    (same,) = ledger.search("", Filters(actor="dulac")).hits
    assert same.statement == hit.statement
    assert ledger.search("signé", Filters(actor="Syndicat des dockers")).hits == ()


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(stance="deny"), ["port"]),
        (Filters(form="direct"), ["port"]),
        (Filters(outlet="l'echo"), ["port"]),
        (Filters(outlet="Le Monde"), []),
        (Filters(since=dt.date(2031, 5, 4)), ["port"]),
        (Filters(until=dt.date(2031, 5, 3)), ["mine"]),
        (Filters(since=dt.date(2031, 5, 3), until=dt.date(2031, 5, 9)), ["port", "mine"]),
        (Filters(story="g-mine"), ["mine"]),
        (Filters(actor="..."), []),
    ],
)
def test_filters_narrow_also_without_words(ledger: Ledger, filters: Filters, found: list[str]) -> None:
    assert labels(ledger, "", filters) == found


def test_an_unknown_story_is_named(ledger: Ledger) -> None:
    with pytest.raises(StoryNotFound, match="no story `g-nowhere`"):
        ledger.search("mine", Filters(story="g-nowhere"))


def test_pages_follow_one_another_without_gap_whatever_the_order_of_arrival() -> None:
    found = []
    for numbers in (range(30), reversed(range(30))):
        with Ledger.open("sqlite://") as ledger:
            ledger.add(pairs(*numbers))
            pages = [ledger.search("habitants", limit=7, offset=at) for at in range(0, 35, 7)]
            assert [page.more for page in pages] == [True, True, True, True, False]
            found.append([hit.article for page in pages for hit in page.hits])
    assert found[0] == found[1]
    assert sorted(found[0]) == sorted(article(n).id for n in range(30))


def test_the_number_of_queries_does_not_grow_with_what_is_found() -> None:
    with Ledger.open("sqlite://") as ledger:
        ledger.add(pairs(*range(40)))
        asked: list[str] = []
        event.listen(ledger._engine, "before_cursor_execute", lambda *a: asked.append(a[2]))
        counts = []
        for limit in (1, 40):
            asked.clear()
            assert len(ledger.search("habitants", of="statements", limit=limit).hits) == limit
            counts.append(len(asked))
        assert counts[0] == counts[1]


HOSTILE = [
    '"', '""', "'", "*", "a*", "NEAR(a b)", "AND", "OR", "NOT", "mine AND", "-mine", "title:mine", "speaker : x", "^mine",
    "mine\x00pont", "\x00", "%_", "'; DROP TABLE articles; --", "(" * 500, '"' * 999, "mine " * 2000, "a" * 10_000,
    "²³½", "\u202e\u200b", "😀", "мост", "橋", "{{ 7 * 7 }}", "\ud800",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE, ids=[str(n) for n in range(len(HOSTILE))])
def test_any_text_may_be_sought(ledger: Ledger, words: str) -> None:
    ledger.search(words)
    ledger.search(words, of="statements")
    ledger.search("mine", Filters(actor=words, outlet=words))
    assert len(ledger.ids()) == 2


@pytest.fixture(scope="module")
def bridges() -> Iterator[Ledger]:
    with Ledger.open("sqlite://") as opened:
        opened.add(pairs(1, 2))
        yield opened


@settings(deadline=None)
@given(words=st.text(max_size=60), limit=st.integers(-5, 2**70), offset=st.integers(-5, 2**70))
def test_no_question_is_a_fault(bridges: Ledger, words: str, limit: int, offset: int) -> None:
    for hit in bridges.search(words, limit=limit, offset=offset).hits:
        assert hit.passage is not None
        assert hit.text == hit.passage.of(article(1).text)


@settings(max_examples=40, deadline=None)
@given(words=st.text(min_size=1, max_size=80))
def test_an_article_is_found_by_its_own_words(bridges: Ledger, words: str) -> None:
    own = words.encode("utf-8", "replace").decode()
    one = made("own.txt", "Titre\n\n" + own)
    bridges.add([(one, read(one))])
    found = [hit for hit in bridges.search(own).hits if hit.article == one.id]
    assert bool(found) == bool(phrases(own) or not own.strip())  # without words, everything is found
    assert all(hit.words for hit in found) or not own.strip()
    bridges.remove([one.id])


@given(words=st.text(max_size=60), some=st.randoms())
def test_the_terms_among_some_are_those_of_all_that_are_among_them(words: str, some: random.Random) -> None:
    every = list(terms(words, [Span(0, len(words))])) if words else []
    keys = {found.key for found in every if some.random() < 0.5}
    assert list(terms(words, [Span(0, len(words))] if words else [], keys)) == [t for t in every if t.key in keys]


@pytest.mark.parametrize(
    "word", ["Œuvre", "yeux", "Ÿ", "ʰa", "ªb", "États-Unis", "12 000", "quel", "ǅabc", "ﬁn", "İstanbul", "ßa"]
)
def test_a_term_begins_as_its_word_does(word: str) -> None:
    every = list(terms(word, [Span(0, len(word))]))
    assert list(terms(word, [Span(0, len(word))], {t.key for t in every})) == every


def test_what_is_removed_is_found_no_more(ledger: Ledger) -> None:
    (mine,) = (a.id for a in ledger.articles() if a.path == "mine.txt")
    assert ledger.remove([mine, "a-unknown"]) == (mine,)
    assert labels(ledger, "mine") == []
    assert labels(ledger, "mineurs", Filters(since=dt.date(2031, 1, 1))) == []
    assert [s.id for s in ledger.stories()] == ["g-port"]
    with ledger._engine.connect() as connection:
        for table in ("article_search", "statement_search"):
            connection.execute(text(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)"))


def test_adding_an_article_that_is_there_finds_it_once(ledger: Ledger) -> None:
    ledger.add([(a, n) for a in ledger.articles() for n in ledger.annotations([a.id]).values()])
    assert labels(ledger, "pompiers") == ["mine"]


def test_a_failed_addition_is_not_found() -> None:
    with Ledger.open("sqlite://") as ledger:
        with pytest.raises(Exception, match="expected the annotations"):
            ledger.add([*pairs(1), (article(2), annotations(article(1)))])
        assert ledger.search("habitants").hits == ()
