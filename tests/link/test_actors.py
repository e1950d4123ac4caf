from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.lexicon import load
from selon.link.actors import ActorLinks, bodies_of, body_of, link_actors
from selon.model import Actor, ActorKind, Annotations, Article, Credit, Figure, LocalActor, Statement
from selon.text import Span


def person(name: str, *roles: str, speaks_for: str | None = None) -> LocalActor:
    return LocalActor(name=name, kind="person", roles=roles, speaks_for=speaks_for)


def told(name: str, kind: ActorKind, speaks_for: str | None = None) -> LocalActor:
    return LocalActor(name=name, kind=kind, speaks_for=speaks_for)


def coverage(**actors: list[LocalActor]) -> tuple[list[Article], dict[str, Annotations]]:
    """Articles in which each actor makes one statement, named `article-number`."""
    articles = [Article(id=name, text="x" * 100) for name in actors]
    annotations = {
        name: Annotations(
            path=None,
            article=name,
            language="fr",
            characters=100,
            actors=tuple(found),
            statements=tuple(
                Statement(
                    id=f"{name}-{i}",
                    source=None,
                    cue=None,
                    content=(Span(i, i + 1),),
                    form="indirect",
                    stance="affirm",
                    speaker=actor.name,
                )
                for i, actor in enumerate(found)
            ),
        )
        for name, found in actors.items()
    }
    return articles, annotations


def linked(**actors: list[LocalActor]) -> ActorLinks:
    articles, annotations = coverage(**actors)
    return link_actors(articles, annotations, load())


def by_name(links: ActorLinks) -> dict[str, Actor]:
    return {a.name: a for a in links.actors}


def chain(links: ActorLinks, name: str) -> list[str]:
    names = {a.id: a for a in links.actors}
    actor: Actor | None = by_name(links)[name]
    out = []
    while actor is not None:
        out.append(actor.name)
        actor = names[actor.speaks_for] if actor.speaks_for else None
    return out


def test_one_name_in_several_spellings_is_one_actor():
    links = linked(a=[person("Park Jin-ho")], b=[person("Park Jin Ho")], c=[person("PARK JIN HO")])
    assert len(set(links.speakers.values())) == 1


def test_a_name_from_another_script_is_one_actor_however_transliterated():
    links = linked(a=[person("Oleksi Baransky")], b=[person("Oleksi Baranskyy")], c=[person("Oleksy Baranski")])
    assert len(set(links.speakers.values())) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Volodymyr Zelensky", "Volodymyr Zelenski"),
        ("Dmitri Peskov", "Dmitry Peskow"),
        ("Vladimir Poutine", "Vladimir Putin"),
        ("Alexandre Loukachenko", "Alexandre Lukashenko"),
        ("Benyamin Netanyahou", "Benjamin Netanyahu"),
        ("Sergueï Choïgou", "Sergei Shoigu"),
        ("Evgueni Prigojine", "Yevgeny Prigozhin"),
        ("Nikita Khrouchtchev", "Nikita Khrushchev"),
        ("Iouri Andropov", "Yuri Andropow"),
    ],
)
def test_transliterations_are_one_by_rule(one: str, other: str):
    links = linked(a=[person(one)], b=[person(other)], c=[person(other.split()[1])])
    assert len(set(links.speakers.values())) == 1
    rules = {bond.rule for actor in links.actors for bond in actor.bonds}
    assert rules <= {"spelling", "short name"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Martin Duval", "Martine Duval"),
        ("Jean Lefebvre", "Jean Lefort"),
        ("Christin Moreau", "Christine Moreau"),
        ("Paul Durand", "Paul Durant"),
    ],
)
def test_names_that_are_only_near_stay_two(one: str, other: str):
    links = linked(a=[person(one)], b=[person(other)])
    assert links.speakers["a-0"] != links.speakers["b-0"]


def test_an_office_that_several_held_is_nobody_s_and_no_common_one():
    links = linked(
        a=[person("Anna Berg", "ministre de la Défense")],
        b=[person("le ministre de la Défense")],
        c=[person("Lars Holm", "ministre de la Défense")],
        d=[person("le ministre de la Défense")],
    )
    assert len(set(links.speakers.values())) == 4


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Anna Berg", "ministre de la Défense"), person("Lars Berg", "préfet du Valdor")),
        (person("Berg", "ministre de la Défense"), person("Lars Berg", "préfet du Valdor")),
    ],
)
def test_two_people_of_one_surname_stay_two_in_one_article(one: LocalActor, other: LocalActor):
    links = linked(a=[one, other])
    assert links.speakers["a-0"] != links.speakers["a-1"]


