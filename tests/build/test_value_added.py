"""Value added: the deflator is of the vintage it deflates, and says where it rests on memory."""

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as some

from carbonpeak.build import value_added
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError, shaped
from carbonpeak.build.sources import SourceRegister
from carbonpeak.build.value_added import deflator
from carbonpeak.data.warehouse import Warehouse
from carbonpeak.indicators.intensity import intensity
from tests.build.tiny_sources import edit

GROWTH_FILE = value_added.GROWTH_FILE
# First-release levels of all industry, 10^8 yuan, and the official real growth.
FIRST_RELEASE = {2020: 313_071.0, 2022: 401_644.0}
GROWTH = pd.Series({2021: 9.6, 2022: 3.4})


def built(folder: Path) -> pd.DataFrame:
    return shaped(value_added.build(Raw(folder), SourceRegister()), value_added.TABLE)


def deflators(frame: pd.DataFrame) -> dict[int, float]:
    return frame.groupby("year")["deflator_2020_1"].first().to_dict()


def standings(frame: pd.DataFrame) -> dict[int, str]:
    return frame.groupby("year")["standing"].agg("/".join).to_dict()


def test_the_deflator_is_nominal_over_real(sources_folder: Path) -> None:
    # 0.88 / 0.80, 1, 1.21 / 1.10 and 1.65 / 1.32.
    frame = built(sources_folder)
    assert deflators(frame) == pytest.approx({2019: 1.1, 2020: 1.0, 2021: 1.1, 2022: 1.25})


def test_real_value_added_of_a_province(sources_folder: Path) -> None:
    frame = built(sources_folder).set_index(["year", "region_code"])
    assert frame["value_added_nominal_cny"][2022, "340000"] == 90e8
    assert frame["value_added_real_cny"][2022, "340000"] == pytest.approx(72e8)


def test_the_real_sum_grows_as_the_official_figure(sources_folder: Path) -> None:
    real = built(sources_folder).groupby("year")["value_added_real_cny"].sum() / 1e8
    assert real.to_dict() == pytest.approx({2019: 80, 2020: 100, 2021: 110, 2022: 132})


def test_years_before_the_base_and_recalled_growth_are_unverified(sources_folder: Path) -> None:
    one, other = "derived/derived", "unverified/unverified"
    assert standings(built(sources_folder)) == {2019: other, 2020: one, 2021: one, 2022: one}


def test_a_year_that_needs_a_recalled_rate_makes_the_later_ones_unverified(
    sources_folder: Path,
) -> None:
    edit(sources_folder, GROWTH_FILE, "growth,all industry,2021,10", "growth,mining,2021,10")
    one, other = "derived/derived", "unverified/unverified"
    frame = built(sources_folder)
    assert standings(frame) == {2019: other, 2020: one, 2021: other, 2022: other}
    assert deflators(frame)[2021] == pytest.approx(1.21 / 1.09)


@pytest.mark.parametrize("order", [1, -1])
def test_a_verified_rate_comes_before_a_recalled_one(sources_folder: Path, order: int) -> None:
    file = sources_folder / GROWTH_FILE
    header, *lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([header, *lines[::order]]) + "\n", encoding="utf-8")
    assert deflators(built(sources_folder))[2021] == pytest.approx(1.1)


def test_a_missing_growth_rate_is_refused(sources_folder: Path) -> None:
    edit(sources_folder, GROWTH_FILE, "growth,all industry,2022,20", "growth,mining,2022,20")
    with pytest.raises(BuildError, match=r"no real growth of all industry for \[2022\]"):
        built(sources_folder)


def test_a_year_without_levels_still_counts_in_the_chain() -> None:
    nominal = pd.Series({2020: 100.0, 2022: 165.0})
    index = deflator(nominal, pd.Series({2021: 10.0, 2022: 20.0}))
    assert index.to_dict() == pytest.approx({2020: 1.0, 2022: 1.25})


@given(
    some.lists(some.floats(10, 1e6), min_size=4, max_size=4),
    some.lists(some.floats(-20, 30), min_size=3, max_size=3),
)
def test_deflated_levels_grow_as_the_rates_say(levels: list[float], rates: list[float]) -> None:
    nominal = pd.Series(levels, index=range(2019, 2023))
    real = nominal / deflator(nominal, pd.Series(rates, index=range(2020, 2023)))
    assert (100 * real.pct_change()[1:]).tolist() == pytest.approx(rates, abs=1e-9)
    assert real[2020] == pytest.approx(nominal[2020])


def two_year_change(energy: "pd.Series[float]", real: "pd.Series[float]") -> float:
    level = intensity(energy, real)
    return float(level[2022] / level[2020] - 1)


def test_a_deflator_of_another_vintage_would_halve_the_fall(shipped: Warehouse) -> None:
    rows = shipped.rows(
        "select year, sum(value_added_nominal_cny) as nominal, sum(value_added_real_cny) as real "
        "from value_added where year >= 2020 group by year"
    ).set_index("year")
    energy = shipped.rows(
        "select year, sum(energy_tce) as tce from industry_totals where year >= 2020 group by year"
    ).set_index("year")["tce"]
    other_vintage = deflator(pd.Series(FIRST_RELEASE), GROWTH)
    wrong = two_year_change(energy, rows["nominal"].loc[[2020, 2022]] / other_vintage)
    assert round(100 * wrong) == -3
    assert round(100 * two_year_change(energy, rows["real"])) == -6


def test_the_first_release_is_the_one_of_the_statistics(shipped: Warehouse) -> None:
    rows = shipped.rows(
        "select year, value from official_statistics "
        "where indicator = 'industrial_value_added_all_nominal' and year in (2020, 2022)"
    )
    assert rows.set_index("year")["value"].to_dict() == FIRST_RELEASE


def test_the_shipped_deflator_is_of_the_provinces_own_vintage(shipped: Warehouse) -> None:
    rows = shipped.rows("select * from value_added where year >= 2020")
    nominal = rows.groupby("year")["value_added_nominal_cny"].sum()
    expected = deflator(nominal, GROWTH)
    assert deflators(rows) == pytest.approx(expected.to_dict())
    assert deflators(rows)[2020] == 1
