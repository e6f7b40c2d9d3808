"""Who exports small letters, a picture too high or an SVG, which brings no font, is told so."""

import pytest

from carbonpeak.export import lookup
from carbonpeak.screen import export_cautions as cautions
from carbonpeak.words import LANGS
from carbonpeak.words.speaker import Speaker


@pytest.mark.parametrize("lang", LANGS)
def test_small_letters_and_high_pictures_are_said(data, lang):
    def of(width_mm, height_mm, columns="plan", kind="png"):
        codes = (("columns", columns),)
        shown = lookup.printable(data, "peak_matrix", codes, Speaker(lang))
        return cautions.of(shown, kind, width_mm, height_mm, lang)

    assert of(156, 225) == []
    (high,) = of(156, 226)
    assert "226" in high
    assert "225" in high
    (small,) = of(75, 100)
    assert "3.6" in small
    assert "156" in small
    assert of(156, 225, kind="pdf") == []
    (font,) = of(156, 225, kind="svg")
    assert ("字体" if lang == "zh" else "fonts of the computer") in font
    # 38 columns.
    assert of(156, 100, "division") == []
    (small,) = of(130, 100, "division")
    assert "3.8" in small
