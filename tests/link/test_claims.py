from __future__ import annotations

import pytest
from quarry_story import Telling, article

from selon.link.claims import clustered
from selon.model import Passage
from selon.text import Span

SENTENCES = {
    "agence": "la falaise de Valbrune s’est effondrée sur la piste des carriers",
    "radio": "un effondrement de la falaise a recouvert la piste de Valbrune",
    "journal": "les impôts locaux augmenteront de deux points à Louvière",
}


def _told(*said):
    """A story of one statement an article: (article, words, stance)."""
    story = Telling()
    for name, words, stance in said:
        one = story.tell(article(name, f"Voici ce qu’on en dit : {words}. Voilà tout.", 2))
        story.say(one, None, words, stance)
    return story


def _claims(story):
    named = {a.id: a.label for a in story.articles}
    return {frozenset(named[t.article.id] for t in c.statements) for c in clustered(story.coverage())}


def test_statements_that_share_their_rare_words_are_one_claim():
    story = _told(*((n, w, "affirm") for n, w in SENTENCES.items()))
    assert _claims(story) == {frozenset({"agence", "radio"}), frozenset({"journal"})}


def test_a_denial_belongs_to_the_claim_that_it_denies():
    story = _told(("agence", SENTENCES["agence"], "affirm"), ("radio", SENTENCES["radio"], "deny"))
    assert _claims(story) == {frozenset({"agence", "radio"})}


@pytest.mark.parametrize("stance", ["judge", "call"])
def test_judgements_and_demands_make_claims_of_their_own(stance):
    story = _told(("agence", SENTENCES["agence"], "affirm"), ("radio", SENTENCES["agence"], stance))
    assert _claims(story) == {frozenset({"agence"}), frozenset({"radio"})}


def test_a_content_of_few_words_is_read_with_the_words_before_it():
    story = Telling()
    text = f"On a lu que {SENTENCES['agence']}. La mine dément ces informations."
    one = story.tell(article("agence", text, 2))
    first, second = story.say(one, None, SENTENCES["agence"]), story.say(one, None, "ces informations", "deny")
    (claim,) = clustered(story.coverage())
    assert {t.statement.id for t in claim.statements} == {first, second}


def test_a_claim_is_named_by_words_that_assert_something():
    few = (("agence", "la falaise effondrée", "affirm"), ("radio", "la falaise effondrée", "affirm"))
    story = _told(*few, ("web", "l’effondrement de la falaise a surpris", "affirm"))
    (claim,) = clustered(story.coverage())
    text = next(a.text for a in story.articles if a.id == claim.label.article)
    assert claim.label.spans[0].of(text) == "l’effondrement de la falaise a surpris"


def test_a_claim_is_named_by_its_most_central_passage():
    said = [("agence", SENTENCES["agence"], "affirm"), ("radio", SENTENCES["radio"], "affirm")]
    middle = "la falaise de Valbrune s’est effondrée : un effondrement a recouvert la piste"
    story = _told(*said, ("web", middle, "affirm"))
    (claim,) = clustered(story.coverage())
    web = next(a for a in story.articles if a.label == "web")
    at = web.text.index(middle)
    assert claim.label == Passage(web.id, (Span(at, at + len(middle)),))


def test_statements_without_any_content_word_stand_alone():
    assert _claims(_told(("agence", "oui", "affirm"), ("radio", SENTENCES["radio"], "affirm"))) == {
        frozenset({"agence"}),
        frozenset({"radio"}),
    }


def test_no_statements_no_claims():
    assert clustered(Telling().coverage()) == ()
