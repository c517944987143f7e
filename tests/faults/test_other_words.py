"""Keys called by another word: one finding that proposes the right key, and none that misses what was written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from collabkit.lang import Lang
from collabkit.model.fields import fields_of
from collabkit.model.synonyms import SYNONYMS
from collabkit.problem import FilePath, Path
from collabkit.source.shape import shape_at
from collabkit.source.source import Source
from tests.faults.test_single_faults import TODAY, sound
from tests.rules.found import found_in, names

TASK, RISK, ISSUE, GOAL = ("tasks", "T01"), ("risks", "R1"), ("issues", "I1"), ("goals", "G1")
MILESTONE, MEETING, LINE = ("milestones", "M1"), ("meetings", 0), ("budget", "lines", 0)
PERSON, DEPARTMENT = ("people", "韩梅"), ("departments", "产品部")

NAMED: list[tuple[Path, str, str]] = [
    ((*TASK, "owner"), "assignee", "owner"),
    ((*TASK, "owner"), "责任人", "owner"),
    ((*TASK, "owner"), "ｏｗｎｅｒ", "owner"),
    ((*TASK, "owner"), "responsible_person", "owner"),
    (("tasks", "T02", "after"), "depends_on", "after"),
    (("tasks", "T02", "after"), "dependencies", "after"),
    (("tasks", "T02", "after"), "前置任务", "after"),
    ((*TASK, "end"), "due", "end"),
    ((*TASK, "end"), "deadline", "end"),
    ((*TASK, "end"), "end_date", "end"),
    ((*TASK, "end"), "完成时间", "end"),
    ((*TASK, "start"), "start_date", "start"),
    ((*TASK, "start"), "开始时间", "start"),
    ((*TASK, "standard"), "acceptance", "standard"),
    ((*TASK, "standard"), "验收标准", "standard"),
    ((*TASK, "standard"), "definition of done", "standard"),
    ((*TASK, "department"), "部门", "department"),
    ((*TASK, "department"), "dept", "department"),
    ((*TASK, "milestone"), "里程碑", "milestone"),
    ((*TASK, "deliverable"), "output", "deliverable"),
    ((*TASK, "deliverable"), "交付成果", "deliverable"),
    ((*TASK, "effort"), "工作量", "effort"),
    ((*TASK, "progress"), "percent_complete", "progress"),
    ((*TASK, "covers"), "范围", "covers"),
    ((*RISK, "response"), "mitigation", "response"),
    ((*RISK, "response"), "应对措施", "response"),
    ((*RISK, "likelihood"), "probability", "likelihood"),
    ((*RISK, "impact"), "严重程度", "impact"),
    ((*RISK, "title"), "name", "title"),
    ((*RISK, "due"), "deadline", "due"),
    ((*ISSUE, "raised_by"), "reporter", "raised_by"),
    ((*ISSUE, "action"), "解决措施", "action"),
    ((*ISSUE, "departments"), "相关部门", "departments"),
    ((*ISSUE, "grade"), "severity", "grade"),
    ((*GOAL, "metric"), "kpi", "metric"),
    ((*GOAL, "due"), "due_date", "due"),
    ((*GOAL, "target"), "目标值", "target"),
    ((*GOAL, "statement"), "目标", "statement"),
    ((*MILESTONE, "date"), "due", "date"),
    ((*MILESTONE, "date"), "计划时间", "date"),
    ((*MILESTONE, "evidence"), "完成标志", "evidence"),
    ((*MEETING, "attendees"), "participants", "attendees"),
    ((*MEETING, "chair"), "主持人", "chair"),
    ((*MEETING, "place"), "location", "place"),
    ((*LINE, "planned"), "amount", "planned"),
    ((*LINE, "item"), "科目", "item"),
    ((*PERSON, "title"), "职务", "title"),
    ((*PERSON, "title"), "role", "title"),
    ((*DEPARTMENT, "head"), "负责人", "head"),
    ((*DEPARTMENT, "head"), "manager", "head"),
    (("milestones",), "里程碑", "milestones"),
    (("people",), "team", "people"),
    (("project", "manager"), "项目经理", "manager"),
]


def renamed(lang: Lang, path: Path, word: str) -> Source:
    """Return the sound file with the key at `path` called `word`."""
    text = sound(lang)
    start, length = Source.from_text(text).at(path, "key")
    return Source.from_text(text[:start] + word + text[start + length :])


@pytest.mark.parametrize(("path", "word", "key"), NAMED)
def test_a_key_called_by_another_word_is_one_finding_that_proposes_the_right_key(
    path: Path, word: str, key: str
) -> None:
    findings = found_in(renamed(Lang.ZH, path, word), today=TODAY)
    assert names(findings) == ["unknown-field"]
    assert findings[0].problem.label is not None
    assert findings[0].problem.label.zh == f"是不是「{key}」？"
    assert findings[0].help.zh.startswith(f"改名为「{key}」")


def fields(lang: Lang) -> Iterator[tuple[str, Path]]:
    """Yield each field of the sound file once for its model."""
    seen = set()
    waiting: list[tuple[Path, object]] = [((), Source.from_text(sound(lang)).data)]
    while waiting:
        path, value = waiting.pop()
        model = shape_at(FilePath(*path))
        for key, inner in (
            value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        ):
            waiting.append(((*path, key), inner))
            if model is not None and model.model is not None and (model.model, key) not in seen:
                seen.add((model.model, key))
                yield model.model.__name__, (*path, key)


def other_words(model: str, path: Path, lang: Lang) -> list[str]:
    """Return two synonyms and the form's name of a field, and a word that means nothing."""
    parent = shape_at(FilePath(*path[:-1]))
    assert parent is not None and parent.model is not None
    known = fields_of(parent.model)
    synonyms = SYNONYMS.get(f"{model}.{path[-1]}") or SYNONYMS.get(str(path[-1]))
    words = [known[str(path[-1])].label] if known[str(path[-1])].label else []
    found = [word.to(lang) for word in words if word]
    if synonyms:
        found += synonyms.to(lang).split("、" if lang is Lang.ZH else ", ")[:2]
    return [word for word in found if word not in known] + ["某某字段" if lang is Lang.ZH else "zzqq"]


