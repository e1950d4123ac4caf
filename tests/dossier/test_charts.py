"""Charts: where points, lines, rules and labels stand, whatever the numbers."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import msgspec
import pytest
from dam_story import Maker
from hypothesis import given
from hypothesis import strategies as st

from selon.dossier.chart import draw
from selon.dossier.passages import Index
from selon.dossier.phrases import Phrases
from selon.dossier.points import ARROW, NARROW, WIDE, Board, Point
from selon.dossier.views import figures
from selon.dossier.views.figures import POINTS_AT_MOST, telling
from selon.model import Series


def point(day: int, value: float, who: str, **more: object) -> Point:
    told = {
        "low": value,
        "high": value,
        "planned": False,
        "text": str(value),
        "words": "w",
        "href": "#a1-0-1",
        "address": "x:0-1",
    }
    return Point(day=dt.date(2031, 5, day), giver=who, who=who, **{**told, **more})


def test_points_stand_by_day_and_value_and_lines_join_one_giver_s_numbers() -> None:
    points = [point(1, 100, "A"), point(2, 50, "B"), point(3, 200, "A")]
    chart = draw(points, WIDE, Phrases("fr", 2031))
    xs, ys = [d.x for d in chart.dots], [d.y for d in chart.dots]
    assert xs == [150, 448, 746]
    assert ys[1] > ys[0] > ys[2]
    assert chart.links == ((f"M{xs[0]} {ys[0]}L{xs[2]} {ys[2]}", False),)
    assert [w for _, w in chart.rules] == ["50", "100", "150", "200"]
    assert [w for _, w in chart.days] == ["1\u00a0mai", "2\u00a0mai", "3\u00a0mai"]
    assert not chart.logarithmic


def test_a_far_outlier_makes_the_scale_logarithmic() -> None:
    points = [point(1, 100, "A"), point(2, 50, "B"), point(3, 90000, "C")]
    chart = draw(points, WIDE, Phrases("fr", 2031))
    assert chart.logarithmic
    assert [w for _, w in chart.rules] == ["100", "1\u202f000", "10\u202f000", "100\u202f000"]


def test_half_of_the_points_near_the_ground_make_it_logarithmic_too_and_none_lies_on_the_ground() -> None:
    points = [point(1, 1500, "A"), point(2, 1000, "B"), point(3, 12000, "C"), point(3, 3000, "B"), point(4, 90000, "D")]
    chart = draw(points, WIDE, Phrases("fr", 2031))
    assert chart.logarithmic
    assert [w for _, w in chart.rules] == ["1\u202f000", "10\u202f000", "100\u202f000"]
    assert max(d.y for d in chart.dots) < chart.floor - 20


def test_points_of_one_place_stand_around_it() -> None:
    chart = draw([point(d, 100, who) for d in (1, 5, 9) for who in "ABC"], WIDE, Phrases("fr", 2031))
    assert sorted(d.x for d in chart.dots)[3:6] == [435, 448, 461]


def test_no_point_stands_on_the_arrow_of_another() -> None:
    points = [point(1, 50, "A", high=None), point(1, 55, "B"), point(1, 70, "C"), point(2, 100, "A")]
    below, near, above, _ = draw(points, WIDE, Phrases("fr", 2031)).dots
    assert below.y - ARROW < near.y < below.y
    assert near.x != below.x == above.x


def test_a_range_is_drawn_from_its_low_to_its_high_end() -> None:
    points = [point(1, 0, "A", low=40, high=60), point(2, 50, "B"), point(3, 100, "C")]
    wide, exact, _ = draw(points, WIDE, Phrases("fr", 2031)).dots
    assert wide.y == exact.y
    assert wide.top < wide.y < wide.bottom
    assert exact.top == exact.bottom


def test_of_many_points_those_show_that_are_given_most_often_then_those_of_givers_who_come_back() -> None:
    often = [point(3, 90 + n, "A", count=2) for n in range(POINTS_AT_MOST - 2)]
    back = [point(1, 10, "B"), point(2, 20, "B")]
    own = [point(4, n, f"Article {n}", own=True) for n in range(40)]
    assert telling([*own, *often, *back]) == [*often, *back]
    assert telling(own[:3]) == own[:3]


def test_what_several_articles_say_themselves_is_one_point_and_what_somebody_says_another(maker: Maker) -> None:
    published = maker.articles["depeche"].published
    given = (("o1", "400 foyers", 70), ("o2", "Barrage", 70), ("o3", "foyers", 80), ("o4", "400 foyers avaient", 70))
    for key, words, low in given:
        article = "reprise" if key == "o2" else "depeche"
        maker.articles[article] = msgspec.structs.replace(maker.articles[article], published=published)
        giver = {"giver": "prefecture", "speaker": "La préfecture", "statement": "s1"} if key == "o4" else {}
        maker.count(key, article, words, low, low, counted="barque", **giver)
    maker.links["series"] = (Series(id="series-barque", label="barque", figures=("o1", "o2", "o3", "o4")),)
    shown = figures.figures(Index(maker.dossier(), Phrases("fr"))).series[0].charts[0].dots
    told = {(d.point.text, d.point.name, d.point.count) for d in shown}
    assert told == {("70", "2 articles", 2), ("70", "État", 1), ("80", "Agence Ponant", 1)}


values = st.floats(-1e6, 1e21) | st.floats(0, 2) | st.integers(0, 10**4) | st.just(10**18)


@given(st.lists(st.tuples(st.integers(1, 28), values), min_size=1, max_size=30), st.sampled_from([WIDE, NARROW]))
def test_every_chart_keeps_its_points_on_the_board_and_higher_numbers_higher(
    told: list[tuple[int, float]], board: Board
) -> None:
    chart = draw([point(day, value, "A") for day, value in told], board, Phrases("fr", 2031))
    assert all(0 <= d.x <= board.width and board.top <= d.y <= chart.floor for d in chart.dots)
    assert all(0 <= y <= chart.floor for y, _ in chart.rules)
    ranked = sorted(chart.dots, key=lambda d: d.point.value)
    assert all(a.y >= b.y for a, b in pairwise(ranked))


@pytest.mark.parametrize("board", [WIDE, NARROW])
def test_no_label_lies_on_another_or_leaves_the_board(board: object) -> None:
    points = [point(d, 100 + 37 * d % 90, f"Acteur {d % 4}") for d in range(1, 29)]
    chart = draw(points, board, Phrases("fr", 2031))
    boxes = []
    for dot in chart.dots:
        if dot.label:
            width = max(len(dot.point.text) * board.number_letter, len(dot.point.who) * board.name_letter)
            left = dot.label.x - (width if dot.label.ends else 0)
            boxes.append((left, dot.label.y - 13, left + width, dot.label.y + board.line + 4))
    assert len(boxes) >= 5
    assert all(a >= 0 and c <= board.width and b >= 0 and d <= board.height for a, b, c, d in boxes)
    assert not [
        (one, two)
        for i, one in enumerate(boxes)
        for two in boxes[:i]
        if one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
    ]


def test_one_day_and_zero_make_a_chart_too() -> None:
    chart = draw([point(1, 0, "A"), point(1, 0, "B")], NARROW, Phrases("fr", 2031))
    assert len({(d.x, d.y) for d in chart.dots}) == 2
