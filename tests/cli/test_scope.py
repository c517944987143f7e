"""What a form is about: a new form brings its choice to the command line and to Python by being registered."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from collabkit import api
from collabkit.api import About
from collabkit.errors import UsageError
from collabkit.forms import registry
from collabkit.forms.form import Choice, Form, Item
from collabkit.forms.formatter import Formatter
from collabkit.forms.registry import SCOPES
from collabkit.forms.scope import NAMINGS, Scope
from collabkit.lang import Lang, Text
from collabkit.plan import Plan
from collabkit.rules.example import PROJECT
from tests.cli.conftest import Call

TODAY = "2026-03-20"
MEETINGS = "meetings:\n  - {id: A, kind: weekly, date: 2026-03-06}\n  - {id: B, kind: weekly, date: 2026-03-13}\n"


@dataclass(frozen=True)
class Note:
    """What a test's own form shows."""

    about: str
    manager: str


def _items(of: Plan, choice: Choice) -> Iterable[Item]:
    names = [meeting.id for meeting in of.project.meetings if meeting.id]
    if choice.name is not None and choice.name not in names:
        raise UsageError(Text(f"没有会议 {choice.name}", f"there is no meeting {choice.name}"))
    return [Item(name) for name in names if choice.name in (None, name)]


def _build(of: Plan, lang: Lang, item: Item) -> Note:
    return Note(item.name, Formatter(of, lang).person(of.project.about.manager) or "")


@pytest.fixture
def templates(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Register a form about one meeting and return the folder of its template."""
    note = Form(
        key="note",
        number="F99",
        title=Text("会议便条", "Meeting Note"),
        purpose=Text("便条", "A note"),
        suffix="txt",
        view=Note,
        build=_build,
        items=_items,
        has_data=lambda of: bool(of.project.meetings),
    )
    monkeypatch.setitem(SCOPES, "note", Scope.MEETING)
    monkeypatch.setitem(sys.modules, "collabkit.forms.note", SimpleNamespace(FORM=note))  # type: ignore[arg-type]  # all that is read of it
    registry.form.cache_clear()
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "note.txt").write_text("{{ about }} {{ manager }}\n", "utf-8")
    return folder


@pytest.fixture
def project(clean: Path, templates: Path) -> Path:
    """Return a project with two meetings."""
    clean.write_text(
        PROJECT.replace("meetings:\n", MEETINGS),
        "utf-8",
    )
    return clean


def _written(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.glob("99-*")}


def test_a_form_about_a_meeting_is_written_for_each_of_them(collabkit: Call, project: Path) -> None:
    assert collabkit("render", "--templates", "own").code == 0
    assert _written(project.parent / "out") == {
        "99-meeting-note-App-2.0-A-V0.1.txt": "A Wang Fang\n",
        "99-meeting-note-App-2.0-B-V0.1.txt": "B Wang Fang\n",
    }


def test_one_meeting_is_asked_for_on_the_command_line_as_soon_as_a_form_is_about_it(
    collabkit: Call, project: Path
) -> None:
    assert collabkit("render", "--templates", "own", "--form", "note", "--meeting", "B").code == 0
    assert list(_written(project.parent / "out").values()) == ["B Wang Fang\n"]
    wrong = collabkit("render", "--templates", "own", "--form", "note", "--meeting", "C")
    assert wrong.err == "error: there is no meeting C\n"


def test_and_in_python(project: Path, templates: Path, tmp_path: Path) -> None:
    (written,) = api.render(project, today=TODAY, out=tmp_path, forms="note", meeting="A", templates=templates)
    assert (written.form, written.path.read_text("utf-8")) == ("note", "A Wang Fang\n")


def test_who_names_one_without_a_form_gets_its_form(collabkit: Call, project: Path) -> None:
    assert collabkit("render", "--templates", "own", "--meeting", "A").code == 0
    assert list(_written(project.parent / "out").values()) == ["A Wang Fang\n"]


def test_what_no_form_is_about_is_told_and_what_can_be_chosen(collabkit: Call, clean: Path) -> None:
    told = collabkit("render", "--meeting", "A")
    assert (told.code, told.out) == (2, "")
    assert told.err == ("error: no form is about a single meeting\n  = help: one can be chosen of each: week, issue\n")
    assert collabkit("render", "--meeting", "A", "--language", "zh-CN").err == (
        "错误：没有按会议填写的表单\n  = 帮助：可以指定：周、问题\n"
    )


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (["--form", "charter", "--issue", "I1"], "no issue can be chosen for charter: 'I1'"),
        (
            ["--form", "charter", "--form", "tasks", "--issue", "I1"],
            "no issue can be chosen for charter, tasks: 'I1'",
        ),
        (["--form", "daily", "--week", "2026-W12"], "no week can be chosen for daily: '2026-W12'"),
    ],
)
def test_a_choice_that_none_of_the_named_forms_has_is_one_sentence(
    collabkit: Call, clean: Path, argv: list[str], says: str
) -> None:
    told = collabkit("render", *argv)
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith(f"error: {says}\n  = help: leave it out, or add the form ")


def test_a_choice_that_one_of_the_named_forms_has_is_no_business_of_the_others(collabkit: Call, clean: Path) -> None:
    assert collabkit("render", "--form", "charter", "--form", "weekly", "--week", "2026-W12").code == 0


def test_a_word_that_is_no_choice_is_refused_in_python_as_python_does(clean: Path, tmp_path: Path) -> None:
    for name in ("wek", "day"):
        with pytest.raises(TypeError, match=f"render\\(\\) got an unexpected keyword argument '{name}'"):
            api.render(clean, today=TODAY, out=tmp_path, **{name: "x"})  # type: ignore[arg-type]  # that is the test


def test_what_can_be_asked_for_is_the_same_on_the_command_line_and_in_python() -> None:
    assert list(About.__annotations__) == list(NAMINGS)
    assert set(Scope) - set(NAMINGS) == {Scope.PROJECT, Scope.DAY}
