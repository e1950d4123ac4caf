"""What persons say of statements: it holds, is undone without a trace, and says when it no longer applies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_samples import TEXT, annotations, article, pairs, span
from sqlalchemy import text

from selon.model import Annotations, Correction, Interval, Statement, statement_id
from selon.store import Ledger, as_read, as_stated
from selon.store.amending import amended
from selon.text import Span

ONE = article(1)
READ = annotations(ONE)
HOPED, MONDAY = READ.statements
NOON = dt.datetime(2031, 5, 2, 12, tzinfo=dt.UTC)


def correction(name: str, statement: Statement | None, minutes: int = 0, **fields: object) -> Correction:
    """A person's word: fields of a statement, or with `reject` that it is none, or with no statement a new one."""
    rejects = fields.pop("reject", False)
    edited = msgspec.structs.replace(statement or MONDAY, **fields)
    return Correction(
        id=name,
        kind="reject" if rejects else "change" if statement else "add",
        who="Vera",
        when=NOON + dt.timedelta(minutes=minutes),
        of="statements",
        article=ONE.id,
        statement=statement.id if statement else "",
        read=as_read(TEXT, statement) if statement else None,
        after=None if rejects else as_read(TEXT, edited),
        fields=tuple(fields),
    )


def moved(statement: Statement, **spans: object) -> Statement:
    """The statement as a newer Selon reads it."""
    new = msgspec.structs.replace(statement, **spans)
    return msgspec.structs.replace(new, id=statement_id(ONE.id, new.source, new.cue, new.content))


def with_statements(*statements: Statement) -> Annotations:
    return msgspec.structs.replace(READ, statements=statements, figures=())


def test_a_change_holds_for_its_fields_and_keeps_the_id() -> None:
    found = amended(TEXT, READ, [correction("k-1", HOPED, stance="deny", speaker="Ada Ferré")])
    changed, same = found.annotations.statements
    assert changed == msgspec.structs.replace(HOPED, stance="deny", speaker="Ada Ferré")
    assert same == MONDAY
    assert found.by == {HOPED.id: (correction("k-1", HOPED, stance="deny", speaker="Ada Ferré"),)}
    assert found.read == {HOPED.id: HOPED}


def test_a_day_that_a_person_gives_is_known_from_that_person() -> None:
    day = Interval(dt.date(2031, 5, 2), dt.date(2031, 5, 2))
    (changed, _) = amended(TEXT, READ, [correction("k-1", HOPED, when=day)]).annotations.statements
    assert (changed.when, changed.when_basis, changed.when_evidence) == (day, "person", None)


def test_a_figure_follows_its_statement() -> None:
    given = msgspec.structs.replace(READ.figures[0], giver="statement")
    read = msgspec.structs.replace(READ, figures=(given,))
    (figure,) = amended(TEXT, read, [correction("k-1", HOPED, speaker="Ada Ferré")]).annotations.figures
    assert (figure.speaker, figure.statement) == ("Ada Ferré", HOPED.id)
    (figure,) = amended(TEXT, read, [correction("k-1", HOPED, reject=True)]).annotations.figures
    assert (figure.speaker, figure.statement, figure.giver) == ("", None, "article")
    (figure,) = amended(TEXT, read, [correction("k-1", HOPED, content=(span("que"),))]).annotations.figures
    assert (figure.speaker, figure.statement, figure.giver) == ("", None, "article")
    free = msgspec.structs.replace(given, statement=None, speaker="", giver="article")
    alone = msgspec.structs.replace(read, statements=(), figures=(free,))
    new = correction("k-1", None, content=HOPED.content, speaker="Ada Ferré")
    (figure,) = amended(TEXT, alone, [new]).annotations.figures
    assert (figure.speaker, figure.giver) == ("Ada Ferré", "statement")


def test_a_rejected_statement_is_gone_but_told_of() -> None:
    found = amended(TEXT, READ, [correction("k-1", HOPED, reject=True), correction("k-2", HOPED, 1, stance="deny")])
    assert found.annotations.statements == (MONDAY,)
    assert found.rejected == (HOPED,)
    assert found.idle == {"k-2": "the statement was rejected"}


