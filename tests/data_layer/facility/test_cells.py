"""What is shown of energy and CO2 together gives no hidden cell away, and says what it lacks."""

from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbonpeak.data.facility.cells import GJ_PER_TCE, KEY, KG_PER_T, shown
from tests.data_layer.facility.attack import recovered
from tests.data_layer.facility.test_suppression import with_totals
from tests.part import examples

REGIONS, SECTORS = ("130000", "360000", "000000"), ("30", "31", "all")
FUELS = ("coke", "crude_oil", "raw_coal", "all")
FACTORS = {"raw_coal": 94.6, "coke": 107.0, "crude_oil": 73.3}
NOTHING = pd.DataFrame(columns=KEY)


def cells(parts):
    """Return the rows of the select ``cells`` of what each enterprise has in each place."""
    present = (parts > 0).sum(axis=0)
    rows = [
        ("energy_tce", 2023, *codes, size, size, largest, count)
        for codes, size, largest, count in zip(
            product(REGIONS, SECTORS, FUELS),
            parts.sum(axis=0).ravel(),
            parts.max(axis=0).ravel(),
            present.ravel(),
            strict=True,
        )
        if count
    ]
    return pd.DataFrame(rows, columns=[*KEY, "amount", "size", "largest", "enterprise_count"])


def made(seed, density):
    random = np.random.default_rng(seed)
    base = np.round(random.lognormal(0, 1, (16, 2, 2, 3)) * 100 + 1)
    return with_totals(base * (random.random(base.shape) < density))


def co2_equations(rows, shape):
    """Return what each total of CO2 that is shown says of the energy of its fuels."""
    totals = rows[(rows["measure"] == "co2_t") & (rows["fuel_code"] == "all")]
    equations, right = [], []
    for row in totals.dropna(subset=["amount"]).itertuples():
        weights = np.zeros(shape)
        place = REGIONS.index(row.region_code), SECTORS.index(row.sector_code)
        for number, fuel in enumerate(FUELS[:-1]):
            weights[(*place, number)] = FACTORS[fuel] * GJ_PER_TCE / KG_PER_T
        equations.append(weights.ravel())
        right.append(float(row.amount))
    return np.array(equations).reshape(len(right), int(np.prod(shape))), np.array(right)


@settings(max_examples=examples(10))
@given(st.integers(0, 2**32 - 1), st.sampled_from([0.1, 0.2, 0.5]))
def test_energy_and_co2_together_give_no_hidden_cell_away(seed, density):
    parts = made(seed, density)
    rows = shown(cells(parts), FACTORS, NOTHING)
    size = parts.sum(axis=0)
    mask = np.zeros(size.shape, dtype=bool)
    energy = rows[(rows["measure"] == "energy_tce") & (rows["missing"] == "suppressed")]
    for row in energy.itertuples():
        place = REGIONS.index(row.region_code), SECTORS.index(row.sector_code)
        mask[(*place, FUELS.index(row.fuel_code))] = True
    assert recovered(size, mask, more=co2_equations(rows, size.shape)) == []
    assert (
        rows.loc[rows["missing"] == "suppressed", ["amount", "enterprise_count"]]
        .isna()
        .all(axis=None)
    )


def test_co2_is_energy_times_the_factor_of_the_fuel():
    parts = np.full((5, 2, 2, 3), 10.0)
    rows = shown(cells(with_totals(parts)), {"raw_coal": 94.6}, NOTHING).set_index(KEY)
    coal = rows.loc[("co2_t", 2023, "130000", "30", "raw_coal")]
    assert coal["amount"] == pytest.approx(50 * 29.3076 * 94.6 / 1000)
    assert rows.loc[("co2_t", 2023, "130000", "30", "coke"), "missing"] == "no_factor"
    # Fuels without a factor are left out of the total.
    total = rows.loc[("co2_t", 2023, "130000", "30", "all")]
    assert total["amount"] == pytest.approx(coal["amount"])


def test_what_was_hidden_stays_hidden():
    summed = cells(with_totals(np.full((5, 2, 2, 3), 10.0)))
    place = ("energy_tce", 2023, "130000", "30", "coke")
    before = pd.DataFrame([place], columns=KEY)
    rows = shown(summed, FACTORS, before).set_index(KEY)
    assert rows.loc[place, "missing"] == "suppressed"
    assert not (shown(summed, FACTORS, NOTHING)["missing"] == "suppressed").any()
