"""The rows of the tables behind a figure on the command line."""

import csv
import io
import json

import openpyxl
import pytest

from carbonpeak import cli


def said(capsys, *words):
    """Return exit code, what was printed and what was complained of."""
    code = cli.main(["rows", *words])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_rows_are_told_with_place_source_and_document(capsys):
    code, out, _ = said(
        capsys, "region_sectors", "--param", "region=Fujian", "--row", "1", "--format", "csv"
    )
    assert code == 0
    rows = list(csv.DictReader(io.StringIO(out)))
    energy = [one for one in rows if one["table"] == "energy" and one["column"] == "energy_tce"]
    assert {one["region"] for one in energy} == {"Fujian"}
    assert {one["unit"] for one in energy} == {"tce"}
    assert {one["standing"] for one in energy} == {"published"}
    assert all(one["address"].startswith("https://doi.org/") for one in energy)
    assert energy[0]["item"].startswith("fuel_code=")


def test_json_keeps_numbers_and_nothing_where_there_is_none(capsys):
    code, out, _ = said(capsys, "per_gdp", "--format", "json")
    assert code == 0
    rows = json.loads(out)
    official = [one for one in rows if one["table"] == "official_statistics"]
    assert all(isinstance(one["value"], float) for one in official)
    assert {one["region_code"] for one in official} == {None}


def test_one_table_has_its_own_columns_and_a_codebook(capsys, tmp_path):
    file = tmp_path / "rows.xlsx"
    code, _, _ = said(capsys, "per_gdp", "--table", "targets", "-o", str(file))
    assert code == 0
    book = openpyxl.load_workbook(file, read_only=True)
    assert book.sheetnames == ["Rows", "Codebook", "Sources", "About"]
    assert "value_text" in [cell.value for cell in next(book["Rows"].iter_rows())]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["no_figure_at_all"], "figure"),
        (["inventories", "--table", "gdp"], "co2, co2_nation, co2_published_total"),
        (["inventories", "--row", "99"], "it has 26"),
        (["inventories", "--row", "0"], "it has 26"),
        (["inventories", "--format", "xlsx"], "-o FILE"),
        (["region_sectors", "--param", "region=Fujan"], "Fujian"),
    ],
)
def test_what_cannot_be_had_is_a_wrong_call_in_words(capsys, words, expected):
    code, out, err = said(capsys, *words)
    assert (code, out) == (2, "")
    assert expected in err
    assert "Traceback" not in err
