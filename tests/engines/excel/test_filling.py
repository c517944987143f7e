"""What a filled workbook holds: typed values, texts that stay texts, and everything else untouched."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Font

from collabkit.engines.excel import ExcelTemplate
from collabkit.engines.excel.xml import clean
from collabkit.engines.opc.package import read_package
from collabkit.errors import OutputError
from collabkit.styled import Styled
from tests.engines.excel.books import About, Item, Lead, View, filled, items, opened, packed, shared, template


def one(sheet: Any) -> None:
    sheet["A1"] = "{{ project.code }}"


def rows(sheet: Any) -> None:
    sheet["A1"] = "编号"
    sheet["A2"] = "{{ tasks[].id }}"
    sheet["B2"] = "{{ tasks[].value }}"
    sheet["A3"] = "合计"


def value_of(content: Any) -> Any:
    return filled(one, View(About(code=content)))["A1"].value


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("R&D <b> \"x\" 'y'", "R&D <b> \"x\" 'y'"),
        (12, 12),
        (0.35, 0.35),
        (Decimal("12.50"), 12.5),
        (True, True),
        (None, None),
        ("", None),
        (Styled("待填写", "missing"), "待填写"),
        (10**17, str(10**17)),
        (float("nan"), "nan"),
        ("  around  ", "  around  "),
        ("two\r\nlines", "two\nlines"),
    ],
)
def test_a_cell_that_is_one_tag_takes_the_type_of_its_value(content: Any, shown: Any) -> None:
    assert value_of(content) == shown


def test_a_day_is_a_real_date_even_where_the_template_has_no_date_format() -> None:
    cell = filled(one, View(About(code=date(2026, 3, 2))))["A1"]

    assert cell.value == datetime(2026, 3, 2)
    assert cell.is_date
    assert cell.number_format == "yyyy\\-mm\\-dd"


def test_a_day_keeps_the_date_format_of_the_template() -> None:
    def build(sheet: Any) -> None:
        one(sheet)
        sheet["A1"].number_format = 'm"月"d"日"'

    assert filled(build, View(About(code=date(2026, 3, 2))))["A1"].number_format == 'm"月"d"日"'


def test_a_day_before_excel_s_calendar_is_text() -> None:
    assert value_of(date(1890, 1, 1)) == "1890-01-01"


def test_a_workbook_that_counts_from_1904_shows_the_same_day() -> None:
    parts = packed(one)
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b"<workbookPr/>", b'<workbookPr date1904="1"/>')
    book = opened(template(lambda sheet: None, **parts).fill(View(About(code=date(2026, 3, 2)))))

    assert book.worksheets[0]["A1"].value == datetime(2026, 3, 2)


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "=1+1"])
def test_a_text_never_becomes_a_formula_not_even_when_edited(text: str) -> None:
    cell = filled(one, View(About(code=text)))["A1"]

    assert cell.value == text
    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_a_formula_sign_in_a_list_keeps_the_look_of_its_column() -> None:
    def build(sheet: Any) -> None:
        rows(sheet)
        sheet["B2"].font = Font(name="宋体", sz=9, b=True)

    sheet = filled(build, View(tasks=items("=1", "plain")))

    assert [(sheet.cell(row, 2).font.name, sheet.cell(row, 2).font.b) for row in (2, 3)] == [("宋体", True)] * 2
    assert [sheet.cell(row, 2).quotePrefix for row in (2, 3)] == [True, False]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b\x08c", "a\ufffdb\ufffdc"),
        ("a\ud800b", "a\ufffdb"),
        ("a\ufffe\uffffb", "a\ufffd\ufffdb"),
        ("a\x0bb\u2028c", "a\nb\nc"),
        ("😀 𠮷", "😀 𠮷"),
    ],
)
def test_what_xml_forbids_is_visible_and_hides_nothing_behind_it(text: str, shown: str) -> None:
    assert value_of(text) == shown


def test_a_text_that_looks_like_an_escaped_character_is_written_as_itself() -> None:
    part = read_package(template(one).fill(View(About(code="_x0041_"))))["xl/worksheets/sheet1.xml"]

    assert b"_x005F_x0041_" in part


@settings(max_examples=60)
@given(st.text(max_size=40))
def test_every_text_is_read_back_as_written(text: str) -> None:
    assert value_of(f"·{text}·").replace("_x005F_", "_") == clean(f"·{text}·")


def test_tags_stand_in_the_middle_of_a_text() -> None:
    def build(sheet: Any) -> None:
        sheet["A1"] = "项目：{{ project.name }}（{{project.code}}）"

    assert filled(build, View(About("手环", date(2026, 3, 2))))["A1"].value == "项目：手环（2026-03-02）"


def test_formatted_stretches_of_a_text_keep_their_format() -> None:
    def build(sheet: Any) -> None:
        sheet["A1"] = CellRichText("项目 ", TextBlock(InlineFont(b=True), "{{ project.name }}"), " 结束")

    part = read_package(template(build).fill(View()))["xl/worksheets/sheet1.xml"].decode()

    assert "<b" in part
    assert filled(build, View())["A1"].value == "项目 手环 V2.0 结束"


def test_a_tag_formatted_in_pieces_is_still_one_tag() -> None:
    def build(sheet: Any) -> None:
        sheet["A1"] = CellRichText("{", TextBlock(InlineFont(b=True), "{ project."), "name }", "} ok")

    assert filled(build, View())["A1"].value == "手环 V2.0 ok"


def test_a_record_that_is_missing_leaves_its_fields_empty() -> None:
    def build(sheet: Any) -> None:
        sheet["A1"] = "{{ project.lead.name }}"

    assert filled(build, View())["A1"].value is None
    assert filled(build, View(About(lead=Lead())))["A1"].value == "王芳"


def test_a_pattern_row_becomes_one_row_for_each_item() -> None:
    sheet = filled(rows, View(tasks=items("a", 2, date(2026, 3, 2))))

    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)] == [
        ["T1", "a"],
        ["T2", 2],
        ["T3", datetime(2026, 3, 2)],
        ["合计", None],
    ]


def test_an_empty_list_leaves_one_empty_row_with_its_format() -> None:
    def build(sheet: Any) -> None:
        rows(sheet)
        sheet["B2"].number_format = "0%"

    sheet = filled(build, View())

    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [["编号", None], [None, None], ["合计", None]]
    assert sheet["B2"].number_format == "0%"


def test_columns_may_be_reordered_or_left_out() -> None:
    def build(sheet: Any) -> None:
        sheet["C2"] = "{{ tasks[].id }}"
        sheet["A2"] = "{{ tasks[].value }}"

    assert [cell.value for cell in filled(build, View(tasks=items("a")))[2]] == ["a", None, "T1"]


def test_a_list_of_texts_fills_a_column() -> None:
    def build(sheet: Any) -> None:
        sheet["A1"] = "{{ people[] }}"

    assert [row[0].value for row in filled(build, View(people=("李雷", "韩梅"))).iter_rows()] == ["李雷", "韩梅"]


def test_several_lists_follow_each_other_on_one_sheet() -> None:
    def build(sheet: Any) -> None:
        rows(sheet)
        sheet["A4"] = "{{ risks[].id }}"
        sheet["A5"] = "end"

    sheet = filled(build, View(tasks=items(1, 2), risks=(Item("R1"), Item("R2"), Item("R3"))))

    assert [row[0].value for row in sheet.iter_rows()] == ["编号", "T1", "T2", "合计", "R1", "R2", "R3", "end"]


def test_page_headers_and_footers_are_filled_and_an_ampersand_is_no_code() -> None:
    def build(sheet: Any) -> None:
        sheet.oddFooter.center.text = "{{ project.name }} · 第 &P 页"

    sheet = filled(build, View(About("R&D")))

    assert sheet.oddFooter.center.text == "R&&D · 第 &P 页"


def test_a_footer_longer_than_excel_takes_is_refused() -> None:
    def build(sheet: Any) -> None:
        sheet.oddFooter.left.text = "{{ project.name }}"

    with pytest.raises(OutputError, match="header or footer of 总表 is longer than the 255"):
        template(build).fill(View(About("长" * 260)))


def test_a_text_longer_than_a_cell_is_refused_and_named_never_cut() -> None:
    long = "长" * 32_767
    assert filled(rows, View(tasks=items(long)))["B2"].value == long

    with pytest.raises(
        OutputError, match=r"总表!B3 \(T2, tasks\[\]\.value\): the text is longer than the 32,767"
    ) as raised:
        template(rows).fill(View(tasks=items("ok", long + "!")))
    assert "超过 Excel 单元格的上限" in raised.value.message.zh


def test_what_is_too_long_names_each_of_its_tags_once() -> None:
    def cell(sheet: Any) -> None:
        sheet["A1"] = "{{ project.name }} {{ project.code }} " * 800

    with pytest.raises(OutputError, match=r"总表!A1 \(project\.name, project\.code\): the text is longer"):
        template(cell).fill(View(About("长" * 40)))

    def footer(sheet: Any) -> None:
        sheet["A1"] = "x"
        sheet.oddFooter.left.text = "{{ project.name }}" * 20

    with pytest.raises(OutputError) as raised:
        template(footer).fill(View(About("长" * 20)))
    assert raised.value.hint is not None
    assert raised.value.hint.en == "shorten project.name, or remove it from the template"


def test_a_character_outside_the_basic_plane_counts_twice() -> None:
    with pytest.raises(OutputError):
        template(rows).fill(View(tasks=items("😀" * 16_384)))


def test_a_row_is_as_high_as_its_wrapped_text_needs() -> None:
    def build(sheet: Any) -> None:
        rows(sheet)
        sheet["B2"].alignment = Alignment(wrap_text=True)
        sheet.column_dimensions["B"].width = 20

    sheet = filled(build, View(tasks=items("短", "中文" * 30, "one\ntwo\nthree")))
    short, chinese, lines = (sheet.row_dimensions[row].height for row in (2, 3, 4))

    assert short == 15
    assert chinese == pytest.approx(7 * 11 * 1.42 + 4, abs=17)
    assert 45 < lines < 60


def test_a_height_set_by_hand_is_the_least_height() -> None:
    def build(sheet: Any) -> None:
        rows(sheet)
        sheet["B2"].alignment = Alignment(wrap_text=True)
        sheet.row_dimensions[2].height = 40

    assert filled(build, View(tasks=items("x"))).row_dimensions[2].height == 40


def test_a_merged_cell_has_room_for_its_text_over_all_its_columns() -> None:
    def build(sheet: Any) -> None:
        sheet["A1"] = "{{ project.name }}"
        sheet["A1"].alignment = Alignment(wrap_text=True)
        sheet.merge_cells("A1:J1")

    assert filled(build, View(About("中文" * 18))).row_dimensions[1].height == 15


def test_the_same_view_gives_the_same_bytes() -> None:
    view = View(tasks=items("=1", date(2026, 3, 2), 3))
    made = [template(rows).fill(view, title="t", author="a", modified=date(2026, 3, 2)) for _ in range(2)]

    assert made[0] == made[1]


def test_the_file_s_properties_name_title_author_and_day() -> None:
    book = opened(template(rows).fill(View(), title="分工表", author="王芳", modified=date(2026, 3, 2)))

    assert book.properties.title == "分工表"
    assert (book.properties.creator, book.properties.lastModifiedBy) == ("王芳", "王芳")
    assert book.properties.created == book.properties.modified == datetime(2026, 3, 2)


def test_every_part_without_tags_stays_byte_for_byte() -> None:
    def build(sheet: Any) -> None:
        rows(sheet)
        sheet.parent.create_sheet("静态")["A1"] = "x"

    extra = {"xl/printerSettings/printerSettings1.bin": bytes(range(256)), "customXml/item1.xml": b"<a  b = '1'/>"}
    before = packed(build) | extra
    after = read_package(template(lambda sheet: None, **before).fill(View(tasks=items(1, 2))))

    assert {name for name in before if before[name] != after[name]} == {"xl/worksheets/sheet1.xml"}


def test_tags_in_shared_strings_are_filled_and_do_not_stay_behind() -> None:
    parts = shared(packed(rows))
    assert b"{{ tasks[].id }}" in parts["xl/sharedStrings.xml"]
    data = ExcelTemplate("t.xlsx", parts).fill(View(tasks=items(1, 2)))
    parts = read_package(data)

    assert [row[0].value for row in opened(data).worksheets[0].iter_rows()] == ["编号", "T1", "T2", "合计"]
    assert not [name for name, part in parts.items() if b"{{" in part]


def test_the_template_can_be_filled_again_with_something_else() -> None:
    made = template(rows)
    first = made.fill(View(tasks=items("=1", 2)))
    made.fill(View(tasks=items(*range(50))))

    assert made.fill(View(tasks=items("=1", 2))) == first


def test_ten_times_the_rows_take_about_ten_times_the_bytes() -> None:
    sizes = [
        len(read_package(template(rows).fill(View(tasks=items(*range(n)))))["xl/worksheets/sheet1.xml"])
        for n in (100, 1000)
    ]

    assert sizes[1] < sizes[0] * 11
