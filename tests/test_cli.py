"""The command line gives scripts the numbers of the pages."""

import io
import json

import pandas as pd
import pytest

from carbonpeak import cli


def test_progress_of_the_nation(capfdbinary):
    assert cli.main(["progress"]) == 0
    table = pd.read_csv(io.BytesIO(capfdbinary.readouterr().out)).set_index("measure")
    official = table.loc["energy, official, above designated size"]
    assert official["cumulative"] == pytest.approx(-0.068)
    assert official["progress"] == pytest.approx(0.486, abs=5e-4)
    assert official["schedule"] == pytest.approx(0.4)
    assert official["rate_needed"] == pytest.approx(0.0246, abs=5e-5)
    assert official["tier_schedule"] == "on_schedule"
    assert official["tier_annual"] == "far_behind"
    assert table.loc["co2, estimate of all industry, total"]["cumulative"] == pytest.approx(
        -0.0746, abs=5e-5
    )


def test_progress_of_a_region_says_why_a_value_is_missing(capfdbinary):
    assert cli.main(["progress", "--region", "360000", "--format", "json"]) == 0
    energy, co2 = json.loads(capfdbinary.readouterr().out)
    assert energy["cumulative"] == pytest.approx(-0.0586, abs=5e-5)
    assert co2["cumulative"] is None
    assert co2["missing"] == "withheld"


def test_progress_of_a_sector(capfdbinary):
    assert cli.main(["progress", "--sector", "31"]) == 0
    table = pd.read_csv(io.BytesIO(capfdbinary.readouterr().out))
    assert list(table["measure"]) == ["energy", "co2"]
    assert table["cumulative"][0] == pytest.approx(-0.0242, abs=5e-5)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["progress", "--region", "Jiangx"], "Jiangxi"),
        (["progress", "--sector", "3"], "no sector"),
        (["progress", "--region", "110000", "--sector", "31"], "one of the two"),
        (["query", "region_yearly"], "regions__yearly"),
        (["query", "regions__yearly", "--param", "regio=1"], "region_code"),
        (["query", "regions__yearly", "--param", "first_year=soon"], "must be integer"),
        (["query", "regions__yearly", "--param", "first_year"], "name=value"),
    ],
)
def test_a_wrong_call_gets_a_sentence_and_exit_code_two(words, said, capfd):
    assert cli.main(words) == 2
    complaint = capfd.readouterr().err
    assert said in complaint
    assert "Traceback" not in complaint


@pytest.mark.parametrize("kind", cli.FORMATS)
def test_a_query_in_every_format(kind, tmp_path):
    file = tmp_path / f"rows.{kind}"
    call = [
        "query",
        "regions__yearly",
        "--param",
        "region_code=320000",
        "--param",
        "first_year=2020",
    ]
    assert cli.main([*call, "--format", kind, "-o", str(file)]) == 0
    readers = {
        "csv": lambda path: pd.read_csv(path, dtype={"region_code": str}),
        "json": lambda path: pd.read_json(path, dtype={"region_code": str}),
        "parquet": pd.read_parquet,
    }
    rows = readers[kind](file)
    assert list(rows["year"]) == [2020, 2021, 2022]
    assert set(rows["region_code"]) == {"320000"}
    assert rows["energy_tce"].iloc[-1] == pytest.approx(1.994713e8, rel=1e-6)


def test_check_finds_no_fault(capfd):
    assert cli.main(["check"]) == 0
    assert " 0 checks with faults" in capfd.readouterr().out


def test_build_without_its_sources_says_so(tmp_path, capfd):
    assert cli.main(["build", "--raw", str(tmp_path / "nowhere")]) == 1
    assert "does not exist" in capfd.readouterr().err
