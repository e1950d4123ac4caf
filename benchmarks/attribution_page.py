"""The results of `benchmarks.attribution` as a page, with what was aimed at."""

from __future__ import annotations

from typing import Any

WORDS_A_SECOND, TIMES_THE_PEER, MIB = 5000, 4, 1024
"""The targets: words a second at least, times the peer's at least, peak memory below."""


def page(result: dict[str, Any]) -> str:
    """Return the results as a page."""
    readers = result["readers"]
    sample = result["sample"]
    lines = [
        "# Selon beside the Gender Gap Tracker",
        "",
        f"Taken on {result['taken']} on {result['machine']}; load average before: {result['load_before']}.",
        f"Command: `{result['command']}`; Selon at {result['selon']}, peer {result['peer'] or 'none'}.",
        f"All: {result['articles']:,} articles, {result['words']:,} words.",
        f"Sample: {sample['articles']:,} articles, {sample['words']:,} words.",
        "One core, one thread, model loaded before; medians of the runs and their range.",
        "",
        "| | " + " | ".join(readers) + " |",
        "|---" * (len(readers) + 1) + "|",
    ]
    rows = {
        "words/s, all articles": lambda one: _speed(one, "all", "words_per_second"),
        "words/s, sample": lambda one: _speed(one, "sample", "words_per_second"),
        "words per processor second, all articles": lambda one: _speed(one, "all", "words_per_cpu_second"),
        "words per processor second, sample": lambda one: _speed(one, "sample", "words_per_cpu_second"),
        "peak memory": lambda one: f"{one['peak_mib']:,} MiB",
        "loading": lambda one: f"{one['loading_seconds']} s",
    }
    lines += [f"| {name} | " + " | ".join(map(row, readers.values())) + " |" for name, row in rows.items()]
    for corpus in result["quality"]["selon"]:
        for measure in result["quality"]["selon"][corpus]:
            values = " | ".join(f"{result['quality'][reader][corpus][measure]:.1%}" for reader in readers)
            lines.append(f"| {corpus}, {measure} F1 | {values} |")
    return "\n".join([*lines, "", *targets(readers)]) + "\n"


def targets(readers: dict[str, Any]) -> list[str]:
    """Return a line for each target: what was wanted, what was measured."""
    selon = readers["selon"]
    speed, peak = selon["all"]["words_per_second"]["median"], selon["peak_mib"]
    lines = [
        f"- {WORDS_A_SECOND:,} words/s or more over all articles: {speed:,}, {_met(speed >= WORDS_A_SECOND)}",
        f"- peak memory below {MIB:,} MiB: {peak:,}, {_met(peak < MIB)}",
    ]
    if "peer" in readers:
        for kind, shown in (("words_per_second", "words/s"), ("words_per_cpu_second", "words per processor second")):
            ratio = selon["sample"][kind]["median"] / readers["peer"]["sample"][kind]["median"]
            met = _met(ratio >= TIMES_THE_PEER)
            lines.append(f"- {TIMES_THE_PEER} times the peer's {shown} or more, same texts: {ratio:.1f}, {met}")
    return lines


def _speed(reader: dict[str, Any], texts: str, kind: str) -> str:
    if texts not in reader:
        return "–"
    runs = reader[texts][kind]["runs"]
    return f"{reader[texts][kind]['median']:,} ({min(runs):,} to {max(runs):,})"


def _met(yes: bool) -> str:
    return "met" if yes else "not met"
