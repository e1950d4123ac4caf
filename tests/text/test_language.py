"""Which language a text is in, and when that is sure enough to refuse it."""

from __future__ import annotations

import pytest

from selon.text.language import SAMPLE, foreign, language_of

FRENCH = "Le maire a annoncé jeudi la fermeture du pont, que la crue de la semaine dernière avait fragilisé, et promis des travaux."
OTHERS = {
    "en": "The mayor announced on Thursday that the bridge would be closed, since the flood of last week had weakened its piers.",
    "es": "El alcalde anunció el jueves el cierre del puente, que la crecida de la semana pasada había dañado, y prometió obras pronto.",
    "it": "Il sindaco ha annunciato giovedì la chiusura del ponte, indebolito dalla piena della settimana scorsa, e ha promesso lavori.",
    "de": "Der Bürgermeister hat am Donnerstag die Sperrung der Brücke angekündigt, die das Hochwasser der letzten Woche beschädigt hatte.",
    "ru": "Мэр объявил в четверг о закрытии моста, который повредило наводнение на прошлой неделе, и пообещал скоро начать ремонт опор.",
}


@pytest.mark.parametrize(("code", "text"), OTHERS.items())
def test_another_language_is_named(code, text):
    assert language_of(text)[0] == code
    assert foreign(text * 2) == code


def test_french_is_never_foreign_even_with_foreign_names_and_capitals():
    assert foreign(FRENCH) is None
    assert foreign(FRENCH.upper()) is None
    assert (
        foreign(FRENCH + " Le groupe Bridge Builders Limited, de New York, et le Financial Times n'ont pas répondu.")
        is None
    )


@pytest.mark.parametrize("text", ["", "12 345", "The bridge is closed", "—" * 500, "🙂" * 500])
def test_what_is_too_short_to_tell_is_let_through(text):
    assert foreign(text) is None


def test_the_middle_decides():
    assert foreign("Share this page with your friends. " * 5 + FRENCH * 60 + "Follow us. " * 5) is None
    assert foreign(OTHERS["en"] * (2 * SAMPLE // 100)) == "en"
