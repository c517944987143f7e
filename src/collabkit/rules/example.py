"""The minimal clean project over which the fragments of every rule are laid, under way and as it closes."""

from __future__ import annotations

from datetime import date

from collabkit.lang import Text
from collabkit.model.words import Stage

TODAY = date(2026, 3, 20)
"""The day on which the minimal project, and every fragment laid over it, is looked at."""
CLOSING_DAY = date(2026, 4, 2)
"""The day on which it closes, and the fragments of the rules for closing are looked at."""

PROJECT = """\
collabkit: 1
language: en
project:
  name: App 2.0
  stage: executing
  department: Marketing
  sponsor: Chen Ming
  manager: Wang Fang
  start: 2026-03-02
  end: 2026-03-31
  background: Users leave the app after its first crash; the next release must be stable.
departments:
  Development: {head: Li Lei}
  Marketing: {head: Zhao Min}
people:
  Li Lei: {department: Development}
  Han Mei: {department: Development}
  Zhao Min: {department: Marketing}
  Wang Fang: {department: Marketing}
  Chen Ming: {title: Vice president}
goals:
  G1:
    statement: App 2.0 runs without crashes
    metric: crashes per 1000 sessions
    baseline: 8
    target: ≤ 2
    due: 2026-03-31
    department: Development
    owner: Li Lei
subgoals:
  SG1:
    goal: G1
    department: Development
    statement: No known crash is left
    metric: open crash reports
    target: 0
    due: 2026-03-24
    owner: Li Lei
  SG2:
    goal: G1
    department: Marketing
    statement: The users install the release
    metric: share of users on 2.0
    target: ≥ 60 %
    due: 2026-03-31
    owner: Zhao Min
scope:
  in:
    S1: Crash fixes
  out:
    X1: Overseas edition
milestones:
  M1: {name: Release, date: 2026-03-31, department: Marketing, evidence: Live in the store}
tasks:
  T1:
    name: Mend the crashes
    department: Development
    owner: Han Mei
    start: 2026-03-16
    end: 2026-03-24
    covers: [S1]
    deliverable: Release candidate
    standard: All 120 tests pass
    acceptor: Marketing
  T2:
    name: Publish the release
    department: Marketing
    owner: Zhao Min
    start: 2026-03-25
    end: 2026-03-31
    after: [T1]
    milestone: M1
    deliverable: Store page
    standard: Approved by the app store
    acceptor: Development
handovers:
  - {from: T1, to: T2, item: Release candidate, confirmed: [Development, Marketing]}
communication:
  weekly: {weekday: fri, time: "15:00", minutes: 45, departments: [Development, Marketing]}
risks:
  R1:
    title: The store rejects the release
    likelihood: 2
    impact: 3
    response: Ask the store for a preview a week before
    owner: Zhao Min
    due: 2026-03-27
meetings:
  - {kind: kickoff, date: 2026-03-02, chair: Wang Fang, attendees: [Chen Ming, Wang Fang, Li Lei, Zhao Min]}
signoffs:
  charter:
    - {person: Chen Ming, date: 2026-03-02, opinion: agree}
    - {person: Wang Fang, date: 2026-03-02, opinion: agree}
    - {person: Li Lei, date: 2026-03-02, opinion: agree}
    - {person: Zhao Min, date: 2026-03-02, opinion: agree}
  tasks:
    - {person: Li Lei, date: 2026-03-04, opinion: agree}
    - {person: Zhao Min, date: 2026-03-04, opinion: agree}
  goals:
    - {person: Li Lei, date: 2026-03-04, opinion: agree}
    - {person: Zhao Min, date: 2026-03-04, opinion: agree}
    - {person: Wang Fang, date: 2026-03-04, opinion: agree}
    - {person: Chen Ming, date: 2026-03-04, opinion: agree}
"""
"""Two departments, one goal, two tasks, one hand-over: the least that satisfies every rule of a project under way."""