@pytest.mark.parametrize("lang", Lang)
def test_whatever_a_key_is_called_that_is_one_finding(lang: Lang) -> None:
    total = right = 0
    for model, path in fields(lang):
        for word in other_words(model, path, lang):
            findings = found_in(renamed(lang, path, word.replace(" ", "_")), today=TODAY)
            meaningless = path == ("collabkit",) or word in ("某某字段", "zzqq")
            assert names(findings)[:1] == ["unknown-field"] or meaningless, (path, word)
            assert len(findings) == 1 or path == ("collabkit",), (path, word, names(findings))
            label = findings[0].problem.label
            total += not meaningless
            right += not meaningless and label is not None and f"'{path[-1]}'" in label.en
    assert total > 250
    assert right >= 0.97 * total, f"{right} of {total}"


def test_a_word_for_a_field_that_is_there_asks_to_merge_the_two() -> None:
    text = sound(Lang.EN).replace(
        "    owner: Anna Berg\n    start", "    owner: Anna Berg\n    assignee: Wei\n    start"
    )
    (finding,) = found_in(Source.from_text(text), today=TODAY)
    assert finding.help.en == "merge it into 'owner' and delete this key"


def test_a_word_for_two_fields_proposes_the_one_that_is_missing_and_fits() -> None:
    text = sound(Lang.ZH).replace("    owner: 韩梅\n    start", "    执行人: 韩梅\n    start")
    (finding,) = found_in(Source.from_text(text), today=TODAY)
    assert finding.help.zh == "改名为「owner」；也可能是「team」"
    listed = sound(Lang.ZH).replace("    owner: 韩梅\n    start", "    owner: 韩梅\n    执行人: [周涛]\n    start")
    (finding,) = found_in(Source.from_text(listed), today=TODAY)
    assert finding.help.zh == "改名为「team」"


def test_a_meaningless_key_hides_only_what_its_value_may_be() -> None:
    text = sound(Lang.EN).replace("    owner: Anna Berg\n    start: 2026-03-02\n", "    zzqq: Anna Berg\n")
    assert sorted(names(found_in(Source.from_text(text), today=TODAY))) == ["task-dates-missing", "unknown-field"]
