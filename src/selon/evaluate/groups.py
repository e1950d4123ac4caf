"""Groups against groups, and shares as they are shown."""

from __future__ import annotations

from collections.abc import Sequence

from selon.evaluate.scores import Share


def b_cubed(pairs: Sequence[tuple[str, str]]) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1 of (wanted, found) groups (Bagga and Baldwin 1998)."""
    precise = full = 0.0
    for wanted, found in pairs:
        together = [w for w, f in pairs if f == found]
        belonging = [f for w, f in pairs if w == wanted]
        both = sum(w == wanted and f == found for w, f in pairs)
        precise += both / len(together)
        full += both / len(belonging)
    p, r = (x / max(len(pairs), 1) for x in (precise, full))
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def shown(right: int, all_: int) -> str:
    """Return a share with the numbers that it is of."""
    share = Share(right, all_)
    return f"{share.right}/{share.all} ({share.value:.1%})"
