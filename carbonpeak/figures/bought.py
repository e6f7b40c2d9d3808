"""Where a fall of direct CO2 may have moved: to the power plants, with power and heat bought."""

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import power
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.words.numbers import percent
from carbonpeak.words.speaker import Speaker

BOUGHT = ("electricity", "heat")


def of_sector(data: Dataset, sector_code: str, year: int, tell: Speaker) -> tuple[str, ...]:
    """Return what ``note`` says of a division up to a year, nothing of power and heat itself."""
    if sector_code in power.divisions(data):
        return ()
    rows = data.ask("fuels__of_sector", sector_code=sector_code)
    return note(rows[rows["year"] <= year], tell)


def note(rows: pd.DataFrame, tell: Speaker, first: int = BASE_YEAR) -> tuple[str, ...]:
    """Return what must be said where direct CO2 fell while the use of power and heat rose.

    Args:
        rows: ``year``, ``fuel_group``, ``energy_tce`` (tce) and ``co2_t`` (t) of one place or
            division, as the queries of fuels give them.
        tell: the words of a language.
        first: the year that the last one of the rows is compared with.

    Returns:
        One sentence, or none where CO2 did not fall, power and heat did not rise, or a year of the
        two is not there.
    """
    co2 = rows.groupby("year")["co2_t"].sum(min_count=1).dropna()
    used = rows[rows["fuel_group"].isin(BOUGHT)].groupby("year")["energy_tce"].sum(min_count=1)
    known = co2.index.intersection(used.dropna().index)
    if first not in known or known[-1] == first:
        return ()
    last = int(known[-1])
    if not (co2[last] < co2[first] and used[last] > used[first] > 0):
        return ()
    rise, fall = used[last] / used[first] - 1, 1 - co2[last] / co2[first]
    said = {"rise": percent(rise, 1), "fall": percent(fall, 1)}
    return (tell("bought.note", first=first, last=last, **said),)
