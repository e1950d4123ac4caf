"""The page: it asks nothing of anybody, escapes everything, and every passage leads to its place."""

from __future__ import annotations

import datetime as dt
import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256

import lxml.html
import msgspec
import pytest
from dam_story import HOSTILE, Maker, day, hostile_story
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.dossier import Dossier, to_html
from selon.dossier.page import script
from selon.dossier.passages import Index, shortened
from selon.dossier.phrases import Phrases
from selon.dossier.views.claims import groups
from selon.dossier.views.positions import grids
from selon.dossier.views.quotations import differing, quotations
from selon.dossier.views.timeline import timeline
from selon.model import Block, Change, Check, Clue, Interval, Links, Quotation, Story
from selon.text import Span

ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "a", "svg", "symbol", "use", "path", "circle", "g", "text"),
    *("tspan", "desc", "nav", "div", "main", "header", "section", "article", "footer", "h1", "h2", "h3", "h4", "p"),
    *("ul", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "blockquote", "figure"),
    *("figcaption", "details", "summary", "span", "b", "i", "bdi", "strong", "mark", "aside", "time", "br"),
    *("script", "label", "input", "button", "output"),  # which days to show
    *("del", "ins"),  # what an update changed
}


def page_of(dossier: Dossier, language: str = "fr") -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(to_html(dossier, language))


def index_of(dossier: Dossier) -> Index:
    return Index(dossier, Phrases("fr", 2031))


def assert_tame(html: str) -> None:
    """No element, attribute or address that could run or load anything."""
    tree = lxml.html.document_fromstring(html)
    assert {e.tag for e in tree.iter() if isinstance(e.tag, str)} <= ELEMENTS
    assert not [e for e in tree.iter() if not isinstance(e.tag, str)], "no comments"
    for element in tree.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on"), name
            assert name not in {"src", "srcset", "style", "action", "formaction", "xlink:href", "background"}
            if name == "href":
                assert re.fullmatch(r"#[a-zA-Z][\w-]*", value), value
    assert [e.text for e in tree.iter("script")] == [script()]
    assert len(tree.findall(".//style")) == 1
    assert not re.search(r"@import|url\(|expression\(", tree.findtext(".//style"))


