"""WordprocessingML by hand: runs, paragraphs, tables, each as a string with its children in the schema's order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal
from xml.sax.saxutils import escape

from templates.look import LINE

NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_LOOK: Final = re.compile(r"<w:pPr>(?:<w:pStyle [^>]*/>)?(?!<w:pStyle|<w:keepNext)")
Align = Literal["left", "center", "right"]


def run(text: str, style: str = "") -> str:
    """Return one run of `text`, in the character style with this id."""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def field(name: str, cached: str) -> str:
    """Return a field such as PAGE with the value shown until Word computes it."""
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>{cached}</w:t></w:r></w:fldSimple>'


def paragraph(
    text: str = "", style: str = "", *, runs: str = "", align: Align | None = None, keep: bool = False
) -> str:
    """Return a paragraph of `text`, or of finished `runs`; `keep` keeps it on one page with the next one."""
    look = f'<w:pStyle w:val="{style}"/>' if style else ""
    look += "<w:keepNext/>" if keep else ""
    look += f'<w:jc w:val="{align}"/>' if align else ""
    inner = runs or (run(text) if text else "")
    return f"<w:p>{f'<w:pPr>{look}</w:pPr>' if look else ''}{inner}</w:p>"


def cell(content: str, width: int, *, span: int = 1, fill: str = "", borders: str = "", top: bool = False) -> str:
    """Return a table cell `width` twips wide that holds the paragraphs `content`, centred in height unless `top`."""
    look = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    look += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    look += f"<w:tcBorders>{borders}</w:tcBorders>" if borders else ""
    look += f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    look += f'<w:vAlign w:val="{"top" if top else "center"}"/>'
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{content}</w:tc>"


def row(cells: Sequence[str], *, height: int = 0, header: bool = False) -> str:
    """Return a row that is not split over pages, at least `height` twips high; a header row is repeated."""
    look = "<w:cantSplit/>"
    look += f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    look += "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr>{look}</w:trPr>{''.join(cells)}</w:tr>"


def kept(row_: str) -> str:
    """Return a row that stays on one page with the next one."""
    styled = _LOOK.sub(lambda look: look[0] + "<w:keepNext/>", row_)
    return styled.replace("<w:p><w:r>", "<w:p><w:pPr><w:keepNext/></w:pPr><w:r>")


def table(rows: Sequence[str], widths: Sequence[int], *, style: str = "CKTable") -> str:
    """Return a table with fixed columns `widths` twips wide."""
    look = (
        f'<w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        ' w:noHBand="1" w:noVBand="1"/>'
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def border(side: str, size: int = 4, color: str = LINE, kind: str = "single") -> str:
    """Return one border line, `size` eighths of a point thick."""
    return f'<w:{side} w:val="{kind}" w:sz="{size}" w:space="0" w:color="{color}"/>'


def share(total: int, parts: Sequence[float]) -> list[int]:
    """Return `total` divided in proportion to `parts`, adding up exactly."""
    widths = [int(total * part / sum(parts)) for part in parts]
    widths[-1] += total - sum(widths)
    return widths
