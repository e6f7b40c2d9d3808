"""The official warning tiers of a half-year beside ours of that year, never mixed."""

from typing import Any

import pandas as pd

from carbonpeak.charts import tiles
from carbonpeak.charts.style import TIER_FILL, TIER_INK
from carbonpeak.charts.tiles import Tile
from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain.view import View
from carbonpeak.figures import labels
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import INTENSITY_SOURCES, INTENSITY_STANDINGS
from carbonpeak.figures.table import Cell, Head, Table, missing
from carbonpeak.indicators.tiers import ORDER
from carbonpeak.topics.regions import analysis
from carbonpeak.topics.regions.choices import RegionsChoices
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.terms import TIER_SYMBOLS

# The one half-year of which the official tiers were found, and the year it lies in.
PERIOD, YEAR = "2021H1", 2021
# Official numbers of tiers, under the codes of ours.
CODES = {1: "far_behind", 2: "behind", 3: "on_schedule"}
MEASURES = ("energy_per_gdp", "total_energy")
NOT_LISTED = "no_data"
LEGEND = (*reversed(ORDER), NOT_LISTED)


def figure(data: Dataset, chosen: RegionsChoices, tell: Speaker) -> Figure:
    """Return the provinces as tiles filled by the official tier, with both marks in each."""
    rows = compared(data)
    both = rows[rows["energy_per_gdp"].isin(ORDER) & rows["independent"].isin(ORDER)]
    same = int((both["energy_per_gdp"] == both["independent"]).sum())
    title = tell("regions.official.title", same=same, total=len(both))
    return Figure(
        name="region_official",
        title=title,
        subtitle=tell("regions.official.sub", year=YEAR),
        alt=tell("regions.official.alt", title=title, items=_counts(rows, tell)),
        chart=lambda: tiles.draw(
            [_tile(str(code), row, tell) for code, row in rows.iterrows()],
            [(key, tell("regions.official.legend", tier=_words(key, tell))) for key in LEGEND],
            TIER_FILL,
            TIER_INK,
        ),
        table=Table.of_rows(_row(row, tell) for _, row in rows.iterrows()),
        standings=("official", *INTENSITY_STANDINGS["energy"]),
        source_ids=(*_official(data)["source_id"].unique(), *INTENSITY_SOURCES["energy"]),
        notes=(
            tell("regions.official.marks"),
            tell("regions.official.scope", year=YEAR),
            tell("regions.official.rule"),
            labels.doubt_note(tell),
            tell("regions.tiles.note"),
        ),
    )


@once_per_dataset
def compared(data: Dataset) -> pd.DataFrame:
    """Return every province with its official tiers by measure and its independent tier, as codes.

    Those not in the official list, and those that cannot be judged, have ``no_data``.
    """
    judged = analysis.judged(data, View(year=YEAR))
    official = _official(data)
    coded = official.assign(code=official["tier"].map(CODES))
    wide = coded.pivot(index="region_code", columns="measure", values="code")
    found = {one: wide[one].reindex(judged.index).fillna(NOT_LISTED) for one in MEASURES}
    # In the first year of the plan both yardsticks ask for the same.
    return judged.assign(independent=judged["tier_schedule"], **found)


@once_per_dataset
def _official(data: Dataset) -> pd.DataFrame:
    return data.ask("tiers__official", period=PERIOD)


def _words(key: str, tell: Speaker) -> str:
    return tell("regions.official.not_listed") if key == NOT_LISTED else labels.tier(key, tell)


def _counts(rows: pd.DataFrame, tell: Speaker) -> str:
    """Return how many provinces each official tier has."""
    counted = rows["energy_per_gdp"].value_counts()
    return tell.clauses(
        tell("regions.official.count", tier=_words(key, tell), count=int(counted.get(key, 0)))
        for key in LEGEND
    )


def _tile(code: str, row: "pd.Series[Any]", tell: Speaker) -> Tile:
    """Return a tile: the official mark first, then ours with its doubt."""
    name, official, own = (
        labels.name(row, tell),
        str(row["energy_per_gdp"]),
        str(row["independent"]),
    )
    said = {"official": _words(official, tell), "own": labels.tier(own, tell)}
    return Tile(
        code=code,
        row=int(row["tile_row"]),
        column=int(row["tile_column"]),
        state=official,
        name=name if tell.is_chinese else str(row["iso_code"]).removeprefix("CN-"),
        label=f"{_mark(official)}|{_mark(own)}{labels.doubt(row)}",
        hover=f"{name}<br>{tell('regions.official.hover', **said)}",
    )


def _mark(key: str) -> str:
    return TIER_SYMBOLS[key]


def _row(row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    return {
        Head("region", tell("column.region")): labels.place_cell(row, tell),
        Head("official", tell("regions.official.column.intensity")): _cell(
            str(row["energy_per_gdp"]), tell
        ),
        Head("official_total", tell("regions.official.column.total")): _cell(
            str(row["total_energy"]), tell
        ),
        Head("independent", tell("regions.official.column.own", year=YEAR)): labels.tier_cell(
            str(row["independent"]), tell
        ),
    }


def _cell(key: str, tell: Speaker) -> Cell:
    if key == NOT_LISTED:
        return missing(NOT_LISTED, _words(key, tell))
    return labels.tier_cell(key, tell)
