"""From a name or a passport to a figure: the same rows again, and every wrong asking worded."""

import json
import shutil
from contextlib import closing

import pytest

from carbonpeak.data import catalogue
from carbonpeak.data.dataset import Dataset
from carbonpeak.export import fault_words as fault_words
from carbonpeak.export import lookup, passport
from carbonpeak.export.lookup import FigureError
from carbonpeak.export.passport import METHOD_VERSION
from carbonpeak.screen import server
from carbonpeak.topics.registry import FIGURES
from carbonpeak.words.speaker import Speaker
from tests import figure_rows, frozen, needed
from tests.of_all import of_all
from tests.sealed import seal


def test_figures_show_and_say_on_the_shipped_tables_what_they_did(data, in_full):
    """Where rows differ: `python -m tests.figure_rows`, after raising METHOD_VERSION for a rule.

    Where words differ, and it is meant: `python -m tests.frozen`; a folder as argument gets texts.
    Rows and words are of all choices, charts of the first ones, with ``--in-full`` of all.
    """
    drawn = "every" if in_full else "first"
    kept = json.loads(figure_rows.FILE.read_text(encoding="utf-8"))
    said = json.loads(frozen.SHIPPED.read_text(encoding="utf-8"))
    assert (kept["data_version"], kept["method_version"]) == (data.version, METHOD_VERSION)
    # Rows and words of the same figures: each is built once for both.
    found = {
        name: (figure_rows.digest(data, name), frozen.digest(frozen.frozen(data, name, drawn)))
        for name in frozen.figures()
    }
    assert set(found) == set(kept["rows"]) == set(said)
    assert [name for name, (rows, _) in found.items() if rows != kept["rows"][name]] == []
    assert [name for name, (_, words) in found.items() if words != said[name][drawn]] == []


def test_rows_that_changed_under_the_same_versions_are_named():
    before = {"data_version": "a", "method_version": "1", "rows": {"x": "1", "y": "1"}}
    after = {**before, "rows": {"x": "2", "y": "1", "z": "1"}}
    assert figure_rows.changed(before, after) == ["x"]
    assert figure_rows.changed(before, {**after, "method_version": "2"}) == []


@of_all("name", sorted(FIGURES.keys() - needed.OF_OWN_FIGURES))
def test_a_passport_brings_back_the_same_rows_in_both_languages(data, name):
    for lang in ("zh", "en"):
        one = figure_rows.printable(data, name, lang)
        again = lookup.reopened(data, passport.read(one.passport.id), Speaker(lang))
        assert again.passport == one.passport
        assert again.figure.table.texts().equals(one.figure.table.texts())
        assert again.title == one.title
        assert again.lines == one.lines


def test_the_language_is_not_part_of_the_id(data):
    chinese, english = (figure_rows.printable(data, "peak_tiles", lang) for lang in ("zh", "en"))
    assert chinese.passport.id == english.passport.id


def test_other_choices_are_another_figure(data):
    ids = {
        lookup.printable(data, "region_tiles", (("year", year),), Speaker("zh")).passport.id
        for year in ("2021", "2022")
    }
    assert len(ids) == 2


@pytest.mark.parametrize(
    ("name", "codes", "reason"),
    [
        ("region_tile", (), "figure"),
        ("", (), "no_figure"),
        ("glide_energy", (("sector", "31"),), "no_choices"),
        ("region_tiles", (("sector", "31"),), "name"),
        ("region_tiles", (("year", "1999"),), "choice"),
        ("region_tiles", (("basis", "total"),), "choice"),
        ("region_path", (), "no_rows"),
        ("region_sectors", (("region", "370000"),), "no_rows"),
        ("driver_waterfall", (("from", "2022"), ("to", "2015")), "no_rows"),
    ],
)
def test_a_wrong_asking_has_words_that_name_it(data, name, codes, reason):
    with pytest.raises(FigureError) as fault:
        lookup.printable(data, name, codes, Speaker("zh"))
    assert fault.value.reason == reason
    for lang in ("zh", "en"):
        assert fault_words.words(fault.value, lang)


def test_a_version_that_lacks_a_table_gives_the_other_figures_and_names_those_it_cannot(
    tmp_path, monkeypatch
):
    data = catalogue.DATA
    older = tmp_path / "data" / "versions" / "older"
    shutil.copytree(data, older)
    version = seal(older, without=("co2_nation",))
    with closing(Dataset.open(older)) as lacking:
        assert server.printable(lacking, "region_tiles", (), Speaker("zh")).figure.title
        with pytest.raises(FigureError) as fault:
            server.printable(lacking, "inventories", (), Speaker("zh"))
    assert "inventories" in fault.value.values["figures"]
    assert "region_tiles" not in fault.value.values["figures"]
    said = fault_words.words(fault.value, "zh")
    assert f"数据版本 {version} 的数据表与现行程序不合" in said
    assert "分省清单合计与全国清单（inventories）" in said


def test_a_fault_names_figures_and_choices_and_shows_what_was_typed(data):
    with pytest.raises(FigureError) as fault:
        lookup.printable(data, "region_tile", (), Speaker("zh"))
    assert "各地区预警等级方格图（region_tiles）、" in fault_words.words(fault.value, "zh")
    with pytest.raises(FigureError) as fault:
        lookup.printable(data, "region_tiles", (("year", "*1999*" * 99),), Speaker("en"))
    said = fault_words.words(fault.value, "en")
    assert "“Judged up to (year)” has no value “*1999**1999*" in said
    assert len(said) < 200


def test_every_filter_stands_in_full_below_a_figure(data):
    one = lookup.printable(
        data, "region_tiles", (("measure", "co2"), ("target", "own")), Speaker("en")
    )
    assert one.filter_line == (
        "Filters: Measure: CO₂ per value added; Basis: Direct: energy-related "
        "and cement process; Judged up to: 2022; Target: Each region's own target; "
        "Yardstick: Cumulative progress over schedule"
    )
    assert one.lines[0] == one.filter_line
    assert one.lines[-1].endswith(one.passport.id)


def test_an_edition_opens_on_its_own_page(data):
    one = lookup.printable(data, "region_path", (("region", "320000"),), Speaker("zh"))
    page, values = lookup.view("region_path", one.passport.choices)
    assert page == "regions"
    assert values["region"] == "320000"
