"""Peak at a glance: its sentence and cards say what the rows of the rule say, one number each."""

import re

import pytest

from carbonpeak.domain import power, sectors
from carbonpeak.thresholds import BASE_YEAR, NATION
from carbonpeak.topics.peak import analysis, status
from carbonpeak.words import LANGS
from carbonpeak.words.speaker import Speaker

PEAKED = ("peaked", "peaked_passively")


def numbers(text: str) -> list[float]:
    return [float(one) for one in re.findall(r"\d+(?:\.\d+)?", text.replace("CO₂", ""))]


def of(judged, members) -> float:
    return 100 * judged["last"][members].sum() / judged["last"].sum()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("basis", ["total", "energy_related"])
@pytest.mark.parametrize("until", [2015, 2019, 2022])
def test_the_sentence_counts_who_has_peaked_and_weighs_them(data, lang, basis, until):
    judged = analysis.states(data, basis, until).xs("all", level=1).drop(index=NATION)
    judged = judged[judged["state"] != "no_data"]
    peaked = judged["state"].isin(PEAKED)
    said = numbers(status.headline(data, basis, until, Speaker(lang)))
    counts = [peaked.sum(), len(judged)] if lang == "en" else [len(judged), peaked.sum()]
    expected = [until, *counts] if peaked.any() else [until, len(judged)]
    assert said[: len(expected)] == expected
    assert not peaked.any() or said[-1] == pytest.approx(of(judged, peaked), abs=0.0501)


@pytest.mark.parametrize("until", [2015, 2022])
def test_the_cards_of_provinces_and_divisions_weigh_those_that_rise(data, until):
    _, provinces, divisions, *more = status.cards(data, "total", until, Speaker("en"))
    states = analysis.states(data, "total", until)
    judged = states.xs("all", level=1).drop(index=NATION)
    codes = list(sectors.codes(data))
    for card, rows in ((provinces, judged), (divisions, states.loc[NATION].loc[codes])):
        rising = rows["state"] == "rising"
        assert numbers(card.value) == [pytest.approx(of(rows, rising), abs=0.0501)]
        assert numbers(card.lines[0])[0] == rising.sum()
    assert len(more) == (until > BASE_YEAR)


def test_the_card_of_power_says_which_way_both_parts_went(data):
    *_, card = status.cards(data, "total", 2022, Speaker("en"))
    found = power.split(data, "total", BASE_YEAR, 2022)
    assert card.value == f"rose by {found.power_t / 1e6:.0f} Mt"
    assert card.lines == (f"all other industry fell by {-found.other_t / 1e6:.0f} Mt",)
    assert f"({found.provinces} provinces)" in card.name


@pytest.mark.parametrize("lang", LANGS)
def test_every_card_has_one_value_and_one_line(data, lang):
    for card in status.cards(data, "total", 2022, Speaker(lang)):
        assert len(numbers(card.value)) <= 1
        assert len(card.lines) == 1
        assert not card.small
