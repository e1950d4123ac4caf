"""Proper names: what the lexicon knows (states, seats, bodies, media), and runs of capitalised words.

A capital at the start of a sentence counts when the model sees a proper noun, when the word has a capital inside
another sentence, or when another name follows at once.
"""

from __future__ import annotations

from dataclasses import dataclass

from selon.annotation.actors.surnames import ARTICLES, part_of_person, surnames_alone
from selon.annotation.actors.words import Word
from selon.lexicon.naming import Known, Naming
from selon.text.naming import name_key

_LONGEST = 8  # words in a name; a longer run is a line in capitals or a list without commas
_ACRONYM = 4  # letters of a word in capitals that may be no place
_UNIT = 2  # letters of a unit that may be a body's acronym
_FUNCTION = frozenset({"DET", "ADP", "CCONJ", "SCONJ", "PRON", "ADV", "AUX", "NUM", "INTJ"})


@dataclass(slots=True)
class Name:
    """A name: the words `first` to `last` (both included), and what the lexicon knows of it.

    `medium` is True for one that is made like a newspaper's (`Le Messager de l'Est`).
    """

    first: int
    last: int
    known: Known | None = None
    medium: bool = False


def find_names(words: list[Word], naming: Naming, common: frozenset[str]) -> dict[int, Name]:
    """Return the names by the index of their first word, sorted and disjoint.

    `common` are words that a capital does not make a name (stop words).
    """
    inner = {w.text for w in words if w.capital and not w.first}
    names: dict[int, Name] = {}
    i = 0
    while i < len(words):
        name = known_at(words, i, naming) or _outlet_at(words, i, naming) or _run_at(words, i, naming, common, inner)
        if name is None:
            i += 1
            continue
        names[i] = name
        i = name.last + 1
    for name in surnames_alone(words, names, naming):
        name.known = None
    return names


def known_at(words: list[Word], i: int, naming: Naming) -> Name | None:
    """Return the longest name of the lexicon that starts at word `i`."""
    head = words[i].key.partition(" ")[0]
    if head not in naming.first_words:
        return None
    longest: Name | None = None
    key = ""
    for j in range(i, min(len(words), i + naming.longest)):
        if j > i and not (words[j].near or words[j].elided):
            break
        key = f"{key} {words[j].key}" if key else words[j].key
        known = naming.known.get(key)
        if known is not None and _spelled(words, i, j, known) and not goes_on(words, j, known):
            longest = Name(i, j, known)
    if longest is not None and longest.last == i and part_of_person(words, i, longest.known, naming):
        return None
    return longest


def _outlet_at(words: list[Word], i: int, naming: Naming) -> Name | None:
    """Return the name of a newspaper or station that starts at word `i`: an article and a noun, both with capitals."""
    if words[i].low not in ARTICLES or not words[i].capital or i + 1 >= len(words):
        return None
    if not words[i + 1].capital or words[i + 1].key not in naming.outlet_heads:
        return None
    last = j = i + 1
    while j + 1 < len(words) and j - i < _LONGEST and (words[j + 1].near or words[j + 1].elided):
        j += 1
        if words[j].capital:
            last = j
        elif words[j].low not in naming.small.belonging and words[j].low not in {"la", "l"}:
            break
    return Name(i, last, medium=True)


def goes_on(words: list[Word], last: int, known: Known) -> bool:
    """Say whether a body's name of several words is the start of another's (`Conseil de sécurité` + `nationale`)."""
    if known.kind != "body" or " " not in known.spelling or last + 1 >= len(words):
        return False
    word = words[last + 1]
    return word.near and word.pos == "ADJ" and not word.capital


def _spelled(words: list[Word], i: int, j: int, known: Known) -> bool:
    """Say whether capitals stand where the lexicon has them, and an acronym has more than one."""
    spelled = known.spelling.replace("'", " ").replace("-", " ").split()
    found = [
        part for w in words[i : j + 1] for part in w.text.replace("-", " ").replace("'", " ").replace("’", " ").split()
    ]
    if len(spelled) != len(found):
        return False
    if len(found) == 1 and len(spelled[0]) <= 3 and spelled[0].isupper() and not found[0].isupper():  # noqa: PLR2004
        return False  # `Ap`, `Ue`, `Map` are no acronyms, `Otan` and `Onu` are names of their own
    return all(f[0].isupper() or not s[0].isupper() for s, f in zip(spelled, found, strict=True))


