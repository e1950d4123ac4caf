"""The state of a story as one documented object, and its renderings."""

from selon.dossier.build import build
from selon.dossier.contract import Dossier
from selon.dossier.data import to_json, to_jsonl
from selon.dossier.markdown import to_markdown
from selon.dossier.page import to_html, to_pages
from selon.dossier.schema import schema
from selon.dossier.tables import to_csv

__all__ = ["Dossier", "build", "schema", "to_csv", "to_html", "to_json", "to_jsonl", "to_markdown", "to_pages"]
