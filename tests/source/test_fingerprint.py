"""What stays of a finding when the file is edited elsewhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from collabkit import api

ROOT = Path(__file__).resolve().parents[2]
TROUBLED = (ROOT / "examples" / "troubled-launch-en" / "project.yaml").read_text("utf-8")
TODAY = date(2026, 3, 20)
LIST = """\
collabkit: 1
project: {{name: Move, start: 2026-03-02, end: 2026-03-31, manager: Li Lei}}
departments: {{Logistics: {{head: Li Lei}}}}
people: {{Li Lei: {{department: Logistics}}}}
meetings:
{meetings}
"""
KICKOFF = "  - {kind: kickoff, date: 2026-03-02, chair: Li Lie}"
WEEKLY = "  - {kind: weekly, date: 2026-03-09, chair: Wang Fang}"


def prints(text: str) -> list[str]:
    return [finding.fingerprint for finding in api.check(api.loads(text), today=TODAY)]


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(lambda text: "# one\n" * 10 + text, id="lines above"),
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="line ends"),
        pytest.param(lambda text: text + "\n# the end\n", id="lines below"),
    ],
)
def test_a_fingerprint_does_not_change_when_lines_move(edit) -> None:  # type: ignore[no-untyped-def]
    assert sorted(prints(edit(TROUBLED))) == sorted(prints(TROUBLED))


def test_a_fingerprint_does_not_change_when_a_list_is_reordered() -> None:
    one, other = (LIST.format(meetings="\n".join(pair)) for pair in ((KICKOFF, WEEKLY), (WEEKLY, KICKOFF)))
    assert set(prints(one)) == set(prints(other))


def test_no_two_findings_share_one() -> None:
    found = prints(TROUBLED)
    assert len(found) > 5 and len(set(found)) == len(found)
    twice = prints(LIST.format(meetings=f"{KICKOFF}\n{KICKOFF}"))
    assert len(set(twice)) == len(twice)


def test_the_file_s_name_and_folder_do_not_count(tmp_path: Path) -> None:
    path = tmp_path / "other.yaml"
    path.write_text(TROUBLED, "utf-8")
    assert [finding.fingerprint for finding in api.check(api.load(path), today=TODAY)] == prints(TROUBLED)


def test_a_mistake_that_is_mended_takes_only_its_own_away() -> None:
    both = prints(LIST.format(meetings=f"{KICKOFF}\n{WEEKLY}"))
    one = prints(LIST.format(meetings=f"{KICKOFF}\n{WEEKLY.replace('Wang Fang', 'Li Lei')}"))
    assert set(one) < set(both)


def print_of(text: str, rule: str) -> str:
    (found,) = [each.fingerprint for each in api.check(api.loads(text), today=TODAY) if each.rule.name == rule]
    return found


def test_what_is_used_in_several_places_is_the_same_when_the_first_of_them_goes() -> None:
    both = print_of(LIST.format(meetings=f"{KICKOFF}\n{WEEKLY.replace('Wang Fang', 'Li Lie')}"), "unknown-person")
    one = print_of(LIST.format(meetings=WEEKLY.replace("Wang Fang", "Li Lie")), "unknown-person")
    other = print_of(LIST.format(meetings=WEEKLY), "unknown-person")
    assert both == one != other


@pytest.mark.parametrize("first", ["decision: Move twice", "actions: [{action: x, owner: Li Lei}]"])
def test_what_lacks_several_things_is_the_same_when_one_of_them_is_there(first: str) -> None:
    def of(resolution: str) -> str:
        issue = f"issues: {{I1: {{title: x, resolution: {{{resolution}}}}}}}\nmeetings:"
        text = LIST.format(meetings=KICKOFF).replace("meetings:", issue)
        return print_of(text.replace("manager", "stage: executing, manager"), "resolution-incomplete")

    assert of("") == of(first)
