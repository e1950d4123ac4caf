"""A folder of pages: the main one opens on what matters, and nothing is lost behind it."""

from __future__ import annotations

import re

import lxml.html
import msgspec
import pytest
from dam_story import Maker, day

from selon.dossier import Dossier, to_pages
from selon.dossier.views import sources, timeline
from selon.model import Claim, Copy, Episode, Interval

CLAIMS = 30
FILES = {"index.html", "dossier.css", "dossier.js", "sources.html", "reading.html", "figures.html"}
LINK = re.compile(r"(?:[a-z][\w-]*\.html)?(?:#[a-zA-Z][\w-]*)?")


@pytest.fixture
def big(maker: Maker) -> Dossier:
    """The story of the dam with many more articles, claims and episodes."""
    episodes = []
    for number in range(1, CLAIMS + 1):
        key, told = f"a-{number:016x}", f"la crue numéro {number} a atteint le pont numéro {number} du bourg"
        when = day(number)
        maker.article(key, when, "La Vigie", [("title", f"Crue {number}"), ("paragraph", f"Hydrel dit que {told}.")])
        maker.say(f"b{number}", key, "hydrel", ("Hydrel", "dit", told), "affirm", when=when)
        maker.count(f"g{number}", key, f"numéro {number}", number, number)
        claim = Claim(
            id=f"c-{number:016x}",
            label=maker.passage(key, told),
            status="single_origin",
            statements=(f"b{number}",),
            positions=(maker.position("hydrel", f"b{number}"),),
        )
        maker.links["claims"] = (*maker.links["claims"], claim)
        episodes.append(Episode(title=maker.passage(key, f"Crue {number}"), days=when, articles=(key,)))
    return maker.dossier(maker.story(episodes=tuple(episodes)))


@pytest.fixture
def pages(big: Dossier) -> dict[str, lxml.html.HtmlElement]:
    return {name: lxml.html.document_fromstring(text) for name, text in to_pages(big) if name.endswith(".html")}


def test_every_link_leads_to_a_place_in_the_folder(pages: dict[str, lxml.html.HtmlElement]) -> None:
    ids = {name: set(tree.xpath("//@id")) for name, tree in pages.items()}
    assert len(pages) > 2 * CLAIMS
    for name, tree in pages.items():
        assert len(ids[name]) == len(tree.xpath("//@id")), f"an id stands twice in {name}"
        for link in tree.xpath("//body//a/@href"):
            assert LINK.fullmatch(link), link
            page, _, there = link.partition("#")
            assert not there or there in ids[page or name], f"{name} -> {link}"
            assert not page or page in pages, f"{name} -> {link}"


def test_a_passage_leads_to_its_exact_words_on_the_article_s_page(
    big: Dossier, pages: dict[str, lxml.html.HtmlElement]
) -> None:
    texts = {a.label: a.text for a in big.articles}
    links = [link for tree in pages.values() for link in tree.xpath("//a[@data-span]")]
    assert len(links) > 3 * CLAIMS
    for link in links:
        page, _, ident = link.get("href").partition("#")
        label, _, spans = link.get("data-span").rpartition(":")
        start, end = map(int, spans.split("-"))
        assert pages[page].get_element_by_id(ident).text_content() == texts[label][start:end]


def test_the_main_page_shows_a_few_of_each_and_says_how_many_there_are(
    pages: dict[str, lxml.html.HtmlElement],
) -> None:
    main = pages["index.html"]
    group = main.xpath("//section[h3[@id='g-single_origin'] or header/h3[@id='g-single_origin']]")[0]
    assert len(group.xpath("./article")) == 3
    assert len(group.xpath(".//ul[@class='rows']/li")) == 8
    assert group.xpath("./p[@class='go']/a/@href") == ["claims-single_origin.html"]
    assert group.xpath("./p[@class='go']/a")[0].text_content() == "Toutes les 31, sur une page à part"
    assert len(main.xpath("//*[@class='episode']")) == 1
    assert len(main.xpath("//*[@class='episodes']/li")) == CLAIMS  # with what stands in no episode
    assert main.xpath("//*[@id='reading']//ul/li/div/a")[0].text_content() == "Crue 30"


