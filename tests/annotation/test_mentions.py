from __future__ import annotations

import time

import pytest
from drafting import actors, drafted, words

from selon.annotation.actors import mentions


def found(text: str):
    draft = drafted(text)
    mentions.STAGE.run(draft)
    return draft, actors(draft)


def test_a_title_in_front_of_a_name_belongs_to_the_person_and_tells_the_state():
    _, people = found("Le ministre lituanien des Affaires étrangères Jonas Petrauskas est arrivé lundi.")
    person = people["Jonas Petrauskas"]
    assert (person.kind, person.roles, person.speaks_for) == (
        "person",
        ("ministre lituanien des Affaires étrangères",),
        "Lituanie",
    )


def test_a_surname_goes_to_the_full_name_of_the_article():
    draft, people = found("La maire Claire Vasseur a parlé hier. Mme Vasseur a promis une fête. Vasseur est restée.")
    assert words(people["Claire Vasseur"], draft) == ["La maire Claire Vasseur", "Mme Vasseur", "Vasseur"]


def test_two_people_of_one_surname_are_told_apart_by_gender():
    draft, people = found(
        "Claire Vasseur dirige le port et Michel Vasseur la pêche. M. Vasseur a ri. Mme Vasseur est partie."
    )
    assert "M. Vasseur" in words(people["Michel Vasseur"], draft)
    assert "Mme Vasseur" in words(people["Claire Vasseur"], draft)


def test_an_apposition_behind_the_name_is_its_role():
    _, people = found("« Rien ne change », a dit Jeanne Morel, porte-parole du Pentagone, lundi.")
    assert people["Jeanne Morel"].roles == ("porte-parole du Pentagone",)
    assert people["Jeanne Morel"].speaks_for == "Pentagone"


def test_an_apposition_in_front_of_the_name_is_its_role_even_behind_an_aside():
    draft, people = found("Le procureur du comté de Bellerive, dans le nord, Paul Ansart, a ouvert une enquête.")
    assert words(people["Paul Ansart"], draft) == ["Le procureur du comté de Bellerive", "Paul Ansart"]


def test_an_acronym_in_brackets_is_another_name_of_the_body():
    draft, bodies = found("La Fédération nationale des bateliers (FNB) proteste. La FNB appelle à la grève.")
    name = next(n for n in bodies if "FNB" in n)
    assert bodies[name].kind == "body"
    assert words(bodies[name], draft)[-1] == "FNB"


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("Moscou a réagi mardi.", "Moscou", "Russie"),
        ("Selon le Kremlin, rien ne presse.", "le Kremlin", "Russie"),
        ("Downing Street a confirmé la visite.", "Downing Street", "Royaume-Uni"),
    ],
)
def test_a_seat_of_government_speaks_for_its_state_and_is_not_that_state(text: str, name: str, state: str):
    _, bodies = found(text)
    assert (bodies[name].kind, bodies[name].speaks_for) == ("body", state)


def test_a_former_minister_speaks_for_nobody():
    _, people = found("L'ancien ministre italien de la Défense Carlo Brindi a pris la parole.")
    assert people["Carlo Brindi"].speaks_for is None


def test_a_professor_does_not_speak_for_the_country_of_the_adjective():
    _, people = found("Le professeur italien Carlo Brindi a pris la parole.")
    assert (people["Carlo Brindi"].kind, people["Carlo Brindi"].speaks_for) == ("person", None)


def test_the_role_taken_up_again_is_the_person_who_bears_it():
    draft, people = found(
        "La ministre de la Culture Anne Perrin est venue. Le maire Luc Tissot l'attendait. La ministre a souri."
    )
    assert words(people["Anne Perrin"], draft)[-1] == "La ministre"


def test_an_unnamed_official_stays_a_stranger_who_speaks_for_a_state():
    _, people = found("Un haut responsable américain a parlé sous couvert d'anonymat.")
    stranger = people["un haut responsable américain"]
    assert (stranger.kind, stranger.speaks_for) == ("anonymous", "États-Unis")


