"""Work grows with the length of a text and no faster, whatever the text. Calls are counted, not seconds."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from types import FrameType

import pytest

from selon.annotation import Draft, pipeline
from selon.clean import clean
from selon.lexicon import load
from selon.read import from_text

SMALL, TIMES = 1_000, 4
UNEVEN = 1.25
"""How far above its share a stage may be: caches fill, and a longer text holds more kinds of things."""
COUNTED_APART = frozenset({"parse", "statements"})
"""The tokens of the first are counted in test_pieces: compiled code makes no calls. The second is told by its own tests."""
REPEATED = {
    "guillemets": "«",
    "straight marks": '"',
    "cues": "selon X, ",
    "thousands": "1 000 ",
    "headings": "Un titre\n\n",
    "combining marks": "e\u0301\u0302",
    "nested brackets": "(« [",
    "one endless sentence": "le maire de la ville a dit à la presse que la digue avait cédé et ",
    "quotations never closed": "« La digue a cédé, dit Paul. ",
    "dates": "lundi 3 mars 2025 ",
    "persons": "le ministre Paul Vernet, président de la ville, ",
}


def _calls(work: Callable[[], None]) -> int:
    """Return how many functions, written in Python or built in, are called while `work` runs."""
    counted: Counter[str] = Counter()

    def count(_: FrameType, event: str, __: object) -> None:
        counted[event] += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted["call"] + counted["c_call"]


def _work(text: str) -> dict[str, int]:
    """Return the calls of each stage for a text."""
    lexicon = load("fr")
    article = from_text(text)
    found = {"clean": _calls(lambda: clean(article, lexicon).reading() and None)}
    article = clean(article, lexicon)
    draft = Draft(article, lexicon, *article.reading())
    for stage in pipeline().stages:
        found[stage.name] = _calls(lambda run=stage.run: run(draft))  # type: ignore[misc]
    return found


@pytest.mark.parametrize("name", sorted(REPEATED))
def test_no_stage_does_more_than_its_share_of_work_for_a_longer_text(name: str) -> None:
    def text(length: int) -> str:
        unit = REPEATED[name]
        return "Le maire a dit : « Nous partons ».\n\n" + unit * (length // len(unit))

    for length in (SMALL, SMALL * TIMES):
        _work(text(length))  # word lists, patterns, dictionary forms, names: remembered from now on
    small, large = _work(text(SMALL)), _work(text(SMALL * TIMES))
    excess = {
        stage: (small[stage], calls)
        for stage, calls in large.items()
        if stage not in COUNTED_APART and calls > small[stage] * TIMES * UNEVEN + 1_000
    }
    assert excess == {}
