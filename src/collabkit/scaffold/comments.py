"""The comments that teach the project file: one above each section, and the head of the file."""

from __future__ import annotations

from collections.abc import Mapping

from collabkit.lang import Text
from collabkit.phrases import FORM_TITLES

HEAD = Text(
    """
一个文件就是整个项目：每个事实只写一次，其余地方用编号引用它；表单、状态和检查都由它算出。
  collabkit check     检查，问题指到行
  collabkit render    生成 Word、Excel 表单
  collabkit status    查看进度
这是一份样例计划，可以直接检查和生成，但还没有任何人答应过什么：请换成自己的内容，
与各部门逐项确认后，再写入答复、承诺、交接确认和签字。
人和部门的编号就是名字：整份替换，或在 people 下给某人加一行 name: 真实姓名。
行首带 # 的段落是以后才用到的例子，并未发生过；去掉每行开头的 # 即可启用，内容换成真实的。
""",
    """
One file is the whole project: each fact stands here once, everything else refers to it by its id;
forms, status and checks are computed from it.
  collabkit check     find what is wrong, line by line
  collabkit render    write the Word and Excel forms
  collabkit status    see where the project stands
This is a sample plan that can be checked and rendered at once, and nobody has agreed to it yet: put in
your own content, agree it with every department, then add answers, commitments, confirmed hand-overs
and signatures. The id of a person or department is its name: replace it everywhere, or add a line
`name: Real Name` under the person. Sections whose lines begin with # are examples for later, nothing
in them has happened: remove the # at the start of each line and put in what has.
""",
)

SECTIONS: Mapping[str, Text] = {
    "collabkit": Text("文件格式与语言", "Format and language of the file"),
    "project": Text(
        "项目是什么、谁负责、何时开始和结束。日期写成 2026-03-02",
        "What the project is, who runs it, when it starts and ends. Dates are written 2026-03-02",
    ),
    "document": Text(
        "文档控制，印在每张表单上。启动会签字后把 version 改为 1.0",
        'Document control, printed on every form. Set version to "1.0" once the kick-off has signed',
    ),
    "calendar": Text(
        "工作日历：country 决定法定节假日与调休，公司自定的休息日和加班日写在 days_off、extra_workdays",
        "Working calendar: country brings statutory holidays and make-up days;\n"
        "the company's own days go to days_off and extra_workdays",
    ),
    "departments": Text(
        "参与部门，编号就是部门名；needs 是各部门的初步需求，\n"
        "启动会上答复后加上 reply（accepted | adjusted | deferred）和 note",
        "Departments that take part, keyed by name; needs are what they ask for: once the kick-off has answered,\n"
        "add a reply (accepted | adjusted | deferred) and a note",
    ),
    "people": Text(
        "项目成员，其他地方引用到的人都要列在这里；不写 department 表示在各部门之上",
        "Everybody the file refers to; without a department a person stands above the departments",
    ),
    "goals": Text(
        "项目目标：指标、基线、目标值、日期、责任人缺一不可；目标值写成“≥ 36.8 %”或日期",
        "Project goals, each with metric, baseline, target, due date and owner; a target is `≥ 36.8 %` or a date",
    ),
    "subgoals": Text(
        "部门子目标：每个目标落到部门，同一目标下权重合计 100",
        "What each department contributes to a goal; the weights of one goal add up to 100",
    ),
    "scope": Text(
        "项目范围：in 的每一项都要有任务覆盖（任务的 covers），out 写明不做什么",
        "Scope: every item of `in` is covered by a task (its `covers`); `out` says what is not done",
    ),
    "milestones": Text(
        "里程碑：没有工期，evidence 写完成标志",
        "Milestones have no duration; evidence says what shows that one is reached",
    ),
    "tasks": Text(
        "任务：一个部门、一名负责人、一项交付物和可验证的标准。\n"
        "after 写前置任务：T02（完成后开始）、T02+2（再隔 2 个工作日）、T02 SS、T02 FF+1",
        "Tasks: one department, one owner, one deliverable with a standard that can be verified.\n"
        "after names predecessors: T02 (finish to start), T02+2 (2 working days later), T02 SS, T02 FF+1",
    ),
    "handovers": Text(
        "跨部门依赖的交接：双方确认后各写入 confirmed，如 confirmed: [研发部, 市场部]",
        "Dependencies that cross departments: each side that confirms goes into confirmed: [R&D, Marketing]",
    ),
    "resources": Text(
        "资源需求：提供方承诺后写 status: committed，部分承诺 partial、落实不了 open，后两种要填 gap_plan",
        "What is needed: `status: committed` once the provider has said so; partial or open get a gap_plan",
    ),
    "budget": Text("预算，金额以 currency 为单位", "Budget; all amounts in this currency"),
    "tradeoffs": Text(
        "取舍规则：先保什么，最重要的写在前面",
        "Trade-offs: what gives way to what, the most important first",
    ),
    "agreements": Text("目标对齐会达成的共识", "What the alignment meeting agreed"),
    "reservations": Text("部门的保留意见及处理方式", "What a department holds against it, and the follow-up"),
    "communication": Text(
        "沟通机制：每日同步、固定时间的周例会、沟通计划",
        "Daily sync, weekly meeting at a fixed time, communication plan",
    ),
    "escalation": Text(
        "升级机制：哪一级问题由谁在几个工作日内决定；heads 指部门负责人共同决定",
        "Who decides which grade of issue within how many working days; heads: the department heads together",
    ),
    "risks": Text(
        "风险：可能性 × 影响得出红黄绿灯，15 及以上为红灯；红灯必须有责任人和措施期限",
        "Risks: likelihood × impact gives the light, red from 15; a red one needs an owner and a due date",
    ),
    "issues": Text(
        f"问题：一般问题由项目经理协调，关键问题要开专项会议并写 resolution，即《{FORM_TITLES['resolution'].zh}》",
        "Issues: the project manager settles general ones; a key one needs a meeting and a resolution",
    ),
    "decisions": Text("决策日志", "Decision log"),
    "changes": Text(
        "变更：已签字的范围、目标、日期、预算要改，先在这里申请和批准",
        "Changes of a signed scope, goal, date or budget are requested and approved here first",
    ),
    "meetings": Text(
        "会议：启动会和目标对齐会必开；这里是计划的日期，开完后核对日期和参会人",
        "Meetings: a kick-off and a goal alignment are a must; these days are planned, correct them once held",
    ),
    "weeks": Text(
        "周报补充，按 ISO 周；完成、未完成和下周计划由任务算出，这里只写算不出来的",
        "Additions to the weekly reports, by ISO week; done, missed and next come from the tasks",
    ),
    "signoffs": Text("签字记录，按表单", "Who signed what, by form"),
    "lessons": Text("经验教训", "Lessons learned"),
    "acceptances": Text("交付物验收", "Acceptances of deliverables"),
    "handover_items": Text("结项时的遗留事项与移交", "What is handed over when the project closes"),
    "closeout": Text(f"{FORM_TITLES['closeout'].zh}的补充", f"Additions to the {FORM_TITLES['closeout'].en}"),
}