_PROJECT_ZH = """\
collabkit: 1
language: zh-CN
project:
  name: App 2.0
  stage: executing
  department: 市场部
  sponsor: 陈明
  manager: 王芳
  start: 2026-03-02
  end: 2026-03-31
  background: 用户遇到第一次崩溃就会卸载，下一版本必须稳定，否则用户继续流失。
departments:
  开发部: {head: 李雷}
  市场部: {head: 赵敏}
people:
  李雷: {department: 开发部}
  韩梅: {department: 开发部}
  赵敏: {department: 市场部}
  王芳: {department: 市场部}
  陈明: {title: 分管副总}
goals:
  G1:
    statement: App 2.0 运行稳定不崩溃
    metric: 每千次会话崩溃次数
    baseline: 8
    target: ≤ 2
    due: 2026-03-31
    department: 开发部
    owner: 李雷
subgoals:
  SG1:
    goal: G1
    department: 开发部
    statement: 已知崩溃全部修复
    metric: 未关闭的崩溃记录
    target: 0
    due: 2026-03-24
    owner: 李雷
  SG2:
    goal: G1
    department: 市场部
    statement: 用户升级到新版本
    metric: 2.0 版用户占比
    target: ≥ 60 %
    due: 2026-03-31
    owner: 赵敏
scope:
  in:
    S1: 修复崩溃
  out:
    X1: 海外版
milestones:
  M1: {name: 发布, date: 2026-03-31, department: 市场部, evidence: 应用商店可下载}
tasks:
  T1:
    name: 修复崩溃
    department: 开发部
    owner: 韩梅
    start: 2026-03-16
    end: 2026-03-24
    covers: [S1]
    deliverable: 候选版本
    standard: 120 项测试全部通过
    acceptor: 市场部
  T2:
    name: 发布新版本
    department: 市场部
    owner: 赵敏
    start: 2026-03-25
    end: 2026-03-31
    after: [T1]
    milestone: M1
    deliverable: 商店页面
    standard: 应用商店审核通过
    acceptor: 开发部
handovers:
  - {from: T1, to: T2, item: 候选版本, confirmed: [开发部, 市场部]}
communication:
  weekly: {weekday: fri, time: "15:00", minutes: 45, departments: [开发部, 市场部]}
risks:
  R1:
    title: 应用商店审核不通过
    likelihood: 2
    impact: 3
    response: 提前一周送应用商店预审
    owner: 赵敏
    due: 2026-03-27
meetings:
  - {kind: kickoff, date: 2026-03-02, chair: 王芳, attendees: [陈明, 王芳, 李雷, 赵敏]}
signoffs:
  charter:
    - {person: 陈明, date: 2026-03-02, opinion: agree}
    - {person: 王芳, date: 2026-03-02, opinion: agree}
    - {person: 李雷, date: 2026-03-02, opinion: agree}
    - {person: 赵敏, date: 2026-03-02, opinion: agree}
  tasks:
    - {person: 李雷, date: 2026-03-04, opinion: agree}
    - {person: 赵敏, date: 2026-03-04, opinion: agree}
  goals:
    - {person: 李雷, date: 2026-03-04, opinion: agree}
    - {person: 赵敏, date: 2026-03-04, opinion: agree}
    - {person: 王芳, date: 2026-03-04, opinion: agree}
    - {person: 陈明, date: 2026-03-04, opinion: agree}
"""

MINIMAL = Text(_PROJECT_ZH, PROJECT)
"""The same minimal project in both languages: same ids, days and numbers, people and departments of either language."""

