"""Names and ids that lead nowhere."""

from __future__ import annotations

import pytest

from collabkit.finding import Finding
from collabkit.rules.example import PROJECT
from collabkit.rules.unknown_ids import nearest_id
from collabkit.source.source import Source
from tests.rules.found import found, found_in, marked, names
from tests.sections import overlay
from tests.work import calls

RISK = """\
risks:
  R1:
    title: The store rejects the release
    likelihood: 2
    impact: 3
    response: Ask for a preview
    owner: {owner}
    due: 2026-03-27
"""


def only(fragment: str) -> Finding:
    (finding,) = found(fragment)
    return finding


def test_an_unknown_person_is_told_with_the_nearest_name_and_its_place() -> None:
    finding = only(RISK.format(owner="Zhao Mni"))
    problem = finding.problem
    assert problem.message.en == "unknown person 'Zhao Mni' as owner of risk R1"
    assert problem.message.zh == "没有名为「Zhao Mni」的成员（风险 R1 的责任人）"
    assert problem.label is not None and problem.label.en == "did you mean 'Zhao Min'?"
    assert problem.places[0].path.steps == ("people", "Zhao Min")


def test_an_unknown_person_like_nobody_is_told_with_those_known() -> None:
    finding = only(RISK.format(owner="王五"))
    assert finding.problem.label is None
    assert finding.help.zh == "改用已有的：Li Lei、Han Mei、Zhao Min、Wang Fang、Chen Ming；或在 people 中加上它"


def test_a_name_counts_as_the_id_it_belongs_to() -> None:
    people = """\
people:
  Li Lei: {department: Development}
  Han Mei: {department: Development}
  Zhao Min: {department: Marketing}
  Wang Fang: {department: Marketing}
  p-17: {name: Smith, department: Marketing}
  Chen Ming: {title: Vice president}
"""
    finding = only(people + RISK.format(owner="Smith"))
    assert finding.problem.label is not None and finding.problem.label.en == "did you mean 'p-17'?"


@pytest.mark.parametrize("owner", ["Li Lei and Han Mei", "Li Lei、Han Mei", "Li Lei / Han Mei", "Li Lei和Han Mei"])
def test_two_names_in_one_owner_ask_for_one_person(owner: str) -> None:
    finding = only(RISK.format(owner=owner))
    assert finding.rule.name == "unknown-person"
    assert finding.help.en == "name one person only, such as 'Li Lei'"


def test_two_names_in_one_item_ask_for_two_items() -> None:
    finding = only("meetings:\n  - {kind: kickoff, date: 2026-04-02, attendees: [Li Lei、Zhao Min]}\n")
    assert finding.problem.message.en == "unknown person 'Li Lei、Zhao Min' in attendees of item 1 of meetings"
    assert finding.help.zh == "各写一项，用半角逗号隔开：[Li Lei, Zhao Min]"


def test_a_department_in_a_persons_place_asks_for_one_of_its_people() -> None:
    finding = only("meetings:\n  - {kind: kickoff, date: 2026-04-02, chair: Development}\n")
    assert finding.help.en == "this is a department; name one of its people: Li Lei, Han Mei"


def test_where_a_person_or_department_will_do_both_are_named() -> None:
    (finding,) = found_in(Source.from_text(PROJECT.replace("    acceptor: Marketing\n", "    acceptor: IT\n")))
    assert finding.rule.name == "unknown-person"
    assert finding.problem.message.en == "unknown person or department 'IT' as acceptor of task T1"
    assert finding.problem.message.zh == "没有名为「IT」的成员或部门（任务 T1 的验收人或接收部门）"


DEPARTMENTS = """departments:
  Development: {head: Li Lei}
  Marketing: {head: Zhao Min}
  市场部: {head: 周洋}
  生产与供应链部: {head: 周洋}
people:
  周洋: {department: 市场部}
  欧阳明: {department: 生产与供应链部}
"""


def provider(name: str) -> list[str | None]:
    """Return whom `check` takes a provider for, at each finding about one."""
    findings = found(f"{DEPARTMENTS}resources:\n  - {{need: A test server, provider: {name}}}\n")
    told = [finding for finding in findings if "resources" in finding.problem.path.steps]
    assert all(finding.rule.name == "provider-unknown" for finding in told)
    return [finding.problem.label.en if finding.problem.label else None for finding in told]


@pytest.mark.parametrize("name", ["市场部", "欧阳明", "Marketing", "Han Mei"])
def test_a_provider_on_the_project_is_known(name: str) -> None:
    assert provider(name) == []


