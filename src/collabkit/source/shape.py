"""What the model expects at a path, and what people call the mapping there."""

from __future__ import annotations

from pydantic import BaseModel

from collabkit.lang import Text, same
from collabkit.model import Project
from collabkit.model.fields import Value, fields_of
from collabkit.phrases import zh
from collabkit.problem import FilePath
from collabkit.source.wording import short


def shape_at(path: FilePath) -> Value | None:
    """Return what is expected at `path`; None when the model knows nothing of it."""
    shape: Value | None = Value(Project)
    for key in path:
        if shape is None:
            return None
        shape = step(shape, key)
    return shape


def step(shape: Value, key: str | int) -> Value | None:
    """Return what is expected at `key` of a value of this shape; None when there is no such key."""
    if shape.model is not None:
        return fields_of(shape.model).get(key) if isinstance(key, str) else None
    fits = shape.is_table if isinstance(key, str) else shape.is_list
    return shape.entry if fits else None


def entries_of(table: Value) -> Value | None:
    """Return what the entries of a table are; None when `table` is none."""
    return table.entry if table.is_table else None


def known_keys(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the keys that `model` knows, in the order of the forms."""
    return tuple(fields_of(model))


def is_plain_text(shape: Value) -> bool:
    """Return whether any text may stand here, not an id of something else."""
    return shape.type is str and shape.ref is None


_NOUNS = {
    "tasks": Text("任务", "task"),
    "people": Text("成员", "person"),
    "departments": Text("部门", "department"),
    "goals": Text("目标", "goal"),
    "subgoals": Text("子目标", "sub-goal"),
    "milestones": Text("里程碑", "milestone"),
    "risks": Text("风险", "risk"),
    "issues": Text("问题", "issue"),
    "changes": Text("变更", "change"),
    "weeks": Text("周报", "week"),
}


def entry_name(path: FilePath) -> Text:
    """Return what people call the mapping at `path`: `任务 T03` / `task T03`, `item 2 of escalation`."""
    if not path:
        return Text("文件", "the file")
    section = str(path[0])
    noun = _NOUNS.get(section)
    if section == "project":
        name, rest = Text("项目", "the project"), path[1:]
    elif noun and len(path) > 1 and not isinstance(path[1], int):
        shown = short(str(path[1]))
        name, rest = Text(zh(noun.zh, shown), f"{noun.en} {shown}"), path[2:]
    else:
        name, rest = same(section), path[1:]
    for step in rest:
        if isinstance(step, int):
            name = Text(zh(name.zh, f"第 {step + 1} 项"), f"item {step + 1} of {name.en}")
        else:
            name = Text(zh(name.zh, "的", step), f"{step} of {name.en}")
    return name


def field_name(path: FilePath) -> Text:
    """Return what people call the value at `path`: `任务 T03 的 owner` / `owner of task T03`."""
    shape = shape_at(path)
    if len(path) < 2 or shape is None or not shape.key:
        return entry_name(path)
    entry = entry_name(path[:-1])
    return Text(zh(entry.zh, "的", str(path[-1])), f"{path[-1]} of {entry.en}")
