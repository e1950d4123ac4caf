"""The dossier as Markdown: the page's parts in its order, each passage with its address in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from selon.dossier.contract import Dossier
from selon.dossier.passages import Cited, Index
from selon.dossier.phrases import Phrases, story_year
from selon.dossier.views import changes, checks, claims, figures, header, quotations, restated, sources, timeline
from selon.dossier.views.sides import BodyView
from selon.dossier.visible import visible

# What begins emphasis, code, links, HTML, entities or table cells; and what makes a bare address a link.
# Signs that mean something at the start of a line only are never put there.
_SYNTAX = re.compile(r"([\\`*_\[\]<>#|~&!@]|:(?=//)|(?<=www)\.)", re.IGNORECASE)


def to_markdown(dossier: Dossier, language: str = "fr") -> str:
    """Return the dossier as CommonMark, with its fixed wording in `language`.

    Everything that comes from an article is escaped: it makes no link, no heading and no HTML. Raises
    ValueError for a language without wording.
    """
    index = Index(dossier, Phrases(language, story_year(dossier)))
    parts = (_header, _changes, _claims, _figures, _timeline, _sources, _checks, _quotations, _corrections)
    return "\n".join(line for part in parts for line in part(index))


def plain(words: str) -> str:
    """Return words on one line that Markdown shows as they are."""
    return _SYNTAX.sub(r"\\\1", " ".join(visible(words).split("\n")))


def cited(passage: Cited) -> str:
    """Return a passage with its address."""
    return f"{plain(passage.words)} `[{visible(passage.address).replace('`', '')}]`"


def _heading(index: Index, key: str) -> Iterator[str]:
    yield from (f"## {index.say(f'title.{key}')}", "")


def _header(index: Index) -> Iterator[str]:
    say, top = index.say, header.header(index)
    yield f"# {plain(top.title.words) if top.title else say('page.untitled')}"
    yield ""
    if top.as_of:
        yield from (say("header.as_of", day=top.as_of), "")
    if top.chosen:
        yield from (top.chosen, "")
    counts = {"articles": top.articles, "statements": top.statements, "figures": top.figures}
    yield f"- {_listed(say(f'header.{key}', n) for key, n in counts.items())}"
    if top.days:
        yield f"- {say('header.days', top.days)}{say('page.colon')}{top.between}"
    statuses = ", ".join(say(f"count.{status}", n) for status, n in top.statuses)
    yield f"- {say('header.claims', top.claims)}{say('page.colon') + statuses if statuses else ''}"
    yield ""


def _changes(index: Index) -> Iterator[str]:
    moved, say = changes.whole(index).all, index.say
    if not moved:
        return
    yield from _heading(index, "changes")
    for change in moved:
        yield f"- **{plain(change.body)}**, {plain(change.what)}"
        for key, side in (("before", change.before), ("after", change.after)):
            how = _listed([side.how, plain(side.who), side.days])
            yield f"  - {say(f'changes.{key}')}, {how}{say('page.colon')}{cited(side.words)}"
        if change.about:
            yield f"  - {say('changes.about')} {cited(change.about)}"
    yield ""


def _listed(words: Iterable[str]) -> str:
    return ", ".join(w for w in words if w)


def _claims(index: Index) -> Iterator[str]:
    groups, say = claims.groups(index), index.say
    if not groups:
        return
    yield from _heading(index, "claims")
    for group in groups:
        key = group.status or "other"
        yield from (f"### {say(f'status.{key}')}", "")
        for card in group.cards:
            yield from _card(index, card)
        for row in group.rows:
            count = (
                f"{say('origins.summary', row.origins, counted=row.counted)}{say('page.colon')}" if group.status else ""
            )
            yield f"- {count}{cited(row.label)} ({_listed([plain(row.said_by), row.days])})"
        yield ""


def _card(index: Index, card: claims.ClaimView) -> Iterator[str]:
    say = index.say
    yield f"- **{say('origins.summary', card.origins, counted=card.counted)}**{say('page.colon')}{cited(card.label)}"
    if card.single:
        yield f"  - {say('origins.single', card.articles)}"
    if card.reserved and card.certain_origins < card.origins:
        yield f"  - {say('origins.reserved', card.certain_origins, names=plain(card.reserved))}"
    for side in card.sides:
        bodies = [_body(index, body) for body in (*side.bodies, *side.folded)]
        yield f"  - {say(f'side.{side.row}', len(bodies))}{say('page.colon')}{_listed(bodies)}"
    for origin in card.tree:
        for branch in origin.branches:
            for leaf in branch.leaves:
                through = _listed([plain(origin.name), plain(branch.through)])
                yield f"  - {say('origins.noun', 1)}{say('page.colon')}{through}{say('page.colon')}{cited(leaf.words)}"


def _body(index: Index, body: BodyView) -> str:
    then = f" {index.say('side.then') if body.ordered else index.say('side.also')} "
    steps = [f"{index.say(f'shade.{step.mark}')} {step.days}".rstrip() for step in body.steps]
    return f"{plain(body.name)} ({then.join(steps)})"


def _figures(index: Index) -> Iterator[str]:
    found, say = figures.figures(index), index.say
    rows = [m for s in found.series for m in s.mentions.all] + list(found.others.all)
    if not rows:
        return
    yield from _heading(index, "figures")
    names = [say(f"figures.{k}") for k in ("said", "value", "counted", "who", "passage")]
    yield f"| {' | '.join(names)} |"
    yield "|---|---:|---|---|---|"
    for row in rows:
        counted = _listed([plain(row.counted), *map(plain, row.notes)])
        yield f"| {row.days} | {row.value} | {counted} | {plain(row.who)} | {cited(row.words)} |"
    yield ""


def _timeline(index: Index) -> Iterator[str]:
    episodes, say = timeline.timeline(index).all, index.say
    if not episodes:
        return
    yield from _heading(index, "timeline")
    for episode in episodes:
        if episode.title or len(episodes) > 1:
            title = plain(episode.title.words) if episode.title else say("timeline.episode", episode.number)
            yield from (f"### {title}", "")
        for day in episode.days:
            yield f"- **{day.label}**"
            for line in (*day.lines, *day.folded):
                via = f"{say('timeline.via')} {plain(line.relays)}" if line.relays else ""
                who = _listed([plain(line.body) or say("timeline.nobody"), plain(line.speaker), via])
                yield f"  - {who} ({say(f'shade.{line.mark}')}){say('page.colon')}{cited(line.words)}"
        yield ""


def _sources(index: Index) -> Iterator[str]:
    found, say = [s for f in sources.sources(index).all for s in f.members], index.say
    if not found:
        return
    yield from _heading(index, "sources")
    for source in found:
        title = cited(source.title) if source.title else ""
        ending = f"{say('page.colon')}{title}" if title else ""
        yield f"- **{plain(source.name)}** ({plain(source.label)}), {source.days}{ending}"
        for copy in source.copies:
            yield f"  - {say(f'copy.{copy.kind}')} {plain(copy.of)} ; {say('sources.overlap', percent=copy.percent)}"
        names = [plain(c.name) for c in source.credits] + [plain(r) for r in source.relays]
        if names:
            yield f"  - {say('sources.rests')}{say('page.colon')}{_listed(names)}"
    yield ""


def _checks(index: Index) -> Iterator[str]:
    found, say = checks.whole(index), index.say
    if not found:
        return
    yield from _heading(index, "checks")
    for check in (*found.calculations.all, *found.conflicts.all):
        name = say("checks.conflicts") if check.kind == "conflict" else say(f"check.{check.kind}")
        yield f"- {plain(check.words) or name}{say('page.colon')}{say(f'verdict.{check.verdict}')}"
        for face in check.faces:
            yield f"  - {_listed([plain(face.who), face.days])}{say('page.colon')}{cited(face.words)}"
    yield ""


def _quotations(index: Index) -> Iterator[str]:
    found, say = quotations.whole(index).all, index.say
    if not found:
        return
    yield from _heading(index, "quotations")
    for quotation in found:
        who = _listed([plain(quotation.who), quotation.days])
        yield f"- {who}{say('page.colon')}{say(f'difference.{quotation.difference}')}"
        for version, count in quotation.versions:
            times = f" (× {count})" if count > 1 else ""
            yield f"  - {cited(version.words)}{times}"
    yield ""


def _corrections(index: Index) -> Iterator[str]:
    found = [(told, made) for told in index.dossier.statements if (made := restated.restated(index, told))]
    if not found:
        return
    yield from _heading(index, "corrections")
    for told, made in found:
        who = index.name(told.actor) if told.actor else told.speaker or index.say("timeline.nobody")
        yield f"- {plain(who)}{index.say('page.colon')}{cited(index.cite_statement(told.id))}"
        for line in made.by:
            yield f"  - {plain(line)}"
        if made.before:
            before = " ; ".join(f"{name} « {plain(value)} »" for name, value in made.before)
            yield f"  - {index.say('correction.before')}{index.say('page.colon')}{before}"
    yield ""
