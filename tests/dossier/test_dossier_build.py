"""The documented object: what it holds, in which order, and that it is the same in whatever order things arrive."""

from __future__ import annotations

import json
import random

import jsonschema
import msgspec
import pytest
from dam_story import Maker, day

from selon.dossier.build import build
from selon.dossier.contract import ChangeSide, CopyOf, Dossier, PassageEntry
from selon.dossier.data import to_json, to_jsonl
from selon.dossier.schema import SCHEMA_FILE, schema, written
from selon.model import Article, Interval, Links, Origin, Story
from selon.text import Span


def test_articles_come_by_date_and_undated_ones_last(dossier: Dossier) -> None:
    assert [a.id for a in dossier.articles] == ["depeche", "vigie", "reprise"]


def test_furniture_is_not_counted_among_an_article_s_words(dossier: Dossier) -> None:
    vigie = dossier.articles[1]
    assert vigie.words == len(vigie.text.split()) - 7


def test_a_copy_names_the_article_that_it_copies(dossier: Dossier, maker: Maker) -> None:
    evidence = (maker.span("reprise", "400 foyers"),)
    assert dossier.articles[2].copy_of == CopyOf(article="depeche", kind="excerpt", evidence=evidence)
    assert dossier.articles[0].copy_of is None


def test_a_statement_carries_its_actor_its_relays_its_claim_and_its_exact_words(dossier: Dossier) -> None:
    told = {s.id: s for s in dossier.statements}["s4"]
    assert (told.actor, told.relays, told.claim) == ("agent", ("vigie-medium",), "fuite")
    assert told.text == "l’eau « sort par la galerie »"
    article = {a.id: a for a in dossier.articles}[told.article]
    assert "".join(s.of(article.text) for s in told.content) == told.text


def test_a_claim_is_named_by_its_passage_and_counts_its_origins_twice(dossier: Dossier, maker: Maker) -> None:
    leak = dossier.claims[0]
    span = maker.span("vigie", "la fuite")
    assert leak.label == PassageEntry(article="vigie", span=span, spans=(span,), text="la fuite")
    assert (leak.origins_low, leak.origins_high) == (1, 2)
    assert [o.actor for o in leak.origins] == ["agent", "etat"]


def test_an_origin_that_does_not_vouch_is_listed_and_not_counted(maker: Maker) -> None:
    claim = maker.links["claims"][0]
    denial = Origin(actor="arbois", statements=("s2",))
    maker.links["claims"] = (msgspec.structs.replace(claim, origins=(*claim.origins, denial)),)
    leak = maker.dossier().claims[0]
    assert [(o.actor, o.vouches, o.group) for o in leak.origins] == [
        ("agent", True, 1),
        ("etat", True, 2),
        ("arbois", False, 3),
    ]
    assert (leak.origins_low, leak.origins_high) == (1, 2)


def test_two_voices_of_one_body_are_one_origin_and_two_anonymous_ones_are_two(maker: Maker) -> None:
    claim = maker.links["claims"][1]
    voices = (Origin(actor="etat", statements=("s1",)), Origin(actor="prefecture", statements=("s10",)))
    maker.links["claims"] = (msgspec.structs.replace(claim, origins=voices),)
    assert maker.dossier().claims[0].origins_high == 1
    unnamed = (Origin(actor="agent", statements=("s1",)), Origin(actor="agent", statements=("s10",)))
    maker.links["claims"] = (msgspec.structs.replace(claim, origins=unnamed),)
    assert maker.dossier().claims[0].origins_high == 2


def test_claims_come_by_independent_origins(dossier: Dossier) -> None:
    assert [c.id for c in dossier.claims] == ["fuite", "foyers", "galerie"]


def test_a_change_of_position_says_both_stances_and_their_days(dossier: Dossier) -> None:
    change = dossier.changes[0]
    assert change.body == "hydrel"
    assert change.before == ChangeSide(stance="deny", certainty="certain", when=day(3), statements=("s2",))
    assert change.after == ChangeSide(stance="uncertain", certainty="certain", when=day(4, 5), statements=("s7",))
    written_out = json.loads(to_json(dossier))["changes"][0]
    assert (written_out["from"]["stance"], written_out["to"]["stance"]) == ("deny", "uncertain")


def test_a_figure_that_moved_says_both_numbers(dossier: Dossier) -> None:
    change = dossier.changes[1]
    assert (change.before.low, change.after.low, change.after.approx) == (400, 900, "about")
    assert change.before.figures == ("f1", "f3")
    assert change.statements == ("s1", "s5", "s10")


def test_a_figure_is_dated_by_the_statement_that_gives_it(dossier: Dossier) -> None:
    assert {f.id: f.said for f in dossier.figures} == {"f1": day(3), "f2": day(4), "f3": day(3)}


