from __future__ import annotations

import pytest
from quarry_story import Telling, article, day

from selon.link.revisions import told_in_silence
from selon.model import Change


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ({"as_of": day(1)}, {"as_of": day(1)}, "silent"),
        ({"as_of": day(1)}, {"as_of": day(2)}, "move"),
        ({}, {}, "move"),
        ({"as_of": day(1)}, {"as_of": day(1), "move": "revised"}, "move"),
        ({"as_of": day(1), "scope": "running"}, {"as_of": day(1), "scope": "total"}, "move"),
    ],
)
def test_a_figure_for_one_day_that_comes_back_different_is_a_silent_revision(before, after, kind):
    story = Telling()
    first = story.count(story.tell(article("a", "64 carriers", 2)), "la mine", "64 carriers", 64, "carrier", **before)
    second = story.count(story.tell(article("b", "72 carriers", 3)), "la mine", "72 carriers", 72, "carrier", **after)
    change = Change(body="la mine", series="r-1", before=(first,), after=(second,))
    (found,) = told_in_silence([change], story.coverage())
    assert found.kind == kind


@pytest.mark.parametrize(
    ("told", "days", "before", "after", "kind"),
    [
        ((2, 3), (1, 1), {}, {}, "silent"),
        ((2, 3), (1, 2), {}, {}, "move"),
        ((2, 3), (1, None), {}, {}, "move"),
        ((1, 2), (1, 1), {}, {}, "move"),  # the day was not over when the first was given
        ((1, 2), (1, 1), {"scope": "total"}, {}, "silent"),
        ((2, 3), (1, 1), {"scope": "running"}, {}, "move"),
        ((2, 3), (1, 1), {}, {"move": "revised"}, "move"),
        ((2, 3), (1, 1), {"as_of": day(1)}, {}, "silent"),
        ((2, 3), (2, 1), {"as_of": day(1)}, {}, "silent"),  # what the text names is what it holds for
    ],
)
def test_the_day_that_links_tell_decides_once_it_is_over(told, days, before, after, kind):
    story = Telling()
    first = story.count(story.tell(article("a", "64 carriers", told[0])), "la mine", "64 carriers", 64, "", **before)
    second = story.count(story.tell(article("b", "72 carriers", told[1])), "la mine", "72 carriers", 72, "", **after)
    held = {name: day(number) for name, number in zip((first, second), days, strict=True) if number}
    change = Change(body="la mine", series="r-1", before=(first,), after=(second,))
    (found,) = told_in_silence([change], story.coverage(), held)
    assert found.kind == kind
