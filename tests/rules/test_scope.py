"""What is delivered, to which standard, and what is not."""

from __future__ import annotations

import pytest

from collabkit.finding import Finding
from collabkit.plan.matching import contains, same_thing
from tests.rules.found import found, names

OUT = "  out: {X1: Overseas edition}\n"


def tasks(name: str = "Mend the crashes", more: str = "covers: [S1]", deliverable: str = "Release candidate") -> str:
    return f"""\
tasks:
  T1: {{name: {name}, department: Development, owner: Han Mei, start: 2026-03-16, end: 2026-03-24,
    deliverable: {deliverable}, standard: All 120 tests pass, {more}}}
  T2: {{name: Publish the release, department: Marketing, owner: Zhao Min, start: 2026-03-25, end: 2026-03-31,
    deliverable: Store page, standard: Approved by the app store}}
"""


def project(background: str) -> str:
    return f"""\
project:
  name: App 2.0
  stage: executing
  sponsor: Chen Ming
  manager: Wang Fang
  start: 2026-03-02
  end: 2026-03-31
  background: {background}
"""


def only(fragment: str) -> Finding:
    (finding,) = found(fragment)
    return finding


@pytest.mark.parametrize(
    ("background", "message"),
    [
        ("~", "the project has no background"),
        ('"  "', "the project has no background"),
        ("公司要求", "the background has 4 characters; at least 30 are asked for"),
        ("a " * 29, "the background has 29 characters; at least 30 are asked for"),
    ],
)
def test_a_background_below_thirty_characters_is_missing(background: str, message: str) -> None:
    assert only(project(background)).problem.message.en == message


def test_thirty_characters_are_a_background() -> None:
    assert found(project("字" * 30)) == []


@pytest.mark.parametrize("out", ["{}", "{X1: 无}", "{X1: none}", "~"])
def test_nothing_left_out_is_a_finding_however_it_is_written(out: str) -> None:
    assert names(found(f"scope:\n  in: {{S1: Crash fixes}}\n  out: {out}\n")) == ["scope-out-empty"]


def test_a_scope_that_is_not_written_lacks_both_lists() -> None:
    findings = found("scope: {}\n" + tasks(more="phase: Build"))
    assert sorted(names(findings)) == ["scope-in-empty", "scope-out-empty"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("海外版", "海外版本"), ("Overseas edition", "overseas  Edition"), ("用户培训", "用户培训。"), ("ＡＰＰ", "App")],
)
def test_two_spellings_of_one_thing_are_the_same(one: str, other: str) -> None:
    assert same_thing(one, other) and same_thing(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("海外版", "国内版"), ("App", "App overseas"), ("培训", "培训材料"), ("", "")]
)
def test_two_things_are_not_the_same(one: str, other: str) -> None:
    assert not same_thing(one, other) and not same_thing(other, one)


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("海外认证测试", "海外认证"),
        ("Test of the overseas editions", "Overseas edition"),
        ("T09 海外 认证 测试", "海外认证"),
        ("iOS App 海外版", "海外版"),
    ],
)
def test_a_text_names_what_it_contains_in_whole_words(text: str, item: str) -> None:
    assert contains(text, item)


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Start page", "Art page"),
        ("登录测试（不含海外认证）", "海外认证"),
        ("All tests except the overseas edition", "Overseas edition"),
        ("用户培训", "培训"),
        ("App release", "App"),
        ("国内认证测试", "海外认证"),
    ],
)
def test_a_text_does_not_name_parts_of_words_short_words_or_what_it_leaves_out(text: str, item: str) -> None:
    assert not contains(text, item)


@pytest.mark.parametrize(
    ("inside", "outside", "expected"),
    [
        ("海外版", "海外版本", ["scope-overlap"]),
        ("海外版本上线推广", "海外版本", ["scope-overlap"]),
        ("用户登录模块", "用户登录模块的海外版本", []),
        ("App（不含海外版本）", "海外版本", []),
        ("Login module", "Login module for partners", []),
        ("收银软件替换", "收银软件替换（海外）", []),
        ("收银软件替换", "收银软件替换（海外门店）", []),
        ("收银软件替换（国内）", "收银软件替换（海外）", []),
        ("收银软件替换（海外）", "收银软件替换（海外）", ["scope-overlap"]),
        ("POS replacement", "POS replacement (EU)", []),
        ("门店推广培训", "门店推广", []),
        ("海外版的培训手册", "海外版", []),
        ("门店推广、店员培训", "门店推广", ["scope-overlap"]),
        ("海外版本开发", "海外版本", ["scope-overlap"]),
        ("Store promotion training", "Store promotion", []),
        ("Store promotions in the north", "Store promotion", ["scope-overlap"]),
    ],
)
def test_an_out_item_may_narrow_an_in_item_but_not_lie_inside_it(
    inside: str, outside: str, expected: list[str]
) -> None:
    assert names(found(f"scope:\n  in: {{S1: {inside}}}\n  out: {{X1: {outside}}}\n")) == expected


