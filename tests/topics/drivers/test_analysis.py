"""Drivers on the real tables: nothing is left over, every question is answered or refused."""

import itertools

import numpy as np
import pandas as pd
import pytest

from carbonpeak.data.catalogue import DATA
from carbonpeak.data.queries import QueryError
from carbonpeak.domain import power, sectors
from carbonpeak.domain.power import WITHOUT_POWER
from carbonpeak.domain.view import BASES, provinces
from carbonpeak.topics.drivers import analysis as drivers
from carbonpeak.topics.drivers.analysis_cells import FUELS, UNSPLIT, known_years, load
from carbonpeak.topics.drivers.question import REFUSALS, Question, check, refusal
from tests import shipped_facts as facts
from tests.reference import drivers_by_loops as loops_drivers
from tests.topics.drivers.asked import asked

EVERY_BASIS = [(measure, basis) for measure, bases in BASES.items() for basis in bases]
JILIN, JIANGXI, SHANDONG, TIBET = "220000", "360000", "370000", "540000"
LARGE = 1e-9


def assert_adds_up(rows, question):
    left = rows["change_t"] - rows[list(question.drivers)].sum(axis=1)
    scale = np.maximum(rows["start_t"], rows["end_t"])
    # A cell is held against itself; the rounding of the last bits of the whole has no share in it.
    assert (left.abs() <= LARGE * scale + 1e-6).all()
    assert (rows["change_t"] - (rows["end_t"] - rows["start_t"])).abs().max() <= LARGE * scale.max()


@pytest.mark.parametrize(("measure", "basis"), EVERY_BASIS)
def test_nothing_is_left_over_for_every_province_division_and_pair_of_years(data, measure, basis):
    for first, last in itertools.combinations(known_years(data), 2):
        question = asked(measure, basis, first, last)
        cells = drivers.effects(data, question)
        assert_adds_up(cells, question)
        whole = cells.drop(columns=["region_code", "sector_code"]).sum()
        for part, count in (("region", 30), ("sector", 39)):
            sums = cells.groupby(f"{part}_code")[list(whole.index)].sum()
            assert len(sums) == count
            assert_adds_up(sums, question)
            assert np.allclose(sums.sum(), whole, rtol=0, atol=LARGE * whole["end_t"])


@pytest.mark.parametrize(("measure", "basis"), EVERY_BASIS)
@pytest.mark.parametrize("part", ["whole", "region", "sector"])
def test_the_ratios_multiply_to_the_change(data, measure, basis, part):
    question = asked(measure, basis, 2013, 2022)
    rows = drivers.table(data, question, part, "multiplicative")
    assert rows["ratio"].to_numpy() == pytest.approx((rows["end_t"] / rows["start_t"]).to_numpy())
    product = rows[list(question.drivers)].prod(axis=1)
    assert product.to_numpy() == pytest.approx(rows["ratio"].to_numpy(), rel=1e-9)


@pytest.mark.parametrize(("measure", "basis"), EVERY_BASIS)
def test_the_whole_is_what_the_other_pages_show(data, measure, basis):
    """Energy and CO2 of the nation by year, as Overview has them, from other queries."""
    nation = data.ask("nation__yearly").set_index("year")[BASES[measure][basis]]
    row = drivers.table(data, asked(measure, basis, 2013, 2019)).iloc[0]
    assert row["start_t"] == pytest.approx(nation[2013], rel=1e-12)
    assert row["end_t"] == pytest.approx(nation[2019], rel=1e-12)


def test_activity_is_what_value_added_alone_would_have_made(data):
    """With every share, intensity and factor as it was, energy grows as value added."""
    cells = load(data, "final", (2015, 2022))
    grown = cells.whole_added_cny[1] / cells.whole_added_cny[0]
    ratio = drivers.table(data, asked(), "whole", "multiplicative")["activity"].iloc[0]
    # Weighed cell by cell, so near to it and not the same.
    assert grown == pytest.approx(facts.VALUE_ADDED_GROWTH, rel=1e-6)
    assert ratio == pytest.approx(grown, rel=0.01)


