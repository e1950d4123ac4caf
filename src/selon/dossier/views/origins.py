"""The tree of origins: who knows it, through whom it came, in which articles it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selon.dossier.contract import ClaimEntry, EdgeEntry, OriginEntry
from selon.dossier.passages import Cited, Index
from selon.model import Reserve

_WORDS = 120


@dataclass(frozen=True, slots=True)
class Step:
    """Through whom something came, or the article that repeats another: the words that show it, and what is uncertain.

    `doubt` is the reason of the edge, empty when it is certain.
    """

    name: str
    words: Cited | None
    doubt: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """A passage, where it stands, what is uncertain of its attribution, and the copies of its article that have it."""

    words: Cited
    ref: str
    doubt: str
    reprints: tuple[Step, ...]

    @property
    def copies(self) -> int:
        """How many articles repeat it."""
        return len(self.reprints)


@dataclass(frozen=True, slots=True)
class Branch:
    """The passages that came through the same relays and voices, outermost first; none when nobody is named."""

    steps: tuple[Step, ...]
    leaves: tuple[Leaf, ...]

    @property
    def through(self) -> str:
        """The names of those through whom it came."""
        return " → ".join(step.name for step in self.steps)


@dataclass(frozen=True, slots=True)
class Tree:
    """One origin."""

    name: str
    role: str
    reserve: bool
    reason: Reserve
    branches: tuple[Branch, ...]


def tree(index: Index, claim: ClaimEntry) -> tuple[Tree, ...]:
    """Return the independent origins that vouch for a claim, each with its branches."""
    groups: dict[int, list[OriginEntry]] = {}
    for origin in claim.origins:
        if origin.vouches:
            groups.setdefault(origin.group, []).append(origin)
    trees = []
    for origins in groups.values():
        body = index.body(origins[0].actor)
        told = sorted({s for o in origins for s in o.statements if _vouching(index, s)}, key=index.rank.__getitem__)
        role = ", ".join(index.actors[body].roles[:1])
        reserve = all(o.reserve for o in origins)
        edges = _Edges(index, [edge for o in origins for edge in o.edges])
        reason: Reserve = origins[0].reason if reserve else ""
        trees.append(Tree(index.name(body), role, reserve, reason, _branches(edges, told, body)))
    return tuple(trees)


def _vouching(index: Index, statement: str) -> bool:
    return index.statements[statement].side == "vouches"


class _Edges:
    """The edges of a tree, by where they lead."""

    def __init__(self, index: Index, edges: Sequence[EdgeEntry]) -> None:
        self.index = index
        self.into: dict[str, EdgeEntry] = {}
        for edge in edges:
            self.into.setdefault(edge.target, edge)

    def steps(self, statement: str, origin: str) -> tuple[str, ...]:
        """Return the actors between a statement's article and the origin, outermost first: Yonhap, Park Sun-won."""
        told = self.index.statements[statement]
        chain = [*told.relays, *([told.actor] if told.actor else [])]
        return tuple(dict.fromkeys(a for a in chain if a != origin))

    def step(self, target: str, name: str) -> Step:
        """Return the edge that leads to an actor or an article."""
        edge = self.into.get(target)
        if edge is None or edge.passage is None:
            return Step(name, None, edge.reason if edge else "")
        return Step(name, self.index.cite(edge.passage.article, (edge.passage.span,), _WORDS), edge.reason)


def _branches(edges: _Edges, statements: Sequence[str], origin: str) -> tuple[Branch, ...]:
    branches: dict[tuple[str, ...], list[str]] = {}
    for statement in statements:
        branches.setdefault(edges.steps(statement, origin), []).append(statement)
    return tuple(
        Branch(tuple(edges.step(actor, edges.index.name(actor)) for actor in chain), _leaves(edges, told))
        for chain, told in branches.items()
    )


def _leaves(edges: _Edges, statements: list[str]) -> tuple[Leaf, ...]:
    """Return one leaf an article; copies of an article that is there stand on its leaf."""
    index = edges.index
    homes = {index.statements[s].article for s in statements}
    copied: dict[str, set[str]] = {}
    for home in homes:
        original = _original(index, home, homes)
        copied.setdefault(original, set()).update({home} - {original})
    leaves = []
    for statement in statements:
        told = index.statements[statement]
        if told.article in copied:
            words = index.cite_statement(statement, _WORDS)
            ref = index.ref(told.article, told.content[0].start)
            reprints = sorted(copied[told.article], key=list(index.articles).index)
            edge = edges.into.get(told.article)
            steps = tuple(edges.step(article, index.names[article]) for article in reprints)
            leaves.append(Leaf(words, ref, edge.reason if edge else "", steps))
    return tuple(leaves)


def _original(index: Index, article: str, among: set[str]) -> str:
    """Return the first in the chain of copies that is `among` the articles."""
    seen = {article}
    while (copy := index.articles[article].copy_of) is not None and copy.article in among and copy.article not in seen:
        article = copy.article
        seen.add(article)
    return article
