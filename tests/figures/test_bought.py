"""A fall of direct CO2 beside a rise of bought power and heat is said, and only then."""

import pandas as pd
import pytest

from carbonpeak.figures import bought
from carbonpeak.words.speaker import Speaker

EN = Speaker("en")


def rows(co2: dict[int, float], power: dict[int, float], heat: float = 10.0) -> pd.DataFrame:
    """Return coal that emits so much (t) by year, power used (tce) by year, and heat."""
    found = [
        {"year": year, "fuel_group": "coal", "energy_tce": 5.0, "co2_t": emitted}
        for year, emitted in co2.items()
    ]
    for year, used in power.items():
        found.append({"year": year, "fuel_group": "electricity", "energy_tce": used, "co2_t": None})
        found.append({"year": year, "fuel_group": "heat", "energy_tce": heat, "co2_t": 0.0})
    return pd.DataFrame(found)


def test_both_amounts_are_said_by_hand() -> None:
    # CO2 200 -> 190 is 5.0 % down; power and heat 30 + 10 -> 36 + 10 is 15.0 % up.
    found = rows({2020: 200.0, 2021: 300.0, 2022: 190.0}, {2020: 30.0, 2021: 1.0, 2022: 36.0})
    assert bought.note(found, EN) == (
        "Direct CO₂ leaves out bought power and heat: from 2020 to 2022 their use rose 15.0% while "
        "direct CO₂ fell 5.0%; part of the fall may stand with the power plants instead.",
    )
    assert bought.note(found, Speaker("zh")) == (
        "直接排放不含购入电力、热力的间接排放：2020—2022 年电力、热力消费量增长 15.0%，"
        "直接排放下降 5.0%，部分降幅可能转入发电供热环节。",
    )


def test_the_year_to_compare_with_may_be_another() -> None:
    found = rows({2020: 200.0, 2021: 300.0, 2022: 190.0}, {2020: 30.0, 2021: 20.0, 2022: 36.0})
    (said,) = bought.note(found, EN, first=2021)
    assert "from 2021 to 2022 their use rose 53.3% while direct CO₂ fell 36.7%" in said


@pytest.mark.parametrize(
    ("co2", "power"),
    [
        ({2020: 200.0, 2022: 201.0}, {2020: 30.0, 2022: 36.0}),
        ({2020: 200.0, 2022: 190.0}, {2020: 30.0, 2022: 29.0}),
        ({2020: 200.0, 2022: 190.0}, {2020: 30.0, 2022: 30.0}),
        ({2022: 190.0}, {2022: 36.0}),
        ({2020: 200.0}, {2020: 36.0}),
        ({2020: 200.0, 2022: 190.0}, {2022: 36.0}),
    ],
    ids=["CO2 rose", "power fell", "power stayed", "no base", "no later year", "no power before"],
)
def test_nothing_is_said_where_it_does_not_hold(
    co2: dict[int, float], power: dict[int, float]
) -> None:
    assert bought.note(rows(co2, power), EN) == ()
