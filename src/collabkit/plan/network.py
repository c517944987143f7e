"""How the tasks hang together: dependencies, the loops in them, and what they ask of the dates."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from collabkit.model.dependency import Dependency, Link, parse
from collabkit.model.task import Task
from collabkit.plan.calendar import Calendar
from collabkit.problem import Path


@dataclass(frozen=True, slots=True)
class Edge:
    """`task` waits for `dependency.task`; it is written as entry `index` of the task's `after`."""

    task: str
    index: int
    dependency: Dependency

    @property
    def path(self) -> Path:
        """Return where the dependency is written."""
        return ("tasks", self.task, "after", self.index)


class DateConstraint(NamedTuple):
    """The earliest day an edge allows for the start or the end of its task."""

    field: Literal["start", "end"]
    earliest: date


class Network:
    """The tasks as nodes and their dependencies as edges; unknown ids and self-references are not edges."""

    def __init__(self, tasks: Mapping[str, Task]) -> None:
        self._tasks = tasks

    @cached_property
    def written(self) -> tuple[Edge, ...]:
        """Return every dependency as written, also those on unknown tasks and on the task itself."""
        return tuple(
            Edge(name, index, parse(text, self._tasks))
            for name, task in self._tasks.items()
            for index, text in enumerate(task.after)
        )

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """Return the dependencies between two different tasks that exist, in file order."""
        return tuple(
            edge for edge in self.written if edge.dependency.task in self._tasks and edge.dependency.task != edge.task
        )

    @cached_property
    def _after(self) -> Mapping[str, tuple[Edge, ...]]:
        waiting: dict[str, list[Edge]] = {name: [] for name in self._tasks}
        for edge in self.edges:
            waiting[edge.task].append(edge)
        return {name: tuple(edges) for name, edges in waiting.items()}

    def predecessors(self, task: str) -> tuple[Edge, ...]:
        """Return the edges on which `task` waits."""
        return self._after[task]

    @cached_property
    def cycles(self) -> tuple[tuple[Edge, ...], ...]:
        """Return a shortest loop of every group of tasks that wait for each other, in file order.

        Each loop begins with the first task of the file that is in its group; an edge's dependency is the task of the
        next edge, the last one closes the loop. Groups: Tarjan, "Depth-first search and linear graph algorithms"
        (1972), without recursion; loops: breadth-first search.
        """
        return tuple(self._loop(group) for group in self.strong_components)

    @cached_property
    def strong_components(self) -> tuple[tuple[str, ...], ...]:
        """Return the groups of tasks that all wait for each other; groups and their tasks in file order."""
        order = {name: number for number, name in enumerate(self._tasks)}
        groups = [sorted(group, key=order.__getitem__) for group in _components(self._after) if len(group) > 1]
        return tuple(tuple(group) for group in sorted(groups, key=lambda group: order[group[0]]))

    @cached_property
    def _knot_of(self) -> Mapping[str, int]:
        return {name: number for number, component in enumerate(self.strong_components) for name in component}

    def is_knotted(self, edge: Edge) -> bool:
        """Return whether `edge` lies on some loop, so that no dates can satisfy it."""
        component = self._knot_of.get(edge.task)
        return component is not None and component == self._knot_of.get(edge.dependency.task)

    def _loop(self, group: tuple[str, ...]) -> tuple[Edge, ...]:
        """Return the shortest loop through the group's first task."""
        start, members = group[0], set(group)
        reached: dict[str, Edge] = {}
        queue = deque([start])
        while queue:
            name = queue.popleft()
            for edge in self._after[name]:
                target = edge.dependency.task
                if target == start:
                    return (*_back(reached, name, start), edge)
                if target in members and target not in reached:
                    reached[target] = edge
                    queue.append(target)
        raise AssertionError("a strongly connected group has a loop through each member")

    def demand(self, edge: Edge, calendar: Calendar) -> DateConstraint | None:
        """Return what `edge` asks of its task by the planned dates; None when the predecessor lacks the date."""
        before, link, lag = self._tasks[edge.dependency.task], edge.dependency.link, edge.dependency.lag
        origin = before.end if link in (Link.FS, Link.FF) else before.start
        if origin is None:
            return None
        if link is Link.FS:
            # The next working day after the predecessor's end, then the lag.
            origin = calendar.add(origin, 1)
        return DateConstraint("start" if link in (Link.FS, Link.SS) else "end", calendar.add(origin, lag))


def _back(reached: Mapping[str, Edge], name: str, start: str) -> list[Edge]:
    """Return the edges from `start` to `name`."""
    steps: list[Edge] = []
    while name != start:
        steps.append(reached[name])
        name = reached[name].task
    return steps[::-1]


def _components(graph: Mapping[str, tuple[Edge, ...]]) -> Iterator[list[str]]:
    """Yield the strongly connected components of `graph` (Tarjan, iterative)."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    for root in graph:
        if root in number:
            continue
        work = [(root, iter(graph[root]))]
        number[root] = low[root] = len(number)
        stack.append(root)
        on_stack.add(root)
        while work:
            name, edges = work[-1]
            for edge in edges:
                target = edge.dependency.task
                if target not in number:
                    number[target] = low[target] = len(number)
                    stack.append(target)
                    on_stack.add(target)
                    work.append((target, iter(graph[target])))
                    break
                if target in on_stack:
                    low[name] = min(low[name], number[target])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[name])
                if low[name] == number[name]:
                    yield _pop(stack, on_stack, name)


def _pop(stack: list[str], on_stack: set[str], root: str) -> list[str]:
    group: list[str] = []
    while not group or group[-1] != root:
        group.append(stack.pop())
        on_stack.discard(group[-1])
    return group
