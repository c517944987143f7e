"""Project files of any size to measure with: realistic Chinese text, clean dependencies, no randomness."""

from __future__ import annotations

from datetime import date, timedelta

TODAY = date(2026, 3, 20)
"""The day on which the files are looked at; nothing is overdue then."""
DEPARTMENTS = ("研发部", "市场部", "销售部", "生产部")
_HEAD = """\
collabkit: 1
language: zh-CN
project:
  name: 基准项目
  code: PRJ-2026-900
  stage: executing
  department: 研发部
  sponsor: 陈明
  manager: 王芳
  start: 2026-01-05
  end: {end}
  background: 主要竞品上半年已发布睡眠与运动识别功能，需通过本次迭代稳住存量用户并带动新增用户。
departments:
{departments}
people:
  陈明: {{title: 分管副总}}
  王芳: {{department: 研发部, title: 资深产品经理}}
{people}
scope:
  in: {{S1: 用户登录模块}}
  out: {{X1: 海外版本}}
goals:
  G1: {{statement: 版本按期上线, metric: 上线日期, baseline: 无, target: {end}, due: {end}, owner: 王芳}}
subgoals:
{subgoals}
milestones:
  M1: {{name: 上线, date: {end}, department: 研发部, evidence: 上线公告}}
communication:
  weekly: {{weekday: wed, time: "15:00", minutes: 45, departments: [研发部, 市场部, 销售部, 生产部]}}
risks:
  R1: {{title: 主芯片交期拉长, likelihood: 2, impact: 4, response: 锁定第二供应商, owner: 王芳, due: {end}}}
meetings:
  - {{kind: kickoff, date: 2026-01-05, chair: 王芳, attendees: [陈明]}}
signoffs:
  charter: [{signed}]
  goals: [{signed}]
  tasks: [{signed}]
tasks:
"""
_TASK = """\
  T{number:05d}:
    name: 第 {number} 项任务：模块开发与联调
    phase: 开发
    department: {department}
    owner: {owner}
    start: {start}
    end: {end}{after}
    effort: {effort}
    priority: P{priority}
    covers: [S1]
    deliverable: 功能测试报告与用户操作手册 {number}
    standard: 严重缺陷率 ≤ 1%，评审签字通过
    acceptor: 王芳
    status: {status}
    note: 与相邻模块同步联调，接口以评审版本为准
"""


def project(tasks: int) -> str:
    """Return a clean project file with this many tasks, two predecessors each, in four departments of ten people."""
    people = [(f"{department[0]}{number:02d}", department) for department in DEPARTMENTS for number in range(10)]
    heads = {department: name for name, department in people[::-1]}
    # A small project has not ended on TODAY either.
    last = max(_start(tasks - 1), TODAY) + timedelta(days=31)
    head = _HEAD.format(
        end=last,
        signed=", ".join(f"{{person: {name}, date: 2026-01-05}}" for name in ("王芳", "陈明", *heads.values())),
        departments="\n".join(f"  {name}: {{head: {heads[name]}, responsibility: 本部门交付}}" for name in DEPARTMENTS),
        people="\n".join(f"  {name}: {{department: {department}}}" for name, department in people),
        subgoals="\n".join(
            f"  SG{number}: {{goal: G1, department: {name}, statement: 本部门交付按期完成, metric: 完成日期, "
            f"target: {last}, due: {last}, owner: {heads[name]}}}"
            for number, name in enumerate(DEPARTMENTS, 1)
        ),
    )
    return head + "".join(_task(number, people) for number in range(tasks))


def _start(number: int) -> date:
    """Return a Monday, one week later for every fifty tasks."""
    return date(2026, 1, 5) + timedelta(weeks=number // 50)


def _task(number: int, people: list[tuple[str, str]]) -> str:
    owner, department = people[number * 7 % len(people)]
    start = _start(number)
    # Every fortieth task is the same person's, so no dependency crosses departments.
    after = [f"T{number - back:05d}" for back in (80, 120) if number >= back]
    return _TASK.format(
        number=number,
        department=department,
        owner=owner,
        start=start,
        end=start + timedelta(days=4),
        after=f"\n    after: [{', '.join(after)}]" if after else "",
        effort=number % 9 + 1,
        priority=number % 4,
        status=_status(start, number),
    )


def _status(start: date, number: int) -> str:
    """Return what the file says of a task on TODAY: done, under way, or to come."""
    end = start + timedelta(days=4)
    if end < TODAY:
        return f"done\n    progress: 100\n    actual_start: {start}\n    actual_end: {end}"
    return f"doing\n    progress: {number % 90 + 1}\n    actual_start: {start}" if start <= TODAY else "todo"
