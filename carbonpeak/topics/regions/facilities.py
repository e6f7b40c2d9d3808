"""Facility rows of a place by province, division or fuel, beside the inventories."""

from typing import Any

import pandas as pd

from carbonpeak.charts import bars, hover
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.facility.declared import SUPPRESSED
from carbonpeak.domain import sectors
from carbonpeak.domain.measures import MEASURES
from carbonpeak.domain.view import region_names
from carbonpeak.figures import labels
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import quantity_standing
from carbonpeak.figures.table import Cell, Form, Head, Table, known, missing, share_form, words
from carbonpeak.thresholds import LEAST_ENTERPRISES, MOST_OF_ONE_ENTERPRISE
from carbonpeak.topics.regions import analysis_facilities as analysis
from carbonpeak.topics.regions.analysis_facilities import Sums
from carbonpeak.topics.regions.choices import RegionsChoices
from carbonpeak.words.numbers import is_missing, percent, share
from carbonpeak.words.speaker import Speaker

COUNT, COVERAGE = Form(), share_form()


def figure(data: Dataset, chosen: RegionsChoices, tell: Speaker) -> Figure | None:
    """Return the sums of facility rows with coverage; None where a place has none."""
    if not chosen.rows_year:
        return None
    measure, by = chosen.view.measure, chosen.rows_by
    found = analysis.sums(data, measure, int(chosen.rows_year), by, chosen.region)
    if found is None:
        return None
    names, form = _names(data, found.parts, by, tell), _form(found, measure, tell)
    title, every = _title(data, chosen, found, form, tell), _rows(found)
    said = {
        "by": tell(f"rows_by.{by}"),
        "unit": form.unit,
        "quantity": tell(f"facilities.{measure}"),
    }
    counted = {"count": len(every), "withheld": int((every["missing"] == SUPPRESSED).sum())}
    return Figure(
        name="facility_sums",
        title=title,
        subtitle=tell("facilities.sub", place=_place(data, chosen, tell), **said, **counted),
        alt=title,
        chart=_chart(found.parts, names, form, tell),
        table=_table(found, names, by, form, tell),
        standings=(*every["standing"].unique(), *_inventory_standing(every, chosen)),
        source_ids=(*every["source_id"].unique(), *MEASURES[measure].sources),
        notes=_notes(found, measure, tell),
    )


def _inventory_standing(every: pd.DataFrame, chosen: RegionsChoices) -> tuple[str, ...]:
    """Return the standing of the inventories, nothing where none stands beside the rows."""
    is_there = every["inventory_amount"].notna().any()
    return (quantity_standing(chosen.view.measure, int(chosen.rows_year)),) if is_there else ()


def _rows(found: Sums) -> pd.DataFrame:
    """Return the parts and the whole."""
    return pd.concat([found.parts, found.whole.to_frame().T])


def _form(found: Sums, measure: str, tell: Speaker) -> Form:
    amounts = _rows(found)["amount"].dropna().astype(float)
    largest = 0.0 if amounts.empty else float(amounts.max())
    return labels.fitting_form(largest, measure, tell)


def _names(data: Dataset, parts: pd.DataFrame, by: str, tell: Speaker) -> dict[str, str]:
    """Return what each part is called, by code."""
    if by == "fuel":
        return {str(code): str(name) for code, name in parts[f"fuel_{tell.lang}"].items()}
    names = region_names(data, tell.lang) if by == "region" else sectors.names(data, tell.lang)
    return {str(code): names.get(str(code), str(code)) for code in parts.index}


def _place(data: Dataset, chosen: RegionsChoices, tell: Speaker) -> str:
    is_one = chosen.region and chosen.rows_by != "region"
    return region_names(data, tell.lang)[chosen.region] if is_one else tell("facilities.all")


