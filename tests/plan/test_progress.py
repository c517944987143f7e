"""How far work has come, and how that is rounded."""

from __future__ import annotations

import pytest

from collabkit.model.task import Task
from collabkit.plan.progress import task_progress, tenths, whole


@pytest.mark.parametrize(
    ("fields", "progress"),
    [
        ({"status": "todo"}, 0),
        ({"status": "doing", "progress": 40}, 40),
        ({"status": "done"}, 100),
        ({"status": "done", "progress": 95}, 100),
        ({"status": "cancelled"}, None),
        ({"status": "cancelled", "progress": 20}, 20),
    ],
)
def test_a_task_is_as_far_as_the_file_says_and_a_finished_one_all_of_it(
    fields: dict[str, object], progress: float | None
) -> None:
    assert task_progress(Task.model_validate(fields)) == progress


@pytest.mark.parametrize(
    ("progress", "in_whole", "in_tenths"),
    [(0, 0, 0), (35.56, 36, 35.6), (99.4, 99, 99.4), (99.96, 99, 99.9), (100, 100, 100)],
)
def test_what_is_not_complete_is_never_rounded_up_to_100(progress: float, in_whole: int, in_tenths: float) -> None:
    assert (whole(progress), tenths(progress)) == (in_whole, in_tenths)
