"""Marks that turn a line around or hide in it, and calls to everybody, end before any output."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from collabkit.lang import Lang
from collabkit.source.source import Source
from tests.faults.test_single_faults import TODAY, sound
from tests.rules.found import found_in

HIDDEN = "\u202e\u2066\u200b\u2060\u200f@all "
MARKS = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069]|@all")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file whose project, tasks, risks and notes hold hidden marks."""
    text = sound(Lang.EN)
    for name in ("name: Warehouse move", "headline: ", "title: ", "action: ", "deliverable: "):
        assert name in text
        text = text.replace(name, name.split(": ")[0] + f": {HIDDEN}" + name.split(": ")[1])
    path = tmp_path / "project.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def run(*arguments: str) -> str:
    done = subprocess.run(  # the program under test
        [sys.executable, "-m", "collabkit", *arguments, "--today", str(TODAY)],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert "Traceback" not in done.stderr
    return done.stdout


def test_status_and_findings_show_no_hidden_mark(file: Path) -> None:
    for shown in (
        run("status", str(file), "--format", "markdown"),
        run("status", str(file)),
        run("check", str(file)),
        run("check", str(file), "--format", "concise"),
    ):
        assert not MARKS.search(shown.replace("@all", "")), shown
    assert "@all" not in run("status", str(file), "--format", "markdown")


def test_no_form_holds_a_hidden_mark_or_a_call_to_everybody(file: Path, tmp_path: Path) -> None:
    run("render", str(file), "--out", str(tmp_path / "out"))
    written = sorted(path for path in (tmp_path / "out").rglob("*") if path.is_file())
    assert {path.suffix for path in written} >= {".docx", ".xlsx", ".txt"}
    for path in written:
        if path.suffix == ".txt":
            assert not MARKS.search(path.read_text(encoding="utf-8")), path
            continue
        with zipfile.ZipFile(path) as package:
            for part in package.namelist():
                if part.endswith(".xml") and "theme" not in part:
                    assert not MARKS.search(package.read(part).decode("utf-8").replace("@all", "")), (path, part)


def test_a_message_writes_hidden_marks_out() -> None:
    text = sound(Lang.EN).replace("    owner: Tom Becker\n    start", "    owner: \u202eNobody\n    start")
    (finding,) = found_in(Source.from_text(text), today=TODAY)
    assert "\u202e" not in finding.message.en + finding.message.zh + finding.help.en
    assert "\\u202e" in finding.message.en
