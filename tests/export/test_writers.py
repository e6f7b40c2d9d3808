"""The rows of a figure as files: numbers in full, what is missing and marked beside them."""

import csv as csv_module
import io
import json as json_module
import zipfile

import openpyxl
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpeak.export.rows import writers
from carbonpeak.export.rows.file_columns import for_programs
from carbonpeak.figures.table import Form, Head, Table, missing, number, percent_form, words
from carbonpeak.words import LANGS
from tests import figure_rows, needed
from tests.export.samples import figure, printable

PERCENT = percent_form(1, sign=True)
TCE = Form("万吨标准煤", per=1e4)

NAMES = sorted(set(figure_rows.FIGURES) - needed.OF_OWN_FIGURES)


def rows_of(content):
    return list(csv_module.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def sheet_of(content, place=0):
    book = openpyxl.load_workbook(io.BytesIO(content))
    return book.worksheets[place]


def table(*columns):
    return Table.of_columns(dict(columns))


def test_csv_has_numbers_in_full_and_what_is_missing_and_marked_beside_them():
    shown = printable()
    head, *rows = rows_of(writers.csv(shown))
    told = ["指标，单位，全国，2022 年", shown.passport.id]
    assert head == [
        *("地区", "地区（标注）", "2022（%）", "2022（缺失说明）", "万吨"),
        *("指标、单位、范围与时期", "图表编码"),
    ]
    assert rows == [
        ["山西", "存疑", "-36.512345678", "", "1234.5", *told],
        ["天津", "", "5.3", "", "-9868.0", *told],
        ["西藏", "", "", "无数据", "0.0", *told],
    ]


@pytest.mark.parametrize(
    ("label", "head"),
    [("Of it estimated", "Of it estimated (t)"), ("Emissions (t CO₂)", "Emissions (t CO₂)")],
)
def test_a_head_names_the_unit_unless_its_words_do(label, head):
    tonnes = Form("t")
    shown = printable(figure(table((Head("t", label), (number(1.5, tonnes),)))), "en")
    assert rows_of(writers.csv(shown))[0][0] == head


def test_csv_opens_in_a_spreadsheet_program():
    content = writers.csv(printable())
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == 4


def test_no_file_for_machines_has_a_printed_minus_or_a_guarded_number():
    shown = printable()
    text = writers.csv(shown).decode("utf-8-sig") + writers.json(shown).decode()
    assert "\u2212" not in text
    assert "'-" not in text


def test_xlsx_holds_the_whole_number_and_shows_it_as_printed():
    sheet = sheet_of(writers.xlsx(printable()))
    assert [cell.value for cell in sheet[1]] == [
        "地区",
        "地区（标注）",
        "2022",
        "2022（缺失说明）",
        "万吨",
    ]
    assert sheet["C2"].value == -0.36512345678
    assert sheet["C2"].number_format == "+#,##0.0%;-#,##0.0%;#,##0.0%"
    assert (sheet["C4"].value, sheet["D4"].value) == (None, "无数据")
    assert (sheet["E2"].value, sheet["E2"].number_format) == (1234.5, "#,##0.0")


def test_the_second_sheet_says_everything_about_the_rows():
    shown = printable(own_note="作者的话")
    about = sheet_of(writers.xlsx(shown, "figures?passport=x"), 1)
    said = {row[0].value: row[1].value for row in about.iter_rows()}
    assert said["标题"] == "发现"
    assert said["筛选条件：年份"] == "2022"
    assert said["数据性质"] == "公开资料、推算"
    assert said["作者说明"] == "作者的话"
    assert said["图表编码"] == shown.passport.id
    assert said["链接"] == "figures?passport=x"


def test_parquet_has_types_units_and_keys():
    found = pq.read_table(io.BytesIO(writers.parquet(printable())))
    assert [str(field.type) for field in found.schema] == [
        *("string", "string", "double", "string", "double")
    ]
    change = found.schema.field("2022（%）")
    assert change.metadata == {b"key": b"change", b"unit": b"%"}
    assert found.column("2022（%）").to_pylist() == [-36.512345678, 5.3, None]
    assert found.column("2022（缺失说明）").to_pylist() == [None, None, "无数据"]


def test_json_has_rows_by_key():
    content = json_module.loads(writers.json(printable()))
    assert content["rows"][0] == {
        "region": "山西",
        "region_marks": "存疑",
        "change": -36.512345678,
        "change_missing": None,
        "co2": 1234.5,
    }
    assert content["columns"][2] == {"key": "change", "heading": "2022（%）", "unit": "%"}


def test_people_read_words_where_programs_read_codes():
    tiers = table(
        (
            Head("tier", "预警等级"),
            [
                words("● 进展顺利（三级） ※", "on_schedule", ["doubtful"]),
                missing("no_data", "– 无数据"),
            ],
        )
    )
    shown = printable(figure(tiers))
    assert [row[:2] for row in rows_of(writers.csv(shown))] == [
        ["预警等级", "预警等级（标注）"],
        ["● 进展顺利（三级）", "存疑"],
        ["– 无数据", ""],
    ]
    assert sheet_of(writers.xlsx(shown))["A2"].value == "● 进展顺利（三级）"
    assert json_module.loads(writers.json(shown))["rows"] == [
        {"tier": "on_schedule", "tier_missing": None, "tier_marks": "存疑"},
        {"tier": None, "tier_missing": "– 无数据", "tier_marks": None},
    ]


def test_years_and_counts_are_whole():
    counted = table(
        (
            Head("year", "年份"),
            [number(2021, Form(is_year=True)), number(2022, Form(is_year=True))],
        ),
        (Head("count", "省数"), [number(3, Form()), number(28, Form())]),
    )
    shown = printable(figure(counted))
    assert rows_of(writers.csv(shown))[1][:2] == ["2021", "3"]
    sheet = sheet_of(writers.xlsx(shown))
    assert (sheet["A2"].value, sheet["A2"].number_format) == (2021, "0")
    found = pq.read_table(io.BytesIO(writers.parquet(shown)))
    assert [str(field.type) for field in found.schema] == ["int64", "int64"]


def test_a_column_that_is_wholly_missing_stays_a_column_of_numbers():
    empty = table((Head("change", "变化"), [missing("withheld", "不显示", PERCENT)]))
    found = pq.read_table(io.BytesIO(writers.parquet(printable(figure(empty)))))
    assert [str(field.type) for field in found.schema] == ["double", "string"]
    assert found.to_pylist() == [{"变化（%）": None, "变化（缺失说明）": "不显示"}]


def test_words_that_replace_a_number_do_not_replace_its_value():
    passed = table((Head("rate", "年均"), [number(-0.0123, PERCENT, "已提前达到")]))
    assert passed.texts()["年均"].tolist() == ["已提前达到"]
    assert rows_of(writers.csv(printable(figure(passed))))[1][0] == "-1.23"


def test_columns_of_one_name_or_of_different_lengths_are_refused():
    with pytest.raises(ValueError, match="share a name"):
        table((Head("a", "甲"), [words("x")]), (Head("a", "乙"), [words("y")]))
    with pytest.raises(ValueError, match="not of one length"):
        table((Head("a", "甲"), [words("x")]), (Head("b", "乙"), []))


FORMULAS = ["=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1+1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_looks_like_a_formula_is_guarded(text):
    shown = printable(figure(table((Head("name", text), [words(text)]))))
    head, row = rows_of(writers.csv(shown))
    assert head[0].startswith("'")
    assert row[0].startswith("'")
    assert sheet_of(writers.xlsx(shown))["A2"].value.startswith("'")


@given(st.lists(st.text(min_size=1), min_size=1, max_size=4))
def test_whatever_the_cells_hold_no_file_has_a_formula(texts):
    shown = printable(figure(table((Head("name", "名"), [words(one) for one in texts]))))
    content = writers.xlsx(shown)
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        assert b"<f>" not in b"".join(book.read(name) for name in book.namelist())
    assert len(rows_of(writers.csv(shown))) == len(texts) + 1
    assert pq.read_table(io.BytesIO(writers.parquet(shown))).num_rows == len(texts)


NUMBERS = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15)


@given(st.lists(NUMBERS, min_size=1, max_size=6))
def test_numbers_come_back_from_every_format_to_fifteen_digits(values):
    shown = printable(figure(table((Head("e", "能耗"), [number(one, TCE) for one in values]))))
    expected = pytest.approx([one / 1e4 for one in values], rel=1e-14, abs=0)
    assert [float(row[0]) for row in rows_of(writers.csv(shown))[1:]] == expected
    found = pq.read_table(io.BytesIO(writers.parquet(shown)))
    assert found.column(0).to_pylist() == expected
    sheet = sheet_of(writers.xlsx(shown))
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == expected


def test_the_same_figure_gives_the_same_bytes():
    for write in (writers.csv, writers.xlsx, writers.parquet, writers.json):
        assert write(printable()) == write(printable())


def test_the_shape_is_that_of_the_files():
    assert writers.shape(printable()) == (3, 5)


@pytest.mark.parametrize("name", NAMES)
def test_a_real_table_keeps_its_rows_in_every_format(data, name):
    """In Chinese and English by turns: that tables of both have the same rows holds elsewhere."""
    shown = figure_rows.printable(data, name, LANGS[NAMES.index(name) % len(LANGS)])
    count, columns = writers.shape(shown)
    assert len(rows_of(writers.csv(shown))) == count + 1
    found = pq.read_table(io.BytesIO(writers.parquet(shown)))
    assert (found.num_rows, found.num_columns) == (count, len(for_programs(shown)))
    sheet = sheet_of(writers.xlsx(shown))
    assert (sheet.max_row, sheet.max_column) == (count + 1, columns)
    assert len(json_module.loads(writers.json(shown))["rows"]) == count
