"""Who has to sign which form, in which role, and who has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from collabkit.lang import Text, same
from collabkit.model.meeting import Meeting
from collabkit.model.signoff import Signoff
from collabkit.model.words import MeetingKind, Stage
from collabkit.plan.edition import edition
from collabkit.plan.plan import Plan

FORMS = ("charter", "tasks", "goals", "resolution", "closeout")
"""The forms whose signers follow from the project, in their order."""

_SPONSOR = Text("项目发起人", "Sponsor")
_HEAD = Text("部门负责人", "Head of department")


class Signer(NamedTuple):
    """Who signs, in which role, for which department (id); `person` is None where nobody is named yet."""

    person: str | None
    role: Text
    department: str | None


class RequiredSignature(NamedTuple):
    """`person` has to sign `form`, for `issue` where there is one per issue; `signed` once it is dated."""

    form: str
    person: str
    role: Text
    issue: str | None = None
    signed: Signoff | None = None


def required_signatures(plan: Plan) -> Iterator[RequiredSignature]:
    """Yield every signature that is due by now, form by form."""
    stage = plan.project.about.stage
    if any(_was_held(plan, meeting) for _, meeting in kickoffs(plan)):
        yield from required_by(plan, "charter")
    if stage.reaches(Stage.PLANNING):
        if plan.project.tasks:
            yield from required_by(plan, "tasks")
        yield from required_by(plan, "goals")
    for key, issue in plan.project.issues.items():
        if issue.resolution and issue.resolution.decision:
            yield from required_by(plan, "resolution", key)
    if stage.reaches(Stage.CLOSING):
        yield from required_by(plan, "closeout")


def required_by(plan: Plan, form: str, issue: str | None = None) -> Iterator[RequiredSignature]:
    """Yield the signatures that one form needs, whether it is due or not.

    A signature without a day is none, and one on an earlier version says nothing about the current one.
    """
    signed = {person: signoff for person, signoff in standing(plan, form, issue).items() if signoff.date}
    for who in signers(plan, form, issue):
        if who.person:
            yield RequiredSignature(form, who.person, who.role, issue, signed.get(who.person))


def last_words(plan: Plan) -> Iterator[tuple[str, int, Signoff]]:
    """Yield what everybody said last on each form, with its place among the form's signatures.

    Who signs a form again takes back what was said before, and a new version of it asks everybody again.
    """
    for form, signoffs in plan.project.signoffs:
        said = {(each.person, each.issue, each.change): (index, each) for index, each in enumerate(signoffs)}
        for index, each in sorted(said.values(), key=lambda found: found[0]):
            if form not in FORMS or edition(plan, form, each.issue or "").covers(each.date):
                yield form, index, each


def earlier(plan: Plan, form: str, issue: str | None = None) -> Mapping[str, tuple[str | None, date]]:
    """Return who signed only an earlier version of `form`: which one, where the history tells, and when."""
    current = edition(plan, form, issue or "")
    return {
        person: (current.on(each.date), each.date)
        for person, each in last(plan, form, issue).items()
        if each.date and not current.covers(each.date)
    }


def signatures(plan: Plan, form: str, issue: str | None = None) -> Sequence[Signoff]:
    """Return the signatures on `form`; one that names no issue counts when only one issue has a resolution."""
    found: Sequence[Signoff] = getattr(plan.project.signoffs, form)
    if issue is None:
        return found
    only = sum(1 for each in plan.project.issues.values() if each.resolution) == 1
    return [each for each in found if each.issue == issue or (only and not each.issue)]


def standing(plan: Plan, form: str, issue: str | None = None) -> Mapping[str, Signoff]:
    """Return what everybody signed last on the current version of `form`, by person."""
    current = edition(plan, form, issue or "")
    return {person: each for person, each in last(plan, form, issue).items() if current.covers(each.date)}


def last(plan: Plan, form: str, issue: str | None = None) -> Mapping[str, Signoff]:
    """Return what everybody signed last on `form`, on whichever version, by person."""
    return {each.person: each for each in signatures(plan, form, issue) if each.person}


def signers(plan: Plan, form: str, issue: str | None = None) -> Sequence[Signer]:
    """Return who signs `form`, in the order of its signature block, nobody twice; the sponsor closes the block."""
    manager = signer(plan, plan.project.about.manager)
    match form:
        case "charter":
            # Everybody at the kick-off signs (guide, step 1); before one is known, the heads are expected there.
            people = [manager, *(signer(plan, person) for person in attendees(plan))]
            people = _once([*(people if len(people) > 1 else [manager, *_heads(plan)]), sponsor(plan)])
        case "tasks":
            # Each department confirms its own rows.
            people = list(dict.fromkeys(_heads(plan)))
        case "resolution" if issue is not None:
            people = _once([*_resolution(plan, issue), manager])
        case "closeout":
            receivers = (item.receiver for item in plan.project.handover_items if item.receiver)
            people = _once([manager, *_heads(plan), *_heads(plan, receivers), sponsor(plan)])
        case _:
            people = _once([*_heads(plan), manager, sponsor(plan)])
    return people


def sponsor(plan: Plan) -> Signer:
    """Return the sponsor as a signer."""
    person = plan.project.about.sponsor
    return Signer(person, _SPONSOR, plan.department_of(person))


def _once(signers: Sequence[Signer]) -> list[Signer]:
    """Return `signers` without those who stand there twice; the last one, who approves, keeps the last place."""
    people = [who for who in signers[:-1] if who.person is None or who.person != signers[-1].person]
    return list(dict.fromkeys([*people, signers[-1]]))


def _resolution(plan: Plan, key: str) -> Iterator[Signer]:
    """Yield the decider, the heads concerned, and the owners of the measures."""
    issue = plan.project.issues[key]
    resolution = issue.resolution
    if resolution and resolution.decided_by and resolution.decided_by != "heads":
        yield signer(plan, resolution.decided_by)
    yield from _heads(plan, issue.departments)
    for action in resolution.actions if resolution else ():
        if action.owner:
            yield signer(plan, action.owner)


def _heads(plan: Plan, departments: Iterable[str] | None = None) -> Iterator[Signer]:
    """Yield the head of each of `departments`, all by default; a department without one still has to sign."""
    for name in plan.project.departments if departments is None else departments:
        department = plan.project.departments.get(name)
        if department is not None:
            yield signer(plan, department.head) if department.head else Signer(None, _HEAD, name)


def signer(plan: Plan, person: str) -> Signer:
    """Return `person` as a signer, in the role the person has in the project."""
    return Signer(person, role(plan, person) or same(""), plan.department_of(person))


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
        return _SPONSOR
    if person == about.manager:
        return Text("项目经理", "Project manager")
    if any(department.head == person for department in departments):
        return _HEAD
    if any(department.contact == person for department in departments):
        return Text("接口人", "Contact")
    known = plan.project.people.get(person)
    return same(known.title) if known and known.title else None