@pytest.mark.parametrize(
    ("names", "rule"),
    [
        (("l'Institut météorologique valdorien", "l'Institut météorologique de Valdor"), "wording"),
        (("le ministère norvégien des Pêches", "le ministère des Pêches de Norvège"), "wording"),
        (("l'Institut météorologique valdorien", "l'Institut météorologique"), "short name"),
        (("la Compagnie des bacs (CDB)", "la Ferry Line Company (CDB)"), "acronym"),
        (("la Compagnie des bacs", "la CDB"), ""),
        (("le ministère norvégien des Pêches", "le ministère suédois des Pêches"), ""),
        (("la Compagnie des bacs (CDB)", "la Caisse des barques (CDB)"), ""),
        (("le syndicat des infirmiers", "le syndicat des infirmières"), ""),
    ],
)
def test_one_body_under_several_names_is_one_with_the_reason(names: tuple[str, str], rule: str):
    links = linked(a=[told(names[0], "body")], b=[told(names[1], "body")])
    assert (links.speakers["a-0"] == links.speakers["b-0"]) == bool(rule)
    assert {b.rule for a in links.actors for b in a.bonds} == ({rule} if rule else set())


def test_a_short_name_of_two_wordings_of_one_body_is_that_body():
    names = ("l'Institut météorologique valdorien", "l'Institut météorologique de Valdor", "l'Institut météorologique")
    links = linked(a=[told(names[0], "body")], b=[told(names[1], "body")], c=[told(names[2], "body")])
    assert len(set(links.speakers.values())) == 1


def test_a_medium_named_in_short_is_the_only_longer_one():
    links = linked(a=[told("Courrier", "medium")], b=[told("Courrier du Valdor", "unknown")])
    assert links.speakers["a-0"] == links.speakers["b-0"]
    assert [a.name for a in links.actors] == ["Courrier du Valdor"]


def test_a_body_named_in_short_is_the_one_that_somebody_speaks_for():
    links = linked(
        a=[person("Luc Tissot", "procureur de Verdier", speaks_for="le parquet de Verdier")],
        b=[told("le parquet", "body")],
    )
    ends = bodies_of(links.actors)
    assert ends[links.speakers["a-0"]] == ends[links.speakers["b-0"]]


def test_a_capitalised_word_that_is_never_heard_is_no_actor():
    articles, annotations = coverage(a=[told("Sainte-Odile", "body"), told("la Ligue des quais", "body")])
    silent = {"a": msgspec.structs.replace(annotations["a"], statements=())}
    assert [a.name for a in link_actors(articles, silent, load()).actors] == ["Ligue des quais"]


def test_a_surname_leads_to_the_only_full_name_of_the_story():
    links = linked(a=[person("Claire Vasseur")], b=[person("Vasseur")])
    assert links.speakers["a-0"] == links.speakers["b-0"]
    assert by_name(links)["Claire Vasseur"].aliases == ("Vasseur",)


def test_a_surname_of_two_people_leads_to_neither():
    links = linked(a=[person("Claire Vasseur"), person("Michel Vasseur")], b=[person("Vasseur")])
    assert len(set(links.speakers.values())) == 3


def test_a_given_name_alone_is_somebody_else_in_every_article():
    links = linked(a=[person("Brigitte")], b=[person("Brigitte")])
    assert links.speakers["a-0"] != links.speakers["b-0"]


def test_a_spokeswoman_speaks_for_her_body_and_through_it_for_the_state():
    links = linked(a=[person("Jeanne Morel", "porte-parole du Pentagone", speaks_for="Pentagone")])
    assert chain(links, "Jeanne Morel") == ["Jeanne Morel", "Pentagone", "États-Unis"]
    ends = bodies_of(links.actors)
    assert ends[by_name(links)["Jeanne Morel"].id] == by_name(links)["États-Unis"].id


def test_an_alliance_speaks_for_itself():
    links = linked(
        a=[person("Ole Dahl", "secrétaire général de l'Otan", speaks_for="Otan")], b=[told("l’OTAN", "body")]
    )
    assert chain(links, "Ole Dahl") == ["Ole Dahl", "Otan"]
    assert links.speakers["b-0"] == by_name(links)["Otan"].id


