from __future__ import annotations

import hashlib
import json

import pytest

from selon.errors import FormatFault, MissingInput
from selon.evaluate.copying import by_kind, copies_report, judged_pairs, load_judgements, rates

DISPATCH = (
    "La carrière de Valbrune restera fermée jusqu’à nouvel ordre, a annoncé lundi la direction. "
    "Un pan de la falaise s’est détaché dimanche vers 5 h 40 et a recouvert la piste sur 120 mètres. "
    "Personne ne travaillait à cet endroit. Les 64 salariés ont été envoyés chez eux et seront payés."
)
UNLIKE = (
    "À Louvière, le marché couvert rouvre ses portes samedi après deux ans de travaux. Les commerçants espèrent "
    "retrouver leur clientèle avant l’été, malgré le prix des emplacements que la ville vient de relever."
)
RECORDS = [
    {"text": DISPATCH, "url": "https://un.example/2021/03/04/a"},
    {"text": DISPATCH.replace("lundi ", ""), "url": "https://deux.example/2021/03/05/a"},
    {"text": UNLIKE, "url": "https://trois.example/b"},
    {"text": DISPATCH, "url": "https://quatre.example/b"},
]


@pytest.fixture
def judged(tmp_path):
    """Four articles in a corpus, and what gives the judgements of pairs of them to the measure."""
    (tmp_path / "few.jsonl").write_text("".join(json.dumps(r) + "\n" for r in RECORDS), encoding="utf-8")

    def pairs(*judgements):
        lines = []
        for article, of, more in judgements:
            places = [
                {"file": "few.jsonl", "line": n, "sha256": hashlib.sha256(RECORDS[n]["text"].encode()).hexdigest()}
                for n in (article, of)
            ]
            lines.append(json.dumps({"article": places[0], "of": places[1], **more}))
        (tmp_path / "judgements.jsonl").write_text("\n".join(lines), encoding="utf-8")
        return judged_pairs(load_judgements(tmp_path / "judgements.jsonl"), tmp_path)

    return pairs


def test_kinds_are_counted_and_a_border_is_forgiven(judged):
    found = judged(
        (1, 0, {"kind": "excerpt", "or": "near_duplicate"}), (2, 0, {"kind": "none"}), (3, 0, {"kind": "none"})
    )
    counted = {name: (r.right, r.found, r.wanted) for name, r in rates(found).items()}
    assert counted == {
        "copy": (1, 2, 1),
        "kind": (1, 2, 1),
        "kind, border not forgiven": (0, 2, 1),
        "direction": (0, 0, 0),
    }
    assert {name: (r.right, r.found, r.wanted) for name, r in by_kind(found).items()} == {
        "identical": (0, 1, 0),
        "near_duplicate": (1, 1, 1),
        "none": (1, 1, 2),
    }
    assert "few.jsonl:3 of few.jsonl:0: identical, judged none" in copies_report(found)


def test_direction_is_wanted_where_the_days_differ(judged):
    (right,) = judged((1, 0, {"kind": "near_duplicate", "directed": True}))
    assert str(rates([right])["direction"]) == "precision 1.000 (1 of 1), recall 1.000 (1 of 1)"
    (wrong,) = judged((0, 1, {"kind": "near_duplicate", "later": "article"}))
    assert rates([wrong])["direction"].right == 0
    (undated,) = judged((3, 0, {"kind": "identical", "later": "article"}))
    assert str(rates([undated])["direction"]) == "precision none, recall none"
    assert "0 without the dates of both" in copies_report([undated])


def test_another_text_or_no_corpus_is_refused(judged, tmp_path):
    judged((1, 0, {"kind": "none"}))
    records = [{**RECORDS[1], "text": UNLIKE}, *RECORDS[1:]]
    (tmp_path / "few.jsonl").write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    with pytest.raises(FormatFault, match="not the text that was judged"):
        judged_pairs(load_judgements(tmp_path / "judgements.jsonl"), tmp_path)
    with pytest.raises(MissingInput, match="no such file"):
        judged_pairs(load_judgements(tmp_path / "judgements.jsonl"), tmp_path / "absent")
    with pytest.raises(MissingInput, match="no such file"):
        load_judgements(tmp_path / "absent.jsonl")
