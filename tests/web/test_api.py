"""The API: one envelope, one error body, portions, ETags, and the objects of the dossier."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from desks import TestClient

from selon.dossier import schema

V1 = "/api/v1"
STORY = f"{V1}/stories/bac"


def get(client: TestClient, path: str, **params: object) -> Any:
    response = client.get(path, params=params)
    assert response.status_code == 200, response.text
    return response.json()["data"]


def test_the_desk_says_what_it_holds(reader: TestClient) -> None:
    told = get(reader, f"{V1}/about")
    assert (told["stories"], told["articles"], told["read_only"]) == (1, 12, True)


def test_a_story_is_the_documented_dossier(reader: TestClient) -> None:
    (line,) = get(reader, f"{V1}/stories")
    dossier = get(reader, f"{V1}/stories/{line['id']}")
    jsonschema.validate(dossier, schema())
    assert dossier["story"]["title"].split() == line["title"].split()
    assert dossier == get(reader, STORY), "the name that a person gave leads to it too"


def test_parts_of_a_story_are_those_of_its_dossier(reader: TestClient) -> None:
    dossier = get(reader, STORY)
    for part in ("articles", "actors", "claims", "statements"):
        assert get(reader, f"{STORY}/{part}", limit=500) == dossier[part]
    one = dossier["statements"][3]
    assert get(reader, f"{STORY}/statements/{one['id']}") == one


def test_an_article_comes_with_what_was_read_in_it(reader: TestClient) -> None:
    dossier = get(reader, STORY)
    wanted = dossier["articles"][4]
    found = get(reader, f"{STORY}/articles/{wanted['id']}")
    assert found["article"] == wanted
    assert found["statements"] == [s for s in dossier["statements"] if s["article"] == wanted["id"]] != []
    assert get(reader, f"{V1}/articles/{wanted['id']}") == found
    annotations = get(reader, f"{V1}/articles/{wanted['id']}/annotations")
    assert len(annotations["statements"]) == len(found["statements"])


def test_an_actor_comes_with_everything_it_said(reader: TestClient) -> None:
    dossier = get(reader, STORY)
    wanted = next(a for a in dossier["actors"] if a["name"] == "Maryse Dorvange")
    found = get(reader, f"{STORY}/actors/{wanted['id']}")
    assert found["actor"] == wanted
    assert found["statements"] == [s for s in dossier["statements"] if s["actor"] == wanted["id"]] != []
    assert found["elsewhere"] == []
    assert get(reader, f"{V1}/actors", name="dorvange")[0]["name"] == "Maryse Dorvange"


def test_what_an_actor_says_in_other_stories_is_told_apart(client: TestClient) -> None:
    text = "La digue d’Orbe\n\nLa digue tiendra, a assuré Maryse Dorvange lundi 3 mars 2025.\n"
    article = {"text": text, "name": "digue.txt", "story": "digue"}
    assert client.post(f"{V1}/articles", json=article).json()["data"][0]["result"] == "added"
    actor = next(a for a in get(client, f"{STORY}/actors", limit=500) if a["name"] == "Maryse Dorvange")
    (elsewhere,) = get(client, f"{STORY}/actors/{actor['id']}")["elsewhere"]
    assert elsewhere["text"] == "La digue tiendra"
    assert elsewhere["story"] != get(client, STORY)["story"]["id"]


def test_a_claim_comes_with_all_that_is_said_of_it(reader: TestClient) -> None:
    for claim in get(reader, f"{STORY}/claims", status="contested"):
        found = get(reader, f"{STORY}/claims/{claim['id']}")
        assert [s["id"] for s in found["statements"]] == sorted(
            claim["statements"], key=[s["id"] for s in found["statements"]].index
        )
        assert {p["body"] for p in claim["positions"]} <= {a["id"] for a in found["actors"]}


def test_statements_are_found_by_who_says_them_and_how(reader: TestClient) -> None:
    every = get(reader, f"{STORY}/statements", limit=500)
    denied = get(reader, f"{STORY}/statements", stance="deny", limit=500)
    assert denied == [s for s in every if s["stance"] == "deny"] != []
    late = get(reader, f"{STORY}/statements", since="2025-03-15", limit=500)
    assert late != []
    assert all((s["when"]["high"] or s["when"]["low"]) >= "2025-03-15" for s in late)
    assert get(reader, f"{STORY}/statements", since="2025-03-15", until="2025-03-01") == []


def test_what_is_new_since_a_day(reader: TestClient) -> None:
    found = get(reader, f"{STORY}/changes", since="2025-03-15")
    assert found["articles"] != []
    assert all(a["published"]["high"] >= "2025-03-15" for a in found["articles"] if a["published"])
    assert all((c["to"]["when"]["high"] or c["to"]["when"]["low"]) >= "2025-03-15" for c in found["changes"])
    assert get(reader, f"{STORY}/changes", since="2100-01-01")["statements"] == []


def test_portions_lead_to_one_another(reader: TestClient) -> None:
    path, seen = f"{STORY}/statements?limit=10&stance=affirm", []
    while path:
        answer = reader.get(path).json()
        seen += answer["data"]
        path = answer["page"]["next"]
    assert len(seen) == answer["page"]["total"]
    assert seen == get(reader, f"{STORY}/statements", stance="affirm", limit=500)
    assert reader.get(answer["page"]["previous"]).json()["page"]["offset"] == answer["page"]["offset"] - 10


def test_nothing_is_sent_twice_until_the_ledger_changes(client: TestClient) -> None:
    first = client.get(STORY)
    known = {"If-None-Match": first.headers["etag"]}
    again = client.get(STORY, headers=known)
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert client.get(f"{STORY}/claims", headers=known).status_code == 200
    client.post(f"{V1}/articles", json={"text": "Orage\n\nLe maire a démenti la rumeur.\n", "name": "orage.txt"})
    assert client.get(STORY, headers=known).status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", f"{V1}/nothing", 404, "no_such_page"),
        ("GET", f"{V1}/stories/none", 404, "story_not_found"),
        ("GET", f"{STORY}/articles/a-0", 404, "entry_not_found"),
        ("GET", f"{STORY}/actors/p-0", 404, "actor_not_found"),
        ("GET", f"{STORY}/claims/c-0", 404, "entry_not_found"),
        ("GET", f"{STORY}/statements/s-0", 404, "entry_not_found"),
        ("GET", f"{V1}/articles/a-0", 404, "entry_not_found"),
        ("GET", f"{V1}/articles/a-0/annotations", 404, "entry_not_found"),
        ("GET", f"{V1}/stories?limit=0", 422, "invalid_request"),
        ("GET", f"{STORY}/changes?since=yesterday", 422, "invalid_request"),
        ("GET", f"{STORY}/changes", 422, "invalid_request"),
        ("PUT", f"{V1}/stories", 405, "no_such_method"),
        ("DELETE", f"{V1}/corrections/k-0", 404, "entry_not_found"),
        ("POST", f"{V1}/corrections", 415, "unknown_form"),
    ],
)
def test_every_refusal_has_one_body(client: TestClient, method: str, path: str, status: int, code: str) -> None:
    response = client.request(method, path)
    assert response.status_code == status
    body = response.json()
    assert set(body) == {"api", "error"}
    assert {k: body["error"][k] for k in ("status", "code")} == {"status": status, "code": code}
    assert body["error"]["message"]


@pytest.mark.parametrize("body", [b"{", b"[]", b"{}", b"[" * 100_000, b'{"of": "actors", "more": 1}', b"\xff"])
def test_a_body_that_is_not_what_was_expected_is_refused(client: TestClient, body: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    for path in ("corrections", "articles"):
        response = client.post(f"{V1}/{path}", content=body, headers=headers)
        assert (response.status_code, response.json()["error"]["code"]) == (422, "format_fault")


def test_articles_are_added_by_upload_with_a_word_on_each(client: TestClient) -> None:
    text = "Le pont de Varmelle\n\nLe maire Ivo Lastre a démenti la fermeture.\n".encode()
    files = [("files", ("pont.txt", text)), ("files", ("photo.txt", b"\x89PNG\r\n"))]
    response = client.post(f"{V1}/articles", files=files, data={"story": "pont"})
    assert [(t["name"], t["result"]) for t in response.json()["data"]] == [
        ("pont.txt", "added"),
        ("photo.txt", "refused"),
    ]
    again = client.post(f"{V1}/articles", files=files[:1]).json()["data"]
    assert [t["result"] for t in again] == ["unchanged"]
    assert get(client, f"{V1}/stories/pont")["articles"][0]["text"] == text.decode()


def test_actors_are_made_one_and_two_again(client: TestClient) -> None:
    before = get(client, STORY)
    names = ["Maryse Dorvange", "Yvan Torrelier"]
    asked = {"of": "actors", "kind": "merge", "story": "bac", "names": names, "who": "A. Lenoir"}
    response = client.post(f"{V1}/corrections", json=asked)
    assert response.status_code == 201
    made = response.json()["data"]
    assert (made["who"], made["names"]) == ("A. Lenoir", names)
    assert [kept["correction"] for kept in get(client, f"{V1}/corrections")] == [made]
    merged = {a["name"] for a in get(client, f"{STORY}/actors", limit=500)}
    assert names[0] in merged
    assert names[1] not in merged
    assert client.delete(f"{V1}/corrections/{made['id']}?who=B.+Roy").json()["data"] == made
    assert [(kept["correction"], kept["undone_by"]) for kept in get(client, f"{V1}/corrections")] == [(made, "B. Roy")]
    assert client.delete(f"{V1}/corrections/{made['id']}").status_code == 404
    assert get(client, STORY) == before


def test_a_story_is_split_by_the_articles_named(client: TestClient) -> None:
    text = "Le pont de Varmelle\n\nLe maire Ivo Lastre a démenti la fermeture {} fois.\n"
    for n in (2, 3):
        client.post(f"{V1}/articles", json={"text": text.format(n), "name": f"{n}.txt"})
    found = next(s for s in get(client, f"{V1}/stories") if s["articles"] == 2)
    article = get(client, f"{V1}/stories/{found['id']}/articles")[0]["id"]
    asked = {"of": "stories", "kind": "split", "names": [found["id"]], "articles": [article], "who": "A. Lenoir"}
    assert client.post(f"{V1}/corrections", json=asked).status_code == 201
    assert sorted(s["articles"] for s in get(client, f"{V1}/stories")) == [1, 1, 12]


def test_a_statement_is_corrected_rejected_and_added(client: TestClient) -> None:
    one, other = get(client, f"{STORY}/statements", stance="deny")[:2]
    asked = {
        "of": "statements",
        "kind": "change",
        "statement": one["id"],
        "edit": {"stance": "call"},
        "who": "A. Lenoir",
    }
    assert client.post(f"{V1}/corrections", json=asked).status_code == 201
    assert get(client, f"{STORY}/statements/{one['id']}")["stance"] == "call"
    again = client.post(f"{V1}/corrections", json=asked)
    assert (again.status_code, again.json()["error"]["code"]) == (422, "correction_refused")
    asked = {"of": "statements", "kind": "reject", "statement": other["id"], "who": "A. Lenoir", "why": "un titre"}
    rejected = client.post(f"{V1}/corrections", json=asked).json()["data"]
    assert client.get(f"{STORY}/statements/{other['id']}").status_code == 404
    client.delete(f"{V1}/corrections/{rejected['id']}")
    assert get(client, f"{STORY}/statements/{other['id']}") == other
    asked = {
        "of": "statements",
        "kind": "add",
        "articles": [one["article"]],
        "edit": {"content": [[0, 10]]},
        "who": "A",
    }
    added = client.post(f"{V1}/corrections", json=asked).json()["data"]
    assert get(client, f"{STORY}/statements/{added['statement']}")["content"] == [[0, 10]]


def test_a_correction_that_lacks_what_it_needs_is_refused(client: TestClient) -> None:
    for asked in ({"kind": "merge"}, {"kind": "add"}, {"of": "statements", "kind": "add"}):
        response = client.post(f"{V1}/corrections", json={"of": "actors", "who": "A", **asked})
        assert (response.status_code, response.json()["error"]["code"]) == (422, "correction_refused")


def test_words_are_found_in_articles_and_statements(reader: TestClient) -> None:
    found = get(reader, f"{V1}/search", q="naufrage")
    assert (found["of"], found["hits"] != []) == ("articles", True)
    said = get(reader, f"{V1}/search", actor="Compagnie", stance="deny")
    assert {hit["statement"]["stance"] for hit in said["hits"]} == {"deny"}
    first = get(reader, f"{V1}/search", q="naufrage", limit=1)
    assert first["more"]
    assert get(reader, f"{V1}/search", q="naufrage", limit=1, offset=1)["hits"] == found["hits"][1:2]


def test_a_correction_of_somebody_unknown_names_the_nearest(client: TestClient) -> None:
    asked = {"of": "actors", "kind": "merge", "story": "bac", "names": ["Maryse Dorvanje", "x"], "who": "A. Lenoir"}
    response = client.post(f"{V1}/corrections", json=asked)
    assert response.status_code == 404
    assert "Maryse Dorvange" in response.json()["error"]["message"]


def test_the_description_and_the_documentation_name_the_same_routes(reader: TestClient, root: Path) -> None:
    described = reader.get(f"{V1}/openapi.json").json()
    routes = {(method.upper(), path) for path, methods in described["paths"].items() for method in methods}
    page = (root / "docs" / "desk.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([A-Z]+) (/api/v1/[^`]*)`", page, re.MULTILINE)) == routes


def test_every_schema_that_the_description_refers_to_is_in_it(reader: TestClient) -> None:
    described = reader.get(f"{V1}/openapi.json").json()
    refs = set(re.findall(r"#/components/schemas/([^\"]+)", json.dumps(described)))
    assert refs <= set(described["components"]["schemas"])
    assert "DossierEnvelope" in refs
    assert described["components"]["schemas"]["Dossier"]["properties"]["claims"]["description"]
    for methods in described["paths"].values():
        for operation in methods.values():
            failures = [a for status, a in operation["responses"].items() if int(status) >= 400]
            assert {a["content"]["application/json"]["schema"]["$ref"] for a in failures} == {
                "#/components/schemas/Failure"
            }
