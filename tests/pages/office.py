"""Documents as the pages that LibreOffice makes of them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.pages.reading import JOINED

MISSING = [tool for tool in ("soffice", "pdftotext") if shutil.which(tool) is None]
"""The programs that are not there."""
_MOST_SECONDS = 1200
# English faces that LibreOffice has no file for become Arial's twin on every machine, not whatever is widest there.
_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <match target="pattern">
    <test name="family"><string>Calibri</string></test>
    <edit name="family" mode="assign" binding="strong"><string>Liberation Sans</string></edit>
  </match>
</fontconfig>
"""
_HYPHENS = str.maketrans({JOINED: "-", "\u2010": "-"})


def print_all(sources: list[Path], out: Path) -> dict[Path, Path]:
    """Return the PDF of each of `sources`, made by one office process for each core."""
    out.mkdir(parents=True)
    (out / "fonts.conf").write_text(_FONTS, encoding="utf-8")
    cores = min(os.cpu_count() or 1, 4)
    with ThreadPoolExecutor(cores) as pool:
        list(pool.map(lambda number: _print(sources[number::cores], out, out / f"profile-{number}"), range(cores)))
    return {source: out / f"{source.stem}.pdf" for source in sources}


def _print(sources: list[Path], out: Path, profile: Path) -> None:
    if not sources:
        return
    command = ["soffice", "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", "pdf"]
    run = subprocess.run(
        [*command, "--outdir", out, *sources],
        env=os.environ | {"FONTCONFIG_FILE": str(out / "fonts.conf")},
        capture_output=True,
        text=True,
        timeout=_MOST_SECONDS,
    )
    assert run.returncode == 0, run.stderr


def pages(pdf: Path) -> list[str]:
    """Return the text of each page, cell by cell, one line of it after the other."""
    run = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True)
    return run.stdout.translate(_HYPHENS).split("\f")[:-1]


def squeezed(text: str) -> str:
    """Return a text without blanks and breaks, its hyphens plain: what it says however it is set."""
    return re.sub(r"\s+", "", text.translate(_HYPHENS))
