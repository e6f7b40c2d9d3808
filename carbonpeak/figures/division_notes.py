"""What must be known of changes of divisions: cement left out, and who hangs on one province."""

from collections.abc import Collection
from math import isfinite
from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import comparable, doubts
from carbonpeak.domain.view import region_names
from carbonpeak.figures import labels
from carbonpeak.thresholds import LEFT_WITHOUT_ONE, OWN_FACTOR
from carbonpeak.words.numbers import number, percent
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.terms import DOUBT

COLUMNS = {"energy": "energy_tce", "co2": "co2_t"}


def cement(
    data: Dataset, codes: Collection[str], measure: str, year: int, tell: Speaker
) -> tuple[str, ...]:
    """Return whose cement process CO2 is left out of the changes of some divisions, if any is."""
    found = comparable.without_cement(data, year) if measure == "co2" else {}
    regions = sorted({one for code in codes for one in found.get(code, ())})
    if not regions:
        return ()
    return (tell("sectors.cement_note", names=labels.region_list(data, regions, tell)),)


def mark(data: Dataset, code: str, measure: str, year: int) -> str:
    """Return the mark of a division whose change hangs on one province, nothing for another."""
    return DOUBT if code in doubts.of_divisions(data, COLUMNS[measure], year).index else ""


def doubtful(
    data: Dataset, names: dict[str, str], measure: str, year: int, by: str, tell: Speaker
) -> tuple[str, ...]:
    """Return which of the named divisions hang on one province, with its amounts, if any does.

    ``names`` by code; ``by`` as ``doubts.of_divisions`` takes it.
    """
    found = doubts.of_divisions(data, COLUMNS[measure], year, by)
    rows = found[found.index.isin(list(names))]
    if rows.empty:
        return ()
    items = (_item(data, names[str(code)], row, measure, tell) for code, row in rows.iterrows())
    words = {"left": percent(LEFT_WITHOUT_ONE, 0), "factor": number(OWN_FACTOR)}
    return (tell("sectors.doubt_note", items=tell.clauses(items), **words),)


def _item(data: Dataset, name: str, row: "pd.Series[Any]", measure: str, tell: Speaker) -> str:
    digits = 1 if tell.is_chinese else 2
    form = labels.amount_form(measure, tell, digits=digits)
    alone = "" if isfinite(row["change_without"]) else ".alone"
    return tell(
        f"sectors.doubt_item{alone}",
        name=name,
        region=region_names(data, tell.lang)[row["region_code"]],
        start=form.text(float(row["start_t"])),
        end=form.text(float(row["end_t"])),
        unit=form.unit,
        moved="" if alone else moved(float(row["change_without"]), tell, amount=True),
    )
