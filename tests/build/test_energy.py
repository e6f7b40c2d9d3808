"""Energy: units, mergers, the total row, and the rows beside final use."""

from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.build import energy
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError, shaped
from carbonpeak.build.sources import SourceRegister
from tests.build.tiny_sources import edit


def final(folder: Path) -> pd.DataFrame:
    return shaped(energy.build(Raw(folder), SourceRegister()), energy.TABLE)


def flows(folder: Path) -> pd.DataFrame:
    frame = energy.build_transformation(Raw(folder), SourceRegister())
    return shaped(frame, energy.TRANSFORMATION).set_index("flow_code")


def test_quantities_keep_their_unit_and_get_coal_equivalents(sources_folder: Path) -> None:
    frame = final(sources_folder).set_index(["year", "region_code", "sector_code", "fuel_code"])
    coke = frame.loc[(2020, "340000", "31", "coke")]
    power = frame.loc[(2020, "340000", "36-37", "electricity")]
    assert (coke["quantity"], coke["energy_tce"]) == (4, 40_000)
    assert (power["quantity"], power["energy_tce"]) == (5, 5_000)
    assert set(frame["standing"]) == {"published"}


def test_rubber_and_plastics_are_one_division(sources_folder: Path) -> None:
    frame = final(sources_folder)
    merged = frame[frame["sector_code"] == "29"]
    assert merged[["quantity", "energy_tce"]].to_numpy().tolist() == [[2, 10_000]]


def test_total_and_transformation_are_not_final_use(sources_folder: Path) -> None:
    frame = final(sources_folder)
    # 10 of raw coal, 3 + 4 + 8 of coke, 5 of electricity.
    assert frame["quantity"].sum() == 30
    assert set(frame["sector_code"]) == {"AGR", "26", "29", "31", "36-37", "44"}


def test_only_the_sectors_of_shandong_are_marked(sources_folder: Path) -> None:
    frame = final(sources_folder)
    marked = frame["flag"] == "shandong_sector_split"
    assert marked.tolist() == (frame["region_code"] == "370000").tolist()
    assert frame.loc[~marked, "flag"].isna().all()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("TFC,Coke,2020,4,", "TFC,Coke,2020,4.02,"),
        ("340000,Anhui,TFC,Coke,2020,4,10^4 ton\n", ""),
        ("340000,Anhui,C31,Coke,2020,4,10^4 ton\n", ""),
    ],
    ids=["total differs", "total missing", "part missing"],
)
def test_a_total_row_that_is_not_the_sum_is_refused(
    sources_folder: Path, old: str, new: str
) -> None:
    edit(sources_folder, energy.FILE, old, new)
    with pytest.raises(BuildError, match="the row TFC is not the sum of its sectors"):
        final(sources_folder)


def test_the_total_row_may_differ_by_rounding(sources_folder: Path) -> None:
    edit(sources_folder, energy.FILE, "TFC,Coke,2020,4,", "TFC,Coke,2020,4.009,")
    assert final(sources_folder)["quantity"].sum() == 30


def test_a_cell_in_the_empty_row_for_logging_is_refused(sources_folder: Path) -> None:
    edit(sources_folder, energy.FILE, "Anhui,AGR,Raw_Coal", "Anhui,B02x,Raw_Coal")
    with pytest.raises(BuildError, match="column sector: no division for B02x"):
        final(sources_folder)


def test_a_fuel_without_factor_is_refused(sources_folder: Path) -> None:
    edit(sources_folder, energy.FILE, "Electricity,2020,5", "Hydrogen,2020,5")
    with pytest.raises(BuildError, match="column fuel: no coal equivalent for hydrogen"):
        final(sources_folder)


def test_flows_have_names_and_keep_their_sign(sources_folder: Path) -> None:
    frame = flows(sources_folder)
    assert frame["energy_tce"].to_dict() == {
        "coal_washing": -35_000,
        "heating": 10_000,
        "losses": 1_000,
        "non_energy_use": 10_000,
        "thermal_power": 50_000,
    }


def test_coal_washing_alone_is_marked_spurious(sources_folder: Path) -> None:
    frame = flows(sources_folder)
    assert frame["flag"].dropna().to_dict() == {"coal_washing": "coal_washing_spurious"}


def test_coal_washing_that_makes_sense_stops_the_build(sources_folder: Path) -> None:
    edit(sources_folder, energy.FILE, "WASHING,Raw_Coal,2020,-7", "WASHING,Raw_Coal,2020,7")
    with pytest.raises(BuildError, match="coal washing was mended; drop the rule"):
        flows(sources_folder)
