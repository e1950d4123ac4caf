"""The tree of origins: who knows it, through whom it came, in which articles it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selon.dossier.contract import ClaimEntry, OriginEntry
from selon.dossier.passages import Cited, Index

_WORDS = 120


@dataclass(frozen=True, slots=True)
class Leaf:
    """A passage, where it stands, and how many copies of its article repeat it."""

    words: Cited
    ref: str
    copies: int


@dataclass(frozen=True, slots=True)
class Branch:
    """The passages that came through the same speaker and relays; `through` is empty when nobody is named."""

    through: str
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """One origin."""

    name: str
    role: str
    reserve: bool
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
        trees.append(Tree(index.name(body), role, all(o.reserve for o in origins), _branches(index, told, body)))
    return tuple(trees)


def _vouching(index: Index, statement: str) -> bool:
    told = index.statements[statement]
    return told.stance in {"affirm", "confirm"} and told.certainty != "conditional"


def _branches(index: Index, statements: Sequence[str], origin: str) -> tuple[Branch, ...]:
    branches: dict[str, list[str]] = {}
    for statement in statements:
        branches.setdefault(_through(index, statement, origin), []).append(statement)
    return tuple(Branch(through, _leaves(index, told)) for through, told in branches.items())


def _through(index: Index, statement: str, origin: str) -> str:
    """Return those between the article and the origin, outermost first: `Yonhap, Park Sun-won`."""
    told = index.statements[statement]
    chain = [*told.relays, *([told.actor] if told.actor else [])]
    return " → ".join(dict.fromkeys(index.name(a) for a in chain if a != origin))


def _leaves(index: Index, statements: list[str]) -> tuple[Leaf, ...]:
    """Return one leaf an article; copies of an article that is there count on its leaf."""
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
            leaves.append(Leaf(words, index.ref(told.article, told.content[0].start), len(copied[told.article])))
    return tuple(leaves)


def _original(index: Index, article: str, among: set[str]) -> str:
    """Return the first in the chain of copies that is `among` the articles."""
    seen = {article}
    while (copy := index.articles[article].copy_of) is not None and copy.article in among and copy.article not in seen:
        article = copy.article
        seen.add(article)
    return article
