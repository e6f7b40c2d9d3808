"""The shipped tables with one more year: the inventories and official figures go on to 2023."""

import pandas as pd

from carbonpeak.data.dataset import Dataset

LAST, LATER = 2022, 2023
# The queries of the inventories, a row or more for each year.
BY_YEAR = (
    "nation__yearly",
    "regions__yearly",
    "sectors__yearly",
    "sectors__by_province",
    "value_added__with_split",
)
# Those that compare a year with another one.
BETWEEN = ("regions__growth", "regions__jumps")
OFFICIAL_CHANGE = -8.0


class LaterYear(Dataset):
    """A dataset whose last year comes once more, three percent higher, as the year after it."""

    def __init__(self, data: Dataset) -> None:
        """Stand on the tables of a dataset, but keep nothing of it."""
        super().__init__(data._warehouse, data.scope)

    def ask(self, name: str, **params: object) -> pd.DataFrame:
        """Return the rows of a query, with those of the later year."""
        if name in BETWEEN and params["year"] == LATER:
            return super().ask(name, **(params | {"year": LAST}))
        rows = super().ask(name, **params)
        if name in BY_YEAR:
            return pd.concat([rows, _later(rows)], ignore_index=True)
        if name == "official__series" and params["dataset"] == "industrial_energy_intensity":
            return pd.concat([rows, _official(rows)], ignore_index=True)
        return rows


def _later(rows: pd.DataFrame) -> pd.DataFrame:
    last = rows[rows["year"] == LAST].assign(year=LATER)
    amounts = [name for name in rows.columns if name.endswith(("_tce", "_t", "_cny"))]
    return last.assign(**{name: last[name] * 1.03 for name in amounts})


def _official(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the cumulative change of the later year beside that of the last one."""
    spans = rows[(rows["unit"] == "% cumulative vs 2020") & (rows["standing"] == "official")]
    last = spans[spans["year"] == LAST]
    return last.assign(year=LATER, period=f"2021-{LATER}", value=OFFICIAL_CHANGE)
