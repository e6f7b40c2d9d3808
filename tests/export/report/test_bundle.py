"""The archive of all figures, opened again: files, checksums, manifest, safe names."""

import csv
import hashlib
import io
import json
import zipfile

import pytest

from carbonpeak.export.report import bundle
from carbonpeak.export.report.bundle import Picture
from carbonpeak.export.report.document import Cancelled
from tests.export import samples

EDITIONS = [
    samples.printable(),
    samples.printable(samples.figure(name='a/..\\b:*?"<>|=con'), own_title="=1+1\x00标题"),
]


def picture(printable):
    return Picture("png", samples.png(printable), 156.0, 76.2, 300)


def link(printable):
    return f"/figures?passport={printable.passport.id}"


def written(lang="zh"):
    return bundle.write(EDITIONS, lang, picture, link)


@pytest.fixture(scope="module")
def files():
    with zipfile.ZipFile(io.BytesIO(written())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_every_figure_has_its_files_under_names_any_system_takes(files):
    assert list(files) == [
        *("figures/01_region_tiles.png", "data/01_region_tiles.csv"),
        *("data/01_region_tiles.xlsx", "figures/02_a_b_con.png", "data/02_a_b_con.csv"),
        *("data/02_a_b_con.xlsx", "manifest.json", "manifest.csv", "README.txt"),
    ]


def test_the_manifest_says_what_each_file_is(files):
    first, second = json.loads(files["manifest.json"])
    for entry in (first, second):
        for name, digest in entry["files"].items():
            assert hashlib.sha256(files[name]).hexdigest() == digest
    assert (first["width_mm"], first["height_mm"], first["dpi"]) == (156.0, 76.2, 300)
    assert first["filters"] == {"指标": "能源", "年份": "2022"}
    assert first["passport"] == samples.printable().passport.id
    assert (first["rows"], first["columns"]) == (3, 5)
    assert first["data_version"] == "df275964"
    assert second["title"] == "=1+1标题"


def test_the_manifest_as_a_table_is_safe(files):
    rows = list(csv.DictReader(io.StringIO(files["manifest.csv"].decode("utf-8-sig"))))
    assert [one["file"] for one in rows] == list(files)[:6]
    assert rows[-1]["title"] == "'=1+1标题"
    assert rows[0]["link"].startswith("/figures?passport=region_tiles")


def test_the_readme_lists_the_figures_in_the_language(files):
    text = files["README.txt"].decode("utf-8-sig")
    assert "共有图表 2 幅" in text
    assert "01  发现" in text
    assert "df275964" in text
    with zipfile.ZipFile(io.BytesIO(written("en"))) as archive:
        assert b"holds 2 figures" in archive.read("README.txt")


def test_the_same_tray_gives_the_same_bytes_dated_once():
    assert written() == written()
    with zipfile.ZipFile(io.BytesIO(written())) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_progress_is_told_and_stops_it():
    told = []
    bundle.write(EDITIONS, "zh", picture, link, lambda *step: told.append(step))
    assert told == [(1, 2), (2, 2)]

    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        bundle.write(EDITIONS, "zh", picture, link, stop)


def test_an_empty_tray_is_an_archive_of_nothing():
    with zipfile.ZipFile(io.BytesIO(bundle.write([], "zh", picture, link))) as archive:
        assert json.loads(archive.read("manifest.json")) == []
