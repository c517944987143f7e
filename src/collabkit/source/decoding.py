"""Bytes become text, or a fault that names what they are instead."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from collabkit.lang import Text, same
from collabkit.phrases import zh
from collabkit.problem import TOP, Fault, FileProblem

_SAVE_UTF8 = Text("在编辑器中另存为 UTF-8 编码", "save the file as UTF-8 in your editor")
_WRONG_FILE = Text(
    "请给出 project.yaml；新项目可运行 collabkit init", "give the project.yaml; run 'collabkit init' to start a project"
)
_PULL = Text("运行 git lfs pull 取回文件内容", "run 'git lfs pull' to fetch the real file")

_KINDS: tuple[tuple[bytes, Text], ...] = (
    (b"\x89PNG", Text("PNG 图片", "a PNG image")),
    (b"\xff\xd8\xff", Text("JPEG 图片", "a JPEG image")),
    (b"GIF8", Text("GIF 图片", "a GIF image")),
    (b"%PDF-", Text("PDF 文件", "a PDF file")),
    (b"\x1f\x8b", Text("gzip 压缩文件", "a gzip archive")),
    (b"7z\xbc\xaf\x27\x1c", Text("7-Zip 压缩文件", "a 7-Zip archive")),
    (b"Rar!\x1a\x07", Text("RAR 压缩文件", "a RAR archive")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Text("旧版 Office 文件（.xls、.doc）", "an old Office file (.xls, .doc)")),
    (b"SQLite format 3\0", Text("SQLite 数据库", "an SQLite database")),
    (b"\x7fELF", Text("可执行程序", "a program")),
    (b"{\\rtf", Text("RTF 文档", "an RTF document")),
    (b"version https://git-lfs", Text("Git LFS 指针", "a Git LFS pointer")),
)
_ZIPS: tuple[tuple[bytes, Text], ...] = (
    (b"word/document.xml", Text("Word 文档（.docx）", "a Word document (.docx)")),
    (b"xl/workbook.xml", Text("Excel 工作簿（.xlsx）", "an Excel workbook (.xlsx)")),
    (b"ppt/presentation.xml", Text("PowerPoint 演示文稿（.pptx）", "a PowerPoint presentation (.pptx)")),
)
_HTML = rb"(?i)\s*(?:<!doctype\s+html|<html|<head|<body)\b"
_CHINESE = "[\u2010-\u2026\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
_NUL = 0


class Decoded(NamedTuple):
    """The text without its byte order mark, the encoding it was read in, and what is wrong with it."""

    text: str
    encoding: str
    fault: Fault | None = None


def decode(data: bytes) -> Decoded:
    """Return the text of `data`: UTF-8 with or without a byte order mark, or UTF-16 with one."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return _refused(_not_utf8(Text("UTF-32 编码", "encoded as UTF-32")))
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf16(data)
    kind = _kind(data)
    if kind is not None:
        return _refused(kind)
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(body, error.start)
    return Decoded(text, "utf-8" if body is data else "utf-8-sig")


def encode(text: str, encoding: str) -> bytes:
    """Return the bytes that `decode` reads as `text` in this encoding, with its byte order mark."""
    mark = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}.get(encoding, b"")
    return mark + text.encode(encoding)


def _utf16(data: bytes) -> Decoded:
    try:
        return Decoded(data.decode("utf-16"), "utf-16-le" if data.startswith(codecs.BOM_UTF16_LE) else "utf-16-be")
    except UnicodeDecodeError as error:
        readable = data[: error.start].decode("utf-16", "replace")
        line = readable.count("\n") + 1
        message = Text(f"第 {line} 行不是完整的 UTF-16 文字", f"line {line} is not valid UTF-16")
        problem = FileProblem(TOP, message, help=_SAVE_UTF8, at=(max(len(readable) - 1, 0), 0))
        return Decoded(readable, "utf-16", Fault("not-text", problem))


def _kind(data: bytes) -> Fault | None:
    for magic, name in _KINDS:
        if data.startswith(magic):
            return _not_text(name, _PULL if b"git-lfs" in magic else _WRONG_FILE)
    if data.startswith(b"PK\x03\x04"):
        inside = (name for part, name in _ZIPS if part in data)
        return _not_text(next(inside, Text("ZIP 压缩文件", "a ZIP archive")), _WRONG_FILE)
    if data.lstrip().startswith(b"<") and re.match(_HTML, data):
        return _not_text(Text("网页（HTML）", "an HTML page"), _WRONG_FILE)
    if _NUL in data:
        return _nul(data)
    return None


def _nul(data: bytes) -> Fault:
    sample = data[:4096]
    for nul, text in ((sample[0::2], sample[1::2]), (sample[1::2], sample[0::2])):
        if nul.count(_NUL) > 0.4 * len(nul) and min(text, default=0) >= ord("\t"):
            return _not_utf8(Text("没有 BOM 的 UTF-16 编码", "UTF-16 without a byte order mark"))
    if data.count(_NUL) == 1 and len(data) > 1:
        line = data.count(b"\n", 0, data.index(_NUL)) + 1
        message = Text(f"第 {line} 行含有 NUL 字节", f"line {line} contains a NUL byte")
        return Fault("not-text", FileProblem(TOP, message, help=Text("删去这个字节", "delete that byte"), at=(0, 0)))
    return _not_text(Text("二进制文件", "a binary file"), _WRONG_FILE)


def _legacy(data: bytes, start: int) -> Decoded:
    """Name the encoding that Windows editors most likely used, with line and byte of the first wrong character."""
    line = data.count(b"\n", 0, start) + 1
    byte = f"0x{data[start]:02X}"
    text = _gb18030(data)
    if text is not None:
        encoding, guess = "gb18030", Text("，像是 GBK/GB18030", ", it looks like GBK/GB18030")
        offset = len(data[:start].decode(encoding, "ignore"))
    else:
        encoding = "cp1252"
        text = data.decode("cp1252", "replace")
        offset = start
        char = text[start]
        guess = same("") if char == "\ufffd" else Text(f"，Windows-1252 的「{char}」", f", '{char}' in Windows-1252")
    message = Text(
        f"第 {line} 行不是 UTF-8（字节 {byte}{guess.zh}）", f"line {line} is not UTF-8 (byte {byte}{guess.en})"
    )
    return Decoded(text, encoding, Fault("not-text", FileProblem(TOP, message, help=_SAVE_UTF8, at=(offset, 1))))


def _gb18030(data: bytes) -> str | None:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    foreign = [char for char in text if char > "\x7f"]
    chinese = sum(1 for char in foreign if re.match(_CHINESE, char))
    return text if chinese > 0.8 * len(foreign) else None


def _not_text(kind: Text, help_: Text) -> Fault:
    message = Text(f"{zh('这是', kind.zh)}，不是项目文件", f"this is {kind.en}, not a project file")
    return Fault("not-text", FileProblem(TOP, message, help=help_, at=(0, 0)))


def _not_utf8(what: Text) -> Fault:
    message = Text(f"{zh('文件是', what.zh)}，读不了", f"the file is {what.en}, which is not supported")
    return Fault("not-text", FileProblem(TOP, message, help=_SAVE_UTF8, at=(0, 0)))


def _refused(fault: Fault) -> Decoded:
    return Decoded("", "binary", fault)
