"""A file is of one version whole, whatever is published while it is made."""

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.data import own_versions, viewing
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.own_versions import Origin
from carbonpeak.export.picture.renderer import Renderer
from carbonpeak.export.report import web
from carbonpeak.export.report.brief import brief
from carbonpeak.export.report.document import Progress, ignore
from carbonpeak.export.tray import Item, Tray
from carbonpeak.screen import export_making, server
from carbonpeak.words.speaker import Speaker
from tests import miniature
from tests.access.test_no_leaks_of_records import drawn

EN = Speaker("en")
ITEMS = (Item("region_tiles", (("measure", "co2"),)), Item("region_ranking", (("measure", "co2"),)))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, renderer: Renderer) -> Iterator[Path]:
    """A miniature that the server shows, with the renderer that the tests of files share."""
    made = miniature.write(tmp_path / "data")
    monkeypatch.setattr(server, "renderer", lambda: renderer)
    yield made
    monkeypatch.undo()
    server.close()


def more(folder: Path) -> str:
    """A version in which the last year's CO2 is half as much again."""
    rows = pd.read_parquet(folder / "tables" / "co2.parquet")
    rows.loc[rows["year"] == rows["year"].max(), "co2_t"] *= 1.5
    return own_versions.accept({"co2": rows}, Origin("bureau", "newer"), folder, folder)


def now(folder: Path) -> Dataset:
    """The published tables, as the next run of a reader has them."""
    return server.viewed(viewing.published(folder), "", folder)


def tray_file(data: Dataset, progress: Progress) -> bytes:
    return export_making._tray_file(data, Tray(data.version, ITEMS), "t", "zip", EN, progress)


def brief_file(data: Dataset, progress: Progress) -> bytes:
    report = brief(data, "", EN)
    # All is asked for by now and nothing is drawn.
    progress(0, 0)
    # What a picture is drawn from in its place: to draw it asks the data for nothing.
    return web.write(report, drawn, progress)


def told(content: bytes) -> dict[str, str]:
    """Return the texts of a file by their names: of an archive its rows and its manifest."""
    if not content.startswith(b"PK"):
        return {"html": content.decode()}
    archive = zipfile.ZipFile(io.BytesIO(content))
    names = [one for one in archive.namelist() if one.endswith((".csv", ".json", ".txt"))]
    return {one: archive.read(one).decode("utf-8-sig") for one in names}


@pytest.mark.parametrize("make", [tray_file, brief_file])
def test_what_is_published_in_the_middle_is_in_no_part_of_a_file(
    folder: Path, make: Callable[[Dataset, Progress], bytes]
) -> None:
    before, newer = now(folder).version, more(folder)
    steps: list[tuple[int, int]] = []
    alone = told(make(now(folder), ignore))

    def publish(done: int, total: int) -> None:
        if not steps:
            own_versions.publish(newer, "", "bureau", "2023", folder)
            # Another reader's run moves the server on to it.
            assert now(folder).version == newer
        steps.append((done, total))

    found = told(make(now(folder), publish))
    assert steps
    assert found == alone
    assert any(before in text for text in found.values())
    assert not any(newer in text for text in found.values())
    # The next file is of the newer one, and says other numbers.
    after = told(make(now(folder), ignore))
    assert after != alone
    assert any(newer in text for text in after.values())
