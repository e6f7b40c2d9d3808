"""Lists of green manufacturing: counts held to the official ones, entities, sectors by name."""

from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.build import green, policy, run
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError, shaped
from carbonpeak.build.sources import SourceRegister
from tests.build import tiny_green
from tests.build.tiny_sources import edit

TABLES = {table.name: (table, build) for table, build in (*green.BUILDERS, *policy.BUILDERS)}


def built(name: str, folder: Path, sources: SourceRegister | None = None) -> pd.DataFrame:
    table, build = TABLES[name]
    return shaped(build(Raw(folder), sources or SourceRegister()), table)


def test_every_list_keeps_its_count_and_day(sources_folder: Path) -> None:
    rows = built("green_lists", sources_folder)
    found = rows.set_index(["kind", "batch", "region_code"])["entity_count"].to_dict()
    assert found == {
        ("green_factory", "1", "340000"): 2,
        ("green_factory", "2021", "370000"): 1,
        ("green_firm", "2021", "340000"): 1,
        ("green_park", "1", "340000"): 224,
    }
    assert set(rows["listed_on"]) == {"2017-08-23", "2022-01-15"}


def test_parks_carry_the_mark_of_the_one_too_many(sources_folder: Path) -> None:
    rows = built("green_lists", sources_folder)
    assert set(rows["kind"][rows["flag"].notna()]) == {"green_park"}
    assert set(rows["flag"].dropna()) == {"green_parks_one_more"}


def test_the_fault_of_the_parks_must_still_be_there(sources_folder: Path) -> None:
    edit(sources_folder, green.OFFICIAL_FILE, "parks,223", "parks,224")
    with pytest.raises(BuildError, match="224 parks are known, 223 official ones, now 224 and 224"):
        built("green_lists", sources_folder)


@pytest.mark.parametrize(("old", "new"), [("factories,3", "factories,4"), ("firms,1", "firms,2")])
def test_factories_and_firms_are_as_many_as_the_ministry_says(
    sources_folder: Path, old: str, new: str
) -> None:
    edit(sources_folder, green.OFFICIAL_FILE, f"{old},count,cumulative", f"{new},count,cumulative")
    with pytest.raises(BuildError, match="not as many as in policy/green_manufacturing"):
        built("green_lists", sources_folder)


def test_entities_add_up_to_the_counts(sources_folder: Path) -> None:
    assert len(built("green_entities", sources_folder)) == 228
    edit(sources_folder, tiny_green.COUNTS, "370000,1,Shandong", "370000,2,Shandong")
    with pytest.raises(BuildError, match="do not add up to the counts"):
        built("green_entities", sources_folder)


def test_sectors_are_the_three_that_names_tell(sources_folder: Path) -> None:
    rows = built("green_sectors", sources_folder)
    assert rows[["region_code", "sector_by_name", "entity_count"]].values.tolist() == [
        ["340000", "cement", 1],
        ["370000", "vehicles", 1],
    ]


def test_a_day_that_is_none_is_refused() -> None:
    assert green.day("2017年8月3日") == "2017-08-03"
    with pytest.raises(BuildError, match="is no day"):
        green.day("2017-08-03")


def test_the_list_of_2021_is_that_of_its_files(sources_folder: Path) -> None:
    sources = SourceRegister()
    row = built("green_manufacturing", sources_folder, sources).set_index("item_id").loc["G012"]
    assert (row["value"], row["value_text"]) == (662, "662")
    assert "press reports gave 673" in row["note"]
    cited = sources.frame().set_index("source_id")["citation"]
    assert cited[row["source_id"]].startswith("MIIT, files of the 2021 list")


def test_a_mended_press_count_stops_the_build(sources_folder: Path) -> None:
    edit(sources_folder, policy.GREEN_FILE, 'list",673', 'list",662')
    with pytest.raises(BuildError, match="G012 is no longer 673"):
        built("green_manufacturing", sources_folder)


def test_the_shipped_lists_add_up_to_the_founding_numbers() -> None:
    rows = pd.read_csv(run.catalogue.DATA / "tables" / "green_lists.csv")
    counts = pd.read_csv(run.catalogue.DATA / "tables" / "green_manufacturing.csv")
    said = counts.set_index("item_id")["value"]
    listed = rows.groupby("kind")["entity_count"].sum()
    assert listed["green_factory"] == said["G006"] == said["G001"] + said["G012"]
    assert listed["green_firm"] == said["G008"]
    assert listed["green_park"] == said["G007"] + 1
