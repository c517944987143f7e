"""The scope gap: something promised that no task delivers."""

from __future__ import annotations

from collections.abc import Iterator

from collabkit.finding import Rule, Severity
from collabkit.lang import Text, listing
from collabkit.model import Stage
from collabkit.plan import Plan, is_something
from collabkit.problem import Place, Problem
from collabkit.rules.active import active_tasks
from collabkit.rules.unknown_ids import nearest_id
from collabkit.rules.wording import message, short


def _check(plan: Plan) -> Iterator[Problem]:
    covered = _covered(plan)
    excused = _excused(plan)
    if excused is None:
        return
    for key, text in plan.project.scope.in_.items():
        if is_something(text) and key not in covered and key not in excused:
            yield Problem(
                ("scope", "in", key),
                message(
                    f"范围项 {key}「{short(text)}」没有任务覆盖",
                    f"scope item {key} ({short(text)}) is covered by no task",
                ),
                label=Text("写进了范围，却没有任务交付", "promised here, delivered by no task"),
                help=_help(key, covered),
                on="key",
                places=tuple(_cancelled(plan, key)),
                many=Text("{}没有任务覆盖", "{} are covered by no task"),
            )


def _covered(plan: Plan) -> dict[str, list[str]]:
    """Return the scope items that tasks cover, with these tasks."""
    covered: dict[str, list[str]] = {}
    for name, task in active_tasks(plan).items():
        for item in task.covers:
            covered.setdefault(item, []).append(name)
    return covered


def _excused(plan: Plan) -> set[str] | None:
    """Return the items that a mistyped `covers` was most likely meant for; None when it may mean any of them."""
    if any(path[:1] == ("tasks",) and (len(path) < 3 or path[2] == "covers") for path in plan.tainted):
        return None
    excused = set()
    for reference in plan.dangling:
        if reference.ref.sections == ("scope.in",):
            meant = nearest_id(reference.id, plan.project.scope.in_)
            if meant is None:
                return None
            excused.add(meant)
    return excused


def _help(key: str, covered: dict[str, list[str]]) -> Text:
    help_ = Text(
        f"在交付它的任务里写上「covers: [{key}]」，或移到 scope.out",
        f"add {key} to 'covers' of the task that delivers it, or move it to scope.out",
    )
    if not covered:
        return help_
    item, tasks = next(iter(covered.items()))
    by = listing(tasks, most=4)
    return help_ + Text(f"；例如 {item} 由 {by.zh} 覆盖", f"; {item}, for one, is covered by {by.en}")


def _cancelled(plan: Plan, key: str) -> Iterator[Place]:
    active = active_tasks(plan)
    for name, task in plan.project.tasks.items():
        if name not in active and key in task.covers:
            path = ("tasks", name, "covers", task.covers.index(key))
            yield Place(path, Text(f"{name} 覆盖它，但已取消", f"{name} covers it but is cancelled"))


RULE = Rule(
    code="CK305",
    name="scope-item-without-deliverable",
    severity=Severity.WARNING,
    stage=Stage.PLANNING,
    title=Text("范围内的内容没有任务交付", "Something in scope is delivered by no task"),
    why=Text(
        "写进范围就是承诺；没有任务交付的承诺，要到验收时才会发现没有人做。",
        "What is in scope is promised; a promise without a task is found out at acceptance, when it is too late.",
    ),
    help=Text(
        "给它安排任务并写进 covers，或移到 scope.out",
        "give it a task that names it in 'covers', or move it to scope.out",
    ),
    bad=Text(
        """\
scope:
  in:
    S2: 客服人员培训
""",
        """\
scope:
  in:
    S2: Training of the support staff
""",
    ),
    good=Text(
        """\
scope:
  in:
    S2: 客服人员培训
tasks:
  T1:
    covers: [S1, S2]
""",
        """\
scope:
  in:
    S2: Training of the support staff
tasks:
  T1:
    covers: [S1, S2]
""",
    ),
    check=_check,
)