def test_work_on_an_item_that_is_in_and_out_of_scope_is_told_once() -> None:
    scope = "scope:\n  in: {S1: Overseas edition}\n  out: {X1: Overseas edition}\n"
    assert names(found(scope + tasks(name="Build the overseas edition"))) == ["scope-overlap"]
    assert names(found(scope + tasks(name="Build the overseas edition", more="phase: Build"))) == [
        "scope-item-without-deliverable", "scope-overlap", "task-touches-excluded-scope"
    ]  # fmt: skip


def test_one_item_left_out_and_promised_twice_is_told_once() -> None:
    scope = "scope:\n  in: {S1: Crash fixes of the overseas edition, S2: Store page of the overseas edition}\n" + OUT
    finding = only(scope + tasks(more="covers: [S1, S2]"))
    assert finding.rule.name == "scope-overlap"
    assert [place.path.steps[-1] for place in finding.problem.places] == ["S1", "S2"]


def test_a_training_for_something_left_out_is_no_work_on_it() -> None:
    assert found("scope:\n  in: {S1: Crash fixes}\n" + OUT + tasks(name="Overseas edition training")) == []


def test_the_scope_gap_names_what_covers_the_others() -> None:
    finding = only("scope:\n  in: {S1: Crash fixes, S2: Training}\n" + OUT)
    assert finding.rule.name == "scope-item-without-deliverable"
    assert finding.problem.path.steps == ("scope", "in", "S2") and finding.problem.on == "key"
    assert finding.help.en.endswith("S1, for one, is covered by T1")


def test_a_cancelled_task_covers_nothing_and_is_shown() -> None:
    fragment = tasks(more="phase: Build") + "  T3: {name: Given up, status: cancelled, covers: [S1]}\n"
    finding = only(fragment)
    assert finding.rule.name == "scope-item-without-deliverable"
    assert [place.label.en for place in finding.problem.places] == ["T3 covers it but is cancelled"]


def test_a_mistyped_cover_excuses_the_item_it_was_meant_for_only() -> None:
    fragment = "scope:\n  in: {login: Login, payment: Payment}\n" + OUT + tasks(more="covers: [logni]")
    findings = found(fragment)
    assert names(findings) == ["scope-item-without-deliverable", "unknown-reference"]
    assert findings[0].problem.path.steps == ("scope", "in", "payment")


def test_an_unreadable_cover_may_mean_any_item() -> None:
    fragment = "scope:\n  in: {S1: Login, S2: Payment}\n" + OUT + tasks(more="covers: {S1: yes}")
    assert names(found(fragment)) == ["wrong-type"]


@pytest.mark.parametrize(
    ("field", "value"), [("name", "Overseas edition test"), ("deliverable", "The overseas edition")]
)
def test_a_task_on_something_left_out_is_told_where_it_says_so(field: str, value: str) -> None:
    finding = only(tasks(**{field: value}))
    assert finding.rule.name == "task-touches-excluded-scope"
    assert finding.problem.path.steps == ("tasks", "T1", field)
    assert finding.problem.places[0].path.steps == ("scope", "out", "X1")


def test_a_task_that_names_it_twice_is_told_once() -> None:
    assert len(found(tasks(name="Overseas edition", deliverable="Overseas edition"))) == 1


@pytest.mark.parametrize("deliverable", ["无", "none", '""', "~", "-"])
def test_a_deliverable_that_says_nothing_is_missing_and_needs_no_standard(deliverable: str) -> None:
    assert names(found(tasks(deliverable=f'"{deliverable}"' if deliverable == "-" else deliverable))) == [
        "deliverable-missing"
    ]


@pytest.mark.parametrize(
    ("need", "expected"),
    [
        ("{need: Two test phones}", ["early-need-unanswered"]),
        ("{need: Two test phones, note: later}", ["early-need-unanswered"]),
        ("{need: Two test phones, reply: deferred}", []),
        ("{need: Two test phones, tasks: [T1]}", []),
        ("{need: none}", []),
        ("{need: Two test phones, reply: acepted}", ["wrong-type"]),
        ("{need: Two test phones, tasks: [Tx]}", ["unknown-reference"]),
    ],
)
def test_a_need_is_answered_by_a_reply_or_a_task(need: str, expected: list[str]) -> None:
    fragment = f"departments:\n  Development:\n    head: Li Lei\n    needs: [{need}]\n  Marketing: {{head: Zhao Min}}\n"
    assert names(found(fragment)) == expected


NOTE = "  - {deliverable: Release candidate, task: T1, verdict: %s, accepted: %s}\n"
DONE = tasks(more="covers: [S1], status: done, actual_start: 2026-03-16, actual_end: 2026-03-18")


@pytest.mark.parametrize(
    ("verdicts", "state", "severities"),
    [
        (("rejected",), DONE, ["error"]),
        (("rejected",), "", ["warning"]),
        (("accepted", "rejected"), DONE, ["error"]),
        (("rejected", "accepted"), DONE, []),
        (("rejected", "conditional"), DONE, []),
    ],
)
def test_a_rejected_deliverable_is_told_until_it_is_accepted(
    verdicts: tuple[str, ...], state: str, severities: list[str]
) -> None:
    notes = "".join(NOTE % (verdict, f"2026-03-{18 + day}") for day, verdict in enumerate(verdicts))
    findings = found(f"{state}acceptances:\n{notes}")
    assert [(each.rule.name, each.severity.value) for each in findings] == [
        ("deliverable-rejected", severity) for severity in severities
    ]
