"""Reports: scores and mistakes as a person reads them, on lines of at most 100 characters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from selon.evaluate.bootstrap import Interval
from selon.evaluate.evaluation import Evaluation
from selon.evaluate.kinds import Breakdown, Confusion
from selon.evaluate.mistakes import Faulty, Mistake
from selon.evaluate.scores import Agreement, Scores, Share

WIDTH = 100
_SOURCE, _CUE = 26, 20


def to_text(evaluation: Evaluation) -> str:
    """Return all of an evaluation as lines of text."""
    parts = [
        table(evaluation.scores, evaluation.intervals),
        kinds(evaluation.breakdown),
        confusion(evaluation.stances),
        *map(faulty, evaluation.worst),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def table(scores: Scores, intervals: Mapping[str, Interval] | None = None) -> str:
    """Return the scores as a table with a line for each measure, and its 95 % interval where there is one."""
    given = intervals or {}
    heads = f"{'measure':10} {'right':>8} {'found':>8} {'wanted':>8} {'P':>8} {'R':>8} {'F1/share':>9}"
    lines = [f"{scores.documents} documents", heads + ("   95 % interval" if given else "")]
    for name, measure in scores.measures().items():
        if isinstance(measure, Agreement):
            counts = f"{measure.right:8} {measure.found:8} {measure.wanted:8}"
            shares = f"{measure.precision:8.1%} {measure.recall:8.1%} {measure.value:9.1%}"
        else:
            counts = f"{measure.right:8} {'of':>8} {measure.all:8}"
            shares = f"{'':17} {measure.value:9.1%}"
        empty = isinstance(measure, Share) and not measure.all
        lines.append(f"{name:10} {counts}" + ("" if empty else f" {shares}{_range(given.get(name))}"))
    return "\n".join(lines)


def kinds(breakdown: Breakdown) -> str:
    """Return how many statements of each kind were found, and how many of those found are right."""
    heads = f"{'statement by':18} {'wanted':>8} {'reached':>8} {'R':>8}   {'found':>8} {'right':>8} {'P':>8}"
    lines = [heads]
    for division, slices in breakdown.items():
        for kind, one in slices.items():
            wanted = f"{one.wanted:8} {one.reached:8} {one.recall:8.1%}"
            lines.append(f"{division:8}{kind:10} {wanted}   {one.found:8} {one.right:8} {one.precision:8.1%}")
    return "\n".join(lines) if len(lines) > 1 else ""


def confusion(stances: Confusion) -> str:
    """Return the stances of the gold (lines) by those that were read (columns); a dot is none."""
    if not stances:
        return ""
    columns = list(next(iter(stances.values())))
    lines = [f"{'stance, read as':18}" + "".join(f"{kind:>10}" for kind in columns)]
    lines += [
        f"{wanted:18}" + "".join(f"{count or '·':>10}" for count in row.values()) for wanted, row in stances.items()
    ]
    return "\n".join(lines)


def faulty(document: Faulty) -> str:
    """Return a document's mistakes: kind, source, cue and content of each, shortened to a line."""
    head = f"{document.name}: {document.right} right of {document.found} found and {document.wanted} wanted"
    return "\n".join([head, *(line for mistake in document.mistakes for line in _lines(mistake))])


def _lines(mistake: Mistake) -> Iterator[str]:
    source, cue = shortened(mistake.source or "–", _SOURCE), shortened(mistake.cue or "–", _CUE)
    head = f"  {mistake.kind:8}  {source} | {cue} | "
    yield head + shortened(_joined(mistake.content), WIDTH - len(head))
    if mistake.kind == "source":
        yield f"  {'':8}  instead: {shortened(mistake.instead or '–', WIDTH - 21)}"


def shortened(words: str, width: int) -> str:
    """Return `words` on one line of at most `width` characters, what is too much cut out of the middle."""
    line = " ".join(words.split())
    if len(line) <= width:
        return line
    end = (width - 3) // 3
    return f"{line[: width - 3 - end].rstrip()} … {line[-end:].lstrip()}" if end else line[:width]


def _joined(pieces: Sequence[str]) -> str:
    return " [...] ".join(pieces)


def _range(interval: Interval | None) -> str:
    return f"   {interval.low:6.1%} to {interval.high:6.1%}" if interval else ""
