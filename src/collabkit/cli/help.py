"""The help pages: what a command is for, examples first, aligned for Chinese text too."""

from __future__ import annotations

from collections.abc import Sequence

from collabkit.cli.options import HELP, Argument, Command, Option
from collabkit.cli.registry import NAMES, command, commands, taken
from collabkit.cli.usage import unknown_command
from collabkit.lang import Text
from collabkit.terminal.display_width import pad, width, wrap
from collabkit.terminal.output_style import OutputStyle

TITLE = Text(
    "collabkit：一份项目文件，检查、填表、看进度",
    "collabkit: one project file, checked, rendered as forms, and tracked",
)
EXAMPLES = (
    ("collabkit init", Text("从五个场景之一新建 project.yaml", "start a project.yaml from one of five scenarios")),
    ("collabkit check", Text("看项目文件里有什么问题", "see what is wrong with the project file")),
    ("collabkit render", Text("生成 Word 和 Excel 表单", "write the forms as Word and Excel files")),
)
_USAGE = Text("用法：", "Usage: ")
_EXAMPLES = Text("示例：", "Examples:")
_COMMANDS = Text("命令：", "Commands:")
_ARGUMENTS = Text("参数：", "Arguments:")
_OPTIONS = Text("选项：", "Options:")
_MORE = Text(
    "运行 collabkit --help 查看所有命令，collabkit <命令> --help 查看选项。",
    "Run 'collabkit --help' for all commands, 'collabkit <command> --help' for their options.",
)
_ANY_OPTIONS = Text("[选项]", "[OPTIONS]")
_ANY_COMMAND = Text("<命令>", "<command>")
_CHOICES = Text("可选：", "one of: ")
_DEFAULT = Text("默认：", "default: ")
_AGAIN = Text("可重复", "repeatable")
# Longer names of options stand on a line of their own.
_MOST_NAME = 26
_LEAST_TEXT = 24
"""Cells beside the names below which a text reads better under them."""


def brief(look: OutputStyle) -> str:
    """Return the page of `collabkit` without anything."""
    return "\n".join([*_head(TITLE, look), "", *_examples(EXAMPLES, look), "", *_text(_MORE, look)])


def overview(look: OutputStyle) -> str:
    """Return the page of `collabkit --help`."""
    rows = [(each.name, look.say(each.summary)) for each in commands()]
    usage = f"{look.say(_USAGE)}collabkit {look.say(_ANY_COMMAND)} {look.say(_ANY_OPTIONS)}"
    return "\n".join(
        [
            *_head(TITLE, look),
            "",
            usage,
            "",
            *_examples(EXAMPLES, look),
            "",
            *_section(_COMMANDS, rows, look),
            "",
            *_section(_OPTIONS, _options(taken(None), look), look),
        ]
    )


def page(command: Command, look: OutputStyle) -> str:
    """Return the page of `collabkit <command> --help`."""
    arguments = [(_metavar(mark, look), look.say(mark.help)) for mark in command.takes if isinstance(mark, Argument)]
    words = [look.say(_ANY_OPTIONS), *(name for name, _ in arguments)]
    parts = [
        *_head(Text(f"collabkit {command.name}：", f"collabkit {command.name}: ") + command.summary, look),
        "",
        *_text(command.details, look),
        "",
        f"{look.say(_USAGE)}collabkit {command.name} {' '.join(words)}",
        "",
        *_examples(command.examples, look),
    ]
    for title, rows in ((_ARGUMENTS, arguments), (_OPTIONS, _options(taken(command.name), look))):
        if rows:
            parts += ["", *_section(title, rows, look)]
    return "\n".join(parts)


def at_once(argv: Sequence[str], look: OutputStyle) -> str | None:
    """Return the page that a command line asks for and nothing else, found without the parser; None otherwise.

    Raises UsageError for help about a command that does not exist.
    """
    before = list(argv[: argv.index("--")] if "--" in argv else argv)
    if not argv:
        return brief(look)
    if argv[0] in (*HELP.flags, "help"):
        if not argv[1:] or argv[1].startswith("-") or argv[1] == "help":
            return overview(look)
        if argv[1] not in NAMES:
            raise unknown_command(argv[1], NAMES)
        return page(command(argv[1]), look)
    if argv[0] in NAMES and any(flag in before for flag in HELP.flags):
        return page(command(argv[0]), look)
    return None


def _head(title: Text, look: OutputStyle) -> list[str]:
    return [look.paint(line, "bold") for line in wrap(look.say(title), look.width)]


def _text(text: Text, look: OutputStyle) -> list[str]:
    return wrap(look.say(text), look.width)


def _examples(examples: Sequence[tuple[str, Text]], look: OutputStyle) -> list[str]:
    return _section(_EXAMPLES, [(command, look.say(text)) for command, text in examples], look, most=48)


def _section(title: Text, rows: Sequence[tuple[str, str]], look: OutputStyle, most: int = _MOST_NAME) -> list[str]:
    most = min(most, look.width * 3 // 5)
    column = 2 + max((width(name) for name, _ in rows if width(name) <= most), default=0) + 2
    if look.width - column < _LEAST_TEXT:
        most, column = 0, 6
    lines = [look.paint(look.say(title), "bold")]
    for name, text in rows:
        described = wrap(text, look.width - column)
        if width(name) <= most:
            lines.append(pad("  " + name, column) + described.pop(0))
        else:
            lines.append("  " + name)
        lines += [" " * column + line for line in described]
    return lines


def _options(marks: Sequence[Argument | Option], look: OutputStyle) -> list[tuple[str, str]]:
    return [_row(mark, look) for mark in marks if isinstance(mark, Option)]


def _row(option: Option, look: OutputStyle) -> tuple[str, str]:
    names = ", ".join(option.flags)
    metavar = look.say(option.metavar)
    extras = [look.say(_CHOICES) + " | ".join(option.choices)] if option.choices else []
    if option.default:
        extras.append(look.say(_DEFAULT) + look.say(option.default))
    if option.many:
        extras.append(look.say(_AGAIN))
    text = look.say(option.help)
    if extras:
        opening, closing, between = look.say(Text("（", " (")), look.say(Text("）", ")")), look.say(Text("；", "; "))
        text += opening + between.join(extras) + closing
    return f"{names} {metavar}".rstrip(), text


def _metavar(argument: Argument, look: OutputStyle) -> str:
    name = look.say(argument.metavar)
    if argument.many:
        return f"[{name}…]" if look.unicode else f"[{name}...]"
    return f"[{name}]"
