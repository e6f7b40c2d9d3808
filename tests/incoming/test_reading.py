"""Good files in all the ways people send them give the same rows; what was done is said."""

import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from carbonpeak.data.dataset import Dataset
from carbonpeak.incoming.check import checked
from tests.incoming import broken
from tests.incoming.test_broken_files import incoming

EXPECTED = {
    "year": [2023, 2023],
    "region_code": ["130000", "140000"],
    "value_added_nominal_cny": [1.4e12, 1.2e12],
    "deflator_2020_1": [1.16, 1.16],
    "value_added_real_cny": [1.2069e12, 1.0345e12],
    "standing": ["unverified"] * 2,
    "source_id": ["own-figures"] * 2,
}


def require_same(data: Dataset, content: bytes, name: str = "t.csv") -> str:
    """Require the expected rows without an error; return what was read as what."""
    found = incoming(data, content, name)
    assert not found.is_refused, [one.text.en for one in found.findings]
    assert {one: found.rows[one].tolist() for one in found.rows} == EXPECTED
    return "\n".join(one.en for one in found.read_as)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be"])
def test_encodings_are_found_and_said(data: Dataset, encoding: str):
    said = require_same(data, broken.plain(broken.GOOD, encoding=encoding))
    name = encoding.upper().removesuffix("-SIG")
    assert {"UTF-16": "UTF-16LE", "UTF-16-BE": "UTF-16BE"}.get(name, name) in said


@pytest.mark.parametrize(("separator", "name"), [(",", "comma"), (";", "semicolon"), ("\t", "tab")])
def test_separators_are_found_and_said(data: Dataset, separator: str, name: str):
    text = broken.text(broken.GOOD, separator=separator)
    assert name in require_same(data, text.encode())


def test_lines_may_end_as_on_windows(data: Dataset):
    require_same(data, broken.text(broken.GOOD).replace("\n", "\r\n").encode())


def test_names_of_columns_may_be_broken_over_lines(data: Dataset):
    head = [one.replace("增加值", "增加\n值") for one in broken.HEAD]
    require_same(data, broken.plain(broken.GOOD, head))


def test_columns_may_stand_in_any_order(data: Dataset):
    order = [5, 3, 0, 2, 4, 1]
    cells = [[row[place] for place in order] for row in broken.GOOD]
    require_same(data, broken.plain(cells, [broken.HEAD[place] for place in order]))


ENGLISH = [
    "year", "province code", "province", "value added (10^8 yuan)", "deflator_2020_1",
    "value_added_real_cny (10^8 yuan)",
]  # fmt: skip


def test_headings_may_be_english(data: Dataset):
    require_same(data, broken.plain(broken.GOOD, ENGLISH))


@pytest.mark.parametrize(
    "name", ["河北省", "河 北", "Hebei", "hebei", "CN-HE", "13", "130000", "HEBEI"]
)
def test_a_province_is_known_by_every_name(data: Dataset, name: str):
    cells = [[row[0], *row[2:]] for row in broken.rows(c2=name)]
    require_same(data, broken.plain(cells, [broken.HEAD[0], *broken.HEAD[2:]]))


@pytest.mark.parametrize("year", ["2023年", "2023.0", "２０２３", "2023年度"])
def test_years_as_people_write_them_are_said(data: Dataset, year: str):
    assert "1 years such as" in require_same(data, broken.plain(broken.rows(c0=year)))


def test_numbers_as_people_write_them_are_said(data: Dataset):
    said = require_same(data, broken.plain(broken.rows(c3="14,000.0", c5="１２０６９")))
    assert "1 numbers were read without their separators" in said
    assert "1 numbers in full-width digits" in said


def test_a_unit_may_have_a_column_of_its_own(data: Dataset):
    head = [*broken.HEAD[:3], "工业增加值", *broken.HEAD[4:], "单位"]
    other = [*broken.GOOD[1], "万元"]
    other[3] = "120000000"
    found = incoming(data, broken.plain([[*broken.GOOD[0], "亿元"], other], head))
    assert found.rows["value_added_nominal_cny"].tolist() == [1.4e12, 1.2e12]


def test_a_row_without_its_unit_is_refused(data: Dataset):
    head = [*broken.HEAD[:3], "工业增加值", *broken.HEAD[4:], "单位"]
    cells = [[*broken.GOOD[0], "亿元"], [*broken.GOOD[1], ""]]
    [finding] = incoming(data, broken.plain(cells, head)).findings
    assert (finding.rule, finding.row, finding.column) == ("unit.none", 3, "单位")


