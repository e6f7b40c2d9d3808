"""What may be given on the command line."""

import argparse
from pathlib import Path

from carbonpeak.cli import commands, figures
from carbonpeak.cli.output import FORMATS
from carbonpeak.cli.progress import ISSUERS, KNOWN_BASES
from carbonpeak.domain.view import BASES
from carbonpeak.export.picture.size import DPIS, WIDTHS_MM
from carbonpeak.export.report.templates import TEMPLATES
from carbonpeak.topics.drivers.analysis import FORMS, PARTS
from carbonpeak.topics.drivers.question import CHAIN
from carbonpeak.topics.reports.page import REPORTS
from carbonpeak.words import LANGS

ABOUT = (
    "The command line: build the tables, check them, ask a query, "
    "say where a region or sector stands, whether it has peaked and why it changed, "
    "write figures and reports to files."
)
LAST_PORT = 65535


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    whole = argparse.ArgumentParser(prog="python -m carbonpeak", description=ABOUT)
    names = whole.add_subparsers(required=True, metavar="COMMAND")
    one = names.add_parser("build", help="build the tables from a folder of source files")
    one.add_argument("--raw", type=Path, required=True, help="folder of the source tables")
    one.set_defaults(run=commands.build)
    one = names.add_parser("check", help="load every table and run every data test")
    one.set_defaults(run=commands.check)
    one = names.add_parser("serve", help="serve the pages until it is stopped")
    _add_address(one)
    one.set_defaults(run=commands.serve)
    one = names.add_parser("query", help="print the rows of a query")
    one.add_argument("name")
    one.add_argument("--param", action="append", default=[], metavar="NAME=VALUE")
    _add_output(one)
    one.set_defaults(run=commands.query)
    one = names.add_parser("progress", help="say where the nation, a region or a sector stands")
    _add_standing(one)
    _add_output(one)
    one.set_defaults(run=commands.progress)
    one = names.add_parser("peak", help="say which regions or sectors have peaked, by the rule")
    _add_peak(one)
    _add_output(one)
    one.set_defaults(run=commands.peak)
    one = names.add_parser("decompose", help="say what each driver added to a change")
    _add_decompose(one)
    _add_output(one)
    one.set_defaults(run=commands.decompose)
    one = names.add_parser("figure", help="write a figure or its rows to a file, or list them")
    _add_figure(one)
    one.set_defaults(run=figures.figure)
    one = names.add_parser("report", help="write a report of the nation or a province to a file")
    _add_report(one)
    one.set_defaults(run=figures.report)
    one = names.add_parser("passport", help="say what the id of a figure stands for")
    one.add_argument("id", metavar="ID", help="as it stands below a figure, in quotes")
    _add_language(one)
    one.set_defaults(run=figures.show_passport)
    return whole


def _add_address(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--host", default="localhost", help="where to listen; 0.0.0.0 lets other machines in"
    )
    parser.add_argument("--port", type=_port, default=8501)
    parser.add_argument(
        "--name",
        action="append",
        default=[],
        dest="names",
        metavar="HOST_NAME",
        help="a name by which readers or a proxy ask for this machine; may be given repeatedly",
    )


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= LAST_PORT:
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to {LAST_PORT}, not {text}")
    return int(text)


def _add_standing(parser: argparse.ArgumentParser) -> None:
    _add_place(parser)
    parser.add_argument("--year", type=int, help="the year to judge; the last known without it")
    parser.add_argument(
        "--basis", choices=KNOWN_BASES, help="what counts, for the measure it belongs to"
    )
    parser.add_argument(
        "--target", choices=ISSUERS, default="national", help="whose target a province is held to"
    )


def _add_peak(parser: argparse.ArgumentParser) -> None:
    _add_place(parser)
    parser.add_argument("--basis", choices=tuple(BASES["co2"]), default="total")
    parser.add_argument(
        "--until", type=int, metavar="YEAR", help="the last year used; else the last known"
    )
    parser.add_argument(
        "--by-last-year",
        action="store_true",
        help="one region and sector (else all industry of the nation) with each last year",
    )


def _add_decompose(parser: argparse.ArgumentParser) -> None:
    _add_place(parser)
    parser.add_argument("--measure", choices=tuple(CHAIN), default="energy")
    parser.add_argument("--basis", help="what counts: " + ", ".join(KNOWN_BASES))
    parser.add_argument("--from", dest="first", type=int, metavar="YEAR")
    parser.add_argument(
        "--to", dest="last", type=int, metavar="YEAR", help="the last known without it"
    )
    parser.add_argument("--form", choices=FORMS, default=FORMS[0])
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--by", choices=PARTS, default=PARTS[0], help="how the effects are summed")
    shown.add_argument("--yearly", action="store_true", help="from each year to the next")


def _add_figure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", metavar="NAME")
    parser.add_argument("--list", action="store_true", help="list all figures, or the codes of one")
    parser.add_argument(
        "--param", action="append", default=[], metavar="NAME=VALUE", help="a choice of the figure"
    )
    parser.add_argument("--width", type=int, choices=WIDTHS_MM, default=WIDTHS_MM[0], help="in mm")
    parser.add_argument("--dpi", type=int, choices=DPIS, default=DPIS[0], help="of a png")
    _add_file(parser, figures.FORMATS)


def _add_report(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("template", choices=tuple(TEMPLATES))
    parser.add_argument(
        "--region", metavar="CODE_OR_NAME", help="a province (code of GB/T 2260), else the nation"
    )
    _add_file(parser, REPORTS)


def _add_file(parser: argparse.ArgumentParser, formats: tuple[str, ...]) -> None:
    parser.add_argument(
        "--format", choices=formats, help=f"else as the file's suffix says, or else {formats[0]}"
    )
    _add_language(parser)
    parser.add_argument("-o", "--output", type=Path, metavar="FILE")


def _add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", choices=LANGS, default=LANGS[0], help="Chinese or English")


def _add_place(parser: argparse.ArgumentParser) -> None:
    name = "CODE_OR_NAME"
    parser.add_argument("--region", metavar=name, help="a province (code of GB/T 2260)")
    parser.add_argument("--sector", metavar=name, help="a division (code of GB/T 4754-2017)")


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format", choices=FORMATS, help="else as the file's suffix says, or else csv"
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="a file instead of the screen"
    )
