"""The systemd unit and the steps of the container file: what they name is there and starts."""

import configparser
import os
import re
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path

from benchmarks import server
from carbonpeak.cli.arguments import parser
from carbonpeak.data.catalogue import ROOT
from carbonpeak.words import say
from tests.screen.raw_reader import raw_reader

UNIT = ROOT / "deploy" / "carbonpeak@.service"
CONTAINER = ROOT / "deploy" / "Containerfile"


def unit() -> configparser.RawConfigParser:
    # The same key may stand twice in a unit, as Environment does in others.
    read = configparser.RawConfigParser(strict=False)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read_string(UNIT.read_text())
    return read


def test_the_command_of_the_unit_is_one_of_the_program() -> None:
    words = unit()["Service"]["ExecStart"].replace("%i", "8501")
    words = words.replace("${HOST_NAME}", "a.example")
    words = words.replace("${BASE_PATH}", "/carbon")
    given = parser().parse_args(words.partition("-m carbonpeak ")[2].split())
    assert (given.host, given.port, given.names) == ("localhost", 8501, ["a.example"])
    assert (given.metrics_port, given.base_path) == (18501, "/carbon")


def test_systemd_finds_no_fault_in_the_unit(tmp_path: Path) -> None:
    folder, program = tmp_path / "units", shutil.which("true")
    folder.mkdir()
    text = re.sub(r"/opt/carbonpeak/\.venv/bin/python", str(program), UNIT.read_text())
    (folder / "carbonpeak@8501.service").write_text(text)
    checker = shutil.which("systemd-analyze") or "/usr/bin/systemd-analyze"
    command = [checker, "verify", "--man=no", str(folder / "carbonpeak@8501.service")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    ours = [line for line in done.stderr.splitlines() if "carbonpeak@8501.service:" in line]
    assert [line for line in ours if "WorkingDirectory" not in line] == []


def steps(word: str) -> list[str]:
    """Return what stands behind a word at the start of a line, with lines that go on joined."""
    text = CONTAINER.read_text().replace("\\\n", " ")
    return [line.partition(" ")[2] for line in text.splitlines() if line.startswith(f"{word} ")]


def test_what_the_container_holds_serves_the_pages_and_says_what_is_amiss(tmp_path: Path) -> None:
    for step in steps("COPY"):
        source, target = step.split()
        made = tmp_path / target
        made.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / source).is_dir():
            shutil.copytree(ROOT / source, made, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / source, made / source if target == "./" else made)
    for kept in ("own", "versions"):
        shutil.rmtree(tmp_path / "data" / kept, ignore_errors=True)
    [command] = [re.findall(r'"((?:[^"\\]|\\.)*)"', step) for step in steps("CMD")]
    table = tmp_path / "data" / "tables" / "value_added.csv"
    whole = table.read_bytes()
    repeat_a_row(table)
    port, counts = server.free_port(), server.free_port()
    words = command[-1].replace("0.0.0.0", "127.0.0.1").replace("8501", str(port))
    words = words.replace('\\"', '"').replace("exec python", f"exec {sys.executable}")
    address = f"http://127.0.0.1:{port}"
    with server.started(
        [*command[:-1], f"{words} --metrics-port {counts}"],
        f"{address}/_stcore/health",
        root=tmp_path,
        HOST_NAME="a.example",
        PYTHONPATH="",
    ):
        with urllib.request.urlopen(f"{address}/regions?lang=zh") as answer:
            assert "工业碳达峰" in answer.read().decode()
        with urllib.request.urlopen(f"http://127.0.0.1:{counts}/metrics") as answer:
            assert "carbonpeak_open_pages 0.0" in answer.read().decode()
        twice = "数据表文件 tables/value_added.csv 的键 year, region_code 有重复"
        assert_said(address, tmp_path, twice)
        # What was mended is read again.
        table.write_bytes(whole)
        (tmp_path / "queries" / "regions__all.sql").unlink()
        assert_said(address, tmp_path, "查询文件 queries/regions__all.sql 不存在")


def repeat_a_row(table: Path) -> None:
    lines = table.read_text(encoding="utf-8").splitlines()
    table.write_text("\n".join([*lines, lines[1]]) + "\n", encoding="utf-8")


def assert_said(address: str, root: Path, fault: str) -> None:
    """Assert that a page says a fault of the data and what to do, and no more."""
    with raw_reader(address) as reader:
        reader.open("sectors", "lang=zh")
        words = "\n".join(reader.texts + reader.faults)
    assert say("fault.start", "zh") in words
    assert fault in words
    # Where the program lies on the server is nobody's business.
    assert str(root) not in words
    assert "Traceback" not in words


def test_the_container_runs_as_a_user_of_its_own_and_pins_its_packages() -> None:
    assert steps("USER") == ["carbonpeak"]
    assert any("--require-hashes" in step for step in steps("RUN"))
    assert os.path.exists(ROOT / "requirements.lock")
