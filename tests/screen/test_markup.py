"""Tables in HTML: what needs room on a narrow screen gets it."""

import re

import pandas as pd

from carbonpeak.screen import markup

LONG_NAME = "Energy per value added above designated size"
FRAME = pd.DataFrame({"Series": [LONG_NAME, "Power"], "Value (in a unit of its own)": ["1", "2"]})


def test_a_long_name_of_a_row_is_marked_so_that_it_is_no_tower_of_words():
    rows = re.findall(r"<th scope='row'([^>]*)>([^<]*)", markup.table(FRAME, "alt"))
    assert rows == [(' class="long"', LONG_NAME), ("", "Power")]


def test_a_chinese_name_counts_double():
    frame = pd.DataFrame({"指标": ["规模以上工业单位增加值能耗（累计）", "化石能源发电量"]})
    rows = re.findall(r"<th scope='row'([^>]*)>", markup.table(frame, "alt"))
    assert rows == [' class="long"', ""]


def test_a_long_head_is_marked_too():
    heads = re.findall(
        r"<th( class=\"[a-z ]*\")?>", markup.table(FRAME, "alt").split("</thead>")[0]
    )
    assert heads == ["", ' class="wide"']
    said = markup.table(FRAME, "alt", words=True).split("</thead>")[0]
    assert 'class="said wide"' in said


def test_a_text_of_some_lines_gets_more_room_than_a_long_one():
    source = "14th FYP Industrial Green Development Plan, People's Daily via qq.com, 2021-12-05"
    frame = pd.DataFrame({"Goal": ["one"], "State": ["No value of the year"], "Source": [source]})
    cells = re.findall(r"<td class=\"([^\"]*)\">", markup.table(frame, "alt", words=True))
    assert cells == ["said long", "said long more"]
