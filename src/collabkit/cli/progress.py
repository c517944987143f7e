"""A sign of life on a terminal while something takes longer than a second."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from collabkit.cli.context import Context
from collabkit.lang import Text

if TYPE_CHECKING:
    from rich.progress import Progress

T = TypeVar("T")
PATIENCE = 1.0
"""Seconds before anything is shown."""


def watched(steps: Iterable[T], run: Context, words: Text, total: int | None = None) -> Iterator[T]:
    """Yield `steps`, and show on a terminal how many there have been once a second has passed.

    `words` say what was done to `{}` of them, which is `3` or, when there are `total` in all, `3/10`.
    """
    if not run.err.isatty() or run.environ.get("TERM") == "dumb":
        yield from steps
        return
    began = time.monotonic()
    bar: Progress | None = None
    try:
        for number, step in enumerate(steps, 1):
            if bar is None and time.monotonic() - began > PATIENCE:
                bar = _bar(run, words, total)
            if bar is not None:
                bar.update(bar.task_ids[0], completed=number)
            yield step
    finally:
        if bar is not None:
            bar.stop()


def _bar(run: Context, words: Text, total: int | None) -> Progress:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    console = Console(file=run.err, no_color=not run.coloured(run.err))
    counted = "{task.completed}" if total is None else f"{{task.completed}}/{total}"
    bar = Progress(SpinnerColumn(), TextColumn(words.to(run.lang).format(counted)), console=console, transient=True)
    bar.add_task("", total=total)
    bar.start()
    return bar