def test_the_numbers_that_must_come_out(data):
    energy = drivers.table(data, asked()).drop(columns="code").iloc[0] / 1e6
    assert energy[["start_t", "end_t"]].tolist() == pytest.approx(facts.ENERGY_MTCE, abs=0.005)
    effects = energy[list(asked().drivers)].tolist()
    assert effects == pytest.approx(facts.ENERGY_EFFECTS_MTCE, abs=0.005)
    co2 = drivers.table(data, asked("co2")).iloc[0]
    shares = co2[list(asked("co2").drivers)] / co2["start_t"] * 100
    assert shares.tolist() == pytest.approx(facts.CO2_EFFECTS_PCT, abs=0.005)


def test_pandas_from_the_tables_gives_the_same(data):
    """Levels summed straight from the tables, effects by the formula of the paper."""
    tables = {name: pd.read_parquet(DATA / f"tables/{name}.parquet") for name in ("energy", "co2")}
    sectors = pd.read_csv(DATA / "tables/sectors.csv", dtype=str)
    industry = set(sectors.loc[sectors["is_industry"] == "True", "sector_code"])
    added = pd.read_csv(DATA / "tables/value_added.csv", dtype={"region_code": str})
    rows = tables["energy"]
    rows = rows[rows["sector_code"].isin(industry) & (rows["region_code"] != SHANDONG)]
    wide = rows.pivot_table(
        index=["region_code", "sector_code"], columns="year", values="energy_tce", aggfunc="sum"
    )[[2015, 2022]]
    wide = wide[(wide > 0).all(axis=1)]
    real = added[added["region_code"] != TIBET].pivot(
        index="region_code", columns="year", values="value_added_real_cny"
    )
    at = wide.index.get_level_values("region_code")
    weight = (wide[2022] - wide[2015]) / np.log(wide[2022] / wide[2015])
    share = real.div(real.sum())
    expected = {
        "activity": weight * np.log(real[2022].sum() / real[2015].sum()),
        "structure": weight * np.log(share[2022] / share[2015])[at].to_numpy(),
        "intensity": weight
        * np.log((wide[2022] / wide[2015]) / (real[2022] / real[2015])[at].to_numpy()),
    }
    found = drivers.effects(data, asked()).set_index(["region_code", "sector_code"])
    for name, values in expected.items():
        assert found.loc[wide.index, name].to_numpy() == pytest.approx(values.to_numpy(), rel=1e-6)


def test_the_plain_loop_agrees(data):
    quick, plain = loops_drivers.vectorised(data), loops_drivers.loop(data)
    assert quick == pytest.approx(plain, rel=1e-9)


@pytest.mark.parametrize(("measure", "basis"), EVERY_BASIS)
def test_a_province_or_division_alone_is_its_part_of_the_whole(data, measure, basis):
    question = asked(measure, basis, 2016, 2021)
    by_region = drivers.table(data, question, "region").set_index("code")
    by_sector = drivers.table(data, question, "sector").set_index("code")
    alone = drivers.table(data, asked(measure, basis, 2016, 2021, "320000")).iloc[0]
    own = by_region.loc["320000"]
    assert alone["activity"] == pytest.approx(own["activity"] + own["structure"])
    assert alone["intensity"] == pytest.approx(own["intensity"])
    steel = drivers.table(data, asked(measure, basis, 2016, 2021, "", "31")).iloc[0]
    assert steel["code"] == "31"
    for name in (*drivers.AMOUNTS, *question.drivers):
        assert steel[name] == pytest.approx(by_sector.loc["31", name], rel=1e-12)
    assert "structure" not in asked(measure, basis, region_code="320000").drivers


