"""How things are timed: several runs of each contender in turn, so that a noisy moment hits all of them alike."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """The median, least and most of some runs, in seconds, and the peak memory in MB (0 when not measured)."""

    median: float
    least: float
    most: float
    memory: float = 0.0

    def __str__(self) -> str:
        """Return the figure in milliseconds, `median (least-most)`."""
        return f"{self.median * 1000:,.1f} ms ({self.least * 1000:,.1f}-{self.most * 1000:,.1f})"


def commands(contenders: Mapping[str, Sequence[str]], runs: int, *, may_fail: bool = True) -> dict[str, Figure]:
    """Return the wall time and peak memory of each command line as a whole process."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in contenders}
    for number in range(runs + 1):
        for name, words in contenders.items():
            seconds, memory = _process(words, may_fail=may_fail)
            # The first round only warms the file cache.
            if number:
                taken[name].append((seconds, memory))
    return {name: _figure([seconds for seconds, _ in found], max(m for _, m in found)) for name, found in taken.items()}


def calls(contenders: Mapping[str, Callable[[], object]], runs: int) -> dict[str, Figure]:
    """Return the time of each call, warm: one call of each before the clock starts."""
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for number in range(runs + 1):
        for name, call in contenders.items():
            start = time.perf_counter()
            call()
            if number:
                taken[name].append(time.perf_counter() - start)
    return {name: _figure(found) for name, found in taken.items()}


def _figure(seconds: Sequence[float], memory: float = 0.0) -> Figure:
    return Figure(statistics.median(seconds), min(seconds), max(seconds), memory)


def _process(words: Sequence[str], *, may_fail: bool) -> tuple[float, float]:
    start = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    # A check that finds something ends with 1, which is its job.
    if process.returncode not in ((0, 1) if may_fail else (0,)):
        raise SystemExit(f"{' '.join(words)} ended with {process.returncode}")
    return seconds, used.ru_maxrss / 1024
