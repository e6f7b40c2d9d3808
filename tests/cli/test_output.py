"""One rule for all rows: the mark in files for people, none in a pipe, every digit everywhere."""

import codecs
import io
import json
from getpass import getuser

import pandas as pd
import pytest
from sqlalchemy import make_url

from carbonpeak import cli
from carbonpeak.cli.output import format_of_rows, write
from carbonpeak.store import audit
from carbonpeak.store.opening import ADDRESS, open_store, reading

COMMANDS = (
    ["query", "faults__all"],
    ["peak"],
    ["decompose"],
    ["progress"],
    ["figure", "sector_ranking"],
)


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_a_csv_file_has_the_mark_and_a_pipe_has_not(words, tmp_path, capfdbinary):
    file = tmp_path / "rows.csv"
    assert cli.main([*words, "-o", str(file)]) == 0
    assert capfdbinary.readouterr().out == b""
    assert cli.main([*words, "--format", "csv"]) == 0
    assert codecs.BOM_UTF8 + capfdbinary.readouterr().out == file.read_bytes()


def test_a_device_gets_no_mark(tmp_path, capfdbinary):
    assert cli.main(["query", "faults__all", "--format", "csv", "-o", "/dev/stdout"]) == 0
    assert not capfdbinary.readouterr().out.startswith(codecs.BOM_UTF8)


@pytest.mark.parametrize("words", [*COMMANDS[1:4], ["query", "drivers__cells"]], ids=str)
def test_json_holds_what_parquet_and_csv_hold_to_the_last_bit(words, tmp_path):
    files = {kind: tmp_path / f"rows.{kind}" for kind in ("json", "csv", "parquet")}
    for file in files.values():
        assert cli.main([*words, "-o", str(file)]) == 0
    whole = pd.read_parquet(files["parquet"])
    numbers = list(whole.select_dtypes("number"))
    records = json.loads(files["json"].read_text(encoding="utf-8"))
    spoken = pd.DataFrame(records, columns=whole.columns)[numbers]
    printed = pd.read_csv(files["csv"])[numbers]
    for rows in (spoken, printed):
        assert rows.astype(float).equals(whole[numbers].astype(float))


def test_a_small_number_stays_and_a_missing_one_is_null(capfdbinary):
    rows = pd.DataFrame({"p": [1e-12, None], "year": [2022, 2021], "is_new": [True, False]})
    write(rows, "json", None, "en")
    assert json.loads(capfdbinary.readouterr().out) == [
        {"p": 1e-12, "year": 2022, "is_new": True},
        {"p": None, "year": 2021, "is_new": False},
    ]


class Screen(io.StringIO):
    """A standard output that is a terminal."""

    def isatty(self):
        return True


def test_rows_on_a_terminal_are_a_table_unless_it_is_said(monkeypatch, tmp_path):
    assert format_of_rows(None, None) == "csv"
    monkeypatch.setattr("sys.stdout", Screen())
    assert format_of_rows(None, None) == "table"
    assert format_of_rows("csv", None) == "csv"
    assert format_of_rows(None, tmp_path / "rows.json") == "json"


@pytest.mark.parametrize(
    ("words", "file"),
    [
        (["query", "faults__all"], "faults.csv"),
        (["progress"], "progress.parquet"),
        (["figure", "sector_ranking"], "ranking.xlsx"),
        (["rows", "market_pilots"], "rows.xlsx"),
    ],
    ids=lambda one: one[0] if isinstance(one, list) else None,
)
def test_a_file_is_noted_once_where_there_is_a_store(words, file, tmp_path, monkeypatch, data):
    url = make_url(f"sqlite:///{tmp_path / 'store.sqlite'}")
    monkeypatch.setenv(ADDRESS, url.render_as_string(hide_password=False))
    assert cli.main([*words, "-o", str(tmp_path / file)]) == 0
    assert not (tmp_path / "store.sqlite").exists()
    engine = open_store(url)
    assert cli.main([*words, "-o", str(tmp_path / file)]) == 0
    # What goes to the screen is no file.
    assert cli.main(["query", "faults__all", "--format", "csv"]) == 0
    with reading(engine) as connection:
        (row,) = audit.entries(connection)
    engine.dispose()
    assert (row["action"], row["subject"]) == ("file.export", file)
    assert (row["who"], json.loads(row["detail"])) == (getuser(), {"version": data.version})


def test_a_file_that_cannot_be_noted_is_not_written(tmp_path, monkeypatch, capfd):
    store = tmp_path / "store.sqlite"
    store.write_bytes(b"no database" * 100)
    monkeypatch.setenv(ADDRESS, f"sqlite:///{store}")
    assert cli.main(["query", "faults__all", "-o", str(tmp_path / "faults.csv")]) == 1
    assert "store" in capfd.readouterr().err
    assert not (tmp_path / "faults.csv").exists()
