"""`python -m selon.evaluate`: measure every corpus of the floors' file, and check or pin its floors.

python -m selon.evaluate                       print the scores; exit with 1 when a floor is broken
python -m selon.evaluate --update              raise the floors to what is measured
python -m selon.evaluate --update --allow-regression
python -m selon.evaluate --only sample ...     the same with this corpus alone
python -m selon.evaluate --only copies         which pairs of articles are copies, against judgements made by reading
python -m selon.evaluate --check GOLD          name all faults in an annotated corpus
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import msgspec

from selon.errors import MissingInput, SelonError
from selon.evaluate import (
    Floors,
    Pinned,
    check_files,
    check_gate,
    faults,
    load_floors,
    lowered,
    measured,
    ratcheted,
    run,
    save_floors,
    table,
    told,
)
from selon.evaluate.copying import copies_report, judged_pairs, load_judgements, measures
from selon.evaluate.gate import check_floors

COPIES = "copies"
"""What --only calls the judgements of pairs of articles, which are no corpus but have floors too."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command with `arguments` (those of the process if None) and return its exit status."""
    given = _parser().parse_args(arguments)
    try:
        if given.check:
            _print("\n".join(found := faults(given.check)) or "No faults.")
            return 1 if found else 0
        return _hold_all(given.floors, given.only, update=given.update, allow_regression=given.allow_regression)
    except SelonError as error:
        _print(str(error))
        return 2


def _hold(path: Path, only: str | None, *, update: bool, allow_regression: bool) -> int:
    """Measure each corpus that is there, or `only` one of them; check its floors, or pin them anew."""
    floors = load_floors(path)
    if only and only not in floors.corpora:
        raise MissingInput(only, f"no such corpus in {path}", f"Expected one of {', '.join(floors.corpora)}")
    root = path.resolve().parent.parent
    failures: list[str] = []
    for name, pinned in floors.corpora.items():
        if only and name != only:
            continue
        gold, texts = pinned.folders(root)
        if not gold.is_dir():
            _print(f"{name}: not here, left as it is")
            continue
        scores = run(gold, texts)
        _print(f"{name}: {table(scores)}")
        if update:
            after = measured(pinned, scores, root)
            found = [] if allow_regression else lowered(pinned, after)
            floors = _with(floors, name, after if allow_regression else ratcheted(pinned, after))
        else:
            found = check_files(pinned, root) or check_gate(scores, pinned.floors, floors.epsilon)
        failures += [f"{name}: {line} stays" for line in found] if update else filter(None, [told(name, pinned, found)])
    if update:
        save_floors(floors, path)
    _print("\n".join(failures))
    if update and failures:
        _print("To lower these floors as well, add --allow-regression")
    return 1 if failures else 0


def _hold_all(path: Path, only: str | None, *, update: bool, allow_regression: bool) -> int:
    failed = 0
    if only != COPIES:
        failed = _hold(path, only, update=update, allow_regression=allow_regression)
    if only in (None, COPIES):
        failed |= _hold_copies(path, update=update, allow_regression=allow_regression)
    return failed


def _hold_copies(path: Path, *, update: bool, allow_regression: bool) -> int:
    """Measure the judged pairs of articles if their corpora are there; check their floors, or pin them anew."""
    folder = path.resolve().parent
    judgements = folder / COPIES / "judgements.jsonl"
    corpora = Path(os.environ.get("SELON_SHARED") or folder.parent.parent / "shared") / "corpora"
    if not judgements.is_file():
        return 0
    if not corpora.is_dir():
        _print(f"{COPIES}: not here, left as it is")
        return 0
    pairs = judged_pairs(load_judgements(judgements), corpora)
    _print(f"{COPIES}: {copies_report(pairs)}")
    floors, values = load_floors(path), measures(pairs)
    failures = check_floors(values, floors.copies, floors.epsilon)
    if update:
        new = {name: round(value, 4) for name, value in values.items()}
        if not allow_regression:
            new = {name: max(value, floors.copies.get(name, 0.0)) for name, value in new.items()}
            failures = [line for line in failures if "no floor yet" not in line]
        save_floors(msgspec.structs.replace(floors, copies=new), path)
    _print("\n".join(f"{COPIES}: {line}" for line in failures))
    return 1 if failures and not (update and allow_regression) else 0


def _with(floors: Floors, name: str, pinned: Pinned) -> Floors:
    return msgspec.structs.replace(floors, corpora={**floors.corpora, name: pinned})


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m selon.evaluate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", type=Path, metavar="GOLD", help="a folder of NAME.json files with their texts")
    parser.add_argument("--floors", type=Path, default=Path("evaluation/floors.json"))
    parser.add_argument("--only", metavar="NAME", help="only this corpus of the floors' file, or `copies`")
    parser.add_argument("--update", action="store_true", help="raise the floors to what is measured")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: lower them as well")
    return parser


def _print(line: str) -> None:
    if line:
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
