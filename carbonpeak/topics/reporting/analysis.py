"""What the records say as of an entry: who must report, how far each has come, what it adds up to.

No records are no rows: without a store everything here is empty.
"""

from datetime import datetime, timedelta, timezone
from typing import Any

import numpy as np
import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.data.facility.suppression import Cells, hidden
from carbonpeak.data.records import RecordsError
from carbonpeak.data.text import Text
from carbonpeak.thresholds import NATION, REPORT_DUE
from carbonpeak.topics.reporting.choices import ReportingChoices

CHINA = timezone(timedelta(hours=8))
DUE = f"-{REPORT_DUE[0]:02d}-{REPORT_DUE[1]:02d}"
ALL = "all"
# States of a report that somebody else has to act on.
IN_REVIEW = ("submitted", "document_review", "site_visit", "findings_open", "corrected", "appealed")
COUNTED = ("units", "submitted", "verified", "disclosed", "late", "overdue")
# So many years stand side by side in a matrix, so many rows in a table.
MATRIX_YEARS = 6
MOST_ROWS = 300
MOST_FOUND = 50


def today() -> str:
    """Return the day it is in China, as YYYY-MM-DD."""
    return datetime.now(CHINA).date().isoformat()


def newest(data: Dataset) -> int:
    """Return the number of the last entry, 0 without a store or where it cannot be read."""
    try:
        return data.records_number()
    except RecordsError:
        return 0


def fault(data: Dataset) -> Text | None:
    """Return why the store cannot be read, None where it can or there is none."""
    try:
        data.records_number()
    except RecordsError as found:
        return found.text
    return None


def is_limited(data: Dataset) -> bool:
    """Return whether there may be records that this reader does not see."""
    return not data.scope.covers()


def years(data: Dataset, number: int, day: str) -> tuple[int, ...]:
    """Return the years of which records may tell, up to the one before a day."""
    last = int(day[:4]) - 1
    if not number:
        return (last,)
    row = data.ask("reporting__years", number=number).iloc[0]
    known = [int(one) for one in (row["first_year"], row["last_year"]) if pd.notna(one)]
    return tuple(range(min([last, *known]), max([last, *known]) + 1))


def counts(data: Dataset, chosen: ReportingChoices) -> pd.DataFrame:
    """Return counts of units by year, place, division and state, up to the year chosen."""
    last = max(chosen.year, int(chosen.day[:4]) - 1)
    return data.ask(
        "reporting__completeness",
        number=chosen.number,
        day=chosen.day,
        due=DUE,
        first_year=last - MATRIX_YEARS + 1,
        last_year=last,
    )


def of_year(data: Dataset, chosen: ReportingChoices) -> pd.DataFrame:
    """Return the same of the year, place and division chosen."""
    rows = counts(data, chosen)
    kept = rows["year"] == chosen.year
    if chosen.region:
        kept &= rows["region_code"] == chosen.region
    if chosen.sector:
        kept &= rows["sector_code"] == chosen.sector
    return rows[kept]


def grouped(data: Dataset, chosen: ReportingChoices) -> pd.DataFrame:
    """Return counts by place or division, as chosen, and year, in the order of codes."""
    column = f"{chosen.by}_code"
    rows = counts(data, chosen).rename(columns={column: "code"})
    return rows.groupby(["code", "year"], as_index=False)[list(COUNTED)].sum()


def late(data: Dataset, chosen: ReportingChoices) -> pd.DataFrame:
    """Return units whose report came late or is overdue, no more than MOST_ROWS of them."""
    return data.ask(
        "reporting__late",
        number=chosen.number,
        year=chosen.year,
        day=chosen.day,
        due=DUE,
        by=chosen.order,
        most=MOST_ROWS,
        **_filters(chosen),
    )


def _of_year(data: Dataset, query: str, chosen: ReportingChoices) -> pd.DataFrame:
    """Return the rows of a query over the reports of all companies for the year."""
    return data.ask(
        query,
        number=chosen.number,
        year=chosen.year,
        company=None,
        most=MOST_ROWS,
        **_filters(chosen),
    )


