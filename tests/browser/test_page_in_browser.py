"""The demo's dossier as a reader meets it: opened in a browser, on a desk and on a telephone."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from chromium import Chromium

from selon.dossier import Dossier, to_html
from selon.ingest import dossier_of_files

DESK, TELEPHONE = 1280, 390


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


def visible_text(browser: Chromium) -> str:
    """All text of the page, that of closed details too."""
    return spaced(
        browser.value("for (const d of document.querySelectorAll('details')) d.open = true; document.body.innerText")
    )


def test_the_page_asks_for_nothing_and_the_browser_complains_of_nothing(browser: Chromium, page: Path) -> None:
    browser.show(page, DESK)
    assert browser.requests() == [page.resolve().as_uri()]
    assert browser.complaints() == []


def test_the_page_forbids_requests_and_scripts_by_itself(browser: Chromium, page: Path) -> None:
    browser.show(page, DESK)
    policy = browser.value("document.querySelector('meta[http-equiv=Content-Security-Policy]').content")
    assert "default-src 'none'" in policy
    assert browser.value("document.scripts.length") == 0
    browser.value(
        "new Promise(r => { const i = new Image(); i.onerror = r; i.src = 'https://example.invalid/x.png'; })"
    )
    assert any("Content Security Policy" in complaint for complaint in browser.complaints())


def test_every_article_of_the_story_can_be_read_on_the_page(browser: Chromium, page: Path, dossier: Dossier) -> None:
    browser.show(page, DESK)
    text = visible_text(browser)
    assert [a.label for a in dossier.articles if spaced(a.title) not in text] == []
    assert len(dossier.articles) == 12


def test_the_estimates_of_the_story_stand_on_the_page(browser: Chromium, page: Path, dossier: Dossier) -> None:
    browser.show(page, DESK)
    text = visible_text(browser)
    by_id = {figure.id: figure for figure in dossier.figures}
    said = [by_id[id_] for series in dossier.series for id_ in series.figures]
    assert len(said) > 10
    assert [figure.text for figure in said if spaced(figure.text) not in text] == []


def test_the_positions_of_the_story_stand_on_the_page(browser: Chromium, page: Path, dossier: Dossier) -> None:
    browser.show(page, DESK)
    text = visible_text(browser)
    names = {actor.id: actor.name for actor in dossier.actors}
    bodies = {names[position.body] for claim in dossier.claims for position in claim.positions}
    assert len(bodies) > 3
    assert [name for name in sorted(bodies) if spaced(name).lower() not in text.lower()] == []


@pytest.mark.parametrize("width", [320, TELEPHONE, 820, DESK])
@pytest.mark.parametrize("opened", [False, True])
def test_the_page_is_never_wider_than_the_window(browser: Chromium, page: Path, width: int, opened: bool) -> None:
    browser.show(page, width)
    if opened:
        browser.value("for (const d of document.querySelectorAll('details')) d.open = true")
    assert browser.value("document.documentElement.scrollWidth") <= width


def test_every_reference_leads_to_a_place_on_the_page(browser: Chromium, page: Path) -> None:
    browser.show(page, DESK)
    links = "[...document.querySelectorAll('a')].map(a => a.getAttribute('href')).filter(h => h.startsWith('#'))"
    dead = f"{links}.map(h => h.slice(1)).filter(id => !document.getElementById(id))"
    assert browser.value(dead) == []
    assert browser.value(f"{links}.length") > 50


@pytest.mark.parametrize("dark", [False, True])
def test_text_stands_out_from_its_ground(browser: Chromium, page: Path, dark: bool) -> None:
    """The body's text against the page, by the contrast ratio of WCAG 2 (AA asks for 4.5)."""
    browser.show(page, DESK, dark=dark)
    colours = browser.value(
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
