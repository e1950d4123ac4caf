"""Claims as persons group them: their word wins, stays, and takes along what is said with what they speak of."""

from __future__ import annotations

import datetime as dt
import random

from quarry_story import Telling, article

from selon.link.claims import Cluster
from selon.link.reclaimed import reclaimed
from selon.model import Correction, Passage, mark_of

WHEN = dt.datetime(2031, 4, 1, tzinfo=dt.UTC)
SAID = {name: f"la falaise de Valbrune a glissé {name} fois" for name in "abcdefgh"}


def _story():
    story = Telling()
    for name, words in SAID.items():
        story.say(story.tell(article(name, f"On en dit ceci : {words}. Voilà tout.", 2)), None, words, "affirm")
    return story.coverage()


COVERED = _story()
TOLD = {one.article.label: one for one in COVERED.statements}


def _cluster(names, number=0):
    some = tuple(one for one in COVERED.statements if one.article.label in names)
    return Cluster(some, Passage(some[0].article.id, some[0].statement.content), number)


def _clusters(*groups):
    return tuple(_cluster(group, number) for number, group in enumerate(groups))


def _said(kind, names, hour=0):
    marks = tuple(mark_of(TOLD[n].article.id, TOLD[n].statement.content) for n in names)
    when = WHEN + dt.timedelta(hours=hour)
    return Correction(id=f"k-{kind}{hour}", kind=kind, marks=marks, names=(), who="desk", when=when, of="claims")


def _apply(clusters, *corrections):
    return reclaimed(clusters, COVERED.statements, corrections)


def _names(clusters):
    return sorted("".join(sorted(one.article.label for one in cluster.statements)) for cluster in clusters)


def test_nothing_said_changes_nothing():
    clusters = _clusters("ab", "cd")
    assert _apply(clusters) == clusters


def test_a_merge_makes_one_claim_named_as_the_first():
    clusters = _clusters("ab", "cd", "e")
    found = _apply(clusters, _said("merge", "cdab"))
    assert _names(found) == ["abcd", "e"]
    merged = next(cluster for cluster in found if len(cluster.statements) == 4)
    assert (merged.label, merged.matter) == (clusters[1].label, 1)


def test_what_is_found_with_merged_statements_later_follows_them():
    assert _names(_apply(_clusters("abe", "cd", "f"), _said("merge", "abcd"))) == ["abcde", "f"]


def test_a_claim_into_which_one_merged_statement_strayed_does_not_follow():
    assert _names(_apply(_clusters("a", "befgh", "cd"), _said("merge", "abcd"))) == ["abcd", "efgh"]


def test_a_merge_of_which_one_side_is_left_changes_nothing():
    clusters = _clusters("abefg", "cd")
    assert _apply(clusters, _said("merge", "ab")) == clusters


def test_a_split_takes_out_what_is_marked_and_nothing_else():
    clusters = _apply(_clusters("abc", "de"), _said("split", "a"))
    assert _names(clusters) == ["a", "bc", "de"]
    assert sorted(c.matter for c in clusters) == [0, 0, 1]
    (alone,) = (c for c in clusters if len(c.statements) == 1)
    assert alone.label == Passage(TOLD["a"].article.id, TOLD["a"].statement.content)


def test_claims_stand_in_the_order_of_what_is_told():
    rank = [one.statement.id for one in COVERED.statements]
    found = _apply(_clusters("ab", "cd", "efgh"), _said("split", "ce"), _said("merge", "ab", 1))
    firsts = [rank.index(cluster.statements[0].statement.id) for cluster in found]
    assert firsts == sorted(firsts)


def test_the_last_word_counts_in_whatever_order_they_come():
    both = [_said("split", "a", 1), _said("merge", "ab", 2)]
    assert _names(_apply(_clusters("abc"), *both)) == _names(_apply(_clusters("abc"), *both[::-1])) == ["abc"]


def test_every_statement_stays_in_one_claim_whatever_is_said():
    draw = random.Random(7)
    for _ in range(300):
        names = sorted(SAID)
        draw.shuffle(names)
        at = sorted(draw.sample(range(1, 8), 3))
        clusters = _clusters(*("".join(names[i:j]) for i, j in zip([0, *at], [*at, 8], strict=True)))
        said = [_said(draw.choice(["merge", "split"]), draw.sample(names, draw.randint(1, 5)), h) for h in range(4)]
        found = _apply(clusters, *said)
        assert sorted("".join(_names(found))) == sorted(SAID)
        for cluster in found:
            assert any(cluster.label.spans == one.statement.content for one in cluster.statements)
