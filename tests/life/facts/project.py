"""What the project is, how far it is, and in which light."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from collabkit.lang import Lang, Text
from collabkit.model.words import Light, Stage
from collabkit.phrases import DIMENSIONS
from tests.life import reading
from tests.life.facts.common import STATUS, column, field, in_all, status
from tests.life.facts.fact import Fact, Reader

FORMS = ("charter", "tasks", "goals", "weekly", "resolution.I1", "closeout", "daily")
LINES = ("status markdown", "status table")


def line(name: str, convert: Callable[[str], Any]) -> dict[str, Reader]:
    """Read something from a line of the overview, as people see it."""

    def read(output: Any, lang: Lang) -> Mapping[Any, Any]:
        return {"": convert(reading.overview(output)[name])}

    return dict.fromkeys(LINES, read)


def overview(name: str, convert: Callable[[Any], Any] = reading.text) -> dict[str, Reader]:
    """Read a member of the overview that programs see."""
    return {"status json": field(f"overview.{name}", convert)}


def _numbers(text: str) -> list[float]:
    return [float(each) for each in re.findall(r"(?<![\d-])\d+(?![\d-])", re.sub(r"\d{4}-\d\d-\d\d", "", text))]


def _left_or_past(output: Any, lang: Lang) -> Mapping[Any, Any]:
    """Return how many working days are left, past the planned end how many it is behind: a line tells one of them."""
    told = output["overview"]
    return {"": float(told["working_days_past_end"] or told["working_days_left"])}


def _led_by(text: str) -> tuple[str, str]:
    found = re.fullmatch(r"项目经理 (.*)，发起人 (.*)|Project manager (.*), sponsor (.*)", text)
    assert found, text
    return found[1] or found[3], found[2] or found[4]


def _declared(text: str) -> str | None:
    found = re.search(r"人工判定 (.*)）|declared in this week's report: (.*)\)", text)
    return reading.light(found[1] or found[2]) if found else None


# The light

_NAMES = {title.to(lang): key for key, title in DIMENSIONS.items() for lang in Lang}


def _computed(text: str) -> str | None:
    """Return the light of a line such as `总体灯：● 红` or `Overall 🔴 Red`."""
    return reading.first_word(Light, text)


def _dimensions(output: Any, lang: Lang) -> Mapping[Any, Any]:
    text = reading.overview(output)["dimensions"]
    names = "|".join(map(re.escape, sorted(_NAMES, key=len, reverse=True)))
    return {_NAMES[name]: reading.light(mark) for name, mark in re.findall(rf"({names}) (● \w+|[🔴🟡🟢])", text)}


def _by_dimension(output: Any, lang: Lang) -> Mapping[Any, Any]:
    return dict(output["overview"]["dimensions"])


def _weekly_dimensions(kind: str) -> Reader:
    def read(output: Any, lang: Lang) -> Mapping[Any, Any]:
        return {key: reading.light(each[kind]) for key, each in output["dimensions"].items()}

    return read


def _first_reason(output: Any, lang: Lang) -> Mapping[Any, Any]:
    """Read the first of the reasons that make a dimension as bad as it is."""
    found: dict[str, str] = {}
    for reason in output["overview"]["reasons"]:
        found.setdefault(reason["dimension"], reason["text"])
    return found


def _weekly_reason(output: Any, lang: Lang) -> Mapping[Any, Any]:
    return {_NAMES[row["dimension"]]: _first(row["text"]) for row in output["reasons"]}


def _first(text: str) -> str:
    """Return the first of several reasons."""
    return re.split("；|; ", text)[0]


def _red_dimensions(output: Any, lang: Lang) -> Mapping[Any, Any]:
    lights = _by_dimension(output, lang)
    return {"": frozenset(key for key, light in lights.items() if light != "green")}


def _with_reason(output: Any, lang: Lang) -> Mapping[Any, Any]:
    return {"": frozenset(_NAMES[row["dimension"]] for row in output["reasons"])}


def _reason_texts(output: Any, lang: Lang) -> Mapping[Any, Any]:
    """Read the first reasons in their order: a terminal shows no more than eight."""
    if isinstance(output, dict):
        return {"": [reason["text"] for reason in output["overview"]["reasons"]][:8]}
    reasons = [text.lstrip("●🔴🟡🟢 ") for text in reading.overview(output)["reasons"]]
    return {"": [text for text in reasons if not re.match(r"……|\.\.\.", text)][:8]}


# Departments


def _why(output: Any, lang: Lang) -> Mapping[Any, Any]:
    return {row["department"]: _first(row["reason"] or "") for row in reading.status_rows(output, "departments")}


def _why_weekly(output: Any, lang: Lang) -> Mapping[Any, Any]:
    """Read why a department is not green; what it asked for itself stands in another column of the report."""
    asked = Text("请求支持", "asked for help").to(lang)
    return {row["name"]: _first(row["why"]) for row in output["departments"] if row["why"] != asked}


def _whole(value: Any) -> float | None:
    """Return a share of 0 to 1 as per cent."""
    return None if value is None else float(value) * 100


def _owner_rows(name: str) -> Reader:
    def read(output: Any, lang: Lang) -> Mapping[Any, Any]:
        return {row["owner"]: reading.number(row[name]) for row in reading.status_rows(output, "owners")}

    return read


def facts() -> Iterator[Fact]:
    """Yield every fact about the project as a whole, and about its departments."""
    yield Fact(
        "name",
        in_all(FORMS, field("project.name"))
        | overview("name")
        | line("name", lambda text: text.removeprefix("## ").split("  ")[0]),
        spoken=True,
    )
    yield Fact(
        "code",
        in_all(FORMS, field("project.code"))
        | overview("code")
        | {"status table": line("name", lambda text: text.split("  ")[1] if "  " in text else None)["status table"]},
    )
    yield Fact(
        "stage",
        in_all(FORMS, field("project.stage", reading.word(Stage)))
        | overview("stage")
        | line("stage", lambda text: reading.first_word(Stage, text[3:])),
    )
    yield Fact(
        "as of",
        in_all(FORMS, field("document.as_of", reading.day))
        | {
            "daily": field("day.iso", reading.day),
            "weekly": field("week.as_of", reading.day),
            "tasks": field("today", reading.day),
        }
        | overview("today", reading.day)
        | line("stage", reading.day),
    )
    yield Fact(
        "manager",
        in_all(FORMS, field("project.manager")) | overview("manager") | line("lead", lambda text: _led_by(text)[0]),
        spoken=True,
    )
    yield Fact(
        "sponsor",
        in_all(FORMS, field("project.sponsor")) | overview("sponsor") | line("lead", lambda text: _led_by(text)[1]),
        spoken=True,
    )
    yield Fact(
        "planned start",
        in_all(FORMS, field("project.start", reading.day))
        | overview("start")
        | line("period", reading.day)
        | {"closeout": field("closing.planned", reading.day)},
    )
    yield Fact(
        "planned end",
        in_all(FORMS, field("project.end", reading.day))
        | overview("end")
        | line("period", lambda text: reading.days(text)[1])
        | {"closeout": field("performance", lambda rows: reading.day(rows[0]["planned"]))},
    )
    yield Fact(
        "planned period",
        in_all(FORMS, field("project.period", reading.days)) | {"closeout": field("closing.planned", reading.days)},
    )
    yield Fact(
        "working days",
        in_all(FORMS, field("project.duration", reading.number))
        | overview("working_days", float)
        | line("period", lambda text: _numbers(text)[0])
        | {"closeout": field("performance", lambda rows: reading.number(rows[1]["planned"]))},
    )
    yield Fact(
        "working days left or past the end",
        {"status json": _left_or_past} | line("period", lambda text: _numbers(text)[1]),
    )
    yield Fact(
        "progress",
        {"weekly": field("status.progress", reading.number), "tasks": field("total.progress", _whole)}
        | overview("progress", float)
        | line("progress", reading.number),
        within=0.6,
    )
    yield Fact(
        "light",
        {"weekly": field("status.light.computed", reading.light)} | overview("light") | line("light", _computed),
    )
    yield Fact(
        "declared light",
        {"weekly": field("status.light.declared", reading.light)} | overview("declared_light", lambda light: light),
    )
    yield Fact(
        "light of a dimension",
        {"weekly": _weekly_dimensions("computed"), "status json": _by_dimension} | dict.fromkeys(LINES, _dimensions),
    )
    yield Fact("dimensions that are not green", {"status json": _red_dimensions, "weekly": _with_reason})
    yield Fact("reason of a dimension", {"weekly": _weekly_reason, "status json": _first_reason}, spoken=True)
    yield Fact("reasons", dict.fromkeys(STATUS, _reason_texts), spoken=True)
    yield Fact(
        "light of a department",
        {"weekly": column("departments", "light", reading.light, key="name")}
        | status("departments", "light", reading.light, key="department"),
        spoken=True,
    )
    yield Fact("reason of a department", {"weekly": _why_weekly} | dict.fromkeys(STATUS, _why), spoken=True)
    yield Fact(
        "progress of a department",
        {"tasks": column("workload", "progress", _whole, key="department")}
        | status("departments", "progress", reading.number, key="department"),
        within=0.6,
        spoken=True,
    )
    yield Fact(
        "head of a department",
        {"tasks": column("workload", "head", key="department"), "charter": column("departments", "head", key="name")}
        | status("departments", "head", key="department"),
        spoken=True,
    )
    for name in ("tasks", "done", "doing", "overdue"):
        yield Fact(
            f"{name} of a department",
            {"tasks": column("workload", name, reading.number, key="department")}
            | status("departments", name, reading.number, key="department"),
            spoken=True,
        )
        yield Fact(f"{name} of an owner", dict.fromkeys((*STATUS, "status by owner"), _owner_rows(name)), spoken=True)
