"""The XML of a package: any encoding it declares is read, a document type is refused, and nothing is taken on trust."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.worksheet.table import Table

from collabkit.engines.excel import ExcelTemplate, read_origin
from collabkit.engines.opc import markup
from collabkit.engines.opc.markup import PartError, check_parts, parse
from collabkit.engines.opc.package import read_package, write_package
from collabkit.engines.word import WordTemplate
from collabkit.errors import InputError, TemplateError
from tests.engines.excel.books import View, items, packed
from tests.engines.word.documents import save

DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


def reason(data: bytes) -> str:
    with pytest.raises(PartError) as caught:
        parse(data, "a.xml")
    assert caught.value.part == "a.xml" and caught.value.reason.zh
    return caught.value.reason.en


def workbook(sheet: Any) -> None:
    sheet["A3"], sheet["B3"] = "id", "value"
    sheet["A4"], sheet["B4"] = "{{ tasks[].id }}", "{{ tasks[].value }}"
    sheet["A6"] = "sum"
    sheet["A6"].comment = Comment("a note", "PMO")
    sheet["B6"] = "=SUM(B4:B4)"
    sheet.add_table(Table(displayName="Tasks", ref="A3:B4"))
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=4))
    sheet.add_chart(chart, "D8")


def document(folder: Path) -> dict[str, bytes]:
    return read_package(save(folder, "{{ note }}", header="{{ note }}"))


def declared(data: bytes, encoding: str) -> bytes:
    """Return a part of ASCII in another encoding, which it declares."""
    text = data.decode("utf-8").removeprefix("\ufeff")
    body = text.split("?>", 1)[1].lstrip() if text.startswith("<?xml") else text
    return f'<?xml version="1.0" encoding="{encoding}"?>{body}'.encode(encoding)


XML = (".xml", ".rels", ".vml")
BOOK = packed(workbook)
VIEW = View(tasks=items(1, 2, 3))


def test_a_book_to_test_with_has_every_kind_of_part() -> None:
    names = {name.split("/")[-1] for name in BOOK}
    assert {"chart1.xml", "drawing1.xml", "table1.xml", "comment1.xml", "[Content_Types].xml", ".rels"} <= names
    assert any(name.endswith(".vml") for name in names)


@pytest.mark.parametrize("name", [name for name in BOOK if name.endswith(XML)])
def test_a_document_type_in_any_part_of_a_workbook_is_refused_and_the_part_named(name: str) -> None:
    data = BOOK[name]
    start = data.index(b"?>") + 2 if data.startswith(b"<?xml") else 0
    with pytest.raises(TemplateError) as caught:
        ExcelTemplate("t.xlsx", BOOK | {name: data[:start] + DOCTYPE + data[start:]})
    assert caught.value.message.en == f"template t.xlsx is damaged: {name} declares a document type (DTD)"
    assert "含有文档类型声明（DTD）" in caught.value.message.zh


def test_a_document_type_in_any_part_of_a_word_file_is_refused_and_the_part_named(tmp_path: Path) -> None:
    parts = document(tmp_path) | {"customXml/item1.xml": b"<a/>", "word/comments.xml": b"<a/>"}
    for name in parts:
        if not name.endswith(XML):
            continue
        start = parts[name].index(b"?>") + 2 if parts[name].startswith(b"<?xml") else 0
        changed = parts | {name: parts[name][:start] + DOCTYPE + parts[name][start:]}
        with pytest.raises(TemplateError) as caught:
            WordTemplate("t.docx", changed)
        said = f"template t.docx: its part {name} is damaged: it declares a document type (DTD)"
        assert caught.value.message.en == said


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "iso-8859-1", "utf-7"])
def test_a_document_type_is_found_in_any_encoding(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><!--{"x" * 70_000}--><!DOCTYPE a><a/>'
    with pytest.raises(PartError, match="document type"):
        check_parts({"customXml/a.xml": text.encode(encoding)})


def test_more_xml_than_any_file_has_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(PartError, match=r"b\.xml holds more than any real Office file"):
        check_parts({"a.xml": b"<a>" + b"<b/>" * (markup.MOST_MARKS - 10), "b.xml": b"<a b='1' c='2' d='3'/>" * 10})
    check_parts({"a.xml": b"<a>" + b"<b/>" * (markup.MOST_MARKS - 10), "b.bin": b"<a/>" * 10})


def test_a_part_with_endless_namespaces_is_refused(tmp_path: Path) -> None:
    parts = document(tmp_path)
    many = " ".join(f'xmlns:n{number}="u{number}"' for number in range(501))
    name = "word/document.xml"
    with pytest.raises(TemplateError, match="nests too deeply"):
        WordTemplate("t.docx", parts | {name: parts[name].replace(b"<w:document", f"<w:document {many}".encode(), 1)})


def test_a_picture_may_have_a_document_type_and_what_nobody_reads_may_be_damaged() -> None:
    check_parts({"xl/media/image1.svg": b"<!DOCTYPE svg><svg/>", "customXml/item1.xml": b"<a", "a.xml": b""})


def test_a_part_in_utf_16_is_read_as_any_other_wherever_it_is() -> None:
    usual = read_package(ExcelTemplate("t.xlsx", BOOK).fill(VIEW))
    for name in BOOK:
        if not name.endswith(XML):
            continue
        changed = BOOK | {name: declared(BOOK[name], "utf-16")}
        filled = read_package(ExcelTemplate("t.xlsx", changed).fill(VIEW))
        for part, data in filled.items():
            if data == changed.get(part):
                assert usual[part] == BOOK[part], "what is not changed comes out byte for byte"
            elif part.endswith(".vml"):
                assert b":Row>7</" in data
            else:
                assert markup.write(parse(data, part)) == markup.write(parse(usual[part], part)), (name, part)


def test_a_word_part_in_utf_16_is_read_as_any_other(tmp_path: Path) -> None:
    parts = document(tmp_path)
    usual = read_package(WordTemplate("t.docx", parts).fill({"note": "值"}))
    for name in parts:
        if name.endswith(XML):
            changed = parts | {name: declared(parts[name], "utf-16")}
            filled = read_package(WordTemplate("t.docx", changed).fill({"note": "值"}))
            assert {part for part in usual if markup_of(usual[part], part) != markup_of(filled[part], part)} == set(), (
                name
            )


def markup_of(data: bytes, part: str) -> bytes:
    return bytes(markup.write(parse(data, part))) if part.endswith(XML) else data


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-16-be", "windows-1252"])
def test_a_part_may_declare_any_encoding_there_is(encoding: str) -> None:
    text = "a" if encoding == "windows-1252" else "中"
    root = parse(f'<?xml version="1.0" encoding="{encoding}"?><a b="{text}"/>'.encode(encoding), "a.xml")
    assert root.get("b") == text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'<?xml version="1.0" encoding="klingon"?><a/>', "is written in an unknown encoding"),
        (b"", "cannot be read"),
        (b"<a>", "cannot be read"),
        (b"<a>\xff</a>", "cannot be read"),
        (b"<a>&b;</a>", "cannot be read"),
        (b"<a>\x01</a>", "cannot be read"),
        (b"<a>" * 100_000 + b"</a>" * 100_000, "nests too deeply, or one of its values is too long"),
        (b'<a b="' + b"x" * 11_000_000 + b'"/>', "nests too deeply, or one of its values is too long"),
        (b"<a>" + b"x" * 11_000_000 + b"</a>", "nests too deeply, or one of its values is too long"),
        (DOCTYPE + b"<a>&b;</a>", "declares a document type (DTD)"),
        (b"<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "declares a document type (DTD)"),
    ],
)
def test_what_is_no_xml_as_office_writes_it_is_refused_with_its_reason(data: bytes, said: str) -> None:
    assert reason(data) == said


@pytest.mark.parametrize("name", ["xl/charts/chart1.xml", "xl/drawings/drawing1.xml", "xl/tables/table1.xml"])
def test_a_damaged_part_beside_the_sheets_is_named(name: str) -> None:
    with pytest.raises(TemplateError, match=f"is damaged: {name} cannot be read"):
        ExcelTemplate("t.xlsx", BOOK | {name: b"<c:chart"}).fill(VIEW)


def test_a_shape_in_an_unknown_encoding_is_named() -> None:
    name = next(name for name in BOOK if name.endswith(".vml"))
    changed = BOOK | {name: b'<?xml version="1.0" encoding="klingon"?><xml/>'}
    with pytest.raises(TemplateError, match="is written in an unknown encoding"):
        ExcelTemplate("t.xlsx", changed).fill(VIEW)


def test_shapes_that_are_no_xml_as_excel_writes_them_are_moved() -> None:
    name = next(name for name in BOOK if name.endswith(".vml"))
    changed = BOOK | {name: re.sub(rb"(<\w+:Row>)", rb"<br>\1", BOOK[name])}
    filled = read_package(ExcelTemplate("t.xlsx", changed).fill(VIEW))[name]
    assert re.search(rb"<br><\w+:Row>7<", filled)


def test_the_marks_of_the_engines_cannot_be_forged(tmp_path: Path) -> None:
    sheet = "xl/worksheets/sheet1.xml"
    forged = BOOK | {sheet: BOOK[sheet].replace(b">id<", ">\ufdd20\ufdd2<".encode())}
    with pytest.raises(TemplateError, match="holds characters that are no text"):
        ExcelTemplate("t.xlsx", forged)
    parts = document(tmp_path)
    forged = parts | {"word/document.xml": parts["word/document.xml"].replace(b"{{ note", "\ufdd0{{ note".encode())}
    with pytest.raises(TemplateError, match=r"word/document\.xml is damaged: it holds characters that are no text"):
        WordTemplate("t.docx", forged)


def test_a_document_type_in_a_workbook_that_comes_back_is_named_too() -> None:
    sheet = "xl/worksheets/sheet1.xml"
    data = write_package(BOOK | {sheet: DOCTYPE + BOOK[sheet].split(b"?>", 1)[-1]})
    with pytest.raises(InputError, match=f"back.xlsx is damaged: {sheet} declares a document type"):
        read_origin(data, "back.xlsx")
