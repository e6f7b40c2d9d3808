"""A picture to look at: its size on paper, without colours, and what of a file can be shown."""

from io import BytesIO

import pytest
from PIL import Image

from carbonpeak.export.picture.preview import picture_in, pixels, preview


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


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"%PDF-1.7", png()[:60], b"<?xml version='1.0'?><a/>", b"\x89PNG\r\n"]
)
def test_what_is_no_picture_is_not_shown(data):
    assert picture_in(data) is None


def test_a_png_and_an_svg_are_shown_as_they_are():
    assert picture_in(png()) == png()
    assert picture_in(b"<?xml version='1.0'?><svg></svg>") == "<?xml version='1.0'?><svg></svg>"
