"""Months: reckoning with them, what moved on the year, what is due by the rhythm of a series."""

from datetime import date

import pytest

from carbonpeak import cli
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import monthly, months


@pytest.fixture(scope="module")
def tiny_data(tiny) -> Dataset:
    return Dataset(tiny)


def test_months_are_reckoned_across_years() -> None:
    assert months.between("2025-11", "2026-02") == 3
    assert months.text_of(months.count("2026-01") - 1) == "2025-12"
    assert months.span("2025-12", "2026-02") == ("2025-12", "2026-01", "2026-02")
    assert months.span("2026-02", "2026-01") == ()


def test_the_month_it_is_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(months.TODAY, "2031-02-03")
    assert months.this_month() == "2031-02"
    monkeypatch.delenv(months.TODAY)
    assert months.today() == date.today()


def test_a_day_that_is_none_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(months.TODAY, "today")
    assert cli.main(["serve"]) == 1
    assert "CARBONPEAK_TODAY" in capsys.readouterr().err


def changes(data: Dataset) -> dict[str, tuple[float, str]]:
    newest = monthly.newest(data)
    rows = zip(newest["change"], newest["change_standing"], strict=True)
    return {
        str(code): (round(float(c), 6), str(k))
        for code, (c, k) in zip(newest.index, rows, strict=True)
    }


def test_changes_are_published_computed_or_unknown(tiny_data: Dataset) -> None:
    found = changes(tiny_data)
    # The value is itself a change; its own standing holds.
    assert found["value_added_growth"] == (-0.005, "derived")
    # Published beside the value.
    assert found["raw_coal"] == (0.025, "published")
    # 250 against 200 TWh, 570 against 600 g/kWh.
    assert found["clean_power"] == (0.25, "derived")
    assert found["grid_intensity"] == (-0.05, "estimated")
    assert monthly.newest(tiny_data)["change"].isna()["power_demand"]


def test_january_and_february_come_as_one_period(tiny_data: Dataset) -> None:
    found = monthly.due(tiny_data, "value_added_growth", "2027-04")
    assert found is not None
    assert found.newest == "2026-03"
    assert found.ended[:2] == ("2026-04", "2026-05")
    assert found.ended[-3:] == ("2026-12", "2027-01/02", "2027-03")
    assert found.coming == "2026-04"


def test_a_month_that_runs_has_not_ended(tiny_data: Dataset) -> None:
    found = monthly.due(tiny_data, "clean_power", "2026-04")
    assert found is not None
    assert (found.ended, found.coming) == ((), "2026-04")
    later = monthly.due(tiny_data, "clean_power", "2026-06")
    assert later is not None
    assert later.ended == ("2026-04", "2026-05")


def test_the_usual_day_of_release_is_the_middle_one(tiny_data: Dataset) -> None:
    # 15, 17 and 15 days after the end of June, December and February.
    found = monthly.due(tiny_data, "value_added_growth", "2026-05")
    assert found is not None
    assert (found.lag_days, found.released) == (15, date(2026, 5, 15))
    unknown = monthly.due(tiny_data, "raw_coal", "2026-05")
    assert unknown is not None
    assert (unknown.lag_days, unknown.released) == (None, None)


def test_one_period_alone_has_no_rhythm(tiny_data: Dataset) -> None:
    assert monthly.due(tiny_data, "producer_prices", "2026-05") is None


def test_the_official_month_stands_first(data: Dataset) -> None:
    newest = monthly.newest(data)
    assert newest.index[0] == monthly.INTENSITY
    assert newest["period"].iloc[0] == "2026-08"
    assert newest["value"].iloc[0] == -7.2
