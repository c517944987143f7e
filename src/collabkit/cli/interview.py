"""The questions that `init` asks at a terminal: one by one, back with `<`, a summary before anything is written."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from collabkit import scaffold
from collabkit.arguments import language
from collabkit.cli.context import Context
from collabkit.errors import UsageError
from collabkit.lang import Text
from collabkit.nearest import nearest
from collabkit.phrases import working_days
from collabkit.scaffold import Answers, Department
from collabkit.terminal.display_width import pad, width

BACK = ("<", "＜")
DROP = "-"
_LANGUAGE = Text("语言 Language（zh-CN、en）", "Language 语言 (zh-CN, en)")
_HELLO = Text(
    "回车用方括号里的值，< 回到上一题，Ctrl-C 放弃。",
    "Enter takes what stands in brackets, < goes back, Ctrl-C leaves.",
)
_FIRST = Text("这是第一题", "this is the first question")


class Abandoned(Exception):  # noqa: N818 - nothing is wrong
    """Somebody decided to write nothing."""


@dataclass(frozen=True, slots=True)
class _Question:
    """One thing to ask: `part` is its line in the summary, `take` says what an answer makes of all answers."""

    key: str
    part: str
    text: Text
    default: str
    take: Callable[[str], Answers]


class Interview:
    """Asks for what is not given yet."""

    def __init__(self, run: Context, answers: Answers, given: frozenset[str], today: date) -> None:
        self._run = run
        self._answers = answers
        self._given = given
        self._today = today

    def answers(self) -> Answers:
        """Return the answers once they are confirmed, without asking when everything is given.

        The language answered is that of everything that follows. Raises UsageError when the input ends, Abandoned when
        nothing is to be written.
        """
        if all(question.part in self._given for question in self._questions()):
            return self._answers
        self._run.note(_HELLO)
        behind = self._walk(lambda question: question.part not in self._given, [])
        while (part := self._confirmed(behind)) is not None:
            self._walk(lambda question, part=part: question.part == part)  # type: ignore[misc]  # bound at once
        return self._answers

    # Asking

    def _walk(self, wanted: Callable[[_Question], bool], before: list[str] | None = None) -> list[str]:
        """Ask the questions that are `wanted`, from the last one of those `before` on; return the keys of all asked.

        Without `before` going back from the first one leaves it.
        """
        behind = before or []
        here = self._last(behind) or self._after(None, wanted)
        while here is not None:
            questions = {question.key: question for question in self._questions()}
            if self._ask(questions[here]):
                if not self._dropped(here, len(questions)):
                    behind.append(here)
                    here = self._after(here, wanted)
            elif (last := self._last(behind)) is not None:
                here = last
            elif before is None:
                return behind
            else:
                self._run.note(_FIRST)
        return behind

    def _dropped(self, key: str, before: int) -> bool:
        """Return whether the department that was asked for is gone, so that the next one has taken its place."""
        return key.startswith("department") and len(list(self._questions())) < before

    def _after(self, key: str | None, wanted: Callable[[_Question], bool]) -> str | None:
        """Return the next question that is wanted; the answer before may have brought new ones."""
        questions = list(self._questions())
        start = 0 if key is None else [question.key for question in questions].index(key) + 1
        return next((question.key for question in questions[start:] if wanted(question)), None)

    def _last(self, behind: list[str]) -> str | None:
        """Take the last question from `behind` that there still is."""
        known = {question.key for question in self._questions()}
        while behind:
            if (key := behind.pop()) in known:
                return key
        return None

    def _ask(self, question: _Question) -> bool:
        """Take an answer to `question`; return False when somebody wants to go back."""
        if question.part == "scenario":
            for number, known in enumerate(scaffold.SCENARIOS, 1):
                self._run.note(f"  {number}  {known:<20}  {scaffold.title(known).to(self._run.lang)}")
        while True:
            typed = self._typed(question.text, question.default)
            if typed in BACK:
                return False
            if not typed:
                return True
            try:
                answers = question.take(typed)
                scaffold.refuse(answers, self._run.lang, self._today)
            except UsageError as error:
                self._run.complain(error)
                continue
            self._answers = answers
            return True

    def _typed(self, text: Text, default: str) -> str:
        shown = f" [{default}]" if default else ""
        self._run.err.write(f"{text.to(self._run.lang)}{shown}{Text('：', ': ').to(self._run.lang)}")
        self._run.err.flush()
        line = sys.stdin.readline()
        if not line:
            self._run.note()
            raise UsageError(
                Text("输入已结束，没有写入任何内容", "the input ended, nothing was written"),
                Text("用选项给出答案，或加 --no-input", "give the answers as options, or add --no-input"),
            )
        return line.strip()

    # The questions

    def _questions(self) -> Iterator[_Question]:
        """Yield the questions in their order; how many departments there are is for the answers to say."""
        answers, sample = self._answers, scaffold.sample(self._answers.scenario, self._run.lang)
        yield _Question("language", "language", _LANGUAGE, self._run.lang.value, self._speak)
        yield _Question(
            "scenario",
            "scenario",
            Text("场景（编号或名称）", "Scenario (number or name)"),
            answers.scenario,
            self._set_scenario,
        )
        yield self._plain("name", sample.name, scaffold.read_line)
        yield self._plain("code", "", scaffold.read_line)
        yield from self._departments(sample)
        yield self._plain("sponsor", sample.sponsor, scaffold.read_person)
        yield self._plain("manager", sample.manager, scaffold.read_person)
        first, last, _ = scaffold.period(answers, self._today)
        yield self._plain("start", first.isoformat(), scaffold.read_day)
        yield self._plain("end", last.isoformat(), scaffold.read_day)

    def _plain(self, field: str, default: str, read: Callable[[str, Text], Any]) -> _Question:
        """Return the question about one field of the answers."""
        name = PARTS[field]
        known = getattr(self._answers, field)

        def take(typed: str) -> Answers:
            return replace(self._answers, **{field: read(typed, name)})

        text = Text(f"{name.zh}（可不填）", f"{name.en} (may be left out)") if field == "code" and not known else name
        return _Question(field, field, text, str(known or default) if field not in ("start", "end") else default, take)

    def _departments(self, sample: scaffold.Sample) -> Iterator[_Question]:
        for at, (name, head) in enumerate(self.departments()):
            own = at < len(sample.departments)
            text = Text(f"部门 {at + 1}", f"Department {at + 1}")
            if not own:
                text += Text(f"（{DROP} 去掉）", f" ({DROP} to drop it)")
            yield _Question(
                f"department{at}.name", "departments", text, name, self._set_department(at, droppable=not own)
            )
            text = Text(f"  {name}的负责人", f"  Head of {name}")
            yield _Question(f"department{at}.head", "departments", text, head, self._set_head(at))
        at = len(self.departments())
        text = Text(f"部门 {at + 1}（没有了就回车）", f"Department {at + 1} (Enter when there are no more)")
        yield _Question(f"department{at}.name", "departments", text, "", self._set_department(at, droppable=False))

    def departments(self) -> list[tuple[str, str]]:
        """Return the departments with their heads, those of the scenario first, as far as nobody has named others."""
        sample, said = scaffold.sample(self._answers.scenario, self._run.lang), self._answers.departments
        found = []
        for at in range(max(len(sample.departments), len(said))):
            each = said[at] if at < len(said) else Department()
            name, head = sample.departments[at] if at < len(sample.departments) else ("", "")
            if each.name:
                name, head = each.name, scaffold.head_of(each.name).to(self._run.lang)
            found.append((name, each.head or head))
        return found

    # What an answer makes of the answers

    def _speak(self, typed: str) -> Answers:
        self._run.asked = language(typed, "language")
        return self._answers

    def _set_scenario(self, typed: str) -> Answers:
        """Return the answers with another scenario; what was said about the departments of the old one is gone."""
        known = _scenario(typed)
        return (
            self._answers if known == self._answers.scenario else replace(self._answers, scenario=known, departments=())
        )

    def _set_department(self, at: int, *, droppable: bool) -> Callable[[str], Answers]:
        def take(typed: str) -> Answers:
            if droppable and typed == DROP:
                rest = self._answers.departments
                return replace(self._answers, departments=rest[:at] + rest[at + 1 :])
            return self._with_department(at, name=scaffold.read_department(typed, Text("部门", "the department")))

        return take

    def _set_head(self, at: int) -> Callable[[str], Answers]:
        def take(typed: str) -> Answers:
            return self._with_department(at, head=scaffold.read_person(typed, Text("负责人", "the head")))

        return take

    def _with_department(self, at: int, **said: str) -> Answers:
        known = list(self._answers.departments)
        known += [Department()] * (at + 1 - len(known))
        known[at] = replace(known[at], **said)
        return replace(self._answers, departments=tuple(known))

    # The summary

    def _confirmed(self, behind: list[str]) -> str | None:
        """Show the summary; return the part that is to be asked again, None when it is confirmed."""
        parts = list(PARTS)
        while True:
            self._show()
            typed = self._typed(
                Text(
                    "写入？回车写入，编号修改，< 返回，q 放弃",
                    "Write it? Enter writes, a number changes, < goes back, q leaves",
                ),
                "",
            ).casefold()
            if typed in ("", "y", "yes", "是"):
                return None
            if typed in ("q", "n", "no", "否"):
                raise Abandoned
            if typed in BACK and behind:
                behind[:] = self._walk(lambda question: question.part not in self._given, behind)
            elif typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(parts):
                return parts[int(typed) - 1]
            else:
                self._run.note(Text(f"编号从 1 到 {len(parts)}", f"the numbers go from 1 to {len(parts)}"))

    def _show(self) -> None:
        lang = self._run.lang
        names = {part: name.to(lang) for part, name in PARTS.items()}
        column = max(map(width, names.values()))
        self._run.note()
        for number, (part, text) in enumerate(self._said().items(), 1):
            first, *rest = text
            self._run.note(f"  {number}  {pad(names[part], column)}  {first}")
            for line in rest:
                self._run.note(" " * (column + 7) + line)

    def _said(self) -> dict[str, list[str]]:
        """Return the lines of the summary by part."""
        answers, lang = self._answers, self._run.lang
        sample = scaffold.sample(answers.scenario, lang)
        first, last, days = scaffold.period(answers, self._today)
        head = Text("负责人：", "head: ").to(lang)
        column = max(width(name) for name, _ in self.departments())
        return {
            "language": [lang.value],
            "scenario": [f"{answers.scenario}  {scaffold.title(answers.scenario).to(lang)}"],
            "name": [answers.name or sample.name],
            "code": [answers.code or "—"],
            "departments": [f"{pad(name, column)}  {head}{person}" for name, person in self.departments()],
            "sponsor": [answers.sponsor or sample.sponsor],
            "manager": [answers.manager or sample.manager],
            "start": [first.isoformat()],
            "end": [f"{last}  {working_days(days).to(lang)}"],
        }


PARTS = {
    "language": Text("语言", "Language"),
    "scenario": Text("场景", "Scenario"),
    "name": Text("项目名称", "Project name"),
    "code": Text("项目编号", "Project code"),
    "departments": Text("部门", "Departments"),
    "sponsor": Text("项目发起人", "Sponsor"),
    "manager": Text("项目经理", "Project manager"),
    "start": Text("开始日期", "Start"),
    "end": Text("结束日期", "End"),
}
"""What is asked for, in the order of the questions."""


def _scenario(typed: str) -> str:
    known = scaffold.SCENARIOS
    if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(known):
        return known[int(typed) - 1]
    if typed in known:
        return typed
    near = nearest(typed, known)
    numbers = Text(f"写 1 到 {len(known)} 的编号，或场景名称", f"type a number from 1 to {len(known)}, or a name")
    raise UsageError(
        Text(f"没有场景「{typed}」", f"there is no scenario '{typed}'"),
        Text(f"是不是 {near}？", f"did you mean {near}?") if near else numbers,
    )
