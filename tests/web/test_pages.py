"""The pages: what they show, in which language, and what their forms do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from desks import TestClient, client_of

from selon.dossier.page import environment
from selon.web.pages import actors, stories
from selon.web.pages.showing import templates, warm

STORY = "/stories/bac"
TOKEN = "a-token-of-some-length-3141"
READ = ("/", STORY, f"{STORY}/actors", "/search", "/search?q=naufrage", "/search?stance=deny", "/corrections", "/login")


def links(client: TestClient, path: str, kind: str) -> list[str]:
    """Addresses of a kind of page that a page leads to."""
    return list(dict.fromkeys(re.findall(rf'href="(/stories/[^"#]+/{kind}/[^"#]+)', client.get(path).text)))


def every_page(client: TestClient) -> list[str]:
    """One address of every kind of page that there is."""
    article = links(client, STORY, "articles")[0]
    found = [*READ, article, links(client, STORY, "claims")[0], links(client, f"{STORY}/actors", "actors")[0]]
    return found + links(client, article, "statements")[:2]


def token_of(client: TestClient, path: str) -> str:
    return re.findall(r'name="token" value="([0-9a-f]{64})"', client.get(path).text)[0]


def send(client: TestClient, path: str, **fields: object) -> object:
    return client.post(path, data={"token": token_of(client, path), **fields}, follow_redirects=False)


def test_every_page_is_there_in_both_languages(reader: TestClient) -> None:
    for path in every_page(reader):
        for language in ("fr", "en"):
            response = reader.get(path, headers={"Accept-Language": f"{language};q=0.9, de"})
            assert response.status_code == 200, path
            assert f'<html lang="{language}">' in response.text
            assert "Accept-Language" in response.headers["vary"]


def test_the_chosen_language_wins_over_that_of_the_browser(client: TestClient) -> None:
    response = client.get("/language/en?to=/search", headers={"Accept-Language": "fr"})
    assert response.url.path == "/search"
    assert '<html lang="en">' in response.text
    assert client.get("/language/de").status_code == 404


@pytest.mark.parametrize("to", ["//evil.example", "https://evil.example", "/\\evil.example", "evil"])
def test_a_link_does_not_lead_out_of_the_desk(client: TestClient, to: str) -> None:
    assert client.get("/language/en", params={"to": to}, follow_redirects=False).headers["location"] == "/"


def test_the_story_is_the_dossier_with_its_articles_on_pages_of_their_own(reader: TestClient) -> None:
    page = reader.get(STORY).text
    words = re.findall(r'class="words" href="([^"]+)"', page)
    assert len(words) > 50
    assert {re.sub(r"#p(-\d+-\d+)+$", "", href) for href in words} <= set(links(reader, STORY, "articles"))
    assert "<style" not in page
    assert "style=" not in page


def test_every_passage_leads_to_a_place_on_its_article(reader: TestClient) -> None:
    pages: dict[str, str] = {}
    for path in (STORY, *links(reader, STORY, "claims")[:5], *links(reader, f"{STORY}/actors", "actors")[:5]):
        for href in re.findall(r'href="(/stories/[^"]+/articles/[^"]+#[^"]+)"', reader.get(path).text):
            article, _, anchor = href.partition("#")
            pages.setdefault(article, reader.get(article).text)
            assert f'id="{anchor}"' in pages[article], href


def test_long_lists_come_in_portions(reader: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    path = f"{STORY}/actors"
    whole = links(reader, path, "actors")
    monkeypatch.setattr(actors, "PORTION", 5)
    found, at = [], path
    while at:
        page = reader.get(at).text
        listed = page.partition("<tbody>")[2]
        found += re.findall(r'<th scope="row"><a href="([^"]+)"', listed)
        at = "".join(re.findall(r'href="([^"]+)" rel="next"', page)).replace("&amp;", "&")
    assert set(found) == set(whole)
    assert len(found) == len(whole) > 10
    said = reader.get(found[0]).text.count('<li><p class="when">')
    assert 5 <= said < reader.get("/api/v1" + found[0]).text.count('"content"') + 5
    assert reader.get(f"{path}?offset=99999").status_code == 200


def test_what_is_said_of_a_claim_stands_by_date(reader: TestClient) -> None:
    shown = max(reader.get(f"/api/v1{STORY}/claims").json()["data"], key=lambda claim: len(claim["statements"]))
    page = reader.get(f"{STORY}/claims/{shown['id']}").text
    days = re.findall(r'<li><p class="when">(\d+)\W+mars', page)
    assert len(days) > 3
    assert days == sorted(days, key=int)


def test_every_link_of_every_page_leads_somewhere(reader: TestClient) -> None:
    targets = {
        href for path in every_page(reader) for href in re.findall(r'(?:href|src)="(/[^"#]*)', reader.get(path).text)
    }
    assert len(targets) > 30
    assert [t for t in sorted(targets) if reader.get(t.replace("&amp;", "&")).status_code != 200] == []


def test_read_only_no_page_has_a_form_that_changes_anything(reader: TestClient) -> None:
    for path in every_page(reader):
        forms = re.findall(r"<form[^>]*>", reader.get(path).text)
        assert all("/login" in form or "/search" in form for form in forms), path
    assert links(reader, links(reader, STORY, "articles")[0], "statements") == []


def test_a_page_is_kept_by_the_browser_until_the_ledger_changes(client: TestClient) -> None:
    for path in ("/", STORY, "/search?q=naufrage", links(client, STORY, "articles")[0]):
        first = client.get(path)
        known = {"If-None-Match": first.headers["etag"]}
        assert client.get(path, headers=known).status_code == 304
        assert client.get(path, headers={**known, "Accept-Language": "en"}).status_code == 200
    client.post("/api/v1/articles", json={"text": "Orage\n\nLe maire a démenti la rumeur.\n", "name": "orage.txt"})
    assert client.get("/", headers={"If-None-Match": client.get("/").headers["etag"]}).status_code == 304
    assert client.get(path, headers=known).status_code == 200


def test_a_speaker_is_changed_and_changed_back(client: TestClient) -> None:
    article = links(client, STORY, "articles")[0]
    form = links(client, article, "statements")[1]
    page = client.get(form).text
    speaker = re.findall(r'name="speaker" value="([^"]+)"', page)[0]
    kept = {
        name: re.findall(rf'name="{name}" (?:type="date" )?value="([^"]*)"', page)[0]
        for name in ("first", "last", "source", "cue")
    }
    content = re.findall(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)[0].replace("&#39;", "'")
    sent = send(client, form, **kept, content=content, speaker="Ivo Lastre", who="A. Lenoir", why="mal lu", stance="")
    assert (sent.status_code, sent.headers["location"]) == (303, article)
    assert "Ivo Lastre" in client.get(article).text
    history = client.get("/corrections").text
    assert "A. Lenoir" in history
    assert "mal lu" in history
    correction = re.findall(r'name="correction" value="([^"]+)"', history)[0]
    assert send(client, "/corrections", correction=correction, who="B. Roy").status_code == 303
    assert "Ivo Lastre" not in client.get(article).text
    assert speaker in client.get(article).text
    assert "B. Roy" in client.get("/corrections").text


def test_a_statement_is_rejected_and_another_added(client: TestClient) -> None:
    article = links(client, STORY, "articles")[0]
    form = links(client, article, "statements")[1]
    assert send(client, form, kind="reject", who="A. Lenoir").status_code == 303
    assert form not in links(client, article, "statements")
    new = f"{article}/statements/new"
    title = client.get("/api/v1" + article).json()["data"]["article"]["title"]
    assert send(client, new, content=title, speaker="Ivo Lastre", who="A. Lenoir").status_code == 303
    assert "Ivo Lastre" in client.get(article).text


def test_words_that_do_not_stand_in_the_article_are_refused(client: TestClient) -> None:
    new = links(client, STORY, "articles")[0] + "/statements/new"
    response = send(client, new, content="des mots qui n’y sont pas", who="A. Lenoir")
    assert response.status_code == 422
    assert "expected words of the article" in response.text


def test_nobody_corrects_without_a_name(client: TestClient) -> None:
    form = links(client, links(client, STORY, "articles")[0], "statements")[1]
    assert send(client, form, kind="reject", who=" ").status_code == 422


def test_actors_are_merged_and_split(client: TestClient) -> None:
    listed = {
        name: href
        for href, name in re.findall(r'<a href="([^"]+/actors/[^"]+)"><bdi>([^<]+)', client.get(f"{STORY}/actors").text)
    }
    one, other = listed["Yvan Torrelier"], listed["Aline Courtesol"]
    assert send(client, one, kind="merge", other=other.rpartition("/")[2], who="A. Lenoir").status_code == 303
    assert "Aline Courtesol" not in re.findall(r"/actors/[^>]+><bdi>([^<]+)", client.get(f"{STORY}/actors").text)
    actor = listed["Maryse Dorvange"]
    article = re.findall(r'name="article" value="([^"]+)"', client.get(actor).text)[0]
    assert send(client, actor, kind="split", article=article, who="A. Lenoir").status_code == 303
    assert client.get("/corrections").text.count("Maryse Dorvange") == 1


def test_articles_are_added_with_a_word_on_each(client: TestClient) -> None:
    text = "Le pont de Varmelle\n\nLe maire Ivo Lastre a démenti la fermeture.\n"
    files = [("files", ("pont.txt", text.encode())), ("files", ("photo.txt", b"\x89PNG\r\n"))]
    page = client.post("/add", data={"token": token_of(client, "/add"), "story": "pont"}, files=files)
    assert page.status_code == 200
    assert "expected text, found a PNG image" in page.text
    assert "Ivo Lastre" in client.get(re.findall(r'href="(/articles/[^"]+)"', page.text)[0]).text
    pasted = client.post("/add", data={"token": token_of(client, "/add"), "text": text.replace("Ivo", "Ada")})
    assert "Ada Lastre" in client.get(re.findall(r'href="(/articles/[^"]+)"', pasted.text)[0]).text
    said = pasted.text.partition('role="status"')[2].partition("</table>")[0]
    assert re.search(r'presque identique à <a href="/articles/a-[^"]+"><bdi>pont<', said) is None
    longer = (
        "Le maire Ivo Lastre a démenti mercredi matin la fermeture du pont, que deux élus demandent depuis six mois."
    )
    for name, text in (("bref", longer), ("long", f"{longer}\n\nLe conseil se réunit jeudi soir pour en parler.")):
        form = {"token": token_of(client, "/add")}
        page = client.post("/add", data=form, files=[("files", (f"{name}.txt", text.encode()))])
    assert re.search(
        r'(presque identique à|réécrit dans|texte identique à) <a href="/articles/[^"]+"><bdi>bref<', page.text
    )
    assert "Rien n’a été donné" in client.post("/add", data={"token": token_of(client, "/add")}).text


def test_a_form_that_another_page_made_is_refused(client: TestClient) -> None:
    for path in ("/add", "/corrections", "/login", "/logout"):
        for token in ("", "0" * 64, "é"):
            response = client.post(path, data={"token": token, "text": "Le maire a démenti."})
            assert response.status_code == 403, path
    kept = token_of(client, "/add")
    client.cookies.clear()
    assert client.post("/add", data={"token": kept, "text": "Le maire a démenti."}).status_code == 403


def test_the_token_of_the_desk_opens_a_session(ledger: Path) -> None:
    with client_of(ledger, token=TOKEN) as client:
        assert client.get(STORY).url.path == "/login"
        wrong = send(client, "/login", secret="wrong", to=STORY)
        assert wrong.status_code == 403
        assert client.get("/").url.path == "/login"
        right = send(client, "/login", secret=TOKEN, to=STORY)
        assert (right.status_code, right.headers["location"]) == (303, STORY)
        cookie = right.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=strict" in cookie
        assert TOKEN not in cookie
        assert client.get(STORY).url.path == STORY
        assert client.get("/api/v1/stories").status_code == 200
        assert send(client, "/corrections", correction="k-0", who="A").status_code == 404
        client.post("/logout", data={"token": token_of(client, "/add")})
        assert client.get("/").url.path == "/login"


def test_a_session_that_was_changed_or_made_elsewhere_opens_nothing(ledger: Path) -> None:
    with client_of(ledger, token=TOKEN) as one, client_of(ledger, token=TOKEN) as other:
        send(one, "/login", secret=TOKEN, to="/")
        cookie = one.cookies["selon"]
        for forged in (cookie[:-2] + "xx", "x" + cookie, "a.b.c", ""):
            other.cookies.set("selon", forged)
            assert other.get("/").url.path == "/login"
        other.cookies.set("selon", cookie)
        assert other.get("/").url.path == "/login", "each start has a secret of its own"


def test_a_refusal_is_a_page_too(client: TestClient) -> None:
    for path, status in (("/nothing", 404), ("/stories/none", 404), (f"{STORY}/claims/c-0", 404), ("/static/x", 404)):
        response = client.get(path)
        assert response.status_code == status
        assert response.headers["content-type"].startswith("text/html")
        assert "no-store" in response.headers["cache-control"]


def test_a_large_story_opens_on_what_matters_and_every_link_of_its_parts_leads_to_its_place(
    sample_ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stories, "LARGE", 5)
    with client_of(sample_ledger, read_only=True) as reader:
        read: dict[str, str] = {}

        def page(path: str) -> str:
            return read.setdefault(path, reader.get(path, headers={"Accept-Language": "en"}).text)

        apart = set(re.findall(r'href="([^"#?]+/parts/[^"#?]+)', page(STORY)))
        assert {path.rpartition("/")[2] for path in apart} >= {"sources", "reading", "claims-single_origin"}
        for path in (STORY, *sorted(apart)):
            assert 'id="days"' in page(path), path
            for href in set(re.findall(r'href="(/stories/[^"]+#[^"]+)"', page(path))):
                there, _, anchor = href.partition("#")
                assert f'id="{anchor}"' in page(there), f"{path}: {href}"
        assert reader.get(f"{STORY}/parts/nothing").status_code == 404
        assert reader.get(f"{STORY}/parts/claims-").status_code == 404


def test_a_small_story_has_no_pages_of_parts(client: TestClient) -> None:
    assert "/parts/" not in client.get(STORY).text
    assert client.get(f"{STORY}/parts/sources").status_code == 404
    page = client.get(STORY).text
    for part in re.findall(r'href="[^"#]*#([a-z]+)"', page.partition("</nav>")[2].partition("</nav>")[0]):
        assert f'id="{part}"' in page, "what the bar names stands on the page"


def test_all_templates_and_both_languages_are_loaded_before_the_first_page() -> None:
    templates.cache_clear()
    environment.cache_clear()
    warm()
    loader = templates().cache
    assert loader is not None
    assert {name for _, name in loader} == set(templates().list_templates(extensions=["j2"]))
