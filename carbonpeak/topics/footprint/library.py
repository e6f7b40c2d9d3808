"""The library of factors as a table, grid factors by province, footprints of electricity."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from carbonpeak.charts import bars
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import factor_search
from carbonpeak.domain.view import region_names
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import fault_words
from carbonpeak.figures.table import YEAR, Cell, Form, Head, Table, known, missing, number, words
from carbonpeak.topics.footprint.choices import FootprintChoices
from carbonpeak.words.numbers import is_missing
from carbonpeak.words.numbers import number as text_of
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.study import factor_unit_words

EVERY = "all"
AVERAGE = "average"
NATION = "000000"
MARK = "※"
# The nation as databases have it, and the year of factors that have none.
CHINA, UNDATED = "CN", "none"


def kinds(data: Dataset) -> tuple[str, ...]:
    """Return the kinds of factors there are."""
    return tuple(sorted(factor_search.library(data)["kind"].unique()))


def grid_years(data: Dataset) -> tuple[str, ...]:
    """Return the years of grid factors, the newest first."""
    years = _grid(data)["year"].dropna().astype(int).unique()
    return tuple(str(year) for year in sorted(years, reverse=True))


def factor_years(data: Dataset) -> tuple[str, ...]:
    """Return the years of factors, the newest first, and at last that of those without one."""
    years = factor_search.library(data)["year"].dropna().astype(int).unique()
    return (*(str(year) for year in sorted(years, reverse=True)), UNDATED)


def factor_regions(data: Dataset) -> tuple[str, ...]:
    """Return the nation, its provinces and grids, and other economies that factors are of."""
    known = {_region(one) for one in factor_search.library(data)["region"]}
    return tuple(sorted(known, key=lambda one: (not one.isdigit(), one)))


def region_words(data: Dataset, tell: Speaker, code: str) -> str:
    """Return what a region of factors is called."""
    if code == NATION:
        return tell("nation")
    provinces = region_names(data, tell.lang)
    return provinces[code] if code in provinces else tell(f"footprint.region.{code}")


def year_words(tell: Speaker, code: str) -> str:
    """Return a year of factors in words."""
    return tell("footprint.undated") if code == UNDATED else tell("footprint.year", year=code)


def table(data: Dataset, chosen: FootprintChoices, tell: Speaker) -> Figure | None:
    """Return the factors of the chosen kind, standing, year and region; None where none is."""
    rows = _listed(factor_search.library(data), chosen)
    if rows.empty:
        return None
    filters = _filters(data, chosen, tell)
    key = "title" if filters else "every"
    title = tell(f"footprint.library.{key}", kind=filters, count=text_of(len(rows)))
    flags = rows["flag"].dropna().unique()
    return Figure(
        name="factor_library",
        title=title,
        subtitle=tell("footprint.library.sub"),
        alt=title,
        chart=None,
        table=Table.of_rows(factor_row(data, row, tell) for row in rows.to_dict("records")),
        standings=tuple(dict.fromkeys(rows["standing"])),
        source_ids=tuple(dict.fromkeys(rows["source_id"])),
        notes=(
            *(f"{MARK} {fault_words(data, str(flag), tell)}" for flag in flags),
            tell("footprint.library.note"),
            *([tell("footprint.library.own")] if "own" in set(rows["kind"]) else []),
            *([tell("footprint.library.us")] if "us" in set(rows["kind"]) else []),
        ),
    )


def _listed(rows: pd.DataFrame, chosen: FootprintChoices) -> pd.DataFrame:
    """Return the factors that are as chosen."""
    years = rows["year"].map(lambda year: UNDATED if is_missing(year) else str(int(year)))
    columns = {
        "kind": (rows["kind"], chosen.kind),
        "standing": (rows["standing"], chosen.standing),
        "year": (years, chosen.factor_year),
        "region": (rows["region"].map(_region), chosen.factor_region),
    }
    fits = [column == code for column, code in columns.values() if code != EVERY]
    return rows[pd.concat(fits, axis=1).all(axis=1)] if fits else rows


def _filters(data: Dataset, chosen: FootprintChoices, tell: Speaker) -> str:
    """Return in words what the factors are filtered by, nothing where all are listed."""
    said: tuple[tuple[str, Callable[[str], str]], ...] = (
        (chosen.kind, lambda code: tell(f"footprint.kind.{code}")),
        (chosen.standing, lambda code: tell(f"standing.{code}")),
        (chosen.factor_year, lambda code: year_words(tell, code)),
        (chosen.factor_region, lambda code: region_words(data, tell, code)),
    )
    return tell.listed(words_of(code) for code, words_of in said if code != EVERY)


def _region(code: str) -> str:
    """Return the code of a region of factors; the nation has one."""
    return NATION if code == CHINA else code


def factor_row(data: Dataset, row: dict[Any, Any], tell: Speaker) -> dict[Head, Cell]:
    """Return one factor as cells of a table."""
    is_marked = not is_missing(row["flag"])
    name = str(row[f"name_{tell.lang}"])
    detail = row[f"detail_{tell.lang}"]
    return {
        Head("factor_id", tell("footprint.column.id"), in_files=True): words(row["factor_id"]),
        Head("name", tell("footprint.column.name")): words(
            f"{name}{MARK}" if is_marked else name, name, (row["flag"],) if is_marked else ()
        ),
        Head("value", tell("footprint.column.value")): number(
            float(row["value"]),
            Form(factor_unit_words(str(row["unit"]), tell)),
            f"{float(row['value']):,.7g}",
        ),
        Head("unit", tell("footprint.column.unit")): words(
            factor_unit_words(str(row["unit"]), tell), row["unit"]
        ),
        Head("year", tell("footprint.column.year")): known(
            row["year"], YEAR, "none", tell("footprint.undated")
        ),
        Head("region", tell("column.region")): words(
            region_words(data, tell, _region(str(row["region"]))), row["region"]
        ),
        Head("detail", tell("footprint.column.detail")): missing("none", tell("footprint.plain"))
        if is_missing(detail)
        else words(str(detail)),
        Head("kind", tell("footprint.column.kind")): words(
            tell(f"footprint.kind.{row['kind']}"), row["kind"]
        ),
        Head("boundary", tell("footprint.column.boundary")): words(
            tell(f"footprint.boundary.{row['boundary']}"), row["boundary"]
        ),
        Head("standing", tell("column.standing")): words(
            tell(f"standing.{row['standing']}"), row["standing"]
        ),
        Head("source", tell("footprint.column.source")): words(str(row[f"source_{tell.lang}"])),
    }


def grid(data: Dataset, chosen: FootprintChoices, tell: Speaker) -> Figure | None:
    """Return CO2 per kWh of the provinces in one year, None where no province has any."""
    rows = _grid(data)
    rows = rows[(rows["year"] == int(chosen.grid_year)) & _is_average(rows)]
    names = region_names(data, tell.lang)
    own = rows[rows["region_code"].isin(names)].sort_values("value", ascending=False, kind="stable")
    if own.empty:
        return None
    form = Form(tell("footprint.unit.grid"), digits=4)
    title = _grid_title(own, names, form, chosen.grid_year, tell)
    return Figure(
        name="grid_factors",
        title=title,
        subtitle=tell("footprint.grid.sub", year=chosen.grid_year),
        alt=title,
        chart=lambda: bars.ranked(
            [names[code] for code in own["region_code"]],
            list(own["value"]),
            [form.text(one) for one in own["value"]],
            list(own["region_code"]),
        ),
        table=Table.of_rows(_area(row, names, form, tell) for row in own.to_dict("records")),
        standings=tuple(dict.fromkeys(rows["standing"])),
        source_ids=tuple(dict.fromkeys(rows["source_id"])),
        notes=_grid_notes(rows, form, tell),
    )


def _grid_title(
    own: pd.DataFrame, names: Mapping[str, str], form: Form, year: str, tell: Speaker
) -> str:
    most, least = own.iloc[0], own.iloc[-1]
    said = {"year": year, "most": names[most["region_code"]], "high": form.text(most["value"])}
    if len(own) == 1:
        return tell("footprint.grid.one", **said)
    low = {"least": names[least["region_code"]], "low": form.text(least["value"])}
    return tell("footprint.grid.title", **said, **low)


def _grid_notes(rows: pd.DataFrame, form: Form, tell: Speaker) -> tuple[str, ...]:
    nation = rows[rows["region_code"] == NATION]["value"]
    return (
        *(tell("footprint.grid.nation", value=form.text(one)) for one in nation[:1]),
        tell("footprint.grid.note"),
        tell("footprint.grid.use"),
    )


def electricity(data: Dataset, chosen: FootprintChoices, tell: Speaker) -> Figure | None:
    """Return the footprint of electricity by kind of generation in the known years."""
    rows = factor_search.library(data)
    own = rows[rows["kind"] == "electricity"].copy()
    if own.empty:
        return None
    own["type"] = own["factor_id"].str.split("-", n=1).str[1]
    wide = own.pivot_table(index=["type", f"name_{tell.lang}"], columns="year", values="value")
    last = max(wide.columns)
    wide = (
        wide.dropna(subset=[last]).sort_values(last, ascending=False, kind="stable").reset_index()
    )
    form = Form(tell("footprint.unit.electricity"), digits=4)
    title = _electricity_title(wide, form, tell)
    return Figure(
        name="electricity_footprint",
        title=title,
        subtitle=tell("footprint.electricity.sub", year=last),
        alt=title,
        chart=lambda: bars.ranked(
            list(wide[f"name_{tell.lang}"]),
            list(wide[last]),
            [form.text(one) for one in wide[last]],
            list(wide["type"]),
        ),
        table=Table.of_rows(_generation(row, form, tell) for _, row in wide.iterrows()),
        standings=tuple(dict.fromkeys(own["standing"])),
        source_ids=tuple(dict.fromkeys(own["source_id"])),
        notes=(tell("footprint.electricity.note"),),
    )


def _electricity_title(wide: pd.DataFrame, form: Form, tell: Speaker) -> str:
    years = [one for one in wide.columns if isinstance(one, int | float)]
    own = wide[wide["type"] == AVERAGE]
    if own.empty:
        return tell("footprint.electricity.none")
    row = own.iloc[0]
    values = {int(year): form.text(row[year]) for year in years if not is_missing(row[year])}
    last = max(values)
    if len(values) == 1:
        return tell("footprint.electricity.one", year=last, now=values[last])
    first = min(values)
    said = {"year": last, "now": values[last], "first": first, "then": values[first]}
    return tell("footprint.electricity.title", **said)


def _generation(row: "pd.Series[Any]", form: Form, tell: Speaker) -> dict[Head, Cell]:
    cells = {
        Head("type", tell("footprint.column.type")): words(row[f"name_{tell.lang}"], row["type"])
    }
    for year in sorted(one for one in row.index if isinstance(one, int | float)):
        cells[Head(f"value_{year}", str(year))] = known(
            row[year], form, "none", tell("footprint.unlisted")
        )
    return cells


def _area(
    row: dict[Any, Any], names: Mapping[str, str], form: Form, tell: Speaker
) -> dict[Head, Cell]:
    return {
        Head("region", tell("column.region")): words(names[row["region_code"]]),
        Head("value", tell("footprint.column.value")): number(float(row["value"]), form),
        Head("standing", tell("column.standing")): words(
            tell(f"standing.{row['standing']}"), row["standing"]
        ),
    }


def _grid(data: Dataset) -> pd.DataFrame:
    rows = factor_search.library(data)
    return rows[(rows["kind"] == "grid") & rows["year"].notna()]


def _is_average(rows: pd.DataFrame) -> "pd.Series[bool]":
    """Return which rows count all power of their area."""
    return rows["factor_id"].str.endswith(("-all", "-grid_avg_co2_factor"))
