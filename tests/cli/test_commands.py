"""The command line gives scripts the numbers of the pages."""

import io
import json
import re
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from carbonpeak import cli
from carbonpeak.cli.output import FORMATS
from carbonpeak.words import say

ROOT = Path(__file__).resolve().parents[2]


def test_progress_of_the_nation(capfdbinary):
    assert cli.main(["progress"]) == 0
    table = pd.read_csv(io.BytesIO(capfdbinary.readouterr().out)).set_index("measure")
    official = table.loc["energy, official, above designated size"]
    assert official["cumulative"] == pytest.approx(-0.068)
    assert official["progress"] == pytest.approx(0.486, abs=5e-4)
    assert official["schedule"] == pytest.approx(0.4)
    assert official["rate_needed"] == pytest.approx(0.0246, abs=5e-5)
    assert official["tier_schedule"] == "ahead"
    assert official["tier_annual"] == "late"
    assert table.loc["co2, estimate of all industry, total"]["cumulative"] == pytest.approx(
        -0.0746, abs=5e-5
    )


def test_progress_of_a_region_says_why_a_value_is_missing(capfdbinary):
    assert cli.main(["progress", "--region", "360000", "--format", "json"]) == 0
    energy, co2 = json.loads(capfdbinary.readouterr().out)
    assert energy["cumulative"] == pytest.approx(-0.0586, abs=5e-5)
    assert co2["cumulative"] is None
    assert co2["missing"] == "withheld"


def test_progress_says_which_province_is_doubtful(capfdbinary):
    assert cli.main(["progress", "--region", "Shanxi", "--format", "json"]) == 0
    assert [row["is_doubtful"] for row in json.loads(capfdbinary.readouterr().out)] == [True, True]
    assert cli.main(["progress", "--region", "Jiangsu", "--format", "json"]) == 0
    assert [row["is_doubtful"] for row in json.loads(capfdbinary.readouterr().out)] == [
        False,
        False,
    ]


def test_progress_of_a_sector(capfdbinary):
    assert cli.main(["progress", "--sector", "31"]) == 0
    table = pd.read_csv(io.BytesIO(capfdbinary.readouterr().out))
    assert list(table["measure"]) == ["energy", "co2"]
    assert table["cumulative"][0] == pytest.approx(-0.0242, abs=5e-5)


def standings(words, capfdbinary) -> pd.DataFrame:
    """Return what ``progress`` prints for these words."""
    assert cli.main(["progress", *words]) == 0
    return pd.read_csv(io.BytesIO(capfdbinary.readouterr().out), dtype={"code": str})


WHAT = ["year", "basis", "target", "standing"]


def test_progress_of_the_nation_says_what_it_measures(capfdbinary):
    assert standings(["--year", "2021"], capfdbinary)[WHAT].to_numpy().tolist() == [
        [2021, "official", 0.135, "official"],
        [2021, "final", 0.135, "derived"],
        [2021, "with_transformation", 0.135, "derived"],
        [2021, "total", 0.18, "reconstructed"],
        [2021, "energy_related", 0.18, "reconstructed"],
    ]


def test_a_basis_leaves_the_other_measure_of_the_nation_whole(capfdbinary):
    table = standings(["--basis", "total"], capfdbinary)
    assert list(table["basis"]) == ["official", "final", "with_transformation", "total"]


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        (
            ["--region", "320000"],
            [[2022, "final", 0.135, "derived"], [2022, "total", 0.18, "reconstructed"]],
        ),
        (
            ["--region", "320000", "--target", "own", "--year", "2021"],
            [[2021, "final", 0.17, "derived"], [2021, "total", 0.2, "reconstructed"]],
        ),
        (
            ["--region", "320000", "--basis", "with_transformation"],
            [
                [2022, "with_transformation", 0.135, "derived"],
                [2022, "total", 0.18, "reconstructed"],
            ],
        ),
        # The growth of cement (30) is recalled, that of iron and steel (31) is not.
        (
            ["--sector", "30"],
            [[2022, "final", 0.135, "unverified"], [2022, "total", 0.18, "unverified"]],
        ),
        (
            ["--sector", "31", "--basis", "energy_related"],
            [[2022, "final", 0.135, "derived"], [2022, "energy_related", 0.18, "reconstructed"]],
        ),
    ],
)
def test_progress_says_what_it_measures_and_how_sure_it_is(words, rows, capfdbinary):
    assert standings(words, capfdbinary)[WHAT].to_numpy().tolist() == rows


