"""The one place that writes files: whole or not at all, several together or none, never through a link."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from collabkit.errors import OutputError, refusal
from collabkit.lang import Text

_STAGE = ".collabkit-init-"
_TEMPORARY = (".collabkit-", ".tmp")
# What is this much older than ours was left by a run that was killed.
_STALE_SECONDS = 3600


def write_atomic(path: Path, data: bytes) -> None:
    """Write `data` to `path`, whole or not at all; folders above it are made, permission bits are kept.

    Raises OutputError when it cannot be written; what stood there before is then untouched.
    """
    there = check_target(path)
    try:
        if there and not stat.S_ISREG(there.st_mode):
            path.write_bytes(data)  # a device or a pipe has no content to protect
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data, stat.S_IMODE(there.st_mode) if there else None)
    except (OSError, ValueError) as cause:
        raise _not_written(path, cause) from cause


def check_target(path: Path) -> os.stat_result | None:
    """Return what stands at `path`, None when nothing does; OutputError when no file can take its place."""
    try:
        there = path.stat() if path.exists() else None
        if there and stat.S_ISDIR(there.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    except (OSError, ValueError) as cause:
        raise _not_written(path, cause) from cause
    if path.is_symlink() and (there is None or stat.S_ISREG(there.st_mode)):
        raise OutputError(
            Text(f"无法写入 {path}：它是符号链接", f"cannot write {path}: it is a symbolic link"),
            Text("请删除该链接，或换一个位置", "remove the link, or choose another place"),
        )
    return there


def write_together(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write `files` into `folder`, all or none; it is made when it is missing, and the last file appears last.

    Raises OutputError, and leaves everything as it was, when one of them cannot be written.
    """
    base = _existing(folder)
    try:
        with _staged(base, folder, files) as stage:
            if base == folder:
                _move_in(stage, folder, files)
            else:
                first = folder.relative_to(base).parts[0]
                (stage / first).rename(base / first)
    except (OSError, ValueError) as cause:
        raise _nothing_left(folder, cause) from cause


def make_folder(folder: Path, advice: Text) -> Path:
    """Return `folder`, made when it is missing, with its links followed.

    Raises OutputError with `advice` when there can be none.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return folder.resolve(strict=True)
    except FileExistsError as cause:
        raise OutputError(
            Text(f"{folder} 是一个文件，不是文件夹", f"{folder} is a file, not a folder"), advice
        ) from cause
    except (OSError, RuntimeError, ValueError) as cause:
        why = Text(f"无法创建文件夹 {folder}：", f"cannot make the folder {folder}: ") + refusal(cause)
        raise OutputError(why, advice) from cause


def check_inside(folder: Path, path: Path) -> None:
    """Raise OutputError when no file can be written to `path`, or when a link leads from it out of `folder`."""
    if not path.resolve().is_relative_to(folder):
        raise OutputError(
            Text(f"无法写入 {path}：它指向文件夹之外", f"cannot write {path}: it leads out of its folder"),
            Text("请删除该链接，或换一个位置", "remove the link, or choose another place"),
        )
    check_target(path)


def _replace(path: Path, data: bytes, mode: int | None) -> None:
    temporary = path.with_name(secrets.token_hex(8).join(_TEMPORARY))
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    handle = os.open(temporary, flags, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _sweep_files(temporary)
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    # Windows cannot open a folder, and some network drives cannot sync one; the file itself is safe already.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _existing(folder: Path) -> Path:
    """Return the nearest folder that exists, from `folder` upwards."""
    return next((place for place in (folder, *folder.parents) if place.exists()), folder)


@contextlib.contextmanager
def _staged(base: Path, folder: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    """Yield a folder beside the target that holds all files; it is gone afterwards."""
    stage = base / f"{_STAGE}{secrets.token_hex(6)}"
    stage.mkdir()
    try:
        _sweep(base, stage)
        target = stage / folder.relative_to(base)
        for name, data in files.items():
            _stage(target / name, data, stage, base)
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _stage(path: Path, data: bytes, stage: Path, base: Path) -> None:
    try:
        write_atomic(path, data)
    except OutputError as error:
        # The reader knows the place the file was meant for, not the stage.
        raise OutputError(error.message.map(lambda line: line.replace(str(stage), str(base))), error.hint) from error


def _sweep(base: Path, stage: Path) -> None:
    now = stage.stat().st_mtime
    for left in base.glob(f"{_STAGE}*"):
        with contextlib.suppress(OSError):
            if now - left.stat().st_mtime > _STALE_SECONDS:
                shutil.rmtree(left, ignore_errors=True)


def _sweep_files(ours: Path) -> None:
    """Remove what runs that were killed have left beside the file `ours`."""
    now = ours.stat().st_mtime
    for left in ours.parent.glob("*".join(_TEMPORARY)):
        with contextlib.suppress(OSError):
            if now - left.stat().st_mtime > _STALE_SECONDS:
                left.unlink()


def _move_in(stage: Path, folder: Path, files: Mapping[str, bytes]) -> None:
    """Move the staged files into place; when one fails, put everything back."""
    made: list[Path] = []
    moved: list[tuple[Path, Path | None]] = []
    try:
        for name in files:
            target = folder / name
            _make_parents(target.parent, made)
            old = _set_aside(target, stage / f"old-{len(moved)}")
            moved.append((target, old))
            if old and not old.is_symlink():
                (stage / name).chmod(stat.S_IMODE(old.stat().st_mode))
            (stage / name).replace(target)
    except BaseException:
        for target, old in reversed(moved):
            with contextlib.suppress(OSError):
                old.replace(target) if old else target.unlink()
        for place in reversed(made):
            with contextlib.suppress(OSError):
                place.rmdir()
        raise
    _sync_folder(folder)


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


def _nothing_left(folder: Path, cause: OSError | ValueError) -> OutputError:
    return OutputError(
        Text(f"无法写入 {folder}：", f"cannot write to {folder}: ") + refusal(cause),
        Text("没有留下任何文件；请换一个位置后重试", "nothing was left behind; choose another place and try again"),
    )


def _not_written(path: Path, cause: OSError | ValueError) -> OutputError:
    return OutputError(Text(f"无法写入 {path}：", f"cannot write {path}: ") + refusal(cause), _advice(path, cause))


def _advice(path: Path, cause: OSError | ValueError) -> Text:
    number = cause.errno if isinstance(cause, OSError) else None
    if number in (errno.ENOSPC, errno.EDQUOT):
        return Text("请清理磁盘后重试；原文件未受影响", "free some space and try again; the old file is untouched")
    if number in (errno.EACCES, errno.EPERM) and os.access(path, os.F_OK):
        return Text(
            f"如果 {path.name} 正在 Word 或 Excel 中打开，请关闭后重试",
            f"if {path.name} is open in Word or Excel, close it and try again",
        )
    return Text("请换一个位置后重试", "choose another place and try again")
