"""When statements were said, and who gives the figures in them."""

import datetime as dt

import msgspec
import pytest

from selon.annotation import dates, parse, when
from selon.annotation.draft import Draft
from selon.annotation.figures import finding as figures
from selon.annotation.figures import givers
from selon.annotation.statements import quotes
from selon.lexicon import load
from selon.model import Article, Dating, Interval, Statement
from selon.text import Span

MONDAY = dt.date(2024, 10, 28)
LEXICON = load("fr")


def at(text, words):
    return Span(text.index(words), text.index(words) + len(words))


def said(text, source, cue, content, speaker=""):
    return Statement(
        id="",
        source=at(text, source) if source else None,
        cue=at(text, cue) if cue else None,
        content=(at(text, content),),
        form="indirect",
        stance="affirm",
        speaker=speaker or source,
    )


def drafted(text, statements, published=MONDAY):
    dating = Dating(published, published, "explicit") if published else None
    article = Article(id="a", text=text, published=dating)
    draft = Draft(article, LEXICON, *article.reading())
    parse.STAGE.run(draft)
    dates.STAGE.run(draft)
    figures.STAGE.run(draft)
    quotes.STAGE.run(draft)
    draft.statements = list(statements)
    when.STAGE.run(draft)
    givers.STAGE.run(draft)
    return draft


def day(number):
    return Interval(dt.date(2024, 10, number), dt.date(2024, 10, number))


def whens(text, *statements, published=MONDAY):
    return [s.when for s in drafted(text, [said(text, *s) for s in statements], published).statements]


@pytest.mark.parametrize(
    ("text", "statement", "expected"),
    [
        ("Depuis la mi-septembre, la ville a promis un port.", ("la ville", "a promis", "un port"), day(28)),
        ("Le maire a déclaré vendredi que le port rouvrira.", ("Le maire", "a déclaré", "que le port rouvrira"), day(25)),
        ("Vendredi, le maire a promis un port.", ("le maire", "a promis", "un port"), day(25)),
        ("Le maire a déclaré que le port a fermé vendredi.", ("Le maire", "a déclaré", "que le port a fermé vendredi"), day(28)),
        ("Le maire affirme que le port rouvrira.", ("Le maire", "affirme", "que le port rouvrira"), day(28)),
        ("Selon le maire, le port rouvrira.", ("le maire", "Selon", "le port rouvrira"), day(28)),
        ("Le maire avait démenti ces rumeurs.", ("Le maire", "avait démenti", "ces rumeurs"), None),
        ("Le maire a toujours démenti ces rumeurs.", ("Le maire", "a toujours démenti", "ces rumeurs"), None),
        ("Le maire répète depuis plusieurs jours que non.", ("Le maire", "répète", "que non"), Interval(dt.date(2024, 10, 21), MONDAY)),
        ("Le maire répète depuis des mois que non.", ("Le maire", "répète", "que non"), None),
        ("Depuis vendredi, le maire dit que le port rouvrira.", ("le maire", "dit", "que le port rouvrira"), day(28)),
        ("Le rapport de 2019 dit que le quai est usé.", ("Le rapport de 2019", "dit", "que le quai est usé"), day(28)),
    ],
)  # fmt: skip
def test_a_statement_is_dated_by_its_own_clause_else_by_the_report(text, statement, expected):
    assert whens(text, statement) == [expected]


def test_the_same_speaker_goes_on_at_the_same_time():
    text = "Le maire a déclaré vendredi que le port rouvrira. « Le quai est sûr », a-t-il ajouté. « Non », dit Ada Lemoine."
    first = ("Le maire", "a déclaré", "que le port rouvrira", "le maire")
    second = ("il", "ajouté", "« Le quai est sûr »", "le maire")
    third = ("Ada Lemoine", "dit", "« Non »")
    assert whens(text, first, second, third) == [day(25), day(25), day(28)]


def test_without_a_day_of_publication_only_full_dates_count():
    text = "Le maire a déclaré vendredi que oui. Le préfet a nié le 3 mai 2024 que non."
    known = whens(text, ("Le maire", "a déclaré", "que oui"), ("Le préfet", "a nié", "que non"), published=None)
    assert known == [None, Interval(dt.date(2024, 5, 3), dt.date(2024, 5, 3))]


def test_statements_keep_their_order_and_all_else():
    text = "« Oui », a dit Ada. Selon Max, non merci."
    statements = [said(text, "Max", "Selon", "non merci"), said(text, "Ada", "a dit", "« Oui »")]
    draft = drafted(text, statements)
    assert [(s.source, s.cue, s.content) for s in draft.statements] == [
        (s.source, s.cue, s.content) for s in statements
    ]


def test_a_figure_is_given_by_the_innermost_voice_that_holds_it():
    text = "Le préfet dit que, selon le maire, 40 bateaux ont coulé. On compte 12 blessés."
    outer = said(text, "Le préfet", "dit", "que, selon le maire, 40 bateaux ont coulé")
    inner = said(text, "le maire", "selon", "40 bateaux ont coulé")
    draft = drafted(text, [outer, inner])
    assert [(f.span.of(text), f.speaker) for f in draft.figures] == [("40 bateaux", "le maire"), ("12 blessés", "")]
    assert [f.statement for f in draft.figures] == [None, None]
    assert [givers.Contents(draft.statements).statement_of(f.span) for f in draft.figures] == [1, None]


