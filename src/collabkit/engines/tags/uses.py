"""Which fields a template uses, also where no data leads, and whether a view offers them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from jinja2 import nodes

from collabkit.engines.tags.language import LOOP_NAMES
from collabkit.engines.tags.tag import Tag
from collabkit.engines.tags.view_fields import ViewFields
from collabkit.errors import TemplateError
from collabkit.lang import Text, listing
from collabkit.nearest import nearest

How = Literal["print", "loop", "test"]

_LOOP: Final = "(loop)"
"""What `loop` stands for inside a loop; no field is called like this."""


@dataclass(frozen=True, slots=True)
class Use:
    """One field that a tag prints, loops over or tests, by its dotted name."""

    name: str
    how: How
    tag: Tag

    @property
    def is_counter(self) -> bool:
        """Whether it is not a field but something like `loop.index`."""
        return self.name.startswith(_LOOP)


_Scope = Mapping[str, str | None]
"""What the names of the loops around stand for; None is a value that has no dotted name."""


def uses(tree: nodes.Template, tag_at: Callable[[int], Tag]) -> Iterator[Use]:
    """Yield every use of a field in a parsed part; `tag_at` knows the tag on a source line."""
    yield from _walk(tree, {}, tag_at)


def _walk(node: nodes.Node, scope: _Scope, tag_at: Callable[[int], Tag]) -> Iterator[Use]:
    if isinstance(node, nodes.For):
        yield from _for(node, scope, tag_at)
    elif isinstance(node, nodes.Output):
        for printed in node.nodes:
            # Every printing tag is compiled to a filter that writes runs.
            if isinstance(printed, nodes.Filter) and printed.node is not None:
                yield from _use(printed.node, "print", scope, tag_at)
    elif isinstance(node, nodes.Expr):
        yield from _use(node, "test", scope, tag_at)
    else:
        for child in node.iter_child_nodes():
            yield from _walk(child, scope, tag_at)


def _for(loop: nodes.For, scope: _Scope, tag_at: Callable[[int], Tag]) -> Iterator[Use]:
    yield from _use(loop.iter, "loop", scope, tag_at)
    name, over = loop.target, _resolve(loop.iter, scope)
    assert isinstance(name, nodes.Name), "the tag was checked"
    inner = {**scope, name.name: None if over is None else f"{over}[]", "loop": _LOOP}
    if loop.test is not None:
        yield from _use(loop.test, "test", inner, tag_at)
    for child in loop.body:
        yield from _walk(child, inner, tag_at)
    for child in loop.else_:
        yield from _walk(child, scope, tag_at)


def _use(node: nodes.Node, how: How, scope: _Scope, tag_at: Callable[[int], Tag]) -> Iterator[Use]:
    name = _resolve(node, scope)
    if name is not None:
        yield Use(name, how, tag_at(node.lineno))
    elif isinstance(node, nodes.Filter) and (attribute := _attribute(node)) is not None:
        yield from _joined(node, attribute, scope, tag_at)
    elif isinstance(node, nodes.CondExpr):
        yield from _use(node.test, "test", scope, tag_at)
        for branch in (node.expr1, node.expr2):
            if branch is not None:
                yield from _use(branch, how, scope, tag_at)
    else:
        shown = _shown(node) if how == "print" else ()
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.Expr):
                yield from _use(child, "print" if child in shown else "test", scope, tag_at)
            else:
                yield from _walk(child, scope, tag_at)


def _attribute(node: nodes.Filter) -> nodes.Expr | None:
    """Return which field of the entries `join` puts together, None when it is the entries themselves."""
    named = next((argument.value for argument in node.kwargs if argument.key == "attribute"), None)
    return (named or next(iter(node.args[1:]), None)) if node.name == "join" else None


def _joined(node: nodes.Filter, attribute: nodes.Expr, scope: _Scope, tag_at: Callable[[int], Tag]) -> Iterator[Use]:
    tag, joined = tag_at(node.lineno), node.node
    if not isinstance(attribute, nodes.Const) or not isinstance(attribute.value, str):
        raise tag.error(
            Text("attribute 之后须是加引号的字段名", "attribute takes the name of a field, in quotes"),
            Text("请写成 join('、', attribute='name')", "write join(', ', attribute='name')"),
        )
    over = None if joined is None else _resolve(joined, scope)
    if over is not None:
        yield Use(over, "loop", tag)
        yield Use(f"{over}[].{attribute.value}", "print", tag)
    elif joined is not None:
        yield from _use(joined, "test", scope, tag_at)
    for between in (*node.args[:1], *(argument.value for argument in node.kwargs if argument.key == "d")):
        yield from _use(between, "print", scope, tag_at)


def _shown(node: nodes.Node) -> tuple[nodes.Expr | None, ...]:
    """Return the parts of a printed expression that are printed themselves, not only looked at."""
    if isinstance(node, nodes.Filter):
        return () if node.name == "length" else (node.node,)
    if isinstance(node, nodes.Concat):
        return tuple(node.nodes)
    if isinstance(node, (nodes.List, nodes.Tuple)):
        return tuple(node.items)
    if isinstance(node, (nodes.Or, nodes.Add)):
        return (node.left, node.right)
    return (node.right,) if isinstance(node, nodes.And) else ()


def _resolve(node: nodes.Node, scope: _Scope) -> str | None:
    if isinstance(node, nodes.Name):
        return scope.get(node.name, node.name)
    if isinstance(node, nodes.Getattr):
        return _step(_resolve(node.node, scope), f".{node.attr}")
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        key = node.arg.value
        return _step(_resolve(node.node, scope), f".{key}" if isinstance(key, str) else "[]")
    if isinstance(node, nodes.Filter) and node.name in ("first", "last") and node.node is not None:
        return _step(_resolve(node.node, scope), "[]")
    return None


def _step(base: str | None, step: str) -> str | None:
    return None if base is None else base + step


def check_use(use: Use, offered: ViewFields) -> None:
    """Raise a located TemplateError unless the field is `offered` for this use."""
    if use.is_counter:
        if use.name.removeprefix(f"{_LOOP}.") not in LOOP_NAMES:
            raise _not_counted(use)
        return
    if use.name not in offered:
        raise _of_a_list(use, offered) or _unknown(use, offered)
    if use.how == "loop" and f"{use.name}[]" not in offered:
        raise use.tag.error(Text(f"{use.name} 不是列表", f"{use.name} is not a list"))
    if use.how == "print":
        inner = _inside(use.name, offered)
        if inner:
            raise use.tag.error(
                Text(
                    f"{use.name} 是一组字段，须写明其中一个",
                    f"{use.name} is a group; name one of its fields",
                ),
                _known(inner),
            )


def _not_counted(use: Use) -> TemplateError:
    if use.name == _LOOP:
        message = Text("loop 是一组字段，须写明其中一个", "loop is a group; name one of its fields")
        return use.tag.error(message, _known([f"loop.{name}" for name in LOOP_NAMES]))
    return _unknown(use, frozenset(f"{_LOOP}.{name}" for name in LOOP_NAMES))


def _inside(name: str, offered: ViewFields) -> list[str]:
    return sorted(
        known.removeprefix(f"{start}.")
        for start in (name, f"{name}[]")
        for known in offered
        if known.startswith(f"{start}.") and known.count(".") == start.count(".") + 1 and not known.endswith("]")
    )


def _of_a_list(use: Use, offered: ViewFields) -> TemplateError | None:
    """Return the error for a list used as if it were one of its entries, None when that is not the mistake."""
    start = name = use.name
    while "." in start and start not in offered:
        start = start.rpartition(".")[0]
    rest = name.removeprefix(start)
    if f"{start}[]{rest}" not in offered or not rest:
        return None
    return use.tag.error(Text(f"{start} 是列表", f"{start} is a list"), _in_loop(start, rest))


def _in_loop(start: str, rest: str) -> Text:
    code = f"{{% for item in {start} %}} {{{{ item{rest} }}}} {{% endfor %}}"
    return Text(f"请写成 {code}", f"write {code}")


def _unknown(use: Use, offered: ViewFields) -> TemplateError:
    name = use.name
    while "." in name and name.rpartition(".")[0] not in offered and not use.is_counter:
        name = name.rpartition(".")[0]
    group, _, last = name.rpartition(".")
    beside = sorted(
        known.rpartition(".")[2] for known in offered if known.rpartition(".")[0] == group and not known.endswith("]")
    )
    message = Text(f"没有字段 {last}", f"there is no field {last}")
    if guess := nearest(last, beside):
        return use.tag.error(message, Text(f"是不是 {guess}？", f"did you mean {guess}?"))
    if group in offered and not beside:
        return use.tag.error(message, Text(f"请写成 {{{{ {group} }}}}", f"write {{{{ {group} }}}}"))
    if elsewhere := min((known for known in offered if known.endswith(f".{last}")), default=None):
        start, in_list, rest = elsewhere.rpartition("[]")
        meant = Text(f"是不是 {elsewhere}？", f"did you mean {elsewhere}?")
        return use.tag.error(message, _in_loop(start, rest) if in_list and "[]" not in start else meant)
    return use.tag.error(message, _known(beside))


def _known(names: list[str]) -> Text:
    listed = listing(names, most=24)
    return Text(f"可用：{listed.zh}", f"known: {listed.en}")
