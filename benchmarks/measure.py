"""How things are timed: the processor's time of several runs of each contender, in turn.

Of several runs the least counts: what is above it is what else the machine did at that moment.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """The least and the median of some runs, in seconds, and the peak memory in MB (0 when not measured)."""

    least: float
    median: float
    memory: float = 0.0

    def __str__(self) -> str:
        """Return the figure in milliseconds, `least (median)`."""
        return f"{self.least * 1000:,.1f} ms ({self.median * 1000:,.1f})"


def compile_everything(source: str) -> None:
    """Compile the modules of every contender, as installing a package does, but for the folder of one under work."""
    for folder in (source, sysconfig.get_path("purelib")):
        subprocess.run([sys.executable, "-m", "compileall", "-q", folder], check=False, stdout=subprocess.DEVNULL)


def commands(contenders: Mapping[str, Sequence[str]], runs: int, *, may_fail: bool = True) -> dict[str, Figure]:
    """Return the processor's time (user and system) and the peak memory of each command line as a whole process."""
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
            start = time.process_time()
            call()
            if number:
                taken[name].append(time.process_time() - start)
    return {name: _figure(found) for name, found in taken.items()}


def _figure(seconds: Sequence[float], memory: float = 0.0) -> Figure:
    return Figure(min(seconds), statistics.median(seconds), memory)


def _process(words: Sequence[str], *, may_fail: bool) -> tuple[float, float]:
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    # A check that finds something ends with 1, which is its job.
    if process.returncode not in ((0, 1) if may_fail else (0,)):
        raise SystemExit(f"{' '.join(words)} ended with {process.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
