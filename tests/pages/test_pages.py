"""Every page by itself: both languages, each choice, an empty choice, a hostile URL."""

import re
from itertools import cycle
from urllib.parse import quote

import pytest
from streamlit.proto.SelectWidgetFilterMode_pb2 import FILTER_MODE_FUZZY

from carbonpeak.screen import server
from carbonpeak.topics import registry
from carbonpeak.words import say
from tests.opened_page import footers, words_of

PAGES = (
    *("overview", "sectors", "regions", "drivers", "peak", "outlook", "compare"),
    *(
        "market",
        "footprint",
        "green",
        "reporting_units",
        "latest",
        "figures",
        "versions",
        "methods",
    ),
)
CHOICES = {
    "sectors": {
        "measure": ("energy", "co2"),
        "group": ("division", "plan"),
        "among": ("energy_intensive", "carbon_market", "steel", "consumer_goods", "electronics"),
        "sort": ("energy", "co2", "change", "share", "intensity", "name"),
        "year": ("2021", "2022"),
        "sectors": ("30,31", "41+43"),
        "sector": ("31", "25", "30", "41+43", ""),
    },
    "regions": {
        "measure": ("energy", "co2"),
        "basis": ("final", "with_transformation"),
        "yardstick": ("schedule", "annual"),
        "target": ("national", "own"),
        "year": ("2021", "2022"),
        "region": ("110000", "320000", "360000", "370000", "540000"),
    },
    "peak": {
        "scope": ("total", "energy_related"),
        "until": ("2015", "2019", "2022"),
        "columns": ("plan", "division"),
        "region": ("000000", "110000", "220000", "360000", "370000", "540000"),
        "sector": ("all", "steel", "rest", "44", "30", "41+43"),
    },
    "outlook": {
        "quantity": ("co2", "energy"),
        "scenario": ("trend5", "trend10", "plan", "plan15", "own"),
        "region": ("130000", "140000", "220000", "360000", "370000", "540000"),
        "goal": ("energy2025", "co2_2025", "co2_2030"),
        "unit": ("region", "sector"),
        "rule": ("equal_rate", "equal_share", "benchmark"),
    },
    "footprint": {
        "factor": ("all", "fuel", "us"),
        "standing": ("all", "official"),
        "factoryear": ("all", "2023", "none"),
        "factorregion": ("all", "000000", "340000", "north"),
        "gridyear": ("2021", "2023"),
        "record": ("km", "battery", "area"),
        "matter": ("all", "goal"),
    },
    "latest": {
        "series": ("energy_intensity", "raw_coal", "grid_intensity"),
        "since": ("2016", "2020", "2026"),
        "asof": ("2026-08",),
    },
    "market": {
        "events": ("all", "expansion"),
        "carrier": ("electricity", "heat"),
        "line": ("power", "clinker", "steel", "aluminium"),
        "vintage": ("2024", "2025"),
        "class": ("coal_to_300", "gas"),
        "electricity": ("1", "100000000"),
        "heat": ("0",),
        "load": ("0", "0.649", "1"),
        "emissions": ("0", "12345678"),
        "price": ("0.01", "100.5"),
        "short": ("0.5", "3"),
        "held": ("2023", "2026"),
        "plants": ("crude_steel", "clinker"),
    },
    "green": {
        "kind": ("green_park", "green_firm"),
        "batch": ("1", "2021"),
        "per": ("density",),
        "region": ("440000", "540000"),
        "task": ("K017", "K005", "K014"),
        "field": ("steel", "power"),
        "plan": ("T006",),
        "due": ("2030",),
        "state": ("missed", "no_data"),
        "checked": ("yes",),
        "order": ("due", "distance"),
    },
    # Which companies, years and entries there are is another thing in every store.
    "reporting_units": {
        "by": ("sector",),
        "stage": ("verified", "disclosed"),
        "order": ("region", "name"),
        "region": ("320000", "540000"),
        "sector": ("31", "36-37"),
        "day": ("2026-06-30",),
        "entry": ("0",),
    },
    "drivers": {
        "measure": ("energy", "co2"),
        "basis": ("final", "with_transformation"),
        "from": ("2013", "2021"),
        "to": ("2014", "2022"),
        "form": ("additive", "multiplicative"),
        "region": ("140000", "320000", "370000", "540000"),
        "sector": ("30", "31", "41+43"),
        "split": ("region", "sector"),
        "span": ("2012-2020", "2018-2020"),
    },
    "compare": {
        "chosen": ("320000,330000", "31,44", "000000", "31,320000", "540000"),
        "quantity": ("energy", "co2", "energy_intensity", "co2_intensity", "value_added"),
        "scale": ("index", "level", "change", "needed"),
        "reference": ("nation", "median", "target", "none"),
        "from": ("2013", "2022"),
        "to": ("2013", "2021"),
        "display": ("lines", "bars", "table", "tiles"),
    },
    "figures": {
        "bundle": ("docx", "pptx", "pdf", "html", "zip"),
        "template": ("yearly", "brief"),
        "region": ("130000", "540000"),
        "format": ("docx", "pptx", "pdf", "html"),
        "language": ("zh", "en"),
    },
    # Which versions there are is another thing on every machine: tests/topics/versions has some.
    "versions": {"before": (), "after": ()},
    "methods": {
        "table": ("regions", "co2", "faults"),
        "query": ("nation__yearly", "regions__yearly"),
    },
}
HOSTILE = (
    "x" * 10_000,
    "<script>alert(1)</script>",
    "'; drop table co2; --",
    "-1",
    "你好",
    "%00",
    "../../etc",
)
# Names and abbreviations that stand as they are in a Chinese text.
LATIN = re.compile(r"[A-Za-z]{3,}")
KNOWN_LATIN = {
    *("GDP", "CEADs", "English", "XLSX", "Word", "WPS"),
    # Standards, gases and publishers that have no other name.
    *("ISO", "GWP", "IPCC", "PACT", "URN", "CPCD", "Climate", "TRACE", "Ember", "DBnomics"),
}
# The page that names files and columns of tables by what they are called there.
BY_THEIR_NAMES = "methods"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_runs_in_both_languages(seen_page, name, lang):
    app = seen_page(name, lang)
    assert not app.exception
    words = words_of(app)
    assert say(f"{name}.title", lang) in words
    assert say("disclaimer", lang) in words
    assert "港澳台" not in words


