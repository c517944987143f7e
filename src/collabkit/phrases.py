"""Words that several outputs share: titles of forms, dimensions of a light, working days, blanks between scripts."""

from __future__ import annotations

from collections.abc import Mapping

from collabkit.lang import Text

FORM_TITLES: Mapping[str, Text] = {
    "charter": Text("项目启动信息表", "Project Initiation Sheet"),
    "tasks": Text("多部门协作任务分工表", "Cross-department Task Allocation Table"),
    "goals": Text("项目目标共识表", "Goal Alignment Agreement"),
    "weekly": Text("项目周报", "Weekly Report"),
    "resolution": Text("问题解决决议表", "Issue Resolution Record"),
    "closeout": Text("项目总结与复盘报告", "Close-out and Retrospective Report"),
    "change": Text("变更申请单", "Change Request"),
    "minutes": Text("会议纪要", "Minutes"),
    "acceptance": Text("交付物验收单", "Acceptance Note"),
}
"""What the forms are called that the project file knows by key; every other form says its title itself."""

DIMENSIONS: Mapping[str, Text] = {
    "schedule": Text("进度", "Schedule"),
    "cost": Text("成本", "Cost"),
    "quality": Text("范围与质量", "Scope and quality"),
    "resources": Text("资源", "Resources"),
    "risk": Text("风险与问题", "Risks and issues"),
}
"""The dimensions of a project's light, in the order of `Plan.dimensions`."""

WORKING_DAYS = Text("个工作日", "working days")
"""The unit."""


def working_days(number: float, shown: str | None = None) -> Text:
    """Return a number of working days with its unit, the number written as `shown` where that is given."""
    text = str(number) if shown is None else shown
    return Text(f"{text} 个工作日", f"{text} working day{'' if abs(number) == 1 else 's'}")


def zh(*parts: str) -> str:
    """Return `parts` as one Chinese text, with a blank where a Latin letter or digit meets a Chinese character."""
    text = ""
    for part in parts:
        before, behind = text[-1:], part[:1]
        meet = (_is_latin(before) and _is_chinese(behind)) or (_is_chinese(before) and _is_latin(behind))
        text += f" {part}" if meet else part
    return text


def _is_latin(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char in tuple("%_"))


def _is_chinese(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"
