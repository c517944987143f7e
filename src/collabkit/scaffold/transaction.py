"""Several files written together: all of them or none."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from collabkit.errors import OutputError, UserError, refusal
from collabkit.files import write_atomic
from collabkit.lang import Text, listing

_STAGE = ".collabkit-init-"
# A stage this much older than ours was left by a run that was killed.
_STALE_SECONDS = 3600


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
    """Write `files` into `folder`, which is made when it is missing; the last one appears last.

    Raises OutputError, and leaves everything as it was, when one of them exists already and `force` is not
    given, or when one cannot be written.
    """
    if not force:
        refuse_conflicts(folder, files)
    base = _existing(folder)
    try:
        with _staged(base, folder, files) as stage:
            if base == folder:
                _move_in(stage, folder, files)
            else:
                first = folder.relative_to(base).parts[0]
                (stage / first).rename(base / first)
    except (OSError, ValueError) as cause:
        raise _not_written(folder, cause) from cause


def _existing(folder: Path) -> Path:
    """Return the nearest folder that exists, from `folder` upwards."""
    return next((place for place in (folder, *folder.parents) if place.exists()), folder)


@contextlib.contextmanager
def _staged(base: Path, folder: Path, files: Mapping[str, str]) -> Iterator[Path]:
    """Yield a folder beside the target that holds all files; it is gone afterwards."""
    stage = base / f"{_STAGE}{secrets.token_hex(6)}"
    stage.mkdir()
    try:
        _sweep(base, stage)
        target = stage / folder.relative_to(base)
        for name, text in files.items():
            _stage(target / name, text, stage, base)
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _stage(path: Path, text: str, stage: Path, base: Path) -> None:
    try:
        write_atomic(path, text.encode("utf-8"))
    except OutputError as error:
        # The reader knows the place the file was meant for, not the stage.
        raise OutputError(error.message.map(lambda line: line.replace(str(stage), str(base))), error.hint) from error


def _sweep(base: Path, stage: Path) -> None:
    now = stage.stat().st_mtime
    for left in base.glob(f"{_STAGE}*"):
        with contextlib.suppress(OSError):
            if now - left.stat().st_mtime > _STALE_SECONDS:
                shutil.rmtree(left, ignore_errors=True)


def _move_in(stage: Path, folder: Path, files: Mapping[str, str]) -> None:
    """Move the staged files into place; when one fails, put everything back."""
    made: list[Path] = []
    moved: list[tuple[Path, Path | None]] = []
    try:
        for name in files:
            target = folder / name
            _make_parents(target.parent, made)
            old = _set_aside(target, stage / f"old-{len(moved)}")
            moved.append((target, old))
            (stage / name).replace(target)
    except BaseException:
        for target, old in reversed(moved):
            with contextlib.suppress(OSError):
                old.replace(target) if old else target.unlink()
        for place in reversed(made):
            with contextlib.suppress(OSError):
                place.rmdir()
        raise


def _set_aside(target: Path, place: Path) -> Path | None:
    if not os.path.lexists(target):
        return None
    if target.is_dir() and not target.is_symlink():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    # A second name for the old file, so that the target is never missing.
    try:
        os.link(target, place, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(target, place, follow_symlinks=False)
    return place


def _make_parents(folder: Path, made: list[Path]) -> None:
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir()
        made.append(place)


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


def _not_written(folder: Path, cause: OSError | ValueError) -> OutputError:
    return OutputError(
        Text(f"无法写入 {folder}：", f"cannot write to {folder}: ") + refusal(cause),
        Text("没有留下任何文件；请换一个位置后重试", "nothing was left behind; choose another place and try again"),
    )
