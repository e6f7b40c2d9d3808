"""The panel of source rows, in a small page of its own."""

import warnings

import pytest
from streamlit.testing.v1 import AppTest

from carbonpeak.data import lineage, queries
from carbonpeak.words.queries import SUMMARIES
from carbonpeak.words.query_heads import SENTENCES
from tests.opened_page import words_of


def drawn(page: str, figure: str, lang: str) -> None:
    """Draw the panel alone; the test runner takes the source of this function."""
    from carbonpeak.screen import controls, server, source_panel
    from carbonpeak.screen.reader import Reader
    from carbonpeak.topics import registry
    from carbonpeak.words.speaker import Speaker

    data = server.dataset()
    given = registry.chosen(data, registry.PAGES[page], controls.asked())
    source_panel.show(Reader(data, Speaker(lang), given), figure)


@pytest.fixture
def panel(pages_server):
    def opened(page, figure, lang="en", **params):
        app = AppTest.from_function(drawn, args=(page, figure, lang), default_timeout=60)
        for name, value in params.items():
            app.query_params[name] = value
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return app.run()

    return opened


def shown(app):
    return app.dataframe[0].value


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_rows_stand_with_names_standing_document_and_address(panel, lang):
    app = panel("regions", "region_sectors", lang, region="350000")
    assert not app.exception
    rows = shown(app)
    place = {"zh": "福建 (350000)", "en": "Fujian (350000)"}[lang]
    assert set(rows["region_code"]) == {place}
    assert set(rows["standing"]) == {{"zh": "公开资料", "en": "published"}[lang]}
    assert rows["address"].str.startswith("https://doi.org/").all()
    assert rows["document"].str.contains("CEADs").all()


def test_one_number_has_fewer_rows(panel):
    app = panel("regions", "region_sectors", region="350000")
    whole = shown(app)
    app.selectbox[0].select(0).run()
    assert len(set(shown(app)["sector_code"])) == 1
    assert len(shown(app)) < len(whole)


def test_the_table_stays_chosen_while_there_are_rows_of_it(panel):
    app = panel("regions", "region_ranking")
    app.radio[0].set_value("value_added").run()
    app.selectbox[0].select(0).run()
    assert app.radio[0].value == "value_added"
    assert len(shown(app)) == 3
    app.text_input[0].input("energy inventories").run()
    assert app.radio[0].value == "energy"


def test_a_search_finds_names_and_says_when_there_is_nothing(panel):
    app = panel("regions", "region_ranking")
    app.text_input[0].input("Fujian 2022 coal").run()
    assert set(shown(app)["region_code"]) == {"Fujian (350000)"}
    assert set(shown(app)["year"]) == {2022}
    app.text_input[0].input("<script>alert(1)</script>").run()
    assert not app.exception
    assert "No source row meets this" in words_of(app)


def test_a_search_of_ten_thousand_letters_is_told(panel):
    app = panel("regions", "region_ranking")
    app.text_input[0].input("x " * 5000 + "y" * 5000).run()
    assert not app.exception
    assert "first 200 characters" in words_of(app)


def test_tables_that_were_read_beside_are_named_so(panel):
    app = panel("regions", "region_ranking")
    assert app.radio[0].options[-1].endswith("read beside)")
    app.radio[0].set_value("gdp").run()
    assert "not among the sources named below the figure" in words_of(app)


def test_a_row_that_is_a_target_alone_says_so(panel):
    app = panel("overview", "glide_co2")
    app.selectbox[0].select(4).run()
    assert not app.exception
    assert "target path" in words_of(app)


def test_how_rows_were_processed_is_said(panel):
    app = panel("regions", "region_ranking", "zh")
    text = words_of(app)
    assert SENTENCES[queries.shipped()["regions__yearly"].sentence] in text
    assert SUMMARIES["industry_cells"] in text
    assert any("from industry_totals" in one.value for one in app.code)


def test_a_figure_without_rows_is_said_in_words(panel):
    app = panel("regions", "region_path")
    assert not app.exception
    assert app.html[0].body.startswith('<p class="notice" role="alert">')


def test_every_kept_sum_is_said_in_chinese():
    assert set(SUMMARIES) == set(lineage.summaries())


@pytest.mark.parametrize(("lang", "place"), [("zh", "福建 (350000)"), ("en", "Fujian (350000)")])
def test_what_is_in_focus_is_shown_first_with_the_way_to_all(panel, lang, place):
    whole = panel("regions", "region_ranking", lang)
    app = panel("regions", "region_ranking", lang, region="350000")
    assert set(shown(app)["region_code"]) == {place}
    app.button[0].click().run()
    assert set(shown(app)["region_code"]) == set(shown(whole)["region_code"]) != {place}


def test_the_year_in_focus_chooses_among_the_rows_of_one_place(panel):
    app = panel("regions", "region_path", region="350000", year="2021")
    assert set(shown(app)["year"]) == {2021}


def test_what_no_row_is_about_shows_the_whole_figure(panel):
    app = panel("regions", "region_ranking", sector="31")
    assert app.selectbox[0].value == -1
    assert not app.button
