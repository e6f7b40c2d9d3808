"""What one server holds for all its readers stays, whatever one of them sends."""

import pytest
import streamlit as st

from carbonpeak.screen import server
from tests.export import processes
from tests.screen.raw_reader import raw_reader

FIGURES = ("region_tiles", "region_ranking")


def browsers_of(server: int) -> list[int]:
    return [
        pid
        for pid, command in processes.commands(server).items()
        if "--user-data-dir" in command and "python" not in command and "--type=" not in command
    ]


def test_a_reader_who_clears_the_caches_starts_no_second_browser(served):
    address, pid = served
    with raw_reader(address) as reader:
        reader.open("regions", "lang=en")
        found = []
        for figure in FIGURES:
            reader.open("regions", "lang=en", pressed=f"export-{figure}")
            found.append(browsers_of(pid))
            reader.clear_cache()
        assert reader.faults == []
    assert len(found[0]) == 1
    assert found == [found[0]] * len(FIGURES)


@pytest.mark.usefixtures("pages_server")
def test_no_cache_of_streamlit_holds_what_all_readers_share():
    data, renderer = server.dataset(), server.renderer()
    st.cache_resource.clear()
    st.cache_data.clear()
    assert server.dataset() is data
    assert server.renderer() is renderer


@pytest.mark.usefixtures("pages_server")
def test_what_was_given_back_is_made_anew():
    data, renderer = server.dataset(), server.renderer()
    server.close()
    assert not server.is_loaded()
    assert server.dataset() is not data
    assert server.renderer() is not renderer
