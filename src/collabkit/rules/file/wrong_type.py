"""A value of another kind than its field takes."""

from __future__ import annotations

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage

RULE = Rule(
    code="CK008",
    name="wrong-type",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("值的类型不对", "A value is of the wrong kind"),
    why=Text(
        "程序要用数字计算、用固定用词判断；读不懂的值只能不算。",
        "Numbers are computed with and fixed words decide; a value that cannot be understood cannot count.",
    ),
    help=Text("按字段的要求改写这个值", "write the value as its field expects it"),
    bad=Text(
        """\
communication:
  weekly: {weekday: fri, time: "15:00", minutes: 一小时}
""",
        """\
communication:
  weekly: {weekday: fri, time: "15:00", minutes: an hour}
""",
    ),
    good="""\
communication:
  weekly: {weekday: fri, time: "15:00", minutes: 60}
""",
    check=None,
)
