"""What is said of meetings and signatures."""

from __future__ import annotations

from datetime import date

import pytest

from collabkit.model import Stage
from tests.rules.found import found, names

EVERYBODY = ", ".join(
    f"{{person: {name}, date: 2026-03-04}}" for name in ("Li Lei", "Zhao Min", "Wang Fang", "Chen Ming")
)


def kickoff(people: str, *, day: str = "2026-03-02", more: str = "") -> str:
    return f"meetings:\n  - {{kind: kickoff, date: {day}, chair: Wang Fang, attendees: [{people}]{more}}}\n"


def signoffs(**forms: str) -> str:
    """Return the section with the signatures of `forms`; the agreement and the task table are signed by all."""
    usual = {"tasks": EVERYBODY, "goals": EVERYBODY}
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


# Signatures


@pytest.mark.parametrize(
    ("forms", "english"),
    [
        ({}, []),
        ({"goals": "{person: Li Lei, date: 2026-03-04}"}, [
            "the Goal Alignment Agreement is not signed by Zhao Min, Wang Fang, Chen Ming",
        ]),
        ({"tasks": ""}, ["the Cross-department Task Allocation Table is not signed by Li Lei, Zhao Min"]),
        ({"tasks": "{person: Li Lei, date: 2026-03-04}, {person: Zhao Min}"}, [
            "the Cross-department Task Allocation Table is not signed by Zhao Min",
        ]),
        ({"tasks": "{person: Li Lei, date: 2026-03-04}, {person: Zhao Mni, date: 2026-03-04}"}, [
            "unknown person 'Zhao Mni' as person of item 2 of tasks of signoffs",
        ]),
    ],
)  # fmt: skip
def test_what_is_agreed_is_signed_before_the_work_is_under_way(forms: dict[str, str], english: list[str]) -> None:
    fragment = signoffs(charter=EVERYBODY, **forms)
    assert [finding.problem.message.en for finding in found(fragment)] == english
    assert all(finding.rule.name == "unknown-person" for finding in found(fragment, stage=Stage.PLANNING))


def test_a_department_without_a_head_has_nobody_who_signs() -> None:
    headless = "departments: {Development: {head: Li Lei}, Marketing: {}}\n"
    assert names(found(headless)) == ["department-without-head"]


def decided(day: str, signatures: str = "") -> str:
    actions = "actions: [{action: Ask, owner: Han Mei, due: 2026-03-23}]"
    resolution = f"{{decision: Borrow phones, decided_by: Chen Ming, {day} {actions}}}"
    issue = (
        "issues:\n  I1:\n    title: The phones are late\n    grade: key\n    owner: Wang Fang\n    due: 2026-03-24\n"
    )
    return f"{issue}    resolution: {resolution}\n" + signoffs(charter=EVERYBODY, resolution=signatures)


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("decided: 2026-03-12,", True),
        ("decided: 2026-03-13,", False),  # five working days are left to sign it
        ("decided: 2026-03-27,", False),
        ("", False),
    ],
)
def test_a_decision_is_signed_within_a_week(day: str, told: bool) -> None:
    findings = [finding for finding in found(decided(day)) if finding.rule.name != "actual-date-in-future"]
    assert [finding.problem.message.en for finding in findings] == [
        "the Issue Resolution Record I1 is not signed by Chen Ming, Han Mei, Wang Fang"
    ] * told


def test_everybody_concerned_signs_a_decision() -> None:
    signatures = [f"{{person: {name}, date: 2026-03-12, issue: I1}}" for name in ("Chen Ming", "Wang Fang", "Han Mei")]
    assert names(found(decided("decided: 2026-03-12,", ", ".join(signatures)))) == []
    assert names(found(decided("decided: 2026-03-12,", ", ".join(signatures[:2])))) == ["resolution-unsigned"]


@pytest.mark.parametrize(
    "form", ["charter", "tasks", "goals", "resolution", "change", "minutes", "acceptance", "closeout"]
)
def test_whoever_disagrees_is_heard_on_every_form(form: str) -> None:
    no = "{person: Zhao Min, date: 2026-03-05, opinion: disagree, note: The week is too short}"
    findings = found(signoffs(**{"charter": EVERYBODY, form: f"{EVERYBODY}, {no}"}))
    assert names(findings) == ["signoff-disagreed"]
    assert findings[0].problem.message.en.startswith("Zhao Min disagrees with the ")
    assert findings[0].problem.label is not None and findings[0].problem.label.en == "note: The week is too short"
    settled = found(signoffs(**{"charter": EVERYBODY, form: f"{EVERYBODY}, {no}, {no.replace('disagree', 'agree')}"}))
    assert names(settled) == []


def test_a_disagreement_is_told_at_every_stage() -> None:
    fragment = signoffs(charter=EVERYBODY + ", {person: Li Lei, date: 2026-03-05, opinion: disagree}")
    (finding,) = found(fragment, stage=Stage.INITIATING)
    assert finding.rule.name == "signoff-disagreed"
    assert finding.problem.label is not None and finding.problem.label.en == "no reason is given"


