"""Sentences say what the numbers say, in both languages."""

from carbonpeak.words import sentences
from carbonpeak.words.speaker import Speaker


def test_below_and_above_the_path():
    assert (
        sentences.glide("energy", 2022, 1.164, Speaker("en"))
        == "Energy intensity 1.2 points below the path in 2022"
    )
    assert (
        sentences.glide("co2", 2023, -0.17, Speaker("en"))
        == "CO₂ intensity 0.2 points above the path in 2023"
    )
    assert (
        sentences.glide("energy", 2022, 1.164, Speaker("zh"))
        == "2022 年能耗强度低于目标路径 1.2 个百分点"
    )
    assert (
        sentences.glide("co2", 2023, -0.17, Speaker("zh"))
        == "2023 年碳排放强度高于目标路径 0.2 个百分点"
    )


def test_tiers_are_counted_and_the_rest_cannot_be_judged():
    counts = {"on_schedule": 19, "behind": 3, "far_behind": 8, "no_data": 1, "withheld": 2}
    assert sentences.tier_counts(counts, 14, 2022, Speaker("en")) == (
        "2022: 19 provinces on schedule, 3 behind, 8 far behind, 3 cannot be judged; "
        "14 of them doubtful (※)"
    )
    assert sentences.tier_counts({}, 0, 2021, Speaker("zh")).startswith("2021 年：0 省进展顺利")


def test_the_worst_rose_or_fell_least():
    rose = sentences.extremes("Shanxi", -0.36452, "Fujian", 0.1707, Speaker("en"))
    assert rose == "Shanxi fell most (−36.5%), Fujian rose most (+17.1%)"
    fell = sentences.extremes("山西", -0.36, "福建", -0.01, Speaker("zh"))
    assert fell == "山西下降最多（−36.0%），福建下降最少（−1.0%）"


def test_a_direction_has_a_bare_number_and_never_none():
    assert sentences.moved(-0.068, Speaker("zh")) == "下降 6.8%"
    assert sentences.moved(-0.068, Speaker("en")) == "fell 6.8%"
    assert sentences.moved(0.0004, Speaker("en")) == "rose 0.04%"
    assert sentences.moved(0.052, Speaker("zh"), amount=True) == "增长 5.2%"
    assert sentences.moved(0.0, Speaker("zh")) == "持平"
    assert sentences.moved(-0.0564, Speaker("en"), -0.056357) == "fell 5.64%"
