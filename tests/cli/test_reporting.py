"""The commands about reports of units and the audit, from the first entry to disclosure."""

import json

import pytest

from carbonpeak.cli import main, stored
from carbonpeak.store.opening import ADDRESS

COMPANIES = "company_id,name_zh,sector_code,region_code\nc1,甲厂,36-37,320000\n"
UNITS = (
    "unit_id,company_id,name_zh,sector_code,region_code,first_year\n"
    "u1,c1,甲厂一,36-37,320000,2023\n"
)
OIL = {"kind": "fuel", "activity": "燃料油", "quantity": 100, "unit": "t", "factor_id": "F056"}


@pytest.fixture
def at(tmp_path, monkeypatch):
    monkeypatch.delenv(ADDRESS, raising=False)
    monkeypatch.setattr(stored, "DATA", tmp_path)
    return tmp_path


def run(*words, code=0):
    assert main(["reporting", *map(str, words)]) == code


def told(capsys):
    return capsys.readouterr().out


def registered(at, capsys):
    for kind, text in (("companies", COMPANIES), ("units", UNITS)):
        file = at / f"{kind}.csv"
        file.write_text(text, encoding="utf-8")
        run("import", kind, file, "--who", "王芳")
    told(capsys)


def test_looking_makes_no_store(at, capsys):
    run("list", "--format", "csv")
    assert main(["audit", "--format", "csv"]) == 0
    assert told(capsys).splitlines()[0].startswith("report_id,company_id,unit_id,year")
    assert not (at / "own").exists()


def test_a_report_goes_from_a_file_to_everybody(at, capsys):
    registered(at, capsys)
    file = at / "report.json"
    file.write_text(json.dumps({"unit_id": "u1", "year": 2025, "activities": [OIL]}))
    run("enter", file, "--who", "王芳")
    assert "revision 1, 317.1 t CO2" in told(capsys)
    run("move", "u1.2025", "submitted", "--who", "王芳")
    run("move", "u1.2025", "document_review", "--who", "王芳", code=1)
    assert "cannot verify" in capsys.readouterr().err
    run("move", "u1.2025", "document_review", "--who", "李强")
    run("move", "u1.2025", "findings_open", "--finding", "不符", "--who", "李强")
    settle = ("--settle", "1=10", "--why", "估算")
    run("move", "u1.2025", "verified", *settle, "--who", "李强", "--lang", "zh")
    assert "未计法定节假日" in told(capsys)
    run("move", "u1.2025", "disclosed", "--who", "赵敏")
    told(capsys)
    run("show", "u1.2025")
    shown = json.loads(told(capsys))
    assert (shown["state"], shown["total_co2_t"]) == ("disclosed", pytest.approx(327.05))
    assert [one["to_state"] for one in shown["moves"]][-1] == "disclosed"
    run("list", "--format", "json")
    (row,) = json.loads(told(capsys))
    assert row["disclosed_co2_t"] == pytest.approx(327.05)
    assert main(["audit", "--who", "李强", "--format", "json"]) == 0
    entries = json.loads(told(capsys))
    assert [one["action"] for one in entries] == [
        *("report.document_review", "report.findings_open", "report.verified"),
    ]
    assert main(["audit", "--action", "report.", "--since", "2020-01-01", "--format", "csv"]) == 0
    assert told(capsys).count("\n") == 7


def test_a_file_with_faults_is_told_and_returns_one(at, capsys):
    registered(at, capsys)
    file = at / "reports.csv"
    head = "unit_id,year,kind,activity,quantity,unit,factor_id\n"
    file.write_text(f"{head}u1,2025,fuel,油,-3,t,F056\n", encoding="utf-8")
    run("import", "reports", file, "--lang", "zh", code=1)
    out = told(capsys)
    assert "第 2 行，“quantity”列：第 1 项：数量 -3 不是零或正数" in out
    assert "有 1 处错误，未导入任何行。" in out


def test_the_made_example_comes_and_goes(at, capsys):
    run("example", "load")
    assert "None of them is real" in told(capsys)
    run("example", "load", code=1)
    run("example", "remove")
    run("example", "away", code=2)
    assert "load or remove" in capsys.readouterr().err


def test_templates_and_wrong_calls_are_told(at, capsys):
    run("template", "reports", at / "t.xlsx")
    run("template", "units", at / "t.csv", "--lang", "zh")
    assert "单位编号" in (at / "t.csv").read_text(encoding="utf-8-sig")
    for words in (
        ("template", "units", at / "t.pdf"),
        ("template", "units"),
        ("show",),
        ("enter", at / "none.json"),
        ("move", "u1.2025", "verified", "--settle", "x=y"),
    ):
        run(*words, code=2)
        assert capsys.readouterr().err.strip()
    (at / "wrong.json").write_text('{"unit_id": "u1", "year": "2025", "activities": []}')
    run("enter", at / "wrong.json", code=2)
    run("show", "u1.2025", code=1)
    assert "no report" in capsys.readouterr().err
