"""A file dropped on Figures and reports: what is shown belongs to what was dropped last."""

import io
import re
import zipfile
from html import unescape

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from carbonpeak.export.lookup import printable
from carbonpeak.export.passport import METHOD_VERSION, Passport
from carbonpeak.screen import server
from carbonpeak.words import LANGS, say
from carbonpeak.words.speaker import Speaker
from tests.opened_page import words_of

CO2 = (("measure", "co2"), ("region", "320000"))


def made(name, codes=(), lang="zh"):
    return printable(server.dataset(), name, codes, Speaker(lang))


def drop(app, content, name="f.svg"):
    """Drop a file, or take it away, and let the page read it."""
    given = None if content is None else (name, content, "application/octet-stream")
    app.file_uploader[0].set_value(given)
    return app.run()


def svg(*ids):
    return f"<svg>{''.join(f'<text>{one}</text>' for one in ids)}</svg>".encode()


def told(app, role="alert"):
    start = f'<p class="notice" role="{role}">'
    bodies = [one.proto.body for one in app.html if one.proto.body.startswith(start)]
    return [unescape(re.sub("<[^>]+>", "", body)) for body in bodies]


def fault(reason, lang="zh", name="f.svg"):
    return say("found.fault", lang, name=name, words=say(f"recognise.fault.{reason}", lang))


def in_url(app):
    found = app.query_params.get("passport")
    return found[-1] if isinstance(found, list) else found


def valid(app):
    return [one.value for one in app.success]


@pytest.mark.parametrize("lang", LANGS)
def test_after_a_bad_file_no_figure_of_the_file_before_stays(open_page, lang):
    good = made("region_path", CO2)
    app = drop(open_page("figures", lang), svg(good.passport.id))
    assert in_url(app) == good.passport.id
    assert app.text_input(key="passport-typed").value == good.passport.id
    same = say("found.same", lang, version=server.dataset().version)
    assert (valid(app), told(app)) == ([same], [])
    for bad, reason in ((b"hello", "no_passport"), (b"PK\x03\x04" * 9, "damaged")):
        app = drop(app, bad)
        assert not app.exception
        assert (in_url(app), valid(app), told(app)) == (None, [], [fault(reason, lang)])
        assert len(app.get("plotly_chart")) == 0
    app = drop(app, None)
    assert (in_url(app), valid(app), told(app)) == (None, [], [])
    app = drop(app, svg(good.passport.id))
    assert (in_url(app), valid(app), told(app)) == (good.passport.id, [same], [])
    app = drop(app, None)
    assert (in_url(app), valid(app), told(app)) == (None, [], [])


def test_an_id_that_is_typed_takes_the_file_away(open_page):
    good, other = made("region_path", CO2).passport.id, made("glide_energy").passport.id
    app = drop(open_page("figures", "zh"), b"hello")
    assert told(app) == [fault("no_passport")]
    app.text_input(key="passport-typed").set_value(other).run()
    assert (in_url(app), told(app)) == (other, [])
    assert app.file_uploader[0].value is None
    app = drop(app, svg(good))
    assert in_url(app) == good
    app.text_input(key="passport-typed").set_value("").run()
    assert (in_url(app), valid(app), told(app)) == (None, [], [])


def test_a_link_with_an_id_and_then_a_file_without_one(open_page):
    app = open_page("figures", "zh", passport=made("glide_energy").passport.id)
    assert valid(app)
    app = drop(app, b"hello")
    assert (in_url(app), valid(app), told(app)) == (None, [], [fault("no_passport")])
    assert app.header[0].value == say("found.head", "zh")


@pytest.mark.parametrize("lang", LANGS)
def test_a_file_with_several_figures_gives_a_list_to_choose_from(open_page, lang):
    shown, plain = made("region_path", CO2, lang), made("glide_energy", lang=lang)
    version = server.dataset().version
    older = Passport("peak_tiles", (("scope", "total"),), "00000000").id
    unknown = Passport("of_tomorrow", (), "00000000").id
    ids = [shown.passport.id, plain.passport.id, older, unknown]
    app = drop(open_page("figures", lang), svg(*ids), "a <b>.html")
    assert told(app, "status") == [say("found.several", lang, name="a <b>.html", count=4)]
    (listed,) = [one for one in app.selectbox if one.key == "passport-chosen"]
    titles = (
        (shown.figure.title, version, METHOD_VERSION),
        (plain.figure.title, version, METHOD_VERSION),
        (say("figure.name.peak_tiles", lang), "00000000", METHOD_VERSION),
        ("of_tomorrow", "00000000", METHOD_VERSION),
    )
    expected = [say("found.one", lang, figure=f, data=d, method=m) for f, d, m in titles]
    assert (listed.options, in_url(app)) == (expected, ids[0])
    for place, chosen in ((1, ids[1]), (2, ids[2]), (0, ids[0])):
        (listed,) = [one for one in app.selectbox if one.key == "passport-chosen"]
        listed.select_index(place).run()
        assert not app.exception
        assert in_url(app) == chosen
        assert (say("found.gone", lang, version="00000000") in words_of(app)) == (place == 2)


def png(text, size=(40, 20), mode="RGB"):
    content, said = io.BytesIO(), PngInfo()
    said.add_itxt("Passport", text)
    Image.new(mode, size).save(content, "PNG", pnginfo=said)
    return content.getvalue()


OLD = Passport("peak_tiles", (("scope", "total"), ("until", "2022")), "00000000").id


@pytest.mark.parametrize("mode", ["RGB", "I;16", "P"])
def test_the_original_of_older_data_is_shown(open_page, mode):
    app = drop(open_page("figures", "en"), png(OLD, mode=mode), "f.png")
    assert not app.exception
    (image,) = app.get("image")
    assert image.captions == [say("found.file.picture", "en")]
    assert say("found.unshown", "en") not in words_of(app)


def test_an_original_that_is_too_large_or_damaged_is_not_shown_and_that_is_said(open_page):
    cut = png(OLD)
    place = cut.index(b"IDAT") + 6
    damaged = cut[:place] + b"\xff\xff\xff" + cut[place + 3 :]
    app = open_page("figures", "en")
    for content in (png(OLD, (13_000, 10)), damaged):
        app = drop(app, content, "f.png")
        assert not app.exception
        assert in_url(app) == OLD
        assert say("found.unshown", "en") in words_of(app)
        assert len(app.get("image")) == 0


def test_what_a_parser_raises_is_damage_in_words(open_page):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.txt", "words " * 99)
    broken = content.getvalue()
    place = broken.index(b"a.txt") + 20
    app = drop(open_page("figures", "en"), broken[:place] + b"\xff" * 9 + broken[place + 9 :])
    assert not app.exception
    assert told(app) == [fault("damaged", "en")]


def test_the_name_of_a_file_is_shown_letter_by_letter(open_page):
    name = "![](//x) <img src=//y> https://z.example :material/home:.txt"
    app = drop(open_page("figures", "en"), b"hello", name)
    assert told(app) == [fault("no_passport", "en", name)]
    assert not [one for kind in (app.markdown, app.caption) for one in kind if "//x" in one.value]
