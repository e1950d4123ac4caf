"""The full names of currencies and their ISO 4217 codes, from CLDR: `francs suisses`, `dinars algériens`."""

from __future__ import annotations

import re
from functools import cache

from selon.text import folded

_NAME = re.compile(r"[^\W\d_]+(?:[ '-][^\W\d_]+)+")
"""Two words or more: one word (`franc`) does not tell which currency is meant. Brackets hold historic ones."""
_ADJECTIVE = "nouveau"


@cache
def currencies(language: str) -> dict[str, tuple[str, str]]:
    """Return every full name, singular and plural, as folded text: its noun in the singular, and the code."""
    from babel import Locale  # noqa: PLC0415
    from babel.numbers import get_currency_name  # noqa: PLC0415

    found: dict[str, tuple[str, str]] = {}
    for code in sorted(Locale.parse(language).currencies):
        names = [folded(get_currency_name(code, count, locale=language)) for count in (1, 2)]
        if not code.startswith("X") and all(_NAME.fullmatch(name) for name in names):
            words = names[0].split()
            noun = words[1] if words[0] == _ADJECTIVE else words[0]
            found.update((name, (noun, code)) for name in names if name not in found)
    return found
