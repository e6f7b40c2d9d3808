"""Own figures as versions: whole or not there, published by one stroke, taken back to the digit."""

import shutil
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from carbonpeak.data import catalogue, own_versions, publishing
from carbonpeak.data.catalogue import CatalogueError
from carbonpeak.data.own_versions import Origin, OwnDataError
from carbonpeak.data.publishing import ASIDE, PublishError
from carbonpeak.data.warehouse import Warehouse, WarehouseError
from carbonpeak.store import audit
from carbonpeak.store.opening import ADDRESS, address, open_store, reading
from tests.data_layer.own_importer import STEPS, VALUE, WHO, changed, once
from tests.tiny_data import rows_of

GIVEN = Origin(WHO, "figures of 2023", "bureau.xlsx", "0" * 64, confirmed=("jump: checked",))


@pytest.fixture
def data(tiny_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(tiny_folder, tmp_path / "data"))


@pytest.fixture(scope="module")
def imported(tiny_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A data folder in which a version is published, and its name; copy it before changing it."""
    data = Path(shutil.copytree(tiny_folder, tmp_path_factory.mktemp("imported") / "data"))
    return data, once(data, 1.5)


@pytest.fixture
def published(imported: tuple[Path, str], tmp_path: Path) -> tuple[Path, str]:
    """A data folder in which a version is published, and its name."""
    return Path(shutil.copytree(imported[0], tmp_path / "published")), imported[1]


@pytest.fixture(scope="module")
def shipped_value(tiny_folder: Path) -> float:
    return value(tiny_folder)


def value(folder: Path) -> float:
    with closing(Warehouse(folder)) as warehouse:
        warehouse.load_all()
        return float(warehouse.rows(VALUE).iloc[0, 0])


def names(data: Path) -> set[str]:
    return {one.relative_to(data).as_posix() for one in data.rglob("*")}


def test_without_own_figures_the_shipped_tables_are_published(data: Path) -> None:
    assert own_versions.published(data) == data
    assert own_versions.listed(data) == {}
    assert own_versions.history(data) == []


def test_an_accepted_version_waits_for_its_publishing(data: Path, shipped_value: float) -> None:
    shipped = catalogue.load(data).version
    made = own_versions.accept(changed(data, 1.01), GIVEN, data, data)
    assert own_versions.published(data) == data
    kept = own_versions.folder(made, data)
    assert kept is not None
    assert value(kept) == pytest.approx(shipped_value * 1.01)
    [(name, origin)] = own_versions.listed(data).items()
    assert name == made
    assert replace(origin, made_at="") == replace(GIVEN, parent=shipped)
    own_versions.publish(made, "", WHO, "new year", data)
    assert own_versions.published(data) == kept


def test_only_what_changed_takes_room(data: Path) -> None:
    made = own_versions.accept(changed(data, 1.01), GIVEN, data, data)
    kept = own_versions.folder(made, data)
    assert kept is not None
    own = [
        table.name
        for table in catalogue.load(data).tables
        if not (kept / table.path).samefile(data / table.path)
    ]
    assert own == ["value_added"]


def test_versions_stand_on_each_other_and_are_taken_back_to_the_last_digit(
    data: Path, shipped_value: float
) -> None:
    first = once(data, 1.01)
    below = own_versions.published(data)
    fuels = rows_of(catalogue.load(data).table("fuels")).copy()
    fuels.loc[fuels.index[0], "name_en"] = "Hard coal"
    second = own_versions.accept({"fuels": fuels}, GIVEN, below, data)
    own_versions.publish(second, first, WHO, "", data)
    assert value(own_versions.published(data)) == value(below)
    assert own_versions.origin(second, data).parent == first
    own_versions.publish("", second, WHO, "back", data)
    assert value(own_versions.published(data)) == shipped_value
    told = [(one.before, one.after) for one in own_versions.history(data)]
    assert told == [("", first), (first, second), (second, "")]


def test_of_two_who_publish_at_once_the_second_is_told(data: Path) -> None:
    mine = own_versions.accept(changed(data, 1.01), GIVEN, data, data)
    other = once(data, 1.02)
    with pytest.raises(PublishError, match=f"Meanwhile someone published version {other}"):
        own_versions.publish(mine, "", WHO, "", data)
    assert own_versions.pointed(data) == other


def test_who_imports_while_another_does_is_told_and_leaves_nothing(
    published: tuple[Path, str],
) -> None:
    data, _ = published
    before = names(data)
    with own_versions.alone(data), pytest.raises(PublishError, match="Another program"):
        own_versions.accept(changed(data, 1.02), GIVEN, data, data)
    assert names(data) == before


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        (lambda rows: rows.drop(columns="year"), "columns"),
        (lambda rows: rows.assign(year=None), "is empty"),
        (lambda rows: rows.iloc[[0, *range(len(rows))]], "year"),
        (lambda rows: rows.assign(value_added_nominal_cny="much"), "value_added_nominal_cny"),
    ],
)
def test_tables_that_do_not_hold_are_refused_and_leave_nothing(
    published: tuple[Path, str], spoilt, said
) -> None:
    data, _ = published
    before = names(data)
    rows = {name: spoilt(frame) for name, frame in changed(data, 1.01).items()}
    with pytest.raises(WarehouseError) as fault:
        own_versions.accept(rows, GIVEN, data, data)
    assert said in str(fault.value)
    assert names(data) == before


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (lambda data: {"no_table": changed(data, 1.1)["value_added"]}, "no such table: no_table"),
        (lambda data: {}, "no such table"),
        (lambda data: changed(data, 1.0), "the same as version"),
    ],
)
def test_nothing_new_makes_no_version(data: Path, rows, said: str) -> None:
    with pytest.raises(OwnDataError, match=said):
        own_versions.accept(rows(data), GIVEN, data, data)
    assert own_versions.listed(data) == {}


def test_a_version_that_is_not_here_is_not_published(data: Path) -> None:
    for name in ("0123abcd", "../tables", ASIDE + "made"):
        with pytest.raises(OwnDataError, match="There is no version"):
            own_versions.publish(name, "", WHO, "", data)
    assert own_versions.published(data) == data


def test_a_published_version_that_is_gone_or_altered_is_said(published: tuple[Path, str]) -> None:
    data, made = published
    kept = own_versions.published(data)
    file = kept / "tables" / "value_added.csv"
    if not file.exists():
        file = file.with_suffix(".parquet")
    file.write_bytes(file.read_bytes() + b"\n")
    with pytest.raises(WarehouseError):
        value(own_versions.published(data))
    kept.rename(kept.with_name("00000000"))
    with pytest.raises(OwnDataError, match=f"{made} is not here"):
        own_versions.published(data)
    with pytest.raises(CatalogueError, match="not 00000000"):
        own_versions.folder("00000000", data)


@pytest.mark.parametrize("step", STEPS)
def test_who_is_killed_leaves_what_was_published_and_the_next_one_clears_up(
    published: tuple[Path, str], shipped_value: float, step: str
) -> None:
    data, first = published
    words = [sys.executable, "-m", "tests.data_layer.own_importer", str(data), step]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "here\n"
        process.kill()
    assert own_versions.pointed(data) == first
    assert value(own_versions.published(data)) == pytest.approx(shipped_value * 1.5)
    again = once(data, 1.01)
    assert own_versions.pointed(data) == again
    assert not [name for name in names(data) if ASIDE in name]


def test_a_full_disk_is_said_and_leaves_nothing(
    published: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    data, before = published
    there = names(data)

    def full(folder: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(publishing, "sync", full)
    with pytest.raises(PublishError, match="No space left on device"):
        own_versions.accept(changed(data, 1.02), GIVEN, data, data)
    assert names(data) == there
    assert own_versions.pointed(data) == before


def test_where_there_is_a_store_the_audit_tells_of_imports_and_publishing(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(ADDRESS, raising=False)
    engine = open_store(address(data / own_versions.OWN))
    made = own_versions.accept(changed(data, 1.01), GIVEN, data, data)
    own_versions.publish(made, "", WHO, "new year", data)
    own_versions.publish("", made, WHO, "a slip", data)
    with reading(engine) as connection:
        rows = list(audit.entries(connection))
        assert audit.verify(connection).broken_at is None
    engine.dispose()
    assert [(row["action"], row["subject"], row["who"], row["why"]) for row in rows] == [
        ("version.import", made, WHO, GIVEN.why),
        ("version.publish", made, WHO, "new year"),
        ("version.rollback", "shipped", WHO, "a slip"),
    ]
    assert '"parent"' in rows[0]["detail"]


def test_a_store_that_cannot_be_written_keeps_a_version_from_being_published(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(ADDRESS, raising=False)
    made = own_versions.accept(changed(data, 1.01), GIVEN, data, data)
    (data / own_versions.OWN / "store.sqlite").write_bytes(b"no database" * 100)
    with pytest.raises(OwnDataError, match="store"):
        own_versions.publish(made, "", WHO, "new year", data)
    assert own_versions.published(data) == data
    assert own_versions.history(data) == []