_CLOSING = """\
project:
  stage: closing
goals:
  G1:
    actual: 1.4
subgoals:
  SG1:
    actual: 0
  SG2:
    actual: 64 %
milestones:
  M1: {name: Release, date: 2026-03-31, department: Marketing, evidence: Live in the store, actual: 2026-03-31}
tasks:
  T1:
    status: done
    progress: 100
    actual_start: 2026-03-16
    actual_end: 2026-03-24
  T2:
    status: done
    progress: 100
    actual_start: 2026-03-25
    actual_end: 2026-03-31
risks:
  R1:
    status: closed
signoffs:
  closeout:
    - {person: Wang Fang, date: 2026-04-02, opinion: agree}
    - {person: Li Lei, date: 2026-04-02, opinion: agree}
    - {person: Zhao Min, date: 2026-04-02, opinion: agree}
    - {person: Chen Ming, date: 2026-04-02, opinion: agree}
lessons:
  - {kind: good, category: risk, description: The preview found two faults, recommendation: Ask for one every time}
acceptances:
  - {deliverable: Release candidate, task: T1, verdict: accepted, accepted_by: Zhao Min, accepted: 2026-03-24}
  - {deliverable: Store page, task: T2, verdict: accepted, accepted_by: Li Lei, accepted: 2026-03-31}
handover_items:
  - {item: Answers in the store, receiver: Marketing, owner: Zhao Min, due: 2026-04-30, received: 2026-04-02}
closeout:
  kind: normal
  date: 2026-04-02
  conclusion: All goals are met and the project is closed
  review:
    goal: A release without crashes
    result: 1.4 crashes per 1000 sessions
    cause: The test phones came in time
    insight: Ask for a preview a week before
  checklist:
    - {area: people, done: true, date: 2026-04-02}
  archive:
    - {file: Test report, version: "1.0", location: Project drive, keeper: Wang Fang}
"""

_CLOSING_ZH = """\
project:
  stage: closing
goals:
  G1:
    actual: 1.4
subgoals:
  SG1:
    actual: 0
  SG2:
    actual: 64 %
milestones:
  M1: {name: 发布, date: 2026-03-31, department: 市场部, evidence: 应用商店可下载, actual: 2026-03-31}
tasks:
  T1:
    status: done
    progress: 100
    actual_start: 2026-03-16
    actual_end: 2026-03-24
  T2:
    status: done
    progress: 100
    actual_start: 2026-03-25
    actual_end: 2026-03-31
risks:
  R1:
    status: closed
signoffs:
  closeout:
    - {person: 王芳, date: 2026-04-02, opinion: agree}
    - {person: 李雷, date: 2026-04-02, opinion: agree}
    - {person: 赵敏, date: 2026-04-02, opinion: agree}
    - {person: 陈明, date: 2026-04-02, opinion: agree}
lessons:
  - {kind: good, category: risk, description: 预审发现了两处缺陷, recommendation: 每次发布前都送预审}
acceptances:
  - {deliverable: 候选版本, task: T1, verdict: accepted, accepted_by: 赵敏, accepted: 2026-03-24}
  - {deliverable: 商店页面, task: T2, verdict: accepted, accepted_by: 李雷, accepted: 2026-03-31}
handover_items:
  - {item: 应用商店评论回复, receiver: 市场部, owner: 赵敏, due: 2026-04-30, received: 2026-04-02}
closeout:
  kind: normal
  date: 2026-04-02
  conclusion: 目标全部达成，同意结项
  review:
    goal: 发布不崩溃的版本
    result: 每千次会话崩溃 1.4 次
    cause: 测试手机按时到位
    insight: 提前一周送预审
  checklist:
    - {area: people, done: true, date: 2026-04-02}
  archive:
    - {file: 测试报告, version: "1.0", location: 共享盘, keeper: 王芳}
"""

CLOSING = Text(_CLOSING_ZH, _CLOSING)
"""What closing adds to the minimal project: everything done, accepted, measured, learned, handed over and signed."""


def day(stage: Stage) -> date:
    """Return the day on which the examples of a rule of `stage` are looked at."""
    return CLOSING_DAY if stage is Stage.CLOSING else TODAY
