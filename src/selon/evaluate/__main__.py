"""`python -m selon.evaluate`: measure every corpus of the floors' file, and check or pin its floors.

python -m selon.evaluate                       print the scores; exit with 1 when a floor is broken
python -m selon.evaluate --update              raise the floors to what is measured
python -m selon.evaluate --update --allow-regression
python -m selon.evaluate --only sample ...     the same with this corpus alone
python -m selon.evaluate --only copies         which pairs of articles are copies, against judgements made by reading
python -m selon.evaluate --only stories        which articles are one story, and in which episode, likewise
python -m selon.evaluate --only claims         which statements are about one thing, against a reader's topics
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
from selon.evaluate.gate import check_floors
from selon.evaluate.judged import JUDGED, judged


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
    if only not in JUDGED:
        failed = _hold(path, only, update=update, allow_regression=allow_regression)
    for name in JUDGED if only is None else JUDGED.keys() & {only}:
        failed |= _hold_judged(name, path, update=update, allow_regression=allow_regression)
    return failed


def _hold_judged(name: str, path: Path, *, update: bool, allow_regression: bool) -> int:
    """Measure what is judged across articles if their corpora are there; check its floors, or pin them anew."""
    folder = path.resolve().parent
    shared = Path(os.environ.get("SELON_SHARED") or folder.parent.parent / "shared")
    if not (folder / JUDGED[name]).is_dir():
        return 0
    if not (shared / "corpora").is_dir():
        _print(f"{name}: not here, left as it is")
        return 0
    report, values = judged(name, folder, shared)
    _print(f"{name}: {report}")
    floors = load_floors(path)
    held: dict[str, float] = getattr(floors, name)
    failures = check_floors(values, held, floors.epsilon)
    if update:
        new = {measure: round(value, 4) for measure, value in values.items()}
        if not allow_regression:
            new = {measure: max(value, held.get(measure, 0.0)) for measure, value in new.items()}
            failures = [line for line in failures if "no floor yet" not in line]
        save_floors(msgspec.structs.replace(floors, **{name: new}), path)
    _print("\n".join(f"{name}: {line}" for line in failures))
    return 1 if failures and not (update and allow_regression) else 0


def _with(floors: Floors, name: str, pinned: Pinned) -> Floors:
    return msgspec.structs.replace(floors, corpora={**floors.corpora, name: pinned})


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m selon.evaluate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", type=Path, metavar="GOLD", help="a folder of NAME.json files with their texts")
    parser.add_argument("--floors", type=Path, default=Path("evaluation/floors.json"))
    parser.add_argument(
        "--only", metavar="NAME", help="only this corpus of the floors' file, `copies`, `stories` or `claims`"
    )
    parser.add_argument("--update", action="store_true", help="raise the floors to what is measured")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: lower them as well")
    return parser


def _print(line: str) -> None:
    if line:
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
