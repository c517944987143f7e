"""A sign of life on a terminal while something takes longer than a second."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TextIO, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

T = TypeVar("T")
PATIENCE = 1.0
"""Seconds before anything is shown."""


def watched(
    steps: Iterable[T], terminal: TextIO, words: Callable[[], str], *, total: int | None = None, colour: bool = False
) -> Iterator[T]:
    """Yield `steps`, and show on `terminal` how many there have been once a second has passed.

    `words`, asked for when they are needed first, say what was done to `{}` of them, which is `3` or, when there are
    `total` in all, `3/10`.
    """
    began = time.monotonic()
    bar: Progress | None = None
    try:
        for number, step in enumerate(steps, 1):
            if bar is None and time.monotonic() - began > PATIENCE:
                bar = _bar(terminal, words(), total, colour=colour)
            if bar is not None:
                bar.update(bar.task_ids[0], completed=number)
            yield step
    finally:
        if bar is not None:
            bar.stop()


def _bar(terminal: TextIO, words: str, total: int | None, *, colour: bool) -> Progress:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    counted = "{task.completed}" if total is None else f"{{task.completed}}/{total}"
    console = Console(file=terminal, no_color=not colour)
    bar = Progress(SpinnerColumn(), TextColumn(words.format(counted)), console=console, transient=True)
    bar.add_task("", total=total)
    bar.start()
    return bar
