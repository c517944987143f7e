"""Many like problems told as one: a plan that nobody has filled in yet lacks a field once, not at every entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from collabkit.finding import Rule
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.plan import Plan
from collabkit.problem import Path, Place, Problem
from collabkit.rules.wording import naming, short

FEW = 3
"""Like problems of one section that are still told one by one."""
_SHARE = 0.5
"""Share of a section's entries above which they are told as one."""

_NOUNS = {
    "tasks": Text("项任务", "tasks"),
    "goals": Text("个目标", "goals"),
    "subgoals": Text("个子目标", "sub-goals"),
    "scope.in": Text("个范围项", "scope items"),
    "milestones": Text("个里程碑", "milestones"),
    "departments": Text("个部门", "departments"),
    "risks": Text("个风险", "risks"),
    "issues": Text("个问题", "issues"),
    "handovers": Text("项交接", "hand-overs"),
    "acceptances": Text("张验收单", "acceptances"),
    "handover_items": Text("项移交事项", "open items"),
    "reservations": Text("条保留意见", "reservations"),
}


def gathered(plan: Plan, rule: Rule, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield `problems`, those that say the same of many entries of a section as one.

    Many are more than three and more than half of the entries; what closing asks for is a to-do list, and there two
    are many.
    """
    alike: dict[tuple[str, Text], list[Problem]] = {}
    for problem in problems:
        if problem.many is None:
            yield problem
        else:
            alike.setdefault((_section(problem.path), problem.many), []).append(problem)
    for (section, many), found in alike.items():
        if _are_many(plan, rule, section, found):
            yield _one(section, many, found)
        else:
            yield from found


def _section(path: Path) -> str:
    return ".".join(map(str, path[:2])) if path[0] == "scope" else str(path[0])


def _are_many(plan: Plan, rule: Rule, section: str, found: Sequence[Problem]) -> bool:
    number = len(_ids(section, found))
    if rule.stage is Stage.CLOSING:
        return number > 1
    return number > FEW and number > _SHARE * _entries(plan, section)


def _ids(section: str, found: Sequence[Problem]) -> Sequence[str | int]:
    """Return the entries of `section` that `found` is about, each once."""
    at = section.count(".") + 1
    return list(dict.fromkeys(problem.path[at] for problem in found))


def _entries(plan: Plan, section: str) -> int:
    return len(plan.project.scope.in_ if section == "scope.in" else getattr(plan.project, section))


def _one(section: str, many: Text, found: Sequence[Problem]) -> Problem:
    """Return one problem at the first of `found`, with the others as its places."""
    first, *others = found
    noun, ids = _NOUNS[section], _ids(section, found)
    text = Text(many.zh.format(f"{len(ids)} {noun.zh}"), many.en.format(f"{len(ids)} {noun.en}"))
    names = [short(name, 12) for name in ids if isinstance(name, str)]
    if names:
        text = naming(text + Text("：", ": "), names)
    places = (Place(each.path, each.label or each.message, each.on, each.message) for each in others)
    return Problem(
        first.path,
        text,
        label=first.label,
        on=first.on,
        places=tuple(places),
        severity=first.severity,
    )
