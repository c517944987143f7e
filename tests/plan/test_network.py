"""Dependencies: loops are found, whole and fast; edges ask for the right days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.model import calendar as written
from collabkit.model.task import Task
from collabkit.plan.calendar import Calendar
from collabkit.plan.network import DateConstraint, Edge, Network
from tests.work import work

CHINA = Calendar(written.Calendar(country="CN"))


def network(**after: list[str]) -> Network:
    return Network({name: Task(after=tuple(others)) for name, others in after.items()})


def numbered(edges: dict[int, list[int]]) -> Network:
    return Network({f"T{name}": Task(after=tuple(f"T{other}" for other in others)) for name, others in edges.items()})


def names(loop: tuple[Edge, ...]) -> list[str]:
    return [edge.task for edge in loop]


def is_loop(loop: tuple[Edge, ...]) -> bool:
    return all(edge.dependency.task == loop[(i + 1) % len(loop)].task for i, edge in enumerate(loop))


MOST_WORK = 25
"""Lines of Python per task and dependency: what a search that looks at each of them once can take."""


def search(tasks: Network) -> tuple[tuple[Edge, ...], ...]:
    """Return the loops of `tasks`, found with work that grows no faster than tasks and dependencies."""
    size = len({edge.task for edge in tasks.edges}) + len(tasks.edges)
    loops, lines = work(lambda: tasks.cycles)
    assert lines <= MOST_WORK * size
    return loops


def test_a_loop_is_told_from_its_first_task_in_file_order() -> None:
    loops = network(T1=[], T2=["T1", "T4"], T3=["T2"], T4=["T3 SS+2"]).cycles
    assert [names(loop) for loop in loops] == [["T2", "T4", "T3"]]
    assert loops[0][0].path == ("tasks", "T2", "after", 1)


def test_the_shortest_loop_of_a_group_is_told_once() -> None:
    loops = network(A=["B", "D"], B=["C"], C=["A"], D=["A"]).cycles
    assert [names(loop) for loop in loops] == [["A", "D"]]


def test_groups_that_do_not_wait_for_each_other_are_told_apart_in_file_order() -> None:
    tasks = network(A=["B"], C=["D", "A"], B=["A"], D=["C"])
    assert [names(loop) for loop in tasks.cycles] == [["A", "B"], ["C", "D"]]
    assert tasks.strong_components == (("A", "B"), ("C", "D"))


def test_an_edge_between_two_loops_is_on_none() -> None:
    tasks = network(A=["B"], C=["D", "A"], B=["A"], D=["C"])
    assert [str(edge.dependency) for edge in tasks.edges if not tasks.is_knotted(edge)] == ["A"]


def test_unknown_tasks_and_the_task_itself_are_no_edges_and_hide_no_loop() -> None:
    tasks = network(A=["A", "X9", "B"], B=["A", "Y"])
    assert [names(loop) for loop in tasks.cycles] == [["A", "B"]]
    assert len(tasks.written) == 5
    assert len(tasks.edges) == 2


def test_a_loop_of_five_thousand_tasks_is_found_whole() -> None:
    loops = search(numbered({n: [(n + 1) % 5000] for n in range(5000)}))
    assert [len(loop) for loop in loops] == [5000]
    assert is_loop(loops[0])


def test_a_complete_digraph_of_sixty_tasks_has_one_short_loop() -> None:
    loops = search(numbered({n: [m for m in range(60) if m != n] for n in range(60)}))
    assert [names(loop) for loop in loops] == [["T0", "T1"]]


def test_diamonds_with_two_to_the_fortieth_paths_are_walked_once() -> None:
    edges: dict[int, list[int]] = {0: []}
    for level in range(40):
        top = 3 * level
        edges |= {top + 1: [top], top + 2: [top], top + 3: [top + 1, top + 2]}
    assert search(numbered(edges)) == ()
    edges[0] = [120]
    assert [len(loop) for loop in search(numbered(edges))] == [81]


GRAPHS = st.integers(1, 9).flatmap(
    lambda size: st.dictionaries(st.integers(0, size), st.lists(st.integers(0, size), max_size=4, unique=True))
)


@given(GRAPHS)
def test_every_loop_is_a_loop_and_every_task_that_waits_for_itself_is_in_a_group(edges: dict[int, list[int]]) -> None:
    tasks = numbered(edges)
    assert all(is_loop(loop) and len(loop) > 1 for loop in tasks.cycles)
    assert len({name for loop in tasks.cycles for name in names(loop)}) == sum(map(len, tasks.cycles))

    def reached(start: int) -> set[int]:
        seen: set[int] = set()
        waiting = [other for other in edges[start] if other != start]
        while waiting:
            if (node := waiting.pop()) in edges and node not in seen:
                seen.add(node)
                waiting += [other for other in edges[node] if other != node]
        return seen

    in_loops = {name for component in tasks.strong_components for name in component}
    assert in_loops == {f"T{n}" for n in edges if n in reached(n)}


@pytest.mark.parametrize(
    ("after", "demand"),
    [
        ("A", DateConstraint("start", date(2026, 4, 7))),  # Friday; Qingming is on Sunday and observed on Monday
        ("A+2", DateConstraint("start", date(2026, 4, 9))),
        ("A-1", DateConstraint("start", date(2026, 4, 3))),
        ("A SS", DateConstraint("start", date(2026, 3, 30))),
        ("A SS+3", DateConstraint("start", date(2026, 4, 2))),
        ("A FF", DateConstraint("end", date(2026, 4, 3))),
        ("A FF+1", DateConstraint("end", date(2026, 4, 7))),
        ("A SF", DateConstraint("end", date(2026, 3, 30))),
        ("A SF-1", DateConstraint("end", date(2026, 3, 27))),
    ],
)
def test_an_edge_asks_for_the_right_working_day(after: str, demand: DateConstraint) -> None:
    tasks = Network({"A": Task(start=date(2026, 3, 30), end=date(2026, 4, 3)), "B": Task(after=(after,))})
    assert tasks.demand(tasks.predecessors("B")[0], CHINA) == demand


@pytest.mark.parametrize("after", ["A", "A SS", "A FF", "A SF"])
def test_a_predecessor_without_dates_asks_for_nothing(after: str) -> None:
    tasks = Network({"A": Task(), "B": Task(after=(after,))})
    assert tasks.demand(tasks.edges[0], CHINA) is None
