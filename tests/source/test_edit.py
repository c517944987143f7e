"""Edits of values become bytes of the file, and nothing else changes."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.source.written import WORDS, Writer

from collabkit.changes import Add, Append, Change, Remove, Rename, Set
from collabkit.errors import InputError
from collabkit.problem import FileEdit, FilePath
from collabkit.source.edit import edited
from collabkit.source.source import Source
from collabkit.source.text import of_bytes

EXAMPLES = [path for path in sorted(Path("examples").glob("*/project.yaml")) if "troubled" not in path.parts[1]]
SEEDS = st.integers(0, 2**32)
Step = str | int
Where = tuple[Step, ...]


def after(text: str, *edits: tuple[Where, Change]) -> str:
    """Return the text of a file with `edits`."""
    found = edited(Source.from_text(text), [FileEdit(FilePath(*path), change) for path, change in edits])
    return found.decode()


def at(data: Any, path: Where) -> Any:
    """Return the value at a path of plain data."""
    for step in path:
        data = data[step]
    return data


def paths(data: Any, path: Where = ()) -> Iterator[Where]:
    """Yield the path of every value under `data`."""
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield (*path, key)
        yield from paths(value, (*path, key))


def closed_up(text: str) -> str:
    """Return a text with one blank before each comment."""
    return re.sub(" +#", " #", text)


def some(chance: random.Random, depth: int = 0) -> Any:
    """Return a random text, mapping or list."""
    kind = chance.random()
    if depth > 3 or kind < 0.5:
        return chance.choice((None, "x", "line\nline two", "中文 说明", "2026-03-02", "", *WORDS))
    if kind < 0.75:
        keys = ("name", "owner", "T1", "b c", "李雷", "x: y", "no", "k1", "k2")
        return {chance.choice(keys): some(chance, depth + 1) for _ in range(chance.randrange(4))}
    return [some(chance, depth + 1) for _ in range(chance.randrange(4))]


def some_edit(chance: random.Random, data: Any) -> tuple[Where, Change]:
    """Return a random edit that makes sense in `data`, and carry it out there."""
    path = chance.choice(list(paths(data)))
    parent, kind = at(data, path[:-1]), chance.choice("SSSARNP")
    if kind == "R" and len(path) > 1:
        del parent[path[-1]]
        return path, Remove()
    if kind == "N" and isinstance(parent, dict):
        to = next(name for name in ("new", "a b", "yes", "z: q", "last", "very last") if name not in parent)
        renamed = {to if key == path[-1] else key: value for key, value in parent.items()}
        parent.clear()
        parent.update(renamed)
        return path, Rename(to)
    places = [place for place in ((), *paths(data)) if isinstance(at(data, place), dict)]
    home, key = chance.choice(places), chance.choice(("q1", "q2", "n#", "true"))
    value = some(chance, 2)
    if kind == "A" and key not in at(data, home):
        at(data, home)[key] = copy.deepcopy(value)
        return (*home, key), Add(value)
    lists = [place for place in paths(data) if isinstance(at(data, place), list)]
    if kind == "P" and lists:
        path = chance.choice(lists)
        at(data, path).append(copy.deepcopy(value))
        return path, Append(value)
    parent[path[-1]] = copy.deepcopy(value)
    return path, Set(value)


@settings(max_examples=300, deadline=None)
@given(SEEDS)
def test_what_is_read_afterwards_is_what_was_asked_for_however_the_file_is_written(seed: int) -> None:
    chance = random.Random(seed)
    data = {f"s{number}": some(chance) for number in range(chance.randrange(1, 5))}
    text = Writer(chance).file(data)
    if chance.random() < 0.3:
        text = text.replace("\n", "\r\n")
    written = text.encode(chance.choice(("utf-8", "utf-8-sig", "utf-16")))
    source = Source(of_bytes(written, "project.yaml"))
    if source.faults or source.data != data:
        return
    steps = [some_edit(chance, data) for _ in range(chance.choice((1, 1, 1, 2, 3)))]
    found = edited(source, [FileEdit(FilePath(*path), change) for path, change in steps])
    again = Source(of_bytes(found, "project.yaml"))
    assert again.data == data and again.encoding == source.encoding
    assert again.text.count("\n") == again.text.count("\r\n") or "\r\n" not in text


@settings(max_examples=200, deadline=None)
@given(SEEDS)
def test_an_edit_and_its_reverse_give_the_first_bytes(seed: int) -> None:
    chance = random.Random(seed)
    data = {f"s{number}": some(chance) for number in range(chance.randrange(1, 5))}
    source = Source.from_text(Writer(chance).file(data))
    texts = [path for path in paths(data) if isinstance(at(data, path), str) and "\n" not in at(data, path)]
    if source.faults or source.data != data or not texts:
        return
    path = chance.choice(texts)
    start, length = source.at(FilePath(*path))
    written = source.text[start : start + length]
    text = after(source.text, (path, Set(chance.choice(WORDS))))
    # Of the lines, at most one is another.
    assert sum(one != other for one, other in zip(source.text.split("\n"), text.split("\n"), strict=True)) <= 1
    # A comment that the change has put under its neighbour by chance stays there.
    assert closed_up(after(text, (path, Set(at(data, path), written)))) == closed_up(source.text)
    homes = [place for place in ((), *paths(data)) if isinstance(at(data, place), dict) and at(data, place)]
    home = chance.choice(homes)
    with_more = after(source.text, ((*home, "q9"), Add(some(chance, 2))))
    assert after(with_more, ((*home, "q9"), Remove())) == source.text


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.parent.name)
def test_every_text_of_the_examples_can_be_changed_alone(example: Path) -> None:
    source = Source.read(example)
    chance = random.Random(1)
    texts = [path for path in paths(source.data) if isinstance(at(source.data, path), str)]
    for path in chance.sample(texts, 12):
        start, length = source.at(FilePath(*path))
        text = edited(source, [FileEdit(FilePath(*path), Set("另一个值"))]).decode()
        assert text.startswith(source.text[: start - 200]) and "另一个值" in text
        written = source.text[start : start + length]
        if "\n" not in written:
            assert after(text, (path, Set(at(source.data, path), written))) == source.text


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.parent.name)
def test_a_new_task_in_the_examples_looks_like_its_siblings_and_goes_without_a_trace(example: Path) -> None:
    source = Source.read(example)
    task = {"name": "新任务", "start": date(2026, 5, 1), "owner": "李雷", "after": []}
    text = edited(source, [FileEdit(FilePath("tasks", "T999"), Add(task))]).decode()
    assert "  T999:\n    name: 新任务\n    owner: 李雷\n    start: 2026-05-01\n    after: []\n" in text
    assert after(text, (("tasks", "T999"), Remove())) == source.text


STYLES = """\
# head
collabkit: 1
project: {name: App, "code": "P-1",   stage: planning}   # flow
tasks:
  # the first one
  T1:
    name: "One"       # c1
    owner: Ann        # c2
    note: |
      long
      text

  # the second one
  T2:
    name: "Two"

