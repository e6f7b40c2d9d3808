"""Units in which a column may be given, against worked examples; all others are refused."""

import pytest

from carbonpeak.data.catalogue import Field, Text
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.units import UnitError
from carbonpeak.incoming import field_units


def column(name: str, unit: str) -> Field:
    return Field(name, "number", unit, Text(name, name))


ENERGY, CO2, CO2E = column("energy_tce", "tce"), column("co2_t", "t"), column("co2e_t", "t")
NOMINAL = column("gdp_nominal_cny", "CNY, current prices")
GROWTH, PEOPLE = column("growth_pct", "% on the year before"), column("population", "persons")
GRID = column("co2_kg_per_kwh", "kg/kWh")


@pytest.mark.parametrize(
    ("field", "stated", "factor"),
    [
        (ENERGY, "tce", 1),
        (ENERGY, "万吨标准煤", 1e4),
        (ENERGY, "Mtce", 1e6),
        (ENERGY, "TJ", 1e3 / 29.3076),
        (ENERGY, "MWh", 3.6 / 29.3076),
        (ENERGY, "10^8 kWh", 1e8 * 3.6e-3 / 29.3076),
        (CO2, "万吨", 1e4),
        (CO2, "Mt CO2", 1e6),
        (CO2, "千克", 1e-3),
        (CO2E, "万吨二氧化碳当量", 1e4),
        (NOMINAL, "亿元", 1e8),
        (NOMINAL, "万元，当年价", 1e4),
        (NOMINAL, "CNY, current prices", 1),
        (NOMINAL, "10^8 yuan", 1e8),
        (GROWTH, "%", 1),
        (PEOPLE, "人", 1),
        (GRID, "千克/千瓦时", 1),
        (GRID, "t/MWh", 1),
    ],
)
def test_a_unit_is_so_many_of_the_column(field: Field, stated: str, factor: float):
    assert field_units.factor(field, stated) == pytest.approx(factor, rel=1e-12)


@pytest.mark.parametrize(
    ("field", "stated", "reason"),
    [
        (ENERGY, "亿元", "dimension"),
        (ENERGY, "吨", "dimension"),
        (CO2, "万吨二氧化碳当量", "dimension"),
        (CO2, "万吨标准煤", "dimension"),
        (NOMINAL, "万吨", "dimension"),
        (NOMINAL, "亿元，2020年价", "unknown"),
        (NOMINAL, "亿美元", "unknown"),
        (GROWTH, "‰", "unknown"),
        (PEOPLE, "万人", "unknown"),
        (PEOPLE, "吨", "dimension"),
        (GRID, "kg", "dimension"),
    ],
)
def test_any_other_unit_is_refused(field: Field, stated: str, reason: str):
    with pytest.raises(UnitError) as told:
        field_units.factor(field, stated)
    assert told.value.reason == reason


def test_every_unit_of_the_catalogue_is_written_so_that_it_reads_back(data: Dataset):
    measured = [
        one
        for table in data.catalogue.tables
        for one in table.fields
        if field_units.is_measured(one)
    ]
    assert len(measured) > 20
    for one in measured:
        for chinese in (True, False):
            written = field_units.written(one, chinese)
            assert field_units.factor(one, written) == 1, (one, written)


@pytest.mark.parametrize("text", ["亿元", "（万吨标准煤）", "2020=1", "%", "人"])
def test_a_unit_below_a_heading_is_known(text: str):
    assert field_units.is_unit(text)


@pytest.mark.parametrize("text", ["2023", "1", "河北", "", "（）", "工业增加值"])
def test_other_texts_are_no_units(text: str):
    assert not field_units.is_unit(text)
