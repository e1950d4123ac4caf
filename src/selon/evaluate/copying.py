"""Copies measured against judgements made by reading: whether a pair is a copy, its kind, which came first.

The judgements (`evaluation/copies/judgements.jsonl`) name articles by file and line of a folder of corpora; only these
lines are read. A pair is found when the keys of its articles lead to one another and their comparison calls it a copy.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from selon.errors import FormatFault, MissingInput
from selon.lexicon import load
from selon.link.candidates import Candidates, keys
from selon.link.copies import copies_of
from selon.link.coverage import published
from selon.link.moments import before
from selon.link.shingles import shingled
from selon.model import Article, Copy, CopyKind, decode

Kind = CopyKind | Literal["none"]


class Place(msgspec.Struct, frozen=True):
    """Where an article stands: a file of the corpora, its line counted from 0, the hash of its text."""

    file: str
    line: int
    sha256: str


class Judgement(msgspec.Struct, frozen=True, kw_only=True, rename={"other": "or"}):
    """A pair as a reader judged it. `other` is the other kind that can be defended where the pair is on a border."""

    article: Place
    of: Place
    kind: Kind
    other: Kind | None = None
    directed: bool = False
    later: Literal["article", "of"] | None = None


class Paired(msgspec.Struct, frozen=True):
    """A judgement and what was found of it (None: no copy), with the ids of its two articles.

    `dated` says whether the days of both are known, `days_differ` whether one came out before the other by them.
    """

    judged: Judgement
    found: Copy | None
    article: str
    of: str
    dated: bool
    days_differ: bool

    @property
    def kind(self) -> Kind:
        """The kind that was found."""
        return self.found.kind if self.found else "none"

    @property
    def first(self) -> str | None:
        """The article that the reader found to come first: the source, else the one of the earlier state."""
        if self.judged.directed:
            return self.of
        return {"article": self.of, "of": self.article, None: None}[self.judged.later]


class Rate(msgspec.Struct, frozen=True):
    """`right` among those `found` and those `wanted`."""

    right: int
    found: int
    wanted: int

    def __str__(self) -> str:
        share = [f"{self.right / of:.3f} ({self.right} of {of})" if of else "none" for of in (self.found, self.wanted)]
        return f"precision {share[0]}, recall {share[1]}"


def load_judgements(path: Path) -> list[Judgement]:
    """Return the judgements of a file. Raises MissingInput, FormatFault."""
    if not path.is_file():
        raise MissingInput(str(path), "no such file", "Expected one judgement a line")
    lines = path.read_text(encoding="utf-8").splitlines()
    return [decode(line, Judgement, f"{path}:{n}") for n, line in enumerate(lines, 1) if line.strip()]


def judged_pairs(judgements: Sequence[Judgement], corpora: Path) -> list[Paired]:
    """Return what is found of each pair. Raises MissingInput, FormatFault for a text that is not the one judged."""
    articles = _articles({place for j in judgements for place in (j.article, j.of)}, corpora)
    index, numbers, wanted = Candidates(), {}, {}
    for number, place in enumerate(sorted(articles, key=lambda p: (p.file, p.line))):
        numbers[place], wanted[place] = number, keys(shingled(articles[place]))
        index.add(wanted[place])
    return [_paired(j, articles, numbers[j.of] in index.of(wanted[j.article])) for j in judgements]


def _paired(judged: Judgement, articles: Mapping[Place, Article], candidate: bool) -> Paired:
    one, other = articles[judged.article], articles[judged.of]
    found = copies_of(one, [other]) if candidate else ()
    days = published(one), published(other)
    dated = all(d is not None and d.low is not None and d.high is not None for d in days)
    differ = before(days[0], days[1]) or before(days[1], days[0])
    return Paired(judged, found[0] if found else None, one.id, other.id, dated, differ)


def _articles(places: Iterable[Place], corpora: Path) -> dict[Place, Article]:
    """Return the cleaned articles at these places of the corpora."""
    from selon.clean import clean  # noqa: PLC0415 both load what the rest of the package does without
    from selon.read import read  # noqa: PLC0415

    by_file: dict[str, list[Place]] = {}
    for place in sorted(places, key=lambda p: (p.file, p.line)):
        by_file.setdefault(place.file, []).append(place)
    found: dict[Place, Article] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, wanted in by_file.items():
            path = corpora / name
            if not path.is_file():
                raise MissingInput(str(path), "no such file", "SELON_SHARED names the folder that holds `corpora`")
            lines = path.read_text(encoding="utf-8").splitlines()
            few = Path(folder) / name
            few.write_text("".join(lines[p.line] + "\n" for p in wanted), encoding="utf-8")
            for place, item in zip(wanted, read([few]), strict=True):
                if not isinstance(item, Article) or not is_judged(lines[place.line], place):
                    at = f"{path}:{place.line + 1}"
                    raise FormatFault(at, "not the text that was judged", "Take the corpora that were judged")
                found[place] = clean(item, load("fr"))
    return found


def is_judged(line: str, place: Place) -> bool:
    """Say whether a line of the corpora has the text that was judged."""
    text = decode(line, dict[str, object], place.file)["text"]
    return hashlib.sha256(str(text).encode()).hexdigest() == place.sha256


def rates(pairs: Sequence[Paired]) -> dict[str, Rate]:
    """Return the rates of all that is measured, by its name."""
    lenient = [(p.kind if p.kind in (p.judged.kind, p.judged.other) else p.judged.kind, p.kind) for p in pairs]
    strict = [(p.judged.kind, p.kind) for p in pairs]
    any_kind = [("none" if j == "none" else "copy", "none" if f == "none" else "copy") for j, f in lenient]
    return {"copy": _rate(any_kind), "kind": _rate(lenient), "kind, border not forgiven": _rate(strict)} | {
        "direction": _direction(pairs)
    }


def measures(pairs: Sequence[Paired]) -> dict[str, float]:
    """Return what is held: precision and recall of copies, kinds and direction, by their names."""
    return {
        f"{name}, {side}": right / (of or 1)
        for name, rate in rates(pairs).items()
        for side, right, of in (("precision", rate.right, rate.found), ("recall", rate.right, rate.wanted))
    }


def by_kind(pairs: Sequence[Paired]) -> dict[str, Rate]:
    """Return the rate of every kind, borders forgiven."""
    lenient = [(p.kind if p.kind in (p.judged.kind, p.judged.other) else p.judged.kind, p.kind) for p in pairs]
    names = sorted({kind for pair in lenient for kind in pair})
    return {
        name: Rate(
            sum(j == f == name for j, f in lenient),
            sum(f == name for _, f in lenient),
            sum(j == name for j, _ in lenient),
        )
        for name in names
    }


def _rate(pairs: Sequence[tuple[str, str]]) -> Rate:
    """Return how many copies were called what they are. `none` is neither found nor wanted."""
    right = sum(judged == found != "none" for judged, found in pairs)
    return Rate(right, sum(f != "none" for _, f in pairs), sum(j != "none" for j, _ in pairs))


def _direction(pairs: Sequence[Paired]) -> Rate:
    """Return how many copies are directed as the reader found: wanted where their days differ."""
    told = [p for p in pairs if p.first is not None]
    directed = [p for p in told if p.found and p.found.directed]
    right = [p for p in directed if p.found and p.found.of == p.first]
    return Rate(len(right), len(directed), sum(p.days_differ for p in told))


def copies_report(pairs: Sequence[Paired]) -> str:
    """Return all that is measured as lines of text, the pairs that were called something else last."""
    lines = [f"{len(pairs)} pairs"]
    lines += [f"  {name}: {rate}" for name, rate in rates(pairs).items()]
    undated = [p for p in pairs if p.found and p.found.directed and not p.dated]
    directed = Counter(bool(p.found.agency) for p in pairs if p.found and p.found.directed)
    lines.append(
        f"  directed: {directed.total()}, of them {directed[True]} by way of an agency that both credit; "
        f"{len(undated)} without the dates of both"
    )
    lines += [f"  {name}: {rate}" for name, rate in by_kind(pairs).items()]
    for p in pairs:
        if p.kind not in (p.judged.kind, p.judged.other):
            one, other = (f"{place.file}:{place.line}" for place in (p.judged.article, p.judged.of))
            lines.append(f"  {one} of {other}: {p.kind}, judged {p.judged.kind}")
    return "\n".join(lines)
