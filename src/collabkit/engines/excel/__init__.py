"""Excel templates filled by editing the package's parts; the workbook's hidden memory of where its values came from."""

from collabkit.engines.excel.origin import Block, Origin, OriginCell, OriginRow, Stamp
from collabkit.engines.excel.reading import read_origin
from collabkit.engines.excel.template import ExcelTemplate, load

__all__ = ["Block", "ExcelTemplate", "Origin", "OriginCell", "OriginRow", "Stamp", "load", "read_origin"]
