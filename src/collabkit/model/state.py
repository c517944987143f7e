"""A target that is a state and no number: `四级`, `取得证书`, `预算内`, `ISO 27001 certified`."""

from __future__ import annotations

import re
import unicodedata

_LEVELS = frozenset(("级", "等", "等级", "类", "档", "段", "星", "星级", "star", "stars"))
_DIGITS = {char: number for number, char in enumerate("一二三四五六七八九十", 1)}
_LEVEL = (
    r"(?P<number>[一二三四五六七八九十]|\d{1,2})\s*(?:级|等(?!于)|星级|类(?!型)|档|段)",
    r"(?:等保|CMMI|TRL|第)\s*(?P<number>[一二三四五六七八九十]|\d{1,2})(?![\d.])",
    r"\b(?:level|tier|grade|class|category|stage|TRL|CMMI)[\s-]{0,2}(?P<number>\d{1,2})(?![\d.])",
)

# What is reached or not, and can be seen by looking: done, in force, granted, within a limit.
_REACHED_ZH = (
    "已|完成|通过|取得|获得|获批|批复|批准|核准|签署|签订|签字|签约|上线|投产|投用|投入使用|交付|发布|移交|归档|备案|认证"
    "|认定|证书|资质|许可|合格|达标|符合|合规|预算内|范围内|期限内|之内|全部|全员|全覆盖|优秀|优良|良好|中标|入围"
    "|获奖|开业|开通|启用|切换|闭环|关闭|清零|落地|到位|建成|竣工|就绪|生效|验收|零|不发生|不出现|没有|[A-D]{1,3}[+-]?\\s*级"
    "|^无(?!法)"
)
_REACHED_EN = (
    r"\b(?:certified|certificat(?:e|ion)|accredited|approved|accepted|signed(?: off)?|pass(?:ed)?|granted|awarded"
    r"|in place|live|completed?|done|delivered|published|released|closed|within|(?:in|on|under) budget|open(?:ed)?"
    r"|operational|ready|compliant|licen[cs]ed|registered|obtained|achieved|none|no|zero|all|available"
    r"|in (?:use|force|operation)|rolled out|deployed|installed|handed over|on file|rated|go[- ]live|yes)\b"
)
_VAGUE_ZH = (
    "明显|显著|大幅|大力|尽量|尽可能|尽快|尽早|及时|更(?![新换改正名迭])|越[多高低快少小]越好|进一步|持续|逐步|不断|优化|改善"
    "|改进|提升|提高|增强|加强|降低|减少|缩短|增加|增长|扩大|上升|下降|领先|一流|满意|较[好高低快大小多少强]|足够|充分|合理"
    "|适当|若干|一定程度|基本|大体|(?<!不)[高低优好多少]于"
)
_VAGUE_EN = (
    r"\b(?:better|best|more|fewer|less|higher|lower|faster|slower|greater|improv\w*|increas\w*|reduc\w*|decreas\w*"
    r"|rais\w*|grow\w*|significant\w*|substantial\w*|clear(?:ly)?|marked(?:ly)?|notabl\w*|good|satisf\w*|happy"
    r"|as \w+ as possible|asap|timely|optimi\w*|maximi\w*|minimi\w*|enough|adequate\w*|sufficient\w*|appropriate\w*"
    r"|stronger|leading)\b"
)
_NOT_YET = (
    r"(?:未|没有?|不)(?!超)|(?<![未没有不])超(?!过|额)|尚|无法|失败|待"
    r"|\b(?:not|no|never|un(?:approved|signed|certified|finished|met|done)|fail\w*|reject\w*|pending|without|missed"
    r"|over(?: the)? budget|exceed\w*)\b"
)


def is_vague(text: str) -> bool:
    """Return whether a text only says which way things should go: `明显减少`, `better`."""
    return bool(re.search(f"{_VAGUE_ZH}|{_VAGUE_EN}", text, re.IGNORECASE))


def is_state(text: str | None) -> bool:
    """Return whether a text names something that is reached or not, by looking: a level, a certificate, an approval."""
    if not text or is_vague(text):
        return False
    return level(text) is not None or bool(re.search(f"{_REACHED_ZH}|{_REACHED_EN}", text, re.IGNORECASE))


def is_level(unit: str) -> bool:
    """Return whether numbers with this unit are steps of a ladder, of which nobody knows which end is better."""
    return unit.casefold() in _LEVELS


def level(text: str | None) -> int | None:
    """Return the step of a ladder that a text names: 4 for `四级`, `CMMI 4`, `level 4`; None when it names none."""
    for pattern in _LEVEL:
        match = re.search(pattern, text or "", re.IGNORECASE)
        if match:
            number = match["number"]
            return _DIGITS.get(number) or int(number)
    return None


def reached(target: str, actual: str, baseline: str | None = None) -> bool | None:
    """Return whether `actual` says that the state `target` is reached; None when nobody can tell.

    On a ladder whose direction the baseline shows, a step beyond the target reaches it too.
    """
    wanted, found, first = level(target), level(actual), level(baseline)
    if wanted is not None and found is not None:
        return found == wanted or (first is not None and (found - wanted) * (wanted - first) > 0)
    # 不超预算 says no more than 预算内 does; only a negation that the target has not itself counts.
    if re.search(_NOT_YET, actual, re.IGNORECASE) and not re.search(_NOT_YET, target, re.IGNORECASE):
        return False
    one, other = _plain(target), _plain(actual)
    return True if one and one in other else None


def _plain(text: str) -> str:
    return re.sub(r"^[已均]|[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())
