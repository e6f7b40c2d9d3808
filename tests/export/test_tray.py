"""The tray: what is put in stays in its order, and a link brings it back whole."""

import base64
import json
import random
import re
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbonpeak.export import tray
from carbonpeak.export.tray import Item, Tray, TrayError
from carbonpeak.topics.registry import FIGURES

GLIDE = Item("glide_energy", ())
TILES = Item("region_tiles", (("measure", "co2"), ("year", "2022")), "各省进度", "第三章用")
PEAK = Item("peak_tiles", (("scope", "total"),))
PRINTABLE = st.text(st.characters(exclude_categories=("C", "Z")), max_size=40)
ITEMS = st.builds(
    Item,
    st.sampled_from(sorted(FIGURES)),
    st.lists(st.tuples(st.text("abc", min_size=1), st.text("019,.-+_")), max_size=4).map(tuple),
    PRINTABLE,
    PRINTABLE,
)


@given(st.lists(ITEMS, min_size=1, max_size=tray.MOST_FIGURES))
def test_a_link_brings_the_tray_back_whole(items):
    expected = tuple({(item.figure, item.codes): item for item in items}.values())
    written = tray.written(Tray("df275964", tuple(items)))
    assert tray.read(written) == Tray("df275964", expected)


def test_an_empty_tray_needs_no_words():
    assert tray.written(Tray("df275964")) == ""


def test_a_figure_is_added_once_and_no_more_than_the_most():
    one = Tray("df275964").added(GLIDE).added(TILES).added(GLIDE)
    assert one.items == (GLIDE, TILES)
    many = Tray("df275964")
    for number in range(tray.MOST_FIGURES + 5):
        many = many.added(Item("peak_tiles", (("until", str(number)),)))
    assert len(many.items) == tray.MOST_FIGURES
    assert many.is_full


def test_figures_change_their_places_and_fall_off_no_end():
    one = Tray("df275964", (GLIDE, TILES, PEAK))
    assert one.moved(0, 1).items == (TILES, GLIDE, PEAK)
    assert one.moved(2, -1).items == (GLIDE, PEAK, TILES)
    assert one.moved(0, -1) == one
    assert one.moved(2, 1) == one
    assert one.removed(1).items == (GLIDE, PEAK)


def test_own_words_are_kept_without_what_no_file_may_hold():
    one = Tray("df275964", (GLIDE,)).worded(0, "a\x00b" + "x" * 500, "line\nline")
    assert one.items[0].title == ("ab" + "x" * 500)[: tray.LONGEST_TITLE]
    assert one.items[0].note == "line\nline"


def noted(figures, letters):
    """A tray whose notes nothing can shorten: letters drawn at random."""
    drawn = random.Random(1)
    one = Tray("df275964")
    for number in range(figures):
        words = "".join(chr(drawn.randrange(0x4E00, 0x9FA5)) for _ in range(letters))
        one = one.added(Item("sector_ranking", (("sort", str(number)),), "", words))
    return one


def test_a_full_tray_with_notes_fits_into_a_link():
    full = noted(tray.MOST_FIGURES, 40)
    assert tray.read(tray.written(full)) == full


def test_what_does_not_fit_into_a_link_is_refused_and_never_lost():
    with pytest.raises(TrayError):
        tray.written(noted(tray.MOST_FIGURES, tray.LONGEST_NOTE))


def test_a_figure_lies_in_a_link_once():
    twice = Tray("df275964", (GLIDE, TILES, GLIDE))
    assert tray.read(tray.written(twice)).items == (GLIDE, TILES)


def packed(content: bytes) -> str:
    return base64.urlsafe_b64encode(zlib.compress(content)).decode().rstrip("=")


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "你好",
        "<script>",
        "A" * 100_000,
        packed(b"[]"),
        packed(b'["df275964"]'),
        packed(b'["df275964",[["glide_energy"]]]'),
        packed(b'["df275964",7]'),
        packed(b'["df275964",{"0":1}]'),
        packed(b'["df275964",[["glide_energy",7,"",""]]]'),
        packed(b'["df275964",[["glide_energy","","",["a"]]]]'),
        packed(b'["df275964",[["![](//x)","","",""]]]'),
        packed(b'{"df275964":[]}'),
        packed(b'["![](//x)",[["glide_energy","","",""]]]'),
        packed(b'["DF275964",[["glide_energy","","",""]]]'),
        packed(b'["df275964",[' + b",".join([b'["glide_energy","","",""]'] * 41) + b"]]"),
        packed(b'["df275964",[["glide_energy","a=\\ud800","",""]]]'),
        packed(b'["df275964",[["glide_energy","a=![](x)","",""]]]'),
        packed(b"\xff\xfe"),
        packed(b"[" * 50_000),
        packed(b"0" * 10_000_000),
    ],
    ids=lambda text: text[:12],
)
def test_another_text_is_no_tray(text):
    with pytest.raises(TrayError):
        tray.read(text)


def test_a_figure_that_does_not_exist_here_is_not_lost():
    unknown = Tray("df275964", (Item("of_tomorrow", (("scope", "new"),), "", "note"), GLIDE))
    assert tray.read(tray.written(unknown)) == unknown


TEXTS = st.one_of(st.sampled_from(["df275964", "glide_energy", "a=1;b=2", "![](//x)"]), st.text())
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=5), st.dictionaries(TEXTS, inner, max_size=3)),
    max_leaves=12,
)
ROWS = st.lists(st.one_of(JSON, st.lists(TEXTS, min_size=4, max_size=4)), max_size=3)
ALMOST = st.one_of(JSON, st.tuples(st.one_of(st.just("df275964"), JSON), st.one_of(ROWS, JSON)))


@settings(max_examples=1_000)
@given(ALMOST)
def test_any_json_is_a_tray_or_is_refused(content):
    try:
        found = tray.read(packed(json.dumps(content).encode()))
    except TrayError:
        return
    assert re.fullmatch("[0-9a-f]{8}", found.data_version)
    assert all(re.fullmatch("[a-z0-9_]+", item.figure) for item in found.items)
    assert all(isinstance(text, str) for item in found.items for text in (item.title, item.note))
