"""The page Figures and reports, and the bar below every figure."""

import random
import re
from html import escape, unescape
from io import BytesIO
from zipfile import ZipFile

import pytest

from carbonpeak.export import fault_words as fault_words
from carbonpeak.export import tray
from carbonpeak.export.jobs import Job
from carbonpeak.export.lookup import FigureError, printable
from carbonpeak.export.passport import METHOD_VERSION, Passport, example
from carbonpeak.export.tray import Item, Tray
from carbonpeak.screen import server
from carbonpeak.words import say
from carbonpeak.words.speaker import Speaker
from tests.opened_page import words_of

TILES = Item("region_tiles", (("measure", "co2"), ("basis", "total")))
GLIDE = Item("glide_energy", ())
NO_YEAR = fault_words.words(FigureError("choice", choice="year", given="1999"), "en")


@pytest.fixture(scope="module", autouse=True)
def close_renderer():
    yield
    server.close()


def link(*items):
    return tray.written(Tray(server.dataset().version, tuple(items)))


def faults(app):
    """Return the faults that a page tells, letter by letter."""
    bodies = [one.proto.body for one in app.html if '" role="alert">' in one.proto.body]
    return [unescape(re.sub("<[^>]+>", "", body)) for body in bodies]


def held(app):
    found = app.query_params.get("tray", "")
    return tray.read(found[-1] if isinstance(found, list) else found).items if found else ()


def passport_id(name, codes=(), version=None, method=METHOD_VERSION):
    one = printable(server.dataset(), name, codes, Speaker("zh")).passport
    return Passport(one.figure, one.choices, version or one.data_version, method).id


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_empty_tray_says_what_to_do(seen_page, lang):
    app = seen_page("figures", lang)
    assert not app.exception
    assert say("tray.empty", lang) in words_of(app)
    assert app.button(key="making-tray").disabled
    assert not app.button(key="making-ready").disabled


def test_a_figure_goes_into_the_tray_with_what_was_chosen(open_page):
    app = open_page("regions", "zh", year="2021", measure="co2")
    app.button(key="add-region_tiles").click().run()
    assert not app.exception
    (item,) = held(app)
    assert item.figure == "region_tiles"
    assert dict(item.codes)["year"] == "2021"
    assert app.button(key="add-region_tiles").disabled
    assert not app.button(key="add-region_ranking").disabled
    labels = [one.proto.label for one in app.get("page_link")]
    assert say("nav.figures.count", "zh", count=1) in labels


def test_the_tray_is_ordered_reworded_and_emptied(open_page):
    app = open_page("figures", "en", tray=link(GLIDE, TILES))
    assert app.button(key="tray-up-0").disabled
    assert app.button(key="tray-down-1").disabled
    app.button(key="tray-down-0").click().run()
    assert [item.figure for item in held(app)] == ["region_tiles", "glide_energy"]
    title, note = (one for one in app.text_area if "glide_energy" in one.key)
    title.set_value("=<b>My title</b>").run()
    assert held(app)[1].title == "=<b>My title</b>"
    assert held(app)[0].title == ""
    (note,) = (one for one in app.text_area if "tray-note-glide_energy" in one.key)
    note.set_value("Chapter 3").run()
    assert (held(app)[1].title, held(app)[1].note) == ("=<b>My title</b>", "Chapter 3")
    app.button(key="tray-remove-0").click().run()
    assert [item.figure for item in held(app)] == ["glide_energy"]
    app.button(key="tray-clear").click().run()
    assert held(app) == ()
    assert not app.exception


def random_letters(seed):
    drawn = random.Random(seed)
    return "".join(chr(drawn.randrange(0x4E00, 0x9FA5)) for _ in range(tray.LONGEST_NOTE))


def test_a_note_too_long_for_an_address_leaves_the_tray_as_it_was(open_page):
    sorts = ("contribution", "energy", "change", "intensity", "share", "name")
    items = [
        Item("sector_ranking", (("sort", sort),), "", random_letters(sort)) for sort in sorts[:5]
    ]
    app = open_page("figures", "zh", tray=link(*items, Item("sector_ranking", (("sort", "name"),))))
    before = held(app)
    assert len(before) == 6
    (field,) = [one for one in app.text_area if "tray-note" in one.key and "'name'" in one.key]
    field.set_value(random_letters("name")).run()
    assert not app.exception
    assert say("tray.too_long", "zh") in words_of(app)
    assert held(app) == before


SPOILED = ["x", "<script>", "A" * 20_000, "eJyrrgUAAXUA-Q"]


# One reading of it serves all pages: on another one, one text is enough.
@pytest.mark.parametrize(
    ("name", "text"), [*(("figures", text) for text in SPOILED), ("regions", SPOILED[2])]
)
def test_a_tray_that_cannot_be_read_is_said_and_stays_in_the_address(open_page, name, text):
    app = open_page(name, "en", tray=text)
    assert not app.exception
    assert say("tray.unreadable", "en") in words_of(app)
    assert app.query_params["tray"] in (text, [text])
    assert say("tray.empty", "en") not in words_of(app)


def test_nothing_is_put_in_place_of_a_tray_that_cannot_be_read_until_it_is_emptied(open_page):
    app = open_page("regions", "en", tray="x")
    button = app.button(key="add-region_tiles")
    assert button.label.startswith(say("export.unreadable", "en"))
    assert button.disabled
    app = open_page("figures", "en", tray="x")
    app.button(key="tray-clear").click().run()
    assert "tray" not in app.query_params
    assert say("tray.unreadable", "en") not in words_of(app)


