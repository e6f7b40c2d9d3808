"""The shipped tables and the day, the same for every test of files of own figures."""

import pytest


@pytest.fixture(autouse=True)
def same_day(monkeypatch):
    monkeypatch.setenv("CARBONPEAK_TODAY", "2026-11-28")
