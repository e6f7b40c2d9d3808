"""From files to a version: refused, confirmed with reasons, kept with a source of their own."""

import io
import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from carbonpeak.data import catalogue, own_versions, owners
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.faults import DataFault
from carbonpeak.data.own_versions import OwnDataError
from carbonpeak.data.publishing import PublishError
from carbonpeak.figures import labels, origin
from carbonpeak.incoming import drafts, foreign, formats, own_source, sent
from carbonpeak.incoming.drafts import ImportRefused, Order
from carbonpeak.incoming.sent import EVERY, Sent
from carbonpeak.words.speaker import Speaker
from tests.incoming import broken

TABLE = "value_added"
GOOD = Sent("good.csv", broken.plain(broken.GOOD))
REASON = ("coverage=only two reported",)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(catalogue.DATA, tmp_path / "data"))


@pytest.fixture
def standing(folder: Path) -> Iterator[Dataset]:
    with closing(Dataset.open(folder)) as opened:
        yield opened


def ordered(data: Dataset, *files: Sent, table: str = TABLE, **how: object) -> Order:
    found = tuple(sent.checked(data, table, files))
    return Order(files, found, "河北省统计局", "annual figures", **how)


def book(**sheets: list[list[str]]) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def test_a_draft_holds_the_rows_with_a_source_that_names_the_file(standing: Dataset, folder: Path):
    order = ordered(standing, GOOD)
    reasons = drafts.reasons(order.found, REASON)
    version, made = drafts.draft(standing, order, reasons, folder, folder)
    assert [(one.table, one.added, one.replaced) for one in made.merged] == [(TABLE, 2, 0)]
    kept = own_versions.origin(version, folder)
    assert kept.confirmed == ("good.csv · coverage: only two reported",)
    assert (kept.file, kept.file_sha256) == (GOOD.name, GOOD.sha256)
    with closing(Dataset.open(own_versions.folder(version, folder))) as after:
        rows = drafts.merging.standing_rows(after, after.catalogue.table(TABLE))
        own = rows[rows["source_id"] == own_source.source_id(GOOD.sha256)]
        assert list(own["region_code"]) == ["130000", "140000"]
        assert set(own["standing"]) == {"unverified"}
        assert list(own["value_added_nominal_cny"]) == [1.4e12, 1.2e12]
        for lang, name in (("zh", "自有数据“good”"), ("en", "Own figures “good”")):
            said = origin.source_names(after, tuple(own["source_id"]), Speaker(lang))
            assert said.startswith(name)
        terms = labels.licence(
            "Own figures: not for passing on unless their owner allows it", Speaker("zh")
        )
        assert "自有数据" in terms
    assert own_versions.pointed(folder) == ""


def test_the_same_file_again_is_the_same_version(standing: Dataset, folder: Path):
    order = ordered(standing, GOOD)
    reasons = drafts.reasons(order.found, REASON)
    first, _ = drafts.draft(standing, order, reasons, folder, folder)
    below = own_versions.folder(first, folder)
    with closing(Dataset.open(below)) as after:
        again = ordered(after, GOOD)
        told = drafts.reasons(again.found, REASON)
        with pytest.raises(OwnDataError, match=first):
            drafts.draft(after, again, told, below, folder)


def test_a_lost_draft_goes_when_another_is_made(standing: Dataset, folder: Path):
    order = ordered(standing, GOOD)
    lost, _ = drafts.draft(standing, order, drafts.reasons(order.found, REASON), folder, folder)
    owners.claim("a session", lost, folder, is_session=True)
    [claim] = (folder / "own" / "owners" / lost).iterdir()
    os.utime(claim, (0, 0))
    order = ordered(standing, Sent("other.csv", broken.plain(broken.rows(c3="14001"))))
    made, _ = drafts.draft(standing, order, drafts.reasons(order.found, REASON), folder, folder)
    assert list(own_versions.listed(folder)) == [made]


def test_a_standing_given_counts_where_the_file_says_none(standing: Dataset):
    made = drafts.changes(standing, ordered(standing, GOOD, standing="official"))
    assert set(made.tables[TABLE]["standing"].iloc[-2:]) == {"official"}


@pytest.mark.parametrize(
    ("file", "given", "reason"),
    [
        (GOOD, (), "Warnings not confirmed: 1 .rules: coverage."),
        (GOOD, ("coverage= ",), "confirms nothing"),
        (GOOD, ("jump=so it is",), "confirms nothing"),
        (Sent("bad.csv", broken.plain(broken.rows(c3="y3"))), (), "Errors in the files: 1"),
        (Sent("gone.csv", fault="No such file"), (), "Errors in the files: 1"),
    ],
)
def test_what_is_not_sound_or_not_confirmed_is_refused_and_leaves_nothing(
    standing: Dataset, folder: Path, file: Sent, given: tuple[str, ...], reason: str
):
    before = sorted(folder.rglob("*"))
    order = ordered(standing, file)
    with pytest.raises(ImportRefused, match=reason):
        drafts.draft(standing, order, drafts.reasons(order.found, given), folder, folder)
    assert sorted(folder.rglob("*")) == before


