"""One person as sponsor and manager."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text, listing
from collabkit.model import Stage
from collabkit.plan import Plan
from collabkit.problem import Place, Problem
from collabkit.rules.wording import message


def _check(plan: Plan) -> Iterator[Problem]:
    about = plan.project.about
    if about.sponsor != about.manager or about.sponsor not in plan.project.people:
        return
    others = [key for key, person in plan.project.people.items() if person.department is None and key != about.manager]
    candidates = listing(others)
    yield Problem(
        ("project", "sponsor"),
        message(f"发起人和项目经理都是「{about.sponsor}」", f"{about.sponsor} is both sponsor and project manager"),
        label=Text("自己向自己汇报和升级", "reports and escalates to themselves"),
        help=Text(f"换一位发起人，例如：{candidates.zh}", f"name another sponsor, such as {candidates.en}")
        if others
        else None,
        places=(Place(("project", "manager"), Text("项目经理是同一人", "the same person manages the project")),),
    )


RULE = Rule(
    code="CK209",
    name="sponsor-is-manager",
    severity=Severity.WARNING,
    stage=Stage.INITIATING,
    title=Text("发起人与项目经理是同一人", "Sponsor and manager are the same person"),
    why=Text(
        "发起人授权、监督并裁决，项目经理执行；一人兼任，就没有人监督，问题也无处升级。",
        "A sponsor authorises, watches and decides; when the manager does it, nobody watches and nothing escalates.",
    ),
    help=Text("发起人写项目经理的上级", "name somebody above the project manager as sponsor"),
    bad=Text(
        """\
project:
  sponsor: 王芳
""",
        """\
project:
  sponsor: Wang Fang
""",
    ),
    good=Text(
        """\
project:
  sponsor: 陈明
""",
        """\
project:
  sponsor: Chen Ming
""",
    ),
    check=_check,
)
