"""What is corrected by forms beside statements and actors: claims, copies, stories; and what was rejected."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

import pytest
from desks import TestClient, client_of

from selon.ingest import add_copy
from selon.store import Ledger
from selon.web.throttle import SECONDS, TRIES, Throttle

V1, STORY = "/api/v1", "/stories/bac"
TOKEN = "a-token-of-some-length-3141"
BRIDGE = "Le pont de Varmelle\n\nLe maire Ivo Lastre a démenti la fermeture {} fois.\n"


def get(client: TestClient, path: str, **params: object) -> Any:
    response = client.get(V1 + path, params=params)
    assert response.status_code == 200, response.text
    return response.json()["data"]


def send(client: TestClient, path: str, **fields: object) -> str:
    """Fill in a form of a page, and return where it leads."""
    token = re.findall(r'name="token" value="([0-9a-f]{64})"', client.get(path).text)[0]
    response = client.post(path, data={"token": token, "who": "A. Lenoir", **fields}, follow_redirects=False)
    assert response.status_code == 303, response.text
    return str(response.headers["location"])


def undo_last(client: TestClient) -> None:
    last = get(client, "/corrections")[0]["correction"]["id"]
    send(client, "/corrections", correction=last)


def claims_of(client: TestClient) -> set[frozenset[str]]:
    return {frozenset(claim["statements"]) for claim in get(client, f"{STORY}/claims", limit=500)}


def test_claims_are_merged_and_the_merge_is_undone(client: TestClient) -> None:
    before = claims_of(client)
    one, other = get(client, f"{STORY}/claims")[:2]
    home = send(client, f"{STORY}/claims/{one['id']}", kind="merge", other=other["id"], why="même fait")
    merged = get(client, home)["claim"]
    assert set(merged["statements"]) == {*one["statements"], *other["statements"]}
    assert merged["label"] == one["label"]
    history = client.get("/corrections").text
    assert "Affirmations réunies" in history
    assert "même fait" in history
    undo_last(client)
    assert claims_of(client) == before


def test_a_claim_is_split_by_the_statements_chosen(client: TestClient) -> None:
    one = next(claim for claim in get(client, f"{STORY}/claims") if len(claim["statements"]) > 2)
    chosen = one["statements"][:2]
    home = send(client, f"{STORY}/claims/{one['id']}", kind="split", statement=chosen)
    assert set(get(client, home)["claim"]["statements"]) == set(one["statements"]) - set(chosen)
    assert frozenset(chosen) in claims_of(client)
    assert "2 déclarations à part" in client.get("/corrections").text


def test_claims_are_corrected_through_the_api_too(client: TestClient) -> None:
    one, other = get(client, f"{STORY}/claims")[:2]
    asked = {"of": "claims", "kind": "merge", "story": "bac", "names": [one["id"], other["id"]], "who": "A. Lenoir"}
    assert client.post(f"{V1}/corrections", json=asked).status_code == 201
    assert frozenset({*one["statements"], *other["statements"]}) in claims_of(client)
    made = get(client, "/corrections")[0]["correction"]["id"]
    assert client.delete(f"{V1}/corrections/{made}?who=B.+Roy").status_code == 200
    assert frozenset(one["statements"]) in claims_of(client)
    wrong = {**asked, "names": [one["id"], "c-0"]}
    assert client.post(f"{V1}/corrections", json=wrong).status_code == 404


def test_a_copy_is_refused_and_another_named(client: TestClient) -> None:
    def copies() -> set[tuple[str, str, str]]:
        return {(c["article"], c["of"], c["kind"]) for c in get(client, STORY)["copies"]}

    before = copies()
    article, of, _ = min(before)
    path = f"{STORY}/articles/{article}/copies"
    assert "Ce n’est pas une copie" in client.get(path).text
    assert send(client, path, kind="reject", other=of, why="deux dépêches") == path
    assert (article, of) not in {pair[:2] for pair in copies()}
    assert send(client, path, kind="add", other=of, copy="translation") == path
    assert (article, of, "translation") in copies()
    history = client.get("/corrections").text
    assert "≠" not in history, "of one pair the last word is the only one"
    assert "traduction" in history.lower()
    undo_last(client)
    assert copies() == before


def test_stories_are_split_and_merged_again(client: TestClient) -> None:
    for n in (2, 3):
        client.post(f"{V1}/articles", json={"text": BRIDGE.format(n), "name": f"{n}.txt"})
    found = next(s for s in get(client, "/stories") if s["articles"] == 2)
    path = f"/stories/{found['id']}/sorting"
    article = get(client, f"/stories/{found['id']}/articles")[0]["id"]
    there = send(client, path, kind="split", article=article, why="deux ponts")
    stories = {s["id"]: s["articles"] for s in get(client, "/stories")}
    assert sorted(stories.values()) == [1, 1, 12]
    other = next(i for i, n in stories.items() if n == 1 and f"/stories/{i}/sorting" != there)
    home = send(client, there, kind="merge", other=other)
    assert get(client, home.removesuffix("/sorting"))["story"]["id"] in home
    assert sorted(s["articles"] for s in get(client, "/stories")) == [2, 12]
    assert "Le pont de Varmelle" in client.get("/corrections").text


def test_a_story_that_a_person_named_is_split_and_merged_again(client: TestClient) -> None:
    path = f"{STORY}/sorting"
    page = client.get(path).text
    assert "Une personne a nommé ce dossier" in page
    apart = re.findall(r'name="article" value="([^"]+)"', page)[-3:]
    named = get(client, STORY)["story"]["id"]
    assert named in send(client, path, kind="split", article=apart)
    stories = {s["id"]: s["articles"] for s in get(client, "/stories")}
    assert (sum(stories.values()), stories.pop(named)) == (12, 9)
    assert "Une personne a nommé ce dossier" not in client.get(f"/stories/{min(stories)}/sorting").text
    for other in stories:
        assert named in send(client, f"/stories/{other}/sorting", kind="merge", other=named)
    assert {s["id"]: s["articles"] for s in get(client, "/stories")} == {named: 12}


def test_a_rejected_statement_is_seen_with_its_article_and_counts_nowhere(client: TestClient) -> None:
    dossier = get(client, STORY)
    told = dossier["statements"][3]
    article = f"{STORY}/articles/{told['article']}"
    send(client, f"{article}/statements/{told['id']}", kind="reject", why="une légende")
    page = client.get(article).text
    rejected = page.partition('id="rejected"')[2]
    assert html.escape(" ".join(told["text"].split()[:3]), quote=False) in html.unescape(rejected)
    assert "A. Lenoir" in rejected
    assert "une légende" in rejected
    assert f"{article}/statements/{told['id']}" not in page
    assert len(get(client, STORY)["statements"]) == len(dossier["statements"]) - 1
    history = client.get(re.findall(r'href="(/corrections\?article=[^"#]+)#', rejected)[0].replace("&amp;", "&")).text
    assert "une légende" in history
    undo_last(client)
    assert 'id="rejected"' not in client.get(article).text


def test_the_history_of_an_article_leaves_out_what_is_about_others(client: TestClient) -> None:
    first, *_, other = get(client, f"{STORY}/statements", limit=500)
    for told in (first, other):
        send(client, f"{STORY}/articles/{told['article']}/statements/{told['id']}", kind="reject", why=told["id"])
    page = client.get(f"/corrections?article={first['article']}").text
    assert first["id"] in page
    assert other["id"] not in page


def test_copies_named_outside_the_desk_are_in_its_history(ledger: Path) -> None:
    import datetime as dt  # noqa: PLC0415

    with Ledger.open(ledger) as opened:
        one, other = opened.ids()[:2]
        add_copy(opened, one, other, "rewrite", "Vera", dt.datetime.now(dt.UTC))
    with client_of(ledger) as client:
        assert "Vera" in client.get("/corrections").text
        undo_last(client)
        assert get(client, "/corrections")[0]["undone_by"] == "A. Lenoir"


def test_a_token_is_not_guessed_by_trying(ledger: Path) -> None:
    with client_of(ledger, token=TOKEN) as client:
        for number in range(TRIES):
            answer = client.get(f"{V1}/about", headers={"Authorization": f"Bearer wrong-{number}"})
            assert answer.status_code == (401 if number + 1 < TRIES else 429)
        right = client.get(f"{V1}/about", headers={"Authorization": f"Bearer {TOKEN}"})
        assert (right.status_code, right.json()["error"]["code"]) == (429, "too_many_tries")
        assert 0 < int(right.headers["retry-after"]) <= SECONDS + 1
        token = re.findall(r'name="token" value="([0-9a-f]{64})"', client.get("/login").text)[0]
        page = client.post("/login", data={"token": token, "secret": TOKEN, "to": "/"})
        assert page.status_code == 429
        assert "Trop d’essais" in page.text


def test_tries_are_counted_apart_and_forgotten() -> None:
    now = [0.0]
    throttle = Throttle(lambda: now[0])
    for _ in range(TRIES):
        assert throttle.wait("192.0.2.7") == 0
        throttle.failed("192.0.2.7")
    assert throttle.wait("192.0.2.7") == SECONDS + 1
    assert throttle.wait("198.51.100.9") == 0
    now[0] = SECONDS + 1
    assert throttle.wait("192.0.2.7") == 0
    for n in range(TRIES):
        throttle.failed(f"2001:db8::{n}")
    assert throttle.wait("2001:db8::ffff") > 0, "one network is one place"
    assert throttle.wait("2001:db8:0:1::1") == 0


@pytest.mark.parametrize("word", ["", "w" * 65])
def test_an_upload_without_a_word_is_told_of_to_nobody(client: TestClient, word: str) -> None:
    client.app.state.desk.uploads.tell(word, "read", 1, 2)  # type: ignore[attr-defined]
    assert client.get(f"/add/{word or 'x'}").json() == {"stage": "", "done": 0, "total": None}


def test_an_upload_says_how_far_it_is(client: TestClient) -> None:
    token = re.findall(r'name="token" value="([0-9a-f]{64})"', client.get("/add").text)[0]
    told: list[tuple[str, str, int, int | None]] = []
    desk = client.app.state.desk  # type: ignore[attr-defined]
    tell, desk.uploads.tell = desk.uploads.tell, lambda *step: (told.append(step), tell(*step))
    files = [("files", (f"{n}.txt", BRIDGE.format(n).encode())) for n in (2, 3)]
    assert client.post("/add", data={"token": token, "word": "mien"}, files=files).status_code == 200
    assert {word for word, *_ in told} == {"mien"}
    assert ("annotate", 2, 2) in {step[1:] for step in told}
    assert client.get("/add/mien").json()["stage"] == "link"
    for n in range(100):
        tell(f"autre-{n}", "read", 0, None)
    assert client.get("/add/mien").json()["stage"] == "", "what is told of does not grow"
