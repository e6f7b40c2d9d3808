"""Rows that come from outside, laid beside the tables for one statement: what they are called.

Rules of any table are one statement each, so its rows come cell by cell. ``history`` is the same of
the table as it stands, for rules that compare.
"""

from collections.abc import Mapping

# By name: columns and their types in SQL.
GIVEN: Mapping[str, Mapping[str, str]] = {
    # One row of the file: its place in the sheet, its key and its series (the key without the
    # year) as texts, its year.
    "given_rows": {
        "row_number": "integer",
        "key_text": "varchar",
        "series_text": "varchar",
        "year": "integer",
        "region_code": "varchar",
        "without_region": "varchar",
    },
    # One cell of the file: its text after reading, and its number in the unit of the table.
    "given_cells": {
        "row_number": "integer",
        "column_name": "varchar",
        "cell_text": "varchar",
        "cell_number": "double",
    },
    # One column of the table, and what its rows hold so far: the greatest number, and what share of
    # its numbers is below zero.
    "given_columns": {
        "column_name": "varchar",
        "is_required": "boolean",
        "is_measured": "boolean",
        "is_year": "boolean",
        "is_summed": "boolean",
        "high": "double",
        "below_zero_share": "double",
    },
    # A code that a column may hold; a column of which none is listed may hold any text.
    "given_codes": {"column_name": "varchar", "code": "varchar"},
    # One number of the table as it stands.
    "given_history": {
        "series_text": "varchar",
        "year": "integer",
        "region_code": "varchar",
        "column_name": "varchar",
        "number": "double",
    },
}
