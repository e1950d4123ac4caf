"""Conflicts: givers whose numbers can't both be right, an article against itself, a denial of what was just affirmed.

Two numbers contradict one another only if they count the same thing at the same time. Where the texts do not tell
that, nothing is reported: a count that grows through a day is no contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from selon.link.checks.amounts import amount, is_count, is_exact
from selon.link.checks.apart import of_two_things
from selon.link.checks.outcomes import outcome
from selon.link.checks.scene import Scene
from selon.link.checks.telling import check
from selon.link.concepts import concepts
from selon.link.coverage import Coverage, Told
from selon.link.origins import Attribution
from selon.link.whole_words import has
from selon.model import Check, Figure, Interval, Statement
from selon.text import Span, covering, folded

APART = 0.1
"""Share by which two exact numbers of two givers differ at least to contradict one another: less is rounding."""

FAR = 8
"""Sentences between two givers' numbers for one thing, most, where words set one against the other."""

MOST_COMPARED = 30
"""Figures behind one with which it is compared, most, however long a sentence is."""

NEAR = 2
"""The same where the nouns differ, and one of them counts whoever there is (`38 passagers`, `50 personnes`)."""

TIMES = 5
"""How many times the one number the other is, most: beyond, something else is counted."""

DISTINCTIVE = 100
"""A number from which two givers' counts are told to be one count by it alone."""

ALIKE = 0.15
"""Share of concepts around one number, told of two nouns by two articles, that must be the same."""

VOUCHING = frozenset({"affirm", "confirm"})
LOOKED_BACK = 4
"""Statements in front of a denial among which the one that it takes up is looked for."""

MOST_TAKEN_UP = 5
"""Words of a denial that names nothing but what was said before it: a pronoun, an auxiliary, a participle."""

_AROUND = 120


def conflicts_within(
    scene: Scene, bodies: Mapping[str, str], days: Mapping[str, Interval] | None = None
) -> Iterator[Check]:
    """Yield the numbers of one article that two bodies give for one thing and that can't both be right.

    `days` are those that figures are about, where they name none.
    """
    figures = [c.figure for c in scene.figures if _is_plain(c.figure)]
    seen: set[frozenset[str]] = set()
    for one, other in _near(scene, figures):
        pair = frozenset({bodies.get(one.id, ""), bodies.get(other.id, "")})  # "": the article itself
        if len(pair) == 1 or pair in seen or _agree(one, other) or of_two_things(scene, one, other, days or {}):
            continue
        if ("" not in pair and _side_by_side(scene, one, other)) or _set_against(scene, one, other):
            seen.add(pair)
            yield check("conflict", (one, other), f"{scene.said(one)} ≠ {scene.said(other)}", verdict=False)


