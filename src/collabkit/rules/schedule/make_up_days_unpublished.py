"""A year whose working weekends nobody knows yet."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text, same
from collabkit.model import Stage
from collabkit.plan import Plan
from collabkit.problem import Place, Problem
from collabkit.rules.wording import message


def _check(plan: Plan) -> Iterator[Problem]:
    about = plan.project.about
    years = plan.calendar.unpublished(about.start, about.end)
    if years:
        first, last = years[0], years[-1]
        named = same(str(first)) if first == last else Text(f"{first} 至 {last}", f"{first} to {last}")
        yield Problem(
            ("calendar", "country"),
            message(
                f"{named.zh} 年的调休安排尚未公布，日期按推算处理",
                f"make-up working days of {named.en} are not published yet",
            ),
            label=Text("法定节假日与调休的国家", "statutory holidays of this country"),
            places=(Place(("project", "end"), Text("项目持续到这一天", "the project lasts until this day")),),
        )


RULE = Rule(
    code="CK511",
    name="make-up-days-unpublished",
    severity=Severity.INFO,
    stage=Stage.PLANNING,
    title=Text("该年调休安排尚未公布", "The make-up working days of a year are not published yet"),
    why=Text(
        "调休逐年公布；公布之前，该年的节假日前后按推算处理，工作日可能差几天。",
        "They are announced year by year; until then the working days around that year's holidays are a guess.",
    ),
    help=Text(
        "公布后升级 collabkit 所用的 holidays 包，或写入 calendar.extra_workdays 和 days_off",
        "update the 'holidays' package once they are out, or add them to calendar.extra_workdays and days_off",
    ),
    bad="""\
project:
  end: 2035-12-28
calendar: {country: CN}
""",
    good="""\
calendar: {country: CN}
project:
  end: 2026-03-31
""",
    check=_check,
)
