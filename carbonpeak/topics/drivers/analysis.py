"""How much of a change of energy or CO2 each driver made: one decomposition, summed as asked.

Every level is a sum of the same cells (province, division, group of fuels), so provinces add up to
the nation and divisions to their province without a remainder.
"""

from dataclasses import replace

import numpy as np
import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.indicators import decomposition
from carbonpeak.indicators.decomposition import Array
from carbonpeak.thresholds import NATION
from carbonpeak.topics.drivers.analysis_cells import Cells, known_years, load
from carbonpeak.topics.drivers.question import CHAIN, Question, check, check_word

PARTS = ("whole", "region", "sector")
FORMS = ("additive", "multiplicative")
AMOUNTS = ["start_t", "end_t", "change_t"]


@once_per_dataset
def table(
    data: Dataset, question: Question, by: str = "whole", form: str = "additive"
) -> pd.DataFrame:
    """Return the effects, summed to the whole, by region or by sector.

    Columns: ``code``, ``start_t``, ``end_t``, then in the additive form ``change_t`` and one column
    per effect in tonnes (tce or CO2) that add up to it, in the multiplicative form ``ratio`` and
    one column per effect that multiply to it, missing where start or end is 0. QueryError in a
    sentence where the question cannot be answered.
    """
    check_word("part", by, PARTS)
    check_word("form", form, FORMS)
    rows = effects(data, question)
    code = rows[f"{by}_code"] if by != "whole" else pd.Series(_whole(question), index=rows.index)
    sums = rows.groupby(code.rename("code"))[[*AMOUNTS, *question.drivers]].sum().reset_index()
    return sums if form == "additive" else as_ratios(sums, question)


@once_per_dataset
def yearly(data: Dataset, question: Question, form: str = "additive") -> pd.DataFrame:
    """Return the effects on the whole from each year to the next, one row per later year.

    Columns: ``year`` and those of ``table``. They chain to the change between the first and the
    last year, but each effect differs from that of the two years alone, because every year is
    weighed by itself. A province with a withheld cement cell in any of the years is left out of
    process CO2 in all of them, so that the years chain.
    """
    check_word("form", form, FORMS)
    check(data, question)
    years = _years(data, question)
    columns = [*AMOUNTS, *question.drivers]
    steps = _steps(data, question.among(data), years)
    sums = pd.DataFrame([_asked(data, step, question)[columns].sum() for step in steps])
    sums.insert(0, "year", list(years)[1:])
    return sums if form == "additive" else as_ratios(sums, question)


@once_per_dataset
def effects(data: Dataset, question: Question) -> pd.DataFrame:
    """Return one row per region and division with anything to change, effects in tonnes.

    Columns: ``region_code``, ``sector_code`` (``all`` where a province's split is not usable),
    ``start_t``, ``end_t``, ``change_t`` and one per effect. QueryError as in ``table``.
    """
    check(data, question)
    [step] = _steps(data, question.among(data), (question.first, question.last))
    return _asked(data, step, question)


def as_ratios(sums: pd.DataFrame, question: Question) -> pd.DataFrame:
    """Return rows of the additive form in the multiplicative one; missing from or to 0."""
    start, end = sums["start_t"].to_numpy(), sums["end_t"].to_numpy()
    ratios = {
        name: decomposition.as_ratios(sums[name].to_numpy(), start, end)
        for name in question.drivers
    }
    total = decomposition.as_ratios(sums["change_t"].to_numpy(), start, end)
    kept = sums.drop(columns=["change_t", *question.drivers])
    return kept.assign(ratio=total, **ratios)


@once_per_dataset
def left_out(
    data: Dataset, question: Question, every_year: bool = False
) -> dict[str, tuple[int, ...]]:
    """Return the provinces whose process CO2 is left out, with the years of their withheld cells.

    A cell counts where it is in the first or last year or, on demand, in any year between.
    """
    if not question.has_process:
        return {}
    ends = question.first, question.last
    years = list(range(ends[0], ends[1] + 1)) if every_year else list(ends)
    cells = data.ask(
        "drivers__cells",
        region_code=question.region_code or None,
        sector_code=None,
        years=years,
    )
    cells = cells[cells["co2_withheld"] & question.holds(data, cells["sector_code"])]
    cells = cells.sort_values("year")
    by_region = cells.groupby("region_code")["year"]
    return {str(code): tuple(map(int, withheld)) for code, withheld in by_region}