def test_shandong_is_one_part_without_divisions(data):
    rows = drivers.effects(data, asked("co2"))
    shandong = rows[rows["region_code"] == SHANDONG]
    assert shandong["sector_code"].tolist() == [UNSPLIT]
    assert set(rows.loc[rows["sector_code"] == UNSPLIT, "region_code"]) == {SHANDONG}
    assert SHANDONG not in set(drivers.effects(data, asked("co2", sector_code="31"))["region_code"])


def test_a_withheld_cell_takes_its_provinces_process_co2_out_of_both_years(data):
    for first, last, out in ((2015, 2022, JIANGXI), (2015, 2020, JILIN)):
        question = asked("co2", "total", first, last)
        assert drivers.left_out(data, question) == {out: (last,)}
        rows = drivers.table(data, question, "region").set_index("code")
        related = asked("co2", "energy_related", first, last)
        energy = drivers.table(data, related, "region").set_index("code")
        assert rows.loc[out, "process"] == 0
        assert rows.loc[out, "start_t"] == pytest.approx(energy.loc[out, "start_t"])
        assert (rows["start_t"] - energy["start_t"] > 0).sum() == 29
    assert drivers.left_out(data, asked("co2", "total", 2015, 2019)) == {}
    assert drivers.left_out(data, asked("co2", "energy_related")) == {}
    assert drivers.left_out(data, asked("energy")) == {}
    assert drivers.left_out(data, asked("co2", "total", sector_code="31")) == {}
    every = drivers.left_out(data, asked("co2", "total", 2015, 2022), True)
    assert every == {JILIN: (2020,), JIANGXI: (2022,)}


@pytest.mark.parametrize(("measure", "basis"), EVERY_BASIS)
@pytest.mark.parametrize("place", [("", ""), ("320000", ""), ("", "30"), ("360000", "30")])
def test_the_years_chain(data, measure, basis, place):
    question = asked(measure, basis, 2013, 2022, *place)
    rows = drivers.yearly(data, question)
    assert rows["year"].tolist() == list(range(2014, 2023))
    assert rows["start_t"].tolist()[1:] == pytest.approx(rows["end_t"].tolist()[:-1], rel=1e-12)
    assert_adds_up(rows, question)
    whole = drivers.table(data, question).iloc[0]
    if drivers.left_out(data, question, True) == drivers.left_out(data, question):
        assert rows["change_t"].sum() == pytest.approx(whole["change_t"], rel=1e-9)
    ratios = drivers.yearly(data, question, "multiplicative")
    product = ratios[list(question.drivers)].prod(axis=1)
    assert product.to_numpy() == pytest.approx(ratios["ratio"].to_numpy(), rel=1e-9)


def test_two_years_in_a_row_are_one_step_of_the_years(data):
    pair = drivers.table(data, asked("co2", "energy_related", 2018, 2019)).iloc[0]
    rows = drivers.yearly(data, asked("co2", "energy_related", 2016, 2021)).set_index("year")
    for name in asked("co2", "energy_related").drivers:
        assert rows.loc[2019, name] == pytest.approx(pair[name], rel=1e-9)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"first": 2015, "last": 2015}, "first and last are both 2015"),
        ({"first": 2019, "last": 2015}, "The first year, 2019, must lie before the last, 2015"),
        ({"first": 2011}, "known for 2013-2022 only, not for both 2011 and 2022"),
        ({"last": 2025}, "known for 2013-2022 only, not for both 2015 and 2025"),
        ({"region_code": TIBET}, "do not cover region 540000"),
        ({"region_code": SHANDONG, "sector_code": "31"}, "split of region 370000 .* is withheld"),
        ({"region_code": "110000", "sector_code": "09"}, "Division 09 has no such energy"),
        ({"region_code": "999999"}, "There is no region '999999'"),
        ({"region_code": "000000"}, "There is no region '000000'"),
        ({"sector_code": "99"}, "There is no sector '99'"),
        ({"sector_code": UNSPLIT}, "There is no sector 'all'"),
        ({"measure": "water"}, "There is no measure 'water'"),
        ({"basis": "total"}, "There is no basis 'total'"),
    ],
)
def test_a_question_without_an_answer_is_refused_in_a_sentence(data, given, sentence):
    question = asked(**given)
    with pytest.raises(QueryError, match=sentence):
        drivers.table(data, question)
    with pytest.raises(QueryError, match=sentence):
        drivers.yearly(data, question)


