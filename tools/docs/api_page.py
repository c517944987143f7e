"""docs/api.md: the output below every Python example, by running the examples of a page one after the other."""

from __future__ import annotations

import contextlib
import io
import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

_EXAMPLE = re.compile(r"```python\n(?P<code>.*?)```\n(?:\n```text\n(?P<output>.*?)```\n)?", re.DOTALL)
_FILES = ("docs/api.md", "docs/api.zh-CN.md")


def pages(root: Path) -> Mapping[str, str]:
    """Return the pages of both languages with what their examples print today."""
    return {name: fresh((root / name).read_text(encoding="utf-8"), root) for name in _FILES}


def fresh(text: str, root: Path) -> str:
    """Return a page with the present output of its examples, which find the folder `examples` where they run."""
    names: dict[str, Any] = {}

    def ran(match: re.Match[str]) -> str:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(match["code"], "<example>", "exec"), names)
        output = f"\n```text\n{printed.getvalue()}```\n" if printed.getvalue() else ""
        return f"```python\n{match['code']}```\n{output}"

    with _folder_with_examples(root):
        return _EXAMPLE.sub(ran, text)


@contextlib.contextmanager
def _folder_with_examples(root: Path) -> Iterator[None]:
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "examples").symlink_to(root / "examples", target_is_directory=True)
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)
