"""The cards and the verdict of the page Overview say what stands behind them."""

from carbonpeak.topics.outlook import analysis_nowcast as nowcast
from carbonpeak.topics.overview import cards
from carbonpeak.words.numbers import percent
from carbonpeak.words.speaker import Speaker

EN = Speaker("en")


def test_the_card_of_energy_has_official_figures(data):
    energy = cards.energy(data, EN)
    assert energy.value == "−6.8%"
    assert energy.since == "2022 against 2020"
    assert [tier for _, tier in energy.tiers] == ["on_schedule", "far_behind"]
    assert "2023-2025 would need 2.46% a year to meet it" in energy.lines


def test_the_card_of_co2_has_the_estimate_and_its_range(data):
    carbon = cards.carbon(data, EN)
    assert carbon.value == "−7.5%"
    assert "Between −6.0% and −7.5%" in carbon.small


def test_the_card_of_the_peak_names_whose_cement_is_left_out(data):
    peak = cards.peak(data, EN)
    assert "9,868 Mt" in peak.lines[1]
    assert "both without the cement process of Jilin and Jiangxi" in peak.lines[2]
    assert peak.value == "▲ rising"
    assert (
        "Of 30 provinces: 4 peaked; 6 below their maximum, falling (too early to say); 2 below "
        "their maximum, no trend; 1 on a plateau; 5 just past their maximum; 12 rising"
        in peak.lines
    )
    assert "均不计吉林、江西水泥过程" in cards.peak(data, Speaker("zh")).lines[2]


def test_2025_is_a_range_and_the_peak_goes_by_the_rule(data):
    ends = nowcast.methods(data)["cumulative"]
    least, most = (percent(one, 1, sign=True) for one in (ends.max(), ends.min()))
    assert f"3 methods put 2025 at {least} to {most}" in cards.energy(data, EN).lines[-1]
    verdict = cards.verdict(data, EN)
    assert f"{least} to {most} against 2020, 1 of them reaching the target" in verdict
    assert "emissions are rising, highest in 2022 (+0.6% on the year before)" in verdict
    assert "No official annual figure for 2023-2025 was found" in verdict
    assert f"{least} 至 {most}，其中 1 种达到目标" in cards.verdict(data, Speaker("zh"))
