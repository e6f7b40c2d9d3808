"""The command line: build and check the tables, ask a query, say where a region stands."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pandas as pd

from carbonpeak import queries
from carbonpeak.build.run import build_all
from carbonpeak.build.schema import BuildError
from carbonpeak.catalogue import CatalogueError
from carbonpeak.findings.standing import ISSUERS, KNOWN_BASES, standing
from carbonpeak.findings.view import Ask
from carbonpeak.queries import Query, QueryError
from carbonpeak.warehouse import Warehouse, WarehouseError

ABOUT = (
    "The command line: build the tables, check them, ask a query, "
    "say where a region or sector stands."
)
FORMATS = ("csv", "json", "parquet")


class OutputError(Exception):
    """The rows could not be written where they were wanted; the message says why."""


FAULTS = (BuildError, CatalogueError, WarehouseError, QueryError, OutputError)


def main(words: Sequence[str]) -> int:
    """Run one command; return 0 when all is well, 2 when the call is wrong, 1 for other faults."""
    given = _parser().parse_args(words)
    try:
        return int(given.run(given))
    except FAULTS as fault:
        print(fault, file=sys.stderr)
        return 2 if isinstance(fault, QueryError) else 1


def build(given: argparse.Namespace) -> int:
    """Build every table from a folder of source files and say what changed."""
    catalogue, changed = build_all(given.raw)
    print(f"{changed}\ndata version {catalogue.version}")
    return 0


def check(_given: argparse.Namespace) -> int:
    """Load every table and run every data test; rows of a test are faults."""
    warehouse = Warehouse()
    shipped = queries.shipped()
    faulty = 0
    for name, query in queries.checks().items():
        rows = queries.run(warehouse, query)
        print(f"{'ok' if rows.empty else 'FAULT':5}  {name}")
        if len(rows):
            faulty += 1
            print(f"{query.sentence}\n{rows.head(5).to_string(index=False)}")
    loaded = len(warehouse.catalogue.tables)
    print(f"{loaded} tables, {len(shipped)} queries, {faulty} checks with faults")
    return 1 if faulty else 0


def query(given: argparse.Namespace) -> int:
    """Print the rows of a query as CSV or JSON, or write them to a file in any format."""
    kind = _format(given.format, given.output)
    asked = queries.find(given.name, queries.shipped())
    rows = queries.run(Warehouse(), asked, _params(asked, given.param))
    _write(rows, kind, given.output)
    return 0


def progress(given: argparse.Namespace) -> int:
    """Print where the nation, a province or a division stands against its targets."""
    kind = _format(given.format, given.output)
    rows = standing(
        _plain_ask(Warehouse()), given.region, given.sector, given.year, given.basis, given.target
    )
    _write(rows, kind, given.output)
    return 0


def _plain_ask(warehouse: Warehouse) -> Ask:
    def ask(name: str, **params: object) -> pd.DataFrame:
        return queries.run(warehouse, queries.find(name, queries.shipped()), params)

    return ask


def _params(asked: Query, given: Sequence[str]) -> dict[str, object]:
    kinds = {param.name: param.type for param in asked.params}
    params: dict[str, object] = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals:
            raise QueryError(f"A parameter is written name=value, not {text!r}.")
        params[name] = _typed(name, value, kinds.get(name, "text"))
    return params


def _typed(name: str, value: str, kind: str) -> object:
    try:
        if kind == "integer":
            return int(value)
        return float(value) if kind == "number" else value.split(",") if kind == "list" else value
    except ValueError:
        raise QueryError(f"Parameter {name} must be {kind}, not {value!r}.") from None


def _format(asked: str | None, output: Path | None) -> str:
    """Return the format asked for or else that of the file's suffix; they must not disagree."""
    suffix = output.suffix.lower().removeprefix(".") if output else ""
    if suffix not in FORMATS:
        return asked or FORMATS[0]
    if asked and asked != suffix:
        raise QueryError(f"The file {output} would be {suffix}, but --format says {asked}.")
    return suffix


def _write(rows: pd.DataFrame, kind: str, output: Path | None) -> None:
    content = _formatted(rows, kind)
    if output:
        _save(content, output)
    else:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


def _save(content: bytes, output: Path) -> None:
    """Write a file whole or not at all; OutputError says why not."""
    try:
        if output.exists() and not output.is_file():
            output.write_bytes(content)  # a device or a pipe takes what it gets
        else:
            _replace(content, output.resolve())
    except OSError as fault:
        raise OutputError(f"Cannot write {output}: {fault.strerror}.") from fault


def _replace(content: bytes, file: Path) -> None:
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.replace(file)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise


def _formatted(rows: pd.DataFrame, kind: str) -> bytes:
    if kind == "csv":
        return rows.to_csv(index=False, lineterminator="\n").encode()
    if kind == "json":
        return (rows.to_json(orient="records", force_ascii=False, indent=1) + "\n").encode()
    buffer = io.BytesIO()
    rows.to_parquet(buffer, index=False)
    return buffer.getvalue()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m carbonpeak", description=ABOUT)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    one = commands.add_parser("build", help="build the tables from a folder of source files")
    one.add_argument("--raw", type=Path, required=True, help="folder of the source tables")
    one.set_defaults(run=build)
    one = commands.add_parser("check", help="load every table and run every data test")
    one.set_defaults(run=check)
    one = commands.add_parser("query", help="print the rows of a query")
    one.add_argument("name")
    one.add_argument("--param", action="append", default=[], metavar="NAME=VALUE")
    _add_output(one)
    one.set_defaults(run=query)
    one = commands.add_parser("progress", help="say where the nation, a region or a sector stands")
    _add_standing(one)
    _add_output(one)
    one.set_defaults(run=progress)
    return parser


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
