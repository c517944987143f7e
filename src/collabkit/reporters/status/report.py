"""What a status format gets, and the words that all of them share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from collabkit.labels import label, text_of
from collabkit.lang import Lang, Text, same
from collabkit.phrases import working_days
from collabkit.plan.period import past_the_end
from collabkit.plan.progress import whole
from collabkit.status_report import Cell, Column, Overview, Status
from collabkit.terminal.output_style import OutputStyle


@dataclass(frozen=True, slots=True)
class Stated:
    """A project file, by its name, and where its project stands."""

    file: str
    status: Status


Format = Callable[[Sequence[Stated], OutputStyle], str]
"""Returns what is printed about one or several projects."""


def facts(overview: Overview, lang: Lang) -> list[str]:
    """Return the stage, the dates, the progress and who leads, a sentence each."""
    days = working_days(overview.days)
    weight = {
        "effort": Text("按工作量加权", "weighted by effort"),
        "duration": Text("按工期加权", "weighted by duration"),
    }
    progress = percent(overview.progress)
    texts = [
        Text("阶段 ", "Stage ")
        + text_of(overview.stage)
        + Text("，截至 ", ", as of ")
        + same(overview.today.isoformat()),
        Text(
            f"工期 {overview.start} 至 {overview.end}，共 {days.zh}，",
            f"{overview.start} to {overview.end}: {days.en}, ",
        )
        + (past_the_end(overview.days_past) if overview.days_past else _left(overview.days_left)),
        Text(f"总进度 {progress}（", f"Progress {progress} (") + weight[overview.weighted_by] + Text("）", ")"),
        Text(
            f"项目经理 {overview.manager}" + (f"，发起人 {overview.sponsor}" if overview.sponsor else ""),
            f"Project manager {overview.manager}" + (f", sponsor {overview.sponsor}" if overview.sponsor else ""),
        ),
    ]
    return [text.to(lang) for text in texts]


def _left(days: int) -> Text:
    return Text(f"剩余 {days} 个", f"{days} left")


def declared(light: str) -> Text:
    """Return what is said behind the computed light of the light that somebody declared, if it is another one."""
    return Text(f"（本周周报人工判定 {light}）", f" (declared in this week's report: {light})")


def shown(value: Cell, column: Column, lang: Lang) -> str:
    """Return what a cell of `column` shows people."""
    if value is None:
        return "—" if column.kind != "text" else ""
    if isinstance(value, Text):
        return value.to(lang)
    if isinstance(value, StrEnum):
        return label(value, lang)
    if column.kind == "percent" and isinstance(value, (int, float)):
        return percent(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def percent(value: float | None) -> str:
    """Return a progress of 0 to 100 as people read it, a dash without one."""
    return "—" if value is None else f"{whole(value)}%"
