"""A department that does not take part."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text, listing
from collabkit.model import Stage
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.problem import Place, Problem
from collabkit.rules.unknown_ids import MOST_PLACES, Guide, UnknownId, unknown_ids
from collabkit.rules.wording import field, message


def _check(plan: Plan) -> Iterator[Problem]:
    guide = Guide(plan)
    people: dict[str, list[UnknownId]] = {}
    for stray in unknown_ids(plan):
        if stray.sections != ("departments",):
            continue
        if stray.id in plan.project.people and not stray.others:
            people.setdefault(_list_of(stray), []).append(stray)
        else:
            yield guide.explain(stray)
    for group in people.values():
        yield _people(plan, group)


def _list_of(stray: UnknownId) -> str:
    """Return where a person stands in a department's place: the field of the section, whichever entry it is in."""
    path = stray.uses[0].path
    return f"{path[0]}.{path[-2]}" if isinstance(path[-1], int) else stray.id


def _people(plan: Plan, group: list[UnknownId]) -> Problem:
    """Tell people in the place of departments, those of one field together."""
    first, *others = [use for stray in group for use in stray.uses]
    names = listing([stray.id for stray in group], most=4)
    homes = list(dict.fromkeys(home for stray in group if (home := plan.project.people[stray.id].department)))
    in_list = isinstance(first.path[-1], int)
    where = field(first.path[:-1] if in_list else first.path)
    return Problem(
        first.path,
        message(
            zh(where.zh, "应写部门，", names.zh, "是人"), f"{where.en} names departments, and {names.en} {_is(group)}"
        ),
        help=Text(f"写所在的部门：{listing(homes).zh}", f"write the department instead: {listing(homes).en}")
        if homes
        else None,
        on=first.on,
        places=tuple(Place(use.path, Text("这里也是", "here too"), use.on) for use in others[:MOST_PLACES]),
    )


def _is(group: list[UnknownId]) -> str:
    return "is a person" if len(group) == 1 else "are people"


RULE = Rule(
    code="CK102",
    name="department-undeclared",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("提到的部门没有列入参与部门", "A department named does not take part"),
    why=Text(
        "没有列入参与部门，就没有负责人、没有参加启动会，也没有认可过这份计划。",
        "A department that is not declared has no head here, was not at the kick-off and has agreed to nothing.",
    ),
    help=Text("改成 departments 中的部门，或把它加进去", "use one of the departments, or declare it"),
    bad=Text(
        """\
milestones:
  M1: {name: 发布, date: 2026-03-31, department: 市厂部}
""",
        """\
milestones:
  M1: {name: Release, date: 2026-03-31, department: Marketting}
""",
    ),
    good=Text(
        """\
milestones:
  M1: {name: 发布, date: 2026-03-31, department: 市场部}
""",
        """\
milestones:
  M1: {name: Release, date: 2026-03-31, department: Marketing}
""",
    ),
    check=_check,
)
