"""The files of `evaluation/gilets-jaunes`, the ledger of a big story as a person reads it: their shapes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from selon.model import Approx
from selon.text import Span

FOLDER = Path(__file__).resolve().parent.parent.parent / "evaluation" / "gilets-jaunes"
Scope = Literal["running", "total", "cumulated", "recalled"]
Moment = Literal["morning", "midday", "afternoon"]
Body = Literal["présidence", "gouvernement", "exécutif"]
Measure = Literal[
    "fuel-tax", "energy-tariffs", "november-aids", "smic", "csg", "overtime", "year-end-bonus", "wealth-tax"
]
Label = Literal["maintained", "adjusted", "suspended", "cancelled", "granted", "considered", "refused", "withdrawn"]
Counting = Literal[
    "dead", "injured", "injured_demonstrators", "injured_police", "injured_eye", "injured_head", "injured_hand",
    "seriously_injured", "arrested", "arrested_pupils", "held",
]  # fmt: skip
Hour = str | None
Row = TypeVar("Row")


class Read(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    id: str
    file: str
    line: int
    characters: int
    sha256: str
    written: date
    written_from: Literal["address", "text"]
    like: str | None


class Counted(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    id: str
    article: str
    span: Span
    low: int | None
    high: int | None
    approx: Approx
    place: str
    spot: str | None
    hour: Hour
    zone: Literal["GMT", "Québec"] | None
    moment: Moment | None
    giver: str | None
    named: str | None
    scope: Scope
    note: str | None = None


class Turnout(Counted, frozen=True, forbid_unknown_fields=True, kw_only=True):
    counted: Literal["demonstrators"]
    day: date

    @property
    def when(self) -> tuple[date, date]:
        return self.day, self.day


class Toll(Counted, frozen=True, forbid_unknown_fields=True, kw_only=True):
    counted: Counting
    from_: date = msgspec.field(name="from")
    to: date

    @property
    def when(self) -> tuple[date, date]:
        return self.from_, self.to


class Days(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    low: date
    high: date


class Stated(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    article: str
    content: tuple[Span, ...]
    actor: str
    body: Body
    measure: Measure
    position: Label
    said: Days


class Point(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    from_: date = msgspec.field(name="from")
    to: date
    hour: Hour
    zone: str | None
    moment: Moment | None
    low: int | None
    high: int | None
    said: Days
    figures: tuple[str, ...]


class Series(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    counted: str
    place: str
    spot: str | None
    giver: str | None
    points: tuple[Point, ...]


class Running(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    hour: Hour
    zone: str | None
    moment: Moment | None
    figure: int


class Day(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    day: date
    act: int
    place: str
    giver: str
    settled: int | None
    running: tuple[Running, ...]
    revised_from: int | None
    note: str | None = None


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    kind: Literal["change", "disagreement"]
    measure: Measure
    body: Body
    from_: Label = msgspec.field(name="from")
    to: Label
    day: date
    by: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    note: str | None = None


def load(name: str, kind: type[Row]) -> list[Row]:
    return msgspec.json.Decoder(kind, strict=True).decode_lines((FOLDER / f"{name}.jsonl").read_bytes())


ARTICLES = load("articles", Read)
FIGURES: list[Turnout | Toll] = [*load("turnout", Turnout), *load("tolls", Toll)]
POSITIONS = load("positions", Stated)
SERIES = load("series", Series)
DAYS = load("days", Day)
CHANGES = load("changes", Change)
STARTED = date(2018, 11, 17)
