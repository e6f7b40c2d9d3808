"""Where provinces stand, on the real tables."""

import pytest

from carbonpeak.domain.view import View
from carbonpeak.topics.regions import analysis
from tests.altered_data import AlteredData

SHANDONG, JIANGXI, TIBET, JIANGSU = "370000", "360000", "540000", "320000"


def test_the_gap_of_a_province_is_its_energy_above_the_path(data):
    shandong = analysis.judged(data, View(year=2022)).loc[SHANDONG]
    on_path = shandong["quantity"] / (1 + shandong["cumulative"]) * (1 - 0.135) ** (2 / 5)
    assert shandong["gap_t"] == pytest.approx(shandong["quantity"] - on_path, rel=1e-9)


def test_missing_has_kinds(data):
    table = analysis.judged(data, View("co2", year=2022))
    assert table["missing"][TIBET] == "no_data"
    assert table["missing"][JIANGXI] == "withheld"
    assert table["tier_schedule"][JIANGXI] == "no_data"
    related = analysis.judged(data, View("co2", "energy_related", year=2022))
    assert related["missing"][JIANGXI] == "no_data"


def test_an_own_target_judges_only_where_there_is_one(data):
    table = analysis.judged(data, View(year=2022, target="own"))
    judged = set(table.index[table["tier_schedule"] != "no_target"])
    assert judged == {"150000", "310000", JIANGSU, "330000", "500000"}
    assert table["target"][JIANGSU] == pytest.approx(0.17)


def test_provinces_are_judged_once_for_a_dataset_and_view(data):
    asked = []

    def noted(name, rows):
        asked.append(name)
        return rows

    fresh = AlteredData(data, noted)
    first = analysis.judged(fresh, View(year=2022))
    count = len(asked)
    assert first.equals(analysis.judged(fresh, View(year=2022)))
    assert len(asked) == count
    analysis.judged(fresh, View(year=2021))
    assert len(asked) > count
