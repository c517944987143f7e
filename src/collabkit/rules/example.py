"""The minimal clean project over which the fragments of every rule are laid."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

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

_KEY = re.compile(r"^([A-Za-z_][\w-]*)[ \t]*:", re.MULTILINE)


def overlay(fragment: str) -> str:
    """Return the minimal project with the top-level sections of `fragment` in place of its own, new ones at the end.

    A fragment that begins with anything else than a section is a whole file. All is done by text, so broken YAML
    stays as broken as it is written.
    """
    if fragment.strip() and not _KEY.match(fragment):
        return fragment
    sections = dict(_sections(PROJECT))
    fresh: dict[str, str] = {}
    for key, text in _sections(fragment):
        fresh[key] = fresh.get(key, "") + text
    return "".join((sections | fresh).values())


def source(fragment: str) -> Source:
    """Return the file that `overlay` makes of `fragment`, read as it would be from disk."""
    decoded = decode(overlay(fragment).encode())
    faults = (decoded.fault,) if decoded.fault else ()
    return Source(Document("project.yaml", decoded.text, decoded.encoding, faults))


def _sections(text: str) -> list[tuple[str, str]]:
    """Return the unindented keys of `text`, each with its lines up to the next one."""
    keys = list(_KEY.finditer(text))
    edges = [*(match.start() for match in keys), len(text)]
    return [(match[1], text[start:end]) for match, (start, end) in zip(keys, pairwise(edges), strict=True)]
