"""Value added by division: mergers are summed, and the growth of a part is not the whole's."""

from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.build import value_added_division
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError, shaped
from carbonpeak.build.sources import SourceRegister
from tests.build.tiny_sources import edit

LEVELS, GROWTH = value_added_division.LEVELS_FILE, value_added_division.GROWTH_FILE


def levels(folder: Path) -> pd.DataFrame:
    frame = value_added_division.build(Raw(folder), SourceRegister())
    return shaped(frame, value_added_division.TABLE).set_index("sector_code")


def growth(folder: Path) -> pd.DataFrame:
    frame = value_added_division.build_growth(Raw(folder), SourceRegister())
    return shaped(frame, value_added_division.GROWTH_TABLE).set_index("sector_code")


def test_levels_are_in_yuan(sources_folder: Path) -> None:
    coal = levels(sources_folder).loc["06"]
    assert (coal["value_added_nominal_cny"], coal["gross_output_nominal_cny"]) == (10e8, 30e8)


def test_parts_of_a_merged_division_are_summed(sources_folder: Path) -> None:
    merged = levels(sources_folder).loc["36-37"]
    assert (merged["value_added_nominal_cny"], merged["gross_output_nominal_cny"]) == (6e8, 15e8)


def test_totals_are_left_out(sources_folder: Path) -> None:
    assert set(levels(sources_folder).index) == {"06", "36-37"}


def test_an_unknown_division_is_refused(sources_folder: Path) -> None:
    edit(sources_folder, LEVELS, "37 Rail", "38 Rail")
    with pytest.raises(BuildError, match="no division for 38"):
        levels(sources_folder)


def test_a_division_without_output_is_refused(sources_folder: Path) -> None:
    edit(sources_folder, LEVELS, 'io_gross_output,000000,China,"06', 'io_other,000000,China,"06')
    with pytest.raises(BuildError, match="no value in gross_output_nominal_cny"):
        levels(sources_folder)


def test_growth_keeps_its_standing(sources_folder: Path) -> None:
    frame = growth(sources_folder)
    assert frame["growth_pct"].to_dict() == {"06": 5, "31": -3}
    assert frame["standing"].to_dict() == {"06": "official", "31": "unverified"}


def test_growth_of_a_part_does_not_stand_for_the_whole(sources_folder: Path) -> None:
    assert not {"36", "36-37"} & set(growth(sources_folder).index)


def test_growth_of_all_parts_stops_the_build(sources_folder: Path) -> None:
    edit(sources_folder, GROWTH, "steel (31)", "rail and ships (37)")
    with pytest.raises(BuildError, match="growth of every part of 36-37 is known now; merge them"):
        growth(sources_folder)


def test_growth_of_an_unknown_division_is_refused(sources_folder: Path) -> None:
    edit(sources_folder, GROWTH, "steel (31)", "steel (99)")
    with pytest.raises(BuildError, match="no division for 99"):
        growth(sources_folder)
