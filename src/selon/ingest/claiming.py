"""Which statements of a story are about the same proposition, as persons say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from textwrap import shorten
from typing import TYPE_CHECKING, Literal

from selon.errors import CorrectionRefused, EntryNotFound
from selon.model import Correction, Mark, digest, mark_of

if TYPE_CHECKING:
    from selon.dossier import Dossier
    from selon.dossier.contract import ClaimEntry
    from selon.store import Ledger

_SHOWN, _NAME = 5, 100


def merge_claims(
    ledger: Ledger, dossier: Dossier, claims: Sequence[str], who: str, when: dt.datetime, why: str = ""
) -> Correction:
    """Keep that the claims named, of the `dossier` of a story, are one, named as the first, as `find_claim` takes them.

    Raises EntryNotFound, CorrectionRefused when they are one already, StoreError.
    """
    found = list(dict.fromkeys(find_claim(dossier, name) for name in claims))
    if len(found) < 2:  # noqa: PLR2004
        msg = f"expected claims to make one, got {found[0].id} alone. Name a second one"
        raise CorrectionRefused(msg)
    marks = _marks(dossier, [id_ for claim in found for id_ in claim.statements])
    return _kept(ledger, "merge", marks, found, who, when, why)


def split_claim(
    ledger: Ledger, dossier: Dossier, claim: str, statements: Sequence[str], who: str, when: dt.datetime, why: str = ""
) -> Correction:
    """Keep that some statements of a claim, given by id, start of id or words of theirs, are about something else.

    Raises EntryNotFound, CorrectionRefused when it has none of them or no other, StoreError.
    """
    found = find_claim(dossier, claim)
    told = {s.id: " ".join(s.text.casefold().split()) for s in dossier.statements}
    wanted = [" ".join(one.casefold().split()) for one in statements]
    taken = [id_ for id_ in found.statements if any(w and (id_.startswith(w) or w in told[id_]) for w in wanted)]
    if not taken or len(taken) == len(found.statements):
        some, held = ", ".join(found.statements[:_SHOWN]), len(found.statements)
        msg = f"expected some of the {held} statements of {found.id} ({some}, …), got {len(taken)} of them"
        raise CorrectionRefused(msg)
    return _kept(ledger, "split", _marks(dossier, taken), [found], who, when, why)


def undo_claims(ledger: Ledger, correction: str, who: str = "", when: dt.datetime | None = None) -> None:
    """Take a correction of claims back. Raises CorrectionRefused when there is none of that id."""
    if correction not in {made.id for made in ledger.corrections("claims")}:
        msg = f"no correction `{correction}` of claims in the ledger. List them: selon corrections --of claims"
        raise CorrectionRefused(msg)
    ledger.withdraw(correction, who, when)


def find_claim(dossier: Dossier, wanted: str) -> ClaimEntry:
    """Return the claim of an id, of the start of an id, or whose name holds these words.

    Raises EntryNotFound for none and for several.
    """
    words = " ".join(wanted.casefold().split())
    for fitting in (
        [claim for claim in dossier.claims if claim.id == wanted],
        [claim for claim in dossier.claims if wanted and claim.id.startswith(wanted)],
        [claim for claim in dossier.claims if words and words in _words(claim).casefold()],
    ):
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            listed = ", ".join(f"{claim.id} ({shorten(_words(claim), 40)})" for claim in fitting[:_SHOWN])
            msg = f"expected one claim, got several that `{wanted[:80]}` fits: {listed}. Give an id"
            raise EntryNotFound(msg)
    msg = f"no claim `{wanted[:80]}` in the story {dossier.story.id}. List them: selon claims list STORY"
    raise EntryNotFound(msg)


def _words(claim: ClaimEntry) -> str:
    return " ".join(claim.label.text.split())


def _marks(dossier: Dossier, statements: Iterable[str]) -> tuple[Mark, ...]:
    known = {statement.id: statement for statement in dossier.statements}
    return tuple(dict.fromkeys(mark_of(known[id_].article, known[id_].content) for id_ in statements))


def _kept(
    ledger: Ledger,
    kind: Literal["merge", "split"],
    marks: tuple[Mark, ...],
    claims: Sequence[ClaimEntry],
    who: str,
    when: dt.datetime,
    why: str,
) -> Correction:
    made = Correction(
        id=digest("k", "claims", kind, *(part for mark in marks for part in (mark.article, mark.name))),
        kind=kind,
        marks=marks,
        names=tuple(shorten(_words(claim), _NAME, placeholder="…") for claim in claims),
        who=who,
        when=when,
        of="claims",
        why=why,
    )
    ledger.correct(made)
    return made