def visits(data, page):
    """Return the values of all choices of a page dealt to few visits, each value to one of them.

    A visit takes one value of each choice, where the page takes it beside those it has.
    """
    dealt = [{}]
    for name, values in CHOICES[page].items():
        for value in values:
            first = next((one for one in dealt if fits(data, page, one, name, value)), None)
            if first is None:
                dealt.append(first := {})
            first[name] = value
    return dealt


def fits(data, page, visit, name, value):
    raw = {key: [code] for key, code in (visit | {name: value}).items()}
    return name not in visit and not registry.chosen(data, registry.PAGES[page], raw).notices


@pytest.mark.parametrize("page", CHOICES)
def test_a_page_runs_with_every_choice(data, open_page, page):
    """Each value alone is known; figures take each alone in ``test_choices_have_effect``."""
    for visit in visits(data, page):
        app = open_page(page, "zh", **visit)
        assert not app.exception, visit
        words = words_of(app)
        noticed = [say("notice.value", "zh", name=name, value=visit[name]) for name in visit]
        assert [notice for notice in noticed if notice in words] == [], visit


def test_every_value_is_dealt_to_a_visit_and_known_alone(data):
    for page, choices in CHOICES.items():
        every = {(name, value) for name, values in choices.items() for value in values}
        dealt = visits(data, page)
        assert {pair for visit in dealt for pair in visit.items()} == every
        assert len(dealt) <= 2 + max(map(len, choices.values()))
        assert [pair for pair in every if not fits(data, page, {}, *pair)] == []


@pytest.mark.parametrize("basis", ["total", "energy_related"])
def test_the_bases_of_co2_are_their_own(open_page, basis):
    app = open_page("regions", "en", measure="co2", basis=basis, region="360000")
    assert not app.exception
    other = say("basis.energy_related", "en")
    withheld = say("regions.withheld", "en", name="Jiangxi", basis=other)
    assert (withheld in words_of(app)) == (basis == "total")


@pytest.mark.parametrize("page", PAGES[1:])
def test_hostile_values_of_all_choices_fall_back_with_a_notice(open_page, page):
    """One visit with the values dealt out; every value of every choice is read in the next test."""
    dealt = dict(zip(CHOICES[page], cycle(HOSTILE), strict=False))
    app = open_page(page, "en", **dealt)
    assert not app.exception
    words = words_of(app)
    assert [name for name in dealt if f"“{name}”" not in words] == []
    assert "x" * 100 not in words


@pytest.mark.parametrize("page", PAGES[1:-1])
@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: value[:12])
def test_a_hostile_value_of_any_choice_is_noticed(data, page, value):
    given = registry.chosen(data, registry.PAGES[page], {name: [value] for name in CHOICES[page]})
    assert {notice.name for notice in given.notices} == set(CHOICES[page])


