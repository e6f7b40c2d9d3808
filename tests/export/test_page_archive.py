"""All data of a page in one archive, the whole series behind a figure, and tables as files."""

import io
import json
import zipfile

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

from carbonpeak.data.table_rows import Condition, Wanted
from carbonpeak.export import lookup, page_archive, series
from carbonpeak.export.rows import table_files
from carbonpeak.topics import registry
from carbonpeak.words.speaker import Speaker
from tests import needed

ADDRESS = "http://here/regions?lang=en&region=350000"
EN = Speaker("en")


def opened(content):
    archive = zipfile.ZipFile(io.BytesIO(content))
    return {name: archive.read(name) for name in archive.namelist()}


def table_of(content):
    return pd.read_csv(io.BytesIO(content), dtype={"region_code": str, "sector_code": str})


@pytest.fixture(scope="module")
def page(data):
    given = registry.chosen(data, registry.PAGES["regions"], {"region": ["350000"]})
    return page_archive.of_page(data, given, ADDRESS, EN)


@pytest.fixture(scope="module")
def content(data, page):
    return page_archive.packed(data, page, EN)


def test_every_figure_of_the_page_is_in_it(content):
    figures = registry.PAGES["regions"].figures
    names = [one.name for one in figures if one.name not in needed.OF_OWN_FIGURES]
    files = opened(content)
    assert {f"figures/{name}.csv" for name in names} <= set(files)
    assert "350000" not in files["figures/region_table.csv"].decode()
    assert len(table_of(files["figures/region_table.csv"])) == 31


def test_the_series_go_beyond_what_is_drawn(data, content):
    """A figure of one province since 2020 rests on a series of all provinces since 2011."""
    rows = table_of(opened(content)["series/regions__yearly.csv"])
    whole = data.ask("regions__yearly", region_code=None, first_year=None)
    assert len(rows) == len(whole)
    assert rows["energy_tce"].sum() == pytest.approx(whole["energy_tce"].sum(), rel=1e-12)


def test_it_says_what_it_is_from_where_and_on_which_terms(data, content):
    files = opened(content)
    readme = files["README.txt"].decode("utf-8-sig")
    for words in (ADDRESS, data.version, "free to use with citation", "region_tiles;measure="):
        assert words in readme
    assert "https://doi.org/" in files["codebook/sources.csv"].decode()
    columns = table_of(files["codebook/tables.csv"])
    assert set(columns["Table"]) >= {"energy", "value_added"}
    described = set(table_of(files["codebook/series.csv"])["Query"])
    assert {f"series/{name}.csv" for name in described} == {
        n for n in files if n.startswith("series/")
    }


def test_the_same_page_gives_the_same_bytes(data, page, content):
    assert page_archive.packed(data, page, EN) == content


def test_figures_without_rows_are_left_out(data):
    given = registry.chosen(data, registry.PAGES["regions"], {})
    page = page_archive.of_page(data, given, ADDRESS, EN)
    assert "region_path" not in {one.passport.figure for one in page.printables}
    assert page.printables


def test_a_page_without_figures_has_none(data):
    given = registry.chosen(data, registry.PAGES["figures"], {})
    assert page_archive.of_page(data, given, ADDRESS, EN).printables == ()


def test_the_series_of_one_figure_can_be_had_alone(data):
    printable = lookup.printable(data, "sector_fuels", (("sector", "31"),), EN)
    files = opened(series.packed(data, printable))
    rows = table_of(files["fuels__of_sector__31.csv"])
    drawn = printable.figure.table.column("coal").cells[0].value
    first = rows[(rows["fuel_group"] == "coal") & (rows["year"] == rows["year"].min())]
    coal = rows[(rows["fuel_group"] == "coal") & (rows["energy_tce"].notna())].iloc[0]
    assert coal["energy_tce"] == pytest.approx(drawn, rel=1e-12)
    assert len(first) == 1
    assert "fuels__of_sector__31" in files["codebook.csv"].decode()


WANTED = Wanted("co2", (Condition("flag", ("cement_implausible", "cement_residual")),))


def test_a_table_keeps_its_columns_and_numbers_in_every_format(data):
    expected = data.rows_of(Wanted("value_added", named=False))
    csv = pd.read_csv(
        io.BytesIO(table_files.csv(data, Wanted("value_added"), EN)), dtype={"region_code": str}
    )
    parquet = pq.read_table(io.BytesIO(table_files.parquet(data, Wanted("value_added"), EN)))
    book = openpyxl.load_workbook(io.BytesIO(table_files.xlsx(data, Wanted("value_added"), EN)))
    sheet = list(book["Rows"].values)
    assert list(csv.columns) == list(expected.columns) == list(sheet[0]) == parquet.column_names
    for found in (csv, parquet.to_pandas(), pd.DataFrame(sheet[1:], columns=sheet[0])):
        assert found["region_code"].tolist() == expected["region_code"].tolist()
        for name in ("value_added_nominal_cny", "value_added_real_cny"):
            assert found[name].tolist() == pytest.approx(expected[name].tolist(), rel=1e-14)
    told = json.loads(parquet.schema.metadata[b"Facts"])
    assert ["Data version", data.version] in told
    assert parquet.schema.field("value_added_real_cny").metadata[b"unit"] == b"CNY, 2020 prices"


def test_a_workbook_says_why_values_are_missing_and_of_which_source(data):
    book = openpyxl.load_workbook(io.BytesIO(table_files.xlsx(data, WANTED, EN)))
    rows = {row[0]: row for row in book["Codebook"].values}
    assert rows["co2_t"][4:] == (2, "cement_implausible (2 rows)")
    assert rows["co2_t"][2] == "t"
    marks = {row[0]: row for row in book["Marks"].values}
    assert "8 % of 2021" in marks["cement_implausible"][1]
    assert len(list(book["Rows"].values)) == 4
    about = dict(list(book["About"].values))
    assert about["Rows taken"].startswith("3 of the table's 223,570 rows, where flag = ")


def test_nothing_in_a_file_is_a_formula():
    rows = pd.DataFrame({"text": ["=1+1", "@x", None, "plain"], "number": [-1.5, 2, 3, 4]})
    assert table_files.as_csv(rows).decode("utf-8-sig").splitlines()[1] == "'=1+1,-1.5"
    book = openpyxl.load_workbook(io.BytesIO(table_files.workbook({"s": rows})))
    assert [row[0] for row in book["s"].values] == ["text", "'=1+1", "'@x", None, "plain"]


def test_every_table_has_a_whole_codebook_in_both_languages(data):
    for table in data.catalogue.tables:
        for lang in ("zh", "en"):
            sheets = table_files.explained(data, Wanted(table.name), Speaker(lang))
            columns = next(iter(sheets.values()))
            assert columns.iloc[:, 0].tolist() == [one.name for one in table.fields]
            assert columns.iloc[:, 1].str.len().min() > 0