def emissions(data: Dataset, chosen: ReportingChoices) -> pd.DataFrame:
    """Return the reports of the year with the greatest emissions, t; MOST_ROWS at most."""
    return _of_year(data, "reporting__emissions", chosen)


def emissions_of(data: Dataset, chosen: ReportingChoices) -> pd.DataFrame:
    """Return the reports of the company chosen for the year, as ``emissions`` does."""
    return data.ask(
        "reporting__emissions",
        number=chosen.number,
        year=chosen.year,
        company=chosen.company,
        region=None,
        sector=None,
        most=MOST_ROWS,
    )


def disclosed(data: Dataset, chosen: ReportingChoices) -> pd.DataFrame:
    """Return the disclosed reports of the year, MOST_ROWS at most."""
    return _of_year(data, "reporting__disclosed", chosen)


def of_company(data: Dataset, query: str, chosen: ReportingChoices) -> pd.DataFrame:
    """Return the rows of a query about the company chosen."""
    return data.ask(f"reporting__{query}", number=chosen.number, company=chosen.company)


def disclosed_by(data: Dataset, chosen: ReportingChoices) -> pd.DataFrame:
    """Return what the company chosen has disclosed in any year."""
    return data.ask(
        "reporting__disclosed",
        number=chosen.number,
        year=None,
        region=None,
        sector=None,
        company=chosen.company,
        most=MOST_ROWS,
    )


def company(data: Dataset, number: int, company_id: str) -> "pd.Series[Any] | None":
    """Return what is known of a company, None where it is not seen."""
    rows = data.ask("reporting__companies", number=number, company=company_id, text=None, most=1)
    return None if rows.empty else rows.iloc[0]


def found(data: Dataset, number: int, text: str) -> pd.DataFrame:
    """Return the companies in whose names or numbers a text stands, MOST_FOUND at most."""
    wanted = text.strip() or None
    return data.ask(
        "reporting__companies", number=number, company=None, text=wanted, most=MOST_FOUND
    )


@once_per_dataset
def verified(data: Dataset, number: int, year: int) -> pd.DataFrame:
    """Return verified emissions (t) by place and division with totals; withheld ones are null.

    What is disclosed is known to everybody, so a cell is as small as what is not disclosed in it.
    Columns besides those of the query: ``co2_t`` and ``is_withheld``.
    """
    rows = data.ask("reporting__verified", number=number, year=year)
    if rows.empty:
        return rows.assign(co2_t=0.0, is_withheld=False)
    withheld = _withheld(rows)
    total = rows["disclosed_t"] + rows["undisclosed_t"]
    return rows.assign(co2_t=total.mask(withheld), is_withheld=withheld)


def _withheld(rows: pd.DataFrame) -> "pd.Series[bool]":
    """Return which cells are withheld; where all are of one code an axis says nothing."""
    totals = {"region_code": NATION, "sector_code": ALL}
    codes = {name: _codes(rows[name], total) for name, total in totals.items()}
    axes = {name: known for name, known in codes.items() if len(known) > 2} or {
        "sector_code": codes["sector_code"]
    }
    shape = tuple(len(known) for known in axes.values())
    places = tuple(
        pd.Index(known).get_indexer(pd.Index(rows[name])) for name, known in axes.items()
    )
    size, largest = np.zeros(shape), np.zeros(shape)
    count = np.zeros(shape, dtype=np.int64)
    columns = zip((size, largest, count), ("size", "largest", "companies"), strict=True)
    for array, name in columns:
        array[places] = rows[name]
    return pd.Series(hidden(Cells(size, largest, count))[places], index=rows.index)


def _codes(column: "pd.Series[str]", total: str) -> list[str]:
    return [*sorted(set(column) - {total}), total]


def _filters(chosen: ReportingChoices) -> dict[str, str | None]:
    return {"region": chosen.region or None, "sector": chosen.sector or None}
