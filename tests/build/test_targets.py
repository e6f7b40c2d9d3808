"""Targets: standing, wording and sources of the register; targets and progress by region."""

from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.build import regional_targets, targets
from carbonpeak.build.raw import Raw
from carbonpeak.build.regional_targets import preferred
from carbonpeak.build.schema import BuildError, shaped
from carbonpeak.build.sources import SourceRegister
from tests.build.test_policy import PROVINCES

REGISTER_HEADER = (
    "id,policy,sector,indicator,baseline_year,target_year,direction,value,unit,scope_note,source,"
    "evidence,corroborated_by,confidence,source_date,source_url,source_quality\n"
)
MIIT = "Seed 003 (Italian): MIIT | unknown outlet | 2022-11-03,seed,x"
TEXT_FILE = "2022-11-03,seed document 003_e.txt,seed"
SEED_NOTE = (
    '"seed wording reads as a fall of more than 18%; the official text (source eehad) only says"'
)
UNIT = "% vs baseline"
ENERGY = "energy per unit of value added"
CO2 = "CO2 per unit of value added"
REPRINT = "reprint | 2023,source,,high,2023,http://plan.cn/1,mirror"
REGISTER = (
    REGISTER_HEADER
    + f"T001,Plan,industry,{ENERGY},2020,2025,decrease,13.5,{UNIT},,{MIIT},high,{TEXT_FILE}\n"
    + f"T002,Plan,industry,CO2,2020,2025,decrease,>18,{UNIT},{SEED_NOTE},"
    + f"{MIIT},medium,{TEXT_FILE}\n"
    + f"T129,NDC,economy,GHG,peak,2035,decrease,7-10,% vs peak,,{REPRINT}\n"
    + "T021,Plan,industry,waste,,2025,reach,57,%,,recalled; no document,memory,,high,-,-,memory\n"
    + f"T133,Jiangsu industrial peaking plan,a,{ENERGY},2020,2025,decrease,17,{UNIT},,{REPRINT}\n"
    + f"T134,Jiangsu industrial peaking plan,b,{CO2},2020,2025,decrease,20,{UNIT},,{REPRINT}\n"
    + f"T136,Jiangsu industrial peaking plan,b,peak,,2030,peak by,before 2030,year,,{REPRINT}\n"
    + f"T137,Zhejiang industrial peaking plan,c,{ENERGY},2020,2025,decrease,>=16 (strive 18),"
    + f"{UNIT},,{REPRINT}\n"
    + f"T138,Zhejiang industrial peaking plan,d,{CO2},2020,2025,decrease,>=20,{UNIT},no big ones,"
    + f"{REPRINT}\n"
)

PROGRESS_HEADER = "indicator,province_code,province,sector,year,value,unit,source,licence,note\n"
GDP = "target_energy_per_gdp_change_2020_2025"
VALUE_ADDED = "target_energy_per_industrial_va_change_2020_2025"
PROGRESS = (
    PROGRESS_HEADER
    + f'{VALUE_ADDED},320000,Jiangsu,x,2025,-17.0,%,a page,l,"page; verify against the plan"\n'
    + f'{VALUE_ADDED},330000,Zhejiang,x,2025,-16.0,%,a notice,l,"""16%"" (at least)"\n'
    + f"{VALUE_ADDED},500000,Chongqing,x,2025,-14.5,%,trade,l,press report on the draft\n"
    + f"{GDP},150000,Inner Mongolia,total,2025,-15.5,%,old,l,earlier plan\n"
    + f"{GDP},150000,Inner Mongolia,total,2025,-15.0,%,new,l,supersedes -15.5 in the plan\n"
    + f"{GDP},440000,Guangdong,total,2025,-14.0,%,notice,l,third-party repost\n"
    + "progress_energy_per_gdp_change_cum,000000,China,total,2023,-7.3,%,b,l,"
    + '"2021-2023, revised method"\n'
    + "progress_energy_per_industrial_va_change_q1,320000,Jiangsu,x,2025,-9.0,%,b,l,about\n"
)


def write(folder: Path, register: str = REGISTER, progress: str = PROGRESS) -> Raw:
    (folder / "policy").mkdir(exist_ok=True)
    (folder / targets.FILE).write_text(register, encoding="utf-8")
    (folder / regional_targets.FILE).write_text(progress, encoding="utf-8")
    (folder / "reference").mkdir(exist_ok=True)
    (folder / "reference" / "provinces.csv").write_text(PROVINCES, encoding="utf-8")
    return Raw(folder)


