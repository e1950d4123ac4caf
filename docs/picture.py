"""Take docs/images/dossier.png anew, from the demo's dossier: `.venv/bin/python docs/picture.py` (needs Chromium)."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from selon.cli.demo import sample_folder
from selon.dossier import to_html
from selon.ingest import dossier_of_files

HERE = Path(__file__).resolve().parent
WIDTH, HEIGHT = 1200, 1050  # CSS pixels: the header and the first claims


def main() -> None:
    """Render the sample story, open it, and write what the window shows."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    dossier, _ = dossier_of_files([sample_folder()])
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder) / "dossier.html"
        page.write_text(to_html(dossier), encoding="utf-8")
        with playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--hide-scrollbars"]) as browser:
            shown = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
            shown.goto(page.as_uri())
            shown.screenshot(path=HERE / "images" / "dossier.png")


if __name__ == "__main__":
    main()
