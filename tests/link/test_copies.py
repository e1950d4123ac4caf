from __future__ import annotations

import time

from quarry_story import article, credit

from selon.link.copies import copies
from selon.link.coverage import in_order
from selon.link.retelling import in_same_order
from selon.link.shingles import shingled
from selon.link.wording import passages, shared

DISPATCH = (
    "La carrière de Valbrune restera fermée jusqu’à nouvel ordre, a annoncé lundi la direction. "
    "Un pan de la falaise s’est détaché dimanche vers 5 h 40 et a recouvert la piste sur 120 mètres. "
    "Personne ne travaillait à cet endroit. Les 64 salariés ont été envoyés chez eux et seront payés. "
    "Le maire, Ernest Vautrin, a demandé une expertise à Louvière et attend la visite du préfet mercredi. "
    "Le syndicat des carriers rappelle que des fissures avaient été signalées en février par Nadège Roussel, "
    "de la section de Hautmont, dans un courrier de 3 pages resté sans réponse."
)
UNLIKE = (
    "À Louvière, le marché couvert rouvre ses portes samedi après deux ans de travaux. Les commerçants espèrent "
    "retrouver leur clientèle avant l’été, malgré le prix des emplacements que la ville vient de relever."
)


def _only(*articles):
    (found,) = copies(in_order(articles))
    return found


def test_the_same_words_are_identical_whatever_their_typography():
    first = article("agence", DISPATCH, 2)
    second = article("journal", DISPATCH.replace("’", "'").upper(), 3)
    found = _only(first, second)
    assert (found.article, found.of, found.kind, found.overlap, found.directed) == (
        second.id,
        first.id,
        "identical",
        1.0,
        True,
    )


def test_an_edited_reprint_is_a_near_duplicate_and_shows_the_shared_words():
    first = article("agence", DISPATCH, 2)
    second = article("journal", DISPATCH.replace("Personne ne travaillait à cet endroit. ", ""), 3)
    found = _only(first, second)
    assert (found.kind, found.of) == ("near_duplicate", first.id)
    assert all(span.of(second.text) in DISPATCH for span in found.evidence)


def test_a_paragraph_inside_a_longer_text_is_an_excerpt():
    first = article("agence", DISPATCH, 2)
    second = article("journal", f"{UNLIKE} {UNLIKE[::-1]} {DISPATCH[:330]}", 3)
    found = _only(first, second)
    assert found.kind == "excerpt"
    assert 0.2 < found.overlap < 0.7


def test_a_reworded_text_with_its_names_and_figures_in_order_is_a_rewrite():
    reworded = (
        "Fermeture jusqu’à nouvel ordre à la carrière Valbrune, selon la direction. Dimanche à 5 h 40, un morceau "
        "de paroi est tombé et a recouvert la piste sur 120 mètres. Personne ne travaillait à cet endroit. Les "
        "64 employés, renvoyés à la maison, toucheront leur paie. Le maire Ernest Vautrin réclame des experts de "
        "Louvière et attend la visite du préfet mercredi. Pour le syndicat, des fentes existaient dès février, "
        "selon Nadège Roussel, de la section de Hautmont ; son courrier de 3 pages est resté sans réponse."
    )
    assert _only(article("agence", DISPATCH, 2), article("miroir", reworded, 3)).kind == "rewrite"


def test_a_later_version_by_the_same_outlet_is_an_update():
    first = article("v1", DISPATCH, 2, outlet="Le Carrier")
    second = article("v2", DISPATCH + " La piste a rouvert.", 3, outlet="Le Carrier")
    assert _only(first, second).kind == "update"


def test_who_credits_an_agency_copies_it_even_on_the_same_day():
    agency = article("z-agence", DISPATCH, 2, outlet="Agence Roc")
    journal = article("journal", DISPATCH, 2, outlet="Le Carrier", credits=credit("agence roc"))
    found = _only(journal, agency)
    assert (found.article, found.of, found.directed) == (journal.id, agency.id, True)


def test_without_dates_nothing_tells_which_came_first():
    assert _only(article("un", DISPATCH), article("deux", DISPATCH)).directed is False


def test_a_shared_quotation_is_no_copy():
    quotation = f"« {DISPATCH} »"
    first = article("un", f"Le directeur a lu un texte devant la presse. {quotation}", 2)
    second = article("deux", f"Voici la déclaration, telle que reçue par courrier ce matin : {quotation}", 3)
    assert copies(in_order([first, second])) == ()


def test_unlike_texts_are_no_copies():
    assert copies(in_order([article("un", DISPATCH, 2), article("deux", UNLIKE, 3), article("trois", "", 3)])) == ()


def test_reprints_point_to_the_dispatch_and_not_to_one_another():
    first = article("agence", DISPATCH, 2)
    second = article("journal", DISPATCH[: len(DISPATCH) * 3 // 4] + UNLIKE, 3)
    third = article("radio", DISPATCH, 4)
    assert {(c.article, c.of) for c in copies(in_order([third, first, second]))} == {
        (second.id, first.id),
        (third.id, first.id),
    }


def test_runs_are_the_longest_shared_passages():
    first = shingled(article("un", "Avant. Le pan de falaise est tombé sur la piste. Après cela rien."))
    second = shingled(article("deux", "Hier le pan de falaise est tombé sur la piste, dit-on."))
    found = passages(first, shared(first, second).runs)
    assert [s.of(first.article.text) for s in found] == ["Le pan de falaise est tombé sur la piste"]


def test_the_longest_common_subsequence_may_have_gaps():
    assert in_same_order("abcde", "axcye") == [(0, 0), (2, 2), (4, 4)]
    assert in_same_order("", "abc") == []


def test_hostile_texts_take_bounded_time():
    start = time.process_time()
    many = [article(f"n{i}", "bla " * 2_000 + f"{i} A1 " * 500, 2) for i in range(20)]
    copies(in_order(many))
    assert time.process_time() - start < 20
