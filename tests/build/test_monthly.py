"""Monthly figures: periods, release dates, sources, and the month that is official already."""

from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.build import monthly
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError, shaped
from carbonpeak.build.sources import SourceRegister
from tests.build.tiny_sources import edit


def built(folder: Path) -> pd.DataFrame:
    rows = monthly.build(Raw(folder), SourceRegister())
    return shaped(rows, monthly.TABLE).set_index(["series_code", "period"])


def test_january_and_february_are_one_period(sources_folder: Path) -> None:
    rows = built(sources_folder)
    assert rows.loc[("raw_coal", "2026-01/02"), ["month", "month_count"]].tolist() == ["2026-02", 2]
    assert rows.loc[("raw_coal", "2026-01/02"), "change_on_year_pct"] == -0.3
    assert rows.loc[("producer_prices", "2026-07"), ["month", "month_count"]].tolist() == [
        "2026-07",
        1,
    ]


def test_the_day_of_release_is_read_where_it_is_known(sources_folder: Path) -> None:
    released = built(sources_folder)["released_on"]
    assert released[("value_added_growth", "2016-08")] == "2016-09-13"
    assert pd.isna(released[("value_added_growth", "2026-08")])


def test_each_row_has_the_standing_and_the_source_of_its_own(sources_folder: Path) -> None:
    rows = built(sources_folder)[["standing", "source_id"]]
    assert rows.loc[("value_added_growth", "2026-07")].tolist() == [
        "derived",
        "nbs-july-2026-derived",
    ]
    # The press conference told both: it has one name.
    told = str(rows.loc[("value_added_growth", "2026-08"), "source_id"])
    assert told == SourceRegister().add("NBS")
    assert rows.loc[("crude_oil", "2026-07")].tolist() == ["published", "nbs-energy-months"]
    assert rows.loc[("grid_intensity", "2026-07")].tolist() == ["estimated", "ember-months"]
    assert rows.loc[("fossil_power", "2026-07")].tolist() == ["published", "ember-months"]


def test_the_month_of_the_intensity_is_not_taken_twice(sources_folder: Path) -> None:
    assert "energy_intensity" not in built(sources_folder).index.get_level_values(0)


def test_a_month_that_differs_from_the_official_one_is_refused(sources_folder: Path) -> None:
    edit(sources_folder, monthly.INDUSTRY, "-7.2", "-7.3")
    with pytest.raises(BuildError, match=r"2026-08, -7\.3 is not the figure of official/01"):
        built(sources_folder)


@pytest.mark.parametrize("text", ["2026", "2026-13", "2026-02/03", "2026-1"])
def test_another_form_of_period_is_refused(text: str) -> None:
    with pytest.raises(BuildError, match="is no month such as"):
        monthly.period(text)


def test_an_unknown_source_is_refused() -> None:
    with pytest.raises(BuildError, match="'hearsay' is no known source"):
        monthly.source("hearsay")
