"""What is written in the records of the life: an issue, how it was resolved, the change that came of it, the close."""

from __future__ import annotations

from typing import Any

from collabkit.lang import Text
from tests.life import edits, looks
from tests.life.looks import days, department, head, last_running, manager, sponsor, today

ISSUE: dict[str, Any] = {
    "title": Text("评审口径不一致", "Review criteria differ"),
    "description": Text("两个部门对评审口径理解不同，任务无法收尾", "Two departments read the criteria differently"),
    "category": Text("管理", "Management"),
    "grade": "key",
    "raised_by": head(1),
    "raised": today,
    "departments": [department(0), department(1)],
    "urgency": 4,
    "impact": 4,
    "tasks": [last_running],
    "owner": manager,
    "due": days(2),
    "action": Text("召开专项会议", "Hold a special meeting"),
    "status": "doing",
}
RESOLUTION: dict[str, Any] = {
    "id": "RES-2026-01",
    "meeting": {"date": today, "place": Text("3 楼会议室", "Room 3"), "chair": manager, "attendees": looks.heads},
    "cause": Text("启动会未写明口径", "The kick-off did not write the criteria down"),
    "positions": [
        {
            "department": department(0),
            "claim": Text("按旧口径", "The old criteria"),
            "reason": Text("可比", "Comparable"),
        },
        {
            "department": department(1),
            "claim": Text("按新口径", "The new criteria"),
            "reason": Text("更严", "Stricter"),
        },
    ],
    "impacts": {
        "schedule": 3,
        "cost": 0,
        "scope": Text("增加一次评审", "One more review"),
        "quality": Text("口径统一", "One set of criteria"),
        "risk": Text("返工减少", "Less rework"),
        "resource": Text("评审多 1 人天", "One more day of review"),
        "other": Text("培训材料更新", "Training material changes"),
    },
    "impact_if_nothing": Text("里程碑顺延", "The milestone slips"),
    "options": [
        {
            "option": Text("新口径", "New criteria"),
            "pros": Text("一次到位", "Done once"),
            "cons": Text("多 3 天", "3 days more"),
            "time": Text("3 天", "3 days"),
            "cost": "0",
            "risk": Text("低", "Low"),
            "recommended": True,
        },
        {
            "option": Text("旧口径", "Old criteria"),
            "pros": Text("快", "Fast"),
            "cons": Text("要返工", "Rework"),
            "time": Text("1 天", "1 day"),
            "cost": "0",
            "risk": Text("高", "High"),
        },
    ],
    "decision": Text("采用新口径，里程碑顺延 3 个工作日", "The new criteria; the milestone moves by 3 working days"),
    "rationale": Text("一次到位优于返工", "Once is better than twice"),
    "level": "executive",
    "decided_by": sponsor,
    "decided": today,
    "effective": days(1),
    "change": "C1",
    "actions": [
        {
            "action": Text("按新口径重评", "Review by the new criteria"),
            "department": department(0),
            "owner": head(0),
            "due": days(3),
            "done_when": Text("评审记录签字", "The record is signed"),
            "status": "open",
        },
        {
            "action": Text("通知全体成员", "Tell everybody"),
            "department": department(1),
            "owner": head(1),
            "due": days(1),
            "done_when": Text("群内已读", "Read in the chat"),
            "status": "open",
        },
    ],
    "notify": [Text("全体项目成员", "All project members")],
}
CHANGE: dict[str, Any] = {
    "title": Text("里程碑顺延 3 个工作日", "The milestone moves by 3 working days"),
    "requested_by": manager,
    "requested": days(-1),
    "category": "schedule",
    "priority": "P1",
    "current": Text("原计划日期", "The planned day"),
    "proposed": Text("顺延 3 个工作日", "3 working days later"),
    "reason": Text("评审口径统一", "One set of criteria"),
    "impacts": {"schedule": 3, "cost": 0},
    "size": 2,
}

CLOSEOUT: dict[str, Any] = {
    "kind": "normal",
    "date": today,
    "schedule_reason": Text("评审返工", "Rework after review"),
    "cost_reason": Text("外部服务增加", "More services"),
    "scope_changes": Text("无", "None"),
    "quality": Text("全部验收", "All accepted"),
    "conclusion": Text("目标达成，同意结项", "The goals are met, the project can be closed"),
    "review": {
        "goal": Text("见目标表", "See the goals"),
        "result": Text("基本达成", "Mostly met"),
        "cause": Text("口径晚定", "Late criteria"),
        "insight": Text("启动会写清口径", "Write criteria down"),
    },
    "checklist": edits.released,
    "archive": [
        {
            "file": Text("项目启动信息表", "Initiation sheet"),
            "version": "1.1",
            "location": Text("项目盘/01", "Drive/01"),
            "keeper": manager,
            "sensitivity": "internal",
        }
    ],
    "feedback": [
        {
            "department": department(0),
            "rating": 5,
            "text": Text("响应快", "Quick"),
            "recognition": Text("季度表彰", "Quarterly award"),
        }
    ],
}

LIGHTS = {"schedule": "amber", "cost": "amber", "quality": "amber", "resources": "green", "risk": "amber"}
"""What the project manager thinks of each dimension."""
