"""A click on a chart chooses the codes of its point; a message of another shape does nothing."""

import json
import warnings

import pytest
from streamlit.elements.plotly_chart import PlotlyChartSelectionSerde
from streamlit.testing.v1 import AppTest

from carbonpeak.figures.choices import Choice
from carbonpeak.screen import controls

REGION, SECTOR = Choice("region", ("", "130000"), ""), Choice("sector", ("31", "41+43"), "31")


def clicked():
    """Let a click do what it does, in a run of its own."""
    import streamlit as st

    from carbonpeak.screen import controls
    from tests.screen.test_controls import REGION, SECTOR

    controls.on_click([REGION, SECTOR], "chart", st.query_params.__setitem__)()


def after(points):
    """Return what the URL says after a message of the chart."""
    app = AppTest.from_function(clicked)
    state = PlotlyChartSelectionSerde().deserialize(json.dumps({"selection": {"points": points}}))
    app.session_state["chart"] = state
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        app.run()
    assert not app.exception
    given = dict(app.query_params)
    return {name: one if isinstance(one, str) else one[-1] for name, one in given.items()}


def test_a_click_chooses_the_codes_of_its_point():
    assert after([{"customdata": "130000/41+43"}]) == {"region": "130000", "sector": "41+43"}
    assert after([{"customdata": "130000"}, {"customdata": ""}]) == {"region": "130000"}
    # What is said of the point stands behind its code.
    assert after([{"customdata": ["130000/31", "−1%"]}]) == {"region": "130000", "sector": "31"}


@pytest.mark.parametrize(
    "points",
    [
        *(None, [], [1], ["130000"], [None], [[]], [{}], {"customdata": "130000"}, "130000", 7),
        *(
            [{"customdata": odd}]
            for odd in (None, 7, [], {}, ["999999"], [7], "999999", "<b>", "/")
        ),
    ],
    ids=json.dumps,
)
def test_a_message_of_another_shape_does_nothing(points):
    assert set(after(points).values()) <= {""}


@pytest.mark.parametrize("state", [None, 7, [], {}, {"selection": 7}, {"selection": {}}])
def test_a_state_without_points_has_no_codes(state):
    assert controls._clicked(state) == []
