"""Files as people send them that must be refused or told of, each made here from good rows."""

import csv
import gzip
import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import openpyxl
import pandas as pd

HEAD = [
    "年份",
    "地区代码",
    "地区",
    "工业增加值（亿元）",
    "平减指数（2020=1）",
    "增加值（2020 年价）（亿元）",
]
Cells = list[list[Any]]
# Two provinces, not far from the year before.
GOOD: Cells = [
    ["2023", "130000", "河北", "14000", "1.16", "12069"],
    ["2023", "140000", "山西", "12000", "1.16", "10345"],
]

# Another table below, as people put several on one sheet.
OTHER_TABLE: Cells = [
    ["年份", "地区代码", "地区", "能源消费量（万吨标准煤）", "", ""],
    ["2023", "130000", "河北", "22000", "", ""],
    ["2023", "140000", "山西", "16000", "", ""],
]


@dataclass(frozen=True)
class Broken:
    """A broken file: its name, its content, and the finding it must give: rule, row, column."""

    name: str
    content: bytes
    rule: str
    row: int = 0
    column: str = ""
    sheet: str = ""
    table: str = "value_added"


def rows(**cells: Any) -> Cells:
    """Return the good rows with cells of the first changed, by place of column (``c3``)."""
    made = [list(row) for row in GOOD]
    for place, value in cells.items():
        made[0][int(place[1:])] = value
    return made


def text(cells: Cells, head: Sequence[str] = HEAD, separator: str = ",") -> str:
    held = io.StringIO()
    csv.writer(held, delimiter=separator, lineterminator="\n").writerows([list(head), *cells])
    return held.getvalue()


def plain(cells: Cells, head: Sequence[str] = HEAD, encoding: str = "utf-8") -> bytes:
    return text(cells, head).encode(encoding)


def book(change: Callable[[Any], None] = lambda _: None, cells: Cells = GOOD) -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "增加值"
    for row in [HEAD, *cells]:
        sheet.append(row)
    change(made)
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def _with(**cells: Any) -> Callable[[Any], None]:
    def change(made: Any) -> None:
        for place, value in cells.items():
            made.active[place] = value

    return change


def _merged(place: str) -> Callable[[Any], None]:
    return lambda made: made.active.merge_cells(place)


def _twice(made: Any) -> None:
    made.copy_worksheet(made.active).title = "增加值2"


def _many_sheets(made: Any) -> None:
    for place in range(61):
        made.create_sheet(f"s{place}")


def _external(made: Any) -> None:
    made.active["D2"] = "='[1]去年'!D2"


def _bomb() -> bytes:
    content = io.BytesIO()
    # Packed in haste: it is made wherever the names of the tests are.
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as member:
            for _ in range(401):
                member.write(bytes(2**20))
    return content.getvalue()


def _locked() -> bytes:
    content = bytearray(book())
    at = content.index(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 4)
    return bytes(content)


