"""Where 2025 landed: the range of the methods, and each method with its miss."""

from typing import Any

import pandas as pd

from carbonpeak.charts import fan
from carbonpeak.charts.fan import Ribbon
from carbonpeak.charts.lines import Line
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import monthly
from carbonpeak.domain.official import official_index, official_intensity
from carbonpeak.figures import labels, months, series
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Cell, Form, Head, Table, number, percent_form, words
from carbonpeak.indicators.nowcast import verdict
from carbonpeak.thresholds import BASE_YEAR, ENERGY_TARGET, TARGET_YEAR
from carbonpeak.topics.outlook import analysis_inputs, analysis_nowcast
from carbonpeak.topics.outlook.analysis_inputs import YEARS
from carbonpeak.topics.outlook.choices import OutlookChoices
from carbonpeak.topics.outlook.nowcast_inputs import product
from carbonpeak.words.numbers import as_written, percent
from carbonpeak.words.numbers import number as number_text
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker

# Monthly series that speak of what the methods take: intensity, value added, power.
AKIN = (monthly.INTENSITY, "value_added_growth", "fossil_power", "power_demand")
CHANGE = percent_form(1, sign=True)


def range_of_methods(data: Dataset, chosen: OutlookChoices, tell: Speaker) -> Figure:
    """Return the path, the official points, and the range of the methods after them."""
    methods = analysis_nowcast.methods(data)
    drawn = _lines(data, methods, tell)
    path, band = series.path(ENERGY_TARGET, tell), _band(data, tell)
    title, years = sentence(methods, tell), spans(data)
    return Figure(
        name="nowcast",
        title=title,
        subtitle=tell("nowcast.sub", **years),
        alt=_in_words(title, methods, years, tell),
        chart=lambda: fan.draw(list(drawn.values()), [band], path),
        table=series.table({"path": path, **drawn}, tell),
        standings=series.standings(list(drawn.values())),
        source_ids=tuple(official_intensity(data)["source_id"]),
        notes=(
            tell("nowcast.break"),
            tell("nowcast.never", official=_official_years(data, tell), **years),
            newer_inputs(data, tell),
            _sources(tell),
        ),
    )


def table_of_methods(data: Dataset, chosen: OutlookChoices, tell: Speaker) -> Figure:
    """Return the table of the methods: hindcast, miss, yearly changes, outcome, correction."""
    methods, (_, known) = analysis_nowcast.methods(data), analysis_nowcast.official_end(data)
    years = spans(data)
    misses = {str(key): _points(row["miss"]) for key, row in methods.iterrows()}
    title = tell("nowcast.methods.title", **misses, **years)
    return Figure(
        name="nowcast_methods",
        title=title,
        subtitle=tell("nowcast.methods.sub", official=percent(known, 1, sign=True), **years),
        alt=title,
        chart=None,
        table=_table(data, methods, tell),
        standings=tuple(methods["standing"].unique()),
        source_ids=tuple(official_intensity(data)["source_id"]),
        notes=(
            _sources(tell),
            *_how(data, methods, tell),
            _coverage(data, tell),
            _variant(data, tell),
            tell("nowcast.corrected", span=span(methods["corrected"], tell), **years),
        ),
    )


def sentence(methods: pd.DataFrame, tell: Speaker) -> str:
    """Return between which changes the methods put 2025, beside the target."""
    changes = span(methods["cumulative"], tell)
    return tell("nowcast.title", year=TARGET_YEAR, span=changes, target=as_written(ENERGY_TARGET))


def reached(methods: pd.DataFrame) -> pd.DataFrame:
    """Return the methods that reach the target."""
    return methods[methods["cumulative"] <= -ENERGY_TARGET]


def reach(methods: pd.DataFrame, tell: Speaker) -> str:
    """Return how many methods reach the target.

    Where the only one that does is unverified, it is named as such.
    """
    met = reached(methods)
    is_lone = len(met) == 1 and met["standing"].eq("unverified").all()
    case = "lone" if is_lone else verdict(methods["cumulative"], ENERGY_TARGET)
    names = tell.listed(tell(f"nowcast.short.{method}") for method in met.index)
    return tell(f"landed.{case}", met=len(met), methods=len(methods), names=names)


def span(changes: "pd.Series[float]", tell: Speaker) -> str:
    """Return between which changes a range lies: as falls with bare sizes where all of it falls."""
    least, most = float(changes.max()), float(changes.min())
    if most <= least < 0:
        return tell("nowcast.span.falls", least=percent(-least), most=percent(-most))
    return tell("nowcast.span.mixed", **ends(changes))


def ends(changes: "pd.Series[float]") -> dict[str, str]:
    """Return the smaller and the larger fall of a range, in words."""
    return {
        "least": percent(float(changes.max()), 1, sign=True),
        "most": percent(float(changes.min()), 1, sign=True),
    }


def spans(data: Dataset) -> dict[str, int]:
    """Return the first and last official year, their count, and the years the methods go beyond."""
    last, _ = analysis_nowcast.official_end(data)
    return {
        "first": BASE_YEAR + 1,
        "last": last,
        "count": last - BASE_YEAR,
        "ahead": last + 1,
        "end": TARGET_YEAR,
    }


def newer_inputs(data: Dataset, tell: Speaker) -> str:
    """Return which monthly series go beyond the year of the target, and why none is used."""
    last = monthly.newest(data)
    newer = last[last.index.isin(AKIN) & (last["month"] > f"{TARGET_YEAR}-12")]
    growth = monthly.of(data, "value_added_growth")
    in_year = growth.loc[growth["month"].str.startswith(str(TARGET_YEAR)), "month_count"]
    return tell(
        "nowcast.newer",
        items=tell.listed(_reach(str(code), row, tell) for code, row in newer.iterrows()),
        year=TARGET_YEAR,
        count=int(in_year.sum()),
    )


