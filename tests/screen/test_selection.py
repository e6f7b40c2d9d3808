"""The selection that all pages share: what is searched for, held as chips, shown in a drawer."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from carbonpeak.topics import registry
from carbonpeak.words import say
from tests.opened_page import words_of

FUJIAN, STEEL = "350000", "31"


def value(app: AppTest, name: str) -> str:
    asked = app.query_params.get(name, "")
    return asked[0] if isinstance(asked, list) else asked


def searched(app: AppTest, code: str) -> AppTest:
    app.selectbox(key="search").select(code).run()
    assert not app.exception
    return app


def test_what_is_found_becomes_a_chip_and_its_drawer_opens(open_page: Callable[..., AppTest]):
    app = searched(open_page("regions", "en"), f"region:{FUJIAN}")
    assert (value(app, "chosen"), value(app, "region")) == (FUJIAN, FUJIAN)
    words = words_of(app)
    assert say("figure.name.peak_series", "en") in words
    assert say("figure.name.driver_waterfall", "en") in words


def test_the_drawer_opens_with_what_its_page_is_about_and_as_the_page_is_set(open_page):
    app = searched(open_page("peak", "en", sector="steel"), "region:130000")
    words = words_of(app)
    # The series of the page is drawn, the path of the intensity named below it.
    assert say("figure.name.region_path", "en") in words
    assert say("figure.name.peak_series", "en") not in words
    series = say("peak.of_sector", "en", region="Hebei", sector="Steel")
    heads = [str(one.value) for one in app.html if 'class="finding"' in str(one.value)]
    # The page's own two figures of the series, and the drawer's.
    assert len([head for head in heads if series in head]) == 3


def test_a_second_one_joins_the_first_and_a_chip_that_is_pressed_goes(open_page):
    app = searched(open_page("sectors", "zh", chosen=FUJIAN), f"sector:{STEEL}")
    assert value(app, "chosen") == f"{FUJIAN},{STEEL}"
    app.pills(key="chips").set_value([STEEL]).run()
    assert value(app, "chosen") == STEEL


def test_found_again_while_in_focus_it_is_let_go(open_page):
    app = searched(open_page("regions", "en", chosen=FUJIAN, region=FUJIAN), f"region:{FUJIAN}")
    assert "chosen" not in app.query_params
    assert "region" not in app.query_params


def test_a_seventh_is_shown_but_joins_no_chips(open_page):
    six = "110000,120000,130000,140000,150000,210000"
    app = searched(open_page("regions", "en", chosen=six), f"region:{FUJIAN}")
    assert (value(app, "chosen"), value(app, "region")) == (six, FUJIAN)
    said = say("notice.too_many", "en", value="Fujian", most=6)
    assert said in words_of(app)
    assert said not in words_of(app.run())


def test_a_measure_is_set_where_it_is_found(open_page):
    assert value(searched(open_page("regions", "en"), "measure:co2"), "measure") == "co2"


@pytest.mark.parametrize(("code", "page"), [("page:peak", "peak"), ("figure:nowcast", "outlook")])
def test_a_page_or_figure_that_is_found_is_gone_to_with_the_selection(open_page, code, page):
    app = searched(open_page("regions", "en", chosen=FUJIAN), code)
    assert say(f"{page}.title", "en") in words_of(app)
    assert value(app, "chosen") == FUJIAN


@pytest.mark.parametrize("page", sorted(set(registry.PAGES) - {"figures"}))
def test_a_selection_that_is_not_known_is_answered_on_every_page(open_page, page):
    app = open_page(page, "en", chosen=f"{FUJIAN},999999")
    assert not app.exception
    assert "999999" in words_of(app)
    assert value(app, "chosen") == FUJIAN
