"""Where the plants of open databases stand: a tile grid of one kind, and a table of all kinds."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from carbonpeak.charts import tiles
from carbonpeak.charts.style import INK, NO_TIER_FILL, PAPER, SEQUENTIAL
from carbonpeak.charts.tiles import Tile
from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain.view import provinces, region_names
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import fault_words
from carbonpeak.figures.table import Cell, Form, Head, Table, missing, number, words
from carbonpeak.topics.market.choices import MarketChoices
from carbonpeak.topics.market.units import capacity_form
from carbonpeak.words.numbers import number as text_of
from carbonpeak.words.numbers import share
from carbonpeak.words.speaker import Speaker

# From these shares of all plants of a kind (its capacity or its number) on a tile is darker.
STEPS = (("large", 0.06), ("middle", 0.03), ("small", 0.0))
FILLS = {
    "large": SEQUENTIAL[0],
    "middle": SEQUENTIAL[1],
    "small": SEQUENTIAL[2],
    "none": NO_TIER_FILL,
}
INKS = {"large": PAPER, "middle": PAPER, "small": INK, "none": INK}


@dataclass(frozen=True)
class Kind:
    """A kind of plant: whether its capacity is known widely enough to be shown, and its unit."""

    code: str
    has_capacity: bool
    unit: str = ""


KINDS = {
    one.code: one
    for one in (
        Kind("coal_units", True, "MW"),
        Kind("crude_steel", True, "kt a year"),
        Kind("electric_furnace", True, "kt a year"),
        # About half of the cement plants have a capacity, and many stations of other kinds of power
        # are missing: they are counted.
        Kind("clinker", False),
        Kind("grinding", False),
        Kind("gas", False),
        Kind("hydro", False),
        Kind("nuclear", False),
    )
}
# Tiles show those that the national carbon market touches.
TILED = ("coal_units", "crude_steel", "electric_furnace", "clinker", "grinding")


def tile_grid(data: Dataset, chosen: MarketChoices, tell: Speaker) -> Figure:
    """Return the provinces as tiles, darker where more of one kind of plant stands."""
    kind = KINDS[chosen.plants]
    rows = _of_kind(data, kind)
    shown = provinces(data).join(rows)
    title = _title(shown, kind, tell)
    return Figure(
        name="market_where",
        title=title,
        subtitle=tell("market.where.sub", kind=_name(kind.code, tell), unit=_unit(kind, tell)),
        alt=title,
        chart=lambda: tiles.draw(
            [_tile(str(code), row, kind, tell) for code, row in shown.iterrows()],
            [(state, _legend(state, tell)) for state in FILLS],
            FILLS,
            INKS,
        ),
        table=Table.of_rows(_tile_row(row, kind, tell) for _, row in _ranked(shown).iterrows()),
        standings=("published", "derived"),
        source_ids=tuple(rows["source_id"].dropna().unique()),
        notes=_notes(data, rows, kind, tell),
    )


def table(data: Dataset, chosen: MarketChoices, tell: Speaker) -> Figure:
    """Return a row for each province: plants of every kind, and capacity where it is known."""
    rows = _rows(data)
    total = rows.groupby("item")["plant_count"].sum()
    counts = {"coal": total.get("coal_units", 0), "steel": total.get("crude_steel", 0)}
    said = {key: text_of(int(count)) for key, count in counts.items()}
    title = tell("market.where.table.title", **said)
    names = region_names(data, tell.lang)
    return Figure(
        name="market_where_table",
        title=title,
        subtitle=tell("market.where.table.sub"),
        alt=title,
        chart=None,
        table=Table.of_rows(
            _row(names[code], rows[rows["region_code"] == code].set_index("item"), tell)
            for code in names
        ),
        standings=("published", "derived"),
        source_ids=tuple(rows["source_id"].unique()),
        notes=(tell("market.where.never"), fault_words(data, "plants_incomplete", tell)),
    )


@once_per_dataset
def _rows(data: Dataset) -> pd.DataFrame:
    return data.ask("plants__by_province")


def _of_kind(data: Dataset, kind: Kind) -> pd.DataFrame:
    """Return the plants of a kind by province; ``amount`` is what tiles compare."""
    rows = _rows(data)
    own = rows[rows["item"] == kind.code].set_index("region_code")
    amount = own["capacity"] if kind.has_capacity else own["plant_count"].astype(float)
    return own.assign(amount=amount, part=amount / amount.sum())


def _name(code: str, tell: Speaker) -> str:
    return tell(f"market.plants.{code}")


def _unit(kind: Kind, tell: Speaker) -> str:
    return _form(kind, tell).unit


def _form(kind: Kind, tell: Speaker) -> Form:
    """Return how an amount of a kind is written: capacity or number."""
    if not kind.has_capacity:
        return Form(tell("market.unit.plants"))
    if kind.unit == "MW":
        return capacity_form(tell)
    # kt a year: 万吨 in Chinese, Mt in English.
    unit = tell("market.unit.steel_capacity")
    return Form(unit, per=10, digits=0) if tell.is_chinese else Form(unit, per=1e3, digits=1)


def _title(shown: pd.DataFrame, kind: Kind, tell: Speaker) -> str:
    """Return which province has most of a kind, and what part of all."""
    known = shown.dropna(subset=["amount"])
    if known.empty:
        return tell("market.where.none", kind=_name(kind.code, tell))
    most = known.loc[[known["amount"].idxmax()]].iloc[0]
    ending = "power" if kind.unit == "MW" else "capacity" if kind.has_capacity else "count"
    return tell(
        f"market.where.title.{ending}",
        kind=_name(kind.code, tell),
        name=str(most[f"name_{tell.lang}"]),
        share=share(float(most["part"]), 1),
    )


def _ranked(shown: pd.DataFrame) -> pd.DataFrame:
    return shown.sort_values("amount", ascending=False, na_position="last", kind="stable")


def _state(part: float) -> str:
    if pd.isna(part):
        return "none"
    return next(name for name, least in STEPS if part >= least)


def _legend(state: str, tell: Speaker) -> str:
    key = "none_there" if state == "none" else state
    return tell(f"market.where.{key}", **{name: f"{100 * least:g}%" for name, least in STEPS})


def _amount(row: "pd.Series[Any]", kind: Kind, tell: Speaker) -> str:
    """Return the amount in a tile: a known plant without a capacity has none."""
    if pd.isna(row["amount"]):
        return "0"
    return _form(kind, tell).text(float(row["amount"]))


def _tile(code: str, row: "pd.Series[Any]", kind: Kind, tell: Speaker) -> Tile:
    name, amount = str(row[f"name_{tell.lang}"]), _amount(row, kind, tell)
    return Tile(
        code=code,
        row=int(row["tile_row"]),
        column=int(row["tile_column"]),
        state=_state(row["part"]),
        name=name if tell.is_chinese else str(row["iso_code"]).removeprefix("CN-"),
        label=amount,
        hover=f"{name}<br>{amount} {_unit(kind, tell)}",
    )


def _tile_row(row: "pd.Series[Any]", kind: Kind, tell: Speaker) -> dict[Head, Cell]:
    name = str(row[f"name_{tell.lang}"])
    is_known = not pd.isna(row["amount"])
    own = {Head("region", tell("column.region")): words(name, value=name)}
    count = int(row["plant_count"]) if is_known else 0
    own[Head("plants", tell("market.where.column.plants"))] = number(count, Form())
    if kind.has_capacity:
        amount = float(row["amount"]) if is_known else 0.0
        form = _form(kind, tell)
        label = tell("market.units.column.capacity", unit=form.unit)
        own[Head("capacity", label)] = number(amount, form)
    return own


def _notes(data: Dataset, rows: pd.DataFrame, kind: Kind, tell: Speaker) -> tuple[str, ...]:
    unknown = int((rows["plant_count"] - rows["known_count"]).sum())
    known = int(rows["known_count"].sum())
    return (
        tell("market.where.never"),
        tell("market.where.known", known=text_of(known), unknown=text_of(unknown)),
        tell("regions.tiles.note"),
        fault_words(data, "plants_incomplete", tell),
    )


def _row(name: str, own: pd.DataFrame, tell: Speaker) -> dict[Head, Cell]:
    cells = {Head("region", tell("column.region")): words(name, value=name)}
    for kind in KINDS.values():
        label = _name(kind.code, tell)
        cells[Head(kind.code, tell("market.where.column.count", kind=label))] = number(
            int(own["plant_count"].get(kind.code, 0)), Form()
        )
        if kind.has_capacity:
            form = _form(kind, tell)
            label = tell("market.where.column.capacity", kind=label, unit=form.unit)
            cells[Head(f"{kind.code}_capacity", label)] = _capacity(own, kind, form, tell)
    return cells


def _capacity(own: pd.DataFrame, kind: Kind, form: Form, tell: Speaker) -> Cell:
    """Return a known capacity: nothing where there is no plant, none known where none is."""
    if kind.code not in own.index:
        return number(0.0, form)
    if not int(own["known_count"][kind.code]):
        return missing("none", tell("known.none"), form)
    return number(float(own["capacity"][kind.code]), form)
