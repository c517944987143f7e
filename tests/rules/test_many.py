"""Many like findings are one: a plan that nobody has filled in yet lacks a field once."""

from __future__ import annotations

import json
from datetime import date

import pytest

from collabkit.finding import Finding
from collabkit.lang import Lang
from collabkit.model import Stage
from collabkit.reporters.concise import report as concise
from collabkit.reporters.json import as_data
from collabkit.reporters.report import Checked
from collabkit.rules.many import FEW
from collabkit.scaffold import SCENARIOS, Answers, draft
from collabkit.source.source import Source
from collabkit.terminal.output_style import OutputStyle
from tests.rules.found import found, found_in, names
from tests.sections import source


def tasks(number: int, lacking: int, field: str = "owner") -> str:
    """Return a section of `number` tasks, the first `lacking` of them without `field`."""
    fields = {
        "owner": "Han Mei", "department": "Development", "start": "2026-03-23", "end": "2026-03-27",
        "deliverable": "Report", "standard": "120 tests",
    }  # fmt: skip
    lines = ["handovers: []", "tasks:"]
    for index in range(1, number + 1):
        given = {key: value for key, value in fields.items() if index > lacking or key != field}
        body = ", ".join(
            f"{key}: {value}" for key, value in ({"name": f"Work {index}", "covers": "[S1]"} | given).items()
        )
        lines.append(f"  T{index:02}: {{{body}}}")
    return "\n".join([*lines, ""])


def of(rule: str, fragment: str) -> list[Finding]:
    return [finding for finding in found(fragment) if finding.rule.name == rule]


@pytest.mark.parametrize(
    ("number", "lacking", "findings"),
    [(3, 3, 3), (4, 4, 1), (8, 4, 4), (7, 4, 1), (20, 3, 3), (20, 11, 1)],
)
def test_more_than_three_and_more_than_half_of_a_section_are_one_finding(
    number: int, lacking: int, findings: int
) -> None:
    assert len(of("task-without-owner", tasks(number, lacking))) == findings


@pytest.mark.parametrize(
    ("rule", "field", "english"),
    [
        ("task-without-owner", "owner", "12 tasks have no owner: T01, T02, T03"),
        ("task-without-department", "department", "12 tasks have no department: T01"),
        ("task-dates-missing", "start", "12 tasks have no start or no finish: T01"),
        ("deliverable-missing", "deliverable", "12 tasks have no deliverable: T01"),
        ("acceptance-missing", "standard", "the deliverables of 12 tasks have no standard: T01"),
    ],
)
def test_a_field_that_is_missing_everywhere_is_told_once(rule: str, field: str, english: str) -> None:
    (finding,) = of(rule, tasks(12, 12, field))
    assert finding.problem.message.en.startswith(english)
    assert len(finding.places) == 11
    assert finding.help is finding.rule.help


def test_the_names_that_find_no_room_are_counted() -> None:
    (finding,) = of("task-without-owner", tasks(40, 40))
    for text in (finding.problem.message.zh, finding.problem.message.en):
        assert len(text) <= 100
    assert finding.problem.message.en.endswith(" more")
    assert finding.problem.message.zh.endswith("等")


def test_sections_are_told_apart() -> None:
    common = "statement: Fewer crashes, baseline: 8, target: 2, due: 2026-03-24"
    goals = "".join(f"  G{n}: {{{common}, metric: crashes}}\n" for n in range(4))
    subgoals = "".join(f"  S{n}: {{{common}, department: Development, goal: G{n % 4}}}\n" for n in range(5))
    fragment = f"goals:\n{goals}subgoals:\n{subgoals}"
    assert [finding.problem.message.en for finding in of("goal-without-owner", fragment)] == [
        "4 goals have neither a department nor an owner: G0, G1, G2, G3"
    ]
    assert [finding.problem.message.en for finding in of("goal-without-metric", fragment)] == [
        "5 sub-goals have no metric: S0, S1, S2, S3, S4"
    ]


def test_scope_items_are_a_section_of_their_own() -> None:
    items = "{S1: Crash fixes, S2: Training, S3: Help pages, S4: Prices, S5: Posters}"
    (finding,) = of("scope-item-without-deliverable", f"scope:\n  in: {items}\n  out: {{X1: Overseas}}\n")
    assert finding.problem.message.en == "4 scope items are covered by no task: S2, S3, S4, S5"


def test_what_lacks_different_things_stays_apart() -> None:
    risks = "risks:\n" + "".join(f"  R{n}: {{title: Risk {n}, impact: 3, likelihood: 2}}\n" for n in range(5))
    assert names(found(risks)) == ["risk-without-owner", "risk-without-response"]


def test_a_machine_is_told_every_place_with_its_own_sentence() -> None:
    fragment = tasks(12, 12)
    checked = Checked(source(fragment), tuple(of("task-without-owner", fragment)))
    (data,) = json.loads(json.dumps(as_data([checked], Lang.EN)))["findings"]
    places = [(data["path"], data["line"]), *((place["path"], place["line"]) for place in data["related"])]
    assert [path for path, _ in places] == [f"tasks.T{n:02}.owner" for n in range(1, 13)]
    assert len({line for _, line in places}) == 12
    assert data["related"][0]["message"] == "task T02 (Work 2) has no owner"


def test_a_line_for_each_place_is_told_to_editors() -> None:
    fragment = tasks(12, 12)
    checked = Checked(source(fragment), tuple(of("task-without-owner", fragment)))
    first, *others = concise([checked], OutputStyle(Lang.EN))
    assert ": error CK201 12 tasks have no owner: T01, T02" in first
    assert len(others) == 11
    assert all(f": note CK201 task T{n:02} " in line for n, line in enumerate(others, 2))


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("lang", Lang)
def test_a_new_project_is_not_drowned_in_hand_overs_that_nobody_has_confirmed_yet(scenario: str, lang: Lang) -> None:
    start = date(2026, 3, 2)
    file = Source.from_text(draft(Answers(scenario, start=start), lang, today=start, schema="./schema.json"))
    findings = found_in(file, stage=Stage.PLANNING, today=start)
    assert len([finding for finding in findings if finding.rule.name == "handover-unconfirmed"]) <= FEW


def test_a_task_that_waits_for_several_is_counted_once() -> None:
    waits = "".join(
        f"  T{n}: {{name: Work {n}, department: Marketing, owner: Zhao Min, start: 2026-03-25, end: 2026-03-27, "
        "deliverable: Page, standard: 3 pages, after: [A, B]}\n"
        for n in range(1, 6)
    )
    before = "".join(
        f"  {key}: {{name: Build, department: Development, owner: Han Mei, start: 2026-03-23, end: 2026-03-24, "
        "deliverable: Module, standard: 40 tests, covers: [S1]}\n"
        for key in "AB"
    )
    (finding,) = of("handover-unconfirmed", f"handovers: []\ntasks:\n{before}{waits}")
    assert finding.problem.message.en == ("5 tasks wait for another department without a hand-over: T1, T2, T3, T4, T5")
    assert len(finding.places) == 9