def test_nothing_is_lost_behind_the_folds(big: Dossier, pages: dict[str, lxml.html.HtmlElement]) -> None:
    linked = {a.get("data-span") for tree in pages.values() for a in tree.xpath("//a[@data-span]")}
    labels = {a.id: a.label for a in big.articles}
    for figure in big.figures:
        assert f"{labels[figure.article]}:{figure.span.start}-{figure.span.end}" in linked
    cards = [c for name, tree in pages.items() if name.startswith("claims-") for c in tree.xpath("//article/@id")]
    assert len(set(cards)) == len(cards) == len(big.claims)
    lines = [
        li
        for name, tree in pages.items()
        if name.startswith("timeline-")
        for li in tree.xpath("//ul[@class='days']//li//li")
    ]
    assert len(lines) == len(big.timeline)
    told = [a for name, tree in pages.items() for a in tree.xpath("//*[contains(@class, 'said ')][@id]")]
    assert len(told) >= len({(s.article, s.content) for s in big.statements})


def test_articles_keep_their_address_when_the_story_grows(maker: Maker, big: Dossier) -> None:
    before = {name for name, _ in to_pages(big)}
    maker.article("a-00000000000000ff", day(1), "La Vigie", [("title", "Avant tous")])
    after = {name for name, _ in to_pages(maker.dossier())}
    kept = {f"a-{n:016x}.html" for n in range(1, CLAIMS + 1)}
    assert kept <= before & after


def test_the_pages_share_one_style_and_ask_for_nothing_else(big: Dossier) -> None:
    files = dict(to_pages(big))
    assert set(files) >= FILES
    for name, text in files.items():
        if name.endswith(".html"):
            tree = lxml.html.document_fromstring(text)
            policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
            read = tree.xpath("//*[@id='days']") == []  # an article: all of it is read, whatever the days
            assert policy == [
                "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src data:"
                + ("" if read else "; script-src 'self'")
            ]
            assert tree.xpath("//link/@href") == ["dossier.css"]
            assert tree.xpath("//script/@src") == ([] if read else ["dossier.js"])
            assert tree.xpath("//script/text() | //img | //iframe") == []


def test_an_id_that_could_name_another_file_names_none(maker: Maker) -> None:
    maker.article("../../etc/passwd", day(1), "<b>", [("title", "x")])
    maker.article("sources", day(1), "<b>", [("title", "x")])
    names = [name for name, _ in to_pages(maker.dossier())]
    assert len(names) == len(set(names))
    assert [n for n in names if not re.fullmatch(r"[a-z][\w-]*\.(html|css|js)", n)] == []


def test_days_without_text_are_left_out_of_the_filter_s_attribute(maker: Maker) -> None:
    home, told = maker.statements["s9"]
    maker.statements["s9"] = (home, msgspec.structs.replace(told, when=Interval(None, day(5).high)))
    main = lxml.html.document_fromstring(dict(to_pages(maker.dossier()))["index.html"])
    assert "../2031-05-05" in main.xpath("//*[@id='timeline']//li/@data-days")


def test_a_day_and_a_family_of_copies_too_long_for_the_main_page_have_pages_of_their_own(maker: Maker) -> None:
    keys = [f"a-{number:016x}" for number in range(1, 201)]
    for number, key in enumerate(keys):
        told = f"la crue a atteint le pont numéro {number}"
        maker.article(key, day(1), "La Vigie", [("title", "Crue"), ("paragraph", f"Hydrel dit que {told}.")])
        maker.say(f"b{number}", key, "hydrel", ("Hydrel", "dit", told), "affirm", when=day(1))
    copies = [Copy(article=key, of=keys[0], kind="near_duplicate", overlap=0.9) for key in keys[1:41]]
    maker.links["copies"] = tuple(copies)
    dossier = maker.dossier(maker.story(episodes=()))
    pages = {n: lxml.html.document_fromstring(t) for n, t in to_pages(dossier) if n.endswith(".html")}
    main, episode = pages["index.html"], pages["timeline-0.html"]
    days = main.xpath("//section[@class='episode']/ul[@class='days']/li[time]")
    assert max(len(one.xpath(".//li")) for one in days) == timeline.LINES
    ((left, leads),) = [(a.text, a.get("href")) for one in days for a in one.xpath(".//p[@class='go']/a")]
    assert (left, leads) == ("195 autres déclarations", "timeline-0.html")
    assert len(episode.xpath("//ul[@class='days']//li//li")) == len(dossier.timeline) >= 200
    (family,) = main.xpath("//section[@id='sources']//details")
    assert family.xpath("./summary")[0].text.startswith("40 autres reprises")
    assert len(family.xpath("./article")) == sources.FOLDED
    assert family.xpath("./p/a/@href") == ["sources.html"]
    assert family.xpath("./p/a")[0].text == f"{40 - sources.FOLDED} de plus"
    assert len(pages["sources.html"].xpath("//article[@class='source']")) == len(dossier.articles)
