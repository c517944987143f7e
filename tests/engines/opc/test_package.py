"""Office packages: what is read, and what is refused."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.engines.opc import package
from collabkit.engines.opc.package import CONTENT_TYPES, read_package, write_package
from collabkit.errors import InputError, TemplateError

as_user = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write everywhere"
)


@given(st.dictionaries(st.from_regex("[a-c]{1,3}(/[a-c]{1,2}){0,2}[.]x", fullmatch=True), st.binary()))
def test_parts_come_back_as_they_were_written(parts: dict[str, bytes]) -> None:
    assert read_package(write_package(parts)) == parts


def test_the_same_parts_give_the_same_bytes_with_the_content_types_first() -> None:
    parts = {"b": b"x" * 1000, CONTENT_TYPES: b"t", "a": b""}
    assert write_package(parts) == write_package(dict(parts))
    assert list(read_package(write_package(parts))) == [CONTENT_TYPES, "b", "a"]


def test_parts_are_compressed_at_the_level_asked_for() -> None:
    parts = {"a": b"some text, " * 5_000}
    assert len(write_package(parts, level=9)) < len(write_package(parts, level=1)) < 3_000


def packed(entries: Iterator[tuple[str, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in entries:
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(info, data)
    return buffer.getvalue()


def test_too_many_parts_are_refused() -> None:
    with pytest.raises(TemplateError, match="more than any real Office file"):
        read_package(packed((str(number), b"") for number in range(package.MOST_ENTRIES + 1)), name="t.docx")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(TemplateError, match="more than any real Office file"):
        read_package(packed(iter([("a", bytes(package.SMALL + 1))])), name="t.docx")


def test_an_announced_size_that_lies_does_not_help_a_bomb() -> None:
    data = packed(iter([("a", bytes(package.SMALL + 1))]))
    size = (package.SMALL + 1).to_bytes(4, "little")
    assert data.count(size) == 2
    with pytest.raises(TemplateError):
        read_package(data.replace(size, (10).to_bytes(4, "little")), name="t.docx")


def test_a_part_that_is_there_twice_is_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate"), pytest.raises(TemplateError, match=r"'a' .* it is there twice"):
        read_package(packed(iter([("a", b"1"), ("a", b"2")])), name="t.docx")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("../evil.xml", "leads elsewhere"),
        ("word/../../evil.xml", "leads elsewhere"),
        ("word/./document.xml", "leads elsewhere"),
        ("word/%2e%2E/evil.xml", "leads elsewhere"),
        ("word%2Fdocument.xml", "leads elsewhere"),
        ("/etc/passwd", "absolute path"),
        ("C:/evil.xml", "absolute path"),
        ("c:evil.xml", "absolute path"),
        ("word\\document.xml", "backslash"),
        ("..\\evil.xml", "backslash"),
        ("word//document.xml", "a piece of it is empty"),
        ("", "a piece of it is empty"),
        ("word/", "a piece of it is empty"),
        ("a\x1b[31m.xml", "control characters"),
        ("a\u202exml", "control characters"),
        ("a" * 501, "too long"),
        ("../folder/", "leads elsewhere"),
    ],
)
def test_a_part_with_a_name_no_office_program_gives_is_refused_and_named(name: str, said: str) -> None:
    with pytest.raises(TemplateError, match=said) as told:
        read_package(
            packed(iter([("ok.xml", b"<a/>"), (name, b"" if name == "../folder/" else b"<a/>")])), name="t.docx"
        )
    message = told.value.message
    assert message.en.startswith("t.docx: the part '") and message.zh.startswith("t.docx 中的部件名「")
    assert name[:20] in message.en or not name.isprintable()
    assert message.en.isprintable()
    assert told.value.hint


def test_a_name_cut_short_by_a_null_byte_is_refused() -> None:
    data = packed(iter([("word/document.xml", b"<a/>")])).replace(b"word/document.xml", b"word/doc\x00ment.xml")
    with pytest.raises(TemplateError, match="control characters"):
        read_package(data, name="t.docx")


@pytest.mark.parametrize("other", ["WORD/Document.xml", "word/document.XML"])
def test_names_that_only_differ_in_case_are_refused(other: str) -> None:
    with pytest.raises(TemplateError, match=f"'{other}' .* only the case of letters tells it from word/document.xml"):
        read_package(packed(iter([("word/document.xml", b"1"), (other, b"2")])), name="t.docx")


def test_a_part_that_is_a_folder_as_well_is_refused() -> None:
    with pytest.raises(TemplateError, match=r"'word' .* it is a folder as well"):
        read_package(packed(iter([("word/document.xml", b"1"), ("word", b"2")])), name="t.docx")


def test_the_folders_of_a_package_packed_by_hand_are_left_out() -> None:
    entries = [("word/", b""), ("word/document.xml", b"1"), ("文件夹/", b"")]
    assert read_package(packed(iter(entries))) == {"word/document.xml": b"1"}


def test_a_directory_of_a_million_entries_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("it was read")

    monkeypatch.setattr(zipfile, "ZipFile", never)
    with pytest.raises(TemplateError, match="more than any real Office file"):
        read_package(b"PK\x03\x04" + b"PK\x01\x02" * 100_000, name="t.docx")


@pytest.mark.parametrize("kept", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_package_cut_short_is_refused(kept: float) -> None:
    data = write_package({"word/document.xml": bytes(range(256)) * 40, CONTENT_TYPES: b"<Types/>"})
    with pytest.raises(TemplateError, match=r"t\.docx is not a Word or Excel file"):
        read_package(data[: int(len(data) * kept)], name="t.docx")


def test_a_flipped_byte_is_found() -> None:
    data = bytearray(write_package({"a": b"some text" * 20}))
    data[40] ^= 1
    with pytest.raises(TemplateError):
        read_package(bytes(data), name="t.docx")


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_but_a_user_error(data: bytes) -> None:
    for start in (b"", b"PK\x03\x04", write_package({"a": b"b"})[:-5]):
        with pytest.raises(TemplateError):
            read_package(start + data, name="t.docx")


def test_the_reader_chooses_the_kind_of_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such file"):
        read_package(tmp_path / "none.xlsx", error=InputError)
    with pytest.raises(InputError, match="it is a directory"):
        read_package(tmp_path, error=InputError)
