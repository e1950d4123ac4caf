"""The tree of an origin, edge by edge: on one story told by hand, and on the seeds."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from dam_story import Maker

from selon.dossier.contract import Dossier, EdgeEntry, OriginEntry
from selon.dossier.edges import Edges
from selon.dossier.material import Material
from selon.ingest import dossier_of_files
from selon.model import (
    Actor,
    Annotations,
    Article,
    Bond,
    Copy,
    Links,
    Origin,
    Passage,
    Statement,
    Story,
)
from selon.text import Span

DISPATCH = "Selon Ondine Falc, porte-parole de la Garde, la digue tient. La Radio cite un garde : la digue cède."
REPRINT = "Ondine Falc assure que la digue tient encore. L’eau monte au pied de la ville."


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def said(name: str, text: str, source: str, content: str, certainty: str = "certain") -> Statement:
    return Statement(  # type: ignore[arg-type]
        id=name,
        source=span(text, source),
        cue=None,
        content=(span(text, content),),
        form="indirect",
        stance="affirm",
        certainty=certainty,
        speaker=source,
    )


def material(copies: tuple[Copy, ...] = (), certainty: str = "certain") -> Material:
    articles = (Article(id="d", text=DISPATCH, path="d.txt"), Article(id="r", text=REPRINT, path="r.txt"))
    told = {
        "d": (
            said("s1", DISPATCH, "Ondine Falc", "la digue tient", certainty),
            said("s2", DISPATCH, "un garde", "la digue cède"),
        ),
        "r": (said("s3", REPRINT, "Ondine Falc", "la digue tient encore"),),
    }
    annotations = {
        a.id: Annotations(path=a.path, article=a.id, language="fr", characters=len(a.text), statements=told[a.id])
        for a in articles
    }
    voice = Bond(rule="words", passages=(Passage("d", (span(DISPATCH, "porte-parole de la Garde"),)),))
    actors = (
        Actor(id="falc", name="Ondine Falc", kind="person", speaks_for="garde", voice=voice),
        Actor(id="garde", name="Garde", kind="body"),
        Actor(id="un", name="un garde", kind="anonymous"),
        Actor(id="radio", name="La Radio", kind="medium"),
    )
    story = Story(id="s", title=None, articles=("d", "r"))
    links = Links(
        story=story,
        actors=actors,
        speakers={"s1": "falc", "s2": "un", "s3": "falc"},
        relays={"s2": ("radio",)},
        copies=copies,
    )
    return Material.of(story, articles, annotations, links)


def told(edges: tuple[EdgeEntry, ...]) -> list[tuple[str, str, str, str, str]]:
    return [(e.kind, e.source, e.target, e.passage.text if e.passage else "", e.reason) for e in edges]


def test_a_tree_leads_from_the_body_through_its_voice_to_the_articles() -> None:
    found = Edges(material()).of(Origin(actor="falc", statements=("s1", "s3")))
    assert told(found) == [
        ("voice", "garde", "falc", "porte-parole de la Garde", ""),
        ("report", "falc", "d", "Ondine Falc", ""),
        ("report", "falc", "r", "Ondine Falc", ""),
    ]
    assert all(edge.certain for edge in found)


def test_a_relay_stands_between_and_who_is_not_named_is_uncertain() -> None:
    found = Edges(material()).of(Origin(actor="un", statements=("s2",), reserve=True, reason="unnamed"))
    assert told(found) == [("relay", "un", "radio", "un garde", ""), ("report", "radio", "d", "un garde", "")]


@pytest.mark.parametrize(
    ("directed", "kind", "reason"),
    [(True, "near_duplicate", ""), (False, "near_duplicate", "order"), (True, "rewrite", "reworded")],
)
def test_a_copy_has_it_from_the_article_that_it_copies(directed: bool, kind: str, reason: str) -> None:
    evidence = (span(REPRINT, "la digue tient encore"),)
    copy = Copy(article="r", of="d", kind=kind, overlap=0.9, directed=directed, evidence=evidence)  # type: ignore[arg-type]
    found = Edges(material((copy,), "conditional")).of(Origin(actor="falc", statements=("s1", "s3")))
    assert told(found)[1:] == [
        ("report", "falc", "d", "Ondine Falc", "conditional"),
        ("copy", "d", "r", "la digue tient encore", reason),
    ]


def test_every_edge_of_a_dossier_hangs_on_the_origin_s_body(dossier: Dossier, maker: Maker) -> None:
    assert maker.links
    known = {a.id for a in dossier.actors} | {a.id for a in dossier.articles}
    for claim in dossier.claims:
        for origin in claim.origins:
            hangs(origin, {s.id: s.article for s in dossier.statements}, known)


def hangs(origin: OriginEntry, homes: dict[str, str], known: set[str]) -> None:
    """Every article of an origin is reached from the body by edges of known ends."""
    assert {e.source for e in origin.edges} | {e.target for e in origin.edges} <= known
    reached = {e.source for e in origin.edges} - {e.target for e in origin.edges}
    for _ in origin.edges:
        reached |= {e.target for e in origin.edges if e.source in reached}
    assert {homes[s] for s in origin.statements} <= reached


def test_1500_soldiers_come_from_one_origin_in_three_articles(shared: Path) -> None:
    dossier, faults = dossier_of_files(sorted((shared / "seeds").glob("*.txt")))
    assert faults == []
    statements = {s.id: s for s in dossier.statements}
    giving = {f.statement for f in dossier.figures if f.low == f.high == 1500 and f.statement in statements}
    assert len({statements[s].article for s in giving}) == 3
    origins = [o for c in dossier.claims for o in c.origins if giving & set(o.statements)]
    voices = {a.id: a.speaks_for for a in dossier.actors}
    assert {s for o in origins for s in o.statements} >= giving
    assert len({_last(o.actor, voices) for o in origins}) == 1  # the intelligence service, which is its state's
    for origin in origins:
        hangs(origin, {s.id: s.article for s in dossier.statements}, set(voices) | {a.id for a in dossier.articles})


def _last(actor: str, voices: Mapping[str, str | None]) -> str:
    while (after := voices.get(actor)) is not None:
        actor = after
    return actor
