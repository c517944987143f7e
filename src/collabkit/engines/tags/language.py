"""What a template may say: names, loops and conditions; everything else is refused with its place."""

from __future__ import annotations

import math
import re
from typing import Any, Final

import jinja2
from jinja2 import nodes
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from collabkit.engines.tags import bounds
from collabkit.engines.tags.tag import Tag
from collabkit.errors import TemplateError
from collabkit.lang import Text, listing
from collabkit.nearest import nearest

FILTERS: Final = ("default", "first", "join", "last", "length", "lower", "trim", "upper")
TESTS: Final = ("defined", "divisibleby", "eq", "even", "ge", "gt", "in", "le", "lt", "ne", "none", "odd")
LOOP_NAMES: Final = ("first", "index", "index0", "last", "length", "revindex")
STATEMENTS: Final = ("for", "endfor", "if", "elif", "else", "endif")

MOST_DEPTH: Final = 12
"""How deep loops and conditions may stand in each other; Python itself ends at 20."""

_MOST_CODE: Final = 300
_MOST_NESTED: Final = 60
"""How deep an expression may nest; Python itself ends at 200."""

# XML cannot hold these characters, so no text of a template is ever taken for a tag.
BLOCK = ("\x01", "\x02")
VARIABLE = ("\x03", "\x04")
COMMENT = ("\x05", "\x06")
_DELIMITERS: Final = re.compile("[\x01-\x06]")

# No calls and no arithmetic that can grow: a template prints what it is given.
_ALLOWED = (
    nodes.Name,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Const,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.CondExpr,
    nodes.Add,
    nodes.Sub,
    nodes.Neg,
    nodes.Pos,
    nodes.Concat,
    nodes.List,
    nodes.Tuple,
    nodes.Filter,
    nodes.Test,
    nodes.Keyword,
)


