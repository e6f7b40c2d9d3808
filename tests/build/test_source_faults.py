"""Faults of source files as people make them: each is said by file, row, column and text."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from carbonpeak.build import registers
from carbonpeak.build.layouts import KNOWN_JUMPS, LAYOUTS
from carbonpeak.build.raw import Raw
from carbonpeak.build.run import frames
from carbonpeak.build.schema import BuildError

VALUE_ADDED = "nbs/industry_va_by_province.csv"
INPUT_OUTPUT = "nbs/io_value_added_by_division.csv"
ENERGY = "ceads/energy_province_sector_fuel_2011_2022.csv.gz"
GROWTH = "official/04_industrial_value_added.csv"
GDP = "nbs/gdp_by_province.csv"
# The first row of value added: Anhui, 2019, 48.
CELL = '340000,Anhui,"industry",2019,48,'

Change = Callable[[str], str]


def put(old: str, new: str, times: int = -1) -> Change:
    """Return a change that puts one text in the place of another, which must be there."""

    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, times)

    return change


def twice(line: str) -> Change:
    """Return a change that repeats the line that begins like this."""

    def change(text: str) -> str:
        [whole] = [one for one in text.splitlines(keepends=True) if one.startswith(line)]
        return text + whole

    return change


def exchange(one: str, other: str) -> Change:
    return lambda text: text.replace(one, "\0").replace(other, one).replace("\0", other)


def valued(written: str) -> Change:
    """Return a change that writes the value of the first cell otherwise."""
    return put(CELL, CELL.replace("48", written))


def said(text: str, of: str) -> str:
    return f"{VALUE_ADDED}, row 2, column value: “{text}” {of}"


UNIT = "10^8 CNY current"
# What is done to which file, and the beginning of the sentence that must be said of it.
FAULTS: dict[str, tuple[str, Change, str]] = {
    # B06: units
    "another unit in all rows": (
        VALUE_ADDED,
        put(UNIT, "10^4 CNY current"),
        f"{VALUE_ADDED}, row 2 (and 7 more like it), column unit: the unit is “10^4 CNY current”; "
        f"of industry_va_nominal it must be “{UNIT}”",
    ),
    "another unit in the rows of one year": (
        VALUE_ADDED,
        put(f"2022,90,{UNIT}", "2022,90,10^4 CNY current"),
        f"{VALUE_ADDED}, row 8, column unit: the unit is “10^4 CNY current”",
    ),
    "another unit of a fuel": (
        ENERGY,
        put("Coke,2020,4,10^4 ton", "Coke,2020,4,ton"),
        f"{ENERGY}, row 6 (and 1 more like it), column unit: the unit is “ton”; of Coke",
    ),
    "another unit of a rate": (
        GROWTH,
        put("2021,10,% change vs previous year", "2021,10,fraction"),
        f"{GROWTH}, row 3, column unit: “fraction” is not known in this file",
    ),
    "a unit that is right elsewhere in the file": (
        GROWTH,
        put("2021,10,% change vs previous year", '2021,10,"10^8 yuan, current prices"'),
        f"{GROWTH}, row 3, column unit: the unit is “10^8 yuan, current prices”",
    ),
    "no unit": (
        VALUE_ADDED,
        put(f"2019,48,{UNIT}", "2019,48,"),
        f"{VALUE_ADDED}, row 2, column unit: the unit is “”",
    ),
    # B07: blanks in sums
    "an empty part of a merged division": (
        INPUT_OUTPUT,
        put('"36 Automobiles",2020,4,', '"36 Automobiles",2020,,'),
        f"{INPUT_OUTPUT}, row 4, column value: is empty, and a sum would be too small by it",
    ),
    "the only row of a division empty": (
        INPUT_OUTPUT,
        put('"06 Coal mining",2020,10,', '"06 Coal mining",2020,,'),
        f"{INPUT_OUTPUT}, row 2, column value: is empty",
    ),
    "an empty cell of the energy inventory": (
        ENERGY,
        put("C31,Coke,2020,4,", "C31,Coke,2020,,", 1),
        f"{ENERGY}, row 6, column value: is empty",
    ),
    # B08: rows twice
    "a division pasted twice": (
        INPUT_OUTPUT,
        twice('io_value_added,000000,China,"06'),
        f"{INPUT_OUTPUT}, row 10: has the key of row 2, io_value_added, 000000, 06 Coal mining, "
        "2020; their values are 10 / 10",
    ),
    "a cell of energy pasted twice": (
        ENERGY,
        twice("340000,Anhui,C26"),
        f"{ENERGY}, row 21: has the key of row 3, 340000, C26, Raw_Coal, 2020; "
        "their values are 6 / 6",
    ),
    "a province pasted twice": (
        VALUE_ADDED,
        twice('industry_va_nominal,340000,Anhui,"industry",2019'),
        f"{VALUE_ADDED}, row 10: has the key of row 2",
    ),
    # B09: codes and names
    "codes exchanged": (
        VALUE_ADDED,
        exchange("340000", "370000"),
        f"{VALUE_ADDED}, row 2 (and 3 more like it), column province: "
        "“Anhui” does not belong to the code 370000, which is Shandong, 山东, 山东省",
    ),
    "names exchanged": (
        VALUE_ADDED,
        exchange("Anhui", "Shandong"),
        f"{VALUE_ADDED}, row 2 (and 3 more like it), column province: "
        "“Shandong” does not belong to the code 340000",
    ),
    "two provinces of one name": (
        VALUE_ADDED,
        put("Shandong", "Anhui"),
        f"{VALUE_ADDED}, row 3 (and 3 more like it), column province: “Anhui” does not belong",
    ),
    "names exchanged in the energy inventory": (
        ENERGY,
        put("370000,Shandong", "370000,Anhui"),
        f"{ENERGY}, row 19 (and 1 more like it), column province: “Anhui” does not belong",
    ),
    # B10: slips
    "value added times ten": (
        VALUE_ADDED,
        put("2022,90,", "2022,900,"),
        f"{VALUE_ADDED}, row 8, column value: “900” after 66 in 2021, 13.6 times: a decimal point",
    ),
    "value added divided by ten": (
        VALUE_ADDED,
        put("2020,60,", "2020,6.0,"),
        f"{VALUE_ADDED}, row 4, column value: “6.0” after 48 in 2019, 8.0 times",
    ),
    "a cell of energy times ten": (
        ENERGY,
        put("C31,Coke,2020,4,", "C31,Coke,2020,4000,", 1),
        f"{ENERGY}, row 6, column value: “4000” after 3 in 2019",
    ),
    "a growth rate times a hundred": (
        GROWTH,
        put("coal mining (06),2021,5,", "coal mining (06),2021,500,"),
        f"{GROWTH}, row 6, column value: “500” is above 200, the most that is possible",
    ),
    "an index of zero": (
        GDP,
        put(",103.9,", ",3.9,"),
        f"{GDP}, row 4, column value: “3.9” is below 50, the least that is possible",
    ),
    # B11: numbers as people write them
    "separators of thousands": (
        VALUE_ADDED,
        valued('"3,336.6"'),
        said("3,336.6", "has separators of thousands"),
    ),
    "a dash": (VALUE_ADDED, valued("—"), said("—", "is a sign for a figure that is missing")),
    "two dashes": (VALUE_ADDED, valued("——"), said("——", "is a sign for")),
    "a hyphen": (VALUE_ADDED, valued("-"), said("-", "is a sign for")),
    "an ellipsis": (VALUE_ADDED, valued("…"), said("…", "is a sign for")),
    "a hash": (VALUE_ADDED, valued("#"), said("#", "is a sign for")),
    "NA": (VALUE_ADDED, valued("NA"), said("NA", "is a sign for")),
    "a unit in the cell": (
        VALUE_ADDED,
        valued("3336.6亿元"),
        said("3336.6亿元", "has words after the number"),
    ),
    "full-width digits": (
        VALUE_ADDED,
        valued("３３３６.６"),
        said("３３３６.６", "has full-width or foreign digits"),
    ),
    "Arabic digits": (VALUE_ADDED, valued("٤٨"), said("٤٨", "has full-width or foreign digits")),
    "an underscore": (VALUE_ADDED, valued("33_36.6"), said("33_36.6", "has an underscore")),
    "nan": (VALUE_ADDED, valued("nan"), said("nan", "is no finite number")),
    "inf": (VALUE_ADDED, valued("inf"), said("inf", "is no finite number")),
    "a number beyond all numbers": (
        VALUE_ADDED,
        valued("1e999"),
        said("1e999", "is no finite number"),
    ),
    "negative value added": (
        VALUE_ADDED,
        valued("-3336.6"),
        said("-3336.6", "is below 0.1, the least that is possible"),
    ),
    "no value added at all": (VALUE_ADDED, valued("0"), said("0", "is below 0.1, the least")),
    "no-break spaces": (
        VALUE_ADDED,
        valued("\u00a048\u00a0"),
        said("\u00a048\u00a0", "has blanks around or within it"),
    ),
    "a blank for thousands": (VALUE_ADDED, valued("3 336.6"), said("3 336.6", "has blanks")),
    "a word": (VALUE_ADDED, valued("about"), said("about", "is no number")),
    "an empty cell": (
        VALUE_ADDED,
        valued(""),
        f"{VALUE_ADDED}, row 2, column value: is empty",
    ),
    "a year in words": (
        VALUE_ADDED,
        put('"industry",2019,48,', '"industry",2019年,48,'),
        f"{VALUE_ADDED}, row 2, column year: “2019年” is no year of four digits",
    ),
    "a year with a fraction": (
        VALUE_ADDED,
        put('"industry",2019,48,', '"industry",2019.0,48,'),
        f"{VALUE_ADDED}, row 2, column year: “2019.0” is no year",
    ),
    # Words that a builder would not know
    "an unknown status": (
        GROWTH,
        put("official,NBS report,", "hearsay,NBS report,", 1),
        f"{GROWTH}, row 3, column status: “hearsay” is not known in this file",
    ),
    # B12: separators and shapes
    "semicolons": (
        VALUE_ADDED,
        put(",", ";"),
        f"{VALUE_ADDED}: its columns are separated by ; instead of a comma",
    ),
    "tabs": (
        VALUE_ADDED,
        put(",", "\t"),
        f"{VALUE_ADDED}: its columns are separated by tab instead of a comma",
    ),
    "a column gone": (
        VALUE_ADDED,
        put("year,value", "year,wert"),
        f"{VALUE_ADDED}: there is no column value; its columns are indicator, province_code,",
    ),
    "a column twice": (
        VALUE_ADDED,
        put("source,licence", "source,source"),
        f"{VALUE_ADDED}: more than one column is called source",
    ),
    "a comma without quotes": (
        VALUE_ADDED,
        valued("3,336.6"),
        f"{VALUE_ADDED}, row 2: 11 cells instead of 10",
    ),
    "a quote that is not closed": (
        VALUE_ADDED,
        put('"industry",2019,48', '"industry,2019,48'),
        f"{VALUE_ADDED}, row 2: the quotes do not pair",
    ),
    "a heading alone": (
        VALUE_ADDED,
        lambda text: text.splitlines()[0] + "\n",
        f"{VALUE_ADDED}: there is a heading and no row",
    ),
    "an empty file": (VALUE_ADDED, lambda _: "", f"{VALUE_ADDED}: it is empty"),
}


def change(folder: Path, name: str, how: Change) -> Path:
    file = folder / name
    packed = name.endswith(".gz")
    content = gzip.decompress(file.read_bytes()) if packed else file.read_bytes()
    text = how(content.decode("utf-8")).encode("utf-8")
    file.write_bytes(gzip.compress(text) if packed else text)
    return folder


def refusal(folder: Path) -> list[str]:
    """Return the sentences with which the sources are refused."""
    with pytest.raises(BuildError) as caught:
        Raw(folder).require_all()
    return str(caught.value).splitlines()


@pytest.mark.parametrize(("name", "how", "sentence"), FAULTS.values(), ids=FAULTS)
def test_the_fault_is_said_by_file_row_column_and_text(
    sources_folder: Path, name: str, how: Change, sentence: str
) -> None:
    lines = refusal(change(sources_folder, name, how))
    assert [line for line in lines if line.startswith(sentence)], "\n".join(lines)
    assert all(line.startswith(name) for line in lines)


ENCODINGS = {
    "gb18030": "it is not encoded in UTF-8; it reads as GB18030. Save it as “CSV UTF-8”, or",
    "utf-16": "it is encoded in UTF-16LE, and UTF-8 is read here",
    "utf-16-be": "it is encoded in UTF-16BE, and UTF-8 is read here",
    "utf-16-le": "it is encoded in UTF-16LE, and UTF-8 is read here",
}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_another_encoding_is_named_with_how_to_convert(sources_folder: Path, encoding: str) -> None:
    file = sources_folder / VALUE_ADDED
    text = file.read_text(encoding="utf-8").replace("source", "国家统计局")
    file.write_bytes(text.encode(encoding))
    [line] = refusal(sources_folder)
    assert line.startswith(f"{VALUE_ADDED}: {ENCODINGS[encoding]}")
    assert "iconv -f " in line


def test_bytes_of_no_encoding_are_named(sources_folder: Path) -> None:
    file = sources_folder / VALUE_ADDED
    file.write_bytes(file.read_bytes() + b"\xff\xff\xff\n")
    assert refusal(sources_folder) == [
        f"{VALUE_ADDED}: it is encoded neither in UTF-8 nor in GB18030 or UTF-16. "
        "Save it as “CSV UTF-8”."
    ]


@pytest.mark.parametrize("kept", [30, -10])
def test_a_damaged_archive_is_named(sources_folder: Path, kept: int) -> None:
    file = sources_folder / ENERGY
    file.write_bytes(file.read_bytes()[:kept])
    [line] = refusal(sources_folder)
    assert line.startswith(f"{ENERGY}: the archive is damaged (")


@pytest.mark.parametrize(
    "how",
    [lambda text: "\ufeff" + text, put("\n", "\r\n"), lambda text: text + "\n\n"],
    ids=["byte-order mark", "CRLF", "blank lines"],
)
def test_marks_line_ends_and_blank_lines_change_nothing(sources_folder: Path, how: Change) -> None:
    before = Raw(sources_folder).csv(VALUE_ADDED)
    after = Raw(change(sources_folder, VALUE_ADDED, how)).csv(VALUE_ADDED)
    assert after.equals(before)


def test_all_faults_of_all_files_are_said_at_once(sources_folder: Path) -> None:
    change(sources_folder, VALUE_ADDED, valued("—"))
    change(sources_folder, VALUE_ADDED, put("2022,90,", "2022,x9,"))
    change(sources_folder, INPUT_OUTPUT, put(",10,", ",nan,"))
    assert [line.split(":")[0] for line in refusal(sources_folder)] == [
        f"{VALUE_ADDED}, row 2, column value",
        f"{VALUE_ADDED}, row 8, column value",
        f"{INPUT_OUTPUT}, row 2, column value",
    ]


def test_the_build_stops_at_them(sources_folder: Path) -> None:
    change(sources_folder, VALUE_ADDED, put("2022,90,", "2022,900,"))
    with pytest.raises(BuildError, match="13.6 times"):
        frames(Raw(sources_folder))


SECTORS, TILES = "reference/sectors.csv", "reference/tile_grid.csv"


@pytest.mark.parametrize(
    ("name", "how", "sentence"),
    [
        (SECTORS, put("\n06,06,", "\n99,06,"), f"{SECTORS}, column sector_code: 99 has no name"),
        (SECTORS, put(",steel,1", ",iron,1"), f"{SECTORS}, column plan_industry: iron has no name"),
        (TILES, put("340000,5,6\n", ""), f"{TILES}: 340000 is there or in provinces.csv, not in"),
        (TILES, put("340000,5,6\n", "340000,5,6\n990000,1,1\n"), f"{TILES}: 990000 is there or"),
    ],
    ids=["sector", "plan industry", "a tile gone", "a tile more"],
)
def test_codes_that_have_no_counterpart_stop_the_build(
    sources_folder: Path, name: str, how: Change, sentence: str
) -> None:
    raw = Raw(change(sources_folder, name, how))
    with pytest.raises(BuildError) as caught:
        frames(raw)
    assert str(caught.value).startswith(sentence)


def test_negative_flows_and_small_cells_that_jump_are_taken(sources_folder: Path) -> None:
    text = gzip.decompress((sources_folder / ENERGY).read_bytes()).decode()
    assert "TRANS_COAL_WASHING,Raw_Coal,2020,-7," in text
    change(sources_folder, ENERGY, put("Coke,2019,3,", "Coke,2019,0.3,"))
    assert len(Raw(sources_folder).csv(ENERGY)) == 19


def test_a_known_jump_is_known_by_its_figures() -> None:
    known = registers.read(KNOWN_JUMPS)
    assert list(known) == ["file", "series", "year", "before", "after"]
    assert set(known["file"]) <= set(LAYOUTS)
