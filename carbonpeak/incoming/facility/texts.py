"""What the different texts of facility rows mean: each is judged once, by the usual readers."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd

from carbonpeak.data import units
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.facility.declared import ROWS
from carbonpeak.data.units import UnitError
from carbonpeak.incoming import known, numbers
from carbonpeak.incoming.known import Codes

CODES = ("sector_code", "region_code", "fuel_code")
NUMBERS = ("quantity", "gross_output_nominal_cny", "value_added_nominal_cny")
COLUMNS = ["column_name", "code_text", "name_text", "code", "number", "rule"]
# What a code, a number and the rule it breaks are.
Judged = tuple[str | None, float | None, str | None]
# Units of the table of fuels that are no units of ours: how many of which.
OF_FUELS = {"10^8 m3": (1e8, "m3"), "10^10 kJ": (10.0, "TJ")}
MULTIPLES = {"万": 1e4, "亿": 1e8, "10^4": 1e4, "10^8": 1e8}


def judged(data: Dataset, texts: pd.DataFrame) -> pd.DataFrame:
    """Return what each text is but units: rows of ``facility_codes``.

    ``texts`` are those of ``distinct_texts``.
    """
    given = texts[texts["column_name"] != "unit"]
    readers = _readers(data)
    rows = []
    for column, code, name in given[COLUMNS[:3]].itertuples(index=False):
        code, name = _none(code), _none(name)
        rows.append((column, code, name, *readers[column](code, name)))
    return pd.DataFrame(rows, columns=COLUMNS)


def tce_per_unit(data: Dataset, stated: list[str | None], fuels: pd.DataFrame) -> pd.DataFrame:
    """Return tonnes of standard coal in one of each unit of each fuel, or the rule broken."""
    rows = [
        (unit, fuel, *_tce(unit, quantity_unit, tce))
        for unit in stated
        for fuel, quantity_unit, tce in fuels.itertuples(index=False)
    ]
    return pd.DataFrame(rows, columns=["unit", "fuel_code", "tce_per_unit", "rule"])


def _none(value: Any) -> str | None:
    return None if value is None or pd.isna(value) else str(value)


def _readers(data: Dataset) -> dict[str, Callable[[str | None, str | None], Judged]]:
    codes = {name: known.of_column(data, ROWS, name) for name in CODES}
    readers: dict[str, Callable[[str | None, str | None], Judged]] = {
        name: partial(_code, of) for name, of in codes.items() if of is not None
    }
    readers |= dict.fromkeys(NUMBERS, lambda code, _: _number(code))
    return readers | {"year": lambda code, _: _year(code), "month": lambda code, _: _month(code)}


def _code(codes: Codes, text: str | None, name: str | None) -> Judged:
    said = [one for one in (text, name) if not numbers.is_missing(one)]
    found = [codes.code(one) for one in said if one is not None]
    if None in found:
        return None, None, "cell.code"
    if len(set(found)) > 1:
        return None, None, "cell.code_name"
    return (found[0] if found else None), None, None


def _year(text: str | None) -> Judged:
    if text is None or numbers.is_missing(text):
        return None, None, None
    year = numbers.year_of(text)
    return None, year, None if year else "cell.year"


def _month(text: str | None) -> Judged:
    if text is None or numbers.is_missing(text):
        return None, None, None
    number = numbers.read(text.strip().removesuffix("月")).number
    is_month = number is not None and number in range(1, 13)
    return None, number if is_month else None, None if is_month else "facility.month"


def _number(text: str | None) -> Judged:
    read = numbers.read(text)
    return None, read.number, read.fault or None


def _tce(unit: str | None, quantity_unit: str, tce: float) -> tuple[float | None, str | None]:
    """Return what one unit of a fuel is, by its amount or else by its energy."""
    if numbers.is_missing(unit) or unit is None:
        return None, "unit.none"
    times, bare = _multiple(unit)
    try:
        units.written(bare)
    except UnitError:
        return None, "unit.unknown"
    if pd.isna(tce):
        return None, "unit.other"
    many, base = OF_FUELS.get(quantity_unit, (1.0, quantity_unit))
    try:
        return times * units.times(bare, base) / many * tce, None
    except UnitError:
        return _by_energy(times, bare)


def _by_energy(times: float, bare: str) -> tuple[float | None, str | None]:
    try:
        return times * units.times(bare, "tce"), None
    except UnitError:
        return None, "unit.other"


def _multiple(unit: str) -> tuple[float, str]:
    """Return a unit that is known without what it is a multiple by (万立方米: 10,000 of m3)."""
    bare = unit.strip()
    try:
        units.written(bare)
    except UnitError:
        for word, times in MULTIPLES.items():
            if bare.startswith(word):
                return times, bare.removeprefix(word).strip()
    return 1.0, bare
