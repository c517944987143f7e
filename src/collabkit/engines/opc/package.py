"""Office packages (zip files): read within limits, written deterministically."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from collabkit.errors import TemplateError, UserError, refusal
from collabkit.lang import Text

CONTENT_TYPES = "[Content_Types].xml"
MOST_ENTRIES = 2_000
MOST_BYTES = 200 * 1024 * 1024
# XML deflates well, but more than this over a whole package is a bomb, not a document.
MOST_RATIO = 200
SMALL = 10 * 1024 * 1024

_LONGEST_NAME = 500
_MOST_SHOWN = 60
_DRIVE = re.compile("[A-Za-z]:")
# A point or a slash that stands there in code; no Office program writes them so.
_CODED = re.compile("%(?:2[ef]|5c)", re.IGNORECASE)
_ENTRY = b"PK\x01\x02"

# The oldest date a zip file can hold: the same parts give the same bytes at any time.
STAMP = (1980, 1, 1, 0, 0, 0)


def write_package(parts: Mapping[str, bytes], *, level: int = 6) -> bytes:
    """Return a zip of `parts` in their order, `[Content_Types].xml` first: same parts, same bytes."""
    buffer = io.BytesIO()
    names = sorted(parts, key=lambda name: name != CONTENT_TYPES)
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name in names:
            info = zipfile.ZipInfo(name, STAMP)
            info.create_system = 3
            info.external_attr = 0o600 << 16
            # ZipFile's own compresslevel is ignored for a ZipInfo, so the level is given here.
            package.writestr(info, parts[name], zipfile.ZIP_DEFLATED, level)
    return buffer.getvalue()


def read_package(source: Path | bytes, *, name: str = "", error: type[UserError] = TemplateError) -> dict[str, bytes]:
    """Return the parts of an Office package by name, in their order.

    `name` is what messages call a package given as bytes. Raises `error` when the file cannot be read, is no
    zip, is damaged or encrypted, or is bigger than any real document (2,000 parts, 200 MB unpacked).
    """
    shown = name or (str(source) if isinstance(source, Path) else "")
    data = source if isinstance(source, bytes) else _read(source, error)
    # Before the directory is read, which takes a hundred times its size; documents within have entries of their own.
    if data.count(_ENTRY) > MOST_ENTRIES * 10:
        raise _too_big(shown, error)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return dict(_parts(package, len(data), shown, error))
    except MemoryError as cause:
        raise _too_big(shown, error) from cause
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as cause:
        raise _no_package(shown, data, error) from cause


def _read(path: Path, error: type[UserError]) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _too_big(str(path), error)
        return path.read_bytes()
    except OSError as cause:
        raise error(Text(f"无法读取 {path}：", f"cannot read {path}: ") + refusal(cause)) from cause


def _parts(package: zipfile.ZipFile, packed: int, name: str, error: type[UserError]) -> Iterator[tuple[str, bytes]]:
    entries = list(_named(package, name, error))
    left = MOST_BYTES if packed * MOST_RATIO > MOST_BYTES else max(SMALL, packed * MOST_RATIO)
    for entry in entries:
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise zipfile.BadZipFile("no Office program packs like this")
        # The announced size may lie, so the bytes are counted while they are unpacked.
        with package.open(entry) as part:
            data = part.read(left + 1)
        left -= len(data)
        if left < 0:
            raise _too_big(name, error)
        yield entry.filename, data


def _named(package: zipfile.ZipFile, name: str, error: type[UserError]) -> Iterator[zipfile.ZipInfo]:
    """Yield the entries that are parts; `error` for a name that no Office program gives."""
    entries = package.infolist()
    if len(entries) > MOST_ENTRIES:
        raise _too_big(name, error)
    seen = dict[str, str]()
    for entry in entries:
        part = entry.orig_filename
        # Whoever packs a folder by hand also packs the folders in it; these hold nothing and are left out.
        is_folder = part.endswith("/") and not entry.file_size
        reason = _unusual(part.removesuffix("/") if is_folder else part)
        if not is_folder and not reason:
            reason = _taken(part, seen)
        if reason:
            raise _bad_name(name, part, reason, error)
        if not is_folder:
            yield entry
    for part in seen.values():
        if clash := next((above for above in _above(part) if above in seen), None):
            raise _bad_name(name, seen[clash], Text("它同时是文件夹", "it is a folder as well"), error)


def _unusual(part: str) -> Text | None:
    """Return what is wrong with the name of a part, None when nothing is."""
    segments = part.split("/")
    if not part.isprintable() or len(part) > _LONGEST_NAME:
        return Text("含有控制字符或过长", "it holds control characters or is too long")
    if "\\" in part:
        return Text("含有反斜杠", "it holds a backslash")
    if part.startswith("/") or _DRIVE.match(part):
        return Text("是绝对路径", "it is an absolute path")
    if ".." in segments or "." in segments or _CODED.search(part):
        return Text("指向别处", "it leads elsewhere")
    return None if all(segments) else Text("有空的一段", "a piece of it is empty")


def _taken(part: str, seen: dict[str, str]) -> Text | None:
    """Note a part; return what is wrong when it is there already, whatever the case of its letters."""
    folded = _folded(part)
    other = seen.setdefault(folded, "")
    seen[folded] = other or part
    if other == part:
        return Text("有两个", "it is there twice")
    return Text(f"与 {other} 只差大小写", f"only the case of letters tells it from {other}") if other else None


def _folded(part: str) -> str:
    return unicodedata.normalize("NFC", part).casefold()


def _above(part: str) -> Iterator[str]:
    folded = _folded(part)
    return (folded[:place] for place, character in enumerate(folded) if character == "/")


def _bad_name(name: str, part: str, reason: Text, error: type[UserError]) -> UserError:
    visible = "".join(character if character.isprintable() else "\ufffd" for character in part)
    shown = visible if len(visible) <= _MOST_SHOWN else visible[: _MOST_SHOWN - 1] + "…"
    return error(
        Text(f"{name} 中的部件名「{shown}」不能用：", f"{name}: the part '{shown}' cannot be used: ") + reason,
        Text(
            "请用原始文件替换它，或在 Office 中重新另存",
            "replace it with the original file, or save it again in Office",
        ),
    )


def _too_big(name: str, error: type[UserError]) -> UserError:
    return error(
        Text(
            f"{name} 解压后过大，不像是正常的 Office 文件",
            f"{name} unpacks to more than any real Office file",
        ),
        Text("请用原始文件替换它", "replace it with the original file"),
    )


_KINDS = (
    (b"\xd0\xcf\x11\xe0", Text("旧版或加密的 Office 文件", "an old or encrypted Office file")),
    (b"%PDF", Text(" PDF 文件", "a PDF file")),
    (b"{\\rtf", Text(" RTF 文件", "an RTF file")),
    (b"<", Text("网页或 XML 文件", "a web page or XML file")),
    (b"PK", Text("损坏或加密的压缩包", "a damaged or encrypted zip file")),
)


def _no_package(name: str, data: bytes, error: type[UserError]) -> UserError:
    found = next((kind for magic, kind in _KINDS if data.startswith(magic)), Text("其他类型的文件", "something else"))
    if not data:
        found = Text("空文件", "an empty file")
    return error(
        Text(f"{name} 不是 Word 或 Excel 文件，而是", f"{name} is not a Word or Excel file but ") + found,
        Text(
            "请在 Word 或 Excel 中打开，另存为 .docx 或 .xlsx（不加密码）",
            "open it in Word or Excel and save it as .docx or .xlsx, without a password",
        ),
    )
