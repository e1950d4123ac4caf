"""Overlapping passages as valid HTML: the text is cut at every border, elements are closed and opened again there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup, escape

from selon.dossier.visible import visible
from selon.text import Span

Tag = Literal["span", "b", "i"]
_ORDER: dict[str, int] = {"span": 0, "b": 1, "i": 2}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a text to be put into an element.

    `ident` is the id of the passage that it starts; `part_of` the id of the passage whose later part it is.
    Ids and classes are made by the page, never taken from an article.
    """

    span: Span
    tag: Tag = "span"
    classes: tuple[str, ...] = ()
    ident: str | None = None
    part_of: str | None = None

    @property
    def rank(self) -> tuple[int, int, tuple[str, ...], str]:
        """Sorts stretches that are open at the same place, outermost first."""
        return (-self.span.end, _ORDER[self.tag], self.classes, self.ident or self.part_of or "")

    def opened(self, *, again: bool) -> Markup:
        """Return the start tag; `again` after a cut, where an id may not stand twice."""
        passage = self.ident or self.part_of
        classes = list(self.classes)
        if passage and (again or self.ident is None):
            classes.append(f"x-{passage}")
        attributes = Markup().join(
            [
                Markup(' id="{}"').format(self.ident) if self.ident and not again else Markup(),
                Markup(' class="{}"').format(" ".join(classes)) if classes else Markup(),
            ]
        )
        return Markup("<{}{}>").format(Markup(self.tag), attributes)  # noqa: S704 - a tag of the closed list


@dataclass(frozen=True, slots=True)
class Rendered:
    """HTML of a stretch of text, and the ids of the passages that came out in several parts."""

    html: Markup
    split: frozenset[str]


def render(text: str, within: Span, stretches: Iterable[Stretch]) -> Rendered:
    """Return the characters of `text` in `within`, with the `stretches` as elements around them.

    A stretch that goes beyond `within` is cut off there. Elements are properly nested: where two cross, the
    shorter one is closed and opened again.
    """
    inside = [s for s in stretches if s.span.overlaps(within)]
    starts: dict[int, list[Stretch]] = {}
    for stretch in inside:
        starts.setdefault(max(stretch.span.start, within.start), []).append(stretch)
    borders = sorted({within.start, within.end, *starts, *(min(s.span.end, within.end) for s in inside)})
    out: list[str] = []
    split = {s.part_of for s in inside if s.part_of}
    stack: list[Stretch] = []
    for at, after in zip(borders, [*borders[1:], None], strict=True):
        closing = next((i for i, s in enumerate(stack) if min(s.span.end, within.end) <= at), len(stack))
        out.extend(f"</{s.tag}>" for s in reversed(stack[closing:]))
        kept = [s for s in stack[closing:] if min(s.span.end, within.end) > at]
        del stack[closing:]
        split.update(s.ident for s in kept if s.ident)
        for stretch in sorted([*kept, *starts.get(at, ())], key=lambda s: s.rank):
            stack.append(stretch)
            again = stretch in kept or stretch.span.start < at
            if again and stretch.ident:
                split.add(stretch.ident)
            out.append(stretch.opened(again=again))
        if after is not None:
            out.append(escape(visible(text[at:after])))
    return Rendered(Markup("".join(out)), frozenset(split))  # noqa: S704 - escaped piece by piece above


def stretches_of(spans: Sequence[Span], ident: str, classes: tuple[str, ...] = ()) -> list[Stretch]:
    """Return the stretches of one passage: the first carries its id, the others say that they are part of it."""
    first, *others = spans
    return [Stretch(first, classes=classes, ident=ident)] + [Stretch(s, classes=classes, part_of=ident) for s in others]
