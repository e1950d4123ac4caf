"""The story of a dam, put together by hand with everything that a dossier shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

import msgspec

from selon.dossier.build import build
from selon.dossier.contract import Dossier
from selon.model import (
    Actor,
    Amended,
    Annotations,
    Article,
    Block,
    Change,
    Check,
    Claim,
    Copy,
    Credit,
    Dating,
    Figure,
    Interval,
    Links,
    Origin,
    Passage,
    Position,
    Quotation,
    Series,
    Statement,
    Story,
)
from selon.text import Span


def day(number: int, last: int | None = None) -> Interval:
    """A day of May 2031, or the days up to `last`."""
    return Interval(dt.date(2031, 5, number), dt.date(2031, 5, last or number))


@dataclass
class Maker:
    """Puts a story together from words: spans are looked up, so that no test counts characters."""

    articles: dict[str, Article] = field(default_factory=dict)
    statements: dict[str, tuple[str, Statement]] = field(default_factory=dict)
    figures: dict[str, tuple[str, Figure]] = field(default_factory=dict)
    speakers: dict[str, str] = field(default_factory=dict)
    givers: dict[str, str] = field(default_factory=dict)
    relays: dict[str, tuple[str, ...]] = field(default_factory=dict)
    actors: list[Actor] = field(default_factory=list)
    links: dict[str, Any] = field(default_factory=dict)

    def article(self, key: str, when: Interval | None, outlet: str | None, blocks: list[tuple[str, str]]) -> None:
        """Add an article of `blocks` (kind, words); the title is the block of that kind."""
        text = "\n\n".join(words for _, words in blocks)
        made, at = [], 0
        for kind, words in blocks:
            made.append(Block(Span(at, at + len(words)), kind))
            at += len(words) + 2
        title = next((b.span for b in made if b.kind == "title"), None)
        dating = Dating(when.low, when.high, "explicit") if when else None
        self.articles[key] = Article(
            id=key, text=text, path=f"{key}.txt", outlet=outlet, title=title, published=dating, blocks=tuple(made)
        )

    def span(self, article: str, words: str) -> Span:
        """Where `words` stand first in an article."""
        at = self.articles[article].text.index(words)
        return Span(at, at + len(words))

    def passage(self, article: str, words: str) -> Passage:
        """`words` of an article as a passage."""
        return Passage(article, (self.span(article, words),))

    def say(self, key: str, article: str, actor: str | None, words: tuple[str, ...], stance: str, **more: Any) -> None:
        """Add a statement: `words` are its source, its cue (both may be empty) and its content."""
        source, cue, *content = words
        relays = more.pop("relays", ())
        self.statements[key] = (
            article,
            Statement(
                id=key,
                source=self.span(article, source) if source else None,
                cue=self.span(article, cue) if cue else None,
                content=tuple(self.span(article, c) for c in content),
                form=more.pop("form", "indirect"),
                stance=stance,
                when=more.pop("when", None),
                speaker=more.pop("speaker", source),
                **more,
            ),
        )
        if actor:
            self.speakers[key] = actor
        if relays:
            self.relays[key] = relays

    def count(self, key: str, article: str, words: str, low: float | None, high: float | None, **more: Any) -> None:
        """Add a figure."""
        if giver := more.pop("giver", None):
            self.givers[key] = giver
        made = Figure(
            id=key,
            span=self.span(article, words),
            low=low,
            high=high,
            approx=more.pop("approx", "exact"),
            counted=more.pop("counted", "foyer"),
            **more,
        )
        self.figures[key] = (article, made)

    def position(self, body: str, *statements: str) -> Position:
        """The position that statements of one day take."""
        _, first = self.statements[statements[0]]
        return Position(
            actor=self.speakers[statements[0]],
            body=body,
            stance=first.stance,
            certainty=first.certainty,
            when=first.when,
            statements=statements,
        )

    def annotations(self) -> dict[str, Annotations]:
        """What was found in each article."""
        return {
            a.id: Annotations(
                path=a.path,
                article=a.id,
                language="fr",
                characters=len(a.text),
                published=a.published,
                statements=tuple(s for home, s in self.statements.values() if home == a.id),
                figures=tuple(f for home, f in self.figures.values() if home == a.id),
            )
            for a in self.articles.values()
        }

    def story(self, **more: Any) -> Story:
        """The story of all the articles."""
        return Story(id="story-1", title=more.pop("title", None), articles=tuple(self.articles), **more)

    def dossier(self, story: Story | None = None, amended: dict[str, Amended] | None = None) -> Dossier:
        """The dossier of all that was put together; `amended` is what persons made of it."""
        told = story or self.story()
        links = Links(
            story=told,
            actors=tuple(self.actors),
            speakers=self.speakers,
            relays=self.relays,
            givers=self.givers,
            **self.links,
        )
        return build(told, list(self.articles.values()), self.annotations(), links, amended=amended)


def _articles(maker: Maker) -> None:
    told = "La préfecture a annoncé samedi que 400 foyers avaient été prévenus en aval du barrage."
    denied = "L’exploitant Hydrel dément toute fuite. « Le barrage est sûr », a déclaré sa directrice, Jeanne Arbois."
    cited = "Selon le quotidien La Vigie, qui cite un agent du site, l’eau « sort par la galerie »."
    title = "Barrage de Cormaille : une fuite signalée, 400 foyers prévenus"
    blocks = [("title", title), ("paragraph", told), ("paragraph", f"{denied} {cited}")]
    maker.article("depeche", day(3), "Agence Ponant", blocks)
    blocks = [
        ("furniture", "Abonnez-vous à notre lettre. Partager cet article."),
        ("title", "Fuite au barrage : la préfecture parle de 900 foyers"),
        ("lead", "Environ 900 foyers ont été évacués, selon la préfecture."),
        ("paragraph", "Une galerie du barrage serait fissurée, d’après un syndicat. Hydrel ne souhaite pas commenter."),
        ("paragraph", "La préfecture a confirmé la fuite. Le maire, Luc Ferrand, exige « la vérité »."),
    ]
    maker.article("vigie", day(4, 5), "La Vigie", blocks)
    blocks = [("title", "Barrage : 400 foyers prévenus"), ("paragraph", told.replace(" samedi", ""))]
    maker.article("reprise", None, None, blocks)
    credits_ = (Credit("Agence Ponant"),)
    maker.articles["vigie"] = msgspec.structs.replace(maker.articles["vigie"], credits=credits_)


def _statements(maker: Maker) -> None:
    maker.actors = [
        Actor(id="etat", name="État", kind="state"),
        Actor(id="prefecture", name="préfecture", kind="body", speaks_for="etat", roles=("préfecture du Cormaillais",)),
        Actor(id="hydrel", name="Hydrel", kind="body"),
        Actor(id="arbois", name="Jeanne Arbois", kind="person", speaks_for="hydrel", roles=("directrice",)),
        Actor(id="agent", name="un agent du site", kind="anonymous"),
        Actor(id="vigie-medium", name="La Vigie", kind="medium"),
        Actor(id="syndicat", name="un syndicat", kind="group"),
        Actor(id="ferrand", name="Luc Ferrand", kind="person", roles=("maire",)),
    ]
    say = maker.say
    say(
        "s1",
        "depeche",
        "prefecture",
        ("La préfecture", "a annoncé", "que 400 foyers avaient été prévenus"),
        "affirm",
        when=day(3),
    )
    say("s2", "depeche", "hydrel", ("L’exploitant Hydrel", "dément", "toute fuite"), "deny", when=day(3))
    say(
        "s3",
        "depeche",
        "arbois",
        ("sa directrice", "a déclaré", "« Le barrage est sûr »"),
        "affirm",
        when=day(3),
        form="direct",
    )
    say(
        "s4",
        "depeche",
        "agent",
        ("un agent du site", "qui cite", "l’eau « sort par la galerie »"),
        "affirm",
        when=day(3),
        relays=("vigie-medium",),
    )
    say(
        "s5",
        "vigie",
        "prefecture",
        ("la préfecture", "selon", "Environ 900 foyers ont été évacués"),
        "affirm",
        when=day(4),
    )
    say(
        "s6",
        "vigie",
        "syndicat",
        ("un syndicat", "d’après", "Une galerie du barrage serait fissurée"),
        "affirm",
        when=day(4),
        certainty="conditional",
    )
    say(
        "s7",
        "vigie",
        "hydrel",
        ("Hydrel", "ne souhaite pas commenter", "ne souhaite pas commenter"),
        "uncertain",
        when=day(4, 5),
    )
    say("s8", "vigie", "prefecture", ("La préfecture", "a confirmé", "la fuite"), "confirm", when=day(4))
    say("s9", "vigie", "ferrand", ("Le maire", "exige", "« la vérité »"), "call", when=None)
    say(
        "s10",
        "reprise",
        "prefecture",
        ("La préfecture", "a annoncé", "que 400 foyers avaient été prévenus"),
        "affirm",
        when=day(3),
    )
    maker.count(
        "f1", "depeche", "400 foyers avaient", 400, 400, statement="s1", speaker="La préfecture", giver="prefecture"
    )
    maker.count(
        "f2",
        "vigie",
        "Environ 900 foyers",
        900,
        900,
        approx="about",
        statement="s5",
        speaker="la préfecture",
        giver="prefecture",
    )
    maker.count(
        "f3", "reprise", "400 foyers avaient", 400, 400, statement="s10", speaker="La préfecture", giver="prefecture"
    )


def _links(maker: Maker) -> None:
    maker.links["claims"] = (
        Claim(
            id="fuite",
            label=maker.passage("vigie", "la fuite"),
            status="corroborated",
            statements=("s2", "s4", "s7", "s8"),
            positions=(
                maker.position("hydrel", "s2"),
                maker.position("agent", "s4"),
                maker.position("hydrel", "s7"),
                maker.position("etat", "s8"),
            ),
            origins=(Origin(actor="agent", statements=("s4",)), Origin(actor="etat", statements=("s8",), reserve=True)),
        ),
        Claim(
            id="foyers",
            label=maker.passage("depeche", "400 foyers avaient été prévenus"),
            status="single_origin",
            statements=("s1", "s10"),
            positions=(maker.position("etat", "s1", "s10"),),
            origins=(Origin(actor="etat", statements=("s1", "s10")),),
        ),
        Claim(
            id="galerie",
            label=maker.passage("vigie", "Une galerie du barrage serait fissurée"),
            status="unconfirmed",
            statements=("s6",),
            positions=(maker.position("syndicat", "s6"),),
        ),
    )
    maker.links["series"] = (Series(id="series-foyer", label="foyer", figures=("f1", "f3", "f2")),)
    maker.links["changes"] = (
        Change(body="hydrel", claim="fuite", before=("s2",), after=("s7",)),
        Change(body="etat", series="series-foyer", before=("f1", "f3"), after=("f2",)),
    )
    maker.links["copies"] = (
        Copy(
            article="reprise",
            of="depeche",
            kind="excerpt",
            overlap=0.8,
            evidence=(maker.span("reprise", "400 foyers"),),
        ),
    )
    maker.links["checks"] = (
        Check(kind="comparison", holds=True, figures=("f1", "f2"), words="900 > 400"),
        Check(kind="conflict", holds=None, statements=("s2", "s8")),
    )
    maker.links["quotations"] = (Quotation(variants=("s10", "s1"), difference="identical"),)


def dam() -> Maker:
    """The story of the dam, ready to be changed before it is built."""
    maker = Maker()
    _articles(maker)
    _statements(maker)
    _links(maker)
    return maker


HOSTILE = "<script>alert(1)</script>\" onload='x' javascript:alert(1) </style><!-- {{ 7*7 }} \u202egnid\u2066 & \x00"


def hostile_story(words: str) -> Dossier:
    """The story of the dam with `words` in every place that an article or its page fills."""
    maker = dam()
    shifted = len(words) + 1
    for key, article in list(maker.articles.items()):
        blocks = (Block(Span(0, len(words)), "title"),) if words else ()
        blocks += tuple(Block(b.span.shifted(shifted), b.kind) for b in article.blocks)
        maker.articles[key] = msgspec.structs.replace(
            article, text=f"{words} {article.text}", blocks=blocks, title=blocks[0].span, outlet=words, url=words,
            path=f"{words}/{key}{words}.txt",
        )  # fmt: skip
    for table in (maker.statements, maker.figures):
        table.clear()
    maker.links.clear()
    maker.actors = [msgspec.structs.replace(a, name=words, aliases=(words,), roles=(words,)) for a in maker.actors]
    if words:
        maker.statements["h"] = (
            "vigie",
            msgspec.convert(
                {
                    "id": "h",
                    "source": None,
                    "cue": None,
                    "content": [[0, len(words)]],
                    "form": "direct",
                    "stance": "deny",
                    "speaker": words,
                    "when": {"low": "2031-05-03", "high": "2031-05-04"},
                },
                type=type(dam().statements["s1"][1]),
            ),
        )
        maker.speakers["h"] = "hydrel"
    return maker.dossier()