def test_an_added_statement_stands_in_its_place_and_can_be_changed() -> None:
    new = correction("k-1", None, content=(span("attendaient le pont"),), cue=None, source=None, stance="judge")
    assert new.after is not None
    made = as_stated(ONE.id, new.after)
    found = amended(TEXT, READ, [new])
    assert [s.id for s in found.annotations.statements] == [HOPED.id, made.id, MONDAY.id]
    changed = amended(TEXT, READ, [new, correction("k-2", made, 1, stance="call")])
    assert [s.stance for s in changed.annotations.statements] == ["affirm", "call", "affirm"]
    orphan = amended(TEXT, READ, [correction("k-2", made, 1, stance="call")])
    assert orphan.annotations == READ
    assert orphan.idle == {"k-2": "no statement is read at `attendaient le pont` now"}


@pytest.mark.parametrize(
    "newer",
    [
        moved(HOPED, source=None),
        moved(HOPED, cue=None, source=span("Le maire")),
        moved(HOPED, content=(span("3 000 habitants attendaient le pont"),)),
    ],
    ids=["another source", "the same content alone", "a shorter content"],
)
def test_a_correction_survives_a_reading_that_differs_a_little(newer: Statement) -> None:
    found = amended(TEXT, with_statements(newer, MONDAY), [correction("k-1", HOPED, stance="deny")])
    assert [s.stance for s in found.annotations.statements] == ["deny", "affirm"]
    assert found.annotations.statements[0].content == newer.content
    assert found.idle == {}


def test_a_correction_of_what_is_no_longer_read_says_so() -> None:
    found = amended(TEXT, with_statements(MONDAY), [correction("k-1", HOPED, stance="deny")])
    assert found.annotations.statements == (MONDAY,)
    assert found.idle == {"k-1": "no statement is read at `que 3 000 habitants attendaient le pont` now"}


def test_a_correction_that_fits_several_statements_is_applied_to_none() -> None:
    one, two = moved(HOPED, source=None), moved(HOPED, source=span("Le maire"))
    found = amended(TEXT, with_statements(one, two), [correction("k-1", HOPED, stance="deny")])
    assert found.annotations.statements == (one, two)
    assert found.idle["k-1"].startswith("several statements are read at")


def test_a_correction_of_other_words_is_not_applied() -> None:
    found = amended(TEXT.replace("3 000", "4 000"), READ, [correction("k-1", HOPED, stance="deny")])
    assert found.annotations == READ
    assert found.idle["k-1"].startswith("the text no longer has `que 3 000")


WORD_STARTS = [at for at in range(len(TEXT)) if TEXT[at].isalpha() and (at == 0 or not TEXT[at - 1].isalpha())]
SPANS = st.sampled_from(WORD_STARTS).flatmap(lambda at: st.integers(at + 1, len(TEXT)).map(lambda end: Span(at, end)))


@st.composite
def said(draw: st.DrawFn, number: int) -> Correction:
    target = draw(st.sampled_from([HOPED, MONDAY, None]))
    if target is not None and draw(st.booleans()):
        return correction(f"k-{number}", target, number, reject=True)
    fields: dict[str, object] = {"content": (draw(SPANS),)} if target is None or draw(st.booleans()) else {}
    fields |= draw(
        st.fixed_dictionaries(
            {}, optional={"stance": st.sampled_from(["deny", "call"]), "speaker": st.sampled_from(["", "Ada Ferré"])}
        )
    )
    return correction(f"k-{number}", target, number, **(fields or {"stance": "judge"}))


CORRECTIONS = st.integers(0, 5).flatmap(lambda n: st.tuples(*(said(number) for number in range(n))))


@given(CORRECTIONS, st.randoms())
def test_the_order_in_which_corrections_are_given_does_not_matter(made: tuple[Correction, ...], random: object) -> None:
    shuffled = list(made)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert amended(TEXT, READ, shuffled) == amended(TEXT, READ, made)


@given(CORRECTIONS)
def test_every_correction_holds_or_says_why_not(made: tuple[Correction, ...]) -> None:
    found = amended(TEXT, READ, made)
    holding = {c.id for corrections in found.by.values() for c in corrections}
    assert holding | found.idle.keys() == {c.id for c in made}
    assert not holding & found.idle.keys()
    ids = [s.id for s in found.annotations.statements]
    assert len(ids) == len(set(ids))
    assert {f.statement for f in found.annotations.figures} <= {None, *ids}


