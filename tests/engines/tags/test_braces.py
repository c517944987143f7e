"""The tags of a text are found in one pass, and where they always were."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.engines.excel.tags import joined
from collabkit.engines.tags.braces import outside, spans
from tests.work import work

PLAINLY = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
texts = st.text(st.sampled_from("{}%# a\n"), max_size=40)


class Counted(str):
    """A text that counts the characters that are looked at to find something in it."""

    __slots__ = ("looked",)

    def find(self, sub: str, start: int = 0, end: int | None = None) -> int:  # type: ignore[override]
        found = super().find(sub, start)
        self.looked = getattr(self, "looked", 0) + (found if found >= 0 else len(self)) - start + len(sub)
        return found


@given(texts)
def test_tags_are_where_a_plain_search_finds_them(text: str) -> None:
    assert [(span.start, span.end) for span in spans(text)] == [found.span() for found in PLAINLY.finditer(text)]


@given(texts)
def test_tags_and_what_is_outside_make_up_the_text(text: str) -> None:
    found = list(spans(text))
    whole = [*outside(text, found), *((span.start, text[span.start : span.end]) for span in found)]
    assert "".join(part for _, part in sorted(whole, key=lambda part: (part[0], len(part[1])))) == text


def test_only_the_kinds_asked_for_are_found() -> None:
    assert [span.inside("{# {{ a }} #}{% b %}") for span in spans("{# {{ a }} #}{% b %}", "{")] == [" a "]


@pytest.mark.parametrize("piece", ["{{", "{", "{{ ", "{%", "{#", "{{ a }}", "{%{{{#", "{{{%", "}}", "{#}", "{%}{{%}"])
def test_twice_the_braces_are_at_most_twice_the_work(piece: str) -> None:
    looked = []
    for times in (1_000, 2_000):
        text = Counted(piece * times)
        list(spans(text))
        looked.append(text.looked)
    assert looked[1] <= looked[0] * 2.1
    assert looked[1] < 20 * len(piece) * 2_000


@pytest.mark.parametrize(
    ("stretches", "together"),
    [
        (["{{ a }}", "b", "{{ c }}"], ["{{ a }}", "b", "{{ c }}"]),
        (["{", "{ a", " }", "}", "b"], ["{{ a }}", "b"]),
        (["x {{ a", ".b }} y {", "{ c }} z", "end"], ["x {{ a.b }} y {{ c }} z", "end"]),
        (["{{{", " a }}"], ["{{{ a }}"]),
        (["}}", "a"], ["}}", "a"]),
        (["{", "a"], ["{a"]),
        (["{{ a", "b", "c"], ["{{ abc"]),
        ([], []),
    ],
)
def test_stretches_of_a_text_are_joined_where_a_tag_stands_over_them(stretches: list[str], together: list[str]) -> None:
    assert ["".join(text for _, text in found) for found in joined((None, text) for text in stretches)] == together


@pytest.mark.parametrize("piece", ["{{", "{", "}", "a", "{{ a }}"])
def test_many_stretches_of_one_open_tag_are_each_looked_at_once(piece: str) -> None:
    done = [work(lambda times=times: list(joined((None, piece) for _ in range(times))))[1] for times in (500, 1_000)]
    assert done[1] < done[0] * 2.1
