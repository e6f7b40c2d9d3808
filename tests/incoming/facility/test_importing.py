"""A file of facility rows becomes a version with cells, or is refused and leaves nothing."""

from contextlib import closing

import pandas as pd
import pytest

from carbonpeak.data import own_versions
from carbonpeak.data.dataset import PUBLIC, Dataset
from carbonpeak.data.facility import store
from carbonpeak.data.own_versions import Origin, OwnDataError
from carbonpeak.data.table_rows import Wanted
from carbonpeak.incoming.facility import staging
from carbonpeak.incoming.facility.importing import imported
from carbonpeak.incoming.sheets import Unreadable
from tests import tiny_data

HEADING = "设施,企业,行业,地区,年份,月份,能源,消费量,单位,增加值（万元）"
# Enterprises A to E in Hebei and Jiangxi: cement (30) and steel (31), coal in tonnes.
WHOLE = [
    f"{company}-{region}-{sector},{company},{sector},{region},2023年,1月,raw_coal,{amount},吨,5"
    for region, sector, companies in (
        ("河北", "30", "ABCDE"),
        ("河北", "31", "ABCDE"),
        ("江西", "30", "ABCD"),
        ("江西", "31", "ABCDE"),
    )
    for amount, company in zip((100, 120, 140, 90, 80), companies, strict=False)
]


@pytest.fixture
def folder(tmp_path):
    return tiny_data.write(tmp_path / "data")


def put(folder, lines, name="rows.csv", encoding="utf-8"):
    file = folder.parent / name
    file.write_text("\n".join([HEADING, *lines]) + "\n", encoding=encoding)
    with closing(Dataset.open(folder)) as data:
        return imported(data, file, Origin("a clerk", "test"), folder, folder)


def cells(folder, version):
    with closing(Dataset.open(own_versions.folder(version, folder))) as data:
        found = data.ask("facility__cells", year=2023)
    return found.set_index(["measure", "region_code", "sector_code", "fuel_code"])


def test_rows_are_summed_up_in_units_of_the_tables(folder):
    made = put(folder, WHOLE)
    assert made.findings == ()
    found = cells(folder, made.version)
    # 530 t of raw coal at 0.5 tce (the tiny table of fuels), and 25 times 10,000 yuan.
    energy = found.loc[("energy_tce", "130000", "30", "raw_coal")]
    assert energy["amount"] == pytest.approx(530 * 0.5)
    assert energy["enterprise_count"] == 5
    assert found.loc[("energy_tce", "000000", "all", "all"), "amount"] == pytest.approx(
        (3 * 530 + 450) * 0.5
    )
    assert found.loc[("value_added_nominal_cny", "130000", "30", "all"), "amount"] == 250_000
    assert not (found["missing"] == "suppressed").any()


def test_a_cell_of_two_enterprises_is_in_no_table_and_not_alone(folder):
    made = put(folder, [line for line in WHOLE if not line.startswith(("A-江西-30", "B-江西-30"))])
    found = cells(folder, made.version)
    one = found.loc[("energy_tce", "360000", "30", "raw_coal")]
    assert one["missing"] == "suppressed"
    assert one[["amount", "enterprise_count"]].isna().all()
    assert (found["missing"] == "suppressed").sum() > 4
    assert made.withheld_count == int((found["missing"] == "suppressed").sum())


def test_encodings_and_names_are_read_as_elsewhere(folder):
    made = put(folder, WHOLE, encoding="gb18030")
    assert len(cells(folder, made.version).loc["energy_tce"]) == 18


BROKEN = {
    "A,A,30,河北,2023,13,raw_coal,1,吨,": ("facility.month", 2),
    "A,A,30,火星,2023,1,raw_coal,1,吨,": ("cell.code", 2),
    "A,A,30,河北,2023,1,raw_coal,abc,吨,": ("number.none", 2),
    "A,A,30,河北,2023,1,raw_coal,-1,吨,": ("below_zero", 2),
    "A,A,30,河北,2023,1,raw_coal,1,千瓦,": ("unit.unknown", 2),
    "A,A,30,河北,2023,1,raw_coal,1,m3,": ("unit.other", 2),
    "A,A,30,河北,2023,1,raw_coal,1,,": ("unit.none", 2),
    "A,A,30,河北,2023,1,raw_coal,—,吨,": ("empty", 2),
    "A,,30,河北,2023,1,raw_coal,1,吨,": ("empty", 2),
    "A,A,30,河北,1900,1,raw_coal,1,吨,": ("year_out", 2),
    "A,A,30,全国,2023,1,raw_coal,1,吨,": ("facility.nation", 2),
    "A-河北-30,A,30,河北,2023,1,raw_coal,1,吨,": ("facility.twice", 2),
    "A-河北-30,B,30,河北,2023,1,natural_gas,1,m3,": ("facility.owner", 2),
    "A-河北-30,A,30,河北,2023,1,natural_gas,1,m3,6": ("facility.values", 2),
    "A,A,30,河北": ("row.cells", 2),
    'A,A,30,河北,2023,1,raw_coal,1,吨,"5': ("row.quotes", 2),
}
# More bytes than are read in one piece: a row is counted over the pieces before it.
MANY_ROWS = 400_000