def test_a_basis_changes_the_value_of_its_measure_only(capfdbinary):
    plain = standings(["--region", "360000"], capfdbinary)
    other = standings(["--region", "360000", "--basis", "energy_related"], capfdbinary)
    assert other["cumulative"][0] == plain["cumulative"][0]
    # The total of Jiangxi is withheld for its cement, its energy-related CO2 is not.
    assert pd.isna(plain["cumulative"][1])
    assert pd.isna(plain["standing"][1])
    assert other["cumulative"][1] == pytest.approx(-0.0643, abs=5e-5)


def test_a_target_of_its_own_changes_progress(capfdbinary):
    table = standings(["--region", "320000", "--target", "own"], capfdbinary)
    assert table["cumulative"][0] == pytest.approx(-0.0694, abs=5e-5)
    # ln(1 - 0.0694) / ln(1 - 0.17)
    assert table["progress"][0] == pytest.approx(0.386, abs=5e-4)


def test_a_province_without_a_target_of_its_own_has_no_progress(capfdbinary):
    table = standings(["--region", "360000", "--target", "own"], capfdbinary)
    assert table[["target", "progress"]].isna().all(axis=None)
    assert set(table["tier_schedule"]) == {"no_target"}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--region", "jiangxi"], "360000"),
        (["--region", "江西"], "360000"),
        (["--region", "INNER Mongolia"], "150000"),
        (["--sector", "textiles"], "17"),
        (["--sector", "纺织业"], "17"),
        (["--sector", "钢铁"], "31"),
        (["--region", "陝西省"], "610000"),
        (["--region", "Nei Mongol"], "150000"),
        (["--sector", "36-37"], "36-37"),
    ],
)
def test_a_place_is_named_by_code_or_name(words, code, capfdbinary):
    assert set(standings(words, capfdbinary)["code"]) == {code}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["progress", "--region", "jiangx"], "Jiangxi"),
        (["progress", "--region", "陕西县"], "Near: Shaanxi"),
        (["decompose", "--region", "陕西县"], "Near: Shaanxi"),
        (["peak", "--region", "陕西县"], "Near: Shaanxi"),
        (["progress", "--region", ""], "no region ''"),
        (["progress", "--sector", "textile"], "Textiles"),
        (["progress", "--sector", "31", "--basis", "with_transformation"], "not known by division"),
        (["progress", "--sector", "31", "--target", "own"], "Only a province"),
        (["progress", "--target", "own"], "Only a province"),
        (["progress", "--format", "csv", "-o", "rows.json"], "rows.json would be json"),
        (["query", "regions__all", "--format", "json", "-o", "rows.csv"], "would be csv"),
        (["query", "regions__of_sector"], "parameter sector_code is missing"),
        (["progress", "--region", "Jiangx"], "Jiangxi"),
        (["progress", "--sector", "3"], "no sector"),
        (["progress", "--region", "110000", "--sector", "31"], "one of the two"),
        (["peak", "--region", "Jiangx"], "Jiangxi"),
        (["peak", "--region", ""], "no region ''"),
        (["peak", "--sector", "steal"], "no sector 'steal'"),
        (["decompose", "--from", "2022"], "first and last are both 2022"),
        (["decompose", "--from", "2020", "--to", "2015"], "must lie before"),
        (["decompose", "--from", "1999"], "known for 2013-2022 only"),
        (["decompose", "--region", "540000"], "do not cover region 540000"),
        (["decompose", "--region", "370000", "--sector", "31"], "withheld"),
        (["decompose", "--basis", "total"], "no basis 'total'"),
        (["query", "region_yearly"], "regions__yearly"),
        (["query", "regions__yearly", "--param", "regio=1"], "region_code"),
        (["query", "regions__yearly", "--param", "first_year=soon"], "must be integer"),
        (
            ["query", "regions__yearly", "--param", "region_code=999999"],
            "no region '999999'",
        ),
        (["query", "sectors__yearly", "--param", "region_code=3100000"], "Shanghai (310000)"),
        (["query", "fuels__of_sector", "--param", "sector_code=99"], "no sector '99'"),
        (["query", "regions__yearly", "--param", "first_year"], "name=value"),
    ],
)
def test_a_wrong_call_gets_a_sentence_and_exit_code_two(words, said, capfd):
    assert cli.main(words) == 2
    complaint = capfd.readouterr().err
    assert said in complaint
    assert "Traceback" not in complaint


def printed(words, capfdbinary) -> pd.DataFrame:
    """Return the rows that a command prints."""
    assert cli.main(words) == 0
    codes = dict.fromkeys(("code", "region_code", "sector_code"), str)
    return pd.read_csv(io.BytesIO(capfdbinary.readouterr().out), dtype=codes)


def test_the_nation_may_be_named(capfdbinary):
    assert list(standings(["--region", "全国"], capfdbinary)["basis"])[0] == "official"


