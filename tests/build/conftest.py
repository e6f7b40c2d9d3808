"""Fixtures of the builders' tests."""

from pathlib import Path

import pytest

from tests.build import tiny_sources


@pytest.fixture
def sources_folder(tmp_path: Path) -> Path:
    """A folder of tiny source files that every builder accepts."""
    return tiny_sources.write(tmp_path / "sources")