people:
- Ann
- Bob  # the other one
meetings:
    - kind: kickoff
      date: 2026/3/2
"""


@pytest.mark.parametrize(
    ("edit", "old", "new"),
    [
        ((("tasks", "T1", "name"), Set("Uno")), '"One"       # c1', '"Uno"       # c1'),
        ((("tasks", "T1", "owner"), Set("Anna")), "Ann        # c2", "Anna       # c2"),
        ((("tasks", "T1", "owner"), Set("Ann, the third")), "Ann        # c2", "Ann, the third        # c2"),
        ((("tasks", "T1", "owner"), Set("no")), "Ann        # c2", '"no"       # c2'),
        ((("tasks", "T1", "owner"), Set(None)), "owner: Ann ", "owner: "),
        ((("tasks", "T1", "note"), Set("one\ntwo\n")), "      long\n      text\n", "      one\n      two\n"),
        ((("tasks", "T1", "note"), Set("short")), "note: |\n      long\n      text\n", "note: short\n"),
        ((("tasks", "T1", "owner"), Remove()), "    owner: Ann        # c2\n", ""),
        ((("tasks", "T2", "owner"), Set("Bob")), '"Two"\n', '"Two"\n    owner: Bob\n'),
        ((("tasks", "T2", "note"), Set("a\nb\n")), '"Two"\n', '"Two"\n    note: |\n      a\n      b\n'),
        ((("tasks", "T3"), Add({"name": "x"})), '"Two"\n', '"Two"\n\n  T3:\n    name: "x"\n'),
        ((("tasks", "T2"), Remove()), '\n  # the second one\n  T2:\n    name: "Two"\n', ""),
        ((("tasks", "T2"), Rename("T 2: b")), "  T2:", '  "T 2: b":'),
        ((("project", "end"), Set(date(2026, 5, 1))), "planning}", "planning, end: 2026-05-01}"),
        ((("project", "manager"), Set("A, B")), "planning}", 'planning, manager: "A, B"}'),
        ((("project", "code"), Set("P-2")), '"P-1"', '"P-2"'),
        ((("project", "code"), Remove()), '"code": "P-1",   ', ""),
        ((("people",), Append("Cy")), "the other one\n", "the other one\n- Cy\n"),
        ((("people", 0), Remove()), "- Ann\n", ""),
        (
            (("meetings",), Append({"date": date(2026, 4, 1), "kind": "weekly"})),
            "2026/3/2\n",
            "2026/3/2\n    - kind: weekly\n      date: 2026-04-01\n",
        ),
        ((("meetings", 0, "kind"), Remove()), "kind: kickoff\n      date", "date"),
        ((("meetings", 0), Remove()), ":\n    - kind: kickoff\n      date: 2026/3/2", ": []"),
        ((("calendar", "country"), Set("CN")), "tasks:\n", "calendar:\n  country: CN\ntasks:\n"),
    ],
)
def test_only_what_is_asked_for_changes(edit: tuple[Where, Change], old: str, new: str) -> None:
    assert STYLES.count(old) == 1
    for text in (STYLES, STYLES.replace("\n", "\r\n")):
        break_ = "\r\n" if "\r\n" in text else "\n"
        assert after(text, edit) == text.replace(old.replace("\n", break_), new.replace("\n", break_))


def test_a_file_of_json_stays_json() -> None:
    text = '{\n  "collabkit": 1,\n  "tasks": {\n    "T1": {"name": "x"}\n  }\n}\n'
    found = after(text, (("tasks", "T1", "owner"), Set("y")), (("tasks", "T2"), Add({"name": "z"})))
    assert found == text.replace('{"name": "x"}', '{"name": "x", "owner": "y"},\n    "T2": {"name": "z"}')


SHARED = """\
base: &base
  owner: Ann
  team: [Bob]
