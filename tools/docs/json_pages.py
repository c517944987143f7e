"""docs/json.md and docs/schema/*-output.schema.json: what programs read, member by member, and as JSON Schema."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from collabkit.lang import Lang, Text
from docs import NOTE, SUFFIX
from docs.outputs import Output, Shape, outputs
from docs.readme import printed

_MOST_LINES = 30
_TITLE = Text("# 供程序读取的 JSON", "# JSON for programs")
_INTRO = Text(
    """`check`、`render`、`status`、`explain`、`rules`、`forms` 加上 `--format json`，标准输出就只有一份 JSON 文档，
其余的话都在标准错误。每份文档都有 `format_version`；1.x 之内只增加成员，不改名、不删除、不改含义，
因此请忽略不认识的成员。每个命令的形状另有一份 JSON Schema（draft 7，说明为英文），测试用各命令的真实输出核对。

一个文件也读不了时没有文档，退出码为 2；多个文件中只有一部分读不了时，文档只含其余文件，退出码同样为 2。
文字（`message`、`title`、`text` 等）用本次运行的语言，`--language` 可以指定；程序判断请用代码和英文词。
日期写作 `2026-03-20`，没有的值为 `null`。
""",
    """With `--format json`, `check`, `render`, `status`, `explain`, `rules` and `forms` print one JSON document to
standard output and everything else to standard error. Every document has a `format_version`; within 1.x members are
only added, never renamed, removed or given another meaning, so ignore what you do not know. The shape of every
command is also a JSON Schema (draft 7); the tests hold what the commands really print against them.

When no file can be read there is no document and the exit code is 2; when some of several cannot, the document is
about the others and the exit code is 2 too. Texts (`message`, `title`, `text`, ...) are in the language of the run,
which `--language` chooses; decide by codes and words. Days are `2026-03-20`; what is not there is `null`.
""",
)
_ALSO = Text(
    """## 其他

`collabkit schema` 输出的是项目文件的 JSON Schema，不是上面这样的文档；`collabkit --version` 输出一行文字。
""",
    """## The rest

`collabkit schema` prints the JSON Schema of the project file, not a document like these, and `collabkit --version`
prints one line of text.
""",
)
_SCHEMA = Text("形状：", " Shape: ")
_SAMPLE = Text("例如：", "For example:")
_HEAD = Text("| 成员 | 值 | 含义 |", "| member | value | meaning |")
_KINDS = {
    "string": Text("文字", "text"),
    "integer": Text("整数", "whole number"),
    "number": Text("数字", "number"),
    "boolean": Text("true 或 false", "true or false"),
    "array": Text("列表", "list"),
    "object": Text("对象", "object"),
    "null": Text("null", "null"),
}
_DAY = Text("日期", "day")
_OR = Text(" 或 ", " or ")


def pages(root: Path) -> Mapping[str, str]:
    """Return the pages of both languages and the schemas by path."""
    found = outputs()
    return {
        **{f"docs/json{SUFFIX[lang]}.md": "\n".join(_page(found, lang, root)) for lang in Lang},
        **{f"docs/schema/{_schema_name(output)}": _schema(output) for output in found},
    }


def _schema_name(output: Output) -> str:
    return f"{output.command}-output.schema.json"


def _schema(output: Output) -> str:
    head = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"What collabkit {output.command} --format json prints",
    }
    return json.dumps(head | _in_english(output.shape), ensure_ascii=False, indent=2) + "\n"


def _in_english(shape: Any) -> Any:
    if isinstance(shape, Text):
        return shape.en
    if isinstance(shape, dict):
        return {key: _in_english(value) for key, value in shape.items()}
    return [_in_english(item) for item in shape] if isinstance(shape, (list, tuple)) else shape


def _page(found: tuple[Output, ...], lang: Lang, root: Path) -> Iterator[str]:
    yield NOTE[lang] + _TITLE.to(lang) + "\n"
    yield _INTRO.to(lang)
    for output in found:
        name = _schema_name(output)
        yield f"## collabkit {output.command}\n"
        yield f"{output.about.to(lang)}{_SCHEMA.to(lang)}[{name}](schema/{name})\n"
        if output.sample is not None:
            yield f"{_HEAD.to(lang)}\n|---|---|---|"
            yield from _rows(output.shape, "", lang)
            yield f"\n{_SAMPLE.to(lang)}\n\n```console\n{_sample(output.sample.to(lang), root)}\n```\n"
    yield _ALSO.to(lang)


def _rows(shape: Shape, above: str, lang: Lang) -> Iterator[str]:
    """Yield a row for every member below `shape`; what is in a list stands once, however often it comes."""
    for name, member in shape["properties"].items():
        path = above + name
        yield f"| `{path}` | {_kind(member, lang)} | {member['description'].to(lang)} |"
        if path == "projects":
            continue
        if "properties" in member:
            yield from _rows(member, f"{path}.", lang)
        elif "properties" in member.get("items", {}):
            yield from _rows(member["items"], f"{path}[].", lang)


def _kind(shape: Shape, lang: Lang) -> str:
    kinds = [shape["type"]] if isinstance(shape["type"], str) else shape["type"]
    if "enum" in shape:
        words = [f"`{word}`" for word in shape["enum"] if word is not None]
        return " ".join(words) + (_OR.to(lang) + "null" if "null" in kinds else "")
    if shape.get("format") == "date":
        return _OR.to(lang).join([_DAY.to(lang), *kinds[1:]])
    return _OR.to(lang).join(_KINDS[kind].to(lang) for kind in kinds)


def _sample(command: str, root: Path) -> str:
    """Return a command with the beginning of what it prints, run where it may write forms."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "examples").symlink_to(root / "examples", target_is_directory=True)
        lines = printed(command, Path(folder)).rstrip("\n").split("\n")
    return "\n".join([f"$ {command}", *lines[:_MOST_LINES], *["…"][: len(lines) > _MOST_LINES]])