def test_peak_gives_the_states_of_nation_and_provinces(capfdbinary):
    table = printed(["peak"], capfdbinary).set_index("region_code")
    assert len(table) == 32
    assert set(table["sector_code"]) == {"all"}
    assert table.loc["000000", "state"] == "rising"
    beijing = table.loc["110000"]
    assert (beijing["state"], beijing["peak_year"], beijing["s"]) == ("peaked", 2007, -87)
    assert beijing["p"] == pytest.approx(1.04e-5, rel=1e-2)
    assert table.loc["540000", "state"] == "no_data"
    # Jilin's cement of 2020 is withheld, Jiangxi's of 2022.
    assert table.loc["220000", "gaps"] == "2020"
    assert table.loc["360000", "last_year"] == 2021


@pytest.mark.parametrize(
    ("words", "rows", "column", "code"),
    [
        (["--region", "北京"], 48, "region_code", "110000"),
        (["--sector", "steel"], 32, "sector_code", "steel"),
        (["--sector", "石化化工"], 32, "sector_code", "petrochemicals"),
        (["--region", "Hebei", "--sector", "31"], 1, "sector_code", "31"),
    ],
)
def test_peak_narrows_to_what_was_named(words, rows, column, code, capfdbinary):
    table = printed(["peak", *words], capfdbinary)
    assert len(table) == rows
    assert set(table[column]) == {code}


def test_peak_changes_with_basis_and_last_year(capfdbinary):
    jilin = ["peak", "--region", "220000", "--sector", "all"]
    assert printed(jilin, capfdbinary)["state"][0] == "peaked"
    energy = printed([*jilin, "--basis", "energy_related"], capfdbinary)
    assert energy["state"][0] == "falling"
    assert printed([*jilin, "--until", "2015"], capfdbinary)["last_year"][0] == 2015
    ageing = printed([*jilin, "--by-last-year"], capfdbinary)
    assert list(ageing["until"]) == list(range(2015, 2023))
    assert ageing["state"].iloc[-1] == "peaked"


def test_decompose_adds_up_to_the_change(capfdbinary):
    words = ["decompose", "--measure", "co2", "--from", "2013", "--basis", "energy_related"]
    whole = printed(words, capfdbinary).loc[0]
    # The same by hand from the tables, with pandas: Mt.
    expected = {
        "activity": 4205.0,
        "structure": 140.0,
        "intensity": -2159.2,
        "fuel_mix": -519.1,
        "carbon_factor": -38.1,
        "change_t": 1628.6,
    }
    assert {name: round(whole[name] / 1e6, 1) for name in expected} == expected
    by_region = printed([*words, "--by", "region"], capfdbinary)
    assert len(by_region) == 30
    assert by_region["intensity"].sum() == pytest.approx(whole["intensity"], rel=1e-9)


def test_decompose_says_whose_process_emissions_are_left_out(capfd):
    assert cli.main(["decompose", "--measure", "co2", "--region", "Jiangxi"]) == 0
    printed = capfd.readouterr()
    assert "process" not in printed.out
    assert "region 360000 is withheld in 2022" in printed.err
    assert cli.main(["decompose", "--measure", "co2", "--to", "2019"]) == 0
    assert capfd.readouterr().err == ""


def test_decompose_multiplies_to_the_ratio_year_by_year(capfdbinary):
    words = ["decompose", "--region", "China", "--yearly", "--form", "multiplicative"]
    table = printed(words, capfdbinary)
    assert list(table["year"]) == [2021, 2022]
    product = table["activity"] * table["structure"] * table["intensity"]
    assert list(product) == pytest.approx(list(table["ratio"]), rel=1e-9)


@pytest.mark.parametrize("kind", FORMATS)
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
    # The suffix alone says the same.
    again = tmp_path / f"again.{kind}"
    assert cli.main([*call, "-o", str(again)]) == 0
    assert again.read_bytes() == file.read_bytes()
    assert list(rows["year"]) == [2020, 2021, 2022]
    assert set(rows["region_code"]) == {"320000"}
    assert rows["energy_tce"].iloc[-1] == pytest.approx(1.994713e8, rel=1e-6)


def test_a_suffix_that_is_no_format_leaves_the_format_open(tmp_path):
    file = tmp_path / "rows.txt"
    assert cli.main(["query", "regions__all", "-o", str(file)]) == 0
    assert file.read_text(encoding="utf-8-sig").startswith("region_code,")
    assert cli.main(["query", "regions__all", "--format", "json", "-o", str(file)]) == 0
    assert len(json.loads(file.read_text(encoding="utf-8"))) == 32


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("nowhere/rows.csv", "No such file or directory"),
        ("file.txt/rows.csv", "Not a directory"),
        ("", "Is a directory"),
        ("/proc/rows.csv", "Cannot write /proc/rows.csv"),
        ("/dev/full", "No space left"),
    ],
)
def test_where_nothing_can_be_written_a_sentence_says_so(place, said, tmp_path, capfd):
    (tmp_path / "file.txt").write_text("kept")
    assert cli.main(["query", "regions__all", "-o", str(tmp_path / place)]) == 1
    out, complaint = capfd.readouterr()
    assert out == ""
    assert said in complaint
    assert complaint.startswith("Cannot write ")
    assert complaint.count("\n") == 1
    assert [file.name for file in tmp_path.iterdir()] == ["file.txt"]


