"""What is compared, on the shipped tables: codes of one kind, scales, who has no values and why."""

import pandas as pd
import pytest

from carbonpeak.domain import comparable, sectors
from carbonpeak.thresholds import NATION
from carbonpeak.topics.compare import analysis, presets
from carbonpeak.topics.compare.choices import QUANTITIES
from carbonpeak.words.speaker import Speaker

JIANGSU, ZHEJIANG, JILIN, JIANGXI, TIBET = "320000", "330000", "220000", "360000", "540000"
VALUES = pd.DataFrame(
    {2019: [90.0, 5.0], 2020: [100.0, 0.0], 2021: [95.0, 7.0], 2022: [None, 8.0]}, ["a", "b"]
)


@pytest.mark.parametrize(
    ("chosen", "kind", "kept", "left_out"),
    [
        ((JIANGSU, ZHEJIANG), "places", (JIANGSU, ZHEJIANG), ()),
        ((JIANGSU, "44", ZHEJIANG), "places", (JIANGSU, ZHEJIANG), ("44",)),
        (("44", JIANGSU, "31"), "sectors", ("44", "31"), (JIANGSU,)),
        ((NATION, "44"), "sectors", ("44",), (NATION,)),
        ((NATION,), "places", (NATION,), ()),
        ((), "places", (), ()),
    ],
)
def test_places_and_sectors_are_never_compared(data, chosen, kind, kept, left_out):
    assert analysis.split(data, chosen) == analysis.Split(kind, kept, left_out)


def test_an_index_is_of_2020_and_needs_a_value_there():
    found = analysis.scaled(VALUES, "index", None)
    assert found.loc["a", 2019] == 90
    assert found.loc["a", 2021] == 95
    assert pd.isna(found.loc["a", 2022])
    assert found.loc["b"].isna().all()


def test_a_change_is_on_the_year_before_alone():
    found = analysis.scaled(VALUES.drop(columns=2021), "change", None)
    assert found.loc["a", 2020] == pytest.approx(1 / 9)
    assert pd.isna(found.loc["b", 2021])
    assert pd.isna(found.loc["b", 2022])


def test_the_pace_that_is_needed_reaches_the_target_from_each_year():
    found = analysis.scaled(VALUES, "needed", 0.135)
    assert list(found.columns) == [2020, 2021, 2022]
    for year, level in [(2020, 100), (2021, 95)]:
        reached = level * (1 - found.loc["a", year]) ** (2025 - year)
        assert reached == pytest.approx(86.5)


def test_levels_stay_as_they_are():
    for scale in ("level", "amount"):
        assert analysis.scaled(VALUES, scale, None).loc["b", 2022] == 8


def test_a_rank_counts_from_the_highest_and_leaves_the_nation_out():
    values = pd.DataFrame({2022: [9.0, 5.0, 7.0, None]}, [NATION, "a", "b", "c"])
    assert analysis.rank(values, "a", 2022) == (2, 2)
    assert analysis.rank(values, "b", 2022) == (1, 2)
    assert analysis.rank(values, "c", 2022) is None
    assert analysis.rank(values, NATION, 2022) is None


def test_the_median_leaves_the_nation_out():
    values = pd.DataFrame({2022: [99.0, 5.0, 7.0, None, 6.0]}, [NATION, "a", "b", "c", "d"])
    assert analysis.median(values)[2022] == 6


def test_levels_of_places_are_those_of_their_query(data):
    rows = data.ask("regions__yearly", region_code=JIANGSU, first_year=2022).iloc[0]
    found = analysis.of_places(data, QUANTITIES["energy_intensity"])
    wanted = rows["energy_tce"] / (rows["value_added_real_cny"] / 1e4)
    assert found.values.loc[JIANGSU, 2022] == pytest.approx(wanted)
    assert found.standings.loc[JIANGSU, 2022] == "derived"
    assert found.standings.loc[JIANGSU, 2019] == "unverified"
    assert found.lacking == {TIBET: "no_inventory"}
    assert 2018 in found.breaks["130000"]


def test_withheld_cells_are_no_values(data):
    found = analysis.of_places(data, QUANTITIES["co2"])
    assert found.withheld == {JILIN: (2020,), JIANGXI: (2022,)}
    assert pd.isna(found.values.loc[JILIN, 2020])
    assert found.breaks == {}


def test_divisions_are_sums_that_can_be_compared(data):
    found = analysis.of_divisions(data, QUANTITIES["co2"])
    rows = comparable.sums(data, 2022)
    steel = rows[(rows["sector_code"] == "31") & (rows["year"] == 2022)]["co2_t"].iloc[0]
    assert found.values.loc["31", 2022] == pytest.approx(steel)
    own = found.values.drop(index=NATION)[2022]
    assert found.values.loc[NATION, 2022] == pytest.approx(own.sum())


def test_a_division_without_growth_has_no_intensity(data):
    found = analysis.of_divisions(data, QUANTITIES["energy_intensity"])
    known = set(found.values.dropna(how="all").index) - {NATION}
    assert known | set(found.lacking) == set(sectors.codes(data))
    assert not known & set(found.lacking)
    assert set(found.lacking.values()) == {"no_value_added"}


@pytest.mark.parametrize(
    ("quantity", "first"),
    [("energy", 2011), ("co2", 2011), ("energy_intensity", 2020), ("value_added", 2020)],
)
def test_the_first_year_is_the_first_that_is_verified(data, quantity, first):
    assert analysis.first_sound_year(data, QUANTITIES[quantity]) == first


def test_presets_are_what_the_data_name(data):
    (largest, lagging, heavy) = (codes.split(",") for codes in presets.presets(data, Speaker("en")))
    rows = data.ask("regions__yearly", region_code=None, first_year=2022)
    by_co2 = rows.dropna(subset=["co2_t"]).sort_values("co2_t", ascending=False)
    assert largest == list(by_co2["region_code"][:3])
    assert heavy[0] == "44"
    assert not {*lagging} & {"370000", "410000"}
    assert lagging[0] == "350000"
