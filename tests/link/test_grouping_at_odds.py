"""Grouping what is made to be hard: one sentence, many copies, the same people in two stories of one week."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from quarry_story import article

from selon.lexicon import load
from selon.link import group

LEXICON = load("fr")
QUARRY = (
    "La ministre Ada Brune visite la carrière de Valbrune.\n\nLa falaise de la carrière menace les maisons du hameau. Des capteurs mesurent la fissure, et les carriers attendent la réouverture. Le géologue craint un éboulement.",
    "À Valbrune, Ada Brune promet de fermer la carrière.\n\nLa falaise a bougé de deux centimètres, mesurent les capteurs. Les carriers demandent un géologue ; au hameau, la fissure court sous les maisons après l’éboulement.",
)
TRAINS = (
    "La ministre Ada Brune reçoit les cheminots.\n\nLa grève des trains régionaux entre dans sa deuxième semaine. Les conducteurs réclament des embauches, et les voyageurs attendent sur les quais des gares fermées.",
    "Grève des trains : les cheminots quittent Ada Brune.\n\nLes trains régionaux restent à quai. Sans embauches, les conducteurs prolongent la grève ; les voyageurs trouvent les gares fermées et les cheminots devant.",
)
STREAM = [article(f"n{i}", text, 2 + i % 3) for i, text in enumerate([*QUARRY, *TRAINS])]


def sets(stories):
    return {frozenset(s.articles) for s in stories}


def test_two_stories_of_one_minister_in_one_week_stay_two():
    assert sets(group(STREAM, {}, LEXICON)) == {
        frozenset(a.id for a in STREAM[:2]),
        frozenset(a.id for a in STREAM[2:]),
    }


def test_an_article_of_one_sentence_finds_its_story():
    short = article("bref", "La falaise de la carrière de Valbrune inquiète les carriers.", 3)
    assert frozenset(a.id for a in (*STREAM[:2], short)) in sets(group([*STREAM, short], {}, LEXICON))


def test_a_thousand_copies_are_one_story_and_change_no_other():
    copies = [article(f"copie{i}", QUARRY[0], 2) for i in range(1000)]
    found = sets(group([*STREAM, *copies], {}, LEXICON))
    assert found == {frozenset(a.id for a in (*STREAM[:2], *copies)), frozenset(a.id for a in STREAM[2:])}


@settings(deadline=None, max_examples=30)
@given(st.permutations(STREAM), st.integers(0, len(STREAM)))
def test_neither_order_nor_repetition_nor_parts_matter(order, at):
    again = [*order[:at], *order[at:], *order[:at]]
    assert group(again, {}, LEXICON) == group(STREAM, {}, LEXICON)
