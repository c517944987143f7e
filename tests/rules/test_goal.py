"""What is said of goals: numbers, percentages, directions, and who carries what."""

from __future__ import annotations

import json

import pytest

from collabkit.model import Stage
from collabkit.rules.goal_text import Direction, direction, is_about, is_rate, names_number, percent_change
from tests.rules.found import found, names


def goal(**fields: str | None) -> str:
    """Return a section `goals` with one goal, some of its fields changed or left out."""
    usual: dict[str, str | None] = {
        "statement": "App 2.0 runs without crashes",
        "metric": "crashes per 1000 sessions",
        "baseline": "8",
        "target": "≤ 2",
        "due": "2026-03-31",
        "department": None,
        "owner": "Li Lei",
    }
    lines = [f'    {key}: "{value}"' for key, value in (usual | fields).items() if value is not None]
    return "\n".join(["goals:", "  G1:", *lines, ""])


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("留存率提升15%", 15),
        ("用户次月留存率提升 15 %", 15),
        ("降低次品率约 20％", 20),
        ("提升用户次月留存率 15%", 15),
        ("Raise retention by 15 %", 15),
        ("Reduce the churn rate by at least 7.5 percent", 7.5),
        ("15 % increase in retention", 15),
        ("留存率相对提升 15%", None),
        ("留存率提升 15 个百分点", None),
        ("留存率提升至 36.8%", None),
        ("留存率提升到 36.8%", None),
        ("留存率不低于 36.8%", None),
        ("Raise retention by 15 % (relative)", None),
        ("Raise retention by 5 percentage points", None),
        ("Raise retention to 36.8 %", None),
        (None, None),
    ],
)
def test_a_change_by_per_cent_is_told_from_a_result_and_from_points(text: str | None, change: float | None) -> None:
    assert percent_change(text) == change


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("降低投诉率", Direction.DOWN),
        ("Shorten the lead time", Direction.DOWN),
        ("年度营收增长 20%", Direction.UP),
        ("Doubling the sales", Direction.UP),
        ("提升效率、降低成本", Direction.UNKNOWN),
        ("Cut-over without downtime", Direction.UNKNOWN),
        ("改善用户体验", Direction.UNKNOWN),
        (None, Direction.UNKNOWN),
    ],
)
def test_a_direction_is_read_from_the_words(text: str | None, way: Direction) -> None:
    assert direction(text) is way


def test_a_rate_is_known_by_its_name() -> None:
    assert all(map(is_rate, ("次月留存率（数据平台口径）", "目标客户占比", "market share", "retention rate (30 days)")))
    assert not any(map(is_rate, ("营收", "生产效率", "上市日期", "response time", "rated items")))


def test_a_number_may_be_written_in_words() -> None:
    assert all(
        map(
            names_number, ("≥ 36.8 %", "2026-05-29", "零事故", "三个模块", "翻番", "double the sales", "启动后第 65 天")
        )
    )
    assert not any(map(names_number, ("明显提升", "进一步提升", "统一管理", "as soon as possible")))


def test_a_statement_is_about_the_metric_whose_name_it_ends_with() -> None:
    assert is_about("降低投诉率", "客户投诉率（客服系统口径）")
    assert is_about("Cut the complaint rate", "customer complaint rate")
    assert not is_about("降低客户投诉", "客户满意度")
    assert not is_about("提升响应速度", "平均响应时长")


@pytest.mark.parametrize(
    ("fields", "rules"),
    [
        ({"metric": None}, ["goal-without-metric"]),
        ({"metric": "—"}, ["goal-without-metric"]),
        ({"target": None}, ["goal-without-target"]),
        ({"target": "明显减少"}, ["goal-without-target"]),
        ({"target": "2026-03-31"}, []),
        ({"target": "≥ 1,000 人；≥ 60 %"}, []),
        ({"baseline": None}, []),
        ({"statement": "减少崩溃", "baseline": None}, ["goal-without-baseline"]),
        ({"statement": "减少崩溃", "baseline": "无"}, ["goal-without-baseline"]),
        ({"statement": "缩短上市时间", "baseline": None, "target": "2026-03-31"}, []),
        # Without a target there is nothing yet to compare a baseline with.
        ({"statement": "提升用户体验", "baseline": None, "target": None}, ["goal-without-target"]),
        ({"due": None}, ["goal-without-deadline"]),
        ({"owner": None}, ["goal-without-owner"]),
        ({"owner": None, "department": "Marketing"}, []),
        ({"owner": None, "department": "Markteing"}, ["department-undeclared"]),
        ({"owner": "Li Leii"}, ["unknown-person"]),
        ({"due": "2026-06-30"}, []),
        ({"due": "2026-06-30", "owner": None, "department": "Marketing"}, ["goal-due-after-project-end"]),
        ({"due": "2026-06-30", "owner": None}, ["goal-without-owner"]),
    ],
)
def test_what_a_goal_lacks_is_said_once(fields: dict[str, str | None], rules: list[str]) -> None:
    assert names(found(goal(**fields))) == rules


