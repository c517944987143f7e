"""What people call the fields of the project file, beside their keys and the labels that forms print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from collabkit.lang import Text
from collabkit.nearest import fold

SYNONYMS: Mapping[str, Text] = {
    # By key, or by model and key where a key means something else in one of them; the likeliest words first.
    # Sections
    "collabkit": Text("格式、格式版本、文件格式", "format, version, format version"),
    "language": Text("语言、表单语言", "lang, locale"),
    "project": Text("项目、项目信息、项目概况、基本信息", "about, info, general, project info"),
    "document": Text("文档、文档信息", "doc, document control"),
    "documents": Text("文档清单、各表文档控制", "docs, document list"),
    "calendar": Text("日历、工作日历", "working calendar, schedule"),
    "departments": Text(
        "部门、参与部门、涉及部门、相关部门、协同部门、参加部门、单位",
        "department, units, divisions, teams, depts, affected departments, departments involved",
    ),
    "people": Text(
        "人员、成员、项目成员、团队成员、人员名单、团队", "members, persons, staff, team, team members, users"
    ),
    "goals": Text("目标、项目目标、总目标、支撑目标", "objectives, objective, okrs, targets, aims, supports"),
    "subgoals": Text("子目标、部门目标、分目标", "sub goals, key results, krs, department goals"),
    "scope": Text("范围、项目范围", "project scope"),
    "milestones": Text("里程碑、节点、关键节点、里程碑计划", "key dates, gates"),
    "tasks": Text(
        "任务、任务分工、任务清单、任务列表、工作分解、工作项、计划任务、受影响任务、相关任务、关联任务",
        "activities, wbs, work items, work packages, todos, backlog, affected tasks, related tasks, impacted tasks",
    ),
    "handovers": Text("交接、交接确认、跨部门交接", "handoffs, hand overs, interfaces, transfers"),
    "resources": Text("资源、资源需求、资源计划", "resource needs, resource plan"),
    "budget": Text("预算、费用、经费、成本", "costs, cost, money, finance"),
    "tradeoffs": Text("取舍、权衡", "trade offs, priorities"),
    "agreements": Text("共识、约定、共识事项", "rules, working agreements"),
    "reservations": Text("保留意见、异议", "concerns, objections"),
    "communication": Text("沟通、沟通机制、沟通计划", "comms, communications, communication plan"),
    "escalation": Text("升级、升级路径、升级机制", "escalations, escalation path, ladder"),
    "risks": Text("风险、风险清单、风险登记册", "risk register, risk log, threats"),
    "issues": Text("问题、问题清单、问题日志", "problems, issue log, blockers, impediments"),
    "decisions": Text("决策、决策记录、决议、会议决议", "decision log, resolutions"),
    "changes": Text("变更、变更记录、变更申请", "change requests, change log"),
    "meetings": Text("会议、会议记录", "events, meeting log"),
    "weeks": Text("周报、周报补充", "weekly reports, reports"),
    "signoffs": Text("签字、签字记录、会签", "signatures, sign offs, approvals"),
    "lessons": Text("经验教训、经验、教训", "lessons learned, lessons learnt, learnings"),
    "acceptances": Text("验收、验收记录", "acceptance notes"),
    "handover_items": Text("遗留事项、移交事项", "open items, leftovers"),
    "closeout": Text("结项、收尾、结项报告", "closing, closure, close out"),
    # The project and its document
    "code": Text("编号、项目编号、代号、代码", "number, id, project code, project id, project number"),
    "scenario": Text("类型、项目类型、场景", "type, kind, project type"),
    "stage": Text("阶段、项目阶段、状态、项目状态", "phase, status, state, project stage"),
    "sponsor": Text("发起人、项目发起人、分管领导、主管领导", "executive, champion, project sponsor, owner"),
    "manager": Text("项目经理、负责人、项目负责人、经理", "pm, project manager, lead, leader, project lead, owner"),
    "background": Text(
        "背景、项目背景、立项背景、现状", "context, problem, situation, business case, description, why"
    ),
    "opportunity": Text("机会、驱动因素", "driver, chance, benefit"),
    "strategy": Text("应对策略、策略、应对方式", "approach, response strategy, response type, treatment"),
    "About.strategy": Text("战略、战略目标、年度目标、对应战略", "strategic goal, strategic link, alignment"),
    "cost_of_inaction": Text("不做的后果、不作为的代价", "cost of doing nothing, if nothing is done"),
    "legal_basis": Text("法规依据、政策依据、制度依据", "policy basis, law, regulation"),
    "manager_authority": Text("授权、经理授权、权限", "authority, mandate"),
    "success_criteria": Text("成功标准、成功准则、验收标准", "success, success factors, acceptance criteria, kpis"),
    "exit_criteria": Text("终止条件、退出条件", "termination criteria, stop criteria, kill criteria"),
    "assumptions": Text("假设、假设条件、前提", "premises, preconditions"),
    "constraints": Text("约束、约束条件、制约、限制", "limits, limitations, restrictions"),
    "organization": Text("公司、公司名称、单位、组织、企业", "company, organisation, org, firm"),
    "version": Text("版本、版本号", "revision, ver, rev"),
    "sensitivity": Text("密级、保密等级", "classification, confidentiality, security"),
    "author": Text("编制、编制人、作者、编写人、报告人", "written by, prepared by, creator, editor, by"),
    "reviewer": Text("审核、审核人、复核人", "reviewed by, checked by"),
    "approver": Text("批准、批准人、审批人", "approved by, approval"),
    "distribution": Text("分发、分发范围、抄送", "recipients, cc, copies, audience"),
    "history": Text("修订记录、版本记录、变更记录", "revisions, changelog, change history, versions"),
    "summary": Text("摘要、修订内容、变更内容、说明", "description, change, what changed, comment, note"),
    "workdays": Text("工作日", "working days, weekdays"),
    "country": Text("国家、地区", "region, locale"),
    "days_off": Text("休息日、放假、节假日", "holidays, non working days, off"),
    "extra_workdays": Text("加班日、调休上班", "extra days, working weekends"),
    # Departments and people
    "name": Text(
        "名称、任务、任务名、标题、姓名、事项、工作内容、工作项、任务内容、里程碑名称、部门名称",
        "title, task, summary, subject, activity, task name, work item, label, heading, milestone name",
    ),
    "head": Text(
        "负责人、部门负责人、部门经理、部门主管、主管、部长、领导、经理、总监",
        "manager, lead, leader, head of department, director, boss, chief, owner, department head",
    ),
    "contact": Text("接口人、联系人、对接人、联络人", "liaison, contact person, coordinator, interface"),
    "Person.contact": Text("联系方式、电话、手机、邮箱、微信", "phone, email, mail, mobile, tel, telephone"),
    "responsibility": Text("职责、分工、部门职责、职能", "responsibilities, duties, duty, role"),
    "needs": Text("需求、诉求、初步需求", "requests, requirements"),
    "need": Text(
        "需求、内容、资源、需求内容、资源名称", "request, requirement, name, description, what, resource, item"
    ),
    "reply": Text("答复、回复、处理意见", "answer, response, decision"),
    "department": Text(
        "部门、责任部门、负责部门、所属部门、主责部门、牵头部门、主办部门、归口部门、单位、团队、需求部门、使用部门",
        "dept, division, unit, team, group, responsible department, organisational unit, area, function",
    ),
    "title": Text(
        "名称、标题、主题、风险、风险名称、风险点、风险事件、问题、问题名称、变更名称、决策、会议名称",
        "name, summary, subject, headline, topic, risk, issue, problem, change, risk name",
    ),
    "Person.title": Text("职务、职位、岗位、头衔、角色、职称", "role, position, job, job title, function"),
    "capacity": Text("投入比例、可投入比例、投入", "availability, share, available, allocation, percent"),
    "absences": Text("休假、请假、不可用时段", "vacation, leave, holidays, off"),
    # Goals and scope
    "statement": Text(
        "目标、目标描述、目标内容、描述、内容、子目标、范围说明、名称",
        "goal, objective, description, name, title, text, subgoal, summary",
    ),
    "metric": Text("指标、衡量指标、考核指标、量化指标", "kpi, measure, indicator, measured by, measurement"),
    "baseline": Text("基线、现状、现状值、基准、基准值、当前值", "current, as is, base, start value, current value"),
    "target": Text("目标值、指标值、目标", "target value, goal value, aim, goal"),
    "due": Text(
        "截止日期、期限、截止时间、截止、时限、完成日期、完成时间、完成时限、到期日、目标日期、计划完成日期、限期、解决期限",
        "due date, deadline, end date, by, target date, due by, finish, end, until, date, when",
    ),
    "source": Text("来源、数据来源、出处", "data source, measured in"),
    "current": Text("当前值、最新值、最近测量", "measurements, latest, current value, so far"),
    "Change.current": Text("现状、原基准", "as is, before, baseline"),
    "actual": Text(
        "实际、实际值、实际日期、完成值、达成值、实际完成日期、实际完成",
        "result, achieved, reached, actual date, actual value",
    ),
    "evidence": Text(
        "证据、佐证、依据、完成标志、证明材料、交付物", "proof, done when, exit criteria, deliverable, criteria"
    ),
    "variance_reason": Text("偏差原因、差异原因", "variance, deviation, reason"),
    "goal": Text("总目标、对应目标、上级目标、父目标", "parent goal, parent, supports, project goal"),
    "weight": Text("权重、占比、比重", "share, percent, weighting"),
    "appraisal": Text("考核、绩效考核", "performance review, review"),
    "in": Text("范围内、包含、包括、包含内容", "included, inside, in scope, includes, include"),
    "out": Text("范围外、不包含、不包括、排除、不包含内容", "excluded, outside, out of scope, excludes, exclusions"),
    "conflict": Text("冲突、矛盾", "tension"),
    "rule": Text("规则、约定", "agreement, decision"),
    "follow_up": Text("处理方式、跟进、后续", "followup, next step, action"),
    # Tasks and milestones
    "phase": Text("阶段、任务阶段", "stage, section, work package"),
    "description": Text(
        "描述、说明、内容、详情、任务描述、任务说明、风险描述、问题描述、具体内容",
        "details, detail, desc, text, content, body, explanation",
    ),
    "owner": Text(
        "负责人、责任人、主责人、第一责任人、任务负责人、执行负责人、主办人、经办人、承办人、牵头人、担当、执行人",
        "assignee, assigned to, responsible, responsible person, person in charge, accountable, lead, leader, pic, who",
    ),
    "team": Text(
        "执行人、成员、参与人、团队成员、参与人员、团队、协办人", "members, participants, executors, staff, assignees"
    ),
    "support": Text(
        "协作部门、配合部门、支持部门、协办部门、协作、配合", "supporting departments, supporting, supported by"
    ),
    "start": Text(
        "开始日期、开始时间、开始、计划开始日期、计划开始时间、起始日期、起始时间、启动日期",
        "start date, begin, begins, planned start, starts, from, start time",
    ),
    "end": Text(
        "截止日期、结束日期、完成日期、结束时间、完成时间、截止时间、计划完成日期、计划完成时间、计划结束日期、期限、截止、"
        "结束、完成时限、到期日、交付日期",
        "deadline, due, due date, end date, finish, finish date, planned finish, planned end, until, to, target date, "
        "complete by, ends",
    ),
    "date": Text(
        "日期、时间、计划时间、到期日、截止日期、完成日期、完成时间、目标日期、会议日期、会议时间",
        "day, due, due date, deadline, when, planned, planned date, target date, end, on, at",
    ),
    "after": Text(
        "前置任务、依赖、前置、依赖任务、先行任务、紧前任务、前序任务、紧前工作、前置条件",
        "depends on, dependencies, dependency, depends, predecessors, predecessor, requires, blocked by, "
        "prerequisites, waits for, needs",
    ),
    "effort": Text(
        "工作量、人天、工时、预计工时", "work, estimate, person days, man days, workload, hours, days, points"
    ),
    "allocation": Text("投入比例、投入、占用比例", "share, percent, load, utilization, utilisation"),
    "priority": Text("优先级、重要程度、紧急程度", "prio, importance, urgency"),
    "fixed": Text("日期固定、固定", "locked, pinned, fixed date, must"),
    "covers": Text("范围项、覆盖范围、对应范围、范围", "scope items, scope, covered, delivers, implements"),
    "milestone": Text("里程碑、对应里程碑、节点", "gate, ms, checkpoint"),
    "deliverable": Text(
        "交付物、交付成果、成果、产出、输出、产出物、交付件、交付内容、输出物",
        "output, result, artifact, artefact, work product, outcome",
    ),
    "standard": Text(
        "验收标准、交付标准、质量标准、完成标准、验收条件、标准、质量要求、验收要求",
        "acceptance criteria, acceptance, criteria, definition of done, dod, done when, acceptance criterion, quality",
    ),
    "acceptor": Text(
        "验收人、验收部门、接收部门、接收人、验收方、确认人",
        "accepted by, acceptance by, approver, reviewer, receiver, verifier",
    ),
    "status": Text("状态、当前状态、任务状态、完成情况、进展情况", "state, condition, current status"),
    "progress": Text(
        "进度、完成率、完成度、完成百分比、完成比例", "percent, percent complete, completion, pct, percentage, done"
    ),
    "actual_start": Text("实际开始日期、实际开始时间、实际启动", "started, started on, actual begin"),
    "actual_end": Text(
        "实际完成日期、实际完成时间、实际结束、实际结束日期、完成日期",
        "finished, completed, actual finish, finished on, completed on",
    ),
    "note": Text("备注、说明、备注说明、处理说明", "notes, comment, comments, remark, remarks, memo"),
    "delay_reason": Text(
        "延期原因、逾期原因、延误原因、未完成原因、偏差原因",
        "delay reason, reason, reason for delay, late reason, cause of delay, overdue reason, forecast reason",
    ),
    "forecast": Text("预测、预计、预计日期、预计完成", "expected, expected date, estimate, projection, eac"),
    "gate": Text("评审人、放行人、审批人", "approver, reviewer, gatekeeper, approved by"),
    "from": Text(
        "开始、起、开始日期、上游任务、上游、前置任务", "start, begin, start date, since, source, upstream, predecessor"
    ),
    "to": Text(
        "结束、止、结束日期、下游任务、下游、后续任务", "end, until, till, end date, target, downstream, successor"
    ),
    "item": Text(
        "内容、交接内容、科目、费用项、事项、名称、费用科目、支出项、议题、交付物",
        "name, what, title, position, description, cost item, line, category, topic, deliverable",
    ),
    "needed_by": Text("最迟交接日、最晚日期、期限", "due, deadline, by, date"),
    "confirmed": Text("确认、已确认、确认部门", "confirmed by, agreed, signed"),
    "receiver": Text("接收部门、接收方、接收人", "recipient, received by, customer"),
    # Resources and budget
    "kind": Text("类型、类别、会议类型、资源类型、种类", "type, category, class, meeting type, resource type"),
    "person": Text("姓名、人员、签字人、指定人员", "name, who, signed by, signer, assignee"),
    "Resource.person": Text("指定人员、人员", "who, assignee"),
    "quantity": Text("数量、金额", "qty, amount, count, number"),
    "BudgetLine.quantity": Text("数量", "qty, count, number"),
    "provider": Text("提供方、提供部门、提供人", "provided by, supplier, vendor"),
    "gap_plan": Text("缺口、缺口对策、对策", "gap, plan, workaround, mitigation"),
    "currency": Text("币种、货币、单位", "ccy, unit"),
    "approved": Text(
        "批准总额、总额、总预算、预算总额、批准金额、批准、金额", "total, amount, total budget, sum, budget"
    ),
    "BudgetLine.approved": Text("批准、批准金额", "approved amount"),
    "contingency": Text(
        "应急预案、应急措施、应急方案、备用方案、预案", "fallback, contingency plan, plan b, backup, fallback plan"
    ),
    "Budget.contingency": Text("预备费、不可预见费、备用金", "reserve, buffer, contingency reserve"),
    "lines": Text("明细、预算明细、科目", "items, line items, entries, details, positions"),
    "unit_cost": Text("单价", "price, unit price, rate"),
    "planned": Text(
        "预算、金额、预算金额、计划金额、预算额、计划",
        "amount, budget, plan, planned cost, budgeted, cost, sum, estimate",
    ),
    "committed": Text("已承诺、已签约、已签合同", "contracted, ordered, reserved"),
    "spent": Text("已使用、已支出、支出、实际支出、已花费、实际", "actual, used, paid, actual cost, expenses"),
    # Communication
    "chat": Text("群、沟通群、群聊", "group, channel, chat group"),
    "daily": Text("日报、站会、每日", "standup, daily standup, daily meeting, daily message"),
    "weekly": Text("周会、周例会、例会", "weekly meeting, status meeting"),
    "weekday": Text("星期、周几", "day, day of week"),
    "time": Text("时间、开始时间", "at, hour, clock, start"),
    "minutes": Text("时长、分钟、会议时长", "duration, length, mins"),
    "place": Text("地点、会议地点、会议室、场所", "location, room, where, venue, meeting room"),
    "grade": Text("等级、级别、问题等级、问题级别、重要性", "level, severity, priority, class, importance"),
    "decider": Text("决策人、决策者、裁决人", "decision maker, decided by, who, owner, escalate to"),
    "within": Text("时限、期限、天数、工作日", "days, deadline, limit, sla, due"),
    "when": Text("条件、情形", "if, condition, case"),
    "chair": Text("主持人、主持、召集人", "host, chairperson, moderator, led by, organizer, organiser, facilitator"),
    "recorder": Text("记录人、记录员、纪要人", "minute taker, scribe, secretary, minutes by"),
    "attendees": Text(
        "参会人、参会人员、参加人、参加人员、与会人员、与会人、出席人、出席人员",
        "participants, present, attended, members, invitees, who",
    ),
    "absent": Text("缺席人、缺席、请假", "absentees, excused, missing"),
    "agenda": Text("议程、议题", "topics, items"),
    "files": Text("附件", "attachments, documents"),
    "actions": Text("行动项、待办、待办事项、后续行动、行动", "action items, todos, next steps, follow ups"),
    "done_when": Text("完成标准、验收标准、完成标志", "criteria, standard, acceptance, definition of done"),
    "headline": Text("结论、一句话结论、摘要、总结", "summary, title, conclusion"),
    "light": Text("灯、红绿灯、红黄绿、状态灯", "rag, traffic light, colour, color, health"),
    "light_reason": Text("灯的原因、理由", "rag reason, reason"),
    "missed": Text("未完成、计划未完成", "not done, open, slipped"),
    "done": Text("本周完成、已完成、完成", "finished, completed, achieved"),
    "next": Text("下周计划、下周、计划", "plan, next week, upcoming"),
    "help": Text("求助、需协调、需协调资源、协调事项", "support, help needed, blockers"),
    # Risks, issues, decisions and changes
    "category": Text("类别、类型、分类、风险类别、风险类型", "type, kind, class, risk category"),
    "likelihood": Text("可能性、概率、发生概率、发生可能性", "probability, chance, prob, odds"),
    "impact": Text("影响、影响程度、影响度、严重程度、严重性、后果", "severity, consequence, effect, damage"),
    "response": Text(
        "应对措施、措施、应对、应对方案、应对计划、缓解措施、预防措施、风险应对、对策、控制措施",
        "mitigation, mitigation plan, countermeasure, countermeasures, measures, measure, action, treatment, plan",
    ),
    "trigger": Text("触发条件、触发、预警信号", "symptom, warning sign, indicator"),
    "reviewed": Text("检视日期、上次检视、复查日期", "last review, last reviewed, review date, reviewed on"),
    "escalated": Text("是否升级、升级日期", "escalation, escalated on, is escalated"),
    "issue": Text("关联问题、对应问题", "problem, related issue, incident"),
    "change": Text("关联变更、变更单", "change request, related change"),
    "residual": Text("剩余风险、残余风险", "residual risk"),
    "identified_by": Text("提出人、识别人、发现人", "reported by, raised by, reporter, found by"),
    "identified": Text("提出日期、识别日期、发现日期", "reported, raised, found, identified on, date raised"),
    "raised_by": Text(
        "提出人、发现人、上报人、提出部门", "reporter, reported by, found by, identified by, opened by, submitted by"
    ),
    "raised": Text(
        "提出日期、提出时间、发现日期、登记日期",
        "reported, created, opened, date raised, raised on, reported on, found",
    ),
    "urgency": Text("紧急程度、紧急度", "priority"),
    "action": Text(
        "处理措施、措施、解决措施、解决方案、应对措施、对策、行动、行动项、事项、待办、任务",
        "measure, solution, fix, response, next step, task, todo, what, mitigation, countermeasure",
    ),
    "verified_by": Text("验证人、核实人", "verifier, checked by, confirmed by"),
    "closed": Text("关闭日期、关闭时间、解决日期", "closed on, close date, resolved on, resolved"),
    "resolution": Text("决议、处理结果、解决结果", "outcome, decision"),
    "decided_by": Text("决策人、批准人、审批人", "decision maker, approver, approved by"),
    "decided": Text("决策日期、批准日期", "decided on, decision date, approved on"),
    "requested_by": Text("申请人、提出人", "requester, requestor, raised by"),
    "requested": Text("申请日期、提出日期", "requested on, request date, raised"),
    "reason": Text("原因、理由、变更原因", "why, cause, rationale"),
    "opinion": Text("意见、签字意见", "vote, answer, verdict, decision"),
    "cause": Text("原因、根因、原因分析", "root cause, reason, why"),
    "recommendation": Text("建议、改进建议", "advice, suggestion, proposal"),
    "level": Text("层级、处理层级、决策层级", "decision level, escalation level"),
    "About.level": Text("级别、项目级别、等级", "grade, class, tier, priority"),
    "text": Text("内容、描述、说明、文字", "description, content, name, body"),
    "decision": Text("决定、解决方案、结论、审批结论", "solution, outcome, verdict, result"),
    "positions": Text("各方意见、各方立场、意见", "views, opinions, claims"),
    "options": Text("方案、备选方案", "alternatives, choices, solutions"),
    "option": Text("方案、备选方案、方案名称", "alternative, name, title, choice"),
    "pros": Text("优点、好处、优势", "advantages, benefits, pro"),
    "cons": Text("缺点、坏处、劣势", "disadvantages, drawbacks, con"),
    "recommended": Text("推荐、是否推荐", "preferred, recommend, chosen"),
    "rationale": Text("依据、理由、决策依据", "reason, why, reasoning"),
    "claim": Text("主张、意见、立场", "position, view, opinion"),
    "notify": Text("知会、知会范围、通知", "communicated to, inform, cc, informed"),
    "proposed": Text("变更后、新基准、变更内容", "to be, new, proposal, after"),
    "impacts": Text("影响、影响分析、影响评估", "effects, impact, impact analysis"),
    # Acceptance and closing
    "verdict": Text("结论、验收结论、结果", "result, outcome, decision"),
    "accepted_by": Text("验收人、确认人", "approved by, acceptor, signed by"),
    "accepted": Text("验收日期、通过日期", "accepted on, acceptance date, date"),
    "delivered_by": Text("交付人、提交人", "owner, submitted by, provider"),
    "delivered": Text("交付日期、提交日期", "delivered on, delivery date, submitted"),
    "items": Text("验收项、验收明细、明细", "criteria, checks, points"),
    "conditions": Text("附加条件、遗留问题、条件", "open points, caveats, provisos"),
    "criterion": Text("标准、验收标准、检查项", "criteria, check, standard, item"),
    "method": Text("方法、验收方法、方式", "how, procedure, means"),
    "result": Text("结果、实测、评估结果", "outcome, measured, value"),
    "passed": Text("合格、是否合格、通过", "ok, pass, accepted"),
    "conclusion": Text("结论、总结", "summary, outcome, result"),
    "archive": Text("归档、归档清单、资料清单", "documents, files, archived"),
    "file": Text("文件、文件名、资料", "name, document, title"),
    "location": Text("位置、存放位置、路径", "path, where, link, folder"),
    "keeper": Text("保管人、归档人", "custodian, owner, responsible"),
    "feedback": Text("评价、协作评价、反馈", "ratings, comments, evaluation"),
    "rating": Text("评分、得分、评价分", "score, stars, mark"),
    # Communication plan
    "stakeholders": Text("干系人、相关方、利益相关方", "interested parties, stakeholder list"),
    "plan": Text("计划、沟通计划、沟通事项", "items, communication items"),
    "purpose": Text("目的、用途", "why, aim, reason"),
    "audience": Text("对象、受众、接收人", "recipients, for, to"),
    "frequency": Text("频率、周期", "how often, interval, cadence"),
    "channel": Text("渠道、方式", "medium, tool, how, means"),
    "influence": Text("影响力、权力", "power, authority"),
    "interest": Text("关注度、利益", "concern, stake"),
}


def meaning(model: str, keys: Iterable[str], word: str) -> tuple[str, ...]:
    """Return those of the `keys` of a model that people call `word`, the likeliest first."""
    wanted = fold(word)
    ranks = {key: rank for key in keys if (rank := words_of(model, key).get(wanted)) is not None}
    return tuple(sorted(ranks, key=lambda key: ranks[key]))


@cache
def words_of(model: str, key: str) -> Mapping[str, int]:
    """Return what people call `key` of a model, as `fold` leaves it, and how far from the likeliest each word is."""
    text = SYNONYMS.get(f"{model}.{key}") or SYNONYMS.get(key)
    if text is None:
        return {}
    languages = (text.zh.split("、"), text.en.split(", "))
    return {fold(word): rank for words in languages for rank, word in reversed(list(enumerate(words)))}
