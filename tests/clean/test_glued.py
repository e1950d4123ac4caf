"""Paragraphs that touch because a line break was lost between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.clean import clean
from selon.clean.glued import unglued
from selon.clean.lines import lines_of
from selon.lexicon import load
from selon.read import from_text

LEXICON = load()


def pieces(text: str) -> list[str]:
    return [line.text for line in unglued(text, list(lines_of(text)), LEXICON.stopwords)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Le pont restera fermé.", "La préfecture cherche une autre route."),
        ("Elle a parlé d'une « erreur ».", "Dans le bourg, personne ne l'a crue."),
        ("Les habitants s'impatientent.", "« Nous attendons depuis mars », a dit l'un d'eux."),
        ("«Rien n'est décidé»", "Les élus se réuniront lundi."),
        ("Faut-il démolir le pont?", "La mairie hésite."),
        ("Un chantier sans précédent", "Mathurin Vasseur dirigera les travaux."),
        ("Retour à Valombre", "Une semaine après la crue, le bourg se relève."),
        ("La fin de la GPA", "Dans son avis, le comité refuse."),
        ("Les comptes de 2019", "Selon la chambre, le pont a coûté le double."),
        ("Au bord de la rivière", "À midi, l'eau montait encore."),
    ],
)
def test_touching_paragraphs_are_parted(first: str, second: str) -> None:
    assert pieces(first + second) == [first, second]


@pytest.mark.parametrize(
    "text",
    [
        "La vidéo est sur YouTube et sur BFMTV.",
        "Le vol easyJet de McDonald est parti de LaSalle.",
        "Une maison du XIXe siècle, des grèves du XVIIIe siècle.",
        "M. J.-C. Vasseur habite www.mairie-valombre.fr depuis 2014.",
        "Elle coûte 26 958 FCFA (50 dollars) par personne.",
        "L'avis de l'AFP, dit-il, n'engage qu'elle. Et puis ?",
    ],
)
def test_names_and_numbers_stay_whole(text: str) -> None:
    assert pieces(text) == [text]


def test_a_heading_that_touches_is_a_heading() -> None:
    text = (
        "Le maire a annoncé jeudi la fermeture du pont, fragilisé par la crue de la semaine.Un bourg coupé en deux"
        "Les habitants feront un détour de trente kilomètres, a précisé la préfecture dans un communiqué."
    )
    blocks = [(block.kind, block.span.of(text)) for block in clean(from_text(text), LEXICON).blocks]
    assert ("heading", "Un bourg coupé en deux") in blocks


@given(st.text(alphabet="abcéA É.!»« ”\n1", max_size=80))
def test_no_character_is_lost(text: str) -> None:
    assert "".join("".join(pieces(text)).split()) == "".join(text.split())
