"""A picture as it will be seen on paper, in colour or in grey."""

import io
from dataclasses import dataclass

from PIL import Image

from carbonpeak.export.picture.size import MM_PER_INCH


@dataclass(frozen=True)
class Preview:
    """A PNG to look at, and the size of the figure in mm."""

    png: bytes
    width_mm: float
    height_mm: float


def preview(png: bytes, dpi: int, is_grey: bool) -> Preview:
    """Return a picture of a resolution to look at, without colours if so wanted."""
    with Image.open(io.BytesIO(png)) as picture:
        across, down = picture.size
        content = _grey(picture) if is_grey else png
    return Preview(content, across / dpi * MM_PER_INCH, down / dpi * MM_PER_INCH)


def pixels(png: bytes) -> tuple[int, int]:
    """Return width and height of a PNG."""
    with Image.open(io.BytesIO(png)) as picture:
        return picture.size


def _grey(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.convert("L").save(file, "PNG")
    return file.getvalue()
