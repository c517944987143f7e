"""Where the forms of several projects go: a folder each."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from itertools import takewhile
from pathlib import Path

from collabkit.cli.search import DEFAULT


def folders(files: Sequence[str], out: Path) -> Mapping[str, Path]:
    """Return the output folder of every file: `out` for one alone, else one in it, named after the project's folder.

    What the paths of all have in common is left out of the names; a file of another name than project.yaml adds its
    own. No two get one folder, whatever the case of its letters.
    """
    if len(files) == 1:
        return {files[0]: out}
    steps = [_steps(file) for file in files]
    shared = len(list(takewhile(lambda level: len(set(level)) == 1, zip(*steps, strict=False))))
    taken: set[str] = set()
    return {file: out / _free(Path(*(own[shared:] or own[-1:])), taken) for file, own in zip(files, steps, strict=True)}


def _steps(file: str) -> tuple[str, ...]:
    path = Path(os.path.abspath(file))  # noqa: PTH100 - Path.absolute keeps '..'
    folder = path.parent.parts[1:]
    return folder if path.name == DEFAULT and folder else (*folder, path.stem.strip("<>"))


def _free(folder: Path, taken: set[str]) -> Path:
    number, free = 1, folder
    while str(free).casefold() in taken:
        number += 1
        free = folder.with_name(f"{folder.name}-{number}")
    taken.add(str(free).casefold())
    return free
