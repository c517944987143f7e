"""The life of a project as data: on which days its file is edited, and what is written on each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from collabkit.lang import Text
from tests.life import edits, looks, records
from tests.life.book import Book, Edit, OutputStyle
from tests.life.edits import entry, every, item, put, signed
from tests.life.looks import days, department, head, manager, milestone, sponsor, today


@dataclass(frozen=True, slots=True)
class Step:
    """A day on which the file is edited.

    In the forms named in `whole` nothing is left to be filled in then; `told` are the rules that `check` finds broken.
    """

    name: str
    when: OutputStyle
    edits: tuple[Edit, ...]
    whole: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()


AGREED = frozenset(("charter", "tasks", "goals", "daily"))
REPORTED = AGREED | {"weekly"}
DECIDED = REPORTED | {"resolution"}


_UNFINISHED = frozenset(("closeout-incomplete", "closing-unsigned", "closing-with-open-risks-or-issues"))


def _due(share: float, then: int = 0) -> OutputStyle:
    """Look up the day `then` working days after this share of the tasks is due."""

    def look(book: Book) -> date:
        keys = book.in_order()
        return book.calendar.add(book["tasks"][keys[int(share * len(keys))]]["end"], then)

    return look


def _finished(then: int) -> OutputStyle:
    """Look up the day `then` working days after the last task is finished and the last milestone reached."""

    def look(book: Book) -> date:
        ends = [fate.end for fate in book.fates.values()]
        return book.calendar.add(max(*ends, *(each["date"] for each in book["milestones"].values())), then)

    return look


def _start(book: Book) -> Any:
    return book["project"]["start"]


def _week(headline: Text, light: str, trend: str, **fields: Any) -> Edit:
    """Write this week's report."""
    return entry("weeks", looks.week, author=manager, headline=headline, light=light, trend=trend, **fields)


