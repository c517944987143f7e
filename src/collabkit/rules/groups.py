"""Words that stand for several people, where one is asked for."""

from __future__ import annotations

import re

from collabkit.plan import Plan
from collabkit.references import Reference

_WORDS = frozenset((
    "全体", "全员", "大家", "团队", "双方", "多部门", "部门", "项目组", "项目成员",
    "all", "everyone", "everybody", "anyone", "team", "the team", "departments", "the departments", "staff", "people",
    "stakeholders", "group", "management", "members", "colleagues", "both", "various", "department heads",
))  # fmt: skip
_BEGINNING = r"全体|各|所有|相关|有关|每个|(?:all|every|relevant|various|whole|entire)\s"
_END = (
    r"(?:团队|小组|项目组|工作组|专班|部门|部|中心|办公室|成员|人员|\b(?:team|department|dept\.?|group|staff|office))$"
)


def is_group(plan: Plan, name: str) -> bool:
    """Return whether `name` is a department, or a word such as `全体` or `everyone`, and no person."""
    word = name.strip().casefold()
    if word in _WORDS or department_called(plan, name):
        return True
    return name not in plan.project.people and bool(re.match(_BEGINNING, word) or re.search(_END, word))


def department_called(plan: Plan, name: str) -> str | None:
    """Return the id of the department with this id or name, whatever the case; None when there is none."""
    word = name.strip().casefold()
    for key, department in plan.project.departments.items():
        if word in (key.casefold(), (department.name or "").casefold()):
            return key
    return None


def is_owned_by_group(plan: Plan, reference: Reference) -> bool:
    """Return whether the reference names an owner, and names a group."""
    return reference.path[-1] == "owner" and reference.ref.sections == ("people",) and is_group(plan, reference.id)
