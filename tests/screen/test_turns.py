"""Runs of readers come one after another, and a long one holds nobody up."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from carbonpeak.screen import turns
from tests.opened_page import LIMIT_S, open_first


@pytest.fixture
def thread():
    with ThreadPoolExecutor(1) as one:
        yield one


def enter(entered):
    with turns.taken():
        entered.set()


def test_a_run_begins_when_the_one_before_has_ended(thread, monkeypatch):
    monkeypatch.setattr(turns, "MOST_WAIT_S", LIMIT_S)
    entered = Event()
    with turns.taken():
        second = thread.submit(enter, entered)
        assert not entered.wait(0.3)
    second.result(LIMIT_S)
    assert entered.is_set()


def test_a_long_run_holds_nobody_up_and_nobody_gives_its_turn_away(thread, monkeypatch):
    monkeypatch.setattr(turns, "MOST_WAIT_S", 0.01)
    with turns.taken():
        thread.submit(enter, Event()).result(LIMIT_S)
        monkeypatch.setattr(turns, "MOST_WAIT_S", LIMIT_S)
        entered = Event()
        third = thread.submit(enter, entered)
        assert not entered.wait(0.3)
    third.result(LIMIT_S)


def test_a_fault_in_a_run_gives_the_turn_back(thread, monkeypatch):
    monkeypatch.setattr(turns, "MOST_WAIT_S", LIMIT_S)
    with pytest.raises(ZeroDivisionError), turns.taken():
        raise ZeroDivisionError
    thread.submit(enter, Event()).result(LIMIT_S)


@pytest.mark.usefixtures("pages_server")
def test_pages_take_turns(thread, monkeypatch):
    monkeypatch.setattr(turns, "MOST_WAIT_S", LIMIT_S)
    # The first opens the tables, the next is there soon where nothing holds it up.
    open_first()
    with turns.taken():
        page = thread.submit(open_first)
        with pytest.raises(TimeoutError):
            page.result(2)
    assert not page.result(LIMIT_S).exception
