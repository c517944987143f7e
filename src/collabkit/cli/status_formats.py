"""The status as a terminal shows it, as JSON, and as Markdown for a chat group."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from collabkit.cells import visible, width, wrap
from collabkit.cli.grid import Cell, Head, grid
from collabkit.labels import label, text_of
from collabkit.lang import Lang, Text, same
from collabkit.model.words import Light
from collabkit.reporters.look import Look, Style
from collabkit.standing import DIMENSIONS, Column, Overview, Status, Table
from collabkit.standing import Cell as Value

_LIGHT_STYLES: dict[Light, Style] = {Light.RED: "error", Light.AMBER: "warning", Light.GREEN: "green"}
_MARKS = {Light.RED: "🔴", Light.AMBER: "🟡", Light.GREEN: "🟢"}
_NARROW = ("date", "number", "percent", "light", "word")
_MOST_REASONS = 8


def table(status: Status, look: Look) -> str:
    """Return the status for a terminal of the look's width."""
    parts = ["\n".join(_overview(status.overview, look))]
    parts += ["\n".join(_table(found, look)) for found in status.tables]
    return "\n\n".join(parts)


def _overview(overview: Overview, look: Look) -> list[str]:
    """Return the overview: names, dates and progress, the lights, and why they are not green."""
    say = look.say
    code = f"  {overview.code}" if overview.code else ""
    lines = [look.paint(visible(overview.name + code), "bold")]
    lines += [line for text in _facts(overview, look.lang) for line in wrap(visible(text), look.width, "  ")]
    lines.append(say(Text("总体灯：", "Overall light: ")) + _light(overview, look))
    dimensions = [f"{say(DIMENSIONS[name])} {_painted(light, look)}" for name, light in overview.dimensions.items()]
    lines += wrap_painted(dimensions, look.width)
    for reason in overview.reasons[:_MOST_REASONS]:
        mark = look.paint("●" if look.unicode else "*", _LIGHT_STYLES[reason.light])
        first, *more = wrap(visible(f"  {say(reason.text)}"), look.width - 2, "    ")
        lines += [f"  {mark} {first.lstrip()}", *more]
    rest = len(overview.reasons) - _MOST_REASONS
    if rest > 0:
        lines.append(
            say(Text(f"    ……另有 {rest} 项，见下表或 --format json", f"    ... and {rest} more in the tables"))
        )
    return lines


def _facts(overview: Overview, lang: Lang) -> list[str]:
    left, days = overview.days_left, overview.days
    weight = {
        "effort": Text("按工作量加权", "weighted by effort"),
        "duration": Text("按工期加权", "weighted by duration"),
    }
    progress = _percent(overview.progress)
    texts = [
        Text("阶段 ", "Stage ")
        + text_of(overview.stage)
        + Text("，截至 ", ", as of ")
        + same(overview.today.isoformat()),
        Text(
            f"工期 {overview.start} 至 {overview.end}，共 {days} 个工作日，剩余 {left} 个",
            f"{overview.start} to {overview.end}: {days} working days, {left} left",
        ),
        Text(f"总进度 {progress}（", f"Progress {progress} (") + weight[overview.weighted_by] + Text("）", ")"),
        Text(
            f"项目经理 {overview.manager}" + (f"，发起人 {overview.sponsor}" if overview.sponsor else ""),
            f"Project manager {overview.manager}" + (f", sponsor {overview.sponsor}" if overview.sponsor else ""),
        ),
    ]
    return [text.to(lang) for text in texts]


def _light(overview: Overview, look: Look) -> str:
    computed = _painted(overview.light, look)
    if overview.declared is None or overview.declared is overview.light:
        return computed
    declared = _painted(overview.declared, look)
    return look.say(
        Text(f"{computed}（本周周报人工判定 {declared}）", f"{computed} (declared in this week's report: {declared})")
    )


def wrap_painted(parts: list[str], cells: int) -> list[str]:
    """Return `parts` in lines of at most `cells`, parts kept whole; colour takes no room."""
    lines: list[str] = []
    line, used = "", 0
    for part in parts:
        size = width(_plain(part)) + 3
        if line and used + size > cells:
            lines.append(line)
            line, used = "", 0
        line += ("   " if line else "  ") + part
        used += size
    return [*lines, line]


def _plain(text: str) -> str:
    return text if "\x1b" not in text else "".join(part.partition("m")[2] for part in ("m" + text).split("\x1b"))


def _painted(light: Light, look: Look) -> str:
    word = label(light, look.lang)
    return look.paint(f"● {word}" if look.unicode else word, _LIGHT_STYLES[light])


