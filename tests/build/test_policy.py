"""Policy tables: values as worded and as numbers, standing, sources, grid areas."""

from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.build import policy
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError, shaped
from carbonpeak.build.sources import SourceRegister

TAIL = "source,evidence,corroborated_by,confidence,source_date,source_url,source_quality\n"
SEED = (
    "Seed 001 (Swahili): MEE | outlet | 2025-03-28,seed,,high,2025-03-28,seed document 001.txt,seed"
)
RECALLED = '"recalled; no document at hand, verify before display",memory,,high,-,-,memory'
CODE = (
    "Public GitHub code: clinker | GitHub user code () | n.d.,source,own knowledge,medium,n.d.,"
    '"(public code repository, name not recorded)",code-transcription'
)
PRESS = "Minutes | n.d.,source,,high,2024,https://a.cn/1,press"
DERIVED = "Minutes | n.d.,derived,,low,2024,https://a.cn/1,press"
LISTED = f"id,topic,item,period,value,unit,note,{TAIL}"
FILES = {
    "ets": LISTED
    + f"E001,coverage,units,2025-03,2200,units,,{SEED}\n"
    + f"E002,coverage,CO2,2025-03,>5,Gt CO2/yr,,{SEED}\n"
    + f"E032,allocation,benchmark,,0.9350 / 0.9303,,,{RECALLED}\n",
    "pcf": f"{LISTED}P001,goal,standards,2027,about 100,standards,own proposal,{PRESS}\n",
    "green_manufacturing": f"id,as_of,metric,value,unit,kind,note,{TAIL}"
    + f"G001,2020-12,green factories,2121,count,cumulative,,{PRESS}\n"
    + f'G032,2025-01,supply-chain firms,731,count,derived,"605 + 126",{DERIVED}\n',
    "factors": f"id,group,item,parameter,value,unit,note,{TAIL}"
    + f"F126,process,clinker,process factor,0.538,tCO2 per t,,{CODE}\n",
    "tasks_actions": f"id,kind,no,title,sub_measures,{TAIL}"
    + f"K001,task,1,adjust the structure,,{SEED}\nK017,frame,-,conditions,stable share,{SEED}\n",
}
TYPED = "MEE/NBS factors as typed in a public repository"
NOTICE = "MEE/NBS notice 2025 No. 47"
GRID = (
    "indicator,province_code,province,sector,year,value,unit,source,licence,note\n"
    f"avg,110000,Beijing,electricity,2021,0.5688,kg CO2/kWh,{TYPED},notice,2021 not cross-checked\n"
    f"avg,110000,Beijing,electricity,2022,0.558,kg CO2/kWh,{TYPED},notice,"
    "cross-checked against a second repository\n"
    f"avg,110000,Beijing,electricity,2023,0.5554,kg CO2/kWh,{NOTICE},notice,\n"
    f"avg_region,西北,西北,electricity,2022,0.5857,kg CO2/kWh,{TYPED},notice,\n"
)
PROVINCES = (
    "province_code,iso_3166_2,name_en,name_zh,name_zh_full,region4_zh,in_ceads\n"
    "110000,CN-BJ,Beijing,北京,北京市,东部,1\n"
)
TABLES = {table.name: (table, build) for table, build in policy.BUILDERS}


def write(folder: Path, grid: str = GRID) -> Raw:
    (folder / "policy").mkdir()
    for name, text in FILES.items():
        (folder / "policy" / f"{name}.csv").write_text(text, encoding="utf-8")
    (folder / policy.GRID_FILE).write_text(grid, encoding="utf-8")
    (folder / "reference").mkdir()
    (folder / "reference" / "provinces.csv").write_text(PROVINCES, encoding="utf-8")
    return Raw(folder)


def built(name: str, raw: Raw, sources: SourceRegister | None = None) -> pd.DataFrame:
    table, build = TABLES[name]
    return shaped(build(raw, sources or SourceRegister()), table).set_index(table.key[0])


