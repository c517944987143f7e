"""Findings for people: caret where it belongs, lines within the width, long cycles cut, nothing harmful printed."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wcwidth import wcswidth

from collabkit import api
from collabkit.lang import Lang
from collabkit.reporters import concise, text
from collabkit.reporters import json as json_reporter
from collabkit.reporters.report import Checked
from collabkit.rules.example import PROJECT, TODAY
from collabkit.terminal.harmless import harmless
from collabkit.terminal.output_style import OutputStyle
from tests.sections import overlay

ZH_PEOPLE = "people:\n  李雷: {department: Development}\n  王芳: {department: Nowhere}\n"


def checked(source: str, name: str = "project.yaml") -> Checked:
    return api.checked(api.loads(source, name), today=TODAY)


def printed(file: Checked, look: OutputStyle) -> list[str]:
    return harmless("\n".join(text.report([file], look))).split("\n")


def cycle(size: int) -> Checked:
    """Return a file whose tasks wait for each other in one circle."""
    tasks = "".join(f"  T{number}: {{name: 任务{number}, after: [T{(number + 1) % size}]}}\n" for number in range(size))
    file = checked(overlay("tasks:\n" + tasks))
    found = tuple(finding for finding in file.findings if finding.rule.name == "dependency-cycle")
    return Checked(file.source, found)


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("lang", list(Lang))
def test_the_caret_stands_under_the_token_in_cells(lang: Lang, columns: int) -> None:
    file = checked(overlay("people:\n  张三丰: {department: 研发部门, title: 项目经理}\n"))
    finding = next(
        finding for finding in file.findings if finding.problem.path.steps == ("people", "张三丰", "department")
    )
    lines = list(text.block(finding, file.source, OutputStyle(lang, columns)))
    shown = next(line for line in lines if "研发部门" in line and "|" in line)
    caret = lines[lines.index(shown) + 1]
    assert wcswidth(shown[: shown.index("研发部门")]) == caret.index("^")
    assert caret.count("^") == wcswidth("研发部门")


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("lang", list(Lang))
def test_no_line_is_wider_than_the_terminal(lang: Lang, columns: int) -> None:
    long = "很长的说明，" * 30 + "and words of another language " * 10
    source = PROJECT.replace("name: App 2.0", f"name: {long}\n  nmae: {long}").replace("Li Lei", "Li Lai", 2)
    lines = printed(checked(source), OutputStyle(lang, columns))
    assert max(map(wcswidth, lines)) <= columns


@pytest.mark.parametrize("lang", list(Lang))
def test_a_cycle_shows_every_edge_with_its_line(lang: Lang) -> None:
    file = cycle(4)
    lines = printed(file, OutputStyle(lang, 100))
    for number in range(4):
        at = next(index for index, line in enumerate(lines) if re.search(rf"\| +T{number}: ", line))
        assert re.search(r"[\^-]+ \d\. ", lines[at + 1])


def test_a_long_cycle_is_abbreviated_in_text_and_complete_in_json() -> None:
    file = cycle(500)
    lines = printed(file, OutputStyle(Lang.EN, 100))
    assert sum(bool(re.search(r"\| +T\d+: ", line)) for line in lines) == 6
    assert any("494 more" in line for line in lines)
    (finding,) = json_reporter.as_data([file], Lang.EN)["findings"]
    assert len(finding["related"]) == 499


def test_places_in_one_line_repeat_no_source_line() -> None:
    file = checked(overlay("tasks:\n  T1: {name: One, name: Two, department: Development, owner: Li Lei}\n"))
    finding = next(finding for finding in file.findings if finding.rule.name == "duplicate-key")
    lines = list(text.block(finding, file.source, OutputStyle(Lang.EN, 100)))
    assert sum("name: One" in line for line in lines) == 1
    assert sum(bool(re.search(r"\| +[\^-]", line)) for line in lines) == 2


def test_a_file_without_text_has_no_excerpt() -> None:
    file = checked("\x89PNG\r\n\x1a\n\0\0")
    (finding,) = file.findings
    assert not any("|" in line for line in text.block(finding, file.source, OutputStyle()))


def test_the_summary_counts_in_words() -> None:
    assert printed(checked(PROJECT), OutputStyle(Lang.ZH))[-1] == "project.yaml：没有问题"
    two = checked(PROJECT.replace("Li Lei", "Li Lai"))
    assert printed(two, OutputStyle(Lang.EN))[-1].startswith("project.yaml: ")


PARTS = (
    *"ab:#[]",
    "::",
    "##[",
    "##vso[",
    "\ufeff",
    "\x1b",
    "\x07",
    "\x9b",
    "\u202e",
    "\u2028",
    "\u200b",
    "\t",
    "\n",
    "\r",
)
HOSTILE = st.lists(st.sampled_from(PARTS), max_size=20).map("".join)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(HOSTILE, HOSTILE, st.sampled_from(list(Lang)), st.booleans())
def test_nothing_in_a_file_or_its_name_gets_through_as_a_command(
    value: str, name: str, lang: Lang, colour: bool
) -> None:
    source = f"collabkit: 1\n{value}\nproject: {{{value}: 1}}\npeople:\n  {value}: {{department: '{value}'}}\n"
    file = checked(source, name)
    look = OutputStyle(lang, 80, colour)
    for report in (text.report, concise.report, json_reporter.report):
        for line in harmless("\n".join(report([file], look))).split("\n"):
            plain = re.sub(r"\x1b\[[\d;]*m", "", line) if colour else line
            assert not plain.lstrip(" \t\u200b\ufeff").startswith("::")
            assert not re.search(r"##(vso)?\[", plain)
            assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", plain), repr(plain)


def test_a_report_is_the_same_every_time() -> None:
    source = overlay(ZH_PEOPLE)
    assert printed(checked(source), OutputStyle()) == printed(checked(source), OutputStyle())


def test_findings_come_in_the_order_of_the_file() -> None:
    lines = [finding.span.line for finding in checked(overlay(ZH_PEOPLE)).findings]
    assert lines == sorted(lines)


def test_today_is_never_read_from_the_clock() -> None:
    assert api.check(api.loads(PROJECT), today=date(2026, 3, 20)) == []