@once_per_dataset
def answerable(data: Dataset, question: Question) -> Question:
    """Return the question, narrowed to energy-related CO2 where its one province has no process.

    That is so where a cement cell of the province is withheld in any of the years. The question
    must be one that ``check`` lets pass.
    """
    if question.region_code in left_out(data, question, True):
        return replace(question, basis="energy_related")
    return question


@once_per_dataset
def carbon_factor(data: Dataset, fuel: str, year: int, region_code: str = "") -> float:
    """Return CO2 per energy of a fuel (``coal``, ``oil``, ``gas``) in all industry, t per tce.

    Of one province where it is named.
    """
    place = region_code or None
    rows = data.ask("drivers__cells", region_code=place, sector_code=None, years=[year])
    return float(rows[f"{fuel}_co2_t"].sum() / rows[f"{fuel}_tce"].sum())


@once_per_dataset
def _steps(data: Dataset, whole: Question, years: tuple[int, ...]) -> tuple[pd.DataFrame, ...]:
    """Return the effects on all cells from each of these years to the next.

    All cells are decomposed whatever part is asked for, so that a part alone says what it says in
    the whole: the small values that stand for zeros hang on the totals.
    """
    cells = load(data, whole.basis_name, years, whole.region_code)
    return tuple(_decompose(cells, whole, start) for start in range(len(years) - 1))


def _decompose(cells: Cells, question: Question, place: int) -> pd.DataFrame:
    """Return the effects on all cells between the year at a place of ``cells`` and the next.

    A province with a withheld cement cell in any year of ``cells`` goes without process CO2.
    """
    start, end = (_levels(cells, question, at) for at in (place, place + 1))
    before, after = start[-1], end[-1]
    columns = {
        "start_t": before,
        "end_t": after,
        "change_t": after - before,
        **decomposition.effects(CHAIN[question.measure], start, end),
    }
    by_cell = {name: _over_fuels(part, question.measure) for name, part in columns.items()}
    if question.has_process:
        by_cell = _with_process(cells, by_cell, place)
    return _rows(cells, by_cell)


def _with_process(cells: Cells, by_cell: dict[str, Array], place: int) -> dict[str, Array]:
    """Return amounts and effects with cement process CO2, which is a driver of its own."""
    kept = np.where(cells.is_withheld[:, None, None], 0.0, cells.process_co2_t)
    moved = {"start_t": kept[..., place], "end_t": kept[..., place + 1]}
    moved["change_t"] = moved["end_t"] - moved["start_t"]
    added = {name: part + moved.get(name, 0.0) for name, part in by_cell.items()}
    return added | {"process": moved["change_t"]}


def _years(data: Dataset, question: Question) -> tuple[int, ...]:
    """Return the known years of a question, its first and last among them."""
    known = known_years(data, question.region_code)
    return tuple(year for year in known if question.first <= year <= question.last)


def _whole(question: Question) -> str:
    """Return the code of everything asked for: of a province, a division, both or the nation."""
    asked = [code for code in (question.region_code, question.sector_code) if code]
    return "/".join(asked) or NATION


def _asked(data: Dataset, rows: pd.DataFrame, question: Question) -> pd.DataFrame:
    """Return the rows of the province and division asked for.

    Within one province the growth of the nation and the province's share of it are one: activity.
    """
    rows = rows[question.holds(data, rows["sector_code"])]
    if question.region_code:
        rows = rows[rows["region_code"] == question.region_code]
        rows = rows.assign(activity=rows["activity"] + rows["structure"]).drop(columns="structure")
    return rows.reset_index(drop=True)


def _levels(cells: Cells, question: Question, place: int) -> list[Array]:
    """Return the chain of levels in one year, each shaped to meet the next."""
    whole, added = cells.whole_added_cny[place], cells.added_cny[:, None, place]
    if question.measure == "energy":
        return [whole, added, cells.energy_tce[..., place]]
    fuels = cells.fuel_tce[..., place]
    used = fuels.sum(axis=2, keepdims=True)
    return [whole, added[..., None], used, fuels, cells.co2_t[..., place]]


def _over_fuels(values: Array, measure: str) -> Array:
    return values if measure == "energy" else values.sum(axis=2)


def _rows(cells: Cells, by_cell: dict[str, Array]) -> pd.DataFrame:
    """Return the cells with anything in either year as rows."""
    there = (by_cell["start_t"] > 0) | (by_cell["end_t"] > 0)
    region, sector = np.nonzero(there)
    codes = {
        "region_code": np.array(cells.regions, dtype=object)[region],
        "sector_code": np.array(cells.sectors, dtype=object)[sector],
    }
    return pd.DataFrame(codes | {name: part[there] for name, part in by_cell.items()})
