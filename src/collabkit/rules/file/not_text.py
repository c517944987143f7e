"""A file that is no UTF-8 text."""

from __future__ import annotations

from collabkit.finding import Rule, Severity
from collabkit.lang import Text
from collabkit.model import Stage

RULE = Rule(
    code="CK002",
    name="not-text",
    severity=Severity.ERROR,
    stage=Stage.INITIATING,
    title=Text("文件不是 UTF-8 文本", "The file is not UTF-8 text"),
    why=Text(
        "误把网页、表格、图片或别的编码的文件当作项目文件，里面的内容无法识别。",
        "A web page, a workbook, an image or another encoding holds nothing that could be read as a project.",
    ),
    help=Text("给出 project.yaml，并以 UTF-8 编码保存", "give the project.yaml, saved as UTF-8"),
    bad=Text(
        """\
<!DOCTYPE html>
<title>请登录</title>
""",
        """\
<!DOCTYPE html>
<title>Sign in</title>
""",
    ),
    good=Text(
        """\
agreements: [网页另存为文本]
""",
        """\
agreements: [The page is saved as text]
""",
    ),
    check=None,
)
