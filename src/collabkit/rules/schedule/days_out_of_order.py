"""Two days of which the later one comes first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.issue import Issue
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.plan.lights import is_open
from collabkit.problem import Path, Place, Problem
from collabkit.rules.wording import entry, message


@dataclass(frozen=True, slots=True)
class _Day:
    """A day of the file: where it stands, and what happened on it."""

    path: Path
    day: date | None
    what: Text


def _check(plan: Plan) -> Iterator[Problem]:
    for of, before, after in _pairs(plan):
        if before.day is None or after.day is None or after.day >= before.day:
            continue
        named = entry(of)
        yield Problem(
            after.path,
            message(
                zh(named.zh, f"{after.what.zh}（{after.day}）早于{before.what.zh}（{before.day}）"),
                f"{named.en}: {after.what.en} ({after.day}) before {before.what.en} ({before.day})",
            ),
            label=Text("顺序颠倒", "too early"),
            places=(Place(before.path, before.what),),
            rests_on=(before.path,),
        )


def _pairs(plan: Plan) -> Iterator[tuple[Path, _Day, _Day]]:
    """Yield what cannot happen in another order: of which entry, what comes first, and what comes after it."""
    project = plan.project
    for key, issue in project.issues.items():
        yield from _issue(plan, key, issue)
    for key, risk in project.risks.items():
        found, closed = Text("提出日期", "identified"), Text("关闭日期", "closed")
        of: Path = ("risks", key)
        yield of, _Day((*of, "identified"), risk.identified, found), _Day((*of, "closed"), risk.closed, closed)
    for key, change in project.changes.items():
        of, asked, ruled = ("changes", key), Text("申请日期", "requested"), Text("批准日期", "decided")
        yield of, _Day((*of, "requested"), change.requested, asked), _Day((*of, "decided"), change.decided, ruled)
    for index, note in enumerate(project.acceptances):
        of, sent, taken = ("acceptances", index), Text("交付日期", "delivered"), Text("验收日期", "accepted")
        yield of, _Day((*of, "delivered"), note.delivered, sent), _Day((*of, "accepted"), note.accepted, taken)
    yield from _end(plan)


def _issue(plan: Plan, key: str, issue: Issue) -> Iterator[tuple[Path, _Day, _Day]]:
    of: Path = ("issues", key)
    raised = _Day((*of, "raised"), issue.raised, Text("提出日期", "raised"))
    yield of, raised, _Day((*of, "closed"), issue.closed, Text("关闭日期", "closed"))
    if issue.resolution is None:
        return
    decided = _Day((*of, "resolution", "decided"), issue.resolution.decided, Text("决策日期", "decided"))
    if issue.resolution.meeting:
        met = Text("专项会议日期", "the special meeting")
        yield of, _Day((*of, "resolution", "meeting", "date"), issue.resolution.meeting.date, met), decided
    yield of, raised, decided
    for index, signoff in enumerate(plan.project.signoffs.resolution):
        if signoff.issue == key:
            signed = Text("决议签字日期", "the resolution signed")
            yield of, raised, _Day(("signoffs", "resolution", index, "date"), signoff.date, signed)


def _end(plan: Plan) -> Iterator[tuple[Path, _Day, _Day]]:
    """Yield the last day of the work and what the close-out report says of the end, and who signed it when."""
    project, of = plan.project, ("closeout",)
    begun = _Day(("project", "start"), project.about.start, Text("项目开始日期", "the project's start"))
    for index, signoff in enumerate(project.signoffs.closeout):
        signed = Text("签字日期", "the close-out report signed")
        yield of, begun, _Day(("signoffs", "closeout", index, "date"), signoff.date, signed)
    ended = [
        *((task.actual_end, ("tasks", key, "actual_end")) for key, task in project.tasks.items() if not is_open(task)),
        *((each.actual, ("milestones", key, "actual")) for key, each in project.milestones.items()),
    ]
    known = [(day, path) for day, path in ended if day]
    if project.closeout and known:
        day, path = max(known)
        last = _Day(path, day, Text("最后完成的工作", "the last work ended"))
        yield of, last, _Day((*of, "actual_end"), project.closeout.actual_end, Text("实际结束", "the actual end"))


RULE = Rule(
    code="CK521",
    name="days-out-of-order",
    severity=Severity.ERROR,
    stage=Stage.EXECUTING,
    title=Text("日期先后颠倒", "Days stand in the wrong order"),
    why=Text(
        "问题还没提出就已决策、还没交付就已验收，记录就经不起查，签了字也不作数。",
        "Nothing is decided before it was raised or accepted before it was delivered: such a record does not hold.",
    ),
    help=Text("核对两个日期，改正写错的那个", "check both days, and mend the one that is wrong"),
    bad=Text(
        """\
acceptances:
  - {deliverable: 测试报告, verdict: accepted, delivered: 2026-03-18, accepted: 2026-03-16}
""",
        """\
acceptances:
  - {deliverable: Test report, verdict: accepted, delivered: 2026-03-18, accepted: 2026-03-16}
""",
    ),
    good=Text(
        """\
acceptances:
  - {deliverable: 测试报告, verdict: accepted, delivered: 2026-03-16, accepted: 2026-03-18}
""",
        """\
acceptances:
  - {deliverable: Test report, verdict: accepted, delivered: 2026-03-16, accepted: 2026-03-18}
""",
    ),
    check=_check,
)