def test_a_warning_is_confirmed_by_its_row_alone(standing: Dataset):
    slips = broken.rows(c3="140000")
    slips[1][3] = "120000"
    found = tuple(sent.checked(standing, TABLE, [Sent("slips.csv", broken.plain(slips))]))
    jumps = [one for one in drafts.warnings(found) if one.rule == "jump"]
    assert len({one.row for one in jumps}) == 2
    told = drafts.reasons(found, ("jump:2=a merger", *REASON))
    with pytest.raises(ImportRefused, match="rules: jump"):
        drafts.require(found, told)
    every = [f"{one.rule}=a merger" for one in drafts.warnings(found)]
    drafts.require(found, drafts.reasons(found, every))


def test_two_tables_of_one_workbook_make_one_version(standing: Dataset, folder: Path):
    rows = [broken.HEAD, *broken.GOOD]
    # One that stands, as it stands: nothing to confirm.
    table = standing.catalogue.table("gdp")
    head = [one.name for one in table.fields if one.name not in ("standing", "source_id")]
    last = drafts.merging.standing_rows(standing, table).iloc[-1]
    gdp = [head, [str(last[name]) for name in head]]
    file = Sent("上报.xlsx", book(value_added=rows, gdp=gdp, 说明=[["随便写写"]]))
    order = ordered(standing, file, table=EVERY)
    assert [one.table.name for one in order.found] == [TABLE, "gdp"]
    given = [f"{one.rule}=checked" for one in drafts.warnings(order.found)]
    version, made = drafts.draft(
        standing, order, drafts.reasons(order.found, given), folder, folder
    )
    assert [one.table for one in made.merged] == [TABLE, "gdp"]
    assert list(own_versions.listed(folder)) == [version]


def test_files_of_a_folder_say_by_name_which_table_they_are_for(standing: Dataset, tmp_path: Path):
    (tmp_path / "value_added-2023.csv").write_bytes(GOOD.content)
    (tmp_path / "value_addedx.csv").write_bytes(GOOD.content)
    (tmp_path / "~$value_added.xlsx").write_bytes(b"x")
    (tmp_path / "notes.md").write_text("x")
    found = sent.checked(standing, EVERY, sent.from_disk([tmp_path]))
    assert [(one.file, one.table.name) for one in found if not one.is_refused] == [
        ("value_added-2023.csv", TABLE)
    ]
    [refused] = [one for one in found if one.is_refused]
    assert [one.rule for one in refused.findings] == ["table.unnamed"]


def test_a_folder_without_files_is_told_of(tmp_path: Path):
    with pytest.raises(DataFault, match="holds no CSV"):
        sent.from_disk([tmp_path])


def test_a_row_in_two_files_is_found(standing: Dataset):
    other = Sent("other.csv", broken.plain([broken.GOOD[1]]))
    _, second = sent.checked(standing, TABLE, [GOOD, other])
    [finding] = [one for one in second.findings if one.severity == "error"]
    assert (finding.rule, finding.row, finding.value) == ("row.other_file", 2, "good.csv")


def test_a_file_name_cannot_write_into_the_page():
    name = own_source.source("<img src=x>**a**\n|b.csv", "0" * 64, "x")["name_en"]
    assert not set(name) & set("<>*\n|")
    long = own_source.source("长" * 300 + ".csv", "0" * 64, "x")["name_zh"]
    assert len(long) < 90


def test_confirmed_rows_are_named_and_many_are_counted():
    many = {drafts.Finding("f.csv", "jump", "", "", row): "so" for row in range(1, 31)}
    [line] = drafts.confirmed(many)
    assert line.startswith("f.csv · jump (1, 2, 3,")
    assert line.endswith("20 +10): so")


def test_numbers_of_other_rows_keep_their_last_digit(standing: Dataset, folder: Path):
    order = ordered(standing, GOOD)
    version, _ = drafts.draft(standing, order, drafts.reasons(order.found, REASON), folder, folder)
    kept = own_versions.folder(version, folder)
    file = standing.catalogue.table(TABLE).path
    before, after = (pd.read_csv(one / file, dtype=str) for one in (folder, kept))
    pd.testing.assert_frame_equal(after.iloc[: len(before)], before)


def test_no_broken_file_is_taken_in_whatever_is_wrong_with_it(
    standing: Dataset, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    """Every kind of broken file: refused in a sentence, nothing kept, nothing left."""
    # Taken apart in this process: that another one says the same is held elsewhere.
    monkeypatch.setattr(foreign, "apart", formats.taken_apart)
    before = sorted(folder.rglob("*"))
    for file in broken.FILES:
        order = ordered(standing, Sent(file.name, file.content))
        with pytest.raises(ImportRefused) as told:
            drafts.draft(standing, order, {}, folder, folder)
        assert file.name in order.found[0].findings[0].text.zh
        assert "{" not in told.value.text.en, file.name
    assert len(broken.FILES) >= 60
    assert sorted(folder.rglob("*")) == before


def test_a_full_disk_is_said_and_leaves_nothing(
    standing: Dataset, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(own_versions.publishing, "sync", full)
    order = ordered(standing, GOOD)
    with pytest.raises(PublishError, match="No space left on device"):
        drafts.draft(standing, order, drafts.reasons(order.found, REASON), folder, folder)
    assert own_versions.listed(folder) == {}
    assert not list((folder / "own").rglob("*made*"))
