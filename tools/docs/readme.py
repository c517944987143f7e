"""The terminal output in README: blocks that follow `<!-- run: collabkit ... -->`, by running the command."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

_BLOCK = re.compile(r"(<!-- run: (?P<command>.+?)(?: \| head -(?P<lines>\d+))? -->\n```\w*\n)(?:(?!```).*\n)*(```)")
_FILES = ("README.md", "README.zh-CN.md")
_AS_IN_README = {
    "COLUMNS": "100",
    "NO_COLOR": "1",
    "COLLABKIT_TODAY": "2026-03-20",
    # Whatever the language and the encoding of who generates.
    "COLLABKIT_LANGUAGE": "",
    "LC_ALL": "en_GB.UTF-8",
    "PYTHONUTF8": "1",
}


def pages(root: Path) -> Mapping[str, str]:
    """Return both READMEs with the present output of their commands, run in the root folder."""
    return {name: _fresh((root / name).read_text(encoding="utf-8"), root) for name in _FILES}


def _fresh(text: str, root: Path) -> str:
    def output(match: re.Match[str]) -> str:
        lines = printed(match["command"], root).rstrip("\n").split("\n")
        most = int(match["lines"] or len(lines))
        shown = [f"$ {match['command']}", *lines[:most], *["…"][: len(lines) > most]]
        return match[1] + "\n".join(shown) + "\n" + match[4]

    return _BLOCK.sub(output, text)


def printed(command: str, folder: Path) -> str:
    """Return what `collabkit ...` prints, run in `folder` at a width of 100 columns on the day of the examples."""
    words = [sys.executable, "-m", *command.split()]
    done = subprocess.run(words, cwd=folder, env=os.environ | _AS_IN_README, capture_output=True, check=False)
    return done.stdout.decode("utf-8")
