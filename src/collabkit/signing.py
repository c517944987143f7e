"""Who has to sign which form, and who has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from collabkit.lang import Text
from collabkit.model.closing import Signoff
from collabkit.model.words import MeetingKind, Stage
from collabkit.plan import Plan

FORMS = {
    "charter": Text("项目启动信息表", "Project Initiation Sheet"),
    "goals": Text("项目目标共识表", "Goal Alignment Agreement"),
    "resolution": Text("问题解决决议表", "Issue Resolution Record"),
    "closeout": Text("项目总结与复盘报告", "Close-out Report"),
}
"""The forms whose signers follow from the project."""

_SPONSOR = Text("项目发起人", "Sponsor")
_MANAGER = Text("项目经理", "Project manager")
_HEAD = Text("部门负责人", "Head of department")
_ATTENDEE = Text("参会人", "Attendee")
_DECIDER = Text("决策人", "Decider")


@dataclass(frozen=True, slots=True)
class Duty:
    """`person` signs `form` in `role`; `issue` names the resolution; `signed` is the signature, once it is there."""

    form: str
    person: str
    role: Text
    issue: str | None = None
    signed: Signoff | None = None


def duties(plan: Plan) -> Iterator[Duty]:
    """Yield every signature that is due at the project's stage, form by form, nobody twice on one form."""
    stage = plan.project.about.stage
    yield from _once(plan, "charter", _charter(plan))
    if stage.reaches(Stage.PLANNING):
        yield from _once(plan, "goals", _agreement(plan))
    for key, issue in plan.project.issues.items():
        if issue.resolution and issue.resolution.decision:
            yield from _once(plan, "resolution", _resolution(plan, key), key)
    if stage.reaches(Stage.CLOSING):
        yield from _once(plan, "closeout", _agreement(plan))


def _charter(plan: Plan) -> Iterator[tuple[str | None, Text]]:
    """The sponsor approves; everybody at the kick-off signs (guide, step 1)."""
    yield plan.project.about.sponsor, _SPONSOR
    yield plan.project.about.manager, _MANAGER
    for meeting in plan.project.meetings:
        if meeting.kind is MeetingKind.KICKOFF and (meeting.date is None or meeting.date <= plan.today):
            for person in meeting.attendees:
                yield person, _ATTENDEE


def _agreement(plan: Plan) -> Iterator[tuple[str | None, Text]]:
    """Every head signs (guide, step 3), the manager and the sponsor with them."""
    for department in plan.project.departments.values():
        yield department.head, _HEAD
    yield plan.project.about.manager, _MANAGER
    yield plan.project.about.sponsor, _SPONSOR


def _resolution(plan: Plan, key: str) -> Iterator[tuple[str | None, Text]]:
    """Who decided and the heads of the departments concerned."""
    issue = plan.project.issues[key]
    if issue.resolution and issue.resolution.decided_by != "heads":
        yield issue.resolution.decided_by, _DECIDER
    for name in issue.departments:
        department = plan.project.departments.get(name)
        yield (department.head if department else None), _HEAD


def _once(plan: Plan, form: str, people: Iterator[tuple[str | None, Text]], issue: str | None = None) -> Iterator[Duty]:
    signatures = {
        signoff.person: signoff
        for signoff in getattr(plan.project.signoffs, form)
        if issue is None or signoff.issue in (None, issue)
    }
    seen: set[str] = set()
    for person, role in people:
        if person and person not in seen:
            seen.add(person)
            yield Duty(form, person, role, issue, signatures.get(person))