def bureau() -> bytes:
    """A workbook as a bureau sends it: title, merged heads, units below, texts, notes."""
    made = openpyxl.Workbook()
    made.active.title = "说明"
    made.active["A1"] = "编制说明"
    sheet = made.create_sheet("表1")
    sheet["A1"] = "各地区工业增加值"
    sheet.merge_cells("A1:E1")
    sheet.append(["", "", "", "", ""])
    sheet.append(["年份", "地区", "工业增加值", "平减指数", "增加值（2020 年价）"])
    sheet.append([None, None, "（亿元）", "（2020=1）", "亿元"])
    sheet.append([2023, "河  北", "14,000", 1.16, 12069])
    sheet.append([None, "山西省", 12000, 1.16, "=10000+345"])
    sheet.append(["注：初步核算数。"])
    sheet.merge_cells("A3:A4")
    sheet.merge_cells("B3:B4")
    sheet.merge_cells("A5:A6")
    content = io.BytesIO()
    made.save(content)
    return kept(content.getvalue())


def kept(content: bytes) -> bytes:
    """Give the formula the result that a spreadsheet program would keep beside it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            member = before.read(name)
            after.writestr(name, re.sub(rb"(</f>)<v ?/?>(</v>)?", rb"\1<v>10345</v>", member))
    return made.getvalue()


def test_a_workbook_as_a_bureau_sends_it_is_read(data: Dataset):
    said = require_same(data, bureau(), "bureau.xlsx")
    for words in (
        "the sheet “表1”", "heading is in row 3; 2 rows are read from row 5",
        "merged cells at 1 places", "1 formulas", "from row 7 on there are notes",
    ):  # fmt: skip
        assert words in said


def test_a_title_above_the_heading_moves_the_places(data: Dataset):
    title = "各地区工业增加值,,,,,\n,,,,,\n"
    said = require_same(data, (title + broken.text(broken.GOOD)).encode())
    assert "heading is in row 3; 2 rows are read from row 4" in said
    content = (title + broken.text(broken.rows(c3="y3"))).encode()
    assert [one.row for one in incoming(data, content).findings] == [4]


def test_a_heading_that_comes_again_is_left_out(data: Dataset):
    # As it stands there, or the same names written a little otherwise.
    other = [one.replace("（亿元）", " (亿元)") for one in broken.HEAD]
    cells = [broken.GOOD[0], broken.HEAD, other, broken.GOOD[1]]
    assert "2 rows repeat the heading" in require_same(data, broken.plain(cells))


def test_parquet_is_read(data: Dataset):
    content = io.BytesIO()
    pd.DataFrame(broken.GOOD, columns=broken.HEAD).to_parquet(content)
    assert "Parquet" in require_same(data, content.getvalue(), "t.parquet")


def test_the_sheet_may_be_named(data: Dataset, tmp_path: Path):
    [two] = [one for one in broken.FILES if one.name == "two.xlsx"]
    path = tmp_path / two.name
    path.write_bytes(two.content)
    assert not checked(data, "value_added", path, "增加值2").is_refused
    [finding] = checked(data, "value_added", path, "增加值3").findings
    assert (finding.rule, finding.value) == ("sheet.unknown", "增加值3")


def test_an_unknown_column_must_be_confirmed(data: Dataset):
    head = [*broken.HEAD, "增加植"]
    found = incoming(data, broken.plain([[*row, "1"] for row in broken.GOOD], head))
    assert ("heading.unknown", "增加植") in [(one.rule, one.value) for one in found.findings]
    assert not found.is_refused


def test_yes_and_no_and_whole_numbers_are_held_to_their_types(data: Dataset):
    head = [
        "region_code",
        "iso_code",
        "name_en",
        "name_zh",
        "name_full_zh",
        "in_inventory",
        "tile_row",
    ]
    cells = [["130000", "CN-HE", "Hebei", "河北", "河北省", "也许", "2.5"]]
    found = incoming(data, broken.plain(cells, head), table="regions")
    assert {(one.rule, one.column) for one in found.findings} == {
        ("cell.type", "in_inventory"),
        ("cell.whole", "tile_row"),
    }
