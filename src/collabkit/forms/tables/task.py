"""The columns of the task list: what each shows of a task, and how to fill it in."""

from __future__ import annotations

from collections.abc import Callable

from collabkit.forms.formatter import Formatter
from collabkit.forms.tables.column import Column, Shown
from collabkit.forms.tables.day import day
from collabkit.forms.tables.name import one, predecessors, several, support
from collabkit.forms.tables.number import number, percent
from collabkit.forms.tables.table_form import TableForm
from collabkit.forms.tables.word import choice, id_, text
from collabkit.lang import Text
from collabkit.model.fields import field_label
from collabkit.model.task import Task
from collabkit.model.words import Priority, TaskStatus
from collabkit.plan.progress import task_progress

LATE = Text("已延期", "Overdue")
_ROOM = 10
"""Letters of ids to a line of the narrow column of predecessors."""

Read = Callable[[Formatter, str, Task], Shown]


def _plain(attribute: str) -> Read:
    return lambda page, key, task: getattr(task, attribute) or ""


def _required(attribute: str) -> Read:
    return lambda page, key, task: getattr(task, attribute) or _missing(page, task)


def _maybe(attribute: str) -> Read:
    def read(page: Formatter, key: str, task: Task) -> Shown:
        content: Shown = getattr(task, attribute)
        return content

    return read


def _word(attribute: str) -> Read:
    return lambda page, key, task: page.word(getattr(task, attribute)) or ""


def _missing(page: Formatter, task: Task) -> Shown:
    # Nobody has to fill in what is not going to be done.
    return "" if task.status is TaskStatus.CANCELLED else page.need(None)


def _id(page: Formatter, key: str, task: Task) -> Shown:
    return key


def _department(page: Formatter, key: str, task: Task) -> Shown:
    return page.department(task.department) or _missing(page, task)


def _owner(page: Formatter, key: str, task: Task) -> Shown:
    return page.person(task.owner) or _missing(page, task)


def _team(page: Formatter, key: str, task: Task) -> Shown:
    return page.people(task.team) or ""


def _support(page: Formatter, key: str, task: Task) -> Shown:
    return "\n".join(page.colon(page.department(name), what) or "" for name, what in task.support.items())


def _days(page: Formatter, key: str, task: Task) -> Shown:
    return page.plan.duration(task)


def _after(page: Formatter, key: str, task: Task) -> Shown:
    joint, lines = page.say(Text("、", ", ")), [""]
    for part in task.after:
        # Between Chinese punctuation a sheet ends its lines anywhere, inside an id too.
        if lines[-1] and len(lines[-1]) + len(joint) + len(part) > _ROOM:
            lines[-1] += joint.rstrip()
            lines.append(part)
        else:
            lines[-1] += joint * bool(lines[-1]) + part
    return "\n".join(lines)


def _acceptor(page: Formatter, key: str, task: Task) -> Shown:
    return page.party(task.acceptor) or ""


def _milestone(page: Formatter, key: str, task: Task) -> Shown:
    found = page.plan.project.milestones.get(task.milestone or "")
    return f"{task.milestone} {found.name}" if found and found.name else task.milestone or ""


def _progress(page: Formatter, key: str, task: Task) -> Shown:
    told = task.progress is not None or task.status is TaskStatus.DONE
    reached = task_progress(task) if told else None
    return None if reached is None else reached / 100


def _actual_end(page: Formatter, key: str, task: Task) -> Shown:
    return task.actual_end or (page.need(None) if task.status is TaskStatus.DONE else None)


def _variance(page: Formatter, key: str, task: Task) -> Shown:
    finish = task.actual_end or (page.plan.today if page.plan.is_overdue(task) else None)
    return page.plan.calendar.between(task.end, finish) if task.end and finish else None


def _light(page: Formatter, key: str, task: Task) -> Shown:
    word = page.word(page.plan.task_light(key)) or ""
    return f"{word} · {page.say(LATE)}" if page.plan.is_overdue(task) else word


def _note(page: Formatter, key: str, task: Task) -> Shown:
    return task.note or (page.need(None) if page.plan.is_overdue(task) else "")


