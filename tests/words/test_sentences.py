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


def test_a_direction_has_a_bare_number_and_never_none():
    assert sentences.moved(-0.068, Speaker("zh")) == "下降 6.8%"
    assert sentences.moved(-0.068, Speaker("en")) == "fell 6.8%"
    assert sentences.moved(0.0004, Speaker("en")) == "rose 0.04%"
    assert sentences.moved(0.052, Speaker("zh"), amount=True) == "增长 5.2%"
    assert sentences.moved(0.0, Speaker("zh")) == "持平"
    assert sentences.moved(-0.0564, Speaker("en"), -0.056357) == "fell 5.64%"
