"""The rows of a table as CSV, Parquet and XLSX, with the codebook that explains them.

Columns keep the names and order of the table, numbers all their digits. CSV holds the rows alone;
Parquet holds meaning and unit in its schema; XLSX has sheets with columns, codes, sources, marks.
"""

import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from carbonpeak.data.catalogue import Table
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.table_rows import Wanted
from carbonpeak.export.printable import SOFTWARE
from carbonpeak.export.rows import codebook
from carbonpeak.export.rows.plain import glyphs, guarded
from carbonpeak.words.speaker import Speaker

# The same at every export, so a file never depends on the clock.
DATED = datetime(2000, 1, 1)
NARROWEST, WIDEST = 9, 60
# A width is taken from the first rows: those below are alike.
LOOKED_AT = 100
# What a sheet can hold below its heading.
MOST_ROWS = 1_048_575
SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
Kind = str


def csv(data: Dataset, wanted: Wanted, tell: Speaker) -> bytes:
    """Return rows as UTF-8 with a byte-order mark and CRLF, as Excel and WPS want them."""
    return as_csv(_rows(data, wanted))


def parquet(data: Dataset, wanted: Wanted, tell: Speaker) -> bytes:
    """Return rows as Parquet; columns say meaning and unit, the schema which rows of what."""
    table, rows = data.catalogue.table(wanted.table), _rows(data, wanted)
    found = pa.Table.from_pandas(rows, preserve_index=False)
    meant = {
        one.name: {"meaning": tell.text(one.meaning), "unit": one.unit} for one in table.fields
    }
    fields = [one.with_metadata(meant[one.name]) for one in found.schema]
    told = json.dumps(codebook.about(data, wanted, tell), ensure_ascii=False)
    schema = pa.schema(fields, metadata={"Facts": told, "Software": SOFTWARE})
    content = io.BytesIO()
    pq.write_table(found.cast(schema), content)
    return content.getvalue()


def xlsx(data: Dataset, wanted: Wanted, tell: Speaker) -> bytes:
    """Return a workbook: the rows, and what explains them on sheets of their own."""
    rows = {tell("codebook.rows"): _rows(data, wanted)}
    return workbook({**rows, **explained(data, wanted, tell)})


def codebook_alone(data: Dataset, wanted: Wanted, tell: Speaker) -> bytes:
    """Return a workbook of all that explains rows, without them."""
    return workbook(explained(data, wanted, tell))


FILES: dict[Kind, Callable[[Dataset, Wanted, Speaker], bytes]] = {
    "csv": csv,
    "parquet": parquet,
    "xlsx": xlsx,
}


def explained(data: Dataset, wanted: Wanted, tell: Speaker) -> dict[str, pd.DataFrame]:
    """Return the sheets that explain rows, by name; those without a row are left out."""
    facts = codebook.about(data, wanted, tell)
    heads = [tell("codebook.column"), tell("codebook.meaning")]
    sheets = {
        "columns": codebook.columns(data, wanted, tell),
        "codes": codebook.codes(data, wanted, tell),
        "sources": codebook.sources(data, wanted, tell),
        "marks": codebook.marks(data, wanted, tell),
        "about": pd.DataFrame(facts, columns=heads),
    }
    return {tell(f"codebook.{name}"): rows for name, rows in sheets.items() if len(rows)}


def as_csv(rows: pd.DataFrame) -> bytes:
    """Return rows as CSV; a text that a spreadsheet would take for a formula has an apostrophe."""
    safe = rows.assign(**{name: _guarded(rows[name]) for name in _texts(rows)})
    return safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def workbook(sheets: dict[str, pd.DataFrame]) -> bytes:
    """Return a workbook with a sheet for each frame; a large one is written row by row."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"constant_memory": True, **SAFE}) as book:
        book.set_properties({"created": DATED, "author": SOFTWARE})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        for name, rows in sheets.items():
            _write(book.add_worksheet(name), rows, head)
    return content.getvalue()


def _rows(data: Dataset, wanted: Wanted) -> pd.DataFrame:
    return data.rows_of(replace(wanted, named=False))


def _texts(rows: pd.DataFrame) -> list[str]:
    return [str(name) for name in rows.columns if pd.api.types.is_string_dtype(rows[name])]


def _guarded(texts: "pd.Series[Any]") -> "pd.Series[Any]":
    """Return texts as spreadsheets may have them; each different one is looked at once."""
    return texts.map({one: guarded(str(one)) for one in texts.dropna().unique()})


def _write(sheet: Any, rows: pd.DataFrame, head: Any) -> None:
    for place, name in enumerate(rows.columns):
        sheet.set_column(place, place, _width(str(name), rows[name]))
    sheet.freeze_panes(1, 0)
    for place, name in enumerate(rows.columns):
        sheet.write_string(0, place, guarded(str(name)), head)
    columns = [_cells(rows[name]) for name in rows.columns]
    writers = [getattr(sheet, f"write_{_kind(rows[name])}") for name in rows.columns]
    for row, cells in enumerate(zip(*columns, strict=True), start=1):
        for place, (write, cell) in enumerate(zip(writers, cells, strict=True)):
            if cell is not None:
                write(row, place, cell)


def _kind(values: "pd.Series[Any]") -> str:
    if pd.api.types.is_bool_dtype(values):
        return "boolean"
    return "number" if pd.api.types.is_numeric_dtype(values) else "string"


def _cells(values: "pd.Series[Any]") -> list[Any]:
    """Return the cells of a column as a sheet takes them, None for what is missing."""
    shown = _guarded(values) if _kind(values) == "string" else values
    return [None if one else cell for cell, one in zip(shown, shown.isna(), strict=True)]


def _width(name: str, values: "pd.Series[Any]") -> int:
    widest = max([glyphs(name), *(glyphs(str(one)) for one in values.head(LOOKED_AT))])
    return min(max(widest + 2, NARROWEST), WIDEST)


def of_table(table: Table, kind: Kind, version: str) -> str:
    """Return the name of a file with rows of a table."""
    return f"{table.name}_{version}.{kind}"