def register(raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    return shaped(targets.build(raw, sources), targets.TABLE).set_index("target_id")


def regional(raw: Raw) -> pd.DataFrame:
    return shaped(regional_targets.build(raw, SourceRegister()), regional_targets.TABLE)


def missing(frame: pd.DataFrame, row: str) -> set[str]:
    filled = frame.loc[[row]].dropna(axis=1)
    return {str(name) for name in frame if name not in filled}


def rival(standing: str, qualifier: str | None, is_plan_text: bool) -> dict[str, object]:
    """Return one of several targets of a region for the same measure and year."""
    place = {"region_code": "320000", "measure": "energy_per_gdp", "kind": "target", "year": "2025"}
    return {**place, "standing": standing, "qualifier": qualifier, "is_plan_text": is_plan_text}


def test_standing_follows_evidence_and_confidence(tmp_path: Path) -> None:
    standing = register(write(tmp_path), SourceRegister())["standing"]
    assert standing["T001"] == "official"
    assert standing["T002"] == "unverified"
    assert standing["T021"] == "unverified"
    assert standing["T133"] == "published"


def test_value_is_parsed_only_where_it_is_one_number(tmp_path: Path) -> None:
    frame = register(write(tmp_path), SourceRegister())
    assert frame.loc["T001", "value"] == 13.5
    assert frame["value_text"].to_dict()["T002"] == ">18"
    assert "value" in missing(frame, "T002")


def test_the_peak_is_no_base_year(tmp_path: Path) -> None:
    frame = register(write(tmp_path), SourceRegister())
    assert "base_year" in missing(frame, "T129")
    assert frame.loc["T001", "base_year"] == 2020


def test_sources_lead_to_document_and_address(tmp_path: Path) -> None:
    sources = SourceRegister()
    ids = register(write(tmp_path), sources)["source_id"]
    cited = sources.frame().set_index("source_id")
    assert cited.loc[ids["T133"], "citation"] == "reprint | 2023 | http://plan.cn/1"
    founding = cited.loc[ids["T001"], "citation"]
    assert founding.startswith("Ministry of Industry and Information Technology")
    assert ".txt" not in founding
    assert cited.loc[ids["T021"], "licence"] == "None: not to be cited"


def test_notes_say_nothing_of_inner_files(tmp_path: Path) -> None:
    note = register(write(tmp_path), SourceRegister()).loc["T002", "note"]
    assert note == (
        "the reported wording reads as a fall of more than 18 %; the official text only says the "
        "fall must exceed that of the whole society (18 %)"
    )


def test_exactly_one_target_is_preferred_per_region_and_measure(tmp_path: Path) -> None:
    frame = regional(write(tmp_path))
    goals = frame[frame["kind"] == "target"]
    assert (goals.groupby(["region_code", "measure"])["is_preferred"].sum() == 1).all()


def test_the_text_of_the_plan_is_preferred(tmp_path: Path) -> None:
    frame = regional(write(tmp_path))
    goals = frame[frame["is_preferred"] & (frame["kind"] == "target")]
    energy = goals[goals["measure"] == "energy_per_value_added"].set_index("region_code")
    assert energy["note"].to_dict()["330000"] == "strive for 18 %"
    assert energy["qualifier"].to_dict()["330000"] == "at least"
    assert energy["standing"].to_dict()["320000"] == "published"
    assert goals.set_index("region_code")["change_pct"].to_dict()["150000"] == -15.0


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (("published", None, False), ("unverified", None, True)),
        (("published", None, False), ("published", "earlier plan", True)),
        (("published", "earlier plan", False), ("unverified", None, False)),
        (("published", None, True), ("published", None, False)),
    ],
)
def test_preference_is_by_standing_then_plan_in_force_then_plan_text(
    better: tuple[str, str | None, bool], worse: tuple[str, str | None, bool]
) -> None:
    for order in ([better, worse], [worse, better]):
        marks = preferred(pd.DataFrame([rival(*row) for row in order])).tolist()
        assert marks == [row is better for row in order]


def test_provincial_co2_targets_come_from_the_register(tmp_path: Path) -> None:
    frame = regional(write(tmp_path))
    co2 = frame[frame["measure"] == "co2_per_value_added"].set_index("region_code")
    assert co2["change_pct"].to_dict() == {"320000": -20.0, "330000": -20.0}
    assert "qualifier" in missing(co2, "320000")
    assert co2.loc["330000", "qualifier"] == "at least"
    assert co2.loc["330000", "note"] == "no big ones"


def test_drafts_and_pages_to_be_verified_are_unverified(tmp_path: Path) -> None:
    frame = regional(write(tmp_path))
    doubtful = frame[frame["standing"] == "unverified"]
    assert sorted(doubtful["region_code"]) == ["320000", "500000"]
    assert "draft" in set(doubtful["qualifier"])


def test_progress_keeps_its_kind_and_method(tmp_path: Path) -> None:
    frame = regional(write(tmp_path)).set_index("kind")
    assert frame.loc["progress_cumulative", "qualifier"] == "revised method"
    assert frame.loc["progress_quarter", "qualifier"] == "about"
    assert frame.loc["progress_quarter", "measure"] == "energy_per_value_added"


def test_a_missing_provincial_target_is_noticed(tmp_path: Path) -> None:
    cut = REGISTER.replace("T138,Zhejiang industrial", "T138,Anhui industrial")
    with pytest.raises(BuildError, match="3 targets of provincial peaking plans"):
        regional(write(tmp_path, register=cut))


@pytest.mark.parametrize("value", ["17.0", "0.0", "-1.7", "-100.0", "-0.17"])
def test_an_absurd_target_is_refused_with_its_place_and_the_bounds(tmp_path: Path, value) -> None:
    """A sign, a decimal point or a percent that slipped would pass into every figure of a place."""
    other = PROGRESS.replace("Jiangsu,x,2025,-17.0", f"Jiangsu,x,2025,{value}")
    said = rf"region 320000 for 2025 .* is {float(value):g} %; .* fall of 5 to 40 %"
    with pytest.raises(BuildError, match=said) as caught:
        regional(write(tmp_path, progress=other))
    assert "地区 320000 2025 年目标" in caught.value.text.zh


def test_an_unknown_indicator_is_refused(tmp_path: Path) -> None:
    other = PROGRESS.replace("_change_q1", "_change_q2")
    with pytest.raises(BuildError, match="change_q2 is no known target or progress"):
        regional(write(tmp_path, progress=other))


def test_another_unit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="column unit"):
        regional(write(tmp_path, progress=PROGRESS.replace(",%,", ",ratio,")))
