"""`selon serve`: the ledger as pages and as an API."""

from __future__ import annotations

import click

from selon.cli import options
from selon.errors import MissingExtra


@click.command(
    "serve",
    short_help="read, search and correct the ledger in a browser",
    epilog=options.example("selon add samples/bac", "selon serve selon.db --read-only --check"),
)
@click.argument("ledger", envvar="SELON_LEDGER", default="selon.db")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to serve on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port to serve on.")
@click.option(
    "--token",
    envvar="SELON_TOKEN",
    show_envvar=True,
    help="What whoever wants to see the ledger has to give. Needed on any address but localhost; in the variable, it "
    "does not stand in the list of processes.",
)
@click.option("--read-only", is_flag=True, help="Let nothing be changed.")
@click.option("--fetch", is_flag=True, help="Let articles be added from the addresses of public pages.")
@click.option("--name", "names", multiple=True, help="A further name by which the desk is called (Host). Repeatable.")
@click.option("--check", is_flag=True, help="Say what would be served, and serve nothing.")
def command(
    *,
    ledger: str,
    host: str,
    port: int,
    token: str | None,
    read_only: bool,
    fetch: bool,
    names: tuple[str, ...],
    check: bool,
) -> int:
    """Serve LEDGER (default: $SELON_LEDGER, else ./selon.db) as pages and as an API, to this machine alone.

    The ledger is created if it is not there. Pages are in French and English, and work without scripts.
    On another address than localhost a token is asked for: behind it, put a proxy that speaks HTTPS.
    """
    try:
        from selon.web.serving import serve
        from selon.web.settings import Settings
    except ModuleNotFoundError as error:
        msg = f"expected the packages of the desk, found no `{error.name}`. Install them: pip install 'selon[web]'"
        raise MissingExtra(msg) from error
    settings = Settings(
        ledger=ledger, host=host, port=port, token=token or None, read_only=read_only, fetch=fetch, names=names
    )
    serve(settings, check=check, tell=lambda line: click.echo(line, err=True))
    return 0
