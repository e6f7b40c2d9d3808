"""Why a province is doubtful, in the sentences that every figure has for it."""

from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain import doubts
from carbonpeak.domain.view import View, provinces, region_names
from carbonpeak.figures import labels
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.terms import DOUBT

# Why a province may be doubtful: columns of ``doubts.of_regions``.
KINDS = ("is_price", "is_jump")


@once_per_dataset
def codes(data: Dataset, view: View, kinds: tuple[str, ...] = KINDS) -> frozenset[str]:
    """Return the codes of the doubtful provinces, as far as the inventories cover them.

    ``kinds`` are those that count: prices say nothing against an amount of energy.
    """
    table = doubts.of_regions(data, view)
    covered = provinces(data)["in_inventory"].reindex(table.index).fillna(False).astype(bool)
    return frozenset(table.index[table[list(kinds)].any(axis=1) & covered])


def name(data: Dataset, view: View, region_code: str, tell: Speaker) -> str:
    """Return a province's name, with the mark of doubt where it has one."""
    mark = DOUBT if region_code in codes(data, view) else ""
    return region_names(data, tell.lang)[region_code] + mark


def reasons(
    data: Dataset, view: View, region_code: str, tell: Speaker, kinds: tuple[str, ...] = KINDS
) -> tuple[str, ...]:
    """Return why a province is doubtful: prices, a jump, both or nothing."""
    if region_code not in codes(data, view, kinds):
        return ()
    row = doubts.of_regions(data, view).loc[[region_code]].iloc[0]
    said = []
    if row["is_price"] and "is_price" in kinds:
        grown = {"added": "value_added_growth", "gdp": "gdp_growth"}
        words = {key: moved(float(row[one]), tell, amount=True) for key, one in grown.items()}
        said.append(tell("regions.doubt_price", base=BASE_YEAR, year=view.year, **words))
    if row["is_jump"] and "is_jump" in kinds:
        said.append(_jump(data, row, tell))
    return tuple(said)


def _jump(data: Dataset, row: "pd.Series[Any]", tell: Speaker) -> str:
    return tell(
        "regions.doubt_jump",
        sector=labels.sector(data, str(row["sector_code"]), tell),
        when=int(row["jump_year"]),
        moved=moved(float(row["jump_share"]), tell, amount=True),
    )
