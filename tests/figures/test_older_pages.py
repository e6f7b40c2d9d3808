"""Every figure carries its words, standing and sources, and its title says what its rows say."""

import pytest

from carbonpeak.domain.view import View
from carbonpeak.figures import fuels
from carbonpeak.topics.methods import tables as methods
from carbonpeak.topics.outlook import analysis_nowcast as nowcast
from carbonpeak.topics.overview import cards, known
from carbonpeak.topics.overview import glide as overview
from carbonpeak.topics.regions import province as region
from carbonpeak.topics.regions import provinces as regions
from carbonpeak.topics.sectors import division as sector
from carbonpeak.topics.sectors import divisions as sectors
from carbonpeak.topics.sectors.listing import Listing
from carbonpeak.words.numbers import percent
from carbonpeak.words.speaker import Speaker

VIEWS = [View(), View("co2"), View("co2", "energy_related"), View(year=2021), View(target="own")]


def every(data, lang):
    yield from (overview.glide(data, Speaker(lang), measure) for measure in ("energy", "co2"))
    yield overview.lagging_regions(data, Speaker(lang))
    yield overview.pulling_sectors(data, Speaker(lang))
    yield known.known_after(data, Speaker(lang))
    yield methods.inventories(data, Speaker(lang))
    for view in VIEWS:
        yield regions.tile_grid(data, view, "schedule", Speaker(lang))
        yield regions.ranking(data, view, "annual", Speaker(lang))
        yield regions.overview_table(data, view, "schedule", Speaker(lang))
        yield region.path(data, view, "320000", "Jiangsu", Speaker(lang))
        yield region.sectors(data, view, "320000", "Jiangsu", Speaker(lang))
    for measure in ("energy", "co2"):
        yield fuels.of_region(data, Speaker(lang), measure, "360000", "Jiangxi")
        yield fuels.of_sector(data, Speaker(lang), measure, "30", "Cement")
        for code in ("31", "25"):
            yield sector.path(data, View(measure), code, Speaker(lang))
            yield sector.provinces(data, View(measure), code, Speaker(lang))
        for sort in ("contribution", "energy", "co2", "change", "share", "intensity", "name"):
            yield sectors.ranking(data, View(measure), Listing(sort=sort), Speaker(lang))
        yield sectors.overview_table(data, View(measure), Listing(group="plan"), Speaker(lang))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_figure_is_whole(data, lang):
    sources = set(data.ask("sources__all")["source_id"])
    for one in every(data, lang):
        assert one.title
        assert one.subtitle
        assert one.alt
        assert one.standings
        assert one.source_ids
        assert set(one.source_ids) <= sources
        assert len(one.table.texts()) > 0
        assert not one.table.texts().isna().any().any()


def test_doubtful_provinces_stay_out_of_titles_but_not_out_of_pictures(data):
    ranking = regions.ranking(data, View(), "schedule", Speaker("en"))
    assert ranking.title == "Tianjin fell most (−18.3%), Fujian rose most (+17.1%)"
    assert "Shanxi ※" not in ranking.title
    tiles = regions.tile_grid(data, View(), "schedule", Speaker("en"))
    assert "14 of them doubtful" in tiles.title
    marked = [text for text in tiles.chart.data[0].text if "※" in text]
    assert len(marked) == 14
    names = overview.lagging_regions(data, Speaker("en")).table.texts()["Region"]
    assert not {"Shanxi", "Inner Mongolia", "Shandong"} & set(names)


def test_a_province_says_why_it_is_doubtful(data):
    shanxi = " ".join(region.remarks(data, View(), "140000", Speaker("en")))
    assert "+72.0%" in shanxi
    assert "+14.2%" in shanxi
    assert "Fuel processing" in " ".join(region.remarks(data, View(), "370000", Speaker("en")))
    tibet = region.remarks(data, View(), "540000", Speaker("en"))
    assert len(tibet) == 1


def test_a_regions_own_target_keeps_its_qualifier(data):
    listed = regions.own_targets(data, View(), Speaker("en"))
    assert "Inner Mongolia −20.0% or more" in listed
    assert "Chongqing −14.5% (draft) (unverified)" in listed


def test_tibet_is_no_data_even_where_it_has_no_target(data):
    assert regions.rows(data, View(target="own"), "schedule")["state"]["540000"] == "no_data"


def test_the_cards_say_what_stands_behind_them(data):
    energy = cards.energy(data, Speaker("en"))
    assert energy.value == "−6.8%"
    assert [tier for _, tier in energy.tiers] == ["on_schedule", "far_behind"]
    assert "2023-2025 would need 2.46% a year to meet it" in energy.lines
    carbon = cards.carbon(data, Speaker("en"))
    assert carbon.value == "−7.5%"
    assert "Between −6.0% and −7.5%" in carbon.small
    peak = cards.peak(data, Speaker("en"))
    assert "9,868 Mt" in peak.lines[1]
    assert peak.value == "▲ rising"
    assert (
        "Of 30 provinces: 4 peaked, 10 declining (too early to say), 4 on a plateau, 12 rising"
        in peak.lines
    )


def test_the_overview_words_2025_as_a_range_and_the_peak_by_the_rule(data):
    ends = nowcast.methods(data)["cumulative"]
    least, most = (percent(one, 1, sign=True) for one in (ends.max(), ends.min()))
    assert f"3 methods put 2025 at {least} to {most}" in cards.energy(data, Speaker("en")).lines[-1]
    verdict = cards.verdict(data, Speaker("en"))
    assert f"{least} to {most} against 2020, 1 of them reaching the target" in verdict
    assert "emissions are rising, highest in 2022 (+0.6% on the year before)" in verdict
    assert f"{least} 至 {most}，其中 1 种达到目标" in cards.verdict(data, Speaker("zh"))


def test_feedstock_is_said_wherever_the_co2_of_chemicals_is_ranked(data):
    shown = sectors.ranking(data, View("co2"), Listing(), Speaker("en"))
    assert any("feedstock" in note for note in shown.notes)
    assert not any(
        "leaps" in note for note in sectors.ranking(data, View(), Listing(), Speaker("en")).notes
    )


def test_a_tier_on_a_recalled_growth_rate_says_unverified(data):
    table = (
        sectors.overview_table(data, View(), Listing(), Speaker("en"))
        .table.texts()
        .set_index("Sector")
    )
    assert table["Tier"]["Chemicals"].endswith("unverified")
    assert table["Tier"]["Iron and steel"].endswith("(I)")
