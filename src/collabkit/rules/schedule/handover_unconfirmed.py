"""A dependency between departments that both sides have not agreed on."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text, listing
from collabkit.model import Stage
from collabkit.phrases import zh
from collabkit.plan import Plan
from collabkit.plan.network import Edge
from collabkit.problem import EVERY, Path, Place, Problem
from collabkit.rules.active import active_tasks
from collabkit.rules.wording import message, short


def _check(plan: Plan) -> Iterator[Problem]:
    written: dict[tuple[str | None, str | None], list[int]] = {}
    for index, handover in enumerate(plan.project.handovers):
        written.setdefault((handover.from_, handover.to), []).append(index)
    crossing = list(_crossing(plan))
    for edge in crossing:
        indexes = written.get((edge.dependency.task, edge.task))
        if indexes:
            yield from _unconfirmed(plan, edge, indexes)
            continue
        swapped = written.get((edge.task, edge.dependency.task))
        waits = any(other.task == edge.dependency.task and other.dependency.task == edge.task for other in crossing)
        yield _swapped(edge, swapped[0]) if swapped and not waits else _unwritten(plan, edge)


def _crossing(plan: Plan) -> Iterator[Edge]:
    """Yield one edge of every two tasks of different departments that wait for each other."""
    tasks = active_tasks(plan)
    seen: set[tuple[str, str]] = set()
    for edge in plan.network.edges:
        pair = (edge.dependency.task, edge.task)
        if pair in seen or pair[0] not in tasks or pair[1] not in tasks:
            continue
        seen.add(pair)
        one, other = tasks[pair[0]].department, tasks[pair[1]].department
        if one and other and one != other:
            yield edge


def _unwritten(plan: Plan, edge: Edge) -> Problem:
    before, after = edge.dependency.task, edge.task
    one, other = (plan.project.tasks[name].department for name in (before, after))
    return Problem(
        edge.path,
        message(
            zh(short(other or ""), f"的 {short(after)} 等待", short(one or ""), f"的 {short(before)}，但没有写明交接"),
            f"{short(after)} ({short(other or '')}) waits for {short(before)} ({short(one or '')}) without a hand-over",
        ),
        label=Text("跨部门依赖", "crosses departments"),
        help=Text(
            f"在 handovers 中加上 {{from: {before}, to: {after}, item: …, confirmed: [{one}, {other}]}}",
            f"add {{from: {before}, to: {after}, item: …, confirmed: [{one}, {other}]}} to 'handovers'",
        ),
        rests_on=(*_parties(edge), ("handovers", EVERY, "from"), ("handovers", EVERY, "to")),
        many=Text("{}等待其他部门，但没有写明交接", "{} wait for another department without a hand-over"),
    )


def _swapped(edge: Edge, index: int) -> Problem:
    """Tell a hand-over that runs against the dependency it is written for."""
    before, after = short(edge.dependency.task), short(edge.task)
    return Problem(
        ("handovers", index, "from"),
        message(
            f"交接写成了 {after} → {before}，但 {after} 在等 {before}",
            f"the hand-over is written {after} → {before}, but {after} waits for {before}",
        ),
        label=Text("from 与 to 写反了？", "'from' and 'to' swapped?"),
        help=Text(f"写成 from: {before}, to: {after}", f"write from: {before}, to: {after}"),
        places=(Place(edge.path, Text("依赖写在这里", "the dependency is written here")),),
        rests_on=(("handovers", EVERY, "from"), ("handovers", EVERY, "to")),
    )


def _unconfirmed(plan: Plan, edge: Edge, indexes: list[int]) -> Iterator[Problem]:
    before, after = edge.dependency.task, edge.task
    parties = [plan.project.tasks[name].department or "" for name in (before, after)]
    confirmed = {party for index in indexes for party in plan.project.handovers[index].confirmed}
    missing = [party for party in parties if party not in confirmed]
    if not missing:
        return
    names = listing(missing)
    yield Problem(
        ("handovers", indexes[0], "confirmed"),
        message(
            f"{short(before)} → {short(after)} 的交接尚未由 {names.zh} 确认",
            f"the hand-over {short(before)} → {short(after)} is not confirmed by {names.en}",
        ),
        label=Text(f"缺少 {names.zh}", f"{names.en} missing"),
        help=Text(
            f"请 {names.zh} 确认后写成「confirmed: [{', '.join(parties)}]」",
            f"have {names.en} confirm it, then write 'confirmed: [{', '.join(parties)}]'",
        ),
        places=(Place(edge.path, Text("依赖写在这里", "the dependency is written here")),),
        rests_on=(*_parties(edge), *(("handovers", index, "confirmed") for index in indexes)),
        many=Text("{}尚未由双方确认", "{} are not confirmed by both sides"),
    )


def _parties(edge: Edge) -> tuple[Path, ...]:
    return tuple(("tasks", name, "department") for name in (edge.dependency.task, edge.task))


RULE = Rule(
    code="CK507",
    name="handover-unconfirmed",
    severity=Severity.WARNING,
    stage=Stage.PLANNING,
    title=Text("跨部门依赖未经双方确认", "A hand-over between departments is not confirmed by both"),
    why=Text(
        "跨部门的等待最容易落空：一方以为说好了，另一方根本没有排进计划。",
        "What one department takes for promised, the other may never have planned.",
    ),
    help=Text(
        "在 handovers 中写明交接内容，并由双方部门确认",
        "write the hand-over down in 'handovers' and have both departments confirm it",
    ),
    bad=Text(
        """\
handovers:
  - {from: T1, to: T2, item: 候选版本, confirmed: [开发部]}
""",
        """\
handovers:
  - {from: T1, to: T2, item: Release candidate, confirmed: [Development]}
""",
    ),
    good=Text(
        """\
handovers:
  - {from: T1, to: T2, item: 候选版本, confirmed: [开发部, 市场部]}
""",
        """\
handovers:
  - {from: T1, to: T2, item: Release candidate, confirmed: [Development, Marketing]}
""",
    ),
    check=_check,
)
