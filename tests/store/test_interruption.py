"""What happens to the ledger when a process is killed, and when two work on it at once."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from ledger_samples import article, pairs

from selon.store import Added, Ledger

HERE = Path(__file__).parent
START = f"""
import os, signal, sys
sys.path.insert(0, {str(HERE)!r})
from ledger_samples import article, pairs, story
from selon.store import Ledger
path = sys.argv[1]
"""
KILLED_WHILE_ADDING = """
from sqlalchemy import event
ledger = Ledger.open(path)
ledger.add(pairs(0))
left = int(sys.argv[2])
def count(connection, cursor, statement, *rest):
    global left
    if statement.startswith("INSERT") or statement == "COMMIT":
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
event.listen(ledger._engine, "after_cursor_execute", count)
ledger.add(pairs(*range(40)))
"""
KILLED_WHILE_CORRECTING = """
import datetime as dt
from sqlalchemy import event
from selon.model import Correction
from selon.store import as_read
import msgspec
ledger = Ledger.open(path)
one, found = pairs(1)[0]
hoped = found.statements[0]
now = msgspec.structs.replace(hoped, speaker="Ada Ferré", stance="deny")
made = Correction(
    id="k-1", kind="change", who="Vera", when=dt.datetime(2031, 5, 2, 12, tzinfo=dt.UTC), of="statements",
    article=one.id, statement=hoped.id, read=as_read(one.text, hoped), after=as_read(one.text, now),
    fields=("speaker", "stance"),
)
if sys.argv[3] == "undo":
    ledger.correct(made)
left = int(sys.argv[2])
def count(connection, cursor, statement, *rest):
    global left
    if statement.startswith(("INSERT", "DELETE")):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
event.listen(ledger._engine, "after_cursor_execute", count)
if sys.argv[3] == "undo":
    ledger.withdraw("k-1", "Omar", dt.datetime(2031, 5, 3, 12, tzinfo=dt.UTC))
else:
    ledger.correct(made)
"""
KILLED_WHILE_MIGRATING = """
import sqlalchemy.engine
left = int(sys.argv[2])
def count(connection, cursor, statement, *rest):
    global left
    if statement.strip().startswith(("CREATE", "INSERT")):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
from sqlalchemy import event
event.listen(sqlalchemy.engine.Engine, "after_cursor_execute", count)
Ledger.open(path)
"""
ADDS = """
import time
low, high, start = (float(a) for a in sys.argv[2:])
time.sleep(max(0, start - time.time()))  # both begin together
with Ledger.open(path) as ledger:
    for number in range(int(low), int(high)):
        ledger.add(pairs(number, 1000))
        ledger.set_stories([story(f"g-{number}", article(number))])
print(len(ledger.ids()))
"""


def started(script: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", START + script, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize("step", [1, 2, 3, 4])
def test_a_process_killed_while_adding_leaves_the_batch_out_and_adding_again_completes_it(
    tmp_path: Path, step: int
) -> None:
    path = tmp_path / "l.db"
    process = started(KILLED_WHILE_ADDING, path, step)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL, errors
    with Ledger.open(path) as ledger:
        assert ledger.articles() == [article(0)]  # what was acknowledged, and nothing of the rest
        done = ledger.add(pairs(*range(40)))
        assert done == Added(added=tuple(article(n).id for n in range(1, 40)), unchanged=(article(0).id,))
        assert ledger.annotations(ledger.ids()) == {a.id: n for a, n in pairs(*range(40))}


@pytest.mark.parametrize("step", [1, 2, 4, 8])
@pytest.mark.parametrize("work", ["correct", "undo"])
def test_a_process_killed_while_correcting_leaves_what_was_there_and_nothing_twice(
    tmp_path: Path, step: int, work: str
) -> None:
    path = tmp_path / "l.db"
    with Ledger.open(path) as ledger:
        ledger.add(pairs(1, 2))
    process = started(KILLED_WHILE_CORRECTING, path, step, work)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL, errors
    with Ledger.open(path) as ledger:
        kept = ledger.history()
        assert [(k.correction.id, k.undone, k.idle) for k in kept] == ([] if work == "correct" else [("k-1", None, "")])
        speaker = "Ada Ferré" if work == "undo" else "Ivo Lastre"
        for found in ("habitants", "Lundi"):
            assert len(ledger.search(found, of="statements").hits) == 2
        (hit,) = [h for h in ledger.search("habitants", of="statements").hits if h.article == article(1).id]
        assert hit.statement == ledger.annotations([article(1).id])[article(1).id].statements[0]
        assert hit.statement.speaker == speaker
        if work == "undo":
            assert ledger.withdraw("k-1")
        assert ledger.annotations(ledger.ids()) == {a.id: n for a, n in pairs(1, 2)}


@pytest.mark.parametrize("step", [1, 9])
def test_a_process_killed_while_creating_a_ledger_leaves_one_that_can_be_created(tmp_path: Path, step: int) -> None:
    path = tmp_path / "l.db"
    process = started(KILLED_WHILE_MIGRATING, path, step)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL, errors
    with Ledger.open(path) as ledger:
        assert ledger.add(pairs(1)).added == (article(1).id,)


def test_two_processes_create_and_fill_one_ledger_at_once(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    start = time.time() + 1.5  # time enough to load
    both = [started(ADDS, path, 0, 25, start), started(ADDS, path, 25, 50, start)]
    for process in both:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
    with Ledger.open(path) as ledger:
        assert set(ledger.ids()) == {article(n).id for n in (*range(50), 1000)}
        assert len(ledger.stories()) == 1