@pytest.mark.parametrize("line", BROKEN)
def test_a_bad_row_refuses_the_file_and_leaves_nothing(folder, line):
    made = put(folder, [line, *WHOLE])
    assert [(one.rule, one.row) for one in made.findings] == [BROKEN[line]]
    assert made.is_refused
    assert made.version == ""
    assert own_versions.listed(folder) == {}
    assert list(store.root(folder).iterdir()) == []


def test_a_row_of_too_few_cells_says_how_many_of_how_many(folder):
    [found] = put(folder, [*WHOLE, "A,A,30,河北"]).findings
    assert (found.row, found.value) == (len(WHOLE) + 2, "4 / 10")


@pytest.mark.parametrize(
    ("late", "rule"),
    [("D,D,30,火星,2023,1,raw_coal,1,吨,", "cell.code"), ("D,D,30,河北", "row.cells")],
)
def test_a_row_deep_in_a_large_file_is_named_as_a_spreadsheet_counts(folder, late, rule):
    rows = [
        f"设施{number},企业{number},30,河北,2023,1,raw_coal,1,吨," for number in range(MANY_ROWS)
    ]
    # Two lines of one row, and an empty row, before it.
    rows[7], rows[9] = rows[7].replace("设施7", '"设施\r\n7"'), ""
    rows[-3] = late
    file = folder.parent / "many.csv"
    file.write_bytes("\r\n".join([HEADING, *rows, ""]).encode("utf-8-sig"))
    with closing(Dataset.open(folder)) as data:
        [found] = imported(data, file, Origin("a clerk", "test"), folder, folder).findings
    assert (found.rule, found.row) == (rule, MANY_ROWS - 1)


def test_a_file_that_changes_while_it_is_read_is_not_taken(tmp_path):
    file = tmp_path / "rows.csv"
    for rule in ("file.changed", "file.unread"):
        file.write_text(HEADING)
        with staging.checksum(file) as reckoned:
            assert len(reckoned()) == 64
            file.write_text(f"{HEADING}\n{WHOLE[0]}\n")
            if rule == "file.unread":
                file.unlink()
            with pytest.raises(Unreadable) as fault:
                reckoned()
        assert fault.value.rule == rule


def test_a_change_by_one_enterprise_leaves_the_cells_of_its_year(folder):
    first = put(folder, WHOLE)
    changed = [
        line.replace(",100,", ",300,") if line.startswith("A-河北-30") else line for line in WHOLE
    ]
    below = own_versions.folder(first.version, folder)
    file = folder.parent / "again.csv"
    file.write_text("\n".join([HEADING, *changed]) + "\n", encoding="utf-8")
    with closing(Dataset.open(below)) as data, pytest.raises(OwnDataError) as fault:
        imported(data, file, Origin("a clerk", "test"), below, folder)
    # Nothing of the year is shown anew, so the tables are those that stood.
    assert first.version in str(fault.value)
    assert len(store.kept(folder)) == 1


def beside(folder):
    """A version above the shipped tables that has no cells of the year."""
    with closing(Dataset.open(folder)) as data:
        standing = data.rows_of(Wanted("facility_cells", named=False))
    others = standing[standing["year"] != 2023]
    version = own_versions.accept({"facility_cells": others}, Origin("a clerk", ""), folder, folder)
    return own_versions.folder(version, folder)


def again(folder, below, lines):
    file = folder.parent / "rows.csv"
    file.write_text("\n".join([HEADING, *lines]) + "\n", encoding="utf-8")
    with closing(Dataset.open(below)) as data:
        return imported(data, file, Origin("a clerk", "test"), below, folder)


def test_the_same_rows_give_the_same_cells_above_tables_without_them(folder):
    first = put(folder, WHOLE)
    made = again(folder, beside(folder), WHOLE)
    assert made.frozen_years == ()
    pd.testing.assert_frame_equal(cells(folder, made.version), cells(folder, first.version))


def test_cells_that_may_not_be_shown_anew_are_not_promised_where_there_are_none(folder):
    put(folder, WHOLE)
    below, before = beside(folder), own_versions.listed(folder)
    changed = [WHOLE[0].replace(",100,", ",300,"), *WHOLE[1:]]
    made = again(folder, below, changed)
    assert [(one.rule, one.value) for one in made.findings] == [("facility.elsewhere", "2023")]
    assert (made.is_refused, made.version) == (True, "")
    assert own_versions.listed(folder) == before
    assert len(list(store.root(folder).iterdir())) == 1


