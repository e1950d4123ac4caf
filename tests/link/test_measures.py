"""Statements of one measure make one claim, with the courses that its bodies take."""

from __future__ import annotations

import datetime as dt

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from quarry_story import Telling, article, day

from selon.lexicon import load
from selon.link.claims import clustered
from selon.link.coverage import coverage
from selon.link.grouping import one_story
from selon.link.joining import joined
from selon.link.measures import measured
from selon.model import Dating, Links

TOLD = (  # the day, the cue, the words, the stance
    (3, "assure", "vouloir maintenir la hausse des péages", "call"),
    (8, "annonce", "la suspension de la hausse des péages", "affirm"),
    (12, "confirme", "La hausse des péages est annulée", "confirm"),
)


def _road(*told, own="la ville", speakers=None) -> Telling:
    story = Telling()
    story.actor("la ville", kind="body")
    story.actor("le maire", speaks_for="la ville")
    story.actor("la maire adjointe", speaks_for="la ville")
    story.actor("les routiers", kind="group")
    for n, (when, cue, words, stance) in enumerate(told):
        speaker = (speakers or {}).get(n, own)
        one = story.tell(article(f"journal-{n}", f"Selon le journal {n}, {speaker} {cue} {words}.", when))
        story.say(one, speaker, words, stance, cue=cue, when=day(when))
    return story


def _links(story: Telling, articles=None) -> Links:
    articles, annotations, lexicon = articles or story.articles, story.annotations(), load("fr")
    covered = coverage(articles, annotations, lexicon)
    return joined(one_story(articles, annotations, lexicon), covered, story.attribution(), {}, {})


def test_what_a_body_decides_of_a_measure_is_one_claim_and_moves():
    links = _links(_road(*TOLD))
    (claim,) = links.claims
    assert [(p.course, p.when) for p in claim.positions] == [
        ("holds", day(3)),
        ("suspends", day(8)),
        ("drops", day(12)),
    ]
    assert [(c.body, c.claim, len(c.before), len(c.after)) for c in links.changes] == [("la ville", claim.id, 1, 1)] * 2
    assert claim.status == "single_origin"


def test_to_repeat_a_course_is_no_change():
    again = (10, "répète", "que la hausse des péages est suspendue", "affirm")
    links = _links(_road(TOLD[1], again))
    assert (len(links.claims), links.changes) == (1, ())


def test_who_does_not_decide_takes_no_course():
    others = (9, "affirment", "que la ville suspend la hausse des péages", "affirm")
    (claim,) = _links(_road(*TOLD, others, speakers={3: "les routiers"})).claims
    assert {p.body: p.course for p in claim.positions if p.body == "les routiers"} == {"les routiers": None}


def test_a_demand_stays_a_claim_of_its_own():
    demand = (9, "réclament", "l’annulation de la hausse des péages", "call")
    links = _links(_road(*TOLD, demand, speakers={3: "les routiers"}))
    assert sorted(len(claim.statements) for claim in links.claims) == [1, 3]


def test_what_is_only_held_to_makes_no_measure():
    story = _road(TOLD[0], (5, "promet", "de maintenir la hausse des péages", "call"))
    covered = story.coverage()
    clusters = clustered(covered)
    assert measured(clusters, covered.statements, story.attribution(), load("fr")) == (clusters, {})


def test_two_measures_stay_two():
    other = (5, "annonce", "la suppression de la subvention aux théâtres", "affirm")
    assert len(_links(_road(*TOLD, other)).claims) == 2


def test_what_an_article_tells_as_the_end_of_it_comes_last():
    story = Telling()
    story.actor("la ville", kind="body")
    first, then = "renoncer à la hausse des péages", "qu’elle maintient la hausse des péages"
    one = story.tell(article("soir", f"La ville a annoncé {first}. Elle a finalement déclaré {then}.", 6))
    before = story.say(one, "la ville", first, cue="a annoncé", when=day(6))
    after = story.say(one, "la ville", then, cue="a finalement déclaré", when=day(6))
    assert [(c.before, c.after) for c in _links(story).changes] == [((before,), (after,))]


def test_a_day_that_only_others_tell_and_not_which_orders_nothing():

    story = _road(*TOLD[:2])
    late = Dating(dt.date(2025, 4, 20), dt.date(2025, 4, 26), "linked")
    story.articles[0] = msgspec.structs.replace(story.articles[0], published=late)
    said = story.statements[story.articles[0].id]
    said[0] = msgspec.structs.replace(said[0], when=late.interval, when_basis="report")
    assert _links(story).changes == ()


@given(st.permutations(range(3)))
def test_the_order_of_arrival_changes_nothing(order):
    story = _road(*TOLD)
    assert _links(story, [story.articles[i] for i in order]) == _links(story)
