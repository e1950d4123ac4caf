"""Which language a text is in: a check that errs on the side of reading.

The identifier is py3langid (langid.py: Lui and Baldwin, 2012), restricted to languages in which coverage of
the same story is likely to come, which keeps short French texts from being taken for Walloon or Breton.
"""

from __future__ import annotations

from functools import cache
from typing import Any

CANDIDATES = frozenset(
    "ar ca da de el en es fa fi fr he hr hu it ja ko mg nl no oc pl pt ro ru sv sw tr uk vi zh".split()  # noqa: SIM905 a list to read
)
SAMPLE = 4000  # characters that decide; more would change nothing and cost time
_ENOUGH = 120  # letters below which a text is never refused
_SURE = 0.95  # probability of the other language from which a text is refused


def language_of(text: str) -> tuple[str, float]:
    """Return the likeliest ISO 639-1 code for `text` and its probability among CANDIDATES."""
    code, confidence = _identifier().classify(_sample(text))
    return str(code), float(confidence)


def foreign(text: str, expected: str = "fr") -> str | None:
    """Return the code of the language of `text` when it surely is not `expected`, else None.

    Texts of less than 120 letters are let through: a headline with two foreign names proves nothing.
    """
    sample = _sample(text)
    if sum(map(str.isalpha, sample)) < _ENOUGH:
        return None
    code, confidence = language_of(text)
    return code if code != expected and confidence >= _SURE else None


def _sample(text: str) -> str:
    """Return the middle of `text`: pages in one language often begin and end with another's furniture."""
    start = max(0, (len(text) - SAMPLE) // 2)
    return text[start : start + SAMPLE]


@cache
def _identifier() -> Any:
    """Load the model once (half a second), on first use."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 loaded on use

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(CANDIDATES)
    return identifier
