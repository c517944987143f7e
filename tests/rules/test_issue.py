"""What is said of issues and their resolutions."""

from __future__ import annotations

import pytest

from collabkit.model import Stage
from tests.rules.found import found, names


def issue(*, resolution: str = "", **fields: str | None) -> str:
    """Return a section `issues` with one issue, some of its fields changed or left out."""
    usual: dict[str, str | None] = {
        "title": "The test phones are late",
        "grade": "general",
        "raised": "2026-03-18",
        "owner": "Wang Fang",
        "due": "2026-03-24",
    }
    lines = [f"    {key}: {value}" for key, value in (usual | fields).items() if value is not None]
    return "\n".join(["issues:", "  I1:", *lines, resolution, ""])


ACTION = "{action: Collect the phones, owner: Han Mei, due: 2026-03-23}"


@pytest.mark.parametrize(
    ("fields", "rules"),
    [
        ({}, []),
        ({"grade": None}, ["issue-without-grade"]),
        ({"grade": "urgent"}, ["wrong-type"]),
        ({"grade": None, "status": "closed"}, []),
        ({"owner": None}, ["issue-without-owner"]),
        ({"owner": "Wang Fnag"}, ["unknown-person"]),
        ({"owner": None, "status": "resolved"}, []),
        ({"due": None}, ["issue-without-due"]),
        ({"due": "2026-03-20"}, []),
        ({"due": "2026-03-19"}, ["issue-overdue"]),
        ({"due": "2026-03-19", "status": "doing"}, ["issue-overdue"]),
        ({"due": "2026-03-19", "status": "closed"}, []),
        ({"due": "2026-03-19", "status": "close"}, ["wrong-type"]),
        ({"grade": "key"}, ["key-issue-without-resolution"]),
        ({"grade": "key", "status": "closed"}, ["key-issue-without-resolution"]),
    ],
)
def test_what_an_issue_lacks_is_said_once(fields: dict[str, str | None], rules: list[str]) -> None:
    assert names(found(issue(**fields))) == rules


def test_issues_are_asked_about_once_the_project_is_under_way() -> None:
    text = issue(grade=None, owner=None, due=None)
    assert names(found(text, stage=Stage.PLANNING)) == []
    assert names(found(text, stage=Stage.EXECUTING)) == [
        "issue-without-grade",
        "issue-without-owner",
        "issue-without-due",
    ]


SECOND = "the due date of action 2"


@pytest.mark.parametrize(
    ("resolution", "english"),
    [
        (f"{{decision: Borrow phones, actions: [{ACTION}]}}", None),
        (f"{{actions: [{ACTION}]}}", "the decision"),
        (f"{{decision: 无, actions: [{ACTION}]}}", "the decision"),
        ("{decision: Borrow phones}", "an action"),
        ("{meeting: {date: 2026-03-19}}", "the decision, an action"),
        ("{decision: Borrow phones, actions: [{action: Pay}]}", "the owner of action 1, the due date of action 1"),
        (f"{{decision: Borrow phones, actions: [{ACTION}, {{action: Pay, owner: Li Lei}}]}}", SECOND),
        (f"{{decision: Borrow phones, actions: [{ACTION}, {{action: Pay, status: cancelled}}]}}", None),
    ],
)  # fmt: skip
def test_everything_a_resolution_leaves_open_is_said_at_once(resolution: str, english: str | None) -> None:
    for grade in ("key", "general"):
        findings = found(issue(grade=grade, resolution=f"    resolution: {resolution}"))
        assert names(findings) == ["resolution-incomplete"] * (english is not None)
        assert [finding.problem.message.en for finding in findings] == (
            [f"the resolution of issue I1 lacks {english}"] if english else []
        )


def test_a_mistyped_part_of_a_resolution_is_not_missing_as_well() -> None:
    text = issue(
        grade="key",
        resolution="    resolution: {decision: Borrow phones, actions: [{action: Pay, owner: Li Lie, due: soon}]}",
    )
    assert names(found(text)) == ["unknown-person", "date-invalid"]


LADDER = "escalation: [{grade: general, decider: Wang Fang, within: 2}, {grade: key, decider: heads, within: 3}]\n"