def test_a_sector_with_a_plus_in_its_code_joins_the_tray(open_page):
    app = open_page("sectors", "zh", sector="31")
    app.button(key="add-sector_path").click().run()
    app.selectbox(key="sector").set_value("41+43").run()
    app.button(key="add-sector_path").click().run()
    assert [dict(item.codes)["sector"] for item in held(app)] == ["31", "41+43"]
    assert say("nav.figures.count", "zh", count=2) in [
        one.proto.label for one in app.get("page_link")
    ]


HOSTILE = (
    "https://evil.example/login www.a.b a@b.c",
    ":material/home: :streamlit: :smile: <- -> -- >=",
    "one\n===\n    four blanks\n\n# head **bold** [x](//y) ![](//x) <b>b</b> $x$",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_own_words_are_shown_letter_by_letter(open_page, text):
    app = open_page("figures", "zh", tray=link(Item("glide_energy", (), text, text)))
    shown = [one.proto.body for one in app.html if 'class="listed"' in one.proto.body]
    assert len(shown) == 1
    assert shown[0].count(escape(text)) == 2
    marked = [one.value for kind in (app.markdown, app.caption) for one in kind]
    assert not [one for one in marked if text[:20] in one]


def test_a_tray_of_older_data_says_so(open_page):
    old = tray.written(Tray("00000000", (GLIDE,)))
    words = words_of(open_page("figures", "en", tray=old))
    assert say("tray.older", "en", old="00000000", new=server.dataset().version) in words


def test_a_figure_of_the_tray_that_cannot_be_had_is_worded_and_the_rest_stands(open_page):
    lost = Item("region_tiles", (("year", "1999"),))
    app = open_page("figures", "en", tray=link(lost, GLIDE))
    assert not app.exception
    assert faults(app) == [NO_YEAR]
    app.button(key="making-tray").click().run()
    job = app.session_state["job-tray"]
    assert isinstance(job, Job)
    assert isinstance(job._future.exception(60), Exception)
    app.run()
    assert not app.exception
    assert any(NO_YEAR in one for one in faults(app)[1:])
    assert not [one for one in app.get("download_button") if one.key == "download-tray"]


def test_the_tray_becomes_a_zip_of_figures_data_and_a_manifest(open_page):
    app = open_page("figures", "zh", tray=link(GLIDE, TILES), bundle="zip")
    app.button(key="making-tray").click().run()
    job = app.session_state["job-tray"]
    with ZipFile(BytesIO(job.result(120))) as archive:
        names = archive.namelist()
    assert any(name.endswith("manifest.json") for name in names)
    assert sum(name.endswith(".png") for name in names) == 2
    assert sum(name.endswith(".xlsx") for name in names) == 2
    app.run()
    assert not app.exception
    assert any("figures_" in one.value for one in app.success)


def test_a_ready_report_is_made_for_a_province(open_page):
    app = open_page("figures", "zh", template="brief", region="130000", format="html")
    app.button(key="making-ready").click().run()
    html = app.session_state["job-ready"].result(120).decode()
    assert "河北" in html
    assert 'lang="zh-CN"' in html


def test_a_job_can_be_cancelled_and_leaves_no_file(open_page):
    app = open_page("figures", "zh", format="pdf")
    app.button(key="making-ready").click().run()
    app.session_state["job-ready"].cancel()
    app.run()
    assert not app.exception
    assert say("making.cancelled", "zh") in words_of(app)
    assert not [one for one in app.get("download_button") if one.key == "download-ready"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_id_opens_its_figure(open_page, lang):
    codes = (("region", "320000"), ("measure", "co2"))
    given = passport_id("region_path", codes)
    app = open_page("figures", lang, passport=given)
    assert not app.exception
    (found,) = app.success
    assert found.value == say("found.same", lang, version=server.dataset().version)
    shown = printable(server.dataset(), "region_path", codes, Speaker(lang))
    assert shown.figure.title in words_of(app)
    (place,) = [one for one in app.get("page_link") if "region=320000" in one.proto.query_string]
    assert "measure=co2" in place.proto.query_string


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("hello", "form"),
        ("![](http://a.b/c.png)", "form"),
        ("glide_energy@df275964.1-aaaa", "check"),
    ],
)
def test_what_is_no_id_is_answered_in_words(open_page, given, reason):
    app = open_page("figures", "zh", passport=given)
    assert not app.exception
    shown = {"given": given, "example": example(server.dataset().version)}
    assert faults(app) == [say(f"passport.fault.{reason}", "zh", **shown)]


def test_an_id_of_a_figure_that_does_not_exist_is_answered_in_words(open_page):
    given = Passport("region_tile", (), server.dataset().version).id
    (fault,) = faults(open_page("figures", "en", passport=given))
    assert "region_tiles" in fault


def test_an_id_of_data_not_kept_says_so_and_shows_the_present_figure(open_page):
    app = open_page("figures", "en", passport=passport_id("peak_tiles", (), "00000000"))
    assert not app.exception
    words = words_of(app)
    assert say("found.older", "en", old="00000000", new=server.dataset().version) in words
    assert say("found.gone", "en", version="00000000") in words
    assert len(app.get("plotly_chart")) == 1


def test_an_id_of_another_method_says_so(open_page):
    app = open_page("figures", "en", passport=passport_id("peak_tiles", (), None, "0"))
    assert say("found.method", "en", old="0", new=METHOD_VERSION) in words_of(app)


def test_every_figure_of_a_page_has_a_bar(seen_page):
    for name, count in (("overview", 6), ("regions", 4), ("outlook", 10)):
        keys = [one.key for one in seen_page(name, "zh").button]
        assert sum(str(key).startswith("export-") for key in keys) == count
        assert sum(str(key).startswith("add-") for key in keys) == count