def _run_at(words: list[Word], i: int, naming: Naming, common: frozenset[str], inner: set[str]) -> Name | None:
    word = words[i]
    if (
        not word.capital
        or word.low in naming.nouns
        or word.text in naming.nouns
        or word.text in naming.civilities
        or word.text.isdigit()
    ):
        return None
    if len(word.text) == 1 and i + 1 < len(words) and words[i + 1].elided:
        return None  # `L'Association` is an article and a noun
    if _dateline(words, i):
        return None
    if len(word.text) > _UNIT and word.text.isupper() and word.key in naming.units:
        return None  # `3 millions de FCFA`
    if word.key in naming.nationality and _person_follows(words, i, naming):
        return None  # `l'Allemand Walter Brandt`
    if "-" in word.text and any(_is_state(part, naming) for part in word.text.split("-")):
        return None  # `le duo Russie-Bélarus`
    if not _starts_name(words, i, naming, common, inner):
        return None
    last = i
    while last - i < _LONGEST:
        following = _next_of_run(words, i, last, naming)
        if following is None:
            break
        last = following
    return Name(i, last)


def _is_state(word: str, naming: Naming) -> bool:
    known = naming.known.get(name_key(word))
    return known is not None and known.kind == "state"


def _starts_name(words: list[Word], i: int, naming: Naming, common: frozenset[str], inner: set[str]) -> bool:
    word = words[i]
    if word.low in naming.before and i + 1 < len(words) and words[i + 1].low in naming.nouns:
        return False  # `Premier ministre`
    if i and word.near and words[i - 1].text in naming.civilities:
        return True  # `Me Sur`: a surname, whatever else it means
    if not word.first:
        return word.low not in common or _surname_follows(words, i)
    if word.low in common:
        return word.low in {"le", "la"} and i + 1 < len(words) and words[i + 1].capital and word.pos == "PROPN"
    if word.text in inner or word.pos == "PROPN" or word.key in naming.given:
        return True
    return word.pos not in _FUNCTION and _surname_follows(words, i)


def _dateline(words: list[Word], i: int) -> bool:
    """Say whether a word is the place at the head of a dispatch: `HELVANGE (Nord), 3 mai –`, `HELVANGE, 3 mai`."""
    word = words[i]
    if not word.text.isupper() or len(word.text) <= _ACRONYM or (i and "\n" not in word.gap) or i + 1 >= len(words):
        return False
    gap = words[i + 1].gap.strip(" \u00a0\u202f")
    return gap in {"(", "–", "—", "-"} or (gap == "," and words[i + 1].text.isdigit())


def _person_follows(words: list[Word], i: int, naming: Naming) -> bool:
    return _surname_follows(words, i) and (words[i + 1].key in naming.given or _surname_follows(words, i + 1))


def _surname_follows(words: list[Word], i: int) -> bool:
    return i + 1 < len(words) and words[i + 1].capital and words[i + 1].near


def _next_of_run(words: list[Word], first: int, last: int, naming: Naming) -> int | None:
    """Return the index of the next capitalised word of a run, over one or two particles; None where it ends."""
    j = last + 1
    for _ in range(3):
        if j >= len(words):
            return None
        word = words[j]
        joined = (
            word.near
            or (word.gap in {". ", ".\u00a0"} and len(words[j - 1].text) == 1)
            or (word.elided and words[j - 1].key in {"d", "al", "l"})
        )
        if not joined:
            return None
        if word.capital and word.text not in naming.civilities:
            return None if j == last + 1 and known_state(words, j, naming) else j
        if word.low not in naming.particles and word.low != "d":
            return None
        if j == last + 1 and last - first < 1 and _is_acronym(words[last]) and word.low in naming.small.belonging:
            return None  # `le maire LR de Valence`
        j += 1
    return None


def _is_acronym(word: Word) -> bool:
    return word.text.isupper() and len(word.text) > 1


def known_state(words: list[Word], i: int, naming: Naming) -> bool:
    """Say whether a state's name starts at word `i`: it ends the name in front of it."""
    name = known_at(words, i, naming)
    return name is not None and name.known is not None and name.known.kind == "state"


def text_of(words: list[Word], name: Name) -> str:
    """Return a name as it is written."""
    text = words[name.first].text
    for word in words[name.first + 1 : name.last + 1]:
        text += word.gap + word.text
    return text
