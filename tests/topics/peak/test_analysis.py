"""The states of the real series, reckoned another way, and how they age."""

import pandas as pd
import pytest

from carbonpeak.data import catalogue
from carbonpeak.data.queries import QueryError
from carbonpeak.domain import sectors
from carbonpeak.indicators.peak import judge
from carbonpeak.thresholds import NATION
from carbonpeak.topics.peak import analysis as peaks
from carbonpeak.topics.peak.analysis import ALL, REST
from tests.reference import peak_by_loops as loops_peak

PEAKED = ("peaked", "peaked_passively")


@pytest.fixture(scope="module")
def total(data):
    return peaks.states(data, "total")


@pytest.fixture(scope="module")
def cells():
    """Industrial CO2 straight from the file, without the warehouse."""
    sectors = pd.read_csv(catalogue.DATA / "tables" / "sectors.csv", dtype=str)
    industry = set(sectors["sector_code"][sectors["is_industry"].str.lower() == "true"])
    co2 = pd.read_parquet(catalogue.DATA / "tables" / "co2.parquet")
    return co2[co2["sector_code"].isin(industry)]


def test_all_series_are_there_once(data, total):
    industries, divisions = sectors.plan_industries(data, "en"), sectors.codes(data)
    assert len(total) == 32 * (2 + len(industries) + 1 + len(divisions))
    assert total.index.is_unique
    # Industries stand in the order of the plan, as on the other pages.
    assert peaks.sectors(data)[2 : 2 + len(industries)] == tuple(industries)
    regions = total.index.get_level_values("region_code")
    assert regions[0] == NATION
    assert regions.nunique() == 32


def test_states_are_those_of_plain_loops(data):
    assert loops_peak.vectorised(data) == loops_peak.loop(data)


def test_five_provinces_reckoned_from_the_file(total, cells):
    sums = cells.groupby(["region_code", "year"])["co2_t"].sum().unstack()
    expected = {
        "110000": ("peaked", 2007, 15, -87),
        "410000": ("peaked", 2011, 11, -33),
        "510000": ("peaked", 2013, 9, -26),
        "310000": ("falling", 2013, 9, -10),
        "140000": ("rising", 2022, 0, 0),
    }
    for code, (state, year, tested, s) in expected.items():
        row, values = total.loc[(code, ALL)], sums.loc[code]
        later = list(values[values.index > year])
        pairs = [(a, b) for place, a in enumerate(later) for b in later[place + 1 :]]
        assert values.idxmax() == row["peak_year"] == year
        assert len(later) == row["tested"] == tested
        assert sum((b > a) - (b < a) for a, b in pairs) == row["s"] == s
        assert row["maximum"] == pytest.approx(values.max(), rel=1e-12)
        assert row["below_maximum"] == pytest.approx(1 - values[2022] / values.max(), rel=1e-9)
        assert row["state"] == state


@pytest.mark.parametrize(
    ("basis", "counts"),
    [
        (
            "total",
            {"peaked": 4, "falling": 6, "no_trend": 2, "plateau": 1, "just_past": 5, "rising": 12},
        ),
        (
            "energy_related",
            {"peaked": 3, "falling": 6, "no_trend": 3, "just_past": 5, "rising": 13},
        ),
    ],
)
def test_the_counts_of_the_provinces(data, basis, counts):
    found = peaks.of_sector(peaks.states(data, basis), ALL).drop(index=NATION)["state"]
    assert found.value_counts().to_dict() == {**counts, "no_data": 1}
    assert found["540000"] == "no_data"


def test_without_the_test_more_provinces_have_peaked(data, cells):
    provinces = peaks.covered_provinces(peaks.states(data))
    sums = cells.groupby(["region_code", "year"])["co2_t"].sum(min_count=1).unstack()
    by_hand = sum(row.dropna().index[-1] - row.idxmax() >= 5 for _, row in sums.iterrows())
    assert int(provinces["is_past_window"].sum()) == by_hand == 10
    assert provinces["is_past_window"][provinces["state"] == "peaked"].all()


def test_shares_weigh_every_series_by_its_last_year(data):
    provinces = peaks.covered_provinces(peaks.states(data))
    parts = [peaks.share(provinces, provinces["state"] == one) for one in set(provinces["state"])]
    assert sum(parts) == pytest.approx(1)
    peaked = provinces[provinces["state"] == "peaked"]
    by_hand = peaked["last"].sum() / provinces["last"].sum()
    assert peaks.share(provinces, provinces["state"] == "peaked") == pytest.approx(by_hand)


def test_the_counts_of_divisions_and_of_divisions_by_province(data, total):
    codes = list(sectors.codes(data))
    nation = total.loc[[(NATION, code) for code in codes], "state"]
    assert nation.value_counts().to_dict() == {
        "peaked": 23,
        "falling": 6,
        "no_trend": 4,
        "rising": 3,
        "plateau": 2,
    }
    parts = total[total.index.get_level_values(1).isin(codes)].drop(index=NATION, level=0)
    assert parts["state"].isin(["not_split"]).sum() == 38
    assert set(peaks.of_region(total, "370000")["state"].drop(ALL)) == {"not_split"}


def test_the_nation_still_rises_and_so_does_its_own_inventory(data, total):
    row = total.loc[(NATION, ALL)]
    assert (row["state"], row["peak_year"]) == ("rising", 2022)
    assert row["maximum"] / 1e6 == pytest.approx(9868, abs=0.5)
    own = peaks.national_inventory(data, "total")
    assert (own["state"], own["peak_year"], own["first_year"]) == ("rising", 2019, 1997)
    assert own["maximum"] / 1e6 == pytest.approx(8279.7, abs=0.05)


