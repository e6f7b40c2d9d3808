"""Publishing: whenever it stops, the tables before or the new ones are there, whole."""

import errno
import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from carbonpeak.data import catalogue, publishing, versions
from carbonpeak.data.publishing import ASIDE, NEXT, PublishError
from carbonpeak.data.warehouse import Warehouse
from tests import tiny_data
from tests.data_layer import publisher


def version_of_whole(data: Path) -> str:
    """Open a data folder as a reader does and load everything; return its version."""
    with closing(Warehouse(data)) as one:
        one.load_all()
        return one.catalogue.version


def content(folder: Path) -> dict[Path, bytes]:
    return {
        file.relative_to(folder): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and "versions" not in file.relative_to(folder).parts
    }


@pytest.fixture
def old(tiny_folder: Path) -> Path:
    return tiny_folder


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """Tables of another version: all tables of CO2 are other ones, and one is gone."""
    folder = tiny_data.write(
        tmp_path / "new",
        value_added=lambda rows: rows.assign(deflator_2020_1=2.0),
        gdp=lambda rows: rows.assign(population=1.0),
    )
    (folder / "README.md").write_text("new", encoding="utf-8")
    return folder


@pytest.fixture
def data(old: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(old, tmp_path / "data"))


def test_what_is_published_takes_the_place_of_what_was_there(data: Path, new: Path) -> None:
    (data / "tables" / "gone.csv").write_text("a\n1\n", encoding="utf-8")
    publisher.once(data, new)
    assert content(data) == content(new)


@pytest.mark.parametrize(
    ("step", "is_new"),
    [("sync", False), ("_place", True), ("_link", True), ("remove_left", True)],
)
def test_who_is_killed_leaves_a_whole_version_and_the_next_one_ends_it(
    data: Path, old: Path, new: Path, step: str, is_new: bool
) -> None:
    words = [sys.executable, "-m", "tests.data_layer.publisher", str(data), str(new), str(old)]
    with subprocess.Popen([*words, step], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "here\n"
        process.kill()
    left = version_of_whole(data)
    assert left == catalogue.load(new if is_new else old).version
    with publishing.alone(data):
        pass
    assert content(data) == content(new if is_new else old)
    assert version_of_whole(data) == left


def test_a_mixture_in_place_is_not_read_while_the_whole_lies_beside(data: Path, new: Path) -> None:
    shutil.copytree(new, data / NEXT)
    shutil.copy(new / "tables" / "gdp.csv", data / "tables")
    assert version_of_whole(data) == catalogue.load(new).version


def test_a_version_that_was_not_copied_whole_is_not_there(data: Path) -> None:
    half = data / "versions" / f"{ASIDE}0123abcd"
    half.mkdir(parents=True)
    shutil.copy(data / "datapackage.json", half)
    assert versions.folder(half.name, data) is None


def test_who_opens_while_others_publish_gets_one_version_or_the_other(
    data: Path, old: Path, new: Path
) -> None:
    words = [sys.executable, "-m", "tests.data_layer.publisher", str(data), str(new), str(old)]
    known = {catalogue.load(one).version for one in (old, new)}
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "done\n"
        for _ in range(40):
            with closing(Warehouse(data)) as one:
                assert one.catalogue.version in known
        process.kill()


def test_a_second_one_at_once_is_told_and_changes_nothing(data: Path, new: Path) -> None:
    before = content(data)
    with publishing.alone(data), pytest.raises(PublishError, match="Another program is writing"):
        publisher.once(data, new)
    assert content(data) == before
    publisher.once(data, new)
    assert content(data) == content(new)


@pytest.mark.parametrize(
    ("step", "said", "is_new"),
    [
        ("sync", "those before stand as they were", False),
        ("_place", "The new tables are in use", True),
    ],
)
def test_a_full_disk_is_said_and_leaves_a_whole_version(
    data: Path,
    old: Path,
    new: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    said: str,
    is_new: bool,
) -> None:
    def full(*_: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(publishing, step, full)
    with pytest.raises(PublishError, match=rf"No space left on device.*|{said}") as caught:
        publisher.once(data, new)
    assert said in str(caught.value)
    assert version_of_whole(data) == catalogue.load(new if is_new else old).version
    assert list(data.glob(f"{ASIDE}*")) == []
    monkeypatch.undo()
    publisher.once(data, new)
    assert content(data) == content(new)


def test_a_disk_without_second_names_gets_copies(
    data: Path, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: Path) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    publisher.once(data, new)
    assert content(data) == content(new)


def test_a_place_that_cannot_be_a_folder_is_said(data: Path, new: Path) -> None:
    with pytest.raises(PublishError, match="could not be written"):
        publisher.once(data / "datapackage.json", new)
    with pytest.raises(PublishError, match="could not be written"):
        publisher.once(data / "datapackage.json" / "data", new)
