"""Findings for programs: the members of format 1.0."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from collabkit import api
from collabkit.lang import Lang
from collabkit.reporters import report
from collabkit.reporters.document import dumped
from collabkit.reporters.json import as_data
from collabkit.reporters.registry import NAMES, reporter
from collabkit.rules.example import PROJECT, TODAY
from collabkit.terminal.output_style import OutputStyle

MEMBERS = ["code", "rule", "severity", "file", "line", "column", "end_line", "end_column", "path", "message", "help"]
MEMBERS.append("fingerprint")
RELATED = ["file", "line", "column", "end_line", "end_column", "path", "message"]


@pytest.mark.parametrize("lang", list(Lang))
def test_every_finding_has_exactly_the_members_of_the_format(lang: Lang) -> None:
    file = api.checked(api.loads(PROJECT.replace("owner: Li Lei", "owner: Li Lai")), today=TODAY)
    data = as_data([file], lang)
    assert list(data) == ["files", "findings", "summary"]
    assert data["findings"]
    for finding in data["findings"]:
        assert list(finding) == [*MEMBERS, "related"]
        assert all(list(place) == RELATED for place in finding["related"])
    assert sum(data["summary"].values()) == len(data["findings"])


def test_a_clean_file_gives_an_empty_list() -> None:
    data = as_data([api.checked(api.loads(PROJECT), today=TODAY)], Lang.EN)
    counts = {"errors": 0, "warnings": 0, "infos": 0}
    assert data == {"files": [{"file": "project.yaml", **counts}], "findings": [], "summary": counts}


@pytest.mark.parametrize("unicode", [True, False])
def test_the_text_reads_back_whatever_it_holds(unicode: bool) -> None:
    data = {"x": "研发部 \x1b \x9b \u202e \u2028 ##[error] ::x 😀"}
    text = dumped(data, OutputStyle(unicode=unicode))
    assert json.loads(text) == data
    assert "\x9b" not in text
    assert "##[" not in text
    assert unicode or text.isascii()


def test_every_reporter_of_the_folder_is_registered_under_its_name() -> None:
    folder = Path(report.__file__).parent
    defining = {path.stem for path in folder.glob("*.py") if "= Reporter(" in path.read_text(encoding="utf-8")}
    assert defining == set(NAMES)
    assert [reporter(name).name for name in NAMES] == list(NAMES)
    assert {reporter(name).title.zh == reporter(name).title.en for name in NAMES} == {False}
