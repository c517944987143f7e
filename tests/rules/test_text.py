"""Placeholders and sentences of the scaffold: told once, as bad as nothing, and counted as nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from collabkit import api
from collabkit.finding import Finding
from collabkit.lang import Lang
from collabkit.model import Stage
from collabkit.model.prompts import PROMPTS
from collabkit.rules.example import TODAY, day
from collabkit.rules.overlay import overlay
from collabkit.source.source import Source
from collabkit.source.validate import validate
from collabkit.styled import Styled
from tests.forms.sample import view
from tests.rules.found import found_in, names

Path = tuple[str | int, ...]


def file(fragment: str) -> Source:
    return Source.from_text(overlay(fragment, Lang.EN))


def found(fragment: str, stage: Stage | None = None) -> list[Finding]:
    """Return the findings of the minimal project with a fragment laid over it."""
    return found_in(file(fragment), stage=stage)


def leaves(value: Any, path: Path = ()) -> Iterator[Path]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, (*path, index))
    else:
        yield path


def with_value(stage: Stage, path: Path, text: str | None) -> Source:
    """Return the minimal project at a stage with another value at `path`."""
    data = yaml.load(overlay("", Lang.EN, stage), yaml.BaseLoader)
    parent = data
    for step in path[:-1]:
        parent = parent[step]
    parent[path[-1]] = text
    return Source.from_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


LEAVES = [
    (stage, path)
    for stage in (Stage.EXECUTING, Stage.CLOSING)
    for path in leaves(yaml.load(overlay("", Lang.EN, stage), yaml.BaseLoader))
    if path not in (("collabkit",), ("language",))
]
WORDS = {"stage", "opinion", "kind", "weekday", "status", "verdict", "area", "done", "category"}
"""Fields that take one of some fixed words: what stands there instead is told as a wrong word."""


@pytest.mark.parametrize(
    ("stage", "path"), LEAVES, ids=lambda value: value if isinstance(value, str) else ".".join(map(str, value))
)
def test_a_placeholder_anywhere_is_one_finding_as_bad_as_nothing(stage: Stage, path: Path) -> None:
    today = day(stage)
    for text in ("待定", "TBD"):
        (finding,) = found_in(with_value(stage, path, text), today=today)
        if path[-1] in WORDS:
            assert finding.rule.name == "wrong-type"
            continue
        assert (finding.rule.name, finding.problem.path.steps) == ("placeholder-left", path)
        if isinstance(path[-1], int):
            assert finding.severity.value == "warning"
            continue
        nothing = found_in(with_value(stage, path, None), today=today)
        ranks = [other.severity.rank for other in nothing if other.problem.path.steps[: len(path)] == path]
        if path[0] in ("goals", "subgoals") and path[-1] in ("department", "owner"):
            ranks = []  # The other one of the two is there.
        if stage is Stage.CLOSING and path[0] == "risks":
            ranks = [finding.severity.rank]  # A closed risk needs nothing, but says what it says.
        assert finding.severity.rank == max([1, *ranks])


@pytest.mark.parametrize(
    ("fragment", "english"),
    [
        ("project:\n  sponsor: 待定\n", "sponsor of the project is only a placeholder, '待定'"),
        ("departments:\n  Marketing: {head: TBD}\n", "head of department Marketing is only a placeholder, 'TBD'"),
        ("tasks:\n  T1:\n    owner: N/A\n", "owner of task T1 is only a placeholder, 'N/A'"),
        ("tasks:\n  T1:\n    owner: Han Mei?\n", "owner of task T1, 'Han Mei?', is not settled"),
        ("tasks:\n  T1:\n    acceptor: '*经理'\n", "acceptor of task T1, '*经理', is not settled"),
        ("tasks:\n  T1:\n    end: 20XX-XX-XX\n", "end of task T1 is only a placeholder, '20XX-XX-XX'"),
        ("tasks:\n  T1:\n    effort: TBD\n", "effort of task T1 is only a placeholder, 'TBD'"),
        ("tasks:\n  T2:\n    milestone: 待定\n", "milestone of task T2 is only a placeholder, '待定'"),
        ("risks:\n  R1:\n    response: 待补充\n", "response of risk R1 is only a placeholder, '待补充'"),
        ("risks:\n  R1:\n    trigger: see xxx\n", "trigger of risk R1 still holds the placeholder 'xxx'"),
        ("goals:\n  G1:\n    target: '≥ XX 次'\n", "target of goal G1 still holds the placeholder 'XX'"),
        ("document: {organization: 示例公司}\n", "organization of document is only a placeholder, '示例公司'"),
        ("project:\n  manager: 待定\n", "manager of the project is only a placeholder, '待定'"),
        ("project:\n  name: '[Project name: TBD]'\n", "name of the project still holds the placeholder 'TBD'"),
        ("scope:\n  in: {S1: TBD}\n", "S1 of in of scope is only a placeholder, 'TBD'"),
        ("agreements: [TBD]\n", "agreements is only a placeholder, 'TBD'"),
    ],
)
def test_a_placeholder_is_told_where_it_stands(fragment: str, english: str) -> None:
    (finding,) = [finding for finding in found(fragment) if finding.rule.name == "placeholder-left"]
    assert finding.problem.message.en == english


@pytest.mark.parametrize(
    "fragment",
    [
        "tasks:\n  T1:\n    note: n/a\n",
        "tasks:\n  T1:\n    status: todo\n",
        "tasks:\n  T1:\n    name: 审批流程待定事项梳理\n",
        "document: {distribution: [all heads?]}\n",
        "goals:\n  G1:\n    source: none\n",
    ],
)
def test_content_is_left_alone(fragment: str) -> None:
    assert "placeholder-left" not in names(found(fragment))


@pytest.mark.parametrize(
    ("fragment", "stage", "severity"),
    [
        ("tasks:\n  T1:\n    standard: TBD\n", Stage.INITIATING, "warning"),
        ("tasks:\n  T1:\n    standard: TBD\n", Stage.PLANNING, "error"),
        ("project:\n  sponsor: TBD\n", Stage.INITIATING, "error"),
        ("tasks:\n  T1:\n    name: TBD\n", Stage.INITIATING, "error"),
        ("meetings:\n  - {kind: review, place: TBD}\n", Stage.EXECUTING, "warning"),
    ],
)
def test_a_placeholder_is_as_bad_as_the_stage_makes_what_is_missing(fragment: str, stage: Stage, severity: str) -> None:
    (finding,) = [finding for finding in found(fragment, stage) if finding.rule.name == "placeholder-left"]
    assert finding.severity.value == severity


def test_many_placeholders_of_one_field_are_told_as_one_with_their_places() -> None:
    tasks = "".join(
        f"  T{n}: {{name: Part {n}, department: Marketing, owner: 待定, start: 2026-03-16, end: 2026-03-24,"
        f" deliverable: Part, standard: Done}}\n"
        for n in range(3, 8)
    )
    (finding,) = found("tasks:\n" + tasks)
    assert finding.problem.message.en == "owner is only a placeholder at 5 places of tasks: T3, T4, T5, T6, T7"
    assert [place.path[1] for place in finding.problem.places] == ["T4", "T5", "T6", "T7"]
    assert finding.severity.value == "error"


def test_a_person_declared_as_a_placeholder_is_told_once_where_that_is_done() -> None:
    (finding,) = found("people:\n  待定: {department: Marketing}\ntasks:\n  T2:\n    owner: 待定\n")
    assert (finding.rule.name, finding.problem.path.steps, finding.problem.on) == (
        "placeholder-left",
        ("people", "待定"),
        "key",
    )
    assert [place.path.steps for place in finding.problem.places] == [("tasks", "T2", "owner")]


def test_somebody_declared_may_be_called_what_they_like() -> None:
    assert found("people:\n  新人?: {department: Marketing}\ntasks:\n  T2:\n    owner: 新人?\n") == []


def test_an_item_that_holds_a_place_is_left_out_and_the_others_keep_their_places() -> None:
    source = file("meetings:\n  - {kind: kickoff, date: 2026-03-02, attendees: [TBD, Chen Ming, Zhao Mni, 待定]}\n")
    read = validate(source)
    assert read.project is not None and read.project.meetings[0].attendees == ("Chen Ming", "Zhao Mni")
    told = {(finding.rule.name, finding.problem.path.steps) for finding in found_in(source)}
    assert ("unknown-person", ("meetings", 0, "attendees", 2)) in told
    assert ("placeholder-left", ("meetings", 0, "attendees", 3)) in told


def test_a_supporting_department_stays_one_whatever_it_will_do() -> None:
    read = validate(file("tasks:\n  T1:\n    support: {Marketing: TBD}\n"))
    assert read.project is not None and read.project.tasks["T1"].support == {"Marketing": None}


def test_forms_ask_for_what_only_holds_a_place() -> None:
    background = PROMPTS["background"].en
    fragment = (
        f"project:\n  sponsor: 待定\n  manager: TBD\n  background: '{background}'\nrisks:\n  R1:\n    response: xxx\n"
    )
    loaded = api.loads(overlay(fragment, Lang.EN))
    assert loaded.unread == frozenset()
    sheet = view("charter", loaded.plan(TODAY), Lang.EN)
    asked = [sheet.project.sponsor, sheet.project.manager, sheet.background.situation, sheet.risks[0].response]
    assert asked == [Styled("to be filled in", "missing")] * 4


def test_a_file_that_cannot_be_read_for_a_placeholder_says_only_that() -> None:
    source = file("project:\n  start: TBD\n")
    assert validate(source).project is None
    assert names(found_in(source)) == ["placeholder-left"]


@pytest.mark.parametrize("lang", Lang)
def test_sentences_of_the_scaffold_are_told_together_and_count_as_nothing(lang: Lang) -> None:
    fragment = (
        f"project:\n  background: '{PROMPTS['background'].to(lang)}'\n"
        f"scope:\n  statement: '{PROMPTS['scope'].to(lang)}'\n"
    )
    for stage, severity in ((Stage.INITIATING, "info"), (Stage.PLANNING, "error"), (Stage.CLOSING, "error")):
        (finding,) = [finding for finding in found(fragment, stage) if finding.rule.stage is not Stage.CLOSING]
        assert (finding.rule.name, finding.severity.value) == ("sample-text-left", severity)
        assert finding.problem.message.en == "2 texts are still instructions of the template"
        assert [place.path.steps for place in finding.problem.places] == [("scope", "statement")]
    assert found(f"scope:\n  statement: '{PROMPTS['scope'].to(lang)}'\n")[0].severity.value == "warning"
    read = validate(file(fragment))
    assert read.project is not None
    assert read.project.about.background is None and read.project.scope.statement is None
