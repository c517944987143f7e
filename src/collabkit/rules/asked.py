"""What a project has to say, and from which stage on: what only holds a place there is as bad as nothing."""

from __future__ import annotations

from collections.abc import Mapping

from collabkit.model.words import Stage
from collabkit.problem import FilePath
from collabkit.source.shape import shape_at

_GOAL = ("metric", "target", "due")
_TASK = ("department", "owner", "start", "end", "deliverable", "standard")
_ASKED: Mapping[tuple[str, str], Stage] = {
    **{("project", key): Stage.INITIATING for key in ("name", "manager", "sponsor", "start", "end", "background")},
    **{(section, "actual"): Stage.CLOSING for section in ("goals", "subgoals")},
    **{("handover_items", key): Stage.CLOSING for key in ("receiver", "owner", "due", "received")},
    ("tasks", "actual_end"): Stage.CLOSING,
    ("departments", "head"): Stage.INITIATING,
    **{(section, key): Stage.INITIATING for section in ("goals", "subgoals") for key in _GOAL},
    **{("risks", key): Stage.INITIATING for key in ("owner", "response")},
    **{("tasks", key): Stage.PLANNING for key in _TASK},
    **{("issues", key): Stage.EXECUTING for key in ("owner", "due")},
}
"""Section and key of what an error asks for when it is missing; a test compares them with what the rules say."""


def is_asked_for(path: FilePath, stage: Stage) -> bool:
    """Return whether a project at `stage` has to say something at `path`."""
    if path[0] == "scope" and len(path) == 3:
        return True
    keys = [step for step in path if isinstance(step, str)]
    # A list has no ids: of one of its entries the section and the key are all there is.
    since = _ASKED.get((keys[0], keys[-1])) if len(keys) in (2, 3) else None
    if since is not None:
        return stage.reaches(since)
    shape = shape_at(path)
    return shape is not None and shape.needed
