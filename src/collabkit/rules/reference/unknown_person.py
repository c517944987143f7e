"""A name that is nobody of the project."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text, listing
from collabkit.model import Stage
from collabkit.plan import Plan
from collabkit.problem import Problem
from collabkit.rules.active import staff
from collabkit.rules.groups import department_called, is_owned_by_group
from collabkit.rules.unknown_ids import Guide, UnknownId, unknown_ids


def _check(plan: Plan) -> Iterator[Problem]:
    guide = Guide(plan)
    for stray in unknown_ids(plan):
        if "people" not in stray.sections:
            continue
        uses = tuple(use for use in stray.uses if not is_owned_by_group(plan, use))
        if uses:
            yield guide.explain(UnknownId(stray.id, stray.sections, uses, stray.others), _help(plan, stray))


def _help(plan: Plan, stray: UnknownId) -> Text | None:
    """Return what to do about a department in a person's place."""
    department = department_called(plan, stray.id) if stray.sections == ("people",) else None
    if department is None:
        return None
    people = listing(staff(plan, department))
    return Text(f"这是部门；写它的一个人：{people.zh}", f"this is a department; name one of its people: {people.en}")


RULE = Rule(
    code="CK101",
    name="unknown-person",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("提到的人不在成员名单中", "Somebody named is not among the people"),
    why=Text(
        "名单之外的人没有部门，也没有签过字；任务交给这样一个名字，等于没有交给任何人。",
        "A name that nobody on the list bears has no department and has signed nothing; work given to it is lost.",
    ),
    help=Text("改成 people 中的名字，或把此人加进 people", "use a name from people, or add this person to people"),
    bad=Text(
        """\
risks:
  R1:
    owner: 赵悯
""",
        """\
risks:
  R1:
    owner: Zhao Mni
""",
    ),
    good=Text(
        """\
risks:
  R1:
    owner: 赵敏
""",
        """\
risks:
  R1:
    owner: Zhao Min
""",
    ),
    check=_check,
)
