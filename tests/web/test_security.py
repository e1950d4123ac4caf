"""Who is let in, what is refused, and the headers of every answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from desks import BASE, TestClient, client_of

from selon.errors import ServingError
from selon.web.app import create_app
from selon.web.settings import UPLOAD_BYTES, Settings

TOKEN = "a-token-of-some-length-3141"
V1 = "/api/v1"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.2"])
def test_only_this_machine_needs_no_token(host: str) -> None:
    Settings(ledger="x", host=host).check()


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "desk.example"])
def test_another_address_needs_a_token_and_the_refusal_says_how(host: str, tmp_path: Path) -> None:
    with pytest.raises(ServingError, match=r"--token or in SELON_TOKEN") as error:
        create_app(Settings(ledger=str(tmp_path / "ledger.db"), host=host))
    assert "secrets.token_urlsafe()" in str(error.value)
    assert not (tmp_path / "ledger.db").exists()
    Settings(ledger="x", host=host, token=TOKEN).check()


def test_a_token_that_can_be_guessed_is_refused() -> None:
    with pytest.raises(ServingError, match="expected a token of 16 characters or more, got 6"):
        Settings(ledger="x", token="secret").check()


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8000", 200),
        ("localhost", 200),
        ("LOCALHOST:9", 200),
        ("[::1]:8000", 200),
        ("evil.example", 421),
        ("evil.example:8000", 421),
        ("10.0.0.8", 421),
        ("", 421),
        ("localhost.evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("[::1].evil.example", 421),
    ],
)
def test_a_name_made_to_lead_here_is_refused(reader: TestClient, host: str, status: int) -> None:
    assert reader.get(f"{V1}/about", headers={"Host": host}).status_code == status


def test_a_further_name_can_be_given(sample_ledger: Path) -> None:
    with client_of(sample_ledger, host="0.0.0.0", token=TOKEN, names=("Desk.example",)) as client:
        token = {"Authorization": f"Bearer {TOKEN}"}
        for host, status in (("desk.example", 200), ("10.0.0.8:8000", 200), ("other.example", 421)):
            assert client.get(f"{V1}/about", headers={"Host": host, **token}).status_code == status


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9000"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_page_from_elsewhere_can_change_nothing(client: TestClient, headers: dict[str, str]) -> None:
    response = client.post(f"{V1}/articles", json={"text": "Le maire a démenti."}, headers=headers)
    assert (response.status_code, response.json()["error"]["code"]) == (403, "foreign_origin")


def test_a_page_of_the_desk_can(client: TestClient) -> None:
    for headers in ({"Origin": BASE}, {"Origin": "null", "Sec-Fetch-Site": "same-origin"}):
        asked = {"text": "Le maire a démenti la rumeur."}
        assert client.post(f"{V1}/articles", json=asked, headers=headers).status_code == 200


@pytest.fixture
def locked(ledger: Path) -> TestClient:
    """A client of a desk with a token, which it has not given."""
    return client_of(ledger, token=TOKEN)


@pytest.mark.parametrize("given", [None, "Bearer wrong-token-wrong-token", "Basic " + TOKEN, "Bearer", "Bearer é"])
def test_without_the_token_nothing_is_told(locked: TestClient, given: str | None) -> None:
    headers = {"Authorization": given.encode()} if given else {}
    response = locked.get(f"{V1}/stories", headers=headers)
    assert (response.status_code, response.json()["error"]["code"]) == (401, "no_token")
    assert response.headers["www-authenticate"] == "Bearer"


def test_with_the_token_the_api_answers(locked: TestClient) -> None:
    assert locked.get(f"{V1}/stories", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200


@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/articles"), ("POST", "/corrections"), ("DELETE", "/corrections/k-1")]
)
def test_nothing_can_be_changed_read_only(reader: TestClient, method: str, path: str) -> None:
    response = reader.request(method, V1 + path, json={"text": "Le maire a démenti."} if method == "POST" else None)
    assert (response.status_code, response.json()["error"]["code"]) == (403, "read_only")


def test_more_than_may_be_sent_is_refused_before_it_is_read(client: TestClient) -> None:
    headers = {"Content-Length": str(UPLOAD_BYTES + 1), "Content-Type": "application/json"}
    response = client.post(f"{V1}/articles", content=b"{}", headers=headers)
    assert (response.status_code, response.json()["error"]["code"]) == (413, "oversize_input")


def test_more_than_was_stated_is_cut_off(client: TestClient) -> None:
    portions = (b" " * 1_000_000 for _ in range(UPLOAD_BYTES // 1_000_000 + 2))
    response = client.post(f"{V1}/articles", content=portions, headers={"Content-Type": "application/json"})
    assert (response.status_code, response.json()["error"]["code"]) == (413, "oversize_input")


@pytest.mark.parametrize("path", [f"{V1}/about", f"{V1}/nothing", f"{V1}/openapi.json"])
def test_every_answer_has_the_headers_that_protect(reader: TestClient, path: str) -> None:
    headers = reader.get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert policy["script-src"] == policy["form-action"] == "'self'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:8000/",
        "http://localhost/",
        "http://[::1]/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest",
        "http://0/",
        "file:///etc/passwd",
        "gopher://example.org/",
        "http://",
        "http://[",
        "http://x:99999/",
        "a" * 10_000,
    ],
)
def test_an_address_can_not_be_used_to_look_into_this_machine(ledger: Path, address: str) -> None:
    with client_of(ledger, fetch=True) as client:
        response = client.post(f"{V1}/articles", json={"url": address})
    assert response.status_code == 422
    assert response.json()["error"]["code"] in {"format_fault", "missing_input"}


def test_addresses_are_read_only_where_that_was_asked_for(client: TestClient) -> None:
    response = client.post(f"{V1}/articles", json={"url": "https://example.org/"})
    assert response.status_code == 422
    assert "--fetch" in response.json()["error"]["message"]


@pytest.mark.parametrize("encoding", ["unicode_escape", "punycode", "undefined", "utf-16", '"utf-7"', "UTF-8x"])
def test_a_form_in_an_encoding_of_its_own_is_refused(reader: TestClient, encoding: str) -> None:
    form = '--x\r\nContent-Disposition: form-data; name="token"\r\n\r\n\\ud800\r\n--x--\r\n'
    kind = "multipart/form-data; boundary=x; charset="
    response = reader.post("/login", content=form, headers={"Content-Type": kind + encoding})
    assert response.status_code == 415
    for known in ("utf-8", '"UTF-8"'):
        assert reader.post("/login", content=form, headers={"Content-Type": kind + known}).status_code == 403
