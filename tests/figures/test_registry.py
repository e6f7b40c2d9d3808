"""Every figure has a name, can be made from codes alone, and depends on what it says."""

import re
from collections import Counter

import pytest

from carbonpeak.figures.choices import ALL, Selection
from carbonpeak.figures.page_spec import FigureSpec, either, has, lacks
from carbonpeak.screen.page import NAMES
from carbonpeak.topics import registry
from carbonpeak.topics.registry import FIGURES, PAGE_OF, PAGES
from carbonpeak.words.speaker import Speaker
from tests import needed
from tests.altered_data import AlteredData
from tests.of_all import of_all


def raw(name):
    """Return what must be chosen before there is anything to show."""
    return registry.raw(needed.codes(name))


def test_every_page_of_figures_is_a_page():
    assert set(PAGES) <= set(NAMES)
    assert sum(len(page.figures) for page in PAGES.values()) == len(FIGURES)


@pytest.mark.parametrize("page", PAGES)
def test_a_list_names_its_codes_without_asking_for_each(data, page):
    """A page is run at every click: a query for each of 31 provinces made it slow."""
    asked = []

    def listen(name, rows):
        asked.append(name)
        return rows

    heard = AlteredData(data, listen)
    for control in PAGES[page].controls(data, {}):
        for code in getattr(control.choice, "allowed", ()):
            assert control.words(heard, Speaker("zh"), code)
    # The same names are asked for a few times in all, not once for each code.
    assert max(Counter(asked).values(), default=0) <= 4


@of_all("name", sorted(FIGURES.keys() - needed.OF_OWN_FIGURES))
@of_all("lang", ["zh", "en"])
def test_a_figure_is_made_from_its_codes_alone(data, name, lang):
    spec = FIGURES[name]
    given = registry.chosen(data, PAGE_OF[name], raw(name))
    made = registry.figure(data, name, given, Speaker(lang))
    assert made is not None
    assert made.name.startswith(name)
    assert {code for code, _ in given.in_full(spec)} <= set(spec.uses)
    for what, chosen in registry.filters(data, spec, given, Speaker(lang)):
        assert what
        assert chosen
        if lang == "en":
            assert not re.search(r"[\u4e00-\u9fff]", what + chosen)


@of_all("name", FIGURES)
def test_codes_in_full_are_read_back_as_they_are(data, name):
    page, spec = PAGE_OF[name], FIGURES[name]
    codes = registry.chosen(data, page, raw(name)).in_full(spec)
    again = registry.chosen(data, page, registry.raw(codes))
    assert not again.notices
    assert again.in_full(spec) == codes


def test_a_choice_that_does_not_count_is_not_named(data):
    page, spec = PAGES["outlook"], FIGURES["projection_quantity"]
    trend = registry.chosen(data, page, {"growth": ["3"]})
    own = registry.chosen(data, page, {"scenario": ["own"], "growth": ["3"]})
    assert "growth" not in dict(trend.in_full(spec))
    assert dict(own.in_full(spec))["growth"] == "3"
    assert ("Own growth of value added a year", "3%") in registry.filters(
        data, spec, own, Speaker("en")
    )


def test_all_of_many_is_one_word_and_some_are_their_codes(data):
    page, spec = PAGES["sectors"], FIGURES["sector_ranking"]
    assert dict(registry.chosen(data, page, {}).in_full(spec))["sectors"] == ALL
    some = registry.chosen(data, page, {"sectors": ["31,30"]})
    assert dict(some.in_full(spec))["sectors"] == "30,31"
    assert ("所选行业", "非金属矿物制品、钢铁") in registry.filters(data, spec, some, Speaker("zh"))


def test_a_code_that_is_not_known_is_noticed(data):
    given = registry.chosen(data, PAGES["regions"], {"region": ["999999"], "basis": ["total"]})
    assert [notice.name for notice in given.notices] == ["basis", "region"]


def test_regions_and_sectors_are_understood_by_name(data):
    given = registry.chosen(data, PAGES["regions"], {"region": ["江苏省"]})
    assert (given.values.one("region"), given.notices) == ("320000", ())
    some = registry.chosen(data, PAGES["sectors"], {"sectors": ["钢铁,C30,x"], "sector": ["Paper"]})
    assert (some.values.many("sectors"), some.values.one("sector")) == (("30", "31"), "22")
    assert [(notice.name, notice.value) for notice in some.notices] == [("sectors", "x")]


def test_a_name_outside_a_choice_is_noticed_as_it_was_typed(data):
    given = registry.chosen(data, PAGES["regions"], {"region": ["全国"]})
    assert [(notice.name, notice.value) for notice in given.notices] == [("region", "全国")]


def test_a_basis_follows_its_measure(data):
    raw_co2 = {"measure": ["co2"], "basis": ["energy_related"]}
    given = registry.chosen(data, PAGES["regions"], raw_co2)
    assert not given.notices
    assert given.values.one("basis") == "energy_related"


def test_a_choice_that_is_idle_in_a_figure_is_neither_printed_nor_named_there(data):
    page, spec = PAGES["drivers"], FIGURES["driver_members"]
    tell = Speaker("en")
    chosen = {"region": ["130000"], "split": ["region"]}
    given = registry.chosen(data, page, chosen)
    assert "split" not in dict(given.in_full(spec))
    assert "Split" not in dict(registry.filters(data, spec, given, tell))
    # Without a province it counts; a link of before with both still opens the same figure.
    assert "split" in dict(registry.chosen(data, page, {"split": ["sector"]}).in_full(spec))
    other = registry.chosen(data, page, chosen | {"split": ["sector"]})
    assert other.in_full(spec) == given.in_full(spec)
    assert registry.figure(data, spec.name, other, tell) is registry.figure(
        data, spec.name, given, tell
    )


def test_a_rule_for_a_choice_that_a_figure_lacks_is_refused():
    with pytest.raises(ValueError, match="span"):
        FigureSpec("rates", ("year",), FIGURES["nowcast"].build, {"span": has("year", "2022")})


def test_rules_of_idle_choices_read_codes():
    values = Selection({"region": "", "measure": "co2"})
    assert has("measure", "energy", "co2")(values)
    assert not lacks("region", "")(values)
    assert either(lacks("region", ""), has("measure", "co2"))(values)
    assert not either(lacks("region", ""), has("measure", "energy"))(values)
