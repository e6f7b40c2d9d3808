"""The rows behind a figure as CSV, XLSX and Parquet, with the facts that must go along.

Numbers are numbers: a percentage becomes a number in percent with the unit in the header (CSV,
Parquet) or a cell formatted as percent (XLSX). Words such as the kinds of missing stay where they
stand; Parquet keeps them in a column beside the numbers.
"""

import csv as csv_module
import io
import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from carbonpeak.export.cells import PERCENT, Column, Number, columns
from carbonpeak.export.edition import SOFTWARE, Edition
from carbonpeak.export.facts import facts
from carbonpeak.export.plain import glyphs, guarded
from carbonpeak.wording import Lang, say

# The same at every export, so a file never depends on the clock.
DATED = datetime(2000, 1, 1)
NARROWEST, WIDEST, ABOUT_WIDTH = 8, 48, 90


def shape(edition: Edition) -> tuple[int, int]:
    """Return how many rows and columns an edition's files hold, the header not counted."""
    rows, count = edition.exhibit.table.shape
    return rows, count


def csv(edition: Edition) -> bytes:
    """Return the rows as UTF-8 with a byte-order mark and CRLF, as Excel and WPS want them."""
    text = io.StringIO()
    writer = csv_module.writer(text)
    shown = columns(edition.exhibit.table)
    writer.writerow(guarded(one.header(edition.lang)) for one in shown)
    for row in zip(*(one.cells for one in shown), strict=True):
        writer.writerow(_csv_cell(cell, column) for cell, column in zip(row, shown, strict=True))
    return text.getvalue().encode("utf-8-sig")


def xlsx(edition: Edition, link: str = "") -> bytes:
    """Return a workbook: the rows, and a second sheet with everything that explains them."""
    content = io.BytesIO()
    safe = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(content, {"in_memory": True, **safe}) as book:
        book.set_properties({"title": guarded(edition.title), "created": DATED, "author": SOFTWARE})
        _write_rows(book, edition)
        _write_about(book, edition, link)
    return content.getvalue()


def parquet(edition: Edition, link: str = "") -> bytes:
    """Return the rows as Parquet; the schema's metadata hold the same facts as the sheet."""
    fields: dict[str, pa.Array] = {}
    for column in columns(edition.exhibit.table):
        for name, values in _arrow(column, edition.lang):
            fields[name] = values
    table = pa.table(fields)
    told = json.dumps(facts(edition, link), ensure_ascii=False)
    table = table.replace_schema_metadata({**edition.metadata, "Facts": told})
    content = io.BytesIO()
    pq.write_table(table, content)
    return content.getvalue()


def _csv_cell(cell: Number | str | None, column: Column) -> str:
    if isinstance(cell, Number):
        return cell.ascii + (cell.unit if column.mixed else "")
    return guarded(cell or "")


def _arrow(column: Column, lang: Lang) -> Iterator[tuple[str, Any]]:
    """Give a column's numbers and, beside them, its words; one that is no quantity is text."""
    name = column.header(lang)
    if not column.is_quantity:
        texts = [one.ascii + one.unit if isinstance(one, Number) else one for one in column.cells]
        yield name, pa.array(texts, pa.string())
        return
    values = [one.exact if isinstance(one, Number) else None for one in column.cells]
    whole = all(one.digits == 0 for one in column.numbers)
    yield name, pa.array(values, pa.int64() if whole else pa.float64())
    words = [one if isinstance(one, str) else None for one in column.cells]
    if any(words):
        yield say("sheet.words", lang, column=column.name), pa.array(words, pa.string())


def _write_rows(book: Any, edition: Edition) -> None:
    sheet = book.add_worksheet(say("sheet.rows", edition.lang))
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    formats: dict[str, Any] = {}
    for place, column in enumerate(columns(edition.exhibit.table)):
        # Percent and units stand in the cells themselves, as they do on the screen.
        sheet.write_string(0, place, guarded(column.name), head)
        for row, cell in enumerate(column.cells, start=1):
            if isinstance(cell, Number):
                form = _format(cell)
                if form not in formats:
                    formats[form] = book.add_format({"num_format": form})
                sheet.write_number(row, place, _stored(cell), formats[form])
            elif cell:
                sheet.write_string(row, place, guarded(cell))
        sheet.set_column(place, place, _width(column))
    sheet.freeze_panes(1, 1)


def _write_about(book: Any, edition: Edition, link: str) -> None:
    sheet = book.add_worksheet(say("sheet.about", edition.lang))
    bold = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 28, bold)
    sheet.set_column(1, 1, ABOUT_WIDTH, wrapped)
    for row, (what, words) in enumerate(facts(edition, link)):
        sheet.write_string(row, 0, guarded(what), bold)
        sheet.write_string(row, 1, guarded(words), wrapped)


def _stored(cell: Number) -> float:
    # Divided in binary, 5.4 would show seventeen digits to whoever clicks the cell.
    return round(cell.value / 100, cell.digits + 2) if cell.unit == PERCENT else cell.exact


def _format(cell: Number) -> str:
    """Return the number format that shows a cell as it was printed."""
    part = "." + "0" * cell.digits if cell.digits else ""
    bare = ("#,##0" if cell.grouped else "0") + part
    tail = PERCENT if cell.unit == PERCENT else f'"{cell.unit}"' if cell.unit else ""
    shown = bare + tail
    return f"+{shown};-{shown};{shown}" if cell.signed else shown


def _width(column: Column) -> float:
    """Return a width in characters that shows the longest cell, within bounds."""
    texts = [one.ascii + "00" if isinstance(one, Number) else one or "" for one in column.cells]
    head = (glyphs(column.name) + 1) // 2
    return min(max(NARROWEST, head, *(glyphs(one) + 2 for one in texts)), WIDEST)
