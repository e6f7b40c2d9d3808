"""The footprint of a product: worked examples to the gram, parts that add up, nothing netted."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpeak.data.units import UnitError, listed
from carbonpeak.indicators import footprint
from carbonpeak.indicators.footprint import KINDS, by_stage, computed, scale, totals

STAGES = ("a", "b", "c")
AMOUNTS = st.floats(0, 1e9)
ROWS = st.lists(
    st.tuples(
        st.sampled_from(STAGES),
        st.sampled_from(KINDS),
        AMOUNTS,
        st.sampled_from([("t", "kgCO2e/kg"), ("度", "tCO2/MWh"), ("万元", "gCO2e/元")]),
        st.floats(0, 1e3),
    ),
    max_size=20,
)
NAMES = ["stage", "kind", "activity", "pair", "factor"]


def rows(drawn: list[tuple[object, ...]]) -> pd.DataFrame:
    frame = pd.DataFrame(drawn, columns=NAMES)
    pairs = frame.pop("pair")
    return frame.assign(
        unit=[one[0] for one in pairs],
        factor_unit=[one[1] for one in pairs],
        activity=frame["activity"].astype(float),
        factor=frame["factor"].astype(float),
    )


@pytest.mark.parametrize(
    ("unit", "factor_unit", "expected"),
    [
        ("t", "kgCO2e/kg", 1000),
        ("kWh", "tCO2e/MWh", 1),
        ("亿千瓦时", "kgCO2/千瓦时", 1e8),
        ("t km", "gCO2e/吨公里", 0.001),
        ("tce", "tCO2/TJ", 29.3076),
        ("万元", "kgCO2e/元", 1e4),
    ],
)
def test_kilograms_by_hand(unit: str, factor_unit: str, expected: float) -> None:
    assert scale(unit, factor_unit) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("unit", "factor_unit", "reason"),
    [
        ("t", "kgCO2e/kWh", "dimension"),
        ("t", "kg/kg", "factor"),
        ("t", "kgCO2e", "factor"),
        ("Nm3", "kgCO2e/m3", "dimension"),
        ("ton", "kgCO2e/kg", "unknown"),
        ("t", "kgCO2e/ton", "unknown"),
    ],
)
def test_what_does_not_fit_is_refused(unit: str, factor_unit: str, reason: str) -> None:
    with pytest.raises(UnitError) as fault:
        scale(unit, factor_unit)
    assert fault.value.reason == reason


@given(ROWS)
def test_stages_add_up_to_the_whole_and_sides_stay_apart(drawn: list[tuple[object, ...]]) -> None:
    reckoned = computed(rows(drawn))
    stages, whole = by_stage(reckoned, STAGES), totals(reckoned)
    assert list(stages.index) == list(STAGES)
    assert stages["emissions_kg"].sum() == pytest.approx(whole.emissions_kg, rel=1e-9)
    assert stages["removals_kg"].sum() == pytest.approx(whole.removals_kg, rel=1e-9)
    assert whole.emissions_kg >= 0
    assert whole.removals_kg >= 0
    assert whole.net_kg == whole.emissions_kg - whole.removals_kg


@given(ROWS, st.floats(0, 1e6))
def test_a_removal_never_changes_what_is_emitted(
    drawn: list[tuple[object, ...]], kg: float
) -> None:
    more = [*drawn, ("a", "credit", kg, ("t", "kgCO2e/kg"), 1.0)]
    before, after = totals(computed(rows(drawn))), totals(computed(rows(more)))
    assert after.emissions_kg == before.emissions_kg
    assert after.removals_kg == pytest.approx(before.removals_kg + kg * 1000, rel=1e-9)


def test_rows_keep_their_order_and_their_index() -> None:
    given_rows = rows(
        [
            ("b", "emission", 2.0, ("t", "kgCO2e/kg"), 3.0),
            ("a", "uptake", 1.0, ("t", "kgCO2e/kg"), 1.0),
        ]
    ).set_axis([7, 3])
    assert computed(given_rows)["co2e_kg"].to_dict() == {7: 6000.0, 3: 1000.0}


def test_no_unit_of_a_footprint_is_left_out() -> None:
    known = [one for one in listed() if one.endswith("CO2e")]
    assert [scale("kg", f"{one}/kg") for one in known] == [1.0, 0.001, 1e3, 1e7, 1e9]
    assert footprint.FOOTPRINT in known
