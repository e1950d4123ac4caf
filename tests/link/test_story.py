from __future__ import annotations

import random

import msgspec
from quarry_story import Telling, article, day

from selon.lexicon import load
from selon.link import group, link_story
from selon.model import Annotations, Article, Links, LocalActor

TEXTS = {
    "un": "L’agence Roc rapporte. La Russie dément : les trains de blé n’étaient pas partis vers Odessa. « Tout cela est faux », dit-elle.",
    "deux": "Le ministre Ivan Petrov confirme à Moscou : les trains de blé étaient bien partis vers Odessa. L’Ukraine affirme "
    "que les trains de blé étaient partis vers Odessa, 40 wagons en tout.",
    "trois": "Kiev compte 52 wagons en tout. L’Otan affirme que les trains de blé étaient partis vers Odessa.",
}


def _material() -> tuple[list[Article], dict[str, Annotations]]:
    story = Telling()
    one, two, three = (story.tell(article(n, t, d)) for n, t, d in zip(TEXTS, TEXTS.values(), (2, 4, 6), strict=True))
    story.say(
        one, "la Russie", "les trains de blé n’étaient pas partis vers Odessa", "deny", when=day(2), speaker="la Russie"
    )
    story.say(
        two, "", "les trains de blé étaient bien partis vers Odessa", "confirm", when=day(4), speaker="Ivan Petrov"
    )
    said = story.say(two, "", "les trains de blé étaient partis vers Odessa", when=day(3), speaker="l’Ukraine")
    story.say(three, "", "les trains de blé étaient partis vers Odessa", when=day(6), speaker="l’Otan")
    story.count(two, None, "40 wagons", 40, "wagon", speaker="l’Ukraine", statement=said)
    counted = story.say(three, None, "52 wagons en tout", when=day(6), speaker="Kiev")
    story.count(three, None, "52 wagons", 52, "wagon", speaker="Kiev", statement=counted)
    annotations = story.annotations()
    people = (LocalActor(name="Ivan Petrov", kind="person", roles=("ministre",), speaks_for="Russie"),)
    annotations[two.id] = msgspec.structs.replace(annotations[two.id], actors=people)
    return story.articles, annotations


def _links(articles, annotations) -> Links:
    (story,) = group(articles, annotations, load("fr"))
    return link_story(story, articles, annotations, load("fr"))


def test_everything_is_linked_and_the_order_of_arrival_does_not_matter():
    articles, annotations = _material()
    expected = _links(articles, annotations)
    for seed in range(6):
        shuffled = random.Random(seed).sample(articles, len(articles))
        assert _links(shuffled, dict(reversed(annotations.items()))) == expected


def test_a_minister_confirms_what_his_state_denied():
    articles, annotations = _material()
    found = _links(articles, annotations)
    names = {a.id: a.name for a in found.actors}
    (claim,) = [c for c in found.claims if len(c.statements) >= 4]
    assert [names[c.body] for c in found.changes if c.claim == claim.id] == ["Russie"]
    assert claim.status == "corroborated"
    assert [o.reserve for o in claim.origins if "Otan" in names[o.actor]] == [True]


def test_a_capital_gives_its_state_s_figures():
    articles, annotations = _material()
    found = _links(articles, annotations)
    names = {a.id: a.name for a in found.actors}
    assert [len(s.figures) for s in found.series] == [2]
    assert [names[c.body] for c in found.changes if c.series] == ["Ukraine"]


def test_articles_of_other_stories_are_left_out():
    articles, annotations = _material()
    (story,) = group(articles[:2], annotations, load("fr"))
    found = link_story(story, articles, annotations, load("fr"))
    inside = {s.id for a in articles[:2] for s in annotations[a.id].statements}
    assert {s for c in found.claims for s in c.statements} == inside
