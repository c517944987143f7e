"""Values that the model does not accept, in the user's words: what is expected, what stands there, what to do."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from collabkit.lang import Text, same
from collabkit.model.fields import Value
from collabkit.model.scalars import is_loose_date, parse_date
from collabkit.phrases import zh
from collabkit.problem import TOP, Fault, FilePath, FileProblem
from collabkit.source import suggestions
from collabkit.source.days import around, days_meant
from collabkit.source.id_lists import ids_for
from collabkit.source.keys import Meant
from collabkit.source.parse_error import quoted
from collabkit.source.shape import entry_name, field_name, shape_at
from collabkit.source.strangers import belongs
from collabkit.source.wording import fit, short

_MAPPING = (
    Text("若干「键: 值」", "keys with values"),
    Text("换行缩进，每行写一个「键: 值」", "write indented lines 'key: value' below it"),
)
_LIST = (
    Text("列表", "a list"),
    Text("写成 [甲, 乙]，或每项一行并以「- 」开头", "write [a, b], or one '- item' per line"),
)
_EXPECTED: dict[str, tuple[Text, Text]] = {
    "whole_number": (
        Text("整数", "a whole number"),
        Text("只写数字，如 60", "write digits only, such as 60"),
    ),
    "number": (
        Text("数字", "a number"),
        Text("只写数字，不带单位和逗号，如 1200.5", "write a bare number, such as 1200.5"),
    ),
    "true_false": (
        Text("true 或 false", "true or false"),
        Text("写 true（是）或 false（否）", "write true or false"),
    ),
    "share": (Text("百分比", "a percentage"), Text("写成 50% 这样的形式", "write it like 50%")),
    "time_of_day": (
        Text("时间", "a time of day"),
        Text('写成 "15:00" 这样的形式', 'write it like "15:00"'),
    ),
    "iso_week": (
        Text("ISO 周", "an ISO week"),
        Text("写成 2026-W12 这样的形式", "write it like 2026-W12"),
    ),
    "string_type": (
        Text("一段文字", "a text"),
        Text("只写一个值；含冒号或逗号的文字请加引号", "write one value; quote a text with ':' or ','"),
    ),
    "tuple_type": _LIST,
    "list_type": _LIST,
    "dict_type": _MAPPING,
    "model_type": _MAPPING,
    "too_short": (Text("至少一项", "at least one item"), Text("至少写一项", "write at least one item")),
}
"""For each kind of pydantic error: what is expected, and how to write it."""


def explain(kind: str, loc: tuple[str | int, ...], path: FilePath, value: Any, data: Any) -> Fault:
    """Return the fault that pydantic's error `kind` at `loc` means for `value`, which stands at `path` of `data`."""
    if loc[-1:] == ("[key]",):
        return _bad_id(path, kind)
    if kind == "date_invalid":
        return _bad_date(path, value, data)
    shape = shape_at(path) or Value(None)
    if path == ("collabkit",):
        return _wrong(path, same("1"), value, Text("把 collabkit 写成 1", "write collabkit: 1"))
    if kind == "enum":
        return _bad_word(path, shape, value)
    if kind in ("greater_than_equal", "less_than_equal"):
        return _out_of_range(path, shape, value)
    if kind == "number_ambiguous":
        return _two_ways(path, str(value))
    expected, help_ = _EXPECTED.get(kind, (Text("别的值", "another value"), None))
    return _wrong(path, expected, value, suggestions.rewritten(kind, value, shape, ids_for(shape, path, data)) or help_)


def slipped(path: FilePath, value: Any, meant: Meant) -> Fault:
    """Return the fault of a line that stands among entries and belongs into, or out of, one of them."""
    fault = _wrong(path, _MAPPING[0], value, None)
    label, help_ = belongs(path, meant)
    return replace(fault, problem=replace(fault.problem, label=label, help=help_, on="key"))


def missing(path: FilePath, *, written: bool = False, comment: str | None = None) -> Fault:
    """Return the fault of a needed field that is not there, or is `written` without a value but for a `comment`."""
    key = str(path[-1])
    shape = shape_at(path)
    label = shape.label if shape else None
    named = Text(f"{key}（{label.zh}）", f"'{key}' ({_lower(label.en)})") if label else Text(key, f"'{key}'")
    entry = entry_name(path[:-1])
    message = Text(zh(entry.zh, f"缺少 {named.zh}"), f"{named.en} is missing in {entry.en}")
    caret, help_ = Text(f"这里缺少 {key}", f"{key} is missing here"), Text(f"补上「{key}: …」", f"add '{key}: …'")
    if written:
        message = Text(zh(entry.zh, "的", f"{named.zh}是空的"), f"{named.en} in {entry.en} is empty")
        caret = Text("没有值", "no value here")
        help_ = Text(f"填写 {key}", f"fill in {key}")
    if comment:
        caret = Text("空格后面的「#」开始一段注释", "behind a blank '#' begins a comment")
        help_ = Text(f"给值加上引号：{quoted(comment)}", f"put the value in quotes: {quoted(comment)}")
    return Fault("missing-field", FileProblem(path, fit(message), label=caret, help=help_, on="key"))


def empty(path: FilePath) -> Fault:
    """Return the fault of an empty item of a list, or an empty entry."""
    name = entry_name(path)
    message = fit(Text(zh(name.zh, "是空的"), f"{name.en} is empty"))
    return Fault(
        "wrong-type", FileProblem(path, message, help=Text("填写内容，或删去这一项", "fill it in or delete it"))
    )


