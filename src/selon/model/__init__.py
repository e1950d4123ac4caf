"""The types that pass between stages: frozen, comparable, written to JSON and back without loss."""

from selon.model.actors import Actor, ActorKind, Bond, LocalActor, Rule
from selon.model.amended import Amended
from selon.model.annotations import Annotations, Title
from selon.model.articles import Article, Block, BlockKind, Clue, Credit, DateBasis, Dating, Interval, Metadata
from selon.model.claims import (
    Change,
    ChangeKind,
    Check,
    Claim,
    ClaimStatus,
    Course,
    Origin,
    Position,
    Quotation,
    Reserve,
    Series,
)
from selon.model.codec import decode, encode
from selon.model.corrections import (
    Correctable,
    Correction,
    CorrectionKind,
    Kept,
    Mark,
    Reading,
    ReadingField,
    Words,
)
from selon.model.dates import DateMention
from selon.model.figures import Approx, Figure, Giver, Hours, Move, Number, Scope, Unread
from selon.model.ids import article_id, digest, figure_id, statement_id
from selon.model.links import ArticleDating, Links
from selon.model.marking import Stated, mark_of, marked
from selon.model.sketches import Sketch, Sketched
from selon.model.statements import Certainty, Form, Stance, Statement, WhenBasis
from selon.model.stories import Copy, CopyKind, Episode, Passage, Revision, RevisionKind, Story

__all__ = [
    "Actor",
    "ActorKind",
    "Amended",
    "Annotations",
    "Approx",
    "Article",
    "ArticleDating",
    "Block",
    "BlockKind",
    "Bond",
    "Certainty",
    "Change",
    "ChangeKind",
    "Check",
    "Claim",
    "ClaimStatus",
    "Clue",
    "Copy",
    "CopyKind",
    "Correctable",
    "Correction",
    "CorrectionKind",
    "Course",
    "Credit",
    "DateBasis",
    "DateMention",
    "Dating",
    "Episode",
    "Figure",
    "Form",
    "Giver",
    "Hours",
    "Interval",
    "Kept",
    "Links",
    "LocalActor",
    "Mark",
    "Metadata",
    "Move",
    "Number",
    "Origin",
    "Passage",
    "Position",
    "Quotation",
    "Reading",
    "ReadingField",
    "Reserve",
    "Revision",
    "RevisionKind",
    "Rule",
    "Scope",
    "Series",
    "Sketch",
    "Sketched",
    "Stance",
    "Stated",
    "Statement",
    "Story",
    "Title",
    "Unread",
    "WhenBasis",
    "Words",
    "article_id",
    "decode",
    "digest",
    "encode",
    "figure_id",
    "mark_of",
    "marked",
    "statement_id",
]