def test_the_page_loads_nothing_and_runs_but_its_own_script(dossier: Dossier) -> None:
    html = to_html(dossier)
    assert_tame(html)
    policy = page_of(dossier).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    digest = b64encode(sha256(script().encode()).digest()).decode()
    assert policy == [f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-{digest}'"]
    assert not re.search(r"fetch|XMLHttp|import|eval|Storage|cookie|innerHTML", script())


def test_every_link_leads_to_one_place_on_the_page(dossier: Dossier) -> None:
    tree = page_of(dossier)
    ids = Counter(tree.xpath("//@id"))
    assert [i for i, n in ids.items() if n > 1] == []
    assert [h for h in tree.xpath("//@href") if h[1:] not in ids] == []


def test_a_passage_leads_to_its_exact_words(dossier: Dossier) -> None:
    tree = page_of(dossier)
    articles = {a.label: a for a in dossier.articles}
    links = tree.xpath("//a[@data-span]")
    assert len(links) > 40
    for link in links:
        label, _, spans = link.get("data-span").rpartition(":")
        start, end = map(int, spans.split("-"))
        there = tree.get_element_by_id(link.get("href")[1:])
        assert there.text_content() == articles[label].text[start:end]


def test_the_reading_view_holds_every_word_of_every_article(dossier: Dossier) -> None:
    tree = page_of(dossier)
    for number, article in enumerate(dossier.articles, 1):
        shown = tree.get_element_by_id(f"a{number}-text").xpath(".//div[@class='par']/p | .//details/p")
        assert " ".join("".join(p.text_content() for p in shown).split()) == " ".join(
            "".join(b.span.of(article.text) for b in article.blocks).split()
        )


def test_statements_are_underlined_by_stance_and_figures_boxed(dossier: Dossier) -> None:
    tree = page_of(dossier)
    denied = tree.xpath("//span[contains(@class, 'said deny')]")
    assert "toute fuite" in [e.text_content() for e in denied]
    assert [e.text_content() for e in tree.xpath("//p//span[contains(@class, 'figure')]")][:3] == [
        "nombre",
        "400 foyers avaient",
        "Environ 900 foyers",
    ]
    assert "La préfecture" in [e.text_content() for e in tree.xpath("//b[@class='who']")]
    assert "dément" in [e.text_content() for e in tree.xpath("//i[@class='verb']")]


def test_a_denial_since_given_up_stays_in_view_and_no_longer_contests(dossier: Dossier) -> None:
    tree = page_of(dossier)
    card = tree.xpath("//article[@class='card']")[0]
    assert card.xpath(".//dt/text()") == ["affirme", "confirme", "a démenti"]
    assert " ".join(card.xpath(".//dd")[2].text_content().split()) == "Hydrel 3 mai puis ne tranche pas : 4–5 mai"


def test_a_claim_of_several_articles_and_one_origin_says_so(dossier: Dossier) -> None:
    tree = page_of(dossier)
    assert tree.xpath("//p[@class='alert']")[0].text_content() == "2 articles, une seule origine"
    told = [" ".join(role.text_content().split()) for role in tree.xpath("//details[@open]//span[@class='role']")]
    (copies,) = (words for words in told if words.startswith("+ 1 copie"))
    (copy,) = tree.xpath("//details[@open]//span[starts-with(., '+ 1 copie')]//a")
    assert copies.startswith(f"+ 1 copie : {copy.text_content()}")


def test_articles_that_share_text_stand_together_whichever_came_first(maker: Maker) -> None:
    (copy,) = maker.links["copies"]
    maker.links["copies"] = (msgspec.structs.replace(copy, directed=False, article="reprise", of="depeche"),)
    tree = page_of(maker.dossier())
    assert tree.xpath("//p[@class='summary']")[0].text_content().startswith("3 articles\u00a0: 1 en copie")
    assert [c.xpath(".//h3/span")[0].text_content() for c in tree.xpath("//article[@class='source']")] == [
        "depeche", "reprise", "vigie",
    ]  # fmt: skip
    assert "texte en commun avec 1 autre article" in tree.get_element_by_id("a1").text_content()
    assert "ne copie aucun texte" not in tree.get_element_by_id("a1").text_content()


def test_what_speaks_for_another_date_is_told(maker: Maker) -> None:
    article = maker.articles["depeche"]
    clue = Clue("weekday", dt.date(2031, 5, 2), dt.date(2031, 5, 2), (maker.span("depeche", "samedi"),))
    maker.articles["depeche"] = msgspec.structs.replace(
        article, published=msgspec.structs.replace(article.published, against=(clue,))
    )
    told = page_of(maker.dossier()).xpath("//p[@class='note against']")[0].text_content()
    assert told == "Autre date possible\u00a0: jour de la semaine (2\u00a0mai) samedi"


def test_what_unfolds_holds_no_link(maker: Maker) -> None:
    for number in range(1, 4):
        keys = [f"n{number}-{i}" for i in range(2)]
        for key, actor, when in zip(keys, ("hydrel", "syndicat"), (day(3), day(4)), strict=True):
            maker.say(key, "vigie", actor, ("", "", "Environ 900"), "affirm", when=when)
        claim = msgspec.structs.replace(
            maker.links["claims"][0],
            id=f"autre-{number}",
            statements=tuple(keys),
            positions=(maker.position("hydrel", keys[0]), maker.position("syndicat", keys[1])),
        )
        maker.links["claims"] = (*maker.links["claims"], claim)
    tree = page_of(maker.dossier())
    assert len(tree.xpath("//*[@id='positions']//summary")) == 2
    assert tree.xpath("//summary//a") == []


def test_parts_without_content_are_not_there(maker: Maker) -> None:
    maker.links.clear()
    tree = page_of(maker.dossier())
    for absent in ("changes", "claims", "positions", "checks", "quotations"):
        assert tree.xpath(f"//*[@id='{absent}'] | //nav//a[@href='#{absent}']") == []
    assert [a.text for a in tree.xpath("//nav//a")] == ["Chiffres", "Chronologie", "Sources", "Lecture"]


def test_an_empty_story_makes_a_page() -> None:
    from selon.dossier import build  # noqa: PLC0415

    story = Story(id="s", title=None, articles=())
    html = to_html(build(story, [], {}, Links(story=story)))
    assert_tame(html)


def test_the_page_speaks_english_too(dossier: Dossier) -> None:
    tree = page_of(dossier, "en")
    assert tree.get("lang") == "en"
    assert tree.xpath("//h2[@id='h-changes']/text()") == ["What changed"]
    assert "3 articles" in tree.xpath("//dl[@class='facts']//dt/text()")


def test_an_unknown_language_is_refused(dossier: Dossier) -> None:
    with pytest.raises(ValueError, match="expected an interface language among fr, en, got 'xx'"):
        to_html(dossier, "xx")


def test_the_same_dossier_gives_the_same_page(dossier: Dossier) -> None:
    assert to_html(dossier) == to_html(dossier)


def test_passages_that_overlap_make_valid_html(maker: Maker, story: Story) -> None:
    maker.say("x1", "vigie", "hydrel", ("", "", "galerie du barrage serait fissurée, d’après"), "deny")
    maker.say("x2", "vigie", "hydrel", ("", "", "fissurée, d’après un syndicat. Hydrel"), "judge")
    maker.say("x3", "vigie", "hydrel", ("", "", "Environ 900", "« la vérité »"), "confirm")
    made = maker.dossier(story)
    assert_tame(to_html(made))
    tree = page_of(made)
    assert max(Counter(tree.xpath("//@id")).values()) == 1
    style = tree.findtext(".//style")
    assert len(re.findall(r":root:has\(#a2-[\d-]+:target\) \.x-a2-[\d-]+ \{", style)) >= 2


def test_long_furniture_is_folded_unless_something_on_the_page_leads_into_it(maker: Maker) -> None:
    text = maker.articles["reprise"].text
    noise = "Abonnez-vous. " * 20
    article = maker.articles["reprise"]
    blocks = (*article.blocks, Block(Span(len(text), len(text) + len(noise)), "furniture"))
    maker.articles["reprise"] = msgspec.structs.replace(article, text=text + noise, blocks=blocks)
    assert len(page_of(maker.dossier()).xpath("//details[@class='off']")) == 1
    maker.say("n1", "reprise", "hydrel", ("", "", "Abonnez-vous. Abonnez-vous."), "call")
    assert page_of(maker.dossier()).xpath("//details[@class='off']") == []


def test_a_hostile_article_stays_words() -> None:
    html = to_html(hostile_story(HOSTILE))
    assert_tame(html)
    assert "⟨U+202E⟩" in html
    assert "\u202e" not in html
    assert "{{ 7*7 }}" in html
    assert html.count("<script") == 1


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.sampled_from("<>\"'&/=`{}%#\\ \u202e\u2028\x00\x1b-!aé\n[]()"), max_size=30))
def test_whatever_an_article_says_nothing_gets_out_of_its_place(words: str) -> None:
    assert_tame(to_html(hostile_story(words)))


