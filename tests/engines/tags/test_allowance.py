"""Whatever in a template can grow comes to an end, in one sentence that names the place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from collabkit.engines.excel import ExcelTemplate
from collabkit.engines.opc.package import read_package
from collabkit.engines.tags import allowance
from collabkit.engines.tags.allowance import Allowance, OverdrawnError
from collabkit.engines.text import TextTemplate
from collabkit.engines.word import WordTemplate
from collabkit.errors import OutputError, TemplateError
from collabkit.lang import Text
from tests.engines.excel import books
from tests.engines.excel.books import About, items, packed
from tests.engines.word.documents import save, seen, template

STEPS = "this gets too big: more than 10,000,000 steps"
TEXT = "this gets too big: a text of more than 1,000,000 characters"
FILE = "this gets too big: a file of more than 64,000,000 characters"


@dataclass(frozen=True)
class Goal:
    name: str


@dataclass(frozen=True)
class View:
    words: tuple[str, ...] = tuple(f"word {number}" for number in range(40))
    goals: tuple[Goal, ...] = tuple(Goal(f"goal {number}") for number in range(40))
    note: str = "note"


def nested(inside: str, times: int) -> str:
    for _ in range(times):
        inside = f"words|join({inside})"
    return "{{ " + inside + " }}"


def loops(times: int, inside: str, over: str = "words") -> str:
    return f"{{% for w in {over} %}}" * times + inside + "{% endfor %}" * times


GROWING = [
    (nested("words|join", 8), TEXT),
    (nested("goals|join(attribute='name')", 8), TEXT),
    ("{{ " + "[1,1,1,1,1]|join(" * 11 + "''" + ")" * 11 + " }}", TEXT),
    (nested("words|join(note)|upper", 8), TEXT),
    (nested("(words|join) ~ (words|join)", 7), TEXT),
    (nested("(words|join) + (words|join)", 7), TEXT),
    (loops(8, ""), STEPS),
    (loops(4, "{% if w %}{% endif %}" * 50), STEPS),
    (loops(4, "{% if w in words %}{% endif %}" * 2), STEPS),
    (loops(4, "{% if w is in words %}{% endif %}" * 2), STEPS),
    (loops(4, "{% if words == goals %}{% endif %}" * 2), STEPS),
    (loops(4, "{% if words + words %}{% endif %}" * 2), STEPS),
    (loops(4, "x" * 5_000), FILE),
    (loops(3, "{% if words|join(words|join) %}{% endif %}" * 5), FILE),
    (loops(3, "{{ words|join(words|join) }}"), FILE),
]


@pytest.mark.parametrize(("text", "said"), GROWING)
def test_a_word_template_that_grows_without_end_is_refused_at_its_tag(tmp_path: Path, text: str, said: str) -> None:
    made = template(tmp_path, "before", text)
    with pytest.raises(TemplateError) as caught:
        made.fill(View())
    assert caught.value.message.en.startswith(f"template {tmp_path / 't.docx'}: body, paragraph 2 (after 'before'), {{")
    assert caught.value.message.en.endswith(f": {said}")
    assert "填写量过大：" in caught.value.message.zh
    assert caught.value.hint is not None
    assert caught.value.hint.en == "use fewer loops, join and ~ inside each other"


@pytest.mark.parametrize(("text", "said"), GROWING)
def test_a_text_template_that_grows_without_end_is_refused_at_its_line(text: str, said: str) -> None:
    made = TextTemplate("t.txt", f"before\n{text}")
    with pytest.raises(TemplateError) as caught:
        made.fill(View())
    assert caught.value.message.en.startswith("t.txt: line 2, {")
    assert caught.value.message.en.endswith(f": {said}")


def test_rows_that_multiply_are_refused_before_they_are_made(tmp_path: Path) -> None:
    begin, end = ["{%tr for w in words %}", ""], ["{%tr endfor %}", ""]
    made = template(tmp_path, [*[begin] * 4, ["x" * 2_000, "{{ w }}"], *[end] * 4])
    with pytest.raises(TemplateError, match=rf"body, table 1, row \d, cell 1.*: {FILE}"):
        made.fill(View())


def test_tables_in_tables_that_multiply_are_refused(tmp_path: Path) -> None:
    begin, end = ["{%tr for w in words %}"], ["{%tr endfor %}"]
    texts = View(words=("x" * 30_000,) * 60)
    made = template(tmp_path, [*[begin] * 2, ["{{ w }}"], *[end] * 2])
    with pytest.raises(TemplateError, match=FILE):
        made.fill(texts)


def test_a_long_list_of_long_texts_is_one_document(tmp_path: Path) -> None:
    rows = [["{%tr for w in words %}"], ["{{ w }}"], ["{%tr endfor %}"]]
    words = tuple(f"{number} {'x' * 200}" for number in range(3_000))
    assert seen(template(tmp_path, rows).fill(View(words=words))) == list(words)


def test_joining_adding_and_comparing_give_what_they_always_gave() -> None:
    said = TextTemplate(
        "t.txt",
        "{{ words|join }}\n{{ words|join('、') }}\n"
        "{% if goals|join('/', attribute='name') == 'g/h' %}g/h {% endif %}{{ note ~ 1 ~ none }}\n"
        "{{ note + '!' }} {{ (words + words)|length }} {{ 1 + 2 - 4 }} {{ -1 }}\n"
        "{{ 'a' in words }} {{ 'z' not in words }} {{ note == 'note' }} {{ 1 < 2 <= 2 }} {{ note is eq 'x' }}\n"
        "{{ note|upper|lower|trim }} {{ ''|default('d', true) }} {{ words|first }}{{ words|last }}",
    ).fill(View(("a", "b"), (Goal("g"), Goal("h"))))
    assert said.decode().splitlines() == [
        "ab",
        "a、b",
        "g/h note1",
        "note! 4 -1 -1",
        "☑ ☑ ☑ ☑ ☐",
        "note d ab",
    ]


@pytest.mark.parametrize("tag", ["{{ 5|join }}", "{{ goals|join('', attribute='nmae') }}", "{{ note + 1 }}"])
def test_what_cannot_be_joined_or_added_is_told_at_its_line(tag: str) -> None:
    with pytest.raises(TemplateError, match=r"t\.txt: line 1, \{\{"):
        TextTemplate("t.txt", tag).fill(View())


@pytest.mark.parametrize(
    "code",
    [
        "-" * 280 + "note",
        "not " * 62 + "note",
        "note" + ".a" * 130,
        "note" + "[0]" * 90,
        "[" * 100 + "]" * 100,
        "1 if note else " * 17 + "note",
        "note|join(" * 25 + "''" + ")" * 25,
        "note and " * 30 + "note",
        "1+" * 140 + "1",
    ],
)
def test_a_long_expression_is_filled_or_refused_in_a_sentence(tmp_path: Path, code: str) -> None:
    for make in (lambda text: TextTemplate("t.txt", text), lambda text: template(tmp_path, text)):
        try:
            make(f"{{{{ {code} }}}}").fill(View())  # type: ignore[no-untyped-call]
        except TemplateError as error:
            assert "line 1, {{" in error.message.en or "paragraph 1, {{" in error.message.en


def test_more_tags_than_any_template_has_are_refused_at_the_first_of_them(tmp_path: Path) -> None:
    tags = "{{ note }}" * 20_001
    for made in (lambda: template(tmp_path, tags), lambda: TextTemplate("t.txt", tags)):
        with pytest.raises(TemplateError) as caught:
            made()
        assert "paragraph 1: " in caught.value.message.en or "line 1, {{ note }}: " in caught.value.message.en
        assert caught.value.message.en.endswith("this gets too big: more than 20,000 tags")
        assert caught.value.hint == Text("请把它拆成几个模板", "split it into several templates")


def test_tags_that_say_more_than_those_of_any_template_are_refused(tmp_path: Path) -> None:
    tags = ("{{ " + "note and " * 30 + "note }}") * 400
    for made in (lambda: template(tmp_path, tags), lambda: TextTemplate("t.txt", tags)):
        with pytest.raises(TemplateError) as caught:
            made()
        assert caught.value.message.en.endswith("this gets too big: tags of more than 100,000 characters in all")
        assert caught.value.message.zh.endswith("填写量过大：标签合计超过 100,000 个字符")


def test_a_long_format_around_many_tags_is_not_repeated_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(allowance, "MOST_CHARACTERS", 1_000_000)
    parts = read_package(save(tmp_path, "HERE"))
    long = b"<w:rPr>" + b"<w:b/>" * 2_000 + b"</w:rPr><w:t>" + b"{{ note }}x" * 100
    document = parts["word/document.xml"].replace(b"<w:t>HERE", long)
    with pytest.raises(TemplateError, match=r"body, paragraph 1: .* a file of more than 1,000,000 characters"):
        WordTemplate("t.docx", parts | {"word/document.xml": document})


# Excel


def sheet_of(rows: str) -> dict[str, bytes]:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'
    return packed(lambda _: None) | {"xl/worksheets/sheet1.xml": sheet.encode()}


def test_a_long_formula_shared_by_many_cells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allowance, "MOST_STEPS", 100_000)
    master = "+".join(["A1"] * 100)
    cells = (f'<row r="{row}"><c r="B{row}"><f t="shared" si="0"/></c></row>' for row in range(2, 200))
    first = f'<row r="1"><c r="B1"><f t="shared" si="0" ref="B1:B199">{master}</f></c></row>'
    with pytest.raises(TemplateError) as caught:
        ExcelTemplate("t.xlsx", sheet_of(first + "".join(cells)))
    assert (
        caught.value.message.en
        == f"template t.xlsx, xl/worksheets/sheet1.xml: {STEPS.replace('10,000,000', '100,000')}"
    )
    assert caught.value.hint is not None and "fill it down over fewer rows" in caught.value.hint.en


def test_a_formula_longer_than_any_of_excel_is_damage() -> None:
    with pytest.raises(TemplateError, match=r"sheet1\.xml cannot be read"):
        ExcelTemplate("t.xlsx", sheet_of(f'<row r="1"><c r="B1"><f>{"1+" * 20_000}1</f></c></row>'))


def book(text: str) -> ExcelTemplate:
    def build(sheet: Any) -> None:
        sheet["B3"] = text

    return ExcelTemplate("t.xlsx", packed(build))


def test_a_workbook_of_too_many_characters_is_refused_at_its_row() -> None:
    made = book("{{ tasks[].value }}" + "x" * 20_000)
    with pytest.raises(TemplateError) as caught:
        made.fill(books.View(tasks=items(*range(4_000))))
    assert caught.value.message.en == f"template t.xlsx, 总表!B3: {FILE}"
    assert caught.value.message.zh.startswith("模板 t.xlsx 的 总表!B3：填写量过大：")


def test_many_tags_of_a_long_text_in_one_cell_are_refused_before_they_are_put_together() -> None:
    made = book("{{ project.name }}" * 1_500)
    with pytest.raises(TemplateError, match=f"总表!B3: {TEXT}"):
        made.fill(books.View(About(name="x" * 30_000)))


def test_many_tags_in_a_footer_are_refused_at_the_first_that_is_too_much() -> None:
    class Long(str):
        """A text that nobody may repeat."""

        def replace(self, *_: Any) -> str:  # type: ignore[override]
            return str(self)

    def build(sheet: Any) -> None:
        sheet["A1"] = "x"
        sheet.oddFooter.left.text = "{{ project.name }}" * 500

    made = ExcelTemplate("t.xlsx", packed(build))
    with pytest.raises(OutputError, match="is longer than the 255"):
        made.fill(books.View(About(name=Long("x" * 300))))


def test_merges_and_sparklines_of_many_rows_are_counted_too() -> None:
    def build(sheet: Any) -> None:
        sheet["A1"] = "{{ tasks[].id }}"
        for column in range(2, 1_000, 2):
            sheet.merge_cells(start_row=1, end_row=1, start_column=column, end_column=column + 1)

    made = ExcelTemplate("t.xlsx", packed(build))
    with pytest.raises(TemplateError, match=f"template t.xlsx, 总表(!A1)?: {FILE}"):
        made.fill(books.View(tasks=items(*range(4_000))))


def test_too_little_memory_is_told_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> None:
        raise MemoryError

    ready: dict[str, Callable[[], bytes]] = {
        str(tmp_path / "t.docx"): partial(template(tmp_path, "{{ note }}").fill, View()),
        "t.xlsx": partial(book("{{ project.name }}").fill, books.View()),
        "t.txt": partial(TextTemplate("t.txt", "{{ note }}").fill, View()),
    }
    for module in ("word.template.write_package", "excel.template.write_package", "tags.compiled.Compiled.run"):
        monkeypatch.setattr(f"collabkit.engines.{module}", never)
    monkeypatch.setattr("collabkit.engines.opc.markup.etree.fromstring", never)
    ready["t.docx"] = lambda: WordTemplate("t.docx", packed(lambda _: None)).fill(View())
    for name, fill in ready.items():
        with pytest.raises(TemplateError) as caught:
            fill()
        assert caught.value.message.en == f"template {name}: there is not enough memory for it"


# the allowance itself


@pytest.mark.parametrize(
    ("take", "said"),
    [
        (lambda left: left.step(allowance.MOST_STEPS + 1), STEPS),
        (lambda left: left.text(allowance.MOST_TEXT + 1), TEXT),
        (lambda left: left.write(allowance.MOST_CHARACTERS + 1), FILE),
        (lambda left: left.look([0] * (allowance.MOST_STEPS + 1)), STEPS),
    ],
)
def test_more_than_there_is_cannot_be_taken(take: Callable[[Allowance], None], said: str) -> None:
    with pytest.raises(OverdrawnError) as caught:
        take(Allowance())
    assert caught.value.message.en == said


def test_all_that_there_is_can_be_taken_once() -> None:
    left = Allowance()
    left.step(allowance.MOST_STEPS)
    for _ in range(allowance.MOST_CHARACTERS // allowance.MOST_TEXT):
        left.text(allowance.MOST_TEXT)
    left.look("x" * 99)
    left.write(0)
    with pytest.raises(OverdrawnError):
        left.step(1)
    with pytest.raises(OverdrawnError):
        left.text(1)
