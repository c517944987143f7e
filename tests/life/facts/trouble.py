"""Risks, issues and who decides them, decisions, actions, resources, hand-overs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from collabkit.lang import Lang
from collabkit.model.words import ActionStatus, Commitment, Grade, IssueStatus, Stage, Verdict
from tests.life import reading
from tests.life.facts.common import column, field, ids, status, status_ids
from tests.life.facts.fact import Fact, Reader


def _is_shining(row: Any) -> bool:
    return reading.light(row["light"]) in ("red", "amber")


def _is_open(row: Any) -> bool:
    return reading.light(row["light"]) is not None


def _is_undecided(row: Any) -> bool:
    return reading.text(row["decider"]) is not None


def _risk(name: str, convert: Any) -> dict[str, Reader]:
    return {form: column("risks", name, convert, where=_is_open) for form in ("weekly", "charter")}


def _reason_scores(output: Any, lang: Lang) -> Mapping[Any, Any]:
    """Read the scores that the reasons of the light tell."""
    texts = (reason["text"] for reason in output["overview"]["reasons"])
    found = (re.match(r"(?:风险|risk) (\S+) .*[（(](?:score )?(\d+)", text) for text in texts)
    return {match[1]: float(match[2]) for match in found if match}


# Issues


def _asked(output: Any, lang: Lang) -> Mapping[str, tuple[str, str | None]]:
    """Return who is to decide an issue, and by when, as the daily message says."""
    found = {}
    for row in output["help"]:
        who = re.match(r"(\S+) .*：待(.*?)决策(?:（(\S+) 前）)?$|(\S+) .*: (.*?) to decide(?: by (\S+))?$", row["text"])
        if who:
            found[who[1] or who[4]] = (who[2] or who[5], who[3] or who[6])
    return found


def _daily_decider(output: Any, lang: Lang) -> Mapping[Any, Any]:
    return {key: who for key, (who, _) in _asked(output, lang).items()}


def _daily_decide_by(output: Any, lang: Lang) -> Mapping[Any, Any]:
    return {key: day for key, (_, day) in _asked(output, lang).items()}


def _found_decider(output: Any, lang: Lang) -> Mapping[Any, Any]:
    """Read who is to decide an overdue issue, as the help of the finding says."""
    found = {}
    for finding in output:
        who = re.search(r"就提请(.*?)决策|decided by (?:the )?(.*?) and give", finding["help"])
        if finding["rule"] == "issue-overdue" and who:
            found[finding["path"].split(".")[1]] = (who[1] or who[2]).casefold()
    return found


def _small(text: Any) -> str | None:
    """Return a name without regard to capitals: within a sentence the department heads have none."""
    shown = reading.text(text)
    return shown.casefold() if shown else None


def _settled(row: int) -> Reader:
    return field("statistics", lambda rows: (reading.number(rows[row]["total"]), reading.number(rows[row]["closed"])))


def _number_open(row: int) -> Reader:
    return field("statistics", lambda rows: reading.number(rows[row]["total"]) - reading.number(rows[row]["closed"]))


def _count(rows: str, where: Any) -> Reader:
    return lambda output, lang: {"": float(sum(map(where, output[rows])))}


def _issue(name: str, convert: Any) -> dict[str, Reader]:
    return {
        "weekly": column("issues", name, convert),
        "resolution.I1": lambda output, lang: {output["issue"]["id"]: convert(output["issue"][name])},
    }


def _decision(name: str, convert: Any = reading.text) -> dict[str, Reader]:
    columns = {"text": "text", "by": "decided_by", "on": "date"}
    return {
        "weekly": column("decisions", columns[name], convert, where=lambda row: reading.text(row["id"]) is not None),
        "resolution.I1": lambda output, lang: {output["issue"]["id"]: convert(output["decision"][name])},
    }


def _action(name: str, convert: Any) -> dict[str, Reader]:
    return {form: column("actions", name, convert, key="action") for form in ("weekly", "resolution.I1")}


# Resources and hand-overs


def _gaps(output: Any, lang: Lang) -> Mapping[Any, Any]:
    """Read which resources are not fully committed, as the weekly report says."""
    return {"": frozenset((row["department"], _need(row["need"])) for row in output["gaps"])}


def _gap_commitment(output: Any, lang: Lang) -> Mapping[Any, Any]:
    return {(row["department"], _need(row["need"])): _commitment(row["status"]) for row in output["gaps"]}


def _need(text: str) -> str:
    return re.split("；|; ", text)[0]


def _commitment(text: str) -> str | None:
    return reading.word(Commitment)(reading.ticked(text) if "☑" in text else text)


def _reason_gaps(output: Any, lang: Lang) -> Mapping[Any, Any]:
    texts = (reason["text"] for reason in output["overview"]["reasons"] if reason["dimension"] == "resources")
    found = (re.match(r"(.*?)所需「(.*)」|'(.*)' for (.*) is not", text) for text in texts)
    return {"": frozenset((match[1] or match[4], _need(match[2] or match[3])) for match in found if match)}


def _resource(name: str, convert: Any) -> dict[str, Reader]:
    def read(output: Any, lang: Lang) -> Mapping[Any, Any]:
        return {(row["department"], _need(row["need"])): convert(row[name]) for row in output["resources"]}

    return {"charter": read, "goals": read}


def _unconfirmed(output: Any, lang: Lang) -> Mapping[Any, Any]:
    """Read which hand-overs have an empty box, from the stage on in which they are to be confirmed."""
    if reading.word(Stage)(output["project"]["stage"]) == "initiating":
        return {}
    boxes = enumerate(row["confirmed"] for row in output["dependencies"])
    return {"": frozenset(number for number, text in boxes if "☐" in text)}


def _found_unconfirmed(output: Any, lang: Lang) -> Mapping[Any, Any]:
    """Read which hand-overs of the file a finding, or the places of one about many, are about."""
    found = [finding for finding in output if finding["rule"] == "handover-unconfirmed"]
    places = [place["path"] for finding in found for place in (finding, *finding["related"])]
    numbers = (re.fullmatch(r"handovers\.(\d+)\.confirmed", place) for place in places)
    return {"": frozenset(int(match[1]) for match in numbers if match)}


def _verdicts(output: Any, lang: Lang) -> Mapping[Any, Any]:
    rows = [
        row for row in output["deliverables"] if reading.word(Verdict)(row["verdict"]) in ("rejected", "conditional")
    ]
    return {"": frozenset(row["deliverable"].partition(" ")[2] for row in rows)}


def _reason_verdicts(output: Any, lang: Lang) -> Mapping[Any, Any]:
    texts = (reason["text"] for reason in output["overview"]["reasons"] if reason["dimension"] == "quality")
    found = (re.search(r"「(.*)」|deliverable '(.*)'", text) for text in texts)
    return {"": frozenset(match[1] or match[2] for match in found if match)}


def facts() -> Iterator[Fact]:
    """Yield every fact about risks, issues and what waits for somebody."""
    yield Fact(
        "risks that are red or amber",
        {"weekly": ids("risks", where=_is_shining), "charter": ids("risks", where=_is_shining)} | status_ids("risks"),
    )
    yield Fact("number of open risks", {"weekly": _count("risks", _is_open), "closeout": _number_open(2)})
    yield Fact(
        "level of a risk",
        _risk("level", reading.number) | {"status by task": _reason_scores} | status("risks", "level", reading.number),
    )
    yield Fact("light of a risk", _risk("light", reading.light) | status("risks", "light", reading.light))
    yield Fact("title of a risk", _risk("title", reading.text) | status("risks", "title"), spoken=True)
    yield Fact("owner of a risk", _risk("owner", reading.text) | status("risks", "owner"), spoken=True)
    yield Fact("due date of a risk", _risk("due", reading.day) | status("risks", "due", reading.day))
    yield Fact("response to a risk", _risk("response", reading.text) | status("risks", "response"), spoken=True)
    yield Fact(
        "open issues",
        {
            "weekly": ids("issues", where=_is_undecided),
            "daily": lambda output, lang: {"": frozenset(_asked(output, lang))},
        }
        | status_ids("issues"),
    )
    yield Fact("number of open issues", {"weekly": _count("issues", _is_undecided), "closeout": _number_open(3)})
    yield Fact(
        "decider of an issue",
        {
            "weekly": column("issues", "decider", _small, where=_is_undecided),
            "daily": lambda output, lang: {key: _small(who) for key, who in _daily_decider(output, lang).items()},
            "check": _found_decider,
        }
        | status("issues", "decider", _small),
        spoken=True,
    )
    yield Fact(
        "day of decision of an issue",
        {"weekly": column("issues", "decide_by", reading.day, where=_is_undecided), "daily": _daily_decide_by}
        | status("issues", "decide_by", reading.day),
    )
    yield Fact(
        "grade of an issue",
        {
            "weekly": column("issues", "grade", reading.word(Grade)),
            "resolution.I1": lambda output, lang: {
                output["issue"]["id"]: reading.word(Grade)(reading.ticked(output["issue"]["grade"]))
            },
        }
        | status("issues", "grade", reading.word(Grade)),
    )
    yield Fact("title of an issue", _issue("title", reading.text) | status("issues", "title"), spoken=True)
    yield Fact("owner of an issue", _issue("owner", reading.text) | status("issues", "owner"), spoken=True)
    yield Fact("status of an issue", _issue("status", reading.word(IssueStatus)))
    yield Fact("due date of an issue", status("issues", "due", reading.day))
    yield Fact("decision about an issue", _decision("text"), spoken=True)
    yield Fact("who decided an issue", _decision("by"), spoken=True)
    yield Fact("day on which an issue was decided", _decision("on", reading.day))
    yield Fact("owner of an action", _action("owner", reading.text), spoken=True)
    yield Fact("due date of an action", _action("due", reading.day), spoken=True)
    yield Fact("status of an action", _action("status", reading.word(ActionStatus)), spoken=True)
    yield Fact("resources that are not committed", {"weekly": _gaps, "status json": _reason_gaps}, spoken=True)
    yield Fact("commitment of a resource", _resource("status", _commitment) | {"weekly": _gap_commitment}, spoken=True)
    yield Fact("provider of a resource", _resource("provider", reading.text), spoken=True)
    yield Fact("hand-overs that are not confirmed", {"goals": _unconfirmed, "check": _found_unconfirmed})
    yield Fact(
        "deliverables not simply accepted", {"closeout": _verdicts, "status json": _reason_verdicts}, spoken=True
    )
