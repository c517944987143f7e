"""Texts that stand where content is still to come: `待定`, `TBD`, `xxx`, `[to be completed]`.

Every text of a file is looked at, so this does without large patterns, which take longer to compile than to use.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LONGEST = 40
"""No placeholder that is a whole value is longer."""

_WAITING = frozenset((
    "定", "补", "补充", "填", "填写", "完善", "确认", "明确", "确定", "指定", "安排", "讨论", "议", "商", "商定",
    "更新", "录入", "提供", "核实", "落实", "分配", "任命", "招", "招聘", "入职", "评估", "编写", "公布", "通知",
    "协商", "决", "决定",
))  # fmt: skip
_TO_BE = frozenset((
    "determined", "defined", "decided", "confirmed", "completed", "announced", "advised", "agreed", "added",
    "provided", "specified", "assigned", "supplied", "finalised", "finalized", "clarified", "filled", "filled in",
    "filled out", "fill in", "fill",
))  # fmt: skip
_WHAT = ("内容", "信息", "人员", "人选", "姓名", "名字", "名称", "日期", "时间", "部门", "说明")
_SURE = frozenset((
    "tbd", "tbc", "tba", "t.b.d", "t.b.c", "t.b.a", "待定", "待补充", "待填", "待填写", "待完善", "待确认", "xxx",
    "to be determined", "to be confirmed", "to be completed", "to be defined", "to be decided", "to be filled in",
))  # fmt: skip
_SURE_SIGNS = ("待", "tb", "t.b", "to be", "xxx")
"""Each of these words holds one of these."""
_WORDS = _SURE | frozenset((
    "tbf", "tbs", "todo", "to do", "to-do", "fixme", "fix me", "fill in", "fill me in", "undecided", "undefined",
    "not decided", "not yet decided", "not yet known", "not yet defined", "not yet assigned", "placeholder",
    "sample text", "dummy text", "text here", "your text here", "example company", "sample company", "your company",
    "company name", "your name", "insert name", "insert name here", "yyyy-mm-dd", "yyyy/mm/dd", "20xx", "20xx-xx",
    "20xx-xx-xx", "未定", "尚未定", "未确定", "尚未确定", "暂未确定", "未明确", "尚未明确", "未指定", "未安排",
    "暂定", "暂缺", "空缺", "另定", "另议", "另行通知", "另行确定", "另行安排", "稍后补充", "稍后填写", "稍后提供",
    "后续补充", "后续确定", "后补", "占位", "占位符", "某人", "某部门", "某公司", "某领导", "某经理", "示例",
    "样例", "姓名", "公司名称", "部门名称", "年-月-日", "年月日",
    *(f"{verb}{what}" for verb in ("请填写", "请补充", "请输入", "请在此填写", "此处填写") for what in ("", *_WHAT)),
    *(f"{kind}{what}" for kind in ("示例", "样例") for what in (
        "公司", "企业", "部门", "项目", "文字", "文本", "内容", "数据", "姓名", "名称", "任务", "目标")),
    *(f"{whose}{what}" for whose in ("你的", "您的", "贵") for what in ("公司", "部门", "名字", "姓名")),
))  # fmt: skip
_NOBODY = frozenset((
    "n/a", "na", "n.a", "none", "nobody", "no one", "nil", "vacant", "unassigned", "unknown", "somebody", "someone",
    "无", "暂无", "没有", "无人", "不适用", "不详", "未知", "/", "\\", "-", "--", "—", "——", "~",
))  # fmt: skip
_SIGNS = "x×?.…_#某"
_EXCEL = r"#(?:(?:REF|VALUE|NUM|NULL|DIV/0)!|N/A|NAME\?)"
"""What a spreadsheet shows where a formula has no result."""
_MARKS = " \t[]()<>{}【】〈〉《》〔〕「」『』“”‘’\"'*。.!:,;"
_BRACKETS = r"[\[【（(〈「『{]([^\[\]【】（）()〈〉「」『』{}]{1,40})[\]】）)〉」』}]"
_DOTS = " .…"
_BRACKET = frozenset("[【（(〈「『{")
_SLOT = "{[【<"
_STOP = frozenset(":：;；,，。=")
_CROSSES = (
    r"(?<![a-z0-9])x{3,}(?![a-z0-9])|(?<![a-z0-9])[x×]{2,}(?=\s?[\u4e00-\u9fff])"
    r"|(?<=[\u4e00-\u9fff])\s?[x×]{2,}(?![a-z0-9])|(?<![a-z0-9])20(?:xx|\dx)(?![a-z0-9])"
    r"|(?<![a-z0-9])[x×]{2,}(?=\s?(?:%|(?:million|thousand|days?|weeks?|months?|hours?|units?|people|k|m|eur|usd)\b))"
)


@lru_cache(maxsize=8192)
def is_placeholder(text: str) -> bool:
    """Return whether the whole of a text is a placeholder: `待定` and `[TBD]`, but not `审批流程待定事项梳理`."""
    word = _plain(text)
    if len(word) > LONGEST:
        return word.startswith("lorem ipsum")
    bare = word.strip(_MARKS)
    if word in _WORDS or bare in _WORDS or bare.startswith("lorem ipsum"):
        return True
    if word[:1] in _SIGNS and (_is_sign(word) or re.fullmatch(_EXCEL, word.upper())):
        return True
    return ("待" in bare and _is_waiting(bare)) or _is_to_be(bare) or (word[:1] in _SLOT and _is_slot(word))


def is_nobody(text: str) -> bool:
    """Return whether a text names no one where a name is asked for: a placeholder, `N/A`, `无`."""
    word = text.strip().casefold()
    return word in _NOBODY or word.strip(_MARKS) in _NOBODY or is_placeholder(text)


@lru_cache(maxsize=8192)
def is_tentative(text: str) -> bool:
    """Return whether a name is not settled: `张三?`, `*经理`, `张*`, `某经理`, `测试工程师（待招）`, `New hire TBC`."""
    word = _plain(text)
    if word.endswith(("?", "*")) or word.startswith(("*", "某")) or (word[:1] == "x" and _is_chinese(word[1:2])):
        return True
    waits = "待" in word and any(
        {word[at + 1 : at + 3], word[at + 1 : at + 2]} & _WAITING for at in _places(word, "待")
    )
    open_ = "tb" in word and not {"tbd", "tbc", "tba"}.isdisjoint(re.split(r"[^a-z]+", word))
    return waits or open_ or part_of(text) is not None


@lru_cache(maxsize=8192)
def part_of(text: str) -> str | None:
    """Return the unmistakable placeholder inside a text that says more than that; None when there is none."""
    word = _plain(text)
    if "#" in text and (found := re.search(_EXCEL, text)):
        return found[0]
    for sign in ("某某", "???", "___", "lorem ipsum"):
        if sign in word:
            return sign
    if ("xx" in word or "××" in word or ("x" in word and "20" in word)) and (found := re.search(_CROSSES, word)):
        return text[found.start() : found.end()].strip() if len(text) == len(word) else found[0].strip()
    if "{{" in word and "}}" in word:
        return word[word.index("{{") : word.index("}}") + 2]
    if not _BRACKET.isdisjoint(text):
        # Dots in a bracket leave something out of a quotation: they ask for nothing.
        inside = (
            found[0] for found in re.finditer(_BRACKETS, text) if found[1].strip(_DOTS) and is_placeholder(found[1])
        )
        if part := next(inside, None):
            return part
    return _said(text) if any(sign in word for sign in _SURE_SIGNS) and not _STOP.isdisjoint(text) else None


def _said(text: str) -> str | None:
    """Return a placeholder that stands for itself between colons and stops, as in `地点：待定`."""
    pieces = (piece.strip(_MARKS) for piece in re.split(r"[:：;；,，。=]", text))
    return next((piece for piece in pieces if _plain(piece) in _SURE), None)


@lru_cache(maxsize=8192)
def _plain(text: str) -> str:
    return " ".join((text if text.isascii() else unicodedata.normalize("NFKC", text)).casefold().split())


def _is_waiting(word: str) -> bool:
    at = word.find("待")
    if at < 0 or word[:at] not in ("", "有", "尚", "仍", "均", "暂"):
        return False
    rest = word[at + 1 :].removesuffix("中")
    for what in _WHAT:
        rest = rest.removesuffix(what).removesuffix("的") if rest.endswith(what) else rest
    return rest in _WAITING


def _is_to_be(word: str) -> bool:
    return word.startswith("to ") and word.removeprefix("to ").removeprefix("be ") in _TO_BE


def _is_sign(word: str) -> bool:
    """Return whether a text is one sign again and again: `xxx`, `???`, `……`."""
    return bool(word) and not word.strip(word[0]) and (len(word) > 1 or word in "?…")


def _is_slot(word: str) -> bool:
    """Return whether a text is a slot of a template: `<name>`, `[Project name]`, `{{ owner }}`; an address is none."""
    if word[:2] == "{{" and word[-2:] == "}}":
        return True
    if word[:1] + word[-1:] in ("[]", "【】") and (_BRACKET | _STOP).isdisjoint(word[1:]):
        return any(map(str.isalpha, word)) and not any(map(str.isdigit, word))
    return len(word) > 2 and word[0] == "<" and word[-1] == ">" and not set("@/") & set(word)


def _is_chinese(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _places(word: str, char: str) -> list[int]:
    return [at for at, each in enumerate(word) if each == char]