def test_mentions_stay_inside_the_text_and_in_order():
    draft, people = found("À Paris, le président Jean Dubreuil et M. Ali ben Salem ont parlé d'Haïti, a dit l'ONU.")
    for actor in people.values():
        assert list(actor.mentions) == sorted(actor.mentions)
        assert all(m.end <= len(draft.text) for m in actor.mentions)


@pytest.mark.parametrize("part", ["Le ministre de ", "Jean ", "M. ", "de la ", "président, ", "(AB) ", "Otan "])
def test_repeated_words_cost_no_more_than_their_number(part: str):
    draft = drafted(part * 2000)
    start = time.process_time()
    mentions.STAGE.run(draft)
    assert time.process_time() - start < 5


def test_the_deputy_of_a_minister_speaks_for_the_minister():
    _, people = found("Le ministre Jean Perrin et sa conseillère Lucie Aubert sont venus.")
    assert people["Lucie Aubert"].speaks_for == "Jean Perrin"


def test_a_spokesman_without_a_title_speaks_for_the_body_named_last():
    _, people = found("Le Kremlin se tait. « Nous verrons », a dit hier le porte-parole, Pavel Orlov.")
    assert people["Pavel Orlov"].speaks_for == "Kremlin"


def test_the_mayor_of_a_capital_does_not_speak_for_the_state():
    _, people = found("La maire de Lisbonne Inês Duarte a ouvert le parc.")
    assert people["Inês Duarte"].speaks_for is None


def test_a_state_with_an_adjective_behind_it_may_be_a_party():
    _, people = found("Le chef de la Belgique combative, Jan Peeters, a voté.")
    assert people["Jan Peeters"].speaks_for is None


def test_quotation_marks_inside_a_description_are_closed_again():
    draft, people = found("Les « bonnets rouges » ont défilé. Les policiers « en civil » aussi.")
    assert all(name.count("«") == name.count("»") for name in people)
    assert all(m.of(draft.text).count("«") == m.of(draft.text).count("»") for a in people.values() for m in a.mentions)


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre des Transports et la ministre de la Santé, Anne Perrin, ont parlé.",
        "Le ministère des Affaires étrangères se tait. La commission des Lois attend.",
        "Le secrétaire d'État à l'Intérieur, Laurent Morel, a parlé.",
        "La société a versé 3 millions de FCFA à la commune.",
        "BELVAUX (Nord), 3 mai 2025 – Le pont tient.",
        "La préfète du Valdor, Anne Perrin, a parlé. L'hôpital de Verdier est plein.",
    ],
)
def test_fields_currencies_and_places_are_no_actors(text: str):
    _, people = found(text)
    alone = {name.removeprefix("la ").removeprefix("l'") for name, a in people.items() if a.kind in {"body", "unknown"}}
    assert not alone & {"Transports", "Santé", "Affaires", "Lois", "Intérieur", "État à l'Intérieur", "FCFA", "BELVAUX"}
    assert not alone & {"Valdor", "Verdier"}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("L'Allemand Walter Brandt est venu.", "Walter Brandt", "person"),
        ("Le Tunisien Amor Layouni est venu.", "Amor Layouni", "person"),
        ("Le lieutenant-colonel Emmanuel Zonga est venu.", "Emmanuel Zonga", "person"),
        ("Les Français jugent que le pont tient.", "les Français", "group"),
        ("Les Sud-Coréennes jugent que le pont tient.", "les Sud-Coréennes", "group"),
        ("Les secours cherchent.", "les secours", "group"),
        ("Le bateau du Secours lacustre cherche.", "Secours lacustre", "body"),
        ("Le gouvernement compte ses voix.", "le gouvernement", "body"),
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(text: str, name: str, kind: str):
    _, people = found(text)
    assert people[name].kind == kind, list(people)


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        ("La préfète du Valdor, Anne Perrin, a parlé.", "Anne Perrin", "la préfecture du Valdor"),
        ("La préfecture du Valdor se tait. Le préfet, Luc Tissot, a parlé.", "Luc Tissot", "la préfecture du Valdor"),
        ("Le préfet de police de Paris, Luc Tissot, a parlé.", "Luc Tissot", "la préfecture de police de Paris"),
        ("Le procureur de la République à Verdier, Luc Tissot, a parlé.", "Luc Tissot", "le parquet de Verdier"),
        ("L'ancien préfet du Valdor, Luc Tissot, a parlé.", "Luc Tissot", None),
        ("Jeanne Morel, porte-parole d'Altia, a parlé.", "Jeanne Morel", "Altia"),
        (
            "La Ligue des quais (LDQ) dément. Sa porte-parole, Jeanne Morel, a parlé.",
            "Jeanne Morel",
            "la Ligue des quais",
        ),
    ],
)
def test_who_has_an_office_speaks_for_its_body(text: str, name: str, body: str | None):
    _, people = found(text)
    assert people[name].speaks_for == body


