"""A corrected statement says by whom, when and why, and what was read before: in the data, the page, the lists."""

from __future__ import annotations

import csv
import datetime as dt
import io

import lxml.html
import msgspec
import pytest
from dam_story import Maker, day

from selon.dossier import Dossier, to_csv, to_html, to_markdown
from selon.model import Amended, Correction, CorrectionKind

NOON = dt.datetime(2031, 5, 6, 12, tzinfo=dt.UTC)


def said(number: int, kind: CorrectionKind, *fields: str) -> Correction:
    return Correction(
        id=f"k-{number}",
        kind=kind,
        who="Vera <b>",
        when=NOON + dt.timedelta(days=number),
        of="statements",
        why="lu trop vite" if number == 0 else "",
        fields=fields,  # type: ignore[arg-type]
    )


@pytest.fixture
def corrected(maker: Maker) -> Dossier:
    """The dam with the denial corrected twice and the demand added by a person."""
    home, now = maker.statements["s2"]
    read = msgspec.structs.replace(now, speaker="Hydrel SA", stance="affirm", when=day(2), source=None)
    by = {
        "s2": (said(0, "change", "speaker", "source"), said(1, "change", "stance", "when")),
        "s9": (said(2, "add"), said(3, "change", "speaker")),
    }
    found = maker.annotations()
    amended = {
        home: Amended(annotations=found[home], by={"s2": by["s2"]}, read={"s2": read}),
        "vigie": Amended(annotations=found["vigie"], by={"s9": by["s9"]}, read={"s9": maker.statements["s9"][1]}),
    }
    return maker.dossier(amended=amended)


def test_the_data_have_every_correction_and_the_reading_before_the_first(corrected: Dossier) -> None:
    told = {s.id: s for s in corrected.statements}
    assert [(c.id, c.kind, c.fields) for c in told["s2"].corrections] == [
        ("k-0", "change", ("speaker", "source")),
        ("k-1", "change", ("stance", "when")),
    ]
    before = told["s2"].read_before
    assert before is not None
    assert (before.speaker, before.stance, before.source, before.text) == ("Hydrel SA", "affirm", None, "toute fuite")
    assert ([c.kind for c in told["s9"].corrections], told["s9"].read_before) == (["add", "change"], None)
    assert (told["s1"].corrections, told["s1"].read_before) == ((), None)


def test_the_margin_of_the_reading_view_tells_it(corrected: Dossier) -> None:
    page = lxml.html.fromstring(to_html(corrected))
    lines = [" ".join(line.text_content().split()) for line in page.xpath("//aside//small[@class='by']")]
    assert lines == [
        "Corrigé par Vera <b> le 6 mai (lu trop vite)",
        "Corrigé par Vera <b> le 7 mai",
        "lu auparavant : mots qui disent qui parle : aucun ; position : affirme ; qui parle : Hydrel SA ; jour : 2 mai",
        "Ajouté par Vera <b> le 8 mai",
        "Corrigé par Vera <b> le 9 mai",
    ]


def test_markdown_lists_what_was_corrected(corrected: Dossier, dossier: Dossier) -> None:
    _, section = to_markdown(corrected, "en").split("## Corrections\n")
    assert section.splitlines()[1:6] == [
        f"- Hydrel: toute fuite `[depeche:{place(corrected, 's2')}]`",
        "  - Corrected by Vera \\<b\\> on May\u00a06 (lu trop vite)",
        "  - Corrected by Vera \\<b\\> on May\u00a07",
        "  - read before: words that say who speaks « none » ; stance « affirms » ; who speaks « Hydrel SA » ; day « May\u00a02 »",
        f"- Luc Ferrand: « la vérité » `[vigie:{place(corrected, 's9')}]`",
    ]
    assert "## Corrections" not in to_markdown(dossier, "en")


def place(dossier: Dossier, statement: str) -> str:
    (span,) = next(s.content for s in dossier.statements if s.id == statement)
    return f"{span.start}-{span.end}"


def test_the_table_says_who_when_and_what_was_read(corrected: Dossier) -> None:
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(to_csv(corrected)["statements.csv"], newline=""))}
    told = [rows[s][name] for s in ("s2", "s9", "s1") for name in ("corrected_by", "corrected_on", "read_before")]
    assert told == [
        *("Vera <b>", "2031-05-07", "source: ; speaker: Hydrel SA; stance: affirm; when: 2031-05-02..2031-05-02"),
        *("Vera <b>", "2031-05-09", ""),
        *("", "", ""),
    ]
