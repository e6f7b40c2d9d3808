"""The command footprint: what a study comes to, other formats, and what is wrong with a call."""

import json
from pathlib import Path

import pytest

from carbonpeak import cli
from carbonpeak.domain.study_json import dumps
from carbonpeak.export.study.files import opened
from tests.studies import STEEL


@pytest.fixture
def file(tmp_path: Path) -> Path:
    given = tmp_path / "study.json"
    given.write_text(dumps(STEEL), encoding="utf-8")
    return given


def test_stages_go_out_as_rows_and_the_sentence_beside_them(file: Path, capfd) -> None:
    assert cli.main(["footprint", str(file), "--lang", "en"]) == 0
    told = capfd.readouterr()
    assert told.out.splitlines()[:2] == [
        "stage,emissions_kg,removals_kg",
        "raw_materials,2499.0,0.0",
    ]
    assert "2,744 kg CO₂e emitted per 1 t of hot-rolled steel part" in told.err


@pytest.mark.parametrize("name", ["a.pact.json", "a.jsonld.zip", "a.xlsx", "a.json"])
def test_a_study_goes_into_a_file_of_every_kind(file: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    assert cli.main(["footprint", str(file), "-o", str(out)]) == 0
    assert opened(out.read_bytes())[0].rows == STEEL.rows


def test_a_format_needs_a_file(file: Path, capfd) -> None:
    assert cli.main(["footprint", str(file), "--format", "pact", "--lang", "en"]) == 2
    assert "with -o" in capfd.readouterr().err


def test_broken_files_end_in_sentences(tmp_path: Path, capfd) -> None:
    broken = tmp_path / "broken.json"
    whole = json.loads(dumps(STEEL))
    whole["study"]["amount"] = 0
    broken.write_text(json.dumps(whole), encoding="utf-8")
    assert cli.main(["footprint", str(broken), "--lang", "en"]) == 1
    assert "must be above zero" in capfd.readouterr().err
    assert cli.main(["footprint", str(tmp_path / "none.json"), "--lang", "en"]) == 2
    assert "Cannot read" in capfd.readouterr().err
