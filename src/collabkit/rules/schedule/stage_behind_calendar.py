"""A stage that the calendar has overtaken."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.plan import Plan, stages
from collabkit.problem import Place, Problem
from collabkit.rules.wording import message


def _check(plan: Plan) -> Iterator[Problem]:
    lag = stages.lag(plan)
    if lag is None:
        return
    declared, what = plan.project.about.stage, _PASSED[lag.stage]
    written = "stage" in plan.project.about.model_fields_set
    still = Text(f"阶段却还是 {declared}", f"the stage is still {declared}")
    if not written:
        still = Text(f"却没有写阶段（按 {declared} 算）", f"no stage is written and {declared} is taken")
    yield Problem(
        ("project", "stage"),
        message(
            f"{what.zh}（{lag.day}），{still.zh}",
            f"{still.en}, though {what.en} on {lag.day}",
        ),
        label=Text(f"按日期应为 {lag.stage}", f"by the calendar it is {lag.stage}"),
        help=_HELP[lag.stage],
        rests_on=(("project", "stage"), lag.path),
        places=(Place(lag.path, Text("这一天已过", "this day has passed")),),
    )


_PASSED = {
    Stage.PLANNING: Text("项目早已开始", "the project began"),
    Stage.EXECUTING: Text("任务早该开始", "work was to begin"),
    Stage.CLOSING: Text("项目应已结束", "the project was to end"),
}
_HELP = {
    Stage.PLANNING: Text(
        "启动会开过了写「stage: planning」；推迟了就改 start 和 end",
        "set 'stage: planning' once it is kicked off, or move 'start' and 'end' if it was put off",
    ),
    Stage.EXECUTING: Text(
        "已经开工的写「stage: executing」；推迟了就重排日期",
        "set 'stage: executing' if work is under way, or replan the dates if it was put off",
    ),
    Stage.CLOSING: Text(
        "做完了写「stage: closing」；没做完就按变更流程推迟 end",
        "set 'stage: closing' if the work is done, or move 'end' by a change if it is not",
    ),
}

RULE = Rule(
    code="CK515",
    name="stage-behind-calendar",
    severity=Severity.WARNING,
    stage=Stage.INITIATING,
    title=Text("项目阶段落后于日历", "The stage lies behind the calendar"),
    why=Text(
        "阶段决定检查到哪一步；阶段没有跟上，执行和收尾该查的都没有查，看起来一切正常。",
        "The stage decides what is checked; one that is left behind hides everything that should be asked by now.",
    ),
    help=Text(
        "更新 project.stage；推迟了就改日期",
        "bring 'project.stage' up to date, or the dates if the project was put off",
    ),
    bad="""\
project:
  stage: initiating
""",
    good="""\
project:
  stage: planning
""",
    check=_check,
)
