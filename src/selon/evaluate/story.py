"""`python -m selon.evaluate.story`: a big story's series and positions against the ledger that a reader made of it.

python -m selon.evaluate.story                          evaluation/gilets-jaunes, corpora in $SELON_SHARED/corpora
python -m selon.evaluate.story --most 40                the first 40 of its articles, to be quicker
python -m selon.evaluate.story --errors                 every figure that is missed or wrong, and how
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from selon.errors import SelonError
from selon.evaluate.groups import b_cubed, shown
from selon.evaluate.matching import same_name
from selon.evaluate.reference import Labelled, Moved, Reference, articles_of, load_reference
from selon.evaluate.stands import report_stands, stands
from selon.ingest.annotating import LANGUAGE, cleaned_and_annotated
from selon.ingest.watching import Watch
from selon.lexicon import load
from selon.link.dating import applied
from selon.link.grouping import one_story
from selon.link.story import link_story
from selon.model import Annotations, Article, Figure, Interval, Links, Statement


class Match(NamedTuple):
    """A reader's figure, the one of Selon that overlaps it (None for none), and who gives that one, and when."""

    wanted: Labelled
    found: Figure | None
    giver: str
    when: Interval | None

    @property
    def value(self) -> bool:
        """Whether the bounds are right."""
        return self.found is not None and (self.found.low, self.found.high) == (self.wanted.low, self.wanted.high)

    @property
    def day(self) -> bool:
        """Whether the day it is about is: exactly, or for what ran up to a day, its last one."""
        first, last = self.wanted.days
        return self.when is not None and last == self.when.high and self.when.low in {first, last}

    @property
    def by(self) -> bool:
        """Whether the giver is: under either name of the reader's, or nobody in both."""
        names = [n for n in (self.wanted.giver, self.wanted.named) if n]
        return any(same_name(n, self.giver) for n in names) if names else not self.giver


def matches(
    reference: Reference,
    places: Mapping[str, tuple[str, Moved]],
    annotations: Mapping[str, Annotations],
    links: Links,
    days: Mapping[str, Interval],
) -> list[Match]:
    """Return a match for every figure of the reader in the articles that are there.

    `places` gives for the reader's name of an article its id and where the characters of its record stand in it;
    `days` when an article appeared.
    """
    names = {actor.id: actor.name for actor in links.actors}
    out = []
    for wanted in reference.figures:
        if wanted.article not in places:
            continue
        article, moved = places[wanted.article]
        here = annotations[article]
        span = moved.span(wanted.span)
        over = [f for f in here.figures if f.span.overlaps(span)]
        right = [f for f in over if (f.low, f.high) == (wanted.low, wanted.high)]
        found = next(iter(right or over), None)
        giver = (names.get(links.givers.get(found.id, ""), found.speaker) if found else "") or ""
        out.append(Match(wanted, found, giver, _about(found, here, days.get(article), links.days)))
    return out


def _about(
    figure: Figure | None, here: Annotations, published: Interval | None, held: Mapping[str, Interval]
) -> Interval | None:
    """Return the days that a figure is about as far as Selon tells: those it holds for, else when it was given."""
    if figure is None:
        return None
    statement: Statement | None = next((s for s in here.statements if s.id == figure.statement), None)
    return held.get(figure.id) or figure.as_of or (statement.when if statement else None) or published


