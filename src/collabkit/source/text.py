"""A file's text: read once, within the size limit, decoded."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from pathlib import Path

from collabkit.errors import InputError, refusal
from collabkit.lang import Text
from collabkit.nearest import nearest
from collabkit.problem import Fault
from collabkit.source import limits
from collabkit.source.decoding import decode


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds: its name as given, its text, the encoding on disk, and why it cannot be used, if so."""

    name: str
    text: str
    encoding: str
    faults: tuple[Fault, ...] = ()


def read(path: Path) -> Document:
    """Return the text of the file at `path`; raise InputError when there is nothing to read."""
    data = _bytes(path)
    return of_bytes(data, str(path), path.stat().st_size if len(data) > limits.MAX_BYTES else 0)


def of_bytes(data: bytes, name: str, size: int = 0) -> Document:
    """Return the text of a file called `name` that holds `data`, or begins with it and has `size` bytes."""
    if len(data) > limits.MAX_BYTES:
        return Document(name, "", "unread", (limits.too_large(max(size, len(data))),))
    decoded = decode(data)
    return Document(name, decoded.text, decoded.encoding, (decoded.fault,) if decoded.fault else ())


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(limits.MAX_BYTES + 1)
    except FileNotFoundError:
        raise _missing(path) from None
    except IsADirectoryError:
        raise _directory(path) from None
    except PermissionError:
        # Windows answers so for a directory.
        if path.is_dir():
            raise _directory(path) from None
        message = Text(f"没有读取 {path} 的权限", f"no permission to read {path}")
        raise InputError(message, Text("检查文件权限", "check the permissions of the file")) from None
    except (OSError, ValueError) as error:
        raise InputError(Text(f"读不了 {path}：", f"cannot read {path}: ") + refusal(error)) from None


def _missing(path: Path) -> InputError:
    other = nearest(path.name, _neighbours(path.parent))
    if other:
        hint = Text(f"是不是 {path.with_name(other)}？", f"did you mean {path.with_name(other)}?")
    else:
        hint = Text(
            "运行 collabkit init 新建项目，或给出项目文件的路径",
            "run 'collabkit init' to start a project, or give the path of the project file",
        )
    return InputError(Text(f"找不到文件 {path}", f"{path} does not exist"), hint)


def _directory(path: Path) -> InputError:
    inside = _neighbours(path)
    message = Text(f"{path} 是文件夹，不是文件", f"{path} is a directory, not a file")
    if not inside:
        command = f"collabkit init {shlex.quote(str(path))}"
        return InputError(message, Text(f"在其中新建项目：{command}", f"start a project in it: {command}"))
    name = "project.yaml" if "project.yaml" in inside else inside[0]
    return InputError(message, Text(f"请给出文件，例如 {path / name}", f"give the file itself, such as {path / name}"))


def _neighbours(folder: Path) -> list[str]:
    try:
        return sorted(entry.name for entry in folder.iterdir() if entry.suffix in (".yaml", ".yml"))
    except OSError:
        return []
