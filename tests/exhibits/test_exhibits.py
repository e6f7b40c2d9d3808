"""Every exhibit carries its words, standing and sources, and its title says what its rows say."""

import pytest

from carbonpeak.exhibits import (
    cards,
    fuels,
    known,
    methods,
    overview,
    region,
    regions,
    sector,
    sectors,
)
from carbonpeak.exhibits.listing import Listing
from carbonpeak.findings import nowcast
from carbonpeak.findings.view import View
from carbonpeak.wording.numbers import percent

VIEWS = [View(), View("co2"), View("co2", "energy_related"), View(year=2021), View(target="own")]


def every(ask, lang):
    yield from (overview.glide(ask, lang, measure) for measure in ("energy", "co2"))
    yield overview.lagging_regions(ask, lang)
    yield overview.pulling_sectors(ask, lang)
    yield known.known_after(ask, lang)
    yield methods.inventories(ask, lang)
    for view in VIEWS:
        yield regions.tile_grid(ask, view, "schedule", lang)
        yield regions.ranking(ask, view, "annual", lang)
        yield regions.overview_table(ask, view, "schedule", lang)
        yield region.path(ask, view, "320000", "Jiangsu", lang)
        yield region.sectors(ask, view, "320000", "Jiangsu", lang)
    for measure in ("energy", "co2"):
        yield fuels.of_region(ask, lang, measure, "360000", "Jiangxi")
        yield fuels.of_sector(ask, lang, measure, "30", "Cement")
        for code in ("31", "25"):
            yield sector.path(ask, View(measure), code, lang)
            yield sector.provinces(ask, View(measure), code, lang)
        for sort in ("contribution", "energy", "co2", "change", "share", "intensity", "name"):
            yield sectors.ranking(ask, View(measure), Listing(sort=sort), lang)
        yield sectors.overview_table(ask, View(measure), Listing(group="plan"), lang)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_exhibit_is_whole(ask, lang):
    sources = set(ask("sources__all")["source_id"])
    for one in every(ask, lang):
        assert one.title
        assert one.subtitle
        assert one.alt
        assert one.standings
        assert one.source_ids
        assert set(one.source_ids) <= sources
        assert len(one.table) > 0
        assert not one.table.isna().any().any()


def test_doubtful_provinces_stay_out_of_titles_but_not_out_of_pictures(ask):
    ranking = regions.ranking(ask, View(), "schedule", "en")
    assert ranking.title == "Tianjin fell most (−18.3%), Fujian rose most (+17.1%)"
    assert "Shanxi ※" not in ranking.title
    tiles = regions.tile_grid(ask, View(), "schedule", "en")
    assert "14 of them doubtful" in tiles.title
    marked = [text for text in tiles.chart.data[0].text if "※" in text]
    assert len(marked) == 14
    names = overview.lagging_regions(ask, "en").table["Region"]
    assert not {"Shanxi", "Inner Mongolia", "Shandong"} & set(names)


def test_a_province_says_why_it_is_doubtful(ask):
    shanxi = " ".join(region.remarks(ask, View(), "140000", "en"))
    assert "+72.0%" in shanxi
    assert "+14.2%" in shanxi
    assert "Fuel processing" in " ".join(region.remarks(ask, View(), "370000", "en"))
    tibet = region.remarks(ask, View(), "540000", "en")
    assert len(tibet) == 1


def test_a_regions_own_target_keeps_its_qualifier(ask):
    listed = regions.own_targets(ask, View(), "en")
    assert "Inner Mongolia −20.0% or more" in listed
    assert "Chongqing −14.5% (draft) (unverified)" in listed


def test_tibet_is_no_data_even_where_it_has_no_target(ask):
    assert regions.rows(ask, View(target="own"), "schedule")["state"]["540000"] == "no_data"


def test_the_cards_say_what_stands_behind_them(ask):
    energy = cards.energy(ask, "en")
    assert energy.value == "−6.8%"
    assert [tier for _, tier in energy.tiers] == ["on_schedule", "far_behind"]
    assert "2023-2025 would need 2.46% a year to meet it" in energy.lines
    carbon = cards.carbon(ask, "en")
    assert carbon.value == "−7.5%"
    assert "Between −6.0% and −7.5%" in carbon.small
    peak = cards.peak(ask, "en")
    assert "9,868 Mt" in peak.lines[1]
    assert peak.value == "▲ rising"
    assert (
        "Of 30 provinces: 4 peaked, 10 declining (too early to say), 4 on a plateau, 12 rising"
        in peak.lines
    )


def test_the_overview_words_2025_as_a_range_and_the_peak_by_the_rule(ask):
    ends = nowcast.methods(ask)["cumulative"]
    least, most = (percent(one, 1, sign=True) for one in (ends.max(), ends.min()))
    assert f"3 methods put 2025 at {least} to {most}" in cards.energy(ask, "en").lines[-1]
    verdict = cards.verdict(ask, "en")
    assert f"{least} to {most} against 2020, 1 of them reaching the target" in verdict
    assert "emissions are rising, highest in 2022 (+0.6% on the year before)" in verdict
    assert f"{least} 至 {most}，其中 1 种达到目标" in cards.verdict(ask, "zh")


def test_feedstock_is_said_wherever_the_co2_of_chemicals_is_ranked(ask):
    shown = sectors.ranking(ask, View("co2"), Listing(), "en")
    assert any("feedstock" in note for note in shown.notes)
    assert not any("leaps" in note for note in sectors.ranking(ask, View(), Listing(), "en").notes)


def test_a_tier_on_a_recalled_growth_rate_says_unverified(ask):
    table = sectors.overview_table(ask, View(), Listing(), "en").table.set_index("Sector")
    assert table["Tier"]["Chemicals"].endswith("unverified")
    assert table["Tier"]["Iron and steel"].endswith("(I)")
