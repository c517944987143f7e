"""The columns of the task list, both ways: what a cell shows is read back as the value it came from."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabkit import templates
from collabkit.engines import excel
from collabkit.forms.formatter import Formatter
from collabkit.forms.tables.column import Column
from collabkit.forms.tables.names import Directory
from collabkit.forms.tables.task import COLUMNS, TASKS
from collabkit.forms.tasks import FORM
from collabkit.lang import Lang
from collabkit.model import Project
from collabkit.model.dependency import Dependency, Link
from collabkit.model.task import Task
from collabkit.model.words import Priority, TaskStatus
from collabkit.nearest import fold
from collabkit.plan import Plan
from collabkit.problem import Problem
from collabkit.scaffold import SCENARIOS, Answers, draft
from collabkit.source.source import Source
from collabkit.source.validate import validate
from collabkit.styled import Styled
from tests.forms import sample

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 3, 20)
BACK = [column for column in COLUMNS if column.comes_back]
PROJECTS = [*SCENARIOS, *sorted(path.parent.name for path in (ROOT / "examples").glob("*/project.yaml")), "sample"]


@cache
def plan_of(name: str, lang: Lang) -> Plan:
    if name == "sample":
        return sample.plan()
    if name in SCENARIOS:
        source = Source.from_text(draft(Answers(scenario=name), lang, today=TODAY, schema=""))
    else:
        source = Source.read(ROOT / "examples" / name / "project.yaml")
    project = validate(source).project
    assert project is not None
    return Plan(project, TODAY)


def value_of(column: Column[Any], key: str, task: Task) -> Any:
    """Return the value of the project that a column stands for; what is blank says nothing."""
    if column.field == "id":
        return key
    if column.field == "progress" and task.status is TaskStatus.DONE:
        return 100
    value = getattr(task, column.field)
    if column.field == "support":
        return {department: text or None for department, text in value.items()}
    return value if value != "" else None


def shown(page: Formatter, column: Column[Any], key: str, task: Task) -> Any:
    content = column.show(page, key, task)
    return content.text if isinstance(content, Styled) else content


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("name", PROJECTS)
def test_what_a_cell_shows_is_read_back_as_the_value_of_the_project(name: str, lang: Lang) -> None:
    plan = plan_of(name, lang)
    page = Formatter(plan, lang)
    known = Directory(page)
    assert plan.project.tasks
    for key, task in plan.project.tasks.items():
        for column in BACK:
            read = TASKS.parse(known, key, column, shown(page, column, key, task))
            assert read == value_of(column, key, task), (key, column.field)


@pytest.mark.parametrize("lang", Lang)
def test_what_a_workbook_remembers_is_read_as_the_value_of_the_project(lang: Lang) -> None:
    plan = sample.plan()
    stamp = excel.Stamp(FORM.key, "P", "C", lang, TODAY, FORM.ids)
    data = excel.load(templates.find("tasks", ".xlsx", lang)).fill(sample.view("tasks", plan, lang), stamp=stamp)
    known = Directory(Formatter(plan, lang))
    (block,) = excel.read_origin(data).blocks
    assert [TASKS.column(origin) for origin in block.columns.values()] == list(COLUMNS)
    for row in block.rows:
        for origin, base in row.base.items():
            column = TASKS.column(origin)
            assert column is not None
            if column.comes_back:
                assert TASKS.parse(known, row.id, column, base) == value_of(
                    column, row.id, plan.project.tasks[row.id]
                ), origin


# Whatever a project says

words = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]) | st.sampled_from("\n\t、，,;：: "), max_size=12
)
lines = words.map(str.strip).filter(lambda text: text not in ("待填写", "to be filled in") and not text.startswith("#"))
NAMES = ("A", "B, C", "王芳", "李 雷", "Ａ", "无名", "研发部", "x、y")
ids = st.sampled_from(NAMES)
days = st.dates(date(1, 1, 1), date(9999, 12, 31))
optional = st.none()


def names_no_department_later(text: str) -> bool:
    """Return whether no further line of a text begins like the line of another department."""
    heads = (re.split("[:：]", line)[0] for line in text.split("\n")[1:])
    return not any(fold(head) in map(fold, (*NAMES, "市场")) for head in heads)


links = st.builds(
    Dependency, st.sampled_from(["T1", "T 2", "阶段、一"]), st.sampled_from(Link), st.integers(-99, 99)
).map(str)
tasks = st.fixed_dictionaries(
    {
        "phase": optional | lines,
        "name": optional | lines,
        "description": optional | lines,
        "department": optional | ids,
        "owner": optional | ids,
        "team": st.lists(ids, max_size=3),
        "support": st.dictionaries(ids, optional | lines.filter(names_no_department_later), max_size=3),
        "start": optional | days,
        "end": optional | days,
        "after": st.lists(links, max_size=3),
        "deliverable": optional | lines,
        "standard": optional | lines,
        "acceptor": optional | ids,
        "priority": optional | st.sampled_from(Priority),
        "effort": optional | st.integers(0, 10**6) | st.floats(0, 1e9).map(lambda number: round(number, 3)),
        "milestone": optional | st.sampled_from(["M1", "M 2", "M9"]),
        "status": st.sampled_from(TaskStatus),
        "progress": optional | st.integers(0, 100),
        "actual_start": optional | days,
        "actual_end": optional | days,
        "delay_reason": optional | lines,
        "note": optional | lines,
    }
)
OTHERS = {
    "departments": {"研发部": {}, "B, C": {}, "Ａ": {"name": "市场：部"}},
    "people": {"王芳": {}, "李 雷": {}, "A": {"name": "安娜, A."}},
    "milestones": {"M1": {"name": "冻结"}, "M 2": {}},
}


@settings(max_examples=150)
@given(tasks, st.sampled_from(Lang))
def test_whatever_a_task_says_is_read_back_from_its_cells(fields: dict[str, Any], lang: Lang) -> None:
    every = {"T1": fields, "T 2": {}, "阶段、一": {}}
    plan = Plan(Project.model_validate(sample.MINIMUM | OTHERS | {"tasks": every}), TODAY)
    page = Formatter(plan, lang)
    known = Directory(page)
    for key, task in plan.project.tasks.items():
        for column in BACK:
            read = TASKS.parse(known, key, column, shown(page, column, key, task))
            assert read == value_of(column, key, task), column.field


@settings(max_examples=150)
@given(
    st.sampled_from(BACK),
    st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.datetimes() | st.text(max_size=60),
)
def test_whatever_is_typed_is_a_value_that_the_project_takes_or_a_problem(column: Column[Any], content: Any) -> None:
    plan = sample.plan()
    read = TASKS.parse(Directory(Formatter(plan, Lang.ZH)), "T02", column, content)
    if isinstance(read, Problem):
        assert read.path == ("tasks", "T02", column.field)
        assert "\n" not in read.message.zh + read.message.en
    elif column.field != "id":
        Task.model_validate({column.field: read})
