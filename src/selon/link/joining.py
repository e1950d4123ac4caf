"""Everything that holds between the articles of one story, once it is known who is who."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from selon.lexicon.naming import naming
from selon.link.checks import checks
from selon.link.claims import Cluster, clustered
from selon.link.comparing import Comparing
from selon.link.concepts import STATE, concepts
from selon.link.copies import copies
from selon.link.counted_days import episodes_of_counts
from selon.link.coverage import Coverage, Told
from selon.link.measures import measured
from selon.link.origins import Attribution, Rest, originals, origins, rests
from selon.link.positions import Wording, changes_of_position, positions
from selon.link.quotations import variants
from selon.link.reclaimed import reclaimed
from selon.link.revisions import told_in_silence
from selon.link.series import changes_of_figures, series
from selon.link.sides import Side, on_two_sides, side
from selon.link.status import reserved, status
from selon.link.things import things
from selon.link.updates import revised
from selon.model import Change, Claim, Correction, Course, Interval, Links, Story, digest


def joined(
    story: Story,
    covered: Coverage,
    attribution: Attribution,
    givers: Mapping[str, str],
    days: Mapping[str, Interval],
    corrections: Sequence[Correction] = (),
    comparing: Comparing | None = None,
) -> Links:
    """Return the links of a story. `givers` are the actors of its figures, `days` those of figures that name none.

    Of `corrections`, what persons said of copies and of claims holds here. `comparing` is as for `link.copies`.
    """
    comparing = comparing or Comparing()
    found_copies = revised(copies(covered.articles, corrections, comparing), covered)
    first = originals(covered, found_copies)
    resting = rests(covered, found_copies, attribution, first)
    episodes = episodes_of_counts(covered.figures, days, story.episodes)
    found, courses = measured(
        clustered(covered, episodes, comparing.memory), covered.statements, attribution, covered.lexicon
    )
    clusters = reclaimed(found, covered.statements, corrections)
    sides = {told.statement.id: side(told, covered.lexicon) for told in covered.statements}
    doubtful = reserved(resting)
    claims = tuple(_claim(c, resting, doubtful, sides, courses, attribution) for c in clusters)
    counted = things(covered)
    found_series = series(covered, counted)
    changes = _changes(clusters, claims, sides, courses, covered, attribution)
    changes.extend(
        told_in_silence(changes_of_figures(found_series, covered, givers, attribution.bodies), covered, days)
    )
    return Links(
        story=story,
        actors=tuple(attribution.actors.values()),
        speakers=dict(attribution.speakers),
        relays=dict(attribution.relays),
        givers=dict(givers),
        days=dict(days),
        claims=claims,
        series=found_series,
        copies=found_copies,
        changes=tuple(changes),
        checks=checks(
            covered,
            attribution,
            givers,
            found_series,
            days,
            [c.statements for c in clusters],
            sides=sides,
            counted=counted,
        ),
        quotations=variants(covered, attribution, first),
    )


def _changes(
    clusters: Sequence[Cluster],
    claims: Sequence[Claim],
    sides: Mapping[str, Side | None],
    courses: Mapping[str, Course],
    covered: Coverage,
    attribution: Attribution,
) -> list[Change]:
    """Return the changes of position, matter by matter: a body that moves may well move to a sister claim."""
    matters: dict[int, list[Told]] = {}
    homes: dict[str, str] = {}
    for claim, cluster in zip(claims, clusters, strict=True):
        matters.setdefault(cluster.matter, []).extend(cluster.statements)
        homes.update(dict.fromkeys(claim.statements, claim.id))
    found: list[Change] = []
    for matter in matters.values():
        taken = {told.statement.id for told in matter} & courses.keys()
        wavering = matter if taken else on_two_sides(matter, attribution, sides)
        words = {t.statement.id: _wording(t, covered, sides[t.statement.id]) for t in wavering}
        if taken:
            about = frozenset().union(*(words[name].concepts for name in taken))
            words = {name: wording._replace(side=courses.get(name), concepts=about) for name, wording in words.items()}
        found.extend(changes_of_position(homes, wavering, attribution, words))
    return found


def _wording(told: Told, covered: Coverage, taken: Side | None) -> Wording:
    """Return the concepts and stems of a statement's content, whether it points back and whether its cue does."""
    content, text = told.statement.content, told.article.text
    known = concepts(covered.lexicon)
    words = {w.lower() for span in content for w in span.of(text).split()}
    cue = told.statement.cue.of(text).lower().split() if told.statement.cue else []
    about = frozenset(c for c in known.of_words(told.words) if c[0] != STATE)
    return Wording(
        concepts=about,
        stems=frozenset(term.stem for term in covered.terms(told.article, content)),
        takes_up=bool(words & naming(covered.lexicon).small.demonstrative),
        earlier=not frozenset(covered.lexicon.synonyms.earlier).isdisjoint(cue),
        later=not frozenset(covered.lexicon.synonyms.later).isdisjoint(cue),
        quoted=told.statement.form == "direct",
        side=taken,
    )


def _claim(
    cluster: Cluster,
    resting: Mapping[str, Rest],
    doubtful: AbstractSet[tuple[str, str]],
    sides: Mapping[str, Side | None],
    courses: Mapping[str, Course],
    attribution: Attribution,
) -> Claim:
    names = tuple(t.statement.id for t in cluster.statements)
    return Claim(
        id=digest("c", min(names)),
        label=cluster.label,
        status=status(cluster.statements, resting, doubtful, sides, courses),
        statements=names,
        positions=positions(cluster.statements, attribution, courses),
        origins=origins(names, resting),
    )
