"""What may be given on the command line."""

import argparse
from pathlib import Path

from carbonpeak.cli import commands
from carbonpeak.cli.output import FORMATS
from carbonpeak.findings.standing import ISSUERS, KNOWN_BASES

ABOUT = (
    "The command line: build the tables, check them, ask a query, "
    "say where a region or sector stands."
)


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    whole = argparse.ArgumentParser(prog="python -m carbonpeak", description=ABOUT)
    names = whole.add_subparsers(required=True, metavar="COMMAND")
    one = names.add_parser("build", help="build the tables from a folder of source files")
    one.add_argument("--raw", type=Path, required=True, help="folder of the source tables")
    one.set_defaults(run=commands.build)
    one = names.add_parser("check", help="load every table and run every data test")
    one.set_defaults(run=commands.check)
    one = names.add_parser("query", help="print the rows of a query")
    one.add_argument("name")
    one.add_argument("--param", action="append", default=[], metavar="NAME=VALUE")
    _add_output(one)
    one.set_defaults(run=commands.query)
    one = names.add_parser("progress", help="say where the nation, a region or a sector stands")
    _add_standing(one)
    _add_output(one)
    one.set_defaults(run=commands.progress)
    return whole


def _add_standing(parser: argparse.ArgumentParser) -> None:
    name = "CODE_OR_NAME"
    parser.add_argument("--region", metavar=name, help="a province (code of GB/T 2260)")
    parser.add_argument("--sector", metavar=name, help="a division (code of GB/T 4754-2017)")
    parser.add_argument("--year", type=int, choices=(2021, 2022), default=2022)
    parser.add_argument(
        "--basis", choices=KNOWN_BASES, help="what counts, for the measure it belongs to"
    )
    parser.add_argument(
        "--target", choices=ISSUERS, default="national", help="whose target a province is held to"
    )


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format", choices=FORMATS, help="else as the file's suffix says, or else csv"
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="a file instead of the screen"
    )
