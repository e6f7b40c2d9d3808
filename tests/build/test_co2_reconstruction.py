"""The reconstruction: its two rules, the check against the source, and the faults of cement."""

from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.build import co2_reconstruction
from carbonpeak.build.co2_reconstruction import (
    APPARENT_FILE,
    BACKCAST_TABLE,
    CELL,
    FILE,
    energy_related,
    reconstruct,
)
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError, shaped
from carbonpeak.build.sources import SourceRegister
from tests.build.tiny_sources import edit

FACTORS = pd.DataFrame(
    [
        ("C26", "raw_coal", 2.0),
        ("C26", "coke", 3.0),
        ("C28", "raw_coal", 2.0),
        ("D44", "coke", 3.0),
    ],
    columns=["sector", "fuel_code", "factor_t_per_unit"],
)


def burnt(*cells: tuple[str, str, float], year: int = 2020) -> dict[tuple[str, str], float]:
    """Return the CO2 of these cells (inventory row, fuel, quantity) of one province and year."""
    frame = pd.DataFrame([(year, "340000", *cell) for cell in cells], columns=[*CELL, "quantity"])
    result = energy_related(frame, FACTORS)
    return result.set_index(["sector", "fuel_code"])["co2_t"].to_dict()


def test_quantity_times_factor() -> None:
    assert burnt(("C26", "coke", 5)) == {("C26", "coke"): 15}


def test_years_with_a_published_inventory_are_not_reconstructed() -> None:
    assert burnt(("C26", "coke", 5), year=2019) == {}


def test_power_and_heat_burn_what_they_transform() -> None:
    cells = ("D44", "coke", 1), ("TRANS_THERMAL_POWER", "coke", 10), ("TRANS_HEATING", "coke", 2)
    assert burnt(*cells) == {("D44", "coke"): 39}


def test_what_others_transform_is_not_burnt() -> None:
    assert burnt(("D44", "coke", 1), ("TRANS_COKING", "coke", 10)) == {("D44", "coke"): 3}


def test_feedstock_is_taken_off_in_proportion() -> None:
    # 8 used, 2 of them as feedstock: three quarters of each are burnt.
    cells = ("C26", "raw_coal", 6), ("C28", "raw_coal", 2), ("NON_ENERGY_USE", "raw_coal", 2)
    assert burnt(*cells) == {("C26", "raw_coal"): 9, ("C28", "raw_coal"): 3}


def test_feedstock_of_one_fuel_spares_the_others() -> None:
    cells = ("C26", "coke", 4), ("C26", "raw_coal", 4), ("NON_ENERGY_USE", "raw_coal", 1)
    assert burnt(*cells) == {("C26", "coke"): 12, ("C26", "raw_coal"): 6}


def test_feedstock_spares_what_is_not_chemical() -> None:
    assert burnt(("D44", "coke", 4), ("NON_ENERGY_USE", "coke", 3)) == {("D44", "coke"): 12}


def test_more_feedstock_than_use_leaves_nothing_and_not_less() -> None:
    assert burnt(("C26", "coke", 4), ("NON_ENERGY_USE", "coke", 9)) == {("C26", "coke"): 0}


def test_the_parts_of_a_province(sources_folder: Path) -> None:
    frame = reconstruct(Raw(sources_folder))
    anhui = frame[(frame["region_code"] == "340000") & (frame["fuel_code"] != "process")]
    assert anhui.set_index("sector")["co2_t"].to_dict() == pytest.approx(
        {
            "AGR": 20_000,
            "C26": 90_000,
            "C29a": 15_000,
            "C29b": 15_000,
            "C31": 120_000,
            "D44": 260_000,
        }
    )


def test_the_rounding_of_the_source_is_allowed(sources_folder: Path) -> None:
    edit(sources_folder, FILE, '"C26",2020,0.09,', '"C26",2020,0.090001,')
    assert len(reconstruct(Raw(sources_folder)))


@pytest.mark.parametrize(
    ("old", "new", "missed"),
    [
        ('"C26",2020,0.09,', '"C26",2020,0.090002,', "C26 of 340000 in 2020 by 2 t"),
        ('"C31",2020,0.24,', '"C31",2020,0.25,', "C31 of 370000 in 2020 by 10,000 t"),
        ('"AGR",2020,0.02,', '"CON",2020,0.02,', "of 340000 in 2020 by 20,000 t"),
    ],
    ids=["two tonnes", "factor", "another sector"],
)
def test_a_figure_the_method_misses_is_refused(
    sources_folder: Path, old: str, new: str, missed: str
) -> None:
    edit(sources_folder, FILE, old, new)
    with pytest.raises(BuildError, match=f"reconstruction misses .*{missed}"):
        reconstruct(Raw(sources_folder))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('360000,Jiangxi,"C30",2022,3,', '360000,Jiangxi,"C30",2022,30,'),
        ('360000,Jiangxi,"C30",2022,3,', '370000,Shandong,"C30",2022,3,'),
        ('220000,Jilin,"C30",2021,6,', '220000,Jilin,"C30",2020,6,'),
    ],
    ids=["Jiangxi mended", "Jiangxi gone", "Jilin there"],
)
def test_mended_cement_stops_the_build(sources_folder: Path, old: str, new: str) -> None:
    edit(sources_folder, FILE, old, new)
    with pytest.raises(BuildError, match="Jiangxi 2022 or Jilin 2020 was mended; drop the rule"):
        reconstruct(Raw(sources_folder))


@pytest.mark.parametrize("value", ["45,", "9.7,"])
def test_mended_cement_of_anhui_stops_the_build(sources_folder: Path, value: str) -> None:
    edit(
        sources_folder,
        APPARENT_FILE,
        '"process (cement)",2022,3.5,',
        f'"process (cement)",2022,{value}',
    )
    with pytest.raises(BuildError, match="cement CO2 of Anhui 2022 was mended"):
        reconstruct(Raw(sources_folder))


def test_cement_of_anhui_that_was_not_replaced_stops_the_build(sources_folder: Path) -> None:
    edit(sources_folder, FILE, '340000,Anhui,"C30",2022,41,', '340000,Anhui,"C30",2022,3.5,')
    with pytest.raises(BuildError, match="Anhui 2022 is not replaced by the residual"):
        reconstruct(Raw(sources_folder))


def test_the_backcast_leaves_out_the_empty_row(sources_folder: Path) -> None:
    frame = co2_reconstruction.build_backcast(Raw(sources_folder), SourceRegister())
    frame = shaped(frame, BACKCAST_TABLE).set_index("inventory_row")
    assert list(frame.index) == ["AGR", "C31"]
    row = frame.loc["C31"]
    assert (row["published_co2_t"], row["reconstructed_co2_t"]) == (10_000_000, 9_000_000)
    assert row["ratio_without_shandong"] == 1.0002
