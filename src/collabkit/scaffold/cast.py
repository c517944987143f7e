"""Who is who in a new project: the scenario's roles, and the people and departments that take their places."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from collabkit.lang import Lang, Text
from collabkit.scaffold.answers import LONGEST_ID, Answers, refuse_one_person, refuse_twice
from collabkit.scaffold.tokens import half

_TITLES = {"sponsor": "项目发起人 | Sponsor", "manager": "项目经理 | Project manager"}
_HEAD_TITLE = "部门负责人 | Head of department"


@dataclass(frozen=True, slots=True)
class Cast:
    """The scenario with everybody in place: `names` by role; `long_names` are too long to be an id."""

    stored: Mapping[str, Any]
    names: Mapping[str, str]
    long_names: Mapping[str, str]


def slots(stored: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the roles of the scenario's departments, in its order."""
    return tuple(role for role in stored["names"] if f"{role}.head" in stored["names"])


def cast(stored: Mapping[str, Any], answers: Answers, lang: Lang) -> Cast:
    """Return the scenario with the people and departments of `answers` in it.

    Who is named for two roles is one person. Raises UsageError when a department is named twice, and when sponsor and
    manager are the same.
    """
    given = dict(_given(stored, answers, lang))
    names = {role: half(text, lang) for role, text in stored["names"].items()}
    names |= {role: name for role, name in given.items() if len(name) <= LONGEST_ID}
    departments = (*slots(stored), *_added(stored, answers))
    for role in departments:
        names.setdefault(f"{role}.head", head_of(names[role]).to(lang))
    refuse_twice(names[role] for role in departments)
    refuse_one_person(given.get("sponsor", names["sponsor"]), given.get("manager", names["manager"]))
    for alias, role in zip(("a", "b"), departments, strict=False):
        names |= {alias: names[role], f"{alias}.head": names[f"{role}.head"]}
    heads = [names[f"{role}.head"] for role in departments]
    names["reviewer"] = next((head for head in heads if head != names["manager"]), heads[0])
    long_names = {role: name for role, name in given.items() if len(name) > LONGEST_ID}
    return Cast(_with(stored, answers), names, long_names)


def _given(stored: Mapping[str, Any], answers: Answers, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield the roles that the answers fill, each with a name."""
    known = slots(stored)
    for at, department in enumerate(answers.departments):
        role = known[at] if at < len(known) else _added_role(at)
        name = department.name or (half(stored["names"][role], lang) if at < len(known) else "")
        if department.name:
            yield role, department.name
        if department.head or department.name:
            yield f"{role}.head", department.head or head_of(name).to(lang)
    for role, person in (("sponsor", answers.sponsor), ("manager", answers.manager)):
        if person:
            yield role, person


def head_of(department: str) -> Text:
    """Return what stands for the head of a department until somebody is named."""
    return Text(f"{department}负责人", f"Head of {department}")


def _added(stored: Mapping[str, Any], answers: Answers) -> Iterator[str]:
    """Yield the roles of the departments that the scenario does not have."""
    for at in range(len(slots(stored)), len(answers.departments)):
        yield _added_role(at)


def _added_role(at: int) -> str:
    return f"department{at + 1}"


def _with(stored: Mapping[str, Any], answers: Answers) -> Mapping[str, Any]:
    """Return the scenario with what was said in it: titles of those who are named, further departments."""
    known = copy.deepcopy(dict(stored))
    for role, said in (("sponsor", answers.sponsor), ("manager", answers.manager)):
        if said:
            known["people"][f"${role}"]["title"] = _TITLES[role]
    for role, department in zip(slots(stored), answers.departments, strict=False):
        if department.head or department.name:
            known["people"][f"${role}.head"]["title"] = _HEAD_TITLE
    for role in _added(stored, answers):
        known["departments"][f"${role}"] = {"head": f"${role}.head"}
        known["people"][f"${role}.head"] = {"department": f"${role}", "title": _HEAD_TITLE}
        known["communication"]["weekly"]["departments"].append(f"${role}")
        for meeting in known["meetings"]:
            meeting["attendees"].append(f"${role}.head")
    return known
