"""All forms of one project from finished data in JSON, the way a script written for one project does it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from peers import docxtpl_form, xlsxwriter_table


def main(data: Path, templates: Path, out: Path) -> None:
    """Fill every Word template and write the task table."""
    views = json.loads(data.read_text(encoding="utf-8"))
    for key, view in views["word"].items():
        (out / f"{key}.docx").write_bytes(docxtpl_form(templates / f"{key}.docx", view))
    (out / "tasks.xlsx").write_bytes(xlsxwriter_table(views["columns"], views["rows"]))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
