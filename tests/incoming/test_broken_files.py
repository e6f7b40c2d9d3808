"""Broken files: each is told of in both languages, by file, sheet, row, column and what to do."""

import os
import threading
from pathlib import Path
from typing import Any

import pytest

from carbonpeak.data.dataset import Dataset
from carbonpeak.incoming import check, foreign, formats, sheets
from carbonpeak.incoming.check import Incoming
from carbonpeak.incoming.findings import Finding
from carbonpeak.incoming.rules import RULES
from tests.incoming import broken, broken_own, broken_table
from tests.incoming.broken import Broken

TABLE = "value_added"
FILES = (*broken.FILES, *broken_own.FILES)


def incoming(data: Dataset, content: bytes, name: str = "t.csv", table: str = TABLE) -> Incoming:
    """Return what a file holds, taken apart in this process."""
    declared = check.declared_table(data, table)
    return check.held(data, declared, name, lambda: formats.taken_apart(content))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_broken_file_is_told_of_in_its_place(data: Dataset, file: Broken):
    found = incoming(data, file.content, file.name, file.table)
    of_rule = [one for one in found.findings if one.rule == file.rule]
    assert of_rule, [one.text.en for one in found.findings]
    first = of_rule[0]
    assert (first.row, first.column, first.sheet) == (file.row, file.column, file.sheet)
    assert found.is_refused == any(RULES[one.rule].severity == "error" for one in found.findings)
    for said in (first.text.zh, first.text.en):
        assert said.startswith(file.name)
        assert str(file.row or "") in said
        assert file.column in said
        assert "{" not in said
    assert first.remedy.zh in first.text.zh
    assert first.remedy.en in first.text.en


@pytest.mark.parametrize("name", ["bomb.xlsx", "cut.parquet", "wide.csv", "cut.xlsx"])
def test_the_process_of_its_own_says_the_same(data: Dataset, tmp_path: Path, name: str):
    [file] = [one for one in FILES if one.name == name]
    path = tmp_path / name
    path.write_bytes(file.content)
    found = check.checked(data, TABLE, path)
    assert [one.rule for one in found.findings] == [file.rule]
    assert [one.name for one in tmp_path.iterdir()] == [name]


def test_a_good_file_is_the_same_by_either_way(data: Dataset, tmp_path: Path):
    path = tmp_path / "good.xlsx"
    path.write_bytes(broken.book())
    apart = check.checked(data, TABLE, path)
    here = incoming(data, broken.book(), "good.xlsx")
    assert [one.rule for one in apart.findings] == ["coverage"]
    assert apart.rows.equals(here.rows)
    assert apart.read_as == here.read_as


def test_a_file_that_is_gone_is_told_of(data: Dataset, tmp_path: Path):
    [finding] = check.checked(data, TABLE, tmp_path / "gone.csv").findings
    assert finding.rule == "file.unread"
    [finding] = check.checked(data, TABLE, tmp_path).findings
    assert finding.rule == "file.unread"


def test_a_file_removed_while_it_is_read_is_read_or_told_of(data: Dataset, tmp_path: Path):
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)

    def write() -> None:
        with pipe.open("wb") as sink:
            sink.write(broken.plain(broken.GOOD)[:100])
            pipe.unlink()

    writer = threading.Thread(target=write)
    writer.start()
    found = check.checked(data, TABLE, pipe)
    writer.join()
    assert found.is_refused
    assert "pipe.csv" in found.findings[0].text.en


def test_a_file_that_is_too_large_is_not_read_to_its_end(data: Dataset, tmp_path: Path):
    path = tmp_path / "large.csv"
    with path.open("wb") as sink:
        sink.truncate(sheets.MOST_BYTES + 1)
    [finding] = check.checked(data, TABLE, path).findings
    assert finding.rule == "file.large"


@pytest.mark.parametrize("code", [-24, -9])
def test_a_reader_that_meets_its_limits_is_told_of(code: int):
    with pytest.raises(sheets.Unreadable) as told:
        foreign._told(code, b"")
    assert told.value.rule == "file.too_much"


def test_a_reader_that_ends_without_a_word_means_a_damaged_file():
    with pytest.raises(sheets.Unreadable) as told:
        foreign._told(1, b"")
    assert told.value.rule == "file.damaged"


def test_missing_columns_are_all_named_in_the_language_of_the_sentence(data: Dataset):
    [missing] = incoming(data, broken.plain([["河北", "1"]], ["地区", "2023"])).findings[:1]
    assert missing.what.en == (
        "columns are missing: calendar year (year), "
        "value added at current prices (value_added_nominal_cny), "
        "deflator (deflator_2020_1), value added at 2020 prices (value_added_real_cny)."
    )
    assert missing.what.zh.count("（") == 4


def test_a_number_that_breaks_a_rule_is_written_with_its_unit(data: Dataset):
    found = incoming(data, broken.plain(broken.rows(c3="-140.5"))).findings
    [below] = [one for one in found if one.rule == "below_zero"]
    assert "（-14,050,000,000 元）" in below.what.zh
    assert below.what.en.startswith("-14,050,000,000 yuan")


def test_blank_merged_cells_are_no_number_that_belongs_nowhere(data: Dataset):
    def merged(made: Any) -> None:
        made.active.merge_cells("D2:D3")
        made.active["D2"] = None

    found = incoming(data, broken.book(merged), "m.xlsx").findings
    assert {(one.rule, one.row) for one in found if one.rule != "coverage"} == {
        ("empty", 2),
        ("empty", 3),
    }


def test_no_finding_leaves_a_place_unfilled_and_long_values_are_cut():
    for rule in RULES:
        finding = Finding("f.csv", rule, "长" * 200, "s", 3, "c")
        for said in (finding.text.zh, finding.text.en):
            assert "{" not in said
            assert "长" * 61 not in said


def test_every_rule_is_broken_by_some_file_or_test():
    met = {one.rule for one in FILES}
    elsewhere = {
        "cell.type", "cell.whole", "coverage", "file.cells", "file.changed", "file.large",
        "file.too_much", "file.unread", "heading.unknown", "number.thousands", "outlier",
        "sheet.unknown", "total", "unknown_code", "row.other_file", "table.unnamed", "file.study",
    }  # fmt: skip
    # Those of facility rows are broken in tests/incoming/facility.
    elsewhere |= {one for one in RULES if one.startswith("facility.")}
    assert set(RULES) - met <= elsewhere


def test_the_table_of_broken_files_says_what_is_said(data: Dataset):
    assert len(FILES) >= 60
    assert broken_table.PLACE.read_text(encoding="utf-8") == broken_table.text(data)
