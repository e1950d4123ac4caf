"""From what was found in each article and across them to the one documented object. Pure, order-free."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from selon.dossier import findings, telling
from selon.dossier.contract import Dossier, WindowEntry
from selon.dossier.material import Material
from selon.model import Amended, Annotations, Article, Links, Story


def build(
    story: Story,
    articles: Sequence[Article],
    annotations: Mapping[str, Annotations],
    links: Links,
    language: str = "fr",
    amended: Mapping[str, Amended] | None = None,
    window: WindowEntry | None = None,
) -> Dossier:
    """Return the dossier of `story`.

    `articles` and `annotations` (by article id) may hold more than the story's articles and come in any order;
    each article of the story needs its annotations. `amended` says which of these persons made, and what was read
    before; `window` which days of the story were chosen. Raises KeyError, which names the article, when annotations
    are missing.
    """
    material = Material.of(story, articles, annotations, links)
    told = telling.statements(material, amended or {})
    counted = telling.figures(material)
    found = findings.claims(material)
    return Dossier(
        schema="selon-dossier/1",
        language=language,
        story=telling.story_of(material, window),
        articles=telling.articles(material),
        actors=telling.actors(material),
        statements=told,
        claims=found,
        changes=findings.changes(material, found, counted),
        figures=counted,
        series=findings.series(material),
        checks=findings.checks(material),
        quotations=findings.quotations(material),
        copies=findings.copies(material),
        timeline=telling.timeline(material, told, found),
    )
