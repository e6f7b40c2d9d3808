"""The figure, checks and definitions of the page Data and methods."""

import re

import pytest

from carbonpeak.data import queries
from carbonpeak.figures.page_spec import NoChoices
from carbonpeak.topics.methods import tables
from carbonpeak.topics.methods.definitions import definitions
from carbonpeak.words import query_heads as heads
from carbonpeak.words.catalogue import UNITS
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.terms import LICENCES
from tests.whole_figures import assert_whole

HAN = r"[\u4e00-\u9fff]"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_inventories_stand_side_by_side(data, lang):
    figure = tables.inventories(data, NoChoices(), Speaker(lang))
    assert_whole(data, figure)
    assert "1997" in figure.subtitle
    assert "2022" in figure.subtitle


def test_totals_are_in_tonnes_and_shown_with_their_unit(data):
    for lang, text in (("zh", "114.08 亿吨"), ("en", "11,408 Mt")):
        column = tables.inventories(data, NoChoices(), Speaker(lang)).table.column("provinces_co2")
        assert column.cells[-1].value == pytest.approx(1.1408e10, rel=1e-4)
        assert column.cells[-1].text == text


def test_a_year_without_a_national_inventory_has_no_number(data):
    table = tables.inventories(data, NoChoices(), Speaker("en")).table
    assert table.column("nation_co2").cells[-1].missing == "no_data"
    assert table.column("nation_co2").cells[0].value > 1e9


def test_the_check_is_of_the_last_published_totals(data):
    sentence, compared = tables.validation(data, Speaker("en"))
    assert sentence.startswith("2022: ")
    assert "within 0.05 %" in sentence
    assert len(compared) == 30


def test_definitions_take_their_numbers_from_the_tables(data):
    said = " ".join(definitions(data, Speaker("en")))
    assert "rose 9.6% in 2021, rose 3.4% in 2022" in said
    assert "(it rose 13.3% over 2020-2022)" in said
    assert "inventories for 1997-2019; 2020-2022 reconstructed" in said
    assert "inventories of 30 provinces" in said
    assert "{" not in said


def test_one_more_year_of_data_is_named(longer_data):
    assert "2023" in tables.inventories(longer_data, NoChoices(), Speaker("en")).subtitle
    said = " ".join(definitions(longer_data, Speaker("en")))
    assert "2020-2023 reconstructed" in said
    assert "did not change in 2023" in said


def test_every_unit_of_a_column_has_a_name_in_chinese(data):
    """A column without a unit has a dash in both languages."""
    for table in data.catalogue.tables:
        units = {
            lang: tables.fields(data, table.name, Speaker(lang)).iloc[:, 1].tolist()
            for lang in ("zh", "en")
        }
        words = [UNITS[field.unit].en if field.unit else "–" for field in table.fields]
        assert units["en"] == words
        assert [one == "–" for one in units["zh"]] == [one == "–" for one in units["en"]]


def test_all_terms_of_use_have_words_in_chinese(data):
    """A table that comes with terms of its own would stop the page in Chinese."""
    terms = {table.licence for table in data.catalogue.tables}
    terms |= set(data.ask("sources__all")["licence"])
    assert terms - set(LICENCES) == set()


def test_all_citations_of_tables_and_named_sources_have_words_in_chinese(data):
    chinese = Speaker("zh")
    cited = {*chinese_cells(tables.tables(data, chinese), "methods.column.citation")}
    named, _ = tables.sources(data, chinese)
    cited |= {*chinese_cells(named, "methods.column.citation")}
    assert [one for one in cited if not re.search(HAN, one)] == []


def chinese_cells(frame, key):
    return list(frame[Speaker("zh")(key)])


def test_the_head_of_every_query_has_words_in_chinese():
    """A query that is new needs its line in ``words/query_heads.py``."""
    shipped = queries.shipped().values()
    meanings = {param.meaning for query in shipped for param in query.params}
    meanings |= {meaning for query in shipped for _, meaning in query.returns}
    assert {query.sentence for query in shipped} == set(heads.SENTENCES)
    assert meanings == set(heads.MEANINGS)
    for query in shipped:
        lines = tables.query_words(query, Speaker("zh")).split("\n")
        assert [line for line in lines if line and not re.search(HAN, line.split("`：")[-1])] == []
        names = [name for name, _ in query.returns]
        assert re.findall(r"^- `(\w+)`[:：]", "\n".join(lines), flags=re.MULTILINE) == names


def test_a_fault_that_marks_no_row_is_not_counted_as_none(data):
    counts = data.ask("faults__all")["row_count"]
    shown = tables.faults(data, Speaker("en")).iloc[:, -1]
    assert [one == "–" for one in shown] == [count == 0 for count in counts]
    assert 0 < (counts == 0).sum() < len(counts)
