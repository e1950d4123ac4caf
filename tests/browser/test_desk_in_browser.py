"""The desk as a journalist uses it: every page in both widths, light and dark, by mouse, by keyboard, without scripts."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from opening import DESK, TELEPHONE, Opened, opened
from playwright.sync_api import Browser, expect

from selon.web.settings import UPLOAD_BYTES

STORY = "/stories/bac"


@pytest.fixture(scope="session")
def pages(browser: Browser, desk: str) -> dict[str, str]:
    """One page of every kind, by a name."""
    with opened(browser, desk + STORY) as shown:

        def first(kind: str, page: str) -> str:
            shown.page.goto(desk + page)
            links = shown.value("[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))")
            return next(h for h in links if re.fullmatch(rf"/stories/[^/#]+/{kind}", h))

        article = first("articles/[^/#]+", STORY)
        return {
            "stories": "/",
            "story": STORY,
            "article": article,
            "statement": first("articles/[^/]+/statements/s-[^/#]+", article),
            "claim": first("claims/[^/#]+", STORY),
            "copies": f"{article}/copies",
            "sorting": f"{STORY}/sorting",
            "actors": f"{STORY}/actors",
            "actor": first("actors/[^/#]+", f"{STORY}/actors"),
            "search": "/search?q=naufrage&since=2025-03-01",
            "corrections": "/corrections",
            "add": "/add",
            "login": "/login",
        }


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [DESK, TELEPHONE])
def test_every_page_is_for_everybody_and_fits_its_window(
    browser: Browser, desk: str, pages: dict[str, str], width: int, dark: bool
) -> None:
    """No fault that axe finds, no complaint of the browser, no request that leaves the desk, nothing to scroll aside."""
    faults: list[str] = []
    with opened(browser, desk, width, dark=dark) as shown:
        for name, path in pages.items():
            shown.page.goto(desk + path)
            if shown.value("document.documentElement.scrollWidth") > width:
                faults.append(f"{name}: wider than the window")
            shown.open_details()
            found = Axe().run(shown.page).response["violations"]
            faults += [f"{name}: {v['id']} ({v['impact']}) {v['nodes'][0]['html'][:150]}" for v in found]
        assert faults == []
        assert shown.complaints == []
        assert {urlsplit(address).netloc for address in shown.requests if not address.startswith("data:")} == {
            urlsplit(desk).netloc
        }


def test_a_figure_leads_to_its_words(browser: Browser, desk: str) -> None:
    with opened(browser, desk + STORY) as shown:
        point = shown.page.locator(".wide a.point").first
        anchor = (point.get_attribute("href") or "").partition("#")[2]
        point.dispatch_event("click")
        shown.page.wait_for_url("**/articles/**")
        place = shown.page.locator(f"[id='{anchor}']")
        expect(place).to_be_in_viewport()
        assert place.evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_a_speaker_is_changed_and_the_change_undone_without_scripts(
    browser: Browser, desk: str, pages: dict[str, str]
) -> None:
    with opened(browser, desk + pages["statement"], TELEPHONE, scripts=False) as shown:
        shown.page.locator("#speaker").fill("Ivo Lastre")
        shown.page.locator("#who-change").fill("A. Lenoir")
        shown.page.locator("form").first.locator("button").click()
        expect(shown.page.locator(".par aside").filter(has_text="Ivo Lastre")).not_to_have_count(0)
        shown.page.goto(desk + "/corrections")
        shown.page.locator("form button", has_text="Annuler").first.click()
        expect(shown.page.locator("tr.undone")).to_have_count(1)
        shown.page.goto(desk + pages["article"])
        expect(shown.page.locator(".par aside").filter(has_text="Ivo Lastre")).to_have_count(0)


def test_two_actors_are_merged(browser: Browser, desk: str) -> None:
    with opened(browser, f"{desk}{STORY}/actors") as shown:
        shown.page.get_by_role("link", name="Yvan Torrelier").first.click()
        shown.page.locator("#other").select_option(label="Aline Courtesol")
        shown.page.locator("#who-merge").fill("A. Lenoir")
        shown.page.get_by_role("button", name="Réunir").click()
        expect(shown.page.locator("main")).to_contain_text("Yvan Torrelier = Aline Courtesol")
        shown.page.goto(f"{desk}{STORY}/actors")
        expect(shown.page.get_by_role("link", name="Aline Courtesol")).to_have_count(0)
        shown.page.goto(desk + "/corrections")
        shown.page.locator("form button", has_text="Annuler").first.click()
        shown.page.goto(f"{desk}{STORY}/actors")
        expect(shown.page.get_by_role("link", name="Aline Courtesol")).not_to_have_count(0)


@pytest.mark.parametrize("scripts", [True, False])
def test_articles_are_added_and_what_became_of_each_is_told(
    browser: Browser, desk: str, tmp_path: Path, scripts: bool
) -> None:
    text = f"Le pont de Varmelle\n\nLe maire Ivo Lastre a démenti la fermeture {1 + scripts} fois.\n"
    (tmp_path / f"pont-{scripts}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\r\n")
    with opened(browser, desk + "/add", TELEPHONE, scripts=scripts) as shown:
        assert shown.page.locator("#progress").is_hidden()
        shown.page.locator("#files").set_input_files([tmp_path / f"pont-{scripts}.txt", tmp_path / "photo.txt"])
        shown.page.get_by_role("button", name="Ajouter au registre").click()
        lines = shown.page.locator("main [role=status] tbody tr")
        expect(lines).to_have_count(2)
        expect(lines.nth(0)).to_contain_text("ajouté")
        expect(lines.nth(1)).to_contain_text("expected text, found a PNG image")
        expect(shown.page.get_by_role("button", name="Ajouter au registre")).to_be_enabled()
        assert shown.complaints == []
        assert shown.requests.count(desk + "/add") == 2, "the form came, and was sent once"


def test_too_much_at_once_is_said_before_it_is_sent(browser: Browser, desk: str) -> None:
    with opened(browser, desk + "/add", TELEPHONE) as shown:
        file = {"name": "a.txt", "mimeType": "text/plain", "buffer": b"a" * (UPLOAD_BYTES + 1)}
        shown.page.locator("#files").set_input_files([file])  # type: ignore[list-item]
        shown.page.get_by_role("button", name="Ajouter au registre").click()
        assert "plus de 25 Mo" in shown.page.locator("#progress").inner_text()
        assert shown.requests.count(desk + "/add") == 1, "the form came, and nothing was sent"


def test_claims_are_merged_and_the_merge_is_undone(browser: Browser, desk: str, pages: dict[str, str]) -> None:
    with opened(browser, desk + pages["claim"]) as shown:
        before = shown.page.locator("h1").inner_text()
        told = shown.page.locator("ol.told > li").count()
        shown.page.locator("#other").select_option(index=1)
        shown.page.locator("#who-merge").fill("A. Lenoir")
        shown.page.get_by_role("button", name="Réunir").click()
        expect(shown.page.locator("ol.told > li")).not_to_have_count(told)
        assert shown.page.locator("h1").inner_text() == before
        shown.page.goto(desk + "/corrections")
        shown.page.locator("form button", has_text="Annuler").first.click()
        shown.page.goto(desk + pages["claim"])
        expect(shown.page.locator("ol.told > li")).to_have_count(told)


def test_words_are_sought_and_lead_to_their_article(browser: Browser, desk: str) -> None:
    with opened(browser, desk + "/search") as shown:
        shown.page.locator("#q").fill("surcharges")
        shown.page.keyboard.press("Enter")
        expect(shown.page.locator(".hits mark").first).to_be_visible()
        shown.page.locator(".hits a.words").first.click()
        shown.page.wait_for_url("**/articles/**")


def test_the_language_is_switched(browser: Browser, desk: str) -> None:
    with opened(browser, desk + STORY) as shown:
        shown.page.get_by_role("link", name="English").click()
        expect(shown.page.locator("html")).to_have_attribute("lang", "en")
        assert urlsplit(shown.page.url).path == STORY
        expect(shown.page.locator("#h-changes")).to_have_text("What changed")


def test_everything_is_reached_by_keyboard(browser: Browser, desk: str, pages: dict[str, str]) -> None:
    with opened(browser, desk + pages["article"]) as shown:
        shown.page.keyboard.press("Tab")
        assert focused(shown) == "#content"
        shown.page.keyboard.press("n")
        assert "/actors/" in focused(shown) or "/statements/" in focused(shown)
        shown.page.keyboard.press("/")
        shown.page.wait_for_url("**/search")
        shown.page.keyboard.press("/")
        assert shown.value("document.activeElement.id") == "q"
        shown.page.keyboard.type("a/b")
        assert shown.page.locator("#q").input_value() == "a/b"


def focused(shown: Opened) -> str:
    """Where the link that has the focus leads."""
    return str(shown.value("document.activeElement.getAttribute('href')"))
