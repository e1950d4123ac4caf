from __future__ import annotations

import time

import pytest
from drafting import drafted, statement

from selon.annotation.actors import mentions, speakers


def spoken(text: str, *pairs: tuple[str, str] | tuple[str, str, int]) -> list[str]:
    draft = drafted(text)
    draft.statements = [statement(draft, *pair) for pair in pairs]
    mentions.STAGE.run(draft)
    speakers.STAGE.run(draft)
    return [s.speaker for s in draft.statements]


def test_a_short_name_becomes_the_fullest_one_of_the_article():
    text = "Le maire Luc Tissot est arrivé. M. Tissot a dit que le pont tiendrait."
    assert spoken(text, ("M. Tissot", "que le pont tiendrait")) == ["Luc Tissot"]


def test_a_pronoun_is_the_speaker_of_the_statement_before():
    text = "Anne Perrin dit que le port ferme. Le bateau est au quai. Elle ajoute que rien ne presse."
    assert spoken(text, ("Anne Perrin", "que le port ferme"), ("Elle", "que rien ne presse")) == ["Anne Perrin"] * 2


def test_a_pronoun_agrees_in_gender():
    text = "Anne Perrin a reçu Luc Tissot mardi. Il a dit que le pont tiendrait."
    assert spoken(text, ("Il", "que le pont tiendrait")) == ["Luc Tissot"]


def test_a_description_without_a_name_keeps_the_words_of_the_source():
    text = "Un responsable du port a dit que le pont tiendrait."
    assert spoken(text, ("Un responsable du port", "que le pont tiendrait")) == ["un responsable du port"]


def test_a_role_is_the_person_named_beside_it():
    text = "Rien ne presse, a dit le préfet de la Creuse, Paul Ansart. Le préfet a rappelé la loi."
    assert spoken(text, ("le préfet de la Creuse", "Rien ne presse"), ("Le préfet", "la loi")) == ["Paul Ansart"] * 2


def test_a_quotation_without_a_source_goes_on_with_the_speaker_before():
    text = "Le préfet Paul Ansart a pris la parole, disant que tout va bien. « Nous verrons demain. »"
    assert spoken(text, ("Le préfet Paul Ansart", "que tout va bien"), ("", "« Nous verrons demain. »")) == [
        "Paul Ansart",
        "Paul Ansart",
    ]


def test_somebody_no_mention_gives_is_added_to_the_actors():
    draft = drafted("Selon la rumeur du marché, le pont tiendra.")
    draft.statements = [statement(draft, "la rumeur du marché", "le pont tiendra")]
    mentions.STAGE.run(draft)
    speakers.STAGE.run(draft)
    assert draft.statements[0].speaker in {a.name for a in draft.actors}


def test_the_same_source_is_whoever_spoke_last():
    text = "Selon la préfecture, le pont tiendra. De même source, ou plutôt selon la même source, la route est coupée."
    assert (
        spoken(text, ("la préfecture", "le pont tiendra"), ("la même source", "la route est coupée"))[1]
        == "la préfecture"
    )


def test_a_capital_is_the_state_when_the_article_names_it():
    text = "La Norvège a rappelé son ambassadeur. Oslo dit que le port ferme."
    assert spoken(text, ("Oslo", "que le port ferme")) == ["la Norvège"]


def test_a_capital_is_the_ministry_that_just_spoke():
    text = "Le ministère norvégien de la Défense dit que la Norvège tient. Oslo ajoute que le port ferme."
    pairs = (("Le ministère norvégien de la Défense", "que la Norvège tient"), ("Oslo", "que le port ferme"))
    assert spoken(text, *pairs) == ["le ministère norvégien de la Défense"] * 2


def test_a_capital_stays_itself_in_an_article_without_the_state():
    assert spoken("Oslo dit que le port ferme.", ("Oslo", "que le port ferme")) == ["Oslo"]


def test_a_capital_is_an_actor_only_where_it_speaks():
    draft = drafted("Le fleuve monte à Oslo. Lisbonne dit que le port ferme. Le maire d'Oslo attend.")
    draft.statements = [statement(draft, "Lisbonne", "que le port ferme")]
    mentions.STAGE.run(draft)
    speakers.STAGE.run(draft)
    assert [a.name for a in draft.actors if a.kind == "body"] == ["Lisbonne"]


def test_a_pronoun_goes_over_to_a_person_who_comes_in_as_a_subject():
    text = (
        "Luc Tissot dit que le pont tient. Rien ne presse. Paul Ansart, 60 ans, chauffeur, attend devant le port."
        " « La route est coupée », dit-il."
    )
    pairs = (("Luc Tissot", "que le pont tient"), ("il.", "« La route est coupée »"))
    assert spoken(text, *pairs) == ["Luc Tissot", "Paul Ansart"]


