"""The words of the project file as a form prints them, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from collabkit.lang import Lang, Text
from collabkit.model import words

LABELS: Mapping[type[StrEnum], Mapping[str, Text]] = {
    # Keyed by class first: members of two enumerations may be the same text and would then be the same key.
    words.Scenario: {
        "product-launch": Text("新产品上市", "Product launch"),
        "process-improvement": Text("流程优化", "Process improvement"),
        "major-event": Text("大型活动", "Major event"),
        "strategy-breakdown": Text("战略分解", "Strategy breakdown"),
        "compliance": Text("合规风控", "Compliance"),
        "other": Text("其他", "Other"),
    },
    words.Stage: {
        "initiating": Text("启动", "Initiating"),
        "planning": Text("规划", "Planning"),
        "executing": Text("执行", "Executing"),
        "closing": Text("收尾", "Closing"),
    },
    words.DocumentStatus: {
        "draft": Text("草稿", "Draft"),
        "in-force": Text("生效", "In force"),
        "superseded": Text("已作废", "Superseded"),
    },
    words.Sensitivity: {
        "public": Text("公开", "Public"),
        "internal": Text("内部", "Internal"),
        "confidential": Text("秘密", "Confidential"),
    },
    words.Level: {"A": Text("A 级", "Level A"), "B": Text("B 级", "Level B"), "C": Text("C 级", "Level C")},
    words.Weekday: {
        "mon": Text("周一", "Monday"),
        "tue": Text("周二", "Tuesday"),
        "wed": Text("周三", "Wednesday"),
        "thu": Text("周四", "Thursday"),
        "fri": Text("周五", "Friday"),
        "sat": Text("周六", "Saturday"),
        "sun": Text("周日", "Sunday"),
    },
    words.Reply: {
        "accepted": Text("采纳", "Accepted"),
        "adjusted": Text("调整后采纳", "Adjusted"),
        "deferred": Text("暂缓", "Deferred"),
    },
    words.Priority: {
        "P0": Text("P0 最高", "P0 Critical"),
        "P1": Text("P1 高", "P1 High"),
        "P2": Text("P2 中", "P2 Medium"),
        "P3": Text("P3 低", "P3 Low"),
    },
    words.TaskStatus: {
        "todo": Text("未开始", "Not started"),
        "doing": Text("进行中", "In progress"),
        "done": Text("已完成", "Done"),
        "cancelled": Text("已取消", "Cancelled"),
    },
    words.ResourceKind: {
        "people": Text("人力", "People"),
        "budget": Text("预算", "Budget"),
        "equipment": Text("设备", "Equipment"),
        "system": Text("系统", "System"),
        "venue": Text("场地", "Venue"),
        "data": Text("数据", "Data"),
    },
    words.Commitment: {
        "committed": Text("已承诺", "Committed"),
        "partial": Text("部分承诺", "Partly committed"),
        "open": Text("未承诺", "Not committed"),
    },
    words.Aspect: {
        "quality": Text("质量", "Quality"),
        "schedule": Text("进度", "Schedule"),
        "scope": Text("范围", "Scope"),
        "cost": Text("成本", "Cost"),
    },
    words.Grade: {"general": Text("一般", "General"), "key": Text("关键", "Key")},
    words.IssueStatus: {
        "open": Text("待处理", "Open"),
        "doing": Text("处理中", "In progress"),
        "resolved": Text("已解决", "Resolved"),
        "closed": Text("已关闭", "Closed"),
    },
    words.DecisionLevel: {
        "manager": Text("项目经理", "Project manager"),
        "heads": Text("部门负责人", "Department heads"),
        "executive": Text("分管副总", "Executive sponsor"),
    },
    words.ActionStatus: {
        "open": Text("待办", "Open"),
        "doing": Text("进行中", "In progress"),
        "done": Text("已完成", "Done"),
        "cancelled": Text("已取消", "Cancelled"),
    },
    words.RiskCategory: {
        "people": Text("人员", "People"),
        "technical": Text("技术", "Technical"),
        "schedule": Text("进度", "Schedule"),
        "cost": Text("成本", "Cost"),
        "supply": Text("供应", "Supply"),
        "compliance": Text("合规", "Compliance"),
        "external": Text("外部", "External"),
    },
    words.RiskStrategy: {
        "avoid": Text("规避", "Avoid"),
        "reduce": Text("减轻", "Reduce"),
        "transfer": Text("转移", "Transfer"),
        "accept": Text("接受", "Accept"),
    },
    words.RiskStatus: {
        "open": Text("应对中", "Open"),
        "happened": Text("已发生", "Happened"),
        "closed": Text("已关闭", "Closed"),
    },
    words.Light: {"red": Text("红", "Red"), "amber": Text("黄", "Amber"), "green": Text("绿", "Green")},
    words.Trend: {
        "up": Text("↑ 好转", "↑ Improving"),
        "flat": Text("→ 平稳", "→ Steady"),
        "down": Text("↓ 恶化", "↓ Declining"),
    },
    words.ChangeCategory: {
        "scope": Text("范围", "Scope"),
        "goal": Text("目标", "Goal"),
        "schedule": Text("进度", "Schedule"),
        "cost": Text("成本", "Cost"),
        "resource": Text("资源", "Resource"),
        "quality": Text("质量", "Quality"),
    },
    words.ChangeDecision: {
        "approved": Text("批准", "Approved"),
        "rejected": Text("驳回", "Rejected"),
        "deferred": Text("暂缓", "Deferred"),
        "merged": Text("合并处理", "Merged"),
    },
    words.MeetingKind: {
        "kickoff": Text("启动会", "Kick-off"),
        "alignment": Text("目标对齐会", "Alignment meeting"),
        "weekly": Text("周例会", "Weekly meeting"),
        "special": Text("专项会议", "Special meeting"),
        "review": Text("复盘会", "Retrospective"),
    },
    words.Rating: {"high": Text("高", "High"), "medium": Text("中", "Medium"), "low": Text("低", "Low")},
    words.Engagement: {
        "unaware": Text("不知情", "Unaware"),
        "resistant": Text("抵触", "Resistant"),
        "neutral": Text("中立", "Neutral"),
        "supportive": Text("支持", "Supportive"),
        "leading": Text("主导", "Leading"),
    },
    words.Opinion: {
        "agree": Text("同意", "Agree"),
        "reservation": Text("有保留", "With reservation"),
        "disagree": Text("不同意", "Disagree"),
    },
    words.LessonKind: {"good": Text("做得好", "Went well"), "improve": Text("待改进", "To improve")},
    words.LessonCategory: {
        "goal": Text("目标", "Goals"),
        "roles": Text("分工", "Roles"),
        "communication": Text("沟通", "Communication"),
        "resource": Text("资源", "Resources"),
        "risk": Text("风险", "Risk"),
        "technical": Text("技术", "Technical"),
        "process": Text("流程", "Process"),
        "other": Text("其他", "Other"),
    },
    words.Verdict: {
        "accepted": Text("通过", "Accepted"),
        "conditional": Text("有条件通过", "Accepted with conditions"),
        "rejected": Text("不通过", "Rejected"),
    },
    words.AcceptanceMethod: {
        "review": Text("评审", "Review"),
        "test": Text("测试", "Test"),
        "sampling": Text("抽检", "Sampling"),
        "demo": Text("演示", "Demonstration"),
    },
    words.CloseoutKind: {
        "normal": Text("正常结项", "Normal close-out"),
        "terminated": Text("提前终止", "Early termination"),
        "suspended": Text("中止", "Suspended"),
    },
    words.ReleaseArea: {
        "people": Text("人员释放", "People released"),
        "budget": Text("预算结算", "Budget settled"),
        "contracts": Text("合同关闭", "Contracts closed"),
        "access": Text("权限回收", "Access revoked"),
        "assets": Text("物资归还", "Assets returned"),
        "groups": Text("群组解散", "Chat groups closed"),
    },
}


def label(member: StrEnum, lang: Lang) -> str:
    """Return `member` as a form in `lang` prints it."""
    return text_of(member).to(lang)


def text_of(member: StrEnum) -> Text:
    """Return `member` as forms print it, in both languages."""
    return LABELS[type(member)][member.value]
