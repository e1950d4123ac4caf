"""Bodies across articles: one body under several names, by its acronym, by the words of its name, by a part of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from selon.lexicon.naming import Naming
from selon.link.identity import Key, Local, without_article
from selon.link.roles import EMPTY, split_states
from selon.text.naming import name_key

_STEM = 5  # letters that a place and the adjective made of it share: `Mérance`, `mérançais`
_SHORT = 3  # letters of a small word


class Bodies:
    """Leads from the key of a body to that of the body which it is another name of."""

    def __init__(self, everybody: Sequence[Local], naming: Naming) -> None:
        self._naming = naming
        bodies = [local for local in everybody if local.actor.kind not in {"person", "anonymous", "document"}]
        self._reworded = self._by_words(bodies)
        self._translated = self._by_common_acronym(bodies)
        self._acronyms = self._by_acronym(everybody)
        self._short = self._by_first_words(everybody)

    def whole(self, key: Key) -> Key:
        """Return the key of the whole name of the body that a key is another name of, the key itself if of none."""
        key = self._acronyms.get(key, key)
        seen = {key}
        while (fuller := self._same(self._short.get(self._same(key), self._same(key)))) not in seen:
            seen.add(fuller)
            key = fuller
        return key

    def _same(self, key: Key) -> Key:
        key = self._reworded.get(key, key)
        return self._translated.get(key, key)

    def _by_words(self, bodies: Iterable[Local]) -> dict[Key, Key]:
        """Return the keys of names of the same words, a place and its adjective being one, with the commonest."""
        groups: dict[tuple[str, ...], Counter[tuple[Key, str]]] = {}
        for local in bodies:
            key = local.key
            if key[0] in {"named", "body"} and " " in key[1]:
                groups.setdefault(self._signature(local.names[0]), Counter())[key, local.names[0]] += 1
        found: dict[Key, Key] = {}
        for names in groups.values():
            (first, name), *others = sorted(names, key=lambda k: (-names[k], k))
            found.update((key, first) for key, other in others if key != first and _alike(name, other))
        return found

    def _signature(self, name: str) -> tuple[str, ...]:
        """Return the states and the starts of the other words of a name, sorted."""
        states, words = split_states(name_key(name).split(), self._naming)
        stems = [word[:_STEM] for word in words if word not in EMPTY]
        return tuple(sorted([*(f"state {state}" for state in states), *stems]))

    def _by_common_acronym(self, bodies: Iterable[Local]) -> dict[Key, Key]:
        """Return the keys of names with an acronym that is not theirs, each with that of the only one whose it is.

        A translated name keeps the acronym of the body: `Issandre Ferry Company (CBI)`.
        """
        own: dict[str, set[Key]] = {}
        strange: dict[str, set[Key]] = {}
        for local in bodies:
            if len(local.names) > 1:
                key = self._reworded.get(k := local.key, k)
                acronym = name_key(local.names[1])
                its_own = stands_for(acronym, name_key(local.names[0]))
                (own if its_own else strange).setdefault(acronym, set()).add(key)
        found: dict[Key, Key] = {}
        for acronym, keys in strange.items():
            if len(own.get(acronym, ())) == 1:
                found.update(dict.fromkeys(keys - own[acronym], next(iter(own[acronym]))))
        return found

    def _by_acronym(self, everybody: Iterable[Local]) -> dict[Key, Key]:
        """Return the keys of acronyms alone, each with that of the only body it stands for."""
        found: dict[Key, set[Key]] = {}
        for local in everybody:
            if len(local.names) > 1 and local.actor.kind != "person":
                key = self._same(local.key)
                found.setdefault(("named", name_key(local.names[1])), set()).add(key)
        return {short: next(iter(keys)) for short, keys in found.items() if len(keys) == 1}

    def _by_first_words(self, everybody: Sequence[Local]) -> dict[Key, Key]:
        """Return the keys of bodies named by their noun alone, each with that of the body it must be short for.

        That is the one whose description starts with the noun in more articles than any other; several words, and the
        name of a medium, are short for the only longer name that starts with them. To take two names of one body for
        two would make an origin too many, the mistake that costs most.
        """
        keys = {(key, x.article) for x in everybody if (key := x.key)[0] in {"body", "named"}}
        spoken_for = {(x.actor.speaks_for or "", x.article) for x in everybody if x.actor.kind == "person"}
        keys |= {  # whom somebody speaks for has a name there, though nobody may mention it
            (("body", name_key(bare)), article)
            for name, article in spoken_for
            if name[:1].islower() and " " in (bare := without_article(name)) and self._naming.find(name) is None
        }
        media = {x.key[1] for x in everybody if x.actor.kind == "medium"}
        longer = {key for key, _ in keys if " " in key[1]}
        articles: dict[str, Counter[Key]] = {}
        for first, key, _ in sorted({(k[1].partition(" ")[0], self._same(k), a) for k, a in keys if k in longer}):
            articles.setdefault(first, Counter())[key] += 1
        found: dict[Key, Key] = {}
        for noun, counts in articles.items():
            (best, most), *others = counts.most_common()
            if not others or others[0][1] < most:
                found[("body", noun)] = best
            if noun in media and len(counts) == 1:
                found[("named", noun)] = best
        ordered = sorted(longer, key=lambda key: (key[1], key))
        for i, key in enumerate(ordered):
            # Sorted, the names that start with this one stand right behind it.
            fuller = {self._same(other) for other in ordered[i + 1 : i + 5] if other[1].startswith(key[1] + " ")}
            if len(fuller) == 1:
                found.setdefault(self._same(key), next(iter(fuller)))
        return found


def stands_for(acronym: str, key: str) -> bool:
    """Say whether an acronym has the first letter of every longer word of a name key, in order, and no other letters.

    Small words may give theirs: `CDB` and `CB` both stand for `compagnie des bacs`.
    """
    at = 0
    for word in key.split():
        if at < len(acronym) and acronym[at] == word[0]:
            at += 1
        elif len(word) > _SHORT:
            return False
    return at == len(acronym) > 1


def _alike(one: str, other: str) -> bool:
    """Say whether two names of one signature differ by a place and its adjective at most, and by no ending else."""
    words, others = ({name_key(w): w for w in _words(name)} for name in (one, other))
    ours, theirs = sorted(words.keys() - others.keys() - EMPTY), sorted(others.keys() - words.keys() - EMPTY)
    if len(ours) != 1 or len(theirs) != 1:
        return not ours and not theirs
    return words[ours[0]][0].isupper() != others[theirs[0]][0].isupper() and min(len(ours[0]), len(theirs[0])) > _SHORT


def _words(name: str) -> list[str]:
    return without_article(name).replace("’", " ").replace("'", " ").split()