def _title(data: Dataset, chosen: RegionsChoices, found: Sums, form: Form, tell: Speaker) -> str:
    """Return what part of the inventory the rows are, else what they add up to, else neither."""
    row = found.whole
    what = tell(f"facilities.short.{chosen.view.measure}")
    about = {"place": _place(data, chosen, tell), "year": int(chosen.rows_year), "what": what}
    if is_missing(row["amount"]):
        return tell("facilities.title.withheld", **about)
    if is_missing(row["coverage"]):
        amount = form.text(float(row["amount"]))
        return tell("facilities.title.amount", amount=amount, unit=form.unit, **about)
    part = share(float(row["coverage"]), 1)
    return tell("facilities.title", share=part, **about)


def _chart(parts: pd.DataFrame, names: dict[str, str], form: Form, tell: Speaker) -> Any:
    """Return bars of the parts that are shown, None where none is."""
    shown = parts[parts["amount"].notna()]
    if shown.empty:
        return None
    amounts = [float(one) for one in shown["amount"]]
    codes = [str(code) for code in shown.index]
    texts, called = [form.text(one) for one in amounts], [names[code] for code in codes]
    hovers = [
        hover.card(name, f"{text} {form.unit}", _covers(row, tell))
        for name, text, (_, row) in zip(called, texts, shown.iterrows(), strict=True)
    ]
    return bars.ranked(called, [one / form.per for one in amounts], texts, codes, hovers=hovers)


def _covers(row: "pd.Series[Any]", tell: Speaker) -> str:
    if is_missing(row["coverage"]):
        return tell("missing.no_inventory")
    return tell("facilities.covers", share=share(float(row["coverage"]), 1))


def _table(found: Sums, names: dict[str, str], by: str, form: Form, tell: Speaker) -> Table:
    """Return the parts, and the whole in the last row."""
    head = Head(by, tell(f"column.facility.{by}"))
    rows = [
        {head: words(names[str(code)], str(code)), **_cells(row, form, tell)}
        for code, row in found.parts.iterrows()
    ]
    whole = {head: words(tell("facilities.whole"), "whole"), **_cells(found.whole, form, tell)}
    return Table.of_rows([*rows, whole])


def _cells(row: "pd.Series[Any]", form: Form, tell: Speaker) -> dict[Head, Cell]:
    """Return the numbers of a row, in words where they are withheld or not known."""
    unit, kind = form.unit, str(row["missing"])
    heads = {
        "amount": Head("amount", tell("facilities.column.amount", unit=unit), unit),
        "count": Head("enterprises", tell("facilities.column.enterprises")),
        "inventory": Head("inventory", tell("facilities.column.inventory", unit=unit), unit),
        "coverage": Head("coverage", tell("facilities.column.coverage")),
    }
    none = known(row["inventory_amount"], form, "no_inventory", tell("missing.no_inventory"))
    if is_missing(row["amount"]):
        amount, count, part = (
            missing(kind, tell(f"missing.{kind}"), one) for one in (form, COUNT, COVERAGE)
        )
    else:
        amount = known(row["amount"], form, kind, "")
        count = known(row["enterprise_count"], COUNT, kind, "")
        part = known(row["coverage"], COVERAGE, "no_inventory", tell("missing.no_inventory"))
    cells = {"amount": amount, "count": count, "inventory": none, "coverage": part}
    return {heads[name]: cell for name, cell in cells.items()}


def _notes(found: Sums, measure: str, tell: Speaker) -> tuple[str, ...]:
    """Return what the rows are, on which basis they are compared, and why some are not shown."""
    bounds = {"least": LEAST_ENTERPRISES, "most": percent(MOST_OF_ONE_ENTERPRISE, 0)}
    every = _rows(found)
    is_alone = every["inventory_amount"].isna().any()
    return (
        tell("facilities.note.own"),
        tell(f"facilities.note.{measure}"),
        tell("facilities.note.withheld", **bounds),
        *((tell("facilities.note.no_inventory"),) if is_alone else ()),
    )
