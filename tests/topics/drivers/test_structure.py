"""Structure between divisions: adds up, and the same figures straight from the tables."""

import itertools

import numpy as np
import pandas as pd
import pytest

from carbonpeak.data.catalogue import DATA
from carbonpeak.topics.drivers import analysis_structure as structure


def test_the_effects_add_up_for_every_division(data):
    for first, last in itertools.combinations(structure.known_years(data), 2):
        rows = structure.by_division(data, first, last)
        assert len(rows) == 38
        left = rows["change_t"] - rows[list(structure.DRIVERS)].sum(axis=1)
        assert left.abs().max() <= 1e-9 * rows["end_t"].max()
        assert rows[["share_start", "share_end"]].sum().tolist() == pytest.approx([1, 1])


def test_the_years_are_those_both_sources_have(data):
    for year in range(2010, 2023):
        known = len(data.ask("sectors__official_level", year=year)) > 0
        assert known == (year in structure.known_years(data))


def test_the_growth_is_the_official_one_with_its_standing(data):
    rows = structure.growth(data, 2017, 2022)
    assert rows["value"].tolist() == [6.1, 5.7, 2.4, 9.6, 3.4]
    assert rows["standing"].tolist() == ["unverified"] * 3 + ["official"] * 2


def test_pandas_from_the_tables_gives_the_same(data):
    energy = pd.read_parquet(DATA / "tables/energy_division.parquet")
    added = pd.read_csv(DATA / "tables/value_added_division.csv", dtype={"sector_code": str})
    wide = energy.pivot(index="sector_code", columns="year", values="energy_tce")[[2012, 2020]]
    levels = added.pivot(index="sector_code", columns="year", values="value_added_nominal_cny")
    share = (levels / levels.sum()).loc[wide.index]
    weight = (wide[2020] - wide[2012]) / np.log(wide[2020] / wide[2012])
    expected = weight * np.log(share[2020] / share[2012])
    found = structure.by_division(data, 2012, 2020)["structure"]
    assert found[expected.index].to_numpy() == pytest.approx(expected.to_numpy(), rel=1e-9)
    assert found.sum() / 1e6 == pytest.approx(-43.37, abs=0.005)


def test_what_came_out_for_2012_to_2020(data):
    total = structure.by_division(data, 2012, 2020).sum() / 1e6
    assert total["start_t"] == pytest.approx(2847.11)
    assert total["activity"] == pytest.approx(1398.58, abs=0.005)
    assert total["intensity"] == pytest.approx(-876.09, abs=0.005)
