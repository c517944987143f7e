"""Filling a Word template: fields, loops, conditions, and what stays as it is."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt, Twips

from collabkit.engines.opc.package import read_package
from collabkit.engines.word import load
from collabkit.errors import TemplateError
from collabkit.styled import Styled
from tests.engines.word.documents import read, save, seen, template


@dataclass(frozen=True, slots=True)
class Task:
    name: str
    light: str | Styled = ""
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Project:
    name: str


@dataclass(frozen=True, slots=True)
class View:
    project: Project
    note: str = ""
    tasks: tuple[Task, ...] = ()
    done: bool = False
    day: date | None = None


VIEW = View(Project("上线"), "n", (Task("A", "x", ("李雷", "韩梅")), Task("B")))


def test_a_field_is_printed_where_its_tag_stands(tmp_path: Path) -> None:
    assert seen(template(tmp_path, "项目 {{ project.name }}。").fill(VIEW)) == ["项目 上线。"]


def test_a_tag_that_word_split_over_runs_is_found_and_looks_like_its_beginning(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("before ")
    paragraph.add_run("{").bold = True
    paragraph.add_run("{ proj")
    paragraph.add_run("ect.name }").italic = True
    paragraph.add_run("} after").font.size = Pt(20)
    document.save(str(tmp_path / "t.docx"))
    runs = read(load(tmp_path / "t.docx").fill(VIEW)).paragraphs[0].runs
    assert [(run.text, run.bold, run.italic) for run in runs] == [
        ("before ", None, None),
        ("上线", True, None),
        (" after", None, None),
    ]
    assert runs[2].font.size == Pt(20)


def test_a_condition_inside_a_paragraph_keeps_or_drops_its_text(tmp_path: Path) -> None:
    made = template(tmp_path, "a{% if note %} ({{ note }}){% else %} -{% endif %} z")
    assert seen(made.fill(VIEW)) == ["a (n) z"]
    assert seen(made.fill(View(Project("p")))) == ["a - z"]


def test_rows_between_row_statements_are_repeated(tmp_path: Path) -> None:
    rows = [
        ["No", "Name"],
        ["{%tr for t in tasks %}", ""],
        ["{{ loop.index }}", "{{ t.name }}"],
        ["{%tr endfor %}", ""],
    ]
    assert seen(template(tmp_path, rows).fill(VIEW)) == ["No|Name", "1|A", "2|B"]


def test_row_statements_may_stand_in_the_row_they_repeat(tmp_path: Path) -> None:
    rows = [["No", "Name"], ["{%tr for t in tasks %}{{ loop.index }}", "{{ t.name }}{%tr endfor %}"]]
    assert seen(template(tmp_path, rows).fill(VIEW)) == ["No|Name", "1|A", "2|B"]


def test_an_empty_list_prints_the_else_row(tmp_path: Path) -> None:
    rows = [["Name"], ["{%tr for t in tasks %}"], ["{{ t.name }}"], ["{%tr else %}"], ["none"], ["{%tr endfor %}"]]
    made = template(tmp_path, rows)
    assert seen(made.fill(View(Project("p")))) == ["Name", "none"]
    assert seen(made.fill(VIEW)) == ["Name", "A", "B"]


def test_paragraphs_are_repeated_also_inside_cells_and_other_loops(tmp_path: Path) -> None:
    document = docx.Document()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "{%tr for t in tasks %}"
    for text in ("{{ t.name }}:", "{%p for who in t.people %}", "- {{ who }}", "{%p endfor %}"):
        cell.add_paragraph(text)
    cell.add_paragraph("{%tr endfor %}")
    document.save(str(tmp_path / "t.docx"))
    assert seen(load(tmp_path / "t.docx").fill(VIEW)) == ["\nA:\n- 李雷\n- 韩梅\n", "\nB:\n"]


def test_a_cell_that_loses_all_its_paragraphs_keeps_an_empty_one(tmp_path: Path) -> None:
    document = docx.Document()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "{%p if note %}"
    cell.add_paragraph("{{ note }}")
    cell.add_paragraph("{%p endif %}")
    document.save(str(tmp_path / "t.docx"))
    filled = read(load(tmp_path / "t.docx").fill(View(Project("p"))))
    assert len(filled.tables[0].cell(0, 0).paragraphs) == 1


def test_a_table_that_loses_all_its_rows_is_gone(tmp_path: Path) -> None:
    made = template(tmp_path, "a", [["{%tr for t in tasks %}"], ["{{ t.name }}"], ["{%tr endfor %}"]], "z")
    assert read(made.fill(View(Project("p")))).tables == []


def test_headers_are_filled_too(tmp_path: Path) -> None:
    filled = read(template(tmp_path, "x", header="{{ project.name }}").fill(VIEW))
    assert filled.sections[0].header.paragraphs[0].text == "上线"


def test_other_parts_stay_byte_for_byte(tmp_path: Path) -> None:
    path = save(tmp_path, "{{ note }}")
    before, after = read_package(path), read_package(load(path).fill(VIEW))
    changed = {name for name in before if before[name] != after[name]}
    assert list(before) == list(after)
    assert changed == {"word/document.xml", "word/styles.xml"}  # the styles of the tones were lacking


def test_the_same_view_gives_the_same_bytes_and_no_time_of_day(tmp_path: Path) -> None:
    made = template(tmp_path, "{{ note }}")
    data = made.fill(VIEW, title="T", modified=date(2026, 3, 20))
    assert data == made.fill(VIEW, title="T", modified=date(2026, 3, 20))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.infolist()[0].filename == "[Content_Types].xml"


def test_title_author_and_day_go_to_the_documents_properties(tmp_path: Path) -> None:
    data = template(tmp_path, "x {{ note }}").fill(VIEW, title="R&D\n表", author="王芳", modified=date(2026, 3, 20))
    properties = read(data).core_properties
    assert (properties.title, properties.author, properties.last_modified_by) == ("R&D 表", "王芳", "王芳")
    assert properties.modified is not None and properties.modified.date() == date(2026, 3, 20)


@pytest.mark.parametrize(
    ("tone", "style"),
    [
        ("missing", "CK Missing"),
        ("red", "CK Red"),
        ("amber", "CK Amber"),
        ("green", "CK Green"),
        ("strong", "CK Strong"),
        ("muted", "CK Muted"),
    ],
)
def test_a_toned_text_is_a_run_of_its_own_in_its_style(tmp_path: Path, tone: str, style: str) -> None:
    document = docx.Document()
    document.add_paragraph("a ").add_run("{{ note }} z").italic = True
    document.save(str(tmp_path / "t.docx"))
    view = {"note": Styled("● 黄", tone)}  # type: ignore[arg-type]
    runs = read(load(tmp_path / "t.docx").fill(view)).paragraphs[0].runs
    assert [run.text for run in runs] == ["a ", "● 黄", " z"]
    assert (runs[1].style.name, runs[1].italic) == (style, True)
    assert runs[2].style.name != style


def test_a_company_restyles_a_tone_in_its_template(tmp_path: Path) -> None:
    document = docx.Document()
    style = document.styles.add_style("CK Missing", docx.enum.style.WD_STYLE_TYPE.CHARACTER)
    style.font.underline = True
    document.add_paragraph("{{ note }}")
    document.save(str(tmp_path / "t.docx"))
    run = read(load(tmp_path / "t.docx").fill({"note": Styled("x", "missing")})).paragraphs[0].runs[0]
    assert run.style.name == "CK Missing"
    assert run.style.font.underline is True
    assert run.style.font.italic is None


def test_values_of_other_kinds_have_a_plain_look(tmp_path: Path) -> None:
    made = template(tmp_path, "{{ done }} {{ day }} {{ tasks[0].people }}")
    assert seen(made.fill(VIEW)) == ["☐  李雷\n韩梅"]
    assert seen(made.fill(View(Project(""), tasks=VIEW.tasks, done=True, day=date(2026, 3, 2)))) == [
        "☑ 2026-03-02 李雷\n韩梅"
    ]


def test_the_template_is_read_again_when_it_changes(tmp_path: Path) -> None:
    first = template(tmp_path, "a {{ note }}")
    assert load(tmp_path / "t.docx") is first
    assert seen(template(tmp_path, "other {{ note }}").fill(VIEW)) == ["other n"]


def test_fields_are_named_also_where_no_data_leads(tmp_path: Path) -> None:
    rows = [["{%tr for t in tasks %}"], ["{{ t.name }}{% if note %}{{ t.light }}{% endif %}"], ["{%tr endfor %}"]]
    assert template(tmp_path, "{{ project.name }}", rows).fields() == {
        "project.name",
        "tasks",
        "tasks[].name",
        "note",
        "tasks[].light",
    }


def test_tags_with_curly_quotes_and_invisible_characters_work(tmp_path: Path) -> None:
    made = template(tmp_path, "{{\u00a0note\u200b }}{% if note == “n” %}!{% endif %}")
    assert seen(made.fill(VIEW)) == ["n!"]


def test_blanks_of_a_chinese_keyboard_and_of_the_web_separate_words(tmp_path: Path) -> None:
    text = "{%\xa0if\xa0project.name\xa0%}{{\u3000project.name\u3000}}{%\u3000endif\u3000%}"
    assert seen(template(tmp_path, text).fill(VIEW)) == [VIEW.project.name]


def test_a_record_may_be_asked_for_before_what_it_holds_is_printed(tmp_path: Path) -> None:
    text = (
        "{{ tasks|length }} {{ tasks and tasks[0].name }} {{ note or project.name }} {{ tasks[0].people|join('、') }}"
    )
    assert seen(template(tmp_path, text).fill(VIEW)) == ["2 A n 李雷、韩梅"]


def test_a_comment_is_gone(tmp_path: Path) -> None:
    assert seen(template(tmp_path, "a{# for the next one to edit this #}b").fill(VIEW)) == ["ab"]


def test_bookmarks_inside_a_loop_are_not_repeated(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("{%p for t in tasks %}")
    paragraph = document.add_paragraph("{{ t.name }}")
    mark = docx.oxml.parse_xml(
        '<w:bookmarkStart xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:id="1" w:name="b"/>'
    )
    paragraph._p.append(mark)
    document.add_paragraph("{%p endfor %}")
    document.save(str(tmp_path / "t.docx"))
    data = load(tmp_path / "t.docx").fill(VIEW)
    assert seen(data) == ["A", "B"]
    assert b"bookmarkStart" not in read_package(data)["word/document.xml"]


def test_ten_thousand_rows_are_all_there(tmp_path: Path) -> None:
    rows = [["{%tr for t in tasks %}", ""], ["{{ loop.index }}", "{{ t.name }}"], ["{%tr endfor %}", ""]]
    made = template(tmp_path, rows)
    view = View(Project("p"), tasks=(Task("一项任务"),) * 10_000)
    document = read_package(made.fill(view))["word/document.xml"]
    assert document.count(b"<w:tr>") + document.count(b"<w:tr ") == 10_000


def test_repeated_cells_get_columns_that_fit(tmp_path: Path) -> None:
    rows = [["Name", "{%tc for w in people %}", "{{ w }}", "{%tc endfor %}"], ["a", "b", "c", "d"]]
    data = template(tmp_path, rows).fill({"people": ["李雷", "韩梅", "王芳", "赵敏"]})
    assert seen(data)[0] == "Name|李雷|韩梅|王芳|赵敏"
    table = read(data).tables[0]._tbl
    widths = [int(column.get(qn("w:w"))) for column in table.tblGrid.gridCol_lst]
    before = read(template(tmp_path, rows[1:]).fill({})).tables[0]._tbl
    assert len(widths) == 5
    assert sum(widths) == sum(int(column.get(qn("w:w"))) for column in before.tblGrid.gridCol_lst)
    assert [cell.width for cell in table.tr_lst[0].tc_lst] == [Twips(width) for width in widths]


def test_loops_in_loops_do_not_fill_the_memory(tmp_path: Path) -> None:
    loops = "".join(f"{{% for {name} in numbers %}}" for name in "abcdef")
    with pytest.raises(TemplateError, match="too big"):
        template(tmp_path, f"{loops}{'x' * 1000}{'{% endfor %}' * 6}").fill({"numbers": list(range(100))})
