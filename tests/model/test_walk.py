"""Every mapping of a project is met at its path."""

from collabkit.model.walk import mappings, needed_but_missing
from tests.projects import plan_of

PROJECT = """\
tasks: {T1: {name: t}, T2: {effort: 1}}
meetings: [{kind: kickoff, actions: [{action: a}, {}]}]
weeks: {2026-W12: {departments: {Sales: {done: [d]}}}}
departments: {Sales: {}}
"""


def test_mappings_are_met_at_their_paths_the_outer_ones_first():
    found = [(path, type(entry).__name__) for path, entry in mappings(plan_of(PROJECT).project)]
    assert found[0] == ((), "Project")
    assert (("project",), "About") in found and (("tasks", "T2"), "Task") in found
    actions = [path for path, name in found if name == "Action"]
    assert actions == [("meetings", 0, "actions", 0), ("meetings", 0, "actions", 1)]
    assert found.index((("meetings", 0), "Meeting")) < found.index((actions[0], "Action"))
    assert (("weeks", "2026-W12", "departments", "Sales"), "DepartmentWeek") in found


def test_needed_fields_without_a_value_are_found_at_every_depth():
    missing = set(needed_but_missing(plan_of(PROJECT).project))
    assert missing == {("tasks", "T2", "name"), ("meetings", 0, "actions", 1, "action")}
