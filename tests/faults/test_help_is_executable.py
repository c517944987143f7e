"""What a finding proposes to write is right when it is written: no finding is left, and none comes up."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from collabkit.finding import Finding
from collabkit.lang import Lang
from collabkit.source.source import Source
from tests.faults.test_single_faults import TODAY, Fault, faults, sound
from tests.rules.found import found_in, marked, names

_PROPOSED = (
    re.compile(r"(?:write|change it to) (\[[^\]…]*\])"),
    re.compile(r"(?:write|change it to) '([^'…:]+)'(?=$|[,;])"),
    re.compile(r"write the bare number: ([\d.]+)"),
    re.compile(r"write (\d[\d.]*%?)(?=$|[,;])"),
    re.compile(r"(?:write|change it to) (\d{4}-\d\d-\d\d)$"),
    re.compile(r"did you mean '([^'…]+)'\?$"),
)

FIELDS = {
    "after": "    after: [T1]\n    effort: 25",
    "covers": "    covers: [S1]",
    "confirmed": "confirmed: [Operations, Store Operations]}",
    "departments": "    departments: [Operations, Store Operations]",
    "attendees": "attendees: [Marco Rossi, Daniel Novak, Sofia Alvarez]}",
    "done": "done: [Hall measured]",
    "success_criteria": (
        "  success_criteria:\n    - No order is late because of the move\n    - Picking time below 25 minutes"
    ),
}
VALUES = (
    "none", "None", "无", "true", "yes", "全部", "all", "everyone", "TBD", "n/a", "0", "x", "T1;T2", "T1FS+2d", "S1 S2",
    "S1、S2", "Operations, Store Operations", "Operations/Store Operations", "Marco Rossi; Anna Berg", "Marco",
    "『S1』", "{a: b}",
    "20,000 units are picked: all of them", "- S1", "•S1 • S2",
)  # fmt: skip


def proposals(finding: Finding) -> Iterator[str]:
    """Yield the values that the finding tells to write where it stands, as it says them in English."""
    for text in (finding.help, finding.problem.label):
        said = text.en if text else ""
        yield from (match[1] for pattern in _PROPOSED if (match := pattern.search(said)))


def applied(file: Source, finding: Finding, right: str) -> Source:
    """Return the file with `right` in the place of what the finding points at."""
    lines = file.text.split("\n")
    assert finding.span.end_line == finding.span.line
    line, span = lines[finding.span.line - 1], finding.span
    lines[span.line - 1] = line[: span.column - 1] + right + line[span.end_column - 1 :]
    return Source.from_text("\n".join(lines))


@pytest.mark.parametrize("field", FIELDS)
def test_what_is_proposed_for_a_list_can_be_written(field: str) -> None:
    text, old = sound(Lang.EN), FIELDS[field]
    assert text.count(old) == 1
    for value in VALUES:
        end = "}" if old.endswith("}") and old.count("[") == 1 and "{" not in old else ""
        rest = old[old.index("]") + 1 :] if "]" in old else ""
        new = old.split(":", 1)[0] + f": {value}{rest or end}"
        file = Source.from_text(text.replace(old, new))
        for finding in found_in(file, today=TODAY):
            for right in proposals(finding) if finding.rule.name != "yaml-syntax" else ():
                after = found_in(applied(file, finding, right), today=TODAY)
                wrong = [each for each in after if each.rule.name in ("wrong-type", "yaml-syntax", "comma-splits-list")]
                assert not wrong, (value, right, names(after))
                unknown = [each for each in after if "unknown" in each.rule.name or "undeclared" in each.rule.name]
                assert not unknown, (value, right, names(after))


@pytest.mark.parametrize("fault", faults(), ids=str)
def test_what_is_proposed_for_a_single_fault_mends_it(fault: Fault) -> None:
    text = sound(fault.lang)
    file = Source.from_text(text.replace(fault.old, fault.new))
    for finding in found_in(file, today=TODAY):
        if finding.rule.name in ("yaml-syntax", "unknown-field", "hash-cuts-text") or finding.problem.on == "key":
            continue
        if not marked(file, finding) or finding.span.end_line != finding.span.line:
            continue
        for right in proposals(finding):
            after = found_in(applied(file, finding, right), today=TODAY)
            assert finding.rule.name not in names(after), (right, names(after))
