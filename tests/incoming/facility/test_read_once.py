"""A large file is read once by the texts of a part of it: what comes of it is the same."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.data import own_versions
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.facility import store
from carbonpeak.data.facility.engine import Engine, UnreadRows, opened
from carbonpeak.data.own_versions import Origin
from carbonpeak.incoming.facility import csv_text, importing, staging
from carbonpeak.incoming.facility.csv_text import Sample
from carbonpeak.incoming.facility.importing import Imported, imported
from carbonpeak.incoming.facility.staging import Staged
from tests import tiny_data
from tests.incoming.facility.test_importing import HEADING, WHOLE, cells

# Parts so small that the last row is in none of them, and so large that no file has them.
SMALL, NONE = Sample(3, 300), Sample(1, 1 << 30)
# Three years of the same rows: more than the parts of a small sample.
ROWS = [
    line.replace("2023年,1月", f"{2020 + place // 12}年,{place % 12 + 1}月")
    for place in range(12, 48)
    for line in WHOLE
]
# Rows that a sample of the others does not tell of, and what is wrong with each.
LATE = {
    "region that is none": ("F,F,30,火星,2023,1,raw_coal,1,吨,", "cell.code"),
    "sector that is none": ("F,F,3O,河北,2023,1,raw_coal,1,吨,", "cell.code"),
    "number that is none": ("F,F,30,河北,2023,1,raw_coal,1O0,吨,", "number.unit"),
    "value added that is none": ("F,F,30,河北,2023,1,raw_coal,1,吨,abc", "number.none"),
    "number that is infinite": ("F,F,30,河北,2023,1,raw_coal,inf,吨,", "number.not_finite"),
    "month that is none": ("F,F,30,河北,2023,13,raw_coal,1,吨,", "facility.month"),
    "empty year": ("F,F,30,河北,,1,raw_coal,1,吨,", "empty"),
    "empty code": ("F,F,,河北,2023,1,raw_coal,1,吨,", "empty"),
    "missing number": ("F,F,30,河北,2023,1,raw_coal,—,吨,", "empty"),
    "empty company": ("F,,30,河北,2023,1,raw_coal,1,吨,", "empty"),
    "unit that is none": ("F,F,30,河北,2023,1,raw_coal,1,千瓦,", "unit.unknown"),
    "no unit": ("F,F,30,河北,2023,1,raw_coal,1,,", "unit.none"),
    "row that is short": ("F,F,30,河北", "row.cells"),
}
# Rows that are right, and their quantity: another code, numbers as people write them, other units.
RIGHT = {
    "F-1,F,30,江西省,2023,1,raw_coal,1,吨,": 1,
    'G-1,G,30,河北,2023,1,raw_coal,"1,234",吨,': 1234,
    "H-1,H,30,河北,2023,1,raw_coal,5,万吨,": 5,
    'I-1,I,30,河北,2023,1,raw_coal,7,吨,"1,000"': 7,
    "J-1,J,30,河北,2023,1,natural_gas,9,m3,": 9,
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dataset]:
    """Tiny tables for all files that are refused."""
    with closing(Dataset.open(tiny_data.write(tmp_path_factory.mktemp("once") / "data"))) as made:
        yield made


def taken(data: Dataset, lines: list[str], sample: Sample) -> Imported:
    file = data.root.parent / "rows.csv"
    file.write_text("\n".join([HEADING, *lines]) + "\n", encoding="utf-8")
    return imported(data, file, Origin("a clerk", "test"), data.root, data.root, sample=sample)


def stage(engine: Engine, lines: list[str]) -> Staged:
    file = engine.aside / "given.csv"
    file.write_text("\n".join([HEADING, *lines]) + "\n", encoding="utf-8")
    return staging.staged(engine, file)


def know(data: Dataset, engine: Engine, lines: list[str]) -> None:
    """Have the texts of these lines judged."""
    importing.judge(data, engine, stage(engine, lines), engine.rows("distinct_texts"))


@pytest.mark.parametrize("late", LATE)
def test_what_stands_in_no_part_looked_at_is_found_all_the_same(data: Dataset, late: str):
    line, rule = LATE[late]
    made = taken(data, [*ROWS, line], SMALL)
    assert [(one.rule, one.row) for one in made.findings] == [(rule, len(ROWS) + 2)]
    assert made == taken(data, [*ROWS, line], NONE)
    assert own_versions.listed(data.root) == {}


@pytest.mark.parametrize("late", [[], list(RIGHT)], ids=["none", "right"])
def test_rows_and_cells_are_the_same_whichever_way_they_are_read(tmp_path: Path, late: list[str]):
    kept, shown = [], []
    for sample in (SMALL, NONE):
        folder = tiny_data.write(tmp_path / str(sample.parts) / "data")
        with closing(Dataset.open(folder)) as data:
            made = taken(data, [*ROWS, *late], sample)
        assert made.row_count == len(ROWS) + len(late)
        rows = store.rows(made.version, store.FACILITIES, folder)
        kept.append(rows.sort_values(["facility_id", "year", "month"], ignore_index=True))
        shown.append(cells(folder, made.version))
    pd.testing.assert_frame_equal(*kept)
    pd.testing.assert_frame_equal(*shown)
    of_late = kept[0].set_index("facility_id")["quantity"]
    assert [of_late[line.partition(",")[0]] for line in late] == list(RIGHT.values())[: len(late)]


@pytest.mark.parametrize(
    "line",
    [
        *(line for line, _ in LATE.values() if line.count(",") == 9 and not line.startswith("F,,")),
        *RIGHT,
        "F,F,30,河北,2023,1,raw_coal,1_000,吨,",
        "F,F,30,河北,2023,1,raw_coal,1,吨,1_000",
    ],
)
def test_a_row_with_a_text_that_was_not_judged_is_not_brought_to_types(
    data: Dataset, tmp_path: Path, line: str
):
    factors = {"output_factor": 1.0, "value_added_factor": 1.0}
    made = tmp_path / "rows.parquet"
    with opened(tmp_path) as engine:
        know(data, engine, WHOLE)
        stage(engine, [*WHOLE, line])
        with pytest.raises(UnreadRows) as fault:
            engine.make_file_unplaced("facility_typed", "typed_rows", made, **factors)
        assert "not judged" in fault.value.value
        know(data, engine, [*WHOLE, line])
        engine.make_file_unplaced("facility_typed", "typed_rows", made, **factors)
        assert engine.count("facility_typed") == len(WHOLE) + 1


def test_parts_of_a_file_are_whole_lines_from_all_over_it(tmp_path: Path):
    file = tmp_path / "rows.csv"
    for end in ("\n", "\r\n"):
        file.write_bytes(end.join([HEADING, *ROWS, ""]).encode())
        text = csv_text.opened(file, tmp_path)
        part = csv_text.sampled(text, SMALL, tmp_path)
        lines = part.file.read_bytes().decode().split(end)
        assert lines.pop() == ""
        assert set(lines) <= set(ROWS)
        months = [int(line.split(",")[5].removesuffix("月")) for line in lines]
        years = [line.split(",")[4] for line in lines]
        assert len(months) > 6
        assert len(set(years)) == 3
        assert csv_text.sampled(text, NONE, tmp_path) is None
