"""A lesson that says nothing to those who come after."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.plan import Plan
from collabkit.problem import Problem
from collabkit.rules.goal_text import is_blank
from collabkit.rules.wording import message, short


def _check(plan: Plan) -> Iterator[Problem]:
    for index, lesson in enumerate(plan.project.lessons):
        path = ("lessons", index, "recommendation")
        if is_blank(lesson.description) or not is_blank(lesson.recommendation):
            continue
        name = short(lesson.description or "", 40)
        yield Problem(
            path,
            message(f"经验教训「{name}」没有改进建议", f"the lesson '{name}' recommends nothing"),
            label=Text("没有改进建议", "no recommendation"),
        )


RULE = Rule(
    code="CK610",
    name="lesson-without-recommendation",
    severity=Severity.INFO,
    stage=Stage.CLOSING,
    title=Text("经验教训没有改进建议", "A lesson recommends nothing"),
    why=Text(
        "只写「沟通不畅」，后来的项目不知道该怎么做；要写出做什么、适用于哪里。",
        "'Communication was poor' helps nobody; a lesson says what to do next time, and where it applies.",
    ),
    help=Text(
        "补上 recommendation：下次怎么做，适用于哪些项目",
        "add a 'recommendation': what to do next time, and in which projects",
    ),
    bad=Text(
        """\
lessons:
  - {kind: improve, description: 测试手机到货晚}
""",
        """\
lessons:
  - {kind: improve, description: The test phones came late}
""",
    ),
    good=Text(
        """\
lessons:
  - {kind: improve, description: 测试手机到货晚, recommendation: 立项当周就下单}
""",
        """\
lessons:
  - {kind: improve, description: The test phones came late, recommendation: Order them in the first week}
""",
    ),
    check=_check,
)
