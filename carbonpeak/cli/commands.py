"""The commands: each reads what was given, asks the findings, and writes the rows."""

import argparse
import sys
from collections.abc import Sequence
from contextlib import closing

import pandas as pd

from carbonpeak.build.run import build_all
from carbonpeak.cli.output import format_of, write
from carbonpeak.cli.progress import progress_rows
from carbonpeak.data import queries
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.queries import Query, QueryError
from carbonpeak.data.warehouse import Warehouse
from carbonpeak.domain import codes
from carbonpeak.export.faults import RenderError
from carbonpeak.export.picture.renderer import Renderer
from carbonpeak.thresholds import NATION
from carbonpeak.topics.drivers import analysis as drivers
from carbonpeak.topics.drivers.question import Question, usual_first, usual_years
from carbonpeak.topics.drivers.question import check as check_question
from carbonpeak.topics.peak import analysis as peaks
from carbonpeak.words import say


def build(given: argparse.Namespace) -> int:
    """Build every table from a folder of source files and say what changed."""
    catalogue, changed = build_all(given.raw)
    print(f"{changed}\ndata version {catalogue.version}")
    return 0


def check(_given: argparse.Namespace) -> int:
    """Load every table and run every data test; rows of a test are faults."""
    warehouse = Warehouse()
    warehouse.load_all()
    shipped = queries.shipped()
    faulty = 0
    for name, query in queries.checks().items():
        rows = queries.run(warehouse, query)
        print(f"{'ok' if rows.empty else 'FAULT':5}  {name}")
        if len(rows):
            faulty += 1
            print(f"{query.sentence}\n{rows.head(5).to_string(index=False)}")
    print(_pictures())
    loaded = len(warehouse.catalogue.tables)
    print(f"{loaded} tables, {len(shipped)} queries, {faulty} checks with faults")
    return 1 if faulty else 0


def _pictures() -> str:
    """Return whether figures can become pictures here; without, everything else still works."""
    with closing(Renderer()) as renderer:
        try:
            has_font = renderer.has_cjk_font()
        except RenderError as fault:
            return f"note   pictures: {say(f'export.fault.{fault.reason}', 'en')}"
    return "ok     pictures" if has_font else f"note   pictures: {say('export.no_font', 'en')}"


def query(given: argparse.Namespace) -> int:
    """Print the rows of a query as CSV or JSON, or write them to a file in any format."""
    kind = format_of(given.format, given.output)
    asked = queries.find(given.name, queries.shipped())
    rows = Dataset.open().ask(asked.name, **_params(asked, given.param))
    write(rows, kind, given.output)
    return 0


def progress(given: argparse.Namespace) -> int:
    """Print where the nation, a province or a division stands against its targets."""
    kind = format_of(given.format, given.output)
    data = Dataset.open()
    year = given.year or data.last_year
    rows = progress_rows(data, given.region, given.sector, year, given.basis, given.target)
    write(rows, kind, given.output)
    return 0


def peak(given: argparse.Namespace) -> int:
    """Print the states of all industry by region, or of what was named, with the rule's numbers."""
    kind = format_of(given.format, given.output)
    data = Dataset.open()
    region = codes.region(data, given.region) if given.region is not None else None
    sector = _judged_sector(data, given.sector) if given.sector is not None else None
    if given.by_last_year:
        place = region or NATION, sector or peaks.ALL
        rows = peaks.by_last_year(data, given.basis, *place).reset_index()
    else:
        rows = _asked_states(
            peaks.states(data, given.basis, given.until or data.last_year), region, sector
        )
    write(rows.assign(gaps=rows["gaps"].map(_joined)), kind, given.output)
    return 0


def decompose(given: argparse.Namespace) -> int:
    """Print what each driver added to a change, as a whole, by part or year by year."""
    kind = format_of(given.format, given.output)
    data = Dataset.open()
    last = usual_years(data)[1] if given.last is None else given.last
    question = Question(
        given.measure,
        given.basis or "",
        usual_first(data, last) if given.first is None else given.first,
        last,
        _province(data, given.region) if given.region is not None else "",
        codes.sector(data, given.sector) if given.sector is not None else "",
    )
    _say_left_out(data, question, given.yearly)
    question = drivers.answerable(data, question)
    if given.yearly:
        rows = drivers.yearly(data, question, given.form)
    else:
        rows = drivers.table(data, question, given.by, given.form)
    write(rows, kind, given.output)
    return 0


def _say_left_out(data: Dataset, question: Question, yearly: bool) -> None:
    """Say beside the rows whose cement process CO2 they are without."""
    check_question(data, question)
    every_year = yearly or bool(question.region_code)
    for code, years in drivers.left_out(data, question, every_year).items():
        when = _joined(years)
        print(
            f"Cement process CO2 of region {code} is withheld in {when}; the rows are without it.",
            file=sys.stderr,
        )


def _province(data: Dataset, asked: str) -> str:
    """Return the code of a province, nothing for the nation: it is all of them."""
    return codes.region(data, asked).replace(NATION, "")


def _judged_sector(data: Dataset, asked: str) -> str:
    """Return the code of a division, or of a sum of divisions that is judged as well."""
    return asked if asked in peaks.sectors(data) else codes.sector(data, asked)


def _asked_states(states: pd.DataFrame, region: str | None, sector: str | None) -> pd.DataFrame:
    """Return the states of a region by sector, a sector by region, both, or all industry."""
    rows = states.reset_index()
    if region is not None:
        rows = rows[rows["region_code"] == region]
    if region is None or sector is not None:
        rows = rows[rows["sector_code"] == (sector or peaks.ALL)]
    return rows


def _joined(years: Sequence[int]) -> str:
    return " ".join(str(year) for year in years)


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