def no_mapping(data: Any) -> Fault:
    """Return the fault of a file that is empty or holds something else than keys with values."""
    if data is None:
        message = Text("文件是空的", "the file is empty")
        help_ = Text("运行 collabkit init 生成项目文件", "run 'collabkit init' to write a project file")
        return Fault("missing-field", FileProblem(TOP, message, help=help_, at=(0, 0)))
    found = _found(data)
    message = fit(
        Text(f"文件应由「键: 值」组成，现为{found.zh}", f"the file must hold keys with values, not {found.en}")
    )
    help_ = Text(
        "第一层写 collabkit、project、departments 等键", "at the top level write collabkit, project, departments"
    )
    return Fault("wrong-type", FileProblem(TOP, message, help=suggestions.closed_up(data) or help_))


def not_iso(path: FilePath, value: Any) -> list[Fault]:
    """Return the note on a date that is readable but not written YYYY-MM-DD; none when it is."""
    day = parse_date(value) if isinstance(value, str) and is_loose_date(value.strip()) else None
    if day is None:
        return []
    message = Text(f"日期「{value}」没有写成 {day}", f"date '{value}' is not written {day}")
    return [Fault("date-not-iso", FileProblem(path, message, help=Text(f"改成 {day}", f"change it to {day}")))]


def _bad_id(path: FilePath, kind: str) -> Fault:
    key = str(path[-1])
    if kind == "iso_week":
        message = Text(f"「{short(key)}」不是 ISO 周", f"'{short(key)}' is not an ISO week")
        return Fault("date-invalid", FileProblem(path, message, help=_EXPECTED["iso_week"][1], on="key"))
    if kind == "string_too_long":
        reason = Text("超过 64 个字符", "is longer than 64 characters")
    elif kind == "string_too_short" or not key.strip():
        reason = Text("是空的", "is empty")
    else:
        reason = Text("含有换行", "holds a line break")
    message = Text(f"编号「{short(key)}」{reason.zh}", f"id '{short(key)}' {reason.en}")
    help_ = Text("用简短的编号，名称写在 name 里", "use a short id and put the full text into 'name'")
    return Fault("wrong-type", FileProblem(path, message, help=help_, on="key"))


def _bad_date(path: FilePath, value: Any, data: Any) -> Fault:
    shown = _found(value)
    name = field_name(path)
    days = days_meant(value, around(_key(path), data))
    help_ = Text("写成 2026-03-02 这样的日期", "write a date like 2026-03-02")
    message = Text(zh(name.zh, f"应为日期，现为{shown.zh}"), f"{name.en} must be a date, not {shown.en}")
    if isinstance(value, str) and re.fullmatch(r"\d{4}([-/.])\d{1,2}\1\d{1,2}", value.strip()):
        message = Text(zh(name.zh, f"写的{shown.zh}不存在"), f"{name.en}: {shown.en} does not exist")
        help_ = Text("检查月份和日期", "check month and day")
        if days:
            help_ += Text(f"，或写成 {days[0]}", f", or write {days[0]}")
    elif days:
        help_ = Text("写成 " + " 或 ".join(map(str, days)), "write " + " or ".join(map(str, days)))
    return Fault("date-invalid", FileProblem(path, fit(message), help=help_))


def _key(path: FilePath) -> str:
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "")


def _bad_word(path: FilePath, shape: Value, value: Any) -> Fault:
    known = suggestions.words(shape)
    meant = suggestions.word(shape, value)
    expected = Text("固定用词", "one of the fixed words")
    label = Text(f"是不是「{meant}」？", f"did you mean '{meant}'?") if meant else None
    help_ = Text(f"可用：{known.zh}", f"use one of: {known.en}")
    return _wrong(path, expected, value, help_, label)


def _two_ways(path: FilePath, value: str) -> Fault:
    """Return the fault of `80.000`, which is 80 to one reader and 80,000 to another."""
    name, whole, point = field_name(path), value.replace(".", ""), f"{float(value):.10g}"
    message = Text(zh(name.zh, f"「{value}」有两种读法"), f"{name.en}: '{value}' can be read two ways")
    label = Text(f"是 {point}，还是 {int(whole):,}？", f"{point}, or {int(whole):,}?")
    help_ = Text(f"写成 {whole}，或写成 {point}", f"write {whole}, or {point}")
    return Fault("wrong-type", FileProblem(path, fit(message), label, help_))


def _out_of_range(path: FilePath, shape: Value, value: Any) -> Fault:
    low, high = shape.least, shape.most
    if low is not None and high is not None:
        expected = Text(f"{low} 到 {high} 之间的数", f"between {low} and {high}")
    elif low is not None:
        expected = Text(f"不小于 {low} 的数", f"at least {low}")
    else:
        expected = Text(f"不大于 {high} 的数", f"at most {high}")
    fault = _wrong(path, expected, value, Text(zh("改成", expected.zh), f"write a number that is {expected.en}"))
    return replace(fault, rule="value-out-of-range")


def _wrong(path: FilePath, expected: Text, value: Any, help_: Text | None, label: Text | None = None) -> Fault:
    name, found = field_name(path), _found(value)
    message = Text(
        zh(name.zh, "应为", expected.zh, "，现为", found.zh), f"{name.en} must be {expected.en}, not {found.en}"
    )
    return Fault("wrong-type", FileProblem(path, fit(message), label, help_))


def _found(value: Any) -> Text:
    if isinstance(value, list):
        return Text("列表", "a list")
    if isinstance(value, dict):
        return Text("若干「键: 值」", "keys with values")
    if value is None:
        return Text("空", "nothing")
    return Text(f"「{short(str(value))}」", f"'{short(str(value))}'")


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:] if not label[:2].isupper() else label
