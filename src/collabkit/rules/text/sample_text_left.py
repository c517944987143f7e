"""A sentence of the template that tells what to write, where that should be written."""

from __future__ import annotations

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.problem import FileProblem
from collabkit.rules.asked import is_asked_for


def _severity(problem: FileProblem, stage: Stage) -> Severity | None:
    """A project that has just been set up may still be as it was written; later it is as bad as nothing."""
    if stage is Stage.INITIATING:
        return Severity.INFO
    paths = [problem.path, *(place.path for place in problem.places)]
    return Severity.ERROR if any(is_asked_for(path, stage) for path in paths) else None


RULE = Rule(
    code="CK052",
    name="sample-text-left",
    severity=Severity.WARNING,
    stage=Stage.INITIATING,
    title=Text("还留着模板里的说明文字", "An instruction of the template is left"),
    why=Text(
        "模板里的句子是告诉填写人该写什么，不是项目的内容；表单把它当作没有填写。",
        "Sentences of the template say what to write and nothing about this project; forms treat them as missing.",
    ),
    help=Text("换成这个项目自己的内容", "write what is true of this project instead"),
    bad=Text(
        """\
scope:
  statement: 一句话说明项目交付什么
""",
        """\
scope:
  statement: One sentence on what the project delivers
""",
    ),
    good=Text(
        """\
scope:
  statement: 修复全部已知崩溃并发布新版本
""",
        """\
scope:
  statement: All known crashes mended and the new version released
""",
    ),
    check=None,
    also=(Severity.ERROR, Severity.INFO),
    weigh=_severity,
)
