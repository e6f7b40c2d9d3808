"""How many tiers hang on the deflator is counted from the tables and said where tiers are read."""

import pytest

from carbonpeak.domain.view import View
from carbonpeak.topics.regions import analysis, deflator
from carbonpeak.words.speaker import Speaker
from tests.altered_data import AlteredData

ENERGY = View(year=2022)
EN = Speaker("en")


@pytest.mark.parametrize("column", [deflator.GROWTH, deflator.PRICES])
def test_the_other_tiers_follow_their_own_denominator(data, column):
    found = deflator.judged_with(data, ENERGY, column)
    rows = data.ask("regions__yearly", first_year=2020)
    rows = rows[rows["region_code"] == "320000"].set_index("year")["energy_tce"]
    added = data.ask("regions__denominators", base_year=2020)
    added = added[added["region_code"] == "320000"].set_index("year")[column]
    change = rows[2022] / rows[2020] / (added[2022] / added[2020]) - 1
    assert found["cumulative"]["320000"] == pytest.approx(change, rel=1e-12)


def test_who_changes_tier_has_another_one(data):
    tiers = analysis.judged(data, ENERGY)["tier_schedule"]
    for column in (deflator.GROWTH, deflator.PRICES):
        others = deflator.judged_with(data, ENERGY, column)["tier_schedule"]
        changed = deflator.changed(data, ENERGY, "schedule", column)
        assert changed
        assert all(tiers[code] != others[code] for code in changed)
        assert "540000" not in changed


def test_the_same_denominator_changes_nothing(data):
    def same(name, rows):
        if name == "regions__denominators":
            return rows.assign(with_gdp_growth_cny=rows["value_added_real_cny"])
        return rows

    assert deflator.changed(AlteredData(data, same), ENERGY, "schedule", deflator.GROWTH) == ()


def test_the_note_counts_and_names_those_without_a_mark(data):
    said = deflator.note(data, ENERGY, "schedule", EN)
    count = len(deflator.changed(data, ENERGY, "schedule", deflator.GROWTH))
    assert f"{count} of 30 would change" in said
    assert "The national industrial deflator used (2020 = 1): 2021: 1.0" in said
    unmarked = said.partition("not marked ※: ")[2].partition(".")[0]
    doubtful = analysis.judged(data, ENERGY).query("is_doubtful")["name_en"]
    assert unmarked
    assert not any(name in unmarked for name in doubtful)
