"""A table for the terminal: numbers to the right, Chinese glyphs two wide, cut in words."""

import pandas as pd
import pytest

from carbonpeak.cli import table

ROWS = pd.DataFrame(
    {
        "region_code": ["320000", "150000"],
        "name_zh": ["江苏", "内蒙古"],
        "cumulative": [-0.0693926, None],
        "energy_tce": [199471300.4, 12.0],
        "is_doubtful": [False, True],
    }
)


def test_columns_are_aligned_by_what_glyphs_take():
    assert table.text(ROWS, "zh").splitlines() == [
        "地区    中文名称  累计变化   能源消费量  是否存疑",
        "320000  江苏      -0.06939  199,471,300  否",
        "150000  内蒙古           -           12  是",
    ]


def test_english_keeps_the_names_of_columns():
    assert table.text(ROWS[["region_code", "is_doubtful"]], "en").splitlines() == [
        "region_code  is_doubtful",
        "320000       no",
        "150000       yes",
    ]


def test_what_does_not_fit_is_named_with_how_to_see_it():
    lines = table.text(ROWS, "en", 40).splitlines()
    assert lines[0].split() == ["region_code", "name_zh", "cumulative"]
    assert lines[-1] == "2 columns more: energy_tce, is_doubtful. See all with --format csv."
    assert max(map(table.glyph_width, lines[:3])) <= 40


def test_a_long_text_is_cut_only_where_there_is_a_width():
    rows = pd.DataFrame({"note": ["能源" * 30]})
    assert "能源" * 30 in table.text(rows, "zh")
    lines = table.text(rows, "zh", 80).splitlines()
    assert table.glyph_width(lines[1]) <= table.WIDEST_TEXT
    assert lines[1].endswith("…")
    assert lines[-1] == "过长的文字已截短（…）。加 --format csv 可看全文。"


@pytest.mark.parametrize(
    ("value", "written"),
    [(2007.0, "2007"), (0.12345678, "0.1235"), (-12345.6, "-12,346"), (1e-7, "1e-07")],
)
def test_numbers_are_rounded_to_what_can_be_read(value, written):
    assert table.text(pd.DataFrame({"x": [value]}), "en").split()[1] == written
