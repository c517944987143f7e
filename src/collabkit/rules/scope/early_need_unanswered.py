"""What a department asked for at the kick-off and nobody answered."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.plan import Plan, is_something
from collabkit.problem import Problem
from collabkit.rules.wording import message, short


def _check(plan: Plan) -> Iterator[Problem]:
    for key, department in plan.project.departments.items():
        for index, need in enumerate(department.needs):
            path = ("departments", key, "needs", index)
            if need.reply or need.tasks or not is_something(need.need or ""):
                continue
            text = short(need.need or "")
            yield Problem(
                (*path, "need"),
                message(
                    f"部门「{key}」的需求「{text}」没有答复", f"the need of department {key} ({text}) has no answer"
                ),
                rests_on=(path,),
                label=Text("既没有答复，也没有对应任务", "neither a reply nor a task"),
            )


RULE = Rule(
    code="CK309",
    name="early-need-unanswered",
    severity=Severity.WARNING,
    stage=Stage.INITIATING,
    title=Text("部门的初步需求没有答复", "An early need of a department has no answer"),
    why=Text(
        "启动会上提出的需求若石沉大海，到执行时就会变成延期的理由。",
        "A need that was raised at the kick-off and ignored comes back as the reason for a delay.",
    ),
    help=Text(
        "补上「reply: accepted」（或 adjusted、deferred），或用 tasks 指出对应任务",
        "add 'reply: accepted' (or adjusted, deferred), or name the tasks that meet it",
    ),
    bad=Text(
        """\
departments:
  开发部:
    head: 李雷
    needs:
      - {need: 需要两周做分析}
""",
        """\
departments:
  Development:
    head: Li Lei
    needs:
      - {need: Two weeks for the analysis}
""",
    ),
    good=Text(
        """\
departments:
  开发部:
    head: 李雷
    needs:
      - {need: 需要两周做分析, reply: accepted, tasks: [T1]}
""",
        """\
departments:
  Development:
    head: Li Lei
    needs:
      - {need: Two weeks for the analysis, reply: accepted, tasks: [T1]}
""",
    ),
    check=_check,
)