def test_words_are_cut_between_words() -> None:
    assert shortened(("un deux trois", "quatre"), 9) == (("un deux",), True)
    assert shortened(("un deux", "quatre"), 9) == (("un deux",), True)
    assert shortened(("un deux", "quatre"), 40) == (("un deux", "quatre"), False)
    assert shortened(("x" * 50,), 9) == (("x" * 9,), True)


def test_references_tell_two_articles_of_one_outlet_apart(maker: Maker) -> None:
    maker.article("suite", day(5), "La Vigie", [("title", "Suite")])
    index = index_of(maker.dossier())
    assert sorted(index.names.values()) == ["Agence Ponant", "La Vigie, 4–5 mai", "La Vigie, 5\u00a0mai", "reprise"]
    assert index.ref("vigie", maker.span("vigie", "Une galerie").start) == "La Vigie, 4–5 mai, §\u00a01"
    assert index.place("vigie", maker.span("vigie", "Environ").start) == "chapô"


def test_the_opening_que_is_left_out_of_a_quoted_line(dossier: Dossier) -> None:
    cited = index_of(dossier).cite_statement("s1")
    assert cited.words == "400 foyers avaient été prévenus"
    assert cited.address == "depeche:99-130"


def test_versions_that_differ_in_marks_and_spaces_only_are_one(maker: Maker) -> None:
    maker.article("autre", day(4), "La Gazette", [("paragraph", "Elle assure : “LE BARRAGE  est sûr”.")])
    maker.say("v1", "autre", "arbois", ("Elle", "assure", "“LE BARRAGE  est sûr”"), "affirm", form="direct")
    maker.links["quotations"] = (Quotation(variants=("s3", "v1"), difference="identical"),)
    (utterance,) = quotations(index_of(maker.dossier())).shown
    assert [(version.words.words, count) for version, count in utterance.versions] == [("« Le barrage est sûr »", 2)]


