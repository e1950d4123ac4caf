"""Hostile characters made visible: what could turn the line around, hide, or break the page is shown by its number."""

from __future__ import annotations

import re

from markupsafe import Markup

# Bidirectional controls, line separators, C0 and C1 controls but for white space, lone surrogates, tag characters.
# Zero-width spaces and joiners stay: they are common in scraped text, and move nothing.
_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e"
    "\u2061-\u206f\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """Return `text` with each hidden character written `⟨U+202E⟩`."""
    return _HIDDEN.sub(lambda m: f"⟨U+{ord(m[0]):04X}⟩", text)


def shown(value: object) -> object:
    """Return what a template puts out: markup of ours as it is, anything else with hidden characters made visible."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
