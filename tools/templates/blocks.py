"""The building blocks of a form: title band, grid of facts, sections, lists, boxes, signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from collabkit.lang import Lang, Text
from templates.look import (
    ACCENT,
    APPROVAL_HEIGHT,
    FEW_SIGNERS,
    HEAD_FILL,
    LABEL_FILL,
    SIGNATURE_HEIGHT,
    URGENT_FILL,
    USUAL,
    Density,
    text_width,
)
from templates.wml import Align, border, cell, field, kept, paragraph, row, run, share, table

NONE = Text("无", "None")
BENEATH = Text("见下行", "see below")
_MOST_LINES = 7
"""What a cell holds of a text before that gets a row of its own."""
_VALUE = re.compile(r"\{\{ ([\w.]+) \}\}")
_PADDING = 7
"""Points that a cell leaves blank, left and right together."""

Width = float | tuple[float, float]
"""A share of a table's width: the same in both languages, or the Chinese and the English one."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list: its heading, its share of the width, and a row's cell: a tag, or paragraphs.

    A text of a `long` column that is too long for its cell gets a row of its own, as wide as the table.
    """

    title: Text
    width: Width
    tag: str
    align: Align | None = None
    long: bool = False


@dataclass(frozen=True, slots=True)
class Beneath:
    """What stands in a row of its own beneath an entry's row where `condition` holds: a tag with its label."""

    condition: str
    label: Text
    tag: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value of a grid."""

    label: Text
    tag: str


class House:
    """Builds blocks in one language, for upright or wide pages, set more or less closely."""

    def __init__(self, lang: Lang, *, wide: bool = False, density: Density = USUAL) -> None:
        self.lang = lang
        self.wide = wide
        self.density = density
        self.width = text_width(wide)

    def t(self, text: Text) -> str:
        """Return a text in the language of the form."""
        return text.to(self.lang)

    def band(self, title: Text, left: str, right: Sequence[str]) -> str:
        """Return the title band: organisation, title with the other language's beneath, the form's marks."""
        side = 2400
        widths = [side, self.width - 2 * side, side]
        other = title.to(Lang.EN if self.lang is Lang.ZH else Lang.ZH)
        # A title of two lines does not leave its last word alone.
        middle = paragraph("\u00a0".join(self.t(title).rsplit(" ", 1)), "Title") + paragraph(other, "Subtitle")
        marks = "".join(paragraph(mark, "CKNote", align="right") for mark in right)
        cells = (cell(paragraph(left, "CKNote"), widths[0]), cell(middle, widths[1]), cell(marks, widths[2]))
        return table([row(cells)], widths, style="CKBand") + paragraph(style="CKGap")

    def grid(self, *lines: Sequence[Fact], together: bool = True) -> str:
        """Return a grid of facts, two to a line; a line of one fact takes the whole width.

        It is kept on one page, unless long values could push it off the page that it begins: not `together`.
        """
        label = 1500 if self.lang is Lang.ZH else 1800
        value = (self.width - 2 * label) // 2
        widths = [label, value, label, self.width - 2 * label - value]
        last = len(lines) - 1 if together else 0
        return table([self._line(line, widths, number < last) for number, line in enumerate(lines)], widths)

    def _line(self, facts: Sequence[Fact], widths: Sequence[int], keep: bool) -> str:
        cells = []
        for number, fact in enumerate(facts):
            alone = len(facts) == 1
            cells.append(self.label(fact.label, widths[2 * number], keep=keep))
            width = sum(widths[1:]) if alone else widths[2 * number + 1]
            cells.append(cell(paragraph(fact.tag, "CKText", keep=keep), width, span=3 if alone else 1))
        return row(cells, height=self.density.row)

    def label(self, text: Text, width: int, *, span: int = 1, keep: bool = False) -> str:
        """Return a grey label cell."""
        return cell(paragraph(self.t(text), "CKLabel", keep=keep), width, span=span, fill=LABEL_FILL)

    def section(self, title: Text) -> str:
        """Return a numbered heading that stays with what follows."""
        return paragraph(self.t(title), "Heading1")

    def heading(self, title: Text) -> str:
        """Return a heading inside a section."""
        return paragraph(self.t(title), "Heading2")

    def prose(self, tag: str) -> str:
        """Return running text."""
        return paragraph(tag, "CKBody")

    def shared(self, columns: Sequence[Column]) -> list[int]:
        """Return the widths of a list's columns in the language of the form: English words are longer."""
        side = 0 if self.lang is Lang.ZH else 1
        parts = [column.width[side] if isinstance(column.width, tuple) else column.width for column in columns]
        return share(self.width, parts)

    def note(self, text: Text) -> str:
        """Return a small grey remark."""
        return paragraph(self.t(text), "CKNote")

    def gap(self) -> str:
        """Return the least that may stand between two tables."""
        return paragraph(style="CKGap")

    def bullets(self, over: str, tag: str = "{{ item.text }}", mark: str = "•") -> str:
        """Return one paragraph for each entry of the list `over`, or `无 / None`."""
        nothing = paragraph("{%p else %}") + paragraph(self.t(NONE), "CKText")
        return each(over, paragraph(f"{mark} {tag}", "CKText"), nothing)

    def listing(
        self,
        over: str,
        item: str,
        columns: Sequence[Column],
        *,
        empty: Text = NONE,
        urgent: str = "",
        beneath: Sequence[Beneath] = (),
    ) -> str:
        """Return a table with a row for each entry of the list `over`, or one row that says `empty`.

        Rows for which the condition `urgent` holds are framed and filled.
        """
        widths = self.shared(columns)
        span = len(widths)
        nothing = cell(paragraph(self.t(empty), "CKText", align="center"), self.width, span=span)

        def say(tag: str) -> str:
            return control(tag, self.width, span)

        rows = self._entry(columns, widths, beneath)
        if urgent:
            marked = self._entry(columns, widths, beneath, URGENT_FILL)
            rows = [say(f"{{%tr if {urgent} %}}"), *marked, say("{%tr else %}"), *rows, say("{%tr endif %}")]
        start, other, end = say(f"{{%tr for {item} in {over} %}}"), say("{%tr else %}"), say("{%tr endfor %}")
        return table(
            [self.head(columns, widths), start, *rows, other, row([nothing], height=self.density.row), end], widths
        )

    def _entry(
        self, columns: Sequence[Column], widths: Sequence[int], beneath: Sequence[Beneath], fill: str = ""
    ) -> list[str]:
        """Return the rows of one entry: its own, and those beneath it."""
        plain = _row(columns, widths, self.density.row, fill)
        too_long = {column.tag: self._too_long(column, width) for column, width in zip(columns, widths, strict=True)}
        below = [*beneath, *(Beneath(too_long[each.tag], each.title, each.tag) for each in columns if each.long)]
        if not below:
            return [plain]
        cut = [replace(each, tag=self._pointing(each, too_long[each.tag])) if each.long else each for each in columns]
        say = partial(control, width=sum(widths), span=len(widths))
        return [
            say(f"{{%tr if {' or '.join(each.condition for each in below)} %}}"),
            kept(_row(cut, widths, self.density.row, fill)),
            *(line for each in below for line in self._beneath(each, widths)),
            say("{%tr else %}"),
            plain,
            say("{%tr endif %}"),
        ]

    def _beneath(self, row_: Beneath, widths: Sequence[int]) -> Iterator[str]:
        whole, span = sum(widths), len(widths)
        colon = self.t(Text("：", ": "))
        runs = run(self.t(row_.label) + colon, "CKMuted") + run(row_.tag)
        yield control(f"{{%tr if {row_.condition} %}}", whole, span)
        yield row([cell(paragraph(runs=runs, style="CKText"), whole, span=span)])
        yield control("{%tr endif %}", whole, span)

    def _too_long(self, column: Column, width: int) -> str:
        """Return the condition under which a text is too long for its cell."""
        found = _VALUE.search(column.tag)
        letter = self.density.text / 2 * (1 if self.lang is Lang.ZH else 0.5)
        return f"{found[1]}|trim|length > {int((width / 20 - _PADDING) / letter) * _MOST_LINES}" if found else ""

    def _pointing(self, column: Column, too_long: str) -> str:
        return either(too_long, paragraph(self.t(BENEATH), "CKNote"), paragraph(column.tag, "CKText"))

    def brief(self, over: str, item: str, columns: Sequence[Column], *, empty: str, urgent: str = "") -> str:
        """Return a listing, or for an empty list one line with the tag `empty`, which says what that means."""
        return either(over, self.listing(over, item, columns, urgent=urgent), paragraph(empty, "CKText"))

    def head(self, columns: Sequence[Column], widths: Sequence[int], *, keep: bool = True) -> str:
        """Return a header row, repeated on every page."""
        cells = [
            cell(paragraph(self.t(column.title), "CKHead", keep=keep), width, fill=HEAD_FILL)
            for column, width in zip(columns, widths, strict=True)
        ]
        return row(cells, header=True, height=self.density.row)

    def box(self, *content: str) -> str:
        """Return paragraphs in a strong frame."""
        return table([row([cell("".join(content), self.width)], height=self.density.box)], [self.width], style="CKBox")

    def signatures(self, over: str, item: str, columns: Sequence[Column], approval: Text | None = None) -> str:
        """Return a table to sign, kept on one page with the heading above it and the end of the document below it.

        One row for each entry of `over`; then, where `approval` is given, a row with room for a stamp. Where many sign,
        the table may go over to the next page, but nobody signs alone on one.
        """
        widths = self.shared(columns)
        whole, span = sum(widths), len(widths)
        stays, loose = (
            row(
                [
                    cell(paragraph(column.tag, "CKText", align=column.align, keep=keep), width)
                    for column, width in zip(columns, widths, strict=True)
                ],
                height=SIGNATURE_HEIGHT,
            )
            for keep in (True, False)
        )
        inside = f"loop.length > {FEW_SIGNERS} and loop.index > 1 and loop.revindex > 2"
        rows = [
            self.head(columns, widths),
            control(f"{{%tr for {item} in {over} %}}", whole, span),
            control(f"{{%tr if {inside} %}}", whole, span),
            loose,
            control("{%tr else %}", whole, span),
            stays,
            control("{%tr endif %}", whole, span),
            control("{%tr endfor %}", whole, span),
        ]
        rows += [self._approval(approval, widths)] if approval else []
        return table(rows, widths)

    def _approval(self, label: Text, widths: Sequence[int]) -> str:
        stamp = paragraph(self.t(Text("（盖章）", "(stamp)")), "CKNote", align="right", keep=True)
        name = paragraph("{{ approval.name }}", "CKText", align="center", keep=True)
        signed = paragraph("{{ approval.signature }}", "CKText", keep=True)
        date = paragraph("{{ approval.date }}", "CKText", align="center", keep=True)
        note = "{{ approval.opinion }}" + self.remark("approval.note")
        cells = [
            self.label(label, widths[0], keep=True),
            cell(name, widths[1]),
            cell(paragraph(note, "CKText", keep=True), widths[2] + widths[3], span=2),
            cell(signed + stamp, widths[4]),
            cell(date, widths[5]),
        ]
        return row(cells, height=APPROVAL_HEIGHT)

    def aside(self, name: str) -> str:
        """Return the tags that add a value in brackets where it is not blank."""
        shown = self.t(Text(f"（{{{{ {name} }}}}）", f" ({{{{ {name} }}}})"))
        return f"{{% if {name} %}}{shown}{{% endif %}}"

    def remark(self, name: str) -> str:
        """Return the tags that add what was said beside a ticked box; in brackets it would belong to the last box."""
        shown = self.t(Text(f"　说明：{{{{ {name} }}}}", f"  Note: {{{{ {name} }}}}"))
        return f"{{% if {name} %}}{shown}{{% endif %}}"

    def columns(self, *blocks: tuple[Text, str]) -> str:
        """Return titled blocks side by side."""
        widths = share(self.width, [1] * len(blocks))
        heads = [
            cell(paragraph(self.t(title), "CKHead"), width, fill=HEAD_FILL)
            for (title, _), width in zip(blocks, widths, strict=True)
        ]
        texts = [cell(block, width, top=True) for (_, block), width in zip(blocks, widths, strict=True)]
        return table([row(heads, header=True, height=self.density.row), row(texts, height=self.density.row)], widths)

    def labelled(self, label: Text, tag: str) -> str:
        """Return a line of running text with its label in front."""
        colon = self.t(Text("：", ": "))
        return paragraph(runs=run(self.t(label) + colon, "CKStrong") + run(tag), style="CKBody")

    def quarters(self, *blocks: tuple[Text, str]) -> str:
        """Return four titled texts as a grid of two by two, kept on one page."""
        widths = share(self.width, (1, 1))
        rows = []
        for pair, keep in ((blocks[:2], True), (blocks[2:], False)):
            both = list(zip(pair, widths, strict=True))
            rows.append(row([self.label(title, width, keep=True) for (title, _), width in both]))
            texts = [cell(paragraph(tag, "CKText", keep=keep), width, top=True) for (_, tag), width in both]
            rows.append(row(texts, height=1134))
        return table(rows, widths)

    def facts(self, columns: Sequence[Column]) -> str:
        """Return a table of one row under its headings."""
        widths = self.shared(columns)
        return table([self.head(columns, widths), _row(columns, widths, self.density.row)], widths)

    def matrix(self, corner: Text, heads: Sequence[Text], lines: Sequence[tuple[Text, Sequence[str]]]) -> str:
        """Return a table with a heading over each column and a label before each line."""
        first = 1500 if self.lang is Lang.ZH else 1800
        widths = [first, *share(self.width - first, [1] * len(heads))]
        top = [Column(text, 1, "") for text in (corner, *heads)]
        rows = [self.head(top, widths)]
        for label, tags in lines:
            cells = [
                cell(paragraph(tag, "CKText", align="center"), width)
                for tag, width in zip(tags, widths[1:], strict=True)
            ]
            rows.append(row([self.label(label, first), *cells], height=self.density.row))
        return table(rows, widths)

    def footer(self, marks: str) -> str:
        """Return the footer: the form's marks, and page x of y."""
        before, between, after = ("第 ", " 页 共 ", " 页") if self.lang is Lang.ZH else ("Page ", " of ", "")
        pages = run(before) + field("PAGE", "1") + run(between) + field("NUMPAGES", "1") + (run(after) if after else "")
        return paragraph(runs=f"{run(marks)}<w:r><w:tab/></w:r>{pages}", style="Footer")

    def header(self, left: str, right: str) -> str:
        """Return the header of the pages after the first."""
        return paragraph(runs=f"{run(left)}<w:r><w:tab/></w:r>{run(right)}", style="Header")


