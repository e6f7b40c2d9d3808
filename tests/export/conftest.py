"""One renderer for all tests of files: its browser starts once."""

from collections.abc import Iterator

import pytest

from carbonpeak.export.picture.renderer import Renderer


@pytest.fixture(scope="session")
def renderer() -> Iterator[Renderer]:
    """A renderer with a browser of its own."""
    one = Renderer()
    yield one
    one.close()
