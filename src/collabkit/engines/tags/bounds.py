"""Everything in a template that can grow takes from the allowance of its filling before it does."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

import jinja2
from jinja2 import nodes
from jinja2.filters import make_attrgetter
from jinja2.runtime import Context, Undefined
from jinja2.visitor import NodeTransformer

from collabkit.engines.tags.allowance import Allowance
from collabkit.engines.tags.values import UnfitError, as_list, plain
from collabkit.lang import Text

ALLOWANCE: Final = "_allowance"
"""The name by which a filling knows its `Allowance`; no field begins with an underscore."""

_COUNTED: Final = "_counted"
_LOOKED: Final = "_looked"
_CONCATENATED: Final = "_concatenated"
_TEXT: Final = "_text"
# These go through the whole of what they are given; `join` sees to that itself.
_THROUGH: Final = ("lower", "trim", "upper")


def allowance(context: Context) -> Allowance:
    """Return the allowance of the filling that is under way."""
    found: Allowance = context.parent[ALLOWANCE]
    return found


def bounded(tree: nodes.Template) -> nodes.Template:
    """Return a parsed template in which all that can grow is counted."""
    _Bounding().visit(tree)
    return tree


class _Bounding(NodeTransformer):
    def visit_For(self, loop: nodes.For) -> nodes.For:  # noqa: N802  (the name is jinja's)
        work, size = _round(loop)
        self.generic_visit(loop)
        assert isinstance(loop.iter, nodes.Expr), "what a loop goes through is an expression"
        loop.iter = _filter(_COUNTED, loop.iter, nodes.Const(work), nodes.Const(size))
        return loop

    def visit_Concat(self, node: nodes.Concat) -> nodes.Expr:  # noqa: N802  (the name is jinja's)
        self.generic_visit(node)
        return _filter(_CONCATENATED, nodes.List(node.nodes, lineno=node.lineno))

    def visit_Compare(self, node: nodes.Compare) -> nodes.Compare:  # noqa: N802  (the name is jinja's)
        self.generic_visit(node)
        for operand in node.ops:
            operand.expr = _filter(_LOOKED, operand.expr)
        return node

    def visit_Test(self, node: nodes.Test) -> nodes.Test:  # noqa: N802  (the name is jinja's)
        self.generic_visit(node)
        node.args = [_filter(_LOOKED, argument) for argument in node.args]
        return node

    def visit_Filter(self, node: nodes.Filter) -> nodes.Filter:  # noqa: N802  (the name is jinja's)
        self.generic_visit(node)
        if node.name in _THROUGH and node.node is not None:
            node.node = _filter(_TEXT, node.node)
        return node


def _filter(name: str, node: nodes.Expr, *arguments: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(node, name, list(arguments), [], None, None, lineno=node.lineno)


def _round(loop: nodes.For) -> tuple[int, int]:
    """Return the steps of one round of a loop, and the characters that stand in it; inner loops count themselves."""
    work, size = 1, 0
    for node in _each_round(loop):
        work += isinstance(node, nodes.Expr)
        size += len(node.data) if isinstance(node, nodes.TemplateData) else 0
    return work, size


def _each_round(loop: nodes.For) -> Iterator[nodes.Node]:
    waiting: list[nodes.Node] = [*loop.body, *([loop.test] if loop.test else [])]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += [node.iter, *node.else_] if isinstance(node, nodes.For) else node.iter_child_nodes()


@jinja2.pass_context
def _counted(context: Context, entries: Any, work: int, size: int) -> Any:
    """Return what a loop goes through, all of its rounds taken."""
    entries = as_list(entries)
    allowance(context).step(len(entries) * work)
    allowance(context).write(len(entries) * size)
    return entries


@jinja2.pass_context
def _looked(context: Context, value: Any) -> Any:
    allowance(context).look(value)
    return value


@jinja2.pass_context
def _concatenated(context: Context, parts: list[Any]) -> str:
    return _made(context, [plain(part) for part in parts], "")


@jinja2.pass_context
def _text(context: Context, value: Any) -> str:
    allowance(context).look(value)
    return plain(value)


def _length(entries: Any) -> int:
    return len(as_list(entries))


@jinja2.pass_context
def _join(context: Context, entries: Any, d: Any = "", attribute: str | int | None = None) -> str:
    """Return the texts of a list with `d` between them; the names are those of jinja's own filter."""
    entries = as_list(entries)
    allowance(context).look(entries)
    if attribute is not None:
        entries = map(make_attrgetter(context.environment, attribute), entries)
    return _made(context, [plain(entry) for entry in entries], plain(d))


def _made(context: Context, parts: list[str], between: str) -> str:
    allowance(context).text(sum(map(len, parts)) + len(between) * max(0, len(parts) - 1))
    return between.join(parts)


FILTERS: Final = {
    _COUNTED: _counted,
    _LOOKED: _looked,
    _CONCATENATED: _concatenated,
    _TEXT: _text,
    "join": _join,
    "length": _length,
}
"""The filters that stand in for what jinja does without counting."""


def added(context: Context, left: Any, right: Any) -> Any:
    """Return the sum of two texts, numbers or lists. Raises UnfitError."""
    if isinstance(left, str) and isinstance(right, str):
        allowance(context).text(len(left) + len(right))
    elif isinstance(left, (list, tuple)) and isinstance(right, (list, tuple)):
        allowance(context).step(len(left) + len(right))
        return (*left, *right) if isinstance(left, tuple) else [*left, *right]
    elif not all(isinstance(value, (int, float, Decimal, Undefined)) for value in (left, right)):
        raise UnfitError(
            Text(
                "只能把文字与文字、数字与数字、列表与列表相加",
                "only two texts, two numbers or two lists can be added",
            ),
            Text(
                "把文字与其他值连在一起请用 ~，如 {{ 甲 ~ 乙 }}",
                "to put a text and another value together write ~, as in {{ a ~ b }}",
            ),
        )
    return left + right
