"""A table fits the terminal, keeps every word, and stays aligned with Chinese text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from collabkit.terminal.table import Cell, Head, grid

HEADS = (Head("编号", flexible=False), Head("任务"), Head("部门", optional=True), Head("剩余", "right", flexible=False))
ROWS = [
    [Cell("T01"), Cell("技术评估与需求冻结，含供应商访谈与竞品拆解"), Cell("研发部"), Cell("3")],
    [Cell("T02"), Cell("Write the user manual and have it reviewed"), Cell("Marketing and Sales"), Cell("12")],
]


@pytest.mark.parametrize("cells", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(cells: int):
    assert max(wcswidth(line) for line in grid(HEADS, ROWS, cells)) <= cells


def test_optional_columns_go_first_when_there_is_no_room():
    assert "部门" in "\n".join(grid(HEADS, ROWS, 80))
    assert "部门" not in "\n".join(grid(HEADS, ROWS, 26))


def test_a_terminal_too_narrow_for_the_columns_gets_a_line_for_every_value():
    heads = [Head("部门"), *(Head(f"Column {number}", "right", flexible=False) for number in range(5)), Head("Note")]
    row = [Cell("研发部"), *(Cell(str(number)) for number in range(5)), Cell("waits for the logs of the test devices")]
    lines = grid(heads, [row, [*row[:-1], Cell("")]], 40)
    assert lines[:2] == ["研发部", "  Column 0  0"]
    assert lines[6:9] == ["  Note      waits for the logs of the", "            test devices", ""]
    assert lines[9] == "研发部"
    assert not any("Note" in line for line in lines[9:])
    assert max(map(wcswidth, lines)) <= 40
    assert "─" in "".join(grid(heads, [row], 90))


def test_columns_stand_under_their_headings():
    lines = grid(HEADS, ROWS, 120)
    starts = [
        wcswidth(line[: line.index(word)])
        for line, word in ((lines[0], "任务"), (lines[2], "技术"), (lines[3], "Write"))
    ]
    assert len(set(starts)) == 1
    assert lines[2].endswith("   3")
    assert lines[3].endswith("  12")


def test_colour_takes_no_room():
    plain = grid(HEADS, ROWS, 80)
    painted = grid(
        HEADS, [[Cell(cell.text, lambda text: f"\x1b[31m{text}\x1b[0m") for cell in row] for row in ROWS], 80
    )
    assert [line.replace("\x1b[31m", "").replace("\x1b[0m", "").rstrip() for line in painted] == plain


@given(
    st.lists(
        st.tuples(st.text("测试ab，。 x", max_size=60), st.text("0123456789", max_size=6)), min_size=1, max_size=6
    ),
    st.integers(40, 120),
)
def test_every_character_of_every_cell_is_shown(rows: list[tuple[str, str]], cells: int):
    lines = grid((Head("文字"), Head("数", "right")), [[Cell(text), Cell(number)] for text, number in rows], cells)
    shown = "".join("".join(lines[2:]).split())
    wanted = "".join("".join(text.split()) + number for text, number in rows)
    assert sorted(shown) == sorted(wanted)
