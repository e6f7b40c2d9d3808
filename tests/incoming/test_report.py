"""The report of findings: as rows, and as a workbook with the cells at fault marked."""

import io

import openpyxl
import pytest

from carbonpeak.data.dataset import Dataset
from carbonpeak.incoming import report
from tests.incoming import broken
from tests.incoming.test_broken_files import incoming

COLOURS = {"error": "FFF4C7C3", "warning": "FFFCE8B2"}


def opened(data: Dataset, content: bytes, chinese: bool = True) -> openpyxl.Workbook:
    found = incoming(data, content)
    return openpyxl.load_workbook(io.BytesIO(report.workbook(found, chinese)))


def test_the_rows_say_place_value_rule_and_remedy(data: Dataset):
    found = incoming(data, broken.plain(broken.rows(c3="y3", c0="23")))
    rows = report.frame(found, chinese=False)
    assert rows[["severity", "file", "row", "column", "value", "rule"]].to_numpy().tolist() == [
        ["error", "t.csv", 2, broken.HEAD[3], "y3", "number.none"],
        ["error", "t.csv", 2, broken.HEAD[0], "23", "cell.year"],
    ]
    assert rows["remedy"].str.endswith(".").all()


def test_the_workbook_marks_the_cells_at_fault_and_no_other(data: Dataset):
    sheet = opened(data, broken.plain(broken.rows(c3="y3")))["数据"]
    marked = {
        cell.coordinate: cell.fill.start_color.rgb
        for row in sheet.iter_rows()
        for cell in row
        if cell.fill.fill_type
    }
    # The number of the row stands before its cells, and a line above them.
    assert marked == {"E3": COLOURS["error"]}
    assert sheet["E3"].value == "y3"
    assert "不是数字" in sheet["E3"].comment.text
    assert [sheet["A2"].value, sheet["A3"].value] == [1, 2]


def test_a_warning_is_marked_otherwise(data: Dataset):
    sheet = opened(data, broken.plain(broken.rows(c3="140000")))["数据"]
    assert sheet["E3"].fill.start_color.rgb == COLOURS["warning"]


@pytest.mark.parametrize(("chinese", "names"), [
    (True, ["检查结果", "数据", "读取方式"]),
    (False, ["Findings", "Rows", "Read as"]),
])  # fmt: skip
def test_the_workbook_speaks_one_language(data: Dataset, chinese: bool, names: list[str]):
    assert opened(data, broken.plain(broken.GOOD), chinese).sheetnames == names


def test_a_formula_of_a_foreign_file_stays_a_text(data: Dataset):
    book = opened(data, broken.plain(broken.rows(c3="=1+1")))
    assert book["数据"]["E3"].data_type == "s"
    assert all(cell.data_type != "f" for row in book["检查结果"].iter_rows() for cell in row)


def test_of_a_large_file_the_rows_at_fault_are_written(data: Dataset, monkeypatch):
    monkeypatch.setattr(report, "MOST_CELLS", 10)
    cells = [broken.GOOD[0]] * 60 + [["2023", *broken.GOOD[1][1:3], "y3", *broken.GOOD[1][4:]]]
    sheet = opened(data, broken.plain(cells))["数据"]
    numbers = [row[0].value for row in sheet.iter_rows(min_row=2)]
    assert numbers == [*range(1, 41), 62]


def test_a_file_that_cannot_be_read_gives_the_findings_alone(data: Dataset):
    assert opened(data, b"%PDF-1.7").sheetnames == ["检查结果", "读取方式"]