def test_a_figure_of_the_article_itself_is_dated_by_its_publication(maker: Maker) -> None:
    maker.count("f4", "vigie", "900 foyers", 900, 900)
    assert {f.id: f.said for f in maker.dossier().figures}["f4"] == day(4, 5)


def test_the_timeline_says_once_what_two_articles_carry(dossier: Dossier) -> None:
    assert [t.statements for t in dossier.timeline] == [
        ("s2",),
        ("s4",),
        ("s1", "s10"),
        ("s3",),
        ("s8",),
        ("s5",),
        ("s6",),
        ("s7",),
        ("s9",),
    ]
    assert dossier.timeline[-1].when is None


def test_a_passage_of_several_spans_shows_its_gap(maker: Maker) -> None:
    maker.say("s11", "vigie", "ferrand", ("Le maire", "exige", "Luc Ferrand", "« la vérité »"), "call")
    told = {s.id: s.text for s in maker.dossier().statements}
    assert told["s11"] == "Luc Ferrand […] « la vérité »"


def test_actors_that_speak_for_one_another_in_a_circle_do_no_harm(maker: Maker) -> None:
    maker.actors[0] = msgspec.structs.replace(maker.actors[0], speaks_for="prefecture")
    assert len(maker.dossier().timeline) == 9


def test_the_order_of_arrival_changes_nothing(maker: Maker, story: Story, dossier: Dossier) -> None:
    expected = to_json(dossier)
    chance = random.Random(7)
    for _ in range(5):
        for mapping in (maker.articles, maker.statements, maker.figures):
            items = list(mapping.items())
            chance.shuffle(items)
            mapping.clear()
            mapping.update(items)
        for name, entries in maker.links.items():
            maker.links[name] = tuple(chance.sample(entries, len(entries)))
        assert to_json(maker.dossier(story)) == expected


def test_articles_of_other_stories_are_left_out(maker: Maker, story: Story, dossier: Dossier) -> None:
    maker.article("autre", day(1), "Ailleurs", [("title", "Rien à voir")])
    assert maker.dossier(story) == dossier


def test_an_article_without_annotations_is_an_error_that_names_it() -> None:
    story = Story(id="s", title=None, articles=("a",))
    with pytest.raises(KeyError, match="a"):
        build(story, [Article(id="a", text="Rien.")], {}, Links(story=story))


def test_an_empty_story_gives_an_empty_dossier() -> None:
    story = Story(id="s", title=None, articles=())
    made = build(story, [], {}, Links(story=story))
    assert (made.articles, made.claims, made.timeline, made.story.title) == ((), (), (), "")


def test_a_built_dossier_validates_against_the_schema(dossier: Dossier) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(json.loads(to_json(dossier)), schema())


def test_the_schema_refuses_what_the_contract_does_not_know(dossier: Dossier) -> None:
    broken = json.loads(to_json(dossier))
    broken["statements"][0]["stance"] = "shout"
    with pytest.raises(jsonschema.ValidationError, match="shout"):
        jsonschema.validate(broken, schema())


def test_the_schema_file_is_fresh() -> None:
    assert SCHEMA_FILE.read_text(encoding="utf-8") == written(), "run `make docs`"


def test_every_field_of_the_contract_says_what_it_means() -> None:
    shared = {"Hours", "Interval", "Span"}  # of the model, whose docstrings say it
    silent = [
        f"{kind}.{name}"
        for kind, table in schema()["$defs"].items()
        if kind not in shared
        for name, field in table["properties"].items()
        if not field.get("description")
    ]
    assert silent == []


def test_json_is_read_back_without_loss(dossier: Dossier) -> None:
    assert msgspec.json.decode(to_json(dossier), type=Dossier) == dossier


def test_json_lines_hold_every_entry_with_its_kind(dossier: Dossier) -> None:
    records = [json.loads(line) for line in to_jsonl(dossier).splitlines()]
    assert records[0]["record"] == "story"
    assert records[0]["schema"] == "selon-dossier/1"
    kinds = [r["record"] for r in records]
    assert kinds.count("statement") == len(dossier.statements)
    assert kinds.count("change") == len(dossier.changes)
    assert [r["id"] for r in records if r["record"] == "claim"] == ["fuite", "foyers", "galerie"]


def test_dates_open_on_one_side_stay_open(maker: Maker) -> None:
    maker.say("s12", "vigie", "hydrel", ("Hydrel", "", "Une galerie"), "deny", when=Interval(None, day(2).high))
    entry = next(t for t in maker.dossier().timeline if t.statements == ("s12",))
    assert entry.when == Interval(None, day(2).high)
    assert maker.dossier().timeline[0] == entry


def test_spans_stay_pairs(dossier: Dossier) -> None:
    assert json.loads(to_json(dossier))["statements"][0]["content"][0] == [95, 130]
    assert dossier.statements[0].content == (Span(95, 130),)
