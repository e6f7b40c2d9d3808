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
