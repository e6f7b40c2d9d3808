"""Who exports letters too small to read, or a picture too high for its paper, is told so."""

import pytest

from carbonpeak.export import editions
from carbonpeak.wording import LANGS
from carbonpeak.workshop import cautions


@pytest.mark.parametrize("lang", LANGS)
def test_small_letters_and_high_pictures_are_said(ask, lang):
    def of(width_mm, height_mm, columns="plan"):
        codes = (("columns", columns),)
        shown = editions.edition(ask, "00000000", "peak_matrix", codes, lang)
        return cautions.of(shown, width_mm, height_mm, lang)

    assert of(156, 225) == []
    (high,) = of(156, 226)
    assert "226" in high
    assert "225" in high
    (small,) = of(75, 100)
    assert "4.0" in small
    assert "156" in small
    # 38 columns.
    assert of(156, 100, "division") == []
    (small,) = of(130, 100, "division")
    assert "3.8" in small
