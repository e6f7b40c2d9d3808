"""Figures look as they did when somebody last looked at them."""

import pytest
from PIL import Image, ImageDraw

from tests import figure_rows, golden_pictures
from tests.golden_pictures import FOLDER, SHOWN

# Another version of the browser or font moves edges of letters; a missing mark or word is more.
MOST_BLOCKS = 0.004
FAR = 60


def share_of_far_blocks(one, other):
    return float((golden_pictures.difference(one, other) > FAR).mean())


@pytest.mark.parametrize(("name", "lang"), SHOWN.items(), ids=str)
def test_a_figure_looks_as_it_did(data, renderer, name, lang):
    """Red: look at the figure; if it is as wanted, run `python -m tests.golden_pictures`."""
    printable = figure_rows.dated(figure_rows.printable(data, name, lang), "00000000")
    with Image.open(FOLDER / f"{name}_{lang}.png") as kept:
        before = kept.convert("RGB")
    now = golden_pictures.drawn(renderer, printable)
    assert abs(now.width - before.width) <= 1
    assert abs(now.height - before.height) <= 0.02 * before.height
    assert share_of_far_blocks(before, now.resize(before.size)) <= MOST_BLOCKS


@pytest.mark.parametrize(("name", "lang"), SHOWN.items(), ids=str)
def test_a_picture_without_a_piece_is_another_one(name, lang):
    with Image.open(FOLDER / f"{name}_{lang}.png") as kept:
        before = kept.convert("RGB")
    # The words of the title gone: a strip that every figure has.
    spoiled = before.copy()
    ImageDraw.Draw(spoiled).rectangle(
        (0, 0, before.width, max(20, before.height // 30)), fill="white"
    )
    assert share_of_far_blocks(before, spoiled) > MOST_BLOCKS