_ADVANCE = Text("按计划推进", "On plan")
STEPS: tuple[Step, ...] = (
    Step("drafted", _start, (put("project", stage="initiating"),)),
    Step(
        "kicked off",
        _start,
        (
            put(
                "project",
                stage="planning",
                code="PRJ-2026-007",
                level="A",
                opportunity=Text("上半年窗口期", "The first half of the year"),
                cost_of_inaction=Text("份额继续下滑", "The share keeps falling"),
            ),
            edits.estimated,
            put(
                "document",
                organization=Text("远山科技有限公司", "Farhill Ltd."),
                version="0.9",
                distribution=looks.heads,
            ),
            put("documents", charter={"version": "1.0", "date": today}),
            edits.held("kickoff"),
            edits.answered,
            every("risks", identified=today, identified_by=manager),
            signed("charter", head(0)),
            signed("charter", head(1), "reservation", note=Text("人手偏紧", "We are short of people")),
        ),
        told=frozenset(("handover-unconfirmed", "reservation-without-follow-up")),
    ),
    Step(
        "agreed",
        days(4),
        (
            put(
                "document",
                version="1.0",
                date=today,
                history=[
                    {"version": "1.0", "date": today, "author": manager, "summary": Text("首次发布", "First issue")},
                    {"version": "0.9", "date": _start, "author": manager, "summary": Text("征求意见", "For comment")},
                ],
            ),
            edits.held("alignment"),
            edits.promised,
            signed("charter", sponsor, note=Text("同意立项", "Go ahead")),
            signed("charter", looks.most_at_kickoff),
            signed("tasks", looks.heads),
            signed("goals", head(1), "reservation", note=Text("人手偏紧", "We are short of people")),
            signed("goals", looks.heads),
            every("subgoals", appraisal=Text("计入季度考核", "Counts for the quarter")),
            signed("goals", manager),
            edits.line("agreements", Text("每周四前冻结下周计划", "Next week's plan is frozen on Thursday")),
            item(
                "reservations",
                department=department(1),
                text=Text("准备时间偏紧", "Preparation time is short"),
                follow_up=Text("月末复核", "Review at the end of the month"),
                due=days(15),
            ),
            item(
                "decisions",
                id="D1",
                title=Text("例会改为线上接入", "Meetings can be joined online"),
                owner=manager,
                date=today,
            ),
        ),
        AGREED,
        told=frozenset(("handover-unconfirmed",)),
    ),
    Step(
        "under way",
        _due(0),
        (
            put("project", stage="executing"),
            edits.work,
            edits.approved,
            edits.confirmed,
            edits.spent(0.05, ordered=0.2),
            signed("goals", sponsor),
            _week(
                _ADVANCE, "green", "flat", light_reason=Text("资源周三到位", "The missing resource comes on Wednesday")
            ),
        ),
        REPORTED,
        told=frozenset(("kickoff-signoff-incomplete",)),
    ),
    Step("the day after", lambda book: book["tasks"][looks.task(1)(book)]["end"] + timedelta(days=1), (edits.work,)),
    Step(
        "in trouble",
        _due(0.15, 1),
        (
            edits.work,
            signed("charter", looks.kickoff),
            edits.explained,
            edits.scored(0, 5, 4),
            entry("issues", "I1", **records.ISSUE),
            entry(
                "issues",
                "I2",
                title=Text("资料权限未开通", "Access is missing"),
                grade="general",
                raised=days(-6),
                description=Text("新成员打不开资料库", "New members cannot open the library"),
                departments=[department(1)],
                impact=2,
                owner=head(1),
                due=days(-1),
                status="open",
                raised_by=head(0),
            ),
            _week(
                Text("评审口径待定", "The criteria are open"),
                "amber",
                "down",
                light_reason=Text("专项会议已约", "The meeting is set"),
                departments={
                    department(1): {
                        "help": [Text("需研发部提供数据", "Data from the other side")],
                        "done": [Text("走访 3 家门店", "Visited 3 stores")],
                    },
                    department(0): {"light": "amber", "light_reason": Text("本周补齐", "Made up this week")},
                },
                actions=[{"action": Text("约专项会议", "Set the meeting"), "owner": manager, "due": days(1)}],
            ),
        ),
        REPORTED,
        told=frozenset(("key-issue-without-resolution", "issue-overdue")),
    ),
    Step(
        "undecided",
        days(4),
        (
            edits.work,
            entry("risks", looks.risk(1), status="happened", issue="I1", reviewed=today),
            item(
                "resources",
                department=department(0),
                kind="people",
                need=Text("评审专家", "A review expert"),
                quantity=Text("1 人", "1 person"),
                provider=department(1),
                status="open",
                **{"from": days(-1), "to": days(20)},
            ),
            entry("tasks", "T90", name=Text("补充调研", "Further research"), start=today, end=days(5), status="todo"),
        ),
        told=frozenset(
            (
                "key-issue-without-resolution",
                "issue-overdue",
                "task-without-owner",
                "task-without-department",
                "deliverable-missing",
            )
        ),
    ),
    Step(
        "decided",
        days(1),
        (
            edits.work,
            edits.explained,
            entry("changes", "C1", **records.CHANGE, decision="approved", decided_by=sponsor, decided=today),
            entry("issues", "I1", status="resolved", resolution=records.RESOLUTION),
            entry("issues", "I2", status="closed", closed=today),
            signed("resolution", sponsor, issue="I1"),
            signed("resolution", head(1), "reservation", issue="I1", note=Text("需补一次培训", "One more training")),
            put(
                "documents",
                charter={
                    "version": "1.1",
                    "date": today,
                    "history": [
                        {
                            "version": "1.1",
                            "date": today,
                            "author": manager,
                            "summary": Text("里程碑顺延", "A milestone moves"),
                        },
                        {
                            "version": "1.0",
                            "date": lambda book: book["documents"]["charter"]["date"],
                            "author": manager,
                            "summary": Text("首次发布", "First issue"),
                        },
                    ],
                },
            ),
            # Who agreed to 1.0 has not agreed to 1.1 yet.
            signed("charter", looks.kickoff, again=True),
            signed("charter", sponsor, again=True, note=Text("同意顺延", "Agreed")),
            edits.followed_up,
            entry("milestones", milestone(2), forecast=edits.moved),
            entry(
                "tasks",
                "T90",
                department=department(1),
                owner=head(1),
                deliverable=Text("调研简报", "Brief"),
                standard=Text("3 页以内", "At most 3 pages"),
                acceptor=head(0),
                status="doing",
                progress=20,
                actual_start=today,
            ),
            edits.provided,
            _week(
                Text("口径已定", "The criteria are set"),
                "red",
                "up",
                light_reason=Text("逾期任务下周补齐", "Late tasks are made up next week"),
                decisions=[Text("按新口径评审", "Review by the new criteria")],
                actions=[
                    {"action": Text("更新计划", "Update the plan"), "owner": manager, "due": today, "status": "done"}
                ],
            ),
        ),
        DECIDED,
    ),
    Step(
        "on the day of a milestone",
        lambda book: book["milestones"][milestone(2)(book)]["date"],
        (
            edits.work,
            edits.explained,
            edits.measured,
            edits.spent(0.4, ordered=0.25, over=0.03),
            edits.accepted(first="conditional"),
            entry("tasks", "T90", status="cancelled", note=Text("并入其他任务", "Merged into another task")),
            signed("resolution", looks.concerned, issue="I1"),
            edits.acted,
            entry("issues", "I1", status="closed", closed=today, verified_by=head(1)),
            edits.scored(0, 2, 4),
            _week(
                _ADVANCE, "amber", "up", light_reason=Text("成本略超", "Slightly over cost"), dimensions=records.LIGHTS
            ),
        ),
        DECIDED,
    ),
    Step(
        "overspent",
        _due(0.75, 2),
        (
            edits.work,
            edits.explained,
            edits.measured,
            edits.spent(0.7, ordered=0.2, over=0.12),
            edits.accepted(first="rejected"),
            entry("risks", looks.risk(0), status="closed", closed=today),
            entry("changes", "C1", implemented=today),
            _week(
                Text("成本超支待批", "The overrun waits for approval"),
                "red",
                "down",
                light_reason=Text("已报发起人", "The sponsor knows"),
            ),
        ),
        DECIDED,
    ),
    Step(
        "all work done",
        _finished(1),
        (
            edits.work,
            edits.judged_again,
            edits.spent(0.98),
            edits.risks_closed,
            entry(
                "issues",
                "I3",
                title=Text("发票未到齐", "Invoices are missing"),
                grade="general",
                raised=today,
                description=Text("两张发票未到", "Two invoices have not come"),
                departments=[department(0)],
                impact=1,
                owner=head(0),
                raised_by=manager,
                due=days(4),
                status="open",
            ),
            _week(
                Text("任务全部完成", "All work is done"),
                "green",
                "up",
                light_reason=Text("仅余一项低风险", "One small risk is left"),
            ),
        ),
        DECIDED,
        told=frozenset(("stage-behind-calendar",)),
    ),
    Step(
        "closing",
        days(1),
        (put("project", stage="closing"), edits.work),
        told=_UNFINISHED | {"goal-without-actual", "lessons-missing", "deliverable-not-accepted"},
    ),
    Step(
        "half closed",
        days(2),
        (
            edits.work,
            edits.accepted(first="conditional"),
            edits.reached,
            entry("issues", "I3", status="closed", closed=today),
            item(
                "lessons",
                kind="good",
                category="communication",
                description=Text("每日同步有效", "The daily sync works"),
                cause=Text("时间固定", "A fixed time"),
                recommendation=Text("沿用", "Keep it"),
                owner=manager,
                due=days(20),
            ),
            item(
                "handover_items",
                item=Text("日常维护", "Maintenance"),
                receiver=department(1),
                owner=head(1),
                due=days(10),
            ),
        ),
        told=_UNFINISHED | {"handover-items-open"},
    ),
    Step(
        "closed",
        days(3),
        (
            edits.received,
            edits.judged_again,
            entry("risks", looks.risk(-1), status="closed", closed=today),
            put("closeout", **records.CLOSEOUT),
            _week(Text("项目结项", "The project is closed"), "green", "flat"),
            signed("closeout", head(0), note=Text("经验已入库", "The lessons are filed")),
            signed("closeout", looks.heads),
            signed("closeout", manager),
            signed("closeout", sponsor),
        ),
        DECIDED | {"closeout"},
    ),
)
"""Fifteen days of a project, from the draft to the last signature."""
