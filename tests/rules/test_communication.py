"""What is said of meetings and signatures."""

from __future__ import annotations

from datetime import date

import pytest

from collabkit.model import Stage
from tests.rules.found import found, names

HEADS, ABOVE = ["Li Lei", "Zhao Min"], ["Wang Fang", "Chen Ming"]


def kickoff(people: str, *, day: str = "2026-03-02", more: str = "") -> str:
    return f"meetings:\n  - {{kind: kickoff, date: {day}, chair: Wang Fang, attendees: [{people}]{more}}}\n"


def signoffs(**forms: str) -> str:
    """Return the section with the signatures of `forms`; the agreement and the task table are signed by all."""
    everybody = ", ".join(f"{{person: {name}, date: 2026-03-04}}" for name in HEADS + ABOVE)
    usual = {"tasks": everybody, "goals": everybody}
    return "signoffs: {" + ", ".join(f"{form}: [{entries}]" for form, entries in (usual | forms).items()) + "}\n"


def signed(*people: str) -> str:
    return signoffs(charter=", ".join(f"{{person: {name}, date: 2026-03-02}}" for name in people))


@pytest.mark.parametrize(
    ("fragment", "rules"),
    [
        ("meetings: []\n", ["no-kickoff"]),
        ("meetings: [{kind: weekly, date: 2026-03-06}]\n", ["no-kickoff"]),
        ("meetings: [{kind: kickof, date: 2026-03-02}]\n", ["wrong-type"]),
        ("communication: {}\n", ["no-weekly-meeting"]),
        ("communication: {weekly: {place: Room 3}}\n", ["no-weekly-meeting"]),
        ("communication: {weekly: {weekday: fri}}\n", []),
        ("communication: {weekly: {weekday: friday}}\n", ["wrong-type"]),
        ('communication: {weekly: {time: "15:00"}}\n', []),
    ],
)
def test_a_project_is_kicked_off_and_meets_every_week(fragment: str, rules: list[str]) -> None:
    assert names(found(fragment)) == rules


def test_the_kick_off_that_is_missing_is_written_out() -> None:
    (finding,) = found("meetings: []\n", stage=Stage.INITIATING)
    line = "{kind: kickoff, date: 2026-03-02, chair: Wang Fang, attendees: [Chen Ming, Li Lei, Zhao Min]}"
    assert finding.help.en == f"add {line} to 'meetings'"


@pytest.mark.parametrize(
    ("meeting", "signatures", "english"),
    [
        (kickoff("Li Lei, Zhao Min"), signed("Wang Fang", "Li Lei", "Zhao Min"), None),
        (
            kickoff("Li Lei, Zhao Min"),
            signed("Li Lei", "Zhao Min"),
            "1 of 3 at the kick-off have not signed: Wang Fang",
        ),
        (kickoff("Li Lei, Zhao Min"), signed(), "3 of 3 at the kick-off have not signed: Wang Fang, Li Lei, Zhao Min"),
        (kickoff("Li Lei, Zhao Min", more=", absent: [Zhao Min]"), signed("Wang Fang", "Li Lei"), None),
        (kickoff("Wang Fang, Li Lei"), signed("Wang Fang", "Li Lei", "Chen Ming"), None),
        (kickoff("Li Lei", day="2026-03-23"), signed(), None),
    ],
)
def test_everybody_at_the_kick_off_signs(meeting: str, signatures: str, english: str | None) -> None:
    findings = found(meeting + signatures)
    assert [finding.problem.message.en for finding in findings] == ([english] if english else [])


def test_a_mistyped_name_has_not_failed_to_sign() -> None:
    assert names(found(kickoff("Li Lie, Zhao Min") + signed("Wang Fang", "Zhao Min"))) == ["unknown-person"]
    assert names(found(kickoff("Li Lei, Zhao Min") + signed("Wang Fang", "Li Lie", "Zhao Min"))) == ["unknown-person"]


def test_signatures_are_asked_for_once_the_project_is_under_way() -> None:
    fragment = kickoff("Li Lei, Zhao Min") + signed()
    assert names(found(fragment, stage=Stage.PLANNING)) == []
    assert names(found(fragment, stage=Stage.EXECUTING)) == ["kickoff-signoff-incomplete"]
    before = found(fragment, today=date(2026, 3, 1))
    assert "kickoff-signoff-incomplete" not in names(before)
