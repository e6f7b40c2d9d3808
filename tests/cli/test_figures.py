"""Figures, reports and figure ids on the command line."""

import io
import re

import docx
import openpyxl
import pytest
from PIL import Image

from carbonpeak import cli
from carbonpeak.cli.figures import FORMATS, REPORTS
from carbonpeak.export.formats import ROWS
from carbonpeak.export.lookup import link, printable
from carbonpeak.export.passport import METHOD_VERSION, Passport
from carbonpeak.export.recognise import ids_in
from carbonpeak.export.report import chapters
from carbonpeak.export.rows import writers as sheets
from carbonpeak.topics.registry import FIGURES
from carbonpeak.words import LANGS, say
from carbonpeak.words.speaker import Speaker
from tests.of_all import of_all

CO2 = (("measure", "co2"),)
ASKED = ["figure", "region_tiles", "--param", "measure=co2"]


@pytest.fixture(scope="module")
def version(shipped):
    return shipped.catalogue.version


def said(capsys, *words):
    """Return exit code, what was printed and what was complained of."""
    code = cli.main(words)
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_every_figure_is_listed_with_its_choices(capsys):
    code, out, _ = said(capsys, "figure", "--list")
    assert code == 0
    assert re.findall(r"^  (\w+)", out, re.MULTILINE) == list(FIGURES)
    assert "      basis=       final, with_transformation, total, energy_related\n" in out
    assert '      region=      "", 110000, 120000 ... 650000 (31 codes)\n' in out
    assert "a number from -5 to 10 in steps of 0.5, 5 by default" in out


def test_one_figure_is_listed_with_every_code_in_words(capsys):
    code, out, _ = said(capsys, "figure", "region_path", "--list")
    assert code == 0
    assert out.startswith("region_path: ")
    assert out.count("\n  ") == 2 + 4 + 2 + 2 + 32
    assert "  130000               Hebei\n" in out
    code, _, err = said(capsys, "figure", "region_paths", "--list")
    assert code == 2
    assert "region_path" in err


@of_all("name", FIGURES)
@of_all("lang", LANGS)
def test_every_figure_has_a_name(name, lang):
    assert say(f"figure.name.{name}", lang)


@pytest.mark.parametrize("lang", LANGS)
def test_rows_of_a_figure_are_those_of_the_page(data, version, tmp_path, capsys, lang):
    file = tmp_path / "rows.csv"
    assert said(capsys, *ASKED, "--lang", lang, "-o", str(file)) == (0, "", "")
    assert file.read_bytes() == sheets.csv(printable(data, "region_tiles", CO2, Speaker(lang)))
    assert [one.name for one in tmp_path.iterdir()] == ["rows.csv"]
    workbook = tmp_path / "rows.xlsx"
    assert said(capsys, *ASKED, "--lang", lang, "-o", str(workbook)) == (0, "", "")
    made = printable(data, "region_tiles", CO2, Speaker(lang))
    assert workbook.read_bytes() == ROWS["xlsx"](made)
    about = openpyxl.load_workbook(workbook).worksheets[1]
    assert link(made) in [row[1].value for row in about.iter_rows()]


def test_a_picture_has_the_size_and_the_id_asked_for(data, version, tmp_path, capsys):
    file = tmp_path / "picture"
    words = ["--format", "png", "--width", "75", "--dpi", "600", "-o", str(file)]
    assert said(capsys, *ASKED, *words) == (0, "", "")
    with Image.open(file) as picture:
        assert picture.format == "PNG"
        assert round(picture.width / 600 * 25.4) == 75
        made = printable(data, "region_tiles", CO2, Speaker("zh"))
        assert picture.info["Passport"] == made.passport.id


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["figure"], "Name a figure, or give --list"),
        (["figure", "region_tile", "-o", "x.png"], "region_tiles"),
        ([*ASKED, "--format", "png"], "A png goes into a file"),
        ([*ASKED, "--format", "svg", "-o", "x.png"], "would be png, but --format says svg"),
        ([*ASKED, "--param", "year", "-o", "x.png"], "A parameter is written name=value"),
        ([*ASKED, "--param", "sector=31", "-o", "x.png"], "sector"),
        ([*ASKED, "--param", "year=1999", "-o", "x.png"], "1999"),
        (["figure", "region_path", "-o", "x.csv"], "region_path"),
        (["report", "yearly"], "A docx goes into a file"),
        (["figure", "region_path", "--param", "region=陕西县", "-o", "x.csv"], "Near: Shaanxi"),
        (["figure", "sector_ranking", "--param", "sectors=31,steal", "-o", "x.csv"], "Iron and"),
        (["report", "yearly", "--region", "Hebe", "-o", "x.docx"], "Hebei"),
        (["passport", "region_tiles"], "peak_provinces;scope=total"),
    ],
)
def test_a_wrong_call_is_told_in_a_sentence_and_leaves_nothing(
    words, complaint, tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    code, out, err = said(capsys, *words)
    assert (code, out) == (2, "")
    assert complaint in err
    assert err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("lang", "place"), [("zh", "西藏"), ("en", "tibet")])
