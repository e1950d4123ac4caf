"""Marks of position. A shade is a stance, or `conditional` where an affirmation comes without its guarantee."""

from __future__ import annotations

from typing import Literal

from selon.model import Certainty, Stance

Shade = Literal["affirm", "confirm", "deny", "uncertain", "conditional", "call", "judge"]
SHADES: tuple[Shade, ...] = ("affirm", "confirm", "deny", "uncertain", "conditional", "call", "judge")
ABOUT_TRUTH = frozenset({"affirm", "confirm", "deny", "uncertain", "conditional"})


def shade(stance: Stance, certainty: Certainty | None) -> Shade:
    """Return the mark of a stance with its certainty.

    A denial or a refusal to say keeps its own mark: the conditional in it is of what is denied.
    """
    return "conditional" if certainty in {"conditional", "possible"} and stance in {"affirm", "confirm"} else stance