def test_differing_words_are_marked_and_marks_between_them_only() -> None:
    assert differing("« la rumeur sans fondement »", "“La rumeur infondée”") == (
        ("« la rumeur ", False),
        ("sans fondement", True),
        (" »", False),
    )
    assert differing("pareil", "pareil") == (("pareil", False),)
    assert differing("", "pareil") == ()


def test_what_nothing_dates_stands_at_the_latest_at_its_article_s_day(dossier: Dossier) -> None:
    days = timeline(index_of(dossier)).open[0].days
    assert [d.label for d in days] == [
        "sam.\u00a03\u00a0mai",
        "dim.\u00a04\u00a0mai",
        "4–5 mai",
        "au plus tard le 5\u00a0mai",
    ]


def test_two_last_words_that_no_date_orders_are_not_told_in_an_order(maker: Maker) -> None:
    for key in ("s2", "s7"):
        home, told = maker.statements[key]
        maker.statements[key] = (home, msgspec.structs.replace(told, when=day(3)))
    claim = maker.links["claims"][0]
    positions = (maker.position("hydrel", "s2"), maker.position("hydrel", "s7"))
    maker.links["claims"] = (msgspec.structs.replace(claim, positions=positions),)
    side = groups(index_of(maker.dossier()))[0].cards[0].sides[0]
    assert (side.row, side.bodies[0].ordered) == ("deny", False)
    assert [s.mark for s in side.bodies[0].steps] == ["uncertain", "deny"]


def test_a_position_takes_the_days_on_which_it_may_have_been_taken(maker: Maker) -> None:
    maker.say("p1", "vigie", "syndicat", ("", "", "Environ 900"), "deny", when=day(3, 5))
    claim = maker.links["claims"][0]
    positions = (*claim.positions, maker.position("syndicat", "p1"))
    maker.links["claims"] = (msgspec.structs.replace(claim, positions=positions),)
    grid = grids(index_of(maker.dossier()))[0]
    assert grid.columns == ("3\u00a0mai", "4\u00a0mai")
    rows = {row.body: row.cells for _, rows in grid.ranks for row in rows}
    assert [(c.span, c.mark) for c in rows["un syndicat"]] == [(2, "deny")]
    assert [(c.span, c.mark, c.moved) for c in rows["Hydrel"]] == [(1, "deny", False), (1, "uncertain", True)]
    assert [(c.span, c.mark) for c in rows["État"]] == [(1, None), (1, "confirm")]


