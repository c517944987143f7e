"""What somebody does to the project file, one thing at a time and whatever the scenario."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from collabkit.lang import Text
from collabkit.model.words import ReleaseArea
from tests.life import looks
from tests.life.book import Book, Edit, OutputStyle

Key = str | OutputStyle


def put(section: str, **fields: Any) -> Edit:
    """Write keys of a section that has no entries, such as `project`."""
    return lambda book: book[section].update(book.said(fields))


def entry(section: str, key: Key, **fields: Any) -> Edit:
    """Write keys of an entry, which is new when nobody has it yet."""
    return lambda book: book[section].setdefault(book.said(key), {}).update(book.said(fields))


def item(section: str, **fields: Any) -> Edit:
    """Write one more entry of a list."""
    return lambda book: book.data.setdefault(section, []).append(book.said(fields))


def line(section: str, text: Text) -> Edit:
    """Write one more text of a list of texts."""
    return lambda book: book.data.setdefault(section, []).append(book.said(text))


def every(section: str, **fields: Any) -> Edit:
    """Write the same keys of every entry of a section."""

    def edit(book: Book) -> None:
        entries = book[section]
        for each in entries.values() if isinstance(entries, dict) else entries:
            each.update(book.said(fields))

    return edit


def signed(form: str, who: OutputStyle, opinion: str = "agree", *, again: bool = False, **fields: Any) -> Edit:
    """Write that people signed a form today; who has signed already does not sign again, unless it is to be."""

    def edit(book: Book) -> None:
        signatures = book["signoffs"].setdefault(form, [])
        known = {(each["person"], each.get("issue")) for each in signatures}
        people = book.said(who)
        for person in people if isinstance(people, list) else [people]:
            if again or (person, fields.get("issue")) not in known:
                said = {"person": person, "date": book.today, "opinion": opinion, **fields}
                signatures.append(book.said(said))

    return edit


def held(kind: str) -> Edit:
    """Write that a meeting of this kind was held today, by everybody who was to be there."""

    def edit(book: Book) -> None:
        next(each for each in book["meetings"] if each["kind"] == kind)["date"] = book.today

    return edit


def answered(book: Book) -> None:
    """Write the answers to what the departments need."""
    for department in book["departments"].values():
        for need in department.get("needs", ()):
            need |= {"reply": "accepted", "note": book.said(Text("已排入计划", "It is in the plan"))}


def promised(book: Book) -> None:
    """Write which resources are promised, the last one in part only, and which hand-overs both sides confirm.

    The first of the hand-overs is left to its receiver.
    """
    for resource in book["resources"]:
        resource["status"] = "committed"
        resource.setdefault("quantity", book.said(Text("1 套", "1 set")))
    plan = Text("外部补位", "Bought in")
    book["resources"][-1] |= {"status": "partial", "gap_plan": book.said(plan)}
    confirmed(book)
    del book["handovers"][0]["confirmed"][1:]


def confirmed(book: Book) -> None:
    """Write that both sides confirm every hand-over."""
    for handover in book["handovers"]:
        sides = (book["tasks"][handover[side]]["department"] for side in ("from", "to"))
        handover["confirmed"] = list(dict.fromkeys(sides))
        handover["standard"] = book.said(Text("双方当面核对", "Checked by both sides"))


def provided(book: Book) -> None:
    """Write that every resource is there now."""
    for resource in book["resources"]:
        resource["status"] = "committed"


def followed_up(book: Book) -> None:
    """Write that the actions of the weeks so far are done."""
    for week in book["weeks"].values():
        for action in week.get("actions", ()):
            action["status"] = "done"


def acted(book: Book) -> None:
    """Write that what the resolution asked for is done, and how that was verified."""
    resolution = book["issues"]["I1"]["resolution"]
    resolution["verification"] = book.said(Text("抽查合格", "Checked by sample"))
    for action in resolution["actions"]:
        action["status"] = "done"


def received(book: Book) -> None:
    """Write that the receivers have taken over what is handed over."""
    for each in book["handover_items"]:
        each["received"] = book.today


def released(book: Book) -> list[dict[str, Any]]:
    """Return the checklist with everything released today."""
    note = Text("已办结", "Settled")
    return [book.said({"area": area.value, "done": True, "date": looks.today, "note": note}) for area in ReleaseArea]


def moved(book: Book) -> date:
    """Return the day three working days after the third milestone was planned."""
    return book.calendar.add(book["milestones"][looks.milestone(2)(book)]["date"], 3)


# Work


def estimated(book: Book) -> None:
    """Write how much work every task is, and what it is about."""
    for task in book["tasks"].values():
        about = Text(f"含 {task['phase']} 阶段的准备与收尾", f"With what belongs before and after: {task['phase']}")
        task |= {"effort": book.calendar.count(task["start"], task["end"]) * 2, "description": book.said(about)}


def work(book: Book) -> None:
    """Write down how far every task has come and which milestones are reached."""
    for key, fate in book.fates.items():
        task = book["tasks"][key]
        if fate.start > book.today:
            task["status"] = "todo"
        elif fate.end > book.today:
            whole = book.calendar.count(fate.start, fate.end)
            task["progress"] = 100 * book.calendar.count(fate.start, book.today) // (whole + 1)
            task |= {"status": "doing", "actual_start": fate.start}
        else:
            task |= {"status": "done", "progress": 100, "actual_start": fate.start, "actual_end": fate.end}
    for key, milestone in book["milestones"].items():
        reached = _reached(book, key, milestone["date"])
        if reached is not None and reached <= book.today:
            milestone["actual"] = reached


def _reached(book: Book, key: str, planned: date) -> date | None:
    """Return the day on which a milestone is reached: when its last task is finished, else as planned."""
    ends = [fate.end for name, fate in book.fates.items() if book["tasks"][name].get("milestone") == key]
    return max(ends, default=planned)


def explained(book: Book) -> None:
    """Write down why the tasks are late that are."""
    for key in looks.overdue(book):
        until = book.fates[key].end
        why = Text(f"评审意见较多，返工一轮，预计 {until} 完成", f"One more round of review; done by {until}")
        book["tasks"][key]["delay_reason"] = book.said(why)


def accepted(*, first: str = "accepted") -> Edit:
    """Write an acceptance for every finished deliverable that has none, the first of them with another verdict."""

    def edit(book: Book) -> None:
        notes = book.data.setdefault("acceptances", [])
        known = {note["task"] for note in notes}
        for number, key in enumerate(key for key in book.in_order() if _is_done(book, key) and key not in known):
            notes.append(_note(book, key, first if number == 0 else "accepted", len(notes) + 1))

    return edit


def _is_done(book: Book, key: str) -> bool:
    return bool(book["tasks"][key]["status"] == "done")


def _note(book: Book, key: str, verdict: str, number: int) -> dict[str, Any]:
    task = book["tasks"][key]
    acceptor = task["acceptor"]
    note = {
        "id": f"A{number}",
        "deliverable": task["deliverable"],
        "task": key,
        "department": task["department"],
        "delivered_by": task["owner"],
        "delivered": task["actual_end"],
        "verdict": verdict,
        "accepted_by": book["departments"][acceptor]["head"] if acceptor in book["departments"] else acceptor,
        "accepted": min(book.calendar.add(task["actual_end"], 1), book.today),
    }
    if verdict == "conditional":
        text = Text("附录缺一份原始记录", "One source record is missing from the annex")
        point = {"text": text, "owner": task["owner"], "due": looks.days(3)}
        note["conditions"] = [book.said(point)]
    return note


def judged_again(book: Book) -> None:
    """Write that what was accepted with conditions, or not at all, is accepted now."""
    for note in book["acceptances"]:
        if note["verdict"] != "accepted":
            note |= {"verdict": "accepted", "accepted": book.today}
            note.pop("conditions", None)


# Money


def approved(book: Book) -> None:
    """Write a budget where the scenario has none."""
    text = Text("外部服务", "External services"), Text("培训与差旅", "Training and travel")
    lines = [
        {"item": each, "department": looks.department(number), "planned": 120_000} for number, each in enumerate(text)
    ]
    book.data.setdefault("budget", book.said({"currency": "CNY", "approved": 260_000, "lines": lines}))


def spent(share: float, *, ordered: float = 0.0, over: float = 0.0) -> Edit:
    """Write which share of every budget line is paid, which is ordered beside it, and by how much it will be exceeded.

    `over` is a share of the approved total.
    """

    def edit(book: Book) -> None:
        budget = book["budget"]
        for line in budget["lines"]:
            line |= {
                "committed": round(line["planned"] * ordered),
                "spent": round(line["planned"] * share),
                "forecast": line["planned"],
            }
        planned = sum(line["planned"] for line in budget["lines"])
        budget["lines"][0]["forecast"] += round(max(budget["approved"] * (1 + over) - planned, 0)) if over else 0

    return edit


# Goals and risks


def risks_closed(book: Book) -> None:
    """Write that all risks are past but the last one."""
    for key in list(book["risks"])[:-1]:
        book["risks"][key] |= {"status": "closed", "closed": book["risks"][key].get("closed", book.today)}


def measured(book: Book) -> None:
    """Write down where the goals stand that had a number to begin with."""
    for goal in book["goals"].values():
        if _number(goal.get("baseline")):
            note = Text("月度数据", "Monthly figures")
            reading = {"date": book.today, "value": goal["baseline"], "note": note}
            goal.setdefault("current", []).append(book.said(reading))


def reached(book: Book) -> None:
    """Write down what was reached of every goal that is due by now; one goal and one sub-goal were missed."""
    for number, goal in enumerate([*book["goals"].values(), *reversed(book["subgoals"].values())]):
        if goal["due"] > book.today:
            continue
        missed = number in (1, len(book["goals"])) and _number(goal.get("baseline", goal["target"]))
        goal["actual"] = goal.get("baseline", "0") if missed else re.sub(r"[≥≤><=]\s*", "", str(goal["target"]))
        if isinstance(goal["target"], date):
            goal["actual"] = _day_reached(book, goal["target"])
            missed = goal["actual"] > goal["target"]
        goal["evidence"] = book.said(Text("结项数据包", "Closing data pack"))
        if missed:
            goal["variance_reason"] = book.said(Text("推广晚于计划", "The roll-out came later than planned"))


def _day_reached(book: Book, planned: date) -> date:
    """Return the day on which the milestone or task was finished that was planned for this day."""
    planned_so = [each["actual"] for each in book["milestones"].values() if each["date"] == planned]
    planned_so += [fate.end for key, fate in book.fates.items() if book["tasks"][key]["end"] == planned]
    return max(planned_so, default=planned)


def _number(text: Any) -> bool:
    return bool(re.match(r"[≥>]? ?[\d.,]+(?!-)", str(text or "")))


def scored(number: int, likelihood: int, impact: int) -> Edit:
    """Write that a risk was looked at today and is scored anew; what it was before goes into its reviews."""

    def edit(book: Book) -> None:
        found = book["risks"][looks.risk(number)(book)]
        known = found.get("reviewed") or found["identified"]
        before = {"date": known, "likelihood": found["likelihood"], "impact": found["impact"]}
        found.setdefault("reviews", []).append(before)
        found |= {"likelihood": likelihood, "impact": impact, "reviewed": book.today}

    return edit
