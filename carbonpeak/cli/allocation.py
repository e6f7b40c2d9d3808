"""The command that reckons the allowances of one unit, or of the units of a file."""

import argparse
from pathlib import Path

import pandas as pd

from carbonpeak.cli.arguments import Arguments, add_output
from carbonpeak.cli.output import OutputError, format_of_rows, write
from carbonpeak.cli.terminal import language
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.queries import QueryError
from carbonpeak.topics.market import analysis
from carbonpeak.topics.market.analysis_allocation import LINES, usual_vintage
from carbonpeak.topics.market.given import OUTPUT_UNITS, read, reckoned
from carbonpeak.words import say

# Options of one unit, and the fields they fill.
OF_ONE = {
    "produced": "output",
    "heat": "heat_gj",
    "load": "load_factor",
    "emissions": "emissions_t",
    "intensity": "intensity",
    "balance": "balance",
    "cf4": "cf4_t",
    "c2f6": "c2f6_t",
}


def add_allocate(parser: Arguments) -> None:
    """Take one unit by options or a file of units, and the price."""
    parser.takes("units", say_as="units", nargs="?", type=Path, metavar="FILE")
    parser.takes("--line", choices=LINES)
    parser.takes("--vintage", type=int, metavar="YEAR")
    parser.takes("--class", dest="unit_class", metavar="CLASS")
    for name in OF_ONE:
        parser.takes(f"--{name}", type=float, metavar="NUMBER")
    parser.takes("--price", type=float, metavar="YUAN")
    add_output(parser)


def allocate(given: argparse.Namespace) -> int:
    """Print allowances, what is left or short and what that costs, one row per unit."""
    kind = format_of_rows(given.format, given.output)
    data = Dataset.open()
    price = analysis.last_average(data)[1] if given.price is None else given.price
    units = _one(data, given) if given.units is None else _many(given)
    rows = reckoned(data, units, price)
    write(rows.reset_index(drop=True), kind, given.output, language(given.lang))
    return 0


def _one(data: Dataset, given: argparse.Namespace) -> pd.DataFrame:
    """Return the unit of the options; its output is in the unit its kind has."""
    if given.line is None:
        raise QueryError(say("cli.allocate.nothing", language(given.lang)))
    vintage = usual_vintage(data, given.line) if given.vintage is None else given.vintage
    fields = {field: getattr(given, name) for name, field in OF_ONE.items()}
    row = {
        "unit_id": "1",
        "line": given.line,
        "vintage": vintage,
        "unit_class": given.unit_class,
        "output_unit": OUTPUT_UNITS[given.line],
        **fields,
    }
    # No row of a file: sentences name the field alone.
    return pd.DataFrame([row], index=[0])


def _many(given: argparse.Namespace) -> pd.DataFrame:
    """Return the units of a file; options of one unit beside it would mean nothing."""
    names = ("line", "vintage", "unit_class", *OF_ONE)
    beside = [name for name in names if getattr(given, name) is not None]
    if beside:
        said = ", ".join(f"--{name.replace('unit_class', 'class')}" for name in beside)
        raise QueryError(say("cli.allocate.both", language(given.lang), names=said))
    try:
        return read(given.units)
    except OSError as fault:
        raise OutputError(
            say("cli.allocate.unread", language(given.lang), file=given.units, why=fault.strerror)
        ) from fault
