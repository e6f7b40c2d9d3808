"""What changed since the version of the data kept before: flipped verdicts, revised numbers."""

import shutil

import pytest

from carbonpeak.data import catalogue, versions
from carbonpeak.export.report import revisions
from carbonpeak.export.report.draft import draft
from carbonpeak.words.speaker import Speaker
from tests.altered_data import AlteredData

HEBEI, FUJIAN = "130000", "350000"


def before(data, factor, column="energy_tce", region=HEBEI, year=2022):
    """Return the shipped tables as an earlier version had them: one number was another one."""

    def change(name, rows):
        if name == "regions__yearly":
            mask = (rows["region_code"] == region) & (rows["year"] == year)
            rows.loc[mask, column] = rows.loc[mask, column] * factor
        return rows

    return AlteredData(data, change)


def said(data, earlier, lang="en", place=""):
    return revisions.said(draft(data, place, Speaker(lang)), earlier)


def test_a_revision_and_the_verdict_it_flips_are_told(data):
    intro, tiers, revised = said(data, before(data, 1.25))
    assert data.version in intro
    assert tiers == (
        "Tiers of energy intensity that changed: Hebei (Critical (I) → On schedule (III))."
    )
    assert revised == "Energy was revised most for Hebei in 2022 (−20.0%)."


def test_only_the_largest_are_named_and_small_ones_are_none(data):
    assert said(data, before(data, 1.0004))[1:] == [
        *("No verdict changed.", "No figure of energy or CO₂ was revised."),
    ]
    revised = said(data, before(data, 0.99, "co2_t", year=2005), "zh")[-1]
    assert revised == "二氧化碳排放修订居前的是河北 2005 年（+1.0%）。"


def test_the_report_of_a_province_tells_its_own_alone(data):
    earlier = before(data, 1.25)
    assert len(said(data, earlier, place=HEBEI)) == 3
    assert said(data, earlier, place=FUJIAN)[1:] == [
        *("No verdict changed.", "No figure of energy or CO₂ was revised."),
    ]


@pytest.fixture
def kept(tmp_path):
    """A data folder whose tables are kept as the version before, under their own name."""
    folder = tmp_path / "versions" / catalogue.load().version
    folder.mkdir(parents=True)
    shutil.copy(catalogue.DATA / catalogue.FILE, folder)
    shutil.copytree(catalogue.DATA / "tables", folder / "tables")
    return tmp_path


def test_the_chapter_is_there_only_where_another_version_is_kept(data, kept, tmp_path_factory):
    made = draft(data, "", Speaker("en"))
    assert revisions.chapter(made, tmp_path_factory.mktemp("empty")) == ()
    assert versions.last(data.version, kept) == ""
    assert revisions.chapter(made, kept) == ()
    assert versions.last("another", kept) == data.version


def test_a_version_that_cannot_be_read_is_said_to_be_so(data, tmp_path):
    (tmp_path / "versions" / "abcd1234").mkdir(parents=True)
    (block,) = revisions.chapter(draft(data, "", Speaker("en")), tmp_path)
    assert "abcd1234" in block.text
    assert "not compared" in block.text
