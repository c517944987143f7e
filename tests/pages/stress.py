"""A project as big as they come: 12 departments, 40 tasks, 25 signers, long names and longer texts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from collabkit.lang import Lang
from collabkit.model import Project
from collabkit.plan import Plan

TODAY = date(2026, 3, 20)
_START = date(2026, 3, 2)
_WORDS = {
    Lang.ZH: ("按合同约定的时间与质量完成全部工作，", "跨区域多渠道一体化运营平台建设与推广", "责任人"),
    Lang.EN: ("work is done on time and to the agreed quality, ", "Joint platform for regions and channels", "Owner"),
}


def plan(lang: Lang) -> Plan:
    """Return the project, written in `lang`."""
    return Plan(Project.model_validate(_project(lang)), TODAY)


def _project(lang: Lang) -> dict[str, Any]:
    clause, name, role = _WORDS[lang]
    departments, people = [f"D{number}" for number in range(1, 13)], [f"P{number:02}" for number in range(1, 26)]
    long, short = (clause * 200)[:1500], (clause * 3)[:60]

    def day(number: int) -> str:
        return (_START + timedelta(days=number)).isoformat()

    def who(number: int) -> dict[str, str]:
        return {"department": departments[number % 12], "owner": people[number % 25]}

    return {
        "collabkit": 1,
        "language": lang,
        "project": {
            "name": f"{name} 2026-2027 {name}"[:60], "code": "PRJ-2026-001", "sponsor": "P01", "manager": "P02",
            "department": "D1", "start": day(0), "end": day(150), "background": long, "strategy": long,
        },
        "departments": {
            key: {"name": f"{name} {key}"[-40:], "head": people[number], "responsibility": short,
                  "needs": [{"need": long[:300]}]}
            for number, key in enumerate(departments)
        },
        "people": {key: {"name": f"{role} {key}", "department": departments[number % 12]}
                   for number, key in enumerate(people)},
        "scope": {"in": {f"S{n}": short for n in range(20)}, "out": {f"X{n}": short for n in range(20)}},
        "goals": {f"G{n}": {"statement": long[:400], "metric": short, "target": "≥ 95 %", "due": day(140),
                            "evidence": long[:700], "variance_reason": long} | who(n) for n in range(1, 6)},
        "subgoals": {f"SG{n}": {"goal": f"G{1 + n % 5}", "statement": short, "metric": short, "target": "≥ 95 %",
                                "due": day(140), "weight": 50} | who(n) for n in range(1, 13)},
        "milestones": {f"M{n}": {"name": short, "date": day(10 * n), "evidence": short} for n in range(1, 13)},
        "tasks": {f"T{n:02}": {"name": f"{short} {n}"[-60:], "start": day(2 * n), "end": day(2 * n + 12),
                               "note": long[:500], "deliverable": short,
                               "after": [f"T{each:02}" for each in range(max(1, n - 4), n)],
                               "standard": long[:300], "acceptor": people[(n + 1) % 25], "status": "doing",
                               "effort": 12} | who(n) for n in range(1, 41)},
        "risks": {f"R{n}": {"title": short, "likelihood": 4, "impact": 4, "response": long, "owner": people[n],
                            "due": day(30)} for n in range(1, 16)},
        "issues": {"I1": {"title": short, "grade": "key", "raised": day(10), "departments": departments, "owner": "P03",
                          "description": long, "status": "doing", "resolution": {
                              "cause": long, "decision": long, "rationale": long, "decided_by": "P01",
                              "positions": [{"department": key, "claim": long, "reason": long} for key in departments],
                              "options": [{"option": long, "pros": long[:300], "cons": long[:300]}]}}},
        "signoffs": {"charter": [{"person": each, "date": day(3), "opinion": "reservation", "note": short}
                                 for each in people]},
        "lessons": [{"kind": "good", "category": "communication", "description": long[:500], "cause": long[:500],
                     "recommendation": long[:500]} for _ in range(6)],
        "closeout": {"kind": "normal", "date": day(18), "conclusion": long,
                     "review": {"goal": long, "result": long, "cause": long, "insight": long}},
    }  # fmt: skip
