"""A value that exists nowhere is a wrong call, for every parameter of every query."""

import io

import pandas as pd
import pytest

from carbonpeak import cli
from carbonpeak.cli.output import SHOWN
from carbonpeak.data import queries

PARAMS = [(query, param) for query in queries.shipped().values() for param in query.params]
# Their tables come without rows, or have them from a store alone.
WITHOUT_ROWS = ("facility__", "market__quote", "market__units", "reporting__")
HELD = [one for one in PARAMS if not one[0].name.startswith(WITHOUT_ROWS)]
NOWHERE = {"integer": 2999, "text": "nowhere", "list": ["2999"], "number": 2999}


def test_every_parameter_has_values_to_be_held_against(data):
    missing = [
        (query.name, param.name)
        for query, param in PARAMS
        if not data.values(query.name, param.name)
    ]
    assert [one for one in missing if not one[0].startswith(WITHOUT_ROWS)] == []


@pytest.mark.parametrize(("query", "param"), HELD, ids=lambda one: one.name)
def test_a_value_that_exists_nowhere_is_told(query, param, capfd):
    words = ["query", query.name]
    for one in query.params:
        value = NOWHERE[one.type]
        value = value[0] if isinstance(value, list) else value
        if one is param or one.required:
            words += ["--param", f"{one.name}={value}"]
    assert cli.main(words) == 2
    out, complaint = capfd.readouterr()
    assert out == ""
    assert str(value) in complaint or "nowhere" in complaint
    assert complaint.count("\n") == 1


@pytest.mark.parametrize("kind", SHOWN)
def test_so_it_is_in_every_format(kind, tmp_path, capfd):
    file = tmp_path / "rows"
    words = ["query", "regions__yearly", "--format", kind, "-o", str(file)]
    assert cli.main([*words, "--param", "region_code=999999"]) == 2
    assert "no region '999999'" in capfd.readouterr().err
    assert not file.exists()


@pytest.mark.parametrize("name", ["内蒙古", "15", "CN-NM", "150000"])
def test_a_region_is_asked_for_by_name(name, capfdbinary):
    words = ["--param", f"region_code={name}", "--param", "first_year=1900"]
    assert cli.main(["query", "regions__yearly", *words]) == 0
    rows = pd.read_csv(io.BytesIO(capfdbinary.readouterr().out), dtype={"region_code": str})
    assert set(rows["region_code"]) == {"150000"}


def test_codes_that_only_some_tables_know_are_left_as_they_are(capfd):
    words = ["--param", "region_code=000000", "--param", "sector_code=all"]
    assert cli.main(["query", "peak__series", *words]) == 0
    assert capfd.readouterr().out.count("\n") > 10


def test_years_of_a_list_are_numbers(capfd):
    words = ["--param", "years=2021,2022", "--param", "region_code=江苏"]
    assert cli.main(["query", "drivers__cells", *words]) == 0
    assert ",2022," in capfd.readouterr().out


def test_rows_that_are_not_there_are_remarked(capfd):
    words = ["--param", "region_code=540000"]
    assert cli.main(["query", "sectors__yearly", *words]) == 0
    assert capfd.readouterr().err == "No rows meet these conditions.\n"
