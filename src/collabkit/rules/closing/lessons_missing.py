"""A project that has learned nothing."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.plan import Plan
from collabkit.problem import EVERY, Problem
from collabkit.rules.goal_text import is_blank


def _check(plan: Plan) -> Iterator[Problem]:
    lessons = plan.project.lessons
    if any(not is_blank(lesson.description) for lesson in lessons):
        return
    yield Problem(
        ("lessons",),
        Text("没有记录任何经验教训", "no lesson is recorded"),
        label=Text("这里还没有经验教训", "no lesson is written here"),
        rests_on=(("lessons", EVERY, "description"),),
    )


RULE = Rule(
    code="CK605",
    name="lessons-missing",
    severity=Severity.WARNING,
    stage=Stage.CLOSING,
    title=Text("没有经验教训", "No lesson is recorded"),
    why=Text(
        "不复盘，下一个跨部门项目会把同样的坑再踩一遍。",
        "Without a retrospective the next project across departments pays for the same mistakes again.",
    ),
    help=Text(
        "开复盘会，在 lessons 下写出做得好的和待改进的：kind、description、recommendation",
        "hold the review meeting and write down what went well and what did not: kind, description, recommendation",
    ),
    bad="""\
lessons: []
""",
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
