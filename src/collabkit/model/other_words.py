"""What people call the fixed words of the project file, beside the words themselves and what forms print for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from collabkit.lang import Lang, Text
from collabkit.model import words
from collabkit.nearest import fold

OTHER_WORDS: Mapping[type[StrEnum], Mapping[str, Text]] = {
    # The likeliest words first; one that means two of an enumeration stands at neither.
    Lang: {
        "zh-CN": Text("中文、简体中文、汉语、简体", "chinese, zh, cn, zh-hans, simplified chinese, mandarin"),
        "en": Text("英文、英语", "english, en-us, en-gb, eng"),
    },
    words.Scenario: {
        "product-launch": Text(
            "产品上市、产品发布、新品上市、新品发布", "launch, product release, new product, go to market"
        ),
        "process-improvement": Text(
            "流程改进、流程改造、流程再造、数字化", "process, process optimisation, lean, improvement"
        ),
        "major-event": Text("活动、大会、展会、会展", "event, conference, trade fair, exhibition, campaign"),
        "strategy-breakdown": Text("战略、战略落地、战略解码", "strategy, strategy execution, okr"),
        "compliance": Text("合规、风控、审计、认证", "audit, certification, risk control, regulation"),
        "other": Text("其它、别的", "others, misc, miscellaneous, none of these"),
    },
    words.Stage: {
        "initiating": Text(
            "启动中、立项、启动阶段、发起", "initiation, initiated, kick-off, starting, start, start-up"
        ),
        "planning": Text("规划中、计划、计划中、计划阶段、策划、筹备", "plan, planned, in planning, preparation"),
        "executing": Text(
            "执行中、实施、实施中、进行中、推进中、执行阶段、开发中、监控",
            "execution, in progress, running, active, ongoing, implementation, implementing, doing, monitoring",
        ),
        "closing": Text(
            "收尾中、结项、结案、关闭、验收、已完成、收尾阶段",
            "closed, close, closure, close-out, done, completed, finished",
        ),
    },
    words.DocumentStatus: {
        "draft": Text("起草、草案、拟定中、编制中、初稿", "wip, in preparation, preliminary, in progress"),
        "in-force": Text(
            "已生效、已发布、发布、正式、现行、有效、已批准",
            "final, released, approved, valid, published, effective, active, current, issued",
        ),
        "superseded": Text(
            "作废、废止、已废止、失效、已替代、过期", "obsolete, replaced, withdrawn, void, expired, archived"
        ),
    },
    words.Sensitivity: {
        "public": Text("对外公开、可公开", "unclassified, unrestricted, open"),
        "internal": Text("内部资料、内部公开、公司内部", "internal use, internal only, company only"),
        "confidential": Text("机密、保密、绝密", "secret, classified, private, strictly confidential"),
    },
    words.Level: {
        "A": Text("甲、一级、公司级、A类", "1, high, a-level, company"),
        "B": Text("乙、二级、部门级、B类", "2, medium, b-level, department"),
        "C": Text("丙、三级、C类", "3, low, c-level, team"),
    },
    words.Weekday: {
        "mon": Text("星期一、礼拜一", "mo, mondays"),
        "tue": Text("星期二、礼拜二", "tu, tues, tuesdays"),
        "wed": Text("星期三、礼拜三", "we, weds, wednesdays"),
        "thu": Text("星期四、礼拜四", "th, thur, thurs, thursdays"),
        "fri": Text("星期五、礼拜五", "fr, fridays"),
        "sat": Text("星期六、礼拜六", "sa, saturdays"),
        "sun": Text("星期日、星期天、周天、礼拜天", "su, sundays"),
    },
    words.Reply: {
        "accepted": Text("同意、接受、采用、已采纳", "yes, agreed, approved, ok, accept, granted"),
        "adjusted": Text("调整、部分采纳、修改后采纳", "partly, partially accepted, changed, modified, partial"),
        "deferred": Text("延后、推迟、暂不采纳、搁置", "later, postponed, on hold, defer, parked"),
    },
    words.Priority: {
        "P0": Text("紧急、最高、特急、极高", "critical, urgent, blocker, highest, 0, must"),
        "P1": Text("高、重要、较高", "high, important, 1, should"),
        "P2": Text("中、一般、普通、中等", "medium, normal, 2, moderate, could"),
        "P3": Text("低、次要、较低", "low, minor, 3, lowest, nice to have"),
    },
    words.TaskStatus: {
        "todo": Text(
            "未启动、待开始、待办、未做、待启动、计划中、尚未开始、待处理",
            "to do, open, new, planned, pending, backlog, not started yet, waiting",
        ),
        "doing": Text(
            "进行、正在进行、执行中、开展中、已启动、已开始、处理中、推进中、在做",
            "wip, in work, ongoing, active, started, work in progress, running, underway, executing",
        ),
        "done": Text(
            "完成、已结束、结束、完结、已交付、做完、关闭、已关闭、已验收",
            "complete, completed, finished, closed, delivered, ready, resolved",
        ),
        "cancelled": Text(
            "取消、终止、已终止、作废、中止、不做了", "canceled, cancel, dropped, stopped, aborted, won't do, obsolete"
        ),
    },
    words.ResourceKind: {
        "people": Text("人员、人、人手、人力资源", "staff, person, human, headcount, personnel, team"),
        "budget": Text("资金、经费、费用、钱", "money, funds, cost, funding, cash"),
        "equipment": Text(
            "设备设施、仪器、硬件、机器、物资", "hardware, machine, machines, device, tool, tools, material"
        ),
        "system": Text("软件、平台、IT、账号、环境", "software, platform, it, systems, tooling, licence, license"),
        "venue": Text("场所、会议室、会场、地点、场馆", "room, space, location, site, place, facility"),
        "data": Text("资料、数据资源、信息", "information, dataset, documents, records"),
    },
    words.Commitment: {
        "committed": Text("已确认、承诺、已落实、确定、已到位", "yes, confirmed, agreed, firm, secured, commit"),
        "partial": Text("部分、部分落实、部分确认、部分到位", "partially, partially committed, in part, some"),
        "open": Text("待定、待确认、未确认、未落实、无", "no, pending, unconfirmed, none, requested, tbd"),
    },
    words.Aspect: {
        "quality": Text("品质、质量要求", "standard, performance"),
        "schedule": Text("时间、工期、日期、周期", "time, date, deadline, dates, timeline"),
        "scope": Text("功能、内容、需求", "features, content, requirements"),
        "cost": Text("费用、预算、资金、钱", "budget, money, costs, price"),
    },
    words.Grade: {
        "general": Text("普通、次要、轻微、一般问题、低", "minor, normal, ordinary, low, medium"),
        "key": Text("重大、严重、重要、关键问题、高、紧急", "major, critical, severe, high, serious, blocker"),
    },
    words.IssueStatus: {
        "open": Text(
            "未处理、待解决、打开、新建、未解决、待办、未开始、未关闭",
            "new, todo, unresolved, pending, raised, reported, to do",
        ),
        "doing": Text(
            "进行中、解决中、处理、跟进中、正在处理", "wip, in work, ongoing, working, active, investigating"
        ),
        "resolved": Text("解决、已处理、完成、已完成、已修复", "done, fixed, solved, completed, answered"),
        "closed": Text(
            "关闭、已结束、结束、已验证、关单", "close, verified, finished, completed and verified, cancelled"
        ),
    },
    words.DecisionLevel: {
        "manager": Text("经理、PM、项目层", "pm, project lead, lead"),
        "heads": Text(
            "部门经理、部门长、部门主管、部门层、部门",
            "head, department head, managers, departments, department managers",
        ),
        "executive": Text(
            "副总、分管领导、发起人、高层、领导、公司层、总经理",
            "sponsor, board, steering committee, management, vp, ceo, director",
        ),
    },
    words.ActionStatus: {
        "open": Text("未开始、待处理、未启动、待开始、新建", "new, todo, not started, pending, planned, to do"),
        "doing": Text("处理中、执行中、正在进行、推进中、已启动", "wip, in work, ongoing, active, started, running"),
        "done": Text("完成、已关闭、关闭、结束、已解决", "complete, completed, finished, closed, resolved"),
        "cancelled": Text("取消、终止、已终止、作废", "canceled, cancel, dropped, stopped, aborted"),
    },
    words.RiskCategory: {
        "people": Text(
            "人力、团队、人力资源、组织", "staff, resource, resources, human, personnel, team, organisation"
        ),
        "technical": Text("技术风险、研发、质量、系统", "tech, technology, quality, engineering, it, design"),
        "schedule": Text("时间、工期、日程、计划", "time, deadline, delay, planning"),
        "cost": Text("费用、预算、资金、财务", "budget, financial, finance, money"),
        "supply": Text(
            "供应商、供应链、采购、物料", "supplier, vendor, procurement, supply chain, purchasing, logistics"
        ),
        "compliance": Text("法务、法律、法规、监管、政策", "legal, regulatory, regulation, law, contract"),
        "external": Text(
            "市场、客户、环境、天气、外部环境", "market, customer, environment, weather, political, environmental"
        ),
    },
    words.RiskStrategy: {
        "avoid": Text("避免、回避、消除", "avoidance, eliminate, prevent, prevention"),
        "reduce": Text(
            "降低、缓解、减少、减小、控制、预防、应对",
            "mitigate, mitigation, reduction, lessen, minimise, minimize, control, limit",
        ),
        "transfer": Text("转嫁、分担、外包、保险", "share, insure, outsource, transference, insurance"),
        "accept": Text("承担、自留、容忍", "acceptance, tolerate, retain, bear, ignore"),
    },
    words.RiskStatus: {
        "open": Text(
            "开放、监控中、未发生、跟踪中、进行中、处理中、潜在、已识别",
            "active, identified, new, monitoring, watching, in progress, pending, mitigating, doing",
        ),
        "happened": Text(
            "发生、已触发、已成问题、已转问题、触发",
            "occurred, materialised, materialized, issue, triggered, realised, realized",
        ),
        "closed": Text(
            "关闭、解除、已解除、已消除、已结束、完成、已规避",
            "close, gone, retired, resolved, expired, done, mitigated, over",
        ),
    },
    words.Light: {
        "red": Text("红灯、红色、严重、异常", "r, critical, bad, off track, stop"),
        "amber": Text("黄灯、黄色、橙、橙色、预警、关注", "yellow, y, orange, a, at risk, warning, watch"),
        "green": Text("绿灯、绿色、正常、良好", "g, ok, good, on track, normal, fine"),
    },
    words.Trend: {
        "up": Text("上升、好转、改善、向好、变好、↑", "improving, better, rising, positive, ↑, ↗, improved"),
        "flat": Text("持平、平稳、不变、稳定、→", "stable, steady, unchanged, same, →, constant, level"),
        "down": Text("下降、恶化、变差、↓", "worse, worsening, declining, falling, negative, ↓, ↘, deteriorating"),
    },
    words.ChangeCategory: {
        "scope": Text("范围变更、需求、内容", "requirements, content, features"),
        "goal": Text("目标变更、指标", "goals, objective, target, objectives"),
        "schedule": Text("时间、工期、日期、进度变更、延期", "time, date, deadline, delay, dates, timeline"),
        "cost": Text("费用、预算、资金、成本变更", "budget, money, costs, price"),
        "resource": Text("资源、人员、人力、资源变更", "resources, people, staff, team"),
        "quality": Text("品质、标准、质量变更", "standard, standards, specification"),
    },
    words.ChangeDecision: {
        "approved": Text("同意、通过、已批准、批准实施、已通过", "approve, yes, accepted, agreed, granted, ok"),
        "rejected": Text("不同意、拒绝、否决、已驳回、不批准", "reject, no, declined, refused, denied"),
        "deferred": Text("延后、推迟、搁置、待定、挂起", "postponed, later, on hold, defer, pending"),
        "merged": Text("合并、并入、已合并", "merge, combined, joined, included"),
    },
    words.MeetingKind: {
        "kickoff": Text(
            "启动、项目启动会、启动会议、开工会", "kick off, kick-off meeting, start, launch meeting, opening"
        ),
        "alignment": Text("对齐会、目标对齐、对齐、目标会", "goal alignment, align, goals meeting, goal meeting"),
        "weekly": Text(
            "周会、例会、每周例会、周例会议、例行会", "weekly sync, status meeting, standup, regular, week, status"
        ),
        "special": Text(
            "专题会、专题会议、协调会、临时会议、专项、专项会",
            "ad hoc, extraordinary, special topic, topic, workshop, other",
        ),
        "review": Text(
            "评审会、复盘、总结会、回顾会、评审",
            "retro, retrospective meeting, lessons learned, post mortem, post-mortem, closing",
        ),
    },
    words.Rating: {
        "high": Text("较高、很高、强、大", "h, strong, very high, 3, large, big"),
        "medium": Text("中等、一般、中级", "m, mid, moderate, average, normal, 2"),
        "low": Text("较低、很低、弱、小", "l, weak, very low, 1, small, minor"),
    },
    words.Engagement: {
        "unaware": Text("不了解、未知、不知道、未参与", "unknown, not aware, uninformed"),
        "resistant": Text("反对、抗拒、不支持、抵制", "opposed, against, negative, blocker, opposing"),
        "neutral": Text("中性、一般、观望", "indifferent, undecided, passive"),
        "supportive": Text("支持者、赞成、认可、积极", "support, supporter, positive, in favour, supporting"),
        "leading": Text("引领、主动参与、推动、带头", "lead, leader, driving, champion, active"),
    },
    words.Opinion: {
        "agree": Text(
            "赞成、认可、通过、已同意、无异议、批准、签字",
            "yes, approved, agreed, ok, accept, accepted, approve, signed, confirmed",
        ),
        "reservation": Text(
            "保留、保留意见、有保留意见、有条件同意",
            "reserved, with reservations, conditional, but, reservations, agree with reservation",
        ),
        "disagree": Text(
            "反对、拒绝、不认可、不通过、有异议", "no, rejected, disagreed, refuse, reject, against, object"
        ),
    },
    words.LessonKind: {
        "good": Text(
            "好、经验、亮点、优点、成功、良好、做得好的",
            "positive, success, well, strength, keep, best practice, plus, went right",
        ),
        "improve": Text(
            "改进、教训、不足、问题、缺点、需改进、待提升",
            "negative, improvement, problem, bad, weakness, minus, went wrong, to do better",
        ),
    },
    words.LessonCategory: {
        "goal": Text("目标管理、指标", "objective, objectives, target"),
        "roles": Text("职责、角色、责任、组织、团队", "role, responsibilities, organisation, organization, team"),
        "communication": Text("沟通协作、协作、协调", "collaboration, coordination, meetings"),
        "resource": Text("人力、人员、预算、资源管理", "people, staff, budget, capacity"),
        "risk": Text("风险管理、风险应对", "risk management"),
        "technical": Text("技术方案、研发、质量、测试", "tech, technology, quality, engineering, testing"),
        "process": Text("流程制度、流程管理、过程、管理、计划", "processes, procedure, method, planning, management"),
        "other": Text("其它、别的", "others, misc, miscellaneous, general"),
    },
    words.Verdict: {
        "accepted": Text("合格、验收通过、已通过、同意、接受", "pass, passed, ok, yes, approved, accept"),
        "conditional": Text(
            "有条件、让步接收、条件通过、有条件接受、部分通过",
            "conditionally, with conditions, partial, passed with conditions, accepted with reservation, partly",
        ),
        "rejected": Text(
            "不合格、未通过、拒绝、驳回、验收不通过、退回", "fail, failed, no, not accepted, reject, refused"
        ),
    },
    words.AcceptanceMethod: {
        "review": Text(
            "审查、评审会、文档评审、检查、审核", "inspection, document review, walkthrough, audit, reading"
        ),
        "test": Text("试验、检测、试运行、验收测试", "testing, tests, acceptance test, trial, uat, measurement"),
        "sampling": Text("抽样、抽查、抽样检查、抽测", "sample, spot check, samples, random check"),
        "demo": Text("演示会、现场演示、展示", "demonstration on site, show, presentation, demos"),
    },
    words.CloseoutKind: {
        "normal": Text(
            "正常、完成、正常结束、按期结项、结项", "regular, completed, as planned, done, standard, finished"
        ),
        "terminated": Text(
            "终止、提前结束、取消、撤项、提前结项", "cancelled, canceled, aborted, stopped, early, ended early"
        ),
        "suspended": Text("暂停、挂起、搁置、中断", "paused, on hold, halted, frozen, interrupted"),
    },
    words.ReleaseArea: {
        "people": Text("人员、团队、人力", "staff, team, personnel, resources"),
        "budget": Text("预算、费用、经费、结算", "money, finance, cost, funds"),
        "contracts": Text("合同、合约、供应商", "contract, suppliers, vendor, agreements"),
        "access": Text("权限、账号、门禁", "permissions, accounts, rights, access rights, logins"),
        "assets": Text("物资、资产、设备", "equipment, asset, materials, hardware"),
        "groups": Text("群组、群、微信群、群聊", "chat, chats, channels, group chats, mailing lists"),
    },
}

_MARKS = r"[✓✔√☑✅❌×●○◎★☆🔴🟡🟢\s.。!！:：()（）\[\]【】「」“”\"']+"


def word_called(kind: type[StrEnum], text: str) -> str | None:
    """Return the word of an enumeration that people call `text`; None when nobody does."""
    names = _names(kind)
    return names.get(fold(text)) or names.get(fold(re.sub(_MARKS, "", text)))


@cache
def _names(kind: type[StrEnum]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name, text in OTHER_WORDS.get(kind, {}).items():
        for each in (*text.zh.split("、"), *text.en.split(", ")):
            found.setdefault(fold(each), name)
            found.setdefault(fold(re.sub(_MARKS, "", each)), name)
    return found
