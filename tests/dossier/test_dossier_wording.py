"""The catalogue: one source for all fixed wording, complete in both languages, nothing in it unused."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

import selon.dossier
from selon.dossier.contract.findings import Difference, EdgeDoubt
from selon.dossier.marks import SHADES
from selon.dossier.phrases import LANGUAGES, Phrases, catalogue
from selon.dossier.views.positions import Rank
from selon.dossier.views.sides import Row
from selon.link import quotations
from selon.model import (
    ActorKind,
    BlockKind,
    Certainty,
    ClaimStatus,
    CopyKind,
    Course,
    Form,
    Interval,
    Move,
    ReadingField,
    Reserve,
    Scope,
)
from selon.model.articles import DateBasis
from selon.model.claims import CheckKind

FOLDER = Path(selon.dossier.__file__).parent
DESK = FOLDER.parent / "web"
NAVIGATION = ("claims", "figures", "positions", "timeline", "sources", "checks", "quotations", "reading")
_DONE = ("merge_actors", "split_actors", "merge_stories", "split_stories", "change_statements", "reject_statements")
FAMILIES = {  # keys that are put together: `shade.` and a shade
    "nav": NAVIGATION,
    "title": ("changes", "corrections", *NAVIGATION),
    "shade": SHADES,
    "course": get_args(Course),
    "side": get_args(Row),
    "count": get_args(ClaimStatus),
    "status": (*get_args(ClaimStatus), "other"),
    "status_lead": (*get_args(ClaimStatus), "other"),
    "scope": get_args(Scope),
    "move": get_args(Move),
    "copy": get_args(CopyKind),
    "copied": get_args(CopyKind),
    "check": tuple(k for k in get_args(CheckKind) if k != "conflict"),
    "verdict": ("fails", "undecided", "holds"),
    "difference": get_args(Difference),
    "place": tuple(k for k in get_args(BlockKind) if k != "paragraph"),
    "positions": get_args(Rank),
    "basis": get_args(DateBasis),
    "changes": ("before", "after"),
    "header": ("articles", "statements", "figures"),
    "kind": get_args(ActorKind),
    "form": get_args(Form),
    "certainty": get_args(Certainty),
    "field": get_args(ReadingField),
    "history": (*_DONE, "add_statements", "merge_claims", "split_claims", "add_copies", "reject_copies"),
    "add": ("added", "unchanged", "refused"),
    "reserve": tuple(filter(None, get_args(Reserve))),
    "doubt": tuple(filter(None, get_args(EdgeDoubt))),
    "figures": ("said", "value", "counted", "who", "passage"),
    "correction": ("added", "changed"),
}


def used() -> Iterator[str]:
    """The keys that templates and code name."""
    for path in (p for folder in (FOLDER, DESK) for end in ("*.j2", "*.py") for p in folder.rglob(end)):
        text = path.read_text(encoding="utf-8")
        yield from re.findall(r"""(?:say|self)\(\s*["']([a-z_]+\.[a-z_]+)["']""", text)
        yield from re.findall(r"""m\.rest\([\w.]+, ["']([a-z_]+\.[a-z_]+)["']""", text)
        for family in re.findall(r"""say\(f?["']([a-z_]+)\.(?:["'] ~|\{)""", text):
            yield from (f"{family}.{name}" for name in FAMILIES[family])


def test_every_key_that_is_used_is_there_and_none_is_idle() -> None:
    chosen = {f"{family}.{name}" for family in ("form", "certainty") for name in FAMILIES[family]}  # in a macro
    told = set(used()) | chosen | {f"side.{r}" for r in FAMILIES["side"]} | {"days.until", "days.since"}
    assert told == set(catalogue())


def test_every_entry_has_both_languages_and_the_same_values() -> None:
    for key, entry in catalogue().items():
        assert tuple(entry) == LANGUAGES, key
        shapes = []
        for words in entry.values():
            forms = words if isinstance(words, dict) else {"other": words}
            assert set(forms) in ({"other"}, {"one", "other"}), key
            assert all(forms.values()), key
            shapes.append({name for form in forms.values() for _, name, _, _ in Formatter().parse(form) if name})
        assert shapes[0] == shapes[1], key


def test_french_wording_has_its_no_break_spaces() -> None:
    for key, entry in catalogue().items():
        words = entry["fr"]
        for form in words.values() if isinstance(words, dict) else (words,):
            assert not re.search(r" [:;?!»%]|« |× ", form), key


def test_the_differences_are_those_that_linking_names() -> None:
    assert get_args(Difference) == get_args(quotations.Difference)


def test_plural_forms_follow_the_language() -> None:
    french, english = Phrases("fr"), Phrases("en")
    assert [french("header.days", n) for n in (0, 1, 2)] == ["0 jour", "1 jour", "2 jours"]
    assert [english("header.days", n) for n in (0, 1, 2)] == ["0 days", "1 day", "2 days"]


def test_a_missing_value_is_an_error() -> None:
    with pytest.raises(KeyError, match="day"):
        Phrases("fr")("header.as_of")


@pytest.mark.parametrize(
    ("low", "high", "approx", "words"),
    [
        (1500, 1500, "exact", "1\u202f500"),
        (10000, 10000, "about", "≈\u00a010\u202f000"),
        (1000, None, "at_least", "≥\u00a01\u202f000"),
        (None, 20, "at_most", "≤\u00a020"),
        (10, 15, "range", "10–15"),
        (0.5, 0.5, "exact", "0,5"),
        (None, None, "exact", "–"),
    ],
)
def test_numbers_say_how_they_are_meant(low: float | None, high: float | None, approx: str, words: str) -> None:
    assert Phrases("fr").bounds(low, high, approx) == words


def days(low: tuple[int, int, int], high: tuple[int, int, int]) -> Interval:
    return Interval(dt.date(*low), dt.date(*high))


def test_days_are_written_as_they_are_known() -> None:
    say = Phrases("fr", 2024)
    assert say.days(days((2024, 10, 18), (2024, 10, 18))) == "18\u00a0oct."
    assert say.days(days((2024, 10, 18), (2024, 10, 23))) == "18–23 oct."
    assert say.days(days((2024, 10, 10), (2024, 10, 10)), deduced=True) == "≈\u00a010\u00a0oct."
    assert say.days(days((2024, 1, 1), (2024, 1, 31))) == "janv.\u00a02024"
    assert say.days(days((2023, 1, 1), (2023, 12, 31))) == "2023"
    assert say.days(days((2023, 5, 2), (2023, 5, 2))) == "2\u00a0mai\u00a02023"
    assert say.days(None) == "sans date"
