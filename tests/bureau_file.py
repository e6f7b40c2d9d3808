"""One workbook as a statistics bureau sends it: one province, the year after the last.

Title rows, a merged caption, notes below, numbers as text with separators; a sheet for each table,
called as the table is in Chinese. The figures are made: those of the last year, a little less.
"""

import io
from numbers import Integral
from typing import Any

import openpyxl
import pandas as pd

from carbonpeak.data.catalogue import Table
from carbonpeak.data.dataset import Dataset
from carbonpeak.incoming import merging, template

PROVINCE = "130000"
TABLES = ("energy", "energy_transformation", "co2", "value_added", "gdp")
# What the amounts of the next year are of the last one's.
SHARE = 0.97
AMOUNTS = {"quantity", "energy_tce", "co2_t"}
LEFT_OUT = ("standing", "source_id", "flag")


def rows_of(data: Dataset, name: str, province: str = PROVINCE) -> pd.DataFrame:
    """Return the made rows of a table for the year after its inventories' last."""
    standing = merging.standing_rows(data, data.catalogue.table(name))
    last = standing[(standing["region_code"] == province) & (standing["year"] == data.last_year)]
    more = last.assign(year=last["year"] + 1)
    for column in AMOUNTS & set(more.columns):
        more[column] = more[column] * SHARE
    return more


def content(data: Dataset, province: str = PROVINCE, names: tuple[str, ...] = TABLES) -> bytes:
    """Return the workbook."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name in names:
        _sheet(book, data.catalogue.table(name), rows_of(data, name, province))
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _sheet(book: Any, table: Table, rows: pd.DataFrame) -> None:
    sheet = book.create_sheet(table.title.zh[:31])
    kept = [one.name for one in table.fields if one.name not in LEFT_OUT]
    named = dict(
        zip([one.name for one in table.fields], template.headings(table, True), strict=True)
    )
    sheet.append(["河北省统计局"])
    sheet.append([f"{table.title.zh}（2023 年）"])
    sheet.merge_cells(start_row=2, start_column=1, end_row=2, end_column=len(kept))
    sheet.append([])
    sheet.append([named[one] for one in kept])
    for cells in rows[kept].itertuples(index=False):
        sheet.append([_text(one) for one in cells])
    sheet.append([])
    sheet.append(["注：1. 本表为初步核算数。"])
    sheet.append(["2. 部分数据因四舍五入，分项与合计可能不等。"])


def _text(value: Any) -> str:
    if value is None or pd.isna(value):
        return "—"
    if isinstance(value, str | Integral):
        return str(value)
    whole, _, part = repr(float(value)).partition(".")
    return f"{int(whole):,}.{part}" if whole.isdigit() and part.isdigit() else repr(float(value))
