"""A language's words, all parts together, read once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from selon.errors import LexiconError
from selon.lexicon.alliances import Alliances
from selon.lexicon.approximators import Approximators
from selon.lexicon.checks import Checks
from selon.lexicon.commonness import Commonness
from selon.lexicon.counts import Counts
from selon.lexicon.cues import Cues
from selon.lexicon.dates import Dates
from selon.lexicon.epochs import Epochs
from selon.lexicon.events import Events
from selon.lexicon.furniture import Furniture
from selon.lexicon.hedges import Hedges
from selon.lexicon.measures import Measures
from selon.lexicon.numbers import Numbers
from selon.lexicon.outlets import Outlets
from selon.lexicon.parts import read_part
from selon.lexicon.pronouns import Pronouns
from selon.lexicon.publication import Publication
from selon.lexicon.seats import Seats
from selon.lexicon.states import States
from selon.lexicon.stopwords import Stopwords
from selon.lexicon.synonyms import Synonyms
from selon.lexicon.syntax import Syntax
from selon.lexicon.titles import Titles
from selon.lexicon.together import faults_together
from selon.lexicon.units import Units


class Lexicon(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """The words of one language. A field `x` is read from the file `x.toml` of the language's folder.

    A lexicon equals only itself, so that what is compiled from it can be kept by it.
    """

    language: str
    cues: Cues
    hedges: Hedges
    syntax: Syntax
    dates: Dates
    numbers: Numbers
    counts: Counts
    approximators: Approximators
    units: Units
    alliances: Alliances
    stopwords: Stopwords
    states: States
    seats: Seats
    titles: Titles
    pronouns: Pronouns
    furniture: Furniture
    outlets: Outlets
    epochs: Epochs
    events: Events
    publication: Publication
    checks: Checks
    synonyms: Synonyms
    measures: Measures
    commonness: Commonness


def folder_of(language: str) -> Path:
    """Return the folder of a language's files. Raises LexiconError when there is none."""
    folder = Path(str(files("selon.lexicon"))) / language
    if not folder.is_dir():
        raise LexiconError([f"expected a language among {', '.join(languages())}, got `{language}`"])
    return folder


def languages() -> tuple[str, ...]:
    """Return the languages that have a folder, sorted."""
    here = Path(str(files("selon.lexicon")))
    return tuple(sorted(p.parent.name for p in here.glob("*/cues.toml")))


@cache
def load(language: str = "fr") -> Lexicon:
    """Return a language's lexicon. Raises LexiconError with every fault when a part of it can't be read."""
    lexicon, faults = read_lexicon(folder_of(language), language)
    if lexicon is None:
        raise LexiconError(faults)
    return lexicon


def read_lexicon(folder: Path, language: str) -> tuple[Lexicon | None, list[str]]:
    """Return the lexicon in `folder` (None when it can't be built) and all of its faults."""
    parts: dict[str, Any] = {"language": language}
    faults: list[str] = []
    for field in msgspec.structs.fields(Lexicon):
        if field.name != "language":
            parts[field.name], found = read_part(folder / f"{field.name}.toml", field.type)
            faults.extend(found)
    faults.extend(f"{name}: no part of the lexicon is read from it" for name in _strangers(folder, parts))
    if None in parts.values():
        return None, faults
    lexicon = Lexicon(**parts)
    faults.extend(faults_together(lexicon.states, lexicon.seats, lexicon.outlets))
    return lexicon, faults


def _strangers(folder: Path, known: Iterable[str]) -> list[str]:
    return sorted(p.name for p in folder.glob("*.toml") if p.stem not in set(known))
