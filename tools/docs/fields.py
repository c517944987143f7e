"""docs/project-file.md: every key of the project file, from the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from collabkit.json_schema import json_schema
from collabkit.lang import Lang, Text
from docs import NOTE, SUFFIX

_TITLE = Text("# 项目文件", "# The project file")
_INTRO = Text(
    """一个项目一个 YAML 文件，默认 `project.yaml`。键名为英文，值用项目自己的语言；未知键是错误。
被引用的条目（部门、人员、目标、任务……）以编号为键，其他为列表。日期写作 `2026-03-02`，周写作 `2026-W12`，
数量写作 `≥ 36.8 %`、`12,000 台`、`5万元`，前置任务写作 `T02`、`T02+2`、`T02 SS`、`T02 FF+1`。
`*` 表示必填。完整示例见 [examples/product-launch](../examples/product-launch/project.yaml)。
""",
    """One project is one YAML file, `project.yaml` by default. Keys are English, values in the project's own language;
an unknown key is an error. What is referred to (departments, people, goals, tasks, ...) is keyed by its id, everything
else is a list. Dates are `2026-03-02`, weeks `2026-W12`, quantities `≥ 36.8 %`, `12,000 units`, predecessors `T02`,
`T02+2`, `T02 SS`, `T02 FF+1`. `*` marks what is needed. A whole example:
[examples/product-launch-en](../examples/product-launch-en/project.yaml).
""",
)
_TOP = Text("顶层", "Top level")
_HEAD = Text("| 键 | 含义 | 值 |", "| key | meaning | value |")
_KINDS = {
    "integer": Text("整数", "whole number"),
    "number": Text("数字", "number"),
    "boolean": Text("true 或 false", "true or false"),
    "object": Text("文字，以编号为键", "texts by id"),
    "string": Text("文字", "text"),
}
_LIST = Text("列表：", "list of ")
_BY_ID = Text("按编号：", "by id: ")


def pages() -> Mapping[str, str]:
    """Return the pages of both languages by path."""
    return {f"docs/project-file{SUFFIX[lang]}.md": _page(lang) for lang in Lang}


def _page(lang: Lang) -> str:
    schema = json_schema(lang)
    parts = [NOTE[lang] + _TITLE.to(lang), _INTRO.to(lang), *_sections(schema, lang)]
    return "\n".join(parts)


def _sections(schema: dict[str, Any], lang: Lang) -> Iterator[str]:
    yield _section(_TOP.to(lang), schema, lang)
    for name, definition in schema["definitions"].items():
        if "properties" in definition:
            yield _section(name, definition, lang)


def _section(title: str, definition: dict[str, Any], lang: Lang) -> str:
    needed = definition.get("required", ())
    rows = [
        f"| `{key}`{'*' if key in needed else ''} | {shape['description']} | {_kind(shape, lang)} |"
        for key, shape in definition["properties"].items()
    ]
    return "\n".join([f"## {title}", "", _HEAD.to(lang), "|---|---|---|", *rows, ""])


def _kind(shape: dict[str, Any], lang: Lang) -> str:
    if "anyOf" in shape and "examples" not in shape:
        return _kind(shape["anyOf"][0], lang)
    if "allOf" in shape or "$ref" in shape:
        return _link(shape["allOf"][0]["$ref"] if "allOf" in shape else shape["$ref"], lang)
    if "enum" in shape:
        return " ".join(f"`{word}`" for word in shape["enum"] if word is not None)
    if "const" in shape:
        return f"`{shape['const']}`"
    if "items" in shape:
        return _LIST.to(lang) + _kind(shape["items"], lang)
    if "patternProperties" in shape:
        return _BY_ID.to(lang) + _kind(next(iter(shape["patternProperties"].values())), lang)
    if "examples" in shape:
        most = f" ≤ {limit}%" if (limit := shape.get("anyOf", [shape])[0].get("maximum")) else ""
        return " ".join(f"`{example}`" for example in shape["examples"]) + most
    kinds = shape.get("then", shape).get("type", "string")
    first = kinds if isinstance(kinds, str) else kinds[0]
    return _KINDS[first].to(lang) + _limits(shape)


def _limits(shape: dict[str, Any]) -> str:
    if "maximum" in shape:
        return f" {shape['minimum']}-{shape['maximum']}"
    return f" ≥ {shape['minimum']}" if "minimum" in shape else ""


def _link(ref: str, lang: Lang) -> str:
    name = ref.rpartition("/")[2]
    if name.islower():
        return _KINDS["string"].to(lang)
    return f"[{name}](#{name.lower()})"
