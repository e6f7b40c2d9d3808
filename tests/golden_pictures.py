"""Pictures as they were when somebody last looked at them.

`python -m tests.golden_pictures` draws them anew.

Look at every one of them before committing.
"""

from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image

from carbonpeak.export.picture.renderer import Renderer
from carbonpeak.export.printable import PrintableFigure

FOLDER = Path(__file__).with_name("expected") / "pictures"
# One of each shape of chart, in both languages between them, and a table.
SHOWN = {
    "glide_energy": "zh",
    "region_tiles": "zh",
    "region_ranking": "en",
    "sector_fuels": "zh",
    "driver_waterfall": "en",
    "driver_members": "zh",
    "peak_matrix": "zh",
    "peak_series": "en",
    "projection_quantity": "zh",
    "sharing_ranking": "en",
    "nowcast": "zh",
    "known_after": "en",
}
WIDTH_MM, DPI = 100, 110
# Pictures are compared in blocks of so many pixels: edges of letters differ between versions.
BLOCK = 6


def drawn(renderer: Renderer, printable: PrintableFigure) -> Image.Image:
    """Return a picture of a figure as it is kept."""
    png = renderer.render(printable, "png", WIDTH_MM, DPI)
    return Image.open(BytesIO(png)).convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> np.ndarray:
    """Return how far two pictures of one size lie apart in each block, 0-255."""
    small = (max(one.width // BLOCK, 1), max(one.height // BLOCK, 1))
    seen = [
        np.asarray(picture.resize(small, Image.Resampling.BOX), dtype=float)
        for picture in (one, other)
    ]
    return np.abs(seen[0] - seen[1]).max(axis=2)


if __name__ == "__main__":
    from contextlib import closing

    from carbonpeak.data.dataset import Dataset
    from tests import figure_rows

    data = Dataset.open()
    FOLDER.mkdir(exist_ok=True)
    with closing(Renderer()) as renderer:
        for name, lang in SHOWN.items():
            printable = figure_rows.dated(figure_rows.printable(data, name, lang), "00000000")
            drawn(renderer, printable).save(FOLDER / f"{name}_{lang}.png", optimize=True)
