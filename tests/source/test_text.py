"""Which files are read as text, and what is said of the others."""

from __future__ import annotations

import io
import pathlib
import zipfile

import pytest

from collabkit.errors import InputError
from collabkit.problem import FilePath
from collabkit.source.limits import MAX_BYTES
from collabkit.source.source import Source

TEXT = "collabkit: 1\nproject:\n  name: 上线项目 😀\n"


def _zip(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name in names:
            package.writestr(name, "x")
    return buffer.getvalue()


def _read(folder: pathlib.Path, data: bytes) -> Source:
    path = folder / "project.yaml"
    path.write_bytes(data)
    return Source.read(path)


@pytest.mark.parametrize(
    ("encoding", "newline"),
    [("utf-8", "\n"), ("utf-8", "\r\n"), ("utf-8-sig", "\r\n"), ("utf-16", "\r\n"), ("utf-16", "\n"), ("utf-8", "\r")],
)
def test_files_of_every_editor_give_the_same_data_and_places(
    tmp_path: pathlib.Path, encoding: str, newline: str
) -> None:
    source = _read(tmp_path, TEXT.replace("\n", newline).encode(encoding))
    assert source.faults == []
    assert source.data == {"collabkit": "1", "project": {"name": "上线项目 😀"}}
    span = source.span(FilePath("project", "name"))
    assert (span.line, span.column, span.end_column) == (3, 9, 15)
    assert source.line(3) == "  name: 上线项目 😀"


def test_big_endian_utf_16_is_read(tmp_path: pathlib.Path) -> None:
    assert _read(tmp_path, b"\xfe\xff" + TEXT.encode("utf-16-be")).data["project"]["name"] == "上线项目 😀"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"%PDF-1.7", "a PDF file"),
        (_zip("a.txt"), "a ZIP archive"),
        (_zip("xl/workbook.xml"), "an Excel workbook"),
        (_zip("word/document.xml"), "a Word document"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:1\n", "a Git LFS pointer"),
        (b"<!DOCTYPE html>\n<html></html>", "an HTML page"),
        (b"\x00\x01\x02\x03\x00\x07", "a binary file"),
        ("a: 1\nb: 2\n".encode("utf-16-le"), "UTF-16 without a byte order mark"),
        ("a: 1".encode("utf-32"), "UTF-32"),
    ],
)
def test_a_file_that_is_no_text_is_named_for_what_it_is(tmp_path: pathlib.Path, data: bytes, name: str) -> None:
    source = _read(tmp_path, data)
    (fault,) = source.faults
    assert fault.rule == "not-text"
    assert name in fault.problem.message.en
    assert fault.problem.help is not None
    assert source.data is None


def test_gbk_bytes_are_told_with_line_and_byte(tmp_path: pathlib.Path) -> None:
    source = _read(tmp_path, "collabkit: 1\nproject: {name: 上线项目}\n".encode("gbk"))
    (fault,) = source.faults
    assert fault.rule == "not-text"
    assert fault.problem.message.en == "line 2 is not UTF-8 (byte 0xC9, it looks like GBK/GB18030)"
    span = source.where(fault.problem)
    assert (span.line, span.column) == (2, 17)
    assert source.line(2) == "project: {name: 上线项目}"


def test_windows_1252_bytes_show_the_character_they_stood_for(tmp_path: pathlib.Path) -> None:
    source = _read(tmp_path, b"a: 1\nname: caf\xe9\n")
    (fault,) = source.faults
    assert fault.problem.message.en == "line 2 is not UTF-8 (byte 0xE9, 'é' in Windows-1252)"
    assert source.where(fault.problem).column == 10


def test_a_file_over_ten_mebibytes_is_refused(tmp_path: pathlib.Path) -> None:
    source = _read(tmp_path, b"#" * (MAX_BYTES + 1))
    assert [fault.rule for fault in source.faults] == ["file-limit"]
    assert _read(tmp_path, b"#" * MAX_BYTES).faults == []


def test_a_missing_file_suggests_the_one_that_is_there(tmp_path: pathlib.Path) -> None:
    (tmp_path / "project.yaml").write_text("a: 1")
    with pytest.raises(InputError) as caught:
        Source.read(tmp_path / "projct.yaml")
    assert "does not exist" in caught.value.message.en
    assert caught.value.hint is not None
    assert "project.yaml" in caught.value.hint.zh


def test_a_missing_file_in_an_empty_folder_points_to_init(tmp_path: pathlib.Path) -> None:
    with pytest.raises(InputError) as caught:
        Source.read(tmp_path / "project.yaml")
    assert caught.value.hint is not None
    assert "collabkit init" in caught.value.hint.en


def test_a_directory_is_no_file(tmp_path: pathlib.Path) -> None:
    with pytest.raises(InputError, match="is a directory"):
        Source.read(tmp_path)


def test_a_path_that_cannot_exist_is_told(tmp_path: pathlib.Path) -> None:
    with pytest.raises(InputError, match="cannot read"):
        Source.read(tmp_path / ("x" * 5000))
