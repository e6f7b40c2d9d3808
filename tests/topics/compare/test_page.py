"""The page Compare: what to do where nothing is chosen, presets, deep links, bad input in words."""

import pytest

from carbonpeak.words import say
from tests.opened_page import words_of

SEVEN = "110000,120000,130000,140000,150000,210000,220000"


def infos(app):
    return [one.value for one in app.info]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_without_a_choice_the_page_says_what_to_do(seen_page, lang):
    app = seen_page("compare", lang)
    assert not app.exception
    assert infos(app) == [say("compare.empty", lang)]
    assert len(app.get("plotly_chart")) == 1
    links = [one for one in app.get("page_link") if "chosen=" in str(one.proto.query_string)]
    assert len(links) == 3


def test_what_is_picked_stands_in_the_address_and_in_the_chart(open_page):
    app = open_page("compare", "zh")
    picker = app.multiselect(key="picked")
    assert any(one.startswith("江苏") and "Jiangsu" in one for one in picker.options)
    picker.select("320000").select("31").run()
    assert not app.exception
    assert app.query_params["chosen"] in ("320000,31", ["320000,31"])
    app.multiselect(key="picked").unselect("320000").run()
    assert app.query_params["chosen"] in ("31", ["31"])


@pytest.mark.parametrize("display", ["lines", "bars", "tiles"])
def test_a_deep_link_shows_its_figure(open_page, display):
    app = open_page("compare", "en", chosen="Jiangsu,浙江,CN-GD", display=display)
    assert not app.exception
    assert len(app.get("plotly_chart")) == 1
    assert app.multiselect(key="picked").value == ["320000", "330000", "440000"]


def test_a_table_is_shown_as_one(open_page):
    app = open_page("compare", "en", chosen="31,44", quantity="energy", display="table")
    assert not app.exception
    assert "Iron and steel" in words_of(app)
    assert not app.get("plotly_chart")


def test_a_seventh_is_named_and_the_six_stay(open_page):
    app = open_page("compare", "en", chosen=SEVEN)
    assert "At most 6 places or sectors can be chosen at once; “Jilin”" in words_of(app)
    assert app.multiselect(key="picked").value == SEVEN.split(",")[:6]
    assert app.query_params["chosen"] in (SEVEN[:-7], [SEVEN[:-7]])


def test_a_seventh_chosen_by_hand_is_told_too(open_page):
    app = open_page("compare", "zh", chosen=SEVEN[:-7])
    app.selectbox(key="search").select("region:220000").run()
    assert not app.exception
    assert "最多可同时选择 6 个地区或行业，“吉林”超出" in words_of(app)


def test_chips_of_the_other_kind_are_left_out_in_words(open_page):
    app = open_page("compare", "en", chosen="320000,44")
    assert any("left out of the choice: Power and heat" in one for one in infos(app))


@pytest.mark.parametrize(
    "chosen", ["x" * 10_000, "<script>alert(1)</script>", "999999", "steel,zz"]
)
def test_an_unknown_code_is_told_and_breaks_nothing(open_page, chosen):
    app = open_page("compare", "en", chosen=chosen)
    assert not app.exception
    words = words_of(app)
    assert "is not known here; it is left out, the others stay" in words
    assert "x" * 100 not in words


def test_another_quantity_takes_its_scale_and_years_along(open_page):
    app = open_page("compare", "en", chosen="320000", scale="needed", reference="target")
    app.selectbox(key="quantity").select("co2").run()
    assert not app.exception
    assert "scale" not in app.query_params
    assert "reference" not in app.query_params
    assert "not known here" not in words_of(app)
