"""Greenhouse gases by sector of an independent estimate: the sectors that industry is part of."""

import pandas as pd

from carbonpeak.charts import monthly as charts
from carbonpeak.charts.monthly import Months
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import YEAR, Cell, Form, Head, Table, number
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.topics.latest.choices import LatestChoices
from carbonpeak.words.numbers import co2_national, co2_national_scale
from carbonpeak.words.speaker import Speaker

# The estimate's own sectors that hold industry, its power and its mines; the others are not drawn.
SECTORS = ("power", "manufacturing", "fossil_fuel_operations", "mineral_extraction")


def sectors(data: Dataset, chosen: LatestChoices, tell: Speaker) -> Figure:
    """Return the four sectors by year; years that repeat the one before are marked."""
    rows = data.ask("independent__sectors")
    wide = rows.pivot(index="year", columns="item", values="co2e_t")[list(SECTORS)]
    doubtful = {int(year) for year in rows.loc[rows["is_doubtful"], "year"]}
    sound = wide[[int(year) not in doubtful for year in wide.index]].loc[BASE_YEAR:]
    title = _title(sound.iloc[-1] - sound.iloc[0], int(sound.index[-1]), tell)
    return Figure(
        name="latest_estimate",
        title=title,
        subtitle=tell("latest.estimate.sub", years=_years(wide, tell), unit=tell("unit.co2e")),
        alt=title,
        chart=lambda: charts.small([_line(item, wide[item], doubtful, tell) for item in SECTORS]),
        table=_table(wide, doubtful, tell),
        standings=tuple(rows["standing"].unique()),
        source_ids=tuple(rows["source_id"].unique()),
        notes=(
            tell("latest.estimate.note"),
            tell("latest.estimate.repeats", years=tell.listed(map(str, sorted(doubtful)))),
        ),
    )


def _years(wide: pd.DataFrame, tell: Speaker) -> str:
    return tell.years(int(wide.index[0]), int(wide.index[-1]))


def _title(changes: "pd.Series[float]", last: int, tell: Speaker) -> str:
    """Return which sector added most since the base year, or cut least where none added."""
    item, most = str(changes.idxmax()), float(changes.max())
    key = "added" if most > 0 else "cut"
    return tell(
        f"latest.estimate.title.{key}",
        years=tell.years(BASE_YEAR, last),
        name=tell(f"latest.sector.{item}"),
        amount=co2_national(abs(most), tell.lang),
    )


def _line(item: str, values: "pd.Series[float]", doubtful: set[int], tell: Speaker) -> Months:
    """Return a sector as a small line; its newest value stands with year, unit and doubt."""
    name, form = tell(f"latest.sector.{item}"), _form(tell)
    pairs = zip(values.index.astype(int), values, strict=True)
    cells = {year: _cell(value, year in doubtful, form) for year, value in pairs}
    points = [f"{name}<br>{year}: {one.text} {form.unit}" for year, one in cells.items()]
    last = max(cells)
    end = tell("latest.estimate.end", value=cells[last].text, unit=form.unit, year=last)
    return Months(
        name,
        [f"{year}-01-01" for year in cells],
        [form.written(float(value)) for value in values],
        ["estimated"] * len(cells),
        points,
        end,
    )


def _form(tell: Speaker) -> Form:
    return Form(tell("unit.co2e"), per=co2_national_scale(tell.lang), digits=_digits(tell))


def _digits(tell: Speaker) -> int:
    return 2 if tell.is_chinese else 0


def _table(wide: pd.DataFrame, doubtful: set[int], tell: Speaker) -> Table:
    years = [int(year) for year in wide.index]
    columns = {Head("year", tell("column.year")): [number(year, YEAR) for year in years]}
    form = _form(tell)
    for item in SECTORS:
        head = Head(item, tell(f"latest.sector.{item}"))
        columns[head] = [_cell(wide[item][year], year in doubtful, form) for year in years]
    return Table.of_columns(columns)


def _cell(value: float, is_doubtful: bool, form: Form) -> Cell:
    """Return an amount, with the mark of doubt where the year may repeat the one before."""
    text = f"{form.text(value)} ※" if is_doubtful else ""
    return number(float(value), form, text=text, marks=("doubtful",) if is_doubtful else ())
