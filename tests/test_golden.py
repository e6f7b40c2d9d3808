"""Golden rows: every query on the tiny tables returns what was reckoned by hand."""

import csv
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from carbonpeak.data import queries
from carbonpeak.data.scope import WHOLE
from carbonpeak.data.seen import Seen
from carbonpeak.data.warehouse import SUMMARIES, Warehouse

EXPECTED = Path(__file__).parent / "expected"
QUERIES = queries.load() | queries.load(SUMMARIES)
INTENSITY = "industrial_energy_intensity"

# Who asks about records sees all of them.
RECORDS = {"number": 24, "company": "a"}
OF_YEAR = {"number": 24, "year": 2025, "most": 9}
ASKED_ON = {"day": "2026-06-30", "due": "-03-31"}
# Parameters by the name of the file with the expected rows; queries not named here take none.
CASES = {
    "coal_units__intensity": {"capacity_mw": 400},
    "drivers__cells@jiangxi_cement_2022": {
        "region_code": "360000",
        "sector_code": "30",
        "years": [2022],
    },
    "fuels__of_industry@hebei": {"region_code": "130000"},
    "fuels__of_sector": {"sector_code": "30"},
    "green__value_added": {"year": 2022},
    "growth__yearly": {"sector_code": "30", "first_year": 2021},
    "official__series": {"dataset": INTENSITY},
    "official__series@chosen_since_2021": {
        "dataset": INTENSITY,
        "indicators": ["energy_per_value_added", "unknown"],
        "first_year": 2021,
    },
    "peak__series@jiangxi_cement": {"region_code": "360000", "sector_code": "30"},
    "reporting__companies": {"number": 24, "text": "公司", "most": 9},
    "reporting__completeness": {"number": 24, "first_year": 2024, "last_year": 2025, **ASKED_ON},
    "reporting__disclosed": OF_YEAR,
    "reporting__emissions": OF_YEAR,
    "reporting__findings": {"number": 24, "company": "b"},
    "reporting__late": {**OF_YEAR, **ASKED_ON, "by": "days"},
    "reporting__lines": {"number": 24, "report": "a1.2025"},
    "reporting__moves": {"number": 9, "company": "a"},
    "reporting__of_company": RECORDS,
    "reporting__products": RECORDS,
    "reporting__units": RECORDS,
    "reporting__verified": {"number": 24, "year": 2025},
    "reporting__waiting": {"number": 24, "states": ["draft", "verified"], "most": 3},
    "reporting__years": {"number": 24},
    "regional_progress__reported": {"measure": "energy_per_value_added"},
    "regions__denominators": {"base_year": 2020},
    "regions__growth": {"base_year": 2020, "year": 2022},
    "regions__jumps": {"base_year": 2020, "year": 2022},
    "regions__of_sector": {"sector_code": "30"},
    "regions__of_sector@since_2022": {"sector_code": "30", "first_year": 2022},
    "regions__yearly@jiangxi_since_2020": {"region_code": "360000", "first_year": 2020},
    "sectors__by_province": {"first_year": 2020, "last_year": 2022},
    "sectors__official_level": {"year": 2020},
    "sectors__value_added": {"base_year": 2020},
    "sectors__yearly@jiangxi_since_2020": {"region_code": "360000", "first_year": 2020},
    "sectors__yearly@shandong": {"region_code": "370000"},
    "targets__ahead": {"base_year": 2025},
    "targets__results": {"indicator": "energy per value added", "base_year": 2020},
    "tiers__official": {"period": "2021H1"},
    "validation__totals": {"year": 2022},
}


@pytest.mark.parametrize("name", sorted({*QUERIES, *CASES}))
def test_rows_are_as_reckoned_by_hand(name: str, tiny: Warehouse) -> None:
    rows = queries.run(Seen(tiny, WHOLE), QUERIES[name.partition("@")[0]], CASES.get(name))
    header, *expected = read(name)
    assert list(rows.columns) == header
    answer = list(rows.itertuples(index=False))
    assert len(answer) == len(expected), rows.to_string()
    wrong = [
        f"row {place}, {column}: {value!r} instead of {cell!r}"
        for place, (row, cells) in enumerate(zip(answer, expected, strict=True), start=1)
        for column, value, cell in zip(header, row, cells, strict=True)
        if not same(value, cell)
    ]
    assert not wrong


def test_every_file_of_expected_rows_is_used() -> None:
    assert {file.stem for file in EXPECTED.glob("*.csv")} == {*QUERIES, *CASES}


def read(name: str) -> list[list[str]]:
    with (EXPECTED / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def same(value: object, cell: str) -> bool:
    """Return whether an answer is the expected cell; an empty cell is a missing value."""
    if pd.isna(value):  # type: ignore[call-overload]
        return cell == ""
    if isinstance(value, str | bool | np.bool_):
        return str(value) == cell
    return bool(cell) and float(value) == pytest.approx(float(cell), rel=1e-12, abs=1e-9)  # type: ignore[arg-type]
