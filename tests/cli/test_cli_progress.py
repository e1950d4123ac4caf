"""Progress: a line that changes on a terminal, a line now and then elsewhere, nothing when quiet."""

from __future__ import annotations

import io
from collections.abc import Iterator

from selon.cli.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def clock(*times: float) -> Iterator[float]:
    return iter(times)


def test_a_terminal_shows_one_line_that_is_wiped_at_the_end() -> None:
    stream = Terminal()
    with Progress(quiet=False, stream=stream) as progress:
        progress("annotate", 1, None)
        progress("annotate", 2, 12)
    assert stream.getvalue() == "\r\x1b[Kannotate: article 1\r\x1b[Kannotate: article 2 of 12\r\x1b[K"


def test_a_log_gets_a_line_every_ten_seconds() -> None:
    stream = io.StringIO()
    times = clock(0, 3, 11, 11, 14, 22, 22)
    progress = Progress(quiet=False, stream=stream, clock=lambda: next(times))
    for done in range(1, 5):
        progress("annotate", done, None)
    assert stream.getvalue() == "annotate: article 2\nannotate: article 4\n"


def test_quiet_progress_says_nothing() -> None:
    stream = Terminal()
    with Progress(quiet=True, stream=stream) as progress:
        progress("annotate", 1, 1)
    assert stream.getvalue() == ""
