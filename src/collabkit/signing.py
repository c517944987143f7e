"""Who has to sign which form, in which role, and who has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from collabkit.lang import Text, same
from collabkit.model.closing import Signoff
from collabkit.model.talk import Meeting
from collabkit.model.words import MeetingKind, Stage
from collabkit.plan import Plan

FORMS = {
    "charter": Text("项目启动信息表", "Project Initiation Sheet"),
    "goals": Text("项目目标共识表", "Goal Alignment Agreement"),
    "resolution": Text("问题解决决议表", "Issue Resolution Record"),
    "closeout": Text("项目总结与复盘报告", "Close-out Report"),
}
"""The forms whose signers follow from the project."""


@dataclass(frozen=True, slots=True)
class Duty:
    """`person` has to sign `form`, for `issue` where there is one per issue; `signed` once that has been done."""

    form: str
    person: str
    role: Text
    issue: str | None = None
    signed: Signoff | None = None


def duties(plan: Plan) -> Iterator[Duty]:
    """Yield every signature that is due by now, form by form."""
    stage = plan.project.about.stage
    if any(_was_held(plan, meeting) for _, meeting in kickoffs(plan)):
        yield from _duties(plan, "charter")
    if stage.reaches(Stage.PLANNING):
        yield from _duties(plan, "goals")
    for key, issue in plan.project.issues.items():
        if issue.resolution and issue.resolution.decision:
            yield from _duties(plan, "resolution", key)
    if stage.reaches(Stage.CLOSING):
        yield from _duties(plan, "closeout")


def _duties(plan: Plan, form: str, issue: str | None = None) -> Iterator[Duty]:
    signed = {signoff.person: signoff for signoff in signatures(plan, form, issue)}
    for person in signers(plan, form, issue):
        yield Duty(form, person, role(plan, person) or same(""), issue, signed.get(person))


def signatures(plan: Plan, form: str, issue: str | None = None) -> Sequence[Signoff]:
    """Return the signatures on `form`; one that names no issue counts when only one issue has a resolution."""
    found: Sequence[Signoff] = getattr(plan.project.signoffs, form)
    if issue is None:
        return found
    only = sum(1 for each in plan.project.issues.values() if each.resolution) == 1
    return [each for each in found if each.issue == issue or (only and not each.issue)]


def signers(plan: Plan, form: str, issue: str | None = None) -> Sequence[str]:
    """Return who signs `form`, in the order of its signature block, nobody twice."""
    about = plan.project.about
    match form:
        case "charter":
            # Everybody at the kick-off signs (guide, step 1); before one is known, the heads are expected there.
            people = [about.manager, *(attendees(plan) or heads(plan)), about.sponsor]
        case "resolution" if issue is not None:
            people = _resolution(plan, issue)
        case "closeout":
            people = [about.manager, *heads(plan), *_receivers(plan), about.sponsor]
        case _:
            people = [*heads(plan), about.manager, about.sponsor]
    last = [about.sponsor] if form in ("charter", "closeout") else []
    return list(dict.fromkeys(person for person in (*(p for p in people if p not in last), *last) if person))


def _resolution(plan: Plan, key: str) -> list[str | None]:
    """Return the decider, the heads concerned, the owners of the measures, and the project manager."""
    issue = plan.project.issues[key]
    resolution = issue.resolution
    departments = plan.project.departments
    concerned = [departments[name].head for name in issue.departments if name in departments]
    decider = resolution.decided_by if resolution and resolution.decided_by != "heads" else None
    owners = [action.owner for action in resolution.actions] if resolution else []
    return [decider, *concerned, *owners, plan.project.about.manager]


def _receivers(plan: Plan) -> list[str | None]:
    found = (plan.project.departments.get(item.receiver or "") for item in plan.project.handover_items)
    return [department.head for department in found if department]


def heads(plan: Plan) -> list[str | None]:
    """Return the heads of the departments in their order."""
    return [department.head for department in plan.project.departments.values() if department.head]


def kickoffs(plan: Plan) -> Sequence[tuple[int, Meeting]]:
    """Return the kick-offs, held or planned, with their place in the list of meetings."""
    meetings = enumerate(plan.project.meetings)
    return [(index, meeting) for index, meeting in meetings if meeting.kind is MeetingKind.KICKOFF]


def attendees(plan: Plan, *, held: bool = False) -> list[str]:
    """Return everybody at a kick-off, the chair first, without those noted as absent; `held`: only by today."""
    meetings = [meeting for _, meeting in kickoffs(plan) if not held or _was_held(plan, meeting)]
    absent = {name for meeting in meetings for name in meeting.absent}
    names = (name for meeting in meetings for name in (meeting.chair, *meeting.attendees))
    return [name for name in dict.fromkeys(names) if name and name not in absent]


def _was_held(plan: Plan, meeting: Meeting) -> bool:
    return meeting.date is None or meeting.date <= plan.today


def role(plan: Plan, person: str | None) -> Text | None:
    """Return what a person is in the project: sponsor, manager, head, contact; else the title in the file."""
    about, departments = plan.project.about, plan.project.departments.values()
    if person is None:
        return None
    if person == about.sponsor:
        return Text("项目发起人", "Sponsor")
    if person == about.manager:
        return Text("项目经理", "Project manager")
    if any(department.head == person for department in departments):
        return Text("部门负责人", "Head of department")
    if any(department.contact == person for department in departments):
        return Text("接口人", "Contact")
    known = plan.project.people.get(person)
    return same(known.title) if known and known.title else None
