"""Every file that a reader takes is noted once, by the version it is made of; a template is not."""

import json
import re
import time
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy import make_url
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.testing.v1 import AppTest

from carbonpeak import screen
from carbonpeak.access.faults import Ended
from carbonpeak.export import formats
from carbonpeak.store import audit
from carbonpeak.store.faults import StoreFault
from carbonpeak.store.opening import ADDRESS, open_store, reading
from tests.access import claims
from tests.access.claims import User
from tests.access.test_pages import LOGIN
from tests.opened_page import LIMIT_S

SCREEN = Path(screen.__file__).parent
# An empty form and the faults of a reader's own file tell nothing of the tables.
OTHERWISE = {"own_files", "reporting_import"}


@pytest.fixture
def taken(monkeypatch):
    """Give what makes each file that pages offer, by its name."""
    made, add = {}, MediaFileManager.add_deferred

    def kept(self, content, mime, coordinates, file_name=None, **more):
        made[file_name] = content
        return add(self, content, mime, coordinates, file_name=file_name, **more)

    monkeypatch.setattr(MediaFileManager, "add_deferred", kept)
    return made


@pytest.fixture
def store_url(tmp_path, monkeypatch):
    url = make_url(f"sqlite:///{tmp_path / 'store.sqlite'}")
    monkeypatch.setenv(ADDRESS, url.render_as_string(hide_password=False))
    return url


def entries(url):
    engine = open_store(url)
    with reading(engine) as connection:
        found = list(audit.entries(connection))
    engine.dispose()
    return found


def test_there_is_one_place_where_files_are_offered():
    found = {
        file.stem
        for file in SCREEN.glob("*.py")
        if re.search(r"st\.download_button\(", file.read_text(encoding="utf-8"))
    }
    assert found == {"offered", *OTHERWISE}


def test_each_file_that_is_taken_is_noted_once(open_page, taken, store_url, data):
    app = open_page("overview", "zh")
    figure = next(one.key for one in app.button if str(one.key).startswith("export-"))
    app.button(key=figure).click().run()
    assert not app.exception
    # The data of the page, the picture of the figure and its rows in every kind.
    kinds = {".zip", f".{formats.PICTURES[0]}", *(f".{kind}" for kind in formats.ROWS)}
    assert {Path(name).suffix for name in taken} == kinds
    # Without a store nothing is noted, and none is made.
    assert all(make() for make in taken.values())
    assert not Path(store_url.database).exists()
    open_store(store_url).dispose()
    assert all(make() for make in taken.values())
    found = entries(store_url)
    assert [row["subject"] for row in found] == list(taken)
    assert {row["action"] for row in found} == {"file.export"}
    assert {row["detail"] for row in found} == {json.dumps({"version": data.version})}


def test_rows_of_a_table_are_noted_too(open_page, taken, store_url):
    open_store(store_url).dispose()
    open_page("methods", "en", table="fuels")
    assert len(taken) > 3
    for make in taken.values():
        assert make()
    assert [row["subject"] for row in entries(store_url)] == list(taken)


def test_a_file_that_cannot_be_noted_is_not_given(open_page, taken, store_url):
    open_page("overview", "zh")
    Path(store_url.database).write_bytes(b"no database" * 100)
    (make,) = taken.values()
    with pytest.raises(StoreFault):
        make()


def offer(is_noted: bool) -> None:
    """Offer a file on a page of its own."""
    from carbonpeak.data.dataset import Dataset
    from carbonpeak.screen import offered, server

    data: Dataset = server.dataset()
    offered.file(data, "take", b"rows", "rows.csv", key="take", is_noted=is_noted)


def test_what_was_noted_before_is_not_noted_again(pages_server, taken, store_url):
    open_store(store_url).dispose()
    for is_noted, count in ((True, 0), (False, 1)):
        AppTest.from_function(offer, args=(is_noted,), default_timeout=LIMIT_S).run()
        assert taken["rows.csv"]() == b"rows"
        assert len(entries(store_url)) == count


def test_a_log_in_that_ended_takes_no_file(pages_server, taken, store_url, tmp_path, monkeypatch):
    monkeypatch.setenv("CARBONPEAK_ACCESS", str(claims.write(tmp_path)))
    told = claims.claims("carbon-analysts", is_logged_in=True)
    monkeypatch.setattr(st, "user", User(told))
    app = AppTest.from_function(offer, args=(False,), default_timeout=LIMIT_S)
    app.secrets["auth"] = LOGIN
    app.run()
    assert taken["rows.csv"]() == b"rows"
    monkeypatch.setattr(time, "time", lambda: told["exp"])
    with pytest.raises(Ended) as ended:
        taken["rows.csv"]()
    assert "has expired" in ended.value.text.en
