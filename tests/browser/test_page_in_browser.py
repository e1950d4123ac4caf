"""The demo's dossier as a reader meets it: opened in a browser, on a desk and on a telephone."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from opening import DESK, TELEPHONE, Opened, opened
from playwright.sync_api import Browser

from selon.dossier import Dossier, to_html, to_pages
from selon.ingest import dossier_of_files


@pytest.fixture(scope="session")
def dossier(sample: Path) -> Dossier:
    return dossier_of_files([sample])[0]


@pytest.fixture(scope="session")
def page(dossier: Dossier, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "dossier.html"
    path.write_text(to_html(dossier), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def expected(sample: Path) -> Any:
    return json.loads((sample / "ledger.json").read_text(encoding="utf-8"))


def spaced(text: str) -> str:
    """A text with every run of white space, no-break spaces too, made one plain space."""
    return re.sub(r"\s+", " ", text)


def visible_text(shown: Opened) -> str:
    """All text of the page, that of closed details too."""
    shown.open_details()
    return spaced(shown.value("document.body.innerText"))


def test_the_page_asks_for_nothing_and_the_browser_complains_of_nothing(browser: Browser, page: Path) -> None:
    with opened(browser, page.as_uri()) as shown:
        assert shown.requests == [page.as_uri()]
        assert shown.complaints == []


def test_the_page_forbids_requests_and_foreign_scripts_by_itself(browser: Browser, page: Path) -> None:
    with opened(browser, page.as_uri()) as shown:
        policy = shown.value("document.querySelector('meta[http-equiv=Content-Security-Policy]').content")
        assert "default-src 'none'" in policy
        shown.value("document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))")
        assert shown.value("window.ran === undefined")
        shown.value(
            "new Promise(r => { const i = new Image(); i.onerror = () => r(); i.src = 'https://example.invalid/x.png'; })"
        )
        assert any("Content Security Policy" in complaint for complaint in shown.complaints)


def test_every_article_of_the_story_can_be_read_on_the_page(browser: Browser, page: Path, dossier: Dossier) -> None:
    with opened(browser, page.as_uri()) as shown:
        text = visible_text(shown)
    assert [a.label for a in dossier.articles if spaced(a.title) not in text] == []
    assert len(dossier.articles) == 12


def test_the_estimates_of_the_story_stand_on_the_page(browser: Browser, page: Path, dossier: Dossier) -> None:
    with opened(browser, page.as_uri()) as shown:
        text = visible_text(shown)
    by_id = {figure.id: figure for figure in dossier.figures}
    said = [by_id[id_] for series in dossier.series for id_ in series.figures]
    assert len(said) > 10
    assert [figure.text for figure in said if spaced(figure.text) not in text] == []


def test_the_positions_of_the_story_stand_on_the_page(browser: Browser, page: Path, dossier: Dossier) -> None:
    with opened(browser, page.as_uri()) as shown:
        text = visible_text(shown)
    names = {actor.id: actor.name for actor in dossier.actors}
    bodies = {names[position.body] for claim in dossier.claims for position in claim.positions}
    assert len(bodies) > 3
    assert [name for name in sorted(bodies) if spaced(name).lower() not in text.lower()] == []


@pytest.mark.parametrize("width", [320, TELEPHONE, 820, DESK])
def test_the_page_is_never_wider_than_the_window(browser: Browser, page: Path, width: int) -> None:
    with opened(browser, page.as_uri(), width) as shown:
        assert shown.value("document.documentElement.scrollWidth") <= width
        shown.open_details()
        assert shown.value("document.documentElement.scrollWidth") <= width


SHOWN = "[...document.querySelectorAll('{} [data-days]')].filter(e => !e.closest('.off')).map(e => e.dataset.days)"


@pytest.mark.parametrize("width", [TELEPHONE, DESK])
def test_days_are_chosen_and_what_is_folded_shows_too(browser: Browser, page: Path, width: int) -> None:
    with opened(browser, page.as_uri(), width) as shown:
        days = shown.value(SHOWN.format("#timeline"))
        assert {"2025-03-12", "2025-03-18"} <= set(days)
        shown.page.get_by_label("Montrer du").fill("2025-03-11")
        shown.page.get_by_label("au", exact=True).fill("2025-03-12")
        near = {"2025-03-11", "2025-03-12", "../2025-03-11", "../2025-03-12", "2025-03-11/2025-03-12"}
        assert set(shown.value(SHOWN.format("#timeline .days"))) == near & set(days)
        for part in ("#claims", "#sources", "#figures", "#checks", "#changes"):
            for times in shown.value(SHOWN.format(part)):
                assert any(touches(one, "2025-03-11", "2025-03-12") for one in times.split()), f"{part}: {times}"
        folded = (
            "[...document.querySelectorAll('.more:not(.off)')].filter(d => !d.open && d.querySelector('[data-days]'))"
        )
        assert shown.value(f"{folded}.length") == 0, "what is folded for its rank is open for its days"
        told = shown.page.locator("#days output").inner_text()
        assert re.fullmatch(r"Lignes montrées : \d+ sur \d+\. Sans date, donc cachées : \d+\.", spaced(told))
        assert shown.value("document.documentElement.scrollWidth") <= width
        assert "since=2025-03-11&until=2025-03-12" in shown.page.url
        shown.page.get_by_label("Montrer du").fill("1999-01-01")
        shown.page.get_by_label("au", exact=True).fill("1999-01-02")
        assert shown.page.get_by_text("Rien en ces jours.").count() >= 5
        shown.page.get_by_role("button", name="Tout montrer").press("Enter")
        assert shown.value(SHOWN.format("#timeline")) == days
        assert shown.value("document.querySelectorAll('.off, .empty').length") == 0
        assert shown.complaints == []


def touches(days: str, first: str, last: str) -> bool:
    """Whether days as the page writes them touch those from `first` to `last`; at the latest is on that day."""
    known = [day for day in days.split("/") if day != ".."]
    return known[0] <= last and first <= known[-1]


def test_without_scripts_all_days_are_shown_and_none_can_be_chosen(browser: Browser, page: Path) -> None:
    with opened(browser, page.as_uri() + "?since=2025-03-11", scripts=False) as shown:
        assert shown.page.locator("#days").is_hidden()
        assert shown.page.locator(".off").count() == 0


def test_the_pages_of_a_folder_are_for_everybody_and_the_days_go_along_from_one_to_the_other(
    browser: Browser, tmp_path: Path, dossier: Dossier
) -> None:
    for name, text in to_pages(dossier):
        (tmp_path / name).write_text(text, encoding="utf-8")
    faults = []
    for name in ("index", "claims-contested", "figures", "sources", "reading", "changes"):
        with opened(browser, (tmp_path / f"{name}.html").as_uri(), TELEPHONE, dark=name == "index") as shown:
            shown.open_details()
            faults += [
                f"{name}: {v['id']} {v['nodes'][0]['html'][:150]}" for v in Axe().run(shown.page).response["violations"]
            ]
            assert shown.value("document.documentElement.scrollWidth") <= TELEPHONE, name
    assert faults == []
    with opened(browser, (tmp_path / "index.html").as_uri() + "?since=2025-03-14") as shown:
        shown.page.locator("#figures .go a").last.click()
        shown.page.wait_for_url("**/figures.html?since=2025-03-14*")
        assert shown.page.locator("#days").is_visible()
        assert all(
            touches(one, "2025-03-14", "9") for t in shown.value(SHOWN.format("#figures")) for one in t.split()[-1:]
        )
        shown.page.locator(".top .note a").click()
        shown.page.wait_for_url("**/index.html?since=2025-03-14*")
        assert shown.complaints == []


def test_every_reference_leads_to_a_place_on_the_page(browser: Browser, page: Path) -> None:
    with opened(browser, page.as_uri()) as shown:
        links = "[...document.querySelectorAll('a')].map(a => a.getAttribute('href')).filter(h => h.startsWith('#'))"
        assert shown.value(f"{links}.map(h => h.slice(1)).filter(id => !document.getElementById(id))") == []
        assert shown.value(f"{links}.length") > 50


@pytest.mark.parametrize("dark", [False, True])
def test_text_stands_out_from_its_ground(browser: Browser, page: Path, dark: bool) -> None:
    """The body's text against the page, by the contrast ratio of WCAG 2 (AA asks for 4.5)."""
    with opened(browser, page.as_uri(), dark=dark) as shown:
        colours = shown.value(
            "(() => { const s = getComputedStyle(document.body);"
            " const g = [document.body, document.documentElement].map(e => getComputedStyle(e).backgroundColor)"
            ".find(c => c !== 'rgba(0, 0, 0, 0)'); return [s.color, g]; })()"
        )
    one, other = (luminance(colour or "rgb(255, 255, 255)") for colour in colours)
    assert (max(one, other) + 0.05) / (min(one, other) + 0.05) >= 4.5


def luminance(colour: str) -> float:
    channels = [int(n) / 255 for n in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
