from __future__ import annotations

import datetime as dt

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from quarry_story import article

import selon.link.comparing
from selon.link.comparing import Comparing
from selon.link.copies import copies
from selon.link.coverage import in_order
from selon.link.shingles import shingled
from selon.link.wording import SHORTEST, shared
from selon.model import Dating

DISPATCH = (
    "La carrière de Valbrune ferme sa galerie nord après la chute d’un pan de roche. Les soixante carriers du poste de "
    "nuit sont sortis par la rampe sud, selon la direction, qui ouvre une enquête avec les ingénieurs de la province. "
    "Le maire demande que la route des crêtes reste coupée tant que les relevés ne sont pas rendus publics."
)


def _asked(monkeypatch):
    asked = []
    real = selon.link.comparing.shared
    monkeypatch.setattr(selon.link.comparing, "shared", lambda *pair: asked.append(pair) or real(*pair))
    return asked


def test_a_pair_is_compared_once_though_its_days_come_to_be_known(monkeypatch):
    both = [article("un", DISPATCH + " Rien de plus.", 2), article("deux", DISPATCH, 3)]
    undated = [msgspec.structs.replace(a, published=None) for a in both]
    asked, comparing = _asked(monkeypatch), Comparing()
    before = copies(undated, (), comparing)
    after = copies(in_order(both), (), comparing)
    assert len(asked) == 1
    assert [c.directed for c in (*before, *after)] == [False, True]
    assert after == copies(in_order(both))


def test_an_article_that_reads_otherwise_is_compared_again():
    first, second = article("un", DISPATCH, 2), article("deux", DISPATCH, 3)
    comparing = Comparing()
    assert [c.kind for c in copies([first, second], (), comparing)] == ["identical"]
    other = msgspec.structs.replace(second, text="Le pont de la Sorne rouvre aux piétons dès lundi matin.", title=None)
    assert copies([first, other], (), comparing) == copies([first, other]) == ()


WORDS = st.lists(st.sampled_from(["craie", "tuf", "grès", "marne", "sable"]), max_size=60)


@given(WORDS, WORDS)
def test_what_two_texts_share_is_the_same_words_in_runs_that_do_not_cross(first, second):
    one, other = (shingled(article(n, " ".join(words) or ".")) for n, words in (("un", first), ("deux", second)))
    found = shared(one, other)
    end = 0
    for run in found.runs:
        assert run.start >= end
        end = run.end
        assert SHORTEST <= run.same <= min(run.end - run.start, run.of_end - run.of_start)
        assert run.verbatim <= run.same
        here, there = one.words[run.start : run.end], other.words[run.of_start : run.of_end]
        assert (here[0], here[-1]) == (there[0], there[-1])
    assert found.own <= sum(run.same for run in found.runs)
    assert found.verbatim() == max((run.verbatim for run in found.runs), default=0)


@given(WORDS)
def test_a_text_shares_all_of_itself(words):
    one = shingled(article("un", " ".join(words) or "."))
    whole = len(one.words) >= SHORTEST
    assert shared(one, one).own == (len(words) if whole else 0)


def test_days_are_no_part_of_what_is_compared():
    comparing, one = Comparing(), article("un", DISPATCH, 2)
    later = msgspec.structs.replace(one, published=Dating(dt.date(2024, 5, 1), dt.date(2024, 5, 1), "metadata"))
    assert comparing.keyed(later) is comparing.keyed(one)
    assert comparing.outcome(later, one) is comparing.outcome(one, later)
