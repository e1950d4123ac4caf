"""Readers of figures, each as a function from a text to figures: Selon, and the peers as they are.

- recognizers-text-suite: its French models for numbers; `recognizers, filtered` leaves out what its models for dates,
  ages and ordinals claim. It reads sentence by sentence: on a whole article its dates take minutes.
- quantulum3: it has English alone, and reads French with it.
"""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from selon.model import Article, Figure
from selon.text import Span
from selon.text.sentences import sentence_starts

Reader = Callable[[str], list[Figure]]
SELON, PEERS = ("selon", "selon, all stages"), ("recognizers", "recognizers, filtered", "quantulum3")


def reader(name: str, peers: Path | None) -> Reader:
    """Return a reader by its name; `peers` is the folder in which peers are installed, None where they are known.

    Raises SystemExit with the line that installs a peer that is not there.
    """
    if peers:
        sys.path.append(str(peers))
    makers = {
        "selon": _selon,
        "selon, all stages": _whole,
        "recognizers": _recognizers,
        "recognizers, filtered": _filtered,
        "quantulum3": _quantulum,
    }
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the peers' own
            return makers[name]()
    except ImportError as error:
        msg = (
            f"{name}: expected to import it, got {error}. "
            "pip install --target PEERS recognizers-text-suite quantulum3 'emoji<2'; then --peers PEERS"
        )
        raise SystemExit(msg) from error


def _selon() -> Reader:
    """Return Selon with the stages that figures need, and no more."""
    from selon.annotation import dates, parse  # noqa: PLC0415
    from selon.annotation.draft import Draft  # noqa: PLC0415
    from selon.annotation.figures import finding  # noqa: PLC0415
    from selon.lexicon import load  # noqa: PLC0415

    def read(text: str) -> list[Figure]:
        article = Article(id="", text=text)
        draft = Draft(article, load("fr"), *article.reading())
        for stage in (parse.STAGE, dates.STAGE, finding.STAGE):
            stage.run(draft)
        return draft.figures

    return read


def _whole() -> Reader:
    """Return Selon as it is used: cleaning, statements, actors, and who gives each figure."""
    from selon import annotate  # noqa: PLC0415

    return lambda text: list(annotate(text).figures)


def _recognizers() -> Reader:
    from recognizers_number import Culture, recognize_number  # noqa: PLC0415

    return lambda text: list(_numbers(recognize_number(text, Culture.French)))


def _filtered() -> Reader:
    from recognizers_date_time import recognize_datetime  # noqa: PLC0415
    from recognizers_number import Culture, recognize_number, recognize_ordinal  # noqa: PLC0415
    from recognizers_number_with_unit import recognize_age  # noqa: PLC0415

    def read(text: str) -> list[Figure]:
        starts = [*sentence_starts(text), len(text)]
        claimed = [
            (at + found.start, at + found.end + 1)
            for recognize in (recognize_datetime, recognize_ordinal, recognize_age)
            for at, end in pairwise(starts)
            for found in recognize(text[at:end], Culture.French)
        ]
        # What claims no more than the number itself (`12` as noon) tells nothing.
        return [
            figure
            for figure in _numbers(recognize_number(text, Culture.French))
            if not any(
                start <= figure.span.start and figure.span.end <= end and end - start > len(figure.span)
                for start, end in claimed
            )
        ]

    return read


def _numbers(found: list[Any]) -> Iterator[Figure]:
    for one in found:
        value = (one.resolution or {}).get("value")
        if value and re.fullmatch(r"-?\d+(\.\d+)?", value):
            yield _figure(one.start, one.end + 1, float(value))


def _quantulum() -> Reader:
    from quantulum3 import parser  # noqa: PLC0415

    def read(text: str) -> list[Figure]:
        try:
            found = parser.parse(text)
        except Exception:  # noqa: BLE001 a text on which it fails is one in which it finds nothing
            return []
        return [_figure(*one.span, one.value) for one in found if one.span[0] < one.span[1]]

    return read


def _figure(start: int, end: int, value: float) -> Figure:
    plain = int(value) if value == int(value) else value
    return Figure(id="", span=Span(start, end), low=plain, high=plain, approx="exact", counted="")
