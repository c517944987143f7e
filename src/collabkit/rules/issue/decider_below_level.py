"""A decision by somebody who cannot have made it at its level."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.words import DecisionLevel
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.problem import EVERY, Place, Problem
from collabkit.rules.wording import entry, message, short


def _check(plan: Plan) -> Iterator[Problem]:
    for key, issue in plan.project.issues.items():
        resolution = issue.resolution
        if resolution is None or resolution.level is None or resolution.decided_by is None:
            continue
        if _is_below(plan, resolution.decided_by, resolution.level):
            yield _problem(plan, key, resolution.decided_by, resolution.level)


def _is_below(plan: Plan, decider: str, level: DecisionLevel) -> bool:
    """Return whether the decider stands below the level for certain: somebody above may always decide."""
    about, project = plan.project.about, plan.project
    heads = {department.head for department in project.departments.values()}
    if level is DecisionLevel.MANAGER or decider == about.sponsor:
        return False
    if decider == "heads":
        return level is DecisionLevel.EXECUTIVE
    # A head may be an executive as well; who has no department stands above them.
    return decider in project.people and decider not in heads and plan.department_of(decider) is not None


def _problem(plan: Plan, key: str, decider: str, level: DecisionLevel) -> Problem:
    named = entry(("issues", key))
    who = (
        Text("部门负责人", "the department heads")
        if decider == "heads"
        else Text(*[short(plan.person(decider) or decider)] * 2)
    )
    wanted = {
        DecisionLevel.HEADS: Text("部门负责人层面", "the heads"),
        DecisionLevel.EXECUTIVE: Text("高层", "executives"),
    }[level]
    path = ("issues", key, "resolution")
    return Problem(
        (*path, "decided_by"),
        message(
            zh(named.zh, f"的决策层级是{wanted.zh}，决策人却是 {who.zh}"),
            f"{named.en} is to be decided by {wanted.en}, but {who.en} decided",
        ),
        label=Text("不在这一层级", "below that level"),
        places=(Place((*path, "level"), Text("决策层级", "the level")),),
        rests_on=(("departments", EVERY, "head"), ("people",), ("project", "sponsor")),
    )


RULE = Rule(
    code="CK808",
    name="decider-below-level",
    severity=Severity.WARNING,
    stage=Stage.EXECUTING,
    title=Text("决策人与决策层级不符", "The decider stands below the level of the decision"),
    why=Text(
        "应由部门负责人或高层决策的事，由层级不够的人拍板，别的部门可以不认。",
        "What is for the heads or the executives to decide binds nobody when somebody below them decided it.",
    ),
    help=Text("改正 decided_by，或改正 level", "mend 'decided_by', or the 'level'"),
    bad=Text(
        """\
issues:
  I1:
    title: 测试手机到货晚
    grade: key
    owner: 王芳
    due: 2026-03-24
    resolution:
      decision: 向客服部借用测试手机
      level: executive
      decided_by: 王芳
      decided: 2026-03-19
      actions:
        - {action: 领取测试手机, owner: 韩梅, due: 2026-03-23}
""",
        """\
issues:
  I1:
    title: The test phones are late
    grade: key
    owner: Wang Fang
    due: 2026-03-24
    resolution:
      decision: Borrow phones from the support desk
      level: executive
      decided_by: Wang Fang
      decided: 2026-03-19
      actions:
        - {action: Collect the phones, owner: Han Mei, due: 2026-03-23}
""",
    ),
    good=Text(
        """\
issues:
  I1:
    title: 测试手机到货晚
    grade: key
    owner: 王芳
    due: 2026-03-24
    resolution:
      decision: 向客服部借用测试手机
      level: executive
      decided_by: 陈明
      decided: 2026-03-19
      actions:
        - {action: 领取测试手机, owner: 韩梅, due: 2026-03-23}
""",
        """\
issues:
  I1:
    title: The test phones are late
    grade: key
    owner: Wang Fang
    due: 2026-03-24
    resolution:
      decision: Borrow phones from the support desk
      level: executive
      decided_by: Chen Ming
      decided: 2026-03-19
      actions:
        - {action: Collect the phones, owner: Han Mei, due: 2026-03-23}
""",
    ),
    check=_check,
)
