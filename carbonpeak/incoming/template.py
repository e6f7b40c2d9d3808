"""Templates of a table, made from the catalogue: headings, an example, columns, codes."""

import io
from collections import Counter
from collections.abc import Sequence
from typing import Any

import pandas as pd
import xlsxwriter

from carbonpeak.data.catalogue import Field, Table
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.table_rows import Wanted
from carbonpeak.incoming import columns, field_units, known
from carbonpeak.incoming.judging import STANDINGS
from carbonpeak.incoming.known import NAME_COLUMNS
from carbonpeak.incoming.words import WORDS
from carbonpeak.words import both

# Rows of the table that a template shows as an example.
EXAMPLES = 2
# The column of sources, and that of units which differ from code to code.
SOURCE, UNIT = "source_id", "quantity_unit"


def headings(table: Table, chinese: bool) -> list[str]:
    """Return what the columns are called in a language, each understood by the reader of files."""
    roles = columns.roles(table)
    heads = Counter(columns.heads_of(one)[0] for one in table.fields)
    shared = {head for head, count in heads.items() if count > 1}
    return [_heading(one, roles, shared) if chinese else one.name for one in table.fields]


def _heading(one: Field, roles: dict[str, columns.Role], shared: set[str]) -> str:
    """Return a name with its unit; that of the catalogue where no other is the column's alone."""
    is_measured = field_units.is_measured(one)
    unit = f"（{field_units.written(one, True)}）" if is_measured else ""
    head = columns.heads_of(one)[0]
    for name in (one.meaning.zh, head) if head in shared else (head, one.meaning.zh):
        found = columns.heading(f"{name}{unit}", roles)
        if found and found[0] == columns.Role(one.name):
            return f"{name}{unit}"
    return one.name


def csv(data: Dataset, table: Table, chinese: bool, examples: pd.DataFrame | None = None) -> bytes:
    """Return the template as CSV with the mark that Excel and WPS need.

    ``examples`` are rows of a table that the catalogue does not have.
    """
    given = _examples(data, table) if examples is None else examples
    rows = given.set_axis(headings(table, chinese), axis=1)
    return rows.to_csv(index=False, lineterminator="\n").encode("utf-8-sig")


def workbook(
    data: Dataset, table: Table, chinese: bool, examples: pd.DataFrame | None = None
) -> bytes:
    """Return the template as XLSX: rows, the columns explained, the codes that they may hold.

    ``examples`` as above.
    """
    given = _examples(data, table) if examples is None else examples
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False}) as book:
        heads = headings(table, chinese)
        rows = given.itertuples(index=False, name=None)
        _sheet(book, _say("template.rows", chinese), heads, list(rows))
        explained = [_explained(one, head, chinese) for one, head in _paired(table, heads)]
        names = ("name", "meaning", "unit", "required")
        said = [_say(f"template.{name}", chinese) for name in names]
        _sheet(book, _say("template.columns", chinese), said, explained)
        said = [
            _say(f"template.{name}", chinese)
            for name in ("name", "code", "chinese", "english", "unit")
        ]
        _sheet(book, _say("template.codes", chinese), said, _codes(data, table, heads, chinese))
    return content.getvalue()


def _say(key: str, chinese: bool) -> str:
    return WORDS[key].zh if chinese else WORDS[key].en


def _examples(data: Dataset, table: Table) -> pd.DataFrame:
    rows = data.rows_of(Wanted(table.name, named=False), most=EXAMPLES)
    cells = rows.astype(object)
    return cells.where(cells.notna(), None)


def _paired(table: Table, heads: Sequence[str]) -> list[tuple[Field, str]]:
    return list(zip(table.fields, heads, strict=True))


def _explained(one: Field, head: str, chinese: bool) -> tuple[str, str, str, str]:
    may_be_empty = not one.required or one.name in known.DEFAULTS
    unit = field_units.written(one, chinese) if field_units.is_measured(one) else ""
    if one.unit.endswith(UNIT):
        unit = _say("template.unit_of_code", chinese)
    return (
        head,
        one.meaning.zh if chinese else one.meaning.en,
        unit,
        _say("template.yes" if may_be_empty else "template.no", chinese),
    )


def _codes(
    data: Dataset, table: Table, heads: Sequence[str], chinese: bool
) -> list[tuple[Any, ...]]:
    """Return the codes of every column that refers to a table of names, and the standings.

    Sources are no codes to choose from: rows of one's own leave theirs empty.
    """
    found: list[tuple[Any, ...]] = []
    others = {name: other for name, other in table.foreign if name != SOURCE}
    for one, head in _paired(table, heads):
        if one.name == "standing":
            texts = [(code, both(f"standing.{code}")) for code in STANDINGS]
            found += [(head, code, text.zh, text.en) for code, text in texts]
        elif one.name in others:
            rows = data.rows_of(Wanted(others[one.name], named=False))
            named = rows[[one.name, *NAME_COLUMNS]].itertuples(index=False, name=None)
            stated = rows.get(UNIT, pd.Series("", index=rows.index))
            shown = [field_units.spelt(str(text), chinese) for text in stated]
            found += [(head, *cells, text) for cells, text in zip(named, shown, strict=True)]
    return found


def _sheet(book: Any, name: str, heads: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True, "bottom": 1})
    for place, head in enumerate(heads):
        sheet.write_string(0, place, head, bold)
        sheet.set_column(place, place, max(14, 2 * len(head)))
    for line, cells in enumerate(rows, start=1):
        for place, cell in enumerate(cells):
            if isinstance(cell, str):
                sheet.write_string(line, place, cell)
            elif cell is not None:
                sheet.write(line, place, cell)
    sheet.freeze_panes(1, 0)
