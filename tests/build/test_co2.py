"""CO2: published to 2019, reconstructed since; what is withheld, what is marked, what adds up."""

from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.build import co2, co2_reconstruction
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError, shaped
from carbonpeak.build.sources import SourceRegister
from tests.build import tiny_sources
from tests.build.tiny_sources import NATION, PUBLISHED, edit


def provinces(folder: Path) -> pd.DataFrame:
    frame = shaped(co2.build(Raw(folder), SourceRegister()), co2.TABLE)
    return frame.set_index(["year", "region_code", "sector_code", "fuel_code"])


def nation(folder: Path) -> pd.DataFrame:
    return shaped(co2.build_nation(Raw(folder), SourceRegister()), co2.NATION_TABLE)


def test_co2_is_in_tonnes(sources_folder: Path) -> None:
    frame = provinces(sources_folder)
    assert frame["co2_t"][2019, "340000", "31", "coke"] == pytest.approx(90_000)
    assert frame["co2_t"][2020, "340000", "31", "coke"] == pytest.approx(120_000)


def test_rubber_and_plastics_are_one_division(sources_folder: Path) -> None:
    frame = provinces(sources_folder)
    assert frame["co2_t"][2019, "340000", "29", "raw_coal"] == pytest.approx(30_000)
    assert frame["co2_t"][2020, "340000", "29", "raw_coal"] == pytest.approx(30_000)


def test_the_leaves_of_a_published_year_add_up(sources_folder: Path) -> None:
    sums = provinces(sources_folder)["co2_t"].groupby(["year", "region_code"]).sum()
    assert sums[2019, "340000"] == pytest.approx(50_140_000)
    assert sums[2019, "370000"] == pytest.approx(4_300_000)


def test_standing_and_source_follow_the_year_and_the_method(sources_folder: Path) -> None:
    frame = provinces(sources_folder)
    kinds = frame[["standing", "source_id"]].apply(tuple, axis=1)
    assert kinds[2019, "340000", "31", "coke"] == ("published", "ceads-co2")
    assert kinds[2020, "340000", "31", "coke"] == ("reconstructed", "reconstruction")
    assert kinds[2020, "370000", "30", "process"] == ("published", "ceads-apparent")
    assert kinds[2022, "340000", "30", "process"] == ("reconstructed", "reconstruction")


def test_implausible_cement_is_withheld_and_says_so(sources_folder: Path) -> None:
    frame = provinces(sources_folder)
    withheld = frame[frame["flag"] == "cement_implausible"]
    assert set(withheld.index) == {
        (2020, "220000", "30", "process"),
        (2022, "360000", "30", "process"),
    }
    assert withheld["co2_t"].isna().all()
    assert frame["co2_t"].isna().sum() == 2


def test_the_residual_of_anhui_is_marked(sources_folder: Path) -> None:
    frame = provinces(sources_folder)
    marked = frame[frame["flag"] == "cement_residual"]
    assert marked["co2_t"].to_dict() == {(2022, "340000", "30", "process"): 41_000_000}


def test_the_sectors_of_shandong_are_marked_but_not_its_cement(sources_folder: Path) -> None:
    frame = provinces(sources_folder)
    marked = frame[frame["flag"] == "shandong_sector_split"]
    assert set(marked.index) == {(2019, "370000", "31", "coke"), (2020, "370000", "31", "coke")}


def test_a_split_of_shandong_that_fits_stops_the_build(sources_folder: Path) -> None:
    edit(sources_folder, co2_reconstruction.BACKCAST_FILE, "0.9,1.0002", "1.001,1.0002")
    with pytest.raises(BuildError, match="Shandong's split by sector no longer conflicts"):
        provinces(sources_folder)


def test_an_unknown_row_of_the_inventory_is_refused(sources_folder: Path) -> None:
    more = tiny_sources.published(PUBLISHED | {("340000", "B02x", "Coke"): 1.0})
    more.to_parquet(sources_folder / co2.PUBLISHED)
    with pytest.raises(BuildError, match=r"co2_province_.*parquet, column sector: no .* for B02x"):
        provinces(sources_folder)


def test_the_nations_own_totals_are_left_out(sources_folder: Path) -> None:
    frame = nation(sources_folder)
    assert frame["co2_t"].sum() == pytest.approx(4_000_000)
    by_sector = frame.set_index("sector_code")["co2_t"]
    assert by_sector.to_dict() == pytest.approx(
        {"29": 500_000, "30": 2_000_000, "31": 1_000_000, "AGR": 500_000}
    )
    assert set(frame["region_code"]) == {"000000"}


@pytest.mark.parametrize(
    "cells",
    [
        NATION | {(None, "Scope 1 Total"): 4.0001},
        NATION | {("C31", "Coke"): 1.0001},
        {keys: value for keys, value in NATION.items() if keys != (None, "Scope 1 Total")},
    ],
    ids=["total differs", "part differs", "total missing"],
)
def test_a_national_total_that_is_not_the_sum_is_refused(
    sources_folder: Path, cells: dict[tuple[str | None, str], float]
) -> None:
    tiny_sources.nation(cells).to_parquet(sources_folder / co2.NATIONAL)
    with pytest.raises(BuildError, match="sectors do not add up to the total in 2019"):
        nation(sources_folder)


def test_published_totals_come_from_both_files(sources_folder: Path) -> None:
    raw = Raw(sources_folder)
    frame = shaped(co2.build_totals(raw, SourceRegister()), co2.TOTALS_TABLE)
    assert frame.set_index(["year", "region_code"])["co2_t"].to_dict() == pytest.approx(
        {(2019, "340000"): 50_140_000, (2019, "370000"): 4_300_000, (2022, "340000"): 441_000_000}
    )


def test_apparent_components_keep_their_names(sources_folder: Path) -> None:
    raw = Raw(sources_folder)
    frame = shaped(co2.build_apparent(raw, SourceRegister()), co2.APPARENT_TABLE)
    assert frame.set_index(["year", "component"])["co2_t"].to_dict() == {
        (2021, "cement_process_co2"): 48_000_000,
        (2022, "cement_process_co2"): 3_500_000,
        (2022, "total"): 450_000_000,
    }
