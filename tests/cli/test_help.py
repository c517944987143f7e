"""Help: complete, aligned, within 80 cells, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

import collabkit.cli
from collabkit.cli import check, init, render, rules
from collabkit.cli.context import begin
from collabkit.cli.options import Argument, Option
from collabkit.cli.program import build
from collabkit.cli.registry import NAMES, command, taken
from collabkit.lang import Lang
from collabkit.model import Stage
from collabkit.terminal.display_width import width
from tests.cli.conftest import PLAIN, Call


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("name", NAMES)
def test_every_page_fits_80_cells_and_names_every_option(collabkit: Call, name: str, lang: Lang) -> None:
    done = collabkit(name, "--help", "--language", lang)
    assert done.code == 0
    assert max(width(line) for line in done.out.splitlines()) <= 80
    for mark in taken(name):
        assert mark.metavar.to(lang) in done.out
        if isinstance(mark, Option):
            assert all(flag in done.out for flag in mark.flags)


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
    from collabkit.reporters.registry import NAMES as REPORTERS
    from collabkit.reporters.registry import reporter

    assert tuple(reporter(name).name for name in REPORTERS) == check.FORMATS
    assert tuple(Stage) == check.STAGES
    assert tuple(Severity) == check.SEVERITIES
    assert init.SCENARIOS == scaffold.SCENARIOS
    assert tuple(scaffold.SERVICES) == init.SERVICES
    listed = [rule for family in rules.FAMILIES for rule in getattr(families, family).RULES]
    assert listed == list(families.RULES)


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("name", [None, *NAMES])
def test_what_the_help_lists_is_what_the_command_line_takes(name: str | None, lang: Lang) -> None:
    run, _ = begin(["--language", lang], PLAIN)
    program = build(run)
    context = program.make_context("collabkit", [], resilient_parsing=True)
    if name is not None:
        context = program.commands[name].make_context(name, [], parent=context, resilient_parsing=True)
    params = {param.opts[-1]: param for param in context.command.get_params(context)}
    for mark in taken(name):
        param = params.pop(mark.flags[-1] if isinstance(mark, Option) else _variable(mark, params))
        assert (param.metavar or "") == mark.metavar.to(lang)
        assert bool(mark.many) == (param.multiple if isinstance(mark, Option) else param.nargs == -1)
        if isinstance(mark, Option):
            assert tuple(param.opts) == mark.flags
            assert param.is_flag == mark.is_flag
            assert param.help == mark.help.to(lang) or param.expose_value is False
            assert param.default in (None, False) or str(param.default) == mark.default.to(lang)
    # What no form is about yet is not offered: who asks for it all the same is told so.
    assert all(getattr(param, "hidden", False) for param in params.values()), params


def _variable(mark: Argument, params: Iterable[str]) -> str:
    """Return the name of the variable that takes an argument: the only one without dashes."""
    return next(name for name in params if not name.startswith("-"))


def test_nothing_is_forged_for_the_parser() -> None:
    for path in sorted(Path(collabkit.cli.__file__).parent.glob("*.py")):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\b(inspect|__signature__|__annotations__|__mro__)\b", text), path.name


@pytest.mark.parametrize(
    ("words", "typed", "offered"),
    [
        ("check --fo", "--fo", "--format"),
        ("check --format js", "js", "json"),
        ("status --language z", "z", "zh-CN"),
        ("explain CK50", "CK50", "CK501"),
        ("re", "re", "render"),
        ("check --deb", "--deb", "--debug"),
    ],
)
def test_a_shell_completes_commands_options_and_values(program: Call, words: str, typed: str, offered: str) -> None:
    line = f"collabkit {words}"
    env = {"_COLLABKIT_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(line.split()) - 1)}
    assert offered in program(env=env).stdout.split()


def test_form_keys_are_completed() -> None:
    assert "charter" in render.form_keys()


def test_every_command_of_the_folder_is_registered() -> None:
    folder = Path(collabkit.cli.__file__).parent
    defining = {path.stem for path in folder.glob("*.py") if "\nCOMMAND = " in path.read_text(encoding="utf-8")}
    assert defining == set(NAMES)
