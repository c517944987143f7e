"""Builds the bundled Word and Excel templates, each with the file of tools/templates that is called like its form.

With --check it only says whether they are as built.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from collabkit.engines.opc.package import read_package
from collabkit.files import write_atomic
from collabkit.forms.registry import forms
from collabkit.lang import Lang

FOLDER = Path(__file__).resolve().parents[1] / "templates"


def built() -> Iterator[tuple[Path, bytes]]:
    """Yield the path and the bytes of every template that is not a text, in the order of the forms."""
    for form in forms():
        if form.suffix != "txt":
            build: Callable[[Lang], bytes] = import_module(f"templates.{form.key}").build
            for lang in Lang:
                yield FOLDER / lang / f"{form.key}.{form.suffix}", build(lang)


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
