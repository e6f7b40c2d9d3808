"""The inventories of the miniature dataset: energy, CO2 and value added by plain formulas."""

from collections.abc import Iterator
from functools import cache

import pandas as pd

from tests.miniature_places import (
    BASE,
    CEMENT,
    CEMENT_ALONE,
    FIRST_ADDED,
    FIRST_CO2,
    FIRST_ENERGY,
    FUELS,
    JUMPING,
    OUTSIDE,
    PLACES,
    POWER,
    SHARES,
    UNCOVERED,
    UNSPLIT,
    WITHHELD,
    level,
    mix,
)

MILLION = 1_000_000
JUMP_YEAR = 2022
# Input of power and heat for each tce of industrial energy in 2020, which falls by a hundredth of
# it a year, and what comes out for each tce put in.
FLOWS = {
    "thermal_power": ("electricity", 0.60, 0.4),
    "heating": ("heat", 0.10, 0.8),
}
PROCESS_PER_TCE = 1.0
# Value added, 10^4 yuan, for each tce of 2020; how it grew before; prices against 2020.
ADDED_PER_TCE, GROWTH_BEFORE = 0.8, 5.0
PRICES = {2013: 1.05, 2014: 1.04, 2015: 1.0, 2016: 0.98, 2017: 1.01, 2018: 1.03, 2019: 1.02}
PRICES |= {2020: 1.0, 2021: 1.08, 2022: 1.1, 2023: 1.09}
# What the nation's own inventory holds of the sum of the provinces.
NATION_PART = 0.95


@cache
def tce(code: str, part: str, year: int) -> float:
    """Return the final energy of a division, or of a part outside industry, in tce."""
    place = PLACES[code]
    whole = place.size * MILLION * level(place, year) / 100
    if part in OUTSIDE:
        return whole * OUTSIDE[part]
    share, drift = SHARES[part]
    # Every fourth division is half as large again, another one in every province.
    is_strong = (list(PLACES).index(code) + list(SHARES).index(part)) % 4 == 0
    amount = whole * share * (1 + drift * (year - BASE)) * (1.5 if is_strong else 1)
    if part == JUMPING and place.jump and year >= JUMP_YEAR:
        return tce(code, part, JUMP_YEAR - 1) + place.jump * industry_tce(code, JUMP_YEAR - 1)
    return amount


def industry_tce(code: str, year: int) -> float:
    """Return the final energy of a province's industry, in tce."""
    return sum(tce(code, part, year) for part in SHARES)


def energy(last_year: int) -> pd.DataFrame:
    """Return final energy by province, part of the economy and fuel."""
    rows = [
        (year, code, part, fuel, *_amount(tce(code, part, year) * share, fuel), _split_flag(code))
        for year in range(FIRST_ENERGY, last_year + 1)
        for code in PLACES
        for part in (*SHARES, *OUTSIDE)
        for fuel, share in mix(part, year).items()
    ]
    names = "year region_code sector_code fuel_code quantity energy_tce flag"
    return _frame(rows, names, standing="published", source_id="ceads-energy")


def transformation(last_year: int) -> pd.DataFrame:
    """Return what power and heat take in and give out."""
    rows = [
        (year, code, flow, fuel, *_amount(amount, fuel), None)
        for year in range(FIRST_ENERGY, last_year + 1)
        for code in PLACES
        for flow, fuel, amount in _flows(code, year)
    ]
    names = "year region_code flow_code fuel_code quantity energy_tce flag"
    return _frame(rows, names, standing="published", source_id="ceads-energy")


@cache
def co2(last_year: int) -> pd.DataFrame:
    """Return CO2 by province, part of the economy and fuel; one cement cell is withheld."""
    rows = [
        (year, code, part, fuel, amount, *_origin(year, fuel), _split_flag(code))
        for year in range(FIRST_CO2, last_year + 1)
        for code in PLACES
        for part in (*SHARES, *OUTSIDE)
        for fuel, amount in _emitted(code, part, year)
    ]
    names = "year region_code sector_code fuel_code co2_t standing source_id flag"
    frame = _frame(rows, names)
    is_withheld = (
        (frame["region_code"] == WITHHELD[0])
        & (frame["year"] == WITHHELD[1])
        & (frame["fuel_code"] == "process")
    )
    frame.loc[is_withheld, ["co2_t", "flag"]] = [None, "cement_implausible"]
    return frame


def co2_nation(last_year: int) -> pd.DataFrame:
    """Return the nation's own inventory, which ends in 2019: a little less than the provinces."""
    rows = co2(last_year)
    sums = rows[rows["year"] <= 2019].groupby(["year", "sector_code", "fuel_code"])["co2_t"].sum()
    frame = (sums * NATION_PART).round(-3).reset_index()
    return frame.assign(region_code="000000", standing="published", source_id="ceads-co2-nation")


