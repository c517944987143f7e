"""A project that was never kicked off."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.words import MeetingKind
from collabkit.plan import Plan
from collabkit.problem import EVERY, Problem


def _check(plan: Plan) -> Iterator[Problem]:
    if any(meeting.kind is MeetingKind.KICKOFF for meeting in plan.project.meetings):
        return
    yield Problem(
        ("meetings",),
        Text("没有启动会记录", "no kick-off meeting is recorded"),
        label=Text("这里没有启动会", "no kick-off among these"),
        help=_help(plan),
        rests_on=(("meetings", EVERY, "kind"),),
    )


def _help(plan: Plan) -> Text:
    """Propose the first working day, the manager as chair, and the heads."""
    about = plan.project.about
    heads = [each.head for each in plan.project.departments.values() if each.head]
    people = ", ".join(dict.fromkeys(name for name in (about.sponsor, *heads) if name))
    line = f"{{kind: kickoff, date: {plan.calendar.next(about.start)}, chair: {about.manager}, attendees: [{people}]}}"
    return Text(f"在 meetings 下加上 {line}", f"add {line} to 'meetings'")


RULE = Rule(
    code="CK901",
    name="no-kickoff",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("项目没有启动会", "The project has no kick-off meeting"),
    why=Text(
        "启动会是各部门对「为什么做、做什么」取得一致的地方；不开会，后面的签字没有依据。",
        "The kick-off is where the departments agree on why and what; without it there is nothing to sign.",
    ),
    help=Text(
        "在 meetings 下加上 {kind: kickoff, date: …, chair: …, attendees: […]}",
        "add {kind: kickoff, date: …, chair: …, attendees: […]} to 'meetings'",
    ),
    bad="""\
meetings: []
""",
    good=Text(
        """\
meetings:
  - {kind: kickoff, date: 2026-03-02, chair: 王芳, attendees: [李雷, 赵敏]}
""",
        """\
meetings:
  - {kind: kickoff, date: 2026-03-02, chair: Wang Fang, attendees: [Li Lei, Zhao Min]}
""",
    ),
    check=_check,
)
