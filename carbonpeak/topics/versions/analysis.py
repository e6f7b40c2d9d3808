"""What differs between two versions of the tables: judgements first, then rows by table."""

from contextlib import ExitStack, closing
from dataclasses import dataclass

import pandas as pd

from carbonpeak.data import ledger, viewing
from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.data.table_rows import Wanted
from carbonpeak.domain import nation
from carbonpeak.domain.measures import MEASURES
from carbonpeak.domain.official import official_index
from carbonpeak.domain.view import TARGETS, View
from carbonpeak.thresholds import NATION
from carbonpeak.topics.peak import analysis as peaks
from carbonpeak.topics.regions import analysis as regions

STATE = "peak"
SOURCE = "source_id"
# How many sources of one table are named.
MOST_SOURCES = 5
VERDICTS = (*MEASURES, STATE)
JUDGED = ["verdict", "region_code", "code", "value", "year", "is_doubtful"]
FLIPPED = [
    *("verdict", "region_code", "before", "after", "before_value", "after_value"),
    *("before_year", "after_year", "is_doubtful"),
]


@dataclass(frozen=True, eq=False)
class Ledger:
    """What differs between two versions.

    ``flipped`` as below; ``compared``: how many judgements both versions have, by verdict;
    ``counts``: rows added, changed and removed by table.
    """

    flipped: pd.DataFrame
    compared: dict[str, int]
    counts: pd.DataFrame


@once_per_dataset
def between(data: Dataset, before: str, after: str) -> Ledger:
    """Return what differs between two versions that whoever holds ``data`` may see.

    NotSeen where one is not here, else one of DATA_ERRORS.
    """
    with ExitStack() as opened:
        then, now = (_opened(data, one, opened) for one in (before, after))
        both = _both(then, now)
        compared = {one: int((both["verdict"] == one).sum()) for one in VERDICTS}
        return Ledger(_flips(both), compared, ledger.counts(then, now))


def _opened(data: Dataset, version: str, opened: ExitStack) -> Dataset:
    if version == data.version:
        return data
    place = viewing.place(version, data.scope.owner, data.root)
    return opened.enter_context(closing(Dataset.open(place.folder)))


def flipped(before: Dataset, after: Dataset) -> pd.DataFrame:
    """Return the judgements that both versions have, and otherwise.

    Columns ``verdict`` (a measure, whose tier by schedule it is, or ``peak``), ``region_code``,
    ``before`` and ``after`` as codes, each in the last year of its version, ``before_value`` and
    ``after_value`` (the change of intensity since the base year, a fraction; of a peak the CO2, t),
    ``before_year``, ``after_year`` and ``is_doubtful`` (in one of them). Of the nation a code holds
    both paces.
    """
    return _flips(_both(before, after))


def _both(before: Dataset, after: Dataset) -> pd.DataFrame:
    key = ["verdict", "region_code"]
    return judged(before).merge(judged(after), on=key, suffixes=("_before", "_after"))


def _flips(both: pd.DataFrame) -> pd.DataFrame:
    other = both[both["code_before"] != both["code_after"]]
    # What is said of the nation comes first.
    other = other.sort_values("region_code", key=lambda code: code != NATION, kind="stable")
    other = other.reset_index(drop=True)
    found = other.rename(columns={f"code_{one}": one for one in ("before", "after")})
    values = {
        f"{what}_{one}": f"{one}_{what}"
        for what in ("value", "year")
        for one in ("before", "after")
    }
    doubtful = found["is_doubtful_before"] | found["is_doubtful_after"]
    return found.rename(columns=values).assign(is_doubtful=doubtful)[FLIPPED]


@once_per_dataset
def sources(data: Dataset, tables: tuple[str, ...]) -> tuple[str, ...]:
    """Return the sources that the rows of some tables name, as they stand in this version."""
    named = [
        table.name
        for table in data.catalogue.tables
        if table.name in tables and any(field.name == SOURCE for field in table.fields)
    ]
    found = [data.values_of(Wanted(one), SOURCE, MOST_SOURCES)["value"].dropna() for one in named]
    return tuple(dict.fromkeys(str(one) for values in found for one in values))


@once_per_dataset
def judged(data: Dataset) -> pd.DataFrame:
    """Return every judgement of a version in its last year; those on the nation come first.

    Columns ``verdict``, ``region_code``, ``code``, ``value``, ``year``, ``is_doubtful``.
    """
    found = [*(_of_measure(data, one) for one in MEASURES), _of_peaks(data)]
    return pd.concat(found, ignore_index=True)[JUDGED]


def _of_measure(data: Dataset, measure: str) -> pd.DataFrame:
    table = regions.judged(data, View(measure, year=data.last_year))
    table = table[table["cumulative"].notna()]
    provinces = pd.DataFrame(
        {
            "region_code": table.index,
            "code": table["tier_schedule"].to_numpy(),
            "value": table["cumulative"].to_numpy(),
            "year": data.last_year,
            "is_doubtful": table["is_doubtful"].to_numpy(),
        }
    )
    both = pd.concat([_of_nation(data, measure), provinces], ignore_index=True)
    return both.assign(verdict=measure)


def _of_nation(data: Dataset, measure: str) -> pd.DataFrame:
    """Return where the nation stands, as the overview says it: both paces."""
    is_official = measure == "energy"
    index = official_index(data) if is_official else nation.yearly(data, "co2", "total")["index"]
    stand = nation.stand(index, TARGETS[measure], int(index.index[-1]))
    row = {
        "region_code": NATION,
        "code": f"{stand['tier_schedule']}.{stand['tier_annual']}",
        "value": float(stand["cumulative"]),
        "year": int(index.index[-1]),
        "is_doubtful": False,
    }
    return pd.DataFrame([row])


def _of_peaks(data: Dataset) -> pd.DataFrame:
    last = data.last_year
    whole = peaks.by_last_year(data, "total", NATION, peaks.ALL).loc[last]
    states = {NATION: str(whole["state"]), **peaks.provinces_by_last_year(data, "total")[last]}
    rows = pd.DataFrame({"region_code": list(states), "code": list(states.values())})
    amounts = rows["region_code"].map(_emitted(data)).astype(float)
    return rows.assign(value=amounts, verdict=STATE, year=last, is_doubtful=False)


def _emitted(data: Dataset) -> dict[str, float]:
    """Return the CO2 of every place in the last year, t; no number where it is withheld."""
    provinces = regions.judged(data, View("co2", year=data.last_year))["quantity"]
    whole = data.ask("nation__yearly").set_index("year")["co2_t"]
    return {
        NATION: float(whole[data.last_year]),
        **dict(zip(map(str, provinces.index), provinces, strict=True)),
    }
