"""Dictionary forms, from dictionaries and not from the model's lemmatizer: no word is looked up twice.

Nouns come from simplemma's dictionary; verbs, whose forms are many and often look like nouns (`estime`, `appelant`),
from the verb tables that the language model carries for its own lemmatizer.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from selon.annotation.parse import load_model

_KNOWN = 100_000  # words kept, about as many as a language has in its papers


@lru_cache(maxsize=_KNOWN)
def lemma(word: str, language: str = "fr") -> str:
    """Return the dictionary form of a word in lower case (`soldats` → `soldat`)."""
    import simplemma  # noqa: PLC0415  (its dictionaries are loaded on use)

    return str(simplemma.lemmatize(word.lower(), lang=language)).lower()


@lru_cache(maxsize=_KNOWN)
def verb_lemmas(form: str, language: str = "fr") -> tuple[str, ...]:
    """Return the infinitives that a word in lower case may be a form of, likeliest first; the word itself last."""
    exceptions, endings = _verb_tables(language)
    found = list(exceptions.get(form, ()))
    for ending, infinitive in endings:
        if form.endswith(ending) and len(form) > len(ending) + 1:
            found.append(form[: -len(ending)] + infinitive)
    return (*dict.fromkeys(found), form)


@cache
def _verb_tables(language: str) -> tuple[dict[str, list[str]], list[tuple[str, str]]]:
    lookups: Any = load_model(language).get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    endings = [(old, new) for old, new in lookups.get_table("lemma_rules")["verb"] if old.isalpha()]
    # The table leaves out the commonest ending of all, which its own lemmatizer finds by another way.
    return lookups.get_table("lemma_exc")["verb"], [*endings, ("e", "er")]