def _table(found: Table, look: Look) -> list[str]:
    title = look.paint(look.say(found.title), "bold")
    if not found.rows:
        return [f"{title}{look.say(Text('：', ': '))}{look.say(found.empty)}"]
    heads = [
        Head(
            look.say(column.title),
            "right" if column.kind in ("number", "percent") else "left",
            flexible=column.kind not in _NARROW,
            optional=column.optional,
        )
        for column in found.columns
    ]
    rows = [
        [_cell(value, column, look) for value, column in zip(row, found.columns, strict=True)] for row in found.rows
    ]
    return [f"{title} ({len(found.rows)})", *grid(heads, rows, look.width, paint=lambda text: look.paint(text, "dim"))]


def _cell(value: Value, column: Column, look: Look) -> Cell:
    text = visible(_text(value, column, look.lang))
    if isinstance(value, Light):
        style = _LIGHT_STYLES[value]
        return Cell(f"● {text}" if look.unicode else text, lambda shown: look.paint(shown, style))
    if column.key in ("overdue", "days_late") and value:
        return Cell(text, lambda shown: look.paint(shown, "error"))
    return Cell(text)


def _text(value: Value, column: Column, lang: Lang) -> str:
    if value is None:
        return "—" if column.kind != "text" else ""
    if isinstance(value, Text):
        return value.to(lang)
    if isinstance(value, StrEnum):
        return label(value, lang)
    if column.kind == "percent" and isinstance(value, (int, float)):
        return _percent(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _percent(value: float | None) -> str:
    return "—" if value is None else f"{value:.0f}%"


def as_json(status: Status, lang: Lang) -> str:
    """Return the status as JSON: values as they are, enumerations by their word in the project file."""
    overview = status.overview
    head = {
        "name": overview.name,
        "code": overview.code,
        "stage": overview.stage,
        "manager": overview.manager,
        "sponsor": overview.sponsor,
        "today": overview.today,
        "start": overview.start,
        "end": overview.end,
        "working_days": overview.days,
        "working_days_left": overview.days_left,
        "progress": None if overview.progress is None else round(overview.progress, 1),
        "weighted_by": overview.weighted_by,
        "light": overview.light,
        "declared_light": overview.declared,
        "dimensions": dict(overview.dimensions),
        "reasons": [
            {"dimension": reason.dimension, "light": reason.light, "text": reason.text.to(lang)}
            for reason in overview.reasons
        ],
    }
    tables = {found.key: _rows(found, lang) for found in status.tables}
    whole = {"format_version": "1.0", "overview": head, **tables}
    return json.dumps(whole, ensure_ascii=False, indent=2, default=str)


def _rows(found: Table, lang: Lang) -> list[Mapping[str, Any]]:
    def value(cell: Value) -> Any:
        if isinstance(cell, Text):
            return cell.to(lang)
        return round(cell, 1) if isinstance(cell, float) else cell

    return [{column.key: value(cell) for column, cell in zip(found.columns, row, strict=True)} for row in found.rows]


def markdown(status: Status, lang: Lang) -> str:
    """Return the status for a chat group: short lines, lights as words and marks, no wide tables."""
    overview = status.overview
    lines = [f"## {_escaped(overview.name)}", ""]
    lines.append(f"- {Text('总体', 'Overall').to(lang)} {_marked(overview.light, lang)}")
    lines += [f"- {_escaped(text)}" for text in _facts(overview, lang)]
    dimensions = (f"{DIMENSIONS[name].to(lang)} {_MARKS[light]}" for name, light in overview.dimensions.items())
    lines.append("- " + Text("，", ", ").to(lang).join(dimensions))
    lines += [f"  - {_MARKS[reason.light]} {_escaped(reason.text.to(lang))}" for reason in overview.reasons]
    for found in status.tables:
        lines += ["", f"### {found.title.to(lang)}", "", *_markdown_table(found, lang)]
    return "\n".join(lines)


def _markdown_table(found: Table, lang: Lang) -> list[str]:
    if not found.rows:
        return [found.empty.to(lang)]
    rule = {"number": "--:", "percent": "--:"}
    return [
        "| " + " | ".join(column.title.to(lang) for column in found.columns) + " |",
        "| " + " | ".join(rule.get(column.kind, "---") for column in found.columns) + " |",
        *("| " + " | ".join(_markdown_cells(found, row, lang)) + " |" for row in found.rows),
    ]


def _markdown_cells(found: Table, row: tuple[Value, ...], lang: Lang) -> list[str]:
    return [
        _marked(value, lang) if isinstance(value, Light) else _escaped(_text(value, column, lang))
        for value, column in zip(row, found.columns, strict=True)
    ]


def _marked(light: Light, lang: Lang) -> str:
    return f"{_MARKS[light]} {label(light, lang)}"


def _escaped(text: str) -> str:
    for sign in "\\`*_[]<>|#":
        text = text.replace(sign, "\\" + sign)
    return visible(text)


FORMATS: Mapping[str, Callable[[Status, Look], str]] = {
    "table": table,
    "json": lambda status, look: as_json(status, look.lang),
    "markdown": lambda status, look: markdown(status, look.lang),
}
