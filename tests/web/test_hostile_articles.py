"""Articles that are out to break the desk: through every page and every route nothing executes, nothing breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from desks import TestClient, client_of

from selon.ingest import Upload, add_data
from selon.store import Ledger
from selon.web.pages import stories

V1 = "/api/v1"
SCRIPT = "<script>alert(1)</script>"
BREAKING = '"><img src=x onerror=alert(1)><svg/onload=alert(1)>'
TEMPLATE = "{{ 7 * 191 }}{% for x in (1,) %}{{ x }}{% endfor %}${7*191}"
SQL = "Robert'); DROP TABLE articles;--"
HIDDEN = "\u202eecilop\u202c\u200b\u200d\u2066\u2069\u200f"
LONG = "Lastre" * 1_700

TEXTS = {
    "script.txt": f"{SCRIPT} Le pont\n\nLe maire Ivo {SCRIPT} Lastre a démenti {SCRIPT} la fermeture de 12 ponts lundi 3 mars 2031.\n",
    "breaking.txt": f"Le pont {BREAKING}\n\n« Le pont {BREAKING} rouvrira », a affirmé Ivo {BREAKING} Lastre.\n",
    "template.txt": f"Le pont {TEMPLATE}\n\nSelon le maire {TEMPLATE}, le pont {TEMPLATE} fermera.\n",
    "sql.txt": f"Le pont {SQL}\n\nLe maire {SQL} a confirmé que le pont {SQL} fermera.\n",
    "hidden.txt": f"Le pont {HIDDEN}\n\nLa {HIDDEN} police a annoncé la fermeture {HIDDEN} du pont.\n",
    "long.txt": f"Le pont\n\nLe maire {LONG} a démenti la fermeture du pont. « Non », a dit {LONG}.\n",
    "<script>alert(1)<!--script>.txt": "Le pont\n\nLe maire Ivo Lastre a démenti la rumeur du pont.\n",
    "link.jsonl": '{"text": "Le maire a démenti la fermeture du pont.", "title": "Le pont <b>ferme</b>", '
    '"url": "javascript:alert(1)", "outlet": "<i>Fanal</i>"}\n',
}
ALLOWED = {"html", "head", "meta", "title", "link", "script", "body", "a", "svg", "symbol", "circle", "path", "header",
           "div", "nav", "ul", "li", "main", "p", "h1", "h2", "h3", "h4", "section", "article", "bdi", "span", "b", "i",
           "mark", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "details", "summary", "ol",
           "blockquote", "aside", "footer", "form", "input", "select", "option", "label", "small", "textarea", "button",
           "fieldset", "legend", "time", "del", "ins", "datalist", "use", "strong", "figure", "figcaption", "g", "text",
           "tspan", "line", "rect", "br", "output", "progress"}  # fmt: skip


class Seen(HTMLParser):
    """What a browser would make of a page: tags, handlers and addresses that are none of ours."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in ALLOWED or any(name.startswith("on") or name == "style" for name in given):
            self.wrong.append(f"{tag} {given}")
        if tag == "script" and given.get("src") not in {"/static/desk.js", "/static/dossier.js", "/static/add.js"}:
            self.wrong.append(f"{tag} {given}")
        for name in ("href", "src", "action"):
            address = given.get(name)
            if address and not re.match(r"/(?!/)|#|data:,$", address):
                self.wrong.append(f"{tag} {name}={address}")


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A desk over a story of hostile articles."""
    place = tmp_path_factory.mktemp("hostile") / "ledger.db"
    with Ledger.open(place) as ledger:
        uploads = [Upload(name, text.encode()) for name, text in TEXTS.items()]
        taken = add_data(uploads, ledger, story=f"{SCRIPT}{SQL}")
    assert {t.result for t in taken} == {"added"}
    with client_of(place) as client, pytest.MonkeyPatch.context() as patch:
        patch.setattr(stories, "LARGE", len(TEXTS) - 1)  # so that parts have pages of their own
        yield client


@pytest.fixture(scope="module")
def story(attacked: TestClient) -> str:
    (line,) = attacked.get(f"{V1}/stories").json()["data"]
    return f"/stories/{line['id']}"


def pages_of(client: TestClient, story: str) -> list[str]:
    dossier = client.get(V1 + story).json()["data"]
    pages = [
        "/",
        story,
        f"{story}/actors",
        f"{story}/sorting",
        "/search?q=pont",
        "/search?stance=deny",
        "/corrections",
        "/add",
    ]
    for article in dossier["articles"]:
        home = f"{story}/articles/{article['id']}"
        pages += [home, f"{home}/copies", f"{home}/statements/new", f"{home}/passages.css"]
        pages += [f"{home}/statements/{s['id']}" for s in dossier["statements"] if s["article"] == article["id"]]
    pages += re.findall(r'href="([^"#?]+/parts/[^"#?]+)', client.get(story).text)
    pages += [f"{story}/actors/{a['id']}" for a in dossier["actors"]]
    return pages + [f"{story}/claims/{c['id']}" for c in dossier["claims"]]


def test_on_no_page_does_anything_of_an_article_become_markup(attacked: TestClient, story: str) -> None:
    pages = pages_of(attacked, story)
    assert len(pages) > 40
    assert any("/parts/" in path for path in pages)
    for path in pages:
        response = attacked.get(path)
        assert response.status_code == 200, path
        if path.endswith(".css"):
            continue
        seen = Seen()
        seen.feed(response.text)
        assert seen.wrong == [], path
        assert "1337" not in re.sub(r"[0-9a-f]{16,}", "", response.text), f"{path}: a template of an article was run"


def test_characters_that_turn_the_line_around_are_shown_by_their_numbers(attacked: TestClient, story: str) -> None:
    for path in pages_of(attacked, story):
        text = attacked.get(path).text
        inputs = re.sub(r"<(input|option)[^>]*>|<textarea.*?</textarea>", "", text, flags=re.DOTALL)
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", inputs), path


def test_every_route_tells_the_articles_as_they_are(attacked: TestClient, story: str) -> None:
    dossier = attacked.get(V1 + story).json()["data"]
    texts = {a["text"] for a in dossier["articles"]}
    assert {text for name, text in TEXTS.items() if not name.endswith(".jsonl")} <= texts
    for article in dossier["articles"]:
        for path in (f"{V1}{story}/articles/{article['id']}", f"{V1}/articles/{article['id']}/annotations"):
            assert attacked.get(path).headers["content-type"] == "application/json"


def test_the_address_of_an_article_is_never_a_link(attacked: TestClient, story: str) -> None:
    shown = [attacked.get(path).text for path in pages_of(attacked, story)]
    assert any("javascript:alert(1)" in text for text in shown)
    assert not any('href="javascript:' in text for text in shown)


@pytest.mark.parametrize(
    "words", [SCRIPT, BREAKING, TEMPLATE, SQL, HIDDEN, LONG, "\0", "%", '"', "NEAR(", "*", "é" * 3_000]
)
def test_whatever_is_sought_breaks_nothing(attacked: TestClient, words: str) -> None:
    for given in ({"q": words}, {"q": "pont", "actor": words}, {"outlet": words, "since": words, "offset": words}):
        response = attacked.get("/search", params=given)
        assert response.status_code == 200
        seen = Seen()
        seen.feed(response.text)
        assert seen.wrong == []
        assert attacked.get(f"{V1}/search", params={"q": words[:500], "actor": words[:500]}).status_code == 200


@pytest.mark.parametrize("ident", [SCRIPT, SQL, TEMPLATE, "..%2f..%2fetc%2fpasswd", "%00", "é", "x" * 10_000])
def test_whatever_is_asked_for_breaks_nothing(attacked: TestClient, story: str, ident: str) -> None:
    for path in (f"/stories/{ident}", f"{story}/articles/{ident}", f"{story}/actors/{ident}", f"{story}/claims/{ident}",
                 f"/articles/{ident}", f"/static/{ident}", f"/language/{ident}"):  # fmt: skip
        for prefix in ("", V1):
            response = attacked.get(prefix + path)
            assert response.status_code == 404
            if not prefix:
                seen = Seen()
                seen.feed(response.text)
                assert seen.wrong == []


def test_corrections_are_escaped_too(attacked: TestClient, story: str) -> None:
    statement = attacked.get(f"{V1}{story}/statements").json()["data"][0]
    asked = {"of": "statements", "kind": "change", "statement": statement["id"], "who": SCRIPT, "why": BREAKING,
             "edit": {"speaker": f"{TEMPLATE}{HIDDEN}"}}  # fmt: skip
    assert attacked.post(f"{V1}/corrections", json=asked).status_code == 201
    for path in ("/corrections", *pages_of(attacked, story)[:12]):
        seen = Seen()
        seen.feed(attacked.get(path).text)
        assert seen.wrong == [], path


def test_a_text_that_is_too_long_is_refused_with_its_reason(client: TestClient) -> None:
    for size in (2_000_000, 6_000_000, 10_000_000):
        files = [("files", ("long.txt", ("Le maire a démenti. " * (size // 20)).encode()))]
        (taken,) = client.post(f"{V1}/articles", files=files).json()["data"]
        assert taken["result"] == "refused"
        assert re.search("1,000,000 characters|5,000,000 bytes", taken["reason"])
    page = client.get("/add").text
    token = re.findall(r'name="token" value="([^"]+)"', page)[0]
    response = client.post("/add", data={"token": token, "text": "Le maire a démenti. " * 60_000})
    assert "1,000,000 characters" in response.text


def test_the_ledger_is_whole_afterwards(attacked: TestClient, story: str, tmp_path: Path) -> None:
    assert attacked.get(f"{V1}/about").json()["data"]["articles"] == len(TEXTS)