def derived(ledger: Ledger) -> list[Sequence[object]]:
    with ledger._engine.connect() as connection:
        queries = [f"SELECT * FROM {table} ORDER BY article, position" for table in ("statements", "figures")]
        kept = [connection.execute(text(query)).all() for query in queries]
        words = "SELECT article, position, speaker, content FROM statement_words ORDER BY article, position"
        kept.append(connection.execute(text(words)).all())
    return [*kept, ledger.search("habitants", of="statements").hits, ledger.search("Ferré").hits]


@pytest.fixture(scope="module")
def shared() -> Iterator[Ledger]:
    with Ledger.open("sqlite://") as opened:
        opened.add(pairs(1, 2))
        yield opened


@given(both=CORRECTIONS.flatmap(lambda made: st.tuples(st.just(made), st.permutations(made))))
def test_what_is_corrected_and_undone_in_any_order_leaves_no_trace(
    shared: Ledger, both: tuple[tuple[Correction, ...], list[Correction]]
) -> None:
    made, undone = both
    before = derived(shared)
    for one in made:
        shared.correct(one)
        shared.correct(one)
    assert shared.annotations([ONE.id])[ONE.id] == amended(TEXT, READ, made).annotations
    for one in undone:
        assert shared.withdraw(one.id)
    assert derived(shared) == before
    assert shared.annotations([ONE.id])[ONE.id] == READ
    assert shared.history() == []


def test_the_corrected_ledger_is_what_is_found(shared: Ledger) -> None:
    with Ledger.open("sqlite://") as ledger:
        ledger.add(pairs(1))
        ledger.correct(correction("k-1", HOPED, speaker="Ada Ferré"))
        (hit,) = ledger.search("habitants", of="statements").hits
        assert hit.statement is not None
        assert hit.statement.speaker == "Ada Ferré"
        ledger.correct(correction("k-2", HOPED, 1, reject=True))
        assert ledger.search("habitants", of="statements").hits == ()
        assert len(ledger.search("habitants").hits) == 1


def test_corrections_hold_when_the_article_is_read_again_and_when_it_comes_back() -> None:
    with Ledger.open("sqlite://") as ledger:
        ledger.add(pairs(1))
        ledger.correct(correction("k-1", HOPED, stance="deny"))
        newer = with_statements(moved(HOPED, source=None), MONDAY)
        ledger.read_again([(ONE, newer)])
        assert [s.stance for s in ledger.annotations([ONE.id])[ONE.id].statements] == ["deny", "affirm"]
        ledger.read_again([(ONE, with_statements(MONDAY))])
        (kept,) = ledger.history()
        assert kept.idle == "no statement is read at `que 3 000 habitants attendaient le pont` now"
        ledger.remove([ONE.id])
        (kept,) = ledger.history()
        assert kept.idle == "its article is not in the ledger"
        ledger.add(pairs(1))
        (kept,) = ledger.history()
        assert kept.idle == ""
        with ledger._engine.connect() as connection:
            found = connection.execute(text("SELECT stance FROM statements ORDER BY position")).scalars().all()
        assert found == ["deny", "affirm"]


def test_what_was_taken_back_stays_in_the_history() -> None:
    with Ledger.open("sqlite://") as ledger:
        ledger.add(pairs(1))
        made = correction("k-1", HOPED, stance="deny")
        ledger.correct(made)
        assert ledger.withdraw("k-1", "Omar", NOON + dt.timedelta(hours=1))
        ledger.correct(made)
        first, second = ledger.history()
        assert (first.correction, first.undone_by, first.undone) == (made, "Omar", NOON + dt.timedelta(hours=1))
        assert (second.correction, second.undone_by, second.idle) == (made, None, "")


def test_the_history_since_a_moment_has_what_was_made_or_taken_back_since() -> None:
    with Ledger.open("sqlite://") as ledger:
        ledger.add(pairs(1))
        ledger.correct(correction("k-1", HOPED, stance="deny"))
        ledger.correct(correction("k-2", MONDAY, 10, stance="deny"))
        ledger.correct(correction("k-3", MONDAY, 20, stance="call"))
        assert ledger.withdraw("k-1", "Omar", NOON + dt.timedelta(minutes=30))
        since = [(k.correction.id, k.undone_by) for k in ledger.history(NOON + dt.timedelta(minutes=20))]
        assert since == [("k-1", "Omar"), ("k-3", None)]
        assert len(ledger.history()) == 3
