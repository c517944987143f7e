"""One mistake makes one finding: every word of the minimal project mistyped, one at a time."""

from __future__ import annotations

import re
from collections import Counter

from collabkit.rules.example import PROJECT
from collabkit.source.source import Source
from tests.rules.found import found, found_in, names

WORD = re.compile(r"[^\s,:{}\[\]\"]+")


def typo(word: str) -> str:
    """Return `word` with its last two different characters swapped, or its last one doubled."""
    for index in range(len(word) - 2, -1, -1):
        if word[index] != word[index + 1]:
            return word[:index] + word[index + 1] + word[index] + word[index + 2 :]
    return word + word[-1]


def test_a_mistyped_word_makes_one_finding_at_most() -> None:
    counts: Counter[int] = Counter()
    for match in WORD.finditer(PROJECT):
        text = PROJECT[: match.start()] + typo(match[0]) + PROJECT[match.end() :]
        findings = found_in(Source.from_text(text))
        counts[len(findings)] += 1
        for finding in findings:
            assert len(finding.problem.message.zh) <= 100
            assert len(finding.problem.message.en) <= 100
            assert len(finding.places) == len(finding.problem.places)
    assert counts.total() > 250
    assert counts[0] + counts[1] >= 0.98 * counts.total(), counts
    assert max(counts) <= 2, counts


def test_a_person_whose_entry_is_mistyped_is_missed_once() -> None:
    file = Source.from_text(PROJECT.replace("  Zhao Min: {", "  Zhao Mni: {"))
    (finding,) = found_in(file)
    assert finding.rule.name == "unknown-person"
    assert finding.problem.message.en == "unknown person 'Zhao Min' as head of department Marketing"
    assert len(finding.places) == 6
    assert file.line(finding.places[0].line).startswith("  Zhao Mni:")


def test_a_section_that_cannot_be_read_is_not_missed_at_every_reference() -> None:
    assert names(found("people: Li Lei, Han Mei\n")) == ["wrong-type"]
    assert names(found("scope: everything\n")) == ["wrong-type"]


def test_a_mistyped_section_is_not_missed_at_every_reference() -> None:
    text = PROJECT.replace("\npeople:", "\npoeple:")
    assert names(found_in(Source.from_text(text))) == ["unknown-field"]


def test_an_entry_that_cannot_be_read_is_not_missed_where_it_is_used() -> None:
    text = PROJECT.replace("  Zhao Min: {department: Marketing}", "  Zhao Min: Marketing")
    assert names(found_in(Source.from_text(text))) == ["wrong-type"]


def test_an_unknown_predecessor_hides_no_loop_elsewhere() -> None:
    text = PROJECT.replace("    covers: [S1]\n", "    covers: [S1]\n    after: [T2, T9]\n")
    found_names = set(names(found_in(Source.from_text(text))))
    assert "dependency-unknown" in found_names


def test_whatever_stands_in_a_place_is_told_at_a_place_of_the_file() -> None:
    for match in list(WORD.finditer(PROJECT))[::5]:
        for odd in ("", "[]", "~", "x" * 200, "💥", "-1", "2026-13-45"):
            text = PROJECT[: match.start()] + odd + PROJECT[match.end() :]
            for finding in found_in(Source.from_text(text)):
                assert 1 <= finding.span.line <= finding.span.end_line <= text.count("\n") + 1
                assert max(len(finding.problem.message.zh), len(finding.problem.message.en)) <= 100
                assert finding.help.zh and finding.help.en