def _near(scene: Scene, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield the pairs of figures that stand near enough to be compared, MOST_COMPARED for each at most."""
    places = [scene.place(figure) for figure in figures]
    for at, one in enumerate(figures):
        for next_, other in enumerate(figures[at + 1 : at + 1 + MOST_COMPARED], at + 1):
            if places[next_] - places[at] > FAR:
                break
            yield one, other


def _is_plain(figure: Figure) -> bool:
    """Say whether a figure counts something by itself: no part, no increment, no earlier count."""
    return is_count(figure) and figure.part_of is None and figure.move is None and figure.scope != "recalled"


def _side_by_side(scene: Scene, one: Figure, other: Figure) -> bool:
    """Say whether one sentence gives two figures for the same things: `30 000 selon la CGT, 18 000 selon la police`."""
    told = scene.place(one) == scene.place(other) and bool(one.counted)
    return told and _told_of(scene, one) == _told_of(scene, other)


def _set_against(scene: Scene, one: Figure, other: Figure) -> bool:
    """Say whether a sentence sets a count of persons against another's: `aurait cependant embarqué 50 personnes`."""
    ours, theirs = scene.noun(one), scene.noun(other)
    same = scene.counts_people(one) and scene.counts_people(other)
    whoever = scene.counts_anybody(one) or scene.counts_anybody(other)
    near = scene.place(other) - scene.place(one) <= NEAR
    if not same or (ours != theirs and not (whoever and near)) or outcome(scene, one) or outcome(scene, other):
        return False
    least, most = sorted((_middle(one), _middle(other)))
    contrasts = scene.words.contrasts
    told = any(has(contrasts, scene.sentence(scene.place(f))) for f in (one, other))
    return told and one.as_of == other.as_of and most <= TIMES * least


def _middle(figure: Figure) -> float:
    return float(figure.low if figure.low is not None else figure.high or 0)


def _told_of(scene: Scene, figure: Figure) -> tuple[object, ...]:
    modified = frozenset(scene.text[s.start : s.end] for s in figure.modifiers)
    return scene.noun(figure), figure.as_of, figure.hours, figure.scope, modified


def _agree(one: Figure, other: Figure) -> bool:
    first, second = amount(one), amount(other)
    if first.agrees(second):
        return True
    return is_exact(one) and is_exact(other) and abs(first.low - second.low) <= APART * max(first.low, second.low)


def nouns_apart(known: Sequence[Scene], bodies: Mapping[str, str]) -> Iterator[Check]:
    """Yield one body's number that two articles tell of two sorts of people: `1 500 soldats`, `1 500 officiers`.

    Whether one of them is a mistake or two sorts are so many can't be told. Two sorts that one body counts side by
    side in some article are two things.
    """
    by_number: dict[tuple[str, float], list[tuple[Scene, Figure]]] = {}
    sorts: dict[tuple[str, str], set[str]] = {}
    for scene in known:
        for counted in scene.figures:
            figure = counted.figure
            body = bodies.get(figure.id)
            if body and _is_plain(figure) and scene.counts_people(figure) and not scene.counts_anybody(figure):
                sorts.setdefault((scene.article.id, body), set()).add(scene.noun(figure))
                if is_exact(figure) and amount(figure).low >= DISTINCTIVE:
                    by_number.setdefault((body, amount(figure).low), []).append((scene, figure))
    beside = {pair for nouns in sorts.values() for pair in combinations(sorted(nouns), 2)}
    for _, own in sorted(by_number.items()):
        first_of_noun = {scene.noun(figure): (scene, figure) for scene, figure in reversed(own)}
        for (noun, one), (other_noun, other) in combinations(sorted(first_of_noun.items()), 2):
            if (noun, other_noun) not in beside and _told_alike(one, other):
                (scene, figure), (elsewhere, again) = sorted((one, other), key=own.index)
                words = f"{scene.said(figure)} ≟ {elsewhere.said(again)}"
                yield check("conflict", (figure, again), words, verdict=None)


def _told_alike(one: tuple[Scene, Figure], other: tuple[Scene, Figure]) -> bool:
    (scene, figure), (elsewhere, again) = one, other
    if scene.article.id == elsewhere.article.id:
        return False
    first, second = _around(scene, figure), _around(elsewhere, again)
    return len(first & second) >= ALIKE * max(min(len(first), len(second)), 1)


def _around(scene: Scene, figure: Figure) -> frozenset[str]:
    """Return the concepts around a figure, in its sentence."""
    start, end = scene.bounds(scene.place(figure))
    own = figure.span
    reach = ((max(start, own.start - _AROUND), own.start), (own.end, min(end, own.end + _AROUND)))
    sides = [Span(a, b) for a, b in reach if a < b]
    return frozenset(concepts(scene.lexicon).of(scene.article.text, sides))


def contradicted(coverage: Coverage, attribution: Attribution) -> Iterator[Check]:
    """Yield a denial with the affirmation by another that it follows and takes up (`… . Il nie toujours l'avoir lu.`).

    One that is upheld contradicts what was affirmed; of any other it can't be told how much of it is denied.
    """
    told = coverage.statements
    for at, after in enumerate(told):
        content = _content(after.article.text, after.statement)
        if after.statement.stance != "deny" or not _takes_up(coverage, content):
            continue
        before = next((t for t in reversed(told[max(0, at - LOOKED_BACK) : at]) if _ends_before(t, after)), None)
        if before is None or before.statement.stance not in VOUCHING or not _of_two(before, after, attribution):
            continue
        words = folded(after.article.text[_end(before.statement) : _end(after.statement)])
        upheld = has((*coverage.lexicon.checks.upheld, *coverage.lexicon.checks.contrasts), words)
        verdict = False if upheld else None
        yield Check(kind="conflict", holds=verdict, statements=(before.statement.id, after.statement.id))


def _ends_before(one: Told, other: Told) -> bool:
    """Say whether a statement ends in front of another, in its article and line; one that holds it does not."""
    if one.article.id != other.article.id or _end(one.statement) > _start(other.statement):
        return False
    return "\n" not in one.article.text[_end(one.statement) : _start(other.statement)]


def _of_two(one: Told, other: Told, attribution: Attribution) -> bool:
    speakers = [attribution.speakers.get(t.statement.id) for t in (one, other)]
    return len({attribution.body(s) for s in speakers if s}) == len(speakers)


def _takes_up(coverage: Coverage, content: str) -> bool:
    """Say whether a content names nothing of its own: `l'avoir reçu`, `ces informations`."""
    words = content.lower().replace("’", "'").replace("'", "' ").split()
    if not words or len(words) > MOST_TAKEN_UP:
        return False
    checks = coverage.lexicon.checks
    act = len(words) > 1 and words[0] in checks.objects and words[1] in checks.perfect
    return act or (words[0] in checks.pointing and words[-1] in checks.informations)


def _content(text: str, statement: Statement) -> str:
    return " ".join(span.of(text) for span in statement.content)


def _start(statement: Statement) -> int:
    spans = [*statement.content, *(s for s in (statement.source, statement.cue) if s)]
    return covering(spans).start


def _end(statement: Statement) -> int:
    spans = [*statement.content, *(s for s in (statement.source, statement.cue) if s)]
    return covering(spans).end
