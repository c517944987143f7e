"""An open item that nobody has taken over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from collabkit.finding import Rule, Severity
from collabkit.lang import Lang, Text, listing
from collabkit.model import Stage
from collabkit.plan import Plan
from collabkit.problem import Gap, Lacking, Problem
from collabkit.rules.wording import message, short

_FIELDS = {
    "receiver": Text("接收部门", "receiver"),
    "owner": Text("责任人", "owner"),
    "due": Text("期限", "due date"),
    "received": Text("签收日期", "receipt"),
}


def _check(plan: Plan) -> Iterator[Lacking]:
    for index, item in enumerate(plan.project.handover_items):
        if item.item is None:
            continue
        empty = [key for key in _FIELDS if getattr(item, key) is None]
        gaps = tuple(Gap(("handover_items", index, key), _FIELDS[key]) for key in empty)
        yield Lacking(gaps, partial(_problem, short(item.item)))


def _problem(name: str, gaps: Sequence[Gap]) -> Problem:
    zh, en = (listing(gap.name.to(lang) for gap in gaps).to(lang) for lang in (Lang.ZH, Lang.EN))
    return Problem(
        gaps[0].path,
        message(f"移交事项「{name}」没有{zh}", f"the open item '{name}' has no {en}"),
        label=Text("还没有人接手", "nobody has taken it over"),
        many=Text(f"{{}}没有{zh}", f"{{}} have no {en}"),
    )


RULE = Rule(
    code="CK607",
    name="handover-items-open",
    severity=Severity.ERROR,
    stage=Stage.CLOSING,
    title=Text("遗留事项还没有移交", "An open item has not been taken over"),
    why=Text(
        "遗留事项要有部门接收、有人负责、有签收；否则项目一关闭就成了没有人的事。",
        "An open item needs a department, a person and a receipt, or it is nobody's once the project is closed.",
    ),
    help=Text(
        "补上 receiver、owner、due，接收部门签收后写 received",
        "add 'receiver', 'owner' and 'due', and 'received' once the department has signed for it",
    ),
    bad=Text(
        """\
handover_items:
  - {item: 应用商店评论回复, receiver: 市场部, due: 2026-04-30}
""",
        """\
handover_items:
  - {item: Answers in the store, receiver: Marketing, due: 2026-04-30}
""",
    ),
    good=Text(
        """\
handover_items:
  - {item: 应用商店评论回复, receiver: 市场部, owner: 赵敏, due: 2026-04-30, received: 2026-04-02}
""",
        """\
handover_items:
  - {item: Answers in the store, receiver: Marketing, owner: Zhao Min, due: 2026-04-30, received: 2026-04-02}
""",
    ),
    check=_check,
)
