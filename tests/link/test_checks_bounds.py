"""Checks hold for any figures in any order: nothing is invented, and adding twice changes nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from quarry_story import Telling, article

from selon.link.checks import checks
from selon.link.series import series

NOUNS = ("morts", "blessés", "personnes", "carriers", "camions", "disparus")
JOINTS = (
    " et ",
    ", soit ",
    ", dont ",
    ", contre ",
    ". Au total, ",
    ". Ce décompte correspond à ",
    " de plus que ",
    " (",
)
ITEM = st.tuples(st.integers(0, 60), st.sampled_from(NOUNS), st.sampled_from(JOINTS))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(ITEM, min_size=1, max_size=7), min_size=1, max_size=3), st.randoms(use_true_random=False))
def test_any_figures_give_the_same_checks_in_any_order(texts, shuffled):
    story = Telling()
    story.actor("la mine", kind="body")
    for number, items in enumerate(texts):
        pieces = [f"{low}{number}{at} {noun}" for at, (low, noun, _) in enumerate(items)]
        text = "".join(piece + joint for piece, (_, _, joint) in zip(pieces, items, strict=True))
        one = story.tell(article(f"journal-{number}", text, number + 1))
        for at, (piece, (_, noun, _)) in enumerate(zip(pieces, items, strict=True)):
            giver = "la mine" if at % 2 else None
            story.count(one, giver, piece, int(piece.split()[0]), noun.removesuffix("s"))
    wanted = _checks(story)
    known = {figure.id for own in story.figures.values() for figure in own}
    assert {name for check in wanted for name in check.figures} <= known
    story.articles = [*story.articles, *story.articles]
    shuffled.shuffle(story.articles)
    assert _checks(story) == wanted


def _checks(story):
    covered = story.coverage()
    return checks(covered, story.attribution(), story.givers, series(covered))
