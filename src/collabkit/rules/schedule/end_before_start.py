"""Something that ends before it starts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.problem import Path, Place, Problem
from collabkit.rules.wording import entry, message


def _check(plan: Plan) -> Iterator[Problem]:
    for path, (first, last), start, end in _spans(plan):
        if start is None or end is None or end >= start:
            continue
        named = entry(path)
        yield Problem(
            (*path, last),
            message(
                zh(named.zh, f"的 {last}（{end}）早于 {first}（{start}）"),
                f"{named.en}: '{last}' ({end}) lies before '{first}' ({start})",
            ),
            label=Text("早于开始", "before the start"),
            places=(Place((*path, first), Text("从这一天开始", "it starts on this day")),),
        )


def _spans(plan: Plan) -> Iterator[tuple[Path, tuple[str, str], date | None, date | None]]:
    """Yield everything that has a start and an end: where it stands, its keys, and both days."""
    project = plan.project
    planned, actual, window = ("start", "end"), ("actual_start", "actual_end"), ("from", "to")
    yield ("project",), planned, project.about.start, project.about.end
    for key, task in project.tasks.items():
        yield ("tasks", key), planned, task.start, task.end
        yield ("tasks", key), actual, task.actual_start, task.actual_end
    for index, resource in enumerate(project.resources):
        yield ("resources", index), window, resource.from_, resource.to
    for key, person in project.people.items():
        for index, absence in enumerate(person.absences):
            yield ("people", key, "absences", index), window, absence.from_, absence.to
    if project.closeout:
        yield ("closeout",), actual, project.closeout.actual_start, project.closeout.actual_end


RULE = Rule(
    code="CK501",
    name="end-before-start",
    severity=Severity.ERROR,
    stage=Stage.PLANNING,
    title=Text("结束早于开始", "An end lies before its start"),
    why=Text(
        "日期写反的任务没有工期，甘特图、工作量和逾期判断都会跟着错。",
        "With swapped dates there is no duration, and every chart, workload and delay built on it is wrong.",
    ),
    help=Text("核对两个日期，写反了就互换", "check both dates, and swap them if they were mixed up"),
    bad=Text(
        """\
resources:
  - {department: 开发部, need: 测试工程师 2 名, from: 2026-03-24, to: 2026-03-16}
""",
        """\
resources:
  - {department: Development, need: Two testers, from: 2026-03-24, to: 2026-03-16}
""",
    ),
    good=Text(
        """\
resources:
  - {department: 开发部, need: 测试工程师 2 名, from: 2026-03-16, to: 2026-03-24}
""",
        """\
resources:
  - {department: Development, need: Two testers, from: 2026-03-16, to: 2026-03-24}
""",
    ),
    check=_check,
)
