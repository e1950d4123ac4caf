"""Translations, found by the order of names, figures and quotation marks, without a word of English known."""

from __future__ import annotations

from quarry_story import article

from selon.link.copies import copies
from selon.link.coverage import in_order
from selon.link.shingles import skeleton
from selon.link.words import plain

FRENCH = (
    "Le cargo Sterna, parti de Hambourg le 4 mars avec 312 conteneurs, s’est échoué mardi devant Skagen. L’armateur, "
    "Nordvik Lines, a indiqué que les 19 marins étaient sains et saufs. « Le navire a perdu son gouvernail », a déclaré "
    "le capitaine Anton Berglund. Selon l’autorité maritime du Danemark, 40 tonnes de carburant ont fui vers le "
    "Kattegat. À Stockholm, la ministre Karin Ekström a promis une enquête. « Nous voulons savoir pourquoi le pilote de "
    "Göteborg n’était pas à bord », a-t-elle dit. En 2019, un autre navire de Nordvik Lines, le Fulmar, avait heurté "
    "un quai à Rotterdam. Greenpeace réclame 2 millions d’euros pour les oiseaux de Læsø."
)
ENGLISH = (
    "The freighter Sterna, which left Hamburg on March 4 carrying 312 containers, ran aground off Skagen on Tuesday. Its "
    "owner, Nordvik Lines, said all 19 sailors were safe. “The ship lost her rudder,” said Captain Anton Berglund. The "
    "maritime authority of Denmark says 40 tonnes of fuel leaked towards the Kattegat. In Stockholm, Minister Karin "
    "Ekström promised an inquiry. “We want to know why the Gothenburg pilot was not on board,” she said. In 2019 another "
    "ship of Nordvik Lines, the Fulmar, hit a quay in Rotterdam. Greenpeace is asking for 2 million euros for the birds "
    "of Læsø."
)
OTHER_HAND = (
    "Birds are dying on the shores of Læsø after the Sterna spilled its fuel. Volunteers of Greenpeace counted 2,100 of "
    "them on Friday. “It is the worst since 2003,” said Mette Lund, a vet from Aalborg. Minister Karin Ekström was in "
    "Stockholm and did not come. Nordvik Lines offered 500 blankets. The 19 sailors are in Skagen, where Captain Anton "
    "Berglund was heard by the police of Denmark for 6 hours. The 312 containers go to Rotterdam, not to Hamburg, on "
    "the Fulmar. The Kattegat stays closed until March 20."
)


def test_a_text_with_the_names_figures_and_quotations_of_another_in_order_is_its_translation():
    for first, second in (("fr", "en"), ("en", "fr")):
        texts = {"fr": FRENCH, "en": ENGLISH}
        source = article("depeche", texts[first], 2, language=first)
        copy = article("journal", texts[second], 3, language=second)
        (found,) = copies(in_order([copy, source]))
        assert (found.article, found.of, found.kind, found.directed) == (copy.id, source.id, "translation", True)
        assert found.evidence
        assert all(span.of(copy.text) in copy.text for span in found.evidence)


def test_the_same_story_by_another_hand_is_no_translation():
    french = article("depeche", FRENCH, 2, language="fr")
    assert copies(in_order([french, article("reportage", OTHER_HAND, 3, language="en")])) == ()


def test_names_are_compared_by_what_no_spelling_changes():
    pairs = [
        ("putin", "poutine"),
        ("kiev", "kyiv"),
        ("zelensky", "zelenskyy"),
        ("moscow", "moscou"),
        ("korea", "corée"),
    ]
    assert all(skeleton(plain(one)) == skeleton(plain(other)) for one, other in pairs)
    assert skeleton(plain("Oui")) == "oui"
    assert skeleton("312") == "312"