def test_a_capital_under_two_spellings_is_one_actor_that_speaks_for_its_state():
    links = linked(a=[told("Kiev", "body")], b=[told("Kyiv", "body")])
    assert links.speakers["a-0"] == links.speakers["b-0"]
    assert chain(links, "Kiev") == ["Kiev", "Ukraine"]


def test_a_body_known_by_its_acronym_elsewhere_is_one_actor():
    links = linked(a=[told("la Fédération des bateliers (FDB)", "body")], b=[told("la FDB", "body")])
    assert links.speakers["a-0"] == links.speakers["b-0"]


def test_the_holder_of_an_office_is_found_in_another_article():
    links = linked(
        a=[person("Jonas Petrauskas", "président lituanien", speaks_for="Lituanie")],
        b=[person("le président lituanien")],
    )
    assert links.speakers["a-0"] == links.speakers["b-0"]


def test_a_former_holder_of_an_office_is_not_its_holder():
    links = linked(a=[person("Jonas Petrauskas", "ancien président lituanien")], b=[person("le président lituanien")])
    assert links.speakers["a-0"] != links.speakers["b-0"]


def test_strangers_of_one_wording_are_one_actor_only_behind_the_same_agency():
    articles, annotations = coverage(
        a=[told("un haut responsable", "anonymous")],
        b=[told("un haut responsable", "anonymous")],
        c=[told("un haut responsable", "anonymous")],
    )
    credited = [a if a.id == "c" else Article(id=a.id, text=a.text, credits=(Credit("AFP"),)) for a in articles]
    speakers = link_actors(credited, annotations, load()).speakers
    assert speakers["a-0"] == speakers["b-0"] != speakers["c-0"]


def test_whoever_gives_a_figure_or_relays_a_statement_is_an_actor_too():
    article = Article(id="a", text="x" * 100)
    given_by = Figure(id="f", span=Span(0, 2), low=3, high=3, approx="exact", counted="bateau", speaker="l'AFP")
    said = Statement(
        id="s", source=None, cue=None, content=(Span(3, 4),), form="indirect", stance="affirm", relay=("Yonhap", "AFP")
    )
    annotation = Annotations(
        path=None, article="a", language="fr", characters=100, statements=(said,), figures=(given_by,)
    )
    links = link_actors([article], {"a": annotation}, load())
    names = {a.id: (a.name, a.kind) for a in links.actors}
    assert [names[i] for i in links.relays["s"]] == [("Yonhap", "medium"), ("AFP", "medium")]
    assert names[links.givers["f"]] == ("AFP", "medium")
    assert links.speakers == {}


def test_a_circle_of_voices_ends_somewhere():
    a = Actor(id="p-1", name="A", kind="body", speaks_for="p-2")
    b = Actor(id="p-2", name="B", kind="body", speaks_for="p-1")
    assert body_of("p-1", [a, b]) == "p-2"
    links = linked(
        a=[told("le comité du Nord", "body", "le comité du Sud"), told("le comité du Sud", "body", "le comité du Nord")]
    )
    assert sum(a.speaks_for is not None for a in links.actors) == 1


CAST = (
    person("Claire Vasseur", "maire"),
    person("Vasseur"),
    person("Jonas Petrauskas", "président lituanien", speaks_for="Lituanie"),
    person("le président lituanien", speaks_for="Lituanie"),
    person("Brigitte"),
    told("Kyiv", "body", "Ukraine"),
    told("le Kremlin", "body", "Russie"),
    told("un responsable russe", "anonymous", "Russie"),
    told("la Fédération des bateliers (FDB)", "body"),
    told("FDB", "body", "Claire Vasseur"),
    told("les habitants", "group"),
    told("Vasseur", "unknown"),
)


@given(
    st.lists(st.lists(st.sampled_from(CAST), max_size=6, unique_by=lambda a: a.name), min_size=1, max_size=5),
    st.randoms(use_true_random=False),
)
def test_the_order_of_the_articles_changes_nothing(cast, random):
    articles, annotations = coverage(**{f"a{i}": found for i, found in enumerate(cast)})
    shuffled = random.sample(articles, len(articles))
    links = link_actors(shuffled, dict(reversed(annotations.items())), load())
    assert links == link_actors(articles, annotations, load())
    ids = [a.id for a in links.actors]
    assert len(set(ids)) == len(ids)
    assert {*links.speakers.values(), *(a.speaks_for for a in links.actors if a.speaks_for)} <= set(ids)