@pytest.mark.parametrize(
    "name",
    [
        "财务部",
        "法务部",
        "信息部",
        "IT",
        "PR",
        "Finance",
        "Legal",
        "Acme Cloud Ltd",
        "云服务商",
        "周海",
        "Purchasing",
        "人力资源部",
    ],
)
def test_a_provider_need_not_be_on_the_project(name: str) -> None:
    assert provider(name) == []


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("市厂部", "市场部"),
        ("生产与供应琏部", "生产与供应链部"),
        ("Marketting", "Marketing"),
        ("marketing", "Marketing"),
        ("欧阳名", "欧阳明"),
    ],
)
def test_a_provider_one_slip_off_a_known_name_is_told(name: str, meant: str) -> None:
    assert provider(name) == [f"did you mean '{meant}'?"]


def test_a_provider_whose_name_is_missed_elsewhere_is_told_there() -> None:
    text = PROJECT.replace("    acceptor: Marketing\n", "    acceptor: Marketting\n")
    findings = found_in(Source.from_text(text + "resources:\n  - {need: A test server, provider: Marketting}\n"))
    assert names(findings) == ["unknown-person"]


def test_keys_that_name_departments_are_references_too() -> None:
    finding = only("weeks:\n  2026-W12:\n    departments:\n      Develpment: {done: [First fixes]}\n")
    assert finding.rule.name == "department-undeclared"
    assert finding.problem.message.en == "unknown department 'Develpment' in departments of week 2026-W12"
    assert finding.span.line == finding.span.end_line and finding.problem.on == "key"


def test_one_unknown_id_is_told_once_with_its_other_uses() -> None:
    fragment = "reservations:\n" + "".join(
        f"  - {{department: Finance, text: Point {n}, follow_up: Ask, due: 2026-03-27}}\n" for n in range(9)
    )
    finding = only(fragment)
    assert finding.rule.name == "department-undeclared"
    assert [place.label.en for place in finding.problem.places] == ["also used here"] * 5


@pytest.mark.parametrize(("written", "shown"), [("T7", "T7"), ("T7+2", "T7"), ("T7 SS", "T7"), ("T7 FF-1", "T7")])
def test_an_unknown_predecessor_is_named_without_link_and_lag(written: str, shown: str) -> None:
    text = Source.from_text(_chain(5).replace("after: [T2]", f"after: [{written}]"))
    (finding,) = [one for one in found_in(text) if one.rule.name == "dependency-unknown"]
    assert finding.problem.message.en == f"task T3 waits for '{shown}', which does not exist"
    assert finding.problem.label is None
    assert finding.help.en == "use one of T1, T2, T4, T5, or remove this dependency"
    assert marked(text, finding) == written


def test_other_ids_are_looked_up_in_their_own_section() -> None:
    both = found("decisions:\n  - {title: Ship on Tuesday, risk: R2, issue: I4}\n")
    assert [one.problem.message.en for one in both] == [
        "unknown risk 'R2' as risk of item 1 of decisions",
        "unknown issue 'I4' as issue of item 1 of decisions",
    ]
    assert both[1].help.en == "add 'I4' to issues"


@pytest.mark.parametrize("country", ["CN", "cn", "US", "GB"])
def test_a_country_whose_holidays_are_known_is_no_stray(country: str) -> None:
    assert "unknown-reference" not in names(found(f"calendar: {{country: {country}}}\n"))


def test_an_unknown_country_is_a_stray_reference() -> None:
    finding = only("calendar: {country: Atlantis}\n")
    assert finding.problem.message.en == "the holidays of country 'Atlantis' are not known"
    assert finding.rule.name == "unknown-reference"


@pytest.mark.parametrize(
    ("name", "ids", "meant"),
    [
        ("T3", ["T01", "T02", "T03"], "T03"),
        ("t03", ["T01", "T02", "T03"], "T03"),
        ("T-03", ["T01", "T02", "T03"], "T03"),
        ("T9", ["T1", "T2", "T4"], None),
        ("T033", ["T01", "T02", "T03"], "T03"),
        ("S1", ["S2"], None),
        ("T12", ["T21", "T31"], "T21"),
        ("TT03", ["T02", "T03"], "T03"),
        ("李蕾", ["李雷", "韩梅"], "李雷"),
        ("Finance", ["Marketing", "Development"], None),
    ],
)
def test_a_wrong_digit_proposes_nothing_where_several_ids_are_near(
    name: str, ids: list[str], meant: str | None
) -> None:
    assert nearest_id(name, ids) == meant


def _strays(count: int) -> Source:
    return Source.from_text(_chain(count).replace("after: [T", "after: [U"))


def test_ten_thousand_unknown_ids_are_all_told() -> None:
    assert names(found_in(_strays(10_000))).count("dependency-unknown") == 9_999