def missing(frame: pd.DataFrame, row: str) -> set[str]:
    filled = frame.loc[[row]].dropna(axis=1)
    return {str(name) for name in frame if name not in filled}


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("carbon_market", 3),
        ("product_footprint", 1),
        ("green_manufacturing", 2),
        ("factors", 1),
        ("tasks_actions", 2),
        ("grid_factors", 4),
    ],
)
def test_every_table_keeps_every_row_and_drops_inner_columns(
    tmp_path: Path, name: str, rows: int
) -> None:
    frame = built(name, write(tmp_path))
    assert len(frame) == rows
    assert TABLES[name][0].format == "csv"
    assert not {"corroborated_by", "source_quality", "source_url", "confidence"} & set(frame)


def test_a_value_keeps_its_wording(tmp_path: Path) -> None:
    frame = built("carbon_market", write(tmp_path))
    assert frame.loc["E001", "value"] == 2200
    assert frame["value_text"].tolist() == ["2200", ">5", "0.9350 / 0.9303"]
    assert frame["value"].isna().tolist() == [False, True, True]


def test_standing_follows_evidence_and_confidence(tmp_path: Path) -> None:
    raw = write(tmp_path)
    market, green = built("carbon_market", raw), built("green_manufacturing", raw)
    assert market["standing"].tolist() == ["official", "official", "unverified"]
    assert green["standing"].tolist() == ["published", "unverified"]
    # Read in a public code repository, with medium confidence.
    assert built("factors", raw).loc["F126", "standing"] == "unverified"


def test_sources_carry_address_and_terms(tmp_path: Path) -> None:
    raw, sources = write(tmp_path), SourceRegister()
    ids = {
        name: built(name, raw, sources)["source_id"].iloc[0]
        for name in ("carbon_market", "green_manufacturing", "factors")
    }
    cited = sources.frame().set_index("source_id")
    assert cited.loc[ids["green_manufacturing"], "citation"] == "Minutes | https://a.cn/1"
    assert "Chinese government" in cited.loc[ids["green_manufacturing"], "licence"]
    assert cited.loc[ids["factors"], "citation"] == (
        "Public GitHub code: clinker | GitHub user code"
    )
    assert cited.loc[ids["factors"], "licence"] == "Terms of its publisher; cite the publisher"
    assert "Seed" not in cited.loc[ids["carbon_market"], "citation"]


def test_recalled_factors_are_not_laid_on_the_communique(tmp_path: Path) -> None:
    raw, sources = write(tmp_path), SourceRegister()
    source = built("carbon_market", raw, sources)["source_id"]["E032"]
    citations = sources.frame().set_index("source_id")["citation"]
    assert citations[source] == "No document at hand (value recalled), to be verified"


def test_marks_for_nothing_are_missing(tmp_path: Path) -> None:
    raw = write(tmp_path)
    assert "task_number" in missing(built("tasks_actions", raw), "K017")
    assert "source_date" in missing(built("factors", raw), "F126")


def test_notes_are_reworded(tmp_path: Path) -> None:
    note = built("product_footprint", write(tmp_path)).loc["P001", "note"]
    assert note == "proposal of this project"


def test_a_regional_grid_is_no_region(tmp_path: Path) -> None:
    frame = built("grid_factors", write(tmp_path))
    assert frame.loc["avg_region", "grid_area"] == "northwest"
    assert "region_code" in missing(frame, "avg_region")
    assert set(frame["region_code"].dropna()) == {"110000"}


def test_grid_factors_without_second_copy_are_unverified(tmp_path: Path) -> None:
    frame = built("grid_factors", write(tmp_path))
    by_year = frame.loc["avg"].set_index("year")["standing"].to_dict()
    assert by_year == {2021: "unverified", 2022: "published", 2023: "published"}
    assert frame.loc["avg_region", "standing"] == "unverified"


def test_another_grid_unit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="column unit"):
        built("grid_factors", write(tmp_path, GRID.replace("kg CO2/kWh", "t CO2/MWh")))


def test_an_unknown_grid_area_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="no value in grid_area"):
        built("grid_factors", write(tmp_path, GRID.replace("西北,西北", "藏中,藏中")))
