"""Allocation of allowances: the worked examples to the digit, caps, and one pass for many units."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpeak.data.dataset import Dataset
from carbonpeak.data.warehouse import Warehouse
from carbonpeak.indicators import allocation
from carbonpeak.indicators.allocation import allocated
from carbonpeak.thresholds import (
    DRAFT_LOAD_FLOOR,
    GWP_C2F6,
    GWP_CF4,
    LOAD_FLOOR,
    POWER_DEFICIT_CAP,
    RATE_CAP,
)
from tests.reference import allocation_by_loops

COAL = {
    "method": "benchmark",
    "output": 3e6,
    "heat_gj": 1e6,
    "load": 0.55,
    "is_coal": True,
    "is_draft": False,
    "emissions_t": 2_650_000.0,
    "electricity": 0.7910,
    "heat": 0.1033,
    "balance": np.nan,
}
CLINKER = COAL | {
    "method": "balance",
    "output": 1_200_000.0,
    "is_coal": False,
    "emissions_t": 1e6,
    "balance": 0.86,
}


def one(unit: dict[str, object], **changed: object) -> dict[str, float]:
    return allocated(pd.DataFrame([unit | changed])).iloc[0].to_dict()


def test_the_coal_unit_of_the_worked_example() -> None:
    found = one(COAL)
    assert found["correction"] == pytest.approx(1.077284, abs=5e-7)
    assert round(3e6 * 0.7910 * found["correction"]) == 2_556_395
    assert round(found["allowances_t"]) == 2_659_695
    assert round(found["surplus_t"]) == 9_695
    assert found["due_t"] == found["surplus_t"]
    assert not found["is_capped"]


@pytest.mark.parametrize(
    ("emissions_t", "distance", "rate", "allowances_t", "is_capped"),
    [
        (1_000_000, 0.031008, 0.004651, 1_004_651, False),
        (900_000, 0.127907, 0.019186, 917_267, False),
        (1_300_000, -0.259690, -0.03, 1_261_000, True),
    ],
)
def test_the_clinker_lines_of_the_worked_examples(
    emissions_t: float, distance: float, rate: float, allowances_t: int, is_capped: bool
) -> None:
    found = one(CLINKER, emissions_t=emissions_t)
    assert found["intensity"] == pytest.approx(emissions_t / 1_200_000)
    assert found["distance"] == pytest.approx(distance, abs=5e-7)
    assert found["rate"] == pytest.approx(rate, abs=5e-7)
    assert round(found["allowances_t"]) == allowances_t
    assert bool(found["is_capped"]) is is_capped


def test_the_intensity_of_the_first_clinker_line_to_six_digits() -> None:
    assert one(CLINKER)["intensity"] == pytest.approx(0.833333, abs=5e-7)


def test_the_aluminium_smelter_of_the_worked_example() -> None:
    assert allocation.co2e(5000, 2, 0.1) == pytest.approx(19_370)


def test_the_vintage_of_2024_gets_what_was_verified() -> None:
    found = one(CLINKER, method="verified", balance=np.nan)
    assert (found["allowances_t"], found["surplus_t"]) == (1e6, 0)
    assert np.isnan(found["rate"])


def test_a_balance_value_that_is_not_known_gives_no_allowances() -> None:
    found = one(CLINKER, balance=np.nan)
    assert np.isnan(found["allowances_t"])
    assert not found["is_capped"]


def test_a_deficit_of_power_is_cut_at_a_fifth_of_the_emissions() -> None:
    found = one(COAL, emissions_t=4e6)
    assert found["surplus_t"] < found["due_t"] == -POWER_DEFICIT_CAP * 4e6
    assert found["is_capped"]


@pytest.mark.parametrize(
    ("load", "is_coal", "is_draft", "factor"),
    [
        (LOAD_FLOOR, True, False, 1.0),
        (0.6499, True, False, 1.015 ** (16 - 12.998)),
        (0.55, False, False, 1.0),
        (0.55, True, True, 1.0),
        (DRAFT_LOAD_FLOOR, True, True, 1.0),
        # 7.254 - 0.633 x 0.738556 - 5.643 x 0.997035
        (0.40, True, True, 1.160256),
    ],
)
def test_the_load_counts_below_its_floor_for_coal_alone(
    load: float, is_coal: bool, is_draft: bool, factor: float
) -> None:
    found = allocation.load_correction(load, is_coal, is_draft)
    assert found == pytest.approx(factor, abs=2e-6)


@given(st.floats(0.01, 5), st.floats(0.01, 5))
def test_a_rate_has_the_sign_of_the_distance_and_never_passes_its_cap(
    intensity: float, balance: float
) -> None:
    found = float(allocation.rate(allocation.distance(intensity, balance)))
    assert abs(found) <= RATE_CAP
    assert found * (balance - intensity) >= 0


def test_many_units_are_each_as_alone() -> None:
    units = pd.DataFrame([COAL, CLINKER, CLINKER | {"method": "verified"}, COAL | {"load": 0.7}])
    together = allocated(units)
    apart = pd.concat([allocated(units.iloc[[place]]) for place in range(len(units))])
    pd.testing.assert_frame_equal(together, apart)


def test_the_warming_potentials_are_those_of_the_register(shipped: Warehouse) -> None:
    rows = shipped.rows("select value_text from carbon_market where item_id = 'E070'")
    assert rows["value_text"].tolist() == [f"AR5 ({GWP_CF4:.0f}; {GWP_C2F6:.0f})"]


def test_the_bounds_of_the_load_are_those_of_the_rules(shipped: Warehouse) -> None:
    rows = shipped.rows(
        "select period, value_text from market_rules where item like 'peak-shaving%' "
        "or item = 'deficit cap'"
    ).set_index("period")["value_text"]
    assert f"below {100 * LOAD_FLOOR:.0f} % load" in rows["2023-2024"]
    assert rows["2025-2026"] == f"{100 * DRAFT_LOAD_FLOOR:.0f}"
    assert rows["2019-2026"] == f"{100 * POWER_DEFICIT_CAP:.0f}"


def test_it_gives_what_plain_loops_over_units_give(data: Dataset) -> None:
    rows = allocation_by_loops.made(data).iloc[:2000]
    fast = allocated(rows)[["allowances_t", "due_t"]].to_numpy()
    slow = np.array([allocation_by_loops._one(unit) for unit in rows.to_dict("records")])
    assert np.allclose(fast, slow, rtol=1e-12, atol=1e-6)
