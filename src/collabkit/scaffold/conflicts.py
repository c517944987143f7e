"""Files that are there already: never replaced unasked, and named all at once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from collabkit.errors import OutputError, UserError
from collabkit.files import write_together
from collabkit.lang import Text, listing


def conflicts(folder: Path, files: Iterable[str]) -> tuple[str, ...]:
    """Return those of `files` that exist in `folder` already."""
    return tuple(name for name in files if os.path.lexists(folder / name))


def refuse_conflicts(folder: Path, files: Iterable[str]) -> None:
    """Raise OutputError naming those of `files` that exist in `folder` already."""
    names = tuple(files)
    taken = conflicts(folder, names)
    if taken:
        raise _taken(folder, taken, len(names))


def write(folder: Path, files: Mapping[str, str], *, force: bool = False) -> None:
    """Write `files` into `folder`, all or none.

    Raises OutputError, and leaves everything as it was, when one of them exists already and `force` is not
    given, or when one cannot be written.
    """
    if not force:
        refuse_conflicts(folder, files)
    write_together(folder, {name: text.encode("utf-8") for name, text in files.items()})


def _taken(folder: Path, taken: tuple[str, ...], total: int) -> UserError:
    return OutputError(
        Text(
            f"{folder} 中已有 {len(taken)} 个同名文件，没有写入任何内容：",
            f"{len(taken)} of {total} files exist already in {folder}, nothing was written: ",
        )
        + listing(taken),
        Text(
            "请换一个文件夹，或加 --force 覆盖以上文件",
            "choose another folder, or replace exactly these with --force",
        ),
    )
