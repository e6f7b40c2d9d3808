"""Commands speak the language of the terminal, here the same on every machine, and share tables."""

import pytest

from carbonpeak.data import catalogue
from carbonpeak.data.dataset import Dataset


@pytest.fixture(autouse=True)
def english_terminal(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture(autouse=True)
def loaded_once(data, monkeypatch):
    """Let commands run in this process take the shipped tables as they are open already.

    Commands in a process of their own open them for themselves: ``test_terminal`` runs some.
    """
    load = Dataset.open

    def opened(folder=catalogue.DATA):
        return data if folder == catalogue.DATA else load(folder)

    monkeypatch.setattr(Dataset, "open", opened)