def test_twice_as_many_unknown_ids_do_not_take_four_times_the_work() -> None:
    # Each is compared with every id, but only up to a number of comparisons for the whole file.
    _, fewer = calls(lambda: found_in(_strays(400)))
    _, more = calls(lambda: found_in(_strays(800)))
    assert more <= fewer * 2


def _chain(length: int) -> str:
    lines = ["tasks:", "  T1: {name: Task 1, department: Development, owner: Han Mei}"]
    lines += [
        f"  T{n}: {{name: Task {n}, department: Development, owner: Han Mei, after: [T{n - 1}]}}"
        for n in range(2, length + 1)
    ]
    return overlay("\n".join(lines) + "\n")


@pytest.mark.parametrize(("written", "meant"), [("中国", "CN"), ("China", "CN"), ("united kingdom", "GB")])
def test_a_country_written_out_is_told_its_code(written: str, meant: str) -> None:
    finding = only(f"calendar: {{country: {written}}}\n")
    assert finding.problem.label is not None and finding.problem.label.en == f"did you mean '{meant}'?"
    assert finding.help.zh == f"改成「{meant}」"


def test_an_unknown_country_makes_no_days_off_of_make_up_days() -> None:
    tasks = "milestones: {M1: {name: Release, date: 2026-03-28}}\n"
    assert "non-working-day" in names(found(tasks))
    broken = names(found(tasks + "calendar: {country: Atlantis}\n"))
    assert "unknown-reference" in broken and "non-working-day" not in broken


def test_a_section_without_entries_is_missed_once() -> None:
    findings = found("people: {}\n")
    assert names(findings) == ["unknown-person"]
    assert findings[0].problem.message.en.startswith("people is empty, but these are referred to: ")
    assert findings[0].problem.message.zh.startswith("people 里没有任何成员，却用到 ")
    assert findings[0].help.zh == "在 people 中写出它们"


def test_goals_that_are_referred_to_but_not_there_are_no_goal() -> None:
    assert "unknown-reference" not in names(found("goals: {}\n"))
    assert names(found("goals: {}\n")).count("no-goal") == 1


def test_an_id_that_stands_twice_is_not_missed_under_another_one() -> None:
    text = overlay(RISK.format(owner="Zhao Min") + "    tasks: [T2]\n").replace("  T2:", "  T1:")
    assert names(found_in(Source.from_text(text))) == ["duplicate-key"]


@pytest.mark.parametrize("written", ["T1，T2", "T1、T2", "T1; T2", "T1和T2"])
def test_several_ids_written_as_one_are_told_apart(written: str) -> None:
    finding = only(RISK.format(owner="Zhao Min") + f'    tasks: ["{written}"]\n')
    assert finding.help.en == "write each as an item of its own: [T1, T2]"


def test_several_predecessors_written_as_one_are_told_apart() -> None:
    text = PROJECT.replace("    covers: [S1]\n", "    covers: [S1]\n    after: [T1，T2]\n", 1)
    helps = [
        finding.help.zh for finding in found_in(Source.from_text(text)) if finding.rule.name == "dependency-unknown"
    ]
    assert helps == ["各写一项，用半角逗号隔开：[T1, T2]"]


def test_a_task_that_is_missed_as_predecessor_and_elsewhere_is_one_finding() -> None:
    text = overlay(RISK.format(owner="Zhao Min") + "    tasks: [T7]\n").replace("[T1]", "[T7]")
    (finding,) = found_in(Source.from_text(text))
    assert finding.rule.name == "unknown-reference"
    assert ("tasks", "T2", "after", 0) in [place.path.steps for place in finding.problem.places]


def test_an_id_that_entries_of_one_list_share_is_told_once_with_every_place() -> None:
    line = "  - {{kind: review, date: 2026-03-{day}, id: {id}}}\n"
    meetings = "meetings:\n" + "".join(line.format(day=day, id=key) for day, key in ((9, "K1"), (10, "K2"), (11, "K1")))
    told = [each for each in found(meetings.replace("-9,", "-09,")) if each.rule.name == "id-twice"]
    assert [(each.message.en, each.message.zh) for each in told] == [
        ("the id 'K1' is used twice in meetings", "编号「K1」在 meetings 中用了 2 次")
    ]
    assert (told[0].problem.path.steps, [place.path.steps for place in told[0].problem.places]) == (
        ("meetings", 2, "id"),
        [("meetings", 0, "id")],
    )


def test_one_id_in_two_lists_or_left_out_is_no_mistake() -> None:
    resources = "resources:\n  - {id: K1, need: Phones, department: Development}\n"
    items = "handover_items:\n  - {id: K1, item: Reviews}\n  - {item: x}\n  - {item: y}\n"
    assert "id-twice" not in names(found(resources + items))