@pytest.mark.parametrize("retinue", ["ses services", "son cabinet", "son entourage"])
def test_those_around_a_person_speak_for_that_person(retinue: str):
    _, people = found(f"La ministre Hélène Vasseur a vu le bac « Odile », selon {retinue}.")
    assert people[retinue].speaks_for == "Hélène Vasseur"


def test_the_body_of_a_prefect_is_the_prefecture_named_in_short():
    _, people = found("La préfète du Valdor, Anne Perrin, a parlé. La préfecture a confirmé.")
    assert (people["la préfecture du Valdor"].kind, people["Anne Perrin"].speaks_for) == (
        "body",
        "la préfecture du Valdor",
    )


@pytest.mark.parametrize(
    ("text", "name", "words_"),
    [
        (
            "Le Service national de renseignement (NIS) se tait. L'agence de renseignement attend. Les renseignements nationaux aussi. Le NIS attend.",
            "le Service national de renseignement (NIS)",
            ["L'agence de renseignement", "Les renseignements nationaux", "NIS"],
        ),
        (
            "L'Office valdorien des barrages (OVB) se tait. Les barrages norvégiens tiennent. Le bureau des barrages attend.",
            "l'Office valdorien des barrages (OVB)",
            ["OVB", "Le bureau des barrages"],
        ),
    ],
)
def test_a_description_takes_up_the_only_body_whose_name_says_as_much(text: str, name: str, words_: list[str]):
    draft, bodies = found(text)
    assert words(bodies[name], draft)[-len(words_) :] == words_, list(bodies)


def test_a_description_that_fits_two_bodies_is_neither():
    _, bodies = found(
        "Le Service valdorien des barrages (SVB) se tait. L'Office des barrages du Nord (OBN) attend. L'agence des barrages ment."
    )
    assert "l'agence des barrages" in bodies


@pytest.mark.parametrize(
    ("text", "name", "last"),
    [
        (
            "Le pont ferme, écrit Le Messager de l'Est. Le journal évoque un transfert.",
            "Le Messager de l'Est",
            "Le journal",
        ),
        ("La Voix du Valdor l'annonce. Le quotidien le répète.", "La Voix du Valdor", "Le quotidien"),
        (
            "Selon le journal britannique The Guardian et l'agence Yonhap, rien ne va. Le journal le dit.",
            "The Guardian",
            "Le journal",
        ),
    ],
)
def test_a_newspaper_is_one_name_and_taken_up_by_its_noun(text: str, name: str, last: str):
    draft, media = found(text)
    assert (media[name].kind, media[name].speaks_for, words(media[name], draft)[-1]) == ("medium", None, last)


def test_a_noun_that_two_newspapers_may_be_takes_up_neither():
    _, media = found("La Voix du Valdor et Le Messager du Nord se taisent. Le journal attend.")
    assert "le journal" in media


def test_a_surname_that_is_a_state_belongs_to_the_person():
    draft, people = found(
        "Pierre Liban a signé. M. Liban quitte le Liban. Liban ne dira rien. Le Liban attend, dit Liban."
    )
    assert words(people["Pierre Liban"], draft) == ["Pierre Liban", "M. Liban", "Liban", "Liban"]
    assert words(people["le Liban"], draft) == ["Liban", "Liban"]


def test_a_source_in_a_body_keeps_the_body_in_its_name():
    _, people = found("Une source au ministère des Transports évoque une panne.")
    assert "une source au ministère des Transports" in people
