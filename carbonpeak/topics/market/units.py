"""Advanced and lagging coal units: how their modelled intensity lies beside the benchmarks."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from carbonpeak.charts import bars, histograms
from carbonpeak.charts.histograms import Histogram
from carbonpeak.charts.style import PALETTE
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.view import region_names
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Cell, Form, Head, Table, number, share_form, words
from carbonpeak.thresholds import HOURS_A_YEAR, LARGE_UNIT_MW, SMALL_FLEET_MW
from carbonpeak.topics.market import analysis_units as analysis
from carbonpeak.topics.market.choices import MarketChoices
from carbonpeak.words.numbers import number as text_of
from carbonpeak.words.numbers import share
from carbonpeak.words.speaker import Speaker

# Narrow enough that no benchmark cuts a bar in its middle.
BIN, BIN_DIGITS = 0.025, 3
STANDINGS = ("estimated", "published")
MW_PER_GW, MW_PER_1E4_KW = 1e3, 10.0
# A boundary between the classes that would be as near to the name of the class.
OTHER_BOUNDARY_MW = 301.0
# How the database ends the technology of units that capture carbon.
CAPTURE = "/CCS"
# The database's names of technologies, each under a word of ours.
TECHNOLOGIES = {
    "subcritical": "subcritical",
    "supercritical": "supercritical",
    "ultra-supercritical": "ultra_supercritical",
    "supercritical/CCS": "supercritical_ccs",
    "ultra-supercritical/CCS": "ultra_supercritical_ccs",
    "CFB": "cfb",
    "IGCC": "igcc",
    "unknown": "unknown",
}


def spread(data: Dataset, chosen: MarketChoices, tell: Speaker) -> Figure:
    """Return capacity by modelled intensity, a histogram for each class, and its benchmark."""
    rows, year = analysis.held(data, chosen.held_to), chosen.held_to
    title = tell("market.units.title", year=year, **_both_shares(rows))
    cells = bins(rows)
    return Figure(
        name="market_units",
        title=title,
        subtitle=tell("market.units.sub", unit=capacity_unit(tell), **_counts(rows, tell)),
        alt=tell("market.units.alt", title=title, items=tell.clauses(_class_shares(rows, tell))),
        chart=lambda: _histograms(rows, cells, year, tell),
        table=Table.of_rows(_bin_row(row, tell) for _, row in cells.iterrows()),
        standings=STANDINGS,
        source_ids=source_ids(data, year),
        notes=notes(data, year, tell),
    )


def classes(data: Dataset, chosen: MarketChoices, tell: Speaker) -> Figure:
    """Return units, capacity, intensity and share above the benchmark by class and technology."""
    rows, year = analysis.held(data, chosen.held_to), chosen.held_to
    by_class = analysis.shares(rows, ["unit_class"])
    by_class = by_class.sort_values("share_corrected", ascending=False, ignore_index=True)
    title = _classes_title(by_class, tell)
    parts = analysis.shares(rows, ["unit_class", "technology"])
    listed = [*by_class.assign(technology="").iterrows(), *parts.iterrows()]
    return Figure(
        name="market_units_classes",
        title=title,
        subtitle=tell("market.units.classes.sub", year=year),
        alt=title,
        chart=None,
        table=Table.of_rows(_class_row(row, data, year, tell) for _, row in listed),
        standings=STANDINGS,
        source_ids=source_ids(data, year),
        notes=notes(data, year, tell),
    )


def provinces(data: Dataset, chosen: MarketChoices, tell: Speaker) -> Figure:
    """Return the share of capacity above the benchmark by province, the largest first."""
    year, names = chosen.held_to, region_names(data, tell.lang)
    found = analysis.shares(analysis.held(data, year), ["region_code"])
    found = found.sort_values(
        ["share_corrected", "capacity_mw"], ascending=False, ignore_index=True
    )
    title = _provinces_title(found, names, tell)
    return Figure(
        name="market_units_provinces",
        title=title,
        subtitle=tell(
            "market.units.provinces.sub", year=year, floor=_capacity(SMALL_FLEET_MW, tell)
        ),
        alt=title,
        chart=lambda: _bars(found, names, tell),
        table=Table.of_rows(_province_row(row, names, tell) for _, row in found.iterrows()),
        standings=STANDINGS,
        source_ids=source_ids(data, year),
        notes=(
            tell("market.units.small", bound=_capacity(SMALL_FLEET_MW, tell)),
            *notes(data, year, tell),
        ),
    )


def notes(data: Dataset, year: int, tell: Speaker) -> tuple[str, ...]:
    """Return the assumptions beside every share: load, model, boundary of classes, correction."""
    rows = analysis.held(data, year)
    other = analysis.held(data, year, OTHER_BOUNDARY_MW)
    draft = () if year in analysis.final_years(data) else (tell("market.units.draft", year=year),)
    load = float(rows["load_factor_assumed"].max())
    corrected = analysis.share_above(rows, "is_above_corrected")
    return (
        tell("market.units.model", load=text_of(load, 2), hours=text_of(HOURS_A_YEAR)),
        tell(
            "market.units.corrected",
            year=year,
            load=text_of(load, 2),
            factor=text_of(float(rows["correction"].max()), 3),
            share=share(corrected, 1),
            mean=text_of(analysis.mean_intensity(rows), 3),
        ),
        tell(
            "market.units.boundary",
            bound=text_of(LARGE_UNIT_MW),
            share=share(analysis.share_above(other), 1),
        ),
        *_captured(rows, tell),
        *draft,
        *_left_out(data, year, tell),
        tell("market.units.never"),
    )


def _captured(rows: pd.DataFrame, tell: Speaker) -> tuple[str, ...]:
    """Return what the model assumes of units with carbon capture, nothing where there is none."""
    own = rows[rows["technology"].str.endswith(CAPTURE)]
    if own.empty:
        return ()
    return (
        tell(
            "market.units.captured",
            count=int(own["unit_count"].sum()),
            mean=text_of(analysis.mean_intensity(own), 2),
            share=share(float(own["capacity_mw"].sum() / rows["capacity_mw"].sum()), 1),
        ),
    )


def _left_out(data: Dataset, year: int, tell: Speaker) -> tuple[str, ...]:
    """Return the capacity whose class has no benchmark, nothing where all have one."""
    megawatts = analysis.without(data, year)
    if not megawatts:
        return ()
    return (tell("market.units.left_out", year=year, capacity=_capacity(megawatts, tell)),)


def source_ids(data: Dataset, year: int) -> tuple[str, ...]:
    """Return the sources of the units and of the benchmarks of a year."""
    rows = data.ask("market__benchmarks")
    own = rows[(rows["year"] == year) & (rows["carrier"] == "electricity")]
    return (*analysis.units(data)["source_id"].unique(), *own["source_id"].unique())


def capacity_unit(tell: Speaker) -> str:
    """Return the unit in which the language counts capacity."""
    return tell("market.unit.capacity")


def capacity_form(tell: Speaker, digits: int | None = None) -> Form:
    """Return how a capacity in MW is written: 万千瓦 in Chinese, GW in English."""
    if tell.is_chinese:
        return Form(capacity_unit(tell), per=MW_PER_1E4_KW, digits=digits or 0)
    return Form(capacity_unit(tell), per=MW_PER_GW, digits=1 if digits is None else digits)


def _capacity(megawatts: float, tell: Speaker) -> str:
    form = capacity_form(tell)
    return f"{form.text(megawatts)} {form.unit}"


def _both_shares(rows: pd.DataFrame) -> dict[str, str]:
    """Return the share above the benchmark, and above what the rule makes of it at a low load."""
    return {
        "share": share(analysis.share_above(rows), 1),
        "corrected": share(analysis.share_above(rows, "is_above_corrected"), 1),
    }


def _counts(rows: pd.DataFrame, tell: Speaker) -> dict[str, str]:
    count, total = int(rows["unit_count"].sum()), float(rows["capacity_mw"].sum())
    whole = capacity_form(tell, 0)
    return {"count": text_of(count), "total": f"{whole.text(total)} {whole.unit}"}


def _class(code: str, tell: Speaker) -> str:
    return tell(f"market.class.{code}")


def _class_shares(rows: pd.DataFrame, tell: Speaker) -> list[str]:
    found = analysis.shares(rows, ["unit_class"])
    return [
        tell(
            "market.units.item",
            name=_class(str(row["unit_class"]), tell),
            share=share(float(row["share_above"]), 1),
        )
        for _, row in found.iterrows()
    ]


def _classes_title(found: pd.DataFrame, tell: Speaker) -> str:
    """Return which class has the largest share above the corrected benchmark, or how many do."""
    most = float(found["share_corrected"].iloc[0])
    tied = int((found["share_corrected"] == most).sum())
    name = _class(str(found["unit_class"].iloc[0]), tell)
    key = "title" if tied == 1 else "tied"
    return tell(f"market.units.classes.{key}", name=name, count=tied, share=share(most, 1))


def bins(rows: pd.DataFrame, amount: str = "capacity_mw") -> pd.DataFrame:
    """Return units and an amount by class, bin of intensity and side of the benchmark.

    Bins run from low to high; a bin that the benchmark cuts has a row on either side.
    """
    low = np.floor(rows["intensity_t_per_mwh"].astype(float) / BIN + 1e-9) * BIN
    cells = rows.assign(low=low.round(6)).groupby(
        ["unit_class", "low", "is_above", "benchmark"], as_index=False
    )
    return cells[["unit_count", amount]].sum()


def _histograms(rows: pd.DataFrame, cells: pd.DataFrame, year: int, tell: Speaker) -> go.Figure:
    drawn = []
    for code, part in cells.groupby("unit_class"):
        bound = float(part["benchmark"].iloc[0])
        above = analysis.share_above(rows[rows["unit_class"] == code])
        said = {"year": year, "value": text_of(bound, 4), "share": share(above, 1)}
        drawn.append(
            Histogram(
                name=_class(str(code), tell),
                middles=[float(one) + BIN / 2 for one in part["low"]],
                heights=[float(one) / capacity_form(tell).per for one in part["capacity_mw"]],
                texts=[_bin_words(row, tell) for _, row in part.iterrows()],
                above=[bool(one) for one in part["is_above"]],
                bound=bound,
                bound_words=tell("market.units.bound", **said),
            )
        )
    return histograms.draw(drawn, BIN, tell("market.unit.electricity"))


def _bin_words(row: "pd.Series[Any]", tell: Speaker) -> str:
    side = tell("market.units.above" if row["is_above"] else "market.units.below")
    return f"{span(float(row['low']))}: {_capacity(float(row['capacity_mw']), tell)} · {side}"


def span(low: float) -> str:
    """Return a bin of intensity from its lower end to its upper one."""
    return f"{text_of(low, BIN_DIGITS)}–{text_of(low + BIN, BIN_DIGITS)}"


def _bin_row(row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    side = "above" if row["is_above"] else "below"
    low = float(row["low"])
    return {
        Head("class", tell("market.column.class")): class_cell(row, tell),
        Head("from", tell("market.units.column.span")): words(span(low), text_of(low, BIN_DIGITS)),
        Head("side", tell("market.units.column.side")): words(tell(f"market.units.{side}"), side),
        **_amounts(row, tell),
    }


def class_cell(row: "pd.Series[Any]", tell: Speaker) -> Cell:
    """Return the class of a row in words, its code as the value."""
    return words(_class(str(row["unit_class"]), tell), value=str(row["unit_class"]))


def _amounts(row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    return {
        Head("units", tell("market.units.column.units")): number(int(row["unit_count"]), Form()),
        Head("capacity", tell("market.units.column.capacity", unit=capacity_unit(tell))): number(
            float(row["capacity_mw"]), capacity_form(tell)
        ),
    }


def _shares(row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    form = Form(tell("market.unit.electricity"), digits=3)
    return {
        Head("intensity", tell("market.units.column.intensity", unit=form.unit)): number(
            float(row["intensity"]), form
        ),
        Head("above", tell("market.units.column.above")): _share(float(row["share_above"])),
        Head("corrected", tell("market.units.column.corrected")): _share(
            float(row["share_corrected"])
        ),
    }


def _share(fraction: float) -> Cell:
    """Return a share that only rounds to nothing or to all as less or more than that."""
    return number(fraction, share_form(1))


def _class_row(row: "pd.Series[Any]", data: Dataset, year: int, tell: Speaker) -> dict[Head, Cell]:
    kind = str(row["technology"])
    named = tell(f"market.technology.{TECHNOLOGIES[kind]}") if kind else tell("market.units.all")
    benchmark = float(analysis.benchmarks(data)[str(row["unit_class"])][year])
    form = Form(tell("market.unit.electricity"), digits=4)
    return {
        Head("class", tell("market.column.class")): class_cell(row, tell),
        Head("technology", tell("market.units.column.technology")): words(named, kind or "all"),
        **_amounts(row, tell),
        Head("benchmark", tell("market.units.column.benchmark", unit=form.unit)): number(
            benchmark, form
        ),
        **_shares(row, tell),
    }


def _provinces_title(found: pd.DataFrame, names: dict[str, str], tell: Speaker) -> str:
    """Return where the share is largest among provinces that have enough capacity to compare."""
    large = found[found["capacity_mw"] >= SMALL_FLEET_MW]
    if large.empty:
        return tell("market.units.provinces.none")
    most, least = large.iloc[0], large.iloc[-1]
    largest = share(float(most["share_corrected"]), 1)
    tied = int((large["share_corrected"] == most["share_corrected"]).sum())
    if tied > 1 or len(large) == 1:
        floor = _capacity(SMALL_FLEET_MW, tell)
        return tell("market.units.provinces.tied", count=tied, share=largest, floor=floor)
    said = {"most": names[str(most["region_code"])], "least": names[str(least["region_code"])]}
    return tell("market.units.provinces.title", share=largest, **said)


def _bars(found: pd.DataFrame, names: dict[str, str], tell: Speaker) -> go.Figure:
    return bars.ranked(
        [names[str(code)] for code in found["region_code"]],
        [float(one) for one in found["share_corrected"]],
        [_bar_words(row, tell) for _, row in found.iterrows()],
        [str(code) for code in found["region_code"]],
        [PALETTE[0]] * len(found),
    )


def _bar_words(row: "pd.Series[Any]", tell: Speaker) -> str:
    return (
        f"{share(float(row['share_corrected']), 1)} · {_capacity(float(row['capacity_mw']), tell)}"
    )


def _province_row(row: "pd.Series[Any]", names: dict[str, str], tell: Speaker) -> dict[Head, Cell]:
    code = str(row["region_code"])
    return {
        Head("region", tell("column.region")): words(names[code], value=names[code]),
        **_amounts(row, tell),
        **_shares(row, tell),
    }
