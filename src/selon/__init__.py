"""Selon: the ledger of a developing story.

>>> import selon
>>> selon.annotate("Le préfet a démenti la rumeur.").statements[0].stance
'deny'

What is named here stays; everything else may move. Names are loaded when they are first used, so that
`import selon` is fast and loads neither the language model nor the store.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selon.dossier import Dossier
    from selon.errors import SelonError
    from selon.ingest import annotate, dossier_of_files
    from selon.model import Annotations, Article, Figure, Statement
    from selon.read import read as read_articles
    from selon.store import Ledger
    from selon.text import Span

__version__ = "0.1.0"

__all__ = [
    "Annotations",
    "Article",
    "Dossier",
    "Figure",
    "Ledger",
    "SelonError",
    "Span",
    "Statement",
    "__version__",
    "annotate",
    "dossier_of_files",
    "read_articles",
]

_HOMES = {
    "Annotations": "selon.model",
    "Article": "selon.model",
    "Dossier": "selon.dossier",
    "Figure": "selon.model",
    "Ledger": "selon.store",
    "SelonError": "selon.errors",
    "Span": "selon.text",
    "Statement": "selon.model",
    "annotate": "selon.ingest",
    "dossier_of_files": "selon.ingest",
    "read_articles": "selon.read:read",
}


def __getattr__(name: str) -> object:
    """Return the public name, loaded from the package that defines it (PEP 562)."""
    if name not in _HOMES:
        msg = f"module `selon` has no attribute `{name}`; public names are {', '.join(__all__)}"
        raise AttributeError(msg)
    module, _, other = _HOMES[name].partition(":")  # `selon.read` is a package, so its function has another name
    return getattr(import_module(module), other or name)


def __dir__() -> list[str]:
    """Return the public names, sorted."""
    return list(__all__)
