"""Standings: what part each actor has had in an article up to a place."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from selon.annotation.actors.agreement import Agreement
from selon.annotation.actors.features import FAR, Standing
from selon.annotation.actors.voices import Voices
from selon.annotation.draft import Draft
from selon.annotation.grammar import SUBJECTS
from selon.text.naming import name_key

_TITLE = 200  # characters of a first line that is a title


class Standings:
    """Counts mentions and statements, and the pronouns that go on with whoever is spoken of."""

    def __init__(self, draft: Draft, voices: Voices) -> None:
        self._mentions: dict[int, list[int]] = {}
        for mention, actor in voices.mentions:
            self._mentions.setdefault(actor, []).append(mention.start)
        self._statements: Counter[int] = Counter()
        self._title = min(_TITLE, draft.text.find("\n"))
        told = voices.naming.small.pronouns
        self._pronouns: list[tuple[int, Agreement]] = []
        for token in draft.tokens:
            key = name_key(token.text)
            if token.dep_ in SUBJECTS and key in told and key not in voices.naming.small.impersonal:
                gender, plural = told[key]
                self._pronouns.append((token.idx, Agreement(gender, "p" if plural else "s")))

    def spoke(self, actor: int) -> None:
        """Remember that an actor spoke."""
        self._statements[actor] += 1

    def of(self, actor: int, at: int, agreeing: Iterable[int], sought: Agreement, *, subject: bool) -> Standing:
        """Return an actor's standing before `at`.

        `agreeing` are the candidates who may be meant as far as gender and number tell, `subject` says whether the
        actor is the last subject among them.
        """
        mine = self._before(actor, at)
        others = [i for i in agreeing if i != actor]
        mentions: Sequence[int] = self._mentions.get(actor, ())
        return Standing(
            mentions=mine,
            statements=self._statements[actor],
            rank=min(FAR, sum(self._before(i, at) > mine for i in others)),
            alone=not others,
            titled=bool(mentions) and mentions[0] < self._title,
            going=subject and mine > 0 and self._taken_up(mentions[mine - 1], at, sought),
        )

    def _before(self, actor: int, at: int) -> int:
        return bisect_left(self._mentions.get(actor, ()), at)

    def _taken_up(self, start: int, end: int, sought: Agreement) -> bool:
        """Say whether a subject pronoun that agrees stands between two places."""
        first = bisect_left(self._pronouns, start, key=lambda p: p[0])
        last = bisect_left(self._pronouns, end, key=lambda p: p[0])
        return any(sought.fits(told) for _, told in self._pronouns[first:last])
