"""Small Word documents to test with, and what a reader sees in a filled one."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import docx
from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from collabkit.engines.word import WordTemplate, load


def save(folder: Path, *blocks: str | Sequence[Sequence[str]], name: str = "t.docx", header: str = "") -> Path:
    """Write a document of paragraphs (texts) and tables (rows of texts) and return its path."""
    document = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(rows=0, cols=len(block[0]))
        for texts in block:
            for cell, text in zip(table.add_row().cells, texts, strict=True):
                cell.text = text
    if header:
        document.sections[0].header.paragraphs[0].text = header
    path = folder / name
    document.save(str(path))
    return path


def template(folder: Path, *blocks: str | Sequence[Sequence[str]], header: str = "") -> WordTemplate:
    """Return the template of such a document."""
    return load(save(folder, *blocks, header=header))


def read(data: bytes) -> Document:
    """Open a filled document."""
    return docx.Document(io.BytesIO(data))


def seen(data: bytes) -> list[str]:
    """Return the texts of the body in order: paragraphs, and the rows of tables with `|` between cells."""
    return list(_texts(read(data)))


def _texts(document: Document) -> Sequence[str]:
    found = []
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            found.append(block.text)
        elif isinstance(block, Table):
            found += ["|".join(cell.text for cell in row.cells) for row in block.rows]
    return found
