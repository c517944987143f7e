"""A new project promises nothing on behalf of people: what nobody has said yet stands open in every form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from collabkit import api
from collabkit.lang import Lang
from collabkit.model.prompts import PROMPTS
from collabkit.scaffold import SCENARIOS, Answers, draft
from tests.dump import dump_docx, dump_xlsx

START = date(2026, 3, 2)
PROMISED = {
    Lang.ZH: {"已承诺", "部分承诺", "已确认", "已批准", "已签字", "已完成", "进行中", "同意结项"},
    Lang.EN: {"Committed", "Partly committed", "Confirmed", "Approved", "Signed", "Done", "In progress"},
}
ANSWERED = ("→ 采纳", "→ 调整", "→ Accepted", "→ Adjusted")
every = pytest.mark.parametrize(("scenario", "lang"), [(name, lang) for name in SCENARIOS for lang in Lang])


def new(scenario: str, lang: Lang, today: date = START) -> api.Loaded:
    return api.loads(draft(Answers(scenario, start=START), lang, today=today, schema="./s.json"))


@cache
def forms(scenario: str, lang: Lang, folder: Path) -> dict[str, str]:
    """Return what a reader of every form of a new project sees."""
    return {
        each.form: _text(each.path)
        for each in api.render(new(scenario, lang), today=START, out=folder / f"{scenario}-{lang}", lang=lang)
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fresh")


@every
def test_the_file_says_nothing_that_people_have_not_said(scenario: str, lang: Lang) -> None:
    project = new(scenario, lang).project
    assert project is not None
    assert not any(need.reply or need.note for each in project.departments.values() for need in each.needs)
    assert not any(resource.status for resource in project.resources)
    assert project.handovers and not any(handover.confirmed for handover in project.handovers)
    for field in ("actual", "actual_start", "actual_end", "confirmed", "decided", "closed", "progress", "reviewed"):
        assert not any(_values(project.model_dump(), field)), field
    for section in ("issues", "decisions", "changes", "weeks", "lessons", "acceptances", "handover_items", "closeout"):
        assert not getattr(project, section), section
    assert not any(signed for _, signed in project.signoffs)
    assert project.about.stage == "initiating" and project.document.version == "0.1"


@every
def test_no_box_is_ticked_in_the_forms(scenario: str, lang: Lang, folder: Path) -> None:
    for form, text in forms(scenario, lang, folder).items():
        # What is in scope is marked, which nobody has to agree to one by one.
        rest = "\n".join(line for line in text.splitlines() if not re.match(r"  whole \| ☑ .* \| ☒ ", line))
        assert "☑" not in rest and "☒" not in rest, form


@every
def test_no_form_says_that_somebody_has_promised_or_agreed(scenario: str, lang: Lang, folder: Path) -> None:
    for form, text in forms(scenario, lang, folder).items():
        said = [line for line in text.splitlines() if re.match(r"  (whole|A\d+: [TRGSM]+\d+ \|)", line)]
        cells = {re.sub(r"^[A-Z]+\d+: ", "", cell.strip()) for line in said for cell in line.split(" | ")}
        assert not cells & PROMISED[lang], form
        assert not any(answer in text for answer in ANSWERED), form


@every
@pytest.mark.parametrize("today", [START, date(2026, 2, 10), date(2026, 6, 15), date(2027, 2, 1)])
def test_no_meeting_is_said_to_have_been_held_whenever_the_project_is_written(
    scenario: str, lang: Lang, today: date
) -> None:
    project = new(scenario, lang, today).project
    assert project is not None
    assert {meeting.kind for meeting in project.meetings} == {"kickoff", "alignment"}
    days = [meeting.date for meeting in project.meetings]
    on_time = new(scenario, lang).project
    assert on_time is not None
    planned = [meeting.date for meeting in on_time.meetings]
    # A day that has passed is left out; none is moved.
    assert days == [day if day and day >= today else None for day in planned]


@every
@pytest.mark.parametrize("today", [date(2026, 3, 16), date(2027, 2, 1)])
def test_every_day_follows_from_the_start_whenever_the_project_is_written(
    scenario: str, lang: Lang, today: date
) -> None:
    answers = Answers(scenario, start=START)
    first, later = (draft(answers, lang, today=day, schema="./s.json") for day in (START, today))
    # The document is of the day of writing.
    days = set(map(date.fromisoformat, re.findall(r"20\d\d-\d\d-\d\d", later))) - {today}
    assert days <= set(map(date.fromisoformat, re.findall(r"20\d\d-\d\d-\d\d", first)))


@every
def test_what_only_people_can_say_is_asked_for_and_never_printed_as_an_instruction(
    scenario: str, lang: Lang, folder: Path
) -> None:
    for form, text in forms(scenario, lang, folder).items():
        assert not any(half.rstrip("。.") in text for each in PROMPTS.values() for half in (each.zh, each.en)), form


@every
def test_the_report_of_a_week_that_nobody_has_reported_on_is_a_draft_and_asks_for_what_was_done(
    scenario: str, lang: Lang, folder: Path
) -> None:
    made = forms(scenario, lang, folder)["weekly"]
    assert ("V0.1 · 草稿" if lang is Lang.ZH else "V0.1 · Draft") in made
    # Each department's help and what it did; issues and actions.
    assert made.count("待填写" if lang is Lang.ZH else "to be filled in") >= 6


@every
def test_what_is_still_open_is_seen_in_the_forms(scenario: str, lang: Lang, folder: Path) -> None:
    written = forms(scenario, lang, folder)
    assert written["charter"].count("待填写" if lang is Lang.ZH else "to be filled in") >= 3
    assert "☐" in written["goals"]


def _values(data: Any, field: str) -> Iterator[Any]:
    """Yield every value of a field, at any depth."""
    if isinstance(data, dict):
        yield from (value for key, value in data.items() if key == field)
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list | tuple) else ()
    for each in inner:
        yield from _values(each, field)


def _text(path: Path) -> str:
    data = path.read_bytes()
    reader = {".docx": dump_docx, ".xlsx": dump_xlsx}.get(path.suffix)
    return reader(data) if reader else data.decode()
