"""Lines that stand too far left or right: told where they stand, with what to do, and never as several mistakes."""

from __future__ import annotations

import re

import pytest
from tests.faults.test_single_faults import TODAY, sound
from tests.rules.found import found_in, names

from collabkit.lang import Lang
from collabkit.problem import FilePath
from collabkit.rules.example import PROJECT
from collabkit.source.source import Source
from collabkit.source.validate import validate

TASKS = """\
tasks:
  T1:
    name: a
    owner: b
  T2:
    name: c
    owner: d
  T3:
    name: e
    owner: f
"""


def _mend(text: str) -> tuple[int, str]:
    """Return the line that is told and what is to be done."""
    source = Source.from_text(text)
    (fault,) = source.faults
    assert fault.problem.help is not None
    return source.where(fault.problem).line, fault.problem.help.en


@pytest.mark.parametrize(
    ("right", "wrong", "line", "help_"),
    [
        ("  T2:", "T2:", 5, "put 2 more spaces before 'T2', to align it with 'T1' in line 2"),
        ("  T1:", "T1:", 2, "put 2 more spaces before 'T1', to align it with 'T2' in line 5"),
        ("    owner: b", "  owner: b", 4, None),
        ("    name: c", "  name: c", 6, "put 2 more spaces before 'name', to align it with 'owner' in line 7"),
        ("    name: a", "      name: a", 3, "put 2 fewer spaces before 'name', to align it with 'owner' in line 4"),
        ("    name: c", "     name: c", 6, "put 1 fewer space before 'name', to align it with 'owner' in line 7"),
        ("  T1:", "    T1:", 2, "put 2 fewer spaces before 'T1', to align it with 'T2' in line 5"),
        ("    owner: d", "      owner: d", 7, None),
    ],
)
def test_a_line_out_of_its_column_is_told_where_it_stands(right: str, wrong: str, line: int, help_: str | None) -> None:
    text = TASKS.replace(right, wrong)
    source = Source.from_text(text)
    if source.faults:
        assert _mend(text)[0] == line
        assert help_ is None or _mend(text)[1] == help_
    else:
        assert help_ is None


def test_a_field_between_its_neighbours_is_aligned_with_the_one_above() -> None:
    text = TASKS.replace("    owner: d\n", "  owner: d\n    note: n\n")
    assert _mend(text) == (7, "put 2 more spaces before 'owner', to align it with 'name' in line 6")


@pytest.mark.parametrize(
    ("text", "line", "help_"),
    [
        (
            "meetings:\n- {kind: kickoff}\n  - {kind: weekly}\n  - {kind: weekly}\n",
            2,
            "put 2 more spaces before '- {kind: kickoff}', to align it with '- {kind: weekly}' in line 3",
        ),
        (
            "needs:\n  - need: a\n      reply: b\n      note: c\n",
            2,
            "put 2 more spaces before '- need: a', to align it with 'reply' in line 3",
        ),
        (
            "needs:\n    - need: a\n    reply: b\n    note: c\n",
            2,
            "put 2 fewer spaces before '- need: a', to align it with 'reply' in line 3",
        ),
        (
            "  collabkit: 1\nlanguage: en\n",
            1,
            "put 2 fewer spaces before 'collabkit', to align it with 'language' in line 2",
        ),
    ],
)
def test_items_and_the_first_line_are_told_where_they_stand(text: str, line: int, help_: str) -> None:
    assert _mend(text) == (line, help_)


