"""Every figure says on the miniature tables what it said, word by word.

Rows and words of all choices in both languages; charts of the first choices in both and of all
others in Chinese, with ``--in-full`` all.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from carbonpeak.data.dataset import Dataset
from tests import frozen, miniature

HOW = "If this is meant, write it anew with `python -m tests.frozen` and read the difference."


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dataset]:
    """The miniature tables."""
    folder = miniature.write(tmp_path_factory.mktemp("miniature") / "data")
    with frozen.opened(folder) as data:
        yield data


def golden(name: str) -> Path:
    return frozen.GOLDEN / f"{name}.txt"


@pytest.mark.parametrize("name", frozen.figures())
def test_a_figure_says_on_the_miniature_tables_what_it_said(
    small: Dataset, in_full: bool, name: str
) -> None:
    drawn: frozen.Drawn = "every" if in_full else "chinese"
    before = frozen.thinned(golden(name).read_text(encoding="utf-8"), drawn)
    found = frozen.differences(before, frozen.frozen(small, name, drawn), name)
    assert not found, f"{found}\n{HOW}"


def test_every_golden_text_is_of_a_figure() -> None:
    assert {path.stem for path in frozen.GOLDEN.glob("*.txt")} == set(frozen.figures())


def test_every_figure_shows_something_on_the_miniature_tables() -> None:
    blank = [
        name
        for name in frozen.figures()
        if frozen.NOTHING in golden(name).read_text(encoding="utf-8").partition("\n\n")[0]
    ]
    assert not blank
