"""The worked examples: by hand beside each, alike in both languages, marked as made up."""

from dataclasses import replace

import pytest

from carbonpeak.domain.study import result
from carbonpeak.domain.study_checks import errors
from carbonpeak.domain.study_examples import EXAMPLES, example
from carbonpeak.words import LANGS
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.study import headline

# kg CO2e of each row, reckoned by hand.
BY_HAND = {
    # 1,050 kg x 2.38; 300 kWh x 0.5777; 400 t km x 0.179; 0.1 t x 1,000.
    "steel": ([2499.0, 173.31, 71.6, 100.0], 2743.91, 100.0),
    # 10.5 kg x 1.424; 10.5 x 0.1454; 10.5 kg x 13.5 kWh x 0.5777; 20 x 0.5777; 10 kg over 500 km.
    "wheel": ([14.952, 1.5267, 81.888975, 11.554, 0.895], 110.816675, 0.0),
    # 60 kWh x 73.51; 600 kWh x 0.5777; 0.4 t over 1,000 km x 0.179.
    "battery": ([4410.6, 346.62, 71.6], 4828.82, 0.0),
}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_by_hand(code: str, lang: str) -> None:
    rows, emissions_kg, removals_kg = BY_HAND[code]
    study = example(code, lang)
    assert errors(study) == ()
    assert study.is_example
    found = result(study)
    assert found.rows["co2e_kg"].to_list() == pytest.approx(rows, abs=5e-4)
    assert found.totals.emissions_kg == pytest.approx(emissions_kg, abs=5e-4)
    assert found.totals.removals_kg == pytest.approx(removals_kg, abs=5e-4)


@pytest.mark.parametrize("code", EXAMPLES)
def test_both_languages_hold_the_same_numbers(code: str) -> None:
    one, other = (result(example(code, lang)) for lang in LANGS)
    assert one.rows["co2e_kg"].equals(other.rows["co2e_kg"])
    assert one.ratings == other.ratings


def test_one_kilowatt_hour_of_the_battery() -> None:
    assert result(example("battery", "en")).per_one_kg.emissions_kg == pytest.approx(80.480333)


def test_the_sentence_of_the_steel_part() -> None:
    found = result(example("steel", "en"))
    assert headline(found, Speaker("en")) == (
        "2,744 kg CO₂e emitted per 1 t of hot-rolled steel part; 100.0 kg removed or credited "
        "stand apart (2,644 kg less them)."
    )
    bare = result(replace(found.study, rows=found.study.rows[:3]))
    assert (
        headline(bare, Speaker("zh"))
        == "每 1 吨hot-rolled steel part的碳足迹为 2,744 千克二氧化碳当量。"
    )
