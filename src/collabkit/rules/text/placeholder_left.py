"""A placeholder where content is asked for."""

from __future__ import annotations

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.problem import FileProblem
from collabkit.rules.asked import is_asked_for


def _severity(problem: FileProblem, stage: Stage) -> Severity | None:
    """A placeholder is as bad as the nothing it stands for."""
    return Severity.ERROR if is_asked_for(problem.path, stage) else None


RULE = Rule(
    code="CK051",
    name="placeholder-left",
    severity=Severity.WARNING,
    stage=Stage.INITIATING,
    title=Text("还留着占位文字", "A placeholder is left"),
    why=Text(
        "「待定」看上去填了，其实没有人、没有日期、没有标准；表单把它当作没有填写。",
        "'TBD' looks filled in, but there is nobody, no day and no standard behind it; forms treat it as missing.",
    ),
    help=Text("写上内容；没有定就删去这一行", "write what is meant, or delete the line while nothing is decided"),
    bad=Text(
        """\
tasks:
  T1:
    standard: 待定
""",
        """\
tasks:
  T1:
    standard: TBD
""",
    ),
    good=Text(
        """\
tasks:
  T1:
    standard: 120 项测试全部通过
""",
        """\
tasks:
  T1:
    standard: All 120 tests pass
""",
    ),
    check=None,
    also=(Severity.ERROR,),
    weigh=_severity,
)
