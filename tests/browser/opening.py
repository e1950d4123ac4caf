"""A page opened in the Chromium that is there, with what it asked for and what the browser complained of."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, expect

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DESK, TELEPHONE = 1280, 390
PATIENCE = 300_000  # milliseconds: no test is about time, and a busy machine is slow
expect.set_options(timeout=PATIENCE)


class Opened:
    """A page: `requests` are the addresses that it asked for, `complaints` what the browser logged."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def value(self, expression: str) -> Any:
        """What a JavaScript expression is in the page; it runs beside the page's own policy."""
        return self.page.evaluate(expression)

    def open_details(self) -> None:
        """Open everything that is folded."""
        self.value("document.querySelectorAll('details').forEach(d => { d.open = true; })")


@contextmanager
def opened(
    browser: Browser, address: str, width: int = DESK, *, dark: bool = False, scripts: bool = True
) -> Iterator[Opened]:
    """Open an address in a window of that width, in CSS pixels."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if dark else "light",
        locale="fr-FR",
        java_script_enabled=scripts,
    )
    context.set_default_timeout(PATIENCE)
    try:
        found = Opened(context.new_page())
        found.page.goto(address)
        yield found
    finally:
        context.close()
