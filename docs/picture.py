"""Take docs/images/dossier.png anew, from the demo's dossier: `.venv/bin/python docs/picture.py` (needs Chromium)."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from selon.cli.demo import sample_folder
from selon.dossier import to_html
from selon.ingest import dossier_of_files

HERE = Path(__file__).resolve().parent
WIDTH, HEIGHT = 1200, 1050  # CSS pixels: the header and the first claims


def main() -> None:
    """Render the sample story, open it, and write what the window shows."""
    sys.path.insert(0, str(HERE.parent / "tests" / "browser"))
    from chromium import Chromium

    dossier, _ = dossier_of_files([sample_folder()])
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "dossier.html"
        page.write_text(to_html(dossier), encoding="utf-8")
        with Chromium(Path(folder) / "profile") as browser:
            browser.call("Emulation.setScrollbarsHidden", hidden=True)
            browser.show(page, WIDTH, HEIGHT)
            browser.screenshot(HERE / "images" / "dossier.png")


if __name__ == "__main__":
    main()