class Language(ImmutableSandboxedEnvironment):
    """The expressions of a template over a view: fields and keys, no methods, no calls."""

    intercepted_binops = frozenset("+")

    def __init__(self) -> None:
        super().__init__(
            block_start_string=BLOCK[0],
            block_end_string=BLOCK[1],
            variable_start_string=VARIABLE[0],
            variable_end_string=VARIABLE[1],
            comment_start_string=COMMENT[0],
            comment_end_string=COMMENT[1],
            keep_trailing_newline=True,
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            # It tries every part of an expression again at every level, and a template has nothing to gain from it.
            optimized=False,
        )
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS} | bounds.FILTERS
        self.tests = {name: self.tests[name] for name in TESTS}
        self.sound: set[tuple[str, str]] = set()
        """The tags that have been found to say what a template may say, by kind and code."""

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Return the sum of two values."""
        return bounds.added(context, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return the field `attribute` of a view; undefined when there is none."""
        if attribute in getattr(type(obj), "__dataclass_fields__", ()):
            return getattr(obj, attribute)
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        if isinstance(obj, LoopContext) and attribute in LOOP_NAMES:
            return getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an entry of a list or a field of a view; undefined when there is none."""
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        if isinstance(obj, (list, tuple)) and isinstance(argument, int) and -len(obj) <= argument < len(obj):
            return obj[argument]
        return self.undefined(obj=obj, name=argument)


_NAME = r"(?!(?:and|or|not|in|is|if|else)\b)[A-Za-z]\w*"
_USUAL: Final = re.compile(rf"(?:for {_NAME} in |if )?{_NAME}(?:\.[A-Za-z]\w*){{0,20}}")


def check_tag(language: Language, tag: Tag) -> None:
    """Raise a located TemplateError unless the tag says something a template may say."""
    if len(tag.code) > _MOST_CODE:
        raise tag.error(Text("标签太长", "this tag is too long"), _PRINT)
    if _USUAL.fullmatch(tag.code) and (tag.kind == "print") == (tag.keyword not in STATEMENTS):
        return
    if (tag.kind, tag.code) not in language.sound:
        _check(language, tag)
        language.sound.add((tag.kind, tag.code))


def _check(language: Language, tag: Tag) -> None:
    if tag.kind == "print":
        _check_expressions(_parse(language, tag, f"{VARIABLE[0]} {tag.code} {VARIABLE[1]}"), tag)
        return
    if tag.keyword not in STATEMENTS:
        raise _no_statement(tag)
    if tag.keyword == "for":
        tree = _parse(language, tag, f"{BLOCK[0]} {tag.code} {BLOCK[1]}{BLOCK[0]}endfor{BLOCK[1]}")
        loop = tree.body[0]
        if not isinstance(loop, nodes.For) or not isinstance(loop.target, nodes.Name) or loop.recursive:
            raise tag.error(Text("不是「for 名称 in 列表」的形式", "not of the form 'for name in list'"), _FOR)
        _check_expressions(tree, tag)
    elif tag.keyword in ("if", "elif"):
        condition = tag.code[len(tag.keyword) :]
        tree = _parse(language, tag, f"{BLOCK[0]}if {condition} {BLOCK[1]}{BLOCK[0]}endif{BLOCK[1]}")
        _check_expressions(tree, tag)
    elif tag.code != tag.keyword:
        meant = "elif …" if tag.code.split()[:2] == ["else", "if"] else tag.keyword
        raise tag.error(
            Text(f"{tag.keyword} 之后多了内容", f"there is something after {tag.keyword}"),
            Text(f"请写成 {{% {meant} %}}", f"write {{% {meant} %}}"),
        )


def check_depth(depth: int, tag: Tag) -> None:
    """Raise a located TemplateError when the loop or condition `tag` is the one too many in each other."""
    if depth > MOST_DEPTH:
        raise tag.error(
            Text(f"for 和 if 套了 {MOST_DEPTH} 层以上", f"more than {MOST_DEPTH} loops and conditions in each other"),
            Text("请减少层数", "use fewer of them"),
        )


def check_pair(opening: Tag | None, tag: Tag) -> None:
    """Raise a located TemplateError unless `tag` goes on with or ends the statement `opening`."""
    wanted = {"endfor": ("for",), "endif": ("if",), "elif": ("if",), "else": ("if", "for")}[tag.keyword]
    if opening is None or opening.keyword not in wanted:
        name = " / ".join(wanted)
        raise tag.error(Text(f"前面没有对应的 {name}", f"there is no {name} before it"))


def unended(tag: Tag) -> TemplateError:
    """Return the located error for a loop or condition that has no end."""
    return tag.error(
        Text(f"没有对应的 end{tag.keyword}", f"there is no end{tag.keyword}"),
        Text(f"请在它之后写 {tag.ending}", f"write {tag.ending} after it"),
    )


def source_of(tag: Tag, printing: str) -> str:
    """Return a tag as jinja source, what it prints through the filter `printing`.

    It begins on a line of its own, by which it is found again.
    """
    if tag.kind == "print":
        return f"{VARIABLE[0]}\n({tag.code})|{printing}{VARIABLE[1]}"
    return f"{BLOCK[0]}\n{tag.code}{BLOCK[1]}"


def _parse(language: Language, tag: Tag, source: str) -> nodes.Template:
    # A text file can hold the very characters that begin and end a tag for jinja; the source then has more of them.
    if _DELIMITERS.search(tag.code):
        raise tag.error(Text("含有控制字符", "there is a control character in it"), _PRINT)
    try:
        tree = language.parse(source)
    except jinja2.TemplateSyntaxError as cause:
        raise not_understood(tag, cause) from cause
    except RecursionError as cause:
        raise _too_deep(tag) from cause
    if _depth(tree) > _MOST_NESTED:
        raise _too_deep(tag)
    return tree


def _too_deep(tag: Tag) -> TemplateError:
    return tag.error(Text("括号或运算嵌套太深", "it nests too deeply"), _PRINT)


def _depth(tree: nodes.Node) -> int:
    level, depth = [tree], 0
    while level:
        level = [child for node in level for child in node.iter_child_nodes()]
        depth += 1
    return depth


_EMPTY: Final = Text("标签是空的", "the tag is empty")
_PRINT: Final = Text("请写成 {{ 名称 }}，名称之间用半角点号", "write {{ name }}, with dots between names")
_IF: Final = Text(
    '请写成 {% if 名称 %}，比较用 ==，如 {% if 名称 == "甲" %}',
    'write {% if name %}, or to compare {% if name == "x" %}',
)
_FOR: Final = Text("请写成 {% for 名称 in 列表 %}", "write {% for name in list %}")


def _no_statement(tag: Tag) -> TemplateError:
    words = tag.code.split()
    together = "".join(words[:2])
    if together in STATEMENTS:
        return tag.error(
            Text(f"没有语句 {' '.join(words[:2])}", f"there is no statement {' '.join(words[:2])}"),
            Text(f"是不是 {together}？", f"did you mean {together}?"),
        )
    return _unknown(tag, tag.keyword, STATEMENTS, Text("语句", "statement"))


def not_understood(tag: Tag, cause: jinja2.TemplateSyntaxError) -> TemplateError:
    """Return the located error for a tag that is no valid expression or statement."""
    for kind, known, noun in (
        ("filter", FILTERS, Text("过滤器", "filter")),
        ("test", TESTS, Text("判断", "test")),
    ):
        if found := re.match(rf"No {kind} named '(.*)'", cause.message or ""):
            return _unknown(tag, found[1], known, noun)
    hint = {"for": _FOR, "if": _IF, "elif": _IF}.get(tag.keyword) if tag.kind == "statement" else None
    return tag.error(Text("无法理解", "this cannot be understood"), hint or _PRINT)


def _unknown(tag: Tag, name: str, known: tuple[str, ...], noun: Text) -> TemplateError:
    guess = nearest(name, known)
    hint = Text(f"可用：{listing(known, most=20).zh}", f"known: {listing(known, most=20).en}")
    if guess:
        hint = Text(f"是不是 {guess}？", f"did you mean {guess}?")
    return tag.error(Text(f"没有{noun.zh} {name}", f"there is no {noun.en} {name}") if name else _EMPTY, hint)


def _check_expressions(tree: nodes.Template, tag: Tag) -> None:
    for node in tree.find_all(nodes.Expr):
        if isinstance(node, nodes.TemplateData):
            continue
        if not isinstance(node, _ALLOWED):
            raise tag.error(
                Text("超出了模板的用途", "this is more than a template may say"),
                Text(
                    "模板只能写字段、循环和条件，不能调用函数或做运算",
                    "a template holds fields, loops and conditions; no calls and no calculations",
                ),
            )
        if isinstance(node, nodes.Const) and isinstance(node.value, float) and not math.isfinite(node.value):
            raise tag.error(Text("数字太大", "the number is too large"))
        if isinstance(node, (nodes.Getattr, nodes.Name)) and _name_of(node).startswith("_"):
            raise tag.error(Text("名称不能以下划线开头", "a name does not begin with an underscore"))
        if isinstance(node, nodes.Filter) and node.name not in FILTERS:
            raise _unknown(tag, node.name, FILTERS, Text("过滤器", "filter"))
        if isinstance(node, nodes.Test) and node.name not in TESTS:
            raise _unknown(tag, node.name, TESTS, Text("判断", "test"))


def _name_of(node: nodes.Getattr | nodes.Name) -> str:
    return node.name if isinstance(node, nodes.Name) else node.attr