def test_a_figure_that_reaches_into_a_quotation_belongs_to_it():
    text = "Le maire parle de plus de « 40 bateaux perdus »."
    statement = said(text, "Le maire", "parle", "« 40 bateaux perdus »")
    assert givers.Contents([statement]).statement_of(at(text, "plus de « 40")) == 0
    assert givers.Contents([statement]).statement_of(at(text, "Le maire")) is None


def test_a_date_belongs_to_the_speaker_whose_cue_is_nearest():
    text = "Alors que le maire se dit inquiet depuis plusieurs jours, c'est la première fois que le préfet évoque un danger."
    found = whens(text, ("le maire", "dit", "inquiet"), ("le préfet", "évoque", "un danger"))
    assert found == [Interval(dt.date(2024, 10, 21), MONDAY), day(28)]


def test_one_of_two_speakers_goes_on_and_another_voice_between_changes_nothing():
    text = "Le maire Max Rol et la préfète Ada Lune ont parlé vendredi d'un danger. Un pêcheur le nie. « Non », a dit Lune."
    found = whens(
        text,
        ("Le maire Max Rol et la préfète Ada Lune", "ont parlé", "d'un danger"),
        ("Un pêcheur", "nie", "le"),
        ("Lune", "a dit", "« Non »"),
    )
    assert found == [day(25), day(28), day(25)]


def test_words_that_mean_no_day_are_kept_as_evidence_and_no_other_day_is_taken():
    text = "Le maire a déclaré mardi 25 octobre que oui."
    (statement,) = drafted(text, [said(text, "Le maire", "a déclaré", "que oui")]).statements
    assert (statement.when, statement.when_basis) == (None, "words")
    assert statement.when_evidence.of(text) == "mardi 25 octobre"


def givers_of(text, *statements):
    return [(f.span.of(text), f.speaker, f.giver) for f in drafted(text, statements).figures]


def test_a_quotation_right_behind_a_statement_is_its_speaker_s_and_not_the_article_s():
    text = "La digue a cédé, a dit Ada Lemoine. « Plus de 40 maisons sont sous l’eau. » Il reste 12 habitants."
    spoken = said(text, "Ada Lemoine", "a dit", "La digue a cédé")
    assert givers_of(text, spoken) == [
        ("Plus de 40 maisons", "Ada Lemoine", "continued"),
        ("12 habitants", "", "article"),
    ]
    other = text.replace("l’eau. »", "l’eau », a repris Max.")
    assert givers_of(other, said(other, "Ada Lemoine", "a dit", "La digue a cédé"))[0][1:] == ("", "article")


def test_a_report_goes_on_in_the_sentence_behind_it_with_what_it_measures():
    text = "La crue a couvert 478 km2, selon une analyse de l’institut.\n\nEn mai, elle en couvrait 459 km2. Il y a 30 ponts."
    report = said(text, "une analyse de l’institut", "selon", "La crue a couvert 478 km2", "l’institut")
    assert givers_of(text, report) == [
        ("478 km2", "l’institut", "statement"),
        ("459 km2", "l’institut", "continued"),
        ("30 ponts", "", "article"),
    ]
    person = text.replace("une analyse de l’institut", "le maire")
    assert givers_of(person, said(person, "le maire", "selon", "La crue a couvert 478 km2"))[1][1:] == ("", "article")


def test_where_only_a_relay_is_named_the_relay_gives_the_figure():
    text = "Quelque 40 maisons sont sous l’eau, rapporte la radio."
    statement = said(text, "", "rapporte", "Quelque 40 maisons sont sous l’eau")
    statement = msgspec.structs.replace(statement, relay=("la radio",))
    assert givers_of(text, statement) == [("Quelque 40 maisons", "la radio", "relay")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quelque 300 marins ont été recensés au port à midi par la capitainerie.", ["la capitainerie"]),
        ("Avec 300 marins recensés par la capitainerie, la grève tient.", ["la capitainerie"]),
        ("Leur nombre a été estimé à 300 marins par les autorités.", ["les autorités"]),
        ("La capitainerie a dénombré 300 marins sur le quai.", ["la capitainerie"]),
        ("Un record de 300 marins a été enregistré par la police.", ["la police"]),
        ("Le port compte 300 marins.", [""]),
        ("Les 300 marins recensés par jour de grève sont las.", [""]),
        ("Les 300 marins recensés hier sont partis. Ils ont été rejoints par les dockers.", [""]),
        ("Les 300 marins sont partis, rejoints par les dockers.", [""]),
    ],
)
def test_who_counted_gives_the_figure(text, expected):
    assert [f.speaker for f in drafted(text, []).figures] == expected


def test_a_part_and_what_is_compared_are_given_by_who_gives_the_count():
    text = "Quelque 300 marins, dont 20 pilotes, manifestaient, contre 500 samedi. Le port emploie 900 dockers."
    spoken = said(text, "", "", "Quelque 300 marins", "la capitainerie")
    assert givers_of(text, msgspec.structs.replace(spoken, source=None, cue=None)) == [
        ("Quelque 300 marins", "la capitainerie", "statement"),
        ("20 pilotes", "la capitainerie", "continued"),
        ("500", "la capitainerie", "continued"),
        ("900 dockers", "", "article"),
    ]
