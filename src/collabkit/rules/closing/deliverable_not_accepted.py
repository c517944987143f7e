"""A deliverable that nobody has accepted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.model.acceptance import Acceptance
from collabkit.model.words import TaskStatus, Verdict
from collabkit.phrases import zh
from collabkit.plan import Plan, is_something
from collabkit.plan.acceptances import last_notes
from collabkit.problem import EVERY, Path, Place, Problem
from collabkit.rules.wording import entry, message, short


def _check(plan: Plan) -> Iterator[Problem]:
    judged = _of_finished_work(plan)
    for index in judged.values():
        problem = _judgement(plan, index)
        if problem:
            yield problem
    for key, task in plan.project.tasks.items():
        # What an open task delivers is not there yet.
        if task.status is TaskStatus.DONE and is_something(task.deliverable or "") and key not in judged:
            yield _unjudged(key, task.deliverable or "")


def _of_finished_work(plan: Plan) -> Mapping[str, int]:
    """Return the place of the last acceptance of each deliverable that is no open task's."""
    tasks = plan.project.tasks
    notes = last_notes(plan.project).items()
    return {key: index for key, index in notes if key not in tasks or tasks[key].status is TaskStatus.DONE}


def _judgement(plan: Plan, index: int) -> Problem | None:
    """Return what keeps an acceptance from being one; None when nothing does."""
    note, path = plan.project.acceptances[index], ("acceptances", index)
    match note.verdict:
        case None:
            zh_, en = "还没有验收结论", "has no verdict yet"
            return _of(note, (*path, "verdict"), Text(zh_, en), Text("没有结论", "no verdict"))
        case Verdict.REJECTED:
            text = Text("未通过验收", "was rejected")
            return _of(note, (*path, "verdict"), text, Text("未通过", "rejected"), _REJECTED)
        case Verdict.CONDITIONAL:
            return _conditions(note, path)
        case Verdict.ACCEPTED:
            return None


def _conditions(note: Acceptance, path: Path) -> Problem | None:
    """Return what a conditional acceptance lacks: open points, each with an owner and a day."""
    if not note.conditions:
        text = Text("有条件通过，却没有写明遗留问题", "was accepted on conditions that are not written down")
        return _of(note, (*path, "conditions"), text, Text("没有遗留问题", "no open points"), _CONDITIONS)
    for index, point in enumerate(note.conditions):
        key = "owner" if point.owner is None else "due" if point.due is None else None
        if key:
            missing = {"owner": Text("责任人", "owner"), "due": Text("期限", "due date")}[key]
            text = Text(
                f"的遗留问题 {index + 1} 没有{missing.zh}", f"has an open point ({index + 1}) without {missing.en}"
            )
            return _of(note, (*path, "conditions", index, key), text, Text("没有人收尾", "left to nobody"), _CONDITIONS)
    return None


def _of(note: Acceptance, path: Path, what: Text, label: Text, help_: Text | None = None) -> Problem:
    name = short(note.deliverable or "")
    return Problem(
        path,
        message(f"交付物「{name}」{what.zh}", f"the deliverable '{name}' {what.en}"),
        label=label,
        help=help_,
        places=(Place((*path[:2], "verdict"), Text("结论", "the verdict")),) if path[-1] != "verdict" else (),
    )


def _unjudged(key: str, deliverable: str) -> Problem:
    named = entry(("tasks", key))
    return Problem(
        ("tasks", key, "deliverable"),
        message(
            zh(named.zh, f"的交付物「{short(deliverable)}」还没有验收"),
            f"the deliverable of {named.en} ({short(deliverable)}) is not accepted",
        ),
        label=Text("没有验收记录", "no acceptance is recorded"),
        rests_on=(("acceptances", EVERY, "task"),),
        many=Text("{}的交付物还没有验收", "the deliverables of {} are not accepted"),
    )


_REJECTED = Text(
    "整改后重新验收，再登记一条 verdict: accepted（后一条为准）",
    "mend it and have it accepted again: a further entry with 'verdict: accepted' counts",
)
_CONDITIONS = Text(
    "在 conditions 中写明每个遗留问题的 text、owner 和 due；已解决的登记一条 verdict: accepted",
    "give every open point in 'conditions' a text, an owner and a due date, or add an entry with 'verdict: accepted'",
)

RULE = Rule(
    code="CK603",
    name="deliverable-not-accepted",
    severity=Severity.ERROR,
    stage=Stage.CLOSING,
    title=Text("交付物还没有验收", "A deliverable is not accepted"),
    why=Text(
        "没有接收方验收的交付物，结项后出了问题说不清该找谁。",
        "What its receiver has not accepted comes back after closing, when nobody is left to mend it.",
    ),
    help=Text(
        "在 acceptances 中登记：deliverable、task、verdict、accepted_by、accepted",
        "record it in 'acceptances': deliverable, task, verdict, accepted_by, accepted",
    ),
    bad=Text(
        """\
acceptances:
  - {deliverable: 候选版本, task: T1, verdict: accepted, accepted_by: 赵敏, accepted: 2026-03-24}
""",
        """\
acceptances:
  - {deliverable: Release candidate, task: T1, verdict: accepted, accepted_by: Zhao Min, accepted: 2026-03-24}
""",
    ),
    good=Text(
        """\
acceptances:
  - {deliverable: 候选版本, task: T1, verdict: accepted, accepted_by: 赵敏, accepted: 2026-03-24}
  - {deliverable: 商店页面, task: T2, verdict: accepted, accepted_by: 李雷, accepted: 2026-03-31}
""",
        """\
acceptances:
  - {deliverable: Release candidate, task: T1, verdict: accepted, accepted_by: Zhao Min, accepted: 2026-03-24}
  - {deliverable: Store page, task: T2, verdict: accepted, accepted_by: Li Lei, accepted: 2026-03-31}
""",
    ),
    check=_check,
)
