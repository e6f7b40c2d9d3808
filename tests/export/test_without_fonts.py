"""A machine without any font: the same words in every PDF, and a sentence about rare characters."""

import tempfile
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from carbonpeak.cli import main
from carbonpeak.export import lookup
from carbonpeak.export.picture.renderer import Renderer
from carbonpeak.words import LANGS, say
from carbonpeak.words.speaker import Speaker

NO_FONTS = '<?xml version="1.0"?><fontconfig><cachedir>{folder}/cache</cachedir></fontconfig>'


@pytest.fixture(scope="module")
def no_fonts(renderer):
    """Let every browser that starts find no font at all; the usual one is at work before."""
    assert renderer.has_cjk_font()
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        settings = Path(folder) / "fonts.conf"
        settings.write_text(NO_FONTS.format(folder=folder))
        patch.setenv("FONTCONFIG_FILE", str(settings))
        yield


@pytest.fixture(scope="module")
def bare(renderer, no_fonts):
    """A renderer without fonts."""
    one = Renderer()
    yield one
    one.close()


def words(pdf):
    """Return the letters of a PDF; some fonts draw f and i as one glyph."""
    pages = PdfReader(BytesIO(pdf)).pages
    text = "".join(page.extract_text() for page in pages)
    return "".join(unicodedata.normalize("NFKC", text).split())


def test_a_report_has_the_same_words(printed, bare, in_full):
    """In Chinese, for which most machines lack a font; with ``--in-full`` also in English."""
    for lang in LANGS[: 1 + in_full]:
        html, pdf = printed("brief", "", lang)
        usual = words(pdf)
        assert len(usual) > 1_000
        assert words(bare.print_html(html)) == usual


@pytest.mark.parametrize("lang", LANGS)
def test_a_figure_has_the_same_words(renderer, bare, data, lang):
    one = lookup.printable(data, "glide_co2", (), Speaker(lang))
    usual = words(renderer.render(one, "pdf", 156))
    assert "2022" in usual
    assert words(bare.render(one, "pdf", 156)) == usual


def test_small_figures_come_along(renderer, bare):
    said = "<p style=\"font: 20px 'Noto Sans CJK SC'\">CO₂ 10⁴ 10⁸</p>"
    page = f"<html><head></head><body>{said}</body></html>"
    for one in (renderer, bare):
        text = "".join(p.extract_text() for p in PdfReader(BytesIO(one.print_html(page))).pages)
        assert "".join(text.split()) == "CO₂10⁴10⁸"


def test_the_commands_say_that_rare_characters_may_be_missing(no_fonts, tmp_path, capsys):
    """In Chinese here and in English below: each command starts a browser."""
    file = tmp_path / "one.svg"
    assert main(["figure", "glide_co2", "--lang", "zh", "-o", str(file)]) == 0
    assert say("export.no_font", "zh") in capsys.readouterr().err
    assert file.stat().st_size


def test_check_says_it_too(no_fonts, capsys):
    assert main(["check"]) == 0
    assert say("export.no_font", "en") in capsys.readouterr().out


@pytest.mark.parametrize("name", ["sharing_ranking", "driver_members", "glide_energy"])
def test_a_figure_is_the_same_picture(renderer, bare, data, name):
    one = lookup.printable(data, name, (), Speaker("en"))
    assert bare.render(one, "svg", 100) == renderer.render(one, "svg", 100)
