"""How many there were of each kind, and how many are settled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from collabkit.forms.formatter import Formatter, Value
from collabkit.lang import Text
from collabkit.model.words import ChangeDecision, Grade, IssueStatus, Light, RiskStatus, TaskStatus
from collabkit.plan import lights


@dataclass(frozen=True, slots=True)
class CountRow:
    """How many there were of one kind; `closed` is how many are settled, `rate` their share."""

    kind: str
    total: str
    breakdown: Value
    closed: str
    rate: Value


def counts(page: Formatter) -> Iterator[CountRow]:
    """Yield how many tasks, milestones, risks, issues and changes there were, and how many are settled."""
    project = page.plan.project
    yield _tasks(page)
    yield _milestones(page)
    risks, issues, changes = project.risks.values(), project.issues.values(), project.changes.values()
    yield _count(
        page,
        Text("风险", "Risks"),
        len(risks),
        _breakdown(page, Light, map(lights.risk_light, risks)),
        sum(risk.status is RiskStatus.CLOSED for risk in risks),
    )
    yield _count(
        page,
        Text("问题", "Issues"),
        len(issues),
        _breakdown(page, Grade, (issue.grade for issue in issues)),
        sum(issue.status in (IssueStatus.RESOLVED, IssueStatus.CLOSED) for issue in issues),
    )
    yield _count(
        page,
        Text("变更", "Changes"),
        len(changes),
        _breakdown(page, ChangeDecision, (change.decision for change in changes)),
        sum(change.decision not in (None, ChangeDecision.DEFERRED) for change in changes),
    )


def _tasks(page: Formatter) -> CountRow:
    """Return the tasks, cancelled ones only in the breakdown."""
    statuses = [task.status for task in page.plan.project.tasks.values()]
    return _count(
        page,
        Text("任务", "Tasks"),
        len(statuses) - statuses.count(TaskStatus.CANCELLED),
        _breakdown(page, TaskStatus, statuses),
        statuses.count(TaskStatus.DONE),
    )


def _milestones(page: Formatter) -> CountRow:
    milestones = page.plan.project.milestones.values()
    reached = [each for each in milestones if each.actual]
    slips = [lights.milestone_slip(each, page.plan.today, page.plan.calendar) for each in reached]
    on_time = sum(slip is not None and slip <= 0 for slip in slips)
    breakdown = page.say(Text(f"按期达成 {on_time}", f"{on_time} reached on time"))
    return _count(page, Text("里程碑", "Milestones"), len(milestones), breakdown, len(reached))


def _count(page: Formatter, kind: Text, total: int, breakdown: Value | None, closed: int) -> CountRow:
    rate = page.percent(100 * closed / total) if total else None
    return CountRow(page.say(kind), str(total), page.maybe(breakdown if total else None), str(closed), page.maybe(rate))


def _breakdown(page: Formatter, words: type[StrEnum], members: Iterable[StrEnum | None]) -> str | None:
    """Return how often each of `words` occurs, such as `红 2、黄 3`."""
    found = Counter(members)
    return page.join(f"{page.word(word)} {found[word]}" for word in words if found[word])
