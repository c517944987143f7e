"""docs/command-line.md: the help page of every command."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from collabkit.cli import help as pages_of
from collabkit.cli.registry import commands
from collabkit.lang import Lang, Text
from collabkit.terminal.output_style import OutputStyle
from docs import NOTE, SUFFIX

_TITLE = Text("# 命令行", "# Command line")
_INTRO = Text(
    """结果写到标准输出，关于运行本身的话写到标准错误。

| 退出码 | 含义 |
|---|---|
| 0 | 没有达到 `--fail-on` 级别的发现 |
| 1 | 有达到该级别的发现 |
| 2 | 用法有误，或输入输出不可用；多个文件中有一个不可用也是 2，其余文件照常处理 |
| 3 | 程序自身的错误 |
| 130 | Ctrl-C |

`check`、`status`、`render` 接受文件、文件夹和写法（如 `'**/project.yaml'`，加引号也行）。文件夹表示它里面和下面的每个
`project.yaml`，按名称排列；隐藏文件夹、`out`、`node_modules` 和指向文件夹的链接不进入，除非直接写出。
同一个文件只算一次。说明文字用第一个项目的语言，表单用各项目自己的语言。多个项目时，`render` 在 `--out` 里
按项目所在的文件夹各建一个文件夹，`status` 各加一个标题。JSON 的形状见[供程序读取的 JSON](json.zh-CN.md)。

环境变量：`COLLABKIT_LANGUAGE` 语言，`COLLABKIT_TODAY` 按哪一天计算，`COLLABKIT_DEBUG=1` 显示完整出错位置，
`NO_COLOR`、`FORCE_COLOR` 颜色。
""",
    """Results go to standard output, what is about the run itself to standard error.

| exit code | meaning |
|---|---|
| 0 | no finding at or above `--fail-on` |
| 1 | findings at or above it |
| 2 | wrong usage, or input or output that cannot be used; one such file among several too, the others are done |
| 3 | an error of the program itself |
| 130 | Ctrl-C |

`check`, `status` and `render` take files, folders and patterns such as `'**/project.yaml'`, quoted or not. A folder
means every `project.yaml` in it and below, in order of name; hidden folders, `out`, `node_modules` and links to folders
are not entered unless they are named. A file counts once. What is said is in the language of the first project, forms
are in each project's own. Of several projects `render` gives each a folder in `--out`, named after the project's own
folder, and `status` a heading each. For the shape of the JSON see [JSON for programs](json.md).

Environment: `COLLABKIT_LANGUAGE` the language, `COLLABKIT_TODAY` the day to reckon with, `COLLABKIT_DEBUG=1` the
full traceback, `NO_COLOR` and `FORCE_COLOR` colour.
""",
)


def pages() -> Mapping[str, str]:
    """Return the pages of both languages by path."""
    return {f"docs/command-line{SUFFIX[lang]}.md": "\n".join(_page(lang)) for lang in Lang}


def _page(lang: Lang) -> Iterator[str]:
    look = OutputStyle(lang, 100)
    yield NOTE[lang] + _TITLE.to(lang) + "\n"
    yield _INTRO.to(lang)
    yield f"```text\n{pages_of.overview(look)}\n```\n"
    for command in commands():
        yield f"## collabkit {command.name}\n\n```text\n{pages_of.page(command, look)}\n```\n"