def report(reference: Reference, found: Sequence[Match], links: Links) -> Iterator[str]:
    """Yield the lines that say how much of the reader's ledger was found."""
    here = {m.wanted.id: m for m in found}
    value = [m for m in found if m.value]
    series_of = {f: s.id for s in links.series for f in s.figures}
    wanted_of = {f: s.id for s in reference.series for p in s.points for f in p.figures}
    yield f"figures   {shown(len(value), len(found))} with the right value, {_shown(found)}"
    yield f"          of these: day {shown(sum(m.day for m in value), len(value))}"
    yield f"                    giver {shown(sum(m.by for m in value), len(value))}"
    yield f"                    both {shown(sum(m.day and m.by for m in value), len(value))}"
    points = [p for s in reference.series for p in s.points if any(f in here for f in p.figures)]
    met = sum(any(here[f].value and here[f].day for f in p.figures if f in here) for p in points)
    wholly = sum(any(here[f].value and here[f].day and here[f].by for f in p.figures if f in here) for p in points)
    yield f"points    {shown(met, len(points))} with value and day, {shown(wholly, len(points))} with giver as well"
    grouped = [(m.wanted, series_of.get(m.found.id, m.found.id)) for m in value if m.found]
    yield f"series    {_grouping([(w.counted + w.place, s) for w, s in grouped])} of one thing in one place"
    yield f"          {_grouping([(wanted_of[w.id], s) for w, s in grouped])} parted by giver, too"


def _grouping(pairs: Sequence[tuple[str, str]]) -> str:
    p, r, f = b_cubed(pairs)
    return f"P {p:.1%}  R {r:.1%}  F1 {f:.1%}  (B-cubed over {len(pairs)} figures)"


def _shown(found: Sequence[Match]) -> str:
    wrong = sum(m.found is not None and not m.value for m in found)
    return f"{wrong} with another value, {sum(m.found is None for m in found)} not found"


def errors(found: Sequence[Match]) -> Iterator[str]:
    """Yield a line for every figure of the reader that is missed, or has a wrong value, day or giver."""
    for match in found:
        if match.found is None or not match.value:
            kind = "value" if match.found else "missed"
        else:
            kind = " ".join(name for name, right in (("day", match.day), ("giver", match.by)) if not right)
        if kind:
            wanted, first, last = match.wanted, *match.wanted.days
            got = f"{match.found.low}–{match.found.high} {match.when} {match.giver!r}" if match.found else "nothing"
            said = f"{wanted.low}–{wanted.high} {wanted.counted} {first}/{last} {wanted.giver!r}"
            yield f"{kind}\t{wanted.id} {said}: {got}"


def main(arguments: list[str] | None = None) -> int:
    """Run the command with `arguments` (those of the process if None) and return its exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m selon.evaluate.story", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reference", type=Path, default=Path("evaluation/gilets-jaunes"), metavar="FOLDER")
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("SELON_SHARED", "../shared")) / "corpora")
    parser.add_argument("--most", type=int, default=None, metavar="N", help="only the first N articles")
    parser.add_argument("--errors", action="store_true", help="list what is missed or wrong")
    given = parser.parse_args(arguments)
    try:
        reference = load_reference(given.reference)
        articles: list[Article] = []
        annotations: dict[str, Annotations] = {}
        places: dict[str, tuple[str, Moved]] = {}
        for one, article, moved in articles_of(reference.articles[: given.most], given.corpora):
            places[one.id] = article.id, moved
            cleaned, annotations[article.id] = cleaned_and_annotated(article, LANGUAGE, Watch(None))
            articles.append(cleaned)
        found, links = compared(reference, places, articles, annotations)
        held = stands(reference, places, annotations, links)
    except SelonError as error:
        sys.stdout.write(f"{error}\n")
        return 2
    lines = [f"{len(articles)} articles", *report(reference, found, links), *report_stands(reference, held, links)]
    lines += errors(found) if given.errors else ()
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def compared(
    reference: Reference,
    places: Mapping[str, tuple[str, Moved]],
    articles: Sequence[Article],
    annotations: Mapping[str, Annotations],
) -> tuple[list[Match], Links]:
    """Link the articles as one story and return what became of the reader's figures."""
    lexicon = load(LANGUAGE)
    links = link_story(one_story(articles, annotations, lexicon), articles, annotations, lexicon)
    known = applied(articles, annotations, links.datings, lexicon)
    days = {a.id: a.published.interval for a in known.articles if a.published}
    return matches(reference, places, known.annotations, links, days), links


if __name__ == "__main__":
    sys.exit(main())
