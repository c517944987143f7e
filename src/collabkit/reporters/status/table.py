"""Where projects stand, for a terminal: the overview, and tables that fit its width."""

from __future__ import annotations

from collections.abc import Sequence

from collabkit.labels import label
from collabkit.lang import Text
from collabkit.model.words import Light
from collabkit.phrases import DIMENSIONS
from collabkit.reporters.status.report import Stated, declared, facts, shown
from collabkit.status_report import Cell as Value
from collabkit.status_report import Column, Overview, Status, Table
from collabkit.terminal.display_width import visible, wrap, wrap_painted
from collabkit.terminal.output_style import OutputStyle, Style
from collabkit.terminal.table import Cell, Head, grid

_LIGHT_STYLES: dict[Light, Style] = {Light.RED: "error", Light.AMBER: "warning", Light.GREEN: "green"}
_NARROW = ("date", "number", "percent", "light", "word")
_MOST_REASONS = 8


def report(projects: Sequence[Stated], look: OutputStyle) -> str:
    """Return where `projects` stand for a terminal of the look's width, several under a heading each."""
    if len(projects) == 1:
        return _one(projects[0].status, look)
    return "\n\n\n".join(f"{_heading(each.file, look)}\n{_one(each.status, look)}" for each in projects)


def _heading(file: str, look: OutputStyle) -> str:
    return "\n".join(look.paint(line, "dim") for line in wrap(f"==> {visible(file)} <==", look.width))


def _one(status: Status, look: OutputStyle) -> str:
    parts = ["\n".join(_overview(status.overview, look))]
    parts += ["\n".join(_table(found, look)) for found in status.tables]
    return "\n\n".join(parts)


def _overview(overview: Overview, look: OutputStyle) -> list[str]:
    """Return the overview: names, dates and progress, the lights, and why they are not green."""
    say = look.say
    code = f"  {overview.code}" if overview.code else ""
    lines = [look.paint(visible(overview.name + code), "bold")]
    lines += [line for text in facts(overview, look.lang) for line in wrap(visible(text), look.width, "  ")]
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


def _light(overview: Overview, look: OutputStyle) -> str:
    computed = _painted(overview.light, look)
    if overview.declared is None or overview.declared is overview.light:
        return computed
    return computed + look.say(declared(_painted(overview.declared, look)))


def _painted(light: Light, look: OutputStyle) -> str:
    word = label(light, look.lang)
    return look.paint(f"● {word}" if look.unicode else word, _LIGHT_STYLES[light])


def _table(found: Table, look: OutputStyle) -> list[str]:
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


def _cell(value: Value, column: Column, look: OutputStyle) -> Cell:
    text = visible(shown(value, column, look.lang))
    if not look.unicode:
        # As the stream will escape it, so that columns stay under each other.
        text = text.encode("ascii", "backslashreplace").decode()
    if isinstance(value, Light):
        style = _LIGHT_STYLES[value]
        return Cell(f"● {text}" if look.unicode else text, lambda text: look.paint(text, style))
    if column.key in ("overdue", "days_late") and value:
        return Cell(text, lambda text: look.paint(text, "error"))
    return Cell(text)
