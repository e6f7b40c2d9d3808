"""A picture to look at: its size on paper, without colours."""

from io import BytesIO

import pytest
from PIL import Image

from carbonpeak.export.picture.preview import pixels, preview


def png(size=(300, 150), colour="#12436D"):
    file = BytesIO()
    Image.new("RGB", size, colour).save(file, "PNG")
    return file.getvalue()


def test_the_size_follows_from_pixels_and_resolution():
    seen = preview(png(), 150, is_grey=False)
    assert (seen.width_mm, seen.height_mm) == pytest.approx((50.8, 25.4))
    assert seen.png == png()
    assert pixels(seen.png) == (300, 150)


def test_grey_has_no_colour_left():
    with Image.open(BytesIO(preview(png(), 150, is_grey=True).png)) as seen:
        assert seen.mode == "L"
        assert seen.size == (300, 150)
