"""The command that lists the rows of the tables that a figure rests on."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from carbonpeak.cli import output
from carbonpeak.cli.arguments import Arguments, add_params
from carbonpeak.cli.figures import codes_of, named, worded
from carbonpeak.cli.output import OutputError
from carbonpeak.cli.terminal import language
from carbonpeak.data.catalogue import Field, Table
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.queries import QueryError
from carbonpeak.export import source_rows
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.rows import table_files
from carbonpeak.export.source_rows import SOURCE, SourceRows, TableRows
from carbonpeak.words import LANGS, Lang, say
from carbonpeak.words.numbers import number
from carbonpeak.words.speaker import Speaker

XLSX = "xlsx"
FORMATS = (*output.FORMATS, XLSX)
# Columns that say of every table the same kind of thing; others stand in ``item``.
COMMON = ("year", "region_code", "sector_code", "standing", "flag", "note", SOURCE)
ENDS = ("document", "address")
# More rows than these are not read on a terminal.
MOST_SHOWN = 40


def add_rows(parser: Arguments) -> None:
    """Take the name of a figure, its choices, and which of its rows."""
    parser.takes("name", say_as="rows_figure", metavar="FIGURE")
    add_params(parser, "figure_param")
    parser.takes("--table", say_as="rows_table")
    parser.takes("--row", say_as="rows_number", type=int)
    parser.takes("--whole", action="store_true")
    parser.takes("--format", say_as="format_rows", choices=(*FORMATS, output.TABLE))
    parser.takes("-o", "--output", say_as="output_rows", type=Path, metavar="FILE")
    parser.takes("--lang", choices=LANGS)


def rows(given: argparse.Namespace) -> int:
    """Write the rows of the tables behind a figure: of all, or of one with its own columns."""
    data, lang = Dataset.open(), language(given.lang)
    kind = _kind(given)
    tell = Speaker(lang)
    asked = codes_of(given.param, lang)
    made = worded(lambda: named(data, given.name, asked, lang), lang)
    found = _found(data, made, given, lang)
    frame = _of_table(data, found, given, lang) if given.table else tidy(data, found, tell)
    if kind == XLSX:
        _save(data, frame, found, given, tell)
    elif kind == output.TABLE and given.output is None:
        _show(frame, lang)
    else:
        output.write(frame, kind, given.output, lang)
    return 0


def tidy(data: Dataset, found: SourceRows, tell: Speaker) -> pd.DataFrame:
    """Return one row for each value of a table's row: what, where, when, of which source.

    ``item`` holds the codes of the row that have no column of their own, ``column`` the name of the
    value in its table, ``value`` a number in ``unit``, ``text`` a value that is words.
    """
    parts = [part for one in found.tables for part in _values(data, one, tell)]
    return pd.concat(parts, ignore_index=True)


def _kind(given: argparse.Namespace) -> str:
    if given.format is None and given.output is None:
        return output.format_of_rows(None, None)
    kind = output.format_of(given.format, given.output, FORMATS)
    if kind == XLSX and given.output is None:
        raise QueryError(say("cli.needs_file", language(given.lang), kind=XLSX))
    return kind


def _found(
    data: Dataset, made: PrintableFigure, given: argparse.Namespace, lang: Lang
) -> SourceRows:
    """Return the rows asked for; QueryError where the figure has no such row."""
    row = None if given.row is None else given.row - 1
    try:
        return source_rows.find(data, made, row, given.whole)
    except IndexError:
        facts = {"figure": given.name, "given": given.row, "count": len(made.figure.table)}
        raise QueryError(say("cli.rows.no_row", lang, **facts)) from None


def _of_table(
    data: Dataset, found: SourceRows, given: argparse.Namespace, lang: Lang
) -> pd.DataFrame:
    """Return the rows of one table; QueryError where the figure does not rest on it."""
    try:
        return source_rows.frame(data, found.of(given.table))
    except KeyError:
        tables = say("list.separator", lang).join(one.table.name for one in found.tables)
        facts = {"figure": given.name, "given": given.table, "tables": tables}
        raise QueryError(say("cli.rows.no_table", lang, **facts)) from None


def _values(data: Dataset, one: TableRows, tell: Speaker) -> Iterator[pd.DataFrame]:
    """Give the rows of a table once for each column that is a value."""
    wide = source_rows.frame(data, one)
    keys = pd.DataFrame({"table": one.table.name}, index=wide.index)
    for name in COMMON:
        keys[name] = wide.get(name)
        place = name.removesuffix("_code")
        if place != name and (words := wide.get(f"{place}_name_{tell.lang}")) is not None:
            keys[place] = words
    keys["item"] = _items(wide, one.table)
    keys["source"] = wide[f"source_name_{tell.lang}"]
    for end in ENDS:
        keys[end] = wide[end]
    for field in _measures(one.table):
        unit = wide.get("unit", field.unit)
        values = wide[field.name] if field.type == "number" else None
        text = wide.get("value_text") if field.type == "number" else wide[field.name]
        yield keys.assign(column=field.name, value=values, unit=unit, text=text)


def _measures(table: Table) -> list[Field]:
    """Return the columns that are values: numbers, or words where a table has no number."""
    own = [one for one in table.fields if one.name not in (*COMMON, *table.key, "unit")]
    numbers = [one for one in own if one.type == "number"]
    return numbers or own[:1]


def _items(wide: pd.DataFrame, table: Table) -> list[str]:
    """Return the codes of each row that have no column of their own, in one text."""
    names = [one for one in table.key if one not in COMMON]
    return [
        "; ".join(f"{name}={value}" for name, value in zip(names, values, strict=True))
        for values in zip(*(wide[name] for name in names), strict=True)
    ] or [""] * len(wide)


def _show(frame: pd.DataFrame, lang: Lang) -> None:
    """Print the first rows for people, and how many there are."""
    output.write(frame.head(MOST_SHOWN), output.TABLE, None, lang)
    if len(frame) > MOST_SHOWN:
        facts = {"rows": number(len(frame)), "most": MOST_SHOWN}
        print(say("cli.rows.cut", lang, **facts), file=sys.stderr)


def _save(
    data: Dataset,
    frame: pd.DataFrame,
    found: SourceRows,
    given: argparse.Namespace,
    tell: Speaker,
) -> None:
    """Write a workbook: the rows, and with those of one table its codebook."""
    if len(frame) > table_files.MOST_ROWS:
        facts = {"rows": number(len(frame)), "most": number(table_files.MOST_ROWS)}
        raise OutputError(tell("cli.rows.too_many", **facts))
    sheets = {tell("codebook.rows"): frame}
    if given.table:
        sheets |= table_files.explained(data, found.of(given.table).wanted, tell)
    output.export(table_files.workbook(sheets), given.output)
