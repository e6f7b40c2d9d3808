"""Facility rows that are made, by a seed: no enterprise in them exists.

``python -m benchmarks.made_facilities ROWS FILE`` writes a CSV of so many rows.
"""

import sys
from pathlib import Path

import duckdb

SEED = 20261129
# A unit has three fuels in each of twelve months.
FUELS = ("raw_coal", "electricity", "natural_gas")
ROWS_OF_A_UNIT = 36
# Every company name begins so, that nobody takes one for real.
MADE = "MADE"
HEADING = (
    "设施编号,企业,行业代码,地区代码,年份,月份,"
    "能源品种代码,消费量,单位,总产值（元）,工业增加值（元）"
)
PROVINCES = (
    *(11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46),
    *(50, 51, 52, 53, 54, 61, 62, 63, 64, 65),
)
DIVISIONS = (
    "06",
    "08",
    "13",
    "17",
    "22",
    "25",
    "26",
    "28",
    "30",
    "31",
    "32",
    "33",
    "35",
    "39",
    "44",
)


def write(rows: int, file: Path) -> None:
    """Write so many made rows of the year 2023 into a CSV file."""
    names = ", ".join(f'"{name}"' for name in HEADING.split(","))
    sql = f"""
    copy (
        select * from (with units as (
            select range as n, (hash(range + {SEED}) % 1000000000)::bigint as h
            from range({rows // ROWS_OF_A_UNIT + 1})
        )
        select
            'U' || n, '{MADE}' || (h % {max(rows // 180, 40)}),
            {list(DIVISIONS)}[1 + (h // 7) % {len(DIVISIONS)}],
            {list(PROVINCES)}[1 + (h // 1000) % {len(PROVINCES)}] * 10000,
            2023, month, fuel.code,
            round((1 + (hash(n, month, fuel.code) % 100000) / 100.0) * fuel.scale, 2), fuel.unit,
            if(fuel.code = 'electricity', 1000 * (1 + hash(n, month) % 9000), null),
            if(fuel.code = 'electricity', 300 * (1 + hash(n, month) % 9000), null)
        from units, (select unnest(range(1, 13)) as month) as months, (
            values ('raw_coal', '吨', 1.0), ('electricity', '万千瓦时', 1.0),
                ('natural_gas', 'm3', 900.0)
        ) as fuel(code, unit, scale)
        limit {rows}) as made({names})
    ) to '{file}' (header)
    """
    with duckdb.connect() as connection:
        connection.execute(sql)


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
