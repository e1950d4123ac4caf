"""The state of a story as one documented object, and its renderings."""

from selon.dossier.bibliography import to_csl, to_ris
from selon.dossier.build import build
from selon.dossier.contract import Dossier
from selon.dossier.data import from_json, from_jsonl, to_json, to_jsonl
from selon.dossier.linked import to_jsonld
from selon.dossier.markdown import to_markdown
from selon.dossier.page import to_html, to_pages
from selon.dossier.parquet import from_parquet, to_parquet
from selon.dossier.schema import schema
from selon.dossier.tables import to_csv

__all__ = [
    "Dossier",
    "build",
    "from_json",
    "from_jsonl",
    "from_parquet",
    "schema",
    "to_csl",
    "to_csv",
    "to_html",
    "to_json",
    "to_jsonl",
    "to_jsonld",
    "to_markdown",
    "to_pages",
    "to_parquet",
    "to_ris",
]
