"""The reader of foreign files on files of its own: it needs no build and no table."""

from pathlib import Path

import pytest

from carbonpeak.data.reading import numbers, reader
from carbonpeak.data.reading.findings import MOST_SENTENCES, ReadingError
from carbonpeak.data.reading.layout import Bounds, Jump, Kind, Layout, Names, Values

JUMPS = Values({"steel": Kind("t", Bounds(0), Jump(("item", "place"), 3.0, 100.0))}, by="item")
LAYOUT = Layout(
    ("item", "place", "year", "value", "unit"),
    ("item", "place", "year"),
    years=("year",),
    values=(JUMPS,),
)
HEADING = "item,place,year,value,unit\n"


def written(folder: Path, *rows: str) -> Path:
    file = folder / "own.csv"
    file.write_text(HEADING + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return file


def said(file: Path, layout: Layout = LAYOUT) -> list[str]:
    with pytest.raises(ReadingError) as caught:
        reader.read(file, layout)
    return str(caught.value).splitlines()


def test_rows_are_texts_with_the_number_a_spreadsheet_gives_them(tmp_path: Path) -> None:
    rows = reader.read(written(tmp_path, "steel,a,2020,100,t", "", "tin,NA,2020,,"), LAYOUT)
    assert rows.index.tolist() == [2, 4]
    assert rows["value"].tolist() == ["100", None]
    assert rows["place"].tolist() == ["a", "NA"]


def test_a_fault_is_said_in_both_languages(tmp_path: Path) -> None:
    with pytest.raises(ReadingError) as caught:
        reader.read(written(tmp_path, "steel,a,2020,—,t"), LAYOUT)
    assert caught.value.text.zh == (
        "own.csv 第 2 行“value”列：“—”是表示缺失的符号，不是数字。"
        "请填入数值；确无数据的，请删除整行。"
    )
    assert str(caught.value).startswith("own.csv, row 2, column value: “—” is a sign for a figure")


@pytest.mark.parametrize(
    ("rows", "is_jump"),
    [
        (["steel,a,2020,100,t", "steel,a,2021,301,t"], True),
        (["steel,a,2020,100,t", "steel,a,2021,300,t"], False),
        (["steel,a,2021,301,t", "steel,a,2020,100,t"], True),
        (["steel,a,2020,301,t", "steel,a,2021,100,t"], True),
        (["steel,a,2020,100,t", "steel,b,2021,301,t"], False),
        (["steel,a,2020,33,t", "steel,a,2021,99.9,t"], False),
        (["steel,a,2020,33,t", "steel,a,2021,100,t"], True),
        (["steel,a,2020,0,t", "steel,a,2021,500,t"], False),
        (["steel,a,2020,100,t", "steel,a,2023,301,t"], True),
        (["tin,a,2020,100,t", "tin,a,2021,301,t"], False),
    ],
)
def test_a_jump_is_more_than_the_factor_within_a_series(
    tmp_path: Path, rows: list[str], is_jump: bool
) -> None:
    file = written(tmp_path, *rows)
    if is_jump:
        [line] = said(file)
        assert "a decimal point out of place?" in line
    else:
        assert len(reader.read(file, LAYOUT)) == 2


@pytest.mark.parametrize(("after", "is_known"), [("301", True), ("3010", False)])
def test_a_known_jump_is_known_with_its_figures_only(
    tmp_path: Path, after: str, is_known: bool
) -> None:
    file = written(tmp_path, "steel,a,2020,100,t", f"steel,a,2021,{after},t")
    known = frozenset({("steel", "a", "2021", "100", "301")})
    layout = Layout(LAYOUT.columns, values=(JUMPS,), known_jumps=known)
    if is_known:
        assert len(reader.read(file, layout)) == 2
    else:
        assert len(said(file, layout)) == 1


def test_a_cell_that_is_out_of_bounds_in_the_source_is_known_by_its_key(tmp_path: Path) -> None:
    file = written(tmp_path, "steel,a,2020,-1,t", "steel,b,2020,-1,t")
    known = frozenset({("steel", "a", "2020")})
    layout = Layout(LAYOUT.columns, LAYOUT.key, values=(JUMPS,), known_cells=known)
    assert said(file, layout) == [
        "own.csv, row 3, column value: “-1” is below 0, the least that is possible. "
        "Check it against its source."
    ]


def test_names_are_held_to_codes_that_are_known(tmp_path: Path) -> None:
    names = Names("place", "unit", {"a": frozenset({"Anhui", "安徽"})})
    layout = Layout(LAYOUT.columns, names=names)
    good = written(tmp_path, "x,a,2020,1,安徽", "x,b,2020,1,Beijing")
    assert len(reader.read(good, layout)) == 2
    bad = written(tmp_path, "x,a,2020,1,Beijing", "x,a,2020,1,")
    assert [line.split(":")[0] for line in said(bad, layout)] == [
        "own.csv, row 2, column unit",
        "own.csv, row 3, column unit",
    ]


def test_a_long_text_is_cut(tmp_path: Path) -> None:
    [line] = said(written(tmp_path, f"steel,a,2020,{'x' * 500},t"))
    assert len(line) < 200
    assert "xx…” is no number" in line


def test_what_has_many_faults_says_how_many_more(tmp_path: Path) -> None:
    rows = [f"steel,p{number},2020,x{number},t" for number in range(100)]
    lines = said(written(tmp_path, *rows))
    assert len(lines) == MOST_SENTENCES + 1
    assert lines[-1] == "60 more kinds of faults are not listed."


def test_jumps_wait_until_all_numbers_are_numbers(tmp_path: Path) -> None:
    lines = said(written(tmp_path, "steel,a,2020,100,t", "steel,a,2021,301,t", "steel,b,2020,x,t"))
    assert [line.split(":")[0] for line in lines] == ["own.csv, row 4, column value"]


@pytest.mark.parametrize("text", ["0", "-1", "3336.6", ".5", "5.", "1e-20", "1E+3", "0012"])
def test_plain_numbers_are_numbers(text: str) -> None:
    assert numbers.fault_of(text) is None


def test_a_parquet_file_is_held_to_the_same_rules(tmp_path: Path) -> None:
    rows = reader.read(written(tmp_path, "steel,a,2020,-5,t", "tin,a,2020,1,t"), Layout(()))
    file = tmp_path / "own.parquet"
    rows.astype({"year": int, "value": float}).to_parquet(file, index=False)
    with pytest.raises(ReadingError, match=r"own\.parquet, row 2, column value: “-5\.0” is below"):
        reader.read_parquet(file, LAYOUT)
    assert reader.read_parquet(file, Layout(LAYOUT.columns))["value"].tolist() == [-5.0, 1.0]
    file.write_bytes(b"PAR1")
    with pytest.raises(ReadingError, match=r"own\.parquet: the archive is damaged"):
        reader.read_parquet(file, LAYOUT)
