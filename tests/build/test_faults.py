"""Known faults: each has a name and words, marks lead to names, and marked rows are counted."""

import pandas as pd
import pytest

from carbonpeak.build import faults
from carbonpeak.build.faults import FAULTS
from carbonpeak.build.schema import shaped
from carbonpeak.data.warehouse import Warehouse


def counts(*flags: str | None) -> dict[str, int]:
    """Return the counts of a build whose tables carry these marks, and one has none at all."""
    half = len(flags) // 2
    tables = {
        "one": pd.DataFrame({"flag": list(flags[:half])}, dtype=object),
        "other": pd.DataFrame({"flag": list(flags[half:])}, dtype=object),
        "unmarked": pd.DataFrame({"year": [2020]}),
    }
    frame = shaped(faults.build(tables), faults.TABLE)
    return frame.set_index("fault_id")["row_count"].to_dict()


def test_marks_are_counted_over_all_tables() -> None:
    counted = counts("revision_jump", None, "cement_implausible", "revision_jump", None)
    assert counted["revision_jump"] == 2
    assert counted["cement_implausible"] == 1


def test_a_fault_without_marks_is_listed_too() -> None:
    counted = counts("revision_jump", "revision_jump")
    assert set(counted) == set(FAULTS)
    assert counted["tibet_not_covered"] == 0


@pytest.mark.parametrize("name", FAULTS)
def test_fault_and_treatment_are_said_in_both_languages(name: str) -> None:
    known = FAULTS[name]
    for text in (known.fault, known.treatment):
        assert text.zh.endswith("。")
        assert text.en.endswith(".")


def test_every_shipped_mark_is_a_known_fault_and_counted(shipped: Warehouse) -> None:
    marked = " union all ".join(
        f"select flag from {table.name} where flag is not null"
        for table in shipped.catalogue.tables
        if "flag" in {field.name for field in table.fields}
    )
    rows = shipped.rows(f"select flag, count(*) as n from ({marked}) group by flag")
    counted = shipped.rows("select fault_id, row_count from faults where row_count > 0")
    assert (
        rows.set_index("flag")["n"].to_dict()
        == counted.set_index("fault_id")["row_count"].to_dict()
    )


def test_the_shipped_table_says_what_the_code_says(shipped: Warehouse) -> None:
    rows = shipped.rows("select * from faults").set_index("fault_id")
    said = {
        name: (row["fault_zh"], row["fault_en"], row["treatment_zh"], row["treatment_en"])
        for name, row in rows.iterrows()
    }
    assert said == {
        name: (one.fault.zh, one.fault.en, one.treatment.zh, one.treatment.en)
        for name, one in FAULTS.items()
    }


def test_the_fall_of_chemicals_is_said_with_the_numbers_of_the_tables(shipped: Warehouse) -> None:
    """CO2 of chemicals in Inner Mongolia, in Mt and 10^4 t, in the two years that are named."""
    rows = shipped.rows(
        "select year, sum(co2_t) / 1e6 as mt from co2 "
        "where region_code = '150000' and sector_code = '26' group by year"
    ).set_index("year")["mt"]
    before, after = rows[2021], rows[2022]
    fault = FAULTS["feedstock_jump"].fault
    assert f"{before:.1f} Mt in 2021, {after:.1f} Mt in 2022" in fault.en
    tens = [f"{round(100 * one, -1):,.0f} 万吨" for one in (before, after)]
    assert f"2021 年 {tens[0]}降至 2022 年 {tens[1]}" in fault.zh
