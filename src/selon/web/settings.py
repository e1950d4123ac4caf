"""How a desk is served, and what is refused: an address open to others without a token."""

from __future__ import annotations

import ipaddress
import socket
from functools import cached_property

import msgspec

from selon.errors import ServingError

SHORTEST_TOKEN = 16
UPLOAD_BYTES = 25_000_000
"""Bytes of one request. An article has 5 MB at most; a whole story of a thousand has 10 MB or so."""

_LOCAL = ("localhost", "127.0.0.1", "::1")


class Settings(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """What `selon serve` was asked for.

    `names` are further names under which the desk may be called; `fetch` lets it read articles from addresses.
    """

    ledger: str
    host: str = "127.0.0.1"
    port: int = 8000
    token: str | None = None
    read_only: bool = False
    fetch: bool = False
    names: tuple[str, ...] = ()

    @cached_property
    def local(self) -> bool:
        """True when only this machine can reach the desk."""
        try:
            return ipaddress.ip_address(self.host.strip("[]")).is_loopback
        except ValueError:
            return self.host == "localhost"

    @cached_property
    def known_names(self) -> frozenset[str]:
        """The names that the Host header of a request may have, in small letters."""
        own = {self.host, socket.gethostname(), *self.names} if not self.local else {self.host, *self.names}
        return frozenset(name.lower().strip("[]") for name in (*own, *_LOCAL))

    def knows(self, host: str) -> bool:
        """Say whether a request for this host name, without its port, is meant for the desk.

        Bound to all addresses, it is called by any of them: a hostile name can be made to lead here, a number not.
        """
        name = host.lower().strip("[]")
        if name in self.known_names:
            return True
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return False
        return not self.local

    def check(self) -> None:
        """Raise ServingError, saying how to start, for an address open to others without a token, or a weak one."""
        if self.token is not None and len(self.token) < SHORTEST_TOKEN:
            msg = (
                f"expected a token of {SHORTEST_TOKEN} characters or more, got {len(self.token)}. "
                "Make one: python -c 'import secrets; print(secrets.token_urlsafe())'"
            )
            raise ServingError(msg)
        if not self.local and self.token is None:
            msg = (
                f"expected a token to serve on {self.host}, where others can reach the ledger. Give one with --token "
                "or in SELON_TOKEN (python -c 'import secrets; print(secrets.token_urlsafe())' makes one), or serve "
                "on 127.0.0.1"
            )
            raise ServingError(msg)