def test_a_value_that_is_not_known_leaves_the_url(open_page):
    app = open_page("regions", "en", region="999999")
    assert "region" not in app.query_params


def test_an_empty_choice_has_its_own_words(open_page):
    app = open_page("sectors", "en", sectors="17", among="energy_intensive")
    assert not app.exception
    assert [one.value for one in app.info] == [say("sectors.empty", "en")]
    assert [one.value for one in open_page("sectors", "zh", sectors=",").info] == [
        say("sectors.empty", "zh")
    ]


@pytest.mark.parametrize("name", [one for one in PAGES if one != BY_THEIR_NAMES])
def test_the_chinese_view_is_chinese(seen_page, name):
    app = seen_page(name, "zh", **({"region": "320000"} if name == "regions" else {}))
    words = words_of(app).replace(server.dataset().version, "")
    # Addresses that links lead to.
    words = re.sub(r"\]\(https?://\S+\)", "]", words)
    foreign = set(LATIN.findall(words)) - KNOWN_LATIN
    assert not foreign


@pytest.mark.parametrize("name", PAGES)
def test_the_english_view_is_english(seen_page, name):
    app = seen_page(name, "en")
    assert not re.findall(r"[\u4e00-\u9fff]+", words_of(app))
    findings = re.findall(r'"finding">\s*(.+?)\s*<', "".join(str(one.value) for one in app.html))
    heads = [*(str(one.value) for one in (*app.header, *app.subheader)), *findings]
    assert [head for head in heads if head[0].islower()] == []


def test_what_is_not_known_after_2022_is_said(seen_page):
    words = words_of(seen_page("overview", "en"))
    assert "none found" in words
    assert "whether the 2025 targets were met is for the official figures to say" in words


def test_tibet_and_shandong_are_shown_as_what_they_are(seen_page):
    assert say("regions.no_inventory", "en", name="Xizang") in words_of(
        seen_page("regions", "en", region="540000")
    )
    assert say("regions.no_split", "en", name="Shandong") in words_of(
        seen_page("regions", "en", region="370000")
    )


def test_only_provinces_with_a_target_of_their_own_are_judged_by_it(open_page):
    words = words_of(open_page("regions", "en", target="own"))
    assert words.count("No own target found") >= 25


def test_every_figure_names_standing_and_source(seen_page):
    for name in ("overview", "sectors", "regions"):
        app = seen_page(name, "en", **({"region": "320000"} if name == "regions" else {}))
        figures = len(app.get("plotly_chart"))
        assert figures >= 2
        assert len(footers(app)) >= figures


def test_a_page_begins_with_what_it_found_in_bold(seen_page):
    pages = ("overview", "peak", "outlook", "market", "footprint", "green", "latest")
    # After its title.
    said = {name: str(seen_page(name, "zh").main.markdown[1].value) for name in pages}
    plain = {name: words for name, words in said.items() if not re.fullmatch(r"\*\*.+\*\*", words)}
    assert not plain
    assert "同比" in said["latest"]


def test_a_figure_without_notes_offers_its_rows_and_counts_no_notes(seen_page):
    labels = {
        one.key: one.label.split(" :gray[")[0]
        for one in seen_page("market", "zh").button
        if one.key
    }
    assert labels["details-market_events"] == "数据"
    assert labels["details-market_price"] == "说明与数据（4）"
    assert not [key for key, label in labels.items() if "（0）" in label]


def test_the_notes_of_a_page_stand_once(seen_page):
    words = words_of(seen_page("regions", "en"))
    assert words.count("not a map") == 1
    assert say("page.notes", "en", count=0).split("(")[0] in words


def test_the_drawer_of_a_figure_opens_beside_it(open_page):
    app = open_page("regions", "en", region="440000")
    app.button(key="details-region_tiles").click().run()
    assert not app.exception
    words = words_of(app)
    assert say("drawer.words", "en") in words
    assert say("standing.derived.means", "en") in words
    app.session_state["drawer-part"] = "cite"
    app.button(key="details-region_tiles").click().run()
    assert not app.exception
    link, cited, figure_id = (one.value for one in app.code)
    assert "region=440000" in link
    assert quote(figure_id, safe="") in cited
    assert figure_id.startswith("region_tiles;")


def test_a_list_moved_by_hand_reaches_the_url(open_page):
    app = open_page("regions", "en")
    # Every list can be typed into.
    assert {one.proto.filter_mode for one in app.selectbox} == {FILTER_MODE_FUZZY}
    app.selectbox(key="region").select("440000").run()
    assert not app.exception
    assert app.query_params["region"] in ("440000", ["440000"])
    assert say("regions.drill", "en", name="Guangdong") in words_of(app)
