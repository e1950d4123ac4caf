"""The entries that tell what each article says: articles, actors, statements, figures, and all of it day by day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from selon.dossier.contract import (
    ActorEntry,
    ArticleEntry,
    BlockEntry,
    BondEntry,
    ClaimEntry,
    ClueEntry,
    CopyOf,
    CreditEntry,
    EpisodeEntry,
    FigureEntry,
    PassageEntry,
    StatementEntry,
    StoryEntry,
    TimelineEntry,
    WindowEntry,
)
from selon.dossier.material import Material, by_day
from selon.dossier.restated import corrections_of, read_before
from selon.model import Amended, Annotations, Article, Bond, Dating, Episode, Figure, Interval


def story_of(material: Material, window: WindowEntry | None) -> StoryEntry:
    """Return the story with its episodes in order of their first day."""
    title = material.passage(material.story.title)
    episodes = sorted(material.story.episodes, key=lambda e: (by_day(e.days), e.articles))
    return StoryEntry(
        id=material.story.id,
        title=title.text if title else "",
        passage=title,
        first=material.story.first,
        last=material.story.last,
        episodes=tuple(_episode(material, e) for e in episodes),
        window=window,
    )


def _episode(material: Material, episode: Episode) -> EpisodeEntry:
    title = material.passage(episode.title)
    return EpisodeEntry(
        title=title.text if title else "",
        passage=title,
        first=episode.days.low,
        last=episode.days.high,
        articles=tuple(a.id for a in material.articles if a.id in episode.articles),
    )


def articles(material: Material) -> tuple[ArticleEntry, ...]:
    """Return the articles by date, then id."""
    return tuple(_article(material, a, material.annotations[a.id]) for a in material.articles)


def _article(material: Material, article: Article, found: Annotations) -> ArticleEntry:
    title = article.title.of(article.text) if article.title else article.metadata.title or ""
    dating = article.published or found.published
    words, _ = article.reading()
    return ArticleEntry(
        id=article.id,
        label=article.label,
        path=article.path,
        url=article.url,
        title=title,
        title_span=article.title,
        outlet=article.outlet,
        outlet_evidence=article.outlet_evidence,
        byline=article.byline,
        language=article.language,
        published=_days(dating),
        published_evidence=dating.evidence if dating else (),
        published_by=_dated_by(material, article.id),
        published_basis=dating.basis if dating else None,
        published_against=tuple(
            ClueEntry(basis=c.basis, low=c.low, high=c.high, evidence=c.evidence)
            for c in (dating.against if dating else ())
        ),
        updated=_days(article.updated),
        credits=tuple(CreditEntry(name=c.name, span=c.span) for c in article.credits),
        words=len(words.split()),
        copy_of=_copy_of(material, article.id),
        blocks=tuple(BlockEntry(span=b.span, kind=b.kind) for b in article.blocks),
        text=article.text,
    )


def _days(dating: Dating | None) -> Interval | None:
    return dating.interval if dating and (dating.low or dating.high) else None


def _dated_by(material: Material, article: str) -> tuple[PassageEntry, ...]:
    """Return the passages of other articles that tell when an article appeared."""
    by = (p for d in material.links.datings if d.article == article for p in d.by)
    return tuple(entry for entry in map(material.passage, by) if entry is not None)


def _copy_of(material: Material, article: str) -> CopyOf | None:
    """Return the closest original. Where nothing tells which came first, neither is called the copy."""
    known = [c for c in material.links.copies if c.article == article and c.directed and c.of in material.texts]
    if not known:
        return None
    closest = max(known, key=lambda c: (c.overlap, c.of))
    return CopyOf(article=closest.of, kind=closest.kind, evidence=closest.evidence)


def actors(material: Material) -> tuple[ActorEntry, ...]:
    """Return the actors by name."""
    ordered = sorted(material.links.actors, key=lambda a: (a.name.casefold(), a.id))
    return tuple(
        ActorEntry(
            id=a.id,
            name=a.name,
            kind=a.kind,
            aliases=a.aliases,
            roles=a.roles,
            speaks_for=a.speaks_for,
            bonds=tuple(_bond(b, material) for b in a.bonds),
            voice=_bond(a.voice, material) if a.voice else None,
        )
        for a in ordered
    )


def _bond(bond: Bond, material: Material) -> BondEntry:
    passages = tuple(p for found in bond.passages if (p := material.passage(found)) is not None)
    return BondEntry(rule=bond.rule, passages=passages, correction=bond.correction)


def statements(material: Material, amended: Mapping[str, Amended]) -> tuple[StatementEntry, ...]:
    """Return the statements in order of the articles, then of the text, with what persons corrected of them."""
    links = material.links
    claim_of = {s: c.id for c in links.claims for s in c.statements}
    return tuple(
        StatementEntry(
            id=s.id,
            article=material.home[s.id],
            source=s.source,
            cue=s.cue,
            content=s.content,
            text=material.said(s.id).text,
            form=s.form,
            stance=s.stance,
            certainty=s.certainty,
            side=material.sides[s.id],
            speaker=s.speaker,
            actor=links.speakers.get(s.id),
            relays=links.relays.get(s.id, ()),
            when=s.when,
            claim=claim_of.get(s.id),
            corrections=corrections_of(s.id, amended.get(material.home[s.id])),
            read_before=read_before(s.id, material.texts[material.home[s.id]], amended.get(material.home[s.id])),
        )
        for s in material.statements.values()
    )


def figures(material: Material) -> tuple[FigureEntry, ...]:
    """Return the figures in order of the articles, then of the text."""
    series_of = {f: s.id for s in material.links.series for f in s.figures}
    return tuple(_figure(material, f, series_of.get(f.id)) for f in material.figures.values())


def _figure(material: Material, figure: Figure, series: str | None) -> FigureEntry:
    home = material.home[figure.id]
    statement = material.statements.get(figure.statement or "")
    said = statement.when if statement else None
    if said is None and not figure.speaker:  # the article gives it in its own voice, when it is published
        said = _days(material.read[home].published or material.annotations[home].published)
    return FigureEntry(
        id=figure.id,
        article=home,
        span=figure.span,
        text=figure.span.of(material.texts[home]),
        low=figure.low,
        high=figure.high,
        approx=figure.approx,
        counted=figure.counted,
        unit=figure.unit,
        modifiers=tuple(" ".join(span.of(material.texts[home]).split()) for span in figure.modifiers),
        unread=figure.unread,
        scope=figure.scope,
        move=figure.move,
        part_of=figure.part_of,
        giver=figure.giver,
        speaker=figure.speaker,
        actor=material.links.givers.get(figure.id),
        statement=statement.id if statement else None,
        said=said,
        as_of=material.links.days.get(figure.id) or figure.as_of,
        hours=figure.hours,
        series=series,
    )


def timeline(
    material: Material, told: Sequence[StatementEntry], found: Sequence[ClaimEntry]
) -> tuple[TimelineEntry, ...]:
    """Return what was said, by day; inside a day by the claim's independent origins, then the articles' order.

    What one body says of one claim in one way on one day makes one entry, however many articles carry it;
    where nothing ties statements to a claim, the same words by the same body do.
    """
    weight = {c.id: c.origins_high for c in found}
    groups: dict[tuple[object, ...], list[StatementEntry]] = {}
    for s in told:
        body = material.body(s.actor) if s.actor else s.speaker or s.id
        groups.setdefault((by_day(s.when), s.claim or s.text, body, s.stance, s.certainty), []).append(s)
    ordered = sorted(
        groups.values(), key=lambda g: (by_day(g[0].when), -weight.get(g[0].claim or "", 0), material.rank[g[0].id])
    )
    return tuple(TimelineEntry(when=g[0].when, text=g[0].text, statements=tuple(s.id for s in g)) for g in ordered)