def test_a_report_of_a_province_is_whole_and_says_how_far_it_is(tmp_path, capsys, lang, place):
    file = tmp_path / "brief.docx"
    words = ["report", "brief", "--region", place, "--lang", lang, "-o", str(file)]
    assert said(capsys, *words) == (0, "", "1/1\n")
    titles = {"zh": "西藏工业碳达峰进展简报", "en": "Industrial carbon peaking in Xizang: brief"}
    document = docx.Document(io.BytesIO(file.read_bytes()))
    assert document.paragraphs[0].text == titles[lang]
    assert [one.name for one in tmp_path.iterdir()] == ["brief.docx"]


def test_chapters_are_left_out_of_the_yearly_report_alone(tmp_path, capsys):
    file = tmp_path / "yearly.docx"
    left = [one for one in chapters.NAMES if one not in ("faults", "methods")]
    words = ["report", "yearly", "--region", "西藏", "--lang", "en", "-o", str(file)]
    assert said(capsys, *words, "--without", *left)[0] == 0
    heads = [one.text for one in docx.Document(file).paragraphs if one.style.name == "Heading 1"]
    assert heads[:3] == ["1 In short", "2 Known faults of the data", "3 Methods in short"]
    code, _, fault = said(capsys, "report", "brief", "--without", "faults", "-o", str(file))
    assert (code, "brief" in fault) == (2, True)


@pytest.mark.parametrize("lang", LANGS)
def test_without_a_browser_it_is_said_what_to_install(tmp_path, monkeypatch, capsys, lang):
    monkeypatch.setenv("CARBONPEAK_BROWSER", str(tmp_path / "none"))
    missing = say("export.fault.no_browser", lang) + "\n"
    file = str(tmp_path / "x.pdf")
    assert said(capsys, *ASKED, "--lang", lang, "-o", file) == (1, "", missing)
    words = ["report", "brief", "--lang", lang, "-o", file]
    assert said(capsys, *words) == (1, "", missing)
    assert said(capsys, *ASKED, "-o", str(tmp_path / "x.xlsx")) == (0, "", "")
    assert [one.name for one in tmp_path.iterdir()] == ["x.xlsx"]


def test_a_full_or_missing_place_is_said(tmp_path, capsys):
    code, _, err = said(capsys, *ASKED, "-o", str(tmp_path / "none" / "x.csv"))
    assert code == 1
    assert "Cannot write" in err
    code, _, err = said(capsys, *ASKED, "--format", "csv", "-o", "/dev/full")
    assert code == 1
    assert "No space left" in err


def passport(version, data_version=None, method=METHOD_VERSION):
    choices = (("scope", "total"), ("until", "2015"))
    return Passport("peak_tiles", choices, data_version or version, method).id


def test_an_id_says_what_it_stands_for(version, capsys):
    one = passport(version)
    code, out, _ = said(capsys, "passport", one, "--lang", "en")
    assert code == 0
    lines = out.splitlines()
    assert lines[0] == say("cli.same", "en", version=version)
    assert f"Figure id: {one}" in lines
    assert "Filter: Data up to: 2015" in lines
    assert any(line.startswith("Link: figures?passport=peak_tiles%3B") for line in lines)
    assert lines[-1] == "See it on the page Peak"


def test_an_id_with_a_plus_in_a_code_goes_into_a_file_and_back(version, tmp_path, capsys):
    file = tmp_path / "rows.csv"
    words = ["figure", "sector_path", "--param", "sector=41+43", "--lang", "en"]
    assert said(capsys, *words, "-o", str(file)) == (0, "", "")
    (one,) = ids_in(file.read_bytes())
    assert "sector=41+43" in one
    for typed in (one, one.replace("+", " ")):
        code, out, _ = said(capsys, "passport", typed, "--lang", "en")
        assert (code, f"Figure id: {one}" in out.splitlines()) == (0, True)


@pytest.mark.parametrize(
    ("data_version", "method", "key"),
    [("00000000", METHOD_VERSION, "found.older"), (None, "1", "found.method")],
)
def test_an_id_of_other_data_or_methods_says_so(version, capsys, data_version, method, key):
    code, out, _ = said(capsys, "passport", passport(version, data_version, method))
    words = {"old": data_version or method, "new": version if data_version else METHOD_VERSION}
    assert (code, out.splitlines()[0]) == (0, say(key, "zh", **words))


def test_a_mistyped_id_is_told_from_another_text(version, capsys):
    right = passport(version)
    wrong = right.replace("2015", "2016")
    assert said(capsys, "passport", wrong)[2] == say("passport.fault.check", "zh") + "\n"
    assert said(capsys, "passport", "图 1", "--lang", "en")[0] == 2


def test_a_command_that_is_stopped_leaves_no_traceback(monkeypatch, tmp_path, capsys):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("carbonpeak.cli.figures.export", stop)
    assert said(capsys, *ASKED, "-o", str(tmp_path / "x.csv")) == (130, "", "Stopped.\n")


def test_all_formats_can_be_asked_for():
    assert set(FORMATS) == {"png", "svg", "pdf", "csv", "xlsx", "parquet", "json"}
    assert set(REPORTS) == {"docx", "pptx", "pdf", "html"}
