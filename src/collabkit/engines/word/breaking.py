"""Where a filled table may break over pages: after its first row at the latest."""

from __future__ import annotations

import re

_ROW = re.compile(r"<w:tr(?: [^>]*)?>(?:<w:tblPrEx>.*?</w:tblPrEx>)?(?P<look><w:trPr>.*?</w:trPr>)?", re.DOTALL)
_WHOLE = re.compile(r"<w:cantSplit(?: [^>]*)?/>")


def breakable(xml: str) -> str:
    """Return the XML of a table whose first row below its headings may be split over two pages.

    LibreOffice loses all rows but the first when just that one fits on the page and may not be split.
    """
    for row in _ROW.finditer(xml):
        look = row["look"] or ""
        if "<w:tblHeader" not in look:
            return xml[: row.start()] + _WHOLE.sub("", row[0]) + xml[row.end() :]
    return xml
