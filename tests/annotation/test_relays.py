"""What a medium passes on belongs to who said it, however media pass on one another."""

from __future__ import annotations

from selon.annotation.statements.relays import nested
from selon.lexicon import load
from selon.model import Statement
from selon.text import Span

TEXT = "Le quotidien rapporte que l'agence dit que la digue a tenu, selon le maire."


def said(source: str, cue: str, content: str) -> Statement:
    spans = [Span(TEXT.index(words), TEXT.index(words) + len(words)) for words in (source, cue, content)]
    return Statement(
        id="", source=spans[0], cue=spans[1], content=(spans[2],), form="indirect", stance="affirm", certainty="certain"
    )


def test_media_that_pass_on_one_another_are_relays_of_who_spoke() -> None:
    daily = said("Le quotidien", "rapporte", "que l'agence dit que la digue a tenu, selon le maire")
    agency = said("l'agence", "dit", "que la digue a tenu, selon le maire")
    mayor = said("le maire", "selon", "la digue a tenu")
    (left,) = nested([daily, agency, mayor], TEXT, load())
    assert left.source == mayor.source
    assert set(left.relay) == {"Le quotidien", "l'agence"}
