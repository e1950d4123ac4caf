from __future__ import annotations

from quarry_story import Telling, article
from test_copies import DISPATCH

from selon.link.copies import copies
from selon.link.updates import revised, revisions

LATER = (
    DISPATCH.replace("120 mètres", "150 mètres")
    .replace("Personne ne travaillait à cet endroit. ", "")
    .replace("a demandé une expertise", "exige une expertise")
    + " La piste doit rouvrir jeudi."
)


def shown(before, after, found):
    return [
        (
            r.kind,
            r.before.of(before.text)[:20] if r.before else None,
            r.after.of(after.text)[:20] if r.after else None,
            r.figures,
            r.statements,
        )
        for r in found
    ]


def test_an_update_says_what_was_changed_added_and_removed_figures_first_then_statements():
    story = Telling()
    before = story.tell(article("v1", DISPATCH, 2, outlet="Le Carrier"))
    after = story.tell(article("v2", LATER, 3, outlet="Le Carrier"))
    story.say(after, None, "exige une expertise à Louvière")
    coverage = story.coverage()
    (update,) = revised(copies(coverage.articles), coverage)
    assert update.kind == "update"
    assert shown(before, after, update.revisions) == [
        ("changed", "Un pan de la falaise", "Un pan de la falaise", True, False),
        ("changed", "Le maire, Ernest Vau", "Le maire, Ernest Vau", False, True),
        ("removed", "Personne ne travaill", None, False, False),
        ("added", None, "La piste doit rouvri", False, False),
    ]


def test_a_sentence_that_only_moved_is_no_revision():
    sentences = DISPATCH.split(". ")
    moved = ". ".join([*sentences[1:3], sentences[0], *sentences[3:]])
    assert revisions(article("v1", DISPATCH), article("v2", moved)) == ()


def test_the_same_text_has_no_revisions_and_an_empty_one_loses_all():
    before = article("v1", DISPATCH)
    assert revisions(before, article("v2", DISPATCH)) == ()
    assert {r.kind for r in revisions(before, article("v2", ""))} == {"removed"}
