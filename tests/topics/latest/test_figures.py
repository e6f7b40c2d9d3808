"""The figures of the page Latest: ages, gaps, two months as one, and no verdict on a year."""

from datetime import date

import pytest

from carbonpeak.domain import monthly, months
from carbonpeak.topics import registry
from carbonpeak.topics.latest import page, values
from carbonpeak.words.speaker import Speaker
from tests.topics.read_back import made

EN = Speaker("en")


def rows_of(read, key="series"):
    return {row[key].value: row for row in read.rows}


def test_ages_count_from_the_month_of_the_choice(data):
    for as_of, age in (("2026-08", 0), ("2026-10", 2), ("2026-11", 3)):
        read = made(data, "latest_values", {"asof": as_of}, "en")
        assert rows_of(read)["energy_intensity"]["age"].value == age


def test_the_day_moves_the_default_and_no_id(data, monkeypatch):
    assert registry.chosen(data, page.PAGE, {}).values.one("asof") == "2026-11"
    monkeypatch.setattr(months, "today", lambda: date(2027, 1, 5))
    given = registry.chosen(data, page.PAGE, {"asof": ["2026-11"]})
    assert not given.notices
    assert registry.chosen(data, page.PAGE, {}).values.one("asof") == "2027-01"


def test_a_clock_that_is_late_never_makes_an_age_negative(data, monkeypatch):
    monkeypatch.setattr(months, "today", lambda: date(2020, 1, 1))
    assert registry.chosen(data, page.PAGE, {}).values.one("asof") == "2026-08"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_official_month_is_large_and_clearly_a_month(data, lang):
    chosen = registry.chosen(data, page.PAGE, {}).typed
    first = values.cards(data, chosen, Speaker(lang))[0]
    assert first.value == "−7.2%"
    assert "8" in first.since
    assert "2026" in first.since
    assert ("只是一个月" if lang == "zh" else "a single month") in first.lines[0]


def test_missing_months_interrupt_the_line_and_are_named(data):
    read = made(data, "latest_series", {"series": "value_added_growth", "since": "2025"}, "en")
    line = read.figure.chart.data[0]
    empty = [day for day, value in zip(line.x, line.y, strict=True) if value is None]
    assert empty == ["2026-01-01"]
    named = "2026-01, 2026-02, 2026-03, 2026-04, 2026-05, 2026-06"
    assert any(named in note for note in read.figure.notes)
    single = made(data, "latest_series", {"since": "2019"}, "en")
    assert any("2019-10, 2020-10, 2026-01" in note for note in single.figure.notes)
    whole = made(data, "latest_series", {"series": "producer_prices", "since": "2025"}, "en")
    assert None not in whole.figure.chart.data[0].y


def test_an_amount_of_two_months_is_drawn_as_their_mean(data):
    read = made(data, "latest_series", {"series": "raw_coal", "since": "2026"}, "en")
    assert read.figure.chart.data[0].y[0] == 380
    assert "380.0 Mt a month" in read.figure.chart.data[0].text[0]
    assert read.rows[0]["value"].value == 760
    small = rows_of(made(data, "latest_small", {}, "en"))["raw_coal"]
    assert (small["lowest"].value, small["highest"].value) == (340, 440)


def test_a_growth_of_two_months_is_no_sum(data):
    read = made(data, "latest_series", {"series": "value_added_growth", "since": "2025"}, "en")
    first = read.rows[0]
    assert first["period"].value == "2025-01/02"
    assert read.figure.chart.data[0].y[0] == first["value"].value


def test_a_release_is_foretold_only_where_days_of_release_are_known(data):
    found = rows_of(made(data, "latest_due", {}, "en"))
    assert found["value_added_growth"]["released"].value == "2026-10-15"
    assert found["value_added_growth"]["ended"].value == 2
    assert found["fossil_power"]["released"].missing == "none"
    assert found["energy_intensity"]["coming"].missing == "no_rhythm"


def test_the_year_that_repeats_another_is_marked_throughout(data):
    read = made(data, "latest_estimate", {}, "zh")
    marked = {row["year"].value for row in read.rows if row["power"].marks == ("doubtful",)}
    assert marked == {2025}
    assert all(row["power"].text.endswith("※") for row in read.rows if row["year"].value == 2025)


def test_every_series_says_what_it_cannot_say(data):
    for lang in ("zh", "en"):
        rows = made(data, "latest_meaning", {}, lang).rows
        assert [row["series"].value for row in rows] == list(monthly.newest(data).index)
        assert all(row["can"].text and row["cannot"].text for row in rows)


def test_chinese_amounts_are_in_chinese_units(data):
    zh = rows_of(made(data, "latest_values", {}, "zh"))
    assert zh["fossil_power"]["value"].text == "5,748 亿千瓦时"
    assert zh["raw_coal"]["value"].text == "34,000 万吨"
    assert zh["natural_gas"]["value"].text == "214 亿立方米"
    en = rows_of(made(data, "latest_values", {}, "en"))
    assert en["fossil_power"]["value"].text == "574.8 TWh"


def test_a_report_shows_figures_of_the_page(data):
    assert set(page.IN_A_REPORT) <= {spec.name for spec in page.PAGE.figures}


def test_an_id_of_a_month_says_the_same_later(data, monkeypatch):
    before = made(data, "latest_values", {"asof": "2026-11"}, "en").figure
    monkeypatch.setattr(months, "today", lambda: date(2027, 6, 1))
    after = made(data, "latest_values", {"asof": "2026-11"}, "en").figure
    assert (before.title, before.table) == (after.title, after.table)
