"""The nowcast on the real tables: each method again by hand, its inputs, its standing."""

import math

import pytest

from carbonpeak.domain import official
from carbonpeak.indicators.nowcast import verdict
from carbonpeak.thresholds import ENERGY_TARGET
from carbonpeak.topics.outlook import analysis_inputs as nowcast_inputs
from carbonpeak.topics.outlook import analysis_nowcast as nowcast

# Official growth of value added above designated size, 2021 ... 2025.
ADDED = (1.096, 1.036, 1.046, 1.058, 1.059)


def outcome(energy: tuple[float, ...]) -> tuple[float, float]:
    """Return the hindcast of 2021-2022 and the outcome of 2020-2025 by five factors of energy."""
    changes = [growth / added for growth, added in zip(energy, ADDED, strict=True)]
    return math.prod(changes[:2]) - 1, 0.932 * math.prod(changes[2:]) - 1


@pytest.mark.parametrize(
    ("method", "energy"),
    [
        ("total_energy", (1.052, 1.029, 1.057, 1.043, 1.035)),
        (
            "electricity",
            (56131 / 51215, 57001 / 56131, 60745 / 57001, 63874 / 60745, 1.037),
        ),
    ],
)
def test_a_method_is_its_growth_over_that_of_value_added(data, method, energy):
    row = nowcast.methods(data).loc[method]
    hindcast, cumulative = outcome(energy)
    assert row["hindcast"] == pytest.approx(hindcast, abs=1e-12)
    assert row["cumulative"] == pytest.approx(cumulative, abs=1e-12)
    assert row["miss"] == pytest.approx(hindcast + 0.068, abs=1e-12)
    assert row["standing"] == "estimated"


def test_physical_output_again_by_plain_loops(data):
    energy = data.ask("sectors__official_level", year=2020).set_index("sector_code")["energy_tce"]
    rows = data.ask("official__series", dataset="product_output", first_year=2021)
    output = rows[rows["indicator"] == "output_growth"].set_index(["item", "year"])["value"]
    unit_rows = data.ask("official__series", dataset="unit_product_energy", first_year=2021)
    yearly = unit_rows[unit_rows["unit"] == "% change vs previous year"]
    unit = yearly.set_index(["item", "year"])["value"]
    weights, factors = energy.to_dict(), []
    for year, added in zip(range(2021, 2026), ADDED, strict=True):
        after = {}
        for code, amount in weights.items():
            product = nowcast_inputs.PRODUCTS.get(code, nowcast_inputs.Product(()))
            known = [output[one, year] for one in product.items if (one, year) in output.index]
            growth = 1 + sum(known) / len(known) / 100 if known else added
            if known and (product.unit, year) in unit.index:
                growth *= 1 + unit[product.unit, year] / 100
            after[code] = amount * growth
        factors.append(sum(after.values()) / sum(weights.values()))
        weights = after
    hindcast, cumulative = outcome(tuple(factors))
    row = nowcast.methods(data).loc["output"]
    assert row["hindcast"] == pytest.approx(hindcast, abs=1e-12)
    assert row["cumulative"] == pytest.approx(cumulative, abs=1e-12)


def test_the_variant_of_output_stands_on_the_same_divisions_in_every_year(data):
    assert nowcast_inputs.throughout(data) == ("31", "30", "44", "32")
    row = nowcast.output_throughout(data)
    assert row["cumulative"] == pytest.approx(-0.1319, abs=5e-5)
    assert row["miss"] == pytest.approx(0.0050, abs=5e-5)
    assert row["standing"] == "unverified"
    assert "output_throughout" not in nowcast.methods(data).index


def test_the_range_and_what_it_says_of_the_target(data):
    found = nowcast.methods(data)
    assert len(found) == 3
    ends = found["cumulative"].to_dict()
    assert ends == pytest.approx(
        {"total_energy": -0.0926, "electricity": -0.0759, "output": -0.1433}, abs=5e-5
    )
    assert found["corrected"].min() == pytest.approx(-0.1432, abs=5e-5)
    assert found["corrected"].max() == pytest.approx(-0.1229, abs=5e-5)
    assert verdict(found["cumulative"], ENERGY_TARGET) == "some"


def test_a_method_with_a_recalled_input_is_unverified(data):
    assert nowcast.methods(data)["standing"]["output"] == "unverified"
    inputs = nowcast_inputs.every(data)
    recalled = inputs[inputs["standing"] == "unverified"]
    assert set(recalled["kind"]) == {"unit_energy"}


def test_the_lines_start_at_the_last_official_point(data):
    lines = nowcast.index_lines(data)
    assert list(lines.index) == [2022, 2023, 2024, 2025]
    assert (lines.loc[2022] - official.official_index(data)[2022]).abs().max() < 1e-12
    for method, row in nowcast.methods(data).iterrows():
        assert lines[method][2025] == pytest.approx(100 * (1 + row["cumulative"]))


def test_every_input_has_a_source_and_the_last_year_has_fewer_products(data):
    inputs = nowcast_inputs.every(data)
    assert set(inputs["source_id"]) <= set(data.ask("sources__all")["source_id"])
    assert not inputs[["value", "standing"]].isna().any().any()
    covered = nowcast_inputs.by_output(data)["covered"]
    assert covered[2021] == pytest.approx(0.8027, abs=5e-5)
    assert covered[2025] == pytest.approx(0.4383, abs=5e-5)
