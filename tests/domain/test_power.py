"""Power and heat against all other industry: amounts by hand, words that follow the rows."""

import re
from dataclasses import replace

import pandas as pd
import pytest

from carbonpeak.data import catalogue
from carbonpeak.domain import power, sectors
from carbonpeak.domain.power import FEEDSTOCK_JUMP_YEAR, WITHOUT_POWER
from carbonpeak.figures import power as words
from carbonpeak.words.speaker import Speaker

EN, ZH = Speaker("en"), Speaker("zh")
FAULTY, UNSPLIT = {"220000", "360000"}, "370000"


@pytest.fixture(scope="module")
def by_hand(data):
    """CO2 by division and year of the provinces that compare, straight from the file, t."""
    co2 = pd.read_parquet(catalogue.DATA / "tables" / "co2.parquet")
    is_faulty = co2["region_code"].isin(FAULTY) & co2["fuel_code"].eq("process")
    is_meant = co2["sector_code"].isin(sectors.codes(data)) & co2["region_code"].ne(UNSPLIT)
    kept = co2[is_meant & ~is_faulty]
    return kept.groupby(["sector_code", "year"])["co2_t"].sum().unstack().fillna(0)


def test_power_and_the_others_are_those_of_the_file(data, by_hand):
    found = power.split(data)
    change = by_hand[found.last] - by_hand[found.first]
    assert (found.first, found.last, found.provinces) == (2020, 2022, 29)
    assert found.power_t == pytest.approx(change["44"])
    assert found.other_t == pytest.approx(change.drop("44").sum())
    assert found.whole_t == pytest.approx(change.sum())
    others = by_hand.drop("44").sum()
    assert found.other_peak_year == others.idxmax()
    assert found.other_below == pytest.approx(1 - others[found.last] / others.max())
    assert found.power_share == pytest.approx(by_hand[found.last]["44"] / by_hand[found.last].sum())
    assert set(found.without_process) == FAULTY
    assert power.split(data, "energy_related").without_process == ()


def test_the_key_finding_as_it_is_printed(data):
    found = power.split(data)
    rose, fell = found.power_t, -found.other_t
    assert words.title(found, EN) == (
        f"2020-2022: CO₂ of power and heat rose by {rose / 1e6:.0f} Mt, "
        f"of all other industry fell by {fell / 1e6:.0f} Mt"
    )
    assert words.title(found, ZH) == (
        f"2020—2022 年电力热力增加 {rose / 1e8:.2f} 亿吨，其他工业减少 {fell / 1e8:.2f} 亿吨"
    )
    said = words.sentence(found, EN)
    assert f"both together rose by {found.whole_t / 1e6:.0f} Mt (sum of 29 provinces)." in said
    assert said.endswith(
        f"In 2022 other industry lay {100 * found.other_below:.1f}% below its maximum of 2014."
    )
    caveats = " ".join(words.caveats(data, found, EN))
    assert "Cement process CO₂ of Jilin and Jiangxi" in caveats
    assert f"chemicals fell by {-found.chemicals_t / 1e6:.0f} Mt" in caveats
    assert f"in {FEEDSTOCK_JUMP_YEAR} " in caveats


def test_words_turn_with_the_numbers(data):
    turned = replace(
        power.split(data), power_t=-3e8, other_t=2e6, other_below=0.0, other_peak_year=2022
    )
    assert "power and heat fell by 300 Mt, of all other industry rose by 2 Mt" in words.title(
        turned, EN
    )
    assert "both together fell by 298 Mt" in words.sentence(turned, EN)
    assert words.sentence(turned, EN).endswith("Other industry was at its maximum in 2022.")
    level = replace(turned, power_t=2e5, other_t=-2e5)
    assert words.title(level, EN).count("did not change") == 2
    none_left_out = replace(turned, without_process=(), chemicals_t=None)
    assert words.caveats(data, none_left_out, EN) == ()


@pytest.mark.parametrize("tell", [EN, ZH], ids=["en", "zh"])
def test_the_card_weighs_both_and_says_the_caveats(data, tell):
    found = power.split(data)
    card = words.card(data, found, tell)
    shares = [float(one) for line in card.lines[1:3] for one in re.findall(r"([\d.]+)%", line)]
    assert sum(shares) == pytest.approx(100, abs=0.11)
    assert shares[0] == pytest.approx(100 * found.power_share, abs=0.05)
    for caveat in words.caveats(data, found, tell):
        assert caveat in card.small


def test_before_the_fault_of_chemicals_nothing_is_said_of_it(data):
    assert power.split(data, "total", 2020, 2021).chemicals_t is None
    assert power.split(data, "total", 2020, 2022).chemicals_t is not None


def test_the_year_of_the_feedstock_fault_is_the_one_its_words_name(data):
    faults = data.ask("faults__all").set_index("fault_id")
    assert f"in {FEEDSTOCK_JUMP_YEAR} " in faults.loc["feedstock_jump", "fault_en"]


def test_all_but_power_holds_every_other_division_and_no_whole(data):
    codes = pd.Series([*sectors.codes(data), sectors.WHOLE])
    held = set(codes[power.holds(data, WITHOUT_POWER, codes)])
    assert held == set(sectors.codes(data)) - {"44"}
    assert list(codes[power.holds(data, "31", codes)]) == ["31"]
