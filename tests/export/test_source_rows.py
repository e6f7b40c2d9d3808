"""From every figure to the rows of the tables that it rests on, and its numbers among them."""

import math
from contextlib import suppress
from random import Random

import pytest

from carbonpeak.data.dataset import Dataset
from carbonpeak.export import lookup, source_rows
from carbonpeak.export.lookup import FigureError
from carbonpeak.figures.choices import Choice, ManyChoice
from carbonpeak.figures.origin import READER
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.topics import registry
from carbonpeak.topics.footprint.page import STUDY_FIGURES
from carbonpeak.topics.registry import FIGURES
from carbonpeak.topics.reporting.page import PAGE as REPORTING
from carbonpeak.words.speaker import Speaker
from tests import figure_rows, needed

# Figures of paths to come, of a reader's own study and of records rest on no cited row.
OWN = tuple(one.name for one in STUDY_FIGURES)
# Verified totals stand beside the inventories, whose rows they cite.
RECORDS = tuple(
    one.name
    for one in REPORTING.figures
    if one.name not in ("reporting_public_counts", "reporting_verified")
)
UNCITED = ("projection", *OWN, *RECORDS)
EN = Speaker("en")
# A figure of these standings alone shows what a source says or a plain sum of it.
UNDERIVED = {"official", "published"}


CITED = [one for one in FIGURES if one not in {*OWN, *RECORDS, *needed.OF_OWN_FIGURES}]


@pytest.mark.parametrize("name", CITED)
def test_every_figure_leads_to_rows_with_source_document_and_standing(data, name):
    """Its rows are found once for all that holds of them: it asks for many."""
    printable = figure_rows.printable(data, name, "en")
    found = source_rows.find(data, printable)
    assert found.steps
    read = {table for step in found.steps for one in step.queries for table in one.tables}
    assert {one.table.name for one in found.tables} <= read
    assert found.cited, "no rows of a source that stands under the figure"
    for one in found.tables:
        rows = source_rows.frame(data, one, 0, 50)
        assert 0 < len(rows) <= one.count
        assert rows["source_id"].notna().all()
        assert rows["document"].notna().all()
        assert rows["source_name_zh"].notna().all()
    cited = {one for rows in found.cited for one in sources_of(data, rows)}
    assert cited <= set(printable.figure.source_ids)
    shown = numbers_of(printable)
    if set(printable.figure.standings) <= UNDERIVED and shown:
        # What no rule derives: among the rows, or among the sums of them that a query returns.
        among = [*values_in_rows(data, found), *values_in_answers(data, found)]
        assert any(is_among(value, among) for value in shown)


@pytest.mark.parametrize("name", OWN)
def test_a_readers_own_study_rests_on_no_table(data, name):
    own = figure_rows.printable(data, name, "en")
    found = source_rows.find(data, own)
    assert own.figure.source_ids == (READER,)
    assert (found.tables, found.steps) == ((), ())


@pytest.mark.parametrize("name", RECORDS)
def test_records_are_shown_themselves_and_rest_on_no_table(data, name):
    found = source_rows.find(data, figure_rows.printable(data, name, "en"))
    assert (found.tables, found.steps) == ((), ())


def some_choices(data, spec, random):
    """Return codes for some of the choices of a figure."""
    controls = registry.PAGE_OF[spec.name].controls(data, {})
    listed = {one.choice.name: one.choice for one in controls}
    picked = [name for name in spec.uses if random.random() < 0.6]
    return tuple(
        (name, random.choice(listed[name].allowed))
        for name in picked
        if isinstance(listed[name], Choice | ManyChoice)
    )


def test_whatever_is_chosen_leads_to_rows(data):
    random = Random(11)
    found = 0
    for name in random.choices([one for one in FIGURES if not one.startswith(UNCITED)], k=40):
        codes = some_choices(data, FIGURES[name], random)
        with suppress(FigureError):
            printable = lookup.printable(data, name, codes, EN)
            window = dict(codes)
            # A window that ends before it begins shows nothing.
            if window.get("from", "") > window.get("to", "9999"):
                continue
            # At the base year the pace that is needed is the target's alone.
            if window.get("scale") == "needed" and int(window.get("to", 9999)) <= BASE_YEAR:
                continue
            assert source_rows.find(data, printable).cited, (name, codes)
            found += 1
    assert found > 20


def numbers_of(printable):
    """Return the numbers of a figure in the unit of calculation; one with a sign is a change."""
    # The number of a mark in its chart is no figure of a source.
    columns = [one for one in printable.figure.table.columns if one.head.key != "place"]
    cells = (cell for column in columns for cell in column.cells)
    known = [cell for cell in cells if cell.form is not None and cell.value not in (None, 0)]
    return [float(one.value) for one in known if not one.form.is_year and not one.form.sign]


