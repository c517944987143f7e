"""Everything the rules find in a project file."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from collabkit.errors import UsageError
from collabkit.finding import Finding, Rule
from collabkit.lang import Text
from collabkit.model import Stage
from collabkit.nearest import nearest
from collabkit.plan import Plan, stages
from collabkit.problem import TOP, FilePath, FilePlace, FileProblem, Lacking, Problem
from collabkit.rules import RULES, find
from collabkit.rules.doubt import Doubt
from collabkit.rules.many import gathered
from collabkit.source.fingerprint import Fingerprints
from collabkit.source.source import Source
from collabkit.source.validate import Read

_PREFIX = re.compile(r"CK\d{0,3}", re.IGNORECASE)


def check(
    read: Read,
    source: Source,
    *,
    today: date,
    stage: Stage | None = None,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
) -> list[Finding]:
    """Return the findings of a file on the day `today`, in the order of the file.

    The rules up to `stage` apply; when it is left out, those up to the project's own, and what compares dates with
    today as soon as the project has begun. `select` and `ignore` name rules by code, by the beginning of a code (`CK3`)
    or by name; a selector that means no rule raises UsageError. What keeps the file from being read as a project at all
    is told in any case.
    """
    chosen = chosen_rules(select, ignore)
    reached = stage or (read.project.about.stage if read.project else Stage.INITIATING)
    findings = [
        _finding(source, rule, problem)
        for rule, problem in _faults(read, reached)
        if rule in chosen or not read.project
    ]
    if read.project is not None:
        plan = Plan(read.project, today, read.unread)
        doubt = Doubt(read, plan)
        by_word, by_calendar = (stage, stage) if stage else (plan.project.about.stage, stages.reached(plan))
        for rule in chosen:
            if rule.check is not None and rule.applies(by_calendar if rule.dated else by_word):
                problems = gathered(plan, rule, _problems(rule, plan, read, doubt))
                findings += (_finding(source, rule, _located(problem, read)) for problem in problems)
    prints = Fingerprints(source.data)
    return [
        replace(finding, fingerprint=prints.of(finding.code, _subject(finding.problem)))
        for finding in sorted(findings, key=_order)
    ]


def chosen_rules(select: Collection[str] = (), ignore: Collection[str] = ()) -> tuple[Rule, ...]:
    """Return the rules that `select` names (all when it is empty) without those that `ignore` names."""
    wanted = {rule.code for selector in select for rule in _named(selector)}
    unwanted = {rule.code for selector in ignore for rule in _named(selector)}
    return tuple(rule for rule in RULES if (not select or rule.code in wanted) and rule.code not in unwanted)


def _named(selector: str) -> tuple[Rule, ...]:
    text = selector.strip()
    rule = find(text)
    if rule is not None:
        return (rule,)
    if _PREFIX.fullmatch(text):
        rules = tuple(rule for rule in RULES if rule.code.startswith(text.upper()))
        if rules:
            return rules
    raise unknown_rule(text)


def unknown_rule(text: str) -> UsageError:
    """Return the error of a code or name that no rule has, with the nearest one."""
    meant = nearest(text, [key for rule in RULES for key in (rule.name, rule.code)])
    hint = Text("运行 collabkit rules 查看全部规则", "run 'collabkit rules' to see all rules")
    if meant:
        hint = Text(f"是不是 {meant}？", f"did you mean {meant}?")
    return UsageError(Text(f"没有规则「{text}」", f"there is no rule '{text}'"), hint)


def _faults(read: Read, stage: Stage) -> Iterator[tuple[Rule, FileProblem]]:
    for fault in read.faults:
        rule = find(fault.rule)
        assert rule is not None, fault.rule
        yield rule, replace(fault.problem, severity=rule.weigh(fault.problem, stage)) if rule.weigh else fault.problem


def _problems(rule: Rule, plan: Plan, read: Read, doubt: Doubt) -> Iterator[Problem]:
    """Yield the problems of a rule, without those that only repeat a fault."""
    assert rule.check is not None
    for told in rule.check(plan):
        problem = _lacking(told, read, doubt) if isinstance(told, Lacking) else told
        if problem is None or any(doubt.about(read.original(path)) for path in problem.rests_on):
            continue
        if not read.doubts(read.original(problem.path)):
            yield problem


def _lacking(told: Lacking, read: Read, doubt: Doubt) -> Problem | None:
    gaps = [gap for gap in told.gaps if not doubt.about(read.original(gap.path))]
    if not gaps:
        return None
    problem = told.tell(gaps)
    # The entry lacks something, whichever of it comes first.
    return problem if problem.about else replace(problem, about=gaps[0].path[:-1])


def _located(problem: Problem, read: Read) -> FileProblem:
    """Return a problem of the project where it stands in the file."""
    return FileProblem(
        read.original(problem.path),
        problem.message,
        problem.label,
        problem.help,
        problem.on,
        tuple(
            FilePlace(read.original(each.path), each.label, each.on, message=each.message) for each in problem.places
        ),
        severity=problem.severity,
        about=read.original(problem.about) if problem.about else TOP,
    )


def _finding(source: Source, rule: Rule, problem: FileProblem) -> Finding:
    places = tuple(source.where(place) for place in problem.places)
    return Finding(rule, problem, source.name, source.where(problem), places)


def _subject(problem: FileProblem) -> FilePath:
    """Return what a problem is about: of one that stands for several entries, their section."""
    if any(place.message for place in problem.places):
        return problem.path[:1]
    return problem.path if problem.about == TOP else problem.about


def _order(finding: Finding) -> tuple[int, int, str, str]:
    return finding.span.line, finding.span.column, finding.rule.code, finding.problem.message.en
