"""What is wrong with a command line, in the user's words: the parser's errors become UsageErrors."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from collabkit.cli.options import Argument, Option
from collabkit.errors import UsageError
from collabkit.lang import Text
from collabkit.nearest import nearest

_AS_OPTIONS = ("--version",)
"""Options that are asked for like commands."""


def translated(error: Any, path: str, marks: Iterable[Argument | Option]) -> UsageError:
    """Return the parser's `error` about the command called by `path`, which takes `marks`, in both languages.

    An error about an option carries its name, and what the command takes tells what is wrong with it; about
    anything else the parser says so itself.
    """
    options = [mark for mark in marks if isinstance(mark, Option)]
    typed = getattr(error, "option_name", None)
    if typed is None:
        said = error.format_message()
        return UsageError(Text(f"命令有误：{said}", said), see(path))
    option = next((option for option in options if typed in option.flags), None)
    return _misused(typed, option) if option else _unknown_option(typed, path, options)


def unknown_command(typed: str, known: Iterable[str]) -> UsageError:
    """Return the error of a command that does not exist."""
    near = nearest(typed, [*known, *_AS_OPTIONS])
    message = Text(f"没有命令「{typed}」", f"there is no command '{typed}'")
    hint = Text(f"是不是 collabkit {near}？", f"did you mean 'collabkit {near}'?") if near else None
    return UsageError(message, hint or see("collabkit"))


def too_much(words: list[str], path: str) -> UsageError:
    """Return the error of words that the command has no use for."""
    rest = " ".join(words)
    return UsageError(Text(f"多余的参数「{rest}」", f"unexpected '{rest}'"), see(path))


def see(path: str) -> Text:
    """Return where the command's help is."""
    return Text(f"运行 {path} --help 查看用法", f"run '{path} --help' to see how it is used")


def _unknown_option(typed: str, path: str, options: Iterable[Option]) -> UsageError:
    flags = [flag for option in options for flag in option.flags if flag.startswith("--")]
    near = nearest(typed, flags) or _only_one_beginning(typed, flags)
    message = Text(f"{path} 没有选项「{typed}」", f"'{path}' has no option '{typed}'")
    return UsageError(message, Text(f"是不是 {near}？", f"did you mean '{near}'?") if near else see(path))


def _only_one_beginning(typed: str, flags: Iterable[str]) -> str | None:
    """Return the long option that a single letter can only mean, as `-f` means `--format`."""
    found = [flag for flag in flags if len(typed) == 2 and flag.startswith("-" + typed)]
    return found[0] if len(found) == 1 else None


def _misused(flag: str, option: Option) -> UsageError:
    """Return the error of a flag with a value, or of an option without one."""
    if option.is_flag:
        message = Text(f"{flag} 不带值", f"{flag} takes no value")
        return UsageError(message, Text(f"只写 {flag}", f"write just {flag}"))
    message = Text(f"{flag} 后面缺少值", f"{flag} needs a value")
    return UsageError(message, Text(f"写成 {flag} ", f"write {flag} ") + option.metavar)
