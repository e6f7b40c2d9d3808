"""A picture as it will be seen on paper, in colour or in grey."""

import io
from dataclasses import dataclass

from PIL import Image, UnidentifiedImageError

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


def picture_in(data: bytes) -> bytes | str | None:
    """Return a PNG, or the text of an SVG, that can be shown as it is; None for any other file."""
    if data.lstrip().startswith((b"<?xml", b"<svg")):
        text = data.decode("utf-8", "replace")
        return text if "<svg" in text else None
    try:
        with Image.open(io.BytesIO(data), formats=("PNG",)) as picture:
            picture.verify()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None
    return data


def _grey(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.convert("L").save(file, "PNG")
    return file.getvalue()