def test_a_body_that_left_a_position_without_a_day_has_changed(maker: Maker) -> None:
    maker.say("u1", "vigie", "etat", ("", "", "Environ 900"), "deny", when=None)
    claim = maker.links["claims"][0]
    positions = (*claim.positions, maker.position("etat", "u1"))
    maker.links["claims"] = (msgspec.structs.replace(claim, positions=positions),)
    maker.links["changes"] += (Change(body="etat", claim=claim.id, before=("u1",), after=("s8",)),)
    grid = grids(index_of(maker.dossier()))[0]
    (changed,) = ({row.body: row.cells for row in rows} for rank, rows in grid.ranks if rank == "changed")
    assert [(c.mark, c.moved) for c in changed["État"] if c.mark] == [("confirm", True)]


def test_days_beyond_the_columns_are_told_as_before(maker: Maker) -> None:
    for number in range(1, 13):
        maker.say(f"d{number}", "vigie", "hydrel", ("", "", "Environ 900"), "deny", when=day(number))
    claim = maker.links["claims"][0]
    positions = (*claim.positions, *(maker.position("hydrel", f"d{n}") for n in range(1, 13)))
    maker.links["claims"] = (msgspec.structs.replace(claim, positions=positions),)
    grid = grids(index_of(maker.dossier()))[0]
    assert grid.columns[0] == "avant le 5\u00a0mai"
    assert len(grid.columns) == 9
    assert all(sum(c.span for c in row.cells) == 9 for _, rows in grid.ranks for row in rows)


def test_a_day_shows_five_lines_and_folds_the_others(maker: Maker) -> None:
    for number in range(7):
        maker.say(
            f"t{number}",
            "depeche",
            "hydrel",
            ("", "", "La préfecture a annoncé samedi"[: 9 + number]),
            "affirm",
            when=day(3),
        )
    day_shown = timeline(index_of(maker.dossier())).open[0].days[0]
    assert (day_shown.date, len(day_shown.lines), len(day_shown.folded)) == ("2031-05-03", 5, 6)


def test_demands_and_judgements_alone_are_no_claim_to_corroborate(maker: Maker) -> None:
    claim = maker.links["claims"][2]
    made = msgspec.structs.replace(claim, id="verite", statements=("s9",), positions=(maker.position("ferrand", "s9"),))
    maker.links["claims"] = (*maker.links["claims"], made)
    last = groups(index_of(maker.dossier()))[-1]
    assert (last.status, last.count, last.cards, len(last.rows)) == (None, 1, (), 1)


def test_the_title_is_an_article_s_words(dossier: Dossier) -> None:
    tree = page_of(dossier)
    assert tree.xpath("//h1")[0].text_content() == "Fuite au barrage"
    assert tree.findtext(".//title") == "Fuite au barrage · Selon"


def test_undated_stories_are_told_as_undated(maker: Maker) -> None:
    for key, article in list(maker.articles.items()):
        maker.articles[key] = msgspec.structs.replace(article, published=None)
    for key, (home, told) in list(maker.statements.items()):
        maker.statements[key] = (home, msgspec.structs.replace(told, when=None))
    maker.links.clear()
    tree = page_of(maker.dossier())
    assert tree.xpath("//dl[@class='facts']/div[1]/dt/text()") == ["sans date"]
    assert tree.xpath("//*[@id='timeline']//*[@class='when']/text()") == ["sans date"]


def test_open_intervals_are_written() -> None:
    say = Phrases("fr", 2031)
    assert say.days(Interval(None, dt.date(2031, 5, 3))) == "au plus tard le 3\u00a0mai"
    assert say.days(Interval(dt.date(2030, 5, 3), None)) == "à partir du 3\u00a0mai\u00a02030"


def test_a_check_shows_the_passages_that_it_compares(maker: Maker) -> None:
    maker.links["checks"] = (
        Check(kind="comparison", holds=True, words="400 foyers", passages=(maker.passage("vigie", "la fuite"),)),
    )
    (row,) = page_of(maker.dossier()).xpath('//*[@id="checks"]//tbody/tr')
    assert [a.text_content() for a in row.xpath('.//a[@class="words"]')] == ["la fuite"]
    assert "400 foyers" in row.text_content()
