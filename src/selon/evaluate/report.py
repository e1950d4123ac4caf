"""Reports: scores as a person reads them, and the single errors behind them."""

from __future__ import annotations

from collections.abc import Iterator

from selon.evaluate.corpora import Attribution, Document
from selon.evaluate.matching import figure_pairs, statement_pairs
from selon.evaluate.scores import LOOSE, Agreement, Scores


def table(scores: Scores) -> str:
    """Return the scores as lines of text, one a measure."""
    lines = [f"{scores.documents} documents"]
    for name, measure in scores.measures().items():
        if isinstance(measure, Agreement):
            lines.append(
                f"{name:10} P {measure.precision:6.1%}  R {measure.recall:6.1%}  F1 {measure.value:6.1%}"
                f"  ({measure.right} right, {measure.found} found, {measure.wanted} wanted)"
            )
        else:
            lines.append(f"{name:10} {measure.value:6.1%} of {measure.all}")
    return "\n".join(lines)


def errors(name: str, text: str, gold: Document, found: Document) -> Iterator[str]:
    """Yield a line for every statement and figure that was missed or is spurious, with its words."""
    pairs = statement_pairs(gold.statements, found.statements, LOOSE)
    met = {id(one) for pair in pairs for one in pair}
    for kind, document in (("missed", gold), ("spurious", found)):
        for said in document.statements:
            if id(said) not in met:
                yield f"{name} {kind:8} {_shown(said, text)}"
    met = {id(one) for pair in figure_pairs(gold.figures, found.figures) for one in pair}
    for kind, document in (("missed", gold), ("spurious", found)):
        for figure in document.figures:
            if id(figure) not in met:
                yield f"{name} {kind:8} figure {figure.span.of(text)!r} ({figure.low} to {figure.high})"


def _shown(said: Attribution, text: str) -> str:
    source = said.source.of(text) if said.source else ""
    cue = said.cue.of(text) if said.cue else ""
    content = " … ".join(span.of(text) for span in said.content)
    return f"{source!r} {cue!r} {content!r}"
