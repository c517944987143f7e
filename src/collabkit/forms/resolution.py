"""F05, the resolution record: what was decided about a key issue, why, by whom, and who does what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import ascii_uppercase

from collabkit.errors import UsageError
from collabkit.forms.form import Choice, Form, Item
from collabkit.forms.formatter import Formatter, Value, rows
from collabkit.forms.parts.action import MeasureRow, measure_row
from collabkit.forms.parts.head import View, head
from collabkit.forms.parts.meeting import MeetingHead, resolution_meeting
from collabkit.forms.parts.reservation import NONE_RECORDED, in_words, signed_with
from collabkit.forms.parts.signature import Signature, signatures
from collabkit.forms.parts.task import task_line
from collabkit.lang import Lang, Text, listing
from collabkit.model.action import Action
from collabkit.model.issue import Issue, Option, Position, Resolution, ResolutionMeeting
from collabkit.model.words import DecisionLevel, Grade
from collabkit.phrases import FORM_TITLES, working_days
from collabkit.plan import Plan


@dataclass(frozen=True, slots=True)
class IssueHead:
    """Which issue; `grade` and `level` are rows of tick boxes."""

    id: str
    title: Value
    number: str
    grade: str
    level: str
    status: str
    raised_by: Value
    raised: Value
    departments: Value
    owner: Value
    due: Value


@dataclass(frozen=True, slots=True)
class PositionRow:
    """What one department claims."""

    department: Value
    claim: Value
    reason: Value


@dataclass(frozen=True, slots=True)
class ImpactCells:
    """What the issue does to the project; one of them at least is to be filled in."""

    schedule: Value
    cost: Value
    scope: Value
    quality: Value
    risk: Value
    resource: Value
    other: Value


@dataclass(frozen=True, slots=True)
class OptionRow:
    """One way out; `recommended` is a star or blank."""

    letter: str
    option: Value
    pros: Value
    cons: Value
    time: Value
    cost: Value
    risk: Value
    recommended: str


@dataclass(frozen=True, slots=True)
class Decided:
    """The decision; `baseline` is a row of tick boxes, `change` the number of the change when one moves it."""

    text: Value
    rationale: Value
    by: Value
    on: Value
    effective: Value
    baseline: str
    change: Value


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What is filled in after the meeting; blank until the issue is closed, but for `notify` and `reservations`."""

    notify: Value
    verification: str
    verified_by: str
    closed: str
    reservations: str


@dataclass(frozen=True, slots=True)
class ResolutionRecord(View):
    """The record. Empty means none: positions."""

    issue: IssueHead
    meeting: MeetingHead
    description: Value
    tasks: Value
    cause: Value
    positions: tuple[PositionRow, ...]
    impacts: ImpactCells
    impact_if_nothing: Value
    options: tuple[OptionRow, ...]
    decision: Decided
    actions: tuple[MeasureRow, ...]
    follow_up: FollowUp
    signatures: tuple[Signature, ...]


def build(plan: Plan, lang: Lang, item: Item) -> ResolutionRecord:
    """Return the record of the issue that `item` names."""
    page, issue = Formatter(plan, lang), plan.project.issues[item.name]
    resolution = issue.resolution or Resolution()
    return ResolutionRecord(
        *head(page, FORM, item.name),
        issue=_issue(page, item.name, issue, resolution),
        meeting=resolution_meeting(page, resolution.meeting or ResolutionMeeting()),
        description=page.need(issue.description),
        tasks=page.maybe(page.sentences(task_line(page, task) for task in issue.tasks)),
        cause=page.need(resolution.cause),
        positions=tuple(_position(page, each) for each in resolution.positions),
        impacts=_impacts(page, resolution),
        impact_if_nothing=page.maybe(resolution.impact_if_nothing),
        options=tuple(_option(page, *each) for each in enumerate(rows(resolution.options, Option()))),
        decision=_decided(page, resolution),
        actions=tuple(measure_row(page, *each) for each in enumerate(rows(resolution.actions, Action()), 1)),
        follow_up=_follow_up(page, item.name, issue, resolution),
        signatures=signatures(page, FORM, item),
    )


def items(plan: Plan, choice: Choice) -> Iterable[Item]:
    """Return the issue that was asked for, else every key issue with a resolution; UsageError when there is none."""
    issues = plan.project.issues
    ready = [key for key, issue in issues.items() if issue.resolution]
    known = Text("已有决议的问题：", "issues with a resolution: ") + listing(ready) if ready else None
    if choice.name is None:
        found = [Item(key) for key in ready if issues[key].grade is not Grade.GENERAL]
        if not found:
            raise UsageError(Text("还没有写明决议的关键问题", "no key issue has a resolution yet"), known or _HINT)
        return found
    if choice.name not in issues:
        raise UsageError(Text(f"没有问题 {choice.name}", f"there is no issue {choice.name}"), known or _HINT)
    if choice.name not in ready:
        message = Text(f"问题 {choice.name} 还没有决议", f"issue {choice.name} has no resolution yet")
        raise UsageError(message, known or _HINT)
    return (Item(choice.name),)


