"""How wide a template's columns are for the heights of its rows."""

from __future__ import annotations

import pytest
from lxml import etree

from collabkit.engines.excel.heights import widths

SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols>'
    '<col min="1" max="2" width="9.5"/><col min="3" max="3" width="9.5" hidden="1"/>'
    '<col min="4" max="2000000000" {rest}/></cols></worksheet>'
)


@pytest.mark.parametrize("rest", ['width="8"', 'width="8" hidden="1"', 'hidden="true"'])
def test_a_range_over_all_columns_costs_no_more_than_the_columns_in_use(rest: str) -> None:
    found = dict(widths(etree.fromstring(SHEET.format(rest=rest))))
    assert max(found) == 512


def test_a_hidden_column_never_asks_for_height() -> None:
    found = dict(widths(etree.fromstring(SHEET.format(rest='width="8"'))))
    assert (found[1], found[2], found[4]) == (9.5, 9.5, 8.0)
    assert found[3] > 10_000
