"""Commands speak the language of the terminal: here the same on every machine."""

import pytest


@pytest.fixture(autouse=True)
def english_terminal(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
