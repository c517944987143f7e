"""A project that does not say why it is done."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.plan import Plan
from collabkit.problem import Problem
from collabkit.rules.wording import message


def _check(plan: Plan) -> Iterator[Problem]:
    length = len("".join((plan.project.about.background or "").split()))
    least = plan.policy.background
    if length >= least:
        return
    yield Problem(
        ("project", "background"),
        message(
            f"项目背景只有 {length} 个字，至少要 {least} 个字",
            f"the background has {length} characters; at least {least} are asked for",
        )
        if length
        else Text("没有写项目背景", "the project has no background"),
        label=Text("没有说清为什么要做", "does not say why the project is done"),
    )


RULE = Rule(
    code="CK301",
    name="background-missing",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("没有说清项目背景", "The background is missing or too short"),
    why=Text(
        "参与部门要先明白为什么做，才愿意投入人手；背景写不清，启动会就成了派任务。",
        "Departments put people in once they see why; without a background the kick-off only hands out work.",
    ),
    help=Text(
        "用两三句话写清现状、问题和不做的后果",
        "say in two or three sentences what is wrong today and what happens if nothing is done",
    ),
    bad=Text(
        """\
project:
  background: 领导要求
""",
        """\
project:
  background: The boss asked for it
""",
    ),
    good=Text(
        """\
project:
  background: 用户遇到第一次崩溃就会卸载，下一版本必须稳定，否则用户继续流失。
""",
        """\
project:
  background: Users leave the app after its first crash; the next release must be stable.
""",
    ),
    check=_check,
)
