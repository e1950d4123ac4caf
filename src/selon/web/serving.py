"""The desk on an address, until it is interrupted."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable

import uvicorn

from selon.errors import ServingError
from selon.web.app import create_app
from selon.web.settings import Settings


def serve(settings: Settings, tell: Callable[[str], None], *, check: bool = False) -> None:
    """Serve until interrupted; with `check`, only make sure that it could be. `tell` gets a line for who started it.

    Raises ServingError, saying what to do, when the settings would keep nobody out or the address can't be had, and
    StoreError for the ledger.
    """
    app = create_app(settings)
    place = f"[{settings.host}]" if ":" in settings.host else settings.host
    kept = "nothing can be changed" if settings.read_only else "adding and correcting are let"
    entry = "no token is asked for" if settings.token is None else "a token is asked for"
    tell(f"{settings.ledger} on http://{place}:{settings.port}: {kept}, {entry}.")
    if check:
        app.state.desk.ledger.close()
        return
    bound = _bound(settings)
    tell("Interrupt (Ctrl-C) to stop.")
    config = uvicorn.Config(
        app, log_level="warning", server_header=False, date_header=True, proxy_headers=False, access_log=False
    )
    uvicorn.Server(config).run(sockets=[bound])


def _bound(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((settings.host, settings.port))
    except OSError as error:
        bound.close()
        hint = "Give another one with --port" if error.errno == errno.EADDRINUSE else "Check --host and --port"
        msg = f"can't serve on {settings.host}, port {settings.port} ({error.strerror}). {hint}"
        raise ServingError(msg) from error
    return bound