def test_a_withheld_cell_is_a_gap_and_no_fall(data, total):
    assert total.loc[("220000", ALL), "gaps"] == (2020,)
    assert total.loc[("220000", "building_materials"), "gaps"] == (2020,)
    assert total.loc[("220000", "steel"), "gaps"] == ()
    jiangxi = total.loc[("360000", ALL)]
    assert (jiangxi["gaps"], jiangxi["last_year"], jiangxi["state"]) == ((2022,), 2021, "rising")
    assert peaks.states(data, "energy_related").loc[("360000", ALL), "last_year"] == 2022


@pytest.mark.parametrize("basis", ["total", "energy_related"])
def test_years_without_an_inventory_of_energy_are_gaps_and_no_zeros(data, basis):
    judged = peaks.states(data, basis)
    for sector in (ALL, "31", "steel", REST):
        assert judged.loc[("640000", sector), "gaps"] == (2000, 2001, 2002)
        assert judged.loc[("460000", sector), "gaps"] == (2002,)


def test_a_division_without_a_cell_is_zero(data, cells):
    series = peaks.series(data, "total", "110000", "06")["co2_t"]
    there = cells[(cells["region_code"] == "110000") & (cells["sector_code"] == "06")]
    sums = there.groupby("year")["co2_t"].sum().reindex(series.index).fillna(0)
    assert (series == 0).any()
    assert list(series) == pytest.approx(list(sums))


def test_plan_industries_power_and_rest_add_up_to_the_divisions(data):
    rows = peaks.series(data, "energy_related", NATION, "44")["co2_t"]
    for code in (*sectors.plan_industries(data, "en"), REST):
        rows = rows + peaks.series(data, "energy_related", NATION, code)["co2_t"]
    divisions = sum(
        peaks.series(data, "energy_related", NATION, code)["co2_t"] for code in sectors.codes(data)
    )
    assert list(rows) == pytest.approx(list(divisions))


def test_the_states_of_an_earlier_year_see_nothing_later(data):
    early = peaks.states(data, "total", 2018)
    assert early["last_year"].max() == 2018
    aged = peaks.by_last_year(data, "total", "220000", ALL)
    assert list(aged.index) == list(peaks.last_years(data))
    assert aged.loc[2018, "state"] == early.loc[("220000", ALL), "state"] == "peaked"
    assert aged.loc[2019, "state"] == "falling"


@pytest.mark.parametrize("region", ["220000", "360000", "640000", NATION])
def test_all_last_years_at_once_are_those_one_by_one(data, region):
    aged = peaks.by_last_year(data, "total", region, ALL)
    for year in peaks.last_years(data):
        alone = peaks.states(data, "total", year).loc[(region, ALL)]
        for name in ("state", "peak_year", "last_year", "years", "gaps", "tested", "s"):
            assert aged.loc[year, name] == alone[name]
        assert aged.loc[year, "p"] == pytest.approx(alone["p"], nan_ok=True)
        change = aged.loc[year, "value_added_change"]
        assert change == pytest.approx(alone["value_added_change"], nan_ok=True)


def test_a_peak_claim_ages(data):
    found = peaks.provinces_by_last_year(data, "total")
    assert found.shape == (30, len(peaks.last_years(data)))
    peaked = found.isin(PEAKED)
    assert peaked.sum().to_list() == [1, 4, 2, 5, 3, 4, 3, 4]
    lost = peaked.any(axis=1) & ~peaked[data.last_year]
    assert set(lost.index[lost]) == {"310000", "330000", "420000"}


def test_value_added_decides_whether_a_peak_is_passive(data):
    rows = data.ask("regions__yearly", region_code="510000").set_index("year")[
        "value_added_real_cny"
    ]
    change = peaks.states(data).loc[("510000", ALL), "value_added_change"]
    assert change == pytest.approx(rows[2022] / rows[2013] - 1)
    amounts = peaks.series(data, "total", "510000", ALL)[["co2_t"]].T
    falling = pd.DataFrame([[2.0] * 20 + [1.0] * 6], index=["co2_t"], columns=amounts.columns)
    assert judge(amounts, falling)["state"].iloc[0] == "peaked_passively"


def test_what_is_not_shown_has_no_rows(data):
    for region, sector in (("370000", "31"), ("540000", ALL)):
        assert peaks.series(data, "total", region, sector).empty
        assert peaks.by_last_year(data, "total", region, sector).empty


def test_the_standing_of_a_series_changes_in_2020(data):
    kinds = peaks.series(data, "total", "110000", ALL)["standing"]
    assert set(kinds.loc[:2019]) == {"published"}
    assert set(kinds.loc[2020:]) == {"reconstructed"}


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda data: peaks.states(data, "final"), "no basis of CO2 'final'"),
        (
            lambda data: peaks.states(data, "total", 2014),
            "up to 2014: ask for a year from 2015 to 20",
        ),
        (lambda data: peaks.states(data, "total", 2023), "no judgement up to 2023"),
        (lambda data: peaks.by_last_year(data, "total", "110000", ALL, (1990,)), "up to 1990"),
        (lambda data: peaks.by_last_year(data, "total", "11000", ALL), "region '11000'.*110000"),
        (lambda data: peaks.series(data, "total", "110000", "stel"), "sector 'stel'.*steel"),
    ],
)
def test_what_is_not_known_is_said_in_a_sentence(data, call, words):
    with pytest.raises(QueryError, match=words):
        call(data)