def _reach(code: str, row: "pd.Series[Any]", tell: Speaker) -> str:
    period = months.period(str(row["period"]), tell)
    return tell("nowcast.newer.item", name=months.named(code, tell), period=period)


def _in_words(title: str, methods: pd.DataFrame, years: dict[str, int], tell: Speaker) -> str:
    """Return the finding, how many methods reach the target, and the range without their miss."""
    corrected, outcome = span(methods["corrected"], tell), reach(methods, tell)
    outcome = outcome[:1].upper() + outcome[1:]
    return tell("nowcast.alt", title=title, landed=outcome, span=corrected, **years)


def _sources(tell: Speaker) -> str:
    return tell("nowcast.sources", inputs=tell("figure.name.nowcast_inputs"))


def _lines(data: Dataset, methods: pd.DataFrame, tell: Speaker) -> dict[str, Line]:
    """Return the official line and that of each method, by their names in files."""
    index, official = analysis_nowcast.index_lines(data), official_index(data)
    standings = ["official"] * len(official)
    lines = {"official": series.line(tell("series.official"), official, standings, tell)}
    for method in methods.index:
        # A method starts after the last official point, which is not its own.
        own = index[method].iloc[1:]
        standings = [str(methods["standing"][method])] * len(own)
        name = tell(f"nowcast.method.{method}")
        lines[str(method)] = series.line(name, own, standings, tell)
    return lines


def _band(data: Dataset, tell: Speaker) -> Ribbon:
    """Return the range of the methods, which opens at the last official point."""
    index = analysis_nowcast.index_lines(data)
    years = [int(year) for year in index.index]
    return Ribbon(tell("nowcast.range"), years, list(index.min(axis=1)), list(index.max(axis=1)))


def _official_years(data: Dataset, tell: Speaker) -> str:
    return tell.enumerated(str(year) for year in official_index(data).index if year > BASE_YEAR)


def _how(data: Dataset, methods: pd.DataFrame, tell: Speaker) -> tuple[str, ...]:
    """Return how each method guesses; electricity with the years whose levels it takes."""
    levels = analysis_inputs.electricity_levels(data).index
    years = {"first": min(levels) + 1, "last": max(levels)}
    return tuple(tell(f"nowcast.how.{method}", **years) for method in methods.index)


def _coverage(data: Dataset, tell: Speaker) -> str:
    """Return what share of industry's energy has output rows, and which products end early."""
    covered = analysis_inputs.by_output(data)["covered"]
    rows = analysis_inputs.every(data)
    output = rows[rows["kind"] == "output"]
    ended = output.groupby("item", sort=False)["year"].max()
    return tell(
        "nowcast.coverage",
        start=BASE_YEAR + 1,
        year=TARGET_YEAR,
        unseen=tell.listed(product(str(item), tell) for item in ended.index[ended < TARGET_YEAR]),
        first=percent(covered[BASE_YEAR + 1], 0),
        last=percent(covered[TARGET_YEAR], 0),
    )


def _variant(data: Dataset, tell: Speaker) -> str:
    """Return what the variant of physical output shows."""
    row, codes = analysis_nowcast.output_throughout(data), analysis_inputs.throughout(data)
    return tell(
        "nowcast.how.variant",
        first=BASE_YEAR + 1,
        year=TARGET_YEAR,
        names=tell.listed(labels.sector(data, code, tell) for code in codes),
        moved=moved(float(row["cumulative"]), tell),
        miss=_points(row["miss"]),
    )


def _points(fraction: float) -> str:
    return number_text(100 * fraction, 1, sign=True)


def _table(data: Dataset, methods: pd.DataFrame, tell: Speaker) -> Table:
    """Return one row per method, and below them the variant, which is none."""
    variant = words(tell("nowcast.variant"))
    named = [
        *((words(tell(f"nowcast.method.{key}")), row) for key, row in methods.iterrows()),
        (variant, analysis_nowcast.output_throughout(data)),
    ]
    heads = _heads(data, tell)
    return Table.of_rows(
        {heads[key]: cell for key, cell in _row(name, row, tell).items()} for name, row in named
    )


def _heads(data: Dataset, tell: Speaker) -> dict[str, Head]:
    """Return the columns by name, in their order."""
    years = spans(data)
    before = {"method": tell("nowcast.column.method")}
    changes = {_change_key(year): str(year) for year in YEARS}
    after = {
        key: tell(f"nowcast.column.{key}", **years)
        for key in ("hindcast", "miss", "cumulative", "outcome", "corrected")
    }
    standing = {"standing": tell("known.standing")}
    units = {"miss": tell("nowcast.points")}
    return {
        key: Head(key, label, unit=units.get(key, ""))
        for key, label in (before | changes | after | standing).items()
    }


def _row(name: Cell, row: "pd.Series[Any]", tell: Speaker) -> dict[str, Cell]:
    """Return a method: its changes as fractions, its verdict and standing as codes."""
    outcome = "met" if row["cumulative"] <= -ENERGY_TARGET else "missed"
    points = Form(tell("unit.point"), times=100, digits=1, sign=True)
    standing = str(row["standing"])
    return {
        "method": name,
        **{_change_key(year): number(float(row[year]), CHANGE) for year in YEARS},
        "hindcast": number(float(row["hindcast"]), CHANGE),
        "miss": number(float(row["miss"]), points),
        "cumulative": number(float(row["cumulative"]), CHANGE),
        "outcome": words(tell(f"nowcast.{outcome}"), value=outcome),
        "corrected": number(float(row["corrected"]), CHANGE),
        "standing": words(tell(f"standing.{standing}"), value=standing),
    }


def _change_key(year: int) -> str:
    return f"change_{year}"
