"""Where sentences start, from characters alone.

A parser asked to find sentences in a text full of quotations splits at opening marks and loses the cue that
follows a closing one. A sentence here ends at a full stop, a question or exclamation mark or an ellipsis, with
the closing marks behind it, when what follows starts like a sentence; and at the end of a line.
"""

from __future__ import annotations

import re

_CAPITAL = r"[^\W\d_a-zà-öø-ÿœæ]"
_END = re.compile(
    r"[.!?…]{1,4}[ \t\u00a0\u202f]?[»”\"’)\]]{0,2}\s{1,8}(?=[«“\"(\[—–-]?[ \u00a0\u202f]?" + _CAPITAL + r"|[«“\"]|\d)"
    # A scraped page loses the space between two sentences, or between two paragraphs that end and start with a mark.
    r"|(?<=[a-zà-öø-ÿ»”)\d])[.!?…](?=[«“]|" + _CAPITAL + r"[\w’'])"
    r"|»(?=«|" + _CAPITAL + r"[a-zà-öø-ÿ’' ])"
    r"|\n+"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(«“\"'’-])(?:[A-ZÀ-Ý]|MM?|Mme|Mmes|Mlle|Me|Dr|Pr|St|Ste|Mgr|art|av|env|etc|ex|cf|fig|no|p|vol|Jr|Sr)\.\s*$"
)
_LOOK_BACK = 8


def sentence_starts(text: str) -> list[int]:
    """Return the offsets at which a sentence starts, sorted, the first word of the text first.

    An abbreviation (`M.`, an initial) ends no sentence. A mark that closes a quotation and is followed by a
    lower-case word (`« Partez ! » a-t-il lancé`) ends none either.
    """
    if not text.strip():
        return []
    starts = [len(text) - len(text.lstrip())]
    for match in _END.finditer(text):
        end = match.end()
        if end >= len(text):
            break
        stop = text[match.start()]
        if stop == "." and _ABBREVIATION.search(text[max(0, match.start() - _LOOK_BACK) : match.start() + 1]):
            continue
        if end > starts[-1]:
            starts.append(end)
    return starts
