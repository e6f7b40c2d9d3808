"""Units of the carbon market from a file: converted, named in either language, held to rules."""

from pathlib import Path

import pytest

from carbonpeak.data.dataset import Dataset
from tests import tiny_data
from tests.incoming import broken_own
from tests.incoming.broken import plain
from tests.incoming.test_broken_files import incoming


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return Dataset.open(tiny_data.write(Path(tmp_path_factory.mktemp("units"))))


def test_a_file_as_people_write_it_gives_rows_in_the_units_of_the_table(data: Dataset):
    cells = broken_own.units(c8="", c9="883.333333333333")
    found = incoming(data, plain(cells, broken_own.UNITS), "units.csv", "market_units")
    assert found.findings == ()
    power, clinker = (row for _, row in found.rows.iterrows())
    assert (power["line"], power["unit_class"], power["region_code"]) == (
        "power",
        "coal_above_300",
        "320000",
    )
    assert power["electricity_mwh"] == 3_000_000
    assert power["co2_t_per_mwh"] == pytest.approx(0.883333, abs=1e-6)
    assert (clinker["line"], clinker["product_t"]) == ("clinker", 1_200_000)
    assert clinker["co2_t_per_t"] == 0.8333


def test_a_class_of_another_year_is_named_with_the_year(tiny: Dataset):
    cells = broken_own.units(c1="河北", c2="2023", c4="300兆瓦等级及以下常规燃煤机组")
    content = plain([cells[0]], broken_own.UNITS)
    [finding] = incoming(tiny, content, "units.csv", "market_units").findings
    assert (finding.rule, finding.row, finding.column) == ("unit_rule", 2, broken_own.UNITS[4])
    assert "2023 · coal_to_300" in finding.text.zh
    same = plain([broken_own.units(c1="河北", c2="2023")[0]], broken_own.UNITS)
    assert incoming(tiny, same, "units.csv", "market_units").findings == ()
