"""The last line of a report: how many findings of which severity."""

from __future__ import annotations

from collections.abc import Sequence

from collabkit.finding import Severity
from collabkit.lang import Text
from collabkit.reporters.report import Checked, tally
from collabkit.terminal.display_width import visible
from collabkit.terminal.output_style import OutputStyle

_WORDS = {
    Severity.ERROR: (Text("{} 个错误", "{} error"), Text("{} 个错误", "{} errors")),
    Severity.WARNING: (Text("{} 个警告", "{} warning"), Text("{} 个警告", "{} warnings")),
    Severity.INFO: (Text("{} 条提示", "{} note"), Text("{} 条提示", "{} notes")),
}


def summary(files: Sequence[Checked], look: OutputStyle) -> str:
    """Return one sentence such as `project.yaml: 2 errors, 1 warning`."""
    subject = _subject(files)
    counts = tally(files)
    if not any(counts.values()):
        return look.say(subject + Text("：没有问题", ": no problems"))
    parts = [_counted(severity, number, look) for severity, number in counts.items() if number]
    return look.say(subject + Text("：", ": ")) + look.say(Text("，", ", ")).join(parts)


def counted(severity: Severity, number: int) -> Text:
    """Return a number of findings in words, such as `2 errors`."""
    one, many = _WORDS[severity]
    return (one if number == 1 else many).map(lambda text: text.format(f"{number:,}"))


def _counted(severity: Severity, number: int, look: OutputStyle) -> str:
    return look.paint(look.say(counted(severity, number)), severity.value)


def _subject(files: Sequence[Checked]) -> Text:
    if len(files) == 1:
        name = visible(files[0].source.name)
        return Text(name, name)
    bad = sum(bool(file.findings) for file in files)
    if not bad:
        return Text(f"{len(files)} 个文件", f"{len(files)} files")
    return Text(f"{len(files)} 个文件，其中 {bad} 个有问题", f"{len(files)} files, {bad} with findings")
