"""What holds for copies whatever the articles: order of arrival, adding twice, hostile coverage."""

from __future__ import annotations

import random

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from quarry_story import article, credit
from test_copies import DISPATCH, UNLIKE

import selon.link.copies
from selon.link.candidates import MOST_CANDIDATES, Candidates, keys
from selon.link.copies import copies, copies_of
from selon.link.coverage import in_order
from selon.link.shingles import shingled
from selon.link.wording import shared
from selon.text import Span

SENTENCES = [s + "." for s in (DISPATCH + " " + UNLIKE).rstrip(".").split(". ")]


def word_of(number: int) -> str:
    """A word that no other number has."""
    return "".join("aeioubcdfg"[int(digit)] for digit in f"{number:05d}") + "x"


def long_text(seed: int, words: int = 300) -> str:
    chance = random.Random(seed)
    return ". ".join(
        " ".join(word_of(chance.randrange(90_000)) for _ in range(12)).capitalize() for _ in range(words // 12)
    )


coverage = st.lists(
    st.tuples(st.lists(st.sampled_from(SENTENCES), max_size=9), st.none() | st.integers(1, 5)), min_size=2, max_size=7
)


@settings(max_examples=40, deadline=None)
@given(coverage, st.randoms())
def test_the_order_of_arrival_and_adding_twice_change_nothing(told, chance):
    articles = [article(f"a{n}", " ".join(sentences), day) for n, (sentences, day) in enumerate(told)]
    found = copies(in_order(articles))
    shuffled = articles + articles[:2]
    chance.shuffle(shuffled)
    assert copies(in_order(shuffled)) == found


@settings(max_examples=40, deadline=None)
@given(coverage)
def test_a_copy_is_between_two_articles_and_shows_passages_of_the_copying_one(told):
    articles = {a.id: a for n, (s, day) in enumerate(told) for a in [article(f"a{n}", " ".join(s), day)]}
    for found in copies(in_order(list(articles.values()))):
        assert found.article != found.of
        assert 0 <= found.overlap <= 1
        assert found.evidence
        assert all(span.end <= len(articles[found.article].text) for span in found.evidence)
        days = [articles[i].published for i in (found.article, found.of)]
        assert found.directed == (None not in days and days[0] != days[1])


@settings(max_examples=60, deadline=None)
@given(*(st.lists(st.sampled_from(list("abcdef")), max_size=60) for _ in range(2)))
def test_shared_runs_are_in_order_apart_and_no_longer_than_either_text(first, second):
    one, other = (shingled(article(n, " ".join(w))) for n, w in (("un", first), ("deux", second)))
    found = shared(one, other)
    assert all(a.end <= b.start for a, b in zip(found.runs, found.runs[1:], strict=False))
    assert all(run.same <= min(run.end - run.start, run.of_end - run.of_start) for run in found.runs)
    assert found.own <= one.own
    assert found.of_own <= other.own


def test_one_new_article_is_compared_with_its_candidates_alone():
    old = [article(f"n{n}", long_text(n), 2) for n in range(30)]
    index = Candidates()
    for one in old:
        index.add(keys(shingled(one)))
    new = article("reprint", old[7].text + " " + long_text(99, 60), 3)
    near = index.of(keys(shingled(new)))
    assert near == [7]
    assert [(c.kind, c.of) for c in copies_of(new, [old[n] for n in near])] == [("near_duplicate", old[7].id)]


def test_a_new_article_links_as_it_does_among_all():
    first, second = article("un", DISPATCH, 2), article("deux", DISPATCH.replace("préfet", "sous-préfet"), 3)
    assert copies_of(second, [first, second, first]) == copies_of(first, [second]) == copies(in_order([second, first]))


def test_a_hundred_reprints_of_one_article_all_point_to_the_first():
    text = long_text(1)
    reprints = [article(f"n{n:03d}", f"{text} {word_of(n)} {word_of(n + 1)}", 1 + (n > 0)) for n in range(100)]
    ordered = in_order(reprints)
    found = copies(ordered)
    assert {c.article for c in found} == {a.id for a in ordered[1:]}
    assert {c.of for c in found if c.directed} == {ordered[0].id}
    assert len(found) < 2 * len(reprints)


def test_articles_of_nothing_but_one_quotation_are_copies_only_when_they_are_the_same():
    alone = article("un", f"« {DISPATCH} »", 2)
    more = article("deux", f"« {DISPATCH} {UNLIKE} »", 3)
    same = article("trois", f"« {DISPATCH} »", 4)
    assert [(c.article, c.of, c.kind) for c in copies(in_order([alone, more, same]))] == [
        (same.id, alone.id, "identical")
    ]


def test_an_article_of_one_sentence_is_a_copy_of_the_same_sentence_only():
    sentence = "La carrière de Valbrune restera fermée jusqu’à nouvel ordre."
    one, same, other = article("un", sentence, 2), article("deux", sentence.upper(), 3), article("trois", DISPATCH, 4)
    assert [(c.article, c.of, c.kind) for c in copies(in_order([one, same, other]))] == [(same.id, one.id, "identical")]


def test_papers_that_credit_one_agency_have_the_text_from_there():
    first = article("un", DISPATCH, 2, outlet="Le Carrier", credits=credit("Agence Roc"))
    second = article("deux", DISPATCH, 3, outlet="Radio Hautmont", credits=credit("AGENCE ROC"))
    (found,) = copies(in_order([first, second]))
    assert (found.of, found.directed, found.agency) == (first.id, True, "AGENCE ROC")


def test_every_third_word_changed_leaves_one_text_edited():
    words = long_text(5).split()
    changed = [word_of(n + 91_000) if n % 3 == 2 and n % 9 < 4 else w for n, w in enumerate(words)]
    first, second = article("un", " ".join(words), 2), article("deux", " ".join(changed), 3)
    (found,) = copies(in_order([first, second]))
    assert found.kind == "near_duplicate"


def test_another_headline_above_the_same_text_makes_no_other_text():
    texts = ("La carrière ferme\n\n" + DISPATCH, "Valbrune : plus de travail\n\n" + DISPATCH)
    both = [
        msgspec.structs.replace(article(f"n{n}", text, n + 2), title=Span(0, text.index("\n")))
        for n, text in enumerate(texts)
    ]
    assert [c.kind for c in copies(in_order(both))] == ["identical"]


def test_a_thousand_copies_of_one_article_are_compared_with_a_few_each(monkeypatch):
    asked = []
    monkeypatch.setattr(selon.link.copies, "_copy", lambda *pair: asked.append(pair))
    ordered = in_order([article(f"n{n}", f"{DISPATCH} {word_of(n)}", 2) for n in range(1000)])
    assert copies(ordered) == ()
    assert len(asked) <= MOST_CANDIDATES * len(ordered)
