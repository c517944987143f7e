"""A goal that can only be measured when the project is over, and by nobody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.goal import Goal
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.problem import Place, Problem
from collabkit.rules.active import staff
from collabkit.rules.goal_text import every_goal
from collabkit.rules.timing import is_reversed
from collabkit.rules.wording import entry, message


def _check(plan: Plan) -> Iterator[Problem]:
    about = plan.project.about
    if is_reversed(about.start, about.end):
        return
    for path, goal in every_goal(plan):
        # With neither owner nor department it is goal-without-owner.
        if goal.due and goal.due > about.end and goal.department and not goal.owner:
            named = entry(path)
            yield Problem(
                (*path, "due"),
                message(
                    zh(named.zh, f"在 {goal.due} 才到期，项目 {about.end} 结束，届时没有责任人"),
                    f"{named.en} is due {goal.due}, after the project ends ({about.end}), and has no owner",
                ),
                label=Text("届时项目已经结束", "the project is over by then"),
                help=_help(plan, goal, about.end),
                rests_on=((*path, "owner"),),
                places=(Place(("project", "end"), Text("项目在这一天结束", "the project ends on this day")),),
            )


def _help(plan: Plan, goal: Goal, end: date) -> Text | None:
    candidates = staff(plan, goal.department)
    if not candidates:
        return None
    return Text(
        f"补上收尾后负责衡量的人，如「owner: {candidates[0]}」；或把 due 提前到 {end} 以前",
        f"name who measures it then, such as 'owner: {candidates[0]}', or bring 'due' forward to {end} or before",
    )


RULE = Rule(
    code="CK409",
    name="goal-due-after-project-end",
    severity=Severity.WARNING,
    stage=Stage.INITIATING,
    title=Text("项目结束后才能衡量的目标没有责任人", "A goal is due after the project and has no owner"),
    why=Text(
        "项目结束后团队解散，届时没有指定的人，目标就没有人去衡量。",
        "After the end the team is gone; without a named person nobody will ever measure the goal.",
    ),
    help=Text(
        "补上收尾后负责衡量的人「owner: 姓名」，或把 due 提前到项目结束前",
        "name in 'owner:' who measures it after closing, or move 'due' before the end",
    ),
    bad="""\
goals:
  G1:
    due: 2026-06-30
    owner:
""",
    good=Text(
        """\
goals:
  G1:
    due: 2026-06-30
    owner: 李雷
""",
        """\
goals:
  G1:
    due: 2026-06-30
    owner: Li Lei
""",
    ),
    check=_check,
)
