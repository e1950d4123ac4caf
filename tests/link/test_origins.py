from __future__ import annotations

from quarry_story import Telling, article

from selon.link.origins import origins, rests
from selon.model import Copy, Origin

WORDS = "la galerie nord était fermée depuis le printemps"


def _two_reports(speaker: str | None, other: str | None, kind: str = "person"):
    story = Telling()
    for name in filter(None, (speaker, other)):
        story.actor(name, kind=kind)
    first = story.tell(article("agence", f"On assure que {WORDS}.", 2))
    second = story.tell(article("journal", f"Hier encore : {WORDS}.", 3))
    one, two = story.say(first, speaker, WORDS), story.say(second, other, WORDS)
    copy = Copy(article=second.id, of=first.id, kind="excerpt", overlap=0.5)
    return story, one, two, copy


def test_a_copied_statement_rests_on_the_origin_of_its_original():
    story, one, two, copy = _two_reports("Ada Morel", "un ingénieur")
    resting = rests(story.coverage(), [copy], story.attribution())
    assert origins([one, two], resting) == (Origin(actor="Ada Morel", statements=tuple(sorted([one, two]))),)


def test_without_a_copy_each_speaker_is_an_origin():
    story, one, two, _ = _two_reports("Ada Morel", "un ingénieur")
    found = origins([one, two], rests(story.coverage(), [], story.attribution()))
    assert {o.actor for o in found} == {"Ada Morel", "un ingénieur"}


def test_an_anonymous_source_counts_once_in_a_family_of_copies():
    story, one, two, copy = _two_reports("une source", "une source", kind="anonymous")
    apart = rests(story.coverage(), [], story.attribution())
    together = rests(story.coverage(), [copy], story.attribution())
    assert [o.statements for o in origins([one, two], apart)] == [(s,) for s in sorted([one, two])]
    assert [o.statements for o in origins([one, two], together)] == [tuple(sorted([one, two]))]


def test_a_statement_without_a_speaker_rests_on_its_nearest_relay():
    story, one, _, _ = _two_reports(None, None)
    story.relays[one] = ("Radio Nord", "l’agence")
    resting = rests(story.coverage(), [], story.attribution())
    assert {s: r.actor for s, r in resting.items()} == {one: "l’agence"}


def test_an_alliance_that_speaks_is_counted_with_reserve():
    story, one, two, _ = _two_reports("l’OTAN", "Ada Morel")
    found = origins([one, two], rests(story.coverage(), [], story.attribution()))
    assert {o.actor: o.reserve for o in found} == {"l’OTAN": True, "Ada Morel": False}


def test_copies_that_point_in_a_circle_are_survived():
    story, one, two, copy = _two_reports("Ada Morel", "un ingénieur")
    back = Copy(article=copy.of, of=copy.article, kind="excerpt", overlap=0.5)
    resting = rests(story.coverage(), [copy, back], story.attribution())
    assert resting[one] == resting[two]
