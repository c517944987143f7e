"""What `init` writes: a project that can be checked and rendered at once."""

from collabkit.scaffold.ci import SERVICES, jobs
from collabkit.scaffold.comments import SCHEMA
from collabkit.scaffold.draft import PROJECT, Files, Sample, draft, first_day, one_line, sample
from collabkit.scaffold.scenario import SCENARIOS, title
from collabkit.scaffold.writing import conflicts, refuse_conflicts, write

__all__ = [
    "PROJECT",
    "SCENARIOS",
    "SCHEMA",
    "SERVICES",
    "Files",
    "Sample",
    "conflicts",
    "draft",
    "first_day",
    "jobs",
    "one_line",
    "refuse_conflicts",
    "sample",
    "title",
    "write",
]
