"""What is said of risks."""

from __future__ import annotations

import pytest

from collabkit.model import Stage
from tests.rules.found import found, names


def risk(**fields: str | int | None) -> str:
    """Return a section `risks` with one risk, some of its fields changed or left out."""
    usual: dict[str, str | int | None] = {
        "title": "The store rejects the release",
        "likelihood": 2,
        "impact": 3,
        "response": "Ask the store for a preview",
        "owner": "Zhao Min",
        "due": "2026-03-27",
    }
    lines = [f"    {key}: {value}" for key, value in (usual | fields).items() if value is not None]
    return "\n".join(["risks:", "  R1:", *lines, ""])


@pytest.mark.parametrize(
    ("fields", "rules"),
    [
        ({}, []),
        ({"owner": None}, ["risk-without-owner"]),
        ({"owner": "Zhao Mni"}, ["unknown-person"]),
        ({"response": None}, ["risk-without-response"]),
        ({"response": "无"}, ["risk-without-response"]),
        ({"likelihood": None}, ["risk-unscored"]),
        ({"likelihood": None, "impact": None}, ["risk-unscored"]),
        ({"impact": 8}, ["value-out-of-range"]),
        ({"due": None}, []),
        ({"owner": None, "response": None, "likelihood": None, "status": "closed"}, []),
        ({"likelihood": 4, "impact": 4, "due": None}, ["red-risk-without-action-date"]),
        ({"likelihood": 3, "impact": 5, "due": None}, ["red-risk-without-action-date"]),
        ({"likelihood": 4, "impact": 4}, []),
        ({"due": "2026-03-19"}, ["risk-response-overdue"]),
        ({"due": "2026-03-20"}, []),
        ({"due": "2026-03-19", "likelihood": 1}, []),
        ({"due": "2026-03-19", "status": "happened"}, []),
        ({"due": "2026-03-19", "status": "closed"}, []),
        ({"light": "red", "light_reason": "urgent", "due": None}, ["red-risk-without-action-date"]),
        ({"likelihood": 5, "impact": 5, "light": "amber", "light_reason": "insured", "due": None}, []),
        ({"likelihood": 5, "impact": 5, "due": None, "status": "happened"}, []),
        ({"likelihood": 5, "impact": 5, "due": None, "status": "closed"}, []),
        ({"likelihood": 4, "impact": 4, "due": "2026-02-30"}, ["date-invalid"]),
        (
            {"likelihood": 4, "impact": 4, "due": None, "owner": None},
            ["risk-without-owner", "red-risk-without-action-date"],
        ),
    ],
)
def test_what_a_risk_lacks_is_said_once(fields: dict[str, str | int | None], rules: list[str]) -> None:
    assert names(found(risk(**fields))) == rules


def test_a_red_light_is_explained_by_its_score_or_its_declaration() -> None:
    (computed,) = found(risk(likelihood=4, impact=5, due=None))
    assert computed.problem.message.zh.endswith("为红灯（4 × 5 = 20），但没有措施期限")
    assert computed.help.en.endswith("such as 'due: 2026-03-27'")
    (declared,) = found(risk(light="red", due=None))
    assert declared.problem.message.en.endswith("is red (declared), but its response has no date")


def test_the_owners_of_the_threatened_tasks_are_proposed() -> None:
    (finding,) = found(risk(owner=None, tasks="[T2, T1]"))
    assert finding.help.en == "add 'owner: Zhao Min'; owners of the tasks it threatens: Zhao Min, Han Mei"


def test_a_project_expects_something_to_go_wrong_from_its_beginning() -> None:
    assert names(found("risks: {}\n", stage=Stage.INITIATING)) == ["no-risk"]
    assert names(found("risks: none of them\n")) == ["wrong-type"]
