"""Text templates: the same tags as in Word, lines instead of paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from collabkit.engines import text
from collabkit.engines.text import TextTemplate
from collabkit.errors import TemplateError
from collabkit.styled import Styled


@dataclass(frozen=True)
class Line:
    text: str


@dataclass(frozen=True)
class Message:
    title: str | Styled
    lines: tuple[Line, ...]


def filled(template: str, title: str | Styled = "日报", *lines: str) -> str:
    message = Message(title, tuple(map(Line, lines)))
    return TextTemplate("t.txt", template).fill(message).decode()


def test_fields_loops_and_conditions_are_filled() -> None:
    template = "{{ title }}\n{% for line in lines %}\n- {{ line.text }}\n{% endfor %}\n{% if not lines %}无{% endif %}"
    assert filled(template, "日报", "甲", "乙") == "日报\n- 甲\n- 乙\n"
    assert filled(template) == "日报\n无\n"


def test_text_is_never_taken_for_a_tag_or_escaped() -> None:
    assert filled("{{ title }}", "R&D <b> {{ lines }} {% x") == "R&D <b> {{ lines }} {% x\n"


def test_a_value_stays_on_its_line_and_control_characters_become_visible() -> None:
    assert filled("{{ title }}", "a\nb\r\n c\x00d\x1b[0m") == "a b c\ufffdd\ufffd[0m\n"


def test_a_toned_text_is_a_text() -> None:
    assert filled("{{ title }}", Styled("待填写", "missing")) == "待填写\n"


@pytest.mark.parametrize(
    ("template", "told", "hint"),
    [
        ("\n{{ titel }}", "t.txt: line 2, {{ titel }}: there is no field titel", "did you mean title?"),
        ("{% for x in lines %}{{ x.txt }}{% endfor %}", "there is no field txt", "did you mean text?"),
        ("{{ lines }}", "lines is a group", None),
        ("{% for x in title %}{% endfor %}", "title is not a list", None),
        ("a\n｛｛ title ｝｝", "line 2", "write {{ name }}, with plain braces"),
        ("{{ title", "line 1", "write {{ name }}, with plain braces"),
        ("a\n{% if lines %}", "line 2, {% if lines %}: there is no endif", "write {% endif %} after it"),
        ("{% endif %}", "line 1, {% endif %}: there is no if before it", None),
        ("{{ title.upper() }}", "more than a template may say", None),
        ("{{ title.__class__ }}", "underscore", None),
        ("{% import 'x' as y %}", "there is no statement import", None),
        ("{ { title } }", "line 1", "write {{ name }}, with plain braces"),
        ("{% if -1e999 > 3 %}{% endif %}", "the number is too large", None),
        ("{{ " + "(" * 100 + "1" + ")" * 100 + " }}", "nests too deeply", None),
        ("{{ title" + ".x" * 200 + " }}", "this tag is too long", None),
        ("{% if title %}" * 100 + "{% endif %}" * 100, "more than 12 loops and conditions", None),
        ("{% for x in lines %}" * 30 + "{% endfor %}" * 30, "more than 12 loops and conditions", None),
        ("{{ title|upcase }}", "there is no filter upcase", None),
    ],
)
def test_a_tag_that_cannot_be_filled_is_told_with_its_line(template: str, told: str, hint: str | None) -> None:
    with pytest.raises(TemplateError) as caught:
        filled(template)
    assert told in caught.value.message.en
    if hint is not None:
        assert caught.value.hint is not None
        assert hint in caught.value.hint.en


def test_loops_in_loops_over_nothing_printed_come_to_an_end() -> None:
    loops = 8
    with pytest.raises(TemplateError, match="too big"):
        filled("{% for x in lines %}" * loops + "{% endfor %}" * loops, "t", *("abcdefghij"))


def test_fields_of_branches_that_no_data_reaches_are_known() -> None:
    template = TextTemplate("t.txt", "{% for x in lines %}{{ x.text }}{% else %}{{ title }}{% endfor %}{# {{ no }} #}")
    assert template.fields() == {"lines", "lines[].text", "title"}


def test_what_a_loop_counts_is_no_field() -> None:
    template = TextTemplate("t.txt", "{% for x in lines %}{{ loop.index }} {{ x.text }}\n{% endfor %}")
    assert template.fields() == {"lines", "lines[].text"}
    assert template.fill(Message("t", (Line("a"), Line("b")))) == b"1 a\n2 b\n"


def test_a_template_of_a_windows_editor_works(tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    path.write_bytes("\ufeff{{ title }}\r\n无\r\n".encode())
    assert text.load(path).fill(Message("x", ())) == "x\n无\n".encode()


@pytest.mark.parametrize("data", ["中".encode("gbk"), b"\xff\xfe\x00\x01", b"\x00\x01\x02"])
def test_a_template_that_is_not_text_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "t.txt").write_bytes(data)
    with pytest.raises(TemplateError, match="is not UTF-8 text"):
        text.load(tmp_path / "t.txt")


def test_a_template_that_is_not_there_or_too_big_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="cannot read the template"):
        text.load(tmp_path / "none.txt")
    (tmp_path / "big.txt").write_bytes(b"x" * (1024 * 1024 + 1))
    with pytest.raises(TemplateError, match="too big"):
        text.load(tmp_path / "big.txt")


GROUP = "is a group; name one of its fields"


@pytest.mark.parametrize(
    ("template", "told", "hint"),
    [
        ("{{ [lines] }}", f"lines {GROUP}", "known: text"),
        ("{{ (title, lines) }}", f"lines {GROUP}", "known: text"),
        ("{{ [lines|first]|join }}", f"lines[] {GROUP}", "known: text"),
        ("{% for x in [lines] %}{{ x }}{% endfor %}", f"this {GROUP}", "known: text"),
        ("{% for x in [lines|first] %}{{ x ~ '' }}{% endfor %}", f"this {GROUP}", "known: text"),
        ("{% for x in lines %}{{ loop }}{% endfor %}", f"loop {GROUP}", "known: loop.first, loop.index"),
        ("{{ lines|join(attribute='txt') }}", "there is no field txt", "did you mean text?"),
        ("{{ lines|join(attribute=title) }}", "attribute takes the name of a field", "join(', ', attribute='name')"),
        ("{{ title|join(attribute='text') }}", "title is not a list", None),
        ("{{ [1] + title }}", "only two texts, two numbers or two lists can be added", "{{ a ~ b }}"),
        ("{{ 5|length }}", "this is not a list", None),
        ("{% for x in 5 %}{% endfor %}", "this is not a list", None),
        ("{{ title < 5 }}", "these values cannot be compared or calculated like this", None),
        ("{{ title - 5 }}", "these values cannot be compared or calculated like this", None),
    ],
)
def test_a_value_that_does_not_fit_its_tag_is_told_in_both_languages(
    template: str, told: str, hint: str | None
) -> None:
    with pytest.raises(TemplateError) as caught:
        filled(template, "标题", "甲")
    assert told in caught.value.message.en
    said = caught.value.message.zh.rpartition("}}：")[2].rpartition("%}：")[2]
    assert any("\u4e00" <= character <= "\u9fff" for character in said)
    assert not re.search("[a-z]{3,} [a-z]{2,}", said)
    assert caught.value.hint is None or hint is not None
    if hint is not None:
        assert caught.value.hint is not None
        assert hint in caught.value.hint.en


def test_a_field_of_all_entries_is_joined() -> None:
    template = "{{ lines|join('、', attribute='text') }} {{ lines|join('/', 'text') }} {{ title|join }}"
    assert TextTemplate("t.txt", template).fields() == {"title", "lines", "lines[].text"}
    assert filled("{{ lines|join('、', attribute='text') }}", "日报", "甲", "乙") == "甲、乙\n"
    assert filled("{{ lines|join('/', 'text')|upper }}", "日报", "a", "b") == "A/B\n"


def test_lists_are_added_whatever_they_are_made_of_and_printed_line_by_line() -> None:
    template = "{% for x in lines + [title] %}{{ loop.index }}{% endfor %} {{ ('a', 1) + ['b'] }}"
    assert filled(template, "日报", "甲", "乙") == "123 a\n1\nb\n"


def test_nothing_is_printed_as_a_computer_would_write_it() -> None:
    template = "[{{ none }}{{ none ~ '' }}{{ [none]|join('-') }}] {{ true }}{{ 1 > 2 }} {{ ['a', none]|upper }}"
    assert filled(template) == "[] ☑☐ A\n"
