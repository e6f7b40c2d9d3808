"""Official statistics: every row of every file comes through, with period, standing and source."""

from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.build import official_statistics
from carbonpeak.build.layouts import LAYOUTS
from carbonpeak.build.official_statistics import DATASETS, last_year
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError, shaped
from carbonpeak.build.sources import SourceRegister

HEADER = "indicator,sector,year,value,unit,status,source,note\n"
YEARLY = "% change vs previous year"
INTENSITY = (
    HEADER
    + f"intensity,,2021,-5.6,{YEARLY},official,People's Daily 2022-07-05,final\n"
    + f"intensity,,2021,-5.5,{YEARLY},secondary,Cover News 2022-01-20,preliminary\n"
    + "intensity,,2021-2022,-6.8,% cumulative vs 2020,official,SCIO briefing,\n"
    + f"intensity,,2016,-5.5,{YEARLY},memory,recalled from the NBS,(memory)\n"
    + f"intensity,,2019,-3.0,{YEARLY},estimate,China News Service,\n"
)


def one_statistic(file: str) -> str:
    """Return a file with one row, in a unit that it may have."""
    unit = min(LAYOUTS[f"official/{file}.csv"].allowed["unit"])
    return HEADER + f'a,b,2020,1,"{unit}",official,c,\n'


def write(folder: Path, **contents: str) -> Raw:
    """Write all source files, one row each but for those named by the start of their name."""
    (folder / "official").mkdir()
    for file in DATASETS:
        text = contents.get(f"f{file.split('_')[0]}", one_statistic(file))
        (folder / "official" / f"{file}.csv").write_text(text, encoding="utf-8")
    return Raw(folder)


def built(raw: Raw, sources: SourceRegister | None = None) -> pd.DataFrame:
    frame = official_statistics.build(raw, sources or SourceRegister())
    return shaped(frame, official_statistics.TABLE)


def intensity(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[frame["dataset"] == "industrial_energy_intensity"]


def test_every_row_of_every_file_comes_through(tmp_path: Path) -> None:
    frame = built(write(tmp_path, f01=INTENSITY))
    assert len(frame) == 5 + len(DATASETS) - 1
    assert set(frame["dataset"]) == {name for name, _ in DATASETS.values()}


def test_preliminary_and_final_figure_both_stay(tmp_path: Path) -> None:
    frame = intensity(built(write(tmp_path, f01=INTENSITY)))
    both = frame[frame["period"] == "2021"].set_index("value")["standing"].to_dict()
    assert both == {-5.6: "official", -5.5: "published"}


def test_two_official_sources_for_one_year_both_stay(tmp_path: Path) -> None:
    line = f"intensity,,2021,-5.6,{YEARLY},official,Xinhua 2022-06-29,\n"
    frame = intensity(built(write(tmp_path, f01=INTENSITY + line)))
    assert len(frame) == 6


def test_same_figure_twice_from_one_source_is_refused(tmp_path: Path) -> None:
    line = INTENSITY.splitlines()[1] + "\n"
    with pytest.raises(BuildError, match="row 7: has the key of row 2, .* their values are -5.6"):
        built(write(tmp_path, f01=INTENSITY + line))


def test_recalled_and_estimated_figures_say_so(tmp_path: Path) -> None:
    frame = intensity(built(write(tmp_path, f01=INTENSITY))).set_index("period")
    assert frame.loc["2016", "standing"] == "unverified"
    assert frame.loc["2016", "note"] == "(recalled)"
    assert frame.loc["2019", "standing"] == "estimated"


def test_an_empty_sector_is_the_total(tmp_path: Path) -> None:
    frame = built(write(tmp_path, f01=INTENSITY))
    assert set(intensity(frame)["item"]) == {"total"}
    assert set(frame.loc[frame["dataset"] == "product_output", "item"]) == {"b"}


def test_research_groups_are_not_cited_as_government(tmp_path: Path) -> None:
    line = HEADER + "co2,total,2020,1,Mt CO2,secondary,Global Carbon Budget,\n"
    sources = SourceRegister()
    built(write(tmp_path, f07=line), sources)
    licences = sources.frame().set_index("citation")["licence"]
    assert licences["Global Carbon Budget"] == "Terms of its publisher; cite the publisher"
    assert "Chinese government" in licences["c"]


@pytest.mark.parametrize(
    ("period", "year"),
    [
        ("2021", 2021),
        ("2021-2022", 2022),
        ("2019Q1", 2019),
        ("2008H1", 2008),
        ("2026-08", 2026),
    ],
)
def test_year_is_the_last_of_the_period(period: str, year: int) -> None:
    assert last_year(period, "file") == year


@pytest.mark.parametrize("period", ["", "21", "2021-", "2021Q5", "about 2021"])
def test_other_periods_are_refused(period: str) -> None:
    with pytest.raises(BuildError, match="column year"):
        last_year(period, "official/01.csv")
