"""Write what the documentation says from the code: rules, forms, commands, format, schema, README's terminal output.

`python tools/generate.py` writes; with `--check` it writes nothing and says what is stale.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from docs import api_page, commands, fields, forms, json_pages, readme, rules, schema

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Write every generated file; with --check return 1 when one is stale."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a file is stale")
    check = parser.parse_args().check
    stale = {path: text for path, text in _files().items() if _current(path) != text}
    for path, text in stale.items():
        if check:
            print(f"stale: {path}")
        else:
            target = ROOT / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
            print(f"wrote {path}")
    if check and stale:
        print("run: make generate")
    return 1 if check and stale else 0


def _files() -> Mapping[str, str]:
    """Return the generated files by their path from the root."""
    return {
        **rules.pages(),
        **forms.pages(),
        **commands.pages(),
        **fields.pages(),
        **schema.pages(),
        **json_pages.pages(ROOT),
        **api_page.pages(ROOT),
        **readme.pages(ROOT),
    }


def _current(path: str) -> str | None:
    target = ROOT / path
    return target.read_text(encoding="utf-8") if target.exists() else None


if __name__ == "__main__":
    sys.exit(main())