def is_among(value, others):
    """A percentage may be held as a fraction."""
    scales = (1.0, 100.0)
    return any(math.isclose(value * one, other, rel_tol=1e-9) for other in others for one in scales)


def values_of(rows):
    kept = rows.select_dtypes("number").drop(columns="year", errors="ignore")
    return [one for name in kept.columns for one in kept[name].dropna().tolist()]


def values_in_rows(data, found):
    return [one for rows in found.cited for one in values_of(source_rows.frame(data, rows, 0, 500))]


def values_in_answers(data, found):
    asked = (step.asked for step in found.steps)
    return [one for each in asked for one in values_of(data.ask(each.name, **dict(each.params)))]


def sources_of(data, rows):
    return set(data.values_of(rows.wanted, "source_id", 1000)["value"])


@pytest.mark.parametrize(("year", "column"), [(1997, "provinces_co2"), (2019, "nation_co2")])
def test_the_rows_of_a_year_add_up_to_the_number_drawn(data, year, column):
    printable = lookup.printable(data, "inventories", (), EN)
    years = [cell.value for cell in printable.figure.table.column("year").cells]
    found = source_rows.find(data, printable, years.index(year))
    table = {"provinces_co2": "co2", "nation_co2": "co2_nation"}[column]
    drawn = printable.figure.table.column(column).cells[years.index(year)].value
    assert source_rows.frame(data, found.of(table))["co2_t"].sum() == pytest.approx(
        drawn, rel=1e-12
    )


def test_a_sum_of_industry_leaves_out_what_is_no_industry(data):
    printable = lookup.printable(data, "peak_series", (), EN)
    years = [cell.value for cell in printable.figure.table.column("year").cells]
    found = source_rows.find(data, printable, years.index(2010))
    drawn = printable.figure.table.column("co2").cells[years.index(2010)].value
    assert source_rows.frame(data, found.of("co2"))["co2_t"].sum() == pytest.approx(drawn, rel=1e-9)


def test_a_place_a_division_and_years_narrow_the_rows(data):
    fujian = lookup.printable(data, "region_sectors", (("region", "350000"),), EN)
    rows = source_rows.frame(data, source_rows.find(data, fujian).of("energy"))
    assert set(rows["region_code"]) == {"350000"}
    assert set(rows["year"]) == {2020, 2021, 2022}
    one = source_rows.frame(data, source_rows.find(data, fujian, row=0).of("energy"))
    assert len(set(one["sector_code"])) == 1
    assert len(one) < len(rows)
    everything = source_rows.find(data, fujian, is_whole=True)
    assert everything.of("energy").count > source_rows.find(data, fujian).of("energy").count


def test_a_key_industry_is_its_divisions(data):
    printable = lookup.printable(data, "peak_series", (("sector", "building_materials"),), EN)
    rows = source_rows.frame(data, source_rows.find(data, printable).of("co2"), 0, 100)
    plans = data.ask("sectors__all").set_index("sector_code")["plan_industry_code"]
    assert {plans[code] for code in rows["sector_code"]} == {"building_materials"}


def test_other_tables_that_were_read_come_after(data):
    printable = lookup.printable(data, "region_ranking", (), EN)
    kinds = [one.is_cited for one in source_rows.find(data, printable).tables]
    assert kinds == sorted(kinds, reverse=True)
    assert not all(kinds)


def test_a_search_keeps_rows_with_every_word(data):
    printable = lookup.printable(data, "region_ranking", (), EN)
    found = source_rows.find(data, printable).searched(data, "福建 2022 煤")
    assert found.tables
    for one in found.tables:
        rows = source_rows.frame(data, one)
        assert set(rows["region_name_zh"]) == {"福建"}
    assert source_rows.find(data, printable).searched(data, "<b>nothing</b>").tables == ()


def test_a_row_that_the_figure_does_not_have_is_refused(data):
    printable = lookup.printable(data, "inventories", (), EN)
    with pytest.raises(IndexError):
        source_rows.find(data, printable, 99)


def test_what_is_known_does_not_depend_on_what_was_shown_before(shipped):
    """A figure made of kept findings has the same rows as one made anew."""
    fresh, used = Dataset(shipped), Dataset(shipped)
    for name in ("region_tiles", "driver_waterfall", "peak_series"):
        figure_rows.printable(used, name, "en")
    for name in ("region_table", "peak_table"):
        one, other = (figure_rows.printable(each, name, "en") for each in (fresh, used))
        assert source_rows.find(fresh, one) == source_rows.find(used, other)
