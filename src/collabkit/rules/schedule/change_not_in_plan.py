"""An approved change that the plan has not followed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.change import Change
from collabkit.model.scalars import parse_date
from collabkit.model.words import ChangeDecision
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.problem import Path, Place, Problem
from collabkit.rules.wording import entry, message

_DAY = r"(?<!\d)\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)"


def _check(plan: Plan) -> Iterator[Problem]:
    for key, change in plan.project.changes.items():
        ruled = change.decided is not None and change.decided <= plan.today
        before, after = _only_day(change.current), _only_day(change.proposed)
        if change.decision is not ChangeDecision.APPROVED or not ruled or before is None or after is None:
            continue
        for path, day in _moved(plan, change):
            if day == before != after:
                yield _problem(key, path, before, after)


def _only_day(text: str | None) -> date | None:
    """Return the day that a text names; None when it names none or several."""
    days = {parse_date(found) for found in re.findall(_DAY, text or "")}
    return days.pop() if len(days) == 1 else None


def _moved(plan: Plan, change: Change) -> Iterator[tuple[Path, date | None]]:
    """Yield the planned ends of the milestones and tasks that the change names by their ids."""
    said = " ".join(filter(None, (change.title, change.current, change.proposed)))
    for key, milestone in plan.project.milestones.items():
        if _names(said, key) and milestone.actual is None:
            yield ("milestones", key, "date"), milestone.date
    for key, task in plan.project.tasks.items():
        if _names(said, key) and task.actual_end is None:
            yield ("tasks", key, "end"), task.end


def _names(text: str, key: str) -> bool:
    return re.search(rf"(?<![0-9A-Za-z]){re.escape(key)}(?![0-9A-Za-z])", text) is not None


def _problem(key: str, path: Path, before: date, after: date) -> Problem:
    named = entry(path[:-1])
    return Problem(
        path,
        message(
            zh(named.zh, f"还是 {before}，变更 {key} 已批准改为 {after}"),
            f"{named.en} is still on {before}, though change {key} to {after} is approved",
        ),
        label=Text("变更前的日期", "the day before the change"),
        help=Text(f"改成 {after}", f"write {after}"),
        places=(Place(("changes", key, "proposed"), Text("变更后", "what was approved")),),
        rests_on=(("changes", key),),
    )


RULE = Rule(
    code="CK522",
    name="change-not-in-plan",
    severity=Severity.WARNING,
    stage=Stage.EXECUTING,
    title=Text("已批准的变更没有落到计划", "An approved change is not in the plan"),
    why=Text(
        "变更批准后计划还是旧日期，逾期、红黄绿灯和周报就都按作废的计划算。",
        "As long as the plan has the old day, delays, lights and reports are reckoned by a plan that no longer holds.",
    ),
    help=Text("把计划日期改成批准的日期", "give the plan the day that was approved"),
    bad=Text(
        """\
changes:
  C1:
    title: M1 推迟
    current: 2026-03-31
    proposed: 2026-04-08
    decision: approved
    decided: 2026-03-18
""",
        """\
changes:
  C1:
    title: M1 later
    current: 2026-03-31
    proposed: 2026-04-08
    decision: approved
    decided: 2026-03-18
""",
    ),
    good=Text(
        """\
changes:
  C1:
    title: M1 推迟
    current: 2026-03-31
    proposed: 2026-04-08
    requested: 2026-03-18
""",
        """\
changes:
  C1:
    title: M1 later
    current: 2026-03-31
    proposed: 2026-04-08
    requested: 2026-03-18
""",
    ),
    check=_check,
)
