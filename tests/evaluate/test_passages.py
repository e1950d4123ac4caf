"""The project's own annotated passages: their form, and that they cover what they are to cover."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from quotation_marks import form_by_marks

from selon.model import Approx, Form, Number, Stance
from selon.text import Span

FOLDER = Path(__file__).resolve().parent.parent.parent / "evaluation" / "passages"
LEAST_PASSAGES = 90
LEAST_OF_A_KIND = 3


class Said(msgspec.Struct, forbid_unknown_fields=True):
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    form: Form
    stance: Stance
    speaker: str
    relay: tuple[str, ...]


class Counted(msgspec.Struct, forbid_unknown_fields=True):
    span: Span
    low: Number | None
    high: Number | None
    approx: Approx
    counted: str


class Passage(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    covers: tuple[str, ...]
    statements: tuple[Said, ...]
    figures: tuple[Counted, ...]


def load(path: Path) -> Passage:
    return msgspec.json.decode(path.read_bytes(), type=Passage)


PASSAGES = {path.stem: load(path) for path in sorted(FOLDER.glob("*.json"))}
TEXTS = {name: (FOLDER / f"{name}.txt").read_text(encoding="utf-8") for name in PASSAGES}


@pytest.mark.parametrize("name", PASSAGES)
def test_a_passage_is_well_formed(name: str) -> None:
    passage, text = PASSAGES[name], TEXTS[name]
    assert passage.id == name
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*-\d\d", name)
    assert list(passage.statements) == sorted(passage.statements, key=lambda said: said.content[0].start)
    assert list(passage.figures) == sorted(passage.figures, key=lambda figure: figure.span)
    assert [fault for said in passage.statements for fault in faults_of(said, text)] == []
    assert [fault for figure in passage.figures for fault in bounds_of(figure, text)] == []


def faults_of(said: Said, text: str) -> Iterator[str]:
    words = " … ".join(piece.of(text) for piece in said.content)
    spans = [span for span in (said.source, said.cue, *said.content) if span is not None]
    yield from (f"{words}: {span.of(text)!r} has white space at an end" for span in spans if not clean(span, text))
    if any(one.overlaps(other) for one, other in combinations(spans, 2)):
        yield f"{words}: source, cue and content overlap"
    if said.form != (form := form_by_marks(text, [(piece.start, piece.end) for piece in said.content])):
        yield f"{words}: {said.form}, but by its marks {form}"
    for name in (said.speaker, *said.relay):
        if unknown := names_in(name) - names_in(text):
            yield f"{words}: the text does not say {' '.join(sorted(unknown))} of {name}"


def bounds_of(figure: Counted, text: str) -> Iterator[str]:
    words, low, high = figure.span.of(text), figure.low, figure.high
    if not clean(figure.span, text):
        yield f"{words!r} has white space at an end"
    agrees = {
        "exact": low is not None and low == high,
        "about": low is not None and low == high,
        "at_least": low is not None and high is None,
        "at_most": low is None and high is not None,
        "range": low is not None and high is not None and low < high,
    }
    if not agrees[figure.approx]:
        yield f"{words}: {figure.approx} does not agree with {low} and {high}"


def clean(span: Span, text: str) -> bool:
    return span.of(text) == span.of(text).strip()


def names_in(text: str) -> frozenset[str]:
    """Return the words of four letters or more: articles and `et` may differ from those of the text."""
    return frozenset(re.findall(r"\w{4,}", text.casefold()))


def test_every_difficulty_is_covered_several_times() -> None:
    assert len(PASSAGES) >= LEAST_PASSAGES
    groups = tomllib.loads((FOLDER / "coverage.toml").read_text(encoding="utf-8"))
    wanted = {tag for group in groups.values() for tag in group}
    found = Counter(tag for passage in PASSAGES.values() for tag in passage.covers)
    assert set(found) - wanted == set(), "not in coverage.toml"
    assert {tag: found[tag] for tag in sorted(wanted) if found[tag] < LEAST_OF_A_KIND} == {}
    assert all(len(set(passage.covers)) == len(passage.covers) > 0 for passage in PASSAGES.values())


def test_every_form_stance_and_approximation_occurs() -> None:
    said = [statement for passage in PASSAGES.values() for statement in passage.statements]
    assert {statement.form for statement in said} == set(get_args(Form))
    assert {statement.stance for statement in said} == set(get_args(Stance))
    assert {figure.approx for passage in PASSAGES.values() for figure in passage.figures} == set(get_args(Approx))


def test_no_two_passages_share_a_paragraph() -> None:
    lines = Counter(line for text in TEXTS.values() for line in dict.fromkeys(text.split("\n")) if line)
    assert [line for line, times in lines.items() if times > 1] == []


@pytest.mark.parametrize(
    ("text", "content", "form"),
    [
        ("« Non », dit-il.", (0, 7), "direct"),
        ("Il dit « non ».", (0, 14), "mixed"),
        ("Il dit non à l'eau d'«ici».", (0, 18), "indirect"),
        ("« Non, dit-il. Elle dort.", (0, 5), "direct"),
        ("« Non, dit-il. Elle dort.", (15, 24), "indirect"),
        ('Non", dit-elle. "Oui", dit-il.', (0, 4), "direct"),
        ('Non", dit-elle. "Oui", dit-il.', (17, 22), "direct"),
        ("''Il n'a rien dit'', dit-elle.", (0, 19), "direct"),
        ("Il dit 'non' d'un mot.", (7, 12), "direct"),
        ("« Un.\n« Deux. »", (0, 15), "direct"),
    ],
)
def test_a_form_goes_by_the_marks(text: str, content: tuple[int, int], form: Form) -> None:
    assert form_by_marks(text, [content]) == form
