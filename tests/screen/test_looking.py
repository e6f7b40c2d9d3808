"""A version by link: on every page, plainly said, carried on, and a draft for its owner alone."""

import re
import shutil
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas as pd
import pytest

from benchmarks import server
from carbonpeak.data import catalogue, own_versions
from carbonpeak.data.own_versions import Origin
from carbonpeak.screen.page import NAMES
from carbonpeak.words import LANGS, say
from tests import commands
from tests.screen.raw_reader import raw_reader

MORE = 1.1


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("looking") / "data"
    return Path(shutil.copytree(catalogue.DATA, folder))


def made(data: Path, share: float) -> str:
    rows = pd.read_parquet(data / "tables" / "co2.parquet")
    rows.loc[rows["year"] == rows["year"].max(), "co2_t"] *= share
    return own_versions.accept({"co2": rows}, Origin("bureau", "newer"), data, data)


@pytest.fixture(scope="module")
def address(data: Path) -> Iterator[str]:
    port = server.free_port()
    command = [sys.executable, "-m", "carbonpeak", "serve", "--port", str(port)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CARBONPEAK_DATA", str(data))
        with server.started(command, f"http://127.0.0.1:{port}/_stcore/health"):
            yield f"http://127.0.0.1:{port}"


@pytest.fixture(scope="module")
def taken_back(data: Path) -> str:
    """A version that was published and taken back."""
    version = made(data, MORE)
    own_versions.publish(version, "", "bureau", "2023", data)
    own_versions.publish("", version, "bureau", "back", data)
    return version


@pytest.mark.parametrize("lang", LANGS)
def test_every_page_shows_the_version_of_its_address_and_says_so(
    address: str, data: Path, taken_back: str, lang: str, fewer: int
) -> None:
    """Every page in Chinese, and three in English; with ``--in-full`` all."""
    shipped = catalogue.load(data).version
    asked = f"lang={lang}&data={taken_back}&measure=co2"
    with raw_reader(address) as reader:
        for name in NAMES if lang == "zh" or fewer == 1 else (*NAMES[:2], NAMES[-1]):
            reader.open(name, asked)
            words = "\n".join(reader.texts)
            assert reader.faults == [], name
            assert say("data.version", lang, version=taken_back) in words, name
            assert say("looking.at", lang, version=taken_back, published=shipped, made="") in words
            links = [one.partition("?")[2] for one in reader.texts if " -> " in one]
            back = f"{say('looking.back', lang)} -> "
            without = [one for one in reader.texts if one.startswith(back)]
            assert len(without) == 1, name
            assert "data=" not in without[0]
            assert "measure=co2" in without[0]
            # All others go on with the version.
            lost = [one for one in links if f"data={taken_back}" not in one]
            assert lost == [without[0].partition("?")[2]], name


@pytest.mark.parametrize("asked", ["0123abcd", "../own", "", "%00", "x" * 3000])
def test_an_unknown_version_is_said_and_the_published_one_shown(
    address: str, data: Path, asked: str
) -> None:
    shipped = catalogue.load(data).version
    with raw_reader(address) as reader:
        reader.open("overview", f"lang=en&data={asked}")
        words = "\n".join(reader.texts)
        assert reader.faults == []
        assert f"Data version {shipped}" in words
        assert ("There is no data version" in words) is bool(asked)


def test_a_damaged_version_is_said_and_the_published_one_shown(address: str, data: Path) -> None:
    version = made(data, 1.3)
    own_versions.publish(version, "", "bureau", "", data)
    own_versions.publish("", version, "bureau", "", data)
    file = data / "own" / "versions" / version / "tables" / "co2.parquet"
    file.write_bytes(file.read_bytes()[:-9])
    with raw_reader(address) as reader:
        for name in ("overview", "regions"):
            reader.open(name, f"lang=en&data={version}")
            words = "\n".join(reader.texts)
            assert reader.faults == []
            assert f"Data version {catalogue.load(data).version}" in words
            assert "cannot be shown" in words
            assert "co2.parquet" in words


def test_a_draft_is_nobodys_but_its_owners(address: str, data: Path) -> None:
    draft = made(data, 1.2)
    with raw_reader(address) as reader:
        reader.open("overview", f"lang=en&data={draft}")
        words = "\n".join(reader.texts)
        assert reader.faults == []
        assert f"{draft} is not published" in words
        assert f"Data version {catalogue.load(data).version}" in words
        assert f"looking at data version {draft}" not in words


def test_the_next_run_shows_what_was_published_meanwhile(
    address: str, data: Path, taken_back: str
) -> None:
    shipped = catalogue.load(data).version
    with raw_reader(address) as reader, commands.over(data) as run:
        for name in (taken_back, "shipped", taken_back, "shipped"):
            assert run("publish", name).returncode == 0
            reader.open("overview", "lang=en")
            assert reader.faults == []
            now = shipped if name == "shipped" else name
            assert f"Data version {now}" in "\n".join(reader.texts)


def test_a_run_is_of_one_version_whatever_is_published_in_the_middle(
    address: str, data: Path, taken_back: str
) -> None:
    shipped, over = catalogue.load(data).version, threading.Event()
    standing = own_versions.pointed(data)
    published = []

    def publish() -> None:
        now = own_versions.pointed(data)
        while not over.wait(0.05):
            to = taken_back if now != taken_back else ""
            own_versions.publish(to, now, "bureau", "", data)
            now = to
            published.append(now)

    with raw_reader(address) as reader, ThreadPoolExecutor(1) as pool:
        done = pool.submit(publish)
        try:
            for name in ("overview", "regions", "peak", "versions") * 3:
                reader.open(name, "lang=en")
                assert reader.faults == []
                said = set(re.findall(r"Data version ([0-9a-f]{8})", "\n".join(reader.texts)))
                assert len(said) == 1, name
                assert said <= {shipped, taken_back}
        finally:
            # Else a fault would be waited for, and never said.
            over.set()
        done.result()
    assert len(published) > 1
    own_versions.publish(standing, own_versions.pointed(data), "bureau", "", data)
