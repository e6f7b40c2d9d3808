"""Facility rows summed up on the page Regions: beside the inventories, withheld ones in words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from carbonpeak.data.dataset import Dataset
from carbonpeak.data.table_rows import Wanted
from carbonpeak.domain.view import View
from carbonpeak.topics.regions import facilities
from carbonpeak.topics.regions import page as regions_page
from carbonpeak.topics.regions.choices import RegionsChoices
from carbonpeak.words.speaker import Speaker
from tests import frozen, miniature
from tests.opened_page import open_with, words_of
from tests.whole_figures import assert_whole

HEBEI, JIANGSU, SHANXI = "130000", "320000", "140000"
YEAR = 2022


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dataset]:
    folder: Path = miniature.write(tmp_path_factory.mktemp("facilities") / "data")
    with frozen.opened(folder) as opened:
        yield opened


def made(data: Dataset, by: str, region: str = "", measure: str = "energy", lang: str = "en"):
    chosen = RegionsChoices(View(measure, year=YEAR), "schedule", region, str(YEAR), by)
    return facilities.figure(data, chosen, Speaker(lang))


def cells(figure, code: str) -> dict[str, object]:
    """Return the cells of the part of a code, or of the whole."""
    [first, *rest] = figure.table.columns
    place = [cell.value for cell in first.cells].index(code)
    return {column.head.key: column.cells[place] for column in rest}


def inventory(data: Dataset, region: str = "", sector: str = "") -> float:
    """Return energy of industry, tce, reckoned from the tables of the inventories."""
    fuels = data.rows_of(Wanted("fuels", named=False)).set_index("fuel_code")["fuel_group"]
    divisions = data.ask("sectors__all")["sector_code"]
    final, change = (
        data.rows_of(Wanted(name, named=False)) for name in ("energy", "energy_transformation")
    )
    final = final[(final["year"] == YEAR) & final["sector_code"].isin(divisions)]
    change = change[
        (change["year"] == YEAR) & change["flow_code"].isin(("thermal_power", "heating"))
    ]
    change = change[~change["fuel_code"].map(fuels).isin(("electricity", "heat"))]
    if region:
        final, change = (rows[rows["region_code"] == region] for rows in (final, change))
    if sector:
        final = final[final["sector_code"] == sector]
        change = change[[sector == "44"] * len(change)]
    return float(final["energy_tce"].sum() + change["energy_tce"].sum())


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("by", ["region", "sector", "fuel"])
@pytest.mark.parametrize("region", ["", HEBEI, JIANGSU])
def test_the_figure_is_whole(held: Dataset, lang: str, by: str, region: str):
    for measure in ("energy", "co2"):
        assert_whole(held, made(held, by, region, measure, lang))


def test_the_share_is_of_the_inventory_on_the_same_basis(held: Dataset):
    hebei, part = cells(made(held, "region"), HEBEI), inventory(held, HEBEI)
    assert hebei["inventory"].value == pytest.approx(part)
    assert hebei["coverage"].value == pytest.approx(30e6 / part)
    steel = cells(made(held, "sector", HEBEI), "31")
    assert steel["coverage"].value == pytest.approx(20e6 / inventory(held, HEBEI, "31"))
    figure = made(held, "sector", HEBEI)
    share = f"{100 * 30e6 / part:.1f}%"
    assert (
        figure.title
        == f"Facilities reported in Hebei, {YEAR}: energy at {share} of the inventories"
    )
    assert set(figure.standings) == {"unverified", "published"}


def test_what_is_withheld_is_said_in_words_and_in_no_number(held: Dataset):
    figure = made(held, "sector", JIANGSU, lang="zh")
    for sector in ("30", "31"):
        withheld = cells(figure, sector)
        for name in ("amount", "enterprises", "coverage"):
            assert (withheld[name].value, withheld[name].missing) == (None, "suppressed")
            assert withheld[name].text == "不予公布（保密）"
    assert cells(figure, "whole")["amount"].value == 10e6
    assert "3 项中 2 项不予公布" in figure.subtitle
    assert figure.chart is None


def test_divisions_of_the_nation_have_no_share_where_a_province_has_no_split(held: Dataset):
    figure = made(held, "sector")
    assert cells(figure, "31")["coverage"].missing == "no_inventory"
    assert cells(figure, "whole")["coverage"].value == pytest.approx(40e6 / inventory(held))


def test_a_place_without_rows_has_no_figure_and_without_any_the_page_no_part(held: Dataset, data):
    assert made(held, "sector", SHANXI) is None
    [choice] = [
        one.choice for one in regions_page.controls(data, {}) if one.choice.name == "rows_year"
    ]
    assert choice.allowed == ("",)
    assert "Facility rows" not in words_of(open_with("regions", "en"))
