"""How large and how nested a project file may be, and what is said beyond that."""

from __future__ import annotations

from collabkit.lang import Text
from collabkit.problem import TOP, At, Fault, FilePath, FileProblem

MAX_BYTES = 10 * 1024 * 1024
MAX_DEPTH = 64
MAX_VALUES = 1_000_000
"""Values of the whole file, an alias counted as all that it stands for: 10,000 tasks of 30 fields use a third."""
MAX_FAULTS = 1000
"""Mistakes that are told one by one, in the text and again in the values; nobody mends more in one go."""
MAX_MISFITS = 50_000
"""Values that do not fit, beyond which a file is not taken for a project file at all."""


def too_large(size: int) -> Fault:
    """Return the fault of a file of `size` bytes or more."""
    size_mib = f"{size / 1024 / 1024:.1f}"
    message = Text(
        f"文件有 {size_mib} MiB，上限是 {MAX_BYTES // 1024 // 1024} MiB",
        f"the file has {size_mib} MiB; the limit is {MAX_BYTES // 1024 // 1024} MiB",
    )
    help_ = Text("一个文件只放一个项目，历史数据另存", "keep one project per file and store history elsewhere")
    return Fault("file-limit", FileProblem(TOP, message, help=help_, at=(0, 0)))


def too_deep(path: FilePath, at: At) -> Fault:
    """Return the fault of a value nested deeper than allowed."""
    message = Text(f"嵌套超过 {MAX_DEPTH} 层", f"values are nested more than {MAX_DEPTH} levels deep")
    help_ = Text("减少嵌套层数；项目文件用不到这么深", "nest less; no field of a project file lies that deep")
    return Fault("file-limit", FileProblem(path, message, help=help_, at=at))


def too_many(path: FilePath, at: At, *, by_alias: bool) -> Fault:
    """Return the fault of a file with too many values, plain or through aliases."""
    if by_alias:
        message = Text(f"别名展开后超过 {MAX_VALUES:,} 个值", f"aliases expand to more than {MAX_VALUES:,} values")
        help_ = Text("不用别名，直接写出各值", "write the values out instead of using aliases")
    else:
        message = Text(f"文件超过 {MAX_VALUES:,} 个值", f"the file holds more than {MAX_VALUES:,} values")
        help_ = Text("把文件拆成几个项目", "split the file into several projects")
    return Fault("file-limit", FileProblem(path, message, help=help_, at=at))


def second_document(at: At) -> Fault:
    """Return the fault of a `---` that starts another document."""
    message = Text("文件里有第二个 YAML 文档，只允许一个", "a second YAML document starts here; only one is allowed")
    help_ = Text(
        "删去这一行「---」及其后的内容，或另存为一个文件",
        "delete this '---' and what follows, or move it to its own file",
    )
    return Fault("file-limit", FileProblem(TOP, message, help=help_, at=at))


def tagged(path: FilePath, tag: str, at: At) -> Fault:
    """Return the fault of a tag such as `!include`."""
    short = tag.replace("tag:yaml.org,2002:", "!!")
    short = short if len(short) <= 40 else short[:39] + "…"
    message = Text(f"不允许 YAML 标签 {short}", f"the YAML tag {short} is not allowed")
    help_ = Text("删去标签；如果是文字，请加引号", "remove the tag; if it is text, put the value in quotes")
    return Fault("file-limit", FileProblem(path, message, help=help_, at=at))


def too_wrong(at: At) -> Fault:
    """Return the fault of a text with more mistakes than are worth listing."""
    message = Text(f"错误超过 {MAX_FAULTS:,} 处，不再往下读", f"more than {MAX_FAULTS:,} mistakes; reading stops here")
    help_ = Text("先改正上面的错误，再检查一次", "mend the mistakes above, then check again")
    return Fault("file-limit", FileProblem(TOP, message, help=help_, at=at))


def more_misfits(number: int) -> Fault:
    """Return the fault of `number` values that do not fit, more than are listed."""
    message = Text(
        f"共有 {number:,} 处不符合格式，只列出前 {MAX_FAULTS:,} 处",
        f"{number:,} values do not fit the format; the first {MAX_FAULTS:,} are listed",
    )
    help_ = Text("先改正列出的错误，再检查一次", "mend the listed mistakes, then check again")
    return Fault("file-limit", FileProblem(TOP, message, help=help_, at=(0, 0)))


def no_project(number: int) -> Fault:
    """Return the fault of a file of which next to nothing fits the format."""
    message = Text(
        f"共有 {number:,} 处不符合格式，这不像项目文件",
        f"{number:,} values do not fit the format; this is hardly a project file",
    )
    help_ = Text(
        "检查文件是否给错；新项目可运行 collabkit init", "check that it is the right file, or run 'collabkit init'"
    )
    return Fault("file-limit", FileProblem(TOP, message, help=help_, at=(0, 0)))
