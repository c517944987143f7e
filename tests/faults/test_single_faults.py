"""One mistake in a sound file, as people make it: one finding, on its line, with the help that mends it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
import yaml

from collabkit.lang import Lang
from collabkit.source.source import Source
from tests.rules.found import found_in, names

FOLDER = Path(__file__).parent
TODAY = date(2026, 3, 20)


@dataclass(frozen=True, slots=True)
class Fault:
    """One edit of a sound file: `old`, which stands there once, becomes `new`.

    The only finding must break `rule`, stand `line` lines below the first line of `new`, and say `help` at its caret
    or in its help.
    """

    lang: Lang
    name: str
    old: str
    new: str
    rule: str
    help: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.lang}-{self.name}"


def sound(lang: Lang) -> str:
    """Return the file without mistakes from which the faults are made."""
    return (FOLDER / f"sound.{lang}.yaml").read_text(encoding="utf-8")


def faults() -> list[Fault]:
    """Return the table of both languages."""
    read = {lang: (FOLDER / f"faults.{lang}.yaml").read_text(encoding="utf-8") for lang in Lang}
    return [Fault(lang, **entry) for lang, text in read.items() for entry in yaml.safe_load(text)]


@pytest.mark.parametrize("lang", Lang)
def test_the_file_is_sound(lang: Lang) -> None:
    assert names(found_in(Source.from_text(sound(lang)), today=TODAY)) == []


@pytest.mark.parametrize("fault", faults(), ids=str)
def test_a_single_fault_is_one_finding_on_its_line_with_the_help_that_mends_it(fault: Fault) -> None:
    text = sound(fault.lang)
    assert text.count(fault.old) == 1
    line = text[: text.index(fault.old)].count("\n") + 1 + fault.line
    findings = found_in(Source.from_text(text.replace(fault.old, fault.new)), today=TODAY)
    assert [(finding.rule.name, finding.span.line) for finding in findings] == [(fault.rule, line)]
    (finding,) = findings
    said = [text.to(fault.lang) for text in (finding.problem.label, finding.help) if text]
    assert any(fault.help in text for text in said), said


def test_the_table_is_large_and_speaks_both_languages() -> None:
    table = faults()
    assert len({str(fault) for fault in table}) == len(table) >= 60
    assert min(sum(fault.lang is lang for fault in table) for lang in Lang) >= 30
