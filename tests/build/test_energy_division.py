"""Energy by division: tonnes, mergers summed, and the sum checked against the industry row."""

from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.build import energy_division
from carbonpeak.build.energy_division import DIVISION_ROWS, INDUSTRY_ROW, MERGED, ROUNDING
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError, shaped
from carbonpeak.build.sources import SourceRegister

NAMES = {
    "06": "煤炭开采和洗选业",
    "31": "黑色金属冶炼和压延加工业",
    "11-12": "开采专业及辅助性活动和其他采矿业",
    "36-37": "汽车及其他运输设备制造业",
    "41+43": "其他制造业及修理业",
}
SECTORS = (
    "sector_code,ceads_rows,name_en,name_zh,section,plan_industry,six_energy_intensive,national_ets\n"
    + "".join(f"{code},x,x,{name},manufacturing,,0,\n" for code, name in NAMES.items())
)
# Division: 10^4 tce in the year; merged ones get 1, 2, 4 ... so that each sum tells its parts.
LEVELS = {"煤炭开采和洗选业": 8953.0, "黑色金属冶炼和压延加工业": 66851.0} | {
    name: float(2**power) for power, name in enumerate(MERGED)
}
TOTAL = sum(LEVELS.values())


def write(
    folder: Path,
    levels: dict[str, float],
    industry: float,
    unit: str = "10^4 tce",
    year: int = 2019,
) -> Raw:
    lines = ["indicator,sector,year,value,unit,status,source,note"]
    lines += [
        f'{DIVISION_ROWS},"{name}",{year},{value},{unit},secondary,yearbook,'
        for name, value in levels.items()
    ]
    lines += [f"energy_by_macro,{INDUSTRY_ROW},{year},{industry},{unit},secondary,yearbook,"]
    for file, text in (
        (energy_division.FILE, "\n".join(lines)),
        ("reference/sectors.csv", SECTORS),
    ):
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_text(text + "\n", encoding="utf-8")
    return Raw(folder)


def built(raw: Raw) -> pd.DataFrame:
    return shaped(energy_division.build(raw, SourceRegister()), energy_division.TABLE)


def test_energy_is_in_tonnes(tmp_path: Path) -> None:
    frame = built(write(tmp_path, LEVELS, TOTAL)).set_index("sector_code")
    assert frame.loc["06", "energy_tce"] == 89_530_000
    assert set(frame["standing"]) == {"published"}
    assert set(frame["year"]) == {2019}


def test_mergers_are_summed(tmp_path: Path) -> None:
    frame = built(write(tmp_path, LEVELS, TOTAL)).set_index("sector_code")
    assert frame.loc["11-12", "energy_tce"] == (1 + 2) * 10_000
    assert frame.loc["36-37", "energy_tce"] == (4 + 8) * 10_000
    assert frame.loc["41+43", "energy_tce"] == (16 + 32) * 10_000


def test_nothing_is_lost_or_doubled(tmp_path: Path) -> None:
    frame = built(write(tmp_path, LEVELS, TOTAL))
    assert frame["energy_tce"].sum() == TOTAL * 10_000


@pytest.mark.parametrize("sign", [-1, 1])
def test_rounding_is_allowed_and_no_more(tmp_path: Path, sign: int) -> None:
    assert len(built(write(tmp_path, LEVELS, TOTAL + sign * ROUNDING))) == 5
    with pytest.raises(BuildError, match=r"2019: the divisions add up to 75867, the row 2\.工业"):
        built(write(tmp_path, LEVELS, TOTAL + sign * (ROUNDING + 1)))


def test_a_year_without_industry_row_is_refused(tmp_path: Path) -> None:
    raw = write(tmp_path, LEVELS, TOTAL)
    file = tmp_path / energy_division.FILE
    file.write_text(
        file.read_text(encoding="utf-8").replace(INDUSTRY_ROW, "3.建筑业"), encoding="utf-8"
    )
    with pytest.raises(BuildError, match="2019: the divisions add up"):
        built(raw)


def test_a_missing_small_division_is_named(tmp_path: Path) -> None:
    levels = {name: value for name, value in LEVELS.items() if name != "其他采矿业"}
    with pytest.raises(BuildError, match="2019: divisions missing, unknown or double: 其他采矿业"):
        built(write(tmp_path, levels, TOTAL))


def test_an_unknown_division_is_named(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="2019: divisions missing, unknown or double: 采盐业"):
        built(write(tmp_path, LEVELS | {"采盐业": 0.0}, TOTAL))


def test_another_unit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="column unit"):
        built(write(tmp_path, LEVELS, TOTAL, unit="tce"))
