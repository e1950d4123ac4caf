"""Pronouns: who is meant by `il`, `celle-ci`, `ces derniers`, `cette femme`.

Candidates are ranked by a few preferences with weights, after the salience factors of Lappin and Leass (1994):
recency, subjecthood, having just spoken, being a person, standing outside quotations. The weights were tuned
on annotated French news.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from selon.annotation.actors.agreement import Agreement
from selon.lexicon.naming import Small
from selon.model import ActorKind
from selon.text.naming import name_key

# A sentence farther costs 1; the other weights count in sentences.
JUST_SPOKE = 1.6
SUBJECT = 1.2
PERSON = 1.0
NAMED = 0.8
STATE = -1.0
QUOTED = -1.5
UNSURE_GENDER = -0.4
COMPLEMENT = -0.3
FARTHEST = 8  # sentences looked back over
LEAST = -6.0  # a candidate that scores lower is no antecedent


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention that may be the antecedent: its actor (an index), what it is, how far back it stands."""

    actor: int
    agreement: Agreement
    kind: ActorKind
    sentences: int
    distance: int
    subject: bool = False
    quoted: bool = False
    spoke: bool = False
    named: bool = False


def is_pronoun(words: str, small: Small) -> bool:
    """Say whether the words stand for somebody named elsewhere."""
    return name_key(words) in small.pronouns


def is_impersonal(words: str, small: Small) -> bool:
    """Say whether the pronoun tells neither gender nor number: `on` and `qui` go on with who spoke last."""
    return name_key(words) in small.impersonal


def is_latter(words: str, small: Small) -> bool:
    """Say whether the words mean the nearest who agrees (`ce dernier`)."""
    return name_key(words) in small.latter


def agreement_of_pronoun(words: str, small: Small) -> Agreement:
    """Return the gender and number of a pronoun. Raises KeyError for words that are none."""
    gender, plural = small.pronouns[name_key(words)]
    return Agreement(gender, "p" if plural else "s")


def antecedent(agreement: Agreement, candidates: Iterable[Candidate], *, latter: bool = False) -> int | None:
    """Return the actor of the best candidate that agrees; None when none is near enough.

    `latter` leaves out all preferences but nearness.
    """
    best: tuple[float, int, int] | None = None
    for candidate in candidates:
        if candidate.sentences > FARTHEST or not agreement.fits(candidate.agreement):
            continue
        rank = (_salience(candidate, latter=latter), -candidate.distance, -candidate.actor)
        if best is None or rank > best:
            best = rank
    if best is None or best[0] < LEAST:
        return None
    return -best[2]


def _salience(candidate: Candidate, *, latter: bool) -> float:
    score = -float(candidate.sentences)
    score += PERSON * (candidate.kind in {"person", "anonymous", "group"}) + NAMED * candidate.named
    score += QUOTED * candidate.quoted + STATE * (candidate.kind == "state")
    if not candidate.agreement.gender:
        score += UNSURE_GENDER
    if latter:
        return score
    return score + JUST_SPOKE * candidate.spoke + (SUBJECT if candidate.subject else COMPLEMENT)
