"""Verified totals by place or division beside the inventories; what few make is withheld."""

from collections.abc import Mapping

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Cell, Form, Head, known, missing, number, words
from carbonpeak.thresholds import LEAST_ENTERPRISES, MOST_OF_ONE_ENTERPRISE, NATION
from carbonpeak.topics.reporting import analysis, labels
from carbonpeak.topics.reporting.analysis import ALL
from carbonpeak.topics.reporting.choices import ReportingChoices
from carbonpeak.topics.reporting.labels import Shown
from carbonpeak.words.numbers import percent
from carbonpeak.words.speaker import Speaker

WITHHELD = "suppressed"
INVENTORIES = ("ceads-co2", "reconstruction")
# By what rows are told apart: the other code, and that of the total.
OTHER = {"region": ("sector_code", ALL), "sector": ("region_code", NATION)}
TOTAL = {"region": NATION, "sector": ALL}


def verified(data: Dataset, chosen: ReportingChoices, tell: Speaker) -> Figure | None:
    """Return verified emissions beside the last inventory, None where nothing is verified."""
    every = analysis.verified(data, chosen.number, chosen.year)
    if every.empty:
        return None
    column, code = OTHER[chosen.by]
    rows = every[every[column] == code].rename(columns={f"{chosen.by}_code": "code"})
    total = rows[rows["code"] == TOTAL[chosen.by]].to_dict("records")[0]
    own = rows[rows["code"] != TOTAL[chosen.by]]
    beside = inventories(data, chosen.by)
    shown = Shown(
        name="reporting_verified",
        title=_title(total, chosen, tell),
        subtitle=tell("reporting.verified.sub", by=tell(f"reporting.by.{chosen.by}")),
        chart=None,
        rows=[_row(data, row, beside, chosen.by, tell) for row in [*own.to_dict("records"), total]],
        is_made=labels.any_made(rows),
        standings=(labels.VERIFIED, "published", "reconstructed"),
        notes=(*_withheld(own, tell), tell("reporting.verified.note"), tell("reporting.seen.note")),
        source_ids=INVENTORIES,
    )
    return labels.figure(shown, tell)


def _title(total: labels.Row, chosen: ReportingChoices, tell: Speaker) -> str:
    if total["is_withheld"]:
        return tell("reporting.verified.withheld", year=chosen.year)
    amount = labels.amount(float(total["co2_t"]), tell)
    return tell("reporting.verified.title", year=chosen.year, amount=amount)


def _withheld(own: pd.DataFrame, tell: Speaker) -> tuple[str, ...]:
    """Return how many cells are withheld and by which rule, nothing where none is."""
    count = int(own["is_withheld"].sum())
    if not count:
        return ()
    rule = {"least": LEAST_ENTERPRISES, "most": percent(MOST_OF_ONE_ENTERPRISE, 0)}
    return (tell("reporting.verified.rule", count=count, **rule),)


@once_per_dataset
def inventories(data: Dataset, by: str) -> Mapping[str, tuple[int, float]]:
    """Return the last year of the inventories and its CO2 (t) by the code of place or division."""
    given = {"region_code": None, "sector_code": ALL}
    if by == "sector":
        given = {"region_code": NATION, "sector_code": None}
    rows = data.ask("peak__series", **given).dropna(subset=["co2_t"])
    last = rows.sort_values("year").groupby(f"{by}_code").tail(1)
    columns = (last[name].tolist() for name in (f"{by}_code", "year", "co2_t"))
    return {code: (year, co2_t) for code, year, co2_t in zip(*columns, strict=True)}


def _row(
    data: Dataset, row: labels.Row, beside: Mapping[str, tuple[int, float]], by: str, tell: Speaker
) -> dict[Head, Cell]:
    form, code, none = labels.tonnes(tell), str(row["code"]), tell("reporting.blank")
    withheld = tell("reporting.withheld")
    is_withheld = bool(row["is_withheld"])
    inventory_year, inventory_t = beside.get(code, (None, None))
    co2 = missing(WITHHELD, withheld, form)
    units = missing(WITHHELD, withheld, Form())
    if not is_withheld:
        co2 = number(float(row["co2_t"]), form)
        units = number(int(row["units"]), Form())
    year = Form(is_year=True)
    return {
        Head(by, tell(f"reporting.column.by_{by}")): words(
            labels.place(data, by, code, tell), value=code
        ),
        Head("units", tell("reporting.column.verified_units")): units,
        Head("co2_t", tell("reporting.column.verified_t")): co2,
        Head("disclosed_t", tell("reporting.column.disclosed_t")): number(
            float(row["disclosed_t"]), form
        ),
        Head("inventory_t", tell("reporting.column.inventory_t")): known(
            inventory_t, form, "no_data", none
        ),
        Head("inventory_year", tell("reporting.column.inventory_year")): known(
            inventory_year, year, "no_data", none
        ),
    }
