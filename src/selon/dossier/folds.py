"""How much of a part is open, how much one click away, and how much on a page of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Folds(Generic[T]):
    """Rows of a part: those `shown`, those `folded` below them, and how many more stand on the page `page`."""

    shown: tuple[T, ...]
    folded: tuple[T, ...] = ()
    rest: int = 0
    page: str = ""

    @property
    def all(self) -> tuple[T, ...]:
        """The rows on this page, open or folded."""
        return self.shown + self.folded

    def __bool__(self) -> bool:
        return bool(self.shown)


def fold(items: Sequence[U], make: Callable[[U], T], shown: int, folded: int, page: str) -> Folds[T]:
    """Return the first `shown` and the next `folded` rows, made of `items`, and how many more `page` has.

    Without such a page all others are folded: what is not made is nowhere else.
    """
    end = shown + folded if page else len(items)
    return Folds(
        tuple(make(i) for i in items[:shown]),
        tuple(make(i) for i in items[shown:end]),
        max(0, len(items) - end),
        page,
    )


def unfolded(items: Sequence[U], make: Callable[[U], T]) -> Folds[T]:
    """Return all rows shown."""
    return Folds(tuple(make(i) for i in items))