COLUMNS: tuple[Column[Task], ...] = (
    Column(
        "id",
        Text("编号", "ID"),
        Text("任务的唯一编号；新增任务请接着编号，不要改动已有编号", "Unique; number new tasks on, never change an id"),
        "text",
        _id,
        id_,
        (7, 7),
        required=True,
        centred=True,
    ),
    Column(
        "phase",
        field_label(Task, "phase"),
        Text("所属阶段，如规划、开发、上线", "Such as planning, build, launch"),
        "text",
        _plain("phase"),
        text,
        (8, 9.5),
        centred=True,
    ),
    Column(
        "name",
        Text("任务名称", "Task"),
        Text("动词加对象，30 字以内", "A verb and its object, short"),
        "text",
        _required("name"),
        text,
        (21, 21),
        required=True,
    ),
    Column(
        "description",
        field_label(Task, "description"),
        Text(
            "任务的补充说明；此列默认折叠，点表头上方的 + 展开", "More about the task; folded, open it with the + above"
        ),
        "text",
        _plain("description"),
        text,
        (30, 30),
        folded=True,
    ),
    Column(
        "department",
        Text("负责部门", "Department"),
        Text("从下拉列表选择；每项任务只有一个负责部门", "Choose from the list; exactly one per task"),
        "department",
        _department,
        one("departments"),
        (14.5, 14.5),
        required=True,
        centred=True,
    ),
    Column(
        "owner",
        field_label(Task, "owner"),
        Text("从下拉列表选择；只能是一个人，不能是部门或小组", "Choose from the list; one person, never a group"),
        "person",
        _owner,
        one("people"),
        (9, 13),
        required=True,
        centred=True,
    ),
    Column(
        "team",
        field_label(Task, "team"),
        Text("具体做事的人，多人用顿号分隔", "Who does the work, separated by commas"),
        "people",
        _team,
        several("people"),
        (12, 13),
        letters=9,
    ),
    Column(
        "support",
        Text("协作部门及协作内容", "Supporting departments"),
        Text("每行一个部门，写作“部门：协作内容”", "One per line, written as “department: what it contributes”"),
        "text",
        _support,
        support,
        (22, 22),
    ),
    Column(
        "start",
        field_label(Task, "start"),
        Text("日期，如 2026-03-02", "A date, such as 2026-03-02"),
        "date",
        _required("start"),
        day,
        (11, 11),
        required=True,
    ),
    Column(
        "end",
        field_label(Task, "end"),
        Text("日期，不早于计划开始；逾期时标红", "A date, not before the start; red when overdue"),
        "date",
        _required("end"),
        day,
        (11, 11),
        required=True,
    ),
    Column(
        "days",
        Text("工期（工作日）", "Duration (working days)"),
        Text("按项目工作日历计算，含法定节假日与调休", "By the project's calendar, public holidays included"),
        "number",
        _days,
        None,
        (11, 11),
    ),
    Column(
        "after",
        field_label(Task, "after"),
        Text(
            "T02 表示 T02 完成后开始；T02+2 再等 2 个工作日；T02 SS 同时开始；T02 FF+1、T02 SF-3 类推；多个用顿号分隔",
            "T02: starts when T02 is finished; T02+2: two working days later; T02 SS: starts together; "
            "likewise T02 FF+1, T02 SF-3; several separated by commas",
        ),
        "text",
        _after,
        predecessors,
        (12, 13.5),
        letters=9,
    ),
    Column(
        "deliverable",
        field_label(Task, "deliverable"),
        Text("完成后交出的东西", "What is handed over when the task is done"),
        "text",
        _required("deliverable"),
        text,
        (21, 21),
        required=True,
    ),
    Column(
        "standard",
        field_label(Task, "standard"),
        Text("怎样算合格，须可验证", "When it is accepted; must be verifiable"),
        "text",
        _required("standard"),
        text,
        (26, 26),
        required=True,
        letters=22,
    ),
    Column(
        "acceptor",
        Text("验收人", "Acceptor"),
        Text("验收的人或接收部门，不应是负责人本人", "A person or department, not the owner"),
        "party",
        _acceptor,
        one("people", "departments"),
        (10, 13),
        centred=True,
    ),
    Column(
        "priority",
        field_label(Task, "priority"),
        Text("从下拉列表选择，P0 最高", "Choose from the list; P0 is the highest"),
        "choice",
        _word("priority"),
        choice(Priority, optional=True),
        (9, 11),
        choices=Priority,
        centred=True,
    ),
    Column(
        "effort",
        Text("工作量（人天）", "Effort (person-days)"),
        Text("数字，一个人做一天为 1", "A number; one person for one day is 1"),
        "number",
        _maybe("effort"),
        number(least=0),
        (11, 11),
    ),
    Column(
        "milestone",
        Text("里程碑", "Milestone"),
        Text("所属里程碑的编号", "Id of the milestone it belongs to"),
        "text",
        _milestone,
        one("milestones"),
        (12, 12),
        centred=True,
    ),
    Column(
        "status",
        field_label(Task, "status"),
        Text(
            "从下拉列表选择；是否延期由程序计算，见“灯”",
            "Choose from the list; whether it is late is computed, see Light",
        ),
        "choice",
        _word("status"),
        choice(TaskStatus, optional=False),
        (9, 11),
        required=True,
        choices=TaskStatus,
        centred=True,
        tracked=True,
    ),
    Column(
        "progress",
        Text("完成率", "Complete"),
        Text("0% 到 100%；已完成的任务为 100%", "0% to 100%; a finished task is 100%"),
        "percent",
        _progress,
        percent,
        (8, 10.5),
        tracked=True,
    ),
    Column(
        "actual_start",
        field_label(Task, "actual_start"),
        Text("日期", "A date"),
        "date",
        _maybe("actual_start"),
        day,
        (11, 11),
        tracked=True,
    ),
    Column(
        "actual_end",
        field_label(Task, "actual_end"),
        Text("日期；状态为“已完成”时必填", "A date; needed once the task is done"),
        "date",
        _actual_end,
        day,
        (11, 11),
        tracked=True,
    ),
    Column(
        "variance",
        Text("偏差（工作日）", "Variance (working days)"),
        Text(
            "实际完成比计划晚几天，提前为负；逾期未完成的算到今天",
            "Finish after plan, early is negative; overdue tasks count up to today",
        ),
        "number",
        _variance,
        None,
        (11, 11),
        tracked=True,
    ),
    Column(
        "light",
        Text("灯", "Light"),
        Text("程序计算，含义见下", "Computed, meaning below"),
        "text",
        _light,
        None,
        (12, 13.5),
        centred=True,
        tracked=True,
    ),
    Column(
        "note",
        Text("备注 / 延期原因", "Note / reason for delay"),
        Text("逾期任务必须写明原因与补救措施", "An overdue task needs its reason and the way back"),
        "text",
        _note,
        text,
        (24, 24),
        tracked=True,
        letters=21,
    ),
)
"""The columns of the task list, in the order of the bundled template."""

TASKS: TableForm[Task] = TableForm("tasks", "tasks", "id", COLUMNS)
"""The task list."""
