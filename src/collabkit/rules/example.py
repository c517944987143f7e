"""The minimal clean project over which the fragments of every rule are laid."""

from __future__ import annotations

import re
from datetime import date

from collabkit.lang import Lang, Text
from collabkit.source.decoding import decode
from collabkit.source.source import Source
from collabkit.source.text import Document

TODAY = date(2026, 3, 20)
"""The day on which the minimal project, and every fragment laid over it, is looked at."""

PROJECT = """\
collabkit: 1
language: en
project:
  name: App 2.0
  stage: closing
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
"""
"""Two departments, one goal, two tasks, one hand-over: the least that satisfies every rule at every stage."""

_PROJECT_ZH = """\
collabkit: 1
language: zh-CN
project:
  name: App 2.0
  stage: closing
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
"""

MINIMAL = Text(_PROJECT_ZH, PROJECT)
"""The same minimal project in both languages: same ids, days and numbers, people and departments of either language."""

_KEY = re.compile(r"(?P<indent> *)(?P<key>[^\s#:{\[\-\"'][^:#]*?) *:(?P<value>$| .*)")

Entries = dict[str, tuple[str, str]]
"""The keys of a block mapping, each with its own line and the lines below it."""


def overlay(fragment: str, lang: Lang = Lang.EN) -> str:
    """Return the minimal project of `lang` with every key of `fragment` in place of its own, new ones at the end.

    A block mapping is laid over key by key, everything else (a list, a flow mapping, a text) replaces what was there;
    so `owner:` empties one field and `risks: {}` a section. A fragment that does not begin with a key is a whole file.
    All is done by text: broken YAML stays as broken as it is written.
    """
    return _laid(MINIMAL.to(lang), fragment)


def _laid(base: str, fragment: str) -> str:
    if not fragment:
        return base
    below, above = _entries(base), _entries(fragment)
    if not below or not above:
        return fragment
    for key, (line, lines) in above.items():
        nested = lines and key in below and not _value(line) and not _value(below[key][0])
        below[key] = (line, _laid(below[key][1], lines) if nested else lines)
    return "".join(line + lines for line, lines in below.values())


def _entries(text: str) -> Entries:
    """Return the entries of a block mapping; none when `text` is something else or has a key twice."""
    entries: Entries = {}
    indent = None
    for line in text.splitlines(keepends=True):
        match = _KEY.match(line)
        if match and (indent is None or match["indent"] == indent):
            indent = match["indent"]
            if match["key"] in entries:
                return {}
            entries[match["key"]] = (line, "")
        elif indent is None or not _below(line, indent):
            return {}
        else:
            key, (head, lines) = entries.popitem()
            entries[key] = (head, lines + line)
    return entries


def _below(line: str, indent: str) -> bool:
    """Return whether a line belongs to the entry above it: deeper, blank, or an item of its list."""
    return not line.strip() or line.startswith((indent + " ", indent + "-"))


def _value(line: str) -> str:
    match = _KEY.match(line)
    return match["value"].strip() if match else ""


def source(fragment: str, lang: Lang = Lang.EN) -> Source:
    """Return the file that `overlay` makes of `fragment`, read as it would be from disk."""
    decoded = decode(overlay(fragment, lang).encode())
    faults = (decoded.fault,) if decoded.fault else ()
    return Source(Document("project.yaml", decoded.text, decoded.encoding, faults))
