"""Finding and reading the project files that a command is about."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.errors import InputError
from collabkit.lang import Text
from collabkit.nearest import nearest

if TYPE_CHECKING:
    from collabkit.api import Loaded

DEFAULT = "project.yaml"
STDIN = "-"


def read(file: str | None) -> Loaded:
    """Return the project file called `file`, of a folder of that name, or of standard input for `-`.

    Without a name it is the project.yaml of the current folder. Raises InputError when there is none.
    """
    from collabkit import api
    from collabkit.source.limits import MAX_BYTES

    if file == STDIN:
        if sys.stdin is None:
            raise InputError(Text("标准输入已关闭", "standard input is closed"))
        return api.loads(sys.stdin.buffer.read(MAX_BYTES + 1), "<stdin>")
    return api.load(_path(file))


def _path(file: str | None) -> Path:
    path = Path(DEFAULT if file is None else file)
    if file is None and not path.exists():
        raise _nothing_here()
    inside = path / DEFAULT
    return inside if path.is_dir() and inside.is_file() else path


def _nothing_here() -> InputError:
    """Return the error of a folder without a project file, with the file that was most likely meant."""
    try:
        others = sorted(entry.name for entry in Path().iterdir() if entry.suffix in (".yaml", ".yml"))
    except OSError:
        others = []
    meant = nearest(DEFAULT, others)
    message = Text(f"当前文件夹没有 {DEFAULT}", f"there is no {DEFAULT} here")
    start = Text(
        "运行 collabkit init 新建项目，或给出文件的路径", "run 'collabkit init' to start one, or name the file"
    )
    return InputError(message, Text(f"是不是 {meant}？", f"did you mean {meant}?") if meant else start)
