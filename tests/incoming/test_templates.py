"""A template of every table is understood by the reader of files, in both languages and formats."""

import io

import openpyxl
import pandas as pd
import pytest

from carbonpeak.data import catalogue
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.queries import QueryError
from carbonpeak.data.table_rows import Wanted
from carbonpeak.incoming import template
from carbonpeak.incoming.check import declared_table
from carbonpeak.incoming.known import SUMMED
from tests import bureau_file
from tests.incoming.test_broken_files import incoming

TABLES = [one.name for one in catalogue.load().tables if one.name not in SUMMED]
MAKE = {"csv": template.csv, "xlsx": template.workbook}


def test_cells_that_are_summed_up_take_no_file(data: Dataset) -> None:
    """Written by hand they would go past what withholds them."""
    for name in SUMMED:
        with pytest.raises(QueryError, match="import-facilities"):
            declared_table(data, name)


def test_codes_say_the_units_that_differ_from_code_to_code_and_no_sources(data: Dataset) -> None:
    table = declared_table(data, "energy")
    book = openpyxl.load_workbook(io.BytesIO(template.workbook(data, table, True)))
    codes = list(book["代码"].iter_rows(values_only=True))
    assert ("能源品种", "coke", "焦炭", "Coke", "万吨") in codes
    assert "official" in {row[1] for row in codes if row[2] == "官方"}
    assert "来源编号" not in {row[0] for row in codes}
    assert "依代码而定，见“代码”表" in [row[2] for row in book["列的说明"].values]


def test_sheets_that_are_not_read_are_named_but_for_those_of_a_template(data: Dataset) -> None:
    book = bureau_file.content(data, names=("value_added", "gdp"))
    gdp = data.catalogue.table("gdp").title.zh
    found = incoming(data, book, "b.xlsx", "value_added")
    assert found.unread == (gdp,)
    assert any(gdp in one.zh for one in found.read_as)
    table = declared_table(data, "gdp")
    assert incoming(data, template.workbook(data, table, True), "t.xlsx", "gdp").unread == ()


def assert_rows_come_back(data: Dataset, name: str, kind: str, chinese: bool) -> None:
    table = declared_table(data, name)
    expected = data.rows_of(Wanted(name, named=False), most=template.EXAMPLES)
    found = incoming(data, MAKE[kind](data, table, chinese), f"t.{kind}", name)
    if not table.row_count:
        # What is shipped empty has no rows to show.
        assert [one.rule for one in found.findings] == ["rows.none"]
        return
    assert found.findings == ()
    for field in table.fields:
        before, after = expected[field.name], found.rows[field.name]
        assert before.isna().tolist() == after.isna().tolist()
        if field.type == "number":
            # A workbook keeps sixteen digits.
            pairs = zip(before.dropna(), after.dropna(), strict=True)
            assert all(two == pytest.approx(one, rel=1e-15) for one, two in pairs)
        elif field.type == "string":
            assert [one.strip() for one in before.dropna()] == after.dropna().tolist()
        else:
            assert before.dropna().tolist() == after.dropna().tolist()


@pytest.mark.parametrize("name", TABLES)
def test_a_template_comes_back_as_the_rows_it_shows(data: Dataset, name: str, fewer: int) -> None:
    """As CSV in Chinese; some, or with ``--in-full`` all, also as a workbook in English.

    Neither format knows of the language, and neither language of the format.
    """
    assert_rows_come_back(data, name, "csv", chinese=True)
    if TABLES.index(name) % fewer == 0:
        assert_rows_come_back(data, name, "xlsx", chinese=False)


@pytest.mark.parametrize("name", ["co2", "value_added", "green_entities"])
def test_formats_come_in_the_other_language_too(data: Dataset, name: str) -> None:
    assert_rows_come_back(data, name, "csv", chinese=False)
    assert_rows_come_back(data, name, "xlsx", chinese=True)


def test_a_chinese_template_says_units_meanings_and_codes(data: Dataset):
    content = template.workbook(data, declared_table(data, "value_added"), True)
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["数据", "列的说明", "代码"]
    heads = [cell.value for cell in book["数据"][1]]
    assert heads[:3] == ["年份", "地区代码", "增加值（现价）（元）"]
    codes = {tuple(row) for row in book["代码"].iter_rows(values_only=True)}
    assert ("地区代码", "130000", "河北", "Hebei", "") in codes


def test_a_template_as_csv_has_the_mark_for_excel(data: Dataset):
    content = template.csv(data, declared_table(data, "value_added"), False)
    assert content.startswith(b"\xef\xbb\xbf")
    assert pd.read_csv(io.BytesIO(content)).columns[0] == "year"
