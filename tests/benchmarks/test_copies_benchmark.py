"""The benchmark of copies: what it plants, and how it counts what was found."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))  # `python -m benchmarks` is run from there

from benchmarks.copies import READERS, counts, selon  # noqa: E402
from benchmarks.copies_page import page  # noqa: E402
from benchmarks.planted import DAMAGES, planted  # noqa: E402

TEXTS = [
    "Le préfet de Valbrune a annoncé lundi que la carrière fermerait. Les 64 salariés de Hautmont seront payés.",
    "La carrière de Louvière fermerait lundi. Le maire Ernest Vautrin a annoncé que les salariés seront payés.",
    "Nadège Roussel a dit à Louvière que 120 mètres de piste seront fermés. Le préfet de Hautmont a dit le reste.",
]


def test_more_articles_change_neither_the_originals_nor_their_copies():
    few, plants = planted(TEXTS, 40, 1)
    many, more = planted(TEXTS, 50, 1)
    assert [a.text for a in few[:22]] == [a.text for a in many[:22]]
    assert [few[p.copy].text for p in plants] == [many[p.copy].text for p in more]
    assert {p.damage for p in plants} == set(DAMAGES)
    assert len({p.of for p in plants}) == len(plants)


def test_what_is_found_is_counted_by_damage_and_by_kind():
    articles, plants = planted(TEXTS, 40, 1)
    first = next(p for p in plants if p.damage == "typography")
    quoting = next(p for p in plants if p.damage == "quotes the same speech")
    pairs = [(articles[p.copy].id, articles[p.of].id) for p in (first, quoting)]
    links = [(*pairs[0], "identical", True), (*pairs[1], "excerpt", False)]
    told = counts(articles, plants, links)
    assert told["damages"]["typography"] == {"identical": 1}
    assert told["damages"]["furniture added"] == {"none": 1}
    assert (told["found"], told["right"], told["any_right"]) == (
        {"identical": 1, "excerpt": 1},
        {"identical": 1},
        1,
    )
    assert (told["turned"], told["undated"]) == (0, int(first.of % 4 == 3 or first.copy % 4 == 3))


def test_the_page_shows_every_damage_and_who_found_it():
    articles, plants = planted(TEXTS, 40, 1)
    taken = {"seconds": 1.0, "processor": 1.0, "megabytes": 1.0, "words": 800}
    one = {**taken, **counts(articles, plants, selon(articles))}
    link = [(articles[plants[0].copy].id, articles[plants[0].of].id, "copy", False)]
    other = one | counts(articles, plants, link)
    shown = page({"selon": {"40": one}, "datasketch": {"40": other}}, list(READERS), [40], 1)
    (first,) = (line for line in shown.splitlines() if line.startswith(f"| {plants[0].damage} |"))
    assert first.endswith("| 1 |")
    assert all(f"| {name} |" in shown for name in DAMAGES)
    assert "| selon | 40 | 20 |" in shown
    assert "Not measured: text-dedup." in shown
