"""Which findings come out, and in which order."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

import pytest

from collabkit.checking import check, chosen_rules
from collabkit.errors import UsageError
from collabkit.finding import Finding
from collabkit.model import Stage
from collabkit.rules import RULES
from collabkit.rules.example import TODAY
from collabkit.source.source import Source
from collabkit.source.validate import validate
from tests.sections import overlay, source

MIXED = """\
departments:
  Development: {}
  Marketing: {head: Zhao Mni}
scope:
  in: {S1: Crash fixes, S2: Training}
  out: {}
"""


def found(fragment: str, *, stage: Stage | None = None, select: Collection[str] = (), ignore: Collection[str] = ()):  # type: ignore[no-untyped-def]
    file = source(fragment)
    return check(validate(file), file, today=TODAY, stage=stage, select=select, ignore=ignore)


def names(findings: list[Finding]) -> list[str]:
    return [finding.rule.name for finding in findings]


def test_findings_come_in_the_order_of_the_file() -> None:
    findings = found(MIXED)
    places = [(finding.span.line, finding.span.column) for finding in findings]
    assert places == sorted(places)
    assert names(findings) == [
        "department-without-head", "unknown-person", "scope-item-without-deliverable", "scope-out-empty",
    ]  # fmt: skip


def test_findings_carry_the_name_of_the_file_and_the_place() -> None:
    finding = found(MIXED)[1]
    text = overlay(MIXED).splitlines()
    assert finding.file == "project.yaml"
    line = text[finding.span.line - 1]
    assert line[finding.span.column - 1 : finding.span.end_column - 1] == "Zhao Mni"


def test_the_stage_decides_how_far_the_rules_go() -> None:
    assert "scope-item-without-deliverable" not in names(found(MIXED, stage=Stage.INITIATING))
    assert "scope-item-without-deliverable" in names(found(MIXED, stage=Stage.PLANNING))


def test_the_projects_own_stage_counts_when_none_is_asked_for() -> None:
    project = """\
project:
  name: App 2.0
  stage: initiating
  sponsor: Chen Ming
  manager: Wang Fang
  start: 2026-03-02
  end: 2026-03-31
  background: Users leave the app after its first crash; the next release must be stable.
