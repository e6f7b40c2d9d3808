"""Targets by field, task and place; their numbers, their pinyin, the series that hold values."""

from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.build import pinyin, target_details, targets
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError, shaped
from carbonpeak.build.sources import SourceRegister
from tests.build.test_targets import REGISTER, REPRINT
from tests.build.tiny_sources import edit


def built(folder: Path) -> pd.DataFrame:
    rows = target_details.build(Raw(folder), SourceRegister())
    return shaped(rows, target_details.TABLE).set_index("target_id")


def test_every_row_of_the_register_has_a_place(sources_folder: Path) -> None:
    rows = built(sources_folder)
    assert len(rows) == REGISTER.count("\nT")
    assert rows.loc["T001", ["scope_group", "task_id"]].tolist() == ["industry", "K017"]
    assert rows.loc["T133", "region_code"] == "320000"
    assert pd.isna(rows.loc["T133", "task_id"])


def test_a_row_without_a_place_stops_the_build(sources_folder: Path) -> None:
    edit(sources_folder, targets.FILE, "T021,Plan", "T921,Plan")
    with pytest.raises(BuildError, match="say where T921 belong"):
        built(sources_folder)


@pytest.mark.parametrize(
    ("text", "unit", "qualifier", "bound"),
    [
        ("13.5", "%", None, 13.5),
        (">=15", "%", "at least", 15),
        (">18", "%", "more than", 18),
        ("about 40", "%", "about", 40),
        (">=16 (strive 18)", "%", "at least", 16),
        ("7-10", "% vs peak", "at least", 7),
        ("500 / 50", "count", None, None),
        ("about 2027", "year", None, None),
        ("before 2030", "year", None, None),
        ("continued fall", "qualitative", None, None),
    ],
)
def test_the_number_in_a_target(
    sources_folder: Path, text: str, unit: str, qualifier: str | None, bound: float | None
) -> None:
    edit(sources_folder, targets.FILE, "reach,57,%", f"reach,{text},{unit}")
    row = built(sources_folder).loc["T021"]
    assert (None if pd.isna(row["qualifier"]) else row["qualifier"]) == qualifier
    assert (None if pd.isna(row["bound"]) else row["bound"]) == bound


def test_series_are_linked_by_known_rules_alone(
    sources_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = target_details.build_series(Raw(sources_folder), SourceRegister())
    assert {"T001", "T133"} <= set(rows["target_id"])
    monkeypatch.setattr(target_details, "RULES", ("level",))
    with pytest.raises(BuildError, match=r"target_series\.csv: no rule .*fall"):
        target_details.build_series(Raw(sources_folder), SourceRegister())


MISFILED = f"T013,{targets.NAMED_PLAN},recycling,scrap,,2025,reach,320,Mt/yr,,{REPRINT}\n".replace(
    targets.NAMED_PLAN, f'"{targets.NAMED_PLAN}"'
)


def test_amounts_of_another_plan_are_filed_under_it(sources_folder: Path) -> None:
    edit(sources_folder, targets.FILE, "T021,Plan", MISFILED + "T021,Plan")
    row = targets.build(Raw(sources_folder), SourceRegister()).set_index("target_id").loc["T013"]
    assert (row["policy"], row["note"]) == (targets.TRUE_PLAN, targets.MISFILED_NOTE)
    assert built(sources_folder).loc["T013", "flag"] == "targets_other_plan"


def test_a_register_that_names_the_right_plan_stops_the_build(sources_folder: Path) -> None:
    mended = MISFILED.replace(targets.NAMED_PLAN, targets.TRUE_PLAN)
    edit(sources_folder, targets.FILE, "T021,Plan", mended + "T021,Plan")
    with pytest.raises(BuildError, match="T013 no longer name"):
        targets.build(Raw(sources_folder), SourceRegister())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("能耗", "nenghao nh"),
        ("重点行业", "zhongdianhangye zdhy"),
        ("重庆", "chongqing cq"),
        ("单位 GDP 能耗（2030）", "danweigdpnenghao2030 dwgdpnh2030"),
    ],
)
def test_chinese_is_spelt_as_it_is_typed(text: str, said: str) -> None:
    assert pinyin.spoken(text) == said


def test_a_character_without_a_reading_stops_the_build() -> None:
    with pytest.raises(BuildError, match="say how 龘 is read"):
        pinyin.spoken("能龘")
