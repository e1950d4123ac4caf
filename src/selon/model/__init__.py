"""The types that pass between stages: frozen, comparable, written to JSON and back without loss."""

from selon.model.actors import Actor, ActorKind, Bond, LocalActor, Rule
from selon.model.annotations import Annotations, Title
from selon.model.articles import Article, Block, BlockKind, Credit, Dating, Interval, Metadata
from selon.model.claims import Change, Check, Claim, ClaimStatus, Origin, Position, Quotation, Series
from selon.model.codec import decode, encode
from selon.model.corrections import Correction, Mark
from selon.model.dates import DateMention
from selon.model.figures import Approx, Figure, Number, Scope
from selon.model.ids import article_id, digest, figure_id, statement_id
from selon.model.links import Links
from selon.model.statements import Certainty, Form, Stance, Statement
from selon.model.stories import Copy, CopyKind, Episode, Passage, Story

__all__ = [
    "Actor",
    "ActorKind",
    "Annotations",
    "Approx",
    "Article",
    "Block",
    "BlockKind",
    "Bond",
    "Certainty",
    "Change",
    "Check",
    "Claim",
    "ClaimStatus",
    "Copy",
    "CopyKind",
    "Correction",
    "Credit",
    "DateMention",
    "Dating",
    "Episode",
    "Figure",
    "Form",
    "Interval",
    "Links",
    "LocalActor",
    "Mark",
    "Metadata",
    "Number",
    "Origin",
    "Passage",
    "Position",
    "Quotation",
    "Rule",
    "Scope",
    "Series",
    "Stance",
    "Statement",
    "Story",
    "Title",
    "article_id",
    "decode",
    "digest",
    "encode",
    "figure_id",
    "statement_id",
]