"""
    assert "scope-item-without-deliverable" not in names(found(project + MIXED))


@pytest.mark.parametrize("selector", ["CK305", "ck305", "scope-item-without-deliverable", " CK305 "])
def test_a_rule_is_selected_by_code_or_name(selector: str) -> None:
    assert names(found(MIXED, select=[selector])) == ["scope-item-without-deliverable"]


def test_a_family_is_selected_by_the_beginning_of_its_codes() -> None:
    assert names(found(MIXED, select=["CK3"])) == ["scope-item-without-deliverable", "scope-out-empty"]
    assert len(chosen_rules(["CK3"])) == 10
    assert chosen_rules(["CK"]) == chosen_rules() == RULES


def test_ignoring_goes_before_selecting() -> None:
    assert names(found(MIXED, select=["CK3"], ignore=["scope-out-empty"])) == ["scope-item-without-deliverable"]
    assert names(found(MIXED, ignore=["CK"])) == []


def test_faults_of_the_file_can_be_ignored_as_long_as_it_can_be_read() -> None:
    fragment = "milestones:\n  M1: {name: Release, date: 2026/3/31}\n"
    assert names(found(fragment)) == ["date-not-iso"]
    assert found(fragment, ignore=["date-not-iso"]) == []


@pytest.mark.parametrize("fragment", ["agreements: [open\n", "<html>\n", "project: {name: App}\n", "departments:\n"])
def test_what_keeps_a_file_from_being_read_is_told_whatever_is_selected(fragment: str) -> None:
    findings = found(fragment, select=["CK504"], ignore=["CK0"])
    assert findings and all(finding.rule.code.startswith("CK0") for finding in findings)


@pytest.mark.parametrize(
    ("selector", "hint"),
    [
        ("task-without-onwer", "did you mean task-without-owner?"),
        ("CK999", None),
        ("CK3055", "did you mean CK305?"),
        ("nonsense", "run 'collabkit rules' to see all rules"),
        ("", "run 'collabkit rules' to see all rules"),
    ],
)
def test_a_selector_that_means_no_rule_is_a_mistake_of_the_command(selector: str, hint: str | None) -> None:
    for arguments in ({"select": [selector]}, {"ignore": [selector]}):
        with pytest.raises(UsageError) as caught:
            found(MIXED, **arguments)
        assert f"'{selector}'" in caught.value.message.en
        assert caught.value.hint is not None
        assert hint is None or caught.value.hint.en == hint


def test_a_value_that_could_not_be_read_is_not_missing_as_well() -> None:
    risk = "risks:\n  R1: {title: The store rejects it, likelihood: 2, impact: 3, response: Ask, owner: [Zhao Min]}\n"
    assert names(found(risk)) == ["wrong-type"]


def test_an_entry_that_could_not_be_read_hides_nothing_of_its_neighbours() -> None:
    resolution = "decision: Borrow phones, actions: [7, {action: Collect the phones, due: 2026-03-23}]"
    issue = f"issues:\n  I1: {{title: Phones, grade: key, owner: Wang Fang, resolution: {{{resolution}}}}}\n"
    findings = found(issue, select=["CK0", "resolution-incomplete"])
    assert names(findings) == ["wrong-type", "resolution-incomplete"]
    assert findings[1].problem.path.steps == ("issues", "I1", "resolution", "actions", 1, "owner")


def test_nobody_is_missed_who_may_be_the_one_that_is_mistyped() -> None:
    subgoal = "subgoals:\n  SG2: {department: Marketting, owner: Zhao Min}\n"
    assert "department-without-subgoal" not in names(found(subgoal))
    lacking = "tasks:\n  T1: {start: 2026-3-, end: }\n"
    (dates,) = found(lacking, select=["task-dates-missing"])
    assert dates.problem.path.steps == ("tasks", "T1", "end") and dates.message.en.endswith("has no planned finish")


def test_a_mistyped_key_does_not_leave_the_key_meant_missing() -> None:
    assert names(found("departments:\n  Development: {haed: Li Lei}\n  Marketing: {head: Zhao Min}\n")) == [
        "unknown-field"
    ]


def test_a_mistyped_key_beside_the_right_one_hides_nothing_of_it() -> None:
    fragment = "departments:\n  Development: {haed: Li Lei, head: Li Lie}\n  Marketing: {head: Zhao Min}\n"
    assert names(found(fragment)) == ["unknown-field", "unknown-person"]


def test_paths_of_findings_count_list_items_as_in_the_file() -> None:
    fragment = "reservations:\n  - nothing\n  - {department: Marketting, text: The week is short}\n"
    fault, unfollowed, stray = found(fragment)
    assert fault.rule.name == "wrong-type"
    assert unfollowed.problem.path.steps == ("reservations", 1, "follow_up")
    assert stray.problem.path.steps == ("reservations", 1, "department")
    assert stray.span.line == fault.span.line + 1


def test_a_finding_without_help_of_its_own_has_the_help_of_its_rule() -> None:
    (finding,) = found("departments:\n  Development: {head: Li Lei}\n  Marketing: {}\n", select=["CK205"])
    assert finding.help.en == "add 'head: Zhao Min', or choose from Wang Fang"
    (finding,) = found(MIXED, select=["CK303"])
    assert finding.help is finding.rule.help


def test_the_same_file_gives_the_same_findings_whatever_the_hash_seed() -> None:
    program = (
        "from collabkit.checking import check\n"
        "from collabkit.rules.example import TODAY\n"
        "from collabkit.rules.overlay import source\n"
        "from collabkit.source.validate import validate\n"
        "import sys\n"
        "file = source(sys.argv[1])\n"
        "print([(f.rule.code, f.span, f.places, f.problem) for f in check(validate(file), file, today=TODAY)])\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program, MIXED.replace("Zhao Mni", "Zhao")],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1 and outputs != {b""}


def test_a_clean_file_on_disk_gives_nothing(tmp_path: Path) -> None:
    path = tmp_path / "project.yaml"
    path.write_text(overlay(""), encoding="utf-8")
    file = Source.read(path)
    assert check(validate(file), file, today=TODAY) == []
