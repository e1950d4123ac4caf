from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from quarry_story import Telling, article, day

from selon.lexicon import load
from selon.link import group
from selon.link.coverage import coverage
from selon.link.joining import joined
from selon.model import Links

TEXTS = {
    "agence": "La mine de Valbrune dément : la galerie nord n’était pas fermée. Elle compte 64 carriers à l’arrêt.",
    "journal": "La mine de Valbrune dément : la galerie nord n’était pas fermée. Le maire de Valbrune affirme : la "
    "galerie nord de la mine était fermée. Selon lui, 70 carriers de la mine sont à l’arrêt à Valbrune.",
    "radio": "La mine de Valbrune reconnaît : la galerie nord était bien fermée. Elle compte 72 carriers à l’arrêt.",
    "web": "Une source affirme : la galerie nord de Valbrune était fermée, et la mine en état d’alerte. « La galerie "
    "était fermée », dit-elle. Puis encore : « La galerie nord était fermée ».",
}


def _quarry() -> Telling:
    story = Telling()
    for name, body, kind in (
        ("la mine", None, "body"),
        ("le maire", "la mairie", "person"),
        ("une source", None, "anonymous"),
    ):
        story.actor(name, speaks_for=body, kind=kind)
    agency, journal, radio, web = (story.tell(article(n, t, d + 2)) for d, (n, t) in enumerate(TEXTS.items()))
    story.say(agency, "la mine", "la galerie nord n’était pas fermée", "deny", when=day(2))
    story.say(journal, "la mine", "la galerie nord n’était pas fermée", "deny", when=day(2))
    said = story.say(journal, "le maire", "la galerie nord de la mine était fermée", when=day(3))
    story.say(radio, "la mine", "la galerie nord était bien fermée", "confirm", when=day(4))
    story.say(web, "une source", "la galerie nord de Valbrune était fermée", when=day(5))
    story.say(web, "une source", "« La galerie était fermée »", form="direct", when=day(5))
    story.say(web, "une source", "« La galerie nord était fermée »", form="direct", when=day(5))
    story.relays[said] = ("une source",)
    story.count(agency, "la mine", "64 carriers", 64, "carrier")
    story.count(journal, "le maire", "70 carriers", 70, "carrier")
    story.count(radio, "la mine", "72 carriers", 72, "carrier")
    return story


def _links(story: Telling, articles) -> Links:
    annotations = story.annotations()
    (one,) = group(articles, annotations, load("fr"))
    return joined(one, coverage(articles, annotations, load("fr")), story.attribution(), story.givers, {})


def test_every_statement_stands_in_one_claim():
    story = _quarry()
    found = _links(story, story.articles)
    named = [s for c in found.claims for s in c.statements]
    assert sorted(named) == sorted(s.id for told in story.statements.values() for s in told)


def test_the_mine_gave_up_its_denial():
    story = _quarry()
    found = _links(story, story.articles)
    (change,) = [c for c in found.changes if c.claim is not None]
    stances = {s.id: s.stance for told in story.statements.values() for s in told}
    assert (change.body, [stances[s] for s in change.before], [stances[s] for s in change.after]) == (
        "la mine",
        ["deny", "deny"],
        ["confirm"],
    )
    (claim,) = [c for c in found.claims if c.id == change.claim]
    assert claim.status == "single_origin"  # the other who vouches is a source without a name
    assert [p.body for p in claim.positions] == ["la mine", "la mairie", "la mine", "une source"]


@given(st.permutations(range(len(TEXTS))))
@settings(max_examples=24, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_order_of_the_articles_changes_nothing(order):
    story = _quarry()
    assert _links(story, [story.articles[i] for i in order]) == _links(story, story.articles)


def test_a_story_without_annotations_has_no_claims():
    one = article("agence", TEXTS["agence"], 2)
    (story,) = group([one], {}, load("fr"))
    found = joined(story, coverage([one], {}, load("fr")), Telling().attribution(), {}, {})
    assert found == Links(story=story)
