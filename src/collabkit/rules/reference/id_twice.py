"""An id that two entries of one list have."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.walk import mappings
from collabkit.plan import Plan
from collabkit.problem import Path, Place, Problem, dotted
from collabkit.rules.wording import message, short


def _check(plan: Plan) -> Iterator[Problem]:
    found: dict[tuple[Path, str], list[Path]] = {}
    for path, entry in mappings(plan.project):
        given = getattr(entry, "id", None)
        if given and isinstance(path[-1], int):
            found.setdefault((path[:-1], given), []).append((*path, "id"))
    for (where, given), (first, *others) in found.items():
        if others:
            yield _problem(dotted(where), short(given), first, others)


def _problem(where: str, given: str, first: Path, others: list[Path]) -> Problem:
    second, *more = others
    times = len(others) + 1
    places = [Place(first, Text("第一次用在这里", "first used here"))]
    places += [Place(path, Text("这里也用到", "also used here")) for path in more]
    return Problem(
        second,
        message(
            f"编号「{given}」在 {where} 中用了 {times} 次",
            f"the id '{given}' is used {'twice' if times == 2 else f'{times} times'} in {where}",
        ),
        label=Text("与前面的编号相同", "the same id as before"),
        places=tuple(places),
    )


RULE = Rule(
    code="CK106",
    name="id-twice",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("同一张表里编号重复", "An id is used twice in one list"),
    why=Text(
        "编号用来区分每一项；两项同号，表单和后续更新就分不清说的是哪一项。",
        "An id tells entries apart; with two of the same nobody can say which one a form or an update means.",
    ),
    help=Text("给其中一项换一个编号；不需要编号就删去 id", "give one of them another id, or none"),
    bad=Text(
        """\
resources:
  - {id: Z1, need: 测试手机, department: 开发部}
  - {id: Z1, need: 测试账号, department: 开发部}
""",
        """\
resources:
  - {id: Z1, need: Test phones, department: Development}
  - {id: Z1, need: Test accounts, department: Development}
""",
    ),
    good=Text(
        """\
resources:
  - {id: Z1, need: 测试手机, department: 开发部}
  - {id: Z2, need: 测试账号, department: 开发部}
""",
        """\
resources:
  - {id: Z1, need: Test phones, department: Development}
  - {id: Z2, need: Test accounts, department: Development}
""",
    ),
    check=_check,
)
