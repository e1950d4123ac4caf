from __future__ import annotations

import datetime as dt

from quarry_story import article
from test_copies import DISPATCH, UNLIKE

from selon.link.copies import copies, copies_between, copies_of
from selon.link.coverage import in_order
from selon.model import Correction, Mark

NOON = dt.datetime(2025, 4, 9, 12, tzinfo=dt.UTC)
AGENCY = article("agence", DISPATCH, 2)
PAPER = article("journal", DISPATCH.replace("dimanche", "samedi"), 3)
MIRROR = article("miroir", DISPATCH.replace("dimanche", "samedi").replace("120", "130"), 4)
OTHER = article("marche", UNLIKE, 5)
ALL = in_order([AGENCY, PAPER, MIRROR, OTHER])


def said(kind, one, other, name=(), hour=0):
    marks = (Mark(one.id, ""), Mark(other.id, ""))
    when = NOON + dt.timedelta(hours=hour)
    return Correction(id=f"k-{hour}", kind=kind, marks=marks, names=name, who="desk", when=when, of="copies")


def pairs(found):
    return {(c.article, c.of): c.kind for c in found}


def test_what_a_person_rejects_is_no_copy_in_either_direction():
    assert (PAPER.id, AGENCY.id) in pairs(copies(ALL))
    for correction in (said("reject", PAPER, AGENCY), said("reject", AGENCY, PAPER)):
        assert (PAPER.id, AGENCY.id) not in pairs(copies(ALL, [correction]))
        assert copies_of(PAPER, [AGENCY], [correction]) == ()
        assert list(copies_between([PAPER], [AGENCY], [correction])) == []


def test_what_was_explained_by_a_rejected_copy_is_one_again():
    before = pairs(copies(ALL))
    middle = next(of for article, of in before if article == MIRROR.id)
    assert [of for article, of in before if article == MIRROR.id] == [middle]
    by_id = {a.id: a for a in ALL}
    after = pairs(copies(ALL, [said("reject", MIRROR, by_id[middle])]))
    assert [of for article, of in after if article == MIRROR.id] == [({AGENCY.id, PAPER.id} - {middle}).pop()]


def test_what_a_person_names_is_a_copy_of_that_kind_and_direction():
    found = copies(ALL, [said("add", OTHER, AGENCY, ("translation",))])
    (named,) = (c for c in found if c.article == OTHER.id)
    assert (named.of, named.kind, named.directed, named.overlap) == (AGENCY.id, "translation", True, 0.0)
    turned = copies(ALL, [said("add", AGENCY, PAPER, ("excerpt",))])
    (named,) = (c for c in turned if c.article == AGENCY.id)
    assert (named.of, named.kind) == (PAPER.id, "excerpt")
    assert (PAPER.id, AGENCY.id) not in pairs(turned)


def test_the_last_word_on_a_pair_counts_and_others_say_nothing_here():
    both = [said("add", OTHER, AGENCY, ("rewrite",), 1), said("reject", AGENCY, OTHER, (), 2)]
    assert copies(ALL, both) == copies(ALL, both[::-1]) == copies(ALL)
    absent = said("add", OTHER, article("absent", "Rien.", 1), ("rewrite",))
    assert copies(ALL, [absent]) == copies(ALL)
