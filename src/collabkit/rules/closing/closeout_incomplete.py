"""A close-out report with empty boxes."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.labels import text_of
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.closeout import Closeout
from collabkit.phrases import FORM_TITLES
from collabkit.plan import Plan
from collabkit.problem import Path, Problem
from collabkit.rules.goal_text import is_blank
from collabkit.rules.wording import naming


def _check(plan: Plan) -> Iterator[Problem]:
    gaps = list(_gaps(plan.project.closeout or Closeout()))
    if not gaps:
        return
    yield Problem(
        gaps[0][0],
        naming(
            Text(f"{FORM_TITLES['closeout'].zh}还缺：", "the close-out report lacks "), [text for _, text in gaps], "项"
        ),
        label=Text("没有写全", "not complete"),
        rests_on=(("closeout",),),
        about=("closeout",),
    )


def _gaps(end: Closeout) -> Iterator[tuple[Path, Text]]:
    """Yield what the report still needs: where it would stand, and what it is called."""
    if end.kind is None:
        yield ("closeout", "kind"), Text("结项类型", "type")
    if end.date is None:
        yield ("closeout", "date"), Text("报告日期", "date")
    if is_blank(end.conclusion):
        yield ("closeout", "conclusion"), Text("结论", "conclusion")
    steps = (end.review.goal, end.review.result, end.review.cause, end.review.insight)
    if any(is_blank(step) for step in steps):
        yield ("closeout", "review"), Text("复盘四步", "retrospective")
    yield from _unreleased(end)
    if not end.archive:
        yield ("closeout", "archive"), Text("归档清单", "archive list")


def _unreleased(end: Closeout) -> Iterator[tuple[Path, Text]]:
    if not end.checklist:
        yield ("closeout", "checklist"), Text("资源释放与财务结算", "release checklist")
    for index, line in enumerate(end.checklist):
        if line.area and not line.done:
            name = text_of(line.area)
            text = Text(f"「{name.zh}」", f"'{name.en.lower()}'")
            yield ("closeout", "checklist", index, "done"), text


RULE = Rule(
    code="CK608",
    name="closeout-incomplete",
    severity=Severity.WARNING,
    stage=Stage.CLOSING,
    title=Text("", "The ") + FORM_TITLES["closeout"] + Text("没有写全", " is incomplete"),
    why=Text(
        "这份报告要说明项目怎样结束、学到了什么、资源是否释放、资料在哪里；空着的栏目以后没有人补。",
        "The report says how the project ended, what it learned, what is released and where the files are.",
    ),
    help=Text(
        "在 closeout 下补上 kind、date、conclusion、review、checklist 和 archive",
        "add kind, date, conclusion, review, checklist and archive to 'closeout'",
    ),
    bad="""\
closeout:
  kind:
""",
    good="""\
closeout:
  kind: normal
""",
    check=_check,
)
