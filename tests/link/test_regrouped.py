from __future__ import annotations

import datetime as dt
import random

from quarry_story import article

from selon.lexicon import load
from selon.link import group
from selon.link.regrouped import named_after, regrouped
from selon.model import Correction, Mark

WHEN = dt.datetime(2025, 4, 1, tzinfo=dt.UTC)
A, B, C, D = "abcd"


def correction(kind, articles, number=0):
    marks = tuple(Mark(a, "") for a in articles)
    when = WHEN + dt.timedelta(hours=number)
    return Correction(id=f"{kind}{number}", kind=kind, marks=marks, names=(), who="desk", when=when, of="stories")


def ids(groups):
    return {frozenset(g) for g in groups}


def test_a_merge_brings_whole_groups_together():
    assert ids(regrouped([[A, B], [C], [D]], [correction("merge", [B, C])])) == ids([[A, B, C], [D]])


def test_a_split_takes_the_marked_articles_out_and_no_others():
    assert ids(regrouped([[A, B, C], [D]], [correction("split", [B, C])])) == ids([[A], [B, C], [D]])


def test_what_is_merged_with_a_named_story_takes_its_name_and_what_is_split_off_loses_it():
    named = {A: "Crue", B: "Crue", C: "Digue"}
    assert named_after(named, [correction("merge", [D, B])]) == named | {D: "Crue"}
    assert named_after(named, [correction("merge", [C, A, B])]) == dict.fromkeys([A, B, C], "Digue")
    both = [correction("split", [A], 1), correction("merge", [D, A], 2)]
    assert named_after(named, both) == {B: "Crue", C: "Digue"}


def test_the_last_word_counts():
    both = [correction("split", [A], 1), correction("merge", [A, B], 2)]
    assert ids(regrouped([[A, B]], both)) == ids([[A, B]])
    assert ids(regrouped([[A, B]], both[::-1])) == ids([[A, B]])


def test_what_a_correction_marks_may_be_gone():
    assert ids(regrouped([[A]], [correction("merge", [B, C]), correction("split", [D], 1)])) == ids([[A]])


def test_corrections_hold_in_whatever_order_articles_come():
    texts = ["La carrière de Valbrune ferme. La carrière reste sûre.", "Le marché couvert de Louvière rouvre samedi."]
    articles = [article(f"n{i}", texts[i % 2] + f" Bilan {i}.", 1 + i) for i in range(6)]
    said = [correction("merge", [a.id for a in articles[:2]]), correction("split", [articles[2].id], 1)]
    expected = group(articles, {}, load("fr"), said)
    assert sorted(len(s.articles) for s in expected) == [1, 5]
    for seed in range(4):
        shuffled = random.Random(seed).sample(articles, len(articles))
        assert group(shuffled, {}, load("fr"), said) == expected
