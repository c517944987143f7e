"""Help: complete, aligned, within 80 cells, in both languages."""

from __future__ import annotations

import re

import pytest

from collabkit.cli import check, init, render, rules
from collabkit.cli.options import SHARED, Option
from collabkit.cli.registry import NAMES, command, mark_of, parameters
from collabkit.lang import Lang
from collabkit.model import Stage
from collabkit.terminal.display_width import width
from tests.cli.conftest import Call


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("name", NAMES)
def test_every_page_fits_80_cells_and_names_every_option(collabkit: Call, name: str, lang: Lang) -> None:
    done = collabkit(name, "--help", "--language", lang)
    assert done.code == 0
    assert max(width(line) for line in done.out.splitlines()) <= 80
    for parameter in parameters(command(name)).values():
        mark = mark_of(parameter)
        assert mark is not None
        assert mark.metavar.to(lang) in done.out
        if isinstance(mark, Option):
            assert all(flag in done.out for flag in mark.flags)
    assert all(option.flags[0] in done.out for option in SHARED.values())


@pytest.mark.parametrize("lang", list(Lang))
def test_the_overview_lists_every_command(collabkit: Call, lang: Lang) -> None:
    done = collabkit("--help", "--language", lang)
    assert max(width(line) for line in done.out.splitlines()) <= 80
    for name in NAMES:
        assert re.search(rf"^  {name} +\S", done.out, re.MULTILINE)


def test_without_arguments_three_examples_are_shown(collabkit: Call) -> None:
    done = collabkit()
    assert done.code == 0
    assert len(re.findall(r"^  collabkit ", done.out, re.MULTILINE)) == 3


def test_help_is_a_word_too(collabkit: Call) -> None:
    assert collabkit("help").out == collabkit("--help").out
    assert collabkit("help", "check").out == collabkit("check", "--help").out
    assert collabkit("--language", "en").out == collabkit().out
    assert collabkit("--color", "never", "check", "-h").out == collabkit("check", "-h").out


def test_texts_of_one_section_begin_in_one_column(collabkit: Call) -> None:
    for lang in Lang:
        page = collabkit("check", "--help", "--language", lang).out
        options = page[page.index("  --format") :].splitlines()
        starts = {width(match[1]) for line in options if (match := re.match(r"(  -[^ ]+(?: [^ ]+)*  +)\S", line))}
        assert len(starts) == 1


def test_both_languages_differ_in_every_text() -> None:
    for name in NAMES:
        found = command(name)
        for text in (found.summary, found.details, *(text for _, text in found.examples)):
            assert text.zh != text.en
            assert not re.search(r"[\u4e00-\u9fff]", text.en)


def test_choices_spelt_out_in_the_help_are_the_real_ones() -> None:
    from collabkit import rules as families
    from collabkit import scaffold
    from collabkit.finding import Severity
    from collabkit.reporters.registry import NAMES, reporter

    assert tuple(reporter(name).name for name in NAMES) == check.FORMATS
    assert tuple(Stage) == check.STAGES
    assert tuple(Severity) == check.SEVERITIES
    assert init.SCENARIOS == scaffold.SCENARIOS
    assert tuple(scaffold.SERVICES) == init.SERVICES
    listed = [rule for family in rules.FAMILIES for rule in getattr(families, family).RULES]
    assert listed == list(families.RULES)


def test_form_keys_are_completed() -> None:
    assert "charter" in render.form_keys()


def test_every_command_of_the_folder_is_registered() -> None:
    from pathlib import Path

    import collabkit.cli

    folder = Path(collabkit.cli.__file__).parent
    defining = {path.stem for path in folder.glob("*.py") if "\nCOMMAND = " in path.read_text(encoding="utf-8")}
    assert defining == set(NAMES)