def test_the_escalation_ladder_proposes_a_date_and_the_next_to_decide() -> None:
    (finding,) = found(LADDER + issue(due=None))
    assert finding.help.en == "add 'due: 2026-03-24', within the 2 working days of the escalation ladder"
    (finding,) = found(LADDER + issue(due="2026-03-17"))
    assert "decided by Wang Fang" in finding.help.en
    assert finding.problem.message.en.endswith("was due 2026-03-17 and is 3 working days late")


def test_the_heads_of_the_departments_concerned_are_proposed_for_a_key_issue() -> None:
    resolution = f"    resolution: {{decision: Borrow phones, actions: [{ACTION}]}}"
    (finding,) = found(issue(grade="key", owner=None, departments="[Marketing, Development]", resolution=resolution))
    assert finding.help.en == "add 'owner:', such as Zhao Min, Li Lei"
    (finding,) = found(issue(owner=None))
    assert finding.help.en == "add 'owner:', such as Wang Fang"


@pytest.mark.parametrize(
    ("end", "rules"),
    [
        ("due: 2026-03-19}", ["action-overdue"]),
        ("due: 2026-03-20}", []),
        ("due: 2026-03-19, status: done}", []),
        ("due: 2026-03-19, status: cancelled}", []),
        ("due: 2026-03-19, status: doing}", ["action-overdue"]),
        ("due: 2026-03-19, status: nearly}", ["wrong-type"]),
    ],
)
def test_an_action_of_a_resolution_is_overdue_from_the_day_after_until_it_is_settled(
    end: str, rules: list[str]
) -> None:
    actions = f"    resolution:\n      decision: Borrow\n      actions: [{ACTION.split('due')[0]}{end}]"
    told = names(found(issue(resolution=actions, grade="key")))
    assert [name for name in told if name != "resolution-unsigned"] == rules


RESOLVED = """\
issues:
  I1:
    title: The test phones are late
    grade: key
    raised: 2026-03-16
    owner: Wang Fang
    due: 2026-03-24
    resolution:
      meeting: {{date: 2026-03-18, attendees: [{attendees}]}}
      decision: Borrow phones from the support desk
      level: {level}
      decided_by: {by}
      decided: {decided}
      actions:
        - {{action: Collect the phones, owner: Han Mei, due: 2026-03-23}}
signoffs:
  resolution:
    - {{person: Wang Fang, date: {signed}, opinion: agree, issue: I1}}
"""
SOUND = {
    "attendees": "Li Lei",
    "level": "executive",
    "by": "Chen Ming",
    "decided": "2026-03-18",
    "signed": "2026-03-19",
}


@pytest.mark.parametrize(
    ("change", "english"),
    [
        ({}, []),
        ({"decided": "2026-03-17"}, ["issue I1: decided (2026-03-17) before the special meeting (2026-03-18)"]),
        ({"signed": "2026-03-13"}, ["issue I1: the resolution signed (2026-03-13) before raised (2026-03-16)"]),
        ({"attendees": ""}, ["the resolution of issue I1 lacks who attended the special meeting"]),
        ({"by": "Wang Fang"}, ["issue I1 is to be decided by executives, but Wang Fang decided"]),
        ({"by": "heads"}, ["issue I1 is to be decided by executives, but the department heads decided"]),
        (
            {"level": "heads", "by": "Wang Fang"},
            ["issue I1 is to be decided by the heads, but Wang Fang decided"],
        ),
        # Whoever stands above a level may decide, and a head may be an executive as well.
        ({"level": "heads"}, []),
        ({"level": "heads", "by": "Li Lei"}, []),
        ({"by": "Li Lei"}, []),
        ({"level": "manager"}, []),
        ({"level": "manager", "by": "Wang Fang"}, []),
    ],
)
def test_a_resolution_does_not_contradict_itself(change: dict[str, str], english: list[str]) -> None:
    about = ("days-out-of-order", "decider-below-level", "resolution-incomplete")
    told = found(RESOLVED.format(**(SOUND | change)))
    assert [each.message.en for each in told if each.rule.name in about] == english


def test_a_decision_before_the_issue_was_raised_is_told() -> None:
    issue = "issues:\n  I1: {title: x, raised: 2026-03-18, resolution: {decided: 2026-03-13}}\n"
    assert "days-out-of-order" in names(found(issue))