def _zipped(name: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(name, b"x")
    return content.getvalue()


def _parquet() -> bytes:
    content = io.BytesIO()
    pd.DataFrame({"year": [2023]}).to_parquet(content)
    return content.getvalue()


def _other_below(made: Any) -> None:
    made.active.append([])
    for row in OTHER_TABLE:
        made.active.append(row)


NOMINAL, YEAR, CODE, NAME = HEAD[3], HEAD[0], HEAD[1], HEAD[2]


def _cell(name: str, rule: str, place: int, value: str) -> Broken:
    changed = rows(**{f"c{place}": value})
    return Broken(f"{name}.csv", plain(changed), rule, 2, HEAD[place])


def _head(name: str, rule: str, place: int, heading: str, column: str = "", row: int = 1) -> Broken:
    head = [*HEAD[:place], heading, *HEAD[place + 1 :]]
    return Broken(f"{name}.csv", plain(GOOD, head), rule, row, column or heading)


FILES: tuple[Broken, ...] = (
    # The file as a whole
    Broken("empty.csv", b"", "file.empty"),
    Broken("blanks.csv", b" \n\n ", "file.empty"),
    Broken("bomb.xlsx", _bomb(), "file.bomb"),
    Broken("cut.xlsx", book()[:3000], "file.damaged"),
    Broken("locked.xlsx", _locked(), "file.locked"),
    Broken("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "file.old_workbook"),
    Broken("binary.xlsb", _zipped("xl/workbook.bin"), "file.old_workbook"),
    Broken("archive.zip", _zipped("data.csv"), "file.packed"),
    Broken("packed.csv.gz", gzip.compress(plain(GOOD)), "file.packed"),
    Broken("page.xls", b"<html><table></table></html>", "file.page"),
    Broken("picture.png", b"\x89PNG\r\n\x1a\n", "file.format"),
    Broken("paper.pdf", b"%PDF-1.7\n", "file.format"),
    Broken("cut.parquet", _parquet()[:60], "file.damaged"),
    Broken("bytes.csv", b"\xff\xff\xfe\x81\x20\xff,1\n", "file.encoding"),
    Broken("sheets.xlsx", book(_many_sheets), "file.sheets"),
    Broken("wide.csv", plain([["1"] * 10_000], ["c"] * 10_000), "file.columns"),
    Broken("wide.xlsx", book(_with(NTP1="x")), "file.columns", 0, "", "增加值"),
    Broken("far.xlsx", book(_with(OJ1048576="x")), "file.cells", 0, "", "增加值"),
    Broken("two.xlsx", book(_twice), "sheet.several"),
    Broken("quotes.csv", plain(GOOD) + b'2023,"13', "row.quotes", 4),
    # The heading
    Broken("other.csv", plain([["1", "2"]], ["x", "y"]), "heading.none"),
    Broken("lacking.csv", plain([r[:4] for r in GOOD], HEAD[:4]), "heading.missing", 1),
    Broken("years.csv", plain([["河北", "1"]], ["地区", "2023"]), "heading.missing", 1),
    _head("twice", "heading.twice", 2, "行政区划代码"),
    _head("no_unit", "unit.none", 3, "工业增加值", row=0),
    _head("strange_unit", "unit.unknown", 3, "工业增加值（亿两）"),
    _head("other_unit", "unit.other", 3, "工业增加值（万吨标准煤）"),
    _head("other_prices", "unit.unknown", 3, "工业增加值（亿元，2015年价）"),
    Broken("headings_alone.csv", plain([]), "rows.none"),
    # Rows
    Broken("short.csv", plain([GOOD[0][:5], GOOD[1]]), "row.cells", 2),
    Broken("long.csv", plain([GOOD[0], [*GOOD[1], "9"]]), "row.cells", 3),
    Broken("beyond.xlsx", book(_with(H3="9")), "row.beyond", 3, "", "增加值"),
    Broken("two_below.csv", plain([*GOOD, *OTHER_TABLE]), "row.heading", 4),
    Broken("two_below.xlsx", book(_other_below), "row.heading", 5, "", "增加值"),
    Broken("same.csv", plain([*GOOD, GOOD[0]]), "duplicate", 4),
    # Cells
    _cell("year_words", "cell.year", 0, "二〇二三"),
    _cell("year_short", "cell.year", 0, "23"),
    _cell("year_far", "year_out", 0, "2203"),
    _cell("year_early", "year_out", 0, "1923"),
    _cell("no_code", "cell.code", 1, "139999"),
    _cell("no_name", "cell.code", 2, "河比"),
    _cell("exchanged", "cell.code_name", 1, "610000"),
    _cell("underscore", "number.underscore", 3, "33_36.6"),
    _cell("infinite", "number.not_finite", 3, "inf"),
    _cell("overflow", "number.not_finite", 3, "1e999"),
    _cell("nan", "number.not_finite", 3, "nan"),
    _cell("inner_blank", "number.blanks", 3, "3 336.6"),
    _cell("words", "number.unit", 3, "3336.6亿元"),
    _cell("foreign_digits", "number.digits", 3, "٣٣٣٦"),
    _cell("decimal_comma", "number.none", 3, "3336,6"),
    _cell("no_number", "number.none", 3, "约三千"),
    _cell("two_points", "number.none", 3, "3.336.6"),
    _cell("fraction", "number.none", 3, "14000/2"),
    _cell("range", "number.none", 3, "13000-14000"),
    _cell("approximate", "number.none", 3, "≈14000"),
    _cell("letter_o", "number.unit", 3, "14OOO"),
    _cell("thousands_of_four", "number.none", 3, "1,4000"),
    _cell("sixth_province", "cell.code", 2, "河北省石家庄市"),
    _cell("year_and_month", "cell.year", 0, "2023-05"),
    _cell("missing", "empty", 3, "—"),
    _cell("dots", "empty", 3, "…"),
    _cell("hash", "empty", 3, "#"),
    _cell("blank", "empty", 3, ""),
    _cell("negative", "below_zero", 3, "-140"),
    _cell("slip", "jump", 3, "140000"),
    Broken(
        "semicolon.csv",
        text(rows(c3="3,336"), separator=";").encode(),
        "number.comma",
        2,
        NOMINAL,
    ),
    Broken("excel_error.xlsx", book(_with(D2="#REF!")), "cell.error", 2, NOMINAL, "增加值"),
    Broken("formula.xlsx", book(_with(D2="=1+1")), "cell.formula", 2, NOMINAL, "增加值"),
    Broken("external.xlsx", book(_external), "cell.external", 2, NOMINAL, "增加值"),
    Broken("merged.xlsx", book(_merged("D2:D3")), "cell.merged", 2, NOMINAL, "增加值"),
)
