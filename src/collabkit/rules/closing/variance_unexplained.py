"""A variance of the closing report that nobody has explained."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.closeout import Closeout
from collabkit.phrases import working_days, zh
from collabkit.plan import Plan
from collabkit.plan.actual import actual_end
from collabkit.plan.attainment import attainment
from collabkit.plan.cost import cost
from collabkit.problem import EVERY, Path, Problem
from collabkit.rules.goal_text import every_goal, is_blank
from collabkit.rules.wording import entry, message, short


def _check(plan: Plan) -> Iterator[Problem]:
    end = plan.project.closeout or Closeout()
    if is_blank(end.schedule_reason):
        yield from _late(plan, end)
    if is_blank(end.cost_reason):
        yield from _dear(plan)
    for path, goal in every_goal(plan):
        reached = attainment(goal)
        if reached and not reached.met and is_blank(goal.variance_reason):
            yield _missed(path, goal.target or "", goal.actual or "")


def _late(plan: Plan, end: Closeout) -> Iterator[Problem]:
    ended, planned = actual_end(plan, end), plan.project.about.end
    slip = plan.calendar.between(planned, ended) if ended else None
    if ended and slip is not None and slip > plan.policy.milestone_slip:
        late = working_days(slip)
        yield Problem(
            ("closeout", "schedule_reason"),
            Text(
                f"项目晚了 {late.zh}结束（{planned} → {ended}），没有写原因",
                f"the project ended {late.en} late ({planned} → {ended}) and nothing says why",
            ),
            label=Text("没有进度偏差原因", "no cause of the delay"),
            rests_on=(("project", "end"), ("closeout", "actual_end"), ("tasks", EVERY, "actual_end")),
        )


def _dear(plan: Plan) -> Iterator[Problem]:
    figures = cost(plan.project.budget, plan.policy) if plan.project.budget else None
    if figures is None or not figures.planned or figures.overspent is None:
        return
    share = figures.overspent / figures.planned
    if share > plan.policy.cost_slip:
        yield Problem(
            ("closeout", "cost_reason"),
            Text(
                f"成本超出预算 {share * 100:.1f} %，没有写原因",
                f"the cost exceeds the budget by {share * 100:.1f} % and nothing says why",
            ),
            label=Text("没有成本偏差原因", "no cause of the overrun"),
            rests_on=(("budget",),),
        )


def _missed(path: Path, target: str, actual: str) -> Problem:
    named, target, actual = entry(path), short(target), short(actual)
    return Problem(
        (*path, "variance_reason"),
        message(
            zh(named.zh, f"没有达成（目标 {target}，实际 {actual}），没有写偏差原因"),
            f"{named.en} was missed (target {target}, actual {actual}) and nothing says why",
        ),
        label=Text("没有偏差原因", "no cause of the variance"),
        help=Text("补上 variance_reason", "add 'variance_reason'"),
        rests_on=((*path, "target"), (*path, "actual")),
        many=Text("{}没有达成，也没有写偏差原因", "{} were missed and nothing says why"),
    )


RULE = Rule(
    code="CK609",
    name="variance-unexplained",
    severity=Severity.WARNING,
    stage=Stage.CLOSING,
    title=Text("结项时偏差没有说明原因", "A variance is not explained at closing"),
    why=Text(
        "工期、成本超出允许的偏差，或目标没有达成，不写原因就无法复盘，下一个项目还会照样偏。",
        "Late or over budget by more than is let pass, or a goal missed: without a cause the next project repeats it.",
    ),
    help=Text(
        "在 closeout 下补上 schedule_reason、cost_reason，在目标下补上 variance_reason",
        "add 'schedule_reason' and 'cost_reason' to 'closeout', and 'variance_reason' to the goal",
    ),
    bad="""\
goals:
  G1:
    actual: 3
""",
    good=Text(
        """\
goals:
  G1:
    actual: 3
    variance_reason: 两款旧机型未能修复
""",
        """\
goals:
  G1:
    actual: 3
    variance_reason: Two old phones could not be mended
""",
    ),
    check=_check,
)
