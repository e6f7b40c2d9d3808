"""Rows of tables on the screen: words, codes, links, and how much of them is sent."""

import pytest
from streamlit.dataframe_util import convert_anything_to_arrow_bytes

from carbonpeak.data.catalogue import load
from carbonpeak.data.table_rows import Wanted
from carbonpeak.screen import rows_table
from carbonpeak.words.speaker import Speaker

MOST_BYTES = 30_000


@pytest.mark.parametrize("table", load().tables, ids=lambda one: one.name)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_page_of_any_table_sends_more_than_its_share(data, table, lang):
    rows = data.rows_of(Wanted(table.name), 0, rows_table.PAGE_ROWS)
    shown = rows_table.worded(data, table, rows, Speaker(lang))
    sent = convert_anything_to_arrow_bytes(rows_table.small(shown))
    assert len(sent) <= MOST_BYTES
    assert len(shown) == min(rows_table.PAGE_ROWS, table.row_count)
    assert set(shown.columns) <= set(rows_table.order(table))


def test_words_stand_beside_codes_and_links_lead_to_documents(data):
    table = data.catalogue.table("co2")
    rows = data.rows_of(Wanted("co2"), 0, 5)
    shown = rows_table.worded(data, table, rows, Speaker("zh"))
    assert shown["region_code"][0] == "北京 (110000)"
    assert shown["standing"][0] == "公开资料"
    assert shown["address"][0].startswith("https://doi.org/")
    assert shown["co2_t"].tolist() == rows["co2_t"].tolist()


def test_texts_of_registers_are_chinese_in_the_chinese_view(data):
    table = data.catalogue.table("targets")
    rows = data.rows_of(Wanted("targets"))
    shown = {lang: rows_table.worded(data, table, rows, Speaker(lang)) for lang in ("zh", "en")}
    assert shown["en"]["indicator"].tolist() == rows["indicator"].tolist()
    place = rows["indicator"].tolist().index("CO2 per unit of GDP")
    assert "二氧化碳" in shown["zh"]["indicator"][place]
    assert shown["zh"]["value"].tolist() == pytest.approx(rows["value"].tolist(), nan_ok=True)


def test_a_code_of_a_register_is_words_in_both_views(data):
    table = data.catalogue.table("green_entities")
    rows = data.rows_of(Wanted("green_entities"), 0, 5)
    shown = {lang: rows_table.worded(data, table, rows, Speaker(lang)) for lang in ("zh", "en")}
    assert set(rows["kind"]) == {"green_factory"}
    assert set(shown["en"]["kind"]) == {"green factory"}
    assert set(shown["zh"]["kind"]) == {"绿色工厂"}


def test_rows_without_a_code_stay_empty(data):
    table = data.catalogue.table("sectors")
    shown = rows_table.worded(data, table, data.rows_of(Wanted("sectors")), Speaker("en"))
    assert shown["plan_industry_code"].isna().any()
    assert not (shown["plan_industry_code"].dropna() == "None").any()
