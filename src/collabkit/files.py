"""Files written whole or not at all, never through a link."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from pathlib import Path

from collabkit.errors import OutputError, refusal
from collabkit.lang import Text


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


def _replace(path: Path, data: bytes, mode: int | None) -> None:
    temporary = path.with_name(f".collabkit-{secrets.token_hex(8)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    handle = os.open(temporary, flags, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
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
