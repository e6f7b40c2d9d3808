"""Own factors from a file: the unit parsed, in kilograms, beside those of the library."""

import pandas as pd
import pytest

from carbonpeak.data.dataset import Dataset
from carbonpeak.data.scope import WHOLE
from carbonpeak.domain import factor_search
from carbonpeak.domain.library_factor import factor_of, per_unit
from tests.incoming import broken_own
from tests.incoming.broken import plain
from tests.incoming.test_broken_files import incoming


def read(data: Dataset, **cells: str) -> pd.DataFrame:
    """Return the rows of the good file with cells changed, by place of column (``c3``)."""
    row = list(broken_own.STEAM)
    for place, value in cells.items():
        row[int(place[1:])] = value
    found = incoming(data, plain([row], broken_own.FACTORS), "factors.csv", "own_factors")
    assert found.findings == ()
    return found.rows


@pytest.mark.parametrize(
    ("given", "unit", "value", "dimension", "scale"),
    [
        ("tCO2e/GJ", "kg CO2e/GJ", 110, "energy", 1000),
        ("千克二氧化碳/千瓦时", "kg CO2/kWh", 0.11, "energy", 3.6),
        ("gCO2e/t km", "kg CO2e/t km", 0.00011, None, None),
        ("吨二氧化碳当量/吨", "kg CO2e/t", 110, "mass", 1000),
        ("kg CO2e/10^4 Nm3", "kg CO2e/10^4 Nm3", 0.11, "gas", 10_000),
    ],
)
def test_a_unit_becomes_kilograms_per_one_of_what_is_below(
    data: Dataset, given: str, unit: str, value: float, dimension: str | None, scale: float | None
):
    [row] = read(data, c3=given).to_dict("records")
    assert (row["unit"], row["value"]) == (unit, pytest.approx(value))
    if dimension:
        assert (row["unit_dimension"], row["unit_scale"]) == (dimension, pytest.approx(scale))


def test_an_own_factor_stands_in_the_library_and_is_found(tiny):
    own = Dataset(tiny, WHOLE)
    [row] = factor_search.found(own, "外购蒸汽").to_dict("records")
    assert (row["factor_id"], row["kind"], row["standing"]) == ("OWN-A1", "own", "unverified")
    factor = factor_of(row, "zh")
    assert (factor.value, factor.unit, factor.region) == (95, "kg CO2e/GJ", "130000")
    assert per_unit(row) == "GJ"


def test_no_shipped_factor_begins_as_an_own_one(data: Dataset):
    assert not factor_search.library(data)["factor_id"].str.startswith("OWN-").any()
