"""What `init` writes: a project that can be checked and rendered at once."""

from collabkit.scaffold.ci import GITLAB, GITLAB_ASIDE, SERVICES
from collabkit.scaffold.draft import PROJECT, Files, draft
from collabkit.scaffold.scenario import SCENARIOS, title
from collabkit.scaffold.writing import conflicts, write

__all__ = [
    "GITLAB",
    "GITLAB_ASIDE",
    "PROJECT",
    "SCENARIOS",
    "SERVICES",
    "Files",
    "conflicts",
    "draft",
    "title",
    "write",
]
