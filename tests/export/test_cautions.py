"""Who exports letters too small to read, or a picture too high for its paper, is told so."""

import pytest

from carbonpeak.export import lookup
from carbonpeak.screen import export_cautions as cautions
from carbonpeak.words import LANGS
from carbonpeak.words.speaker import Speaker


@pytest.mark.parametrize("lang", LANGS)
def test_small_letters_and_high_pictures_are_said(data, lang):
    def of(width_mm, height_mm, columns="plan"):
        codes = (("columns", columns),)
        shown = lookup.printable(data, "peak_matrix", codes, Speaker(lang))
        return cautions.of(shown, width_mm, height_mm, lang)

    assert of(156, 225) == []
    (high,) = of(156, 226)
    assert "226" in high
    assert "225" in high
    (small,) = of(75, 100)
    assert "3.6" in small
    assert "156" in small
    # 38 columns.
    assert of(156, 100, "division") == []
    (small,) = of(130, 100, "division")
    assert "3.8" in small
