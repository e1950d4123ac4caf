"""Selon as a component of a spaCy pipeline: `nlp.add_pipe("selon")`.

The statements of a text stand in `doc.spans["selon"]`, one span for each piece of content: its label is the stance,
its `id_` the id of the statement, which pieces of one statement share. `doc._.statements` has the statements
themselves and `span._.statement` the one that a span is a piece of; their offsets count in `doc.text`.

spaCy loads this module, through its entry point, whenever it builds a pipeline of any language: what is heavy is
imported on use.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from selon.errors import LanguageFault

if TYPE_CHECKING:
    from selon.model import Statement

_LANGUAGE = "fr"
_STORED = "selon.statements"
"""The key of `doc.user_data`: plain JSON under it, so that a Doc with statements can be saved and sent."""


class Attribution:
    """The component. It reads `doc.text` as `selon.annotate` does, whatever the pipeline found before it."""

    def __init__(self, spans_key: str) -> None:
        """Keep the key of `doc.spans` under which the contents are put."""
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its statements. Raises what `selon.annotate` raises."""
        from selon.ingest import annotate  # noqa: PLC0415
        from selon.model.codec import encode  # noqa: PLC0415

        statements = annotate(doc.text).statements
        pieces = [(piece, statement) for statement in statements for piece in statement.content]
        spans = [_span(doc, piece.start, piece.end, statement) for piece, statement in pieces]
        doc.spans[self.spans_key] = SpanGroup(doc, name=self.spans_key, spans=spans)
        doc.user_data[_STORED] = encode(statements).decode()
        return doc


@Language.factory(
    "selon",
    assigns=["doc.spans", "doc._.statements", "span._.statement"],
    default_config={"spans_key": "selon"},
)
def attribution(nlp: Language, name: str, spans_key: str) -> Attribution:
    """Return the component for a French pipeline. Raises LanguageFault for a pipeline of another language."""
    if nlp.lang != _LANGUAGE:
        place = f"spaCy component `{name}`"
        reason = f"expected a French pipeline, found one of the language `{nlp.lang}`"
        raise LanguageFault(place, reason, "Start from spacy.blank('fr') or a French model")
    register()
    return Attribution(spans_key)


def register() -> None:
    """Make `doc._.statements` and `span._.statement` known to spaCy, once.

    The component does it; it is to be called where saved Docs are read and there is no component. Raises spaCy's
    ValueError when another attribute of the name is registered.
    """
    if not (Doc.has_extension("statements") and statements_of in Doc.get_extension("statements")):
        Doc.set_extension("statements", getter=statements_of)
    if not (Span.has_extension("statement") and statement_of in Span.get_extension("statement")):
        Span.set_extension("statement", getter=statement_of)


def statements_of(doc: Doc) -> tuple[Statement, ...]:
    """Return the statements of `doc` in order of the text; none when the component has not read it."""
    return _decoded(doc.user_data.get(_STORED, "[]"))


def statement_of(span: Span) -> Statement | None:
    """Return the statement of which `span` is a piece of content, None when it is not one."""
    return next((statement for statement in statements_of(span.doc) if statement.id == span.id_), None)


@lru_cache(maxsize=16)
def _decoded(stored: str) -> tuple[Statement, ...]:
    from selon.model import Statement  # noqa: PLC0415
    from selon.model.codec import decode  # noqa: PLC0415

    return decode(stored, tuple[Statement, ...], _STORED)


def _span(doc: Doc, start: int, end: int, statement: Statement) -> Span:
    """Return the tokens that hold the characters: a little more where a token goes on beyond them."""
    found = doc.char_span(start, end, label=statement.stance, alignment_mode="expand", span_id=statement.id)
    assert found is not None, f"expected [{start}, {end}] inside the {len(doc.text)} characters of the text"
    return found
