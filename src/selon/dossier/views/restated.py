"""What a page says of a corrected statement: by whom, when and why, and what was read before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from selon.dossier.contract import ReadingEntry, StatementEntry
from selon.dossier.passages import Index
from selon.model import ReadingField

_FIELDS: tuple[ReadingField, ...] = get_args(ReadingField)


@dataclass(frozen=True, slots=True)
class Restated:
    """A line for each correction, and the name and the value of every field that was read otherwise before."""

    by: tuple[str, ...]
    before: tuple[tuple[str, str], ...]


def restated(index: Index, told: StatementEntry) -> Restated | None:
    """Return what is said of a statement's corrections; None where there are none."""
    if not told.corrections:
        return None
    lines = []
    for made in told.corrections:
        key = "added" if made.kind == "add" else "changed"
        line = index.say(f"correction.{key}", who=made.who, day=index.say.day(made.when.date()))
        lines.append(f"{line} ({made.why})" if made.why else line)
    return Restated(tuple(lines), _before(index, told))


def _before(index: Index, told: StatementEntry) -> tuple[tuple[str, str], ...]:
    if told.read_before is None:
        return ()
    changed = {name for made in told.corrections for name in made.fields}
    names = [name for name in _FIELDS if name in changed]
    return tuple((index.say(f"field.{name}"), _value(index, told, told.read_before, name)) for name in names)


def _value(index: Index, told: StatementEntry, read: ReadingEntry, name: ReadingField) -> str:
    say, none = index.say, index.say("correction.none")
    if name in {"source", "cue"}:
        span = read.source if name == "source" else read.cue
        return span.of(index.articles[told.article].text) if span else none
    words: dict[str, str] = {
        "content": read.text,
        "form": say(f"form.{read.form}"),
        "stance": say(f"shade.{read.stance}"),
        "certainty": say(f"certainty.{read.certainty}"),
        "speaker": read.speaker or none,
        "relay": ", ".join(read.relay) or none,
        "when": say.days(read.when),
    }
    return words[name]