@pytest.mark.parametrize(
    ("statement", "metric", "baseline", "target", "ambiguous"),
    [
        # The target says which: 36.8 is 32 and 15 per cent of it, 47 is 32 and 15 points.
        ("留存率提升15%", "次月留存率", "32.0 %", "≥ 36.8 %", False),
        ("留存率提升15%", "次月留存率", "32.0 %", "≥ 40 %", True),
        ("留存率提升15%", "次月留存率", "未统计", "≥ 36.8 %", True),
        ("留存率相对提升15%", "次月留存率", "32.0 %", "≥ 36.8 %", False),
        ("营收增长 20%", "财务口径确认收入", "5.00 亿元", "≥ 6.00 亿元", False),
        ("效率提升 20%", "人均处理量", "50 单", "60 单", False),
        ("Raise retention by 15 %", "retention", "32 %", "47 %", False),
        ("Raise retention by 15 %", "retention", "32 %", "≥ 40 %", True),
        ("Cut churn by 10 %", "churn", "20 %", "≤ 18 %", False),
    ],
)
def test_per_cent_of_a_percentage_is_ambiguous(
    statement: str, metric: str, baseline: str, target: str, ambiguous: bool
) -> None:
    fragment = goal(statement=statement, metric=metric, baseline=baseline, target=target)
    assert names(found(fragment)) == ["goal-percent-ambiguous"] * ambiguous


def test_both_readings_of_an_ambiguous_change_are_worked_out() -> None:
    (finding,) = found(goal(statement="留存率提升15%", metric="次月留存率", baseline="32 %", target="≥ 40 %"))
    assert finding.help.en == "say 'relative' (32 % → 36.8 %) or '15 points' (→ 47 %)"


STATES = [
    "四级", "3 级", "A 级", "取得证书", "已批复", "预算内", "全部门店完成切换", "等保三级认证", "CMMI 4",
    "一等奖", "无重大投诉",
    "通过验收", "正式投产", "合同签订", "ISO 27001 certified", "approved", "within budget", "certificate obtained",
    "Licence granted by the regulator", "All stores live", "level 4", "no open findings", "更换设备完成",
]  # fmt: skip


@pytest.mark.parametrize("target", STATES)
def test_a_target_may_be_a_state_without_baseline_or_direction(target: str) -> None:
    for statement in ("提升信息安全管理水平", "Reduce what can go wrong"):
        for baseline in (None, "5 级", "未认证", "—"):
            assert names(found(goal(statement=statement, baseline=baseline, target=target))) == []


@pytest.mark.parametrize(
    ("target", "severity"),
    [
        ("明显减少", "error"),
        ("进一步提升", "error"),
        ("按时完成且更好", "error"),
        ("as soon as possible", "error"),
        ("better than today", "error"),
        ("—", "error"),
        # Perhaps clear to those who agreed on it.
        ("打造品牌", "warning"),
        ("a team that works", "warning"),
    ],
)
def test_a_target_that_only_says_which_way_is_none(target: str, severity: str) -> None:
    (finding,) = found(goal(target=target))
    assert (finding.rule.name, finding.severity.value) == ("goal-without-target", severity)


@pytest.mark.parametrize(("baseline", "target"), [("3 级", "2 级"), ("2 级", "3 级"), ("3 stars", "2 stars")])
def test_nobody_knows_which_end_of_a_ladder_is_better(baseline: str, target: str) -> None:
    for statement in ("提升崩溃等级", "降低崩溃等级"):
        assert found(goal(statement=statement, metric="崩溃等级", baseline=baseline, target=target)) == []


@pytest.mark.parametrize(
    ("statement", "metric", "baseline", "target", "worse"),
    [
        ("降低投诉率", "投诉率", "8 %", "18 %", True),
        ("降低投诉率", "投诉率", "8 %", "≤ 18 %", True),
        ("降低投诉率", "投诉率", "18 %", "≤ 8 %", False),
        ("提高留存率", "次月留存率（口径）", "32 %", "≥ 30 %", True),
        ("提高留存率", "次月留存率", "32 %", "32 %", False),
        ("Raise the install rate", "install rate", "40 %", "30 %", True),
        ("缩短上市时间", "上市时间", "2026-03-20", "2026-03-31", True),
        ("减少超期；提高满意度", "超期单；满意度", "10；80", "5；90", False),
        # What is raised is not what is measured: the bound goes the other way.
        ("提升响应速度", "平均响应时长", "72 h", "≤ 24 h", False),
        ("降低客户投诉", "客户满意度", "3.5 分", "4.2 分", False),
        # Other units and no direction cannot be compared.
        ("降低投诉率", "投诉率", "8 %", "18 件", False),
        ("保持毛利率", "毛利率", "41 %", "≥ 40 %", False),
    ],
)
def test_a_target_worse_than_its_baseline_is_told_by_what_the_goal_says(
    statement: str, metric: str, baseline: str, target: str, worse: bool
) -> None:
    fragment = goal(statement=statement, metric=metric, baseline=baseline, target=target)
    assert names(found(fragment)) == ["goal-target-wrong-direction"] * worse


