"""Every figure has a name, can be made from codes alone, and depends on what it says."""

import re

import pytest

from carbonpeak.figures import registry
from carbonpeak.figures.registry import FIGURES, SHEET_OF, SHEETS
from carbonpeak.page import NAMES
from carbonpeak.selection import ALL

# What must be chosen before there is anything to show.
NEEDED = {"region_path": "320000", "region_fuels": "320000", "region_sectors": "320000"}


def raw(name):
    return {"region": [NEEDED[name]]} if name in NEEDED else {}


def test_every_page_of_figures_is_a_page():
    assert set(SHEETS) <= set(NAMES)
    assert sum(len(sheet.figures) for sheet in SHEETS.values()) == len(FIGURES)


@pytest.mark.parametrize("page", SHEETS)
def test_a_list_names_its_codes_without_asking_for_each(ask, page):
    """A page is run at every click: a query for each of 31 provinces made it slow."""

    def refuse(name, **params):
        raise AssertionError(name)

    for control in SHEETS[page].controls(ask, {}):
        for code in getattr(control.choice, "allowed", ()):
            assert control.words(refuse, "zh", code)


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_figure_is_made_from_its_codes_alone(ask, name, lang):
    figure = FIGURES[name]
    given = registry.chosen(ask, SHEET_OF[name], raw(name))
    made = registry.exhibit(ask, name, given.in_full(figure), lang)
    assert made is not None
    assert made.name.startswith(name)
    assert {code for code, _ in given.in_full(figure)} <= set(figure.uses)
    for what, chosen in registry.filters(ask, figure, given, lang):
        assert what
        assert chosen
        if lang == "en":
            assert not re.search(r"[\u4e00-\u9fff]", what + chosen)


@pytest.mark.parametrize("name", FIGURES)
def test_codes_in_full_are_read_back_as_they_are(ask, name):
    sheet, figure = SHEET_OF[name], FIGURES[name]
    codes = registry.chosen(ask, sheet, raw(name)).in_full(figure)
    again = registry.chosen(ask, sheet, registry.raw(codes))
    assert not again.notices
    assert again.in_full(figure) == codes


def test_a_choice_that_does_not_count_is_not_named(ask):
    sheet, figure = SHEETS["outlook"], FIGURES["projection_quantity"]
    trend = registry.chosen(ask, sheet, {"growth": ["3"]})
    own = registry.chosen(ask, sheet, {"scenario": ["own"], "growth": ["3"]})
    assert "growth" not in dict(trend.in_full(figure))
    assert dict(own.in_full(figure))["growth"] == "3"
    assert ("Own growth of value added a year", "3%") in registry.filters(ask, figure, own, "en")


def test_all_of_many_is_one_word_and_some_are_their_codes(ask):
    sheet, figure = SHEETS["sectors"], FIGURES["sector_ranking"]
    assert dict(registry.chosen(ask, sheet, {}).in_full(figure))["sectors"] == ALL
    some = registry.chosen(ask, sheet, {"sectors": ["31,30"]})
    assert dict(some.in_full(figure))["sectors"] == "30,31"
    assert ("所选行业", "非金属矿物制品、钢铁（黑色金属冶炼）") in registry.filters(
        ask, figure, some, "zh"
    )


def test_a_code_that_is_not_known_is_noticed(ask):
    given = registry.chosen(ask, SHEETS["regions"], {"region": ["999999"], "basis": ["total"]})
    assert [notice.name for notice in given.notices] == ["basis", "region"]


def test_a_basis_follows_its_measure(ask):
    raw_co2 = {"measure": ["co2"], "basis": ["energy_related"]}
    given = registry.chosen(ask, SHEETS["regions"], raw_co2)
    assert not given.notices
    assert given.values.one("basis") == "energy_related"
