"""Files of own figures by command: checked, reported, and templates written."""

from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from carbonpeak.cli import main
from tests.incoming import broken


@pytest.fixture
def good(tmp_path: Path) -> Path:
    file = tmp_path / "good.csv"
    file.write_bytes(broken.plain(broken.GOOD, encoding="gb18030"))
    return file


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    file = tmp_path / "bad.csv"
    file.write_bytes(broken.plain(broken.rows(c3="y3")))
    return file


def test_a_good_file_ends_with_0_and_says_what_it_was_read_as(good: Path, capsys):
    assert main(["check-file", "value_added", str(good), "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "GB18030" in said
    assert "[to be confirmed] good.csv" in said
    assert "2 rows; no errors, 1 to be confirmed. The file fits the table value_added." in said


def test_a_bad_file_ends_with_1_and_names_the_cell(bad: Path, capsys):
    assert main(["check-file", "value_added", str(bad), "--lang", "zh"]) == 1
    said = capsys.readouterr().out
    assert f"[错误] bad.csv，第 2 行，“{broken.HEAD[3]}”列：“y3”不是数字。" in said
    assert "错误 1 处" in said


@pytest.mark.parametrize("suffix", ["csv", "parquet", "xlsx"])
def test_the_findings_go_into_a_file(bad: Path, tmp_path: Path, suffix: str):
    output = tmp_path / f"findings.{suffix}"
    assert main(["check-file", "value_added", str(bad), "-o", str(output)]) == 1
    read = {"csv": pd.read_csv, "parquet": pd.read_parquet, "xlsx": pd.read_excel}[suffix]
    assert read(output).iloc[0].astype(str).str.contains("number.none").any()


def test_alike_findings_are_said_once(tmp_path: Path, capsys):
    file = tmp_path / "many.csv"
    file.write_bytes(broken.plain([["x3", *broken.GOOD[0][1:]]] * 50))
    assert main(["check-file", "value_added", str(file), "--lang", "en"]) == 1
    assert "(and 49 more like it)" in capsys.readouterr().out


def test_an_unknown_table_is_told_of_with_near_ones(good: Path, capsys):
    assert main(["check-file", "value_aded", str(good), "--lang", "en"]) == 2
    assert "value_added" in capsys.readouterr().err


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_template_written_by_command_is_a_good_file(tmp_path: Path, suffix: str):
    output = tmp_path / f"t.{suffix}"
    assert main(["template", "energy_division", "-o", str(output), "--lang", "zh"]) == 0
    assert main(["check-file", "energy_division", str(output)]) == 0
    if suffix == "xlsx":
        assert openpyxl.load_workbook(output).sheetnames[0] == "数据"


def test_a_template_in_another_format_is_refused(tmp_path: Path, capsys):
    output = tmp_path / "t.pdf"
    assert main(["template", "energy_division", "-o", str(output), "--lang", "en"]) == 1
    assert "use .xlsx or .csv" in capsys.readouterr().err
    assert not output.exists()
