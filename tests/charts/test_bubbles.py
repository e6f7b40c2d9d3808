"""Circles of two changes: whose words stand where, and how the chosen one is outlined."""

from carbonpeak.charts import bubbles
from carbonpeak.charts.bubbles import Bubble
from carbonpeak.charts.sent import Sent
from carbonpeak.charts.style import INK, PAPER

LARGE = Bubble("44", 0.05, 0.1, 0.6, "电力热力", "", is_doubtful=False)
SMALL = Bubble("31", -0.2, -0.1, 0.01, "钢铁", "", is_doubtful=False)


def test_words_of_a_large_circle_stand_within_it_in_light_letters():
    [trace] = bubbles.draw([SMALL, LARGE], "across", "up").data
    assert list(trace.textposition) == ["middle center", "middle right"]
    assert list(trace.textfont.color) == [PAPER, INK]


def test_a_hollow_circle_has_its_words_beside_it():
    hollow = Bubble("44", 0.05, 0.1, 0.6, "电力热力", "", is_doubtful=True)
    [trace] = bubbles.draw([SMALL, hollow], "across", "up").data
    assert trace.textposition[0] in ("middle right", "middle left")


def test_the_chosen_one_is_outlined_by_a_circle():
    shapes = Sent(bubbles.draw([SMALL, LARGE], "across", "up"), "44").to_dict()["layout"]["shapes"]
    assert {one["type"] for one in shapes if one.get("name") == "chosen"} == {"circle"}


def test_words_that_fit_a_circle_in_two_lines_stand_in_two():
    large = Bubble("44", 0.05, 0.1, 0.65, "Power and heat", "", is_doubtful=False)
    [trace] = bubbles.draw([SMALL, large], "across", "up").data
    assert trace.textposition[0] == "middle center"
    assert trace.text[0] in ("Power and<br>heat", "Power<br>and heat")


def test_words_too_wide_for_two_lines_stand_beside_their_circle():
    middle = Bubble("31", 0.0, 0.0, 0.17, "Iron and steel", "", is_doubtful=False)
    [trace] = bubbles.draw([middle, SMALL], "across", "up").data
    assert trace.textposition[0] != "middle center"
    assert trace.text[0] == "Iron and steel"


def test_words_leave_small_circles_uncovered_where_a_side_is_free():
    named = Bubble("31", 0.0, 0.0, 0.1, "Steel", "", is_doubtful=False)
    # Small ones without words right and left of it.
    beside = [Bubble(str(at), at, 0.0, 0.001, "", "", is_doubtful=False) for at in (0.05, -0.05)]
    far = [Bubble(str(at), at, at, 0.001, "", "", is_doubtful=False) for at in (0.4, -0.4)]
    [trace] = bubbles.draw([named, *beside, *far], "across", "up").data
    assert trace.textposition[0] in ("top center", "bottom center")
