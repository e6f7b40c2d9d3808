"""What a facility row holds, and how its rows are called while they are read and summed up."""

from collections.abc import Mapping

from carbonpeak.data.catalogue import Field, Table
from carbonpeak.data.text import Text

ALL = "all"
ENERGY, CO2 = "energy_tce", "co2_t"
VALUE_ADDED, OUTPUT = "value_added_nominal_cny", "gross_output_nominal_cny"
SUPPRESSED, NO_FACTOR = "suppressed", "no_factor"
SOURCE, STANDING = "own-facilities", "unverified"

# A row: what one unit burnt of one fuel in a month. Output and value added are those of the unit in
# that month: they stand in one of its rows, or alike in all of them.
ROWS = Table(
    "facility_rows",
    Text("企业设施月度数据", "Facility rows"),
    (
        Field("facility_id", "string", "", Text("设施编号", "facility")),
        Field("company_id", "string", "", Text("企业（统一社会信用代码）", "company")),
        Field("sector_code", "string", "", Text("行业代码（GB/T 4754—2017）", "sector code")),
        Field("region_code", "string", "", Text("地区代码（GB/T 2260）", "region code")),
        Field("year", "integer", "", Text("年份", "year")),
        Field("month", "integer", "", Text("月份", "month")),
        Field("fuel_code", "string", "", Text("能源品种代码", "fuel code")),
        Field("quantity", "number", "unit", Text("消费量", "quantity")),
        Field(OUTPUT, "number", "CNY, current prices", Text("总产值", "gross output"), False),
        Field(
            VALUE_ADDED, "number", "CNY, current prices", Text("工业增加值", "value added"), False
        ),
    ),
    key=("facility_id", "year", "month", "fuel_code"),
    foreign=(("region_code", "regions"), ("sector_code", "sectors"), ("fuel_code", "fuels")),
)

# Texts of the file by what they are to be: the column of a row, and beside codes their names.
TEXTS = (
    *("facility_id", "company_id", "sector_code", "sector_name", "region_code", "region_name"),
    *("year", "month", "fuel_code", "fuel_name", "quantity", "unit", OUTPUT, VALUE_ADDED),
)
_CELL = {"measure": "varchar", "year": "integer", "region_code": "varchar"}
_CELL |= {"sector_code": "varchar", "fuel_code": "varchar"}

# The tables that the selects in queries/facility read, with their columns and types.
STAGED: Mapping[str, Mapping[str, str]] = {
    # The rows of the file as they stand there, numbered from 0 below its heading.
    "facility_texts": {**dict.fromkeys(TEXTS, "varchar"), "line": "bigint"},
    # What each text is, or the rule that it breaks; a code by its own text and that of its name.
    "facility_codes": {
        "column_name": "varchar",
        "code_text": "varchar",
        "name_text": "varchar",
        "code": "varchar",
        "number": "double",
        "rule": "varchar",
    },
    # Tonnes of standard coal in one unit of a fuel.
    "facility_units": {
        "unit": "varchar",
        "fuel_code": "varchar",
        "tce_per_unit": "double",
        "rule": "varchar",
    },
    "facility_typed": {
        "line": "bigint",
        "facility_id": "varchar",
        "company_id": "varchar",
        "sector_code": "varchar",
        "region_code": "varchar",
        "year": "integer",
        "month": "integer",
        "fuel_code": "varchar",
        "quantity": "double",
        "unit": "varchar",
        "energy_tce": "double",
        OUTPUT: "double",
        VALUE_ADDED: "double",
    },
    # A facility in a month: where it is, whose, how many rows, which fuels as bits.
    "facility_months": {
        "facility_id": "varchar",
        "year": "integer",
        "month": "integer",
        "company_id": "varchar",
        "region_code": "varchar",
        "sector_code": "varchar",
        "row_count": "bigint",
        "fuel_count": "bigint",
        "is_one": "boolean",
        "is_same": "boolean",
        OUTPUT: "double",
        VALUE_ADDED: "double",
    },
    # What one enterprise adds to a cell without totals; the same of an earlier release.
    "facility_parts": {**_CELL, "company_id": "varchar", "amount": "double"},
    "facility_parts_before": {**_CELL, "company_id": "varchar", "amount": "double"},
    # Which cells an earlier release hides.
    "facility_cells_before": {**_CELL, "is_hidden": "boolean"},
}
