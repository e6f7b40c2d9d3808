"""What a server counts of itself: runs, faults, open pages, the version; nobody by name."""

import socket
import urllib.request

import pytest
from prometheus_client import generate_latest

from benchmarks import server as running
from carbonpeak.screen import measured, server
from carbonpeak.screen.serving import AddressError, serve
from tests.opened_page import open_first


def counted() -> dict[str, float]:
    lines = generate_latest(measured.REGISTRY).decode().splitlines()
    pairs = [line.rpartition(" ") for line in lines if not line.startswith("#")]
    return {name: float(value) for name, _, value in pairs}


def test_a_run_of_a_page_is_counted_with_its_version(pages_server: None) -> None:
    key = 'carbonpeak_run_seconds_count{page="overview"}'
    before = counted().get(key, 0.0)
    open_first()
    after = counted()
    assert after[key] == before + 1
    assert after[f'carbonpeak_data_info{{version="{server.dataset().version}"}}'] == 1


def test_what_breaks_off_is_a_fault_and_what_ends_a_run_is_none() -> None:
    class End(BaseException):
        """What Streamlit ends a run by."""

    key = 'carbonpeak_run_faults_total{page="made up"}'
    with pytest.raises(ZeroDivisionError), measured.run("made up"):
        raise ZeroDivisionError
    with pytest.raises(End), measured.run("made up"):
        raise End
    assert counted()[key] == 1
    assert counted()['carbonpeak_run_seconds_count{page="made up"}'] == 2


def test_a_page_is_open_as_long_as_it_is() -> None:
    before = counted()["carbonpeak_open_pages"]
    with measured.open_page():
        assert counted()["carbonpeak_open_pages"] == before + 1
    assert counted()["carbonpeak_open_pages"] == before


def test_the_counts_stand_at_a_port_of_this_machine_alone() -> None:
    port = running.free_port()
    measured.serve(port)
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
        assert b"carbonpeak_open_pages" in answer.read()
    outer = "127.0.0.2"
    with pytest.raises(ConnectionRefusedError), socket.create_connection((outer, port), timeout=2):
        pass


def test_a_port_that_is_taken_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(AddressError, match=str(port)):
            serve("localhost", running.free_port(), metrics_port=port)
