"""What the user can fix: expected failures, as one sentence and a hint."""

from __future__ import annotations

import errno

from collabkit.lang import Text, same

_LONGEST_NAME = 60


class UserError(Exception):
    """Something the user can fix stops the program; `exit_code` is 2 (usage, unusable input or output)."""

    exit_code = 2

    def __init__(self, message: Text, hint: Text | None = None) -> None:
        # Both, so that an error that comes from another process is whole.
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return self.message.en

    def about(self, name: str) -> UserError:
        """Return this error with the file `name` in front, unless it says so already."""
        if name in self.message.en:
            return self
        return type(self)(Text(f"{name}：{self.message.zh}", f"{name}: {self.message.en}"), self.hint)


class UsageError(UserError):
    """The command line asks for something that does not exist or cannot be combined."""


class InputError(UserError):
    """A file that should be read is missing, unreadable or not what it should be."""


class OutputError(UserError):
    """A file that should be written could not be; what stood there before is untouched."""


class TemplateError(UserError):
    """A template is not usable; the message names the template, the place and the nearest known name."""


_REFUSALS: dict[int, Text] = {
    errno.ENOENT: Text("文件不存在", "there is no such file"),
    errno.EACCES: Text("没有权限", "permission denied"),
    errno.EPERM: Text("没有权限", "permission denied"),
    errno.EROFS: Text("该位置是只读的", "the place is read-only"),
    errno.ENOSPC: Text("磁盘已满", "the disk is full"),
    errno.EDQUOT: Text("磁盘配额已用完", "the disk quota is used up"),
    errno.EFBIG: Text("文件超过允许的大小", "the file is bigger than allowed"),
    errno.EISDIR: Text("它是文件夹", "it is a directory"),
    errno.ENOTDIR: Text("路径中有一段不是文件夹", "a part of the path is not a directory"),
    errno.EEXIST: Text("路径中有一段不是文件夹", "a part of the path is not a directory"),
    errno.ENAMETOOLONG: Text("文件名太长", "the name is too long"),
    errno.EMFILE: Text("打开的文件太多", "too many files are open"),
    errno.ENFILE: Text("打开的文件太多", "too many files are open"),
    errno.ELOOP: Text("符号链接成环", "the symbolic links run in a circle"),
}


def refusal(cause: Exception) -> Text:
    """Return why the system refused, in words a user knows."""
    known = _REFUSALS.get(cause.errno or 0) if isinstance(cause, OSError) else None
    return known or same(str(getattr(cause, "strerror", None) or cause))


def refused(cause: OSError) -> UserError | None:
    """Return the error of a file that the system refused for a known reason; None for any other."""
    if cause.filename is None or cause.errno not in _REFUSALS:
        return None
    name = str(cause.filename)
    shown = name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
    return InputError(
        Text(f"用不了 {shown}：", f"cannot use {shown}: ") + refusal(cause),
        Text("检查这个路径，或换一个位置", "check this path, or choose another place"),
    )
