"""Energy and CO2 per GDP: every definition its own series, as published."""

import pytest

from carbonpeak.topics.outlook import analysis_per_gdp as per_gdp


def test_each_definition_ends_where_its_figures_do(data):
    lines = per_gdp.lines(data)
    assert set(lines) == set(per_gdp.SERIES)
    ends = {key: (rows.index[-1], rows["index"].iloc[-1]) for key, rows in lines.items()}
    assert ends["energy_old"] == (2022, pytest.approx(100 * 0.973 * 0.999))
    assert ends["energy_new"] == (2024, pytest.approx(88.4))
    assert ends["co2_yearly"] == (2025, pytest.approx(100 * 0.962 * 0.992 * 0.966 * 0.95))
    assert ends["co2_cumulative"] == (2024, pytest.approx(90.7))
    assert ends["co2_revised"] == (2025, pytest.approx(82.3))


def test_the_fall_of_the_whole_society_is_its_yearly_figures(data):
    assert per_gdp.society_change(data) == pytest.approx(0.962 * 0.992 * 0.966 * 0.95 - 1)


def test_no_line_crosses_the_break(data):
    lines = per_gdp.lines(data)
    assert max(lines["energy_old"].index) < per_gdp.NEW_DEFINITION
    assert min(lines["energy_new"].index) >= per_gdp.NEW_DEFINITION
    assert per_gdp.chained_since_break(data) == pytest.approx(0.995 * 0.962 * 0.949 - 1)


def test_what_is_not_official_is_not_said_to_be(data):
    standings = {key: set(rows["standing"]) for key, rows in per_gdp.lines(data).items()}
    assert standings["co2_revised"] == {"unverified"}
    assert standings["energy_old"] == {"official"}
