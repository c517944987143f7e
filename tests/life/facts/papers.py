"""Documents: which version of which day, in force or not, and who has signed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from collabkit.forms.registry import forms
from collabkit.lang import Lang
from collabkit.model.words import DocumentStatus, Opinion, Stage
from collabkit.plan import signing
from collabkit.plan.control import NOT_AGREED, WAITING
from tests.life import reading
from tests.life.facts.common import STATUS
from tests.life.facts.fact import Fact, Reader

VERSIONED = ("charter", "tasks", "goals", "resolution.I1", "closeout")
SIGNED = ("charter", "goals", "resolution.I1", "closeout")
_OPEN = {word: "to sign" for text in (WAITING, NOT_AGREED) for word in (text.zh, text.en)}
_VERSION = re.compile(r"V\d[\d.]*$")


# Versions and days


def _versions(output: Any, lang: Lang) -> Mapping[Any, Any]:
    """Read the versions at the end of the names of files."""
    found = {form: _VERSION.search(name) for form, name in output.items()}
    return {form: version[0] for form, version in found.items() if version}


def _of(form: str, read: Any) -> Reader:
    """Read something of one form, under its key."""
    return lambda output, lang: {form: read(output)}


def _number(output: Any) -> str | None:
    found = _VERSION.search(output["document"]["number"])
    return found[0] if found else None


def _newest(output: Any) -> str | None:
    """Return the newest version of the history; that of the document itself where there is no history."""
    history = output["document"]["history"]
    return history[0]["version"] if history else output["document"]["version"]


def _filed_by(form: str, convert: Any = reading.text) -> Any:
    return lambda output: convert(output["document"][form])


# Signatures


def _rows(output: Any) -> list[Any]:
    return [*output["signatures"], *([output["approval"]] if "approval" in output else [])]


def _unsigned(form: str) -> Reader:
    """Read whose line on a form has no signature, from the stage on in which it is to be signed."""

    def read(output: Any, lang: Lang) -> Mapping[Any, Any]:
        if _is_early(form, output):
            return {}
        names = (reading.text(row["name"]) for row in _rows(output) if not row["signature"])
        return {form: frozenset(name for name in names if name)}

    return read


def _is_early(form: str, output: Any) -> bool:
    stage = reading.word(Stage)(output["project"]["stage"])
    return (form == "closeout" and stage != "closing") or (form in ("goals", "tasks") and stage == "initiating")


def _unsigned_tasks(output: Any, lang: Lang) -> Mapping[Any, Any]:
    if _is_early("tasks", output):
        return {}
    heads = {row["department"]: row["head"] for row in output["workload"]}
    places = [place for row in output["confirmation"] for place in (row["left"], row["right"]) if "____" in place]
    signers = {re.split("：|: ", place)[0] for place in places}
    return {"tasks": frozenset(head for home, head in heads.items() if f"{home} {head}" in signers)}


def _missing(output: Any, lang: Lang) -> Mapping[Any, Any]:
    """Read the signatures that `status` misses, for each form; under a name that no form has, they are lost."""
    titles = {form.title.to(lang): form.key for form in forms()}
    found: dict[str, set[str]] = {form: set() for form in (*SIGNED, "tasks")}
    for row in reading.status_rows(output, "unsigned"):
        title, _, issue = row["form"].rpartition(" ") if row["form"].endswith(" I1") else (row["form"], "", "")
        found.setdefault(".".join(filter(None, (titles.get(title, title), issue))), set()).add(row["person"])
    return {form: frozenset(names) for form, names in found.items()}


def _found_missing(output: Any, lang: Lang) -> Mapping[Any, Any]:
    """Read whose signatures `check` misses on the initiation sheet."""
    found = [finding["message"] for finding in output if finding["rule"] == "kickoff-signoff-incomplete"]
    return {"charter": frozenset(re.split("、|, ", re.split("：|: ", found[0])[-1]))} if found else {}


def _signed(form: str) -> Reader:
    """Read who signed a form on which day with which opinion."""

    def read(output: Any, lang: Lang) -> Mapping[Any, Any]:
        opinion = reading.word(Opinion)
        return {
            (form, row["name"]): (
                reading.day(row["date"]),
                opinion(reading.ticked(row["opinion"])),
                reading.text(row["note"]),
            )
            for row in _rows(output)
            if row["signature"]
        }

    return read


def _signed_tasks(output: Any, lang: Lang) -> Mapping[Any, Any]:
    heads = {f"{row['department']} {row['head']}": row["head"] for row in output["workload"]}
    found = {}
    for row in output["confirmation"]:
        for place in (row["left"], row["right"]):
            parts = re.fullmatch(r"(.*?)(?:：|: )(.*?)(?:，|, )(\d{4}-\d\d-\d\d)", place)
            if parts:
                found[("tasks", heads[parts[1]])] = (parts[3], reading.word(Opinion)(parts[2]), None)
    return found


def _in_file(output: Any, lang: Lang) -> Mapping[Any, Any]:
    """Read the signatures that the file has, the last one of everybody on each form."""
    found = {}
    for form, signatures in output.get("signoffs", {}).items():
        for each in signatures:
            key = ".".join(filter(None, (form, each.get("issue"))))
            found[(key, each["person"])] = (str(each["date"]), each["opinion"], each.get("note"))
    return found


def _status(output: Any) -> str | None:
    status = output["document"]["status"]
    return _OPEN.get(status) or reading.word(DocumentStatus)(status)


def _by_signatures(output: Any) -> str:
    """Return whether a form must be in force by its version and its signatures."""
    rows = _rows(output)
    agreed = all(
        row["signature"] and reading.word(Opinion)(reading.ticked(row["opinion"])) != "disagree"
        for row in rows
        if reading.text(row["name"]) or not row["role"].startswith("PMO")
    )
    if output["document"]["version"].startswith("V0"):
        return "draft"
    return "in-force" if agreed else "to sign"


def facts() -> Iterator[Fact]:
    """Yield every fact about documents."""
    versions = {form: _of(form, _filed_by("version")) for form in VERSIONED}
    numbers = {f"{form} / number": _of(form, _number) for form in VERSIONED}
    newest = {f"{form} / history": _of(form, _newest) for form in VERSIONED}
    yield Fact("version of a form", versions | numbers | newest | {"file names": _versions})
    yield Fact(
        "date of a form",
        {form: _of(form, _filed_by("date", reading.day)) for form in ("resolution.I1", "closeout", "weekly", "daily")}
        | {
            "resolution.I1 / decision": _of("resolution.I1", lambda output: reading.day(output["decision"]["on"])),
            "closeout / closing": _of("closeout", lambda output: reading.day(output["closing"]["date"])),
            "weekly / week": _of("weekly", lambda output: reading.day(output["week"]["as_of"])),
            "daily / day": _of("daily", lambda output: reading.day(output["day"]["iso"])),
        },
    )
    yield Fact(
        "status of a form",
        {form: _of(form, _status) for form in SIGNED}
        | {f"{form} / signatures": _of(form, _by_signatures) for form in SIGNED},
    )
    unsigned = {form: _unsigned(form) for form in SIGNED} | {"check": _found_missing}
    if "tasks" in signing.FORMS:
        unsigned["tasks"] = _unsigned_tasks
    yield Fact("who has not signed", unsigned | dict.fromkeys(STATUS, _missing), spoken=True)
    signed = {form: _signed(form) for form in SIGNED} | {"tasks": _signed_tasks, "file": _in_file}
    yield Fact("who signed when", signed, spoken=True)