def _row(columns: Sequence[Column], widths: Sequence[int], height: int, fill: str = "") -> str:
    frame = border("top", 12, ACCENT) + border("bottom", 12, ACCENT) if fill else ""
    cells = [
        cell(_content(column), width, fill=fill, borders=frame) for column, width in zip(columns, widths, strict=True)
    ]
    return row(cells, height=height)


def _content(column: Column) -> str:
    if column.tag.startswith("<w:p>"):
        return column.tag
    return paragraph(column.tag, "CKText", align=column.align)


def control(tag: str, width: int, span: int) -> str:
    """Return a row that holds one statement and is gone in the filled form."""
    return row([cell(paragraph(tag, "CKNote"), width, span=span)])


def each(over: str, block: str, otherwise: str = "") -> str:
    """Return `block` for each `item` of the list `over`, or `otherwise` when there is none."""
    return paragraph(f"{{%p for item in {over} %}}") + block + otherwise + paragraph("{%p endfor %}")


def either(condition: str, then: str, otherwise: str = "") -> str:
    """Return blocks that stand only where `condition` holds, and others where it does not."""
    middle = paragraph("{%p else %}") + otherwise if otherwise else ""
    return paragraph(f"{{%p if {condition} %}}") + then + middle + paragraph("{%p endif %}")
