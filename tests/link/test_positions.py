from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from quarry_story import Telling, article, day

from selon.lexicon import load
from selon.link.positions import Wording, changes_of_position, moved, positions
from selon.link.sides import side
from selon.model import Change, Interval
from selon.text import Span

WORDS = "la galerie était fermée"


def _story(*said):
    """One article a statement; (speaker, body, stance, day or None, published)."""
    story = Telling()
    names = []
    for n, (speaker, body, stance, number, published, *more) in enumerate(said):
        one = story.tell(article(f"journal-{n}", f"Ici {n}, {WORDS}.", published))
        story.actor(body, kind="body")
        if speaker != body:
            story.actor(speaker, speaks_for=body)
        when = day(number) if number else None
        names.append(story.say(one, speaker, WORDS, stance, when=when, **(more[0] if more else {})))
    return story, names


def _wording(*concepts, stems=(), **more):
    return Wording(frozenset(concepts), frozenset(stems or concepts), **({"takes_up": False} | more))


def _changes(story, words=None):
    told = story.coverage().statements
    words = words or {t.statement.id: _wording("digue") for t in told}
    words = {t.statement.id: words[t.statement.id]._replace(side=side(t, load("fr"))) for t in told}
    return changes_of_position({t.statement.id: "c-1" for t in told}, told, story.attribution(), words)


def test_positions_come_in_order_of_their_dates_with_the_body_that_speaks():
    story, (late, undated, early) = _story(
        ("Ada Morel", "la mine", "confirm", 4, 4),
        ("le maire", "la mairie", "affirm", None, 5),
        ("la mine", "la mine", "deny", 2, 2),
    )
    found = positions(story.coverage().statements, story.attribution())
    assert [(p.actor, p.body, p.stance, p.statements) for p in found] == [
        ("la mine", "la mine", "deny", (early,)),
        ("Ada Morel", "la mine", "confirm", (late,)),
        ("le maire", "la mairie", "affirm", (undated,)),
    ]


def test_statements_of_one_actor_on_one_day_make_one_position():
    story, names = _story(("la mine", "la mine", "deny", 2, 2), ("la mine", "la mine", "deny", 2, 3))
    (found,) = positions(story.coverage().statements, story.attribution())
    assert found.statements == tuple(sorted(names))


def test_a_body_that_denied_and_then_confirms_has_changed():
    story, (denied, confirmed) = _story(
        ("Luc Peyrat", "la mine", "deny", 2, 2), ("Ada Morel", "la mine", "confirm", 4, 4)
    )
    assert _changes(story) == [Change(body="la mine", claim="c-1", before=(denied,), after=(confirmed,))]


def test_who_could_not_tell_and_now_affirms_has_changed():
    story, (before, after) = _story(("la mine", "la mine", "uncertain", 2, 2), ("la mine", "la mine", "affirm", 3, 3))
    assert [(c.before, c.after) for c in _changes(story)] == [((before,), (after,))]


def test_to_affirm_and_later_to_confirm_is_no_change():
    story, _ = _story(("la mine", "la mine", "affirm", 2, 2), ("la mine", "la mine", "confirm", 4, 4))
    assert _changes(story) == []


def test_two_bodies_that_differ_have_not_changed():
    story, _ = _story(("la mine", "la mine", "deny", 2, 2), ("le maire", "la mairie", "affirm", 4, 4))
    assert _changes(story) == []


def test_a_conditional_is_no_position_taken():
    story, _ = _story(
        ("la mine", "la mine", "deny", 2, 2), ("la mine", "la mine", "affirm", 4, 4, {"certainty": "conditional"})
    )
    assert _changes(story) == []


def test_a_change_needs_dates_that_order_the_two():
    undated, _ = _story(("la mine", "la mine", "deny", None, None), ("la mine", "la mine", "confirm", 4, 4))
    same_day, _ = _story(("la mine", "la mine", "deny", 4, 4), ("la mine", "la mine", "confirm", 4, 4))
    assert _changes(undated) == _changes(same_day) == []


def test_an_undated_denial_is_at_the_latest_from_the_day_of_its_article():
    story, (denied, confirmed) = _story(
        ("la mine", "la mine", "deny", None, 2), ("la mine", "la mine", "confirm", 4, 4)
    )
    assert [(c.before, c.after) for c in _changes(story)] == [((denied,), (confirmed,))]


def test_values_move_step_by_step_and_a_day_with_two_values_is_passed_over():
    first, third = day(1), day(3)
    items = [(first, "38", "a"), (day(2), "38", "b"), (day(2), "54", "c"), (third, "54", "d"), (day(5), "57", "e")]
    assert moved(items) == [(("a",), ("d",)), (("d",), ("e",))]


def test_overlapping_times_order_nothing():
    wide = Interval(dt.date(2025, 4, 1), dt.date(2025, 4, 9))
    assert moved([(wide, "38", "a"), (day(4), "54", "b")]) == []


@pytest.mark.parametrize(
    ("after", "takes_up", "moves"), [({"digue"}, False, 1), ({"recherche"}, False, 0), ({"egard"}, True, 1)]
)
def test_a_change_is_about_what_was_spoken_of_before(after, takes_up, moves):
    story, (first, second) = _story(("la mine", "la mine", "deny", 2, 2), ("la mine", "la mine", "confirm", 4, 4))
    words = {first: _wording("digue"), second: _wording(*after, takes_up=takes_up)}
    assert len(_changes(story, words)) == moves


