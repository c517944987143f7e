"""Findings for people: the source line, a caret under what is meant, why, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from collabkit.finding import Finding
from collabkit.lang import Text
from collabkit.reporters.report import Checked, Reporter
from collabkit.reporters.summary import summary
from collabkit.source import snippet
from collabkit.source.source import Source
from collabkit.source.span import Span
from collabkit.terminal.display_width import visible, width, wrap
from collabkit.terminal.output_style import OutputStyle, Style

_SEVERITY = {"error": Text("错误", "error"), "warning": Text("警告", "warning"), "info": Text("提示", "info")}
_COLON = Text("：", ": ")
_HELP = Text("帮助：", "help: ")
_MORE = Text("详情：", "more: ")
# More places than this are told as the first and the last ones, and a number.
_MOST_PLACES, _FIRST, _LAST = 8, 4, 2
_LEAST_LABEL = 32


class _Mark(NamedTuple):
    """A stretch of the file with what is said about it."""

    span: Span
    label: str
    sign: str
    style: Style


def report(files: Sequence[Checked], look: OutputStyle) -> Iterator[str]:
    """Yield the report of `files`, line by line, findings separated by empty lines, the summary last."""
    left = look.most or None
    total = sum(len(file.findings) for file in files)
    for file in files:
        for finding in file.findings[:left]:
            yield from block(finding, file.source, look)
            yield ""
        left = None if left is None else max(left - len(file.findings), 0)
    if look.most and total > look.most:
        yield look.say(
            Text(
                f"……还有 {total - look.most:,} 条，用 --max-findings 0 显示全部",
                f"... and {total - look.most:,} more; use --max-findings 0 for all",
            )
        )
    yield summary(files, look)


def block(finding: Finding, source: Source, look: OutputStyle) -> Iterator[str]:
    """Yield the lines that tell one finding."""
    marks = _marks(finding, look)
    gutter = len(str(max(mark.span.line for mark in marks)))
    yield from _headline(finding, look)
    yield f"{' ' * gutter}{look.paint('-->', 'dim')} {visible(finding.file)}:{finding.span.line}:{finding.span.column}"
    if source.text:
        yield from _excerpt(marks, source, gutter, look)
    yield from _note(_HELP, visible(look.say(finding.help)), gutter, look)
    yield from _note(_MORE, f"collabkit explain {finding.rule.code}", gutter, look)


def _headline(finding: Finding, look: OutputStyle) -> Iterator[str]:
    rule = finding.rule
    head = f"{look.say(_SEVERITY[finding.severity.value])}[{rule.code}]"
    text = f"{head} {rule.name}{look.say(_COLON)}{visible(look.say(finding.problem.message))}"
    first, *rest = wrap(text, look.width, "    ")
    yield look.paint(head, finding.severity.value) + look.paint(first[len(head) :], "bold")
    yield from (look.paint(line, "bold") for line in rest)


def _note(label: Text, text: str, gutter: int, look: OutputStyle) -> Iterator[str]:
    before = f"{' ' * gutter} = "
    named = look.say(label)
    first, *rest = wrap(before + named + text, look.width, " " * (width(before) + width(named)))
    yield f"{' ' * gutter} {look.paint('=', 'dim')} {look.paint(named, 'bold')}{first[len(before) + len(named) :]}"
    yield from rest


def _marks(finding: Finding, look: OutputStyle) -> list[_Mark]:
    label = look.say(finding.problem.label) if finding.problem.label else ""
    marks = [_Mark(finding.span, visible(label), "^", finding.severity.value)]
    for place, span in zip(finding.problem.places, finding.places, strict=True):
        marks.append(_Mark(span, visible(look.say(place.label)), "-", "dim"))
    return marks


def _excerpt(marks: Sequence[_Mark], source: Source, gutter: int, look: OutputStyle) -> Iterator[str]:
    bar = look.paint(f"{' ' * gutter} |", "dim")
    gap = look.paint(f"{' ' * gutter} :", "dim")
    yield bar
    line, above = 0, ""
    for index, mark in enumerate(marks):
        if len(marks) > _MOST_PLACES and index == _FIRST:
            yield f"{gap} {look.say(_left_out(len(marks) - _FIRST - _LAST))}"
            line, above = 0, ""
        if len(marks) > _MOST_PLACES and _FIRST <= index < len(marks) - _LAST:
            continue
        if line and mark.span.line not in (line, line + 1):
            yield gap
        shown, offset, size = _shown(mark, source, look.width - gutter - 3, look)
        # A long line may be cut elsewhere for another mark; then it is shown again.
        if mark.span.line != line or shown != above:
            yield f"{look.paint(f'{mark.span.line:>{gutter}} |', 'dim')} {shown}".rstrip()
        yield from (f"{bar} {part}" for part in _pointer(mark, offset, size, look.width - gutter - 3, look))
        line, above = mark.span.line, shown
    yield bar


def _left_out(number: int) -> Text:
    return Text(
        f"…… 中间还有 {number:,} 处（全部见 --format json）……", f"... {number:,} more (all in --format json) ..."
    )


def _shown(mark: _Mark, source: Source, room: int, look: OutputStyle) -> tuple[str, int, int]:
    """Return the source line of a mark as shown in `room` cells, and offset and width of the caret."""
    line = snippet.caret_line(source, mark.span, room)
    return line if look.unicode else _ascii(*line)


def _pointer(mark: _Mark, offset: int, size: int, room: int, look: OutputStyle) -> Iterator[str]:
    """Yield the caret with its label."""
    first, *rest = _label_lines(mark.label, offset, size, room)
    yield " " * offset + look.paint(f"{mark.sign * size} {first}".rstrip(), mark.style)
    yield from (look.paint(line, mark.style) for line in rest)


def _label_lines(label: str, offset: int, size: int, room: int) -> list[str]:
    """Return the label beside the caret, or below it where it finds more room."""
    beside = room - offset - size - 1
    if width(label) <= beside:
        return [label]
    indent = " " * max(min(offset, room - _LEAST_LABEL), 0)
    return ["", *wrap(indent + label, room, indent)]


def _ascii(shown: str, offset: int, size: int) -> tuple[str, int, int]:
    """Return a line and its caret as a terminal without Unicode shows them, `\\u5f20` for one character."""
    before = after = ""
    used = 0
    for char in shown:
        escaped = "..." if char == "…" else char.encode("ascii", "backslashreplace").decode()
        if used < offset:
            before += escaped
        elif used < offset + size:
            after += escaped
        used += width(char)
    line = "".join("..." if char == "…" else char.encode("ascii", "backslashreplace").decode() for char in shown)
    return line, len(before), max(len(after), 1)


REPORTER = Reporter(
    "text", Text("给人看：源文件的行、标记和改法", "for people: source line, caret and help"), report, False
)
