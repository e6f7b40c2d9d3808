"""Rows in CSV, XLSX and Parquet: numbers stay numbers, words stay words, nothing is a formula."""

import csv
import io
import json

import numpy as np
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpeak.export import cells, sheets
from carbonpeak.export.plain import guarded, one_line, plain
from carbonpeak.wording import LANGS
from carbonpeak.wording.numbers import number, percent
from tests.exhibits import test_drivers, test_exhibits, test_outlook, test_peak
from tests.export.samples import edition, exhibit

FORMULAS = ["=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1+1", "−=1"]


def of(**columns):
    return edition(exhibit(pd.DataFrame(columns)), "en")


def read_csv(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def read_xlsx(content, sheet=0):
    book = openpyxl.load_workbook(io.BytesIO(content))
    return list(book.worksheets[sheet].iter_rows())


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("−6.8%", -6.8, "%"),
        ("+1,586", 1586, ""),
        ("0.0", 0, ""),
        ("2022", 2022, ""),
        ("11,408 Mt", 11408, " Mt"),
        ("29.36 亿吨", 29.36, " 亿吨"),
    ],
)
def test_what_is_printed_as_a_number_is_a_number(text, value, unit):
    found = cells.parsed(text)
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize(
    "text",
    [
        *("", "无数据", "06", "11-12", "41+43", "2.8% ▲", "−6.0% to −7.5%", "<0.1%", "-6.8", "1e5"),
        *(
            "+2.6% · unverified",
            "new basis −0.5",
            "p = 0.037",
            "9868",
            "12,34",
            "１２",
            "2000, 2001",
        ),
    ],
)
def test_what_carries_a_mark_or_is_no_number_of_ours_stays_text(text):
    assert cells.parsed(text) is None


@given(st.floats(-1e12, 1e12, allow_nan=False), st.integers(0, 4), st.booleans(), st.booleans())
def test_every_number_we_print_is_read_back(value, digits, sign, as_percent):
    text = (percent if as_percent else number)(value, digits, sign)
    scale = 100 if as_percent else 1
    found = cells.parsed(text)
    assert found is not None
    assert abs(found.value - value * scale) <= 0.5 * 10.0**-digits + 1e-9 * abs(value * scale)


def test_codes_make_a_column_text():
    codes = cells.columns(pd.DataFrame({"name": ["a", "b", "c"], "code": ["06", "31", "41+43"]}))[1]
    assert codes.cells == ("06", "31", "41+43")


def test_the_label_of_rows_is_wholly_years_or_wholly_text():
    drivers = cells.columns(pd.DataFrame({"Driver": ["2015", "Activity", "2022"]}))[0]
    assert drivers.cells == ("2015", "Activity", "2022")
    years = cells.columns(pd.DataFrame({"Year": ["2015", "2022"]}))[0]
    assert [one.exact for one in years.cells] == [2015, 2022]


def test_csv_has_plain_numbers_and_the_words_of_what_is_missing():
    content = sheets.csv(of(Region=["A", "B"], Change=["−1,036.5%", "no data"], Year=["2022"] * 2))
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig") == (
        "Region,Change (%),Year\r\nA,-1036.5,2022\r\nB,no data,2022\r\n"
    )


def test_a_column_of_several_units_keeps_them_in_its_cells():
    table = of(Input=["a", "b"], Year=["+9.6%", "56,131"])
    assert read_csv(sheets.csv(table))[1:] == [["a", "9.6%"], ["b", "56131"]]
    values = [row[1].value for row in read_xlsx(sheets.xlsx(table))[1:]]
    assert values == [0.096, 56131]


def test_xlsx_holds_numbers_as_printed_and_words_beside_them():
    rows = read_xlsx(
        sheets.xlsx(of(Region=["A", "B", "C"], Change=["+5.4%", "withheld", "−1,234.5%"]))
    )
    plus, word, minus = (row[1] for row in rows[1:])
    assert (plus.value, plus.number_format) == (0.054, "+#,##0.0%;-#,##0.0%;#,##0.0%")
    assert word.value == "withheld"
    assert (minus.value, minus.number_format) == (-12.345, "#,##0.0%")
    assert rows[0][1].font.bold


def test_the_second_sheet_says_everything_about_the_rows():
    shown = edition(own_note="作者的话")
    told = {row[0].value: row[1].value for row in read_xlsx(sheets.xlsx(shown, "/regions?a=1"), 1)}
    values = list(told.values())
    for text in (
        *("发现", "指标，单位，全国，2022 年", "能源", "2022", "已发表、推算", "国家统计局"),
        *("作者的话", "一条说明", "df275964", "1", shown.passport.id, "/regions?a=1"),
    ):
        assert text in values


