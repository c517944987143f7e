"""Every id that refers to something else is found, wherever it stands."""

from collabkit.references import references, unknown
from tests.projects import plan_of

EVERYWHERE = """\
project: {name: P, manager: Ghost, start: 2026-03-02, end: 2026-03-20, assumptions: [{text: a, owner: Ghost}]}
document: {author: Ghost, history: [{author: Ghost}]}
departments:
  Development: {head: Ghost, needs: [{need: n, tasks: [T9]}]}
  Marketing: {}
people: {Li Lei: {department: Nowhere}}
subgoals: {SG1: {statement: s, goal: G9}}
tasks:
  T1: {name: t, owner: Ghost, team: [Li Lei, Ghost], support: {Nowhere: help}, covers: [S9], goals: [G1, G9],
       milestone: M9, acceptor: Ghost, after: [T9]}
handovers: [{from: T1, to: T9, confirmed: [Nowhere]}]
resources: [{need: n, provider: Ghost}]
escalation: [{decider: heads}, {decider: Ghost}]
risks: {R1: {title: r, owner: Ghost, tasks: [T1, T9], issue: I9}}
issues:
  I1: {title: i, resolution: {decided_by: heads, change: C9, positions: [{claim: c, department: Nowhere}]}}
decisions: [{title: d, risk: R9}]
meetings: [{kind: kickoff, attendees: [Ghost]}]
weeks: {2026-W12: {departments: {Nowhere: {}}, actions: [{action: a, owner: Ghost}]}}
signoffs: {charter: [{person: Ghost}], resolution: [{person: Li Lei, issue: I9}]}
acceptances: [{deliverable: d, task: T9}]
closeout: {archive: [{file: f, keeper: Ghost}]}
"""


def test_every_unknown_id_is_found_at_its_path():
    found = {(".".join(map(str, reference.path)), reference.on) for reference in unknown(plan_of(EVERYWHERE).project)}
    assert found == {
        ("project.manager", "value"),
        ("project.assumptions.0.owner", "value"),
        ("document.author", "value"),
        ("document.history.0.author", "value"),
        ("departments.Development.head", "value"),
        ("departments.Development.needs.0.tasks.0", "value"),
        ("people.Li Lei.department", "value"),
        ("subgoals.SG1.goal", "value"),
        ("tasks.T1.owner", "value"),
        ("tasks.T1.team.1", "value"),
        ("tasks.T1.support.Nowhere", "key"),
        ("tasks.T1.covers.0", "value"),
        ("tasks.T1.goals.1", "value"),
        ("tasks.T1.milestone", "value"),
        ("tasks.T1.acceptor", "value"),
        ("handovers.0.to", "value"),
        ("handovers.0.confirmed.0", "value"),
        ("resources.0.provider", "value"),
        ("escalation.1.decider", "value"),
        ("risks.R1.owner", "value"),
        ("risks.R1.tasks.1", "value"),
        ("risks.R1.issue", "value"),
        ("issues.I1.resolution.change", "value"),
        ("issues.I1.resolution.positions.0.department", "value"),
        ("decisions.0.risk", "value"),
        ("meetings.0.attendees.0", "value"),
        ("weeks.2026-W12.departments.Nowhere", "key"),
        ("weeks.2026-W12.actions.0.owner", "value"),
        ("signoffs.charter.0.person", "value"),
        ("signoffs.resolution.0.issue", "value"),
        ("acceptances.0.task", "value"),
        ("closeout.archive.0.keeper", "value"),
    }


def test_the_minimal_project_refers_to_nothing_unknown():
    project = plan_of().project
    assert unknown(project) == ()
    assert sum(1 for _ in references(project)) > 20
