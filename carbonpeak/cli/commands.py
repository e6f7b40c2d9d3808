"""The commands: each reads what was given, asks the findings, and writes the rows."""

import argparse
from collections.abc import Sequence

import pandas as pd

from carbonpeak import queries
from carbonpeak.build.run import build_all
from carbonpeak.cli.output import format_of, write
from carbonpeak.findings.standing import standing
from carbonpeak.findings.view import Ask
from carbonpeak.queries import Query, QueryError
from carbonpeak.warehouse import Warehouse


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
    kind = format_of(given.format, given.output)
    asked = queries.find(given.name, queries.shipped())
    rows = queries.run(Warehouse(), asked, _params(asked, given.param))
    write(rows, kind, given.output)
    return 0


def progress(given: argparse.Namespace) -> int:
    """Print where the nation, a province or a division stands against its targets."""
    kind = format_of(given.format, given.output)
    rows = standing(
        _plain_ask(Warehouse()), given.region, given.sector, given.year, given.basis, given.target
    )
    write(rows, kind, given.output)
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
