"""Numbers in digits, in every habit of separating thousands and marking decimals.

A run of digits and separators that no habit explains (`10.000.00`) has no value: it is not cut down to one.
"""

from __future__ import annotations

import re
from decimal import Decimal

RUN = (
    r"\d{1,15}(?:[.,']\d{1,15}){2,8}(?!\d)"  # two separators or more: whether they agree is seen afterwards
    r"|[1-9]\d{0,2}(?: \d{3}(?!\d)){1,5} 0\d?(?!\d|[.,]\d)"  # a last group that is too short: `10 000 00`
    r"|[1-9]\d{0,2}(?:[ ']\d{3}(?!\d)){1,5}(?:[.,]\d{1,6}(?!\d))?"
    r"|\d{1,15}(?:[.,]\d{1,6})?(?!\d)"
)
"""What may be a number in folded text, the longest readings first."""

_SPACED = re.compile(r"[1-9]\d{0,2}([ '])\d{3}(?:\1\d{3}){0,4}(?:,\d{1,6}|\.(?!\d{3}$)\d{1,6})?")
_POINTS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){1,5}(?:,\d{1,6})?")
_COMMAS = re.compile(r"[1-9]\d{0,2}(?:,\d{3}){1,5}(?:\.\d{1,6})?")
_BARE = re.compile(r"\d{1,15}(?:[.,]\d{1,6})?")
_ONE_GROUP = re.compile(r"[1-9]\d{0,2}([.,])(\d{3})")


def number_in_digits(digits: str, *, scaled: bool = False) -> Decimal | None:
    """Return the value of digits with separators of thousands and a decimal mark; None when no habit explains them.

    Spaces, apostrophes, points or commas separate groups of three, always the same between all of them. A comma or
    point before exactly three digits separates thousands (`10,000`), unless the number starts with 0 or a scale
    word follows (`1,234 million`): before one, only where no decimal would end so (`3.000 milliards`).
    """
    group = _ONE_GROUP.fullmatch(digits)
    if group and scaled and not (group[2] == "000" or (group[1] == "." and group[2].endswith("0"))):
        return Decimal(digits.replace(",", "."))
    if _SPACED.fullmatch(digits):
        return Decimal(digits.replace(" ", "").replace("'", "").replace(",", "."))
    if _POINTS.fullmatch(digits):
        return Decimal(digits.replace(".", "").replace(",", "."))
    if _COMMAS.fullmatch(digits):
        return Decimal(digits.replace(",", ""))
    return Decimal(digits.replace(",", ".")) if _BARE.fullmatch(digits) else None