_HINT = Text("请先在 issues.<编号>.resolution 下写明决议", "write it under issues.<id>.resolution first")


def has_data(plan: Plan) -> bool:
    """Return whether a key issue has a resolution."""
    return any(each.resolution and each.grade is not Grade.GENERAL for each in plan.project.issues.values())


def _issue(page: Formatter, key: str, issue: Issue, resolution: Resolution) -> IssueHead:
    return IssueHead(
        id=key,
        title=page.need(issue.title),
        number=resolution.id or f"RES-{key}",
        grade=page.boxes(Grade, {issue.grade}),
        level=page.boxes(DecisionLevel, {resolution.level or issue.level}),
        status=page.word(issue.status) or "",
        raised_by=page.need(_raised_by(page, issue)),
        raised=page.need(page.day(issue.raised)),
        departments=page.need(page.departments(issue.departments)),
        owner=page.need(page.person(issue.owner)),
        due=page.need(page.day(issue.due)),
    )


def _raised_by(page: Formatter, issue: Issue) -> str | None:
    home, person = page.department(page.plan.department_of(issue.raised_by)), page.person(issue.raised_by)
    return page.say(Text(f"{home} {person}", f"{person} ({home})")) if home and person else person


def _position(page: Formatter, position: Position) -> PositionRow:
    return PositionRow(
        page.need(page.department(position.department)), page.need(position.claim), page.maybe(position.reason)
    )


def _impacts(page: Formatter, resolution: Resolution) -> ImpactCells:
    impacts = resolution.impacts
    given = any(value is not None for value in impacts.model_dump().values())
    show = page.maybe if given else page.need
    days = None if impacts.schedule is None else _days(page, impacts.schedule)
    return ImpactCells(
        schedule=show(days),
        cost=show(page.money(impacts.cost)),
        scope=show(impacts.scope),
        quality=show(impacts.quality),
        risk=page.maybe(impacts.risk),
        resource=page.maybe(impacts.resource),
        other=page.maybe(impacts.other),
    )


def _days(page: Formatter, days: float) -> str:
    return page.say(working_days(days, page.number(days)))


def _option(page: Formatter, number: int, option: Option) -> OptionRow:
    return OptionRow(
        letter=ascii_uppercase[number] if number < len(ascii_uppercase) else str(number + 1),
        option=page.need(option.option),
        pros=page.need(option.pros),
        cons=page.need(option.cons),
        time=page.maybe(option.time),
        cost=page.maybe(option.cost),
        risk=page.maybe(option.risk),
        recommended="★" if option.recommended else "",
    )


def _decided(page: Formatter, resolution: Resolution) -> Decided:
    # Before a decision nobody has said that the baseline stays as it is.
    moves, stays = resolution.change is not None, resolution.change is None and resolution.decision is not None
    yes, no = page.say(Text("是", "Yes")), page.say(Text("否", "No"))
    return Decided(
        text=page.need(resolution.decision),
        rationale=page.need(resolution.rationale),
        by=page.need(page.decider(resolution.decided_by)),
        on=page.need(page.day(resolution.decided)),
        effective=page.maybe(page.day(resolution.effective)),
        baseline=f"{page.box(moves, yes)}  {page.box(stays, no)}",
        change=page.maybe(resolution.change),
    )


def _follow_up(page: Formatter, key: str, issue: Issue, resolution: Resolution) -> FollowUp:
    return FollowUp(
        notify=page.need(page.join(page.party(name) for name in resolution.notify)),
        verification=resolution.verification or "",
        verified_by=page.person(issue.verified_by) or "",
        closed=page.day(issue.closed) or "",
        reservations=page.sentences(_reservations(page, key, resolution)) or page.say(NONE_RECORDED),
    )


def _reservations(page: Formatter, key: str, resolution: Resolution) -> Iterator[str]:
    """Yield what the file holds against the decision, then what people signed with that is not said there."""
    said = [resolution.reservations] if resolution.reservations else []
    yield from said
    for signoff in signed_with(page, "resolution", key, said=said):
        yield in_words(page, signoff)


FORM = Form(
    key="resolution",
    number="F05",
    title=FORM_TITLES["resolution"],
    purpose=Text(
        "对关键问题给出可执行、可追责的书面决议", "A written decision on a key issue that can be carried out and traced"
    ),
    suffix="docx",
    view=ResolutionRecord,
    build=build,
    items=items,
    has_data=has_data,
)
