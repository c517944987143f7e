"""Builds the bundled Word templates; with --check only says whether they are as built."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from collabkit.engines.package import write_atomic
from collabkit.lang import Lang
from house import charter, closeout, goals, resolution, weekly

BUILDERS: dict[str, Callable[[Lang], bytes]] = {
    "charter": charter.build,
    "goals": goals.build,
    "weekly": weekly.build,
    "resolution": resolution.build,
    "closeout": closeout.build,
}

FOLDER = Path(__file__).resolve().parents[1] / "templates"


def built() -> Iterator[tuple[Path, bytes]]:
    """Yield every template's path and bytes."""
    for lang in Lang:
        for name, build in BUILDERS.items():
            yield FOLDER / lang / f"{name}.docx", build(lang)


def main() -> int:
    """Write the templates that changed; with --check write nothing and fail when there are any."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a template is stale")
    check = parser.parse_args().check
    stale = [(path, data) for path, data in built() if not path.is_file() or path.read_bytes() != data]
    for path, data in stale:
        print(f"{path.relative_to(FOLDER.parent)} {'is stale' if check else 'built'}")
        if not check:
            write_atomic(path, data)
    if check and stale:
        print("run: python tools/build_templates.py")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
