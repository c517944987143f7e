"""Why a task is late, as far as somebody has said so."""

from __future__ import annotations

import re

from collabkit.model.task import Task
from collabkit.plan.plan import is_something

_PART = r"[，,。；;、]|\.\s|\.$"
_PROGRESS = (
    r"(?:目前|当前|现|截至[^，,]{0,12})?(?:已|大约|约|总体)?(?:完成|做完|进度|进展|达到|推进|推进到|推进至|过半)*\s*(?:约|为)?\s*"
    r"(?:\d{1,3}(?:\.\d+)?\s*[%％]|[一二三四五六七八九]成|一半|过半|大半)"
    r"|(?:总体|正在|继续|持续)?(?:按(?:原)?计划|正常|有序|顺利|稳步)?(?:推进|进行|开展|实施|办理)?中?|(?:进展|进度|一切)(?:顺利|正常|良好)"
    r"|(?:about |around |now |currently )?\d{1,3}(?:\.\d+)?\s*(?:%|per ?cent)"
    r"(?: (?:done|complete|completed|finished|ready))?"
    r"|(?:all |still |work )?(?:is )?(?:on track|in progress|as planned|under ?way|ongoing|going well|on schedule"
    r"|half done|nearly done|almost done)"
)


def cause(task: Task) -> str | None:
    """Return why a task is late; None where nobody says, or says only how far the work has come.

    A note is a remark, and no reason; `完成 60%，按计划推进` and `80% done, on track` are none either.
    """
    reason = task.delay_reason
    if reason is None or not is_something(reason):
        return None
    parts = [part.strip() for part in re.split(_PART, reason) if part.strip()]
    told = all(re.fullmatch(_PROGRESS, part, re.IGNORECASE) for part in parts)
    return None if told else reason