tasks:
  T1: {<<: *base, name: One}
  T2: *base
  T3:
    <<: *base
lone: &lone {a: 1}
"""


@pytest.mark.parametrize(
    ("path", "change"),
    [
        (("base", "owner"), Set("Cy")),
        (("base", "note"), Add("x")),
        (("base",), Remove()),
        (("base",), Set("x")),
        (("tasks", "T1", "owner"), Remove()),
        (("tasks", "T1", "owner"), Rename("x")),
        (("tasks", "T1", "team"), Append("Cy")),
        (("tasks", "T1", "team", 0), Set("Cy")),
        (("tasks", "T2", "owner"), Set("Cy")),
    ],
)
def test_what_would_change_several_places_is_refused_with_its_line(path: Where, change: Change) -> None:
    with pytest.raises(InputError) as refused:
        after(SHARED, (path, change))
    assert refused.value.message.en.startswith("project.yaml:") and "is shared with other places" in str(refused.value)


@pytest.mark.parametrize(
    ("edit", "old", "new"),
    [
        ((("tasks", "T1", "owner"), Set("Cy")), "name: One}", "name: One, owner: Cy}"),
        ((("tasks", "T3", "owner"), Set("Cy")), "    <<: *base\nlone", "    <<: *base\n    owner: Cy\nlone"),
        ((("tasks", "T2"), Set({"owner": "Cy"})), "T2: *base", "T2: {owner: Cy}"),
        ((("tasks", "T2"), Remove()), "  T2: *base\n", ""),
        ((("lone", "a"), Set("2")), "a: 1", "a: 2"),
    ],
)
def test_what_is_shared_can_be_overridden_at_one_place(edit: tuple[Where, Change], old: str, new: str) -> None:
    assert after(SHARED, edit) == SHARED.replace(old, new)


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ((("tasks", "T9", "name"), Remove()), "tasks.T9 is not there"),
        ((("people", 7), Set("x")), "people.7 is not there"),
        ((("tasks", "T1"), Add({})), "tasks.T1 is there already"),
        ((("tasks", "T1"), Rename("T2")), "tasks.T2 is there already"),
        ((("tasks", "T1", "name"), Append("x")), "holds no other values"),
        ((("tasks", "T1", "name", "x"), Set("x")), "holds no other values"),
        ((("people", 0), Rename("x")), "has no key to rename"),
    ],
)
def test_an_edit_that_makes_no_sense_is_refused_with_its_line(edit: tuple[Where, Change], told: str) -> None:
    with pytest.raises(InputError) as refused:
        after(STYLES, edit)
    assert told in refused.value.message.en and refused.value.message.en.startswith("project.yaml:")


def test_a_file_with_mistakes_in_its_text_is_not_edited() -> None:
    with pytest.raises(InputError, match="cannot be read"):
        after("a: [1\n", (("a",), Set("x")))
    with pytest.raises(InputError, match="not written right"):
        after("a: {b: 1, b: 2}\n", (("a", "b"), Set("x")))


def test_without_an_edit_or_with_one_that_changes_nothing_the_bytes_are_the_same() -> None:
    assert after(STYLES) == STYLES
    assert after(STYLES, (("tasks", "T1", "owner"), Set("Ann"))) == STYLES
    assert after(STYLES, (("tasks",), Set(Source.from_text(STYLES).data["tasks"]))) == STYLES


def test_edits_build_on_each_other() -> None:
    found = after(
        STYLES,
        (("tasks", "T2"), Rename("T5")),
        (("tasks", "T5", "owner"), Set("Bob")),
        (("tasks", "T6"), Add({})),
        (("tasks", "T6", "name"), Set("Six")),
        (("people", 0), Remove()),
        (("people", 0), Set("Dee")),
    )
    data = Source.from_text(found).data
    assert data["tasks"]["T5"] == {"name": "Two", "owner": "Bob"} and data["tasks"]["T6"] == {"name": "Six"}
    assert data["people"] == ["Dee"] and "- Dee  # the other one\n" in found
