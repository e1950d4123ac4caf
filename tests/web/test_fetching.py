"""Articles from addresses: only of public places, and none that takes for ever."""

from __future__ import annotations

import socket
import threading
import time

import pytest

from selon.errors import FormatFault, MissingInput
from selon.web import fetching


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("64:ff9b::5db8:d822", True),
        ("2002:5db8:d822::1", True),
        ("127.0.0.1", False),
        ("10.0.0.8", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("::ffff:10.0.0.8", False),
        ("::127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("fd00::1", False),
        ("fec0::1", False),
        ("fe80::1%eth0", False),
        ("ff02::1", False),
    ],
)
def test_what_carries_a_private_number_is_private(number: str, public: bool) -> None:
    assert fetching.is_public(number) is public


@pytest.mark.parametrize("place", ["http://127.0.0.1/", "http://[::1]:80/", "http://[64:ff9b::7f00:1]/", "file:///etc"])
def test_a_private_place_is_refused(place: str) -> None:
    with pytest.raises(FormatFault):
        fetching.fetched(place, allowed=True)


def test_a_page_that_drips_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "_SECONDS_IN_ALL", 0.3)
    monkeypatch.setattr(fetching, "is_public", lambda _: True)
    left = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip() -> None:
            taken, _ = server.accept()
            with taken:
                taken.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
                while not left.is_set():
                    try:
                        taken.sendall(b"x")
                    except OSError:
                        break
                    time.sleep(0.02)

        thread = threading.Thread(target=drip, daemon=True)
        thread.start()
        with pytest.raises(MissingInput):
            fetching.fetched(f"http://127.0.0.1:{server.getsockname()[1]}/", allowed=True)
        left.set()
        thread.join(5)
