"""The page at an address, where the desk was started to read from addresses: public ones, and no more than a page."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import quote, urljoin, urlsplit

from selon.errors import FormatFault, MissingInput
from selon.ingest import Upload
from selon.read import DEFAULT_LIMIT

_SECONDS, _SECONDS_IN_ALL, _REDIRECTS = 20, 60, 5
"""How long nothing may come, how long a page may take, however slowly it comes, and how often it may lead on."""

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_LONGEST = 2000
_SAFE = "/%:@!$&'()*+,;=~-._?"
_ACCEPTED = "Expected the address of a public page: https://…"


def fetched(address: str, *, allowed: bool) -> Upload:
    """Return the page at `address` as a file, whose name is the address's. Raises InputError.

    Numbers of a private network are refused, also where a name or a redirection leads to one: whoever may send an
    address must not read with it what only this machine can reach.
    """
    if not allowed:
        reason = "reading from addresses is not let here"
        raise FormatFault(address[:_LONGEST], reason, "Send the text, or start the desk with --fetch")
    place = address
    for _ in range(_REDIRECTS + 1):
        status, target, data = _answer(place)
        if target is None:
            if status != 200:  # noqa: PLR2004
                raise MissingInput(place, f"the address answers with status {status}", _ACCEPTED)
            return Upload(_name_of(place), data)
        place = urljoin(place, target)
    raise MissingInput(address, f"more than {_REDIRECTS} redirections", _ACCEPTED)


def _answer(place: str) -> tuple[int, str | None, bytes]:
    """Return status, where it leads on to (None: nowhere), and the body of an address."""
    try:
        parts = urlsplit(place)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise FormatFault(place[:_LONGEST], f"not an address ({error})", _ACCEPTED) from error
    if parts.scheme not in {"http", "https"} or not parts.hostname or len(place) > _LONGEST:
        raise FormatFault(place[:_LONGEST], "not the address of a page", _ACCEPTED)
    connection = _connected(place, parts.scheme, parts.hostname, port)
    late = threading.Event()
    watch = threading.Timer(_SECONDS_IN_ALL, _hang_up, [connection.sock, late])
    watch.daemon = True
    watch.start()
    try:
        query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
        path = quote(parts.path or "/", safe=_SAFE) + query
        connection.request("GET", path, headers={"User-Agent": "Selon", "Accept": "text/html, text/plain"})
        answered = connection.getresponse()
        target = answered.headers.get("Location") if 300 <= answered.status < 400 else None  # noqa: PLR2004
        data = b"" if target else answered.read(DEFAULT_LIMIT + 1)
    except (OSError, HTTPException, ValueError) as error:
        raise MissingInput(place, f"can't be read ({error})", _ACCEPTED) from error
    finally:
        watch.cancel()
        connection.close()
    if late.is_set():  # what came until then may look like a whole page
        raise MissingInput(place, f"it takes more than {_SECONDS_IN_ALL} seconds", _ACCEPTED)
    return answered.status, target, data


def _hang_up(made: socket.socket, late: threading.Event) -> None:
    """End a connection on which another thread waits."""
    late.set()
    with suppress(OSError):
        made.shutdown(socket.SHUT_RDWR)


def _connected(place: str, scheme: str, host: str, port: int) -> HTTPConnection:
    """Return a connection to a public number of `host`: looked up once, so that it can't become another one."""
    number = _public_number(place, host, port)
    try:
        made = socket.create_connection((number, port), _SECONDS)
        if scheme == "http":
            connection = HTTPConnection(host, port)
        else:
            made = ssl.create_default_context().wrap_socket(made, server_hostname=host)
            connection = HTTPSConnection(host, port)
    except OSError as error:
        raise MissingInput(place, f"can't be reached ({error})", _ACCEPTED) from error
    connection.sock = made
    return connection


def _public_number(place: str, host: str, port: int) -> str:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise MissingInput(place, f"no such host ({error})", _ACCEPTED) from error
    numbers = [str(entry[4][0]) for entry in found]
    if not numbers or not all(map(is_public, numbers)):
        raise FormatFault(place, "the address leads into a private network", _ACCEPTED)
    return numbers[0]


def is_public(number: str) -> bool:
    """Say whether an address of the network is one that everybody can reach.

    One of IPv6 that carries one of IPv4 (mapped, 6to4, or through NAT64) leads where that one does.
    """
    address = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        carried = address.ipv4_mapped or address.sixtofour
        if address in _NAT64:
            carried = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if carried is not None:
            return is_public(str(carried))
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _name_of(place: str) -> str:
    """Return the address as the name of a file: its host and path, ending in .html."""
    parts = urlsplit(place)
    name = f"{parts.hostname}{parts.path}".strip("/").replace("/", "-")
    return name if name.endswith((".html", ".txt")) else f"{name}.html"
