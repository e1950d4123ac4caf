"""The dossier as JSON-LD: schema.org for articles, quotations and claims, Web Annotations for their passages.

https://schema.org/Quotation, https://schema.org/Claim, https://www.w3.org/TR/annotation-model/
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote, urlsplit

from selon.dossier.contract import ActorEntry, ArticleEntry, ClaimEntry, Dossier, FigureEntry, StatementEntry
from selon.model import Interval
from selon.text import Span

AROUND = 32
"""Characters before and behind a passage that are quoted with it, to find it again in a text that changed."""

_OA = "http://www.w3.org/ns/oa#"
CONTEXT: dict[str, Any] = {
    "@vocab": "https://schema.org/",
    "oa": _OA,
    "selon": "urn:selon:vocabulary:",
    "Annotation": "oa:Annotation",
    "SpecificResource": "oa:SpecificResource",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@id"},
    "start": "oa:start",
    "end": "oa:end",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "author": {"@type": "@id"},
    "about": {"@type": "@id"},
    "isBasedOn": {"@type": "@id"},
    "isPartOf": {"@type": "@id"},
    "memberOf": {"@type": "@id"},
    "appearance": {"@type": "@id"},
}
_KINDS = {
    "person": "Person",
    "body": "Organization",
    "state": "Country",
    "medium": "NewsMediaOrganization",
    "document": "CreativeWork",
}


def to_jsonld(dossier: Dossier) -> str:
    """Return the dossier as one JSON-LD document, which needs no other one to be read.

    Words that stand in quotation marks are a Quotation, reported ones a Statement; each has an Annotation for its
    passage, with the offsets (code points of the article's `text`) and the words with some before and behind.
    """
    graph = [*_nodes(dossier), *_annotations(dossier)]
    return json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def urn(ident: str) -> str:
    """Return an id as an address in which no character means anything else."""
    return f"urn:selon:{quote(ident, safe='')}"


def _nodes(dossier: Dossier) -> Iterator[dict[str, Any]]:
    copies = {a.id: a.copy_of.article for a in dossier.articles if a.copy_of}
    yield from (_article(a, copies.get(a.id)) for a in dossier.articles)
    yield from map(_actor, dossier.actors)
    yield from map(_statement, dossier.statements)
    homes = {s.id: s.article for s in dossier.statements}
    yield from (_claim(c, homes) for c in dossier.claims)
    yield from map(_figure, dossier.figures)


def _article(article: ArticleEntry, original: str | None) -> dict[str, Any]:
    publisher = {"@type": "NewsMediaOrganization", "name": article.outlet} if article.outlet else None
    return _known(
        {
            "@id": urn(article.id),
            "@type": "NewsArticle",
            "headline": article.title,
            "url": _address(article.url),
            "publisher": publisher,
            "inLanguage": article.language,
            "datePublished": _days(article.published),
            "dateModified": _days(article.updated),
            "wordCount": article.words,
            "articleBody": article.text,
            "isBasedOn": urn(original) if original else None,
        }
    )


def _actor(actor: ActorEntry) -> dict[str, Any]:
    return _known(
        {
            "@id": urn(actor.id),
            "@type": _KINDS.get(actor.kind, "Thing"),
            "name": actor.name,
            "alternateName": list(actor.aliases),
            "jobTitle": list(actor.roles) if actor.kind == "person" else None,
            "memberOf": urn(actor.speaks_for) if actor.speaks_for and actor.kind == "person" else None,
        }
    )


def _statement(told: StatementEntry) -> dict[str, Any]:
    return _known(
        {
            "@id": urn(told.id),
            "@type": "Statement" if told.form == "indirect" else "Quotation",
            "text": told.text,
            "author": urn(told.actor) if told.actor else None,
            "isPartOf": urn(told.article),
            "dateCreated": _days(told.when),
            "about": urn(told.claim) if told.claim else None,
            "selon:form": told.form,
            "selon:stance": told.stance,
            "selon:certainty": told.certainty,
            "selon:relay": [{"@id": urn(r)} for r in told.relays],
        }
    )


def _claim(claim: ClaimEntry, homes: dict[str, str]) -> dict[str, Any]:
    return {
        "@id": urn(claim.id),
        "@type": "Claim",
        "text": claim.label.text,
        "appearance": [urn(article) for article in dict.fromkeys(homes[s] for s in claim.statements)],
        "selon:status": claim.status,
        "selon:originsLow": claim.origins_low,
        "selon:originsHigh": claim.origins_high,
    }


def _figure(figure: FigureEntry) -> dict[str, Any]:
    return _known(
        {
            "@id": urn(figure.id),
            "@type": "QuantitativeValue",
            "name": figure.counted,
            "minValue": figure.low,
            "maxValue": figure.high,
            "unitText": figure.unit,
            "description": figure.text,
            "selon:giver": {"@id": urn(figure.actor)} if figure.actor else None,
            "selon:approx": figure.approx,
            "selon:scope": figure.scope,
        }
    )


def _annotations(dossier: Dossier) -> Iterator[dict[str, Any]]:
    texts = {a.id: a.text for a in dossier.articles}
    passages = [(s.id, s.article, s.content) for s in dossier.statements]
    passages += [(c.id, c.label.article, c.label.spans) for c in dossier.claims]
    passages += [(f.id, f.article, (f.span,)) for f in dossier.figures]
    for ident, article, spans in passages:
        yield annotation(ident, article, spans, texts[article])


def annotation(ident: str, article: str, spans: Sequence[Span], text: str) -> dict[str, Any]:
    """Return the Web Annotation that says where in an article's `text` what `ident` names stands."""
    return {
        "@id": f"{urn(ident)}:passage",
        "@type": "Annotation",
        "motivation": "oa:identifying",
        "body": urn(ident),
        "target": [_target(article, span, text) for span in spans],
    }


def _target(article: str, span: Span, text: str) -> dict[str, Any]:
    return {
        "@type": "SpecificResource",
        "source": urn(article),
        "selector": [
            {"@type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "@type": "TextQuoteSelector",
                "prefix": text[max(0, span.start - AROUND) : span.start],
                "exact": span.of(text),
                "suffix": text[span.end : span.end + AROUND],
            },
        ],
    }


def _address(url: str | None) -> str | None:
    """Return an address of the web; None for any other kind, which a reader might run."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def _days(when: Interval | None) -> str | None:
    """Return a day, or the days from one to another (ISO 8601); `..` where nothing bounds them."""
    if when is None or (when.low is None and when.high is None):
        return None
    low, high = (day.isoformat() if day else ".." for day in (when.low, when.high))
    return low if low == high else f"{low}/{high}"


def _known(node: dict[str, Any]) -> dict[str, Any]:
    """Return a node without what is not known of it."""
    return {key: value for key, value in node.items() if value not in (None, "", [])}
