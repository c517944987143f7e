"""Builds the bundled Word and Excel templates; with --check only says whether they are as built."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from collabkit.engines.opc.package import read_package
from collabkit.files import write_atomic
from collabkit.lang import Lang
from templates import charter, closeout, excel_tasks, goals, resolution, weekly

BUILDERS: dict[str, Callable[[Lang], bytes]] = {
    "charter.docx": charter.build,
    "goals.docx": goals.build,
    "weekly.docx": weekly.build,
    "resolution.docx": resolution.build,
    "closeout.docx": closeout.build,
    "tasks.xlsx": excel_tasks.build,
}

FOLDER = Path(__file__).resolve().parents[1] / "templates"


def built() -> Iterator[tuple[Path, bytes]]:
    """Yield every template's path and bytes."""
    for lang in Lang:
        for name, build in BUILDERS.items():
            yield FOLDER / lang / name, build(lang)


def _same(path: Path, data: bytes) -> bool:
    # Another zlib packs the same parts into other bytes, so the parts are compared.
    return path.is_file() and read_package(path) == read_package(data)


def main() -> int:
    """Write the templates that changed; with --check write nothing and fail when there are any."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a template is stale")
    check = parser.parse_args().check
    stale = [(path, data) for path, data in built() if not _same(path, data)]
    for path, data in stale:
        print(f"{path.relative_to(FOLDER.parent)} {'is stale' if check else 'built'}")
        if not check:
            write_atomic(path, data)
    if check and stale:
        print("run: python tools/build_templates.py")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
