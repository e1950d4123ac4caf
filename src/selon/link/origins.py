"""Origins: on whom a statement rests in the end, through relays and through copies.

Two statements are independent only if their origins speak for different bodies. An anonymous source is an
origin of its own in every family of copies: nobody can tell whether two papers had the same one, but reprints
of one text certainly did.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from selon.lexicon.naming import naming
from selon.link.coverage import Coverage, Told
from selon.link.words import TOKEN, plain
from selon.model import Actor, Copy, Origin, Reserve

SAME_CONTENT = 0.6
"""Share of words (Jaccard) that a statement in a copy has in common with the one it was copied from."""

SAME_CONTENT_REWORDED = 0.25
"""The same where the whole article is a rewrite or a translation: few words survive, but the article as such is known
to be that one reworded. From 0.15 to 0.25 all eight statements of the sample's damaged dispatch find theirs."""

REWORDED = frozenset({"rewrite", "translation"})

PASSING = frozenset({"document", "medium", "unknown", "anonymous"})
"""Kinds of actors that pass on what others know, or that may be anybody."""


@dataclass(frozen=True, slots=True)
class Rest:
    """What a statement rests on: its origin's `actor`, and the `body` that counts for independence."""

    actor: str
    body: str
    family: str = ""
    reason: Reserve = ""

    @property
    def reserve(self) -> bool:
        """Whether it may rest on others' knowledge."""
        return bool(self.reason)

    @property
    def independent(self) -> tuple[str, str]:
        """Two statements are independent if these differ."""
        return self.body, self.family


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is who in a story: actors by id, the body of each, the speaker and the relays of each statement."""

    actors: Mapping[str, Actor]
    bodies: Mapping[str, str]
    speakers: Mapping[str, str]
    relays: Mapping[str, tuple[str, ...]]

    def body(self, actor: str) -> str:
        """Return the actor for whom `actor` speaks, itself when nobody."""
        return self.bodies.get(actor, actor)

    def innermost(self, statement: str) -> str | None:
        """Return the speaker, else the relay nearest to it, else None."""
        relays = self.relays.get(statement, ())
        return self.speakers.get(statement) or (relays[-1] if relays else None)


def rests(
    coverage: Coverage, copies: Sequence[Copy], attribution: Attribution, first: Mapping[str, str] | None = None
) -> dict[str, Rest]:
    """Return what each statement rests on, by its id. Statements nobody is known to have made are missing.

    `first` are the `originals` of copied statements (None: they are looked for).
    """
    first = originals(coverage, copies) if first is None else first
    families = _families(coverage, copies)
    alliances = frozenset(_bare(name, coverage.stopwords) for name in coverage.lexicon.alliances.names)
    possessives = naming(coverage.lexicon).small.possessive
    reasons: dict[str, Reserve] = {}
    found: dict[str, Rest] = {}
    for told in coverage.statements:
        told_first = _first_told(told.statement.id, first)
        actor = attribution.innermost(told_first) or attribution.innermost(told.statement.id)
        if actor is None:
            continue
        known = attribution.actors.get(actor)
        body = attribution.body(actor)
        anonymous = known is not None and known.kind == "anonymous"
        family = families[told.article.id] if anonymous and body == actor else ""
        if actor not in reasons:
            end = attribution.actors.get(body)
            names = [n for a in (known, end) if a is not None for n in (a.name, *a.aliases)]
            allied = any(_bare(name, coverage.stopwords) in alliances for name in names)
            reasons[actor] = "alliance" if allied else _reserve(end, possessives)
        found[told.statement.id] = Rest(actor, body, family, reasons[actor])
    return found


def _reserve(body: Actor | None, possessives: Collection[str]) -> Reserve:
    """Return why a body may be another one under a description, or passes on what others know; empty for neither.

    `un responsable`, `ses services`, `des rapports` name nobody; a medium or a document that is taken for the
    speaker got it from somebody. To count them beside those who are named would be false confirmation.
    """
    if body is None:
        return "unnamed"
    if body.kind == "body":
        return "unnamed" if body.name.partition(" ")[0].lower() in possessives else ""
    if body.kind in PASSING:
        return "passing" if body.kind in ("document", "medium") else "unnamed"
    return "" if any(c.isupper() for c in body.name) else "unnamed"


def origins(statements: Iterable[str], resting: Mapping[str, Rest]) -> tuple[Origin, ...]:
    """Return the origins of a claim's statements, those with most statements first."""
    by_rest: dict[Rest, list[str]] = {}
    for statement in statements:
        if statement in resting:
            by_rest.setdefault(resting[statement], []).append(statement)
    found = [
        Origin(actor=rest.actor, statements=tuple(sorted(told)), reserve=rest.reserve, reason=rest.reason)
        for rest, told in by_rest.items()
    ]
    return tuple(sorted(found, key=lambda o: (-len(o.statements), o.actor, o.statements)))


def _bare(name: str, stopwords: frozenset[str]) -> tuple[str, ...]:
    """Return the words of a name that tell it: no articles, elisions, capitals, accents."""
    words = [m.group().lower() for m in TOKEN.finditer(name)]
    return tuple(plain(w) for w in words if len(w) > 1 and w not in stopwords)


def _families(coverage: Coverage, copies: Sequence[Copy]) -> dict[str, str]:
    """Return the smallest article id of every article's family: those that copying connects."""
    parent = {a.id: a.id for a in coverage.articles}
    for copy in copies:
        one, other = _root(copy.article, parent), _root(copy.of, parent)
        parent[max(one, other)] = min(one, other)
    return {article: _root(article, parent) for article in parent}


def _root(item: str, parent: Mapping[str, str]) -> str:
    while parent.get(item, item) != item:
        item = parent[item]
    return item


def _first_told(statement: str, originals: Mapping[str, str]) -> str:
    """Return the statement at the end of a chain of copies, the smallest of a chain that closes."""
    chain = [statement]
    while (following := originals.get(chain[-1])) is not None:
        if following in chain:
            return min(chain[chain.index(following) :])
        chain.append(following)
    return chain[-1]


def originals(coverage: Coverage, copies: Sequence[Copy]) -> dict[str, str]:
    """Return the statement that each copied statement was copied from."""
    by_article: dict[str, list[tuple[Told, frozenset[str]]]] = {}
    for told in coverage.statements:
        by_article.setdefault(told.article.id, []).append((told, frozenset(told.keys)))
    found: dict[str, tuple[float, str]] = {}
    for copy in sorted(copies, key=lambda c: (c.article, c.of)):
        bar = SAME_CONTENT_REWORDED if copy.kind in REWORDED else SAME_CONTENT
        for told, ours in by_article.get(copy.article, []):
            for other, theirs in by_article.get(copy.of, []):
                few, many = len(ours), len(theirs)
                if few < bar * many or many < bar * few:
                    continue  # too unlike in length, whatever they have in common
                both = len(ours & theirs)
                share = both / max(few + many - both, 1)
                if share >= bar and share > found.get(told.statement.id, (0.0, ""))[0]:
                    found[told.statement.id] = (share, other.statement.id)
    return {statement: original for statement, (_, original) in found.items()}