def test_parquet_has_numbers_with_gaps_and_the_words_in_a_column_beside():
    content = sheets.parquet(of(Region=["A", "B"], Change=["−6.8%", "no data"], N=["3", "4"]))
    table = pq.read_table(io.BytesIO(content))
    assert table.to_pydict() == {
        "Region": ["A", "B"],
        "Change (%)": [-6.8, None],
        "Change (note)": [None, "no data"],
        "N": [3, 4],
    }
    told = dict(json.loads(table.schema.metadata[b"Facts"]))
    assert told["Source"] == "国家统计局"
    assert table.schema.metadata[b"Passport"].decode() == edition().passport.id


@pytest.mark.parametrize("text", FORMULAS)
def test_what_looks_like_a_formula_is_guarded(text):
    shown = of(Name=[text], **{text: ["1.0"]})
    header, row = read_csv(sheets.csv(shown))
    assert row[0].startswith("'") == (text[0] != "−")
    head, first = read_xlsx(sheets.xlsx(shown))
    assert {one.data_type for one in (*head, first[0])} == {"s"}


def test_guards_are_set_only_where_needed():
    assert guarded("−6.8") == "−6.8"
    assert guarded("=1") == "'=1"
    assert plain("a\x00\x0b\ud800\ufffeb\t") == "ab\t"
    assert one_line("a\r\n b\u2028c") == "a b c"


TEXTS = st.one_of(st.text(max_size=12), st.sampled_from(FORMULAS), st.sampled_from(["6.8%", "31"]))


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=5), TEXTS)
def test_whatever_the_cells_hold_no_file_has_a_formula(rows, title):
    shown = edition(exhibit(pd.DataFrame(rows, columns=["a", "b"]), title))
    for sheet in (0, 1):
        for row in read_xlsx(sheets.xlsx(shown), sheet):
            assert all(one.data_type in {"n", "s"} for one in row)
            assert all(isinstance(one.value, int | float | str | None) for one in row)
    assert len(read_csv(sheets.csv(shown))) == len(rows) + 1
    for column, back in zip(
        cells.columns(shown.exhibit.table), zip(*rows, strict=True), strict=True
    ):
        assert len(column.cells) == len(back)
    assert pq.read_table(io.BytesIO(sheets.parquet(shown))).num_rows == len(rows)


@given(st.lists(st.floats(-1e9, 1e9, allow_nan=False), min_size=1, max_size=6))
def test_numbers_come_back_from_every_format(values):
    table = pd.DataFrame({"n": [f"r{n}" for n in range(len(values))]})
    table["v"] = [number(value, 2, sign=True) for value in values]
    shown = edition(exhibit(table))
    wanted = np.round(values, 2)
    assert np.allclose(
        [float(row[1]) for row in read_csv(sheets.csv(shown))[1:]], wanted, atol=0.011
    )
    back = [row[1].value for row in read_xlsx(sheets.xlsx(shown))[1:]]
    assert np.allclose(back, wanted, atol=0.011)
    told = pq.read_table(io.BytesIO(sheets.parquet(shown)))["v"].to_pylist()
    assert np.allclose(told, wanted, atol=0.011)


def test_the_same_edition_gives_the_same_bytes():
    for write in (sheets.csv, sheets.xlsx, sheets.parquet):
        assert write(edition()) == write(edition())


def test_the_shape_is_that_of_the_rows():
    assert sheets.shape(edition()) == (3, 3)


def real(ask, lang):
    yield from test_exhibits.every(ask, lang)
    yield from test_outlook.every(ask, lang)
    yield from test_peak.every(ask, "total", 2022, lang)
    for question in test_drivers.QUESTIONS[:3]:
        yield from test_drivers.every(ask, question, "additive", lang)


@pytest.mark.parametrize("lang", LANGS)
def test_every_real_table_keeps_its_rows_and_its_words(ask, lang):
    for one in {shown.name: shown for shown in real(ask, lang) if shown is not None}.values():
        shown = edition(one, lang)
        rows = read_csv(sheets.csv(shown))
        assert len(rows) == len(one.table) + 1
        names = pq.read_schema(io.BytesIO(sheets.parquet(shown))).names
        assert len(set(names)) == len(names)
        sheet = read_xlsx(sheets.xlsx(shown))
        for place, column in enumerate(cells.columns(one.table)):
            for row, cell in zip(sheet[1:], column.cells, strict=True):
                is_number = isinstance(row[place].value, int | float)
                assert is_number == isinstance(cell, cells.Number)