def test_a_file_is_written_whole_or_stays_as_it_was(tmp_path, capfd):
    file = tmp_path / "rows.csv"
    file.write_text("as it was")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        code = cli.main(["query", "regions__yearly", "-o", str(file)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert code == 1
    assert "File too large" in capfd.readouterr().err
    assert file.read_text() == "as it was"
    assert list(tmp_path.iterdir()) == [file]


def test_check_finds_no_fault(capfd):
    assert cli.main(["check"]) == 0
    said = capfd.readouterr().out
    assert " 0 checks with faults" in said
    assert "ok     pictures" in said


def test_check_says_what_pictures_need_and_is_no_fault(capfd, monkeypatch):
    monkeypatch.setenv("CARBONPEAK_BROWSER", "/nowhere/chromium")
    assert cli.main(["check"]) == 0
    assert say("export.fault.no_browser", "en") in capfd.readouterr().out


def test_build_without_its_sources_says_so(tmp_path, capfd):
    assert cli.main(["build", "--raw", str(tmp_path / "nowhere")]) == 1
    assert "does not exist" in capfd.readouterr().err


def alter_a_table(root):
    file = root / "data" / "tables" / "targets.csv"
    text = file.read_text(encoding="utf-8")
    assert "13.5" in text
    file.write_text(text.replace("13.5", "3.5", 1), encoding="utf-8")


def remove_a_query(root):
    (root / "queries" / "nation__yearly.sql").unlink()


def remove_the_queries(root):
    shutil.rmtree(root / "queries")


@pytest.mark.parametrize(
    ("spoil", "command", "said"),
    [
        (alter_a_table, "check", "tables/targets.csv: its content does not match its checksum"),
        (alter_a_table, "progress", "tables/targets.csv: its content does not match its checksum"),
        (remove_a_query, "check", "queries/nation__yearly.sql is missing"),
        (remove_the_queries, "check", "The list of queries queries/names.txt is missing or empty"),
    ],
)
def test_a_command_says_what_is_wrong_with_an_installation(tmp_path, spoil, command, said):
    for name in ("carbonpeak", "queries", "data"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    spoil(tmp_path)
    words = [sys.executable, "-m", "carbonpeak", command]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith(said)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "缺少必需的参数：COMMAND"),
        (["serve", "--port", "70000"], "端口应为 1 至 65535 的整数，而不是“70000”"),
        (["peak", "--basis", "foo"], "参数 --basis：没有 'foo' 这一取值"),
        (["peak", "--until", "x"], "参数 --until：应为整数，而不是 'x'"),
        (["peak", "--until"], "参数 --until：须带一个值"),
        (["decompose", "--by", "region", "--yearly"], "参数 --yearly 不能与参数 --by 同时使用"),
        (["check", "--all"], "无法识别的参数：--all"),
        (["decompose", "--fo", "x"], "选项 --fo 不明确"),
        (["peak", "--until", "1900"], "没有截至 1900 年的判定"),
        (["decompose", "--from", "2022"], "起始年份和截止年份均为 2022 年"),
        (["decompose", "--basis", "total"], "没有“total”这一口径"),
        (["progress", "--target", "own"], "只有地区才有本地区目标"),
        (["progress", "--region", "11", "--sector", "31"], "只给其一"),
        (["query", "regions__of_sector"], "缺少参数 sector_code"),
        (["query", "region_yearly"], "没有“region_yearly”这一查询"),
        (["build", "--raw", "/no/such"], "源文件所在文件夹 /no/such 不存在"),
    ],
)
def test_a_wrong_call_is_told_in_chinese(words, said, capfd, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    try:
        status = cli.main(words)
    except SystemExit as end:
        status = end.code
    complaint = capfd.readouterr().err
    assert status in {1, 2}
    assert said in complaint
    told = complaint.splitlines()[-1]
    assert not re.search(r"\b(error|argument|There|must|is|not)\b", told)


def test_help_has_its_own_words_in_chinese(capfd, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    with pytest.raises(SystemExit):
        cli.main(["query", "--help"])
    shown = capfd.readouterr().out
    assert shown.startswith("用法：")
    assert {"位置参数：", "选项："} <= set(shown.splitlines())
    assert not re.search(r"usage|options|show this", shown)