def test_an_unknown_part_or_form_is_refused(data):
    with pytest.raises(QueryError, match="There is no part 'fuel'"):
        drivers.table(data, asked(), "fuel")
    with pytest.raises(QueryError, match="There is no form 'geometric'"):
        drivers.table(data, asked(), "whole", "geometric")
    with pytest.raises(QueryError, match="There is no form 'geometric'"):
        drivers.yearly(data, asked(), "geometric")


def test_every_province_and_division_is_answered_or_refused(data):
    sectors = list(data.ask("sectors__all")["sector_code"])
    for code in provinces(data).index:
        question = asked("co2", region_code=str(code))
        assert refusal(data, question) == ("no_inventory" if code == TIBET else "")
    for code in sectors:
        check(data, asked("co2", sector_code=code))
    assert {"same_year", "reversed", "years", "no_inventory", "no_split", "nothing"} == set(
        REFUSALS
    )


def test_there_is_no_ratio_from_nothing(data):
    """Beijing made no tobacco in 2015 and some in 2022."""
    question = asked(region_code="110000", sector_code="16")
    row = drivers.table(data, question).iloc[0]
    assert row["start_t"] == 0
    assert row["change_t"] == pytest.approx(row["end_t"])
    assert row["activity"] + row["intensity"] == pytest.approx(row["change_t"])
    ratios = drivers.table(data, question, "whole", "multiplicative").iloc[0]
    assert ratios[["ratio", *question.drivers]].isna().all()


def test_value_added_is_known_for_the_years_offered_and_no_others(data):
    rows = data.ask("regions__yearly").dropna(subset=["value_added_real_cny", "energy_tce"])
    assert sorted(rows["year"].unique()) == list(known_years(data))
    assert (rows.groupby("year").size() == 30).all()


def test_no_co2_without_fuel_and_nothing_negative_in_the_years_offered(data):
    rows = data.ask(
        "drivers__cells", region_code=None, sector_code=None, years=list(known_years(data))
    )
    for fuel, emitted in FUELS.items():
        assert not (rows[fuel] < 0).any()
        if emitted:
            assert not ((rows[emitted] > 0) & ~(rows[fuel] > 0)).any()
            assert not (rows[emitted] < 0).any()
    assert (rows["energy_with_transformation_tce"] > 0).all()


@pytest.mark.parametrize("measure", ["energy", "co2"])
@pytest.mark.parametrize("region", ["", "130000"])
def test_industry_other_than_power_is_the_whole_less_power(data, measure, region):
    def whole(sector):
        question = Question(measure, "", 2020, 2022, region, sector)
        return drivers.table(data, question).iloc[0].drop("code").astype(float)

    parts = drivers.effects(data, Question(measure, "", 2020, 2022, region))
    unsplit = parts[parts["sector_code"] == UNSPLIT].sum(numeric_only=True)
    total = whole("") - unsplit.reindex(whole("").index).fillna(0)
    pd.testing.assert_series_equal(whole(WITHOUT_POWER) + whole("44"), total, check_names=False)


def test_other_industry_has_parts_both_ways_and_leaves_out_what_is_withheld(data):
    question = Question("co2", "total", 2020, 2022, "", WITHOUT_POWER)
    by_sector = drivers.table(data, question, "sector")
    assert set(by_sector["code"]) == set(sectors.codes(data)) - {"44"}
    assert "370000" not in set(drivers.table(data, question, "region")["code"])
    assert set(drivers.left_out(data, question)) == {"220000", "360000"}
    change = drivers.table(data, question)["change_t"].iloc[0]
    assert change == pytest.approx(power.split(data).other_t)
