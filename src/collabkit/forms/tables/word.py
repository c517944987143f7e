"""A fixed word, a plain text and an id as people type them into a cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum

from collabkit.forms.tables.answer import Answer
from collabkit.labels import LABELS
from collabkit.lang import Text, listing
from collabkit.model.words import TaskStatus
from collabkit.nearest import fold, nearest
from collabkit.problem import Problem

_LONGEST_ID = 64

_CALLED: dict[type[StrEnum], dict[str, str]] = {
    TaskStatus: {
        "todo": "待办、未启动、没开始、还没开始、尚未开始、open、not yet、to do、planned",
        "doing": "进行、执行中、在做、处理中、正在进行、开展中、ongoing、started、wip、doing、underway、active",
        "done": "完成、完成了、已完、做完、做完了、结束、已结束、✔、✓、√、☑、finished、complete、completed、closed",
        "cancelled": "取消、作废、不做了、终止、canceled、dropped、stopped",
    }
}
"""What people say for a word beside what forms print."""
_LATE = "已延期、延期、逾期、已逾期、延误、overdue、late、delayed"


def text(answer: Answer) -> str | Problem | None:
    """Return the text of the cell as it stands; None for an empty one."""
    if answer.shows_error:
        return failed(answer)
    return answer.text or None


def failed(answer: Answer) -> Problem:
    """Return the problem of a formula that gave no result."""
    return answer.wrong(
        "是公式的出错结果", "is the error of a formula", Text("改成要填的内容本身", "write the content itself instead")
    )


def choice(words: type[StrEnum], *, optional: bool) -> Callable[[Answer], StrEnum | Problem | None]:
    """Return the reader of one of `words`, in either language, as forms print it or as people say it."""

    def parse(answer: Answer) -> StrEnum | Problem | None:
        if answer.is_blank and optional:
            return None
        typed = fold(answer.plain.rstrip("。.!"))
        found = [word for word in words if typed in set(_spellings(word))]
        return found[0] if len(found) == 1 else _no_word(answer, words)

    return parse


def _spellings(word: StrEnum) -> Iterator[str]:
    label = LABELS[type(word)][word.value]
    for said in (word.value, label.zh, label.en, *label.zh.split(" "), *label.en.split(" ", 1)[:1]):
        yield fold(said)
    for said in _CALLED.get(type(word), {}).get(word.value, "").split("、"):
        yield fold(said)


def _no_word(answer: Answer, words: type[StrEnum]) -> Problem:
    labels = [LABELS[words][word.value] for word in words]
    known = Text(
        "可选：" + listing(each.zh for each in labels).zh, "choose from: " + listing(each.en for each in labels).en
    )
    if not answer.text:
        return answer.wrong("不能为空", "cannot be empty", known)
    if words is TaskStatus and fold(answer.plain) in map(fold, _LATE.split("、")):
        return answer.wrong("由日期算出，不用填", "follows from the dates and is not entered", known)
    near = nearest(answer.plain, [each.to(answer.directory.lang) for each in labels])
    guess = Text(f"是不是「{near}」？", f"did you mean '{near}'? ") if near else Text("", "")
    return answer.wrong("不在可选的词中", "is none of the words to choose from", guess + known)


def id_(answer: Answer) -> str | Problem | None:
    """Return the id that the cell writes: that of a task where one is meant, else a new one."""
    typed = answer.plain.replace("\n", " ")
    if not typed:
        return None
    tasks = answer.directory.names("tasks")
    meant = tasks.meant(answer.text) or tasks.meant(typed) or [key for key in tasks.ids if _same_number(key, typed)]
    if len(meant) > 1:
        which = listing(sorted(meant))
        return answer.wrong(f"可能是 {which.zh}", f"may be any of {which.en}")
    if not meant and len(typed) > _LONGEST_ID:
        return answer.wrong(f"超过 {_LONGEST_ID} 个字", f"is longer than {_LONGEST_ID} characters")
    return meant[0] if meant else typed


def _same_number(key: str, typed: str) -> bool:
    """Return whether a sheet has made a number of the id `key`: 1 of `001`."""
    return typed.isdecimal() and key.isdecimal() and int(key) == int(typed)
