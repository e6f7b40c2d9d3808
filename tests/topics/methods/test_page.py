"""The tables of the page Data and methods: looked at, searched, filtered, sorted, page by page."""

import pytest

from carbonpeak.screen.rows_table import PAGE_ROWS
from tests.opened_page import marked, words_of


def rows_shown(app):
    return app.dataframe[0].value


@pytest.mark.parametrize(
    ("lang", "table"),
    [
        *(("zh", "regions"), ("en", "targets"), ("zh", "sources")),
        *(("en", "faults"), ("zh", "energy"), ("en", "tasks_actions")),
    ],
)
def test_every_kind_of_table_can_be_looked_at(open_page, lang, table):
    app = open_page("methods", lang, table=table)
    assert not app.exception
    assert 0 < len(rows_shown(app)) <= 100


def test_rows_are_searched_filtered_and_sorted_by_the_address(open_page):
    app = open_page(
        "methods", "en", table="energy", search="coal 2022", order="-energy_tce",
        where="region_code:350000",
    )  # fmt: skip
    rows = rows_shown(app)
    assert set(rows["region_code"]) == {"Fujian (350000)"}
    assert set(rows["year"]) == {2022}
    assert rows["energy_tce"].is_monotonic_decreasing
    assert app.text_input(key="data-search").value == "coal 2022"


def test_a_search_stands_in_the_address_and_begins_at_the_first_page(open_page):
    app = open_page("methods", "en", table="sources", part="3")
    app.text_input(key="data-search").input("xinhua").run()
    assert app.query_params["search"] == "xinhua"
    assert "part" not in app.query_params
    assert rows_shown(app)["citation"].str.contains("xinhua", case=False).all()


def test_pages_follow_each_other_to_the_last(open_page, data):
    app = open_page("methods", "en", table="sources")
    first = list(rows_shown(app)["source_id"])
    app.button(key="rows-next").click().run()
    assert app.query_params["part"] == "2"
    assert not set(first) & set(rows_shown(app)["source_id"])
    last = open_page("methods", "en", table="sources", part="999")
    assert len(rows_shown(last)) == (len(data.ask("sources__all")) - 1) % PAGE_ROWS + 1
    assert last.button(key="rows-next").disabled


def test_a_column_is_filtered_by_its_values(open_page):
    app = open_page("methods", "en", table="regional_targets")
    app.selectbox(key="filter-column-regional_targets").select("measure").run()
    app.multiselect(key="filter-regional_targets-measure").select("co2_per_gdp").run()
    assert set(rows_shown(app)["measure"]) == {"co2_per_gdp"}
    assert app.query_params["where"] == "measure:co2_per_gdp"
    app.button(key="filter-clear").click().run()
    assert len(rows_shown(app)) == 33


def test_rows_without_a_value_can_be_asked_for(open_page):
    app = open_page("methods", "en", table="co2", where="flag:![](//x)")
    assert "![](//x)" in words_of(app)
    assert marked(app, "//x") == []
    app = open_page("methods", "en", table="co2", where="flag:cement_implausible")
    app.selectbox(key="filter-column-co2").select("co2_t").run()
    app.checkbox(key="filter-co2-co2_t-empty").check().run()
    assert app.query_params["where"] == ["flag:cement_implausible", "co2_t:empty()"]
    assert rows_shown(app)["co2_t"].isna().all()
    assert len(rows_shown(app)) == 2


def test_numbers_are_filtered_by_bounds(open_page):
    app = open_page("methods", "en", table="energy")
    app.selectbox(key="filter-column-energy").select("energy_tce").run()
    app.number_input(key="filter-energy-energy_tce-low").set_value(1e7).run()
    assert rows_shown(app)["energy_tce"].min() >= 1e7
    assert app.query_params["where"] == "energy_tce:10000000.."


def test_another_table_takes_leave_of_the_filters_of_the_one_before(open_page):
    app = open_page("methods", "en", table="sources", search="xinhua")
    app.selectbox(key="table").select("regions").run()
    assert "search" not in app.query_params
    assert len(rows_shown(app)) == 32


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_not_known_is_said_and_nothing_is_run(open_page, lang):
    hostile = "<img src=x onerror=alert(1)>"
    app = open_page("methods", lang, table=hostile, order=hostile, where=hostile, search=hostile)
    assert not app.exception
    assert not any("<img" in one.body for one in app.html)
    assert hostile[:20] in words_of(app)


def test_a_search_of_ten_thousand_letters_is_told(open_page):
    app = open_page("methods", "zh", table="energy", search="能 " * 5000)
    assert not app.exception
    assert app.dataframe[0].value is not None
    app = open_page("methods", "zh", table="energy", search="能" * 10_000)
    assert "前 200 个字符" in words_of(app)


def test_a_fault_that_marks_no_row_has_a_dash(data):
    from carbonpeak.topics.methods import tables
    from carbonpeak.words.speaker import Speaker

    faults = data.ask("faults__all")
    shown = tables.faults(data, Speaker("en"))["Rows marked"].tolist()
    assert shown.count("–") == int((faults["row_count"] == 0).sum()) > 0
    assert "0" not in shown


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_begins_with_the_methods_and_says_what_follows(seen_page, lang):
    app = seen_page("methods", lang)
    [contents] = [one.value for one in app.markdown if "(#definitions)" in one.value]
    for head in app.header:
        assert f"[{head.value}](#{head.proto.anchor})" in contents
    assert app.header[0].proto.anchor == "definitions"


def test_heads_of_rows_are_in_the_language_of_the_view(seen_page):
    import json

    [rows] = [one for one in seen_page("methods", "zh").dataframe if "region_code" in one.value]
    columns = json.loads(rows.proto.columns)
    assert (columns["year"]["label"], columns["region_code"]["label"]) == ("年份", "地区代码")
    assert "region_code" in columns["region_code"]["help"]


def test_rows_that_were_shown_once_are_not_asked_for_again(open_page, monkeypatch):
    from carbonpeak.data.seen import Seen

    app, asked, rows = open_page("methods", "en", table="energy"), [], Seen.rows
    monkeypatch.setattr(Seen, "rows", lambda self, *args: asked.append(args) or rows(self, *args))
    assert not app.run().exception
    assert asked == []
    app.text_input(key="data-search").input("never asked before").run()
    assert asked
