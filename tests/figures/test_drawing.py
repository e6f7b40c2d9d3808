"""A chart is drawn when it is first asked for, once, and asks the data for nothing."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError, dataclass, replace
from threading import Barrier

import plotly.graph_objects as go
import pytest

from carbonpeak.data import asked
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Table
from carbonpeak.topics import registry
from carbonpeak.words import LANGS
from carbonpeak.words.speaker import Speaker
from tests import frozen, miniature, needed

DRAWN = go.Figure(go.Bar(y=[1]))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dataset]:
    """The miniature tables, of which nobody has seen a figure yet."""
    folder = miniature.write(tmp_path_factory.mktemp("miniature") / "data")
    with frozen.opened(folder) as data:
        yield data


def figure(chart) -> Figure:
    return Figure(
        name="one",
        title="found",
        subtitle="of all",
        alt="found",
        chart=chart,
        table=Table(()),
        standings=("derived",),
        source_ids=("one",),
    )


@dataclass
class Pen:
    """What draws a chart, and how often it did."""

    strokes: int = 0

    def __call__(self) -> go.Figure:
        self.strokes += 1
        return go.Figure(go.Bar(y=[self.strokes]))


def test_a_chart_is_drawn_when_it_is_read_and_once():
    pen = Pen()
    one = figure(pen)
    assert (one.title, one.is_table, pen.strokes) == ("Found", False, 0)
    first = one.chart
    assert one.chart is first
    assert pen.strokes == 1


def test_readers_who_come_together_get_one_chart():
    pen, readers = Pen(), 8
    one, start = figure(pen), Barrier(readers)

    def read(_: int) -> go.Figure:
        start.wait()
        return one.chart

    with ThreadPoolExecutor(readers) as pool:
        charts = list(pool.map(read, range(readers)))
    assert pen.strokes == 1
    assert all(chart is charts[0] for chart in charts)


def test_a_chart_that_could_not_be_drawn_is_tried_again():
    pages = iter([None, DRAWN])

    def draw() -> go.Figure:
        found = next(pages)
        if found is None:
            raise ValueError("no ink")
        return found

    one = figure(draw)
    with pytest.raises(ValueError, match="no ink"):
        _ = one.chart
    assert one.chart is DRAWN


def test_a_chart_may_be_given_as_drawn():
    one = figure(DRAWN)
    assert one.chart is DRAWN
    assert not one.is_table


def test_a_table_has_no_chart():
    one = figure(None)
    assert one.chart is None
    assert one.is_table


def test_a_figure_of_the_same_drawing_shares_its_chart():
    pen = Pen()
    one = figure(pen)
    other = replace(one, chart=one.drawing, notes=("more",))
    assert pen.strokes == 0
    assert other.chart is one.chart
    assert pen.strokes == 1
    assert replace(figure(None), chart=None, notes=("more",)).is_table


def test_figures_stay_the_same_only_if_they_are_one_and_frozen():
    one = figure(DRAWN)
    assert one != figure(DRAWN)
    assert len({one, one, figure(DRAWN)}) == 2
    with pytest.raises(FrozenInstanceError):
        one.chart = None
    with pytest.raises(TypeError, match="chart"):
        Figure(
            name="one", title="", subtitle="", alt="", table=Table(()), standings=(), source_ids=()
        )


def test_no_chart_asks_the_data_for_what_its_figure_did_not(small: Dataset):
    """Else a file of a figure's rows would lack what only its chart asked for."""
    found, drawn = {}, 0
    for name, spec in registry.FIGURES.items():
        given = registry.chosen(small, registry.PAGE_OF[name], registry.raw(needed.codes(name)))
        for lang in LANGS:
            shown = spec.build(small, given.typed_for(spec), Speaker(lang))
            with asked.listening() as heard:
                drawn += shown is not None and shown.chart is not None
            found |= {name: heard} if heard else {}
    assert found == {}
    assert drawn > len(registry.FIGURES)
