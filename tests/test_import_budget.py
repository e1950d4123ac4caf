"""What may be loaded before it is needed: `import selon` and `selon --help` stay fast."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

THIRD_PARTY = """
import sys, sysconfig
before = set(sys.modules)
{work}
homes = [sysconfig.get_path(name) for name in ("purelib", "platlib")]
tops = {{name.split(".")[0] for name, module in sys.modules.items() if name not in before
        and any(str(getattr(module, "__file__", None) or "").startswith(home) for home in homes)}}
print(*sorted(tops - {{"selon"}}))
"""


def loaded_by(work: str) -> set[str]:
    """The packages from outside the standard library that `work` loads in a new process."""
    found = subprocess.run(
        [sys.executable, "-c", THIRD_PARTY.format(work=work)], capture_output=True, text=True, check=True
    )
    return set(found.stdout.split("\n")[-2].split())


def test_importing_selon_loads_nothing_else() -> None:
    assert loaded_by("import selon") == set()


def test_the_types_load_msgspec_only() -> None:
    assert loaded_by("import selon; selon.Annotations, selon.Span, selon.SelonError") <= {
        "msgspec",
        "typing_extensions",
    }


@pytest.mark.parametrize(
    "arguments", [["--help"], ["annotate", "--help"], ["dossier", "--help"], ["lexicon", "--help"], ["serve", "--help"]]
)
def test_the_help_loads_click_only(arguments: list[str]) -> None:
    work = (
        "from selon.cli.main import main\n"
        "import contextlib, io\n"
        f"with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()): main({arguments!r})"
    )
    assert loaded_by(work) <= {"click", "msgspec"}


def test_the_check_sees_a_heavy_import(tmp_path: Path) -> None:
    assert "jinja2" in loaded_by("import jinja2")


def test_annotating_a_text_loads_neither_the_store_nor_pages_nor_templates() -> None:
    loaded = loaded_by("import selon; selon.annotate('Le préfet a démenti la rumeur.')")
    assert "spacy" in loaded
    assert loaded & {"sqlalchemy", "alembic", "trafilatura", "htmldate", "lxml"} == set()
