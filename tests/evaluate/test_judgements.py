"""The judgements made by reading (evaluation/copies, episodes, stories) name articles and places that exist."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

from selon.link.words import plain
from selon.model import CopyKind

ROOT = Path(__file__).parents[2]
CORPORA = Path(os.environ.get("SELON_SHARED", ROOT.parent / "shared")) / "corpora"

KINDS = {*get_args(CopyKind), "none"}
SHARED_WORDS = {"agency", "own", "quotation", "formula"}
EPISODE = re.compile(r"(acte|week)-\d+|(suspension|speech)-\d{4}-\d\d-\d\d|law-2018-12|grand-debat|[a-z]+")
UNTIMED = {"analysis", "abroad", "elsewhere"}
EPISODE_REASONS = {
    "reports",
    "previews",
    "follows",
    "announces",
    "replies",
    "date",
    "comment",
    "abroad",
    "elsewhere",
}
STORY_REASONS = {
    "in": {"words"},
    "part": {"abroad", "compared", "caused", "brief", "title", "side"},
    "out": {"passing", "compared", "vests", "no-text"},
}
WORDLESS = {"title", "no-text"}


def judgements(name: str) -> list[dict[str, Any]]:
    lines = (ROOT / "evaluation" / name / "judgements.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


COPIES, EPISODES, STORIES = (judgements(name) for name in ("copies", "episodes", "stories"))


def key(article: dict[str, Any]) -> tuple[str, int]:
    return article["file"], article["line"]


def well_formed(spans: list[list[int]]) -> bool:
    return all(0 <= start < end for start, end in spans)


def test_every_pair_has_a_known_kind_and_places_that_show_it() -> None:
    for entry in COPIES:
        assert entry["kind"] in KINDS
        assert "or" not in entry or entry["or"] in KINDS - {entry["kind"]}
        assert entry["shared"] in SHARED_WORDS
        assert entry["later"] in {"article", "of", None}
        assert ("decides" in entry) == (entry["later"] is not None)
        assert 1 <= len(entry["passages"]) <= 3
        for side in (0, 1):
            assert well_formed([pair[side] for pair in entry["passages"]])
        assert all(well_formed(spans) for spans in entry.get("decides", {}).values())


def test_no_pair_is_judged_twice_nor_an_article_against_itself() -> None:
    pairs = [frozenset((key(entry["article"]), key(entry["of"]))) for entry in COPIES]
    assert all(len(pair) == 2 for pair in pairs)
    assert len(set(pairs)) == len(pairs) == 88


def test_quoting_one_speech_or_one_name_makes_no_copy() -> None:
    assert {entry["kind"] for entry in COPIES if entry["shared"] in {"quotation", "formula"}} == {"none"}


def test_an_update_is_directed() -> None:
    assert all(entry["directed"] for entry in COPIES if entry["kind"] == "update")


def test_every_episode_is_known_and_its_days_are_days() -> None:
    saturday = dt.date(2018, 11, 17)
    for entry in EPISODES:
        assert EPISODE.fullmatch(entry["episode"])
        assert entry["reason"] in EPISODE_REASONS
        assert entry["words"]
        assert well_formed(entry["words"])
        assert entry.get("or") != entry["episode"]
        if entry["when"] is None:
            assert entry["episode"] in UNTIMED
            continue
        low, high = (dt.date.fromisoformat(entry["when"][end]) for end in ("low", "high"))
        assert low <= high
        name, _, number = entry["episode"].partition("-")
        if name == "acte":
            assert low == high == saturday + dt.timedelta(weeks=int(number) - 1)
        if name == "week":
            days = saturday + dt.timedelta(weeks=int(number) - 1), saturday + dt.timedelta(weeks=int(number))
            assert days[0] < high < days[1]


def test_forty_articles_of_quebec_and_twenty_of_algeria_are_in_an_episode() -> None:
    places = {key(entry["article"]) for entry in EPISODES}
    assert Counter(file for file, _ in places) == {"gilets-jaunes-quebec.jsonl": 40, "gilets-jaunes-algerie.jsonl": 20}


def test_only_articles_that_differ_from_their_set_are_listed() -> None:
    places = [key(entry["article"]) for entry in STORIES]
    assert len(set(places)) == len(places)
    for entry in STORIES:
        assert entry["reason"] in STORY_REASONS[entry["story"]]
        assert (entry["set"], entry["story"]) not in {("story", "in"), ("other", "out")}
        assert bool(entry["words"]) != (entry["reason"] in WORDLESS)
        assert well_formed(entry["words"])


def test_what_is_elsewhere_as_an_episode_is_not_in_the_story() -> None:
    verdicts = {key(entry["article"]): entry["story"] for entry in STORIES}
    for entry in EPISODES:
        verdict = verdicts.get(key(entry["article"]), "in")
        assert (entry["episode"] == "elsewhere") <= (verdict != "in")
        assert (verdict == "out") <= (entry["episode"] == "elsewhere")


@cache
def texts(name: str) -> list[dict[str, Any]]:
    path = CORPORA / name
    if not path.is_file():
        pytest.skip(f"no corpora: SELON_SHARED names no folder with corpora/{name}")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def text_of(article: dict[str, Any]) -> str:
    text = texts(article["file"])[article["line"]]["text"]
    assert hashlib.sha256(text.encode()).hexdigest() == article["sha256"], key(article)
    return str(text)


def words(text: str, span: list[int]) -> list[str]:
    assert span[1] <= len(text)
    return [plain(word) for word in re.findall(r"\w+", text[span[0] : span[1]])]


def test_shared_passages_have_the_same_words_in_both_articles() -> None:
    for entry in COPIES:
        article, of = text_of(entry["article"]), text_of(entry["of"])
        for here, there in entry["passages"]:
            assert words(article, here) == words(of, there)
            assert len(words(article, here)) >= 5
        for side, spans in entry.get("decides", {}).items():
            assert all(words(article if side == "article" else of, span) for span in spans)


def test_deciding_words_stand_in_their_articles() -> None:
    for entry in EPISODES:
        text = text_of(entry["article"])
        assert all(words(text, span) for span in entry["words"])


def test_mentions_are_mentions_and_sets_are_those_of_the_corpus() -> None:
    for entry in STORIES:
        text = text_of(entry["article"])
        article = entry["article"]
        assert texts(article["file"])[article["line"]]["set"] == entry["set"]
        for span in entry["words"]:
            assert words(text, span)[0] in {"gilet", "gilets", "yellow"}
