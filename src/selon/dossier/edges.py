"""The edges of an origin's tree: from the one who knows, through voices and relays and copies, to the articles.

Every edge has the passage that shows it. One is uncertain where nothing in the texts settles it; its reason says what.
"""

from __future__ import annotations

from itertools import pairwise

from selon.dossier.contract import EdgeDoubt, EdgeEntry, EdgeKind, PassageEntry
from selon.dossier.material import Material
from selon.model import Actor, Copy, Origin, Passage, Statement

_REWORDED = frozenset({"rewrite", "translation"})
_NAMELESS = frozenset({"anonymous", "unknown"})


class Edges:
    """Makes the edges of origins."""

    def __init__(self, material: Material) -> None:
        """Take the material of a dossier."""
        self._material = material
        self._actors: dict[str, Actor] = {a.id: a for a in material.links.actors}
        self._copies: dict[str, list[Copy]] = {}
        for copy in material.links.copies:
            self._copies.setdefault(copy.article, []).append(copy)

    def of(self, origin: Origin) -> tuple[EdgeEntry, ...]:
        """Return the edges from the body behind an origin to its articles, each once, in order of the statements."""
        told = self._material.in_order(origin.statements)
        homes = {self._material.home[s] for s in told}
        found: dict[tuple[str, str], EdgeEntry] = {}
        for statement in told:
            copy = self._copied(self._material.home[statement], homes)
            edges = [self._copy(copy)] if copy is not None else self._path(statement, origin.actor)
            for edge in edges:
                found.setdefault((edge.source, edge.target), edge)
        return tuple(found.values())

    def _copied(self, article: str, homes: set[str]) -> Copy | None:
        """Return by which copy an article has what another one among `homes` tells; of several, the closest."""
        known = [c for c in self._copies.get(article, ()) if c.of in homes and c.of != article]
        return max(known, key=lambda c: (c.overlap, c.of), default=None)

    def _copy(self, copy: Copy) -> EdgeEntry:
        evidence = Passage(copy.article, copy.evidence[:1]) if copy.evidence else None
        reason: EdgeDoubt = "order" if not copy.directed else "reworded" if copy.kind in _REWORDED else ""
        return _edge("copy", copy.of, copy.article, self._material.passage(evidence), reason)

    def _path(self, statement: str, actor: str) -> list[EdgeEntry]:
        """Return the edges of one statement: body → voice → relays, the innermost first → article."""
        told, article = self._material.statements[statement], self._material.home[statement]
        relays = self._material.links.relays.get(statement, ())
        chain = list(dict.fromkeys([*self._voices(actor), *reversed(relays)]))
        spoken = len(self._voices(actor)) - 1
        steps = list(pairwise(chain))
        edges = [self._voice(one, other) for one, other in steps[:spoken]]
        edges += [_edge("relay", *step, self._named(article, told), self._unnamed(step[1])) for step in steps[spoken:]]
        reason: EdgeDoubt = "conditional" if told.certainty == "conditional" else self._unnamed(chain[-1])
        return [*edges, _edge("report", chain[-1], article, self._named(article, told), reason)]

    def _voices(self, actor: str) -> list[str]:
        """Return those for whom an actor speaks, the last of them first, then the actor."""
        chain = [actor]
        while (after := self._material.voices.get(chain[-1])) is not None and after not in chain:
            chain.append(after)
        return chain[::-1]

    def _voice(self, body: str, voice: str) -> EdgeEntry:
        known = self._actors.get(voice)
        bond = known.voice if known is not None else None
        shown = [entry for p in (bond.passages if bond else ()) if (entry := self._material.passage(p)) is not None]
        return _edge("voice", body, voice, shown[0] if shown else None, "" if bond else "voice")

    def _unnamed(self, actor: str) -> EdgeDoubt:
        known = self._actors.get(actor)
        return "unnamed" if known is None or known.kind in _NAMELESS else ""

    def _named(self, article: str, told: Statement) -> PassageEntry | None:
        """Return the words that attribute a statement; where there are none, what it says."""
        spans = tuple(s for s in (told.source, told.cue) if s is not None) or told.content
        return self._material.passage(Passage(article, tuple(sorted(spans))))


def _edge(kind: EdgeKind, source: str, target: str, passage: PassageEntry | None, reason: EdgeDoubt) -> EdgeEntry:
    return EdgeEntry(kind=kind, source=source, target=target, passage=passage, certain=not reason, reason=reason)
