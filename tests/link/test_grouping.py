from __future__ import annotations

import json
import random

from quarry_story import article

from selon.lexicon import load
from selon.link import group
from selon.link.grouping import one_story
from selon.model import Article, Passage, article_id
from selon.text import Span

QUARRY = [
    "La carrière de Valbrune fermée\n\nUn pan de la falaise de la carrière de Valbrune s’est détaché. Les carriers sont à l’arrêt.",
    "Valbrune : la falaise surveillée\n\nDes capteurs mesurent la falaise de la carrière de Valbrune. Les carriers attendent.",
    "Les carriers manifestent\n\nÀ Valbrune, les carriers demandent la réouverture de la carrière et une falaise sûre.",
]
MARKET = [
    "Le marché couvert rouvre\n\nÀ Louvière, le marché couvert rouvre samedi. Les commerçants du marché sont ravis.",
    "Louvière retrouve son marché\n\nLe marché couvert de Louvière a attiré la foule ; les commerçants du marché vendent.",
]


def _articles(quarry_days=(2, 3, 4), market_days=(2, 3)):
    first = [article(f"q{i}", t, d) for i, (t, d) in enumerate(zip(QUARRY, quarry_days, strict=True))]
    return first, [article(f"m{i}", t, d) for i, (t, d) in enumerate(zip(MARKET, market_days, strict=True))]


def test_articles_about_one_run_of_events_make_a_story():
    quarry, market = _articles()
    stories = group([*quarry, *market], {}, load("fr"))
    assert {frozenset(s.articles) for s in stories} == {frozenset(a.id for a in g) for g in (quarry, market)}


def test_the_order_of_arrival_does_not_matter():
    quarry, market = _articles()
    all_of_them = [*quarry, *market]
    expected = group(all_of_them, {}, load("fr"))
    for seed in range(5):
        shuffled = random.Random(seed).sample(all_of_them, len(all_of_them))
        assert group([*shuffled, shuffled[0]], {}, load("fr")) == expected


def test_a_story_keeps_its_id_when_a_later_article_joins_with_a_greater_id():
    quarry, _ = _articles()
    ordered = sorted(quarry, key=lambda a: a.id)
    assert group(ordered[:2], {}, load("fr"))[0].id == group(ordered, {}, load("fr"))[0].id


def test_a_story_is_titled_by_words_of_one_of_its_articles_and_dated_by_all():
    quarry, _ = _articles()
    (story,) = group(quarry, {}, load("fr"))
    titles = {Passage(a.id, (Span(0, a.text.index("\n")),)) for a in quarry}
    assert story.title in titles
    assert (story.first.day, story.last.day) == (2, 4)


def test_a_pause_of_days_parts_episodes():
    quarry, _ = _articles(quarry_days=(2, 3, 15))
    (story,) = group(quarry, {}, load("fr"))
    assert [e.articles for e in story.episodes] == [(quarry[0].id, quarry[1].id), (quarry[2].id,)]
    assert [(e.days.low.day, e.days.high.day) for e in story.episodes] == [(2, 3), (15, 15)]


def test_undated_articles_make_one_episode():
    quarry, _ = _articles(quarry_days=(None, None, None))
    (story,) = group(quarry, {}, load("fr"))
    assert len(story.episodes) == 1
    assert (story.first, story.last) == (None, None)


def test_empty_articles_and_no_articles():
    assert group([], {}, load("fr")) == ()
    (story,) = group([article("vide", "")], {}, load("fr"))
    assert story.title is None


def test_the_sample_story_is_one_story(sample):
    texts = {p.name: p.read_text(encoding="utf-8") for p in sample.glob("*.txt")}
    articles = [Article(id=article_id(n, t), text=t) for n, t in texts.items()]
    assert [len(s.articles) for s in group(articles, {}, load("fr"))] == [len(texts)]


def test_the_five_seed_articles_are_one_story_among_eight_papers(shared):
    articles = [
        Article(id=p.stem, text=p.read_text(encoding="utf-8")) for p in sorted((shared / "seeds").glob("*.txt"))
    ]
    seeds, on_story = {a.id for a in articles}, set()
    for path in sorted((shared / "corpora").glob("gilets-jaunes-*.jsonl")):
        for n, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            record = json.loads(line)
            one = Article(id=f"{path.stem}-{n}", text=f"{record.get('title', '')}\n\n{record['text']}")
            articles.append(one)
            if record["set"] == "story":
                on_story.add(one.id)
    stories = [frozenset(s.articles) for s in group(articles, {}, load("fr"))]
    assert sum(bool(s & seeds) for s in stories) == 1
    largest = max(stories, key=len)
    assert len(largest & on_story) / len(largest) > 0.9
    assert len(largest & on_story) / len(on_story) > 0.75


def test_articles_that_a_person_puts_together_are_one_story_whatever_they_say():
    quarry, market = _articles()
    story = one_story([*market, *quarry], {}, load("fr"))
    assert set(story.articles) == {a.id for a in (*quarry, *market)}
    assert story == one_story([*quarry, *market], {}, load("fr"))
