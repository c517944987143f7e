"""Project files of any size to measure with: realistic Chinese text, clean dependencies, no randomness."""

from __future__ import annotations

from datetime import date, timedelta

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
    progress: {progress}
    note: 与相邻模块同步联调，接口以评审版本为准
"""


def project(tasks: int) -> str:
    """Return a project file with this many tasks, one to two predecessors each, in four departments of ten people."""
    people = [(f"{department[0]}{number:02d}", department) for department in DEPARTMENTS for number in range(10)]
    heads = {department: name for name, department in people[::-1]}
    last = _start(tasks - 1) + timedelta(days=30)
    head = _HEAD.format(
        end=last,
        departments="\n".join(f"  {name}: {{head: {heads[name]}, responsibility: 本部门交付}}" for name in DEPARTMENTS),
        people="\n".join(f"  {name}: {{department: {department}}}" for name, department in people),
    )
    return head + "".join(_task(number, people) for number in range(tasks))


def _start(number: int) -> date:
    """Return a Monday, one week later for every fifty tasks."""
    return date(2026, 1, 5) + timedelta(weeks=number // 50)


def _task(number: int, people: list[tuple[str, str]]) -> str:
    owner, department = people[number * 7 % len(people)]
    start = _start(number)
    after = [f"T{number - back:05d}" for back in (50, 73) if number >= back]
    done = number % 3 == 0
    return _TASK.format(
        number=number,
        department=department,
        owner=owner,
        start=start,
        end=start + timedelta(days=4),
        after=f"\n    after: [{', '.join(after)}]" if after else "",
        effort=number % 9 + 1,
        priority=number % 4,
        status="done\n    actual_start: " + str(start) + "\n    actual_end: " + str(start) if done else "doing",
        progress=100 if done else number % 90,
    )