HEAD = """\
collabkit: 1
project:
  name: P
  manager: Ann
  start: 2026-03-02
  end: 2026-05-29
departments: {D: {}}
"""


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("tasks:\n  T1: {name: a}\nT2:\n    name: b\n", 10, "so that it belongs to tasks"),
        ("tasks:\nT1:\n    name: b\n", 9, "so that it belongs to tasks"),
        ("tasks:\n  T1:\n    name: a\n  owner: Ann\n", 11, "so that it belongs to task T1"),
        ("tasks:\n  T1:\n    name: a\nowner: Ann\n", 11, "so that it belongs to task T1"),
        ("tasks:\n  T1:\n    name: a\n    T2:\n      name: b\n", 11, "so that it belongs to tasks"),
        ("tasks:\n  T1:\n    name: a\n    owner: Ann\n    T2:\n    name: b\n    owner: Ann\n", 12, "belongs to tasks"),
        ("tasks:\n    T1:\n    name: a\n    owner: Ann\n", 9, "indent 'T1' less, or its keys further"),
        ("risks: {R1: {title: a}}\nmilestones:\n  M1: {name: a}\n  tasks:\n  T1: {name: b}\n", 11, "to the top level"),
        ("scope:\n  in:\n    S1: a\n    out:\n    X1: b\n", 11, "belongs to scope"),
        ("scope:\n  in:\n  S1: a\n", 10, "belongs to in of scope"),
        ("milestones:\n  M1: {name: a}\n  meetings:\n  - {kind: kickoff}\n", 10, "belongs to the top level"),
        ("weeks:\n  2026-W12:\n    author: Ann\n  departments:\n    D: {done: [a]}\n", 11, "belongs to week 2026-W12"),
    ],
)
def test_a_line_that_reads_well_in_the_wrong_place_is_one_finding(text: str, line: int, words: str) -> None:
    source = Source.from_text(HEAD + text)
    read = validate(source)
    (fault,) = read.faults
    assert source.where(fault.problem).line == line
    assert fault.problem.help is not None and words in fault.problem.help.en
    assert fault.problem.help.zh
    assert read.project is not None


def test_what_slipped_is_read_where_it_belongs() -> None:
    read = validate(Source.from_text(HEAD + "tasks:\n  T1: {name: a}\nT2:\n    name: b\n"))
    assert read.project is not None and list(read.project.tasks) == ["T1", "T2"]
    assert read.doubts(FilePath("tasks", "T2", "owner"))
    read = validate(Source.from_text(HEAD + "tasks:\n  T1:\n    name: a\n  owner: Ann\n"))
    assert read.project is not None and read.project.tasks["T1"].owner == "Ann"


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("blanks", [-2, 2])
def test_whichever_line_moves_that_is_one_finding_on_it(lang: Lang, blanks: int) -> None:
    lines = sound(lang).splitlines()
    told = right = 0
    for index, line in enumerate(lines):
        if line.startswith("#") or (blanks < 0 and not line.startswith("  ")):
            continue
        moved = line[-blanks:] if blanks < 0 else " " * blanks + line
        text = "\n".join([*lines[:index], moved, *lines[index + 1 :]]) + "\n"
        findings = found_in(Source.from_text(text), today=TODAY)
        assert len(findings) <= 1, line
        told += len(findings)
        right += any(finding.span.line == index + 1 for finding in findings)
    assert told > 120
    assert right >= 0.98 * told, f"{right} of {told}"


def test_a_list_heading_among_the_weeks_is_one_finding() -> None:
    text = sound(Lang.EN)
    weeks, meetings = (
        re.search(rf"^{name}:.*?\n(?=[a-z]|\Z)", text, re.MULTILINE | re.DOTALL) for name in ("weeks", "meetings")
    )
    assert weeks is not None and meetings is not None
    file = text.replace(weeks[0], "").replace(meetings[0], "") + weeks[0] + "  " + meetings[0]
    (finding,) = found_in(Source.from_text(file), today=TODAY)
    assert file.splitlines()[finding.span.line - 1] == "  meetings:"


def test_a_heading_that_stands_twice_after_it_slipped_leaves_its_own_section_in_doubt() -> None:
    head, body = PROJECT.split("  tasks:\n    - {person", 1)
    tasks, rest = body.split("  goals:\n", 1)
    file = Source.from_text(f"{head}  goals:\n{rest}tasks:\n    - {{person{tasks}")
    assert names(found_in(file)) == ["duplicate-key"]


def test_an_unknown_key_in_a_section_that_slipped_is_no_fault_of_the_program() -> None:
    text = PROJECT.replace("\ntasks:\n", "\n  tasks:\n").replace(
        "    acceptor: Marketing\n", "    acceptro: Marketing\n"
    )
    (finding,) = found_in(Source.from_text(text))
    assert finding.help.en == "indent it less, so that it belongs to the top level"