def test_a_change_needs_enough_in_common_and_not_the_same_quotation():
    story, (first, second) = _story(("la mine", "la mine", "uncertain", 2, 2), ("la mine", "la mine", "affirm", 4, 4))
    half = _wording("digue", "pompe", "nuit", "garde", "relève")
    apart = _wording("digue", "toit", "tuile", "neige", "poutre")
    assert _changes(story, {first: half, second: apart}) == []
    assert len(_changes(story, {first: half, second: half})) == 1  # it denies, then confirms, in the same words
    quoted = half._replace(quoted=True)
    assert _changes(story, {first: quoted, second: quoted}) == []
    assert len(_changes(story, {first: half, second: _wording("digue", "pompe", "puits", "neige", "toit")})) == 1


def test_an_old_quotation_that_is_repeated_keeps_its_date():
    said = {"form": "direct"}
    story, (old, _, _again) = _story(
        ("la mine", "la mine", "deny", 2, 2, dict(said)),
        ("la mine", "la mine", "confirm", 4, 4),
        ("la mine", "la mine", "deny", 6, 6, said | {"when_basis": "report"}),
    )
    told = story.coverage().statements
    quoted = _wording("digue", stems=("jamais", "digue", "cede", "nuit"))
    words = {t.statement.id: quoted if t.statement.form == "direct" else _wording("digue") for t in told}
    (change,) = _changes(story, words)
    assert (old in change.before, change.kind) == (True, "move")


def test_the_same_words_said_anew_on_a_later_day_count_again():
    said = {"form": "direct"}
    story, _ = _story(
        ("la mine", "la mine", "deny", 2, 2, dict(said)),
        ("la mine", "la mine", "confirm", 4, 4),
        ("la mine", "la mine", "deny", 6, 6, said | {"when_basis": "words"}),
    )
    told = story.coverage().statements
    quoted = _wording("digue", stems=("jamais", "digue", "cede", "nuit"))
    words = {t.statement.id: quoted if t.statement.form == "direct" else _wording("digue") for t in told}
    assert len(_changes(story, words)) == 2


def test_what_an_article_looks_back_on_came_before_the_rest_that_it_tells_of_the_body():
    story = Telling()
    story.actor("la mine", kind="body")
    one = story.tell(article("journal", "La mine avait nié la fuite. Elle reconnaît la fuite du puits.", 6))
    denied = story.say(one, "la mine", "la fuite.", "deny")
    granted = story.say(one, "la mine", "la fuite du puits", "confirm", when=day(5))
    words = {denied: _wording("fuite", earlier=True), granted: _wording("fuite", "puits")}
    assert [(c.before, c.after) for c in _changes(story, words)] == [((denied,), (granted,))]
    words[denied] = _wording("fuite")
    assert _changes(story, words) == []


def _looking_back(said, stance="affirm"):
    """An article that looks back on a denial, tells something else of the body, and another that told it before."""
    story = Telling()
    story.actor("la mine", kind="body")
    before = story.tell(article("agence", "La mine confirme la fuite du puits.", 3))
    story.say(before, "la mine", "la fuite du puits", "confirm", when=day(3))
    one = story.tell(article("journal", f"La mine avait nié cette fuite. {said}, dit-elle.", 6))
    denied = story.say(one, "la mine", "cette fuite.", "deny")
    later = story.say(one, "la mine", said, stance, when=day(5))
    words = {t.statement.id: _wording("fuite") for t in story.coverage().statements}
    words[denied] = _wording("fuite", takes_up=True, earlier=True)
    words[later] = _wording("ville")
    return story, words, (denied,), (later,)


def test_who_denied_and_then_evades_has_changed():
    story, words, denied, evading = _looking_back("Demandez à la ville", "call")
    assert (denied, evading) in [(c.before, c.after) for c in _changes(story, words)]


def test_who_stands_aside_has_not_changed():
    story, words, _, beside = _looking_back("Bien sûr, cela peut changer en ville")
    assert all(beside != c.after for c in _changes(story, words))


def test_who_could_not_tell_in_a_week_and_confirms_at_its_end_has_changed_whatever_else_is_vague():
    days = (dt.date(2025, 4, 1), dt.date(2025, 4, 9))
    week, wide = Interval(dt.date(2025, 4, 2), dt.date(2025, 4, 8)), Interval(*days)
    items = [(wide, "can't tell", "a"), (week, "can't tell", "b"), (day(8), "vouches", "c")]
    assert moved(items) == [(("b",), ("c",))]


def test_two_voices_of_a_body_that_contradict_each_other_on_one_day_are_shown_as_that():
    story, (denied, vouched) = _story(
        ("Luc Peyrat", "la mine", "deny", 4, 4), ("Ada Morel", "la mine", "confirm", 4, 4)
    )
    expected = Change(body="la mine", claim="c-1", before=(denied,), after=(vouched,), kind="disagreement")
    assert _changes(story) == [expected]


def test_a_statement_that_holds_another_of_the_same_body_takes_no_side_of_its_own():
    story = Telling()
    story.actor("la mine", kind="body")
    one = story.tell(article("agence", "Selon un mot de la mine, elle a nié la fuite du puits.", 2))
    outer = story.say(one, "la mine", "elle a nié la fuite du puits", when=day(2))
    inner = story.say(one, "la mine", "la fuite du puits", "deny", when=day(2))
    at = one.text.index("a nié")
    held = story.statements[one.id]
    held[1] = msgspec.structs.replace(held[1], cue=Span(at, at + len("a nié")))
    later = story.tell(article("radio", "Elle reconnaît la fuite.", 4))
    granted = story.say(later, "la mine", "la fuite", "confirm", when=day(4))
    words = dict.fromkeys((outer, inner, granted), _wording("fuite"))
    assert [(c.before, c.after) for c in _changes(story, words)] == [((inner,), (granted,))]
