"""What is remembered of articles changes nothing that linking finds, whatever came, went or changed since."""

from __future__ import annotations

import datetime as dt

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selon.dates import find_dates
from selon.lexicon import load
from selon.link import link_story
from selon.link.grouping import one_story
from selon.link.memory import Memory, digest_of
from selon.model import Annotations, Article, Dating, Statement, figure_id, statement_id
from selon.model import Figure as Count
from selon.text import Span

LEXICON = load("fr")

TOLD = (
    (
        "La direction affirme que la galerie nord de Valbrune était fermée samedi pour l’acte IV.",
        "la direction",
        "affirm",
    ),
    ("Le maire nie que la galerie nord de Valbrune ait été fermée samedi.", "le maire", "deny"),
    ("La préfète ignore encore combien de carriers sont sortis par la rampe sud hier soir.", "la préfète", "uncertain"),
    ("Le maire demande que la route des crêtes reste coupée jusqu’à lundi prochain.", "le maire", "call"),
    ("Hier, lors du 4e acte de leur marche, les carriers ont bloqué la route des crêtes.", "", "affirm"),
    (
        "Selon la direction, 1 723 carriers ont quitté samedi la galerie nord par la rampe sud.",
        "la direction",
        "affirm",
    ),
    ("Samedi, 1 723 carriers ont quitté la galerie nord par la rampe sud, dit la préfète.", "la préfète", "affirm"),
    ("La direction confirme que la galerie nord était ouverte dimanche 7 mars.", "la direction", "confirm"),
)
NUMBER = "1 723 carriers"


def _article(name: str, chosen: list[int], day: int | None) -> tuple[Article, Annotations]:
    """Return an article that tells the `chosen` sentences, as annotation reads it but for its actors."""
    day_of = dt.date(2021, 3, day) if day else None
    dating = Dating(day_of, day_of, "explicit") if day_of else None
    text, statements, figures = "", [], []
    for n in chosen:
        sentence, speaker, stance = TOLD[n]
        start = len(text)
        text += sentence + " "
        said = Span(start, start + len(sentence) - 1)
        identity = statement_id(name, None, None, (said,))
        if speaker:
            statements.append(
                Statement(
                    id=identity, source=None, cue=None, content=(said,), form="indirect", stance=stance, speaker=speaker
                )
            )
        if NUMBER in sentence:
            at = start + sentence.index(NUMBER)
            span = Span(at, at + len(NUMBER))
            figures.append(
                Count(
                    id=figure_id(name, span), span=span, low=1723, high=1723, approx="exact", counted="carrier",
                    speaker=speaker, statement=identity,
                )
            )  # fmt: skip
    article = Article(id=name, text=text, published=dating)
    dates = tuple(find_dates(text, LEXICON, dating.interval if dating else None))
    found = Annotations(
        path=None, article=name, language="fr", characters=len(text), published=dating, dates=dates,
        statements=tuple(statements), figures=tuple(figures),
    )  # fmt: skip
    return article, found


TELLING = st.tuples(
    st.lists(st.integers(0, len(TOLD) - 1), min_size=1, max_size=6, unique=True), st.none() | st.integers(6, 9)
)
STORY = st.dictionaries(st.sampled_from("abcdefgh"), TELLING, min_size=1, max_size=7)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STORY, min_size=2, max_size=4))
def test_a_story_is_linked_as_from_nothing_though_its_articles_came_went_and_changed(states):
    kept = b""
    for told in states:
        read = [_article(name, *telling) for name, telling in sorted(told.items())]
        articles, annotations = [a for a, _ in read], {a.id: found for a, found in read}
        anew, memory = one_story(articles, annotations, LEXICON), Memory(kept)
        story = one_story(articles, annotations, LEXICON, memory)
        assert story == anew
        found = link_story(story, articles, annotations, LEXICON, (), memory)
        assert found == link_story(story, articles, annotations, LEXICON)
        kept = memory.encoded(story.articles)
        again = Memory(kept)
        assert link_story(story, articles, annotations, LEXICON, (), again) == found
        assert not again.changed


def test_what_is_damaged_is_made_again():
    memory = Memory()
    assert memory.recall("sum", ("a",), b"1", int, lambda: 7) == 7
    data = memory.encoded(["a"])
    assert Memory(data).recall("sum", ("a",), b"1", int, lambda: 8) == 7
    for damaged in (data[:-2], b"\x00", b"\xff" * 40):
        assert Memory(damaged).recall("sum", ("a",), b"1", int, lambda: 8) == 8
    assert Memory(data).recall("sum", ("a",), b"1", list[str], lambda: ["made"]) == ["made"]


def test_what_was_made_of_something_else_is_made_again():
    memory = Memory()
    memory.recall("sum", ("a", "b"), digest_of("one", 1), int, lambda: 7)
    kept = Memory(memory.encoded(["b", "a", "c"]))
    assert kept.recall("sum", ("a", "b"), digest_of("one", 2), int, lambda: 8) == 8
    assert kept.recall("sum", ("b", "a"), digest_of("one", 1), int, lambda: 9) == 9
    assert kept.recall("other", ("a", "b"), digest_of("one", 1), int, lambda: 10) == 10


def test_what_is_of_articles_that_are_gone_is_forgotten():
    memory = Memory()
    memory.recall("sum", ("a", "b"), b"1", int, lambda: 7)
    memory.recall("sum", ("a",), b"1", int, lambda: 3)
    left = Memory(memory.encoded(["a"]))
    assert left.recall("sum", ("a",), b"1", int, lambda: 0) == 3
    assert left.recall("sum", ("a", "b"), b"1", int, lambda: 0) == 0
    assert msgspec.msgpack.decode(left.encoded(["z"])) == {"sum": {}}
