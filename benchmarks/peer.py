"""The peer: the French quotation extractor of the Gender Gap Tracker, run as it is from a checkout of its repository.

Its own steps are kept (its cleaning of the text, the whole spaCy pipeline, its three extractors); only its database
is left out, and its model is the one that Selon uses too.
"""

from __future__ import annotations

import ast
import difflib
import importlib
import os
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import spacy

from selon.model import Annotations, Article, Statement
from selon.text import Span

MODEL = "fr_core_news_md"
FOLDER = Path("nlp") / "french"
_DATABASE = ("pymongo", "bson", "Levenshtein")  # imported by the peer, used by nothing that is run here
_WORD = re.compile(r"\w+")


class Peer:
    """The extractor, loaded."""

    def __init__(self, checkout: Path) -> None:
        """Load the extractor of `checkout` and its model."""
        home = (checkout / FOLDER).resolve()
        if not (home / "quote_extractor.py").is_file():
            msg = f"{checkout}: expected a checkout of sfu-discourse-lab/GenderGapTracker, with {FOLDER}"
            raise SystemExit(msg)
        self._module = _imported(home)
        verbs = {"QUOTE_VERBS": str(home / "rules" / "quote_verb_list.txt")}
        self._extractor = self._module.QuoteExtractor({"spacy_lang": spacy.load(MODEL), "NLP": verbs, "out_dir": ""})

    def read(self, text: str) -> tuple[str, list[dict[str, Any]]]:
        """Return the text as the peer cleans it and the quotations it finds there: none where it fails on a text."""
        cleaned = self._module.utils.preprocess_text(text)
        try:
            return cleaned, self._extractor.extract_quotes(self._extractor.nlp(cleaned))
        except Exception:  # noqa: BLE001 as its own `run`, which goes on to the next text
            return cleaned, []

    def annotate(self, article: Article) -> Annotations:
        """Return what the peer finds, as Selon says it, offsets in the text as received."""
        cleaned, quotes = self.read(article.text)
        place = received(article.text, cleaned)
        found = [statement for quote in quotes if (statement := _statement(quote, place))]
        return Annotations(
            path=article.path,
            article=article.id,
            language="fr",
            characters=len(article.text),
            statements=tuple(found),
        )


def received(text: str, cleaned: str) -> Callable[[int], int]:
    """Return the function from offsets of `cleaned` to offsets of `text`, from which it was made.

    Cleaning leaves words as they are, so these lead; what stands between two of them is counted from the first.
    """
    before, after = list(_WORD.finditer(text)), list(_WORD.finditer(cleaned))
    matcher = difflib.SequenceMatcher(None, [w.group() for w in before], [w.group() for w in after], autojunk=False)
    moved: list[int] = []
    end = 0
    for i, j, size in matcher.get_matching_blocks():
        for old, new in zip(before[i : i + size], after[j : j + size], strict=True):
            moved += [min(end + n, old.start()) for n in range(new.start() - len(moved))]
            moved += range(old.start(), old.end())
            end = old.end()
    moved += [min(end + n, len(text)) for n in range(len(cleaned) - len(moved))]
    return [*moved, len(text)].__getitem__


def _statement(quote: dict[str, Any], place: Callable[[int], int]) -> Statement | None:
    content = _span(quote["quote_index"], place)
    if content is None:
        return None
    return Statement(
        id="",
        source=_span(quote["speaker_index"], place),
        cue=_span(quote["verb_index"], place),
        content=(content,),
        form="direct" if "Q" in quote["quote_type"] else "indirect",
        stance="affirm",
        speaker=quote["speaker"],
    )


def _span(written: str, place: Callable[[int], int]) -> Span | None:
    """Return the span written as `(start, end)`; None for an empty one."""
    if not written:
        return None
    start, end = map(place, ast.literal_eval(written))
    return Span(start, end) if start < end else None


def _imported(home: Path) -> ModuleType:
    """Return the extractor's module. It writes a log into the current folder when it is imported: a passing one."""
    for name in _DATABASE:
        sys.modules.setdefault(name, ModuleType(name)).__dict__.setdefault("ObjectId", str)
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(home))
    before = Path.cwd()
    os.chdir(tempfile.mkdtemp(prefix="peer-log-"))
    try:
        return importlib.import_module("quote_extractor")
    finally:
        os.chdir(before)