def co2_totals(last_year: int) -> pd.DataFrame:
    """Return the published totals of the provinces, those of 2020 and 2021 not among them."""
    rows = co2(last_year)
    rows = rows[~rows["year"].isin((2020, 2021))]
    sums = rows.groupby(["year", "region_code"])["co2_t"].sum().reset_index()
    return sums.assign(standing="published", source_id="ceads-co2")


def co2_apparent(last_year: int) -> pd.DataFrame:
    """Return the cement of the other inventory, by which the withheld cell was found."""
    rows = [
        (year, code, "cement_process_co2", tce(code, CEMENT, year) * PROCESS_PER_TCE)
        for year in range(BASE, last_year + 1)
        for code in PLACES
    ]
    names = "year region_code component co2_t"
    return _frame(rows, names, standing="published", source_id="ceads-apparent")


def value_added(last_year: int) -> pd.DataFrame:
    """Return industrial value added by province, at current prices and at those of 2020, CNY."""
    rows = []
    for year in range(FIRST_ADDED, last_year + 1):
        for code, place in (PLACES | {"540000": UNCOVERED}).items():
            start = industry_tce(code, BASE) if code in PLACES else MILLION
            real = round(start * ADDED_PER_TCE * _grown(place.added, year)) * 10_000
            standing = "derived" if year >= BASE else "unverified"
            rows.append((year, code, real * PRICES[year], PRICES[year], real, standing))
    names = "year region_code value_added_nominal_cny deflator_2020_1 value_added_real_cny standing"
    return _frame(rows, names, source_id="nbs-value-added")


def gdp(last_year: int) -> pd.DataFrame:
    """Return GDP: three times the value added of industry, growing at a pace of its own."""
    rows = []
    for year in range(FIRST_ENERGY, last_year + 1):
        for code, place in (PLACES | {"540000": UNCOVERED}).items():
            amount = place.size * MILLION * 30_000 * _grown(place.gdp, year)
            rate = 100 + _rate(place.gdp, year)
            rows.append((year, code, amount, rate, amount / 2.5, place.size * 200_000))
    names = "year region_code gdp_nominal_cny gdp_index_previous_year_100"
    names += " secondary_value_added_nominal_cny population"
    return _frame(rows, names, standing="published", source_id="nbs-gdp")


def _amount(amount_tce: float, fuel: str) -> tuple[float, float]:
    """Return a quantity, rounded, and its tce."""
    per_unit = FUELS[fuel][2]
    quantity = round(amount_tce / per_unit, 2)
    return quantity, quantity * per_unit


def _flows(code: str, year: int) -> Iterator[tuple[str, str, float]]:
    for flow, (fuel, put_in, comes_out) in FLOWS.items():
        amount = put_in * (1 - 0.01 * (year - BASE)) * industry_tce(code, year)
        yield flow, "raw_coal", amount
        yield flow, fuel, -comes_out * amount


def _emitted(code: str, part: str, year: int) -> Iterator[tuple[str, float]]:
    """Yield fuel and CO2 of a part of the economy; power burns what it transforms too."""
    if part == CEMENT:
        yield "process", round(tce(code, part, year) * PROCESS_PER_TCE, -2)
    if (code, year) == CEMENT_ALONE:
        return
    for fuel, share in mix(part, year).items():
        burnt = _amount(tce(code, part, year) * share, fuel)[1]
        if part == POWER and fuel == "raw_coal":
            burnt += sum(amount for _, one, amount in _flows(code, year) if one == fuel)
        if FUELS[fuel][3]:
            yield fuel, round(burnt * FUELS[fuel][3], -2)


def _origin(year: int, fuel: str) -> tuple[str, str]:
    if year < BASE:
        return "published", "ceads-co2"
    if fuel == "process":
        return "published", "ceads-apparent"
    return "reconstructed", "reconstruction"


def _split_flag(code: str) -> str | None:
    return "shandong_sector_split" if code == UNSPLIT else None


def _rate(rates: tuple[float, float], year: int) -> float:
    """Return the growth of a year, %: given for 2021 and 2022, and so on as in 2022."""
    return GROWTH_BEFORE if year <= BASE else rates[min(year - BASE, 2) - 1]


def _grown(rates: tuple[float, float], year: int) -> float:
    """Return the ratio of a year to 2020."""
    ratio = 1.0
    for one in range(BASE + 1, year + 1):
        ratio *= 1 + _rate(rates, one) / 100
    for one in range(year + 1, BASE + 1):
        ratio /= 1 + (_rate(rates, one) if rates[0] > 0 else -2) / 100
    return ratio


def _frame(rows: list[tuple[object, ...]], names: str, **same: str) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=names.split()).assign(**same)
