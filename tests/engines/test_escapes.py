"""Nothing in a template runs: an attack is refused or stays the text it is, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import pytest
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from collabkit.engines.excel import ExcelTemplate
from collabkit.engines.opc.package import read_package
from collabkit.engines.text import TextTemplate
from collabkit.engines.word import WordTemplate
from collabkit.errors import TemplateError
from tests.engines.excel.books import View as Book
from tests.engines.excel.books import packed
from tests.engines.word.documents import save

ATTACKS = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ note.__class__ }}",
    "{{ note['__class__'] }}",
    "{{ note|attr('__class__') }}",
    "{{ note.upper() }}",
    "{{ note.format }}",
    "{{ '{0.__class__}'.format(note) }}",
    "{{ '%s' % note }}",
    "{{ self._TemplateReference__context }}",
    "{{ self }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ config }}",
    "{{ joiner }}",
    "{{ namespace() }}",
    "{{ lipsum() }}",
    "{{ words|map('upper')|list }}",
    "{{ words|join('', attribute='__class__') }}",
    "{{ words|join('', attribute='upper') }}",
    "{{ range(10 ** 9) }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ 'a' * 10 ** 9 }}",
    *(
        f"{{{{ note|{growing} }}}}"
        for growing in (
            *("center(999999999)", "ljust(999999999)", "indent(999999999)", "wordwrap(1)", "replace('', note * 9)"),
            *("format(1)", "batch(1)", "slice(9)", "list", "string", "urlize", "xmlattr", "pprint", "tojson"),
        )
    ),
    "{{ 1 // 0 }}",
    "{{ _allowance }}",
    "{{ note|_looked }}",
    "{% for _allowance in words %}{% endfor %}",
    "{% for w in words recursive %}{{ loop(words) }}{% endfor %}",
    "{% for w in words %}{{ loop.__class__ }}{{ loop.cycle('a') }}{% endfor %}",
    "{% include '/etc/passwd' %}",
    "{% extends 'x' %}",
    "{% import 'os' as os %}",
    "{% from 'os' import system %}",
    "{% set x = note %}",
    "{% macro m() %}{{ m() }}{% endmacro %}",
    "{% call note() %}{% endcall %}",
    "{% filter upper %}x{% endfilter %}",
    "{% raw %}{{ x }}{% endraw %}",
    "{% with x = note %}{% endwith %}",
    "{% block b %}{% endblock %}",
    "{% do note %}",
    "{% debug %}",
    "{% autoescape false %}{% endautoescape %}",
]
# What an attack would bring to light.
FOUND = re.compile("built-in|<class|<function|<bound|object at 0x|root:x:")


@dataclass(frozen=True)
class View:
    note: str = "note"
    words: tuple[str, ...] = ("a", "b")


def refused(make: Callable[[], bytes]) -> str:
    with pytest.raises(TemplateError) as caught:
        make()
    error = caught.value
    assert not FOUND.search(error.message.en + error.message.zh)
    return error.message.en


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_in_the_text_header_or_footer_of_a_word_file_is_refused(tmp_path: Path, attack: str) -> None:
    assert "body, paragraph 1" in refused(lambda: filled(read_package(save(tmp_path, attack))))
    assert "header, paragraph 1" in refused(lambda: filled(read_package(save(tmp_path, "x", header=attack))))
    document = docx.Document()
    document.sections[0].footer.paragraphs[0].text = attack
    document.save(str(tmp_path / "t.docx"))
    assert "footer, paragraph 1" in refused(lambda: filled(read_package(tmp_path / "t.docx")))


def filled(parts: dict[str, bytes], **properties: str) -> bytes:
    return WordTemplate("t.docx", parts).fill(View(), **properties)  # type: ignore[arg-type]


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_in_a_text_template_is_refused_at_its_line(attack: str) -> None:
    assert refused(lambda: TextTemplate("t.txt", f"x\n{attack}").fill(View())).startswith("t.txt: line 2, {")


@pytest.mark.parametrize(
    "attack",
    [
        "{{ note \x04\x01 include 'x' \x02\x03 note }}",
        "{{ note \x04\x01 macro m() \x02\x03 m() \x04\x01 endmacro \x02\x03 m() }}",
        "{{ note \x04\x01 set words = [words, words] \x02\x03 note }}",
        "{% if note \x02\x01 endif \x02\x01 extends 'x' \x02\x01 if note %}{% endif %}",
        "{\x00{ note }}",
        "\x01 include '/etc/passwd' \x02 \x03 note.__class__ \x04",
        "{{ note\x05 }} {# \x06 #}",
    ],
)
def test_control_characters_begin_and_end_nothing_in_a_text_template(attack: str) -> None:
    try:
        text = TextTemplate("t.txt", attack).fill(View()).decode()
    except TemplateError:
        return
    assert "note" in text and "passwd" not in text.replace("'/etc/passwd'", "") and not FOUND.search(text)


def with_text(part: str, attack: str) -> dict[str, bytes]:
    """Return what makes a Word file have a part with the attack as its text."""
    kinds = {
        "word/comments.xml": "wordprocessingml.comments",
        "word/charts/chart1.xml": "drawingml.chart",
        "word/diagrams/data1.xml": "drawingml.diagramData",
        "docProps/custom.xml": "custom-properties",
    }
    kind = f"application/vnd.openxmlformats-officedocument.{kinds[part]}+xml"
    return {part: f"<a><b>{attack.replace('<', '&lt;')}</b></a>".encode(), "type": kind.encode()}


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("word/comments.xml", "a comment"),
        ("word/charts/chart1.xml", "a chart"),
        ("word/diagrams/data1.xml", "a SmartArt graphic"),
        ("docProps/custom.xml", "the file's properties"),
    ],
)
def test_a_tag_in_a_part_of_a_word_file_that_is_not_filled_is_told(tmp_path: Path, part: str, said: str) -> None:
    parts = read_package(save(tmp_path, "x"))
    extra = with_text(part, "{{ note }}")
    override = f'<Override PartName="/{part}" ContentType="{extra.pop("type").decode()}"/></Types>'
    types = parts["[Content_Types].xml"].replace(b"</Types>", override.encode())
    message = refused(lambda: filled(parts | extra | {"[Content_Types].xml": types}))
    assert message == f"template t.docx: {{{{ note }}}} stands in {said}, where no tag is filled"


@pytest.mark.parametrize("attack", ATTACKS[:6])
def test_an_attack_in_the_properties_is_refused_or_replaced(tmp_path: Path, attack: str) -> None:
    parts = read_package(save(tmp_path, "x"))
    core = parts["docProps/core.xml"].decode()
    subject = re.sub("<dc:title>.*?</dc:title>|<dc:title/>", f"<dc:subject>{attack}</dc:subject>", core)
    assert "properties" in refused(lambda: filled(parts | {"docProps/core.xml": subject.encode()}))
    title = re.sub("<dc:title>.*?</dc:title>|<dc:title/>", f"<dc:title>{attack}</dc:title>", core)
    after = read_package(filled(parts | {"docProps/core.xml": title.encode()}, title="计划"))["docProps/core.xml"]
    assert attack.encode() not in after and "计划".encode() in after


UNFILLED = {
    "a field code": "<w:r><w:instrText>HYPERLINK {{ note }}</w:instrText></w:r>",
    "an equation": '<m:oMath xmlns:m="http://x/math"><m:r><m:t>{{ note }}</m:t></m:r></m:oMath>',
    "a picture": '<w:r><w:drawing><a:docPr xmlns:a="http://x/a" descr="{{ note }}"/></w:drawing></w:r>',
    "a content control": '<w:sdt><w:sdtPr><w:alias w:val="{{ note }}"/></w:sdtPr></w:sdt>',
}


@pytest.mark.parametrize("what", UNFILLED)
def test_a_tag_in_the_text_that_is_not_filled_is_told(tmp_path: Path, what: str) -> None:
    parts = read_package(save(tmp_path, "HERE"))
    document = parts["word/document.xml"].decode()
    changed = re.sub("<w:r><w:t>HERE</w:t></w:r>", lambda _: UNFILLED[what], document)
    assert changed != document
    message = refused(lambda: filled(parts | {"word/document.xml": changed.encode()}))
    assert message.startswith("template t.docx: body, {{ note }}: it stands in an equation, a field code")


def test_a_deleted_text_may_hold_anything(tmp_path: Path) -> None:
    parts = read_package(save(tmp_path, "HERE"))
    deleted = b'<w:del w:id="1" w:author="a"><w:r><w:delText>{{ old }}</w:delText></w:r></w:del>'
    document = parts["word/document.xml"].replace(b"<w:r><w:t>HERE</w:t></w:r>", deleted)
    assert document != parts["word/document.xml"]
    assert filled(parts | {"word/document.xml": document})


# Excel


def cell(sheet: Any, text: str) -> None:
    sheet["A1"] = text


def header(sheet: Any, text: str) -> None:
    sheet.oddHeader.center.text = text


def footer(sheet: Any, text: str) -> None:
    sheet.evenFooter.right.text = text


def comment(sheet: Any, text: str) -> None:
    sheet["A1"].comment = Comment(text, "PMO")


def validation(sheet: Any, text: str) -> None:
    rule = DataValidation(type="list", formula1='"a,b"', showInputMessage=True, promptTitle="x", prompt=text)
    rule.add("A1")
    sheet.add_data_validation(rule)


def condition(sheet: Any, text: str) -> None:
    sheet.conditional_formatting.add("A1", FormulaRule(formula=[f'A1="{text}"']))


def link(sheet: Any, text: str) -> None:
    sheet["A1"] = "x"
    sheet["A1"].hyperlink = "https://example.com/"
    sheet["A1"].hyperlink.tooltip = text


def defined_name(sheet: Any, text: str) -> None:
    sheet.parent.defined_names["x"] = DefinedName("x", attr_text=f'"{text}"')


def heading(sheet: Any, text: str) -> None:
    sheet["A1"], sheet["A2"] = text, "x"
    sheet.add_table(Table(displayName="t", ref="A1:A2"))


def chart(sheet: Any, text: str) -> None:
    made = BarChart()
    made.title = text
    sheet.add_chart(made, "D8")


def formula(sheet: Any, text: str) -> None:
    sheet["A1"] = f'=LEN("{text}")'


WITHOUT_QUOTES = [attack for attack in ATTACKS if "{{" in attack and '"' not in attack and "'" not in attack]


@pytest.mark.parametrize(
    "place",
    [cell, header, footer, comment, validation, condition, link, defined_name, heading, chart, formula],
    ids=lambda place: place.__name__,
)
def test_an_attack_anywhere_in_a_workbook_is_refused(place: Callable[[Any, str], None]) -> None:
    for attack in WITHOUT_QUOTES:
        refused(lambda attack=attack: book(lambda sheet: place(sheet, attack)))  # type: ignore[misc]


def book(build: Callable[[Any], None]) -> bytes:
    return ExcelTemplate("t.xlsx", packed(build)).fill(Book())


def test_an_attack_in_the_name_of_a_sheet_is_refused() -> None:
    parts = packed(lambda _: None)
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace("总表".encode(), b"{{ x.__class__ }}")
    refused(lambda: ExcelTemplate("t.xlsx", parts).fill(Book()))


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_in_a_value_is_the_text_it_is(tmp_path: Path, attack: str) -> None:
    assert TextTemplate("t.txt", "{{ note }}").fill(View(attack)).decode() == f"{attack}\n"
    document = read_package(WordTemplate("t.docx", read_package(save(tmp_path, "{{ note }}"))).fill(View(attack)))
    assert not FOUND.search(document["word/document.xml"].decode())


def test_what_lies_outside_a_package_is_neither_read_nor_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text("<secret/>")
    parts = read_package(save(tmp_path, "{{ note }}"))
    name = "word/_rels/document.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    for target, mode in ((secret.as_uri(), ' TargetMode="External"'), (f"../../..{secret}", ""), (str(secret), "")):
        relations = "".join(
            f'<Relationship Id="x{word}" Type="{kind}/{word}" Target="{target}"{mode}/>'
            for word in ("header", "styles", "attachedTemplate", "image", "hyperlink")
        )
        changed = parts[name].replace(b"</Relationships>", f"{relations}</Relationships>".encode())
        after = read_package(filled(parts | {name: changed}))
        assert after[name] == changed, "relationships stay as they are"
        assert b"secret/>" not in b"".join(after.values())