RESERVED = "{person: Zhao Min, date: 2026-03-05, opinion: reservation, note: The week is short}"


@pytest.mark.parametrize(
    ("reservations", "english"),
    [
        ("", ["Zhao Min signed the Goal Alignment Agreement with a reservation nobody follows up"]),
        ("{department: Development, text: Too few phones, follow_up: Order more, due: 2026-03-27}", [
            "Zhao Min signed the Goal Alignment Agreement with a reservation nobody follows up",
        ]),
        ("{department: Marketing, text: The week is short, follow_up: Weekly check, due: 2026-03-27}", []),
        ("{department: Marketing, text: The week is short, follow_up: Weekly check}", [
            "the reservation 'The week is short' has no due date",
        ]),
        ("{department: Marketing, text: The week is short}", [
            "the reservation 'The week is short' has no follow-up and no due date",
        ]),
        ("{department: Marketting, text: The week is short, follow_up: Check, due: 2026-03-27}", [
            "unknown department 'Marketting' as department of item 1 of reservations",
        ]),
    ],
)  # fmt: skip
def test_a_reservation_is_followed_up_and_told_once(reservations: str, english: list[str]) -> None:
    fragment = signoffs(charter=EVERYBODY, goals=f"{EVERYBODY}, {RESERVED}") + f"reservations: [{reservations}]\n"
    assert [finding.problem.message.en for finding in found(fragment)] == english


def test_what_is_missing_for_a_reservation_is_written_out() -> None:
    (finding,) = found(signoffs(charter=EVERYBODY, goals=f"{EVERYBODY}, {RESERVED}"))
    line = "{department: Marketing, text: The week is short, follow_up: …, due: …}"
    assert finding.help.en == f"add {line} to 'reservations'"


def test_somebody_above_the_departments_may_hold_a_reservation_too() -> None:
    above = RESERVED.replace("Zhao Min", "Chen Ming")
    entry = "reservations: [{text: The week is short, follow_up: Weekly check, due: 2026-03-27}]\n"
    assert names(found(signoffs(charter=f"{EVERYBODY}, {above}"))) == ["reservation-without-follow-up"]
    assert names(found(signoffs(charter=f"{EVERYBODY}, {above}") + entry)) == []


RED = """\
risks:
  R1: {title: Rejected, likelihood: 4, impact: 4, response: Ask for a preview, owner: Zhao Min, due: 2026-03-27}
"""


@pytest.mark.parametrize(
    ("weeks", "severities"),
    [
        ("2026-W12: {light: green}", ["error"]),
        ("2026-W12: {light: amber}", ["warning"]),
        ("2026-W12: {light: red}", []),
        ("2026-W12: {headline: On plan}", []),
        ("2026-W12: {light: green, light_reason: The preview went well}", []),
        ("2026-W12: {light: red, dimensions: {risk: green}}", ["error"]),
        ("2026-W12: {light: red, dimensions: {schedule: amber, risk: red}}", []),
        ("2026-W11: {light: green}\n  2026-W12: {light: red}", []),
        ("2026-W12: {light: red}\n  2026-W13: {light: green}", []),
    ],
)
def test_a_light_better_than_the_facts_gives_a_reason(weeks: str, severities: list[str]) -> None:
    findings = found(f"{RED}weeks:\n  {weeks}\n")
    assert [(each.rule.name, each.severity.value) for each in findings] == [
        ("declared-light-without-reason", severity) for severity in severities
    ]


VERSIONS = """\
documents:
  {form}:
    version: "1.1"
    date: 2026-03-16
    history: [{{version: "1.1", date: 2026-03-16}}, {{version: "1.0", date: 2026-03-02}}]
"""


@pytest.mark.parametrize(
    ("form", "rule"),
    [
        ("charter", "kickoff-signoff-incomplete"),
        ("goals", "agreement-unsigned"),
        ("tasks", "task-table-unsigned"),
    ],
)
def test_who_signed_an_earlier_version_is_told_as_that(form: str, rule: str) -> None:
    (told,) = [each for each in found(VERSIONS.format(form=form)) if each.rule.name == rule]
    assert told.problem.label is not None
    assert "signed an earlier version: " in told.problem.label.en and "(V1.0, 2026-03-0" in told.problem.label.en
    assert "只签过旧版：" in told.problem.label.zh


@pytest.mark.parametrize("opinion", ["disagree", "reservation"])
@pytest.mark.parametrize(("day", "counts"), [("2026-03-04", False), ("2026-03-17", True)])
def test_what_was_said_of_an_earlier_version_is_asked_again_and_no_disagreement(
    opinion: str, day: str, counts: bool
) -> None:
    said = signoffs(goals=f"{{person: Zhao Min, date: {day}, opinion: {opinion}, note: x}}")
    about = {"signoff-disagreed", "reservation-without-follow-up"}
    assert bool(about & set(names(found(VERSIONS.format(form="goals") + said)))) is counts
