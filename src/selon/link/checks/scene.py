"""One article as checks see it: its figures that have a value, the sentences they stand in, the words between."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from selon.lexicon import Checks, Lexicon
from selon.link.checks.amounts import is_read
from selon.link.coverage import Counted, Coverage
from selon.link.pages import page
from selon.link.words import stem
from selon.model import Article, Figure


@dataclass(frozen=True, slots=True)
class Scene:
    """`figures` are in order of the text; `places` gives the number of the sentence of each."""

    article: Article
    text: str
    starts: tuple[int, ...]
    figures: tuple[Counted, ...]
    places: tuple[int, ...]
    lexicon: Lexicon

    @property
    def words(self) -> Checks:
        """The words that tie figures to one another."""
        return self.lexicon.checks

    def sentence(self, number: int) -> str:
        """Return the words of a sentence, folded."""
        start, end = self.bounds(number)
        return self.text[start:end]

    def bounds(self, number: int) -> tuple[int, int]:
        """Return where a sentence starts and ends."""
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        return self.starts[number], end

    def between(self, one: Figure, other: Figure) -> str:
        """Return the words between two figures, the first in front; empty when they meet."""
        return self.text[one.span.end : other.span.start]

    def ahead(self, figure: Figure) -> str:
        """Return the words of a figure's sentence in front of it."""
        return self.text[self.bounds(self.place(figure))[0] : figure.span.start]

    def behind(self, figure: Figure) -> str:
        """Return the words of a figure's sentence behind it."""
        return self.text[figure.span.end : self.bounds(self.place(figure))[1]]

    def place(self, figure: Figure) -> int:
        """Return the number of the sentence in which a figure stands."""
        return max(bisect_right(self.starts, figure.span.start) - 1, 0)

    def near(self, place: int, before: int, after: int = 0) -> list[Figure]:
        """Return the figures of a sentence, of some before it and of some after it."""
        first, last = bisect_left(self.places, place - before), bisect_right(self.places, place + after)
        return [c.figure for c in self.figures[first:last]]

    def by_sentence(self) -> Iterator[tuple[int, list[Figure]]]:
        """Yield every sentence that has figures, with them."""
        found: dict[int, list[Figure]] = {}
        for counted, place in zip(self.figures, self.places, strict=True):
            found.setdefault(place, []).append(counted.figure)
        yield from found.items()

    def noun(self, figure: Figure) -> str:
        """Return the stem of what a figure counts."""
        return noun(figure.counted, self.lexicon.language)

    def counts_people(self, figure: Figure) -> bool:
        """Say whether a figure counts persons."""
        return self.noun(figure) in people(self.lexicon)

    def counts_anybody(self, figure: Figure) -> bool:
        """Say whether a figure counts persons whoever they are."""
        return self.noun(figure) in anybody(self.lexicon)

    def said(self, figure: Figure) -> str:
        """Return a figure's own words."""
        return " ".join(figure.span.of(self.article.text).split())


def scenes(coverage: Coverage) -> Iterator[Scene]:
    """Yield the articles of a story that have figures with a value."""
    by_article: dict[str, list[Counted]] = {}
    for counted in coverage.figures:
        if is_read(counted.figure):
            by_article.setdefault(counted.article.id, []).append(counted)
    for own in by_article.values():
        yield scene(own, coverage.lexicon)


def scene(own: Sequence[Counted], lexicon: Lexicon) -> Scene:
    """Return the scene of one article's figures, at least one."""
    article = own[0].article
    low, starts = page(article.text)
    starts = starts or (0,)
    places = (max(bisect_right(starts, c.figure.span.start) - 1, 0) for c in own)
    return Scene(article, low, starts, tuple(own), tuple(places), lexicon)


@lru_cache(maxsize=10_000)
def noun(counted: str, language: str) -> str:
    """Return what a figure counts as one key: the stems of its words."""
    return " ".join(stem(word.lower(), language) for word in counted.split())


@cache
def people(lexicon: Lexicon) -> frozenset[str]:
    """Return the stems of nouns that count persons."""
    words = lexicon.checks.people
    return frozenset(noun(w, lexicon.language) for w in (*words.any, *words.some))


@cache
def anybody(lexicon: Lexicon) -> frozenset[str]:
    """Return the stems of nouns that count persons whoever they are."""
    return frozenset(noun(w, lexicon.language) for w in lexicon.checks.people.any)
