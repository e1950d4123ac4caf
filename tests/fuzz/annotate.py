"""`make fuzz`: looks for texts that break what holds for all annotations, guided by the code that they reach.

Starts from the sentences of tests/cases and the articles of samples. What breaks something is written to
build/fuzz/faults with its reason, and the search goes on; the corpus is kept in build/fuzz/corpus.
`python tests/fuzz/annotate.py SECONDS`.
"""

# ruff: noqa: T201  (a program, whose summary is for a person)

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import time
import traceback
from pathlib import Path

try:
    import atheris
except ImportError as error:
    msg = "the fuzzer is not installed: .venv/bin/pip install atheris==3.0.0 (Linux, Python 3.11 to 3.13)"
    raise ImportError(msg) from error

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "build" / "fuzz"
LONGEST = 3000  # bytes of an input: enough for a few paragraphs
WORDS = ["« ", " »", "“", "”", '"', "''", "selon ", " a déclaré ", " que ", "a-t-il ", ", dit-il, ", "(AFP) – ", "M. "]
WORDS += ["12 000 ", " % ", "lundi ", "3 mars 2025", "\n\n", "\u00a0", "\u200b", "\u0301", "…", "–", "l’", "il ", "X"]
_STATUS = re.compile(r"#(\d+)\s.*?cov: (\d+).*?corp: (\d+)/")


class Target:
    """Annotates texts; remembers the slowest, and writes down what breaks."""

    def __init__(self) -> None:
        sys.path.insert(0, str(ROOT / "tests"))
        with atheris.instrument_imports(include=["selon"]):
            from invariants import broken  # noqa: PLC0415
            from selon.ingest import annotate  # noqa: PLC0415

            annotate(
                "Le 3 mars 2025, M. Vernet a dit : « Douze hommes sont partis. »"
            )  # loads and instruments the rest
        self._annotate, self._broken = annotate, broken
        self._slowest = 0.0
        (FOLDER / "faults").mkdir(parents=True, exist_ok=True)

    def __call__(self, data: bytes) -> None:
        """Check one input, taken for text."""
        text = data.decode("utf-8", "ignore")
        start = time.process_time()
        try:
            faults = self._broken(text, self._annotate(text))
        except Exception:  # noqa: BLE001  (whatever it is, it is what is looked for)
            faults = [traceback.format_exc()]
        self._took(time.process_time() - start, text)
        if faults:
            place = re.sub(r"\d+", "", faults[0].strip().splitlines()[-1] + faults[0][-300:])
            name = hashlib.sha256(place.encode()).hexdigest()[:12]  # one file a kind of fault
            (FOLDER / "faults" / f"{name}.txt").write_text("\n".join(faults) + "\n---\n" + text, encoding="utf-8")

    def _took(self, seconds: float, text: str) -> None:
        if seconds > self._slowest:
            self._slowest = seconds
            (FOLDER / "slowest.txt").write_text(f"{seconds:.2f} s, {len(text)} characters\n{text}", encoding="utf-8")


def sow() -> None:
    """Write the inputs to start from, and the words to put into them."""
    (FOLDER / "corpus").mkdir(parents=True, exist_ok=True)
    for path in [*(ROOT / "tests" / "cases" / "fr").glob("*.txt"), *(ROOT / "samples" / "bac").glob("*.txt")]:
        (FOLDER / "corpus" / path.stem).write_bytes(path.read_bytes()[:LONGEST])
    escaped = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in WORDS)
    (FOLDER / "words.dict").write_text("".join(f'"{word}"\n' for word in escaped), encoding="ascii")


def search(seconds: int) -> int:
    """Fuzz for so long, and print what came of it; return 1 when something broke."""
    sow()
    for old in [*(FOLDER / "faults").glob("*"), FOLDER / "slowest.txt"]:
        old.unlink(missing_ok=True)
    options = [f"-max_total_time={seconds}", f"-max_len={LONGEST}", "-timeout=120", "-rss_limit_mb=2048"]
    options += [f"-dict={FOLDER / 'words.dict'}", f"-artifact_prefix={FOLDER}/", str(FOLDER / "corpus")]
    command = [sys.executable, __file__, "--worker", *options]
    ran = subprocess.run(command, stderr=subprocess.PIPE, text=True, errors="replace", check=False)
    status = [match.groups() for match in map(_STATUS.match, ran.stderr.splitlines()) if match]
    executions, coverage, corpus = status[-1] if status else ("0", "0", "0")
    faults = sorted((FOLDER / "faults").glob("*"))
    slowest = FOLDER / "slowest.txt"
    print(f"executions {executions}, corpus {corpus}, coverage {coverage} edges, kinds of fault {len(faults)}")
    print(f"slowest input: {slowest.read_text(encoding='utf-8').splitlines()[0] if slowest.exists() else 'none'}")
    for path in faults:
        print(f"{path.relative_to(ROOT)}: {path.read_text(encoding='utf-8').partition('---')[0].strip()[-200:]}")
    if ran.returncode:
        print(ran.stderr[-2000:], file=sys.stderr)
    return 1 if faults or ran.returncode or not status else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--worker"]:
        atheris.Setup([sys.argv[0], *sys.argv[2:]], Target())
        atheris.Fuzz()
    else:
        sys.exit(search(int(sys.argv[1]) if len(sys.argv) > 1 else 600))