def test_one_of_several_metrics_can_go_the_wrong_way() -> None:
    fragment = goal(
        statement="提高参会人数", metric="目标客户占比；参会人数", baseline="45 %；760 人", target="≥ 60 %；≥ 700 人"
    )
    assert names(found(fragment)) == ["goal-target-wrong-direction"]


SUBGOAL = """\
  {key}:
    goal: {goal}
    department: {department}
    statement: The users install the release
    metric: share of users on 2.0
    target: ≥ 60 %
    due: 2026-03-31
    owner: Zhao Min
"""


def subgoals(*entries: tuple[str, str, str | None]) -> str:
    """Return a section `subgoals` of goal, department and weight."""
    text = "subgoals:\n"
    for number, (parent, department, weight) in enumerate(entries, 1):
        text += SUBGOAL.format(key=f"SG{number}", goal=parent, department=department)
        text += f"    weight: {weight}\n" if weight else ""
    return text


D, M = "Development", "Marketing"


@pytest.mark.parametrize(
    ("entries", "rules"),
    [
        ([("G1", D, "60"), ("G1", M, "40")], []),
        ([("G1", D, "33.33"), ("G1", M, "33.33"), ("G1", M, "33.34")], []),
        ([("G1", D, None), ("G1", M, None)], []),
        ([("G1", D, "60"), ("G1", M, "50")], ["subgoal-weights-not-100"]),
        ([("G1", D, "60"), ("G1", M, None)], ["subgoal-weights-not-100"]),
        ([("G1", D, "60"), ("G1", M, "4O")], ["wrong-type"]),
        ([("G1", D, "60"), ("G9", M, "40")], ["unknown-reference"]),
        ([("G1", M, None)], ["department-without-subgoal"]),
        ([("G1", M, None), ("G1", "Developmnet", None)], ["department-undeclared"]),
    ],
)
def test_subgoals_carry_each_goal_in_each_department_with_weights_that_make_a_whole(
    entries: list[tuple[str, str, str | None]], rules: list[str]
) -> None:
    assert names(found(subgoals(*entries))) == rules


def test_a_goal_without_any_subgoal_is_not_told_again_for_every_department() -> None:
    assert names(found("subgoals: {}\n")) == ["goal-without-subgoal"]
    assert names(found("subgoals: {}\n", stage=Stage.INITIATING)) == []


def test_the_weights_that_are_missing_are_worked_out() -> None:
    (finding,) = found(subgoals(("G1", D, "60"), ("G1", M, None)))
    assert finding.help.en == "give the remaining 40 to SG2"
    assert finding.help.zh == "把余下的 40 分给没有权重的 SG2"


def test_subgoals_are_goals_too() -> None:
    text = subgoals(("G1", D, None), ("G1", M, None)).replace("    metric: share of users on 2.0\n", "", 1)
    (finding,) = found(text)
    assert finding.problem.path.steps == ("subgoals", "SG1", "metric")
    assert finding.problem.message.zh == "子目标 SG1「The users install the release」没有衡量指标"


@pytest.mark.parametrize(
    ("target", "severity"),
    [("高于去年", "error"), ("低于同行", "error"), ("不低于去年的水平", "warning"), ("高于去年 5 个百分点", None)],
)
def test_a_target_that_only_compares_is_none(target: str, severity: str | None) -> None:
    told = [f.severity.value for f in found(goal(target=target)) if f.rule.name == "goal-without-target"]
    assert told == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("target", "value", "told"),
    [
        ("≥ 36.8 %", "0.372", True),
        ("≥ 36.8 %", "37.2", False),
        ("12,000 台", "11,400", False),
        ("1.2万台", "1.14", True),
        ("2026-03-31", "3 天", True),
        ("≤ 2", "达到要求", True),
        ("≥ 90 %；≤ 5 天", "95 %", True),
        ("≥ 90 %；≤ 5 天", "95 %；6 天", False),
        ("取得证书", "材料在审", False),
        ("四级", "三级", False),
        ("≤ 2", "—", False),
    ],
)
@pytest.mark.parametrize("field", ["actual", "current"])
def test_a_value_that_cannot_be_held_against_the_target_is_told(
    target: str, value: str, told: bool, field: str
) -> None:
    written = value if field == "actual" else [{"date": "2026-03-13", "value": value}]
    about = ("goal-value-incomparable", "goal-target-wrong-direction")
    fragment = goal(target=target, baseline=None) + f"    {field}: {json.dumps(written, ensure_ascii=False)}\n"
    assert [name for name in names(found(fragment)) if name in about] == [about[0]] * told


def test_what_a_bare_number_beside_a_percentage_may_mean_is_asked() -> None:
    fragment = goal(target="≥ 36.8 %", baseline=None) + "    actual: 0.372\n"
    (told,) = [each for each in found(fragment) if each.rule.name == "goal-value-incomparable"]
    assert told.help.en == "add the unit: 37.2 %, or is it 0.372 %?"
