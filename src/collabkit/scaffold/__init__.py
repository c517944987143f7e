"""What `init` writes: a project that can be checked and rendered at once."""

from collabkit.scaffold.answers import (
    Answers,
    Department,
    read_day,
    read_department,
    read_department_and_head,
    read_line,
    read_person,
)
from collabkit.scaffold.cast import head_of
from collabkit.scaffold.ci import SERVICES, jobs
from collabkit.scaffold.conflicts import conflicts, refuse_conflicts, write
from collabkit.scaffold.draft import Sample, draft, period, placed, refuse, sample
from collabkit.scaffold.layout import PROJECT, Layout, layout, schema_file
from collabkit.scaffold.scenario import SCENARIOS, title

__all__ = [
    "PROJECT",
    "SCENARIOS",
    "SERVICES",
    "Answers",
    "Department",
    "Layout",
    "Sample",
    "conflicts",
    "draft",
    "head_of",
    "jobs",
    "layout",
    "period",
    "placed",
    "read_day",
    "read_department",
    "read_department_and_head",
    "read_line",
    "read_person",
    "refuse",
    "refuse_conflicts",
    "sample",
    "schema_file",
    "title",
    "write",
]