def test_a_revision_of_all_is_shown_anew(folder):
    first = put(folder, WHOLE)
    below = own_versions.folder(first.version, folder)
    file = folder.parent / "again.csv"
    lines = [
        line.replace(",1月,raw_coal,", ",1月,raw_coal,2").replace(",5", ",7") for line in WHOLE
    ]
    file.write_text("\n".join([HEADING, *lines]) + "\n", encoding="utf-8")
    with closing(Dataset.open(below)) as data:
        made = imported(data, file, Origin("a clerk", "test"), below, folder)
    assert made.frozen_years == ()
    assert made.version != first.version


def test_a_year_that_would_withhold_what_it_showed_stays_as_it_was(folder):
    first = put(folder, WHOLE)
    below = own_versions.folder(first.version, folder)
    # All change, and cement of Jiangxi loses two of its four enterprises.
    lines = [
        line.replace(",1月,raw_coal,", ",1月,raw_coal,2").replace(",5", ",7")
        for line in WHOLE
        if not line.startswith(("A-江西-30", "B-江西-30"))
    ] + ["F-江西-31,F,31,江西,2023年,1月,raw_coal,99,吨,5"]
    file = folder.parent / "again.csv"
    file.write_text("\n".join([HEADING, *lines]) + "\n", encoding="utf-8")
    with closing(Dataset.open(below)) as data, pytest.raises(OwnDataError) as fault:
        imported(data, file, Origin("a clerk", "test"), below, folder)
    assert first.version in str(fault.value)


@pytest.mark.parametrize("kind", ["xlsx", "parquet"])
def test_workbooks_and_parquet_give_the_same_cells(folder, tmp_path, kind):
    rows = pd.DataFrame([line.split(",") for line in WHOLE], columns=HEADING.split(","))
    file = folder.parent / f"rows.{kind}"
    if kind == "xlsx":
        # As a bureau sends it: a title above, merged over all columns, and a sheet of notes.
        with pd.ExcelWriter(file, engine="openpyxl") as book:
            rows.to_excel(book, sheet_name="设施", startrow=2, index=False)
            book.sheets["设施"]["A1"] = "企业设施能源消费"
            book.sheets["设施"].merge_cells("A1:J1")
            pd.DataFrame({"说明": ["初步数"]}).to_excel(book, sheet_name="说明", index=False)
    else:
        rows.to_parquet(file, index=False)
    with closing(Dataset.open(folder)) as data:
        made = imported(data, file, Origin("a clerk", "test"), folder, folder)
    assert made.findings == ()
    # The same figures are the same version, whatever file they come in.
    elsewhere = tiny_data.write(tmp_path / "elsewhere" / "data")
    assert made.version == put(elsewhere, WHOLE).version


def test_a_workbook_s_fault_is_named_by_its_sheet_and_row(folder):
    rows = pd.DataFrame([line.split(",") for line in WHOLE], columns=HEADING.split(","))
    rows.loc[3, "地区"] = "火星"
    file = folder.parent / "rows.xlsx"
    rows.to_excel(file, sheet_name="设施", index=False)
    with closing(Dataset.open(folder)) as data:
        made = imported(data, file, Origin("a clerk", "test"), folder, folder)
    [found] = made.findings
    assert (found.rule, found.sheet, found.row) == ("cell.code", "设施", 5)
    assert made.version == ""
    assert own_versions.listed(folder) == {}


def test_a_column_that_is_not_known_is_said_and_needs_a_reason(folder):
    file = folder.parent / "rows.csv"
    lines = [f"{HEADING},联系电话", *(f"{line},1" for line in WHOLE)]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with closing(Dataset.open(folder)) as data:
        made = imported(data, file, Origin("a clerk", "test"), folder, folder)
        assert [(one.rule, one.value, one.row) for one in made.findings] == [
            ("heading.unknown", "联系电话", 1)
        ]
        assert (made.is_refused, made.version) == (False, "")
        assert list(store.root(folder).iterdir()) == []
        reason = ("heading.unknown=not needed",)
        told = imported(data, file, Origin("a clerk", "test"), folder, folder, confirm=reason)
    assert own_versions.origin(told.version, folder).confirmed == (
        "rows.csv · heading.unknown (1): not needed",
    )


def test_rows_need_their_scope(folder):
    made = put(folder, WHOLE)
    with pytest.raises(OwnDataError):
        store.rows(made.version, PUBLIC, folder)
    assert len(store.rows(made.version, store.FACILITIES, folder)) == len(WHOLE)


def test_no_file_of_a_version_names_an_enterprise(folder):
    made = put(folder, WHOLE)
    tables = own_versions.folder(made.version, folder)
    named = [
        file
        for file in tables.rglob("*")
        if file.is_file() and b"A-\xe6\xb2\xb3\xe5\x8c\x97" in file.read_bytes()
    ]
    assert named == []


def test_a_mistake_is_discarded_with_its_rows(folder):
    made = put(folder, WHOLE)
    store.discard(made.version, folder)
    assert own_versions.listed(folder) == {}
    assert store.kept(folder) == []
    again = put(folder, WHOLE)
    own_versions.publish(again.version, "", "a clerk", "", folder)
    with pytest.raises(OwnDataError):
        store.discard(again.version, folder)
