"""The cards and the verdict of the page Overview say what stands behind them."""

import math

import pandas as pd

from carbonpeak.domain import nation, official, power
from carbonpeak.figures.cards import target_lines
from carbonpeak.thresholds import ENERGY_TARGET, NATION
from carbonpeak.topics.outlook import analysis_nowcast as nowcast
from carbonpeak.topics.overview import cards
from carbonpeak.topics.peak.analysis import states
from carbonpeak.words.numbers import percent
from carbonpeak.words.speaker import Speaker

EN, ZH = Speaker("en"), Speaker("zh")


def test_the_card_of_energy_has_official_figures(data):
    energy = cards.energy(data, EN)
    index = official.official_index(data)
    change, in_year = index[2022] / 100 - 1, index[2022] / index[2021] - 1
    assert energy.value == percent(change)
    assert energy.since == "2022 against 2020"
    # The nation has no tier: words of pace by both yardsticks.
    assert [tier for _, tier in energy.tiers] == ["ahead", "late"]
    needed = 1 - ((1 - ENERGY_TARGET) / (1 + change)) ** (1 / 3)
    assert f"2023-2025 would need {100 * needed:.2f}% a year to meet it" in energy.lines
    reached = math.log(1 + change) / math.log(1 - ENERGY_TARGET)
    assert f"{100 * reached:.1f}% of the target reached, 40% of the time gone" in energy.lines
    zh = cards.energy(data, Speaker("zh"))
    assert f"2022 年下降 {-100 * in_year:.1f}%（推算），目标路径为年均下降 2.86%" in zh.lines
    assert zh.name == "规模以上工业单位增加值能耗"


def test_the_card_of_co2_has_the_estimate_and_its_range(data):
    carbon = cards.carbon(data, EN)
    bases = (nation.yearly(data, "co2", basis)["index"] for basis in ("total", "energy_related"))
    most, least = (1 - index[2022] / 100 for index in bases)
    assert carbon.value == percent(-most)
    assert f"A fall of {100 * least:.1f}% to {100 * most:.1f}% by basis" in carbon.small


def test_the_card_of_the_peak_names_whose_cement_is_left_out(data):
    peak = cards.peak(data, EN)
    emitted = states(data, "total", 2022).loc[(NATION, "all"), "last"]
    assert f"{emitted / 1e6:,.0f} Mt" in peak.lines[1]
    assert "both without the cement process of Jilin and Jiangxi" in peak.lines[2]
    assert "sum of 30 provinces, independent estimate" in peak.name
    assert peak.value == "▲ rising"
    assert (
        "Of 30 provinces: 4 peaked; 6 below their maximum, falling (too early to say); 2 below "
        "their maximum, no trend; 1 on a plateau; 5 just past their maximum; 12 rising"
        in peak.lines
    )
    assert "均不含吉林、江西水泥生产过程排放" in cards.peak(data, Speaker("zh")).lines[2]


def test_2025_is_a_range_and_the_peak_goes_by_the_rule(data):
    ends = nowcast.methods(data)["cumulative"]
    least, most = (percent(-one) for one in (ends.max(), ends.min()))
    assert (
        f"3 methods put the fall by 2025 at {least} to {most}" in cards.energy(data, EN).lines[-1]
    )
    verdict = cards.verdict(data, EN)
    assert f"at {least} to {most}, 1 of them reaching the target of 13.5%" in verdict
    assert "emissions are rising, highest in 2022 (they rose 0.6% on the year before)" in verdict
    assert "No official annual figure for 2023-2025 was found" in verdict
    assert f"{least}—{most}，其中 1 种达到目标" in cards.verdict(data, Speaker("zh"))


def test_the_first_sentence_goes_by_both_yardsticks(data):
    verdict = cards.verdict(data, EN)
    index = official.official_index(data)
    whole = f"{100 - index[2022]:.1f}%"
    in_year = f"{100 * (1 - index[2022] / index[2021]):.1f}%"
    assert verdict.startswith(
        f"By 2022 energy intensity fell {whole} against 2020, ahead of schedule; "
        f"in the year itself it fell {in_year}, behind schedule; by 2022 CO₂ intensity"
    )
    assert cards.verdict(data, Speaker("zh")).startswith(
        f"2022 年能耗强度比 2020 年下降 {whole}，快于进度要求，当年下降 {in_year}，慢于进度要求；"
    )


def test_a_rise_is_told_in_words_and_never_as_a_negative_share():
    rose = nation.stand(pd.Series({2020: 100.0, 2021: 100.0, 2022: 103.0}), 0.135, 2022)
    lines = target_lines(0.135, rose, 2022, EN)
    assert lines[0] == "Rose instead of falling; 40% of the time gone"
    assert lines[1].startswith("In 2022 it rose 3.0%")
    assert (rose["tier_schedule"], rose["tier_annual"]) == ("rose", "rose")


def test_what_is_printed_does_not_contradict_the_pace():
    barely = nation.stand(pd.Series({2020: 100.0, 2021: 97.0, 2022: 94.367}), 0.135, 2022)
    assert barely["tier_schedule"] == "late"
    assert target_lines(0.135, barely, 2022, EN)[0].startswith("39.98% of the target reached, 40%")


def test_the_key_finding_says_power_and_the_rest_with_their_caveats(data):
    # The split itself is held to the file by tests/domain/test_power.py.
    said = cards.key_finding(data, EN)
    found = power.split(data)
    assert f"rose by {found.power_t / 1e6:,.0f} Mt" in said
    assert f"fell by {-found.other_t / 1e6:,.0f} Mt" in said
    caveats = cards.key_caveats(data, EN)
    assert "Jilin and Jiangxi" in caveats
    assert "chemicals" in caveats


def test_the_key_finding_is_chinese_in_the_chinese_view(data):
    assert "其他工业减少" in cards.key_finding(data, ZH)
    assert "水泥生产过程" in cards.key_caveats(data, ZH)
