"""What a command takes: its options and arguments, described in both languages, and the values they refuse."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from collabkit.arguments import not_a_choice
from collabkit.errors import OutputError, UsageError
from collabkit.lang import Lang, Text, same

if TYPE_CHECKING:
    from collabkit.cli.program import Program

Parse = Callable[[str], Any]
"""Turns what was typed into a value; raises UsageError when it cannot."""
Complete = Callable[[], Iterable[str]]
"""Returns the words a shell offers for a value."""

_NOTHING = same("")
_MOST_DIGITS = 9


class Argument(NamedTuple):
    """A value without a name, such as a file, that may be left out; of `many` there may be several."""

    metavar: Text
    help: Text
    complete: Complete | None = None
    many: bool = False


class Option(NamedTuple):
    """A value with a name: `flags` as typed, its help, and what stands for its value in the help.

    `choices` are the only values it takes. `default` says in the help what holds without it. Of `many` there may be
    several. One without a `metavar` takes no value.
    """

    flags: tuple[str, ...]
    help: Text
    metavar: Text = _NOTHING
    choices: tuple[str, ...] = ()
    parse: Parse | None = None
    complete: Complete | None = None
    default: Text | None = None
    many: bool = False

    @property
    def is_flag(self) -> bool:
        """Return whether the option stands for itself, without a value."""
        return not self.metavar.en

    def value(self, typed: str) -> Any:
        """Return the value of what was typed; raise UsageError when it is none of the choices."""
        if self.choices and typed not in self.choices:
            raise not_a_choice(self.flags[-1], typed, self.choices)
        return self.parse(typed) if self.parse else typed


class Command(NamedTuple):
    """A command: the word that calls it, what its help says, and what it takes besides what all commands take.

    `register` adds it to the program, with a function that takes what `takes` lists and returns the exit code.
    """

    name: str
    summary: Text
    details: Text
    examples: tuple[tuple[str, Text], ...]
    takes: tuple[Argument | Option, ...]
    register: Callable[[Program], None]


def output_file(typed: str) -> Path | None:
    """Return the file to write to; None for `-`, which means standard output.

    Raises OutputError when its folder does not exist: a mistyped path is no reason to make folders.
    """
    if typed == "-":
        return None
    path = Path(typed)
    if not path.parent.is_dir():
        raise OutputError(
            Text(f"没有文件夹 {path.parent}，无法写入 {path}", f"there is no folder {path.parent} to write {path} to"),
            Text("先建好文件夹，或换一个位置", "make the folder first, or choose another place"),
        )
    return path


def number(flag: str) -> Parse:
    """Return the reader of a whole number from 0."""

    def parse(typed: str) -> int:
        if typed.isascii() and typed.isdigit() and len(typed) <= _MOST_DIGITS:
            return int(typed)
        raise UsageError(
            Text(
                f"{flag} 需要 0 或正整数，不能是「{typed}」",
                f"{flag} needs a whole number from 0 up, not '{typed}'",
            ),
            Text(f"例如 {flag} 20；0 表示不限", f"for example {flag} 20; 0 means no limit"),
        )

    return parse


LANGUAGE = Option(
    ("--language",),
    Text("使用的语言", "language to use"),
    Text("<语言>", "<lang>"),
    tuple(Lang),
    default=Text("依次取 COLLABKIT_LANGUAGE、项目文件、系统语言", "COLLABKIT_LANGUAGE, the project file, the system"),
)
COLOR = Option(
    ("--color",),
    Text("何时用颜色", "when to use colour"),
    Text("<何时>", "<when>"),
    ("auto", "always", "never"),
    default=same("auto"),
)
DEBUG = Option(
    ("--debug",), Text("程序出错时显示完整的出错位置", "show the full traceback when the program itself fails")
)
SHARED = {"language": LANGUAGE, "color": COLOR, "debug": DEBUG}
"""What every command takes; the `Context` has read them already."""
HELP = Option(("-h", "--help"), Text("显示帮助", "show this help"))
VERSION = Option(("--version",), Text("显示版本", "show the version"))
COMPLETION = (
    Option(("--install-completion",), Text("为当前命令行安装自动补全", "install completion for the current shell")),
    Option(("--show-completion",), Text("显示自动补全脚本", "show the completion script")),
)

TODAY = Option(
    ("--today",),
    Text("按哪一天计算，如 2026-03-20", "the day to reckon with, such as 2026-03-20"),
    Text("<日期>", "<date>"),
    default=Text("COLLABKIT_TODAY，否则为今天", "COLLABKIT_TODAY, else today"),
)
"""Hand it to `Context.today`."""
