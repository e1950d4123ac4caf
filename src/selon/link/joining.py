"""Everything that holds between the articles of one story, once it is known who is who."""

from __future__ import annotations

from collections.abc import Mapping

from selon.lexicon.naming import naming
from selon.link.checks import checks
from selon.link.claims import Cluster, clustered
from selon.link.copies import copies
from selon.link.coverage import Coverage, Told
from selon.link.origins import Attribution, Rest, origins, rests
from selon.link.positions import Wording, changes_of_position, positions
from selon.link.quotations import variants
from selon.link.revisions import revised
from selon.link.series import changes_of_figures, series
from selon.link.status import status
from selon.model import Change, Claim, Links, Story, digest


def joined(story: Story, covered: Coverage, attribution: Attribution, givers: Mapping[str, str]) -> Links:
    """Return the links of a story. `givers` are the actors of its figures, by the figures' ids."""
    found_copies = revised(copies(covered.articles), covered)
    resting = rests(covered, found_copies, attribution)
    clusters = clustered(covered)
    claims = tuple(_claim(c, resting, attribution) for c in clusters)
    found_series = series(covered)
    changes: list[Change] = []
    for claim, cluster in zip(claims, clusters, strict=True):
        words = {told.statement.id: _wording(told, covered) for told in cluster.statements}
        changes.extend(changes_of_position(claim.id, cluster.statements, attribution, words))
    changes.extend(changes_of_figures(found_series, covered, givers, attribution.bodies))
    return Links(
        story=story,
        actors=tuple(attribution.actors.values()),
        speakers=dict(attribution.speakers),
        relays=dict(attribution.relays),
        givers=dict(givers),
        claims=claims,
        series=found_series,
        copies=found_copies,
        changes=tuple(changes),
        checks=checks(covered, attribution, givers, found_series),
        quotations=variants(covered, attribution),
    )


def _wording(told: Told, covered: Coverage) -> Wording:
    """Return the stems of a statement's content, and whether a demonstrative in it points back."""
    content = told.statement.content
    words = {w.lower() for span in content for w in span.of(told.article.text).split()}
    stems = frozenset(term.stem for term in covered.terms(told.article, content))
    return Wording(stems, bool(words & naming(covered.lexicon).small.demonstrative))


def _claim(cluster: Cluster, resting: Mapping[str, Rest], attribution: Attribution) -> Claim:
    names = tuple(t.statement.id for t in cluster.statements)
    return Claim(
        id=digest("c", min(names)),
        label=cluster.label,
        status=status(cluster.statements, resting),
        statements=names,
        positions=positions(cluster.statements, attribution),
        origins=origins(names, resting),
    )
