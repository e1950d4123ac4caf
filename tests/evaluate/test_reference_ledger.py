"""The ledger of a big story as a person reads it (`evaluation/gilets-jaunes`): its files agree, and with the texts."""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from reference_ledger import ARTICLES, CHANGES, DAYS, FIGURES, FOLDER, POSITIONS, SERIES, Change, Day, Days, Turnout
from text_to_num import alpha2digit

from selon.text import Span

STARTED = min(day.day for day in DAYS)  # of the movement: what is cumulated is so from then


def test_every_id_is_used_once_and_every_article_is_known() -> None:
    for rows in (ARTICLES, FIGURES, POSITIONS, SERIES):
        assert not [name for name, times in Counter(row.id for row in rows).items() if times > 1]
    known = {read.id for read in ARTICLES}
    assert {read.like for read in ARTICLES if read.like} <= known
    assert {row.article for row in (*FIGURES, *POSITIONS)} <= known


def test_the_readme_tells_how_much_was_read() -> None:
    told = (FOLDER / "README.md").read_text(encoding="utf-8")
    copies = sum(read.like is not None for read in ARTICLES)
    turnouts = sum(isinstance(figure, Turnout) for figure in FIGURES)
    assert f"{len(ARTICLES)} articles were read, {copies} of them" in told
    for name, rows in (
        ("turnout", turnouts),
        ("tolls", len(FIGURES) - turnouts),
        ("positions", len(POSITIONS)),
        ("series", len(SERIES)),
        ("days", len(DAYS)),
        ("changes", len(CHANGES)),
    ):
        assert f"| `{name}.jsonl` | {rows} |" in told


def test_a_figure_holds_together() -> None:
    written = {read.id: read.written for read in ARTICLES}
    for figure in FIGURES:
        first, last = figure.when
        assert first <= last <= written[figure.article], figure.id
        if figure.scope == "cumulated":
            assert first == STARTED, figure.id
        assert figure.approx in approximations(figure.low, figure.high), figure.id
        if figure.hour:
            assert re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", figure.hour), figure.id
        assert not (figure.hour and figure.moment), figure.id
        assert figure.hour or not figure.zone, figure.id
        assert figure.giver or not figure.named, figure.id


def approximations(low: int | None, high: int | None) -> set[str]:
    if low is None or high is None:
        assert low != high
        return {"at_most" if low is None else "at_least"}
    assert low <= high
    return {"range"} if low < high else {"exact", "about"}


def test_nothing_is_labelled_twice() -> None:
    figures = Counter((figure.article, figure.span, figure.counted, figure.place, figure.when) for figure in FIGURES)
    positions = Counter((stated.article, stated.content, stated.measure) for stated in POSITIONS)
    assert [*(figures - Counter(set(figures))), *(positions - Counter(set(positions)))] == []


def test_series_hold_every_figure_once_and_nothing_else() -> None:
    by_id = {figure.id: figure for figure in FIGURES}
    written = {read.id: read.written for read in ARTICLES}
    seen: Counter[str] = Counter()
    for series in SERIES:
        for point in series.points:
            seen.update(point.figures)
            said = [written[by_id[name].article] for name in point.figures]
            assert point.said == Days(min(said), max(said))
            for figure in map(by_id.__getitem__, point.figures):
                assert (figure.counted, figure.place, figure.spot) == (series.counted, series.place, series.spot)
                assert figure.when == (point.from_, point.to)
                assert (figure.hour, figure.zone, figure.moment) == (point.hour, point.zone, point.moment)
                assert (figure.low, figure.high) == (point.low, point.high)
    assert seen == Counter(by_id.keys())