def test_a_floating_quotation_may_be_whose_name_follows():
    text = "« Le pont tient. » Luc Tissot regarde le fleuve avec inquiétude."
    assert spoken(text, ("", "« Le pont tient. »")) == ["Luc Tissot"]


def test_a_source_with_its_own_name_is_nobody_else():
    text = "Anne Perrin dit que le pont tient. L'experte et blogueuse Julie Morel ajoute que la route est coupée."
    pairs = (("Anne Perrin", "que le pont tient"), ("L'experte et blogueuse Julie Morel", "que la route est coupée"))
    assert spoken(text, *pairs)[1].endswith("Julie Morel")


@pytest.mark.parametrize("pronoun", ["il", "elle", "ils", "celui-ci", "on"])
def test_a_pronoun_in_a_text_without_anybody_has_no_speaker(pronoun: str):
    text = f"Demain, a dit {pronoun}, il pleuvra."
    assert spoken(text, (pronoun, "il pleuvra")) == [""]


def test_a_source_of_marks_alone_is_nobody():
    assert spoken("Demain, dit —, il pleuvra.", ("—", "il pleuvra")) == [""]


def test_many_statements_cost_no_more_than_their_number():
    sentence = "Jean Dubreuil dit que le pont tient. Il ajoute que la route est sûre. "
    draft = drafted(sentence * 400)
    draft.statements = [
        statement(draft, source, "que", nth) for nth in range(400) for source in ("Jean Dubreuil", "Il ")
    ]
    start = time.process_time()
    mentions.STAGE.run(draft)
    speakers.STAGE.run(draft)
    assert time.process_time() - start < 5
    assert {s.speaker for s in draft.statements} == {"Jean Dubreuil"}


@pytest.mark.parametrize(
    ("text", "source", "content", "speaker"),
    [
        ("Le pont tient, dit-on à la préfecture du Valdor.", "-on", "Le pont tient", "la préfecture du Valdor"),
        ("Le pont tient, a-t-on appris auprès de la police.", "-on", "Le pont tient", "la police"),
        ("Le pont tient, a-t-on appris mardi de source policière.", "-on", "Le pont tient", "source policière"),
        ("Dans l'entourage du maire, on dit que le pont tient.", "on", "que le pont tient", "l'entourage du maire"),
        ("Le pont tient, dit-on dans la ville.", "-on", "Le pont tient", ""),
        ("Le pont tient, dit-on à Paris.", "-on", "Le pont tient", ""),
        ("Selon un bilan donné par la police, le pont tient.", "un bilan", "le pont tient", "la police"),
        ("Des chiffres émanant de la mairie disent que tout va.", "Des chiffres", "que tout va", "la mairie"),
        ("Les propos du maire selon lesquels le pont tient.", "lesquels le pont", "le pont tient", "maire"),
        ("Le pont tient, a dit Me Sur.", "Me Sur", "Le pont tient", "Sur"),
    ],
)
def test_whose_words_they_are_may_stand_beside_the_source(text: str, source: str, content: str, speaker: str):
    assert spoken(text, (source, content)) == [speaker]


def test_somebody_concerned_is_taken_up_as_by_a_pronoun():
    text = "L'opposition accuse le maire de Kossouma. L'intéressé dit que rien ne presse. Il attend le procès."
    pairs = (("L'intéressé", "que rien ne presse"), ("Il", "le procès"))
    assert spoken(text, *pairs) == ["le maire de Kossouma"] * 2


def test_a_pronoun_that_is_an_object_is_nobody_s_name():
    text = "Le Kremlin a nié ces rumeurs, les qualifiant de fables."
    assert spoken(text, ("les", "fables")) == ["le Kremlin"]


@pytest.mark.parametrize(
    ("text", "pairs", "speaker"),
    [
        (
            "Le président Jean Dubreuil voit le premier ministre Luc Tissot. Le chef du gouvernement dit que rien ne va.",
            (("Le chef du gouvernement", "que rien ne va"),),
            "Luc Tissot",
        ),
        (
            "Le pont tient, selon un communiqué de la mairie. La route est sûre, selon le communiqué.",
            (("un communiqué de la mairie", "Le pont tient"), ("le communiqué", "La route est sûre")),
            "la mairie",
        ),
    ],
)
def test_a_function_and_a_document_taken_up_lead_to_whoever_has_them(
    text: str, pairs: tuple[tuple[str, str], ...], speaker: str
):
    assert spoken(text, *pairs)[-1] == speaker


def test_an_office_is_not_that_of_somebody_known_for_another():
    text = (
        "Le président de la République Jean Dubreuil s'est rendu au barrage. Il a dit que tout allait bien. "
        "La digue était fissurée, selon le procureur de la République."
    )
    pairs = (("Il", "que tout allait bien"), ("le procureur de la République", "La digue était fissurée"))
    assert spoken(text, *pairs) == ["Jean Dubreuil", "le procureur de la République"]
