"""Take the pictures of README: pages of the example's forms, side by side (needs LibreOffice, poppler, ImageMagick)."""

from __future__ import annotations

import subprocess
import tempfile
from datetime import date
from pathlib import Path

from collabkit import api
from collabkit.lang import Lang

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 3, 20)
EXAMPLES = {Lang.ZH: "product-launch", Lang.EN: "product-launch-en"}
PICTURES = {Lang.ZH: "forms.zh-CN.png", Lang.EN: "forms.png"}
PAGES = ("charter", "weekly", "tasks")
"""The forms whose first pages are shown, from left to right; the last one is wide and stands below."""


def main() -> None:
    """Write the pictures of both languages."""
    for lang in Lang:
        target = ROOT / "docs" / "images" / PICTURES[lang]
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            _take(lang, Path(folder), target)
        print(f"wrote {target.relative_to(ROOT)}")


def _take(lang: Lang, folder: Path, target: Path) -> None:
    loaded = api.load(ROOT / "examples" / EXAMPLES[lang] / "project.yaml")
    written = {each.form: each.path for each in api.render(loaded, today=TODAY, out=folder, forms=PAGES, lang=lang)}
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *written.values())
    pages = [_page(written[key].with_suffix(".pdf"), folder / key) for key in PAGES]
    frame = ("-bordercolor", "#8894a6", "-border", "1", "-bordercolor", "#eef1f5", "-border", "14")
    _run("convert", *pages[:-1], *frame, "+append", folder / "top.png")
    # Of the wide table the first rows are enough.
    width = _run("identify", "-format", "%w", folder / "top.png").strip()
    inner = str(int(width) - 30)
    part = ("-gravity", "North", "-crop", "100%x34%+0+0", "+repage", "-trim", "+repage")
    _run("convert", pages[-1], *part, "-resize", f"{inner}x", *frame, folder / "below.png")
    colours = ("-colors", "128", "-define", "png:compression-level=9")
    _run("convert", folder / "top.png", folder / "below.png", "-append", *colours, target)


def _page(pdf: Path, name: Path) -> Path:
    _run("pdftoppm", "-png", "-r", "84", "-f", "1", "-l", "1", "-singlefile", pdf, name)
    return name.with_suffix(".png")


def _run(*words: str | Path) -> str:
    return subprocess.run([str(word) for word in words], check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