@pytest.mark.parametrize("day", DAYS, ids=lambda day: f"{day.day} {day.place} {day.giver}")
def test_what_is_told_of_a_day_was_given_of_it(day: Day) -> None:
    points = [
        point
        for series in SERIES
        if (series.counted, series.place, series.giver) == ("demonstrators", day.place, day.giver)
        for point in series.points
        if point.from_ == day.day
    ]
    given = {value for point in points for value in (point.low, point.high)}
    assert {day.settled, day.revised_from} - {None} <= given
    for running in day.running:
        at = [
            point
            for point in points
            if (point.hour, point.zone, point.moment) == (running.hour, running.zone, running.moment)
        ]
        assert running.figure in {value for point in at for value in (point.low, point.high)}


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: f"{change.measure} {change.body} {change.to}")
def test_a_change_rests_on_positions_of_that_body(change: Change) -> None:
    bodies = {"présidence", "gouvernement", "exécutif"} if change.body == "exécutif" else {change.body}
    by_id = {stated.id: stated for stated in POSITIONS}
    for names, label in ((change.before, change.from_), (change.after, change.to)):
        assert names
        for stated in map(by_id.__getitem__, names):
            assert (stated.measure, stated.position, stated.body in bodies) == (change.measure, label, True)
    assert min(by_id[name].said.low for name in change.before) <= change.day
    assert change.by in {by_id[name].actor for name in change.after}


COLLECTIVES = {
    "dizaine": 10,
    "vingtaine": 20,
    "trentaine": 30,
    "cinquantaine": 50,
    "soixantaine": 60,
    "centaine": 100,
    "millier": 1000,
}


def numbers(words: str) -> set[int]:
    """The numbers that French words tell, read without Selon's own reader."""
    found: list[int] = []
    for part in re.split(r" (?:à|et) ", re.sub(r"(?<=\d)[\s.](?=\d{3}\b)", "", re.sub(r"\s", " ", words.lower()))):
        collective = math.prod(value for name, value in COLLECTIVES.items() if name in part)
        if any(character.isdigit() for character in part):
            found += map(int, re.findall(r"\d+", part))
        elif collective > 1:
            found.append(collective)
        else:
            found += map(int, re.findall(r"\d+", alpha2digit(part, "fr", 0)))
    if len(found) == 2 and " à " in words and found[0] < 10 and found[1] % 1000 == 0:  # `7 à 8 000`
        found[0] *= 1000
    return set(found)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("près de 2.000 voiles", {2000}),
        ("entre 10 et 20 barques", {10, 20}),
        ("7 à 8 000 voiles", {7000, 8000}),
        ("des dizaines de milliers", {10000}),
        ("Vingt-deux marins et mousses", {22}),
        ("Un peu moins de 50 voiles", {50}),
        ("une voile", {1}),
    ],
)
def test_numbers_are_read(words: str, told: set[int]) -> None:
    assert numbers(words) == told


@pytest.fixture(scope="module")
def texts(shared: Path) -> dict[str, str]:
    def lines(name: str) -> list[str]:
        with (shared / "corpora" / name).open(encoding="utf-8") as file:
            return [json.loads(line)["text"].strip() for line in file]

    if not (shared / "corpora").is_dir():
        pytest.skip("no articles: SELON_SHARED names no folder with `corpora` in it")
    corpora = {name: lines(name) for name in {read.file for read in ARTICLES}}
    return {read.id: corpora[read.file][read.line] for read in ARTICLES}


def test_the_texts_are_those_that_were_read(texts: dict[str, str]) -> None:
    for read in ARTICLES:
        assert len(texts[read.id]) == read.characters
        assert hashlib.sha256(texts[read.id].encode()).hexdigest() == read.sha256


def test_the_words_of_a_figure_tell_its_numbers(texts: dict[str, str]) -> None:
    for figure in FIGURES:
        words = texts[figure.article][figure.span.start : figure.span.end]
        assert (figure.id, numbers(words)) == (figure.id, {figure.low, figure.high} - {None})


def test_spans_hold_whole_words(texts: dict[str, str]) -> None:
    def spans() -> Iterator[tuple[str, str, Span]]:
        yield from ((figure.id, texts[figure.article], figure.span) for figure in FIGURES)
        yield from ((stated.id, texts[stated.article], span) for stated in POSITIONS for span in stated.content)

    for name, text, span in spans():
        start, end = span.start, span.end
        words = text[start:end]
        assert 0 <= start < end <= len(text), name
        assert words == words.strip(), name
        assert not (text[start - 1 : start].isalnum() and words[0].isalnum()), name
        assert not (text[end : end + 1].isalnum() and words[-1].isalnum()), name
