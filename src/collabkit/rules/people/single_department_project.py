"""A project of one department."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.plan import Plan
from collabkit.problem import EVERY, ITSELF, Problem
from collabkit.rules.wording import message


def _check(plan: Plan) -> Iterator[Problem]:
    departments = plan.project.departments
    # A department that is named but not declared has its own finding.
    undeclared = any(reference.ref.sections == ("departments",) for reference in plan.dangling)
    if len(departments) > 1 or undeclared:
        return
    only = next(iter(departments), None)
    yield Problem(
        ("departments",),
        message(f"只有「{only}」一个部门参与", f"only one department takes part: {only}")
        if only
        else Text("没有部门参与", "no department takes part"),
        label=Text("跨部门项目至少要有两个部门", "a cross-department project has at least two"),
        on="key",
        rests_on=(("departments", EVERY, ITSELF),),
    )


RULE = Rule(
    code="CK207",
    name="single-department-project",
    severity=Severity.WARNING,
    stage=Stage.INITIATING,
    title=Text("只有一个部门参与", "Only one department takes part"),
    why=Text(
        "启动会、分工表、共识表都是为多个部门协同准备的；只有一个部门，多半是漏写了协作方。",
        "Kick-off, task table and goal agreement serve several departments; with one, a partner was likely forgotten.",
    ),
    help=Text("把协作部门写进 departments", "add the departments that work with it"),
    bad=Text(
        """\
departments: {开发部: {head: 李雷}}
project:
  department: 开发部
  manager: 李雷
people: {李雷: {department: 开发部}, 韩梅: {department: 开发部}, 陈明: {title: 分管副总}}
subgoals: {SG1: {goal: G1, department: 开发部, statement: 崩溃全部修复, metric: 崩溃记录, target: 0,
    due: 2026-03-24, owner: 李雷}}
milestones:
  M1: {name: 发布, date: 2026-03-31, department: 开发部}
tasks:
  T1:
    acceptor:
  T2:
    department: 开发部
    owner: 韩梅
handovers: []
communication:
  weekly: {weekday: fri, time: "15:00", departments: [开发部]}
risks:
  R1:
    owner: 李雷
meetings:
  - {kind: kickoff, date: 2026-03-02, chair: 李雷, attendees: [陈明, 李雷]}
signoffs: {charter: [{person: 陈明, date: 2026-03-02}, {person: 李雷, date: 2026-03-02}],
    tasks: [{person: 李雷, date: 2026-03-04}],
    goals: [{person: 李雷, date: 2026-03-04}, {person: 陈明, date: 2026-03-04}]}
""",
        """\
departments: {Development: {head: Li Lei}}
project:
  department: Development
  manager: Li Lei
people: {Li Lei: {department: Development}, Han Mei: {department: Development}, Chen Ming: {title: Vice president}}
subgoals: {SG1: {goal: G1, department: Development, statement: No crash is left, metric: crash reports, target: 0,
    due: 2026-03-24, owner: Li Lei}}
milestones:
  M1: {name: Release, date: 2026-03-31, department: Development}
tasks:
  T1:
    acceptor:
  T2:
    department: Development
    owner: Han Mei
handovers: []
communication:
  weekly: {weekday: fri, time: "15:00", departments: [Development]}
risks:
  R1:
    owner: Li Lei
meetings:
  - {kind: kickoff, date: 2026-03-02, chair: Li Lei, attendees: [Chen Ming, Li Lei]}
signoffs: {charter: [{person: Chen Ming, date: 2026-03-02}, {person: Li Lei, date: 2026-03-02}],
    tasks: [{person: Li Lei, date: 2026-03-04}],
    goals: [{person: Li Lei, date: 2026-03-04}, {person: Chen Ming, date: 2026-03-04}]}
""",
    ),
    good=Text(
        """\
departments:
  开发部: {head: 李雷}
  市场部: {head: 赵敏}
""",
        """\
departments:
  Development: {head: Li Lei}
  Marketing: {head: Zhao Min}
""",
    ),
    check=_check,
)
